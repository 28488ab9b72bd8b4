// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Whoever has a role on a county server, with psql and a password: every relation, every function
// and every statement that PostgreSQL has, held against what is allowed.

#include "county/county.h"
#include "database/error.h"
#include "rooms/rooms.h"
#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <catch2/catch.hpp>
#include <libpq-fe.h>
#include <thread>
#include <utility>

using namespace jubao;
using namespace jubao::test;
using namespace std::chrono_literals;

namespace {

/** Somebody's connection with a tool of his own. */
class Login {
public:
    explicit Login(const QByteArray &words) : m_connection(PQconnectdb(words.constData()))
    {
        PQsetNoticeReceiver(m_connection, notice, this);
    }
    ~Login() { PQfinish(m_connection); }
    Login(const Login &) = delete;
    Login &operator=(const Login &) = delete;

    bool stands() const { return PQstatus(m_connection) == CONNECTION_OK; }
    QByteArray refusal() const { return PQerrorMessage(m_connection); }
    bool isEncrypted() const { return PQsslInUse(m_connection) == 1; }

    /** "done", or the server's code; rows are left in `cells`. Nothing of it stays. */
    QByteArray tries(const QByteArray &sql)
    {
        PGresult *result = PQexec(m_connection, sql.constData());
        if (PQresultStatus(result) == PGRES_COPY_IN) {
            PQclear(result);
            PQputCopyEnd(m_connection, "tried");
            result = PQgetResult(m_connection);
            PQclear(result);
            return "done";
        }
        if (PQresultStatus(result) == PGRES_COPY_OUT) {
            PQclear(result);
            drain();
            return "done";
        }
        const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
        const QByteArray outcome = state           ? state
            : !stands()                            ? "gone"
            : std::exchange(m_nothingGiven, false) ? "42501"
                                                   : "done";
        cells.clear();
        for (int row = 0; row < PQntuples(result); ++row)
            for (int column = 0; column < PQnfields(result); ++column)
                cells.append(PQgetvalue(result, row, column));
        PQclear(result);
        PQclear(PQexec(m_connection, "ROLLBACK"));
        return outcome;
    }
    QByteArrayList rows(const QByteArray &sql)
    {
        INFO(sql.toStdString());
        REQUIRE(tries(sql) == "done");
        return cells;
    }

    QByteArrayList cells;

private:
    void drain()
    {
        char *line = nullptr;
        while (PQgetCopyData(m_connection, &line, 0) > 0)
            PQfreemem(line);
        while (PGresult *result = PQgetResult(m_connection))
            PQclear(result);
    }

    /** Who may not give or take a right is warned, and nothing is done. */
    static void notice(void *login, const PGresult *result)
    {
        const QByteArray state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
        if (state == "01006" || state == "01007")
            static_cast<Login *>(login)->m_nothingGiven = true;
    }

    PGconn *m_connection;
    bool m_nothingGiven = false;
};

/** What somebody's role is for. */
enum class Class { Nobody, Asking, County, Audit, Township };

struct Who {
    QByteArray role;
    QByteArray password;
    Class is;
};

const QByteArray books = "jubao";
const QByteArray desk = "jubao_desk";
const QByteArray township = "411024100";

/** A county that has worked, its service running, and everybody who has a role there. */
class AttackedCounty : public ServedCounty {
public:
    AttackedCounty()
    {
        start();
        port = portFor(names);
        for (const char *name : {"tc", "en1", "au"})
            readAs(name);
        m_keeper = std::make_unique<Login>("host=" + server.folder().toUtf8()
                                           + " port=" + QByteArray::number(server.port())
                                           + " dbname=jubao user=jubao");
        REQUIRE(m_keeper->stands());
    }

