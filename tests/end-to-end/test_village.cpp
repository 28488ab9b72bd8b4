// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/approval_dialog.h"
#include "desk/form_page.h"
#include "desk/nav_button.h"
#include "desk/preview_dialog.h"
#include "desk/sheet_card.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/office_window.h"
#include "support/test_office.h"
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

std::unique_ptr<MainWindow> windowAt(TestOffice &county, const QString &name, const char *page)
{
    auto window = windowFor(county, name);
    auto *button = window->findChild<NavButton *>(QStringLiteral("nav_") + QLatin1String(page));
    if (button)
        button->click();
    return window;
}

QTableView *tableOf(QWidget &window, const char *name)
{
    return window.findChild<QTableView *>(QLatin1String(name));
}

QString cell(const QTableView &table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

} // namespace

TEST_CASE("Who returns names the papers, and says why one comes only now [OFF-11]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const QJsonObject person = county.newPerson(1);
    county.office->giveOutBeforeMaking(county.as("tc"), "enrollment.missing_papers",
                                       "enrollment.register", person, {"id_card"},
                                       [](const Office::Printable &) {});
    const qint64 operation =
        county.make("tc", "enrollment.register", person, {"id_card", "household_register"})
            .operation;
    ApprovalDialog dialog(*county.office, county.as("tr"), operation);
    dialog.show();
    activate(dialog);
    auto *why = dialog.findChild<QLineEdit *>("late_reason");
    auto *known = dialog.findChild<QCheckBox *>("ask_household_register");
    auto *late = dialog.findChild<QCheckBox *>("ask_id_card");
    REQUIRE(known);
    REQUIRE(late);
    CHECK_FALSE(why->isVisible());
    QTest::keyClick(known, Qt::Key_Space);
    CHECK_FALSE(why->isVisible());
    QTest::keyClick(late, Qt::Key_Space);
    CHECK(why->isVisible());
    dialog.findChild<QLineEdit *>("ask_other")->setText(QStringLiteral("居住证明，照片"));
    dialog.findChild<QPlainTextEdit *>("reason")->setPlainText(QStringLiteral("材料不全"));
    shot(dialog, "return-papers");
    QTest::keyClick(&dialog, Qt::Key_R, Qt::ControlModifier);
    CHECK(dialog.isVisible());
    CHECK(dialog.findChild<QLabel *>("message")->text().contains(QStringLiteral("居住证明")));
    CHECK(why->hasFocus());
    why->setText(QStringLiteral("户籍在外县"));
    QTest::keyClick(&dialog, Qt::Key_R, Qt::ControlModifier);
    CHECK_FALSE(dialog.isVisible());
    const OperationView view = county.office->view(county.as("tc"), operation);
    CHECK(view.state == OperationState::Returned);
    CHECK(view.actions.last().papers
          == QStringList{"household_register", "id_card", QStringLiteral("居住证明"),
                         QStringLiteral("照片")});
    CHECK(view.actions.last().latePapers.size() == 3);
    // The maker reads what is to be handed in over his form.
    FormPage form(*county.registry->find("enrollment.register"), *county.office, county.as("tc"),
                  deskServices());
    form.resubmit(view);
    form.show();
    activate(form);
    bool told = false;
    const QList<QLabel *> labels = form.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        told = told || label->text().contains(QStringLiteral("居住证明"));
    CHECK(told);
}

TEST_CASE("The list of a village to fill in comes from the roster's form [CON-01]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.enrol(1);
    county.enrol(2);
    FormPage form(*county.registry->find("contributions.declare_roster"), *county.office,
                  county.as("tc"), deskServices());
    form.show();
    activate(form);
    CHECK(form.findChild<QPushButton *>("sheet_list"));
    const QTemporaryDir folder;
    const QString path = folder.filePath("list.xlsx");
    form.sheet()->saveListTo(path, {{"division", "411024100201"}, {"year", 2026}});
    CHECK(QFile::exists(path));
    CHECK(form.findChild<QLabel *>("sheet_message")->text().contains(QStringLiteral("2 人")));
    shot(form, "form-declare-roster");
    // A type without such a list offers none.
    FormPage other(*county.registry->find("enrollment.roster"), *county.office, county.as("tc"),
                   deskServices());
    CHECK_FALSE(other.findChild<QPushButton *>("sheet_list"));
}

