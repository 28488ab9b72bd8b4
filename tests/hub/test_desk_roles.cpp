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

TEST_CASE("Whose role was taken is out at once", "[server]")
{
    DeskPlace place;
    RequestLine line(place.as("tc"));
    place.desk->dismiss("tc");
    CHECK_THROWS_AS(line.ask("x", 1s), DatabaseError);
    CHECK_THROWS_AS(RequestLine(place.as("tc")), DatabaseError);
    place.desk->dismiss("tc");
    place.desk->admit("tc", "again", 1h);
    place.desk->admit("tc", "and again", 1h);
}

TEST_CASE("What has a role of its own on the server is nobody's role in the office", "[server]")
{
    DeskPlace place;
    const QString role = RequestDesk::roleOf(place.service.schema, "x");
    place.books->execute("CREATE ROLE " + role + " NOLOGIN");
    CHECK_THROWS_AS(place.desk->admit("x", "secret", 1h), DatabaseError);
    place.desk->dismiss("x");
    Query there = place.books->prepare("SELECT rolcanlogin::int FROM pg_roles WHERE rolname = ?");
    there.bindAll(role);
    REQUIRE(there.next());
    CHECK(there.integer(0) == 0);
    place.books->execute("DROP ROLE " + role);
}

TEST_CASE("Whoever asks may end all other lines of his, and nobody comes in by the password",
          "[server]")
{
    DeskPlace place;
    RequestLine asking(place.as("tc"));
    RequestLine elsewhere(place.as("tc"));
    RequestLine another(place.as("tr"));
    std::jthread service([&place](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            const auto request = place.desk->next(50ms);
            if (!request)
                continue;
            if (request->body == "close")
                place.desk->closeOthers(*request);
            place.desk->answer(*request, "done");
        }
    });
    CHECK(elsewhere.ask("x", 10s) == "done");
    CHECK(asking.ask("close", 10s) == "done");
    CHECK_THROWS_AS(elsewhere.ask("x", 10s), DatabaseError);
    CHECK(asking.ask("x", 10s) == "done");
    CHECK(another.ask("x", 10s) == "done");
    Query without =
        place.books->prepare("SELECT 1 FROM pg_authid WHERE rolname = ? AND rolpassword "
                             "IS NULL");
    without.bindAll(place.as("tc").role);
    CHECK(without.next());
}

TEST_CASE("What somebody keeps for the greeter's role shuts nobody out for long", "[server]")
{
    DeskPlace place;
    const QByteArray password = "greeter";
    place.desk->admitGreeter(password);
    ServerAddress greeter = place.service;
    greeter.role = RequestDesk::greeterOf(greeter.schema);
    greeter.password = password;
    const auto keeps = [&](const QString &setting) {
        Database::Options options;
        options.server = greeter;
        Database::open(std::move(options))
            ->execute("ALTER ROLE " + greeter.role + " SET " + setting);
    };
    const QStringList settings{"default_transaction_read_only = on",
                               "statement_timeout = 1",
                               "lock_timeout = 1",
                               "idle_session_timeout = 1",
                               "role = " + place.service.schema + "_people",
                               "row_security = off",
                               "search_path = pg_temp",
                               "local_preload_libraries = 'nothing'",
                               "default_transaction_isolation = serializable"};
    for (const QString &setting : settings)
        keeps(setting);
    // Nor meanwhile.
    const auto asks = [&] {
        try {
            RequestLine(greeter).ask("x", 10ms);
        } catch (const DatabaseError &error) {
            return error.kind() == DatabaseError::Kind::ServiceSilent;
        }
        return false;
    };
    CHECK(asks());
    place.desk->admitGreeter(password);
    Query kept =
        place.books->prepare("SELECT count(*) FROM pg_db_role_setting s JOIN pg_roles r ON "
                             "r.oid = s.setrole WHERE r.rolname = ?");
    kept.bindAll(greeter.role);
    REQUIRE(kept.next());
    CHECK(kept.integer(0) == 0);
    CHECK(asks());
    place.desk->dismissGreeter();
}

