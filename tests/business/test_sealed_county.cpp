// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/migrations.h"
#include "enrollment/domain/person_search.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/sealed_county.h"
#include "support/source_texts.h"
#include "support/text_finder.h"
#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStringEncoder>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

struct County : SealedCounty {
    void search() const
    {
        const Reader reader = office->reader();
        for (const QString &text : {number(3), newPhone, card, name, number(3).right(4)}) {
            CAPTURE(text.toStdString());
            const QList<FoundPerson> hits = findPersons(reader, text, 10);
            REQUIRE(hits.size() == 1);
            CHECK(hits.first().id == person);
            CHECK(hits.first().idNumber == number(3));
        }
        CHECK(findPersons(reader, number(1), 10).isEmpty());
    }

    QString asked(const QString &sql)
    {
        Query query = office->database().prepare(sql);
        return query.next() ? query.text(0) : QString();
    }

    /** Every row of every table of the office, as the server writes it. */
    void eachTable(const std::function<void(const QByteArray &)> &visit)
    {
        QStringList tables;
        Query names =
            office->database().prepare("SELECT relname::text FROM pg_class WHERE relnamespace = "
                                       "to_regnamespace(current_schema()) AND relkind = 'r'");
        while (names.next())
            tables.append(names.text(0));
        CHECK(tables.contains("person_history"));
        for (const QString &table : std::as_const(tables)) {
            Query rows = office->database().scan(
                QStringLiteral("SELECT CAST(r AS TEXT) FROM %1 r").arg(table));
            while (rows.next())
                visit(rows.bytes(0));
        }
    }

    QByteArray dump()
    {
        QProcess process;
        process.start(asked("SELECT setting FROM pg_config WHERE name = 'BINDIR'") + "/pg_dump",
                      {"-h",
                       asked("SELECT setting FROM pg_settings WHERE name = "
                             "'unix_socket_directories'"),
                       "-U", asked("SELECT current_user::text"), "-n",
                       asked("SELECT current_schema()::text"),
                       asked("SELECT current_database()::text")});
        REQUIRE(process.waitForFinished(60'000));
        CHECK(process.exitCode() == 0);
        return process.readAllStandardOutput();
    }
};

/** The files of the cluster below `part` that were written since then. */
void eachFile(const QString &part, const QDateTime &since,
              const std::function<void(const QByteArray &)> &visit)
{
    QDirIterator files(part, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (QFileInfo(file).lastModified() < since)
            continue;
        // Another test's file may go away between the two lines.
        if (file.open(QIODevice::ReadOnly))
            visit(file.readAll());
    }
}

} // namespace

TEST_CASE("Every statement that is written out whole is one that the server takes [SEC-16]",
          "[server]")
{
    TestOffice county(allRooms());
    int taken = 0;
    eachStatementInSources([&](const QString &path, const QString &sql) {
        try {
            county.office->database().prepare(sql);
            ++taken;
        } catch (const DatabaseError &error) {
            // The beginning of a statement that is put together.
            if (!error.detail().contains("(42601)"))
                FAIL_CHECK(path.toStdString() << ": " << error.detail().toStdString());
        } catch (const std::logic_error &error) {
            FAIL_CHECK(path.toStdString() << ": " << error.what());
        }
    });
    CHECK(taken > 150);
}

TEST_CASE("Text is sought in the forms in which it can lie on a disk")
{
    const QString text = QStringLiteral("封13977092311x");
    for (const QByteArray &before : {QByteArray(), QByteArray("a"), QByteArray("ab")}) {
        Finder finder({text});
        finder.look((before + text.toUtf8() + "zz").toBase64());
        CHECK(finder.found() == QStringList{text});
    }
    Finder none({text});
    none.look(QStringLiteral("封13977092311y").toUtf8());
    CHECK(none.found().isEmpty());
    none.look("zz" + QByteArray(QStringEncoder(QStringEncoder::Utf16LE)(text)));
    CHECK(none.found() == QStringList{text});
}

TEST_CASE(
    "No ID number, phone, card or address lies open on the server, in its log or in a dump [SEC-16]",
    "[server]")
{
    County county;
    const QDateTime since = QFileInfo(county.sheets.path()).lastModified().addSecs(-1);
    county.work();
    county.search();
    county.office->database().execute("CHECKPOINT");

    const QString data =
        county.asked("SELECT setting FROM pg_settings WHERE name = 'data_directory'");
    const QStringList names{county.name};
    const auto lookAt =
        [&](const char *place,
            const std::function<void(const std::function<void(const QByteArray &)> &)> &each) {
            CAPTURE(place);
            Finder sealed(county.sealed());
            Finder clear(names);
            each([&](const QByteArray &heap) {
                sealed.look(heap);
                clear.look(heap);
            });
            CHECK(sealed.found() == QStringList());
            // What stands in clear is found in the same way, so that the line above can fail.
            CHECK(clear.found() == names);
        };
    lookAt("tables", [&](const auto &visit) { county.eachTable(visit); });
    lookAt("dump", [&](const auto &visit) { visit(county.dump()); });
    lookAt("log", [&](const auto &visit) { eachFile(data + "/pg_wal", since, visit); });
    lookAt("files", [&](const auto &visit) { eachFile(data + "/base", since, visit); });

    const VerifyReport report = verifyOffice(county.office->database(), county.office->catalogue(),
                                             Migrations::shipped(), *county.registry, {});
    CHECK(report.whole());
}

TEST_CASE("Cells that were put into another row or column open, and verify names the rows [SEC-16]",
          "[server]")
{
    TestOffice county(allRooms());
    const qint64 one = county.enrol(1);
    const qint64 other = county.enrol(2);
    const QString change = GENERATE(
        as<QString>(),
        "UPDATE person SET phone = (SELECT p.phone FROM person p WHERE p.id = %2) "
        "WHERE id = %1",
        "UPDATE person SET bank_card = phone WHERE id = %1 AND id <> %2",
        "UPDATE person SET address = (SELECT p.address FROM person p WHERE p.id = %2) WHERE id = %1");
    county.tamper({change.arg(one).arg(other)});
    QStringList places;
    const VerifyReport report = verifyOffice(county.office->database(), county.office->catalogue(),
                                             Migrations::shipped(), *county.registry, {});
    for (const Violation &each : report.violations)
        places.append(each.code + u' ' + each.place);
    CHECK(places.contains(QStringLiteral("ROW_CHANGED person %1").arg(one)));
}
