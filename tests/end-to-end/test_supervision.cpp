// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/approval_dialog.h"
#include "desk/form_page.h"
#include "desk/nav_button.h"
#include "desk/person_page.h"
#include "desk/preview_dialog.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/office_window.h"
#include "support/test_office.h"
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

QString cellText(QWidget &window, const char *table, int row, int column)
{
    const auto *found = window.findChild<QTableView *>(table);
    return found->model()->index(row, column).data().toString();
}

int rowCount(QWidget &window, const char *table)
{
    return window.findChild<QTableView *>(table)->model()->rowCount();
}

} // namespace

TEST_CASE("The journal page belongs to the auditors and shows who did what [SEC-02]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    CHECK_FALSE(windowFor(county, "tc")->findChild<NavButton *>("nav_supervision.journal"));
    auto window = windowFor(county, "au");
    auto *button = window->findChild<NavButton *>("nav_supervision.journal");
    REQUIRE(button);
    button->click();
    const int all = rowCount(*window, "journal");
    CHECK(all == county.number("SELECT count(*) FROM journal"));
    // The newest entry is the posting: below stands what it wrote, the ID number masked.
    QString detail;
    for (int row = 0; row < rowCount(*window, "journal_detail"); ++row)
        detail += cellText(*window, "journal_detail", row, 3) + u'\n';
    CHECK(detail.contains("********"));
    CHECK_FALSE(detail.contains(
        county.office->reader().row("person", person)->value("id_number").toString()));
    shot(*window, "supervision-journal");
    auto *operators = window->findChild<QComboBox *>("journal_operator");
    operators->setCurrentIndex(operators->findData(county.operatorId("tr")));
    CHECK(rowCount(*window, "journal") == 1);
    operators->setCurrentIndex(0);
    auto *name = window->findChild<QLineEdit *>("journal_person");
    QTest::keyClicks(name,
                     county.office->reader().row("person", person)->value("id_number").toString());
    QTest::keyClick(name, Qt::Key_Return);
    CHECK(rowCount(*window, "journal") == 4); // make, recheck, approve, posted
    window->findChild<QDateEdit *>("journal_to")->setDate(QDate(2026, 2, 20));
    CHECK(rowCount(*window, "journal") == 0);
}

TEST_CASE("A journal is taken out with a purpose and a password, and leaves a trace [SEC-01]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    auto window = windowFor(county, "au");
    window->findChild<NavButton *>("nav_supervision.journal")->click();
    bool previewed = false;
    const QTemporaryDir folder;
    inNextDialog([&](QDialog &ask) {
        auto *password = ask.findChild<QLineEdit *>("password");
        QTest::keyClick(password, Qt::Key_Return);
        CHECK(ask.isVisible()); // no purpose yet
        QTest::keyClicks(ask.findChild<QLineEdit *>("purpose"), "yearly audit");
        QTest::keyClicks(password, TestOffice::password("au"));
        shot(ask, "supervision-purpose");
        inNextDialog([&](QDialog &preview) {
            previewed = true;
            CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'print'") == 0);
            static_cast<PreviewDialog &>(preview).saveTo(folder.filePath("journal.pdf"));
            QTest::qWait(300);
            shot(preview, "supervision-print");
        });
        QTest::keyClick(password, Qt::Key_Return);
    });
    window->findChild<QPushButton *>("journal_print")->click();
    CHECK(previewed);
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'print' AND subject = "
                        "'journal' AND detail = 'yearly audit'")
          == 1);
    CHECK(county.refused([&] {
        county.office->requireRight(county.as("sa"), DataRight::Look, "enrollment.register");
    }) == QStringList{"DATA_NOT_OPEN"});
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'refused' AND subject = "
                        "'enrollment.register'")
          == 1);
    window->findChild<NavButton *>("nav_supervision.trail")->click();
    CHECK(rowCount(*window, "supervision.trail.table")
          == county.number("SELECT count(*) FROM access_trail"));
    shot(*window, "supervision-trail");
    // The office's words, not the codes that the lines keep.
    const auto *lines = window->findChild<QTableView *>("supervision.trail.table")->model();
    QStringList words;
    for (int row = 0; row < lines->rowCount(); ++row) {
        for (int column = 3; column <= 5; ++column)
            words.append(lines->index(row, column).data().toString());
    }
    CHECK(words.contains(QStringLiteral("操作日志")));
    for (const QString &word : std::as_const(words)) {
        CAPTURE(word.toStdString());
        CHECK_FALSE(word.contains("enrollment."));
        CHECK_FALSE(word.contains("sign_in"));
        CHECK_FALSE(word.contains("failed tries"));
        CHECK_FALSE(word.contains('@'));
    }
}

