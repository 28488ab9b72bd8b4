// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/migrations.h"
#include "database/moving.h"
#include "database/placeholders.h"
#include "database/transaction.h"
#include "support/books.h"
#include "support/engine_choice.h"
#include <QElapsedTimer>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

DatabaseError::Kind kindOf(const std::function<void()> &call)
{
    try {
        call();
    } catch (const DatabaseError &error) {
        CAPTURE(error.detail().toStdString());
        CHECK_FALSE(error.text().isEmpty());
        return error.kind();
    }
    FAIL("no error");
    return DatabaseError::Kind::Other;
}

void fill(Books &books)
{
    books.database->execute("INSERT INTO person (id, name, amount, op_seq) VALUES (1, 'p', 1, 1)");
    books.database->execute("UPDATE person SET name = 'q', op_seq = 2 WHERE id = 1");
    books.database->execute("INSERT INTO entry (id, person, amount, op_seq) VALUES (1, 1, 5, 1)");
}

} // namespace

TEST_CASE("Placeholders are numbered, a name once, and texts stay as they are")
{
    const NumberedStatement mixed = numberPlaceholders(
        "SELECT ':no', \"a?b\" FROM t -- why?\nWHERE a = :one AND b = ? AND c = :one AND d = 'it''s ?'");
    CHECK(
        mixed.sql
        == "SELECT ':no', \"a?b\" FROM t -- why?\nWHERE a = $1 AND b = $2 AND c = $1 AND d = 'it''s ?'");
    CHECK(mixed.names == QStringList{":one", ""});
    CHECK(numberPlaceholders("SELECT a::text;").sql == "SELECT a::text;");
    CHECK_THROWS_AS(numberPlaceholders("SELECT 1; SELECT 2"), std::logic_error);
}

TEST_CASE("Texts are ordered by their bytes and whole numbers stay whole on both engines")
{
    Books books;
    const QStringList names{"Zhang", "abc", "李四", "张三", "a", "B"};
    for (int i = 0; i < names.size(); ++i) {
        Query insert = books.database->prepare(
            "INSERT INTO person (id, name, amount, op_seq) VALUES (?, ?, ?, 1)");
        insert.bindAll(i + 1, names.at(i), qint64(2'000'000'000'000));
        insert.run();
    }
    QStringList found;
    Query ordered = books.database->prepare("SELECT name FROM person ORDER BY name");
    while (ordered.next())
        found.append(ordered.text(0));
    QStringList expected = names;
    std::sort(expected.begin(), expected.end(),
              [](const QString &a, const QString &b) { return a.toUtf8() < b.toUtf8(); });
    CHECK(found == expected);
    CHECK(books.count("SELECT sum(amount) FROM person") == 12'000'000'000'000);
    Query range =
        books.database->prepare("SELECT count(*) FROM person WHERE name >= ? AND name < ?");
    range.bindAll(QStringLiteral("a"), QStringLiteral("b"));
    REQUIRE(range.next());
    CHECK(range.integer(0) == 2);
}

TEST_CASE("No statement of a role that may write goes past a guard of the server [SEC-01]",
          "[server]")
{
    Books books;
    fill(books);
    const QString statement = GENERATE(
        as<QString>(), "TRUNCATE entry", "TRUNCATE person CASCADE", "TRUNCATE person_history",
        "DELETE FROM person_history", "UPDATE entry SET amount = 6 WHERE id = 1",
        "WITH gone AS (DELETE FROM entry RETURNING id) SELECT count(*) FROM gone");
    CAPTURE(statement.toStdString());
    const bool asReplica = GENERATE(false, true);
    if (asReplica)
        books.database->execute("SET session_replication_role = replica");
    CHECK(kindOf([&] { books.database->execute(statement); }) == DatabaseError::Kind::Constraint);
    CHECK(books.count("SELECT amount FROM entry") == 5);
    CHECK(books.count("SELECT count(*) FROM person_history") == 1);
}

TEST_CASE("A guard that was dropped or switched off on the server is seen [SEC-01]", "[server]")
{
    Books books;
    const QString statement = GENERATE(
        as<QString>(), "DROP TRIGGER entry_no_update ON entry",
        "ALTER TABLE entry DISABLE TRIGGER entry_no_update",
        "ALTER TABLE entry ENABLE TRIGGER entry_no_update",
        "CREATE OR REPLACE FUNCTION jubao_refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN "
        "RETURN NEW; END$$",
        "CREATE RULE quiet AS ON INSERT TO entry DO INSTEAD NOTHING",
        "ALTER TABLE entry ALTER COLUMN amount DROP NOT NULL",
        "ALTER TABLE entry ADD COLUMN x text");
    CAPTURE(statement.toStdString());
    CHECK(schemaDifferences(*books.database, books.migrations, books.catalogue).isEmpty());
    books.database->engine().executeScript(statement);
    const QStringList differences =
        schemaDifferences(*books.database, books.migrations, books.catalogue);
    CAPTURE(differences.join('\n').toStdString());
    CHECK(differences.size() == 1);
}

TEST_CASE("What failed inside a transaction cannot be committed past", "[server]")
{
    Books books;
    Transaction transaction(*books.database);
    books.database->execute("INSERT INTO person (id, name, amount, op_seq) VALUES (1, 'p', 1, 1)");
    CHECK(kindOf([&] { books.database->execute("INSERT INTO nowhere VALUES (1)"); })
          == DatabaseError::Kind::Other);
    CHECK_THROWS_AS(transaction.commit(), DatabaseError);
    CHECK(books.count("SELECT count(*) FROM person") == 0);
}

