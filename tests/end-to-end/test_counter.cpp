// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/form_page.h"
#include "desk/record_form.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/keyboard.h"
#include "support/office_window.h"
#include "support/test_office.h"
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** The counter page in the window, driven by the keys of a number pad and no other. */
struct Counter {
    explicit Counter(TestOffice &county, const QString &collector = "tc")
        : window(windowFor(county, collector))
    {
        window->showModulePage("contributions.counter");
        QTest::qWait(20);
    }

    void pad(const QString &keys)
    {
        for (const QChar key : keys) {
            REQUIRE(QStringLiteral("0123456789.*-\n").contains(key));
            if (key == u'\n')
                hands.press(Qt::Key_Enter, Qt::KeypadModifier);
            else if (key == u'*')
                hands.press(Qt::Key_Asterisk, Qt::KeypadModifier);
            else if (key == u'-')
                hands.press(Qt::Key_Minus, Qt::KeypadModifier);
            else
                hands.type(key);
        }
    }
    /** The last Enter hands in; the receipt is shown and closed. */
    void handIn()
    {
        inNextDialog([this](QDialog &receipt) {
            shown = true;
            QTest::keyClick(&receipt, Qt::Key_Escape);
        });
        pad("\n");
        activate(*window);
    }
    QString text(const char *name)
    {
        return window->findChild<QLabel *>(QLatin1String(name))->text();
    }

    /** What stands under the step that it is about. */
    QString message()
    {
        QString all;
        for (const char *step :
             {"counter_person", "counter_tier", "counter_cash", "counter_reason"})
            all += text((QByteArray(step) + "_message").constData());
        return all;
    }

    std::unique_ptr<MainWindow> window;
    Keyboard hands;
    bool shown = false;
};

QString lastFour(TestOffice &county, qint64 person)
{
    return county.office->reader().row("person", person).value().value("id_last_four").toString();
}

/** Enrols somebody whose ID number ends on the same four characters as person 1's. */
qint64 enrolTwin(TestOffice &county)
{
    const QString wanted = TestOffice::idNumber(QDate(1985, 5, 5), 1).right(4);
    QDate birth(1970, 1, 1);
    while (TestOffice::idNumber(birth, 1).right(4) != wanted)
        birth = birth.addDays(1);
    QJsonObject person = county.newPerson(1);
    person["id_number"] = TestOffice::idNumber(birth, 1);
    person["name"] = QStringLiteral("欧阳文华");
    person["household"] = county.household(99);
    const ActResult made =
        county.make("tc", "enrollment.register", person, {"id_card", "household_register"},
                    "one telephone in the house");
    county.act("tr", ActionKind::Recheck, made.operation);
    county.act("dep", ActionKind::Approve, made.operation);
    return county.office->reader()
        .row("person", "id_number", person["id_number"].toString())
        .value()
        .value("id")
        .toLongLong();
}

} // namespace

TEST_CASE("A collection is taken by the number pad alone [CON-02] [CON-09]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const QString four = lastFour(county, county.enrol(1)).replace(u'X', u'.');
    Counter counter(county);
    CHECK(Keyboard::focus() == "counter_person");
    counter.pad(four + "\n");
    CHECK(counter.text("counter_name") == QStringLiteral("张三南"));
    counter.pad("2\n500");
    CHECK(counter.text("counter_change").contains("200.00"));
    shot(*counter.window, "counter-change");
    counter.pad("\n");
    CHECK(counter.text("counter_question").contains("A00000001"));
    CHECK(county.number("SELECT count(*) FROM receipt") == 0);
    shot(*counter.window, "counter-form");
    counter.handIn();
    CHECK(counter.shown);
    CHECK(county.number("SELECT sum(amount) FROM receipt WHERE number = 'A00000001'") == 30000);
    CHECK(counter.text("day_sum").contains("300.00"));
    CHECK(counter.window->findChild<QTableView *>("day_receipts")->model()->rowCount() == 1);
    CHECK(Keyboard::focus() == "counter_person");

    // Paid is paid: told before money is counted.
    counter.pad(four + "\n");
    CHECK(counter.message().contains("A00000001"));
    CHECK(counter.message().contains(QStringLiteral("待复核")));
    CHECK(counter.text("counter_last").contains(QStringLiteral("待复核")));
    CHECK(Keyboard::focus() == "counter_person");
    shot(*counter.window, "counter-paid");
}

