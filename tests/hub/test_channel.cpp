// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/query.h"
#include "hub/desk_place.h"
#include <QDeadlineTimer>
#include <catch2/catch.hpp>
#include <poll.h>
#include <thread>

using namespace jubao;
using namespace jubao::test;
using namespace std::chrono_literals;

TEST_CASE("A question finds its answer, whoever asks in between", "[server]")
{
    DeskPlace place;
    std::jthread service([&place](const std::stop_token &stop) {
        RequestDesk desk(place.service);
        while (!stop.stop_requested()) {
            if (const auto request = desk.next(50ms))
                desk.answer(*request, request->role.toUtf8() + ':' + request->body);
        }
    });
    RequestLine first(place.as("tc"));
    RequestLine second(place.as("tr"));
    for (int round = 0; round < 200; ++round) {
        const QByteArray body = QByteArray::number(round) + QByteArray(1, '\0') + "end";
        CHECK(first.ask(body, 10s) == place.as("tc").role.toUtf8() + ':' + body);
        CHECK(second.ask(body, 10s) == place.as("tr").role.toUtf8() + ':' + body);
    }
}

TEST_CASE("Who waits for a service that is not there is told so in time", "[server]")
{
    DeskPlace place;
    RequestLine line(place.as("tc"));
    try {
        line.ask("x", 100ms);
        FAIL("an answer");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::ServiceSilent);
    }
    // It stays there until the service comes.
    const auto request = place.desk->next(1s);
    REQUIRE(request);
    CHECK(request->body == "x");
    place.desk->answer(*request, "y");
    CHECK_FALSE(place.desk->next(10ms));
}

TEST_CASE("Who will not wait for a service that is away is told so, and one that is busy is waited "
          "for",
          "[server]")
{
    DeskPlace place;
    RequestLine line(place.as("tc"));
    std::jthread slow([&place] {
        const auto request = place.desk->next(10s);
        std::this_thread::sleep_for(1s);
        if (request)
            place.desk->answer(*request, "late");
    });
    CHECK(line.ask("x", 20s, 200ms) == "late");
    slow.join();
    place.desk.reset();
    place.books.reset();
    const QDeadlineTimer patience(10s);
    try {
        line.ask("x", 20s, 200ms);
        FAIL("an answer");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::ServiceSilent);
    }
    CHECK_FALSE(patience.hasExpired());
    place.desk = std::make_unique<RequestDesk>(place.service);
}

TEST_CASE("A waiting that somebody ends at the server leaves open what became of the request",
          "[server]")
{
    DeskPlace place;
    std::jthread keeper([&place](const std::stop_token &stop) {
        Database::Options options;
        options.server = place.service;
        const std::unique_ptr<Database> server = Database::open(std::move(options));
        while (!stop.stop_requested()) {
            Query ended = server->prepare(
                "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = ? AND state = "
                "'active' AND query LIKE 'CALL %'");
            ended.bindAll(place.as("tc").role);
            ended.run();
            std::this_thread::sleep_for(20ms);
        }
    });
    RequestLine line(place.as("tc"));
    const QDeadlineTimer soon(8s);
    try {
        line.ask("x", 10s);
        FAIL("an answer");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::ServiceSilent);
    }
    CHECK_FALSE(soon.hasExpired());
}

TEST_CASE("What an earlier service left for asking gives way to what this one needs", "[server]")
{
    DeskPlace place;
    const QString there = place.service.schema + "_desk";
    const QString ask = there + ".ask";
    place.books->engine().executeScript(
        "DROP PROCEDURE " + ask + "; CREATE PROCEDURE " + ask
        + "(question BYTEA, patience INT, OUT asked BIGINT, OUT told BYTEA) LANGUAGE plpgsql AS "
          "$$BEGIN asked := 0; END$$; ALTER TABLE "
        + there + ".request DROP process; COMMENT ON SCHEMA " + there + " IS NULL");
    // Whoever has a request half handed in for ever does not keep it from being changed.
    Database::Options options;
    options.server = place.as("tr");
    const std::unique_ptr<Database> half = Database::open(std::move(options));
    half->execute("BEGIN");
    half->execute("INSERT INTO " + there + ".request (body) VALUES ('half')");
    std::jthread service([&place](const std::stop_token &stop) {
        RequestDesk desk(place.service);
        while (!stop.stop_requested()) {
            if (const auto request = desk.next(50ms))
                desk.answer(*request, request->body);
        }
    });
    const auto answered = [&place] {
        try {
            return RequestLine(place.as("tc")).ask("x", 10s) == "x";
        } catch (const DatabaseError &) {
            return false; // the service has not begun yet
        }
    };
    const QDeadlineTimer deadline(10s);
    while (!answered() && !deadline.hasExpired())
        std::this_thread::sleep_for(20ms);
    CHECK(RequestLine(place.as("tc")).ask("y", 10s) == "y");
    CHECK_THROWS_AS(half->execute("COMMIT"), DatabaseError);
}

