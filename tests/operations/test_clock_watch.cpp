// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "operations/clock_watch.h"
#include <catch2/catch.hpp>

using namespace jubao;

namespace {

const QDateTime morning(QDate(2026, 3, 2), QTime(1, 0), Qt::UTC);
constexpr qint64 minute = 60 * 1000;

} // namespace

TEST_CASE("A clock that goes evenly is trusted, also over months in one run")
{
    ClockWatch watch;
    watch.begin(morning, 5000, morning.addSecs(-60), {});
    CHECK(watch.look(morning, 5000, morning.addSecs(-60)).isEmpty());
    CHECK(watch.look(morning.addDays(90), 5000 + qint64(90) * 1440 * minute, morning).isEmpty());
}

TEST_CASE("Confirming alone trusts no clock behind the last entry")
{
    ClockWatch watch;
    watch.begin(morning, 0, morning.addSecs(601), {});
    CHECK(watch.look(morning, 0, morning.addSecs(600)).isEmpty());
    CHECK(watch.look(morning, 0, morning.addSecs(601)) == "CLOCK_STOPPED");
    watch.confirm(morning, 0);
    CHECK(watch.look(morning, 0, morning.addSecs(601)) == "CLOCK_STOPPED");
}

TEST_CASE("A clock set back or ahead while the office is open stops until it is confirmed")
{
    const int minutes = GENERATE(-11, 11, 60 * 24);
    ClockWatch watch;
    watch.begin(morning, 0, morning.addDays(-1), {});
    CHECK(watch.look(morning.addSecs(600), minute, morning.addDays(-1)).isEmpty());
    CHECK(watch.look(morning.addSecs(60 + minutes * 60), minute, morning.addDays(-1))
          == "CLOCK_JUMPED");
    // Setting it right again in silence does not undo it.
    CHECK(watch.look(morning.addSecs(120), 2 * minute, morning.addDays(-1)) == "CLOCK_JUMPED");
    watch.confirm(morning.addSecs(120), 2 * minute);
    CHECK(watch.look(morning.addSecs(180), 3 * minute, morning.addDays(-1)).isEmpty());
}

TEST_CASE("A gap longer than the policy's is confirmed before work goes on")
{
    ClockWatch watch;
    watch.begin(morning, 0, morning.addDays(-40), {10, 40});
    CHECK(watch.look(morning, 0, morning.addDays(-40)).isEmpty());
    watch.begin(morning, 0, morning.addDays(-41), {10, 40});
    CHECK(watch.look(morning, 0, morning.addDays(-41)) == "CLOCK_GAP");
    watch.confirm(morning, 0);
    CHECK(watch.look(morning, 0, morning.addDays(-41)).isEmpty());
}

TEST_CASE("The system's even clock goes forward, the simulated one is set without time passing")
{
    const SystemClock system;
    const qint64 before = system.elapsedMs();
    CHECK(before > 0);
    CHECK(system.elapsedMs() >= before);
    SimulatedClock simulated(morning);
    simulated.advance(minute);
    CHECK(simulated.elapsedMs() == minute);
    simulated.setBy(-minute);
    CHECK(simulated.now() == morning);
    CHECK(simulated.elapsedMs() == minute);
}
