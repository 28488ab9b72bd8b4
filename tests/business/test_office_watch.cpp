// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/query.h"
#include "operations/verify.h"
#include "operations/witness.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QFile>
#include <QJsonArray>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

constexpr qint64 minute = 60 * 1000;
constexpr qint64 day = 24 * 60 * minute;

QStringList triedToWork(TestOffice &county, int sequence)
{
    return county.refused([&] {
        county.make("tc", "enrollment.register", county.newPerson(sequence),
                    {"id_card", "household_register"});
    });
}

} // namespace

TEST_CASE("A clock set ahead or back while the office is open stops work until two confirm",
          "[direct]")
{
    TestOffice county(allRooms());
    county.enrol(1);
    const qint64 jump = GENERATE(2 * 60 * minute, -8 * minute);
    if (jump < 0)
        county.clock->advance(30 * minute); // so that it is set back and yet not behind the entry
    county.clock->setBy(2 * jump);
    CHECK(triedToWork(county, 2) == QStringList{"CLOCK_JUMPED"});
    CHECK(county.refused([&] { county.office->housekeeping(county.as("sa"), "backup", "SA", {}); })
          == QStringList{"CLOCK_JUMPED"});
    CHECK(county.refused([&] { county.office->confirmClock(county.as("tc"), county.as("sa")); })
          == QStringList{"POST_NOT_HELD"});
    CHECK(county.refused([&] { county.office->confirmClock(county.as("sa"), county.as("sa")); })
          == QStringList{"SOD_SAME_PERSON"});
    county.office->confirmClock(county.as("sa"), county.as("se"));
    CHECK(county.office->clockFault().isEmpty());
    CHECK(county.number("SELECT count(*) FROM journal WHERE kind = 'clock_confirmed'") == 1);
    CHECK(triedToWork(county, 2).isEmpty());
}

TEST_CASE("After a long gap two administrators confirm the clock, by the office's own figure",
          "[direct]")
{
    TestOffice county(allRooms());
    county.enrol(1);
    county.reopen();
    county.clock->advance(40 * day);
    CHECK(triedToWork(county, 2).isEmpty());
    county.reopen();
    county.clock->advance(41 * day);
    CHECK(triedToWork(county, 3) == QStringList{"CLOCK_GAP"});
    CHECK_FALSE(county.office->alarms().isEmpty());
    county.office->confirmClock(county.as("se"), county.as("aa"));
    CHECK(county.office->alarms().isEmpty());
    CHECK(triedToWork(county, 3).isEmpty());
}

TEST_CASE(
    "Entries made with a clock that was ahead stop nobody for ever: two administrators say why")
{
    TestOffice county(allRooms());
    county.issueNumbers("co2", "C");
    const qint64 person = county.enrol(1);
    county.reopen();
    const QDateTime before = county.clock->now();
    county.clock->advance(20 * day); // set ahead while the program was closed
    county.as("co2");
    const qint64 span = county.number("SELECT max(seq) + 1 FROM journal");
    county.collectAtCounter(person, "C00000001", 20000, "co2");
    const QString ahead = officeDate(county.clock->now()).toString(Qt::ISODate);
    county.reopen();
    county.clock->setNow(before.addSecs(3600));
    CHECK(triedToWork(county, 2) == QStringList{"CLOCK_STOPPED"});
    const auto confirm = [&](const QString &reason) {
        return county.refused(
            [&] { county.office->confirmClock(county.as("sa"), county.as("se"), reason); });
    };
    CHECK(county.refused([&] {
        county.office->confirmClock(county.as("sa"), county.as("sa"), "wrong battery");
    }) == QStringList{"SOD_SAME_PERSON"});
    CHECK(confirm("  ") == QStringList{"REASON_MISSING"});
    CHECK(confirm("the battery of the clock was empty").isEmpty());
    CHECK(county.office->alarms().isEmpty());
    CHECK(triedToWork(county, 2).isEmpty());

    Query row = county.office->database().prepare(
        Journal::selectSql() + "WHERE kind = 'clock_confirmed' ORDER BY seq DESC LIMIT 1");
    REQUIRE(row.next());
    const JournalEntry entry = Journal::fromRow(row);
    CHECK(entry.detail["ahead_from"].toInteger() == span);
    CHECK(entry.detail["ahead_until"].toInteger() == entry.seq - 1);
    CHECK(entry.detail["reason"] == "the battery of the clock was empty");
    CHECK(QDateTime::fromString(entry.acceptedAt, Qt::ISODateWithMs) < before.addDays(1));

    SECTION("verify shows the span once and finds nothing else")
    {
        const VerifyReport report = county.office->verify({});
        for (const Violation &each : report.violations)
            UNSCOPED_INFO(each.code.toStdString() << " " << each.place.toStdString());
        CHECK(report.whole());
        REQUIRE(report.notes.size() == 1);
        CHECK(report.notes.first().code == "CLOCK_SET_BACK");
        CHECK(report.notes.first().text.contains("battery"));
    }
    SECTION("the cash of the day that is still to come is closed now, other days to come are not")
    {
        const QJsonObject close{{"operator", county.operatorId("co2")},
                                {"day", ahead},
                                {"counted", 20000},
                                {"deposit_slip", "D-1"}};
        QJsonObject later = close;
        later["day"] = officeDate(county.clock->now()).addDays(3).toString(Qt::ISODate);
        CHECK(county.refused([&] { county.make("co2", "contributions.day_close", later); })
              == QStringList{"DAY_MALFORMED"});
        CHECK(county.make("co2", "contributions.day_close", close).operation > 0);
    }
    SECTION("the time is set back no further than to what two confirmed before")
    {
        county.reopen();
        county.clock->advance(-60 * minute);
        CHECK(confirm("once more") == QStringList{"CLOCK_TOO_EARLY"});
    }
    SECTION("it can happen again, and each span names its own entries")
    {
        county.reopen();
        const QDateTime now = county.clock->now();
        county.clock->advance(5 * day);
        CHECK(triedToWork(county, 3).isEmpty());
        county.reopen();
        county.clock->setNow(now.addSecs(60));
        CHECK(confirm("set by hand").isEmpty());
        const VerifyReport report = county.office->verify({});
        CHECK(report.whole());
        CHECK(report.notes.size() == 2);
    }
}

