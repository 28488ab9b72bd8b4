// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/migrations.h"
#include "database/transaction.h"
#include "operations/replay.h"
#include "operations/row_findings.h"
#include "operations/sheet_import.h"
#include "support/worked_office.h"
#include <QFile>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

constexpr int rosterRows = 40;

/** A worked office that has posted a roster of more rows than an entry's own words list. */
struct WithRoster : WorkedOffice {
    WithRoster()
    {
        QFile file(m_sheets.filePath("rows.csv"));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("id_number,name,division,household,household_kind,address,phone\n");
        for (int i = 1; i <= rosterRows; ++i)
            file.write(QStringLiteral("%1,李四,411024100201,%2,rural,河南省许昌市一组,1380000%3\n")
                           .arg(idNumber(QDate(1985, 7, 7), i))
                           .arg(household(i))
                           .arg(i, 4, 10, QChar(u'0'))
                           .toUtf8());
        file.close();
        SheetImport sheet(*registry->find("enrollment.roster"), office->reader(), file.fileName());
        MakeRequest request;
        request.type = "enrollment.roster";
        request.payload = {{"division", "411024100"}};
        sheet.addFileTo(request.payload);
        request.rows = sheet.rows();
        request.evidence = {{"roster", {}, {}}};
        const ActResult made = office->make(as("tc"), request);
        REQUIRE(made.rowsTaken == rosterRows);
        roster = made.operation;
        act("tr", ActionKind::Recheck, roster);
        REQUIRE(act("dep", ActionKind::Approve, roster).state == OperationState::Posted);
        entry =
            number(QStringLiteral("SELECT posted_seq FROM operation WHERE id = %1").arg(roster));
        last = number("SELECT max(id) FROM person");
    }

    qint64 roster = 0;
    qint64 entry = 0; ///< that posted it
    qint64 last = 0;  ///< the person of its last row

private:
    QTemporaryDir m_sheets;
};

VerifyReport replayed(WorkedOffice &county)
{
    return replayOffice(county.office->database(), county.office->catalogue(),
                        Migrations::shipped(), *county.registry, {});
}

/** "ROW_CHANGED person 17", of what names rows. */
QStringList rowsOf(const VerifyReport &report)
{
    QStringList rows;
    for (const Violation &each : report.violations) {
        UNSCOPED_INFO((each.code + " " + each.place + " " + each.text).toStdString());
        if (each.code.startsWith("ROW_"))
            rows.append(each.code + u' ' + each.place);
    }
    return rows;
}

QString wordsAt(const VerifyReport &report, const QString &place)
{
    for (const Violation &each : report.violations) {
        if (each.place == place)
            return each.text;
    }
    return {};
}

} // namespace

TEST_CASE("A changed row of a roster is named by its own place and its columns [SEC-01] [ENR-11]")
{
    WithRoster county;
    CHECK(county.codes().isEmpty());
    county.tamper({QStringLiteral("UPDATE person SET name = '王五', phone = '13999998888' "
                                  "WHERE id = %1")
                       .arg(county.last)});
    const QString place = QStringLiteral("person %1").arg(county.last);
    const VerifyReport report = county.verify();
    CHECK(rowsOf(report) == QStringList{"ROW_CHANGED " + place});
    CHECK(wordsAt(report, QStringLiteral("journal %1").arg(county.entry)).contains("account "));
    const QString words = wordsAt(report, place);
    CHECK(words.contains(QString::number(county.entry)));
    CHECK(words.contains("name 李四 → 王五"));
    // What is sealed stays masked: the list is printed and handed on.
    CHECK(words.contains("phone 138****0040 → 139****8888"));
    CHECK_FALSE(words.contains("13999998888"));
    CHECK_FALSE(words.contains("address"));
    CHECK(rowsOf(replayed(county)) == QStringList{"ROW_CHANGED " + place});
}

