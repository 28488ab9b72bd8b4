// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/inbox_page.h"
#include "desk/list_page.h"
#include "desk/module_host.h"
#include "desk/nav_button.h"
#include "desk/person_page.h"
#include "operations/snapshot.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/office_window.h"
#include "support/test_office.h"
#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

QString allText(QWidget &window)
{
    QStringList texts;
    const QList<QLabel *> labels = window.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts.append(label->text());
    return texts.join(u'\n');
}

} // namespace

TEST_CASE("The window reads its modules before it loads them")
{
    const QList<Module> found = ModuleHost::scan(builtModules);
    QStringList names;
    for (const Module &module : found) {
        names.append(module.name);
        CAPTURE(module.file.toStdString());
        CHECK(module.error.isEmpty());
        CHECK(module.plugin == nullptr);
        CHECK(module.depends.contains("desk"));
        CHECK_FALSE(module.icon.isEmpty());
    }
    CHECK(names.indexOf("enrollment") < names.indexOf("contributions"));
    CHECK(names.indexOf("contributions") < names.indexOf("administration"));
}

TEST_CASE("Two windows work on one office: each shows by itself what the other made and decided")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    auto maker = windowFor(county, "tc");
    auto checker = windowFor(county, "tr");
    const auto waiting = [&checker] { return checker->findChild<InboxPage *>()->count(); };
    CHECK(waiting() == 0);
    const qint64 person = county.enrol(1);
    const ActResult made = county.make("tc", "enrollment.change",
                                       {{"person", person}, {"phone", "13911112222"}}, {"id_card"});
    constexpr int patienceMs = 9000;
    CHECK(QTest::qWaitFor([&] { return waiting() == 1; }, patienceMs));
    // Whoever decides what another has decided meanwhile is told so, and nothing happens twice.
    county.act("en1", ActionKind::Recheck, made.operation);
    const QStringList late =
        county.refused([&] { county.act("tr", ActionKind::Recheck, made.operation); });
    CHECK(late == QStringList{"NOT_IN_THIS_STATE"});
    CHECK(QTest::qWaitFor([&] { return waiting() == 0; }, patienceMs));
}

TEST_CASE("F1 says which key does what")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    auto window = windowFor(county, "tc");
    QString said;
    inNextDialog([&said](QDialog &dialog) {
        said = dialog.objectName() + allText(dialog);
        shot(dialog, "keys");
        QTest::keyClick(&dialog, Qt::Key_Return);
    });
    QTest::keyClick(window.get(), Qt::Key_F1);
    CHECK(said.startsWith("keys"));
    for (const char *key : {"Ctrl+K", "F9", "Shift+Enter", "Ctrl+Enter"})
        CHECK(said.contains(QLatin1String(key)));
}

TEST_CASE("One entry of the side bar makes one kind of business")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    auto window = windowFor(county, "tc");
    QStringList titles;
    const QList<NavButton *> buttons = window->findChildren<NavButton *>();
    for (const NavButton *button : buttons) {
        CHECK_FALSE(titles.contains(button->text()));
        titles.append(button->text());
    }
    // The counter is where money is taken; its plain form is reached from the person.
    CHECK(window->findChild<NavButton *>("nav_contributions.counter"));
    CHECK_FALSE(window->findChild<NavButton *>("nav_contributions.collect"));
}

TEST_CASE("A module that cannot be loaded is told in words and takes nothing else away")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    QTemporaryDir folder;
    QFile broken(folder.filePath("broken.so"));
    REQUIRE(broken.open(QIODevice::WriteOnly));
    broken.write("this is no library");
    broken.close();
    QFile::copy(builtModules + "/enrollment.so", folder.filePath("enrollment.so"));
    auto window = windowFor(county, "tc", folder.path());
    CHECK(allText(*window).contains("broken"));
    CHECK(window->findChild<NavButton *>("nav_enrollment.register"));
    CHECK(window->findChild<NavButton *>("nav_enrollment.persons"));
    // The pages of the missing module are gone, its operations are the law and stay.
    CHECK_FALSE(window->findChild<NavButton *>("nav_contributions.receipts"));
    REQUIRE(window->findChild<NavButton *>("nav_contributions.collect"));
    window->findChild<NavButton *>("nav_contributions.collect")->click();
    shot(*window, "shell-broken-module");
}