TEST_CASE(
    "A password or post of a day that is still to come keeps nobody out after the clock is confirmed")
{
    TestOffice county(allRooms());
    county.reopen();
    const QDateTime before = county.clock->now();
    county.clock->advance(20 * day);
    const QString fresh = "Nw4!" + TestOffice::password("tc");
    county.office->changePassword(county.as("tc"), TestOffice::password("tc"), fresh);
    county.assignPost({{"action", "end"}, {"operator", county.operatorId("co2")}, {"post", "CO"}});
    county.reopen();
    county.clock->setNow(before.addSecs(3600));
    county.office->confirmClock(county.as("sa"), county.as("se"), "the clock was ahead");
    const auto clerk = county.office->signIn("tc", fresh);
    CHECK(clerk->passwordMustChange()); // nobody could say when its time is over
    county.office->changePassword(*clerk, fresh, "Xp9!" + fresh);
    CHECK_FALSE(clerk->passwordMustChange());
    Session &collector = county.as("co2");
    CHECK(collector.passwordMustChange());
    county.clock->advance(minute);
    county.office->changePassword(collector, TestOffice::password("co2"), "Xp9!" + fresh + "co");
    CHECK_FALSE(collector.passwordMustChange());
}

TEST_CASE("The time cannot be set back before the founding")
{
    TestOffice county(allRooms());
    county.reopen();
    county.clock->advance(-2 * day);
    CHECK(county.refused([&] {
        county.office->confirmClock(county.as("sa"), county.as("se"), "the battery was empty");
    }) != QStringList{});
    CHECK(county.number("SELECT count(*) FROM journal WHERE kind = 'clock_confirmed'") == 0);
}

TEST_CASE("On the spot another person decides at this window and the trace says so")
{
    TestOffice county(allRooms());
    const qint64 operation = county
                                 .make("tc", "enrollment.register", county.newPerson(1),
                                       {"id_card", "household_register"})
                                 .operation;
    const auto called = county.office->signInOnTheSpot("tr", TestOffice::password("tr"), "recheck");
    CHECK(called->onTheSpot());
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'on_the_spot'") == 1);
    Action action;
    action.kind = ActionKind::Recheck;
    action.operation = operation;
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    county.clock->advance(59 * 1000);
    county.office->touch(*called);
    county.clock->advance(59 * 1000);
    county.office->act(*called, action);
    CHECK(county.number("SELECT count(*) FROM journal WHERE kind = 'recheck' AND detail LIKE "
                        "'%on_the_spot%'")
          == 1);
    county.clock->advance(61 * 1000);
    CHECK(county.office->hasEnded(*called));
    CHECK(county.refused([&] { county.office->act(*called, action); })
          == QStringList{"SESSION_ENDED"});
    CHECK_FALSE(county.office->hasEnded(county.as("tc")));
    CHECK(county.refused([&] { county.office->signInOnTheSpot("tr", "false", "recheck"); })
          == QStringList{"SIGN_IN_FAILED"});
}

TEST_CASE("The trail's head is signed every 15 minutes as well [SEC-01]")
{
    TestOffice county(allRooms());
    Session &session = county.as("tc");
    const QString heads = "SELECT count(*) FROM access_trail_head";
    const qint64 before = county.number(heads);
    county.office->trace(session, "reveal", "person 1");
    CHECK(county.number(heads) == before);
    county.clock->advance(15 * minute);
    county.office->trace(session, "reveal", "person 1");
    CHECK(county.number(heads) == before + 1);
    county.office->trace(session, "reveal", "person 2");
    CHECK(county.number(heads) == before + 1);
}

TEST_CASE("An auditor acknowledges what a witness shows and work goes on at this place [SEC-02]",
          "[file]")
{
    TestOffice county(allRooms());
    county.enrol(1);
    CHECK(county.refused([&] { county.office->acknowledgeWitness(county.as("au"), "looked"); })
          == QStringList{"WITNESS_NO_ALARM"});
    county.reopen();
    county.keepFile();
    county.enrol(2);
    county.reopen();
    county.putOlderFileBack();
    county.reopen();
    // It is the place that saw more, so it does not matter who signs in there first.
    CHECK(triedToWork(county, 3) == QStringList{"WITNESS_ALARM"});
    CHECK_FALSE(county.office->view(county.as("au"), county.number("SELECT max(id) FROM operation"))
                    .summary.isEmpty()); // reading goes on
    CHECK(county.refused([&] { county.office->acknowledgeWitness(county.as("tc"), "looked"); })
          == QStringList{"POST_NOT_HELD"});
    CHECK(county.refused([&] { county.office->acknowledgeWitness(county.as("au"), " "); })
          == QStringList{"REASON_MISSING"});
    const JournalEntry entry =
        county.office->acknowledgeWitness(county.as("au"), "restored from the backup of Monday");
    CHECK(entry.kind == "witness_acknowledged");
    CHECK_FALSE(entry.detail["seen"].toArray().isEmpty());
    CHECK(county.office->alarms().isEmpty());
    CHECK(triedToWork(county, 3).isEmpty());
    county.reopen();
    CHECK(triedToWork(county, 4).isEmpty());
    CHECK(county.office->alarms().isEmpty());
}
