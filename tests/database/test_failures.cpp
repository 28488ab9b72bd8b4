// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/backup.h"
#include "database/error.h"
#include "database/network_share.h"
#include "database/transaction.h"
#include "support/books.h"
#include "support/faulty_disk.h"
#include <QDir>
#include <QFile>
#include <catch2/catch.hpp>
#include <cerrno>
#include <optional>

using namespace jubao;
using namespace jubao::test;

namespace {

DatabaseError::Kind openingFails(Database::Options options)
{
    try {
        const auto database = Database::open(std::move(options));
        Query query = database->prepare("SELECT sum(length(name)) FROM person");
        query.next();
    } catch (const DatabaseError &error) {
        CHECK_FALSE(error.text().isEmpty());
        return error.kind();
    }
    FAIL("opened");
    return DatabaseError::Kind::Other;
}

void fill(Books &books, int rows)
{
    Transaction transaction(*books.database);
    for (int i = 1; i <= rows; ++i) {
        Query insert = books.database->prepare(
            "INSERT INTO person (id, name, amount, op_seq) VALUES (?, ?, 1, 1)");
        insert.bindAll(i, QString(200, u'n'));
        insert.run();
    }
    transaction.commit();
}

} // namespace

TEST_CASE("A wrong key is told as one, and the file stays as it is", "[file]")
{
    Books books;
    books.database.reset();
    Database::Options options = books.options();
    options.key = Key::random();
    CHECK(openingFails(std::move(options)) == DatabaseError::Kind::WrongKey);
    books.reopen();
    CHECK(books.count("SELECT count(*) FROM person") == 0);
}

TEST_CASE("The file is encrypted: a plain engine reads nothing of it", "[file]")
{
    Books books;
    fill(books, 50);
    books.database.reset();
    QFile file(books.path());
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    CHECK_FALSE(content.startsWith("SQLite format 3"));
    CHECK_FALSE(content.contains("CREATE TABLE"));
    CHECK_FALSE(content.contains(QByteArray(50, 'n')));
}

TEST_CASE("A plain database, an absent file and an existing one are told apart", "[file]")
{
    Books books;
    QFile plain(books.folder.filePath("plain"));
    REQUIRE(plain.open(QIODevice::WriteOnly));
    plain.write(QByteArray("SQLite format 3").append('\0').append(QByteArray(4080, 'x')));
    plain.close();
    Database::Options options = books.options();
    options.path = plain.fileName();
    CHECK(openingFails(std::move(options)) == DatabaseError::Kind::NotAnOffice);
    options = books.options();
    options.path = books.folder.filePath("absent");
    CHECK(openingFails(std::move(options)) == DatabaseError::Kind::Missing);
    CHECK_FALSE(QFile::exists(books.folder.filePath("absent")));
    CHECK(openingFails(books.options(Database::Mode::Create)) == DatabaseError::Kind::Constraint);
}

TEST_CASE("A file without content, or with less than a page, is damaged and stays as it is",
          "[file]")
{
    const QByteArray content = GENERATE(QByteArray(), QByteArray("office"), QByteArray(511, 'x'));
    Books books;
    books.database.reset();
    QFile file(books.path());
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(content);
    file.close();
    Database::Options options = books.options();
    options.knownSchema = 1;
    CHECK(openingFails(std::move(options)) == DatabaseError::Kind::Damaged);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == content);
    CHECK_FALSE(QFile::exists(books.path() + "-wal"));
}

TEST_CASE("A file of this key with other tables is no office, and another file is not written",
          "[file]")
{
    Books books;
    books.database.reset();
    {
        Database::Options options = books.options(Database::Mode::Create);
        options.path = books.folder.filePath("other");
        Database::open(std::move(options));
    }
    Database::Options options = books.options();
    options.path = books.folder.filePath("other");
    options.knownSchema = 1;
    CHECK(openingFails(std::move(options)) == DatabaseError::Kind::NotAnOffice);
    QFile letter(books.folder.filePath("letter"));
    REQUIRE(letter.open(QIODevice::ReadWrite));
    letter.write(QByteArray(9000, 'x'));
    letter.flush();
    options = books.options();
    options.path = letter.fileName();
    CHECK(openingFails(std::move(options)) == DatabaseError::Kind::WrongKey);
    letter.seek(0);
    CHECK(letter.readAll() == QByteArray(9000, 'x'));
}

TEST_CASE("A damaged page and half a file are told as damage", "[file]")
{
    Books books;
    fill(books, 400);
    books.database.reset();
    QFile file(books.path());
    REQUIRE(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    REQUIRE(size > 20 * 4096);
    SECTION("one bit")
    {
        for (qint64 page = 8; page < 20; ++page) {
            file.seek(page * 4096 + 100);
            file.write("\xff\x00\xff", 3);
        }
    }
    SECTION("half a file")
    {
        file.resize(size / 2 / 4096 * 4096);
    }
    file.close();
    CHECK(openingFails(books.options()) == DatabaseError::Kind::Damaged);
}

TEST_CASE("A newer file is not touched")
{
    Books books;
    Database::Options options = books.options();
    options.knownSchema = 1;
    CHECK_NOTHROW(Database::open(std::move(options)));
    books.database->engine().allowSchemaChanges(true);
    books.database->execute(
        "INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES (2, 'l', '', '')");
    books.database->execute("UPDATE schema_state SET min_compatible = 2");
    options = books.options();
    options.knownSchema = 1;
    CHECK(openingFails(std::move(options)) == DatabaseError::Kind::NewerSchema);
}

TEST_CASE("A disk that may not be written is told as one", "[file]")
{
    Books books;
    fill(books, 1);
    books.database.reset();
    Database::Options options = books.options(Database::Mode::ReadOnly);
    const auto reader = Database::open(std::move(options));
    try {
        reader->execute("INSERT INTO person (id, name, amount, op_seq) VALUES (9, 'x', 1, 1)");
        FAIL("written");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::ReadOnly);
    }
}