TEST_CASE("The counter fits a small screen, and nothing moves when a person is found")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const QString four = lastFour(county, county.enrol(1)).replace(u'X', u'.');
    Counter counter(county);
    counter.window->resize(1366, 768);
    QTest::qWait(20);
    auto *scroll = counter.window->findChild<QScrollArea *>("counter_scroll");
    auto *cash = counter.window->findChild<QLineEdit *>("counter_cash");
    const QRect before(cash->mapTo(scroll->widget(), QPoint()), cash->size());
    counter.pad(four + "\n1\n500");
    QTest::qWait(20);
    CHECK(counter.text("counter_change").contains("300.00"));
    CHECK(counter.text("counter_due").contains("200.00"));
    CHECK(scroll->horizontalScrollBar()->maximum() == 0);
    CHECK(scroll->verticalScrollBar()->maximum() == 0);
    CHECK(cash->mapTo(scroll->widget(), QPoint()).y() == before.y());
    CHECK(cash->width() == before.width());
    shot(*counter.window, "counter-small");
}

TEST_CASE("A search that finds nobody leaves nobody on the counter")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const QString four = lastFour(county, county.enrol(1)).replace(u'X', u'.');
    Counter counter(county);
    auto *tiers = counter.window->findChild<QWidget *>("counter_tiers");
    counter.pad(four + "\n2\n--");
    CHECK(counter.text("counter_name") == QStringLiteral("张三南"));
    CHECK_FALSE(tiers->findChildren<QLabel *>().isEmpty());
    counter.pad("0\n");
    CHECK(counter.message().contains(QStringLiteral("“0”")));
    CHECK(counter.text("counter_name").isEmpty());
    CHECK(counter.text("counter_detail").isEmpty());
    CHECK(counter.text("counter_last").isEmpty());
    CHECK(tiers->findChildren<QLabel *>().isEmpty());
    CHECK(counter.window->findChild<QLineEdit *>("counter_tier")->text().isEmpty());
    CHECK(Keyboard::focus() == "counter_person");
}

TEST_CASE("After the day close the counter says so and offers no number [CON-15]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 first = county.enrol(1);
    const QString four = lastFour(county, county.enrol(2)).replace(u'X', u'.');
    county.collectAtCounter(first, "A00000001");
    Counter counter(county);
    CHECK(counter.text("counter_question").contains("A00000002"));
    county.make("tc", "contributions.day_close",
                {{"operator", county.operatorId("tc")},
                 {"day", county.office->reader().today().toString(Qt::ISODate)},
                 {"counted", 20000},
                 {"deposit_slip", "S-1"}});
    counter.window->showModulePage("contributions.receipts");
    counter.window->showModulePage("contributions.counter");
    QTest::qWait(20);
    CHECK(counter.text("counter_question").contains(QStringLiteral("日结")));
    CHECK_FALSE(counter.text("counter_question").contains("A00000002"));
    counter.pad(four + "\n");
    CHECK(counter.message().contains(QStringLiteral("日结")));
    CHECK(Keyboard::focus() == "counter_person");
}

TEST_CASE("Persons with the same last four are chosen by a digit")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const QString four = lastFour(county, county.enrol(1)).replace(u'X', u'.');
    enrolTwin(county);
    Counter counter(county);
    counter.pad(four + "\n");
    auto *choices = counter.window->findChild<QListWidget *>("counter_choices");
    REQUIRE(choices->count() == 2);
    shot(*counter.window, "counter-choices");
    counter.pad("2");
    CHECK(counter.text("counter_name") == QStringLiteral("欧阳文华"));
    counter.pad("-");
    CHECK(Keyboard::focus() == "counter_person");
    counter.pad(QStringLiteral("9999\n"));
    CHECK(counter.message().contains("9999"));
}

TEST_CASE("A spoilt form voids its number as a fact and the next is taken [CON-09]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const QString four = lastFour(county, county.enrol(1)).replace(u'X', u'.');
    Counter counter(county);
    counter.pad(four + "\n1\n\n");
    counter.pad("*");
    CHECK(county.number("SELECT count(*) FROM number_void") == 0);
    counter.pad("-");
    CHECK(counter.text("counter_question").contains("A00000001"));
    counter.pad("**");
    CHECK(county.number("SELECT count(*) FROM number_void WHERE number = 'A00000001'") == 1);
    CHECK(counter.text("counter_question").contains("A00000002"));
    counter.handIn();
    CHECK(county.number("SELECT count(*) FROM receipt WHERE number = 'A00000002'") == 1);
}

TEST_CASE("The counter refuses too little cash and what is no tier, and keeps what was typed")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const QString four = lastFour(county, county.enrol(1)).replace(u'X', u'.');
    Counter counter(county);
    counter.pad(four + "\n250\n");
    CHECK(counter.message().contains("250"));
    CHECK(Keyboard::focus() == "counter_tier");
    counter.pad("200\n100\n");
    CHECK(Keyboard::focus() == "counter_cash");
    CHECK(counter.message().contains("100.00"));
    counter.pad("--");
    CHECK(counter.window->findChild<QLineEdit *>("counter_tier")->text() == "200");
    CHECK(county.number("SELECT count(*) FROM receipt") == 0);
}

