// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"
#include "core/resources.h"
#include "database/ids.h"
#include "operations/paper_request.h"
#include "operations/registrar.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace jubao {

QString postTitle(const QString &code)
{
    static const QMap<QString, QString> titles = [] {
        QMap<QString, QString> map;
        const QJsonArray posts =
            QJsonDocument::fromJson(readResource(QStringLiteral(":/jubao/policy/posts.json")))
                .array();
        for (const QJsonValue &post : posts)
            map.insert(post[u"code"].toString(), post[u"title"].toString());
        return map;
    }();
    if (code == QLatin1String("DV")) // the mark beside the posts, see administration
        return QCoreApplication::translate("Posts", "Developer of the software");
    return titles.value(code, code);
}

namespace {

QJsonArray changesAsJson(const QList<Change> &changes)
{
    QJsonArray array;
    for (const Change &change : changes)
        array.append(QJsonArray{change.field, change.before, change.after});
    return array;
}

} // namespace

QStringList OperationView::papersNamed() const
{
    return papersNamedIn(actions);
}

QString Registrar::waitsFor(const OperationSnapshot &snapshot)
{
    switch (snapshot.state) {
    case OperationState::Returned:
    case OperationState::Conflict:
        return QCoreApplication::translate("Registrar", "the maker");
    case OperationState::Held:
        return QCoreApplication::translate("Registrar",
                                           "lifting of the hold by director and auditor");
    case OperationState::InReview:
        break;
    default:
        return {};
    }
    if (snapshot.step >= snapshot.route.steps.size())
        return {};
    const RouteStep &step = snapshot.route.steps.at(snapshot.step);
    QStringList titles;
    for (const QString &post : step.posts)
        titles.append(postTitle(post));
    const QString posts = titles.join(QCoreApplication::translate("Registrar", " or "));
    return step.head
        ? QCoreApplication::translate("Registrar", "%1 by the head of %2")
              .arg(actionTitle(step.kind), posts)
        : QCoreApplication::translate("Registrar", "%1 by %2").arg(actionTitle(step.kind), posts);
}

QString Registrar::inWords(qint64 operation) const
{
    Query row = m_reader.query(
        QStringLiteral("SELECT o.type, a.display_name, o.made_on, o.division FROM operation o JOIN "
                       "operator_account a ON a.id = o.maker WHERE o.id = ?"));
    row.bindAll(operation);
    if (!row.next())
        return QString::number(operation);
    const QStringList sight =
        divisionsInSight(heldNow(actor().posts, m_setting.now, m_reader.today()));
    if (!coversDivision(sight, row.text(3)))
        return QCoreApplication::translate(
            "Registrar", "one of another township; the county office knows which");
    const OperationType *type = m_setting.registry.find(row.text(0));
    return QCoreApplication::translate("Registrar", "no. %1 (%2, made by %3 on %4)")
        .arg(QString::number(shortNumber(operation)), type ? type->title : row.text(0), row.text(1),
             row.text(2));
}

const OperationType *Registrar::typeOf(const OperationSnapshot &snapshot) const
{
    return m_setting.registry.find(snapshot.type, snapshot.typeVersion);
}

OperationView Registrar::content(const OperationSnapshot &snapshot) const
{
    OperationView view;
    view.id = snapshot.id;
    view.type = snapshot.type;
    view.revision = snapshot.revision;
    view.state = snapshot.state;
    const Query evidence = askEvidence(view);
    const Query actions = askActions(view);
    loadRevision(view);
    const OperationType *type = typeOf(snapshot);
    view.title = type ? type->title : view.type;
    const bool finished =
        view.state == OperationState::Posted || view.state == OperationState::Closed;
    if (type && type->changes && !finished)
        view.changes = type->changes(view.payload, m_reader);
    if (type && type->batch)
        view.changes += batchTotals(*type, view.payload);
    loadEvidence(view, evidence);
    loadActions(view, actions);
    QJsonObject seen{{QStringLiteral("operation"), view.id},
                     {QStringLiteral("revision"), view.revision},
                     {QStringLiteral("payload"), sm3Hex(canonicalJson(view.payload))},
                     {QStringLiteral("changes"), changesAsJson(view.changes)},
                     {QStringLiteral("evidence"), QJsonArray::fromStringList(view.evidenceKinds)},
                     {QStringLiteral("findings"), view.findings.size()}};
    if (!view.instructedBy.isEmpty())
        seen.insert(QStringLiteral("instructed_by"), view.instructedBy);
    if (!view.objection.isEmpty())
        seen.insert(QStringLiteral("objection"), view.objection);
    view.digest = sm3Hex(canonicalJson(seen));
    return view;
}

