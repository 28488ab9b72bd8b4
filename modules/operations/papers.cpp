// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/papers.h"

#include "core/mask.h"
#include "core/resources.h"
#include "database/ids.h"
#include "database/transaction.h"
#include "operations/office_private.h"
#include "operations/paper_request.h"
#include "operations/payload.h"
#include "operations/snapshot.h"
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <algorithm>
#include <stdexcept>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Documents", text);
}

// A paper's own words are the trade's, like the template's: they are not translated.
QString stepOnPaper(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Make:
        return QStringLiteral("经办");
    case ActionKind::Recheck:
        return QStringLiteral("复核");
    case ActionKind::Review:
        return QStringLiteral("审核");
    case ActionKind::Approve:
        return QStringLiteral("审批");
    case ActionKind::Joint:
        return QStringLiteral("会签");
    case ActionKind::CarryOut:
        return QStringLiteral("执行");
    case ActionKind::Attest:
        return QStringLiteral("核对");
    default:
        return actionTitle(kind);
    }
}

/** What the trail keeps of a print, in the order in which it is written. */
struct PrintRecord {
    QString number;     ///< of the paper
    QString templateId; ///< with "@version"
    QString kind;       ///< original, draft, reprint, copy
    int version() const { return templateId.section(u'@', 1).toInt(); }
    QString text() const { return number + u' ' + templateId + u' ' + kind; }
    static PrintRecord fromText(const QString &text)
    {
        return {text.section(u' ', 0, 0), text.section(u' ', 1, 1), text.section(u' ', 2, 2)};
    }
};

const QString original = QStringLiteral("original");
const QString draft = QStringLiteral("draft");
const QString reprint = QStringLiteral("reprint");
const QString copy = QStringLiteral("copy");

QList<PrintRecord> printsOf(Database &database, const QString &subject)
{
    QList<PrintRecord> list;
    Query before = database.prepare(
        QStringLiteral("SELECT detail, kind FROM access_trail WHERE kind IN ('print', "
                       "'print_failed') AND subject = ? ORDER BY seq"));
    before.bindAll(subject);
    while (before.next()) {
        if (before.text(1) == QLatin1String("print"))
            list.append(PrintRecord::fromText(before.text(0)));
        else if (!list.isEmpty()) // A desk of the county that could not hand out what it got.
            list.removeLast();
    }
    return list;
}

/** "CB-01-2026-000012": code of the template, year or day, the matter's own number. */
QString documentNumber(const QString &code, const QString &when, qint64 id)
{
    constexpr int digits = 6;
    constexpr int nodeBits = 40;
    // What an office has once, its founding certificate, is asked for without an id.
    id = std::max<qint64>(id, 1);
    const qint64 node = id >> nodeBits;
    QStringList parts{code};
    if (!when.isEmpty())
        parts.append(when);
    if (node > 1)
        parts.append(QString::number(node));
    parts.append(QStringLiteral("%1").arg(shortNumber(id), digits, 10, QLatin1Char('0')));
    return parts.join(u'-');
}

void number(DocumentData &paper, const QString &when, qint64 id)
{
    paper.number = documentNumber(templateLayout(paper.templateId)[u"code"].toString(), when, id);
    paper.values.insert(QStringLiteral("document_number"), QStringLiteral("编号：") + paper.number);
}

QString subjectOf(const QString &document, qint64 id)
{
    return document + u' ' + QString::number(id);
}

/** "contribution_receipt@2": as the trail keeps it. */
QString versionedTemplate(const DocumentData &data)
{
    const int version = templateLayout(data.templateId, data.templateVersion)[u"version"].toInt();
    return data.templateId + u'@' + QString::number(version);
}

} // namespace

