// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/backup.h"
#include "database/error.h"
#include "database/ids.h"
#include "database/row_image.h"
#include "database/transaction.h"
#include "support/books.h"
#include <QFile>
#include <catch2/catch.hpp>
#include <thread>

using namespace jubao;
using namespace jubao::test;

namespace {

void insertPerson(Database &database, qint64 id, const QString &name, qint64 seq)
{
    Query insert =
        database.prepare("INSERT INTO person (id, name, amount, op_seq) VALUES (?, ?, ?, ?)");
    insert.bindAll(id, name, qint64(100), seq);
    insert.run();
}

void insertEntry(Database &database, qint64 id, qint64 seq)
{
    Query insert =
        database.prepare("INSERT INTO entry (id, person, amount, op_seq) VALUES (?, 1, 5, ?)");
    insert.bindAll(id, seq);
    insert.run();
}

DatabaseError::Kind kindOf(const std::function<void()> &call)
{
    try {
        call();
    } catch (const DatabaseError &error) {
        CHECK_FALSE(error.text().isEmpty());
        return error.kind();
    }
    FAIL("no error");
    return DatabaseError::Kind::Other;
}

} // namespace

TEST_CASE("Values come back with the type they went in, a double is refused")
{
    Books books;
    Query insert = books.database->prepare(
        "INSERT INTO entry (id, person, amount, scan, op_seq) VALUES (:id, :person, :amount, :scan, :seq)");
    insert.bind(":id", 7)
        .bind(":person", qint64(1))
        .bind(":amount", -5)
        .bind(":scan", QByteArray("\0x", 2));
    insert.bind(":seq", 1);
    CHECK_THROWS_AS(insert.bind(":amount", 1.5), std::logic_error);
    CHECK_THROWS_AS(insert.bind(":nothing", 1), std::logic_error);
    insert.run();
    Query row = books.database->prepare("SELECT amount, scan FROM entry WHERE id = 7");
    REQUIRE(row.next());
    CHECK(row.integer(0) == -5);
    CHECK(row.bytes(1) == QByteArray("\0x", 2));
    CHECK_THROWS_AS(books.database->prepare("SELECT 1; SELECT 2"), std::logic_error);
}

TEST_CASE("Nested transactions are savepoints, what is not committed is not there")
{
    Books books;
    {
        Transaction outer(*books.database);
        insertPerson(*books.database, 1, "outer", 1);
        {
            Transaction inner(*books.database);
            insertPerson(*books.database, 2, "inner", 1);
        }
        CHECK(books.count("SELECT count(*) FROM person") == 1);
        {
            Transaction inner(*books.database);
            insertPerson(*books.database, 3, "kept", 1);
            inner.commit();
        }
        outer.commit();
    }
    CHECK(books.count("SELECT count(*) FROM person") == 2);
    {
        Transaction outer(*books.database);
        insertPerson(*books.database, 4, "lost", 1);
    }
    CHECK_FALSE(books.database->inTransaction());
    CHECK(books.count("SELECT count(*) FROM person") == 2);
}

TEST_CASE("Every version of a record stays readable [ACC-08]")
{
    Books books;
    insertPerson(*books.database, 1, "before", 10);
    books.database->execute("UPDATE person SET name = 'after', op_seq = 11 WHERE id = 1");
    CHECK(books.count(
              "SELECT count(*) FROM person_history WHERE name = 'before' AND superseded_by = 11")
          == 1);
    CHECK(kindOf([&] { books.database->execute("UPDATE person SET name = 'x' WHERE id = 1"); })
          == DatabaseError::Kind::Constraint);
    CHECK(kindOf([&] {
              books.database->execute("UPDATE person SET id = 9, op_seq = 12 WHERE id = 1");
          })
          == DatabaseError::Kind::Constraint);
    CHECK(kindOf([&] { books.database->execute("DELETE FROM person"); })
          == DatabaseError::Kind::Constraint);
}