    Login &keeper() { return *m_keeper; }
    /** Over the network, as a PC comes. */
    QByteArray way(const QByteArray &role, const QByteArray &password,
                   const QByteArray &mode = "verify-full") const
    {
        return "host=localhost hostaddr=127.0.0.1 port=" + QByteArray::number(server.port())
            + " dbname=jubao sslmode=" + mode + " sslrootcert=" + server.rootCertificate().toUtf8()
            + " user=" + role + " password=" + password;
    }
    /** Everybody with a role, and somebody who has nothing but one. Whoever has a password that is
     * good for a minute, or that the service alone knows, gets one for the test. */
    QList<Who> everybody()
    {
        const CountyFile file = CountyFile::load(folder() + "/for-desks");
        QList<Who> all{{RequestDesk::greeterOf(books).toLatin1(),
                        RequestDesk::greeterPassword(file.serviceKey), Class::Asking},
                       {"jubao_read_county", {}, Class::County},
                       {"jubao_read_audit", {}, Class::Audit},
                       {"jubao_read_office", {}, Class::County},
                       {"jubao_read_office_audit", {}, Class::Audit},
                       {"jubao_read_" + township, {}, Class::Township},
                       {"passer_by", {}, Class::Nobody}};
        for (const QString &name : names)
            all.append({RequestDesk::roleOf(books, name).toLatin1(), {}, Class::Asking});
        m_keeper->rows("CREATE ROLE passer_by LOGIN");
        for (Who &who : all) {
            if (!who.password.isEmpty())
                continue;
            who.password = "for-the-test";
            m_keeper->rows("ALTER ROLE " + who.role
                           + " PASSWORD 'for-the-test' VALID UNTIL "
                             "'infinity'");
        }
        return all;
    }

    void readAs(const QString &name)
    {
        const std::unique_ptr<Database> own = port->booksFor(name);
        Query query = own->prepare("SELECT count(*) FROM person");
        REQUIRE(query.next());
    }