TEST_CASE("Each post finds its own operations in the side bar [CTL-05]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const Reader reader = county.office->reader();
    const SnapshotReader snapshots(reader, county.office->registry());
    for (const char *name : {"tc", "tr", "au", "sa", "gl", "dep"}) {
        auto window = windowFor(county, name);
        const QStringList posts = window->session().posts();
        const QList<const OperationType *> types = county.office->registry().types();
        for (const OperationType *type : types) {
            CAPTURE(name, type->id.toStdString());
            // Money is taken on the counter's page, which stands for the form.
            const bool counter = type->id == QLatin1String("contributions.collect");
            CHECK((window->findChild<NavButton *>(
                       counter ? QStringLiteral("nav_contributions.counter") : "nav_" + type->id)
                   != nullptr)
                  == snapshots.mayMake(*type, posts));
        }
    }
    CHECK(snapshots.mayMake(*county.office->registry().find("enrollment.register"), {"TC"}));
    CHECK_FALSE(snapshots.mayMake(*county.office->registry().find("enrollment.register"), {"TR"}));
    CHECK_FALSE(snapshots.mayMake(*county.office->registry().find("enrollment.register"), {"IT"}));
}

TEST_CASE("The inbox says what waits, sums it up, filters, and keeps what was made")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 persons[]{county.enrol(1), county.enrol(2)};
    county.make("tc", "enrollment.register", county.newPerson(3),
                {"id_card", "household_register"});
    for (int i = 0; i < 2; ++i)
        county.collectAtCounter(persons[i], QStringLiteral("A0000000%1").arg(i + 1),
                                20000 + i * 10000);
    auto window = windowFor(county, "tr");
    auto *inbox = window->findChild<InboxPage *>();
    REQUIRE(inbox->count() == 3);
    CHECK(window->findChild<NavButton *>("nav_inbox")->count() == 3);
    CHECK(allText(*inbox).contains("500.00"));
    const QAbstractItemModel &rows = *window->findChild<QTableView *>("inbox")->model();
    CHECK_FALSE(rows.match(rows.index(0, 3), Qt::DisplayRole, "411024********", -1).isEmpty());
    shot(*window, "shell-inbox");
    QTest::keyClicks(inbox->findChild<QLineEdit *>("inbox_filter"), "300.00");
    CHECK(inbox->table()->model()->rowCount() == 1);
    CHECK(allText(*inbox).contains("300.00"));
    const auto *empty = inbox->findChild<QLabel *>("inbox_empty");
    const auto *words = inbox->findChild<QLabel *>("inbox_words");
    CHECK_FALSE(empty->isVisible());
    CHECK(words->text().contains(u'3'));
    QTest::keyClicks(inbox->findChild<QLineEdit *>("inbox_filter"), "no such");
    CHECK(empty->isVisible());
    const QString unfit = empty->text();
    inbox->findChild<QLineEdit *>("inbox_filter")->clear();
    CHECK_FALSE(empty->isVisible());
    inbox->showPart(InboxPage::Part::Mine);
    CHECK(inbox->table()->model()->rowCount() == 0);
    CHECK(empty->isVisible());
    CHECK(empty->text() != unfit);
    CHECK(words->text() == empty->text()); // not what waits: another list is shown
    shot(*window, "shell-inbox-empty");
    auto maker = windowFor(county, "tc");
    auto *made = maker->findChild<InboxPage *>();
    CHECK(made->count() == 0);
    made->showPart(InboxPage::Part::Mine);
    CHECK(made->table()->model()->rowCount() >= 4);
}

TEST_CASE("A list without deadlines gives their column's room to the matter")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    county.collectAtCounter(county.enrol(1), "A00000001");
    auto window = windowFor(county, "tr");
    window->resize(1366, 768);
    QApplication::processEvents();
    auto *table = window->findChild<InboxPage *>()->table();
    REQUIRE(table->model()->rowCount() == 1);
    shot(*window, "shell-inbox-matter");
    constexpr int matter = 2;
    constexpr int due = 7;
    CHECK(table->isColumnHidden(due));
    CHECK(table->columnWidth(matter)
          >= table->sizeHintForIndex(table->model()->index(0, matter)).width());
    county.make("tc", "enrollment.register", county.newPerson(3),
                {"id_card", "household_register"});
    window->findChild<InboxPage *>()->refresh();
    CHECK_FALSE(table->isColumnHidden(due));
}