TEST_CASE("Append-only tables refuse change, deletion and replacement [SEC-01]")
{
    Books books;
    insertPerson(*books.database, 1, "p", 1);
    insertEntry(*books.database, 1, 1);
    books.database->execute("UPDATE person SET name = 'q', op_seq = 2 WHERE id = 1");
    const QString statement = GENERATE(
        as<QString>(), "UPDATE entry SET amount = 6", "DELETE FROM entry",
        "INSERT INTO entry (id, person, amount, op_seq) VALUES (1,1,9,2) ON CONFLICT (id) DO "
        "UPDATE SET amount = 9",
        "UPDATE person_history SET name = 'z'", "DELETE FROM person_history", "DELETE FROM person",
        "INSERT INTO entry (id, person, amount, op_seq) VALUES (1,1,9,2)");
    CAPTURE(statement.toStdString());
    CHECK(kindOf([&] { books.database->execute(statement); }) == DatabaseError::Kind::Constraint);
    CHECK(books.count("SELECT amount FROM entry") == 5);
}

TEST_CASE("An insert that replaces goes past no guard [SEC-01]", "[file]")
{
    Books books;
    insertPerson(*books.database, 1, "p", 1);
    insertEntry(*books.database, 1, 1);
    const QString statement = GENERATE(
        as<QString>(), "INSERT OR REPLACE INTO entry (id, person, amount, op_seq) VALUES (1,1,9,2)",
        "REPLACE INTO person (id, name, amount, op_seq) VALUES (1,'r',9,3)");
    CAPTURE(statement.toStdString());
    CHECK(kindOf([&] { books.database->execute(statement); }) == DatabaseError::Kind::Constraint);
    CHECK(books.count("SELECT amount FROM entry") == 5);
}

TEST_CASE("The connection cannot be talked into dropping its guards [SEC-01]", "[file]")
{
    Books books;
    const QString statement = GENERATE(
        as<QString>(), "DROP TRIGGER entry_no_update", "DROP TABLE entry", "ATTACH 'x' AS y",
        "PRAGMA writable_schema=ON", "PRAGMA recursive_triggers=OFF", "PRAGMA foreign_keys=OFF",
        "UPDATE sqlite_master SET sql = ''", "CREATE TABLE mine (a)", "PRAGMA rekey = 'x'",
        "VACUUM INTO 'x'", "PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF",
        "PRAGMA ignore_check_constraints=ON", "PRAGMA wal_autocheckpoint=0", "DETACH main",
        "CREATE TEMP TRIGGER t BEFORE INSERT ON entry BEGIN SELECT RAISE(IGNORE); END");
    CAPTURE(statement.toStdString());
    const DatabaseError::Kind kind = kindOf([&] { books.database->execute(statement); });
    const bool refused = kind == DatabaseError::Kind::Denied || kind == DatabaseError::Kind::Other;
    CHECK(refused);
    CHECK(schemaDifferences(*books.database, books.migrations, books.catalogue).isEmpty());
}

TEST_CASE("Ids carry their node and come back when the transaction does not stand")
{
    Books books;
    CHECK_THROWS_AS(IdGiver(1).next(*books.database), std::logic_error);
    qint64 first = 0;
    {
        Transaction transaction(*books.database);
        first = IdGiver(3).next(*books.database);
    }
    Transaction transaction(*books.database);
    CHECK(first == (qint64(3) << 40) + 1);
    CHECK(IdGiver(3).next(*books.database) == first);
    CHECK(IdGiver(3).reserve(*books.database, 10) == first + 1);
    CHECK(IdGiver(3).next(*books.database) == first + 11);
}

