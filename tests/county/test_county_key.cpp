// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A new data key of a county: every sealed cell under it or none, whenever the program dies.

#include "county/county.h"
#include "database/error.h"
#include "database/moving.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include <catch2/catch.hpp>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace jubao;
using namespace jubao::test;

namespace {

/** The office on its server, opened by a program that dies at the named step. */
std::unique_ptr<Office> openDyingAt(const MovingCounty &county, const QString &fatal)
{
    Office::Options options{allRooms(), std::make_shared<SystemClock>(), "county-pc",
                            county.folder() + "/../witness-of-county",
                            [fatal](const QString &step) {
                                if (step == fatal)
                                    kill(getpid(), SIGKILL);
                            }};
    options.server = CountyFile::load(county.folder()).fromServer();
    return Office::open(county.folder(), options);
}

/** Decided but for the director's approval. */
qint64 orderRotation(const MovingCounty &county)
{
    const auto office = openDyingAt(county, {});
    const auto session = office->signIn("sa", TestOffice::password("sa"));
    MakeRequest request;
    request.type = "system.rotate_data_key";
    request.payload = {{"occasion", "yearly"}};
    const qint64 operation = office->make(*session, request).operation;
    office->signOut(session);
    REQUIRE(
        county
            .ctl({"se"}, {"decide", QString::number(operation), "--recheck", "--evidence-checked"})
            .status
        == 0);
    return operation;
}

void approve(const MovingCounty &county, qint64 operation, const QString &fatal)
{
    const auto office = openDyingAt(county, fatal);
    const auto session = office->signIn("dir", TestOffice::password("dir"));
    Action action;
    action.kind = ActionKind::Approve;
    action.operation = operation;
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    action.seenDigest = office->view(*session, operation).digest;
    office->act(*session, action);
}

/** Whether a process of its own was killed on its way. */
bool isKilled(const std::function<void()> &work)
{
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        try {
            work();
        } catch (const std::exception &error) {
            std::fprintf(stderr, "child: %s\n", error.what());
        }
        _exit(1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

/** Cells of a column as the server has them. */
QByteArrayList cellsOf(Office &office)
{
    QByteArrayList cells;
    Query rows =
        office.database().prepare("SELECT encode(id_number, 'hex') FROM person ORDER BY id");
    while (rows.next())
        cells.append(rows.text(0).toLatin1());
    return cells;
}

qint64 made(Office &office)
{
    Query count = office.database().prepare("SELECT count(*) FROM journal WHERE kind = 'rotate'");
    return count.next() ? count.integer(0) : -1;
}

} // namespace

TEST_CASE(
    "A new data key of a county seals every cell anew, and a kill at any step leaves an office "
    "that opens and is whole [SEC-17]")
{
    ServedCounty county;
    const auto signedIn = [&] {
        auto office = openDyingAt(county, {});
        office->signOut(office->signIn("sa", TestOffice::password("sa")));
        return office;
    };
    QByteArrayList before;
    QByteArray oldKey;
    {
        const auto office = signedIn();
        before = cellsOf(*office);
        oldKey = office->rawDataKey(*office->signIn("sa", TestOffice::password("sa")),
                                    *office->signIn("se", TestOffice::password("se")));
    }
    REQUIRE_FALSE(before.isEmpty());
    int done = 0;
    for (const char *step : {"sealed", "closed", "replaced", "promoted", "recorded"}) {
        CAPTURE(step);
        const qint64 operation = orderRotation(county);
        CHECK(isKilled([&] { approve(county, operation, QLatin1String(step)); }));
        const auto office = signedIn(); // completes what was begun, or does it anew
        CHECK(made(*office) == ++done);
        CHECK_FALSE(office->slotFile().rotationRuns());
        const QByteArrayList cells = cellsOf(*office);
        CHECK(cells.size() == before.size());
        CHECK(cells != before);
        before = cells;
        VerifyOptions options;
        options.slotList = office->slotFile().slotList();
        const VerifyReport report = office->verify(options);
        for (const Violation &each : report.violations)
            UNSCOPED_INFO((each.code + u' ' + each.place + u' ' + each.text).toStdString());
        CHECK(report.whole());
    }
    CHECK(county.isWhole());

    // The old key opens nothing; the service goes on with its own.
    Database::Options old;
    old.server = CountyFile::load(county.folder()).fromServer();
    old.key = Key::fromBytes(QByteArray::fromHex(oldKey.mid(2, 64)));
    try {
        Database::open(std::move(old));
        FAIL("opened");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::WrongKey);
    }
    county.start();
    const auto port = county.portFor({"tc"});
    const std::unique_ptr<Database> books = port->booksFor("tc");
    Query found = books->prepare("SELECT name FROM person WHERE id_number = ?");
    found.bindAll(county.office->newPerson(1)["id_number"].toString());
    REQUIRE(found.next());
    CHECK(found.text(0) == TestOffice::personName(1));

    // While the service runs nothing is made, and whoever signs in at the server is told.
    const qint64 later = orderRotation(county);
    approve(county, later, {});
    {
        const auto waiting = openDyingAt(county, {});
        waiting->signIn("sa", TestOffice::password("sa"));
        CHECK(made(*waiting) == done);
        CHECK_FALSE(waiting->alarms().filter("jubao-hub").isEmpty());
    }
    CHECK(county.service->terminate() == 0);
    CHECK(made(*signedIn()) == done + 1);
}
