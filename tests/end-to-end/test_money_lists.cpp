// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/record_table.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/office_window.h"
#include "support/test_office.h"
#include <QLabel>
#include <QTableView>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

QString cell(const QWidget &window, const char *table, int row, int column)
{
    const auto *found = window.findChild<QTableView *>(table);
    REQUIRE(found);
    return found->model()->index(row, column).data().toString();
}

QStringList column(const QWidget &window, const char *table, int column)
{
    QStringList cells;
    const auto *found = window.findChild<QTableView *>(table);
    REQUIRE(found);
    for (int row = 0; row < found->model()->rowCount(); ++row)
        cells.append(cell(window, table, row, column));
    return cells;
}

/** Receipts 1 posted, 2 waiting, 3 returned, 4 withdrawn, 5 refunded, of 200 yuan each. */
struct Counter : TestOffice {
    Counter() : TestOffice(allRooms())
    {
        issueNumbers("tc", "A");
        qint64 taken[5]{};
        for (int i = 0; i < 5; ++i)
            taken[i] = collectAtCounter(enrol(i + 1), QStringLiteral("A0000000%1").arg(i + 1));
        act("tr", ActionKind::Recheck, taken[0]);
        act("tr", ActionKind::Return, taken[2], "wrong");
        act("tc", ActionKind::Withdraw, taken[3], "wrong");
        act("tr", ActionKind::Recheck, taken[4]);
        const qint64 back = make("tc", "contributions.refund",
                                 {{"receipt", "A00000005"},
                                  {"reason", "paid for the wrong person"},
                                  {"bank_name", "Bank"},
                                  {"bank_card", "6217991000000001"}},
                                 {"receipt_copies", "refund_application"})
                                .operation;
        act("co1", ActionKind::Recheck, back);
        act("fh", ActionKind::Review, back);
        act("dep", ActionKind::Approve, back);
    }
};

} // namespace

TEST_CASE("The list of receipts says of each how it stands, and sums apart what counts [CON-09]")
{
    dress(Theme::Face::Light);
    Counter county;
    auto window = windowFor(county, "fh", builtModules, {1366, 768});
    window->showModulePage("contributions.receipts");
    shot(*window, "receipts-states");
    const char *table = "contributions.receipts.table";
    CHECK(column(*window, table, 0)
          == QStringList{"A00000005", "A00000004", "A00000003", "A00000002", "A00000001"});
    CHECK(column(*window, table, 9)
          == QStringList{QStringLiteral("已退款"), QStringLiteral("暂收未入账"),
                         QStringLiteral("已退回"), QStringLiteral("待复核"),
                         QStringLiteral("已入账")});
    CHECK(column(*window, table, 4) == QStringList{"", "", "", "", "200.00"});
    CHECK(column(*window, table, 5) == QStringList{"", "200.00", "200.00", "200.00", ""});
    CHECK(column(*window, table, 6) == QStringList{"200.00", "", "", "", ""});
    const QString sums = window->findChild<QLabel *>("contributions.receipts.sums")->text();
    CHECK(sums.contains(QStringLiteral("已入账（元）合计 200.00")));
    CHECK(sums.contains(QStringLiteral("未入账（元）合计 600.00")));
    CHECK(sums.contains(QStringLiteral("作废退款（元）合计 200.00")));
}

TEST_CASE("The day closes stand in one list: numbers, cash, state and who signed after [CON-15]")
{
    dress(Theme::Face::Light);
    Counter county;
    const QJsonObject closing{{"operator", county.operatorId("tc")},
                              {"day", "2026-03-02"},
                              {"counted", 99000},
                              {"deposit_slip", "B-7"}};
    const qint64 first =
        county.make("tc", "contributions.day_close", closing, {}, "ten yuan short").operation;
    county.act("tc", ActionKind::Withdraw, first, "counted again");
    const qint64 second =
        county.make("tc", "contributions.day_close", closing, {}, "ten yuan short").operation;
    county.act("tr", ActionKind::Recheck, second);
    auto window = windowFor(county, "gl", builtModules, {1366, 768});
    window->showModulePage("contributions.day_closes");
    shot(*window, "day-closes");
    const char *table = "contributions.day_closes.table";
    CHECK(column(*window, table, 2) == QStringList{"A00000001 – A00000005", QStringLiteral("—")});
    CHECK(column(*window, table, 3).first() == "5");
    CHECK(column(*window, table, 6).first() == "1,000.00");
    CHECK(column(*window, table, 7).first() == "990.00");
    CHECK(column(*window, table, 8).first() == "-10.00");
    const QString checker = county.office->reader()
                                .row("operator_account", county.operatorId("tr"))
                                ->value("display_name")
                                .toString();
    CHECK(column(*window, table, 9) == QStringList{checker, QStringLiteral("—")});
    CHECK(cell(*window, table, 0, 10) == stateTitle(OperationState::InReview));
    county.act("fh", ActionKind::Review, second);
    window->showModulePage("contributions.receipts");
    window->showModulePage("contributions.day_closes");
    CHECK(cell(*window, table, 0, 10) == stateTitle(OperationState::Posted));
    // What was withdrawn closed nothing and is summed nowhere.
    CHECK(
        window->findChild<QLabel *>("contributions.day_closes.sums")->text().contains("1,000.00"));
}

TEST_CASE("A prompt for a reason is no refusal in the auditor's trail, and stays there [SEC-01]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 person = county.enrol(1);
    // Number 1 is passed over: a warning, which a reason answers.
    CHECK(county.refused([&] { county.collectAtCounter(person, "A00000002"); })
          == QStringList{"WARNING_UNANSWERED"});
    const qint64 taken = county.collectAtCounter(person, "A00000001");
    CHECK(county.refused([&] { county.act("tc", ActionKind::Recheck, taken); }).first()
          == "SOD_SAME_PERSON");
    auto window = windowFor(county, "au", builtModules, {1366, 768});
    window->showModulePage("supervision.trail");
    const char *table = "supervision.trail.table";
    const QStringList what = column(*window, table, 3);
    const qsizetype refused = what.indexOf(QStringLiteral("拒绝办理"));
    const qsizetype asked = what.indexOf(QStringLiteral("提示说明理由"));
    REQUIRE(refused >= 0);
    REQUIRE(asked > refused);
    CHECK(what.count(QStringLiteral("拒绝办理")) == 1);
    const auto tone = [&window, table](qsizetype row) {
        return window->findChild<QTableView *>(table)
            ->model()
            ->index(int(row), 3)
            .data(CellRole::Pill)
            .toString();
    };
    CHECK(tone(refused) == "danger");
    CHECK(tone(asked) == "warning");
}