TEST_CASE("Rows of a batch and of the founding that are gone, added or edited are named [SEC-01]")
{
    WithRoster county;
    const std::vector<std::tuple<QString, QString, QString>> edits{
        {"DELETE FROM account WHERE person = %1", "ROW_MISSING account",
         "SELECT id FROM account WHERE person = %1"},
        {"INSERT INTO person SELECT id + 50, id_number || 'X', id_last_four, name, pinyin, sex, "
         "birth, nation, division, household, household_relation, household_kind, address, phone, "
         "bank_name, bank_card, member_group, status, enrolled_on, imported, op_seq, pinyin_other "
         "FROM person WHERE id = %1",
         "ROW_ADDED person", "SELECT id + 50 FROM person WHERE id = %1"},
        {"UPDATE person SET op_seq = op_seq + 1000 WHERE id = %1", "ROW_MISSING person",
         "SELECT %1"},
        {"UPDATE division SET name = 'x' WHERE code = '411024900201'", "ROW_CHANGED division",
         "SELECT id FROM division WHERE code = '411024900201'"},
        {"DELETE FROM holiday WHERE id = (SELECT max(id) FROM holiday)", "ROW_MISSING holiday",
         "SELECT max(id) FROM holiday"},
        {"INSERT INTO power SELECT 7, family, 'TC', 'MCRAXJ', NULL, '', valid_from, NULL, basis, "
         "op_seq FROM power LIMIT 1",
         "ROW_ADDED power", "SELECT 7"},
        {"UPDATE policy_row SET value = '{}' WHERE id = (SELECT max(id) FROM policy_row)",
         "ROW_CHANGED policy_row", "SELECT max(id) FROM policy_row"},
    };
    for (const auto &[statement, code, row] : edits) {
        const Transaction undone(county.office->database());
        CAPTURE(statement.toStdString());
        const auto here = [&](const QString &sql) {
            return sql.contains("%1") ? sql.arg(county.last) : sql;
        };
        const QString named = code + u' ' + QString::number(county.number(here(row)));
        county.tamper({here(statement)});
        CHECK(rowsOf(county.verify()).contains(named));
        // By its own key replay finds it too, whichever entry it was put under.
        CHECK_FALSE(rowsOf(replayed(county)).filter(named.section(' ', 1)).isEmpty());
    }
    CHECK(county.codes().isEmpty()); // nothing of them is left
}

TEST_CASE("Money that was changed is named in yuan, before and after [ACC-08]")
{
    WorkedOffice county;
    const qint64 credit = county.number(
        "SELECT min(id) FROM account_entry WHERE amount = 20000 AND reverses IS NULL");
    county.tamper(
        {QStringLiteral("UPDATE account_entry SET amount = 1234567 WHERE id = %1").arg(credit)});
    const QString place = QStringLiteral("account_entry %1").arg(credit);
    CHECK(wordsAt(county.verify(), place).contains("amount 200.00 → 12,345.67"));
    CHECK(wordsAt(replayed(county), place).contains("amount 200.00 → 12,345.67"));
}

TEST_CASE("replay names a superseded version that was changed, and one that was swapped [SEC-02]")
{
    WorkedOffice county;
    county.act("tr", ActionKind::Recheck,
               county
                   .make("tc", "enrollment.change",
                         {{"person", county.first}, {"phone", "13911112222"}}, {"id_card"})
                   .operation);
    const qint64 version = county.number("SELECT op_seq FROM person_history");
    const QString place = QStringLiteral("person_history %1/%2").arg(county.first).arg(version);
    CHECK(rowsOf(replayed(county)).isEmpty());
    county.tamper({"UPDATE person_history SET phone = '13700001111'"});
    CHECK(rowsOf(replayed(county)) == QStringList{"ROW_CHANGED " + place});
    CHECK(rowsOf(county.verify())
          == QStringList{QStringLiteral("ROW_CHANGED person %1").arg(county.first)});
    // The newest version is put among the superseded ones: every digest fits, the place does not.
    const qint64 hidden = county.number("SELECT max(id) FROM person");
    county.tamper(
        {QStringLiteral("INSERT INTO person_history SELECT *, 0 FROM person WHERE id = %1")
             .arg(hidden),
         QStringLiteral("DELETE FROM person WHERE id = %1").arg(hidden)});
    const QStringList rows = rowsOf(replayed(county));
    CHECK(rows.contains(QStringLiteral("ROW_MISSING person %1").arg(hidden)));
    CHECK_FALSE(rows.filter(QStringLiteral("ROW_ADDED person_history %1/").arg(hidden)).isEmpty());
}

