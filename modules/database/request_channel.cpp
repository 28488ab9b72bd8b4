// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/request_channel.h"

#include "database/desk_schema.h"
#include "database/server_roles.h"
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <algorithm>
#include <poll.h>

namespace jubao {

namespace {

/** So that nobody takes all places of the server, of which there are some three hundred. */
constexpr int mostOfOne = 120;
constexpr int mostOfGreeter = 100;

QByteArray cell(const PostgresResult &result, int column)
{
    return {PQgetvalue(result.get(), 0, column), PQgetlength(result.get(), 0, column)};
}

/** Takes what the server has told; false where it was nothing. */
bool takeNews(PGconn *handle)
{
    bool any = false;
    while (PGnotify *news = PQnotifies(handle)) {
        any = true;
        PQfreemem(news);
    }
    return any;
}

/** Sleeps until the server tells something; false when the time is over. */
bool waitForNews(PostgresConnection &connection, const QDeadlineTimer &deadline)
{
    PGconn *handle = connection.handle();
    // News that came with an answer wakes nobody who sleeps at the socket.
    while (!takeNews(handle)) {
        const qint64 left = deadline.remainingTime();
        if (left == 0)
            return false;
        pollfd wait{PQsocket(handle), POLLIN, 0};
        if (poll(&wait, 1, int(left)) <= 0)
            return false;
        if (PQconsumeInput(handle) == 0)
            connection.fail(nullptr, QStringLiteral("news"));
    }
    return true;
}

std::shared_ptr<PostgresConnection> channelTo(const ServerAddress &address)
{
    std::shared_ptr<PostgresConnection> connection = connectionTo(address);
    // Requests and answers need not outlive a failing server, so nobody waits for its disk. Their
    // tables are empty at one time and long at another, so they are looked at by their keys, also
    // by what was planned while they were empty.
    connection->run(
        "SET synchronous_commit = off; SET enable_seqscan = off; SET enable_sort = off; SET "
        "statement_timeout = 0");
    return connection;
}

} // namespace

QString RequestDesk::roleOf(const QString &schema, const QString &name)
{
    QString role = name;
    // A sign-in name may have dots and hyphens, and no two may become one role.
    role.replace(u'_', QStringLiteral("__"))
        .replace(u'.', QStringLiteral("_d"))
        .replace(u'-', QStringLiteral("_h"));
    // Nor is anybody the service, or the group of all.
    if (role == QLatin1String("service") || role == QLatin1String("people"))
        role += QStringLiteral("_r");
    return serverName(schema + u'_' + role);
}

QString RequestDesk::greeterOf(const QString &schema)
{
    return serverName(schema + QStringLiteral("__greeter")); // no name of a person gives it
}

QByteArray RequestDesk::greeterPassword(const QString &servicePublicKey)
{
    return QCryptographicHash::hash("jubao-greeter-1" + servicePublicKey.toLatin1(),
                                    QCryptographicHash::Sha256)
        .toHex();
}

RequestDesk::RequestDesk(const ServerAddress &service)
    : m_service(service)
    , m_connection(channelTo(service))
    , m_schema(serverName(service.schema))
{
    makeDeskSchema(*m_connection, m_schema, greeterOf(m_schema));
    m_connection->run("SET application_name = '" + deskLineName(m_schema) + "'");
}

RequestDesk::~RequestDesk() = default;

std::optional<RequestDesk::Request> RequestDesk::next(std::chrono::milliseconds patience,
                                                      const QList<qint64> &inHand)
{
    // What was answered lies about for a while: only now and then is it looked past all of it, for
    // a request that came to stand long after it got its number.
    constexpr qint64 late = 64;
    constexpr qint64 betweenWholeLooksMs = 1000;
    const QDeadlineTimer deadline(patience);
    const QByteArray desk = deskOf(m_schema).toUtf8();
    if (!m_listens)
        m_connection->run("LISTEN " + desk + "_request");
    m_listens = true;
    QByteArrayList ids;
    for (const qint64 id : inHand)
        ids.append(QByteArray::number(id));
    // By the column's own name: a bare one would be that of the text that is asked for.
    const QByteArray oldest = "SELECT r.id::text, r.role, r.body, r.process::text FROM " + desk
        + ".request r WHERE r.id > $2::bigint AND r.id <> ALL ($1::bigint[]) ORDER BY r.id LIMIT 1";
    do {
        const bool whole =
            !m_lookedAtAll.isValid() || m_lookedAtAll.hasExpired(betweenWholeLooksMs);
        if (whole)
            m_lookedAtAll.start();
        const std::vector<PostgresResult> answer = m_connection->askAll(
            {{oldest,
              {{'{' + ids.join(',') + '}'}, {QByteArray::number(whole ? 0 : m_newest - late)}},
              true}});
        const PostgresResult &found = answer.front();
        if (PQntuples(found.get()) == 0)
            continue;
        const Request request{cell(found, 0).toLongLong(), QString::fromUtf8(cell(found, 1)),
                              cell(found, 2), cell(found, 3).toLongLong()};
        // The oldest of all, where all were looked at: the next are behind it.
        m_newest = whole ? request.id : std::max(m_newest, request.id);
        return request;
    } while (waitForNews(*m_connection, deadline));
    return std::nullopt;
}

qint64 RequestDesk::begin()
{
    constexpr int most = 5;
    const QByteArray requests = deskOf(m_schema).toUtf8() + ".request";
    const PostgresResult gone =
        m_connection->ask("DELETE FROM " + requests + " WHERE starts >= " + QByteArray::number(most)
                          + " RETURNING id::text, role");
    for (int row = 0; row < PQntuples(gone.get()); ++row)
        qWarning("request %s of %s was there at %d starts of the service and is given up",
                 PQgetvalue(gone.get(), row, 0), PQgetvalue(gone.get(), row, 1), most);
    m_connection->run("UPDATE " + requests + " SET starts = starts + 1");
    return cell(m_connection->ask("SELECT coalesce(max(id), 0) FROM " + requests), 0).toLongLong();
}

void RequestDesk::answer(const Request &request, const QByteArray &body)
{
    answer({{request, body}});
}

void RequestDesk::answer(const QList<Answer> &answers)
{
    const QByteArray desk = deskOf(m_schema).toUtf8();
    forgetOldAnswers();
    const QByteArray give = "WITH done AS (DELETE FROM " + desk
        + ".request WHERE id = $1::bigint) INSERT INTO " + desk
        + ".answer (request, role, body) VALUES ($1::bigint, $2, $3)";
    QList<PostgresConnection::Question> questions;
    for (const Answer &each : answers)
        questions.append({give,
                          {{QByteArray::number(each.request.id)},
                           {each.request.role.toUtf8()},
                           {each.body, true}},
                          true});
    m_connection->askAll(questions);
}

/** Whoever did not fetch his answer by then has asked again. Reads the whole table, so not with
 * each answer. */
void RequestDesk::forgetOldAnswers()
{
    constexpr qint64 everyMs = 60'000;
    if (m_forgot.isValid() && !m_forgot.hasExpired(everyMs))
        return;
    m_forgot.start();
    m_connection->run("DELETE FROM " + deskOf(m_schema).toUtf8()
                      + ".answer WHERE at < clock_timestamp() - interval '10 minutes'");
}

void RequestDesk::admit(const QString &name, const QByteArray &password,
                        std::chrono::seconds openFor)
{
    giveRole(roleOf(m_schema, name), password, openFor, mostOfOne);
}

void RequestDesk::admitGreeter(const QByteArray &password)
{
    giveRole(greeterOf(m_schema), password, std::chrono::seconds(0), mostOfGreeter);
}

bool RequestDesk::isOfPeople(const QString &role)
{
    const PostgresResult found = m_connection->ask(
        "SELECT 1 FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member JOIN pg_roles g ON "
        "g.oid = m.roleid WHERE r.rolname = $1 AND g.rolname = $2",
        {{role.toUtf8()}, {m_schema.toUtf8() + "_people"}});
    return PQntuples(found.get()) > 0;
}

void RequestDesk::endSessions(const QString &role, qint64 butProcess)
{
    m_connection->ask("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename "
                      "= $1 AND pid <> $2::int",
                      {{role.toUtf8()}, {QByteArray::number(butProcess)}});
}

/** Every role may change itself, and who does keeps all others from it until his transaction ends:
 * then his sessions do. */
void RequestDesk::changing(const QString &role, const std::function<void()> &work,
                           qint64 butProcess)
{
    constexpr int most = 5;
    for (int tries = 1;; ++tries) {
        try {
            ServerTransaction transaction(*m_connection);
            m_connection->run("SET LOCAL lock_timeout = '100ms'");
            work();
            transaction.commit();
            return;
        } catch (const DatabaseError &error) {
            if (error.kind() != DatabaseError::Kind::Busy || tries == most)
                throw;
        }
        endSessions(role, butProcess);
    }
}

void RequestDesk::takePassword(const QString &role, qint64 butProcess)
{
    changing(
        role, [&] { m_connection->run("ALTER ROLE " + role.toUtf8() + " PASSWORD NULL"); },
        butProcess);
}

void RequestDesk::closeOthers(const Request &request)
{
    const QString role = serverName(request.role);
    takePassword(role, request.process);
    // They bear the proof of the password that was.
    m_connection->ask("DELETE FROM " + deskOf(m_schema).toUtf8()
                          + ".request WHERE role = $1 AND id <> $2::bigint",
                      {{role.toUtf8()}, {QByteArray::number(request.id)}});
    endSessions(role, request.process);
}

void RequestDesk::shutOut(const Request &request)
{
    const QString role = serverName(request.role);
    const QByteArray process = QByteArray::number(request.process);
    m_connection->ask("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename "
                      "= $1 AND pid = $2::int",
                      {{role.toUtf8()}, {process}});
    m_connection->ask("DELETE FROM " + deskOf(m_schema).toUtf8()
                          + ".request WHERE role = $1 AND process = $2::int",
                      {{role.toUtf8()}, {process}});
    takePassword(role, 0);
}

void RequestDesk::endLongTransactions(std::chrono::seconds most)
{
    m_connection->ask(
        "SELECT count(pg_terminate_backend(a.pid)) FROM pg_stat_activity a WHERE "
        "a.usename <> current_user AND a.xact_start < clock_timestamp() - $2::int * "
        "interval '1 second' AND EXISTS (SELECT 1 FROM pg_auth_members m JOIN pg_roles "
        "g ON g.oid = m.roleid WHERE m.member = a.usesysid AND g.rolname = $1)",
        {{m_schema.toUtf8() + "_people"}, {QByteArray::number(qint64(most.count()))}});
}

bool RequestDesk::seesTransactions()
{
    return cell(m_connection->ask("SELECT pg_has_role(current_user, 'pg_read_all_stats', "
                                  "'USAGE')::int::text"),
                0)
        == "1";
}

void RequestDesk::giveRole(const QString &role, const QByteArray &password,
                           std::chrono::seconds openFor, int mostConnections)
{
    // What has rights of its own on this server would get a password that somebody knows.
    const PostgresResult known =
        m_connection->ask("SELECT 1 FROM pg_roles WHERE rolname = $1", {{role.toUtf8()}});
    if (PQntuples(known.get()) > 0 && !isOfPeople(role))
        throw DatabaseError(DatabaseError::Kind::Denied,
                            QStringLiteral("the server knows %1 as something else").arg(role));
    changing(role, [&] {
        makeRole(*m_connection, role, password);
        // By the server's own clock, which is the one that it asks.
        const QByteArray until = openFor.count() == 0 ? QByteArray("'infinity'::timestamptz")
                                                      : "clock_timestamp() + interval '"
                + QByteArray::number(qint64(openFor.count())) + " seconds'";
        m_connection->run("DO $$BEGIN EXECUTE format('ALTER ROLE " + role.toUtf8()
                          + " CONNECTION LIMIT " + QByteArray::number(mostConnections)
                          + " VALID UNTIL %L', " + until + "); END$$");
        m_connection->run("GRANT " + m_schema.toUtf8() + "_people TO " + role.toUtf8());
        forgetSettings(role);
    });
}

/** Each role may keep settings for its sessions, and no right takes that away. Those of the greeter
 * would be everybody's. */
void RequestDesk::forgetSettings(const QString &role)
{
    const QByteArray name = role.toUtf8();
    const PostgresResult kept = m_connection->ask(
        "SELECT 1 FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole LEFT JOIN pg_database "
        "d ON d.oid = s.setdatabase WHERE r.rolname = $1 AND (s.setdatabase = 0 OR d.datname = "
        "current_database())",
        {{name}});
    if (PQntuples(kept.get()) == 0)
        return;
    qWarning("settings that %s kept for itself are gone", name.constData());
    m_connection->run("ALTER ROLE " + name + " RESET ALL; DO $$BEGIN EXECUTE format('ALTER ROLE "
                      + name + " IN DATABASE %I RESET ALL', current_database()); END$$");
}

void RequestDesk::dismiss(const QString &name)
{
    takeRole(roleOf(m_schema, name));
}

void RequestDesk::dismissGreeter()
{
    takeRole(greeterOf(m_schema));
}

void RequestDesk::dismissAllBut(const QStringList &names)
{
    QStringList staying{greeterOf(m_schema)};
    for (const QString &name : names) {
        try {
            staying.append(roleOf(m_schema, name));
        } catch (const std::invalid_argument &) {
            continue; // no name of the server: no role was made for it
        }
    }
    const PostgresResult all = m_connection->ask(
        "SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member JOIN pg_roles "
        "g ON g.oid = m.roleid WHERE g.rolname = $1 AND r.rolname <> current_user",
        {{m_schema.toUtf8() + "_people"}});
    for (int row = 0; row < PQntuples(all.get()); ++row) {
        const QString role = QString::fromUtf8(PQgetvalue(all.get(), row, 0));
        if (!staying.contains(role))
            takeRole(role);
    }
}

void RequestDesk::takeRole(const QString &roleName)
{
    if (!isOfPeople(roleName))
        return;
    const QByteArray role = roleName.toUtf8();
    endSessions(roleName, 0);
    changing(roleName, [&] { m_connection->run("ALTER ROLE " + role + " NOLOGIN"); });
    endSessions(roleName, 0);
    // What it left for what it might make one day (ALTER DEFAULT PRIVILEGES) would keep it here; an
    // owner's right to take that away goes with membership.
    changing(roleName, [&] {
        m_connection->run("GRANT " + role + " TO CURRENT_USER");
        m_connection->run("DROP OWNED BY " + role);
        m_connection->run("DROP ROLE " + role);
    });
}

QString RequestDesk::listenAddresses(const ServerAddress &service)
{
    const std::shared_ptr<PostgresConnection> connection = connectionTo(service);
    return QString::fromUtf8(
        cell(connection->ask("SELECT current_setting('listen_addresses')"), 0));
}

void RequestDesk::tellEverybody()
{
    m_connection->run("UPDATE " + deskOf(m_schema).toUtf8()
                      + ".news SET told = told + 1 WHERE one");
}

NewsLine::NewsLine(const ServerAddress &person)
    : m_connection(connectionTo(person))
    , m_desk(serverName(deskOf(person.schema)).toUtf8())
{
    m_connection->run("SET client_connection_check_interval = '2s'"); // a PC that has died
    wait();
}

NewsLine::~NewsLine() = default;

int NewsLine::socket() const
{
    return PQsocket(m_connection->handle());
}

void NewsLine::wait()
{
    constexpr int seconds = 60;
    m_connection->askLater({"CALL " + m_desk + ".wait_for_news("
                            + (m_known ? QByteArray::number(*m_known) : QByteArray("NULL")) + ", "
                            + QByteArray::number(seconds) + ", NULL)"});
}

bool NewsLine::take()
{
    bool any = false;
    while (const PostgresResult answer = m_connection->answerSoFar()) {
        const qint64 newest = QByteArray(PQgetvalue(answer.get(), 0, 0)).toLongLong();
        any = any || (m_known && newest != *m_known);
        m_known = newest;
        wait();
    }
    return any;
}

RequestLine::RequestLine(const ServerAddress &person)
    : m_connection(channelTo(person))
    , m_desk(serverName(deskOf(person.schema)).toUtf8())
{
}

RequestLine::~RequestLine() = default;

QByteArray RequestLine::ask(const QByteArray &body, std::chrono::milliseconds patience,
                            std::optional<std::chrono::milliseconds> away)
{
    const auto inMs = [](std::chrono::milliseconds time) {
        return QByteArray::number(qint64(time.count()));
    };
    // The server ends the waiting by itself; where it is gone, that is as long as it is waited for.
    constexpr std::chrono::milliseconds onTheWay(1000);
    const QDeadlineTimer deadline(patience + onTheWay);
    m_connection->askLater({"CALL " + m_desk + ".ask($1, $2, $3, NULL, NULL)",
                            {{body, true}, {inMs(patience)}, {inMs(away.value_or(patience))}},
                            true},
                           PostgresConnection::Cells::Binary);
    PostgresResult found = owned(nullptr);
    try {
        found = m_connection->answerSoFar();
        while (!found && !deadline.hasExpired()) {
            pollfd wait{PQsocket(m_connection->handle()), POLLIN, 0};
            poll(&wait, 1, int(deadline.remainingTime()));
            found = m_connection->answerSoFar();
        }
    } catch (const DatabaseError &error) {
        // Somebody at the server has ended the waiting, and what was asked for may be done.
        if (error.kind() != DatabaseError::Kind::Interrupted)
            throw;
    }
    if (!found || PQgetisnull(found.get(), 0, 1) == 1)
        throw DatabaseError(DatabaseError::Kind::ServiceSilent,
                            QStringLiteral("no answer in time"));
    return {PQgetvalue(found.get(), 0, 1), PQgetlength(found.get(), 0, 1)};
}

} // namespace jubao
