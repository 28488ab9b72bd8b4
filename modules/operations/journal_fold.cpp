// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/journal_fold.h"

#include "core/clock.h"
#include <QJsonArray>
#include <algorithm>

namespace jubao {

namespace {

constexpr const char *tablesOfAuthority[]{
    "operator_account", "operator_key", "post_assignment", "delegation",
    "delegation_scope", "power",        "route",           "incompatible_post",
    "avoidance"};

} // namespace

QDateTime decidedAt(const JournalEntry &entry)
{
    return QDateTime::fromString(entry.claimedAt, Qt::ISODateWithMs);
}

Action actionOf(const JournalEntry &entry, ActionKind kind)
{
    Action action;
    action.kind = kind;
    action.operation = entry.operation;
    action.revision = entry.revision;
    action.post = entry.post;
    action.actionId = entry.action;
    action.reason = entry.detail[u"reason"].toString();
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid =
        entry.detail[u"evidence_checked"].toInt() == 1;
    action.alone = entry.detail[u"together"].toInt() != 1;
    action.papers = entry.detail[u"papers"].toVariant().toStringList();
    action.lateReason = entry.detail[u"late_reason"].toString();
    return action;
}

JournalFold::JournalFold(Database &database, const Catalogue &catalogue,
                         const TypeRegistry &registry)
    : m_database(database)
    , m_catalogue(catalogue)
    , m_registry(registry)
{
    authorityChanged();
}

void JournalFold::authorityChanged()
{
    m_changes.clear();
    m_epoch = -1;
    for (const char *table : tablesOfAuthority) {
        const Table &described = *m_catalogue.find(QString::fromLatin1(table));
        QString sql = QStringLiteral("SELECT op_seq FROM %1").arg(described.name);
        if (described.kind == TableKind::Record)
            sql += QStringLiteral(" UNION SELECT op_seq FROM %1_history").arg(described.name);
        Query rows = m_database.prepare(sql);
        while (rows.next())
            m_changes.append(rows.integer(0));
    }
    std::sort(m_changes.begin(), m_changes.end());
    m_changes.erase(std::unique(m_changes.begin(), m_changes.end()), m_changes.end());
}

qint64 JournalFold::epoch(qint64 beforeEntry)
{
    const qint64 now =
        std::lower_bound(m_changes.begin(), m_changes.end(), beforeEntry) - m_changes.begin();
    if (now != m_epoch) {
        m_epoch = now;
        m_actors.clear();
        m_powers.clear();
        m_routes.clear();
    }
    return now;
}

const Actor &JournalFold::actor(const JournalEntry &entry)
{
    epoch(entry.seq);
    const QDate today = officeDate(decidedAt(entry));
    const QString key = QStringLiteral("%1 %2").arg(entry.operatorId).arg(today.toJulianDay());
    const auto known = m_actors.constFind(key);
    if (known != m_actors.constEnd())
        return *known;
    const Reader reader(m_database, m_catalogue, today);
    const Actor read =
        SnapshotReader(reader, m_registry, entry.seq).actor(entry.operatorId, decidedAt(entry));
    // A delegation begins and ends by the minute, so what depends on it is not kept for the day.
    const bool delegated =
        std::any_of(read.posts.begin(), read.posts.end(),
                    [](const HeldPost &held) { return !held.delegatedBy.isEmpty(); });
    const QString place = delegated ? QString() : key;
    return *m_actors.insert(place, read);
}

const QList<Power> &JournalFold::powers(qint64 beforeEntry)
{
    epoch(beforeEntry);
    if (m_powers.isEmpty()) {
        const Reader reader(m_database, m_catalogue, {});
        m_powers = SnapshotReader(reader, m_registry, beforeEntry).powers();
    }
    return m_powers;
}

const QList<JournalFold::RouteRow> &JournalFold::routes(qint64 beforeEntry)
{
    epoch(beforeEntry);
    if (!m_routes.isEmpty())
        return m_routes;
    Query rows = m_database.prepare(QStringLiteral(
        "SELECT route_key, division, steps, valid_from, valid_to FROM route WHERE op_seq < :before "
        "UNION ALL SELECT route_key, division, steps, valid_from, valid_to FROM route_history "
        "WHERE op_seq < :before AND superseded_by >= :before"));
    rows.bind(QStringLiteral(":before"), beforeEntry);
    while (rows.next())
        m_routes.append({rows.text(0), rows.text(1), rows.text(2), rows.date(3),
                         rows.isNull(4) ? QDate() : rows.date(4)});
    return m_routes;
}

bool JournalFold::routeStood(const JournalEntry &make, const FoldedOperation &folded)
{
    // Which of a type's conditions held is the type's own question (`replay` asks it); here any
    // route of the type that was in force will do.
    const QDate today = officeDate(decidedAt(make));
    const QString &type = folded.snapshot.type;
    const QString steps = make.detail[u"route"].toString();
    const QList<RouteRow> &rows = routes(make.seq);
    return std::any_of(rows.begin(), rows.end(), [&](const RouteRow &row) {
        return (row.key == type || row.key.startsWith(type + u'#')) && row.steps == steps
            && row.from <= today && (!row.to.isValid() || today <= row.to)
            && folded.snapshot.division.startsWith(row.division);
    });
}

bool JournalFold::holdsPost(const JournalEntry &entry)
{
    const Actor who = actor(entry);
    return std::any_of(who.posts.begin(), who.posts.end(),
                       [&entry](const HeldPost &held) { return held.post == entry.post; });
}

QString JournalFold::personOf(qint64 operatorId, qint64 beforeEntry)
{
    JournalEntry entry;
    entry.operatorId = operatorId;
    entry.seq = beforeEntry;
    entry.claimedAt = QStringLiteral("1970-01-01T00:00:00.000Z");
    return actor(entry).person;
}

void JournalFold::beginMake(FoldedOperation &folded, const JournalEntry &entry,
                            const MakeCircumstances &circumstances)
{
    OperationSnapshot &snapshot = folded.snapshot;
    const QString version = entry.detail[u"type"].toString();
    folded.make = entry.detail;
    folded.typeVersion = version.section(u'@', 1).toInt();
    folded.matter = entry.detail[u"matter"].toInteger();
    snapshot.type = version.section(u'@', 0, 0);
    snapshot.route = Route::fromJson(entry.detail[u"route"].toString().toUtf8());
    snapshot.division = entry.detail[u"division"].toString();
    snapshot.amountFen = entry.detail[u"amount"].toInteger();
    snapshot.subjects = circumstances.subjects;
    if (folded.maker == 0) {
        folded.maker = entry.operatorId;
        folded.madeOn = officeDate(decidedAt(entry)).toString(Qt::ISODate);
        snapshot.makerPerson = personOf(entry.operatorId, entry.seq);
    }
    if (const OperationType *type = m_registry.find(snapshot.type, folded.typeVersion)) {
        snapshot.family = type->family;
        snapshot.highRisk = type->highRisk;
        snapshot.statesFact = bool(type->stateFacts);
    }
}

FoldedOperation &JournalFold::operation(const JournalEntry &entry)
{
    const auto known = m_operations.find(entry.operation);
    if (known != m_operations.end())
        return known->second;
    FoldedOperation &folded = m_operations[entry.operation];
    folded.snapshot.id = entry.operation;
    // Released, or from before the place where this fold began: folded again, without judging.
    QList<JournalEntry> before;
    Query rows = m_database.prepare(
        Journal::selectSql() + QStringLiteral("WHERE operation = ? AND seq < ? ORDER BY seq"));
    rows.bindAll(entry.operation, entry.seq);
    while (rows.next())
        before.append(Journal::fromRow(rows));
    for (const JournalEntry &each : before)
        take(each, {});
    return folded;
}

Circumstances JournalFold::circumstances(const JournalEntry &entry, const FoldedOperation &folded,
                                         const MakeCircumstances &make)
{
    Circumstances now;
    now.now = decidedAt(entry);
    now.today = officeDate(now.now);
    now.powers = powers(entry.seq);
    now.warningUnanswered = make.warned;
    const OperationType *type = m_registry.find(folded.snapshot.type, folded.typeVersion);
    now.typeKnown = type != nullptr;
    if (folded.snapshot.isImportant()) {
        const Reader reader(m_database, m_catalogue, now.today);
        now.decisionMissing =
            !SnapshotReader(reader, m_registry, entry.seq).isDecided(folded.snapshot.id);
    }
    if (!type || entry.kind != actionCode(ActionKind::Make))
        return now;
    QStringList given;
    const QJsonArray evidence = entry.detail[u"evidence"].toArray();
    for (const QJsonValue &each : evidence) {
        given.append(each[u"kind"].toString());
        if (!each[u"file"].toString().isEmpty() && each[u"digest"] == sm3Hex({}))
            now.emptyEvidence = each[u"file"].toString();
    }
    for (const QString &kind : type->evidence) {
        if (!given.contains(kind))
            now.missingEvidence = kind;
    }
    now.evidenceMissing = !now.missingEvidence.isEmpty();
    return now;
}

void JournalFold::settle(FoldedOperation &folded, const JournalEntry &entry, const Action &action,
                         const Actor &actor, const Decision &decision)
{
    OperationSnapshot &snapshot = folded.snapshot;
    PastAction past;
    past.kind = action.kind;
    past.person = actor.person;
    past.post = entry.post;
    past.revision = decision.revision;
    past.step = action.kind == ActionKind::Make ? 0 : snapshot.step;
    readMark(entry.detail, past);
    if (const QString delegator = entry.detail[u"delegated_by"].toString(); !delegator.isEmpty())
        past.delegators.append(delegator);
    snapshot.past.append(past);
    snapshot.exists = true;
    snapshot.revision = decision.revision;
    folded.closedBy = decision.closedBy.isEmpty() ? folded.closedBy : decision.closedBy;
    if (entry.detail.contains(u"conflict")) {
        snapshot.state = OperationState::Conflict;
        return;
    }
    snapshot.step = decision.step;
    // Posted it is with the entry that says so, not with the last step.
    snapshot.state = decision.post ? OperationState::InReview : decision.state;
    folded.postingDue = decision.post ? entry.seq + 1 : 0;
}

JournalFold::Step
JournalFold::take(const JournalEntry &entry,
                  const std::function<MakeCircumstances(const JournalEntry &)> &makeCircumstances)
{
    FoldedOperation &folded = operation(entry);
    Step step;
    step.operation = &folded;
    const std::optional<ActionKind> kind = actionFromCode(entry.kind);
    if (!kind) {
        if (entry.kind == QLatin1String("posted")) {
            folded.snapshot.state = OperationState::Posted;
            folded.postedSeq = entry.seq;
        }
        return step;
    }
    MakeCircumstances make;
    if (*kind == ActionKind::Make) {
        if (makeCircumstances)
            make = makeCircumstances(entry);
        beginMake(folded, entry, make);
    }
    const Action action = actionOf(entry, *kind);
    const Actor who = actor(entry);
    if (makeCircumstances) {
        const Reader reader(m_database, m_catalogue, officeDate(decidedAt(entry)));
        const OperationType *type = m_registry.find(folded.snapshot.type, folded.typeVersion);
        folded.snapshot.matterPast = SnapshotReader(reader, m_registry, entry.seq)
                                         .matterPast(folded.matter, folded.snapshot.id, type);
        const auto verdict =
            decide(folded.snapshot, action, who, circumstances(entry, folded, make));
        if (const auto *refusals = std::get_if<QList<Refusal>>(&verdict))
            step.refusals = *refusals;
        else
            step.decision = std::get<Decision>(verdict);
    }
    if (!step.decision) {
        HeldPost post;
        post.post = entry.post;
        step.decision = outcome(folded.snapshot, action, who, post);
    }
    settle(folded, entry, action, who, *step.decision);
    return step;
}

} // namespace jubao
