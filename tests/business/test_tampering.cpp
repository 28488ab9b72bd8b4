// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/migrations.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QFile>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** An office that has enrolled two people and collected once. */
struct Worked : TestOffice {
    Worked() : TestOffice(allRooms())
    {
        first = enrol(1);
        enrol(2);
        issueNumbers("tc", "A");
        collection = make("tc", "contributions.collect",
                          {{"person", first},
                           {"year", 2026},
                           {"amount", 20000},
                           {"number", "A00000001"},
                           {"payer", "self"}})
                         .operation;
        act("tr", ActionKind::Recheck, collection);
    }

    VerifyReport verify(VerifyOptions options = {})
    {
        return verifyOffice(office->database(), office->catalogue(), Migrations::shipped(),
                            *registry, options);
    }

    QStringList codes(VerifyOptions options = {})
    {
        QStringList list;
        const VerifyReport report = verify(std::move(options));
        for (const Violation &each : report.violations) {
            CHECK_FALSE(each.place.isEmpty());
            CHECK_FALSE(each.text.isEmpty());
            list.append(each.code);
        }
        return list;
    }

    /** What a person with the key and a database tool does: drops the guards, edits, puts them
     * back. */
    void tamper(const QStringList &statements)
    {
        Database &database = office->database();
        database.engine().allowSchemaChanges(true);
        QStringList guards;
        QStringList names;
        {
            Query triggers =
                database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
            while (triggers.next()) {
                names.append(triggers.text(0));
                guards.append(triggers.text(1));
            }
        }
        for (const QString &name : names)
            database.execute("DROP TRIGGER " + name);
        for (const QString &statement : statements)
            database.execute(statement);
        for (const QString &guard : guards)
            database.execute(guard);
        database.engine().allowSchemaChanges(false);
    }

    qint64 first = 0;
    qint64 collection = 0;
};

} // namespace

TEST_CASE("An honest office is whole, without a witness it says so [SEC-02] [TIE-34] [CTL-03]")
{
    Worked county;
    const VerifyReport report = county.verify();
    for (const Violation &each : report.violations)
        UNSCOPED_INFO((each.code + " " + each.place + " " + each.text).toStdString());
    CHECK(report.whole());
    CHECK_FALSE(report.comparedOutside);
    CHECK(report.comparedWith.contains("nothing outside"));
    CHECK(report.entries == county.number("SELECT count(*) FROM journal"));
}

TEST_CASE("Every edit with key and tool is named [ACC-08] [SEC-01]")
{
    Worked county;
    const auto [statement, code] = GENERATE(table<QString, QString>({
        {"UPDATE account_entry SET amount = amount + 100", "EFFECTS_CHANGED"},
        {"UPDATE person SET name = 'x' WHERE id = (SELECT min(id) FROM person)", "EFFECTS_CHANGED"},
        {"DELETE FROM account_entry", "EFFECTS_CHANGED"},
        {"DELETE FROM suspense_money WHERE amount < 0", "EFFECTS_CHANGED"},
        {"INSERT INTO account_entry SELECT id + 1000, account, kind, sub_account, amount, value_date, booked_date, for_year, reverses, caused_by, op_seq FROM account_entry",
         "EFFECTS_CHANGED"},
        {"INSERT INTO account_entry SELECT id + 1000, account, kind, sub_account, amount, value_date, booked_date, for_year, reverses, caused_by, 1 FROM account_entry",
         "ROW_WITHOUT_OPERATION"},
        {"UPDATE power SET steps = 'MCRAXJ' WHERE post = 'TC'", "EFFECTS_CHANGED"},
        {"UPDATE operator_key SET public_key = (SELECT public_key FROM operator_key ORDER BY id DESC LIMIT 1) WHERE id = (SELECT min(id) FROM operator_key)",
         "EFFECTS_CHANGED"},
        {"DELETE FROM journal WHERE seq = 20", "ENTRY_MISSING"},
        {"UPDATE journal SET detail = '{}' WHERE kind = 'approve' AND seq = (SELECT max(seq) FROM journal WHERE kind = 'approve')",
         "ENTRY_CHANGED"},
        {"UPDATE journal SET operator = (SELECT id FROM operator_account WHERE name = 'tc') WHERE kind = 'recheck'",
         "ENTRY_CHANGED"},
        {"UPDATE operation_revision SET payload = replace(payload, '张三1', '张三9')",
         "PAYLOAD_CHANGED"},
        {"UPDATE operation SET state = 'closed', closed_by = 'reject' WHERE type = 'contributions.collect'",
         "OPERATION_CHANGED"},
        {"UPDATE operation SET amount = 1 WHERE type = 'contributions.collect'",
         "OPERATION_CHANGED"},
        {"DELETE FROM operation WHERE type = 'contributions.collect'", "OPERATION_MISSING"},
        {"DELETE FROM access_trail WHERE seq = 3", "TRAIL_CHANGED"},
        {"UPDATE access_trail SET kind = 'sign_out' WHERE seq = 3", "TRAIL_CHANGED"},
        {"UPDATE operation_evidence SET kind = 'other' WHERE kind = 'id_card'", "EVIDENCE_CHANGED"},
        {"DELETE FROM operation_subject", "SUBJECTS_CHANGED"},
    }));
    CAPTURE(statement.toStdString());
    county.tamper({statement});
    CHECK(county.codes().contains(code));
}