TEST_CASE("What was taken of a counter and not given out goes back to it")
{
    Books books;
    Database &database = *books.database;
    const auto next = [&](int node = 1) { return shortNumber(IdGiver(node).next(database)); };
    const auto counter = [&](int node = 1) {
        return books.count(QStringLiteral("SELECT next FROM id_counter WHERE node = %1").arg(node));
    };
    {
        Transaction transaction(database);
        CHECK(next() == 1);
        {
            const Transaction tried(database);
            CHECK(next() == 2);
            CHECK(shortNumber(IdGiver(1).reserve(database, 1000)) == 3);
        }
        CHECK(next() == 2);
        {
            Transaction part(database);
            CHECK(shortNumber(IdGiver(1).reserve(database, 200)) == 3);
            CHECK(next() == 203);
            part.commit();
        }
        CHECK(next() == 204);
        CHECK(next(2) == 1);
        CHECK(next() == 205);
        transaction.commit();
    }
    CHECK(counter() == 206);
    CHECK(counter(2) == 2);
    {
        const Transaction lost(database);
        CHECK(next() == 206);
    }
    CHECK(counter() == 206);
    Transaction taken(database);
    {
        // The first of all is taken in a part that does not stand.
        const Transaction tried(database);
        CHECK(next() == 206);
    }
    CHECK(next() == 206);
    taken.commit();
    CHECK(counter() == 207);
}

TEST_CASE("What an operation wrote is found again, superseded versions included")
{
    Books books;
    insertPerson(*books.database, 1, "a", 10);
    insertEntry(*books.database, 2, 10);
    const QList<WrittenRow> before = writtenBy(*books.database, books.catalogue, 10);
    REQUIRE(before.size() == 2);
    CHECK(before.at(0).table == "entry");
    CHECK_FALSE(before.at(0).image.contains("scan"));
    books.database->execute("UPDATE person SET name = 'b', op_seq = 11 WHERE id = 1");
    const QList<WrittenRow> after = writtenBy(*books.database, books.catalogue, 10);
    REQUIRE(after.size() == 2);
    CHECK(after.at(1).image == before.at(1).image);
    CHECK(writtenBy(*books.database, books.catalogue, 11).size() == 1);
}

TEST_CASE("A backup is encrypted, under any key, and opens", "[file]")
{
    Books books;
    insertPerson(*books.database, 1, "kept", 1);
    const Key other = Key::random();
    const QString target = books.folder.filePath("copy.jubao");
    int last = 0;
    copyDatabase(*books.database, target, other, [&](int permille) {
        last = permille;
        return true;
    });
    CHECK(last == 1000);
    Database::Options options;
    options.path = target;
    options.key = other.clone();
    const auto copy = Database::open(std::move(options));
    Query row = copy->prepare("SELECT name FROM person");
    REQUIRE(row.next());
    CHECK(row.text(0) == "kept");
    CHECK_FALSE(QFile::exists(target + ".part"));
    CHECK(kindOf([&] { copyDatabase(*books.database, target, other); })
          == DatabaseError::Kind::Constraint);
    const QString second = books.folder.filePath("second.jubao");
    CHECK(kindOf([&] { copyDatabase(*books.database, second, other, [](int) { return false; }); })
          == DatabaseError::Kind::Interrupted);
    CHECK_FALSE(QFile::exists(second));
    CHECK_FALSE(QFile::exists(second + ".part"));
}

TEST_CASE("A second writer waits, is told so, and gives up with words")
{
    Books books;
    int told = 0;
    Database::Options options = books.options();
    options.busyTimeoutMs = 120;
    options.onBusy = [&told](int) { ++told; };
    const auto second = Database::open(std::move(options));
    Transaction first(*books.database);
    insertPerson(*books.database, 1, "first", 1);
    CHECK(kindOf([&] { Transaction waiting(*second); }) == DatabaseError::Kind::Busy);
    CHECK(told > 0);
    first.commit();
    Transaction now(*second);
    insertPerson(*second, 2, "second", 1);
    now.commit();
    CHECK(books.count("SELECT count(*) FROM person") == 2);
}
