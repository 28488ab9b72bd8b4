// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/migrations.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/faulty_disk.h"
#include "support/test_office.h"
#include <QFile>
#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>
#include <random>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace jubao;
using namespace jubao::test;

namespace {

constexpr int preparedPersons = 200;
constexpr int perRound = 12;
const QStringList papers{"id_card", "household_register"};

/** Somebody with a number of his own, however many there are. */
QJsonObject somebody(const TestOffice &county, int sequence)
{
    constexpr int perDay = 900;
    QJsonObject person = county.newPerson(sequence);
    person["id_number"] =
        TestOffice::idNumber(QDate(1984, 1, 1).addDays(sequence / perDay), 1 + sequence % perDay);
    return person;
}

qint64 enrol(TestOffice &county, int sequence)
{
    const qint64 operation =
        county.make("tc", "enrollment.register", somebody(county, sequence), papers).operation;
    county.act("tr", ActionKind::Recheck, operation);
    county.act("dep", ActionKind::Approve, operation);
    return operation;
}

/** Works until its end and tells each acknowledged operation through the pipe. */
[[noreturn]] void workUntilKilled(TestOffice &county, int firstSequence, int pipe,
                                  const QString &unsynced)
{
    try {
        if (!unsynced.isEmpty())
            FaultyDisk::rememberUnsynced(county.folder(), unsynced);
        county.reopen();
        for (const char *name : {"tc", "tr", "dep"})
            county.as(name);
        const qint64 ready = 0;
        if (write(pipe, &ready, sizeof ready) != sizeof ready)
            _exit(1);
        for (int sequence = firstSequence; sequence < firstSequence + perRound; ++sequence) {
            const qint64 operation = enrol(county, sequence);
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

VerifyReport verified(TestOffice &county, bool sinceCheckpoint)
{
    VerifyOptions options;
    options.sinceCheckpoint = sinceCheckpoint;
    VerifyReport report = verifyOffice(county.office->database(), county.office->catalogue(),
                                       Migrations::shipped(), *county.registry, options);
    for (const Violation &each : report.violations)
        UNSCOPED_INFO((each.code + " " + each.place + " " + each.text).toStdString());
    return report;
}

/** One life of the program: begun, killed some moment after so many operations; what it had
 * acknowledged. */
QList<qint64> liveAndDie(TestOffice &county, int firstSequence, int awaited, useconds_t after,
                         const QString &unsynced)
{
    county.office.reset();
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        workUntilKilled(county, firstSequence, ends[1], unsynced);
    }
    close(ends[1]);
    // Whatever else this machine does, the child has begun when the time is taken.
    qint64 operation = 0;
    REQUIRE(read(ends[0], &operation, sizeof operation) == sizeof operation);
    QList<qint64> acknowledged;
    for (int told = 0; told < awaited; ++told) {
        REQUIRE(read(ends[0], &operation, sizeof operation) == sizeof operation);
        acknowledged.append(operation);
    }
    usleep(after);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
    while (read(ends[0], &operation, sizeof operation) == sizeof operation)
        acknowledged.append(operation);
    close(ends[0]);
    return acknowledged;
}

void checkWhole(TestOffice &county, const QList<qint64> &acknowledged)
{
    county.reopen();
    county.as("au");
    REQUIRE(verified(county, true).whole());
    REQUIRE(county.office->alarms().isEmpty());
    for (const qint64 operation : acknowledged)
        REQUIRE(
            county.number(
                QStringLiteral("SELECT count(*) FROM operation WHERE state = 'posted' AND id = %1")
                    .arg(operation))
            == 1);
}

/** An office of 200 persons, up to a checkpoint of the auditor. */
void prepare(TestOffice &county)
{
    for (int sequence = 0; sequence < preparedPersons; ++sequence)
        enrol(county, sequence);
    const VerifyReport report = verified(county, false);
    REQUIRE(report.whole());
    county.office->housekeeping(county.as("au"), "checkpoint", "AU", checkpointDetail(report));
}

/** What the disk's refusal looks like from above. */
DatabaseError::Kind failureOf(const std::function<void()> &call)
{
    try {
        call();
    } catch (const DatabaseError &error) {
        CHECK_FALSE(error.text().isEmpty());
        return error.kind();
    }
    FAIL("the disk worked");
    return DatabaseError::Kind::Other;
}

} // namespace

TEST_CASE(
    "Killed at any moment, 300 times: the office opens whole with all that was acknowledged [SEC-02]")
{
    TestOffice county(allRooms());
    prepare(county);
    std::mt19937 random(5);
    QList<qint64> acknowledged;
    int sequence = preparedPersons;
    for (int round = 0; round < rounds(300); ++round, sequence += perRound) {
        constexpr unsigned longestUs = 20000;
        const QList<qint64> told =
            liveAndDie(county, sequence, int(random() % 2), random() % longestUs, {});
        checkWhole(county, told);
        acknowledged += told;
    }
    CHECK(acknowledged.size() > 30);
    checkWhole(county, acknowledged);
    CHECK(verified(county, false).whole());
}

TEST_CASE("Power lost at any moment: unsynced writes are gone, nothing acknowledged is [SEC-02]")
{
    TestOffice county(allRooms());
    prepare(county);
    QTemporaryDir aside;
    const QString unsynced = aside.filePath("unsynced");
    std::mt19937 random(7);
    QList<qint64> acknowledged;
    int lost = 0;
    int sequence = preparedPersons;
    for (int round = 0; round < rounds(60); ++round, sequence += perRound) {
        constexpr unsigned longestUs = 20000;
        const QList<qint64> told =
            liveAndDie(county, sequence, int(random() % 2), random() % longestUs, unsynced);
        lost += FaultyDisk::cutPower(unsynced, int(random() % 4));
        checkWhole(county, told);
        acknowledged += told;
    }
    CHECK(lost > 0);
    CHECK(acknowledged.size() > 5);
    checkWhole(county, acknowledged);
    CHECK(verified(county, false).whole());
}

TEST_CASE("On a full disk and a failing one an operation is refused in words, none is half done")
{
    const auto [errorNumber, kind] = GENERATE(table<int, DatabaseError::Kind>(
        {{ENOSPC, DatabaseError::Kind::DiskFull}, {EIO, DatabaseError::Kind::DeviceFailed}}));
    TestOffice county(allRooms());
    enrol(county, 1);
    const qint64 entries = county.number("SELECT count(*) FROM journal");
    for (const qint64 room : {0, 5000, 20000}) {
        FaultyDisk::failAfter(county.folder(), room, errorNumber);
        const DatabaseError::Kind found = failureOf([&] {
            for (int sequence = 2; sequence < 40; ++sequence)
                county.make("tc", "enrollment.register", somebody(county, sequence), papers);
        });
        FaultyDisk::mend();
        CHECK(found == kind);
        county.reopen();
        county.as("au");
        CHECK(verified(county, false).whole());
    }
    CHECK(county.number("SELECT count(*) FROM journal") >= entries);
    enrol(county, 50);
    // The sidecar too: the old one stays whole.
    FaultyDisk::failAfter(county.folder(), 0, errorNumber);
    const DatabaseError::Kind changing = failureOf([&] {
        county.office->changePassword(county.as("tc"), TestOffice::password("tc"), "Neues?Wort77");
    });
    FaultyDisk::mend();
    CHECK((changing == kind || changing == DatabaseError::Kind::DiskFull));
    county.reopen();
    CHECK_NOTHROW(county.as("tc"));
}

TEST_CASE("Without the right to write, the office says so and stays as it is")
{
    TestOffice county(allRooms());
    county.office.reset();
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // The administrator of the machine may write everywhere; anybody else may not here.
        const QByteArray folder = QFile::encodeName(county.folder());
        const QByteArray parent = folder.left(folder.lastIndexOf('/'));
        chmod(parent.constData(), 0755);
        chmod(folder.constData(), 0555);
        for (const char *name : {"/office.jubao", "/office.slots", "/office.lock"})
            chmod((folder + name).constData(), 0444);
        if (geteuid() == 0 && setuid(65534) != 0)
            _exit(3);
        int status = 1;
        try {
            county.reopen();
            county.as("tc");
        } catch (const DatabaseError &error) {
            status = error.kind() == DatabaseError::Kind::ReadOnly ? 0 : 2;
            std::fprintf(stderr, "%s\n", qPrintable(error.detail()));
        } catch (const std::exception &error) {
            std::fprintf(stderr, "child: %s\n", error.what());
        }
        _exit(status);
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    const QByteArray folder = QFile::encodeName(county.folder());
    chmod(folder.constData(), 0755);
    for (const char *name : {"/office.jubao", "/office.slots", "/office.lock"})
        chmod((folder + name).constData(), 0644);
    county.reopen();
    CHECK_NOTHROW(county.as("tc"));
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