TEST_CASE("Recomputing every hash does not help: the signatures stay false [SEC-01]")
{
    Worked county;
    const qint64 place = county.number("SELECT max(seq) FROM journal WHERE kind = 'recheck'");
    QList<JournalEntry> entries;
    {
        Query rows = county.office->database().prepare(Journal::selectSql() + "ORDER BY seq");
        while (rows.next())
            entries.append(Journal::fromRow(rows));
    }
    QStringList statements;
    QString previous(64, u'0');
    for (JournalEntry &entry : entries) {
        if (entry.seq == place)
            entry.operatorId = county.operatorId("en1");
        entry.previousHash = previous;
        entry.hash = entry.computeHash();
        previous = entry.hash;
        statements.append(
            QStringLiteral(
                "UPDATE journal SET operator = %1, previous_hash = '%2', hash = '%3' WHERE seq = %4")
                .arg(entry.operatorId)
                .arg(entry.previousHash, entry.hash)
                .arg(entry.seq));
    }
    county.tamper(statements);
    const QStringList codes = county.codes();
    CHECK_FALSE(codes.contains("CHAIN_BROKEN"));
    CHECK(codes.contains("SIGNATURE_FALSE"));
}

TEST_CASE("A tail that was cut and a founding anew are found by witness and certificate [SEC-02]")
{
    Worked county;
    const qint64 head = county.office->journal().headSeq();
    VerifyOptions options;
    options.witness = WitnessState{head, county.office->journal().headHash(), {}, {}};
    options.root = rootFingerprint(county.office->identity());
    CHECK(county.codes(options).isEmpty());
    CHECK(county.verify(options).comparedOutside);
    Worked other;
    CHECK(other.codes(options).contains("FOUNDED_ANEW"));
    CHECK(other.codes(options).contains("REPLACED"));
    options.root.clear();
    county.tamper({QStringLiteral("DELETE FROM journal WHERE seq > %1").arg(head - 2)});
    CHECK(county.codes(options).contains("ROLLED_BACK"));
}

TEST_CASE("A dropped guard and a slot with another key are named [SEC-17]")
{
    Worked county;
    county.office->database().engine().allowSchemaChanges(true);
    county.office->database().execute("DROP TRIGGER journal_no_update");
    county.office->database().engine().allowSchemaChanges(false);
    CHECK(county.codes() == QStringList{"SCHEMA_CHANGED"});
    VerifyOptions options;
    options.slotList = county.office->slotFile().slotList();
    CHECK_FALSE(county.codes(options).contains("SLOT_CHANGED"));
    options.slotList[5].publicKey = options.slotList[6].publicKey;
    CHECK(county.codes(options).contains("SLOT_CHANGED"));
}

TEST_CASE(
    "An older file put back is noticed at sign-in and stops work until it is cleared [SEC-02]")
{
    Worked county;
    county.reopen();
    const QString path = county.folder() + "/office.jubao";
    QFile::copy(path, path + ".old");
    county.enrol(3);
    county.reopen();
    county.office.reset();
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(path + end);
    QFile::copy(path + ".old", path);
    county.reopen();
    CHECK(county
              .refused([&] {
                  county.make("tc", "enrollment.register", county.newPerson(4),
                              {"id_card", "household_register"});
              })
              .contains("WITNESS_ALARM"));
    CHECK_FALSE(county.office->alarms().isEmpty());
}

TEST_CASE("An older page of the same file put back without the key is found [SEC-01]")
{
    Worked county;
    const QString path = county.folder() + "/office.jubao";
    const auto pages = [&path] {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    county.reopen(); // closing writes the log back into the file
    county.office.reset();
    const QByteArray before = pages();
    county.reopen();
    county.enrol(3);
    county.reopen();
    county.office.reset();
    const QByteArray after = pages();
    constexpr qsizetype pageSize = 4096;
    int tried = 0;
    for (qsizetype place = pageSize; place + pageSize <= before.size() && tried < 12;
         place += pageSize) {
        if (before.mid(place, pageSize) == after.mid(place, pageSize))
            continue;
        ++tried;
        QByteArray mixed = after;
        mixed.replace(place, pageSize, before.mid(place, pageSize));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(mixed);
        file.close();
        bool found = false;
        try {
            county.reopen();
            county.as("au");
            found = !county.verify().whole();
        } catch (const DatabaseError &) {
            found = true; // the engine itself stumbled over it
        }
        CAPTURE(place / pageSize);
        CHECK(found);
        county.office.reset();
        for (const char *end : {"-wal", "-shm"})
            QFile::remove(path + end);
    }
    CHECK(tried > 3);
}