TEST_CASE("The office is verified beside the window, which goes on working [SEC-02]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.enrol(1);
    auto window = windowFor(county, "au");
    window->findChild<NavButton *>("nav_supervision.verify")->click();
    auto *start = window->findChild<QPushButton *>("verify_start");
    start->click();
    CHECK_FALSE(start->isEnabled());
    window->findChild<NavButton *>("nav_supervision.trail")->click();
    CHECK(rowCount(*window, "supervision.trail.table") > 0);
    window->findChild<NavButton *>("nav_supervision.verify")->click();
    REQUIRE(QTest::qWaitFor([start] { return start->isEnabled(); }, 20000));
    CHECK(rowCount(*window, "violations") == 0);
    const QString entries = QString::number(county.number("SELECT count(*) FROM journal"));
    CHECK(window->findChild<QLabel *>("verdict")->text().contains(entries));
    // Where nothing was found it says what was read, by whom, and what it was compared with.
    const auto *checked = window->findChild<QLabel *>("verify_checked");
    CHECK(checked->isVisible());
    CHECK(checked->text().contains(entries));
    CHECK(checked->text().contains(QStringLiteral("见证")));
    CHECK(checked->text().contains(QStringLiteral("未与初始化证书比对")));
    CHECK(window->findChild<QLabel *>("verify_compared")
              ->text()
              .contains(county.as("au").displayName()));
    shot(*window, "supervision-verify");
    auto *root = window->findChild<QLineEdit *>("verify_root");
    root->setText("0000-0000");
    start->click();
    REQUIRE(QTest::qWaitFor([start] { return start->isEnabled(); }, 20000));
    CHECK(rowCount(*window, "violations") == 1);
    CHECK_FALSE(checked->isVisible());
}

TEST_CASE("The person page: what is open, what changed, household, papers, and a key to start")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 person = county.enrol(1);
    const qint64 made = county.collectAtCounter(person, "A00000001");
    auto window = windowFor(county, "tc");
    window->showPerson(person);
    auto *page = window->findChild<PersonPage *>();
    REQUIRE(page);
    shot(*window, "person-pending");
    const auto figure = [&window](int place) {
        return window->findChildren<PersonPage *>()
            .last()
            ->findChild<QLabel *>(QStringLiteral("figure_%1").arg(place))
            ->text();
    };
    // Seen at a glance: who it is, whether the insurance runs, and how the year stands.
    CHECK(page->findChild<QLabel *>("person_about")->text().contains(QStringLiteral("岁")));
    CHECK(page->findChild<QLabel *>("person_state")->text() == QStringLiteral("正常参保"));
    CHECK(figure(0).startsWith("0.00"));
    CHECK(figure(1).contains(QStringLiteral("待复核")));
    bool shown = false;
    inNextDialog([&](QDialog &dialog) {
        shown = static_cast<ApprovalDialog &>(dialog).operation() == made;
    });
    page->findChild<QPushButton *>(QStringLiteral("pending_%1").arg(made))->click();
    CHECK(shown);
    CHECK(rowCount(*page, "operations") == 2);
    CHECK(rowCount(*page, "papers") >= 2);
    activate(*window);
    QTest::keyClick(window.get(), Qt::Key_1, Qt::AltModifier);
    // A button's key presses it visibly, and only then acts.
    REQUIRE(QTest::qWaitFor(
        [&window] {
            const auto *form = window->findChild<FormPage *>();
            return form && form->isVisible();
        },
        3000));

    // As known before it was booked the account was empty, whatever its value date.
    county.act("tr", ActionKind::Recheck, made);
    window->showPerson(person);
    CHECK(figure(0).startsWith("200.00"));
    CHECK(figure(1).contains(QStringLiteral("已缴 200.00")));
    CHECK(figure(2) == QStringLiteral("1 年"));
    QDateEdit *known = nullptr;
    const QList<QDateEdit *> days = window->findChildren<QDateEdit *>();
    for (QDateEdit *day : days) {
        if (day->objectName().endsWith("_known_at") && day->isVisible())
            known = day;
    }
    REQUIRE(known);
    auto *table = window->findChildren<PersonPage *>().last()->findChild<QTableWidget *>(
        known->objectName().chopped(int(qstrlen("_known_at"))));
    REQUIRE(table);
    CHECK(table->rowCount() == 1);
    known->setDate(officeDate(county.clock->now()).addDays(-1));
    CHECK(table->rowCount() == 0);
}
