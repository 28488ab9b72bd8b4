// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/migrations.h"
#include "operations/registrar.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QFile>
#include <catch2/catch.hpp>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace jubao;
using namespace jubao::test;

namespace {

const char *const newPassword = "Neues?Wort77";

/** Runs in a process of its own; "killed" where the step is reached, else how it ended. */
QString runInChild(const std::function<void()> &work)
{
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        int status = 0;
        try {
            work();
        } catch (const std::exception &error) {
            std::fprintf(stderr, "child: %s\n", error.what());
            status = 3;
        }
        _exit(status);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? QString("killed") : QString::number(WEXITSTATUS(status));
}

/** The office as a new program opens it; it dies at the named step. */
std::unique_ptr<Office> openDyingAt(TestOffice &county, const QString &fatal)
{
    return Office::open(county.folder(),
                        {county.registry, county.clock, "test-pc", county.witnessFolder(),
                         [fatal](const QString &step) {
                             if (step == fatal)
                                 kill(getpid(), SIGKILL);
                         }});
}

/** A new data key is decided upon; the last approval is what the caller does. */
qint64 orderRotation(TestOffice &county)
{
    const qint64 operation =
        county.make("sa", "system.rotate_data_key", {{"occasion", "yearly"}}).operation;
    county.act("se", ActionKind::Recheck, operation);
    return operation;
}

void approve(Office &office, const QString &name, qint64 operation)
{
    const auto session = office.signIn(name, TestOffice::password(name));
    Action action;
    action.kind = ActionKind::Approve;
    action.operation = operation;
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    action.seenDigest = office.view(*session, operation).digest;
    office.act(*session, action);
}

QByteArray rawKey(TestOffice &county)
{
    return county.office->rawDataKey(county.as("sa"), county.as("se"));
}

VerifyReport verified(TestOffice &county)
{
    VerifyOptions options;
    options.slotList = county.office->slotFile().slotList();
    const VerifyReport report = verifyOffice(county.office->database(), county.office->catalogue(),
                                             Migrations::shipped(), *county.registry, options);
    for (const Violation &each : report.violations)
        UNSCOPED_INFO((each.code + " " + each.place + " " + each.text).toStdString());
    return report;
}

qint64 entries(TestOffice &county, const QString &kind)
{
    return county.number(
        QStringLiteral("SELECT count(*) FROM journal WHERE kind = '%1'").arg(kind));
}

void checkNothingLeft(TestOffice &county)
{
    CHECK_FALSE(QFile::exists(county.folder() + "/office.jubao.next"));
    CHECK_FALSE(QFile::exists(county.folder() + "/office.jubao.next.part"));
    CHECK_FALSE(county.office->slotFile().rotationRuns());
    CHECK(county.office->slotFile().recoveringSlots().isEmpty());
}

RecoveryRequest recovery(const QStringList &shares, QStringList *kept)
{
    RecoveryRequest request;
    request.shareOne = shares.at(0);
    request.shareTwo = shares.at(2);
    request.passwords = {{"sa", newPassword}, {"se", newPassword}, {"dir", newPassword}};
    request.reason = "both administrators forgot their passwords";
    request.keepShares = [kept](const QStringList &list, const Reader &) { *kept = list; };
    return request;
}

} // namespace

TEST_CASE("A new data key: every slot opens the new books, the old key opens nothing [SEC-17]")
{
    TestOffice county(allRooms());
    const QByteArray before = rawKey(county);
    const QString code = [&] {
        // An invitation that is open while the key changes cannot be carried over.
        const qint64 closing =
            county
                .make("sa", "system.operator_key",
                      {{"action", "close"}, {"operator", county.operatorId("tc9")}})
                .operation;
        county.act("se", ActionKind::Approve, closing);
        return county.office->invite(county.as("sa"), "tc9");
    }();
    const qint64 operation = orderRotation(county);
    CHECK(county.act("dir", ActionKind::Approve, operation).state == OperationState::Posted);
    CHECK(rawKey(county) != before);
    CHECK(county.office->slotFile().generation() == 2);
    CHECK(entries(county, "rotate") == 1);
    checkNothingLeft(county);
    CHECK(verified(county).whole());

    Database::Options old;
    old.path = county.folder() + "/office.jubao";
    old.key = Key::fromBytes(QByteArray::fromHex(before.mid(2, 64)));
    CHECK_THROWS_AS(Database::open(std::move(old)), DatabaseError);
    county.reopen();
    for (const char *name : {"tc", "tr", "dep", "au", "sa", "se"})
        CHECK_NOTHROW(county.as(name));
    CHECK(entries(county, "rotate") == 1);
    CHECK(county.refused([&] { county.office->admit("tc9", code, newPassword); })
          == QStringList{"SIGN_IN_FAILED"});
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'invitation_void'") == 1);
    CHECK(county.enrol(1) > 0);
}

