// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mask.h"
#include "desk/approval_dialog.h"
#include "desk/batch_rows.h"
#include "desk/list_page.h"
#include "desk/on_the_spot.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/test_office.h"
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QString village = "411024100201";

/** Rows as a sheet would give them, numbered as it counts: the headings are its first. */
RowSource rowsOf(const QList<QJsonObject> &values)
{
    return {[values, at = 0](BatchRow &row) mutable {
        if (at == values.size())
            return false;
        row = {};
        row.values = values.at(at++);
        row.number = at + 1;
        return true;
    }};
}

qint64 handIn(TestOffice &county, const QString &maker, const QString &type,
              const QJsonObject &payload, const QList<QJsonObject> &rows)
{
    MakeRequest request;
    request.type = type;
    request.payload = payload;
    request.payload["file"] = QStringLiteral("花名册.xlsx");
    request.payload["file_digest"] = QString(64, u'0');
    request.rows = rowsOf(rows);
    for (const QString &kind : county.registry->find(type)->evidence)
        request.evidence.append({kind, {}, {}});
    return county.office->make(county.as(maker), request).operation;
}

/** Two of three villagers declare a tier by roster; the checker has not decided. */
struct Declared : TestOffice {
    Declared() : TestOffice(allRooms())
    {
        for (int sequence = 1; sequence <= 3; ++sequence)
            persons.append(enrol(sequence));
        QList<QJsonObject> rows;
        constexpr int tiers[]{20000, 300000};
        for (int i = 0; i < 2; ++i)
            rows.append({{"id_number", newPerson(i + 1)["id_number"]},
                         {"name", newPerson(i + 1)["name"]},
                         {"village", QStringLiteral("王庄村")},
                         {"tier_before", "100.00"},
                         {"amount", tiers[i]}});
        operation = handIn(*this, "tc", "contributions.declare_roster",
                           {{"division", village}, {"year", 2026}}, rows);
    }

    qint64 traces(const QString &kind)
    {
        return number(QStringLiteral("SELECT count(*) FROM access_trail WHERE kind = '%1' AND "
                                     "subject = '%2'")
                          .arg(kind)
                          .arg(operation));
    }
    QString idNumber(int sequence) const { return newPerson(sequence)["id_number"].toString(); }

    QList<qint64> persons;
    qint64 operation = 0;
};

QString cell(const ListPage &list, int row, int column)
{
    return list.table()->model()->index(row, column).data().toString();
}

int rowsIn(const ListPage &list)
{
    return list.table()->model()->rowCount();
}

QStringList textsOf(const QWidget &widget)
{
    QStringList texts;
    const QList<QLabel *> labels = widget.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts.append(label->text());
    return texts;
}

void filter(ListPage &list, const QString &text)
{
    auto *line = list.findChild<QLineEdit *>("batch_rows.contributions.declare_roster.filter");
    REQUIRE(line);
    line->setText(text);
    QTest::keyClick(line, Qt::Key_Return);
}

} // namespace

TEST_CASE("Who signs a roster reads its rows from the approval, by key and with a trace [CTL-11] "
          "[ENR-11] [SEC-16]")
{
    dress(Theme::Face::Light);
    Declared county;
    const EffectsPreview preview = county.office->effects(county.as("tr"), county.operation);
    CHECK(preview.batch);
    ApprovalDialog dialog(*county.office, county.as("tr"), county.operation);
    dialog.show();
    activate(dialog);
    shot(dialog, "batch-approval");
    CHECK(dialog.findChild<QPushButton *>("look_at_rows")->text().contains("2"));
    CHECK(textsOf(dialog).filter(QStringLiteral("不写入账簿")).isEmpty());
    CHECK(county.traces("evidence") == 0);
    bool looked = false;
    inNextDialog([&](QDialog &rows) {
        auto *shown = qobject_cast<BatchRowsDialog *>(&rows);
        REQUIRE(shown);
        looked = true;
        ListPage &list = shown->list();
        REQUIRE(rowsIn(list) == 2);
        CHECK(list.table()->hasFocus());
        CHECK(cell(list, 0, 0) == "2"); // as the sheet counts
        CHECK(cell(list, 0, 1) == maskIdNumber(county.idNumber(1)));
        CHECK(cell(list, 1, 5) == "3,000.00");
        CHECK(cell(list, 0, 6).isEmpty());
        CHECK(textsOf(rows).filter("3,200.00").size() == 2); // of the batch, and of what is shown
        shot(rows, "batch-rows");
        filter(list, county.newPerson(2)["name"].toString());
        CHECK(rowsIn(list) == 1);
        // The paper's whole number finds its row although the list shows a mask.
        filter(list, county.idNumber(1));
        REQUIRE(rowsIn(list) == 1);
        CHECK(cell(list, 0, 1) == maskIdNumber(county.idNumber(1)));
    });
    QTest::keyClick(&dialog, Qt::Key_F4);
    CHECK(looked);
    CHECK(county.traces("evidence") == 1);
}

