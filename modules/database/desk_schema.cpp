// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/desk_schema.h"

#include "database/server_roles.h"
#include <QCryptographicHash>

namespace jubao {

namespace {

constexpr qsizetype largestBody = 64 << 20;
/** Asks for a key slot, or brings a new one. */
constexpr qsizetype largestOfGreeter = 64 << 10;
/** A session waits for one answer, and after one that did not come its program takes another. */
constexpr int mostOfASession = 8;
constexpr int mostOfARole = 300;
constexpr qsizetype mostBytesOfARole = 4 * largestBody;

/**
 * Everything is taken from everybody first; then people may hand in the body of a request, whose
 * other columns the server fills in, so many of them, and read what bears their own role. Each row
 * is judged before it is stored. What other sessions hand in at the same time does not show, so
 * that a role may have more of it: no session has more than its own share. JB001 reads as a service
 * that does not answer.
 */
QByteArray tables(const QString &desk, const QString &people, const QString &greeter)
{
    return QStringLiteral(
               "CREATE SCHEMA %1;\n"
               "REVOKE ALL ON SCHEMA %1 FROM PUBLIC;\n"
               "CREATE UNLOGGED TABLE %1.request (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY "
               "KEY, role TEXT NOT NULL DEFAULT session_user, at TIMESTAMPTZ NOT NULL DEFAULT "
               "clock_timestamp(), body BYTEA NOT NULL CHECK (octet_length(body) <= CASE WHEN role = "
               "'%4' THEN %5 ELSE %3 END), process INT NOT NULL DEFAULT pg_backend_pid(), starts INT "
               "NOT NULL DEFAULT 0, bytes INT GENERATED ALWAYS AS (octet_length(body)) STORED);\n"
               "CREATE UNLOGGED TABLE %1.answer (request BIGINT PRIMARY KEY, role TEXT NOT NULL, "
               "at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(), body BYTEA NOT NULL);\n"
               "ALTER TABLE %1.request ALTER body SET STORAGE EXTERNAL;\n" // sealed: as it is
               "ALTER TABLE %1.answer ALTER body SET STORAGE EXTERNAL;\n"
               "REVOKE ALL ON ALL TABLES IN SCHEMA %1 FROM PUBLIC;\n"
               "ALTER TABLE %1.request ENABLE ROW LEVEL SECURITY;\n"
               "ALTER TABLE %1.answer ENABLE ROW LEVEL SECURITY;\n"
               "CREATE POLICY own_request ON %1.request TO %2 USING (role = session_user) "
               "WITH CHECK (role = session_user);\n"
               "CREATE POLICY own_answer ON %1.answer FOR SELECT TO %2 USING (role = "
               "session_user);\n"
               "CREATE FUNCTION %1.limit_waiting() RETURNS trigger LANGUAGE plpgsql SET search_path = "
               "pg_catalog, pg_temp AS $$\n"
               "DECLARE waiting BIGINT; whole BIGINT; own BIGINT; own_whole BIGINT;\n"
               "BEGIN\n"
               "  IF row_security_active('%1.request'::regclass) THEN\n" // he sees his own
               "    SELECT count(*), coalesce(sum(r.bytes), 0),\n"
               "        count(*) FILTER (WHERE r.process = NEW.process),\n"
               "        coalesce(sum(r.bytes) FILTER (WHERE r.process = NEW.process), 0)\n"
               "      INTO waiting, whole, own, own_whole FROM %1.request r;\n"
               "    IF waiting >= %6 OR whole + octet_length(NEW.body) > %7\n"
               "        OR own >= %8 OR own_whole + octet_length(NEW.body) > %3 THEN\n"
               "      RAISE EXCEPTION 'too many questions wait' USING ERRCODE = 'JB001';\n"
               "    END IF;\n"
               "  END IF;\n"
               "  RETURN NEW;\n"
               "END$$;\n"
               "REVOKE ALL ON FUNCTION %1.limit_waiting() FROM PUBLIC;\n"
               "CREATE TRIGGER limit_waiting BEFORE INSERT ON %1.request FOR EACH ROW EXECUTE "
               "FUNCTION %1.limit_waiting();\n"
               "CREATE FUNCTION %1.tell() RETURNS trigger LANGUAGE plpgsql SET search_path = "
               "pg_catalog, pg_temp AS $$\n"
               "BEGIN PERFORM pg_notify('%1_' || TG_TABLE_NAME, ''); RETURN NULL; END$$;\n"
               "REVOKE ALL ON FUNCTION %1.tell() FROM PUBLIC;\n"
               "CREATE TRIGGER tell AFTER INSERT ON %1.request FOR EACH STATEMENT EXECUTE "
               "FUNCTION %1.tell();\n"
               "GRANT USAGE ON SCHEMA %1 TO %2;\n"
               "GRANT INSERT (body), SELECT (id, bytes, process) ON %1.request TO %2;\n"
               "GRANT SELECT (request, body) ON %1.answer TO %2;\n")
        .arg(desk, people)
        .arg(largestBody)
        .arg(greeter)
        .arg(largestOfGreeter)
        .arg(mostOfARole)
        .arg(mostBytesOfARole)
        .arg(mostOfASession)
        .toUtf8();
}

/**
 * Whoever waits for news does not LISTEN: the server wakes everybody who does, whatever it is
 * about, and so each question of one desk would disturb the windows of all others. He is told by a
 * procedure that looks four times a second, each time in a transaction of its own, so that nobody
 * who waits keeps the server from clearing away old rows.
 */
QByteArray news(const QString &desk, const QString &people)
{
    return QStringLiteral(
               "CREATE UNLOGGED TABLE %1.news (one BOOL PRIMARY KEY DEFAULT true CHECK (one), told "
               "BIGINT NOT NULL);\n"
               "REVOKE ALL ON %1.news FROM PUBLIC;\n"
               "CREATE PROCEDURE %1.wait_for_news(known BIGINT, patience INT, OUT newest BIGINT) "
               "LANGUAGE plpgsql AS $$\n"
               "DECLARE began TIMESTAMPTZ := clock_timestamp();\n"
               "BEGIN\n"
               "  LOOP\n"
               "    COMMIT;\n"
               "    newest := coalesce((SELECT n.told FROM %1.news n), -1);\n"
               "    EXIT WHEN newest <> known OR known IS NULL\n"
               "      OR clock_timestamp() >= began + patience * interval '1 second';\n"
               "    PERFORM pg_catalog.pg_sleep(0.25);\n"
               "  END LOOP;\n"
               "END$$;\n"
               "REVOKE ALL ON PROCEDURE %1.wait_for_news(BIGINT, INT) FROM PUBLIC;\n"
               "GRANT SELECT (told) ON %1.news TO %2;\n"
               "GRANT EXECUTE ON PROCEDURE %1.wait_for_news(BIGINT, INT) TO %2;\n")
        .arg(desk, people)
        .toUtf8();
}

/**
 * Whoever waits for his answer does not LISTEN either: with ten desks at work each answer would
 * wake all ten. He looks again after a nap that is a quarter longer each time, so that he hears of
 * it a quarter later than it came at most, and of one that takes long fifty times a second. Who
 * gives up where the service is away sees that by its lines, of which then there is none.
 */
QByteArray asking(const QString &desk, const QString &people, const QByteArray &line)
{
    return QStringLiteral(
               "CREATE PROCEDURE %1.ask(question BYTEA, patience INT, away INT, OUT asked BIGINT, OUT "
               "told BYTEA) LANGUAGE plpgsql AS $$\n"
               "DECLARE\n"
               "  began TIMESTAMPTZ := clock_timestamp();\n"
               "  waited FLOAT8;\n"
               "  nap FLOAT8 := 0.001;\n"
               "BEGIN\n"
               "  INSERT INTO %1.request (body) VALUES (question) RETURNING id INTO asked;\n"
               "  COMMIT;\n"
               "  LOOP\n"
               "    SELECT a.body INTO told FROM %1.answer a WHERE a.request = asked;\n"
               "    EXIT WHEN told IS NOT NULL;\n"
               "    waited := 1000 * extract(epoch FROM clock_timestamp() - began);\n"
               "    EXIT WHEN waited >= patience OR (waited >= away AND NOT EXISTS (\n"
               "      SELECT 1 FROM pg_catalog.pg_stat_activity s JOIN pg_catalog.pg_namespace n\n"
               "      ON n.nspowner = s.usesysid WHERE n.nspname = '%1'\n"
               "      AND s.application_name = '%3'));\n"
               "    PERFORM pg_catalog.pg_sleep(nap);\n"
               "    IF nap < 0.02 THEN\n"
               "      nap := nap * 1.25;\n"
               "    ELSE\n"
               "      COMMIT;\n"
               "    END IF;\n"
               "  END LOOP;\n"
               "END$$;\n"
               "REVOKE ALL ON PROCEDURE %1.ask(BYTEA, INT, INT) FROM PUBLIC;\n"
               "GRANT EXECUTE ON PROCEDURE %1.ask(BYTEA, INT, INT) TO %2;\n")
        .arg(desk, people, QString::fromUtf8(line))
        .toUtf8();
}

} // namespace

QString deskOf(const QString &schema)
{
    return schema + QStringLiteral("_desk");
}

QByteArray deskLineName(const QString &schema)
{
    constexpr qsizetype most = 63; // of which the server keeps no more
    return ("jubao-hub " + deskOf(schema).toUtf8()).left(most);
}

void makeDeskSchema(PostgresConnection &connection, const QString &schema, const QString &greeter)
{
    constexpr std::chrono::seconds patience(60);
    const QString desk = serverName(deskOf(schema));
    const QByteArray people = serverName(schema + QStringLiteral("_people")).toUtf8();
    const QByteArray role = "SELECT 1 FROM pg_roles WHERE rolname = '" + people + '\'';
    if (PQntuples(connection.ask(role).get()) == 0)
        connection.run("CREATE ROLE " + people + " NOLOGIN");
    const QString group = QString::fromUtf8(people);
    const QByteArray words = tables(desk, group, greeter) + news(desk, group)
        + asking(desk, group, deskLineName(schema));
    const QByteArray version =
        "jubao " + QCryptographicHash::hash(words, QCryptographicHash::Sha256).toHex();
    const QByteArray name = desk.toUtf8();
    const PostgresResult known = connection.ask(
        "SELECT 1 FROM pg_namespace WHERE nspname = $1 AND obj_description(oid, 'pg_namespace') = $2",
        {{name}, {version}});
    if (PQntuples(known.get()) == 0) {
        // By itself, and without a lock on a table: whoever comes from now on reaches none.
        connection.run("DO $$BEGIN IF EXISTS (SELECT FROM pg_namespace WHERE nspname = '" + name
                       + "') THEN REVOKE ALL ON SCHEMA " + name + " FROM " + people
                       + "; END IF; END$$");
        givingWay(connection, patience, [&] {
            // Not itself, which the server makes a member of what it makes (PostgreSQL 16).
            connection.ask(
                "SELECT count(pg_terminate_backend(a.pid)) FROM pg_stat_activity a WHERE "
                "a.usename <> current_user AND EXISTS (SELECT 1 FROM pg_auth_members m JOIN "
                "pg_roles g ON g.oid = m.roleid WHERE m.member = a.usesysid AND g.rolname = "
                "$1)",
                {{people}});
            connection.run("DROP SCHEMA IF EXISTS " + name + " CASCADE; " + words
                           + "COMMENT ON SCHEMA " + name + " IS '" + version + '\'');
        });
    }
    // After a crash of the server the table is empty.
    connection.run("INSERT INTO " + name + ".news (told) VALUES (0) ON CONFLICT DO NOTHING");
}

} // namespace jubao
