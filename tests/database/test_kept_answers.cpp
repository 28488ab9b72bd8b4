// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/transaction.h"
#include "support/books.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QString newest = QStringLiteral("SELECT id, op_seq FROM entry ORDER BY id DESC LIMIT 1");
const QString nameOf = QStringLiteral("SELECT name FROM person WHERE id = ?");

/** Books whose persons are kept while their newest entry is the same. Another connection changes
 * them without an entry, to see who looks. */
struct KeptBooks {
    Books books;
    std::unique_ptr<Database> other = Database::open(books.options());

    /** Entries from this number on leave the persons as they are. */
    qint64 harmlessFrom = 1'000'000;

    KeptBooks()
    {
        add(*books.database, 1, "before");
        enter(*books.database, 1);
        books.database->keepAnswers(
            {{QStringLiteral("person")},
             newest,
             QStringLiteral("entry"),
             [this](const QList<QByteArray> &stood) {
                 Query row = books.database->prepare("SELECT min(id) FROM entry WHERE id > ?");
                 row.bindAll(stood.at(0).toLongLong());
                 return row.next() && !row.isNull(0) && row.integer(0) >= harmlessFrom;
             }});
    }
    qint64 generation()
    {
        return books.database->keptAnswers()->generation(books.database->engine());
    }
    static void add(Database &database, qint64 id, const QString &name)
    {
        Query insert =
            database.prepare("INSERT INTO person (id, name, amount, op_seq) VALUES (?, ?, 100, ?)");
        insert.bindAll(id, name, id);
        insert.run();
    }
    static void rename(Database &database, const QString &name)
    {
        Query update =
            database.prepare("UPDATE person SET name = ?, op_seq = op_seq + 1 WHERE id = 1");
        update.bindAll(name);
        update.run();
    }
    static void enter(Database &database, qint64 id)
    {
        Query insert =
            database.prepare("INSERT INTO entry (id, person, amount, op_seq) VALUES (?, 1, 5, ?)");
        insert.bindAll(id, id);
        insert.run();
    }
    QString name()
    {
        Query row = books.database->prepare(nameOf);
        row.bindAll(qint64(1));
        REQUIRE(row.next());
        const QString found = row.text(0);
        CHECK_FALSE(row.next());
        return found;
    }
    QString nameInTransaction()
    {
        const Transaction transaction(*books.database);
        return name();
    }
};

} // namespace

TEST_CASE("An answer is kept while the books stand where they stood")
{
    KeptBooks kept;
    CHECK(kept.nameInTransaction() == "before");
    kept.rename(*kept.other, "after");
    CHECK(kept.nameInTransaction() == "before");
    // Nothing is kept outside of a transaction.
    CHECK(kept.name() == "after");
    kept.enter(*kept.other, 2);
    CHECK(kept.nameInTransaction() == "after");
    // Another value is another question, and nothing is an answer too.
    const Transaction transaction(*kept.books.database);
    Query row = kept.books.database->prepare(nameOf);
    for (int round = 0; round < 2; ++round) {
        row.bindAll(qint64(7));
        CHECK_FALSE(row.next());
        row.reset();
    }
    CHECK(kept.name() == "after");
}

TEST_CASE("Whoever changes what is kept sees it, and nobody sees what was rolled back")
{
    KeptBooks kept;
    Database &database = *kept.books.database;
    {
        Transaction outer(database);
        CHECK(kept.name() == "before");
        {
            const Transaction inner(database);
            kept.rename(database, "tried");
            CHECK(kept.name() == "tried");
        }
        CHECK(kept.name() == "before");
        outer.commit();
    }
    {
        const Transaction lost(database);
        kept.rename(database, "lost");
        CHECK(kept.name() == "lost");
    }
    CHECK(kept.nameInTransaction() == "before");
    {
        Transaction done(database);
        kept.rename(database, "done");
        done.commit();
    }
    CHECK(kept.nameInTransaction() == "done");
    kept.rename(*kept.other, "elsewhere");
    CHECK(kept.nameInTransaction() == "done"); // kept anew
}

TEST_CASE("Whoever moves the books says where they stand, or they are asked")
{
    KeptBooks kept;
    Database &database = *kept.books.database;
    const auto stand = [&] {
        Query row = database.prepare(newest);
        return row.next() ? row.integer(0) : 0;
    };
    CHECK(kept.nameInTransaction() == "before");
    const auto enterAndSay = [&](qint64 id) {
        kept.enter(database, id);
        database.keptAnswers()->standsAt({QByteArray::number(id), QByteArray::number(id)});
    };
    {
        Transaction own(database);
        CHECK(stand() == 1);
        {
            const Transaction tried(database);
            enterAndSay(2);
            CHECK(stand() == 2);
        }
        CHECK(stand() == 1);
        enterAndSay(2);
        CHECK(stand() == 2);
        own.commit();
    }
    kept.rename(*kept.other, "after");
    CHECK(kept.nameInTransaction() == "before"); // its own entry ends nothing
    {
        Transaction silent(database);
        kept.enter(database, 3);
        CHECK(stand() == 3);
        silent.commit();
    }
    CHECK(kept.nameInTransaction() == "after");
    {
        const Transaction lost(database);
        CHECK(stand() == 3);
        enterAndSay(4);
    }
    kept.rename(*kept.other, "last");
    kept.enter(*kept.other, 4); // by somebody else, under the same number
    CHECK(kept.nameInTransaction() == "last");
}