OperationView Registrar::view(qint64 operation) const
{
    const OperationSnapshot snapshot = m_snapshots.operation(operation);
    if (!snapshot.exists)
        throw RefusedError(
            {refusal(QStringLiteral("OPERATION_UNKNOWN"), QString::number(operation))});
    Query row = m_reader.query(QStringLiteral(
        "SELECT o.closed_by, o.summary, o.division, a.name, o.made_on, o.due_on, o.amount "
        "FROM operation o JOIN operator_account a ON a.id = o.maker WHERE o.id = :id"));
    row.bind(QStringLiteral(":id"), operation);
    row.ask();
    OperationView view = content(snapshot);
    row.next();
    view.closedBy = row.text(0);
    view.summary = row.text(1);
    view.division = row.text(2);
    view.maker = row.text(3);
    view.madeOn = row.date(4);
    view.dueOn = row.isNull(5) ? QDate() : row.date(5);
    view.amountFen = row.integer(6);
    view.waitsFor = waitsFor(snapshot);
    if (snapshot.state == OperationState::InReview && snapshot.step < snapshot.route.steps.size()) {
        view.waitsForStep = snapshot.route.steps.at(snapshot.step).kind;
        view.waitsForPosts = snapshot.route.steps.at(snapshot.step).posts;
    }
    markWaiting(view);
    return view;
}

void Registrar::loadRevision(OperationView &view) const
{
    Query row = m_reader.query(QStringLiteral(
        "SELECT payload, findings FROM operation_revision WHERE operation = ? AND revision = ?"));
    row.bindAll(view.id, qint64(view.revision));
    if (!row.next())
        return;
    view.payload = parseCanonicalObject(row.text(0).toUtf8());
    const QJsonArray findings = QJsonDocument::fromJson(row.text(1).toUtf8()).array();
    for (const QJsonValue &each : findings)
        view.findings.append({severityFromNumber(each[u"severity"].toInt()),
                              each[u"code"].toString(),
                              each[u"field"].toString(),
                              each[u"text"].toString(),
                              {}});
}

Query Registrar::askEvidence(const OperationView &view) const
{
    Query evidence = m_reader.query(QStringLiteral(
        "SELECT kind, file_name FROM operation_evidence WHERE operation = :operation AND revision = :revision "
        "ORDER BY kind, digest"));
    evidence.bind(QStringLiteral(":operation"), view.id);
    evidence.bind(QStringLiteral(":revision"), qint64(view.revision));
    evidence.ask();
    return evidence;
}

void Registrar::loadEvidence(OperationView &view, Query evidence)
{
    while (evidence.next())
        view.evidenceKinds.append(evidence.text(1).isEmpty()
                                      ? evidence.text(0)
                                      : evidence.text(0) + u'=' + evidence.text(1));
}

Query Registrar::askActions(const OperationView &view) const
{
    Query rows = m_reader.query(QStringLiteral(
        "SELECT j.seq, a.name, a.display_name, j.post, j.kind, j.accepted_at, j.detail, j.revision FROM journal j "
        "JOIN operator_account a ON a.id = j.operator WHERE j.operation = :operation ORDER BY j.seq"));
    rows.bind(QStringLiteral(":operation"), view.id);
    rows.ask();
    return rows;
}

void Registrar::loadActions(OperationView &view, Query rows)
{
    while (rows.next()) {
        if (!actionFromCode(rows.text(4)))
            continue;
        OperationView::Act act;
        act.seq = rows.integer(0);
        act.operatorName = rows.text(1);
        act.displayName = rows.text(2);
        act.post = rows.text(3);
        act.step = rows.text(4);
        act.at = rows.text(5);
        const QJsonObject detail = parseCanonicalObject(rows.text(6).toUtf8());
        act.reason = detail[u"reason"].toString();
        act.papers = detail[u"papers"].toVariant().toStringList();
        act.latePapers = detail[u"late_papers"].toVariant().toStringList();
        act.lateReason = detail[u"late_reason"].toString();
        act.revision = int(rows.integer(7));
        if (act.step == actionCode(ActionKind::Make)) {
            view.instructedBy = detail[u"instructed_by"].toString();
            view.instructedOn = detail[u"instructed_on"].toString();
            view.objection = detail[u"objection"].toString();
        }
        view.actions.append(act);
    }
}

} // namespace jubao
