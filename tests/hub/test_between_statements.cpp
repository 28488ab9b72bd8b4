// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "operations/verify.h"
#include "support/cable.h"
#include "support/lan_county.h"
#include <catch2/catch.hpp>
#include <future>

using namespace jubao;
using namespace jubao::test;
using namespace std::chrono_literals;

namespace {

/** The service comes to its end behind each packet in turn that it sends to the server while it
 * does what is asked, and another one comes; with JUBAO_TEST_SCALE=10 behind every one, without
 * behind each eleventh. How many ends there were. */
int endedInTheMiddle(LanCounty &county, const std::function<void()> &before,
                     const std::function<void()> &asked)
{
    constexpr int mostPackets = 2000;
    const int step = qEnvironmentVariableIntValue("JUBAO_TEST_SCALE") > 1 ? 1 : 11;
    int ends = 0;
    for (int packets = 0; packets < mostPackets; packets += step) {
        before();
        county.stop();
        Cable cable(county.server().value());
        county.start(cable.address());
        cable.cutAfter(packets);
        std::future<void> done = std::async(std::launch::async, asked);
        while (done.wait_for(2ms) != std::future_status::ready && !cable.isPulled()) { }
        const bool ended = cable.isPulled();
        county.stop();
        county.start();
        done.get();
        if (!ended)
            return ends;
        ++ends;
    }
    FAIL("no end");
    return ends;
}

/** As a clerk does whose program says that nobody answers: the same again. */
ActResult untilAnswered(const std::function<ActResult()> &ask)
{
    for (;;) {
        try {
            return ask();
        } catch (const DatabaseError &error) {
            if (error.kind() != DatabaseError::Kind::ServiceSilent)
                throw;
        }
    }
}

} // namespace

TEST_CASE("The service may end between any two statements: what was asked for is entered once",
          "[server]")
{
    LanCounty county;
    Session &clerk = county.as("tc");
    county.as("tr");
    county.as("dep");
    QList<qint64> made;
    const auto make = [&] {
        MakeRequest request;
        request.type = "enrollment.register";
        request.payload = county.newPerson(int(made.size()));
        request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
        made.append(untilAnswered([&] { return county.office->make(clerk, request); }).operation);
    };
    const auto decide = [&](const char *name, ActionKind kind, qint64 operation) {
        Action action;
        action.kind = kind;
        action.operation = operation;
        action.revision = 1;
        action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
        return untilAnswered([&] { return county.office->act(county.as(name), action); }).state;
    };
    const int whileMaking = endedInTheMiddle(
        county, [] {}, make);
    CHECK(whileMaking > 10);
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.register'")
          == made.size());

    int posted = 0;
    const int whileDeciding = endedInTheMiddle(county, make, [&] {
        decide("tr", ActionKind::Recheck, made.last());
        if (decide("dep", ActionKind::Approve, made.last()) == OperationState::Posted)
            ++posted;
    });
    CHECK(whileDeciding > 10);
    CHECK(posted == whileDeciding + 1);
    for (const char *left :
         {"SELECT count(*) FROM person", "SELECT count(*) FROM account",
          "SELECT count(*) FROM operation WHERE type = 'enrollment.register' AND state = 'posted'",
          "SELECT count(*) FROM journal j JOIN operation o ON o.id = j.operation WHERE o.type = "
          "'enrollment.register' AND j.kind = 'posted'"}) {
        INFO(left);
        CHECK(county.number(QLatin1String(left)) == posted);
    }
    CHECK(county.service->verify({}).violations.isEmpty());
}