TEST_CASE("A failed savepoint leaves what stood before it", "[server]")
{
    Books books;
    Transaction outer(*books.database);
    books.database->execute("INSERT INTO person (id, name, amount, op_seq) VALUES (1, 'p', 1, 1)");
    {
        Transaction inner(*books.database);
        CHECK(kindOf([&] {
                  books.database->execute(
                      "INSERT INTO person (id, name, amount, op_seq) VALUES (1, 'p', 1, 1)");
                  books.database->settle();
              })
              == DatabaseError::Kind::Constraint);
    }
    outer.commit();
    CHECK(books.count("SELECT count(*) FROM person") == 1);
}

TEST_CASE("A connection that the server ends is told as a server that is gone", "[server]")
{
    Books books;
    Query own = books.database->prepare("SELECT pg_backend_pid()");
    REQUIRE(own.next());
    const auto other = Database::open(books.options());
    Query end = other->prepare("SELECT CASE WHEN pg_terminate_backend(cast(? as integer), 2000) "
                               "THEN 1 ELSE 0 END");
    end.bindAll(own.integer(0));
    REQUIRE(end.next());
    CHECK(kindOf([&] { books.count("SELECT count(*) FROM person"); })
          == DatabaseError::Kind::ServerGone);
    books.reopen();
    CHECK(books.count("SELECT count(*) FROM person") == 0);
}

TEST_CASE("A server that is not there, a role and a schema that are not, are told apart",
          "[server]")
{
    Books books;
    Database::Options options = books.options();
    DatabaseError::Kind expected = DatabaseError::Kind::ServerGone;
    SECTION("no server")
    {
        options.server->host = books.folder.path();
    }
    SECTION("no such role")
    {
        options.server->role = "nobody_known";
        expected = DatabaseError::Kind::RoleRefused;
    }
    SECTION("no such database")
    {
        options.server->database = "elsewhere";
        expected = DatabaseError::Kind::Missing;
    }
    SECTION("no such schema")
    {
        options.server->schema = "elsewhere";
        expected = DatabaseError::Kind::Missing;
    }
    CHECK(kindOf([&] { Database::open(std::move(options)); }) == expected);
}

TEST_CASE("Who only reads cannot write, and long work on the server is cancelled", "[server]")
{
    Books books;
    const auto reader = Database::open(books.options(Database::Mode::ReadOnly));
    CHECK(kindOf([&] {
              reader->execute("INSERT INTO entry (id, person, amount, op_seq) VALUES (1, 1, 5, 1)");
          })
          == DatabaseError::Kind::ReadOnly);
    QElapsedTimer timer;
    timer.start();
    reader->engine().setProgressHandler([&] { return timer.elapsed() < 100; });
    CHECK(kindOf([&] { reader->execute("SELECT pg_sleep(60)"); })
          == DatabaseError::Kind::Interrupted);
    reader->engine().setProgressHandler({});
    CHECK(timer.elapsed() < 30'000);
}

TEST_CASE("Books move to the server and back into a file with every row", "[server]")
{
    Books books;
    fill(books);
    Query scan = books.database->prepare(
        "INSERT INTO entry (id, person, amount, scan, op_seq) VALUES (?, 1, -7, ?, 3)");
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes.append(char(i));
    scan.bindAll(2, bytes);
    scan.run();
    for (int i = 10; i < 6010; ++i) {
        Query insert = books.database->prepare(
            "INSERT INTO person (id, name, phone, amount, op_seq) VALUES (?, ?, ?, ?, 4)");
        insert.bindAll(i, QStringLiteral("张\\三\t%1\n%1").arg(i),
                       i % 2 ? QVariant() : QVariant(""), i);
        insert.run();
    }
    Database::Options filed;
    filed.path = books.folder.filePath("moved.jubao");
    filed.key = Key::random();
    filed.mode = Database::Mode::Create;
    const auto file = Database::open(std::move(filed));
    const QByteArray before = digestOfBooks(*books.database, books.catalogue);
    moveBooks(*books.database, *file, books.migrations, books.catalogue);
    CHECK(digestOfBooks(*file, books.catalogue) == before);
    CHECK(schemaDifferences(*file, books.migrations, books.catalogue).isEmpty());
    CHECK(kindOf([&] { file->execute("DELETE FROM entry"); }) == DatabaseError::Kind::Constraint);
    CHECK(kindOf([&] { moveBooks(*books.database, *file, books.migrations, books.catalogue); })
          == DatabaseError::Kind::Constraint);

    Database::Options back;
    back.server = chosenServer();
    back.key = Key::random();
    back.mode = Database::Mode::Create;
    const auto server = Database::open(std::move(back));
    int asked = 0;
    CHECK(kindOf([&] {
              moveBooks(*file, *server, books.migrations, books.catalogue,
                        [&](int) { return ++asked < 3; });
          })
          == DatabaseError::Kind::Interrupted);
    CHECK(server->schemaVersion() == 0);
    int last = 0;
    moveBooks(*file, *server, books.migrations, books.catalogue, [&](int permille) {
        last = permille;
        return true;
    });
    CHECK(last == 1000);
    CHECK(digestOfBooks(*server, books.catalogue) == before);
    CHECK(schemaDifferences(*server, books.migrations, books.catalogue).isEmpty());
}