TEST_CASE("Entries that leave the tables as they are end nothing, others do")
{
    KeptBooks kept;
    Database &database = *kept.books.database;
    kept.harmlessFrom = 100;
    CHECK(kept.nameInTransaction() == "before");
    const qint64 first = kept.generation();
    kept.rename(*kept.other, "after");
    kept.enter(*kept.other, 100);
    CHECK(kept.nameInTransaction() == "before");
    CHECK(kept.generation() == first);
    kept.enter(*kept.other, 101);
    CHECK(kept.nameInTransaction() == "before");
    kept.harmlessFrom = 1000;
    kept.enter(*kept.other, 102);
    CHECK(kept.nameInTransaction() == "after");
    const qint64 second = kept.generation();
    CHECK(second != first);
    // Who learns from the tables is told of what this connection does itself.
    {
        const Transaction lost(database);
        kept.rename(database, "tried");
        CHECK(kept.generation() != second);
    }
    const qint64 third = kept.generation();
    CHECK(third != second);
    {
        Transaction own(database);
        CHECK(kept.generation() == third);
        kept.enter(database, 103);
        database.keptAnswers()->standsAt({"103", "103"});
        CHECK(kept.generation() == third);
        kept.enter(database, 104);
        database.keptAnswers()->standsAt({"104", "104"}, true);
        CHECK(kept.generation() != third);
        own.commit();
    }
    CHECK(kept.nameInTransaction() == "after");
}

TEST_CASE("Questions that were asked together are answered each for itself")
{
    Books books;
    Database &database = *books.database;
    for (qint64 id = 1; id <= 3; ++id)
        KeptBooks::add(database, id, QString::number(id));
    const auto ask = [&](qint64 id) {
        Query row = database.prepare(nameOf);
        row.bindAll(id);
        row.ask();
        return row;
    };
    const auto nameFrom = [](Query row) { return row.next() ? row.text(0) : QString(); };
    CHECK(nameFrom(ask(2)) == "2"); // outside of a transaction as well
    Transaction transaction(database);
    const Query first = ask(1);
    const Query nobody = ask(7);
    // What is changed between two questions shows in the second alone, as where each waits.
    KeptBooks::rename(database, "changed");
    const Query again = ask(1);
    const Query third = ask(3);
    CHECK(nameFrom(third) == "3");
    CHECK(nameFrom(again) == "changed");
    CHECK(nameFrom(nobody).isEmpty());
    // A file answers when it is read, a server when it is asked.
    CHECK(QStringList{"1", "changed"}.contains(nameFrom(first)));
    const Query forgotten = ask(1);
    {
        const Transaction lost(database);
        const auto behindAFailure = [&] {
            KeptBooks::add(database, 1, "twice");
            return nameFrom(ask(2));
        };
        CHECK_THROWS_AS(behindAFailure(), DatabaseError);
    }
    CHECK(nameFrom(ask(2)) == "2");
    transaction.commit();
    CHECK(nameFrom(ask(3)) == "3");
}

TEST_CASE("A statement about a table that is not kept is asked each time")
{
    KeptBooks kept;
    Database &database = *kept.books.database;
    const QStringList statements{
        "SELECT count(*) FROM entry e JOIN person p ON p.id = e.person",
        "SELECT count(*) FROM person p, entry e WHERE p.id = e.person",
        "SELECT count(*) FROM person p JOIN person q ON q.id = p.id, entry e WHERE p.id = e.person",
        "SELECT (SELECT count(*) FROM entry) FROM person p WHERE p.id = 1"};
    for (const QString &sql : statements) {
        INFO(sql.toStdString());
        const auto counted = [&] {
            const Transaction transaction(database);
            Query row = database.prepare(sql);
            REQUIRE(row.next());
            return row.integer(0);
        };
        const qint64 before = counted();
        Transaction more(database);
        kept.enter(database, 100 + before);
        more.commit();
        CHECK(counted() == before + 1);
    }
}

TEST_CASE("What goes wrong with a change is thrown inside the transaction that it belongs to")
{
    Books books;
    Database &database = *books.database;
    const auto wrong = [&] { KeptBooks::enter(database, 1); };
    const auto constrained = [](const std::function<void()> &call) {
        try {
            call();
        } catch (const DatabaseError &error) {
            return error.kind() == DatabaseError::Kind::Constraint;
        }
        return false;
    };
    KeptBooks::add(database, 1, "person");
    KeptBooks::enter(database, 1);
    Transaction outer(database);
    KeptBooks::enter(database, 2);
    // By the next question, by settling, by the end of the part.
    CHECK(constrained([&] {
        const Transaction part(database);
        wrong();
        books.count("SELECT count(*) FROM entry");
    }));
    CHECK(constrained([&] {
        const Transaction part(database);
        wrong();
        KeptBooks::enter(database, 3);
        database.settle();
    }));
    CHECK(constrained([&] {
        Transaction part(database);
        KeptBooks::enter(database, 3);
        wrong();
        part.commit();
    }));
    // What went wrong before a part is not the part's.
    CHECK(constrained([&] {
        const Transaction before(database);
        wrong();
        const Transaction part(database);
        FAIL_CHECK("begun behind a failure");
    }));
    // Many on their way, and what is rolled back takes what went wrong with it.
    {
        const Transaction part(database);
        for (int id = 10; id < 1000; ++id)
            KeptBooks::enter(database, id);
    }
    CHECK(books.count("SELECT count(*) FROM entry") == 2);
    for (int id = 10; id < 1000; ++id)
        KeptBooks::enter(database, id);
    outer.commit();
    CHECK(books.count("SELECT count(*) FROM entry") == 992);
    CHECK(constrained([&] {
        Transaction whole(database);
        KeptBooks::enter(database, 1000);
        wrong();
        whole.commit();
    }));
    CHECK(books.count("SELECT count(*) FROM entry") == 992);
}