TEST_CASE("A program that asks as the service does not know says that it is of another version",
          "[server]")
{
    DeskPlace place;
    place.books->execute("DROP PROCEDURE " + place.service.schema + "_desk.ask");
    RequestLine line(place.as("tc"));
    try {
        line.ask("x", 1s);
        FAIL("an answer");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::OtherVersion);
    }
}

TEST_CASE("A request that stands there when the fifth service comes is given up by the sixth",
          "[server]")
{
    DeskPlace place;
    RequestLine line(place.as("tc"));
    CHECK_THROWS_AS(line.ask("deadly", 10ms), DatabaseError);
    for (int start = 0; start < 5; ++start) {
        CHECK(place.desk->begin() == 1);
        const auto request = place.desk->next(1s);
        REQUIRE(request);
        CHECK(request->body == "deadly");
    }
    CHECK_THROWS_AS(line.ask("later", 10ms), DatabaseError);
    CHECK(place.desk->begin() == 2);
    const auto request = place.desk->next(1s);
    REQUIRE(request);
    CHECK(request->body == "later");
}

TEST_CASE("Who is not signed in hands in little", "[server]")
{
    DeskPlace place;
    place.desk->admitGreeter("greeter");
    ServerAddress greeter = place.service;
    greeter.role = RequestDesk::greeterOf(greeter.schema);
    const auto handsIn = [](const ServerAddress &address, qsizetype bytes) {
        try {
            RequestLine(address).ask(QByteArray(bytes, 'x'), 10ms);
        } catch (const DatabaseError &error) {
            return error.kind();
        }
        return DatabaseError::Kind::Other;
    };
    constexpr qsizetype most = 64 << 10;
    CHECK(handsIn(greeter, most) == DatabaseError::Kind::ServiceSilent);
    CHECK(handsIn(greeter, most + 1) == DatabaseError::Kind::Constraint);
    CHECK(handsIn(place.as("tc"), most + 1) == DatabaseError::Kind::ServiceSilent);
    place.desk->dismissGreeter();
}

TEST_CASE("News are heard by whoever waits for them, and questions of others wake nobody",
          "[server]")
{
    DeskPlace place;
    NewsLine line(place.as("tc"));
    const auto hears = [&line](std::chrono::milliseconds patience) {
        const QDeadlineTimer deadline(patience);
        bool any = line.take();
        while (!any && !deadline.hasExpired()) {
            pollfd wait{line.socket(), POLLIN, 0};
            poll(&wait, 1, int(deadline.remainingTime()));
            any = line.take();
        }
        return any;
    };
    CHECK_FALSE(hears(400ms));
    place.desk->tellEverybody();
    CHECK(hears(5s));
    RequestLine other(place.as("tr"));
    CHECK_THROWS_AS(other.ask("x", 10ms), DatabaseError);
    CHECK_FALSE(hears(600ms));
    place.desk->tellEverybody();
    place.desk->tellEverybody();
    CHECK(hears(5s));
    place.desk->dismiss("tc");
    CHECK_THROWS_AS(hears(5s), DatabaseError);

    // A server that tells a role nothing says so, and is not gone.
    const QString schema = place.service.schema;
    place.books->execute("REVOKE EXECUTE ON PROCEDURE " + schema
                         + "_desk.wait_for_news(BIGINT, INT) FROM " + schema + "_people");
    NewsLine deaf(place.as("tr"));
    try {
        const QDeadlineTimer deadline(5s);
        while (!deadline.hasExpired())
            deaf.take();
        FAIL("the server tells what it may not");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::Denied);
    }
}

TEST_CASE("Whoever waits for news of a server that has forgotten them does not ask without end",
          "[server]")
{
    DeskPlace place;
    NewsLine line(place.as("tc"));
    place.books->execute("DELETE FROM " + place.service.schema + "_desk.news");
    int woken = 0;
    const QDeadlineTimer deadline(1500ms);
    while (!deadline.hasExpired()) {
        pollfd wait{line.socket(), POLLIN, 0};
        poll(&wait, 1, int(deadline.remainingTime()));
        line.take();
        ++woken;
    }
    CHECK(woken < 10);
    RequestDesk again(place.service);
    again.tellEverybody();
    Query row = place.books->prepare("SELECT told FROM " + place.service.schema + "_desk.news");
    REQUIRE(row.next());
    CHECK(row.integer(0) == 1);
}

TEST_CASE("A request that came to stand long after it got its number is answered too", "[server]")
{
    DeskPlace place;
    Database::Options options;
    options.server = place.as("tc");
    const std::unique_ptr<Database> slow = Database::open(std::move(options));
    const QString desk = place.service.schema + "_desk";
    slow->execute("BEGIN");
    slow->execute("INSERT INTO " + desk + ".request (body) VALUES ('late')");
    RequestLine quick(place.as("tr"));
    std::jthread service([&place](const std::stop_token &stop) {
        RequestDesk there(place.service);
        while (!stop.stop_requested()) {
            if (const auto request = there.next(50ms))
                there.answer(*request, request->body);
        }
    });
    for (int round = 0; round < 100; ++round)
        CHECK(quick.ask("x", 10s) == "x");
    slow->execute("COMMIT");
    const auto answered = [&] {
        Query row = slow->prepare("SELECT count(*) FROM " + desk + ".answer");
        return row.next() && row.integer(0) == 1;
    };
    const QDeadlineTimer deadline(10s);
    while (!answered() && !deadline.hasExpired())
        quick.ask("x", 10s);
    CHECK(answered());
}