TEST_CASE("Nobody has more waiting than his sessions need", "[server]")
{
    DeskPlace place;
    const auto hands = [&place](const char *name, const char *body, int rows) {
        Database::Options options;
        options.server = place.as(name);
        try {
            Database::open(std::move(options))
                ->execute(QStringLiteral("INSERT INTO %1_desk.request (body) SELECT convert_to(%2, "
                                         "'UTF8') FROM generate_series(1, %3) n")
                              .arg(place.service.schema, QLatin1String(body))
                              .arg(rows));
        } catch (const DatabaseError &error) {
            CHECK(error.kind() == DatabaseError::Kind::ServiceSilent);
            return false;
        }
        return true;
    };
    const char *small = "n::text";
    const char *large = "repeat('x', 60000000)";
    CHECK_FALSE(hands("tr", small, 9));
    CHECK_FALSE(hands("tr", large, 2));
    for (int session = 0; session < 4; ++session)
        CHECK(hands("tr", large, 1));
    CHECK_FALSE(hands("tr", large, 1));
    for (int session = 0; session < 37; ++session)
        CHECK(hands("tc", small, 8));
    CHECK(hands("tc", small, 4));
    CHECK_FALSE(hands("tc", small, 1));
    // What is refused was not stored first.
    Query stored = place.books->prepare("SELECT pg_total_relation_size('" + place.service.schema
                                        + "_desk.request')");
    REQUIRE(stored.next());
    CHECK(stored.integer(0) < 6 * 64'000'000LL);
    Database::Options options;
    options.server = place.as("tr");
    const std::unique_ptr<Database> open = Database::open(std::move(options));
    const QString one = "INSERT INTO " + place.service.schema + "_desk.request (body) VALUES ('x')";
    for (int row = 0; row < 8; ++row)
        CHECK_NOTHROW(open->execute(one));
    CHECK_THROWS_AS(open->execute(one), DatabaseError);
}

TEST_CASE("Who asks without the password of today loses what he has there", "[server]")
{
    DeskPlace place;
    RequestLine line(place.as("tc"));
    RequestLine another(place.as("tc"));
    RequestLine colleague(place.as("tr"));
    CHECK_THROWS_AS(another.ask("waits", 10ms), DatabaseError);
    std::jthread service([&place](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            const auto request = place.desk->next(50ms);
            if (!request)
                continue;
            if (request->role == place.as("tc").role)
                place.desk->shutOut(*request);
            place.desk->answer(*request, "done");
        }
    });
    CHECK_THROWS_AS(line.ask("x", 10s), DatabaseError);
    CHECK_THROWS_AS(another.ask("x", 10s), DatabaseError);
    CHECK(colleague.ask("x", 10s) == "done");
    Query left =
        place.books->prepare("SELECT count(*) FROM " + place.service.schema + "_desk.request");
    REQUIRE(left.next());
    CHECK(left.integer(0) == 0);
}

TEST_CASE("Who changes his own role and does not end keeps nobody from changing it", "[server]")
{
    DeskPlace place;
    place.desk->admitGreeter("greeter");
    const auto holds = [&place](const QString &role) {
        Database::Options options;
        options.server = place.service;
        options.server->role = role;
        std::unique_ptr<Database> session = Database::open(std::move(options));
        session->execute("ALTER ROLE " + role + " SET work_mem = '1MB'");
        session->execute("BEGIN");
        session->execute("ALTER ROLE " + role + " SET work_mem = '2MB'");
        session->execute("ALTER ROLE " + role + " PASSWORD 'mine'");
        return session;
    };
    const QString greeter = RequestDesk::greeterOf(place.service.schema);
    const auto first = holds(greeter);
    place.desk->admitGreeter("greeter");
    CHECK_THROWS_AS(first->execute("COMMIT"), DatabaseError);
    const auto second = holds(greeter);
    place.desk->admitGreeter("greeter");
    const auto third = holds(place.as("tc").role);
    place.desk->admit("tc", "again", 1h);
    const auto fourth = holds(place.as("tc").role);
    place.desk->dismiss("tc");
    CHECK_THROWS_AS(fourth->execute("COMMIT"), DatabaseError);
    place.desk->dismissGreeter();
}

TEST_CASE("A session that keeps a transaction open is ended, one that waits for news is not",
          "[server]")
{
    DeskPlace place;
    Database::Options options;
    options.server = place.as("tc");
    const std::unique_ptr<Database> slow = Database::open(std::move(options));
    slow->execute("BEGIN");
    slow->execute("SELECT 1");
    NewsLine news(place.as("tr"));
    place.desk->endLongTransactions(30s);
    slow->execute("SELECT 1");
    std::this_thread::sleep_for(2500ms);
    place.desk->endLongTransactions(2s);
    CHECK_THROWS_AS(slow->execute("SELECT 1"), DatabaseError);
    place.desk->tellEverybody();
    pollfd wait{news.socket(), POLLIN, 0};
    poll(&wait, 1, 5000);
    CHECK_NOTHROW(news.take());
}

TEST_CASE("Names of people become names of the server one to one")
{
    QStringList roles;
    for (const char *name : {"a_b", "a.b", "a-b", "ab", "a__b", "a_db", "a_d", "a_hb", "service",
                             "service_r", "people", "people_r"})
        roles.append(RequestDesk::roleOf("office", name));
    roles << "office_service"
          << "office_people" << RequestDesk::greeterOf("office");
    CHECK(roles.removeDuplicates() == 0);
    for (const char *name : {"", "a'b", "a\"", "张三", "A", "a;b", "a b"}) {
        INFO(name);
        if (*name != '\0')
            CHECK_THROWS_AS(RequestDesk::roleOf("office", QString::fromUtf8(name)),
                            std::invalid_argument);
    }
}
