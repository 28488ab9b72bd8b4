// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/moving.h"
#include "database/sealed_sql.h"
#include "database/sealing.h"
#include "database/transaction.h"
#include "support/books.h"
#include "support/engine_choice.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

DatabaseError::Kind kindOf(const std::function<void()> &call)
{
    try {
        call();
    } catch (const DatabaseError &error) {
        return error.kind();
    }
    FAIL("no error");
    return DatabaseError::Kind::Other;
}

Key keyOf(char byte)
{
    return Key::fromBytes(QByteArray(32, byte));
}

/** Books with sealed columns of every kind. */
struct SealedBooks : Books {
    SealedBooks()
    {
        catalogue = catalogue.with(Catalogue::fromJson(R"({"version":1,"tables":[
            {"name":"holder","room":"x","kind":"record","key":["id"],
             "columns":["id:id","number:text:sealed","card:text?:sealed","words:text:sealed_once:shown",
                        "scan:bytes?","name:text","op_seq:integer"]},
            {"name":"mention","room":"x","kind":"entry","key":["id","number"],
             "columns":["id:id","number:text:sealed","op_seq:integer"]}]})"));
        migrations = migrations.with(
            {2, QStringLiteral("holders"),
             QStringLiteral(
                 "CREATE TABLE holder (id {primary_key}, number {text} NOT NULL, card {text}, words "
                 "{text} NOT NULL DEFAULT '', scan {bytes}, name {text} NOT NULL, op_seq {integer} NOT "
                 "NULL){strict};CREATE UNIQUE INDEX holder_number ON holder (number);"
                 "CREATE INDEX holder_card ON holder (card, id);"
                 "CREATE TABLE mention (id {id} NOT NULL, number {text} NOT NULL, op_seq {integer} NOT "
                 "NULL, PRIMARY KEY (id, number)){strict};")});
        migrations.apply(*database, catalogue);
    }
    void add(qint64 id, const QString &number, const QVariant &card = {},
             const QString &words = QStringLiteral("said"))
    {
        Query insert = database->prepare(
            "INSERT INTO holder (id, number, card, words, scan, name, op_seq) VALUES (?, ?, ?, ?, ?, "
            "'Li', 1)");
        insert.bindAll(id, number, card, words, QByteArray("\0\1\2", 3));
        insert.run();
    }
    QString raw(const QString &column, qint64 id)
    {
        Query cell = database->prepare(
            QStringLiteral("SELECT encode(%1, 'hex') FROM holder WHERE id = ?").arg(column));
        cell.bindAll(id);
        return cell.next() ? cell.text(0) : QString();
    }
};

} // namespace