TEST_CASE("Requests are taken in the order in which they came, however many wait", "[server]")
{
    DeskPlace place;
    const QString hand = "INSERT INTO " + place.service.schema
        + "_desk.request (body) SELECT convert_to(n::text, 'UTF8') FROM generate_series(1, %1) n";
    place.books->execute(hand.arg(1203));
    QByteArrayList taken;
    QByteArrayList expected;
    QList<qint64> inHand;
    for (int n = 1; n <= 1203; ++n) {
        expected.append(QByteArray::number(n));
        const auto request = place.desk->next(1s, inHand);
        REQUIRE(request);
        taken.append(request->body);
        inHand.append(request->id);
        if (inHand.size() < 8)
            continue;
        place.desk->answer(RequestDesk::Request{inHand.first(), {}, {}}, {});
        inHand.removeFirst();
    }
    CHECK(taken == expected);
}

TEST_CASE("With psql and a clerk's password nothing but an own question can be put in", "[server]")
{
    DeskPlace place;
    const QString desk = place.service.schema + "_desk";
    for (const char *sql :
         {"CREATE TABLE person (id BIGINT, name TEXT)", "INSERT INTO person VALUES (1, 'x')",
          "CREATE FUNCTION pay() RETURNS INT LANGUAGE sql AS 'SELECT 1'",
          "REVOKE ALL ON FUNCTION pay() FROM PUBLIC"})
        place.books->execute(sql);
    CHECK(place.tries("tc", "INSERT INTO " + desk + ".request (body) VALUES ('mine')").isEmpty());
    const QStringList wrong{
        "INSERT INTO " + desk + ".request (role, body) VALUES ('someone', 'x')",
        "INSERT INTO " + desk + ".request (id, body) OVERRIDING SYSTEM VALUE VALUES (1, 'x')",
        "UPDATE " + desk + ".request SET body = 'other'",
        "DELETE FROM " + desk + ".request",
        "TRUNCATE " + desk + ".request",
        "LOCK TABLE " + place.service.schema + ".writers_place IN ACCESS SHARE MODE",
        "SELECT body FROM " + desk + ".request",
        "INSERT INTO " + desk + ".answer (request, role, body) VALUES (1, 'x', 'x')",
        "UPDATE " + desk + ".answer SET body = 'x'",
        "DELETE FROM " + desk + ".answer",
        "SELECT role FROM " + desk + ".answer",
        "SELECT " + desk + ".tell()",
        "UPDATE " + desk + ".news SET told = 7",
        "INSERT INTO " + desk + ".news (told) VALUES (7)",
        "DELETE FROM " + desk + ".news",
        "SELECT * FROM " + place.service.schema + ".person",
        "INSERT INTO " + place.service.schema + ".person VALUES (2, 'y')",
        "UPDATE " + place.service.schema + ".person SET name = 'z'",
        "DELETE FROM " + place.service.schema + ".person",
        "TRUNCATE " + place.service.schema + ".person",
        "SELECT " + place.service.schema + ".pay()",
        "CREATE TABLE " + desk + ".mine (a INT)",
        "CREATE TABLE " + place.service.schema + ".mine (a INT)",
        "CREATE TABLE public.mine (a INT)",
        "ALTER TABLE " + desk + ".request DISABLE ROW LEVEL SECURITY",
        "SET session_replication_role = replica",
        "SET SESSION AUTHORIZATION jubao",
        "SET ROLE jubao",
        "CREATE ROLE more",
        "ALTER ROLE " + place.as("tr").role + " PASSWORD 'x'",
        "GRANT " + place.as("tr").role + " TO " + place.as("tc").role,
        "COPY " + desk + ".request TO PROGRAM 'cat'",
        "SELECT pg_read_file('/etc/passwd')",
        ("SELECT pg_terminate_backend(pg_backend_pid()) FROM pg_stat_activity WHERE usename = "
         "'jubao' AND pg_terminate_backend(pid)"),
        "SELECT lo_import('/etc/passwd')",
    };
    for (const QString &sql : wrong) {
        INFO(sql.toStdString());
        CHECK_FALSE(place.tries("tc", sql).isEmpty());
    }
    // What is not his he does not see: no row, whoever asked.
    place.desk->answer(place.desk->next(1s).value(), "for tc alone");
    Database::Options options;
    options.server = place.as("tr");
    const std::unique_ptr<Database> other = Database::open(std::move(options));
    Query seen = other->prepare("SELECT count(*) FROM " + desk + ".answer");
    REQUIRE(seen.next());
    CHECK(seen.integer(0) == 0);
}
