// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"
#include "core/mask.h"
#include "database/error.h"
#include "database/query.h"
#include "database/reading_roles.h"
#include "database/transaction.h"
#include "operations/verify.h"
#include "support/lan_county.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;
using namespace std::chrono_literals;

TEST_CASE("One enrolment and one collection go through the service of the county", "[server]")
{
    LanCounty county;
    const qint64 person = county.enrol(1);
    CHECK(person != 0);
    county.issueNumbers("tc", "A");
    const ActResult made = county.make("tc", "contributions.collect",
                                       {{"person", person},
                                        {"year", 2026},
                                        {"amount", 20000},
                                        {"number", "A00000001"},
                                        {"payer", "self"}});
    CHECK(county.act("tr", ActionKind::Recheck, made.operation).state == OperationState::Posted);
    CHECK(county.served >= 7);
    CHECK(county.service->verify({}).violations.isEmpty());
    CHECK(county.number("SELECT count(*) FROM account_entry") == 1);
    // A rule's no comes over the wire with its code and is in the trail.
    CHECK(county.refused([&] { county.act("tc", ActionKind::Recheck, made.operation); })
              .contains("NOT_IN_THIS_STATE"));
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'refused'") > 0);
}

TEST_CASE("A service that is started anew answers what was asked meanwhile, once", "[server]")
{
    LanCounty county;
    county.stop();
    MakeRequest request;
    request.type = "enrollment.register";
    request.payload = county.newPerson(3);
    request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
    request.actionId = "the-one";
    std::jthread later([&county] {
        std::this_thread::sleep_for(300ms);
        county.start();
    });
    const ActResult made = county.office->make(county.as("tc"), request);
    CHECK(made.operation != 0);
    const ActResult again = county.office->make(county.as("tc"), request);
    CHECK(again.operation == made.operation);
    CHECK(county.number("SELECT count(*) FROM journal WHERE action = 'the-one'") == 1);
}

namespace {

/** Several desks that hand in while the service is away. */
class Queue {
public:
    explicit Queue(LanCounty &county) : m_county(county)
    {
        for (const char *name : {"tc", "en1", "en2"}) {
            m_desks.push_back(county.deskAt(QStringLiteral("pc-of-") + QString(name)));
            m_sessions.push_back(m_desks.back()->signIn(name, TestOffice::password(name)));
        }
    }
    /** What each of them is told, when the service is there again. */
    QStringList handIn(const QList<QJsonObject> &people)
    {
        m_county.stop();
        std::vector<QString> told(size_t(people.size()));
        {
            std::vector<std::jthread> threads;
            for (size_t desk = 0; desk < told.size(); ++desk)
                threads.emplace_back([&, desk] {
                    MakeRequest request;
                    request.type = "enrollment.register";
                    request.payload = people.at(qsizetype(desk));
                    request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
                    told[desk] = answerTo(desk, request);
                });
            waiting(people.size());
            m_county.served = 0;
            m_county.start();
        }
        m_county.stop(); // then it has counted
        return {told.begin(), told.end()};
    }

private:
    QString answerTo(size_t desk, const MakeRequest &request)
    {
        try {
            m_desks[desk]->make(*m_sessions[desk], request);
            return "made";
        } catch (const RefusedError &error) {
            return error.refusals.first().code;
        } catch (const DatabaseError &error) {
            return QString::number(int(error.kind()));
        }
    }
    void waiting(qint64 wanted)
    {
        const QString count =
            QStringLiteral("SELECT count(*) FROM %1_desk.request").arg(m_county.server()->schema);
        for (int tries = 0; m_county.number(count) < wanted; ++tries) {
            REQUIRE(tries < 1000);
            std::this_thread::sleep_for(10ms);
        }
    }

    LanCounty &m_county;
    std::vector<std::unique_ptr<Office>> m_desks;
    std::vector<std::shared_ptr<Session>> m_sessions;
};

} // namespace