TEST_CASE("A new data key killed at every step leaves an office that opens [SEC-17] [SEC-02]")
{
    const QString step =
        GENERATE(as<QString>(), "sealed", "copied", "closed", "replaced", "promoted", "recorded");
    CAPTURE(step.toStdString());
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const QByteArray before = rawKey(county);
    const qint64 operation = orderRotation(county);
    county.reopen();
    county.office.reset();
    CHECK(runInChild([&] {
              const auto office = openDyingAt(county, step);
              approve(*office, "dir", operation);
          })
          == "killed");

    // Whoever comes first opens the office, whatever his post; what was begun is completed.
    county.reopen();
    CHECK_NOTHROW(county.as("tc"));
    CHECK(county.number("SELECT count(*) FROM operation WHERE state = 'posted' AND id = "
                        + QString::number(operation))
          == 1);
    CHECK(county.number("SELECT count(*) FROM person WHERE id = " + QString::number(person)) == 1);
    CHECK(entries(county, "rotate") == 1);
    CHECK(county.office->slotFile().generation() == 2);
    checkNothingLeft(county);
    CHECK(rawKey(county) != before);
    CHECK(verified(county).whole());
    county.reopen();
    for (const char *name : {"tr", "dep", "au", "sa", "se", "dir"})
        CHECK_NOTHROW(county.as(name));
    CHECK(entries(county, "rotate") == 1);
    CHECK(county.enrol(2) > 0);
}

TEST_CASE("Killed again while completing a new data key [SEC-17]")
{
    TestOffice county(allRooms());
    const qint64 operation = orderRotation(county);
    county.reopen();
    county.office.reset();
    CHECK(runInChild([&] { approve(*openDyingAt(county, "copied"), "dir", operation); })
          == "killed");
    for (const char *step : {"sealed", "copied", "closed", "replaced"})
        CHECK(
            runInChild([&] { openDyingAt(county, step)->signIn("tc", TestOffice::password("tc")); })
            == "killed");
    county.reopen();
    county.as("au");
    CHECK(county.office->slotFile().generation() == 2);
    CHECK(verified(county).whole());
    checkNothingLeft(county);
}

TEST_CASE(
    "A one-time code of before the change opens nothing while the change is half done [SEC-17]")
{
    TestOffice county(allRooms());
    const qint64 closing = county
                               .make("sa", "system.operator_key",
                                     {{"action", "close"}, {"operator", county.operatorId("tc9")}})
                               .operation;
    county.act("se", ActionKind::Approve, closing);
    const QString code = county.office->invite(county.as("sa"), "tc9");
    const qint64 operation = orderRotation(county);
    county.reopen();
    county.office.reset();
    CHECK(runInChild([&] { approve(*openDyingAt(county, "replaced"), "dir", operation); })
          == "killed");
    county.reopen();
    CHECK(county.refused([&] { county.office->admit("tc9", code, newPassword); })
          == QStringList{"INVITATION_VOID"});
    CHECK_NOTHROW(county.as("tc"));
}

TEST_CASE("A new data key waits until no other program has the office open [SEC-17]")
{
    TestOffice county(allRooms());
    const qint64 operation = orderRotation(county);
    auto second = Office::open(
        county.folder(), {county.registry, county.clock, "second-pc", county.witnessFolder()});
    const auto clerk = second->signIn("tc", TestOffice::password("tc"));
    county.act("dir", ActionKind::Approve, operation);
    CHECK(county.office->slotFile().generation() == 1);
    REQUIRE_FALSE(county.office->alarms().isEmpty());
    MakeRequest request;
    request.type = "enrollment.register";
    request.payload = county.newPerson(1);
    request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
    CHECK_NOTHROW(second->make(*clerk, request));
    second.reset();
    county.reopen();
    county.as("tr");
    CHECK(county.office->slotFile().generation() == 2);
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.register'") == 1);
    CHECK(verified(county).whole());
}

TEST_CASE("Two envelopes give administrators new keys, and everybody can see it [SEC-17] [SEC-19]")
{
    TestOffice county(allRooms());
    const QStringList shares = county.shares;
    REQUIRE(shares.size() == 3);
    QStringList next;
    county.reopen();
    county.office->recover(recovery(shares, &next));
    REQUIRE(next.size() == 3);
    CHECK(county.refused([&] { county.office->signIn("sa", TestOffice::password("sa")); })
          == QStringList{"SIGN_IN_FAILED"});
    CHECK_NOTHROW(county.office->signIn("sa", newPassword));
    CHECK_NOTHROW(county.office->signIn("tc", TestOffice::password("tc")));
    const VerifyReport report = verified(county);
    CHECK(report.whole());
    REQUIRE(report.notes.size() == 1);
    CHECK(report.notes.first().text.contains("forgot"));
    CHECK(county.number("SELECT count(*) FROM operator_key WHERE state = 'closed'") == 3);

    // The opened envelopes are void, the new ones work.
    county.reopen();
    QStringList unused;
    CHECK(county.refused([&] { county.office->recover(recovery(shares, &unused)); })
          == QStringList{"RECOVERY_SHARES_OLD"});
    CHECK(unused.isEmpty());
    county.reopen();
    RecoveryRequest again = recovery(next, &unused);
    for (QString &password : again.passwords)
        password = "Noch!EinWort88";
    county.office->recover(again);
    CHECK_NOTHROW(county.office->signIn("se", "Noch!EinWort88"));
    CHECK(verified(county).notes.size() == 2);
    CHECK(verified(county).whole());
}