    /** One of each post that a county has. */
    const QStringList names{"sa", "se", "aa", "dir", "dep", "en1", "co1", "fh",
                            "gl", "ca", "au", "tc",  "tr",  "tc9", "of"};
    std::shared_ptr<HubPort> port;

private:
    std::unique_ptr<Login> m_keeper;
};

const QSet<QByteArray> auditOnly{"access_trail", "access_trail_head"};

/** A way to touch a relation; %1 is its name, %2 its first column. */
struct Touch {
    const char *name;
    const char *sql;
};

constexpr Touch touches[]{
    {"count", "SELECT count(*) FROM %1"},
    {"select", "SELECT * FROM %1"},
    {"table", "TABLE %1"},
    {"copy out", "COPY %1 TO STDOUT"},
    {"lock to read", "LOCK TABLE %1 IN ACCESS SHARE MODE"},
    {"copy in", "COPY %1 FROM STDIN"},
    {"insert", "INSERT INTO %1 DEFAULT VALUES"},
    {"insert column", "INSERT INTO %1 (%2) SELECT %2 FROM %1"},
    {"update", "UPDATE %1 SET %2 = %2"},
    {"delete", "DELETE FROM %1"},
    {"truncate", "TRUNCATE %1"},
    {"merge", "MERGE INTO %1 t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE"},
    {"for update", "SELECT %2 FROM %1 FOR UPDATE"},
    {"for share", "SELECT %2 FROM %1 FOR KEY SHARE"},
    {"lock rows", "LOCK TABLE %1 IN ROW EXCLUSIVE MODE"},
    {"lock out", "LOCK TABLE %1 IN ACCESS EXCLUSIVE MODE"},
    {"guards off", "ALTER TABLE %1 DISABLE TRIGGER ALL"},
    {"policies off", "ALTER TABLE %1 DISABLE ROW LEVEL SECURITY"},
    {"column", "ALTER TABLE %1 ADD COLUMN tried int"},
    {"index", "CREATE INDEX ON %1 (%2)"},
    {"policy", "CREATE POLICY tried ON %1 USING (true)"},
    {"rule", "CREATE RULE tried AS ON INSERT TO %1 DO INSTEAD NOTHING"},
    {"grant", "GRANT ALL ON %1 TO PUBLIC"},
    {"revoke", "REVOKE ALL ON %1 FROM PUBLIC CASCADE"},
    {"comment", "COMMENT ON TABLE %1 IS 'tried'"},
    {"drop", "DROP TABLE %1 CASCADE"}};

/** What is allowed, and nothing else. */
QSet<QByteArray> allowed(Class is, const QByteArray &schema, const QByteArray &relation)
{
    static const QSet<QByteArray> reading{"count", "select", "table", "copy out", "lock to read"};
    if (schema == books && relation != "writers_place") {
        if (is == Class::Audit)
            return reading;
        if (is == Class::County || is == Class::Township)
            return auditOnly.contains(relation) ? QSet<QByteArray>() : reading;
    }
    // Its body and its number are his to hand in and to read; of an answer all but whose it is.
    if (schema == desk && is == Class::Asking) {
        if (relation == "request")
            return {"count", "insert"};
        if (relation == "answer" || relation == "news") // news: how often something was entered
            return {"count"};
    }
    return {};
}

struct Relation {
    QByteArray schema;
    QByteArray name;
    QByteArray kind;
    QByteArray column;
};

QList<Relation> relationsOf(Login &keeper)
{
    QList<Relation> all;
    const QByteArrayList cells = keeper.rows(
        "SELECT n.nspname, c.relname, c.relkind::text, coalesce((SELECT attname FROM pg_attribute "
        "WHERE attrelid = c.oid AND attnum > 0 AND attidentity = '' ORDER BY attnum LIMIT 1), '') FROM pg_class c JOIN pg_namespace n ON n.oid "
        "= c.relnamespace WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND "
        "c.relkind <> 'i' ORDER BY 1, 2");
    for (qsizetype i = 0; i + 3 < cells.size(); i += 4)
        all.append({cells.at(i), cells.at(i + 1), cells.at(i + 2), cells.at(i + 3)});
    return all;
}

struct Tried {
    QByteArray command;
    QByteArray sql;
    QByteArray outcome;
};

QList<Tried> statementsOf(const QByteArray &own, const QByteArray &other)
{
    QFile file(QStringLiteral(JUBAO_SOURCE_DIR "/tests/county/statements.txt"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QList<Tried> all;
    const QByteArrayList lines = file.readAll().split('\n');
    for (QByteArray line : lines) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        line.replace("{books}", books).replace("{desk}", desk).replace("{own}", own);
        line.replace("{other}", other);
        const QStringList parts = QString::fromUtf8(line).split(QStringLiteral(" | "));
        REQUIRE(parts.size() >= 3);
        INFO(line.toStdString());
        CHECK((parts.at(2) == "42501") == (parts.size() == 3)); // what is not refused has its why
        all.append({parts.at(0).toUtf8(), parts.at(1).toUtf8(), parts.at(2).toUtf8()});
    }
    return all;
}

/** All that the server's own help knows. */
QSet<QByteArray> commandsOf(const CountyServer &server)
{
    QProcess help;
    help.start(QStringLiteral("psql"),
               {"-X", "--pset=pager=off", "-c", "\\h", "-h", server.folder(), "-p",
                QString::number(server.port()), "-U", "jubao", "jubao"});
    REQUIRE(help.waitForFinished());
    QSet<QByteArray> commands;
    const QStringList lines = QString::fromUtf8(help.readAllStandardOutput()).split(u'\n');
    // Two columns, of which the first line tells the width.
    const qsizetype second = lines.value(1).indexOf(QStringLiteral("CREATE"));
    for (const QString &line : lines.mid(1)) {
        for (const QString &command : {line.left(second).trimmed(), line.mid(second).trimmed()}) {
            if (!command.isEmpty())
                commands.insert(command.toUtf8());
        }
    }
    return commands;
}

} // namespace

TEST_CASE("Everybody with a role on the county server can do what is written down and nothing else "
          "[SEC-03] [CTL-02]")
{
    AttackedCounty county;
    const QList<Relation> relations = relationsOf(county.keeper());
    CHECK(relations.size() > 60);
    const QList<Who> everybody = county.everybody();
    QByteArrayList roles;
    for (const Who &who : everybody)
        roles.append(who.role);
    roles << "jubao"
          << "jubao_service"
          << "jubao_people";
    // Whoever is not tried here is nobody, and none has an attribute or a group beyond its own.
    for (const QByteArray &role :
         county.keeper().rows("SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_'"))
        CHECK(roles.contains(role));
    CHECK(county.keeper()
              .rows("SELECT rolname FROM pg_roles WHERE rolname <> 'jubao' AND (rolsuper OR "
                    "rolcreatedb OR rolreplication OR rolbypassrls OR (rolcreaterole AND rolname "
                    "<> 'jubao_service'))")
              .isEmpty());
    CHECK(county.keeper().rows("SELECT DISTINCT g.rolname FROM pg_auth_members m JOIN pg_roles g "
                               "ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member WHERE "
                               "r.rolname !~ '^pg_' AND r.rolname <> 'jubao_service'")
          == QByteArrayList{"jubao_people"});

    for (const Who &who : everybody) {
        Login login(county.way(who.role, who.password));
        INFO(login.refusal().toStdString());
        REQUIRE(login.stands());
        CHECK(login.isEncrypted());
        for (const Relation &relation : relations) {
            const QSet<QByteArray> may = allowed(who.is, relation.schema, relation.name);
            for (const Touch &touch : touches) {
                QByteArray sql = touch.sql;
                const bool fits = relation.kind == "S" ? sql.startsWith("SELECT") // no table
                    : relation.column.isEmpty()        ? !sql.contains("%2")
                                                       : true;
                if (!fits)
                    continue;
                sql.replace("%1", relation.schema + '.' + relation.name)
                    .replace("%2", relation.column);
                const QByteArray outcome = login.tries("BEGIN; " + sql);
                // What is allowed may still be wrong in itself (a body must not be empty).
                const bool denied = outcome == "42501";
                if (denied == may.contains(touch.name) || outcome.startsWith("42601"))
                    FAIL_CHECK(who.role.toStdString()
                               << ": " << sql.toStdString() << ": " << outcome.toStdString());
            }
        }
    }
}

TEST_CASE(
    "Every statement that the server knows is tried as every class of role, and those that are "
    "no harm are listed with their reason [SEC-03]")
{
    AttackedCounty county;
    QSet<QByteArray> tried;
    for (const Who &who : county.everybody()) {
        Login login(county.way(who.role, who.password));
        REQUIRE(login.stands());
        const QByteArray other = who.role == "jubao_tr" ? "jubao_tc" : "jubao_tr";
        for (const Tried &each : statementsOf(who.role, other)) {
            tried.insert(each.command);
            const QByteArray outcome = login.tries(each.sql);
            login.tries("DISCARD ALL");
            const bool refused = outcome == "42501" && each.outcome != "done";
            if (outcome != each.outcome && !refused)
                FAIL_CHECK(who.role.toStdString()
                           << ": " << each.sql.toStdString() << ": " << outcome.toStdString()
                           << ", not " << each.outcome.toStdString());
        }
    }
    const QSet<QByteArray> known = commandsOf(county.server);
    CHECK(known.size() > 150);
    for (const QByteArray &command : known - tried)
        FAIL_CHECK("not tried: " << command.toStdString());
    CHECK(county.isWhole());
}

TEST_CASE(
    "Functions of the office run for nobody but those who read, and none with the rights of its "
    "owner [SEC-03]")
{
    AttackedCounty county;
    Login &keeper = county.keeper();
    const QByteArray own = "pronamespace IN ('jubao'::regnamespace, 'jubao_desk'::regnamespace, "
                           "'public'::regnamespace)";
    CHECK(keeper.rows("SELECT proname FROM pg_proc WHERE prosecdef AND " + own).isEmpty());
    CHECK(keeper
              .rows("SELECT oid::regprocedure FROM pg_proc WHERE prosecdef AND pronamespace <> "
                    "'pg_catalog'::regnamespace")
              .isEmpty());
    // No view stands between the policies and whoever reads.
    CHECK(keeper
              .rows("SELECT viewname FROM pg_views WHERE schemaname NOT IN ('pg_catalog', "
                    "'information_schema')")
              .isEmpty());
    const QByteArrayList calls = keeper.rows(
        "SELECT quote_ident(n.nspname) || '.' || quote_ident(proname) || '(' || "
        "coalesce((SELECT string_agg('NULL::' || t.typnamespace::regnamespace || '.' || "
        "quote_ident(t.typname), ', ' ORDER BY place) FROM unnest(proargtypes) WITH ORDINALITY "
        "a(type, place) JOIN pg_type t ON t.oid = type), '') || ')' FROM pg_proc p JOIN "
        "pg_namespace n ON n.oid = pronamespace WHERE prokind <> 'p' AND prorettype <> "
        "'trigger'::regtype AND "
        + own);
    CHECK(calls.size() > 10);
    const QByteArrayList triggers = keeper.rows(
        "SELECT oid::regprocedure FROM pg_proc WHERE prorettype = 'trigger'::regtype AND " + own
        + " AND has_function_privilege('public', oid, 'execute')");
    CHECK(triggers.isEmpty());
    CHECK(keeper.rows("SELECT proname FROM pg_proc WHERE prokind = 'p' AND " + own
                      + " ORDER BY proname")
          == QByteArrayList{"ask", "wait_for_news"});
    for (const Who &who : county.everybody()) {
        Login login(county.way(who.role, who.password));
        CHECK(login.tries("CALL jubao_desk.wait_for_news(NULL, 0, NULL)")
              == (who.is == Class::Asking ? "done" : "42501"));
        CHECK(login.tries("CALL jubao_desk.ask('x', 0, 0, NULL, NULL)")
              == (who.is == Class::Asking ? "done" : "42501"));
        const bool reads = who.is != Class::Nobody && who.is != Class::Asking;
        for (const QByteArray &call : calls) {
            const QByteArray outcome = login.tries("SELECT " + call);
            if ((outcome == "42501") == reads)
                FAIL_CHECK(who.role.toStdString()
                           << ": " << call.toStdString() << ": " << outcome.toStdString());
        }
    }
}

TEST_CASE("Nobody sees or finds out by an error what is another's, be it a request, an answer or a "
          "row of another division [CTL-02] [SEC-03]")
{
    AttackedCounty county;
    QHash<QByteArray, QByteArray> passwords;
    for (const Who &who : county.everybody())
        passwords.insert(who.role, who.password);
    const auto as = [&](const QByteArray &role) {
        return std::make_unique<Login>(county.way(role, passwords.value(role)));
    };
    CHECK(county.service->terminate() == 0); // a question waits
    const auto clerk = as("jubao_tc");
    const QByteArray number =
        clerk->rows("INSERT INTO jubao_desk.request (body) VALUES ('mine') RETURNING id").first();
    county.keeper().rows("INSERT INTO jubao_desk.answer (request, role, body) VALUES (" + number
                         + ", 'jubao_tc', 'for tc alone')");
    CHECK(clerk->rows("SELECT body FROM jubao_desk.answer WHERE request = " + number)
          == QByteArrayList{"\\x666f7220746320616c6f6e65"});
    for (const QByteArray role : {"jubao_tr", "jubao_dir", "jubao_sa", "jubao__greeter"}) {
        const auto other = as(role);
        CHECK(other->rows("SELECT id FROM jubao_desk.request").isEmpty());
        CHECK(
            other->rows("SELECT body FROM jubao_desk.answer WHERE request = " + number).isEmpty());
        // The number of another's question cannot be tried: the server gives them out.
        CHECK(other->tries("INSERT INTO jubao_desk.request (id, body) OVERRIDING SYSTEM VALUE "
                           "VALUES ("
                           + number + ", 'x')")
              == "42501");
    }
    const auto far = as("jubao_read_" + township);
    const QByteArrayList tables = county.keeper().rows(
        "SELECT relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE "
        "relnamespace = 'jubao'::regnamespace AND relkind = 'r' AND attname = 'division'");
    const QSet<QByteArray> forEverybody{
        "post_assignment", "post_assignment_history", "power",      "power_history",
        "route",           "route_history",           "policy_row", "policy_row_history"};
    int compared = 0;
    for (const QByteArray &table : tables) {
        if (forEverybody.contains(table))
            continue;
        ++compared;
        CAPTURE(table.toStdString());
        CHECK(far->rows("SELECT division FROM jubao." + table + " WHERE NOT starts_with(division, '"
                        + township + "')")
                  .isEmpty());
    }
    CHECK(compared > 3);
    CHECK(far->tries("SET row_security = off; SELECT count(*) FROM jubao.person") == "42501");
}

TEST_CASE(
    "The server takes nobody in clear, nobody late, nobody who left, and its keepers not at all "
    "over the network [SEC-19] [SEC-03]")
{
    AttackedCounty county;
    const auto refusal = [&](const QByteArray &role, const QByteArray &password,
                             const QByteArray &mode = "verify-full") {
        const Login login(county.way(role, password, mode));
        return login.stands() ? QByteArray("came in") : login.refusal();
    };
    // By his own proof, as a desk does, which is good for a minute.
    const auto proofOf = [&](const QString &name) {
        const PasswordGround ground = county.port->groundOf(name, false);
        const QByteArray proof =
            StretchedPassword(TestOffice::password(name), ground.salt, ground.cost).proof();
        county.port->slotOf(name, proof);
        return proof.toHex();
    };
    const QByteArray proof = proofOf("tc");
    CHECK(refusal("jubao_tc", proof) == "came in");
    CHECK(refusal("jubao_tc", proof, "disable").contains("no encryption"));
    CHECK(refusal("jubao_tr", proof).contains("password authentication failed"));
    CHECK(refusal("jubao_tc", TestOffice::password("tc").toUtf8()).contains("failed"));
    CHECK(county.keeper()
              .rows("SELECT rolname FROM pg_roles WHERE rolname ~ '^jubao_[a-z]+[0-9]*$' AND "
                    "rolname NOT IN ('jubao_service', 'jubao_people') AND (rolvaliduntil IS NULL "
                    "OR rolvaliduntil > clock_timestamp() + interval '61 seconds' OR rolconnlimit "
                    "< 1)")
              .isEmpty());
    county.keeper().rows("ALTER ROLE jubao_tc VALID UNTIL '2026-01-01'");
    CHECK(refusal("jubao_tc", proof).contains("password authentication failed"));
    for (const QByteArray role : {"jubao", "jubao_service", "jubao_people", "nobody"})
        CHECK(refusal(role, "x").contains("failed"));

    // Who knows the password that was changed: his connection is cut, and he gets no other.
    const QByteArray old = proofOf("en1");
    Login colleague(county.way("jubao_en1", old));
    REQUIRE(colleague.stands());
    Office::Options pc{allRooms(), std::make_shared<SystemClock>(), "pc-of-en1",
                       county.credentials.filePath("pc")};
    pc.county = std::make_shared<HubPort>(
        countyOf(CountyFile::load(county.folder() + "/for-desks")), "pc-of-en1");
    const auto desk = Office::open({}, pc);
    const auto session = desk->signIn("en1", TestOffice::password("en1"));
    desk->changePassword(*session, TestOffice::password("en1"), "Another-One-42");
    CHECK(colleague.tries("SELECT 1") != "done");
    CHECK(refusal("jubao_en1", old).contains("password authentication failed"));
    CHECK(desk->reader().row("operator_account", "name", "en1"));

    // Whose key is closed, or whose post ends, while he works: his connection ends with the entry.
    const auto office = county.opened(county.port);
    const auto decided = [&](const QString &name, const QString &type, QJsonObject payload,
                             const QString &whom, const QString &approver) {
        const auto maker = office->signIn(name, TestOffice::password(name));
        payload.insert(
            "operator",
            office->reader().row("operator_account", "name", whom).value()["id"].toLongLong());
        MakeRequest request;
        request.type = type;
        request.payload = payload;
        request.reason = "x";
        request.evidence = {{"personnel_document", {}, {}}};
        const qint64 operation = office->make(*maker, request).operation;
        const auto second = office->signIn(approver, TestOffice::password(approver));
        Action action;
        action.kind = ActionKind::Approve;
        action.operation = operation;
        action.revision = 1;
        action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
        return office->act(*second, action).state;
    };
    const auto staysIn = [](Login &login) {
        return login.tries("SELECT count(*) FROM jubao_desk.answer") == "done";
    };
    Login far(county.way("jubao_tc9", proofOf("tc9")));
    Login clerk(county.way("jubao_tr", proofOf("tr")));
    for (Login *each : {&far, &clerk})
        REQUIRE(staysIn(*each));
    // What would keep a role from being dropped.
    CHECK(far.tries("ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO jubao_tr") == "done");
    CHECK(decided("sa", "system.operator_key", {{"action", "close"}}, "tc9", "se")
          == OperationState::Posted);
    CHECK_FALSE(staysIn(far));
    CHECK(staysIn(clerk));
    CHECK(county.keeper().rows("SELECT 1 FROM pg_roles WHERE rolname = 'jubao_tc9'").isEmpty());
    CHECK(refusal("jubao_tc9", "x").contains("failed"));
    CHECK(county.office->refused([&] { proofOf("tc9"); }) == QStringList{"KEY_CLOSED"});

    // By whatever program, also one at the server beside the service.
    QFile file(county.credentials.filePath("close.json"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(QJsonObject{{"action", "close"},
                                         {"operator",
                                          office->reader()
                                              .row("operator_account", "name", "tr")
                                              .value()["id"]
                                              .toLongLong()}})
                   .toJson());
    file.close();
    const ProgramResult made =
        county.ctl({"sa"},
                   {"make", "system.operator_key", "--payload", file.fileName(), "--reason", "x",
                    "--evidence", "personnel_document=" + file.fileName()});
    INFO(made.output.toStdString() << made.errors.toStdString());
    REQUIRE(made.status == 0);
    REQUIRE(staysIn(clerk));
    const ProgramResult closed =
        county.ctl({"se"},
                   {"decide", QString::number(made.json["operation"].toInteger()), "--approve",
                    "--evidence-checked"});
    INFO(closed.output.toStdString() << closed.errors.toStdString());
    REQUIRE(closed.status == 0);
    const QDeadlineTimer soon(10s);
    while (staysIn(clerk) && !soon.hasExpired())
        std::this_thread::sleep_for(50ms);
    CHECK_FALSE(staysIn(clerk));
}
