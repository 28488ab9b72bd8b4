// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/snapshot.h"

#include "core/canonical_json.h"
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>
#include <limits>
#include <utility>

namespace jubao {

SnapshotReader::SnapshotReader(const Reader &reader, const TypeRegistry &registry)
    : m_reader(reader)
    , m_registry(registry)
{
}

SnapshotReader::SnapshotReader(const Reader &reader, const TypeRegistry &registry,
                               qint64 beforeEntry)
    : m_reader(reader)
    , m_registry(registry)
    , m_beforeEntry(beforeEntry)
{
}

namespace {

QString standingBefore(const Table &table)
{
    const QString list = joinedNames(table.columnNames());
    QString rows = QStringLiteral("SELECT %1 FROM %2 WHERE op_seq < :before").arg(list, table.name);
    if (table.kind == TableKind::Record)
        rows += QStringLiteral(" UNION ALL SELECT %1 FROM %2_history WHERE op_seq < :before "
                               "AND superseded_by >= :before")
                    .arg(list, table.name);
    return u'(' + rows + u')';
}

} // namespace

Query SnapshotReader::ask(const QString &sql) const
{
    static const QRegularExpression named(QStringLiteral("\\{(\\w+)\\}"));
    QString text = sql;
    bool binds = sql.contains(QLatin1String(":before"));
    for (auto match = named.match(text); match.hasMatch(); match = named.match(text)) {
        const QString name = match.captured(1);
        QString rows = name;
        if (m_beforeEntry > 0) {
            rows = standingBefore(*m_reader.catalogue().find(name));
            binds = true;
        }
        text.replace(match.capturedStart(), match.capturedLength(), rows);
    }
    Query query = m_reader.query(text);
    if (binds)
        query.bind(QStringLiteral(":before"),
                   m_beforeEntry > 0 ? m_beforeEntry : std::numeric_limits<qint64>::max());
    return query;
}

void readMark(const QJsonObject &detail, PastAction &action)
{
    action.instructed = detail.contains(u"instructed_by");
    action.important = detail[u"important"].toInt() == 1;
    action.papers = detail[u"papers"].toVariant().toStringList();
}

bool SnapshotReader::isDecided(qint64 operation) const
{
    const QList<const OperationType *> types = m_registry.types();
    for (const OperationType *type : types) {
        if (!type->decides)
            continue;
        Query rows =
            ask(QStringLiteral("SELECT r.payload FROM operation o JOIN operation_revision r "
                               "ON r.operation = o.id AND r.revision = o.revision "
                               "WHERE o.type = :type AND o.posted_seq < :before ORDER BY o.id"));
        rows.bind(QStringLiteral(":type"), type->id);
        while (rows.next()) {
            if (type->decides(parseCanonicalObject(rows.text(0).toUtf8())).contains(operation))
                return true;
        }
    }
    return false;
}

Query SnapshotReader::entriesOf(qint64 operation) const
{
    Query rows =
        ask(QStringLiteral("SELECT j.kind, a.person, j.revision, j.detail, j.post FROM journal j "
                           "JOIN {operator_account} a ON a.id = j.operator "
                           "WHERE j.operation = :operation AND j.seq < :before ORDER BY j.seq"));
    rows.bind(QStringLiteral(":operation"), operation);
    rows.ask();
    return rows;
}

QList<PastAction> SnapshotReader::past(Query rows)
{
    QList<PastAction> list;
    while (rows.next()) {
        const std::optional<ActionKind> kind = actionFromCode(rows.text(0));
        if (!kind)
            continue;
        const QJsonObject detail = parseCanonicalObject(rows.text(3).toUtf8());
        PastAction action;
        action.kind = *kind;
        action.person = rows.text(1);
        action.revision = int(rows.integer(2));
        action.step = detail[u"step"].toInt();
        action.post = rows.text(4);
        readMark(detail, action);
        if (const QString delegator = detail[u"delegated_by"].toString(); !delegator.isEmpty())
            action.delegators.append(delegator);
        list.append(action);
    }
    return list;
}

SnapshotReader::Row SnapshotReader::rowOf(qint64 id) const
{
    Row own;
    OperationSnapshot &snapshot = own.snapshot;
    snapshot.id = id;
    Query row = m_reader.query(QStringLiteral(
        "SELECT type, type_version, revision, state, step, route, division, maker_person, amount, matter, "
        "maker, made_on "
        "FROM operation WHERE id = :id"));
    row.bind(QStringLiteral(":id"), id);
    if (!row.next())
        return own;
    snapshot.exists = true;
    snapshot.type = row.text(0);
    snapshot.typeVersion = int(row.integer(1));
    snapshot.maker = row.integer(10);
    snapshot.madeOn = row.date(11);
    snapshot.revision = int(row.integer(2));
    snapshot.state = stateFromCode(row.text(3));
    snapshot.step = int(row.integer(4));
    snapshot.route = Route::fromJson(row.text(5).toUtf8());
    snapshot.division = row.text(6);
    snapshot.makerPerson = row.text(7);
    snapshot.amountFen = row.integer(8);
    own.matter = row.integer(9);
    own.type = m_registry.find(snapshot.type, snapshot.typeVersion);
    if (own.type) {
        snapshot.family = own.type->family;
        snapshot.highRisk = own.type->highRisk;
        snapshot.statesFact = bool(own.type->stateFacts);
    }
    return own;
}

OperationSnapshot SnapshotReader::operation(qint64 id) const
{
    Query entries = entriesOf(id);
    Row own = rowOf(id);
    OperationSnapshot &snapshot = own.snapshot;
    if (!snapshot.exists)
        return snapshot;
    Query matter = othersOf(own.matter, id);
    snapshot.subjects = subjectsOf(m_reader, id, snapshot.revision);
    // Let go, so that the same question for others of the matter is not prepared anew.
    snapshot.past = past(std::move(entries));
    snapshot.matterPast = matterPast(std::move(matter), own.type);
    return snapshot;
}

/** The operations of the same matter. */
Query SnapshotReader::othersOf(qint64 matter, qint64 except) const
{
    Query rows = m_reader.query(QStringLiteral(
        "SELECT id, type FROM operation WHERE matter = :matter AND id <> :except ORDER BY id"));
    rows.bind(QStringLiteral(":matter"), matter);
    rows.bind(QStringLiteral(":except"), except);
    rows.ask();
    return rows;
}

QList<PastAction> SnapshotReader::matterPast(qint64 matter, qint64 except,
                                             const OperationType *type) const
{
    return matterPast(othersOf(matter, except), type);
}

QList<PastAction> SnapshotReader::matterPast(Query rows, const OperationType *type) const
{
    QList<PastAction> list;
    while (rows.next()) {
        const QList<PastAction> before = past(entriesOf(rows.integer(0)));
        const bool everyStep = type && type->dutyOver.contains(rows.text(1));
        for (const PastAction &action : before) {
            if (action.kind == ActionKind::Make || (everyStep && isRouteStep(action.kind)))
                list.append(action);
        }
    }
    return list;
}

QString SnapshotReader::incompatiblePair(const QList<HeldPost> &posts) const
{
    if (posts.size() < 2)
        return {};
    Query rows = ask(QStringLiteral(
        "SELECT post_a, post_b, rule FROM {incompatible_post} i WHERE rule <> '' ORDER BY id"));
    while (rows.next()) {
        bool first = false;
        bool second = false;
        for (const HeldPost &held : posts) {
            first = first || held.post == rows.text(0);
            second = second || held.post == rows.text(1);
        }
        if (first && second)
            return QStringLiteral("%1 × %2 (%3)").arg(rows.text(0), rows.text(1), rows.text(2));
    }
    return {};
}

void SnapshotReader::readScope(qint64 delegation, HeldPost &held) const
{
    Query rows = ask(QStringLiteral(
        "SELECT family, amount_to FROM {delegation_scope} d WHERE delegation = :delegation ORDER BY id"));
    rows.bind(QStringLiteral(":delegation"), delegation);
    while (rows.next()) {
        if (!rows.text(0).isEmpty())
            held.delegatedFamilies.append(rows.text(0));
        held.delegatedAmountFen = rows.isNull(1) ? -1 : rows.integer(1);
    }
}

QStringList SnapshotReader::avoidedBy(const QString &person) const
{
    QStringList list{person};
    const QString today = m_reader.today().toString(Qt::ISODate);
    Query rows = ask(QStringLiteral(
        "SELECT person, other FROM {avoidance} a WHERE (person = :person OR other = :person) "
        "AND (valid_to IS NULL OR valid_to >= :today)"));
    rows.bind(QStringLiteral(":person"), person);
    rows.bind(QStringLiteral(":today"), today);
    while (rows.next())
        list.append(rows.text(0) == person ? rows.text(1) : rows.text(0));
    return list;
}

QList<HeldPost> SnapshotReader::postsOf(qint64 operatorId) const
{
    QList<HeldPost> posts;
    const QString select = QStringLiteral(
        "SELECT post, department, division, head, valid_from, valid_to FROM {post_assignment} p "
        "WHERE operator = :operator ORDER BY id");
    const auto read = [&](qint64 holder, const auto &amend) {
        Query rows = ask(select);
        rows.bind(QStringLiteral(":operator"), holder);
        while (rows.next()) {
            HeldPost held;
            held.post = rows.text(0);
            held.department = rows.text(1);
            held.division = rows.text(2);
            held.head = rows.integer(3) == 1;
            held.validFrom = rows.date(4);
            held.validTo = rows.isNull(5) ? QDate() : rows.date(5);
            if (amend(held))
                posts.append(held);
        }
    };
    read(operatorId, [](HeldPost &) { return true; });

    Query delegations = ask(QStringLiteral(
        "SELECT d.grantor, d.post, d.valid_from, d.valid_to, a.person, d.id FROM {delegation} d "
        "JOIN {operator_account} a ON a.id = d.grantor WHERE d.grantee = :id ORDER BY d.id"));
    delegations.bind(QStringLiteral(":id"), operatorId);
    while (delegations.next()) {
        const QString post = delegations.text(1);
        read(delegations.integer(0), [&](HeldPost &held) {
            held.delegatedBy = delegations.text(4);
            held.delegatedFrom = QDateTime::fromString(delegations.text(2), Qt::ISODate);
            held.delegatedTo = QDateTime::fromString(delegations.text(3), Qt::ISODate);
            readScope(delegations.integer(5), held);
            return held.post == post;
        });
    }
    return posts;
}

QString SnapshotReader::displayNameOf(const QString &person) const
{
    Query row = ask(QStringLiteral(
        "SELECT display_name FROM {operator_account} o WHERE person = :person ORDER BY id"));
    row.bind(QStringLiteral(":person"), person);
    return row.next() ? row.text(0) : QString();
}

std::pair<QString, QString> SnapshotReader::superiorOf(qint64 operatorId, const QString &post) const
{
    const QString deputy = QStringLiteral("DEP");
    const QString director = QStringLiteral("DIR");
    if (post == director)
        return {};
    Query own = ask(QStringLiteral(
        "SELECT department FROM {post_assignment} p WHERE operator = :operator AND post = :post ORDER BY id"));
    own.bind(QStringLiteral(":operator"), operatorId);
    own.bind(QStringLiteral(":post"), post);
    const QString department = own.next() ? own.text(0) : QString();
    Query rows = ask(QStringLiteral(
        "SELECT p.operator, p.post, p.department, p.head, p.valid_from, p.valid_to, a.display_name "
        "FROM {post_assignment} p JOIN {operator_account} a ON a.id = p.operator "
        "WHERE (p.head = 1 OR p.post IN ('DEP', 'DIR')) AND p.operator <> :operator ORDER BY p.id"));
    rows.bind(QStringLiteral(":operator"), operatorId);
    // The lowest of those above: head of the department, then deputy, then director.
    QMap<int, std::pair<QString, QString>> above;
    while (rows.next()) {
        const bool begun = rows.date(4) <= m_reader.today();
        const bool ended = !rows.isNull(5) && rows.date(5) < m_reader.today();
        if (!begun || ended)
            continue;
        const std::pair<QString, QString> found{rows.text(6), rows.text(1)};
        const bool leads = rows.text(1) == deputy || rows.text(1) == director;
        if (!leads && rows.text(2) == department && post != deputy && !holdsHead(operatorId, post))
            above.insert(0, found);
        else if (rows.text(1) == deputy && post != deputy)
            above.insert(1, found);
        else if (rows.text(1) == director)
            above.insert(2, found);
    }
    return above.isEmpty() ? std::pair<QString, QString>() : above.first();
}

bool SnapshotReader::holdsHead(qint64 operatorId, const QString &post) const
{
    const QList<HeldPost> held = postsOf(operatorId);
    return std::any_of(held.begin(), held.end(), [&post](const HeldPost &each) {
        return each.post == post && each.head && each.delegatedBy.isEmpty();
    });
}

Actor SnapshotReader::actor(qint64 operatorId, const QDateTime &now) const
{
    Actor actor;
    actor.operatorId = operatorId;
    Query account =
        ask(QStringLiteral("SELECT person, state FROM {operator_account} o WHERE id = :id"));
    account.bind(QStringLiteral(":id"), operatorId);
    if (!account.next())
        return actor;
    actor.person = account.text(0);
    actor.accountOpen = account.text(1) == QLatin1String("open");
    Query key = ask(
        QStringLiteral("SELECT 1 FROM {operator_key} o WHERE operator = :id AND state = 'open'"));
    key.bind(QStringLiteral(":id"), operatorId);
    actor.keyOpen = key.next();
    actor.posts = postsOf(operatorId);

    // Posts exclude one another for the natural person, so every account of his counts.
    QList<HeldPost> current = heldNow(actor.posts, now, m_reader.today());
    Query others = ask(
        QStringLiteral("SELECT id FROM {operator_account} o WHERE person = :person AND id <> :id"));
    others.bind(QStringLiteral(":person"), actor.person);
    others.bind(QStringLiteral(":id"), operatorId);
    while (others.next())
        current += heldNow(postsOf(others.integer(0)), now, m_reader.today());
    actor.incompatible = incompatiblePair(current);
    actor.avoids = avoidedBy(actor.person);
    return actor;
}

QList<Power> SnapshotReader::powers(const QString &family) const
{
    QList<Power> list;
    Query rows = ask(QStringLiteral(
        "SELECT family, post, steps, amount_to, division, valid_from, valid_to FROM {power} p "
        "WHERE family = :family OR :family = '' ORDER BY id"));
    rows.bind(QStringLiteral(":family"), family.isNull() ? QStringLiteral("") : family);
    while (rows.next()) {
        Power power;
        power.family = rows.text(0);
        power.post = rows.text(1);
        power.steps = rows.text(2);
        power.amountToFen = rows.isNull(3) ? -1 : rows.integer(3);
        power.division = rows.text(4);
        power.validFrom = rows.date(5);
        power.validTo = rows.isNull(6) ? QDate() : rows.date(6);
        list.append(power);
    }
    return list;
}

std::optional<Route> SnapshotReader::route(const QString &key, const QString &division) const
{
    const QString today = m_reader.today().toString(Qt::ISODate);
    Query rows = ask(QStringLiteral(
        "SELECT steps, division FROM {route} r WHERE route_key = :key AND valid_from <= :today "
        "AND (valid_to IS NULL OR valid_to >= :today) ORDER BY length(division) DESC, valid_from DESC, id DESC"));
    rows.bind(QStringLiteral(":key"), key);
    rows.bind(QStringLiteral(":today"), today);
    while (rows.next()) {
        if (rows.text(1).isEmpty() || division.startsWith(rows.text(1)))
            return Route::fromJson(rows.text(0).toUtf8());
    }
    return std::nullopt;
}

bool SnapshotReader::mayMake(const OperationType &type, const QStringList &posts) const
{
    QStringList able;
    const QDate today = m_reader.today();
    const QList<Power> all = powers(type.family);
    for (const Power &power : all) {
        if (power.isInForce(today) && power.family == type.family && posts.contains(power.post)
            && power.steps.contains(powerLetter(ActionKind::Make)))
            able.append(power.post);
    }
    // Routes for other conditions carry the type's id with '#' behind it; '$' is the next
    // character.
    Query rows = m_reader.query(QStringLiteral(
        "SELECT steps FROM route WHERE (route_key = ? OR (route_key >= ? AND route_key < ?)) "
        "AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)"));
    const QString day = today.toString(Qt::ISODate);
    rows.bindAll(type.id, type.id + u'#', type.id + u'$', day, day);
    while (rows.next()) {
        const Route route = Route::fromJson(rows.text(0).toUtf8());
        for (const QString &post : route.steps.first().posts) {
            if (able.contains(post))
                return true;
        }
    }
    return false;
}

qint64 SnapshotReader::lockHolder(const QList<Lock> &locks, qint64 except) const
{
    for (const Lock &lock : locks) {
        Query row = m_reader.query(QStringLiteral(
            "SELECT operation FROM operation_lock WHERE subject = :subject AND aspect = :aspect"));
        row.bind(QStringLiteral(":subject"), lock.subject);
        row.bind(QStringLiteral(":aspect"), lock.aspect);
        if (row.next() && row.integer(0) != except)
            return row.integer(0);
    }
    return 0;
}

QJsonObject SnapshotReader::payload(qint64 operation, int revision) const
{
    Query row = m_reader.query(QStringLiteral(
        "SELECT payload FROM operation_revision WHERE operation = :operation AND revision = :revision"));
    row.bind(QStringLiteral(":operation"), operation);
    row.bind(QStringLiteral(":revision"), qint64(revision));
    return row.next() ? parseCanonicalObject(row.text(0).toUtf8()) : QJsonObject();
}

QStringList subjectsOf(const Reader &reader, qint64 operation, int revision)
{
    QStringList list;
    Query rows = reader.query(QStringLiteral(
        "SELECT id_number FROM operation_subject WHERE operation = :operation AND revision = :revision "
        "AND id_number IN (SELECT person FROM operator_account UNION SELECT person FROM avoidance "
        "UNION SELECT other FROM avoidance)"));
    rows.bind(QStringLiteral(":operation"), operation);
    rows.bind(QStringLiteral(":revision"), qint64(revision));
    while (rows.next())
        list.append(rows.text(0));
    return list;
}

SubjectsShown subjectsShown(const Reader &reader, qint64 operation, int revision)
{
    Query count = reader.query(QStringLiteral(
        "SELECT count(*) FROM operation_subject WHERE operation = ? AND revision = ?"));
    count.bindAll(operation, qint64(revision));
    const qint64 subjects = count.next() ? count.integer(0) : 0;
    if (subjects != 1)
        return {subjects, {}};
    Query only = reader.query(QStringLiteral(
        "SELECT id_number FROM operation_subject WHERE operation = ? AND revision = ?"));
    only.bindAll(operation, qint64(revision));
    return {1, only.next() ? only.text(0) : QString()};
}

} // namespace jubao