TEST_CASE("What waits is entered together, and what cannot be fails by itself", "[server]")
{
    LanCounty county;
    Queue queue(county);
    const QString made = "SELECT count(*) FROM journal WHERE kind = 'make'";
    const qint64 before = county.number(made);
    const auto person = [&](int number) { return county.newPerson(number); };
    CHECK(queue.handIn({person(1), person(2), person(3)}) == QStringList{"made", "made", "made"});
    CHECK(county.served == 1);
    CHECK(county.number(made) == before + 3);

    // A rule's no is an answer like any other, and its line stands with what the others entered.
    QJsonObject young = person(4);
    young["id_number"] = TestOffice::idNumber(QDate(2020, 1, 1), 4);
    CHECK(queue.handIn({person(5), young, person(6)})
          == QStringList{"made", "AGE_TOO_LOW", "made"});
    CHECK(county.served == 1);
    CHECK(county.number(made) == before + 5);
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'refused' AND detail = "
                        "'AGE_TOO_LOW'")
          == 1);

    // A disk that fails under one of them takes nothing of the others.
    Database &books = county.service->database();
    books.engine().executeScript(
        "CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION "
        "'broken' USING ERRCODE = '58030'; END$$; CREATE TRIGGER break_it BEFORE INSERT ON "
        "person FOR EACH ROW WHEN (NEW.name = '张破') EXECUTE FUNCTION break_it();");
    QJsonObject broken = person(7);
    broken["name"] = "张破";
    CHECK(queue.handIn({person(8), broken, person(9)})
          == QStringList{"made", QString::number(int(DatabaseError::Kind::DeviceFailed)), "made"});
    books.engine().executeScript("DROP TRIGGER break_it ON person; DROP FUNCTION break_it()");
    CHECK(county.number(made) == before + 7);
    CHECK(county.service->verify({}).violations.isEmpty());
}

TEST_CASE("Nobody asks in another's name", "[server]")
{
    LanCounty county;
    // The colleague's connection, his own key: the server knows who signed in.
    county.as("tc");
    const auto forged = county.portOf("pc-2");
    forged->letIn("tr", QByteArray(32, 'x'));
    MakeRequest request;
    request.type = "enrollment.register";
    request.payload = county.newPerson(3);
    request.actionId = "forged";
    CHECK_THROWS_AS(forged->make("tc", request, {}), DatabaseError);
    Asked asked{county.clock->now().toUTC().toString(Qt::ISODateWithMs),
                "pc",
                {},
                false,
                QByteArray(64, 'x')};
    CHECK(county.refused([&] { county.port->make("tc", request, asked); })
          == QStringList{"EVIDENCE_MISSING"});
    request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
    CHECK(county.refused([&] { county.port->make("tc", request, asked); })
          == QStringList{"SIGNED_OTHERWISE"});
    CHECK(county.number("SELECT count(*) FROM journal WHERE action = 'forged'") == 0);
}

