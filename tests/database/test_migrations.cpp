// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/transaction.h"
#include "support/books.h"
#include "support/engine_choice.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

TEST_CASE("The shipped schema applies from every earlier version and matches its catalogue")
{
    const Migrations shipped = Migrations::shipped();
    const Catalogue catalogue = Catalogue::shipped();
    QTemporaryDir folder;
    Database::Options options;
    options.path = folder.filePath("office.jubao");
    options.server = chosenServer();
    options.key = Key::random();
    options.mode = Database::Mode::Create;
    const auto database = Database::open(std::move(options));
    CHECK(shipped.apply(*database, catalogue).size() == shipped.latest());
    CHECK(shipped.apply(*database, catalogue).isEmpty());
    CHECK(database->schemaVersion() == shipped.latest());
    CHECK(schemaDifferences(*database, shipped, catalogue).isEmpty());
    for (const Table &table : catalogue.tables()) {
        CAPTURE(table.name.toStdString());
        Query columns = database->prepare(database->dialect().columnsQuery());
        columns.bindAll(table.name);
        QStringList found;
        while (columns.next()) {
            const Column *column = table.column(columns.text(0));
            REQUIRE(column);
            CHECK(column->nullable == (columns.integer(1) == 1));
            found.append(columns.text(0));
        }
        CHECK(found.size() == table.columns.size());
        for (const QString &key : table.key)
            CHECK(table.column(key));
    }
}

TEST_CASE("A step that changed after it ran stops the opening")
{
    Books books;
    const Migrations changed = Migrations::fromList({{1, "first", "SELECT 1;"}});
    try {
        changed.apply(*books.database, books.catalogue);
        FAIL("applied");
    } catch (const DatabaseError &error) {
        CHECK(error.kind() == DatabaseError::Kind::Damaged);
    }
}

TEST_CASE("A step that fails leaves the file as it was, whatever ran before it")
{
    QTemporaryDir folder;
    Database::Options options;
    options.path = folder.filePath("office.jubao");
    options.server = chosenServer();
    options.key = Key::random();
    options.mode = Database::Mode::Create;
    const auto database = Database::open(std::move(options));
    const Catalogue empty = Catalogue::fromJson(R"({"version":1,"tables":[]})");
    const Migration good{1, "good", "CREATE TABLE a (b {integer}){strict};"};
    const Migration bad{
        2, "bad", "CREATE TABLE c (d {integer}){strict}; CREATE TABLE a (b {integer}){strict};"};
    CHECK_THROWS_AS(Migrations::fromList({good, bad}).apply(*database, empty), DatabaseError);
    CHECK(database->schemaVersion() == 0);
    CHECK(Migrations::fromList({good}).apply(*database, empty) == QList<int>{1});
    CHECK_THROWS_AS(Migrations::fromList({good, bad}).apply(*database, empty), DatabaseError);
    CHECK(database->schemaVersion() == 1);
    const Migration mended{2, "mended", "CREATE TABLE c (d {integer}){strict};"};
    CHECK(Migrations::fromList({good, mended}).stateOf(*database) == SchemaState::WaitsForUpgrade);
    CHECK(Migrations::fromList({good, mended}).apply(*database, empty) == QList<int>{2});
    CHECK(database->minCompatible() == 2);
}

TEST_CASE("A newer file says whether an older program may go on")
{
    Books books;
    const int oldest = GENERATE(2, 1);
    books.database.reset();
    {
        auto database = Database::open(books.options());
        database->engine().allowSchemaChanges(true);
        database->execute("INSERT INTO schema_migration (number, name, sha256, applied_at) "
                          "VALUES (2, 'later', '', '')");
        database->execute(
            QStringLiteral("UPDATE schema_state SET min_compatible = %1").arg(oldest));
    }
    Database::Options options = books.options();
    options.knownSchema = 1;
    if (oldest == 2) {
        CHECK_THROWS_AS(Database::open(std::move(options)), DatabaseError);
    } else {
        const auto database = Database::open(std::move(options));
        CHECK(books.migrations.stateOf(*database) == SchemaState::NewerUsable);
    }
}

TEST_CASE("A record of the steps that is not the program's own is seen [SEC-01]")
{
    Books books;
    CHECK(schemaDifferences(*books.database, books.migrations, books.catalogue).isEmpty());
    const auto [statement, difference] = GENERATE(table<QString, QString>({
        {"UPDATE schema_migration SET sha256 = 'x' WHERE number = 1",
         "schema_migration 1 was changed"},
        {"UPDATE schema_migration SET name = 'x'", "schema_migration 1 was changed"},
        {"INSERT INTO schema_migration VALUES (0, 'x', 'x', 'x')", "schema_migration 0 is foreign"},
        {"DELETE FROM schema_migration", "schema_migration 1 is missing"},
        {"UPDATE schema_state SET min_compatible = 0", "schema_state was changed"},
        {"INSERT INTO schema_state VALUES (0)", "schema_state was changed"},
        {"DELETE FROM schema_state", "schema_state is missing"},
    }));
    CAPTURE(statement.toStdString());
    books.database->engine().allowSchemaChanges(true);
    books.database->execute(statement);
    books.database->engine().allowSchemaChanges(false);
    CHECK(schemaDifferences(*books.database, books.migrations, books.catalogue)
          == QStringList{difference});
}

TEST_CASE("A dropped trigger is seen although the file opens")
{
    Books books;
    books.database->engine().allowSchemaChanges(true);
    Query guards = books.database->prepare(books.database->dialect().dropGuardsQuery());
    QStringList drops;
    while (guards.next())
        drops.append(guards.text(0));
    books.database->execute(drops.filter("entry_no_update").value(0));
    books.database->engine().allowSchemaChanges(false);
    const QStringList differences =
        schemaDifferences(*books.database, books.migrations, books.catalogue);
    REQUIRE(differences.size() == 1);
    CHECK(differences.first().contains("entry_no_update"));
}
