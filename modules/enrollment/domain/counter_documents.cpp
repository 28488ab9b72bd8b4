// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/types.h"

#include "database/ids.h"
#include "enrollment/domain/documents.h"
#include "enrollment/domain/person_fields.h"
#include "operations/decision.h"
#include "operations/snapshot.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace jubao {

using namespace enrollment;

namespace {

const QString supplyDays = QStringLiteral("notice.supply_days");

/** Somebody stands at the counter with his own matter; a roster is nobody's own. */
bool isOnePersonsMatter(const OperationType &type)
{
    return type.part == ControlPart::Business && type.subjects && !type.batch;
}

/** Name and ID number of the one whom the matter is about. */
std::pair<QString, QString> applicant(const DocumentSource &source, const Reader &reader)
{
    const QList<Subject> subjects = source.type.subjects(source.payload, reader);
    const Subject subject = subjects.isEmpty() ? Subject() : subjects.first();
    // Who is named by his number alone bears the name that was typed: the books' would be told.
    if (const auto person = reader.row(QStringLiteral("person"), subject.person))
        return {person->value(QStringLiteral("name")).toString(),
                person->value(QStringLiteral("id_number")).toString()};
    return {source.payload[u"name"].toString(), subject.idNumber};
}

/** The department of a handler: of his own assignment, or of who delegated the post to him. */
QString sectionOf(qint64 handler, const QString &post, const Reader &reader)
{
    Query row = reader.query(QStringLiteral(
        "SELECT d.name FROM post_assignment p JOIN department d ON d.code = p.department "
        "WHERE p.post = :post AND (p.operator = :handler OR p.operator IN "
        "(SELECT grantor FROM delegation WHERE grantee = :handler AND post = :post)) "
        "ORDER BY CASE WHEN p.operator = :handler THEN 0 ELSE 1 END, p.id DESC LIMIT 1"));
    row.bind(QStringLiteral(":post"), post);
    row.bind(QStringLiteral(":handler"), handler);
    return row.next() ? row.text(0) : QString();
}

struct Course {
    OperationState state = OperationState::InReview;
    QString waitsFor; ///< "复核（乡镇复核、参保登记）"
    QDate madeOn;
    QDate dueOn;
    QString handler;
    QString post;
    QString section;
};

Course courseOf(qint64 operation, const Reader &reader)
{
    Course course;
    Query row = reader.query(
        QStringLiteral("SELECT state, step, route, made_on, due_on FROM operation WHERE id = ?"));
    row.bindAll(operation);
    row.next();
    course.state = stateFromCode(row.text(0));
    course.madeOn = row.date(3);
    if (!row.isNull(4))
        course.dueOn = row.date(4);
    const Route route = Route::fromJson(row.text(2).toUtf8());
    const qint64 step = row.integer(1);
    if (course.state == OperationState::InReview && step < route.steps.size()) {
        QStringList posts;
        for (const QString &post : route.steps.at(step).posts)
            posts.append(postTitle(post));
        course.waitsFor =
            QStringLiteral("%1（%2）")
                .arg(actionTitle(route.steps.at(step).kind), posts.join(QStringLiteral("、")));
    }
    Query made = reader.query(QStringLiteral(
        "SELECT a.id, a.display_name, j.post FROM journal j JOIN operator_account a "
        "ON a.id = j.operator WHERE j.operation = ? AND j.kind = ? ORDER BY j.seq DESC LIMIT 1"));
    made.bindAll(operation, actionCode(ActionKind::Make));
    if (made.next()) {
        course.handler = made.text(1);
        course.post = postTitle(made.text(2));
        course.section = sectionOf(made.integer(0), made.text(2), reader);
    }
    return course;
}

DocumentData acceptanceSlip(const DocumentSource &source, const Reader &reader)
{
    const Course course = courseOf(source.operation, reader);
    const int limit = source.type.limitDaysWorking;
    DocumentData data;
    data.templateId = QStringLiteral("acceptance_slip");
    data.title = QStringLiteral("业务受理回执");
    data.values = {
        {QStringLiteral("name"), applicant(source, reader).first},
        {QStringLiteral("matter"), source.type.title},
        {QStringLiteral("operation"), QString::number(shortNumber(source.operation))},
        {QStringLiteral("made_on"), paperDate(course.madeOn)},
        {QStringLiteral("section"), course.section},
        {QStringLiteral("handler"), QStringLiteral("%1（%2）").arg(course.handler, course.post)},
        {QStringLiteral("limit"),
         limit > 0 ? QStringLiteral("%1 个工作日").arg(limit) : QStringLiteral("即时办理")},
        {QStringLiteral("due_on"),
         course.dueOn.isValid() ? paperDate(course.dueOn) : paperDate(course.madeOn)},
        {QStringLiteral("state"), stateTitle(course.state)},
        {QStringLiteral("waits_for"),
         course.waitsFor.isEmpty() ? QStringLiteral("—") : course.waitsFor},
        {QStringLiteral("evidence"), evidenceOf(source.operation, reader)},
        {QStringLiteral("as_of_line"),
         QStringLiteral("3．状态与环节为 %1 打印时的情况。").arg(paperDate(reader.today()))}};
    return data;
}

/** What the last checker said when it was given back: why, and what is to be handed in. */
struct GivenBack {
    QString reason; ///< empty where nobody gave it back
    QStringList papers;
};

GivenBack givenBack(qint64 operation, const Reader &reader)
{
    Query row = reader.query(QStringLiteral(
        "SELECT j.detail FROM journal j JOIN operation o ON o.id = j.operation "
        "WHERE o.id = ? AND o.state = 'returned' AND j.kind = ? ORDER BY j.seq DESC LIMIT 1"));
    row.bindAll(operation, actionCode(ActionKind::Return));
    if (!row.next())
        return {};
    const QJsonDocument detail = QJsonDocument::fromJson(row.text(0).toUtf8());
    return {detail[u"reason"].toString(), detail[u"papers"].toVariant().toStringList()};
}

/** The papers of the type, and what a checker asked for beside them; each there or missing. */
QJsonArray paperRows(const DocumentSource &source, const GivenBack &back)
{
    QStringList papers = source.type.evidence;
    for (const QString &asked : back.papers) {
        if (!papers.contains(asked))
            papers.append(asked);
    }
    QJsonArray rows;
    const auto add = [&rows](const QString &paper, const QString &state) {
        rows.append(QJsonObject{{QStringLiteral("no"), QString::number(rows.size() + 1)},
                                {QStringLiteral("paper"), paper},
                                {QStringLiteral("state"), state}});
    };
    for (const QString &paper : papers) {
        const bool there = source.operation != 0 ? !back.papers.contains(paper)
                                                 : source.papersSeen.contains(paper);
        add(evidenceTitle(paper), there ? QStringLiteral("已收") : QStringLiteral("缺，须补交"));
    }
    if (!back.reason.isEmpty())
        add(back.reason, QStringLiteral("须更正"));
    return rows;
}

DocumentData missingPapers(const DocumentSource &source, const Reader &reader)
{
    const GivenBack back =
        source.operation != 0 ? givenBack(source.operation, reader) : GivenBack();
    const QJsonArray rows = paperRows(source, back);
    const bool anyMissing = std::any_of(rows.begin(), rows.end(), [](const QJsonValue &row) {
        return row[u"state"].toString() != QStringLiteral("已收");
    });
    if (!anyMissing)
        throw RefusedError(
            {refusal(QStringLiteral("RULE_BROKEN"),
                     words(QT_TRANSLATE_NOOP(
                         "Enrollment", "No paper is missing: there is nothing to give notice of.")),
                     QStringLiteral("evidence"))});
    const QString division = source.payload[u"division"].toString();
    const std::optional<qint64> days = reader.policy().figure(supplyDays, division, reader.today());
    if (!days)
        throw RefusedError(
            {Refusal{QStringLiteral("POLICY_MISSING"),
                     {},
                     words(QT_TRANSLATE_NOOP("Enrollment", "The policy row “%1” is missing."))
                         .arg(supplyDays),
                     {}}});
    const auto [name, idNumber] = applicant(source, reader);
    DocumentData data;
    data.templateId = QStringLiteral("missing_papers");
    data.title = QStringLiteral("一次性补正告知书");
    data.values = {
        {QStringLiteral("name"), name},
        {QStringLiteral("id_number"), idNumber},
        {QStringLiteral("matter"), source.type.title},
        {QStringLiteral("operation"),
         source.operation != 0 ? QString::number(shortNumber(source.operation))
                               : QStringLiteral("尚未受理")},
        {QStringLiteral("told_on"), QStringLiteral("告知日期：") + paperDate(reader.today())},
        {QStringLiteral("by_when"),
         QStringLiteral("%1前（%2 个工作日内）")
             .arg(paperDate(reader.calendar().addWorkingDays(reader.today(), int(*days))))
             .arg(*days)},
        {QStringLiteral("rows"), rows}};
    return data;
}

DocumentSpec counterDocument(const char *id, const char *title)
{
    DocumentSpec document;
    document.id = QString::fromLatin1(id);
    document.title = words(title);
    document.ofFact = true;
    document.serves = isOnePersonsMatter;
    return document;
}

} // namespace

DocumentSpec acceptanceSlipDocument()
{
    DocumentSpec document = counterDocument("enrollment.acceptance_slip",
                                            QT_TRANSLATE_NOOP("Enrollment", "Acceptance slip"));
    document.gatherFor = acceptanceSlip;
    return document;
}

DocumentSpec missingPapersDocument()
{
    DocumentSpec document = counterDocument(
        "enrollment.missing_papers", QT_TRANSLATE_NOOP("Enrollment", "Notice of missing papers"));
    document.serves = [](const OperationType &type) {
        return isOnePersonsMatter(type) && !type.evidence.isEmpty();
    };
    document.beforeMaking = true;
    document.onlyWhile = OperationState::Returned;
    document.gatherFor = missingPapers;
    return document;
}

} // namespace jubao
