// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/domain/balance.h"
#include "database/migrations.h"
#include "operations/crypto.h"
#include "operations/sheet_import.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QFile>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QString takeOver = QStringLiteral("enrollment.take_over");

/** A row as an old system gives it; `change` edits cells by heading. */
QString line(int sequence, const QMap<QString, QString> &change = {})
{
    QMap<QString, QString> cells{{"id_number", TestOffice::idNumber(QDate(1970, 1, 1), sequence)},
                                 {"name", QStringLiteral("王建%1").arg(QChar(0x56FD + sequence))},
                                 {"division", "Village"},
                                 {"household_kind", "rural"},
                                 {"enrolled_on", "2012年3月1日"},
                                 {"paid_months", "120"},
                                 {"balance_personal", "2,400.50"},
                                 {"balance_subsidy", "360"},
                                 {"balance_collective", ""},
                                 {"phone", ""}};
    for (auto it = change.constBegin(); it != change.constEnd(); ++it)
        cells[it.key()] = it.value();
    QStringList list;
    for (const QString &cell : cells)
        list.append(u'"' + cell + u'"');
    return list.join(u',') + u'\n';
}

QString heading()
{
    return "balance_collective,balance_personal,balance_subsidy,division,enrolled_on,"
           "household_kind,id_number,name,paid_months,phone\n";
}

struct Files {
    QTemporaryDir folder;
    QString sheet(const QString &text) const
    {
        const QString path = folder.filePath("old.csv");
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        return path;
    }
};

struct Import {
    QList<std::pair<qint64, QString>> bad; ///< row, first code
    ActResult result;
};

Import importFile(TestOffice &test, const QString &name, const QString &type, const QString &path,
                  const QJsonObject &parameters = {}, const QString &reason = {},
                  const Progress &progress = {})
{
    Import import;
    SheetImport sheet(*test.registry->find(type), test.office->reader(), path);
    MakeRequest request;
    request.type = type;
    request.payload = parameters;
    sheet.addFileTo(request.payload);
    request.rows = sheet.rows();
    request.reason = reason;
    request.progress = progress;
    request.evidence = {{"roster", {}, {}}};
    request.givenBack = [&import](const BatchRow &row, const Findings &why) {
        import.bad.append({row.number, why.first().code});
    };
    import.result = test.office->make(test.as(name), request);
    return import;
}

void approveTakeOver(TestOffice &test, qint64 operation)
{
    test.act("en2", ActionKind::Recheck, operation);
    test.act("fh", ActionKind::Review, operation);
    test.act("au", ActionKind::Joint, operation);
}

} // namespace