QJsonObject templateLayout(const QString &templateId, int version)
{
    const auto read = [](const QString &name) {
        const QString path = QStringLiteral(":/jubao/templates/%1.json").arg(name);
        return QFile::exists(path) ? QJsonDocument::fromJson(readResource(path)).object()
                                   : QJsonObject();
    };
    const QJsonObject newest = read(templateId);
    const QJsonObject layout = version == 0 || version == newest[u"version"].toInt()
        ? newest
        : read(templateId + u'.' + QString::number(version));
    if (layout[u"page"].toArray().size() != 2)
        throw std::invalid_argument("no such template: " + templateId.toStdString() + " version "
                                    + std::to_string(version));
    return layout;
}

QJsonArray signOffLines(qint64 operation, const OperationType &type, const Reader &reader)
{
    Query row = reader.query(QStringLiteral("SELECT route, revision FROM operation WHERE id = ?"));
    row.bindAll(operation);
    if (!row.next())
        return {};
    const Route route = Route::fromJson(row.text(0).toUtf8());
    QHash<ActionKind, QList<QJsonObject>> taken;
    Query acts = reader.query(
        QStringLiteral("SELECT a.display_name, j.post, j.accepted_at, j.kind FROM journal j "
                       "JOIN operator_account a ON a.id = j.operator "
                       "WHERE j.operation = :operation AND j.revision = :revision ORDER BY j.seq"));
    acts.bind(QStringLiteral(":operation"), operation);
    acts.bind(QStringLiteral(":revision"), row.integer(1));
    while (acts.next()) {
        const std::optional<ActionKind> kind = actionFromCode(acts.text(3));
        if (!kind)
            continue;
        const QDateTime at = QDateTime::fromString(acts.text(2), Qt::ISODateWithMs);
        taken[*kind].append(
            {{QStringLiteral("name"), acts.text(0)},
             {QStringLiteral("post"), postTitle(acts.text(1))},
             {QStringLiteral("at"), officeTime(at).toString(QStringLiteral("yyyy-MM-dd HH:mm"))}});
    }
    QJsonArray lines;
    const auto add = [&](ActionKind kind, bool ofRoute) {
        QJsonObject line;
        if (!ofRoute)
            line.insert(QStringLiteral("rule"),
                        QStringLiteral("本业务流程不设此环节（依据：%1）").arg(type.legalBasis));
        else if (!taken[kind].isEmpty())
            line = taken[kind].takeFirst();
        line.insert(QStringLiteral("step"), stepOnPaper(kind));
        lines.append(line);
    };
    const QList<ActionKind> four{ActionKind::Make, ActionKind::Recheck, ActionKind::Review,
                                 ActionKind::Approve};
    for (const ActionKind kind : four) {
        const qsizetype before = lines.size();
        for (const RouteStep &step : route.steps) {
            if (step.kind == kind)
                add(kind, true);
        }
        if (lines.size() == before)
            add(kind, false);
    }
    for (const RouteStep &step : route.steps) {
        if (!four.contains(step.kind))
            add(step.kind, true);
    }
    return lines;
}

/** A paper with all but what the prints before it decide. */
struct Office::Gathered {
    Printable paper;
    const DocumentSpec *spec = nullptr;
    const OperationType *owner = nullptr;
    qint64 id = 0;
    QString subject;
    bool inForce = true;
};