TEST_CASE("The cipher of sealed cells gives the standard's test vectors [SEC-16]")
{
    // RFC 5297, A.1 and A.2.
    SivCipher first(hex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"));
    const QByteArray bound = hex("101112131415161718191a1b1c1d1e1f2021222324252627");
    const QByteArray plain = hex("112233445566778899aabbccddee");
    const QByteArray sealed = hex("85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c");
    CHECK(first.encrypt(plain, {bound}) == sealed);
    CHECK(first.decrypt(sealed, {bound}) == plain);
    CHECK(first.encrypt(plain, {bound}) == sealed);

    SivCipher second(hex("7f7e7d7c7b7a79787776757473727170404142434445464748494a4b4c4d4e4f"));
    const QByteArray one = hex("00112233445566778899aabbccddeeffdeaddadadeaddadaffeeddccbbaa9988"
                               "7766554433221100");
    const QByteArray two = hex("102030405060708090a0");
    const QByteArray nonce = hex("09f911029d74e35bd84156c5635688c0");
    const QByteArray text = "this is some plaintext to encrypt using SIV-AES";
    const QByteArray both = second.encrypt(text, {one, two, nonce});
    CHECK(both
          == hex("7bdb6e3b432667eb06f4d14bff2fbd0fcb900f2fddbe404326601965c889bf17dba77ceb094fa663"
                 "b7a3f748ba8af829ea64ad544a272e9c485b62a3fd5c0d"));
    CHECK(second.decrypt(both, {one, two, nonce}) == text);
    CHECK_FALSE(second.decrypt(both, {two, one, nonce}));
    CHECK_FALSE(second.decrypt(hex("00"), {one}));
}

TEST_CASE("A sealed cell opens to what it was, and no other cell opens [SEC-16]")
{
    CellCodec codec(keyOf('k'));
    const QByteArray number = "411024198001010019";
    const QByteArray cell = codec.seal(CellCodec::Way::Same, number);
    CHECK(cell == codec.seal(CellCodec::Way::Same, number));
    CHECK(cell.size() == 1 + 16 + number.size());
    CHECK_FALSE(cell.contains(number));
    CHECK(codec.open(cell) == number);
    const QByteArray once = codec.seal(CellCodec::Way::Once, number);
    CHECK(once != codec.seal(CellCodec::Way::Once, number));
    CHECK(codec.open(once) == number);
    CHECK(codec.seal(CellCodec::Way::Same, {}).isEmpty());
    CHECK(codec.seal(CellCodec::Way::Once, {}).isEmpty());
    CHECK(codec.open({}).isEmpty());

    for (const QByteArray &good : {cell, once}) {
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray changed = good;
            changed[i] = char(changed.at(i) ^ 0x40);
            CHECK(kindOf([&] { codec.open(changed); }) == DatabaseError::Kind::Damaged);
            CHECK(kindOf([&] { codec.open(good.first(i + 1).chopped(1) + "x"); })
                  == DatabaseError::Kind::Damaged);
        }
        CellCodec other(keyOf('l'));
        CHECK(kindOf([&] { other.open(good); }) == DatabaseError::Kind::Damaged);
    }
    CHECK(kindOf([&] { codec.open(number); }) == DatabaseError::Kind::Damaged);
    // One kind is not taken for the other.
    CHECK(kindOf([&] { codec.open('\1' + once.mid(17)); }) == DatabaseError::Kind::Damaged);
}

TEST_CASE("Whoever holds the index key alone looks up and opens nothing [SEC-16]")
{
    CellCodec whole(keyOf('k'));
    CellCodec index = CellCodec::indexOnly(CellCodec::indexKeyOf(keyOf('k')));
    const QByteArray cell = whole.seal(CellCodec::Way::Same, "411024198001010019");
    CHECK(cell.startsWith(index.lookupToken("411024198001010019")));
    CHECK_FALSE(cell.startsWith(index.lookupToken("411024198001010018")));
    CHECK(kindOf([&] { index.open(cell); }) == DatabaseError::Kind::Denied);
    CHECK(kindOf([&] { index.seal(CellCodec::Way::Same, "x"); }) == DatabaseError::Kind::Denied);
    CHECK(CellCodec::indexKeyOf(keyOf('k')).bytes() != keyOf('k').bytes());
    CHECK(CellCodec::indexKeyOf(keyOf('k')).bytes() != CellCodec::indexKeyOf(keyOf('l')).bytes());
}

