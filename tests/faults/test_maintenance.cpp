// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/file_lock.h"
#include "database/migrations.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/faulty_disk.h"
#include "support/old_office.h"
#include "support/test_office.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <cerrno>
#include <optional>

using namespace jubao;
using namespace jubao::test;

namespace {

Office::Credentials of(const QString &name)
{
    return {name, TestOffice::password(name)};
}

VerifyReport verified(Office &office, const TypeRegistry &registry)
{
    const VerifyReport report =
        verifyOffice(office.database(), office.catalogue(), Migrations::shipped(), registry, {});
    for (const Violation &each : report.violations)
        UNSCOPED_INFO((each.code + " " + each.place + " " + each.text).toStdString());
    return report;
}

Office::Options optionsOf(const TestOffice &county)
{
    // Another computer: what this place saw of the office says nothing about the restored one.
    return {county.registry, county.clock, "other-pc", county.folder() + "-witness"};
}

} // namespace

TEST_CASE(
    "A backup is restored by IT with a second person, proved and acknowledged [SEC-09] [SEC-13]")
{
    TestOffice county(allRooms());
    county.enrol(1);
    const QString copy = county.folder() + ".copy";
    const QString target = county.folder() + ".again";
    CHECK(county.refused([&] { county.office->backup(county.as("tc"), copy); })
          == QStringList{"POST_NOT_HELD"});
    const JournalEntry taken = county.office->backup(county.as("sa"), copy);
    CHECK(county.refused([&] { county.office->backup(county.as("sa"), copy); })
          == QStringList{"FILE_EXISTS"});
    county.enrol(2);

    const auto restore = [&](const QString &first, const QString &second, const QString &folder) {
        return county.refused([&] {
            Office::restore(copy, folder, {of(first), of(second)}, {}, optionsOf(county));
        });
    };
    CHECK(restore("sa", "sa", target) == QStringList{"POST_NOT_HELD"});
    CHECK(restore("sa", "tc", target) == QStringList{"POST_NOT_HELD"});
    CHECK(restore("dep", "dir", target) == QStringList{"POST_NOT_HELD"});
    CHECK(restore("sa", "dep", county.folder()) == QStringList{"OFFICE_EXISTS"});
    CHECK_FALSE(QFile::exists(target));
    CHECK_FALSE(QFile::exists(target + ".restoring"));

    const Office::Restored done =
        Office::restore(copy, target, {of("sa"), of("dep")}, {}, optionsOf(county));
    // The entry follows the copy and says what lies in it.
    CHECK(done.entries == taken.detail["entries"].toInteger());
    CHECK(done.entries == taken.seq - 1);
    CHECK(done.head == taken.detail["head"].toString());
    CHECK(done.violations == 0);
    const auto office = Office::open(target, optionsOf(county));
    const auto audit = office->signIn("aa", TestOffice::password("aa"));
    CHECK(verified(*office, *county.registry).whole());
    REQUIRE_FALSE(office->alarms().isEmpty());
    REQUIRE(office->unacknowledged(*audit).size() == 1);
    office->acknowledge(*audit, done.entry);
    CHECK(office->unacknowledged(*audit).isEmpty());
    CHECK(county.refused([&] { office->acknowledge(*audit, done.entry); })
          == QStringList{"NOTHING_TO_ACKNOWLEDGE"});
    CHECK(county.refused([&] {
        office->acknowledge(*office->signIn("tc", TestOffice::password("tc")), done.entry);
    }) == QStringList{"POST_NOT_HELD"});
    // Whoever did it does not acknowledge it.
    CHECK(office->unacknowledged(*office->signIn("sa", TestOffice::password("sa"))).isEmpty());
}

TEST_CASE("A backup that did not come about is claimed by no entry and leaves no file [SEC-09]")
{
    TestOffice county(allRooms());
    county.enrol(1);
    Session &maintainer = county.as("sa");
    const auto entries = [&county] {
        return county.number("SELECT count(*) FROM journal WHERE kind = 'backup'");
    };
    const auto failure = [&](const QString &file) {
        try {
            county.office->backup(maintainer, file);
        } catch (const DatabaseError &error) {
            CHECK_FALSE(error.text().contains("office file or its folder"));
            return std::optional(error.kind());
        }
        return std::optional<DatabaseError::Kind>();
    };
    QTemporaryDir place;
    CHECK(county.refused([&] { county.office->backup(maintainer, place.path()); })
          == QStringList{"FILE_IS_FOLDER"});
    CHECK(county.refused([&] { county.office->backup(maintainer, place.filePath("new/")); })
          == QStringList{"FILE_IS_FOLDER"});
    CHECK(failure(place.filePath("absent/copy")) == DatabaseError::Kind::TargetUnwritable);
    const qint64 room = GENERATE(0, 60000, 400000);
    FaultyDisk::failAfter(place.path(), room, ENOSPC);
    const auto full = failure(place.filePath("copy"));
    FaultyDisk::mend();
    CHECK(full == DatabaseError::Kind::DiskFull);
    CHECK(entries() == 0);
    CHECK(QDir(place.path()).isEmpty());
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'backup_failed'") == 2);
    county.office->backup(maintainer, place.filePath("copy"));
    CHECK(entries() == 1);
    for (const char *end : {"", ".slots"})
        CHECK((QFile::permissions(place.filePath("copy") + end)
               & (QFile::ReadGroup | QFile::ReadOther))
              == 0);
    CHECK(verified(*county.office, *county.registry).whole());
}

