// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/query.h"
#include "database/transaction.h"
#include "support/lan_county.h"
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;
using namespace std::chrono_literals;

TEST_CASE("Whoever asks once more while nobody answers is told soon", "[server]")
{
    LanCounty county;
    const auto patient = county.portOf("pc-3", 2500ms);
    county.deskBy(patient);
    Session &tc = county.as("tc");
    county.stop();
    const auto waited = [&] {
        const auto begun = std::chrono::steady_clock::now();
        CHECK_THROWS_AS(county.office->inbox(tc), DatabaseError);
        return std::chrono::steady_clock::now() - begun;
    };
    CHECK(waited() >= 2400ms);
    CHECK(waited() < 2000ms);
    county.start();
    CHECK_NOTHROW(county.office->inbox(tc));
    county.stop();
    CHECK(waited() >= 2400ms);
    county.start();
}

TEST_CASE("What is handed in again because no answer came is the same operation", "[server]")
{
    LanCounty county;
    county.issueNumbers("tc", "A");
    const qint64 person = county.enrol(1);
    const qint64 other = county.enrol(2);
    county.deskBy(county.portOf("pc-3", 1500ms));
    county.as("tc");
    county.stop();
    const QJsonObject payload{{"person", person},
                              {"year", 2026},
                              {"amount", 20000},
                              {"number", "A00000001"},
                              {"payer", TestOffice::personName(1)}};
    const auto collect = [&](const QJsonObject &asked) {
        return county.make("tc", "contributions.collect", asked).operation;
    };
    CHECK_THROWS_AS(collect(payload), DatabaseError);
    CHECK(county.number("SELECT count(*) FROM receipt") == 0);
    // The request lies there: the service enters it as soon as it is back.
    county.start();
    const qint64 again = collect(payload);
    CHECK(county.number("SELECT count(*) FROM receipt") == 1);
    CHECK(county.number("SELECT id FROM operation WHERE type = 'contributions.collect'") == again);
    // Answered, the same is asked for anew, and what is about somebody else was never the same.
    CHECK_THROWS_AS(collect(payload), RefusedError);
    QJsonObject more = payload;
    more["person"] = other;
    more["payer"] = TestOffice::personName(2);
    more["number"] = "A00000002";
    CHECK(collect(more) != again);

    // A decision likewise.
    Action action;
    action.kind = ActionKind::Recheck;
    action.operation = again;
    const OperationView view = county.office->view(county.as("tr"), again);
    action.seenDigest = view.digest;
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    county.stop();
    // Whoever decides was asked at the desk before; only the service's word is missing.
    CHECK_THROWS_AS(county.office->act(county.as("tr"), action), DatabaseError);
    county.start();
    CHECK(county.office->act(county.as("tr"), action).operation == again);
    CHECK(
        county.number(
            QStringLiteral("SELECT count(*) FROM journal WHERE kind = 'recheck' AND operation = %1")
                .arg(again))
        == 1);
}

TEST_CASE("A desk is told of what others enter, and draws the line again after the server was away",
          "[server]")
{
    LanCounty county;
    county.as("en1");
    int heard = 0;
    county.office->listen([&heard] { ++heard; });
    CHECK(county.office->listens());
    const auto hearsWithin = [&heard](int milliseconds) {
        heard = 0;
        const QDeadlineTimer deadline(milliseconds);
        while (heard == 0 && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        return heard > 0;
    };
    const std::unique_ptr<Office> other = county.deskAt("pc-2");
    const std::shared_ptr<Session> tc = other->signIn("tc", TestOffice::password("tc"));
    const auto enrol = [&](int sequence) {
        MakeRequest request;
        request.type = "enrollment.register";
        request.payload = county.newPerson(sequence);
        request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
        other->make(*tc, request);
    };
    enrol(1);
    CHECK(hearsWithin(3000));
    CHECK_FALSE(hearsWithin(200));

    // A line that somebody ends is told like news, and the next look draws it again.
    county.number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE "
                  "'CALL ' || current_schema() || '_desk.wait_for_news%'");
    CHECK(hearsWithin(3000));
    CHECK_FALSE(county.office->listens());
    CHECK(county.office->glance());
    CHECK(county.office->listens());
    enrol(2);
    CHECK(hearsWithin(3000));

    county.office->listen({});
    enrol(3);
    CHECK_FALSE(hearsWithin(300));
}

TEST_CASE("Nobody who reads waits for what somebody else enters", "[server]")
{
    LanCounty county;
    county.enrol(1);
    Session &tr = county.as("tr");
    Session &maker = county.as("en1");
    const std::unique_ptr<Office> other = county.deskAt("pc-2");
    const std::shared_ptr<Session> tc = other->signIn("tc", TestOffice::password("tc"));
    std::atomic<bool> entered = false;
    std::jthread enters;
    {
        // Somebody has the writer's place and keeps it.
        Transaction someone(county.service->database());
        enters = std::jthread([&] {
            MakeRequest request;
            request.type = "enrollment.register";
            request.payload = county.newPerson(2);
            request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
            entered = other->make(*tc, request).operation != 0;
        });
        std::this_thread::sleep_for(300ms);
        const auto quick = [](const std::function<void()> &ask) {
            const auto begun = std::chrono::steady_clock::now();
            ask();
            return std::chrono::steady_clock::now() - begun < 3s;
        };
        CHECK(quick([&] { CHECK(county.office->glance()); }));
        CHECK(quick([&] { CHECK(county.office->inbox(tr).isEmpty()); }));
        CHECK(quick([&] {
            Query row = county.office->reader().query("SELECT count(*) FROM person");
            REQUIRE(row.next());
            CHECK(row.integer(0) == 1);
        }));
        CHECK(quick([&] {
            CHECK(
                county.office->check(maker, "enrollment.register", county.newPerson(2)).isEmpty());
        }));
        CHECK_FALSE(entered);
    }
    enters.join();
    CHECK(entered);
    CHECK(county.office->inbox(tr).size() == 1);
}