TEST_CASE("Sealed columns are looked up, joined, unique and read as if they were clear [SEC-16]")
{
    SealedBooks books;
    Database &database = *books.database;
    books.add(1, "411024198001010019", "6222001");
    books.add(2, "411024198001010027", QVariant(), {});
    books.add(3, "", QVariant(""));
    Query mention = database.prepare("INSERT INTO mention (id, number, op_seq) VALUES (7, ?, 1)");
    mention.bindAll(QStringLiteral("411024198001010027"));
    mention.run();
    const auto ids = [&database](const QString &sql, const QStringList &values) {
        QList<qint64> found;
        Query rows = database.prepare(sql);
        for (int i = 0; i < values.size(); ++i)
            rows.bind(i + 1, values.at(i));
        while (rows.next())
            found.append(rows.integer(0));
        return found;
    };
    const QString one = "411024198001010019";
    const QString two = "411024198001010027";
    CHECK(ids("SELECT id FROM holder WHERE number = ?", {two}) == QList<qint64>{2});
    CHECK(ids("SELECT id FROM holder WHERE ? = number", {two}) == QList<qint64>{2});
    CHECK(ids("SELECT id FROM holder WHERE number = ?", {"no"}).isEmpty());
    CHECK(ids("SELECT id FROM holder WHERE number IN (?, ?) ORDER BY id", {two, one})
          == QList<qint64>{1, 2});
    CHECK(ids("SELECT id FROM holder WHERE number NOT IN (?, ?) ORDER BY id", {two, one})
          == QList<qint64>{3});
    CHECK(ids("SELECT id FROM holder WHERE number IN (?)", {two}) == QList<qint64>{2});
    CHECK(ids("SELECT id FROM holder WHERE number <> ? ORDER BY id", {two}) == QList<qint64>{1, 3});
    CHECK(ids("SELECT id FROM holder WHERE number = ''", {}) == QList<qint64>{3});
    CHECK(ids("SELECT id FROM holder WHERE card IS NULL", {}) == QList<qint64>{2});
    CHECK(ids("SELECT id FROM holder WHERE coalesce(card, '') = ? ORDER BY id", {""})
          == QList<qint64>{2, 3});
    CHECK(ids("SELECT id FROM holder WHERE coalesce(card, ?) = ? ORDER BY id", {one, "6222001"})
          == QList<qint64>{1});
    CHECK(ids("SELECT id FROM holder WHERE CASE number WHEN ? THEN 1 ELSE 0 END = 1", {one})
          == QList<qint64>{1});
    CHECK(ids("SELECT h.id FROM holder h JOIN mention m ON m.number = h.number", {})
          == QList<qint64>{2});
    CHECK(ids("SELECT id FROM holder WHERE number IN (SELECT number FROM mention UNION SELECT card "
              "FROM holder) ORDER BY id",
              {})
          == QList<qint64>{2, 3});
    CHECK(ids("SELECT count(*) FROM (SELECT number FROM holder UNION SELECT number FROM mention) n",
              {})
          == QList<qint64>{3});
    CHECK(ids("SELECT max(id) FROM holder GROUP BY number ORDER BY 1", {})
          == QList<qint64>{1, 2, 3});
    CHECK(ids("SELECT count(DISTINCT number) FROM mention", {}) == QList<qint64>{1});

    Query row = database.prepare(
        "SELECT number, card, words, scan, coalesce(card, ''), CASE WHEN id = 1 THEN number ELSE '' "
        "END, name FROM holder ORDER BY id");
    REQUIRE(row.next());
    CHECK(row.text(0) == one);
    CHECK(row.bytes(0) == one.toUtf8());
    CHECK(row.text(1) == "6222001");
    CHECK(row.text(2) == "said");
    CHECK(row.bytes(3) == QByteArray("\0\1\2", 3));
    CHECK(row.text(4) == "6222001");
    CHECK(row.text(5) == one);
    CHECK(row.text(6) == "Li");
    REQUIRE(row.next());
    CHECK(row.isNull(1));
    CHECK(row.text(2).isEmpty());
    CHECK(row.text(4).isEmpty());
    CHECK(kindOf([&] { books.add(9, one); }) == DatabaseError::Kind::Constraint);
}