TEST_CASE("Rows from outside come in by a file whose digest is signed, or not at all [SEC-20]")
{
    TestOffice county(allRooms());
    const QTemporaryDir folder;
    QFile file(folder.filePath("rows.csv"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    const QByteArray text = "id_number,name,division,household,household_kind,address\n"
        + TestOffice::idNumber(QDate(1988, 8, 8), 88).toUtf8()
        + QStringLiteral(",张三,Village,H9,rural,一组\n").toUtf8();
    file.write(text);
    file.close();
    const auto hand = [&](const std::function<void(QJsonObject &)> &spoil) {
        SheetImport sheet(*county.registry->find("enrollment.roster"), county.office->reader(),
                          file.fileName());
        MakeRequest request;
        request.type = "enrollment.roster";
        request.payload = {{"division", "411024100201"}};
        sheet.addFileTo(request.payload);
        spoil(request.payload);
        request.rows = sheet.rows();
        request.evidence = {{"roster", {}, {}}};
        return county.office->make(county.as("en1"), request).operation;
    };
    CHECK(county.refused([&] { hand([](QJsonObject &payload) { payload.remove("file_digest"); }); })
          == QStringList{"FILE_NOT_NAMED"});
    const qint64 operation = hand([](QJsonObject &) {});
    const OperationView view = county.office->view(county.as("en2"), operation);
    CHECK(view.payload["file"].toString() == "rows.csv");
    CHECK(view.payload["file_digest"].toString() == sm3Hex(text));
}

TEST_CASE("A take-over takes the good rows, gives the others back and posts whole [ENR-11]")
{
    TestOffice test(allRooms());
    const Files files;
    const QString path = files.sheet(
        heading() + line(1) + line(2, {{"balance_personal", "abc"}}) + line(3)
        + line(1, {{"name", "二次"}}) + line(4, {{"division", "Nowhere"}})
        + line(5, {{"balance_personal", "-1"}}) + line(6, {{"paid_months", "900"}})
        + line(7, {{"id_number", "411024197001010001"}}) + line(8, {{"name", ""}})
        + line(9, {{"phone", "12"}}) + line(10, {{"enrolled_on", "2026-01-05"}})
        + line(11,
               {{"id_number", TestOffice::idNumber(QDate(2015, 1, 1), 11)}, {"paid_months", "0"}}));
    const Import import = importFile(test, "en1", takeOver, path);
    CHECK(import.result.rowsTaken == 2);
    CHECK(import.result.rowsGivenBack == 10);
    CHECK(import.bad
          == QList<std::pair<qint64, QString>>{{3, "CELL_UNREADABLE"},
                                               {5, "ROW_TWICE"},
                                               {6, "CELL_UNREADABLE"},
                                               {7, "BALANCE_NEGATIVE"},
                                               {8, "MONTHS_IMPLAUSIBLE"},
                                               {9, "ID_CHECK"},
                                               {10, "FIELD_MISSING"},
                                               {11, "PHONE_MALFORMED"},
                                               {12, "ENROLLED_IMPLAUSIBLE"},
                                               {13, "AGE_TOO_LOW"}});
    const qint64 operation = import.result.operation;
    const OperationView view = test.office->view(test.as("en2"), operation);
    CHECK(view.payload["rows_count"].toInteger() == 2);
    CHECK(view.payload["sum_balance_personal"].toInteger() == 480100);
    CHECK(view.amountFen == 480100 + 72000);
    QStringList shown;
    for (const Change &change : view.changes)
        shown.append(change.field + u'=' + change.after);
    CHECK(shown.contains("rows_count=2"));
    CHECK(shown.contains("rows_given_back=10"));
    CHECK(shown.contains("sum_balance_personal=4,801.00"));
    approveTakeOver(test, operation);
    CHECK(test.number("SELECT count(*) FROM person") == 0);
    CHECK(test.act("dir", ActionKind::Approve, operation).state == OperationState::Posted);

    CHECK(test.number("SELECT count(*) FROM person WHERE imported = 1") == 2);
    const Reader reader = test.office->reader();
    const Row person =
        reader.row("person", "id_number", TestOffice::idNumber(QDate(1970, 1, 1), 1)).value();
    CHECK(person["division"] == "411024100201");
    CHECK(person["enrolled_on"] == "2012-03-01");
    CHECK(person["household_kind"] == "rural");
    const qint64 account = accountOfPerson(reader, person["id"].toLongLong());
    CHECK(reader.row("account", account)->value("opening_paid_months") == 120);
    const QList<AccountLine> lines = accountLines(reader, account, {}, {});
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].kind == "opening");
    CHECK(lines[0].valueDate == QDate(2025, 12, 31));
    CHECK(balanceOf(lines) == Money::fromFen(276050));
    CHECK(test.number("SELECT amount FROM accounting_event WHERE kind = 'opening_balances'")
          == 552100);
    CHECK(test.number("SELECT count(*) FROM operation_subject WHERE operation = "
                      + QString::number(operation))
          == 2);
    CHECK_FALSE(test.office->historyOf(test.as("au"), person["id"].toLongLong()).isEmpty());
}