TEST_CASE("A village's statements are looked at, saved and then stand as given [ACC-07]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    for (int sequence = 1; sequence <= 3; ++sequence)
        county.enrol(sequence);
    const auto window = windowAt(county, "tc", "accounts.statements");
    QTableView *table = tableOf(*window, "accounts.statements.table");
    REQUIRE(table);
    REQUIRE(table->model()->rowCount() == 1);
    CHECK(cell(*table, 0, 2) == "3");
    CHECK(cell(*table, 0, 4).isEmpty());
    table->setCurrentIndex(table->model()->index(0, 0));
    const QTemporaryDir folder;
    const QString prints = "SELECT count(*) FROM access_trail WHERE kind = 'print'";
    QList<qint64> counted;
    inNextDialog([&](QDialog &dialog) {
        auto *preview = qobject_cast<PreviewDialog *>(&dialog);
        if (!preview)
            return;
        counted.append(county.number(prints));
        preview->saveTo(folder.filePath("village.pdf"));
        counted.append(county.number(prints));
        QTest::qWait(300);
        shot(*preview, "statements-of-village");
    });
    window->findChild<QPushButton *>("accounts.statements.this")->click();
    CHECK(counted == QList<qint64>{0, 4});
    CHECK(QFile::exists(folder.filePath("village.pdf")));
    CHECK(cell(*table, 0, 4) == "2026-03-02");
    CHECK(cell(*table, 0, 3).isEmpty());
    shot(*window, "statements-page");
}

TEST_CASE("The auditor reads the exceptions of a month and signs it [CON-08]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.declareAndLower(county.enrol(1), QStringLiteral("家庭困难"));
    CHECK_FALSE(windowAt(county, "tc", "supervision.exceptions")
                    ->findChild<NavButton *>("nav_supervision.exceptions"));
    const auto window = windowAt(county, "au", "supervision.exceptions");
    const QTableView *lines = tableOf(*window, "supervision.exceptions.table");
    REQUIRE(lines);
    REQUIRE(lines->model()->rowCount() == 1);
    CHECK(cell(*lines, 0, 1) == QStringLiteral("降低缴费档次"));
    CHECK(cell(*lines, 0, 5) == QStringLiteral("家庭困难"));
    shot(*window, "exceptions");
    window->findChild<NavButton *>("nav_supervision.exception_months")->click();
    QTableView *months = tableOf(*window, "supervision.exception_months.table");
    REQUIRE(months->model()->rowCount() == 1); // the office began in it
    CHECK(cell(*months, 0, 0) == "2026-03");
    CHECK(cell(*months, 0, 1) == "1");
    CHECK(cell(*months, 0, 2) == QStringLiteral("未签阅"));
    months->setCurrentIndex(months->model()->index(0, 0));
    window->findChild<QPushButton *>("supervision.exception_months.read")->click();
    CHECK(cell(*months, 0, 2) == QStringLiteral("已签阅"));
    CHECK(county.number("SELECT count(*) FROM journal WHERE kind = 'exceptions_read'") == 1);
    bool shown = false;
    inNextDialog([&](QDialog &dialog) {
        shown = qobject_cast<PreviewDialog *>(&dialog);
        QTest::qWait(300);
        shot(dialog, "exceptions-paper");
    });
    months->setCurrentIndex(months->model()->index(0, 0));
    QTest::keyClick(months, Qt::Key_Return);
    CHECK(shown);
    shot(*window, "exception-months");
}