TEST_CASE(
    "History, copies within the books, scans by cursor and bulk rows keep sealed cells [SEC-16]")
{
    SealedBooks books;
    Database &database = *books.database;
    books.add(1, "411024198001010019", "6222001");
    Query change = database.prepare(
        "UPDATE holder SET card = ?, words = ?, op_seq = 2 WHERE number = ? AND card = ?");
    change.bindAll("6222002", "changed", "411024198001010019", "6222001");
    change.run();
    Query history = database.prepare("SELECT number, card, words, scan FROM holder_history");
    REQUIRE(history.next());
    CHECK(history.text(0) == "411024198001010019");
    CHECK(history.text(1) == "6222001");
    CHECK(history.text(2) == "said");
    CHECK(history.bytes(3) == QByteArray("\0\1\2", 3));
    database.execute("INSERT INTO mention (id, number, op_seq) SELECT 5, number, 3 FROM holder");
    Query insert = database.prepare("INSERT INTO mention (id, number, op_seq) SELECT 6, ?, 3 FROM "
                                    "holder WHERE number = ?");
    insert.bindAll("411024199901010013", "411024198001010019");
    insert.run();
    const auto bulk = database.engine().bulkInsert("mention", {"id", "number", "op_seq"});
    bulk->addInteger(8);
    bulk->addText("a\tb\\c\n");
    bulk->addInteger(4);
    bulk->endRow();
    bulk->finish();
    Query rows = database.scan("SELECT number FROM mention WHERE number <> ? ORDER BY id");
    rows.bindAll("411024199901010013");
    REQUIRE(rows.next());
    CHECK(rows.text(0) == "411024198001010019");
    REQUIRE(rows.next());
    CHECK(rows.text(0) == "a\tb\\c\n");
    CHECK_FALSE(rows.next());
    CHECK(schemaDifferences(database, books.migrations, books.catalogue).isEmpty());
}

TEST_CASE("The server sees cells only, and says of each parameter that it is one [SEC-16]",
          "[server]")
{
    SealedBooks books;
    books.add(1, "411024198001010019", "", "411024198001010019");
    const QByteArray number = "411024198001010019";
    for (const char *column : {"number", "words", "scan"}) {
        const QByteArray cell = QByteArray::fromHex(books.raw(column, 1).toLatin1());
        CHECK(cell.size() > 17);
        CHECK(cell.at(0) == (qstrcmp(column, "number") == 0 ? 1 : 2));
        CHECK_FALSE(cell.contains(number));
    }
    CHECK(books.raw("card", 1).isEmpty());
    Query types = books.database->prepare(
        "SELECT format_type(t.parameter_types[1]::oid, NULL), format_type(t.parameter_types[2]::oid, "
        "NULL) FROM pg_prepared_statements t WHERE t.statement = ?");
    const QString insert = "INSERT INTO mention (id, number, op_seq) VALUES (?, ?, 1)";
    const QString equal = "SELECT id FROM holder WHERE id > ? AND number = ?";
    const QString list = "SELECT id FROM holder WHERE id > ? AND number IN (?, ?)";
    for (const auto &[sql, type] :
         {std::pair{insert, "sealed"}, std::pair{equal, "sealed"}, std::pair{list, "bytea"}}) {
        const Query prepared = books.database->prepare(sql);
        QString numbered = sql;
        for (int i = 1; numbered.contains('?'); ++i)
            numbered.replace(numbered.indexOf('?'), 1, QStringLiteral("$%1").arg(i));
        types.reset().bindAll(numbered);
        REQUIRE(types.next());
        CHECK(types.text(0) == "bigint");
        CHECK(types.text(1) == type);
    }
    Query plan = books.database->prepare(
        "SELECT CASE WHEN count(*) = 1 THEN 1 ELSE 0 END FROM holder WHERE number = ?");
    plan.bindAll(QString::fromUtf8(number));
    REQUIRE(plan.next());
    CHECK(plan.integer(0) == 1);
    books.database->execute("SET enable_seqscan = off");
    Query explained =
        books.database->prepare("EXPLAIN SELECT id FROM holder h JOIN mention m USING "
                                "(id) WHERE h.number = jubao_key_check()");
    QString text;
    while (explained.next())
        text += explained.text(0) + '\n';
    CAPTURE(text.toStdString());
    CHECK(text.contains("Index Cond: ((number)::bytea ="));
}