TEST_CASE("A desk reads by way of the service what its class may see [CTL-02]", "[server]")
{
    LanCounty county;
    const qint64 near = county.enrol(1);
    for (const char *name : {"tc", "tc9", "en1", "fh", "au"})
        county.as(name);
    const auto books = county.port->booksFor("tc");
    const auto count = [](Database &from, const QString &sql) {
        Query query = from.prepare(sql);
        return query.next() ? query.integer(0) : -1;
    };
    const auto denied = [&](const QString &name, const QString &sql) {
        try {
            const auto own = county.port->booksFor(name);
            Query query = own->prepare(sql);
            while (query.next()) { }
        } catch (const DatabaseError &) {
            return true;
        }
        return false;
    };
    CHECK(count(*books, "SELECT id FROM person") == near);
    Query person = books->prepare("SELECT name, birth, op_seq, pinyin FROM person WHERE id = :id "
                                  "AND division >= ? AND name <> ?");
    person.bind(":id", near).bind(2, "411024100").bind(3, "");
    REQUIRE(person.next());
    CHECK(person.text(0) == TestOffice::personName(1));
    CHECK(person.date(1).isValid());
    CHECK(person.integer(2) > 0);
    CHECK(person.columnCount() == 4);
    CHECK(person.columnName(1) == "birth");
    CHECK_FALSE(person.next());

    // Sealed cells come masked, and what is made of one shows nothing (test_masks.cpp).
    const auto cell = [&books](const QString &sql) {
        Query query = books->prepare(sql);
        return query.next() ? query.text(0) : QStringLiteral("no row");
    };
    const QString number = county.newPerson(1)["id_number"].toString();
    CHECK(cell("SELECT id_number AS name FROM person") == maskIdNumber(number));
    CHECK(cell("SELECT coalesce(id_number, phone) FROM person") == "****");
    CHECK(parseCanonicalObject(cell("SELECT payload FROM operation_revision").toUtf8())["id_number"]
              .toString()
          == maskIdNumber(number));
    Query byNumber = books->prepare("SELECT id FROM person WHERE id_number = ?");
    byNumber.bindAll(number);
    REQUIRE(byNumber.next());
    CHECK(byNumber.integer(0) == near);
    CHECK(denied("tc", "SELECT 1 FROM person WHERE id_number = '" + number + "'"));

    // Whom an open operation is about is seen with it, enrolled or not.
    county.make("tc", "enrollment.register", county.newPerson(2),
                {"id_card", "household_register"});
    CHECK(count(*books, "SELECT count(*) FROM operation_subject WHERE person = 0") > 0);

    // Another township sees neither the person nor anything that hangs on one.
    const auto far = county.port->booksFor("tc9");
    for (const char *table :
         {"person", "person_history", "account", "account_entry", "operation", "operation_revision",
          "operation_subject", "receipt", "contribution_entry"}) {
        INFO(table);
        CHECK(count(*far, QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table)) == 0);
    }
    CHECK(count(*far, "SELECT count(*) FROM policy_row") > 0);
    CHECK(count(*county.port->booksFor("en1"), "SELECT count(*) FROM person") == 1);

    // The trail is the auditors' alone; and nobody writes, by whatever words.
    CHECK(denied("tc", "SELECT count(*) FROM access_trail"));
    CHECK(denied("fh", "SELECT count(*) FROM access_trail"));
    CHECK(count(*county.port->booksFor("au"), "SELECT count(*) FROM access_trail") > 0);
    for (const char *sql :
         {"UPDATE person SET name = 'x'", "DELETE FROM journal", "TRUNCATE person",
          "INSERT INTO division (id, code, name, parent, op_seq) VALUES (9, 'x', 'x', '', 1)",
          "SET default_transaction_read_only = off", "RESET ROLE", "CREATE TABLE mine (a INT)",
          "DROP TABLE person", "ALTER TABLE person DISABLE ROW LEVEL SECURITY",
          "SELECT pg_read_file('/etc/passwd')", "SELECT jubao_refuse()",
          "SET search_path = pg_temp", "SELECT set_config('search_path', 'pg_temp', false)",
          "CREATE TEMP TABLE person AS SELECT 1 AS id", "COMMIT", "ROLLBACK"}) {
        INFO(sql);
        denied("tc", sql);
        denied("en1", sql);
        denied("au", sql);
    }
    CHECK(county.number("SELECT count(*) FROM person WHERE name = 'x'") == 0);
    CHECK(count(*far, "SELECT count(*) FROM person") == 0);
    CHECK(count(*books, "SELECT id FROM person") == near);
    CHECK(county.service->verify({}).violations.isEmpty());
    CHECK_THROWS_AS(books->execute("UPDATE person SET name = 'x'"), DatabaseError);
    CHECK_THROWS_AS(books->scratch(), DatabaseError);
    CHECK_THROWS_AS(books->engine().begin(), DatabaseError);
}

TEST_CASE("Who keeps the office running reads nothing of its people at a desk [SEC-03]", "[server]")
{
    LanCounty county;
    county.enrol(1);
    const QStringList names{"sa", "se", "aa", "of", "it"};
    const auto count = [&county](const QString &name, const QString &sql) {
        const std::unique_ptr<Database> books = county.port->booksFor(name);
        Query query = books->prepare(sql);
        return query.next() ? query.integer(0) : -1;
    };
    county.as("fh");
    for (const QString &name : names) {
        INFO(name.toStdString());
        county.as(name);
        for (const char *table :
             {"person", "person_history", "person_declaration", "account", "account_entry",
              "receipt", "operation_subject", "operation_lock", "contribution_due"})
            CHECK(count(name, QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table)) == 0);
        const QString persons = "SELECT count(*) FROM operation WHERE type LIKE 'enrollment.%'";
        CHECK(count(name, persons) == 0);
        CHECK(count("fh", persons) == 1);
        CHECK(count(name, "SELECT count(*) FROM operation") > 0);
        CHECK(count(name, "SELECT count(*) FROM operator_account") > 0);
        CHECK(count(name, "SELECT count(*) FROM journal WHERE operation = 0") > 0);
        const QString payloads = "SELECT count(*) FROM operation_revision r JOIN operation o ON "
                                 "o.id = r.operation";
        CHECK(count(name, payloads) > 0);
        CHECK(count(name, "SELECT count(*) FROM operation_revision WHERE operation <> 0")
              == count(name, payloads));
    }
    // Who audits the administration reads every entry and the trail.
    const QString entries = "SELECT count(*) FROM journal";
    CHECK(count("aa", entries) == count("fh", entries));
    CHECK(count("sa", entries) < count("fh", entries));
    CHECK(count("aa", "SELECT count(*) FROM access_trail") > 0);
    CHECK_THROWS_AS(count("sa", "SELECT count(*) FROM access_trail"), DatabaseError);
}

