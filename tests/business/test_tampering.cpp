// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"
#include "database/error.h"
#include "database/transaction.h"
#include "operations/effects.h"
#include "support/database_tool.h"
#include "support/worked_office.h"
#include <QFile>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

TEST_CASE("An honest office is whole, without a witness it says so [SEC-02] [TIE-34] [CTL-03]")
{
    WorkedOffice county;
    const VerifyReport report = county.verify();
    for (const Violation &each : report.violations)
        UNSCOPED_INFO((each.code + " " + each.place + " " + each.text).toStdString());
    CHECK(report.whole());
    CHECK_FALSE(report.comparedOutside);
    CHECK(report.comparedWith.contains("nothing outside"));
    CHECK(report.entries == county.number("SELECT count(*) FROM journal"));
}

namespace {

using Edits = std::vector<std::tuple<QString, QString>>;

/** Each statement with the code that verify names it by. Each is undone before the next: the office
 * that they are made in takes longer than they do. */
void eachIsNamed(WorkedOffice &county, const Edits &edits, const VerifyOptions &options = {})
{
    for (const auto &[statement, code] : edits) {
        const Transaction undone(county.office->database());
        CAPTURE(statement.toStdString());
        county.tamper({statement});
        CHECK(county.codes(options).contains(code));
    }
    CHECK(county.codes(options).isEmpty()); // nothing of them is left
}

} // namespace