TEST_CASE(
    "A recovery that the envelopes did not sign, or that writes more than keys, is named [SEC-02]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    Database &books = county.office->database();
    JournalEntry entry;
    entry.kind = "recover";
    entry.action = "forged";
    const auto codes = [&] {
        QStringList list;
        for (const Violation &each : verified(county).violations)
            list.append(each.code);
        list.removeDuplicates();
        return list;
    };
    PostingContext context;
    context.opSeq = county.office->journal().headSeq() + 1;
    Writer writer(books, county.office->catalogue(), context, "enrollment");
    writer.update("person", person, {{"name", "another"}});
    entry.detail = {
        {"type", "recover@1"},
        {"effects", effectsDigest(books, county.office->catalogue(), context.opSeq, "recover@1")}};
    county.office->journal().append(entry, *KeyPair::generate(), county.clock->now());
    CHECK(codes() == QStringList{"RECOVERY_BEYOND_KEYS", "SIGNATURE_FALSE"});
}

TEST_CASE("A recovery refuses what is no recovery [SEC-17]")
{
    TestOffice county(allRooms());
    const QStringList shares = county.shares;
    county.reopen();
    QStringList kept;
    const auto refusedWith = [&](const std::function<void(RecoveryRequest &)> &spoil) {
        RecoveryRequest request = recovery(shares, &kept);
        spoil(request);
        return county.refused([&] { county.office->recover(request); });
    };
    CHECK(refusedWith([](RecoveryRequest &r) { r.shareTwo = r.shareOne; })
          == QStringList{"RECOVERY_SHARES_FALSE"});
    const QStringList foreign = splitKeyTwoOfThree(Key::random());
    CHECK(refusedWith([&](RecoveryRequest &r) {
              r.shareOne = foreign.at(0);
              r.shareTwo = foreign.at(1);
          })
          == QStringList{"RECOVERY_SHARES_OLD"});
    CHECK(refusedWith([](RecoveryRequest &r) { r.reason = " "; }) == QStringList{"REASON_MISSING"});
    CHECK(refusedWith([](RecoveryRequest &r) { r.passwords.remove("se"); })
          == QStringList{"RECOVERY_NEEDS_TWO"});
    CHECK(refusedWith([](RecoveryRequest &r) { r.passwords.insert("tc", newPassword); })
          == QStringList{"POST_NOT_HELD"});
    CHECK(refusedWith([](RecoveryRequest &r) { r.passwords.insert("nobody", newPassword); })
          == QStringList{"OPERATOR_UNKNOWN"});
    CHECK(refusedWith([](RecoveryRequest &r) { r.passwords["sa"] = "weak"; })
          == QStringList{"PASSWORD_WEAK"});
    CHECK(kept.isEmpty());
    CHECK(entries(county, "recover") == 0);
    CHECK_NOTHROW(county.office->signIn("sa", TestOffice::password("sa")));
}

TEST_CASE("A recovery killed at every step leaves an office that opens [SEC-17] [SEC-02]")
{
    const QString step = GENERATE(as<QString>(), "sheets", "kept", "entered", "promoted");
    CAPTURE(step.toStdString());
    TestOffice county(allRooms());
    const QStringList shares = county.shares;
    county.reopen();
    county.office.reset();
    CHECK(runInChild([&] {
              QStringList kept;
              openDyingAt(county, step)->recover(recovery(shares, &kept));
          })
          == "killed");
    const bool entered = step == "entered" || step == "promoted";
    county.reopen();
    if (entered) {
        CHECK(
            county.refused([&] { county.office->signIn("sa", TestOffice::password("sa")); }).size()
            == 1);
        CHECK_NOTHROW(county.office->signIn("se", newPassword));
        CHECK_NOTHROW(county.office->signIn("sa", newPassword));
    } else {
        CHECK_NOTHROW(county.as("sa"));
        CHECK(county.refused([&] { county.office->signIn("sa", newPassword); })
              == QStringList{"SIGN_IN_FAILED"});
        QStringList kept;
        county.reopen();
        county.office->recover(recovery(shares, &kept));
        CHECK_NOTHROW(county.office->signIn("sa", newPassword));
    }
    checkNothingLeft(county);
    CHECK(entries(county, "recover") == 1);
    CHECK_NOTHROW(county.as("tc"));
    CHECK(verified(county).whole());
    CHECK(verified(county).notes.size() == 1);
}