Office::Gathered Office::gatherPaper(const Session &session, const QString &document, qint64 id,
                                     int year) const
{
    const auto [spec, owner] = d->options.registry->findDocument(document);
    if (!spec)
        d->refuse(session.operatorId(), QStringLiteral("DOCUMENT_UNKNOWN"), document);
    if (isAboutPersons(document))
        requireRight(session, DataRight::Look, document);
    const QStringList held = session.posts();
    const bool mayHave = spec->posts.isEmpty()
        || std::any_of(held.begin(), held.end(),
                       [spec = spec](const QString &post) { return spec->posts.contains(post); });
    if (!mayHave)
        d->refuse(session.operatorId(), QStringLiteral("POST_NOT_HELD"),
                  spec->posts.join(QStringLiteral(", ")));
    if (!owner && !spec->serves)
        requireSightOfPerson(session, id, document);
    Gathered result{{}, spec, owner, id, subjectOf(document, id)};
    QString when = spec->ofDay ? reader().today().toString(QStringLiteral("yyyyMMdd")) : QString();
    DocumentData &data = result.paper.data;
    if (owner || spec->serves) {
        const OperationView shown = view(session, id);
        const OperationType *type = d->options.registry->find(shown.type);
        if (!type || (owner ? owner != type : !spec->serves(*type)))
            d->refuse(session.operatorId(), QStringLiteral("DOCUMENT_UNKNOWN"), document);
        result.inForce = spec->ofFact || shown.state == OperationState::Posted;
        when = QString::number(shown.madeOn.year());
        data = spec->serves ? spec->gatherFor({*type, id, shown.payload, {}}, reader())
                            : spec->gather(id, shown.payload, reader());
        data.values.insert(QStringLiteral("sign_off"), signOffLines(id, *type, reader()));
    } else if (spec->ofRun) {
        const QDate today = reader().today();
        year = year == 0 ? today.year() : year;
        // A year that is not over is stated up to today: tomorrow's is another paper.
        when = year < today.year() ? QString::number(year)
                                   : today.toString(QStringLiteral("yyyyMMdd"));
        data = spec->gather(id, {{QStringLiteral("year"), year}}, reader());
    } else {
        data = spec->gather(id, {}, reader());
    }
    if (!spec->numbered)
        number(data, when, id);
    d->finishPaper(session, result.paper);
    result.paper.foot = paperFoot(session);
    result.paper.watermark = takenOutBy(session);
    return result;
}

QString Office::judgePaper(Gathered &gathered, qint64 id) const
{
    const DocumentSpec &spec = *gathered.spec;
    Printable &paper = gathered.paper;
    QList<PrintRecord> prints = printsOf(*d->database, gathered.subject);
    // One number is one paper, whichever of its forms it is drawn on (CON-09).
    for (const DocumentSpec &other :
         gathered.owner ? gathered.owner->documents : QList<DocumentSpec>()) {
        if (spec.numbered && other.numbered && other.id != spec.id)
            prints += printsOf(*d->database, subjectOf(other.id, id));
    }
    // A statement as of another day is another paper; a draft never was one.
    prints.removeIf([&](const PrintRecord &each) {
        return each.kind == draft
            || ((spec.ofDay || spec.ofRun) && each.number != paper.data.number);
    });
    PrintRecord record{paper.data.number, {}, original};
    if (spec.numbered && !prints.isEmpty()) {
        record.kind = copy;
        paper.stamp = words(QT_TRANSLATE_NOOP("Documents", "File copy, no receipt"));
    } else if (!gathered.inForce) {
        record.kind = draft;
        paper.stamp = words(QT_TRANSLATE_NOOP("Documents", "Draft, not in force"));
    } else if (!prints.isEmpty()) {
        record.kind = reprint;
        paper.stamp = words(QT_TRANSLATE_NOOP("Documents", "Reprint no. %1")).arg(prints.size());
    }
    const bool sameForm =
        !prints.isEmpty() && prints.first().templateId.section(u'@', 0, 0) == paper.data.templateId;
    paper.data.templateVersion = sameForm ? prints.first().version() : 0;
    record.templateId = versionedTemplate(paper.data);
    return record.text();
}

Office::Printable Office::prepareToPrint(const Session &session, const QString &document, qint64 id)
{
    if (d->options.county)
        return d->papers(session, {false, document, id}).first();
    Gathered gathered = gatherPaper(session, document, id);
    const QString record = judgePaper(gathered, id);
    trace(session, QStringLiteral("preview"), gathered.subject, record);
    return gathered.paper;
}

Office::Printable Office::giveOut(const Session &session, const QString &document, qint64 id,
                                  const HandOut &handOut)
{
    if (d->options.county)
        return d
            ->papersGiven(session, {true, document, id},
                          [&](const QList<Printable> &papers) { handOut(papers.first()); })
            .first();
    // A refusal leaves its line: it must not stand in what is rolled back.
    Gathered gathered = gatherPaper(session, document, id);
    Transaction transaction(*d->database);
    const QString record = judgePaper(gathered, id);
    traced(session, QStringLiteral("print"), gathered.subject, record,
           [&] { handOut(gathered.paper); });
    transaction.commit();
    return gathered.paper;
}