TEST_CASE("Every edit with key and tool is named [ACC-08] [SEC-01]")
{
    WorkedOffice county;
    const Edits edits{
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
        {"UPDATE operation_revision SET payload = replace(payload, '张三南', '张三安')",
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
        {"UPDATE operation_evidence SET file_name = 'other.pdf'", "EVIDENCE_CHANGED"},
        {"INSERT INTO operation_subject SELECT operation, 9, person, id_number FROM operation_subject",
         "ROW_FOREIGN"},
        {"INSERT INTO staging_row VALUES (77, 1, 1, '{}')", "ROW_FOREIGN"},
        {"INSERT INTO operation_revision SELECT operation, 9, payload, digest, findings FROM operation_revision",
         "ROW_FOREIGN"},
        {"INSERT INTO operation_evidence SELECT operation, 9, kind, file_name, digest, content FROM operation_evidence",
         "ROW_FOREIGN"},
        {"UPDATE id_counter SET next = 2", "COUNTER_FALSE"},
        {"DELETE FROM id_counter", "COUNTER_FALSE"},
        {"UPDATE id_counter SET next = next + 1", "COUNTER_FALSE"},
        {"UPDATE id_counter SET next = next + 1000000", "COUNTER_FALSE"},
        {"UPDATE id_counter SET node = 2", "COUNTER_FALSE"},
        {"INSERT INTO id_counter VALUES (2, 1)", "COUNTER_FALSE"},
        {"DELETE FROM access_trail", "TRAIL_CHANGED"},
        {"UPDATE office SET demo = 0, name = 'x'", "EFFECTS_CHANGED"},
        {"UPDATE schema_state SET min_compatible = 1", "SCHEMA_CHANGED"},
        {"UPDATE schema_migration SET sha256 = '' WHERE number = 1", "SCHEMA_CHANGED"},
        {"INSERT INTO schema_migration VALUES (0, 'x', 'x', 'x')", "SCHEMA_CHANGED"},
    };
    eachIsNamed(county, edits);
}

TEST_CASE("A key that is none is named, and all else is checked all the same [SEC-01] [SEC-17]")
{
    WorkedOffice county;
    const QString key =
        GENERATE(as<QString>(), "", "no key", "04" + QString(128, u'1'), "00" + QString(128, u'0'));
    CAPTURE(key.toStdString());
    county.office->lock(county.as("tc"));
    const qint64 row = county.number("SELECT k.id FROM operator_key k JOIN operator_account a ON "
                                     "a.id = k.operator WHERE a.name = 'tc'");
    county.tamper({QStringLiteral("UPDATE operator_key SET public_key = '%1' WHERE id = %2")
                       .arg(key)
                       .arg(row),
                   "UPDATE id_counter SET next = next + 1"});
    const VerifyReport report = county.verify();
    QStringList found;
    for (const Violation &each : report.violations)
        found.append(each.code + u' ' + each.place);
    CAPTURE(found.join('\n').toStdString());
    CHECK(found.contains(QStringLiteral("KEY_MALFORMED operator_key %1").arg(row)));
    const qint64 made = county.number("SELECT min(seq) FROM journal WHERE kind = 'make' AND "
                                      "operation IN (SELECT id FROM operation WHERE type = "
                                      "'contributions.collect')");
    CHECK(found.contains(QStringLiteral("SIGNATURE_FALSE journal %1").arg(made)));
    CHECK(found.contains("COUNTER_FALSE id_counter 1"));
    const qint64 head =
        county.number("SELECT max(h.seq) FROM access_trail_head h JOIN operator_account a "
                      "ON a.id = h.operator WHERE a.name = 'tc'");
    CHECK(found.contains(QStringLiteral("TRAIL_CHANGED access_trail_head %1").arg(head)));
}

TEST_CASE(
    "A forged power, post, route or relation is named although all was signed anew [TIE-34] [TIE-35] [CTL-06]",
    "[direct]")
{
    WorkedOffice county;
    county.tamperAndSignAnew({}); // everybody is signed in before anything is undone
    const std::vector<std::tuple<QString, QString, QString>> edits{
        {"UPDATE power SET steps = 'V' WHERE post = 'DEP'", "POWER_MISSING", "approve"},
        {"UPDATE power SET division = '411099' WHERE post = 'TR'", "POWER_MISSING", "recheck"},
        {"UPDATE power SET amount_to = 100 WHERE post = 'TR'", "AMOUNT_ABOVE_POWER", "recheck"},
        {"UPDATE power SET valid_from = '2026-04-01' WHERE post = 'TC'", "POWER_MISSING", "make"},
        {"UPDATE post_assignment SET post = 'GL' WHERE post = 'TR'", "POST_NOT_HELD", "recheck"},
        {"UPDATE post_assignment SET division = '411024900' WHERE post = 'TC'", "DIVISION_OUTSIDE",
         "make"},
        {"UPDATE post_assignment SET valid_from = '2026-04-01' WHERE post = 'DEP'", "POST_EXPIRED",
         "approve"},
        {"UPDATE route SET steps = replace(steps, 'EN', 'FH') WHERE route_key = 'enrollment.register'",
         "ROUTE_FALSE", "make"},
        {"UPDATE operator_account SET person = (SELECT person FROM operator_account WHERE name = 'tc') WHERE name = 'tr'",
         "SOD_SAME_PERSON", "recheck"},
        {"INSERT INTO avoidance SELECT 77, a.person, s.id_number, 'sibling', NULL, 4 FROM operator_account a, operation_subject s WHERE a.name = 'dep' LIMIT 1",
         "AVOIDANCE", "approve"},
        {"INSERT INTO post_assignment SELECT 78, operator, 'GL', department, '', 0, valid_from, NULL, 4 FROM post_assignment WHERE post = 'CA'",
         "INCOMPATIBLE_POSTS", "carry_out"},
        {"UPDATE operator_account SET state = 'closed' WHERE name = 'fh'", "ACCOUNT_CLOSED",
         "approve"},
    };
    for (const auto &[statement, code, kind] : edits) {
        const Transaction undone(county.office->database());
        CAPTURE(statement.toStdString());
        county.tamperAndSignAnew({statement});
        const VerifyReport report = county.verify();
        bool named = false;
        for (const Violation &each : report.violations) {
            UNSCOPED_INFO((each.code + " " + each.place + " " + each.text).toStdString());
            CHECK(each.code != "SIGNATURE_FALSE");
            CHECK(each.code != "EFFECTS_CHANGED");
            if (each.code != code || !each.place.startsWith("journal "))
                continue;
            Query row = county.office->database().prepare("SELECT kind FROM journal WHERE seq = ?");
            row.bindAll(each.place.section(' ', 1).toLongLong());
            named = named || (row.next() && row.text(0) == kind);
        }
        CHECK(named);
    }
    CHECK(county.codes().isEmpty()); // nothing of them is left
}

TEST_CASE(
    "Signing all anew without an edit leaves the office whole: the helper forges nothing else",
    "[direct]")
{
    WorkedOffice county;
    county.tamperAndSignAnew({});
    CHECK(county.codes().isEmpty());
}

TEST_CASE(
    "Incompatible posts of one person are found although nothing was done under them [TIE-35]",
    "[direct]")
{
    WorkedOffice county;
    county.tamperAndSignAnew(
        {"INSERT INTO post_assignment SELECT 78, operator, 'CA', department, '', 0, valid_from, NULL, 4 FROM post_assignment WHERE post = 'AU'",
         "INSERT INTO post_assignment SELECT 79, operator, 'GL', department, '', 0, valid_from, '2026-03-01', 4 FROM post_assignment WHERE post = 'OF'"});
    CHECK(county.codes() == QStringList{"INCOMPATIBLE_POSTS"});
}

TEST_CASE("A posting that was left out, a type nobody knows and a false time are named [TIE-34]")
{
    WorkedOffice county;
    county.tamperAndSignAnew({}); // everybody is signed in before anything is undone
    const Edits edits{
        {"UPDATE journal SET kind = 'posted' WHERE kind = 'approve' AND seq = (SELECT max(seq) FROM journal WHERE kind = 'approve')",
         "POSTED_TOO_EARLY"},
        {"UPDATE journal SET kind = 'backup', detail = '{}' WHERE seq = (SELECT max(seq) FROM journal WHERE kind = 'posted')",
         "POSTING_MISSING"},
        {"UPDATE journal SET detail = replace(detail, 'contributions.collect@1', 'contributions.collect@9') WHERE kind = 'make'",
         "TYPE_UNKNOWN"},
        {"UPDATE journal SET detail = replace(detail, 'contributions.collect@1', 'contributions.other@1') WHERE kind = 'posted'",
         "TYPE_CHANGED"},
        {"UPDATE journal SET claimed_at = '2026-02-01T00:00:00.000Z' WHERE kind = 'recheck'",
         "TIME_FALSE"},
        {"UPDATE journal SET detail = replace(detail, '\"evidence_checked\":1,', '') WHERE kind = 'recheck'",
         "EVIDENCE_NOT_CHECKED"},
        {"UPDATE journal SET revision = 2 WHERE kind = 'recheck'", "REVISION_STALE"},
        {"UPDATE operation SET matter = 7 WHERE type = 'contributions.collect'",
         "OPERATION_CHANGED"},
    };
    for (const auto &[statement, code] : edits) {
        const Transaction undone(county.office->database());
        CAPTURE(statement.toStdString());
        county.tamperAndSignAnew({statement});
        CHECK(county.codes().contains(code));
    }
}

namespace {

/** Keys were filed with the audit administrator, and an operation still holds a record. */
struct Derived : WorkedOffice {
    Derived()
    {
        open = make("tc", "enrollment.register", newPerson(7), {"id_card", "household_register"})
                   .operation;
        REQUIRE(number("SELECT count(*) FROM filing WHERE post = 'AA'") > 1);
        REQUIRE(number("SELECT count(*) FROM operation_lock") > 0);
    }

    qint64 open = 0;
};

} // namespace

TEST_CASE("Filings and the records that operations hold are those of the journal [CTL-14] [SM-01]")
{
    Derived county;
    CHECK(county.codes().isEmpty());
    const Edits edits{
        {"DELETE FROM filing WHERE post = 'AA'", "FILING_CHANGED"},
        {"UPDATE filing SET acknowledged_seq = 9 WHERE post = 'AA'", "FILING_CHANGED"},
        {"UPDATE filing SET filed_seq = filed_seq + 1", "FILING_CHANGED"},
        {"INSERT INTO filing SELECT operation, 'OF', filed_seq, NULL FROM filing LIMIT 1",
         "FILING_CHANGED"},
        {"DELETE FROM operation_lock", "LOCK_CHANGED"},
        {"UPDATE operation_lock SET aspect = 'contact'", "LOCK_CHANGED"},
        {"UPDATE operation_lock SET operation = (SELECT min(id) FROM operation)", "LOCK_CHANGED"},
        {"INSERT INTO operation_lock SELECT 'person:1', 'account', max(id) FROM operation",
         "LOCK_CHANGED"},
    };
    eachIsNamed(county, edits);
}

TEST_CASE("An acknowledgement that was taken back is named [CTL-14]")
{
    Derived county;
    Action action;
    action.kind = ActionKind::Acknowledge;
    action.operation = county.number("SELECT min(operation) FROM filing");
    county.office->act(county.as("aa"), action);
    CHECK(county.codes().isEmpty());
    county.tamper({"UPDATE filing SET acknowledged_seq = NULL"});
    CHECK(county.codes() == QStringList{"FILING_CHANGED"});
}

TEST_CASE("A second operation on a held record is named although no lock shows it [SM-01]")
{
    Derived county;
    // The lock is hidden while a second operation is handed in, and what is left is made to fit.
    county.tamper({"UPDATE operation_lock SET subject = 'hidden'"});
    const qint64 second = county
                              .make("tc", "enrollment.register", county.newPerson(7),
                                    {"id_card", "household_register"})
                              .operation;
    county.tamper({"DELETE FROM operation_lock WHERE subject = 'hidden'"});
    CHECK(second != county.open);
    CHECK(county.codes().contains("OTHER_OPERATION_OPEN"));
}

TEST_CASE("Who holds an own key and the file's cannot write rows by an entry of his own [SEC-01]")
{
    WorkedOffice county;
    county.as("tc");
    const std::vector<std::tuple<QString, QString, QString>> edits{
        {"adjust", "", "ENTRY_FOREIGN"},       // no program makes such an entry
        {"rotate", "", "EFFECTS_FOREIGN"},     // it needs no post, but writes no row
        {"backup", "TC", "POST_NOT_HELD"},     // held, but not a post that makes backups
        {"checkpoint", "AU", "POST_NOT_HELD"}, // not held
        {"backup", "", "POST_NOT_HELD"},       // without any post
    };
    for (const auto &[kind, post, code] : edits) {
        const Transaction undone(county.office->database());
        CAPTURE(kind.toStdString());
        const qint64 seq = county.office->journal().headSeq() + 1;
        county.tamper(
            {QStringLiteral(
                 "INSERT INTO suspense_money SELECT max(id) + 1, max(receipt), 50000, 'x', "
                 "max(operation), %1 FROM suspense_money")
                 .arg(seq)});
        JournalEntry entry;
        entry.operatorId = county.operatorId("tc");
        entry.kind = kind;
        entry.post = post;
        entry.action = "own";
        entry.detail = {
            {"type", "x@1"},
            {"effects",
             effectsDigest(county.office->database(), county.office->catalogue(), seq, "x@1")}};
        county.office->journal().append(entry, county.as("tc").signer(),
                                        county.office->clock().now());
        const QStringList codes = county.codes();
        CHECK(codes.contains(code));
        CHECK_FALSE(codes.contains("EFFECTS_CHANGED"));
    }
    CHECK(county.codes().isEmpty()); // nothing of them is left
}

namespace {

JournalEntry entryOf(WorkedOffice &county, qint64 seq)
{
    Query row = county.office->database().prepare(Journal::selectSql() + "WHERE seq = ?");
    row.bindAll(seq);
    REQUIRE(row.next());
    return Journal::fromRow(row);
}

QString statementOf(const JournalEntry &entry)
{
    return QStringLiteral("UPDATE journal SET detail = '%1' WHERE seq = %2")
        .arg(QString::fromUtf8(canonicalJson(entry.detail)).replace('\'', "''"))
        .arg(entry.seq);
}

} // namespace

TEST_CASE("An action cannot carry rows that its kind does not write [SEC-01]")
{
    WorkedOffice county;
    county.tamperAndSignAnew({}); // everybody is signed in before anything is undone
    const QStringList edits{"recheck", "make", "approve"};
    for (const QString &kind : edits) {
        const Transaction undone(county.office->database());
        CAPTURE(kind.toStdString());
        const QString last =
            "SELECT max(seq) FROM journal WHERE kind = '%1' AND operation IN (SELECT "
            "id FROM operation WHERE type <> 'contributions.collect')";
        JournalEntry entry = entryOf(county, county.number(last.arg(kind).toUtf8().constData()));
        entry.detail.insert("effects", "");
        county.tamperAndSignAnew(
            {QStringLiteral(
                 "INSERT INTO suspense_money SELECT max(id) + 1, max(receipt), 50000, 'x', "
                 "max(operation), %1 FROM suspense_money")
                 .arg(entry.seq),
             statementOf(entry)});
        CHECK(county.codes().contains("EFFECTS_FOREIGN"));
    }
}

TEST_CASE("A fact whose entry no longer says what it wrote is named [ACC-08]")
{
    WorkedOffice county;
    const qint64 seq = county.number("SELECT seq FROM journal WHERE kind = 'make' AND operation IN "
                                     "(SELECT operation FROM receipt)");
    JournalEntry entry = entryOf(county, seq);
    entry.detail.remove("effects");
    county.tamperAndSignAnew(
        {QStringLiteral("DELETE FROM receipt WHERE op_seq = %1").arg(seq),
         QStringLiteral("DELETE FROM suspense_money WHERE op_seq = %1").arg(seq),
         statementOf(entry)});
    CHECK(county.codes().contains("EFFECTS_MISSING"));
}

TEST_CASE("A trail whose end was cut off with its signed heads is named [SEC-16]")
{
    WorkedOffice county;
    const qint64 last = county.number("SELECT max(seq) FROM access_trail");
    REQUIRE(county.number("SELECT count(*) FROM journal WHERE detail LIKE '%\"trail\":%'") > 3);
    county.tamper({QStringLiteral("DELETE FROM access_trail_head WHERE seq > %1").arg(last - 3),
                   QStringLiteral("DELETE FROM access_trail WHERE seq > %1").arg(last - 3)});
    CHECK(county.codes().contains("TRAIL_CHANGED"));
}

TEST_CASE("An index that hides a row from the check is named [SEC-01]", "[file]")
{
    WorkedOffice county;
    const qint64 written = county.number("SELECT max(op_seq) FROM suspense_money");
    const QByteArray key = county.office->rawDataKey(county.as("sa"), county.as("se"));
    county.reopen();
    county.office.reset();
    // Without its row in the index, whoever goes by the entry does not see it; then the index is
    // called what it was before.
    runWithTool(
        county.folder() + "/office.jubao", key,
        QStringLiteral(
            "DROP INDEX suspense_money_op_seq; CREATE INDEX suspense_money_op_seq ON "
            "suspense_money (op_seq) WHERE amount <> 77777; INSERT INTO suspense_money SELECT "
            "(SELECT max(next) + 1099511627776 FROM id_counter), max(receipt), 77777, 'x', "
            "max(operation), %1 FROM suspense_money; UPDATE id_counter SET next = next + 1; "
            "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = 'CREATE INDEX "
            "suspense_money_op_seq ON suspense_money (op_seq)' WHERE name = "
            "'suspense_money_op_seq'; PRAGMA writable_schema = OFF")
            .arg(written));
    county.reopen();
    county.as("au");
    const QStringList codes = county.codes();
    CHECK(codes == QStringList{"FILE_DAMAGED"});
}

TEST_CASE("A version that does not end where the next one begins is named [ACC-08]")
{
    WorkedOffice county;
    county.tamper({"INSERT INTO power_history SELECT *, 30 FROM power ORDER BY id LIMIT 1"});
    CHECK(county.codes().contains("HISTORY_CHANGED"));
}

TEST_CASE("A record hidden in its own history, or an older version put back, is named [SEC-02]")
{
    WorkedOffice county;
    const QStringList tables{"person",       "power",     "route",
                             "policy_row",   "avoidance", "post_assignment",
                             "number_block", "account",   "incompatible_post"};
    int hidden = 0;
    for (const QString &table : tables) {
        CAPTURE(table.toStdString());
        if (county.number("SELECT count(*) FROM " + table) == 0)
            continue;
        ++hidden;
        const qint64 row = county.number("SELECT max(id) FROM " + table);
        county.tamper({QStringLiteral("INSERT INTO %1_history SELECT *, 0 FROM %1 WHERE id = %2")
                           .arg(table)
                           .arg(row),
                       QStringLiteral("DELETE FROM %1 WHERE id = %2").arg(table).arg(row)});
        const VerifyReport report = county.verify();
        CHECK(std::any_of(report.violations.begin(), report.violations.end(),
                          [&](const Violation &each) {
                              return each.code == "HISTORY_CHANGED"
                                  && each.place == QStringLiteral("%1 %2").arg(table).arg(row);
                          }));
    }
    CHECK(hidden >= 7);
}

TEST_CASE("Recomputing every hash does not help: the signatures stay false [SEC-01]")
{
    WorkedOffice county;
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

TEST_CASE("A dropped guard and a slot with another key are named [SEC-17]")
{
    WorkedOffice county;
    county.dropGuard("journal_no_update");
    CHECK(county.codes() == QStringList{"SCHEMA_CHANGED"});
    VerifyOptions options;
    options.slotList = county.office->slotFile().slotList();
    CHECK_FALSE(county.codes(options).contains("SLOT_CHANGED"));
    options.slotList[5].publicKey = options.slotList[6].publicKey;
    CHECK(county.codes(options).contains("SLOT_CHANGED"));
}

TEST_CASE("An older page of the same file put back without the key is found [SEC-01]", "[file]")
{
    WorkedOffice county;
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

namespace {

/** An office with an auditor's checkpoint and some work after it. */
struct Checkpointed : WorkedOffice {
    Checkpointed()
    {
        const VerifyReport report = verify();
        REQUIRE(report.whole());
        checkpoint =
            office->housekeeping(as("au"), "checkpoint", "AU", checkpointDetail(report)).seq;
        enrol(3);
        since.sinceCheckpoint = true;
    }

    qint64 checkpoint = 0;
    VerifyOptions since;
};

} // namespace

TEST_CASE("From a checkpoint on signatures are checked, and the answer says from where [SEC-02]")
{
    Checkpointed county;
    const VerifyReport report = county.verify(county.since);
    CHECK(report.whole());
    CHECK(report.comparedWith.contains(QString::number(county.checkpoint)));
    CHECK(report.comparedWith.contains("nothing outside"));
    CHECK(report.entries == county.number("SELECT count(*) FROM journal"));
    // What it passes over, it passes over: the words say so, and the whole check finds it.
    county.tamper({"UPDATE operation_revision SET payload = replace(payload, '张三南', '张三安')"});
    CHECK(county.codes(county.since).isEmpty());
    CHECK(county.codes().contains("PAYLOAD_CHANGED"));
    county.tamper({QStringLiteral("UPDATE journal SET signature = '00' WHERE seq > %1")
                       .arg(county.checkpoint)});
    CHECK(county.codes(county.since).contains("SIGNATURE_FALSE"));
}

TEST_CASE(
    "What was changed before a checkpoint is found from it too where it changes the state [SEC-02]")
{
    Checkpointed county;
    const Edits edits{
        {"UPDATE account_entry SET amount = amount + 100", "EFFECTS_CHANGED"},
        {"DELETE FROM suspense_money WHERE amount < 0", "EFFECTS_CHANGED"},
        {"UPDATE power SET steps = 'MCRAXJ' WHERE post = 'TC'", "EFFECTS_CHANGED"},
        {"UPDATE journal SET detail = '{}' WHERE seq = 20", "ENTRY_CHANGED"},
        {"UPDATE operation SET state = 'closed', closed_by = 'reject' WHERE type = 'contributions.collect'",
         "CHECKPOINT_FALSE"},
        {"UPDATE operation SET state = 'in_review' WHERE type = 'contributions.collect'",
         "OPERATION_CHANGED"},
        {"UPDATE operator_key SET public_key = (SELECT public_key FROM operator_key ORDER BY id DESC LIMIT 1) WHERE id = (SELECT min(id) FROM operator_key)",
         "EFFECTS_CHANGED"},
    };
    eachIsNamed(county, edits, county.since);
}

TEST_CASE("A checkpoint that no auditor signed is worth nothing [SEC-02]")
{
    Checkpointed county;
    const QString end = QStringLiteral(" WHERE seq = %1").arg(county.checkpoint);
    const QStringList edits{
        "UPDATE journal SET signature = '00'",
        "UPDATE journal SET operator = (SELECT id FROM operator_account WHERE name = 'tc')",
        "UPDATE journal SET post = 'TC'", "UPDATE journal SET detail = '{'"};
    for (const QString &statement : edits) {
        const Transaction undone(county.office->database());
        CAPTURE(statement.toStdString());
        county.tamper({statement + end});
        const VerifyReport report = county.verify(county.since);
        CHECK_FALSE(report.whole());
        CHECK(report.comparedWith.contains("no good checkpoint"));
    }
    CHECK(county.verify(county.since).whole()); // nothing of them is left
}