TEST_CASE("A row gone bad before posting sends the whole batch back, listed [ENR-11]")
{
    TestOffice test(allRooms());
    const Files files;
    const QString path = files.sheet(heading() + line(1) + line(2) + line(3));
    const qint64 operation = importFile(test, "en1", takeOver, path).result.operation;
    approveTakeOver(test, operation);
    QJsonObject person = test.newPerson(1);
    person["id_number"] = TestOffice::idNumber(QDate(1970, 1, 1), 2);
    const ActResult single =
        test.make("tc", "enrollment.register", person, {"id_card", "household_register"});
    test.act("tr", ActionKind::Recheck, single.operation);
    test.act("dep", ActionKind::Approve, single.operation);

    const ActResult refused = test.act("dir", ActionKind::Approve, operation);
    CHECK(refused.state == OperationState::Conflict);
    REQUIRE(refused.findings.size() == 1);
    CHECK(refused.findings[0].code == "ALREADY_ENROLLED");
    CHECK(refused.findings[0].text.contains("3"));
    CHECK(test.number("SELECT count(*) FROM person") == 1);
    CHECK(test.number("SELECT count(*) FROM account_entry") == 0);

    // Without these, resubmit: the staged rows that still pass.
    MakeRequest again;
    again.type = takeOver;
    again.resubmits = operation;
    again.payload = test.office->view(test.as("en1"), operation).payload;
    QList<qint64> bad;
    again.givenBack = [&bad](const BatchRow &row, const Findings &) { bad.append(row.number); };
    const ActResult result = test.office->make(test.as("en1"), again);
    CHECK(result.rowsTaken == 2);
    CHECK(bad == QList<qint64>{3});
    approveTakeOver(test, operation);
    CHECK(test.act("dir", ActionKind::Approve, operation).state == OperationState::Posted);
    CHECK(test.number("SELECT count(*) FROM person WHERE imported = 1") == 2);
}

TEST_CASE("Long work stops when asked, and nothing has changed [ENR-11]")
{
    TestOffice test(allRooms());
    const Files files;
    QString text = heading();
    constexpr int many = 700;
    for (int i = 0; i < many; ++i)
        text += line(i);
    const QString path = files.sheet(text);
    const auto never = [](int) { return false; };
    CHECK_THROWS_AS(importFile(test, "en1", takeOver, path, {}, {}, never), StoppedError);
    CHECK(test.number("SELECT count(*) FROM staging_row") == 0);
    CHECK(test.number("SELECT count(*) FROM operation WHERE type = 'enrollment.take_over'") == 0);

    const qint64 operation = importFile(test, "en1", takeOver, path).result.operation;
    approveTakeOver(test, operation);
    Session &director = test.as("dir");
    const OperationView view = test.office->view(director, operation);
    Action action;
    action.kind = ActionKind::Approve;
    action.operation = operation;
    action.revision = view.revision;
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    action.seenDigest = view.digest;
    int calls = 0;
    CHECK_THROWS_AS(test.office->act(director, action, [&calls](int) { return ++calls < 3; }),
                    StoppedError);
    CHECK(test.number("SELECT count(*) FROM person") == 0);
    CHECK(test.office->act(director, action).state == OperationState::Posted);
    CHECK(test.number("SELECT count(*) FROM person") == many);
}

TEST_CASE("Announced totals that the file does not bring need a reason")
{
    TestOffice test(allRooms());
    const Files files;
    const QString path = files.sheet(heading() + line(1));
    const QJsonObject announced{{"control_rows", 2}, {"control_sum", 276050}};
    CHECK(test.refused([&] { importFile(test, "en1", takeOver, path, announced); })
          == QStringList{"WARNING_UNANSWERED"});
    CHECK(importFile(test, "en1", takeOver, path, announced, "one died").result.findings.size()
          == 1);
    CHECK(test.refused([&] {
                  importFile(test, "en1", takeOver, path, {{"balances_on", "2027-01-01"}});
              })
              .contains("DATE_FALSE"));
}

TEST_CASE("No row, no power, no own relative in a take-over [CTL-29]")
{
    TestOffice test(allRooms());
    const Files files;
    CHECK(test.refused([&] {
        importFile(test, "en1", takeOver, files.sheet(heading() + line(1, {{"name", ""}})));
    }) == QStringList{"ROWS_NONE"});
    CHECK(test.refused([&] { importFile(test, "tc", takeOver, files.sheet(heading() + line(1))); })
              .size()
          == 1);
    const QString own =
        test.office->reader().row("operator_account", "name", "en1")->value("person").toString();
    const QString path =
        files.sheet(heading() + line(1) + line(2, {{"id_number", own}, {"paid_months", "1"}}));
    CHECK(importFile(test, "en1", takeOver, path).bad
          == QList<std::pair<qint64, QString>>{{3, "AVOIDANCE"}});
    const qint64 others = importFile(test, "en2", takeOver, path).result.operation;
    CHECK(test.refused([&] { test.act("en1", ActionKind::Recheck, others); })
          == QStringList{"AVOIDANCE"});
}