TEST_CASE("What would read a cell as its value is refused, not answered wrongly [SEC-16]",
          "[server]")
{
    SealedBooks books;
    books.add(1, "411024198001010019");
    const QString sql = GENERATE(
        as<QString>(), "SELECT id FROM holder WHERE number = '411024198001010019'",
        "SELECT id FROM holder WHERE number <> '411024198001010019'",
        "SELECT id FROM holder WHERE number IN ('411024198001010019', '5')",
        "SELECT id FROM holder WHERE number NOT IN ('411024198001010019', '5')",
        "SELECT id FROM holder WHERE number >= ?", "SELECT id FROM holder WHERE number < ?",
        "SELECT id FROM holder WHERE number BETWEEN ? AND ?",
        "SELECT id FROM holder WHERE number LIKE '4110%'",
        "SELECT id FROM holder WHERE number NOT LIKE ?",
        "SELECT id FROM holder WHERE number = CAST(? AS TEXT)",
        "SELECT id FROM holder WHERE (? = '' OR number = ?) AND name = 'x' || number",
        "SELECT number || 'x' FROM holder", "SELECT 'x' || number FROM holder",
        "SELECT name || number FROM holder", "SELECT number || name FROM holder",
        "SELECT words || name FROM holder", "SELECT substr(number, 1, 4) FROM holder",
        "SELECT substr(words, 2) FROM holder", "SELECT length(number) FROM holder",
        "SELECT length(scan) FROM holder", "SELECT min(number) FROM holder",
        "SELECT max(words) FROM holder", "SELECT upper(number) FROM holder",
        "SELECT CAST(number AS TEXT) FROM holder", "SELECT h.number::text FROM holder h",
        "SELECT id FROM holder ORDER BY number", "SELECT id FROM holder h ORDER BY h.number DESC",
        "SELECT number AS n FROM holder ORDER BY n", "SELECT id FROM holder ORDER BY words",
        "SELECT id, number FROM holder ORDER BY 2",
        "SELECT id FROM holder ORDER BY coalesce(card, '')",
        "SELECT row_number() OVER (ORDER BY number) FROM holder",
        "SELECT count(*) FROM holder GROUP BY words", "SELECT DISTINCT words FROM holder",
        "SELECT count(DISTINCT scan) FROM holder",
        "SELECT words FROM holder UNION SELECT words FROM holder",
        "SELECT 'a' EXCEPT SELECT words FROM holder", "SELECT id FROM holder WHERE words = ?",
        "SELECT id FROM holder WHERE words <> ''", "SELECT id FROM holder WHERE words IN (?, ?)",
        "SELECT id FROM holder WHERE words IN (SELECT words FROM holder)",
        "SELECT id FROM holder WHERE words = number",
        "SELECT a.id FROM holder a JOIN holder b ON "
        "a.scan = b.scan",
        "UPDATE holder SET number = '411024198001010019', op_seq = 9 WHERE id = 1",
        "UPDATE holder SET words = number, op_seq = 9 WHERE id = 1",
        "UPDATE holder SET number = name, op_seq = 9 WHERE id = 1",
        "INSERT INTO mention (id, number, op_seq) VALUES (1, 'clear', 1)",
        "INSERT INTO mention (id, number, op_seq) SELECT 1, words, 1 FROM holder");
    CAPTURE(sql.toStdString());
    CHECK_THROWS([&] {
        Query query = books.database->prepare(sql);
        for (int i = 0; i < sql.count('?'); ++i)
            query.bind(i + 1, QStringLiteral("4110"));
        while (query.next()) { }
    }());
    CHECK(books.count("SELECT count(*) FROM holder WHERE op_seq = 1") == 1);
    CHECK(books.count("SELECT count(*) FROM mention") == 0);
}

