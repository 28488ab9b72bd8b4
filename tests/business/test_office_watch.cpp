// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

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

TEST_CASE("A clock set ahead or back while the office is open stops work until two confirm")
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

TEST_CASE("After a long gap two administrators confirm the clock, by the office's own figure")
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
    // Behind the last entry nobody can confirm it.
    county.clock->advance(-2 * 60 * minute);
    CHECK(county.refused([&] { county.office->confirmClock(county.as("sa"), county.as("se")); })
          == QStringList{"CLOCK_STOPPED"});
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

TEST_CASE("An auditor acknowledges what a witness shows and work goes on at this place [SEC-02]")
{
    TestOffice county(allRooms());
    county.enrol(1);
    CHECK(county.refused([&] { county.office->acknowledgeWitness(county.as("au"), "looked"); })
          == QStringList{"WITNESS_NO_ALARM"});
    county.reopen();
    const QString path = county.folder() + "/office.jubao";
    QFile::copy(path, path + ".old");
    county.enrol(2);
    county.reopen();
    county.office.reset();
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(path + end);
    QFile::copy(path + ".old", path);
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