TEST_CASE("A staged row that was changed is told by replay from the row that it made [ENR-11]")
{
    WithRoster county;
    const QString edit = QStringLiteral("UPDATE staging_row SET payload = replace(payload, '李四', "
                                        "'%1') WHERE operation = %2 AND row_no = "
                                        "(SELECT max(row_no) FROM staging_row)");
    county.tamper({edit.arg("赵六").arg(county.roster)});
    CHECK(county.codes() == QStringList{"ROWS_CHANGED"});
    const QString place = QStringLiteral("person %1").arg(county.last);
    const VerifyReport report = replayed(county);
    CHECK(rowsOf(report) == QStringList{"ROW_CHANGED " + place});
    CHECK(wordsAt(report, place).contains("By what was handed in"));
    CHECK(wordsAt(report, place).contains("name 赵六 → 李四"));
    // The person as well, but otherwise: what was signed is neither, and that is said.
    county.tamper(
        {QStringLiteral("UPDATE person SET name = '王五' WHERE id = %1").arg(county.last)});
    const VerifyReport both = county.verify();
    CHECK(wordsAt(both, place).contains("By what was handed in"));
    CHECK(wordsAt(both, place).contains("name 赵六 → 王五"));
}

TEST_CASE("Staged rows cannot be given other numbers, in their order or not [ENR-11]")
{
    WithRoster county;
    const QString statement =
        GENERATE(as<QString>(), "UPDATE staging_row SET row_no = row_no + 100 WHERE operation = %1",
                 "UPDATE staging_row SET row_no = 900 WHERE operation = %1 AND row_no = "
                 "(SELECT max(row_no) FROM staging_row)");
    county.tamper({statement.arg(county.roster)});
    CHECK(county.codes() == QStringList{"ROWS_CHANGED"});
}

TEST_CASE("A million differing rows are one matter: a thousand are named, the rest is counted")
{
    const Catalogue catalogue = Catalogue::shipped();
    QList<Violation> violations;
    RowFindings rows(catalogue, violations);
    for (int i = 1; i <= 1003; ++i)
        rows.add({"suspense_money",
                  QString::number(i),
                  {{"id", i}, {"op_seq", 9}, {"amount", 100}},
                  {{"id", i}, {"op_seq", 9}, {"amount", -100}}},
                 RowFindings::Proof::Signed);
    rows.finish();
    REQUIRE(violations.size() == 1001);
    CHECK(violations.at(999).place == "suspense_money 1000");
    CHECK(violations.at(999).text.contains("amount 1.00 → -1.00"));
    CHECK(violations.last().text.contains("3 "));
}

TEST_CASE("An entry that cannot be built again is named, and the others still are [SEC-02]")
{
    WithRoster county;
    county.tamper(
        {QStringLiteral("UPDATE operation_revision SET payload = '{' WHERE operation = %1")
             .arg(county.roster),
         "UPDATE journal SET detail = '{' WHERE seq = 12",
         "UPDATE suspense_money SET amount = 5 WHERE id = (SELECT max(id) FROM "
         "suspense_money)"});
    const VerifyReport report = replayed(county);
    QStringList codes;
    for (const Violation &each : report.violations)
        codes.append(each.code);
    CHECK(codes.contains("ENTRY_NOT_BUILT"));
    CHECK(codes.contains("ENTRY_MALFORMED"));
    CHECK(rowsOf(report).contains(QStringLiteral("ROW_CHANGED suspense_money %1")
                                      .arg(county.number("SELECT max(id) FROM suspense_money"))));
    CHECK_FALSE(county.verify().whole());
}