QList<Office::Gathered> Office::gatherRun(const Session &session, const PaperRun &run) const
{
    const DocumentSpec *spec = d->options.registry->findDocument(run.document).first;
    if (!spec || !spec->ofRun)
        d->refuse(session.operatorId(), QStringLiteral("DOCUMENT_UNKNOWN"), run.document);
    requireDivision(session, run.division, run.document);
    requireRight(session, DataRight::Export, run.document, run.division);
    const QList<qint64> ids = spec->ofRun(run.division, run.year, reader());
    if (ids.isEmpty())
        d->refuse(session.operatorId(), run.document,
                  RefusedError({refusal(QStringLiteral("NOTHING_TO_PRINT"), spec->title,
                                        QStringLiteral("division"))}));
    QList<Gathered> papers;
    for (const qint64 id : ids)
        papers.append(gatherPaper(session, run.document, id, run.year));
    return papers;
}

namespace {

QString runSubject(const Office::PaperRun &run)
{
    return QStringLiteral("%1 %2 %3").arg(run.document, run.division).arg(run.year);
}

} // namespace

void Office::notGiven(const Session &session, const PaperOrder &order)
{
    const auto [spec, owner] = d->options.registry->findDocument(order.document);
    if (!spec)
        return;
    QStringList subjects;
    if (order.run) {
        const QList<qint64> ids = spec->ofRun(order.run->division, order.run->year, reader());
        for (const qint64 id : ids)
            subjects.append(subjectOf(order.document, id));
        subjects.append(runSubject(*order.run));
    } else if (const OperationType *type = d->options.registry->find(order.type)) {
        subjects.append(noticeSubject(order.document, *type, order.payload, reader()));
    } else {
        subjects.append(subjectOf(order.document, order.id));
    }
    Transaction transaction(*d->database);
    for (const QString &subject : std::as_const(subjects)) {
        Query last = d->database->prepare(QStringLiteral(
            "SELECT operator, kind, detail FROM access_trail WHERE kind IN ('print', "
            "'print_failed') AND subject = ? ORDER BY seq DESC LIMIT 1"));
        last.bindAll(subject);
        // Only what was given to this one last.
        if (last.next() && last.integer(0) == session.operatorId()
            && last.text(1) == QLatin1String("print"))
            d->trail->add(session.operatorId(), QStringLiteral("print_failed"), subject,
                          last.text(2), d->now());
    }
    transaction.commit();
}

QList<Office::Printable> Office::prepareRun(const Session &session, const PaperRun &run)
{
    if (d->options.county)
        return d->papers(session, {false, run.document, 0, run});
    QList<Gathered> gathered = gatherRun(session, run);
    QList<Printable> papers;
    for (Gathered &each : gathered) {
        judgePaper(each, each.id);
        papers.append(each.paper);
    }
    trace(session, QStringLiteral("preview"), runSubject(run), QString::number(papers.size()));
    return papers;
}

QList<Office::Printable> Office::giveOutRun(const Session &session, const PaperRun &run,
                                            const HandOutAll &handOut)
{
    if (d->options.county)
        return d->papersGiven(session, {true, run.document, 0, run}, handOut);
    QList<Gathered> gathered = gatherRun(session, run);
    Transaction transaction(*d->database);
    QList<Printable> papers;
    for (Gathered &each : gathered) {
        trace(session, QStringLiteral("print"), each.subject, judgePaper(each, each.id));
        papers.append(each.paper);
    }
    traced(session, QStringLiteral("print"), runSubject(run), QString::number(papers.size()),
           [&] { handOut(papers); });
    transaction.commit();
    return papers;
}

