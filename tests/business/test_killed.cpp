// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/migrations.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <catch2/catch.hpp>
#include <csignal>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace jubao;
using namespace jubao::test;

namespace {

constexpr int perRound = 24;

/** Works until its end and tells each acknowledged operation through the pipe. */
[[noreturn]] void workUntilKilled(TestOffice &county, int firstSequence, int pipe)
{
    try {
        county.reopen();
        for (const char *name : {"tc", "tr", "dep"})
            county.as(name);
        const qint64 ready = 0;
        if (write(pipe, &ready, sizeof ready) != sizeof ready)
            _exit(1);
        for (int sequence = firstSequence; sequence < firstSequence + perRound; ++sequence) {
            const qint64 operation =
                county
                    .make("tc", "enrollment.register", county.newPerson(sequence),
                          {"id_card", "household_register"})
                    .operation;
            county.act("tr", ActionKind::Recheck, operation);
            county.act("dep", ActionKind::Approve, operation);
            if (write(pipe, &operation, sizeof operation) != sizeof operation)
                _exit(1);
        }
        pause();
    } catch (const std::exception &error) {
        // Unwinding would take the folder with it: the parent owns it.
        std::fprintf(stderr, "child: %s\n", error.what());
    }
    _exit(2);
}

/** How many rounds: JUBAO_TEST_SCALE multiplies. */
int rounds(int shipped)
{
    return shipped * std::max(1, qEnvironmentVariableIntValue("JUBAO_TEST_SCALE"));
}

} // namespace

TEST_CASE(
    "Killed at any moment: the office opens, is whole, and holds every acknowledged action [SEC-02]")
{
    TestOffice county(allRooms());
    std::mt19937 random(5);
    QList<qint64> acknowledged;
    for (int round = 0; round < rounds(40); ++round) {
        county.office.reset();
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            close(ends[0]);
            // A sequence of its own per round, so that a person enrolled before is not tried again.
            workUntilKilled(county, 1 + round * perRound, ends[1]);
        }
        close(ends[1]);
        // Whatever else this machine does, the child has begun when the time is taken.
        qint64 operation = 0;
        REQUIRE(read(ends[0], &operation, sizeof operation) == sizeof operation);
        usleep(random() % 150000);
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        CHECK(WIFSIGNALED(status));
        while (read(ends[0], &operation, sizeof operation) == sizeof operation)
            acknowledged.append(operation);
        close(ends[0]);
        county.reopen();
        county.as("au");
        const VerifyReport report =
            verifyOffice(county.office->database(), county.office->catalogue(),
                         Migrations::shipped(), *county.registry, {});
        for (const Violation &each : report.violations)
            UNSCOPED_INFO((each.code + " " + each.place + " " + each.text).toStdString());
        REQUIRE(report.whole());
        REQUIRE(county.office->alarms().isEmpty());
    }
    CHECK(acknowledged.size() > 5);
    for (const qint64 operation : acknowledged)
        REQUIRE(
            county.number(
                QStringLiteral("SELECT count(*) FROM operation WHERE state = 'posted' AND id = %1")
                    .arg(operation))
            == 1);
}

TEST_CASE("Two programs on one file take turns [CTL-03]")
{
    TestOffice county(allRooms());
    county.as("tc");
    const auto second = Office::open(
        county.folder(), {county.registry, county.clock, "second-pc", county.witnessFolder()});
    const auto clerk = second->signIn("tc9", TestOffice::password("tc9"));
    const auto checker = second->signIn("tr", TestOffice::password("tr"));
    for (int sequence = 1; sequence <= 5; ++sequence) {
        const qint64 operation = county
                                     .make("tc", "enrollment.register", county.newPerson(sequence),
                                           {"id_card", "household_register"})
                                     .operation;
        Action action;
        action.kind = ActionKind::Recheck;
        action.operation = operation;
        action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
        CHECK(second->act(*checker, action).state == OperationState::InReview);
        county.act("dep", ActionKind::Approve, operation);
    }
    CHECK(verifyOffice(county.office->database(), county.office->catalogue(), Migrations::shipped(),
                       *county.registry, {})
              .whole());
}