TEST_CASE("Half a backup, and one that somebody changed, are refused in words [SEC-09]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const QByteArray key = county.office->rawDataKey(county.as("sa"), county.as("se"));
    const QString copy = county.folder() + ".copy";
    const QString target = county.folder() + ".again";
    county.office->backup(county.as("sa"), copy);
    {
        Database::Options options;
        options.path = copy;
        options.key = Key::fromBytes(QByteArray::fromHex(key.mid(2, 64)));
        const auto books = Database::open(std::move(options));
        books->engine().allowSchemaChanges(true);
        books->execute("DROP TRIGGER person_version");
        books->execute("UPDATE person SET name = 'x' WHERE id = " + QString::number(person));
    }
    const auto restore = [&](bool evenIfNotWhole) {
        return Office::restore(copy, target, {of("sa"), of("dep")}, {evenIfNotWhole},
                               optionsOf(county));
    };
    CHECK(county.refused([&] { restore(false); }) == QStringList{"BACKUP_NOT_WHOLE"});
    CHECK_FALSE(QFile::exists(target));
    CHECK(restore(true).violations > 0);
    REQUIRE(QFile::remove(copy + ".slots"));
    try {
        Office::restore(copy, target + "2", {of("sa"), of("dep")}, {}, optionsOf(county));
        FAIL("restored");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::Missing);
        CHECK(error.detail().endsWith(".slots"));
    }
}

TEST_CASE("An office of every earlier schema waits for its upgrade and is whole after it [SEC-13]")
{
    const int version = GENERATE(range(1, Migrations::shipped().latest()));
    CAPTURE(version);
    OldOffice old(allRooms(), version);
    CHECK(old.county.refused([&] { old.county.as("tc"); }) == QStringList{"SCHEMA_WAITS"});
    CHECK_FALSE(old.county.office->isOpen());
    CHECK(old.county.refused([&] {
        old.county.office->upgrade({of("tc"), of("dep")});
    }) == QStringList{"POST_NOT_HELD"});
    old.county.reopen();
    CHECK(old.county.refused([&] { old.county.as("tc"); }) == QStringList{"SCHEMA_WAITS"});
    const Office::Upgrade done = old.county.office->upgrade({of("sa"), of("dep")});
    CHECK(done.from == version);
    CHECK(done.to == Migrations::shipped().latest());
    CHECK(old.county.office->upgrade({of("sa"), of("dep")}).entry == 0);
    old.county.reopen();
    old.county.as("tc");
    CHECK(old.county.number(
              QStringLiteral("SELECT count(*) FROM person WHERE id = %1").arg(old.person))
          == 1);
    CHECK(verified(*old.county.office, *old.county.registry).whole());
    CHECK(old.county.enrol(2) > 0);
    CHECK(verified(*old.county.office, *old.county.registry).whole());
    REQUIRE(old.county.office->unacknowledged(old.county.as("aa")).size() == 1);
}

TEST_CASE("An upgrade waits for other programs, and one that fails changes nothing [SEC-13]")
{
    OldOffice old(allRooms(), 1);
    const auto waits = [&] {
        return old.county.refused([&] { old.county.office->upgrade({of("sa"), of("dep")}); });
    };
    {
        const FileLock other(old.county.folder() + "/office.lock", FileLock::Mode::Shared, 0);
        CHECK(waits() == QStringList{"OFFICE_IN_USE"});
    }
    // A table that is in the way makes a step fail.
    const QString path = old.county.folder() + "/office.jubao";
    old.county.reopen();
    const auto spoil = [&](const QString &sql) {
        const auto slot = old.county.office->slotFile().slot("sa");
        const auto opened = openSlot(*slot, TestOffice::password("sa"));
        Database::Options options;
        options.path = path;
        options.key = opened->dataKey.clone();
        const auto books = Database::open(std::move(options));
        books->engine().allowSchemaChanges(true);
        books->engine().executeScript(sql);
    };
    spoil("CREATE TABLE delegation_scope (in_the_way INTEGER)");
    try {
        old.county.office->upgrade({of("sa"), of("dep")});
        FAIL("upgraded");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::UpgradeFailed);
    }
    old.county.reopen();
    spoil("DROP TABLE delegation_scope");
    CHECK(old.county.office->upgrade({of("sa"), of("dep")}).from == 1);
    CHECK(verified(*old.county.office, *old.county.registry).whole());
}