TEST_CASE("A literal beside a sealed column throws when it is read [SEC-16]", "[server]")
{
    SealedBooks books;
    books.add(1, "411024198001010019");
    Query mixed =
        books.database->prepare("SELECT CASE WHEN id = 2 THEN number ELSE 'none' END FROM holder");
    REQUIRE(mixed.next());
    CHECK(kindOf([&] { mixed.text(0); }) == DatabaseError::Kind::Damaged);
    Query whole = books.database->prepare("SELECT id FROM holder WHERE number = ?");
    CHECK_THROWS_AS(whole.bind(1, qint64(411024198001010019)), std::logic_error);
}

TEST_CASE("A cell that somebody changed throws when it is read [SEC-16]", "[server]")
{
    SealedBooks books;
    books.add(1, "411024198001010019");
    books.database->execute("ALTER TABLE holder DISABLE TRIGGER ALL");
    books.database->execute(
        "UPDATE holder SET number = set_byte(number, 20, get_byte(number, 20) # 1)");
    Query row = books.database->prepare("SELECT number FROM holder");
    REQUIRE(row.next());
    CHECK(kindOf([&] { row.text(0); }) == DatabaseError::Kind::Damaged);
}

TEST_CASE(
    "Books of another key are told as such when they are opened, and a new check is seen [SEC-16]",
    "[server]")
{
    SealedBooks books;
    Database::Options other = books.options();
    other.key = Key::random();
    CHECK(kindOf([&] { Database::open(std::move(other)); }) == DatabaseError::Kind::WrongKey);
    Database::Options none = books.options();
    none.key = Key();
    const auto keyless = Database::open(std::move(none));
    Query name = keyless->prepare("SELECT name, number FROM holder WHERE id = 1");
    books.add(1, "411024198001010019");
    REQUIRE(name.next());
    CHECK(name.text(0) == "Li");
    CHECK(kindOf([&] { name.text(1); }) == DatabaseError::Kind::Denied);
    Query number = keyless->prepare("SELECT id FROM holder WHERE number IN (?, ?)");
    CHECK(kindOf([&] { number.bind(1, QStringLiteral("411024198001010019")); })
          == DatabaseError::Kind::Denied);
    Database::Options anew = books.options(Database::Mode::Create);
    anew.key = Key();
    CHECK_THROWS_AS(Database::open(std::move(anew)), std::logic_error);
    CHECK(schemaDifferences(*books.database, books.migrations, books.catalogue).isEmpty());
    const QString change = GENERATE(
        as<QString>(),
        "CREATE OR REPLACE FUNCTION jubao_key_check() RETURNS sealed LANGUAGE sql IMMUTABLE AS "
        "$$SELECT ''::sealed$$",
        "ALTER DOMAIN sealed DROP CONSTRAINT sealed_check",
        "ALTER TABLE holder ALTER COLUMN words TYPE bytea", "DROP OPERATOR < (sealed, sealed)",
        "CREATE OR REPLACE FUNCTION sealed_same(sealed, sealed) RETURNS boolean LANGUAGE sql "
        "IMMUTABLE AS 'SELECT true'");
    CAPTURE(change.toStdString());
    books.database->engine().executeScript(change);
    const QStringList differences =
        schemaDifferences(*books.database, books.migrations, books.catalogue);
    CAPTURE(differences.join('\n').toStdString());
    CHECK(differences.size() == 1);
}

TEST_CASE(
    "A step that would seal what lies in clear changes nothing and empty cells are taken [SEC-16]",
    "[server]")
{
    Books books;
    books.database->execute("INSERT INTO person (id, name, amount, op_seq) VALUES (1, '', 1, 1)");
    const bool empty = GENERATE(true, false);
    if (!empty)
        books.database->execute("UPDATE person SET name = 'Li', op_seq = 2 WHERE id = 1");
    const Catalogue sealing = Catalogue::fromJson(R"({"version":1,"tables":[
        {"name":"person","room":"x","kind":"record","key":["id"],
         "columns":["id:id","name:text:sealed","phone:text?:sealed","amount:fen","op_seq:integer"]}]})");
    const Migrations next = books.migrations.with({2, QStringLiteral("next"), QStringLiteral(";")});
    if (empty) {
        next.apply(*books.database, sealing);
        CHECK(books.count("SELECT count(*) FROM person WHERE name = ''") == 1);
        return;
    }
    CHECK(kindOf([&] { next.apply(*books.database, sealing); }) == DatabaseError::Kind::Constraint);
    CHECK(books.database->schemaVersion() == 1);
    CHECK(books.count("SELECT count(*) FROM person WHERE name = 'Li'") == 1);
}

