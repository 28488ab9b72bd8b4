// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pinyin.h"
#include "desk/form_page.h"
#include "desk/inbox_page.h"
#include "desk/nav_button.h"
#include "desk/person_page.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/keyboard.h"
#include "support/office_window.h"
#include "support/test_office.h"
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

QStringList hitsOf(const QWidget &window)
{
    QStringList texts;
    const auto *hits = window.findChild<QListWidget *>("search_hits");
    for (int i = 0; hits && hits->isVisible() && i < hits->count(); ++i)
        texts.append(hits->item(i)->text());
    return texts;
}

/** Widgets that were windows of their own for a moment: a flash, and the keys are nowhere. */
class Flashes : public QObject {
public:
    Flashes() { qApp->installEventFilter(this); }
    QStringList seen;

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(object);
        if (widget && event->type() == QEvent::Show && widget->isWindow()
            && !qobject_cast<const QMainWindow *>(widget))
            seen.append(QString::fromLatin1(widget->metaObject()->className()) + u' '
                        + widget->objectName());
        return false;
    }
};

QString page(const QWidget &window)
{
    const auto *form = window.findChild<FormPage *>();
    return form && form->isVisible() ? QStringLiteral("form") : QString();
}

} // namespace

TEST_CASE("Ctrl+K opens the form or page of a business by its name or initials")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.enrol(1);
    auto window = windowFor(county, "tc");
    Keyboard keys;
    const auto ask = [&](const QString &text) {
        keys.press(Qt::Key_K, Qt::ControlModifier);
        keys.type(text);
    };
    const QString title = county.registry->find("enrollment.register")->title;
    ask(pinyinInitials(title));
    REQUIRE_FALSE(hitsOf(*window).isEmpty());
    CHECK(hitsOf(*window).first().startsWith(title));
    shot(*window, "search-business");
    keys.press(Qt::Key_Return);
    CHECK(page(*window) == "form");
    CHECK(Keyboard::focus() == "id_number");
    CHECK(hitsOf(*window).isEmpty());
    // A list, by a part of its name; the keys are in it at once.
    ask(QStringLiteral("参保人"));
    REQUIRE(hitsOf(*window).size() >= 1);
    keys.press(Qt::Key_Return);
    CHECK(page(*window).isEmpty());
    CHECK(window->isAncestorOf(QApplication::focusWidget()));
    CHECK(Keyboard::focus() != "search");
    // Persons come first, business behind them; a slash leaves business alone.
    ask(county.newPerson(1)["name"].toString().left(1));
    CHECK(hitsOf(*window).first().startsWith(county.newPerson(1)["name"].toString()));
    keys.press(Qt::Key_Escape);
    ask(QStringLiteral("/"));
    CHECK(hitsOf(*window).size() > 8);
    keys.press(Qt::Key_Escape);
    ask(QStringLiteral("、参保登记"));
    CHECK(hitsOf(*window).first().startsWith(QStringLiteral("参保登记")));
    keys.press(Qt::Key_Escape);
    // What this operator may not make is not offered.
    const QString powers = county.registry->find("administration.change_powers")->title;
    ask(u'/' + powers);
    for (const QString &hit : hitsOf(*window))
        CHECK_FALSE(hit.startsWith(powers));
}

TEST_CASE("Who may look at nobody still finds business by key [SEC-03]")
{
    dress(Theme::Face::Dark);
    TestOffice county(allRooms());
    const QString name = county.newPerson(1)["name"].toString();
    county.enrol(1);
    auto window = windowFor(county, "sa");
    Keyboard keys;
    keys.press(Qt::Key_K, Qt::ControlModifier);
    CHECK(Keyboard::focus() == "search");
    keys.type(name);
    for (const QString &hit : hitsOf(*window))
        CHECK_FALSE(hit.startsWith(name));
    keys.press(Qt::Key_Escape);
    keys.press(Qt::Key_K, Qt::ControlModifier);
    keys.type(QStringLiteral("待办"));
    REQUIRE(hitsOf(*window).size() == 1);
    shot(*window, "search-business-dark");
    keys.press(Qt::Key_Return);
    CHECK(Keyboard::focus() == "inbox");
}

TEST_CASE("A person found by Ctrl+K has the keys at once")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.enrol(1);
    auto window = windowFor(county, "tc");
    Keyboard keys;
    keys.press(Qt::Key_K, Qt::ControlModifier);
    keys.type(county.newPerson(1)["name"].toString());
    const Flashes flashes;
    keys.press(Qt::Key_Return);
    const auto *person = window->findChild<PersonPage *>();
    REQUIRE(person);
    CHECK(flashes.seen == QStringList());
    CHECK(window->isActiveWindow());
    REQUIRE(QApplication::focusWidget());
    CHECK(person->isAncestorOf(QApplication::focusWidget()));
    CHECK(Keyboard::focus().startsWith("start_"));
    shot(*window, "search-person");
}

TEST_CASE("Home and End go to the first and the last row of a list")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    for (int sequence = 1; sequence <= 4; ++sequence)
        county.make("tc", "enrollment.register", county.newPerson(sequence),
                    {"id_card", "household_register"});
    auto window = windowFor(county, "tr");
    QTableView *table = window->findChild<InboxPage *>()->table();
    REQUIRE(table->model()->rowCount() == 4);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_End);
    CHECK(table->currentIndex().row() == 3);
    CHECK(table->selectionModel()->isRowSelected(3, {}));
    QTest::keyClick(table, Qt::Key_Home);
    CHECK(table->currentIndex().row() == 0);
}

TEST_CASE("A title that is too long for the side bar takes a second line")
{
    dress(Theme::Face::Light);
    QWidget bar;
    auto *column = new QVBoxLayout(&bar);
    const auto add = [column](const QString &title) {
        auto *button = new NavButton(NavButton::Level::Child, title, {});
        column->addWidget(button);
        return button;
    };
    const NavButton *titled = add(QStringLiteral("整村缴费申报（由花名册导入）"));
    const NavButton *other = add(QStringLiteral("柜台收费"));
    bar.setFixedWidth(220);
    bar.show();
    activate(bar);
    CHECK(titled->height() > other->height());
    CHECK(titled->width() <= 220);
    shot(bar, "sidebar-long");
}

TEST_CASE("No page of the side bar is a window of its own for a moment")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.enrol(1);
    for (const char *name : {"tc", "tr", "au", "sa", "of", "dep"}) {
        auto window = windowFor(county, name);
        const Flashes flashes;
        const QList<NavButton *> ways = window->findChildren<NavButton *>();
        for (NavButton *way : ways) {
            if (!way->objectName().startsWith("nav_"))
                continue;
            CAPTURE(name, way->objectName().toStdString());
            way->click();
            CHECK(flashes.seen == QStringList());
        }
    }
}