TEST_CASE("A changed staged row is named by verify [ENR-11]")
{
    TestOffice test(allRooms());
    const Files files;
    const qint64 operation =
        importFile(test, "en1", takeOver, files.sheet(heading() + line(1) + line(2)))
            .result.operation;
    test.tamper(
        {"UPDATE staging_row SET payload = replace(payload, '240050', '940050') WHERE row_no = 2"});
    const VerifyReport report = verifyOffice(test.office->database(), test.office->catalogue(),
                                             Migrations::shipped(), *test.registry, {});
    QStringList codes;
    for (const Violation &violation : report.violations)
        codes.append(violation.code + u' ' + violation.place);
    CHECK(codes.contains(QStringLiteral("ROWS_CHANGED operation %1, revision 1").arg(operation)));
}

TEST_CASE("A roster enrols many by the rules and hooks of the single registration [ENR-11]")
{
    TestOffice test(allRooms());
    const Files files;
    QString text = "身份证,Name,Village or community,Household register number,Address\n";
    for (int i = 1; i <= 3; ++i)
        text += QStringLiteral("%1,李四,411024100201,H%2,一组\n")
                    .arg(TestOffice::idNumber(QDate(1985, 5, 5), i % 3))
                    .arg(i);
    const QString path = files.sheet(text);
    const OperationType &roster = *test.registry->find("enrollment.roster");
    CHECK(test.registry->find("enrollment.register")->importedAs == roster.id);
    CHECK(test.refused([&] { SheetImport(roster, test.office->reader(), path); })
          == QStringList{"COLUMN_MISSING"});
    const Import import =
        importFile(test, "tc", "enrollment.roster",
                   files.sheet(text.replace("身份证", "ID number *")), {{"division", "411024100"}});
    CHECK(import.result.rowsTaken == 3);
    test.act("tr", ActionKind::Recheck, import.result.operation);
    CHECK(test.act("dep", ActionKind::Approve, import.result.operation).state
          == OperationState::Posted);
    CHECK(test.number("SELECT count(*) FROM account WHERE state = 'open'") == 3);
    CHECK(importFile(test, "tc", "enrollment.roster",
                     files.sheet(text + text.section('\n', 1, 1) + u'\n'
                                 + QStringLiteral("%1,王五,411024900201,H9,二组\n")
                                       .arg(TestOffice::idNumber(QDate(1990, 5, 5), 7))
                                 + QStringLiteral("%1,王五,411024100201,H9,二组\n")
                                       .arg(TestOffice::idNumber(QDate(1990, 5, 5), 8))),
                     {{"division", "411024100"}})
              .bad.last()
          == std::pair<qint64, QString>{6, "DIVISION_OUTSIDE"});
}

TEST_CASE("Behind a batch the id counter may stand at its block's end and not further [SEC-01]")
{
    TestOffice test(allRooms());
    const Files files;
    const qint64 operation =
        importFile(test, "en1", takeOver, files.sheet(heading() + line(1) + line(2)))
            .result.operation;
    approveTakeOver(test, operation);
    REQUIRE(test.act("dir", ActionKind::Approve, operation).state == OperationState::Posted);
    const auto found = [&test] {
        const VerifyReport report = verifyOffice(test.office->database(), test.office->catalogue(),
                                                 Migrations::shipped(), *test.registry, {});
        QStringList codes;
        for (const Violation &violation : report.violations)
            codes.append(violation.code + u' ' + violation.place);
        return codes;
    };
    CHECK(found().isEmpty());
    test.tamper({"UPDATE id_counter SET next = next + 500"});
    CHECK(found() == QStringList{"COUNTER_FALSE id_counter 1"});
}