TEST_CASE("Sealed books move to a file and back under another key with equal digests [SEC-16]",
          "[server]")
{
    SealedBooks books;
    for (int i = 0; i < 50; ++i)
        books.add(i, QStringLiteral("4110241980010100%1").arg(i, 2, 10, QChar('0')),
                  i % 3 ? QVariant(QString::number(i)) : QVariant());
    for (int i = 0; i < 50; ++i) {
        Query mention =
            books.database->prepare("INSERT INTO mention (id, number, op_seq) VALUES (?, ?, 1)");
        mention.bindAll(i / 20, QString::number(i * 7919));
        mention.run();
    }
    Query change = books.database->prepare("UPDATE holder SET words = ?, op_seq = 2 WHERE id = 4");
    change.bindAll("other");
    change.run();
    Database::Options filed;
    filed.path = books.folder.filePath("moved.jubao");
    filed.key = Key::random();
    filed.mode = Database::Mode::Create;
    const auto file = Database::open(std::move(filed));
    moveBooks(*books.database, *file, books.migrations, books.catalogue);
    Database::Options back;
    back.server = chosenServer();
    back.key = Key::random();
    back.mode = Database::Mode::Create;
    const auto server = Database::open(std::move(back));
    moveBooks(*file, *server, books.migrations, books.catalogue);
    CHECK(digestOfBooks(*server, books.catalogue)
          == digestOfBooks(*books.database, books.catalogue));
    Query found = server->prepare("SELECT words FROM holder WHERE number = ?");
    found.bindAll("411024198001010004");
    REQUIRE(found.next());
    CHECK(found.text(0) == "other");
    server->execute("DELETE FROM id_counter");
    Query gone = books.database->prepare("UPDATE holder SET card = ?, op_seq = 3 WHERE id = 5");
    gone.bindAll("x");
    gone.run();
    CHECK(digestOfBooks(*server, books.catalogue)
          != digestOfBooks(*books.database, books.catalogue));
}

TEST_CASE("Names are resolved by their tables where a statement is examined")
{
    const SealedColumns sealed{{"account", {{"person", CellCodec::Way::Same}}},
                               {"revision", {{"payload", CellCodec::Way::Once}}}};
    const auto misuse = [&sealed](const QString &sql) {
        return !misuseOfSealed(sql, sealed, {}).isEmpty();
    };
    CHECK(misuse("SELECT 1 FROM account ORDER BY person"));
    CHECK_FALSE(misuse("SELECT 1 FROM due ORDER BY person"));
    CHECK(misuse("SELECT 1 FROM due d JOIN account a ON a.id = d.x ORDER BY a.person, d.id"));
    CHECK_FALSE(misuse("SELECT 1 FROM due d JOIN account a ON a.id = d.x ORDER BY d.person"));
    CHECK_FALSE(misuse("SELECT 'ORDER BY person' FROM account -- ORDER BY person"));
    CHECK(misuse("SELECT 1 FROM (SELECT id FROM account ORDER BY id, person LIMIT 1) x"));
    CHECK_FALSE(misuse("SELECT person FROM account GROUP BY person ORDER BY count(*)"));
    CHECK_FALSE(misuse("SELECT payload FROM revision UNION ALL SELECT payload FROM revision"));
    CHECK(misuse("SELECT 1, payload FROM revision WHERE a IN (SELECT 1) UNION SELECT 1, 2"));
    CHECK_FALSE(misuse("SELECT payload FROM revision r WHERE r.id IN (SELECT 1 UNION SELECT 2)"));
    CHECK_FALSE(misuse("SELECT payload FROM revision r WHERE r.id IN (SELECT max(id) FROM revision "
                       "GROUP BY id)"));
}