TEST_CASE("A day that is not closed asks for a reason at the counter [CON-15]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 first = county.enrol(1);
    const QString four = lastFour(county, county.enrol(2)).replace(u'X', u'.');
    county.collectAtCounter(first, "A00000001");
    county.clock->advance(24 * 3600 * 1000);
    Counter counter(county);
    counter.pad(four + "\n1\n\n");
    CHECK(Keyboard::focus() == "counter_reason");
    counter.hands.type(QStringLiteral("停电"));
    counter.pad("\n");
    counter.handIn();
    CHECK(county.number("SELECT count(*) FROM receipt") == 2);
}

TEST_CASE("The counter tells before any money whom this collector does not serve")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc9", "B");
    const QString four = lastFour(county, county.enrol(1)).replace(u'X', u'.');
    Counter counter(county, "tc9");
    counter.pad(four + "\n");
    CHECK(counter.message() == refusal("DIVISION_OUTSIDE").text);
    CHECK(Keyboard::focus() == "counter_person");
    counter.pad("-");
    CHECK(counter.message().isEmpty());
}

TEST_CASE("The counter finds by name as well, and offers the day that stands open [CON-15]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    county.collectAtCounter(county.enrol(1), "A00000001");
    county.enrol(2);
    const QString day = county.office->reader().today().toString(Qt::ISODate);
    county.clock->advance(24 * 3600 * 1000);
    Counter counter(county);
    auto *person = counter.window->findChild<QLineEdit *>("counter_person");
    person->setText(QStringLiteral("张三西"));
    counter.pad("\n");
    CHECK(counter.text("counter_name") == QStringLiteral("张三西"));
    CHECK(counter.text("day_open").contains(day));
    shot(*counter.window, "counter-day-open");
    QTest::keyClick(counter.window->findChild<QPushButton *>("day_close"), Qt::Key_Space);
    QTest::qWait(20);
    auto *form = counter.window->findChild<FormPage *>();
    REQUIRE(form);
    CHECK(form->form().payload()["day"].toString() == day);
    CHECK(Keyboard::focus() == "counted");
}

TEST_CASE("Keys that one enrolment and one collection cost beside the paper's own letters")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const QString four = lastFour(county, county.enrol(1)).replace(u'X', u'.');
    auto window = windowFor(county, "tc");
    window->showForm("enrollment.register");
    QTest::qWait(20);
    const auto enrol = [](Keyboard &keys, const QString &idNumber, bool firstOfVillage) {
        keys.type(idNumber);
        keys.press(Qt::Key_Return);
        keys.type(QStringLiteral("单秀英"));
        keys.press(Qt::Key_Return);
        keys.type(QStringLiteral("汉"));
        keys.press(Qt::Key_Return);
        if (firstOfVillage) {
            keys.type("vill");
            keys.press(Qt::Key_Return);
        }
        keys.type("410322001");
        keys.press(Qt::Key_Return);
        keys.type(QStringLiteral("户主"));
        keys.press(Qt::Key_Return);
        keys.type("1");
        keys.press(Qt::Key_Return);
        keys.type(QStringLiteral("三组27号"));
        keys.press(Qt::Key_Return);
        keys.type("13837982210");
        keys.press(Qt::Key_Return);
        if (firstOfVillage) {
            keys.type(QStringLiteral("农信社"));
            keys.press(Qt::Key_P, Qt::ControlModifier); // the village's bank
            keys.press(Qt::Key_Return);
        }
        keys.type("6217994910002345");
        keys.press(Qt::Key_F9);             // the rest is empty on most papers: on to the papers
        keys.pressTimes(2, Qt::Key_Return); // both papers seen
        keys.press(Qt::Key_Return);         // hand in
    };
    Keyboard first;
    enrol(first, TestOffice::idNumber(QDate(1985, 5, 5), 21), true);
    REQUIRE(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.register'")
            == 2);
    Keyboard second;
    enrol(second, TestOffice::idNumber(QDate(1986, 5, 5), 22), false);
    REQUIRE(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.register'")
            == 3);
    CHECK(second.movingKeys() <= 12);

    Counter counter(county);
    counter.pad(four + "\n1\n\n");
    counter.handIn();
    REQUIRE(county.number("SELECT count(*) FROM receipt") == 1);
    CHECK(counter.hands.movingKeys() <= 4);
    CHECK(counter.hands.contentKeys() <= 5);
    WARN("enrolment: " << second.movingKeys() << " keys beside " << second.contentKeys()
                       << " of the paper; collection: " << counter.hands.movingKeys() << " beside "
                       << counter.hands.contentKeys());
}