TEST_CASE("A filing waits to be read and goes with one key")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const qint64 waiting =
        county.number("SELECT count(*) FROM filing WHERE post = 'AA' AND acknowledged_seq IS NULL");
    REQUIRE(waiting > 0);
    auto window = windowFor(county, "aa");
    auto *inbox = window->findChild<InboxPage *>();
    inbox->showPart(InboxPage::Part::Filed);
    CHECK(inbox->table()->model()->rowCount() == waiting);
    inbox->findChild<QPushButton *>("acknowledge")->click();
    CHECK(inbox->table()->model()->rowCount() == waiting - 1);
    CHECK(county.number(
              "SELECT count(*) FROM filing WHERE post = 'AA' AND acknowledged_seq IS NOT NULL")
          == 1);
}

TEST_CASE("The person page shows who else stands in the household and leads to them")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const qint64 first = county.enrol(1);
    QJsonObject other = county.newPerson(2);
    other["household"] = county.newPerson(1)["household"];
    other["household_relation"] = "1"; // spouse
    const ActResult made = county.make("tc", "enrollment.register", other,
                                       {"id_card", "household_register"}, "one household");
    county.act("tr", ActionKind::Recheck, made.operation);
    county.act("dep", ActionKind::Approve, made.operation);
    auto window = windowFor(county, "tc");
    window->showPerson(first);
    auto *household = window->findChild<QTableWidget *>("household");
    REQUIRE(household);
    REQUIRE(household->rowCount() == 1);
    CHECK(household->item(0, 0)->text() == other["name"].toString());
    CHECK(household->item(0, 1)->text().contains("********"));
    shot(*window, "shell-household");
    household->setCurrentCell(0, 0);
    QTest::keyClick(household, Qt::Key_Return);
    QTest::qWait(10);
    auto *page = window->findChildren<PersonPage *>().last();
    CHECK(allText(*page).contains(other["name"].toString()));
    // What has no row yet says so instead of showing an empty table.
    CHECK(allText(*page).contains(PersonPage::tr("Nothing yet.")));
}

TEST_CASE("The side bar leads with what one looks into and with the day's work")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    auto window = windowFor(county, "tc");
    QStringList order;
    const QList<NavButton *> buttons = window->findChildren<NavButton *>();
    for (const NavButton *button : buttons)
        order.append(button->objectName());
    CHECK(order.indexOf("nav_enrollment.persons") < order.indexOf("nav_enrollment.register"));
    CHECK(order.indexOf("nav_enrollment.register") < order.indexOf("nav_enrollment.change"));
    CHECK(order.indexOf("nav_contributions.counter")
          < order.indexOf("nav_contributions.day_close"));
}

TEST_CASE("Every page scrolls or fits, and every field says its name to a screen reader")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 person = county.enrol(1);
    for (const char *name : {"tc", "au", "sa"}) {
        auto window = windowFor(county, name);
        window->showPerson(person);
        const QList<NavButton *> buttons = window->findChildren<NavButton *>();
        for (NavButton *button : buttons) {
            // Forms are looked at by the tests of the form.
            if (!county.registry->find(button->objectName().mid(4)))
                button->click();
        }
        CHECK(window->minimumSizeHint().height() <= 768);
        CHECK(window->minimumSizeHint().width() <= 1366);
        const QList<QWidget *> widgets = window->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            const QString kind = QString::fromLatin1(widget->metaObject()->className());
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_")
                || qobject_cast<QScrollArea *>(widget) || kind.startsWith("QComboBoxListView")
                || widget->parentWidget()->objectName().startsWith("qt_"))
                continue;
            CAPTURE(name, widget->metaObject()->className(), widget->objectName().toStdString());
            CHECK_FALSE(widget->objectName().isEmpty());
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            CHECK((spoken && !spoken->text(QAccessible::Name).isEmpty()));
        }
    }
}
