// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "operations/backup_plan.h"
#include "support/faulty_disk.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <cerrno>

using namespace jubao;
using namespace jubao::test;

namespace {

QDateTime utc(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 3, day), QTime(hour, minute), Qt::UTC);
}

void write(const QString &path, const QByteArray &content = "x")
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

TEST_CASE("A backup is due at the plan's time in the office, on its days [SEC-09]")
{
    BackupPlan plan;
    plan.at = QTime(2, 30); // 18:30 UTC of the day before
    CHECK(plan.dueBefore(utc(4, 18, 30)) == utc(4, 18, 30));
    CHECK(plan.dueBefore(utc(4, 18, 29)) == utc(3, 18, 30));
    CHECK(plan.dueBefore(utc(5, 3)) == utc(4, 18, 30));
    // 2026-03-06 is a Friday: nothing is due on the two days after it.
    plan.workdays = true;
    CHECK(plan.dueBefore(utc(8, 12)) == utc(5, 18, 30));
    CHECK(plan.dueBefore(utc(8, 18, 30)) == utc(8, 18, 30));

    BackupState state;
    CHECK_FALSE(state.isDue(utc(4, 3)));
    state.plan = plan;
    CHECK(state.isDue(utc(4, 3)));
    state.scheduledAt = utc(3, 18, 31);
    CHECK_FALSE(state.isDue(utc(4, 3)));
    CHECK(state.isDue(utc(4, 19)));

    const BackupPlan again = BackupPlan::fromJson(plan.toJson());
    CHECK(again.at == plan.at);
    CHECK(again.workdays);
    CHECK(BackupPlan::fromJson({{"keep", 0}, {"warn_hours", 0}}).keep == BackupPlan::fewestKept);
}

TEST_CASE("Old backups of this office go, its newest and everything else stay [SEC-09]")
{
    QTemporaryDir place;
    const BackupFolder folder(place.path(), "0123456789abcdef");
    QStringList made;
    for (int day = 1; day <= 4; ++day) {
        made.append(folder.fileFor(utc(day, 18)));
        write(made.last());
        write(made.last() + ".slots");
    }
    const QString half = folder.fileFor(utc(5, 18));
    write(half + ".slots"); // killed before the books had their name
    write(half + ".part");
    const QString others = place.filePath("jubao-ffffffff-20260301T180000.jubao");
    const QString letter = place.filePath("letter.txt");
    write(others);
    write(letter);
    CHECK(folder.backups() == made);
    folder.keepNewest(2);
    CHECK(folder.backups() == made.mid(2));
    CHECK(QFile::exists(others));
    CHECK(QFile::exists(letter));
    CHECK(QDir(place.path()).entryList(QDir::Files).size() == 6);
    CHECK(folder.onSameDisk(place.path()));
    CHECK(folder.onSameDisk(place.filePath("absent")));
    CHECK_FALSE(folder.onSameDisk("/proc"));
}

TEST_CASE("A copy has its name only when it reads back as it was [SEC-09]")
{
    QTemporaryDir here;
    QTemporaryDir there;
    BackupFacts backup;
    backup.file = here.filePath("jubao-1.jubao");
    write(backup.file, QByteArray(300000, 'b'));
    write(backup.file + ".slots", "keys");
    backup.digest = digestOfBackup(backup.file);
    FaultyDisk::failAfter(there.path(), GENERATE(0, 100, 200000), ENOSPC);
    try {
        copyBackup(backup, there.path());
        FAIL("copied to a full disk");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::DiskFull);
    }
    FaultyDisk::mend();
    CHECK_FALSE(QFile::exists(there.filePath("jubao-1.jubao")));
    const QString copy = copyBackup(backup, there.path());
    CHECK(digestOfBackup(copy) == backup.digest);
    CHECK(copyBackup(backup, there.path()) == copy);
    // What is damaged there is replaced, what is damaged here is told.
    write(copy, "damaged");
    CHECK(digestOfBackup(copyBackup(backup, there.path())) == backup.digest);
    write(backup.file, "damaged");
    QFile::remove(copy);
    try {
        copyBackup(backup, there.path());
        FAIL("a damaged backup was copied");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::Damaged);
    }
    CHECK_FALSE(QFile::exists(copy));
}