TEST_CASE("Sealed fields of a roster's rows are revealed by power, with a line of its own "
          "[SEC-16]")
{
    dress(Theme::Face::Dark);
    Declared county;
    Session &head = county.as("dep");
    const bool may = county.office->mayUse(head, DataRight::Reveal, village);
    const OperationView view = county.office->view(head, county.operation);
    BatchRowsDialog dialog(*county.office, head, view);
    dialog.show();
    activate(dialog);
    auto *reveal = dialog.findChild<QPushButton *>("batch_rows.reveal");
    REQUIRE(may == (reveal != nullptr));
    REQUIRE(reveal);
    reveal->click();
    CHECK(cell(dialog.list(), 0, 1) == county.idNumber(1));
    CHECK(county.traces("reveal") == 1);
    reveal->click();
    CHECK(cell(dialog.list(), 0, 1) == maskIdNumber(county.idNumber(1)));
    CHECK(county.traces("reveal") == 1);
    shot(dialog, "batch-rows-dark");
    Session &clerk = county.as("tc9"); // of another township
    REQUIRE_FALSE(county.office->mayUse(clerk, DataRight::Reveal, village));
    const BatchRowsDialog masked(*county.office, clerk, view);
    CHECK_FALSE(masked.findChild<QPushButton *>("batch_rows.reveal"));
}

TEST_CASE("A row that the rules speak of by now is marked and says why [CTL-20]")
{
    dress(Theme::Face::Light);
    Declared county;
    county.tamper(
        {QStringLiteral("UPDATE person SET name = 'XX' WHERE id = %1").arg(county.persons.at(1))});
    const OperationView view = county.office->view(county.as("tr"), county.operation);
    BatchRowsDialog dialog(*county.office, county.as("tr"), view);
    dialog.show();
    activate(dialog);
    CHECK(cell(dialog.list(), 0, 6).isEmpty());
    CHECK(cell(dialog.list(), 1, 6).contains("XX"));
    shot(dialog, "batch-rows-marked");
}

TEST_CASE("A great roster opens at once and reads on as one scrolls [ENR-11]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    constexpr int persons = 903;
    QList<QJsonObject> rows;
    for (int sequence = 1; sequence <= persons; ++sequence)
        rows.append(county.newPerson(sequence));
    const qint64 operation =
        handIn(county, "en1", "enrollment.roster", {{"division", village}}, rows);
    Session &checker = county.as("en2");
    BatchRowsDialog dialog(*county.office, checker, county.office->view(checker, operation));
    dialog.show();
    activate(dialog);
    ListPage &list = dialog.list();
    const int first = rowsIn(list);
    CHECK(first < persons);
    QScrollBar *bar = list.table()->verticalScrollBar();
    for (int page = 0; page < 5 && rowsIn(list) < persons; ++page) {
        bar->setValue(bar->maximum());
        QApplication::processEvents();
    }
    REQUIRE(rowsIn(list) == persons);
    CHECK(cell(list, persons - 1, 0) == QString::number(persons + 1));
    shot(dialog, "batch-rows-great");
    // By their numbers, not by how these are written.
    QHeaderView *headings = list.table()->horizontalHeader();
    list.table()->sortByColumn(0, Qt::DescendingOrder);
    CHECK(headings->sortIndicatorSection() == 0);
    CHECK(cell(list, 0, 0) == QString::number(persons + 1));
    CHECK(cell(list, persons - 1, 0) == "2");
}

TEST_CASE("The rows that somebody called looks at go with his session [CTL-09] [SEC-10]")
{
    dress(Theme::Face::Light);
    Declared county;
    QWidget over;
    over.resize(1366, 768);
    over.show();
    activate(over);
    bool closed = false;
    inNextDialog([&](QDialog &call) {
        QTest::keyClicks(call.findChild<QLineEdit *>("name"), "tr");
        QTest::keyClicks(call.findChild<QLineEdit *>("password"), TestOffice::password("tr"));
        inNextDialog([&](QDialog &approval) {
            inNextDialog([&](QDialog &rows) {
                REQUIRE(qobject_cast<BatchRowsDialog *>(&rows));
                county.clock->advance(61'000);
                CHECK(QTest::qWaitFor([&rows] { return !rows.isVisible(); }, 3000));
                closed = true;
            });
            QTest::keyClick(&approval, Qt::Key_F4);
            CHECK(QTest::qWaitFor([&approval] { return !approval.isVisible(); }, 3000));
        });
        QTest::keyClick(call.findChild<QLineEdit *>("password"), Qt::Key_Return);
    });
    CHECK(decideOnTheSpot(*county.office, county.as("tc"), {county.operation}, &over) == 0);
    CHECK(closed);
}

TEST_CASE("The rows of a take-over, its many columns and sums, fit the office's screen [ENR-11]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    QList<QJsonObject> rows;
    for (int sequence = 1; sequence <= 12; ++sequence) {
        QJsonObject row = county.newPerson(sequence);
        row["division"] = village;
        row["enrolled_on"] = "2012-03-01";
        row["paid_months"] = 12;
        row["balance_personal"] = 64385881 + sequence;
        row["balance_subsidy"] = 3007513;
        rows.append(row);
    }
    const qint64 operation =
        handIn(county, "en1", "enrollment.take_over", {{"balances_on", "2025-12-31"}}, rows);
    Session &checker = county.as("en2");
    BatchRowsDialog dialog(*county.office, checker, county.office->view(checker, operation));
    dialog.show();
    activate(dialog);
    QTest::qWait(20);
    CHECK(dialog.width() <= 1366);
    CHECK(dialog.height() <= 728);
    CHECK(rowsIn(dialog.list()) == 12);
    shot(dialog, "batch-rows-take-over");
}