Office::Printable Office::prepareBeforeMaking(const Session &session, const QString &document,
                                              const QString &typeId, const QJsonObject &payload,
                                              const QStringList &papersSeen,
                                              const QString &lateReason) const
{
    if (d->options.county)
        return d->papers(session, {false, document, 0, {}, typeId, payload, papersSeen, lateReason})
            .first();
    const auto [spec, owner] = d->options.registry->findDocument(document);
    const OperationType *type = d->options.registry->find(typeId);
    if (!spec || !type || !spec->beforeMaking || !spec->serves(*type))
        d->refuse(session.operatorId(), QStringLiteral("DOCUMENT_UNKNOWN"), document);
    requireMaker(session, typeId);
    if (const QList<Refusal> outside =
            d->outOfSight(session, *type, readPayload(*type, payload).values);
        !outside.isEmpty())
        d->refuse(session.operatorId(), document, RefusedError(outside));
    Printable result;
    try {
        result.data = spec->gatherFor({*type, 0, payload, papersSeen}, reader());
        const QStringList late =
            notNamedFirst(papersMissing(*type, papersSeen),
                          papersNamedBefore(*type, registry(), payload, reader()));
        if (!late.isEmpty() && lateReason.trimmed().isEmpty())
            throw RefusedError({refusal(QStringLiteral("PAPER_NOT_NAMED_FIRST"),
                                        papersInWords(late), QStringLiteral("reason"))});
    } catch (const RefusedError &error) {
        d->refuse(session.operatorId(), document, error);
    }
    numberBeforeMaking(result);
    d->finishPaper(session, result);
    result.foot = paperFoot(session);
    result.watermark = takenOutBy(session);
    return result;
}

Office::Printable Office::giveOutBeforeMaking(const Session &session, const QString &document,
                                              const QString &typeId, const QJsonObject &payload,
                                              const QStringList &papersSeen, const HandOut &handOut,
                                              const QString &lateReason)
{
    if (d->options.county)
        return d
            ->papersGiven(session, {true, document, 0, {}, typeId, payload, papersSeen, lateReason},
                          [&](const QList<Printable> &papers) { handOut(papers.first()); })
            .first();
    Printable result =
        prepareBeforeMaking(session, document, typeId, payload, papersSeen, lateReason);
    const OperationType &type = *d->options.registry->find(typeId);
    const QStringList asked = papersMissing(type, papersSeen);
    const QStringList late =
        notNamedFirst(asked, papersNamedBefore(type, registry(), payload, reader()));
    Transaction transaction(*d->database);
    numberBeforeMaking(result);
    const PrintRecord record{result.data.number, versionedTemplate(result.data), original};
    traced(session, QStringLiteral("print"), noticeSubject(document, type, payload, reader()),
           record.text() + u' ' + maskIdNumber(result.data.values[u"id_number"].toString())
               + noticeDetail(asked, late, lateReason.trimmed()),
           [&] { handOut(result); });
    transaction.commit();
    return result;
}

void Office::numberBeforeMaking(Printable &paper) const
{
    Query head =
        d->database->prepare(QStringLiteral("SELECT coalesce(max(seq), 0) + 1 FROM access_trail"));
    head.next();
    // Nothing is entered yet that could give the number: the line of the trail does.
    number(paper.data, reader().today().toString(QStringLiteral("yyyyMMdd")), head.integer(0));
}

void Office::Private::finishPaper(const Session &session, Printable &paper)
{
    paper.data.values.insert(QStringLiteral("office"), slotFile.office()[u"name"].toString());
    paper.data.values.insert(QStringLiteral("printed_by_line"),
                             QStringLiteral("经办人：") + session.displayName());
}

QString Office::takenOutBy(const Session &session) const
{
    return session.displayName() + u' '
        + officeTime(d->now()).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString Office::paperFoot(const Session &session) const
{
    const QString foot =
        words(QT_TRANSLATE_NOOP("Documents", "%1  printed by %2  %3"))
            .arg(d->journal->witnessText(), session.displayName(),
                 officeTime(d->now()).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    // A demo is marked for ever: no paper of it can pass for a real one.
    return isDemo()
        ? words(QT_TRANSLATE_NOOP("Documents", "Demo, not valid")) + QStringLiteral("  ") + foot
        : foot;
}

} // namespace jubao