namespace {

/** Shows where a cell is from, and counts what is compared. */
struct Places : SealedReading {
    QByteArray shown(const QString &table, const QString &column, const QByteArray &opened) override
    {
        return table.toUtf8() + '.' + column.toUtf8() + ' ' + QByteArray::number(opened.size());
    }
    void comparing() override { ++compared; }
    int compared = 0;
};

} // namespace

TEST_CASE("Who reads for others gets in a cell's place what is shown of its column, by whatever "
          "name [SEC-16]",
          "[server]")
{
    SealedBooks books;
    books.add(1, "411024198001010019", "6222001");
    books.add(2, "", QVariant());
    // The owner of the schema makes what no reading role can.
    books.database->execute(
        "CREATE VIEW renamed AS SELECT number AS words, words AS number FROM holder");
    const auto places = std::make_shared<Places>();
    Database::Options options = books.options(Database::Mode::ReadOnly);
    options.sealedReading = places;
    const std::unique_ptr<Database> reading = Database::open(std::move(options));
    const auto cell = [&reading](const QString &sql) {
        Query query = reading->prepare(sql);
        return query.next() ? query.text(0) : QStringLiteral("no row");
    };
    CHECK(cell("SELECT number FROM holder WHERE id = 1") == "holder.number 18");
    CHECK(cell("SELECT number AS words FROM holder WHERE id = 1") == "holder.number 18");
    CHECK(cell("SELECT h.words FROM (SELECT card AS words FROM holder WHERE id = 1) h")
          == "holder.card 7");
    CHECK(cell("WITH h AS (SELECT words AS w FROM holder WHERE id = 1) SELECT w FROM h")
          == "holder.words 4");
    CHECK(cell("SELECT (h).scan FROM holder h WHERE id = 1") == "holder.scan 3");
    CHECK(cell("SELECT number FROM holder WHERE id = 2").isEmpty());
    Query empty = reading->prepare("SELECT card FROM holder WHERE id = 2");
    REQUIRE(empty.next());
    CHECK(empty.isNull(0));
    for (const char *sql :
         {"SELECT words FROM renamed", "SELECT r.words FROM renamed r WHERE r.words <> ''",
          "SELECT coalesce(card, number) FROM holder",
          "SELECT words FROM holder UNION ALL SELECT scan FROM holder",
          "SELECT h.words FROM (SELECT words FROM holder UNION ALL SELECT scan FROM holder) h",
          "SELECT CASE WHEN id > 0 THEN number ELSE card END FROM holder",
          "SELECT (array_agg(number))[1] FROM holder", "SELECT jubao_key_check()",
          "SELECT (SELECT number FROM holder WHERE id = 1)"}) {
        INFO(sql);
        CHECK(kindOf([&] { cell(QLatin1String(sql)); }) == DatabaseError::Kind::Denied);
    }
    Query found = reading->prepare("SELECT id FROM holder WHERE number = ? OR card = ?");
    CHECK(places->compared == 0);
    found.bindAll("411024198001010019", "");
    REQUIRE(found.next());
    CHECK(found.integer(0) == 1);
    CHECK(places->compared == 1);
    for (const char *sql :
         {"PREPARE x AS SELECT 1", "DEALLOCATE ALL", "BEGIN", "SET search_path = pg_temp",
          "CREATE TEMP TABLE holder (words BYTEA)"}) {
        INFO(sql);
        CHECK(kindOf([&] { reading->execute(QLatin1String(sql)); }) == DatabaseError::Kind::Denied);
    }
    // The server opens other connections of the same books as before.
    Query whole = books.database->prepare("SELECT number FROM holder WHERE id = 1");
    REQUIRE(whole.next());
    CHECK(whole.text(0) == "411024198001010019");
}
