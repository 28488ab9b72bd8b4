// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/file_lock.h"
#include "operations/drill.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

Office::Credentials of(const QString &name)
{
    return {name, TestOffice::password(name)};
}

/** An office with a backup of the morning, in which people have worked on since. */
class SetBack {
public:
    SetBack()
    {
        county.enrol(1);
        county.office->backup(county.as("sa"), copy);
        backedUp = county.office->journal().headSeq() - 1;
        county.enrol(2);
        lost = county.office->journal().headSeq() - backedUp;
    }

    Office::Options options() const
    {
        Office::Options result{county.registry, county.clock, "pc", county.witnessFolder()};
        return result;
    }
    Office::Restored restore(bool replacing = true)
    {
        return Office::restore(copy, county.folder(), {of("sa"), of("dep")}, {false, replacing},
                               options());
    }
    QStringList refused(bool replacing = true)
    {
        return county.refused([&] { restore(replacing); });
    }
    QStringList around() const
    {
        QDir folder(county.folder());
        folder.cdUp();
        return folder.entryList({"office*"}, QDir::Dirs, QDir::Name);
    }

    TestOffice county{allRooms()};
    const QString copy = county.folder() + ".copy";
    qint64 backedUp = 0;
    qint64 lost = 0;
};

} // namespace

TEST_CASE("A restore in the place of an office names what is lost and removes nothing [SEC-09]")
{
    SetBack books;
    TestOffice &county = books.county;
    CHECK(books.refused(false) == QStringList{"OFFICE_EXISTS"});
    CHECK(books.refused() == QStringList{"OFFICE_IN_USE"}); // the window is still open
    const QString head = county.office->journal().headHash();
    county.office.reset();
    QFile note(county.folder() + "/note.txt");
    REQUIRE(note.open(QIODevice::WriteOnly));
    note.close();
    CHECK(books.refused(false) == QStringList{"OFFICE_EXISTS"});
    CHECK(books.around() == QStringList{"office"});

    const Office::Restored done = books.restore();
    CHECK(done.entries == books.backedUp);
    REQUIRE(done.lost.size() == books.lost);
    CHECK(done.lost.first().seq == books.backedUp + 1);
    CHECK(done.lost.first().kind == "backup");
    CHECK(done.lost.at(1).kind == "make");
    CHECK(done.lost.at(1).type == "enrollment.register");
    CHECK(done.lost.at(1).operatorName == "tc");
    CHECK(done.lost.at(1).operation != 0);
    CHECK(QFile::exists(done.putAside + "/office.jubao"));
    CHECK(QFile::exists(done.putAside + "/note.txt"));
    CHECK_FALSE(QFile::exists(county.folder() + "/note.txt"));
    CHECK(books.around().size() == 2);

    // The entry keeps them; this place saw more, and stops until an auditor has acknowledged it.
    county.reopen();
    county.as("au");
    Query entry = county.office->database().prepare(Journal::selectSql()
                                                    + "WHERE kind = 'restore' ORDER BY seq DESC");
    REQUIRE(entry.next());
    const QJsonObject detail = Journal::fromRow(entry).detail;
    CHECK(detail["lost_count"].toInteger() == books.lost);
    CHECK(detail["lost"].toArray().size() == books.lost);
    CHECK(detail["lost"][1]["operator"].toString() == "tc");
    CHECK(detail["present_head"].toString() == head);
    CHECK(detail["put_aside"].toString() == done.putAside);
    CHECK(verifyOffice(county.office->database(), county.office->catalogue(), Migrations::shipped(),
                       *county.registry, {})
              .whole());
    CHECK(county.refused([&] { county.enrol(3); }) == QStringList{"WITNESS_ALARM"});
    county.office->acknowledgeWitness(county.as("au"), "restored from the backup of the morning");
    CHECK(county.enrol(3) > 0);
    // The entry of the backup came after it: this journal has it no more.
    CHECK(county.refused([&] {
        county.office->drill(county.as("it"), books.copy, {of("it"), of("dep")});
    }) == QStringList{"BACKUP_UNKNOWN"});

    // What was put aside is an office as it was.
    const auto before = Office::open(done.putAside, books.options());
    before->signIn("au", TestOffice::password("au"));
    CHECK(before->journal().headHash() == head);
}

TEST_CASE("Whoever has no say in the present office puts no backup in its place [SEC-09]")
{
    SetBack books;
    TestOffice &county = books.county;
    // Closed after the backup: there the key still opens.
    const ActResult closing = county.make(
        "sa", "system.operator_key", {{"action", "close"}, {"operator", county.operatorId("it")}});
    county.act("se", ActionKind::Approve, closing.operation);
    county.office.reset();
    CHECK(county.refused([&] {
        Office::restore(books.copy, county.folder(), {of("it"), of("dep")}, {false, true},
                        books.options());
    }) == QStringList{"KEY_CLOSED"});
    CHECK(books.around() == QStringList{"office"});
    CHECK(books.restore().lost.size() > books.lost);
}

TEST_CASE("Books that nobody can read give way too, and the entry says so [SEC-09]")
{
    SetBack books;
    TestOffice &county = books.county;
    county.office.reset();
    {
        QFile file(county.folder() + "/office.jubao");
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(8192, 'x'));
    }
    const Office::Restored done = books.restore();
    CHECK(done.lost.isEmpty());
    CHECK_FALSE(done.presentUnreadable.isEmpty());
    CHECK(QFile::exists(done.putAside + "/office.jubao"));
    county.reopen();
    county.as("au");
    CHECK(county.number("SELECT count(*) FROM journal WHERE kind = 'restore'") == 1);
}

TEST_CASE("A backup of long ago is restored although the clock has a gap behind it [SEC-09]")
{
    SetBack books;
    books.county.office.reset();
    constexpr qint64 hundredDays = qint64(100) * 86400 * 1000;
    books.county.clock->advance(hundredDays);
    QTemporaryDir place;
    const Office::Restored done =
        Office::restore(books.copy, place.filePath("office"), {of("sa"), of("dep")}, {},
                        Office::Options{books.county.registry, books.county.clock, "other",
                                        place.filePath("witness")});
    CHECK(done.violations == 0);
    CHECK(done.entries == books.backedUp);
}
