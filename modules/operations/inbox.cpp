// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"
#include "operations/registrar.h"
#include <algorithm>

namespace jubao {

namespace {

constexpr qint64 shippedWaitingHours = 48;
constexpr qint64 secondsPerHour = 3600;

const QString openStates = QStringLiteral("('in_review', 'returned', 'conflict', 'held')");

/** What an open operation's journal says, read for all of them at once. */
struct OpenPast {
    QList<PastAction> past;
    QList<OperationView::Act> actions;
};

QHash<qint64, OpenPast> pastOfOpen(const Reader &reader)
{
    QHash<qint64, OpenPast> all;
    Query rows = reader.query(
        QStringLiteral(
            "SELECT o.id, j.seq, j.kind, j.revision, j.post, j.accepted_at, j.detail, a.name, "
            "a.display_name, a.person FROM operation o JOIN journal j ON j.operation = o.id "
            "JOIN operator_account a ON a.id = j.operator WHERE o.state IN %1 ORDER BY o.id, j.seq")
            .arg(openStates));
    while (rows.next()) {
        const std::optional<ActionKind> kind = actionFromCode(rows.text(2));
        if (!kind)
            continue;
        const QJsonObject detail = parseCanonicalObject(rows.text(6).toUtf8());
        PastAction past;
        past.kind = *kind;
        past.person = rows.text(9);
        past.post = rows.text(4);
        past.revision = int(rows.integer(3));
        past.step = detail[u"step"].toInt();
        if (const QString delegator = detail[u"delegated_by"].toString(); !delegator.isEmpty())
            past.delegators.append(delegator);
        OperationView::Act act;
        act.seq = rows.integer(1);
        act.operatorName = rows.text(7);
        act.displayName = rows.text(8);
        act.post = rows.text(4);
        act.step = rows.text(2);
        act.at = rows.text(5);
        act.reason = detail[u"reason"].toString();
        act.revision = past.revision;
        OpenPast &one = all[rows.integer(0)];
        one.past.append(past);
        one.actions.append(act);
    }
    return all;
}

QHash<qint64, QStringList> subjectsOfOpen(const Reader &reader)
{
    QHash<qint64, QStringList> all;
    Query rows = reader.query(
        QStringLiteral("SELECT o.id, s.id_number FROM operation o JOIN operation_subject s "
                       "ON s.operation = o.id AND s.revision = o.revision WHERE o.state IN %1 "
                       "AND s.id_number IN (SELECT person FROM operator_account UNION "
                       "SELECT person FROM avoidance UNION SELECT other FROM avoidance)")
            .arg(openStates));
    while (rows.next())
        all[rows.integer(0)].append(rows.text(1));
    return all;
}

/** The action that would be the next one; nothing where the maker is waited for. */
std::optional<ActionKind> nextAction(const OperationSnapshot &snapshot)
{
    if (snapshot.state == OperationState::Held)
        return ActionKind::Lift;
    if (snapshot.state == OperationState::InReview && snapshot.step > 0
        && snapshot.step < snapshot.route.steps.size())
        return snapshot.route.steps.at(snapshot.step).kind;
    return std::nullopt;
}

/** Cheap, before anything is judged: whether one of these posts is asked for at all. */
bool mayConcern(const OperationSnapshot &snapshot, const QStringList &posts)
{
    if (snapshot.state != OperationState::InReview)
        return true;
    if (snapshot.step <= 0 || snapshot.step >= snapshot.route.steps.size())
        return false;
    const QStringList &wanted = snapshot.route.steps.at(snapshot.step).posts;
    return std::any_of(wanted.begin(), wanted.end(),
                       [&posts](const QString &post) { return posts.contains(post); });
}

} // namespace

void Registrar::markWaiting(OperationView &view) const
{
    const bool open = view.state != OperationState::Posted && view.state != OperationState::Closed;
    if (!open || view.actions.isEmpty())
        return;
    if (!m_waitingHours)
        m_waitingHours =
            m_reader.policy()
                .figure(QStringLiteral("operation.waiting_hours"), {}, m_reader.today())
                .value_or(shippedWaitingHours);
    view.waitsSince = QDateTime::fromString(view.actions.last().at, Qt::ISODateWithMs);
    view.overdue = view.waitsSince.secsTo(m_setting.now) > *m_waitingHours * secondsPerHour;
}

bool Registrar::isForMe(const OperationSnapshot &snapshot, const Actor &me,
                        const Circumstances &now) const
{
    const std::optional<ActionKind> next = nextAction(snapshot);
    if (!next)
        return snapshot.makerPerson == m_session.person();
    Action action;
    action.kind = *next;
    action.operation = snapshot.id;
    action.revision = snapshot.revision;
    action.reason = QStringLiteral("asked");
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    return std::holds_alternative<Decision>(decide(snapshot, action, me, now));
}

Circumstances Registrar::circumstancesOfReading() const
{
    Circumstances now = circumstances({});
    now.witnessAlarm = false;
    now.clockFault.clear();
    return now;
}

bool Registrar::waitsForMe(qint64 operation) const
{
    const OperationSnapshot snapshot = m_snapshots.operation(operation);
    return snapshot.exists && snapshot.state != OperationState::Posted
        && snapshot.state != OperationState::Closed
        && isForMe(snapshot, actor(), circumstancesOfReading());
}

QList<OperationView> Registrar::inbox() const
{
    const Actor me = actor();
    const Circumstances now = circumstancesOfReading();
    const QHash<qint64, OpenPast> past = pastOfOpen(m_reader);
    const QHash<qint64, QStringList> subjects = subjectsOfOpen(m_reader);
    QHash<QString, Route> routes;
    QList<OperationView> list;
    Query rows = m_reader.query(
        QStringLiteral(
            "SELECT o.id, o.type, o.type_version, o.revision, o.state, o.step, o.route, "
            "o.division, o.maker_person, o.amount, o.matter, o.summary, a.name, o.made_on, "
            "o.due_on FROM operation o JOIN operator_account a ON a.id = o.maker "
            "WHERE o.state IN %1 ORDER BY o.id")
            .arg(openStates));
    const QStringList posts = m_session.posts();
    while (rows.next()) {
        OperationSnapshot snapshot;
        snapshot.exists = true;
        snapshot.id = rows.integer(0);
        snapshot.type = rows.text(1);
        snapshot.revision = int(rows.integer(3));
        snapshot.state = stateFromCode(rows.text(4));
        snapshot.step = int(rows.integer(5));
        const QString route = rows.text(6);
        if (!routes.contains(route))
            routes.insert(route, Route::fromJson(route.toUtf8()));
        snapshot.route = routes.value(route);
        if (!mayConcern(snapshot, posts))
            continue;
        const OperationType *type = m_setting.registry.find(snapshot.type, int(rows.integer(2)));
        snapshot.family = type ? type->family : QString();
        snapshot.division = rows.text(7);
        snapshot.makerPerson = rows.text(8);
        snapshot.amountFen = rows.integer(9);
        const OpenPast before = past.value(snapshot.id);
        snapshot.past = before.past;
        snapshot.subjects = subjects.value(snapshot.id);
        if (nextAction(snapshot))
            snapshot.matterPast = m_snapshots.matterPast(rows.integer(10), snapshot.id, type);
        if (!isForMe(snapshot, me, now))
            continue;
        list.append(listed(snapshot, rows, type, before.actions));
    }
    return list;
}

OperationView Registrar::listed(const OperationSnapshot &snapshot, const Query &row,
                                const OperationType *type,
                                const QList<OperationView::Act> &actions) const
{
    OperationView view;
    view.id = snapshot.id;
    view.type = snapshot.type;
    view.title = type ? type->title : snapshot.type;
    view.revision = snapshot.revision;
    view.state = snapshot.state;
    view.waitsFor = waitsFor(snapshot);
    if (snapshot.state == OperationState::InReview) {
        view.waitsForStep = snapshot.route.steps.at(snapshot.step).kind;
        view.waitsForPosts = snapshot.route.steps.at(snapshot.step).posts;
    }
    view.summary = row.text(11);
    view.division = snapshot.division;
    view.maker = row.text(12);
    view.madeOn = row.date(13);
    view.dueOn = row.isNull(14) ? QDate() : row.date(14);
    view.amountFen = snapshot.amountFen;
    view.actions = actions;
    markWaiting(view);
    return view;
}

QList<Responsible> Registrar::responsibility(qint64 operation) const
{
    if (!m_snapshots.operation(operation).exists)
        throw RefusedError(
            {refusal(QStringLiteral("OPERATION_UNKNOWN"), QString::number(operation))});
    QList<Responsible> list;
    Query rows = m_reader.query(QStringLiteral(
        "SELECT j.seq, j.kind, j.post, j.accepted_at, j.operator, a.name, a.display_name, "
        "j.claimed_at, j.detail FROM journal j JOIN operator_account a ON a.id = j.operator "
        "WHERE j.operation = :operation ORDER BY j.seq"));
    rows.bind(QStringLiteral(":operation"), operation);
    while (rows.next()) {
        const std::optional<ActionKind> kind = actionFromCode(rows.text(1));
        if (!kind)
            continue;
        Responsible one;
        one.seq = rows.integer(0);
        one.step = rows.text(1);
        one.post = rows.text(2);
        one.at = rows.text(3);
        one.operatorName = rows.text(5);
        one.displayName = rows.text(6);
        const QDateTime then = QDateTime::fromString(rows.text(7), Qt::ISODateWithMs);
        const Reader reader(m_setting.database, m_setting.catalogue, officeDate(then));
        const SnapshotReader before(reader, m_setting.registry, one.seq);
        const QJsonObject detail = parseCanonicalObject(rows.text(8).toUtf8());
        one.delegatedBy = before.displayNameOf(detail[u"delegated_by"].toString());
        const auto [name, post] = before.superiorOf(rows.integer(4), one.post);
        one.superior = name;
        one.superiorPost = post;
        list.append(one);
    }
    return list;
}

} // namespace jubao