TEST_CASE("On a full disk nothing half-done stays", "[file]")
{
    Books books;
    fill(books, 10);
    books.reopen();
    constexpr qint64 room = 40000;
    FaultyDisk::failAfter(books.folder.path(), room, ENOSPC);
    try {
        Transaction transaction(*books.database);
        for (int i = 100; i < 100000; ++i) {
            Query insert = books.database->prepare(
                "INSERT INTO person (id, name, amount, op_seq) VALUES (?, ?, 1, 1)");
            insert.bindAll(i, QString(900, u'n'));
            insert.run();
        }
        transaction.commit();
        FAIL("written");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::DiskFull);
    }
    FaultyDisk::mend();
    CHECK(books.count("SELECT count(*) FROM person") == 10);
    books.reopen();
    CHECK(books.count("SELECT count(*) FROM person") == 10);
}

TEST_CASE("A disk that is full when the office is opened is told as full, not as broken", "[file]")
{
    const qint64 room =
        GENERATE(0, 3); // the engine takes room for what programs share, page by page
    Books books;
    fill(books, 10);
    books.database.reset();
    FaultyDisk::failAfter(books.folder.path(), room, ENOSPC);
    std::optional<DatabaseError::Kind> kind;
    try {
        const auto database = Database::open(books.options());
    } catch (const DatabaseError &error) {
        kind = error.kind();
    }
    FaultyDisk::mend();
    CAPTURE(room);
    CHECK(kind == DatabaseError::Kind::DiskFull);
    books.reopen();
    CHECK(books.count("SELECT count(*) FROM person") == 10);
}

TEST_CASE("A copy is for its owner alone, and a place that cannot take it is named", "[file]")
{
    Books books;
    fill(books, 3);
    const QString target = books.folder.filePath("copy.jubao");
    copyDatabase(*books.database, target, books.key);
    CHECK(QFile::permissions(target)
          == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    const QString nowhere = books.folder.filePath("no-folder/copy.jubao");
    try {
        copyDatabase(*books.database, nowhere, books.key);
        FAIL("copied");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::TargetUnwritable);
        CHECK(error.text().contains(nowhere));
    }
}

TEST_CASE("A second copy to the same name is kept off the one that runs", "[file]")
{
    Books books;
    fill(books, 400);
    const QString target = books.folder.filePath("copy.jubao");
    std::optional<DatabaseError::Kind> second;
    copyDatabase(*books.database, target, books.key, {}, [&](Database &) {
        try {
            copyDatabase(*books.database, target, books.key);
        } catch (const DatabaseError &error) {
            second = error.kind();
        }
    });
    CHECK(second == DatabaseError::Kind::Busy);
    CHECK(QFile::exists(target));
    CHECK(QDir(books.folder.path()).entryList({"copy.jubao.*"}, QDir::Files).isEmpty());
}

TEST_CASE("A copy onto a full disk leaves nothing behind", "[file]")
{
    Books books;
    fill(books, 400);
    const QString target = books.folder.filePath("copy.jubao");
    FaultyDisk::failAfter(books.folder.path(), 60000, ENOSPC);
    try {
        copyDatabase(*books.database, target, books.key);
        FAIL("copied");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::DiskFull);
    }
    FaultyDisk::mend();
    CHECK_FALSE(QFile::exists(target));
    CHECK_FALSE(QFile::exists(target + ".part"));
    CHECK(books.count("SELECT count(*) FROM person") == 400);
    CHECK_NOTHROW(copyDatabase(*books.database, target, books.key));
}

TEST_CASE("Network file systems are known by their numbers")
{
    CHECK(isNetworkFileSystem(0x6969));
    CHECK(isNetworkFileSystem(0xFF534D42));
    CHECK(isNetworkFileSystem(0xFE534D42));
    CHECK_FALSE(isNetworkFileSystem(0xEF53));     // ext4
    CHECK_FALSE(isNetworkFileSystem(0x9123683E)); // btrfs
    CHECK_FALSE(isNetworkFileSystem(0x794c7630)); // overlay
    CHECK_FALSE(isOnNetworkShare("/"));
}

TEST_CASE("A key is moved, never copied by accident, and has one text form")
{
    Key key = Key::fromBytes(QByteArray(32, '\x01'));
    CHECK(key.rawKeyText() == "x'" + QByteArray("01").repeated(32) + "'");
    const Key moved = std::move(key);
    CHECK(key.isEmpty());
    CHECK(moved.clone().bytes() == moved.bytes());
    CHECK_THROWS_AS(Key::fromBytes("short"), std::invalid_argument);
}