TEST_CASE("What was only to be read is not asked for by a service that comes back", "[server]")
{
    LanCounty county;
    county.as("tc");
    const std::unique_ptr<Database> books = county.port->booksFor("tc");
    const auto reads = [&books] {
        Query query = books->prepare("SELECT count(*) FROM policy_row");
        return query.next();
    };
    CHECK(reads());
    county.stop();
    std::jthread back([&county] {
        std::this_thread::sleep_for(500ms);
        county.start();
    });
    // It may be what ended the service.
    try {
        reads();
        FAIL("an answer");
    } catch (const DatabaseError &error) {
        CHECK(error.detail() == "asked before the service came back");
    }
    back.join();
    CHECK(reads());
}

TEST_CASE("A reading role whose making failed is made again, and lets in", "[server]")
{
    TestOffice county(allRooms());
    county.as("sa");
    Office &office = *county.office;
    ReadingRoles roles(county.server().value(), office.catalogue(), {{}, {"enrollment"}});
    office.database().execute("ALTER TABLE receipt RENAME TO receipt_away");
    CHECK_THROWS_AS(roles.townships({"411024100"}), DatabaseError);
    office.database().execute("ALTER TABLE receipt_away RENAME TO receipt");
    const auto books = office.booksAs(roles.townships({"411024100"}), {});
    Query persons = books->prepare("SELECT count(*) FROM person");
    CHECK(persons.next());
}

TEST_CASE("A township's clerk who may not look at people sees his township's administration and no "
          "other's [SEC-03, CTL-02]",
          "[server]")
{
    TestOffice county(allRooms());
    county.serve();
    county.enrol(1);
    Office &office = *county.office;
    ReadingRoles roles(county.server().value(), office.catalogue(),
                       {{"access_trail", "access_trail_head"}, roomsAboutPersons()});
    const auto count = [&](ReadingRoles::Persons persons, const QString &division,
                           const QString &rows) {
        const auto books = office.booksAs(roles.townships({division}, persons), {});
        Query query = books->prepare("SELECT count(*) FROM " + rows);
        return query.next() ? query.integer(0) : -1;
    };
    using enum ReadingRoles::Persons;
    const QString enrolments = "operation WHERE type LIKE 'enrollment.%'";
    const QString others = "operation WHERE type NOT LIKE 'enrollment.%'";
    CHECK(count(Shown, "411024100", enrolments) == 1);
    CHECK(count(Hidden, "411024100", enrolments) == 0);
    CHECK(count(Hidden, "411024100", "person") == 0);
    CHECK(count(Hidden, "411024100", others) == count(Shown, "411024100", others));
    CHECK(count(Hidden, "411024900", others) == count(Shown, "411024900", others));
    CHECK(count(Hidden, "411024100", "operator_account") > 0);
}

TEST_CASE("A role that is made gives way to who reads the tables the other way round", "[server]")
{
    TestOffice county(allRooms());
    county.as("sa");
    ReadingRoles roles(county.server().value(), county.office->catalogue(), {{}, {"enrollment"}});
    const QList<Table> tables = county.office->catalogue().tables();
    const auto read = [&](const Table &table) {
        Query row = county.office->database().prepare("SELECT count(*) FROM " + table.name);
        return row.next();
    };
    std::atomic<bool> made = false;
    std::jthread makes;
    // So that the one who reads is the first to see that both wait for each other.
    county.office->database().execute("SET deadlock_timeout = '500ms'");
    {
        ReadTransaction reading(county.office->database());
        CHECK(read(tables.last()));
        makes = std::jthread([&] { made = !roles.townships({"411024100"}).password.isEmpty(); });
        // By now it has all tables but the last one, or has given them back for a moment.
        std::this_thread::sleep_for(200ms);
        CHECK(read(tables.first()));
        CHECK_FALSE(made);
    }
    makes.join();
    CHECK(made);
}
