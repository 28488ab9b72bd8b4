// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/elided_label.h"
#include "desk/form_page.h"
#include "desk/inbox_page.h"
#include "desk/nav_button.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/office_window.h"
#include "support/test_office.h"
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <catch2/catch.hpp>

// Run twice by CTest: as it is, and with QT_SCALE_FACTOR=2.

using namespace jubao;
using namespace jubao::test;

namespace {

const QSize sizes[]{QSize(1366, 768), QSize(1920, 1080)};

/** What is drawn by its own hand, or belongs to Qt, or may end in an ellipsis. */
bool cutsItself(const QWidget &widget)
{
    for (const QWidget *each = &widget; each; each = each->parentWidget()) {
        if (qobject_cast<const QAbstractItemView *>(each)
            || each->objectName().startsWith(QLatin1String("qt_")))
            return true;
    }
    return qobject_cast<const ElidedLabel *>(&widget) || qobject_cast<const NavButton *>(&widget);
}

/** Words that have less room than they need. */
QStringList clippedIn(const QWidget &window)
{
    QStringList clipped;
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || cutsItself(*widget))
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QPushButton *>(widget);
        if ((!label || label->wordWrap() || label->text().isEmpty()) && !button)
            continue;
        if (widget->width() + 1 < widget->minimumSizeHint().width())
            clipped.append(label ? label->text() : button->text());
    }
    return clipped;
}

/** Forms scroll down at most, and no page pushes the window over its size. */
void checkFit(MainWindow &window, QSize size)
{
    QApplication::processEvents();
    CHECK(window.size() == size);
    CHECK(window.minimumSizeHint().width() <= size.width());
    CHECK(window.minimumSizeHint().height() <= size.height());
    const QList<QScrollArea *> areas = window.findChildren<QScrollArea *>();
    for (const QScrollArea *area : areas) {
        if (!area->isVisible())
            continue;
        CAPTURE(area->objectName().toStdString());
        CHECK(area->horizontalScrollBar()->maximum() == 0);
    }
    CHECK(clippedIn(window).join(u'\n').toStdString().empty());
}

void checkNames(const MainWindow &window)
{
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || cutsItself(*widget)
            || qobject_cast<QScrollArea *>(widget))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        CAPTURE(widget->metaObject()->className(), widget->objectName().toStdString());
        CHECK_FALSE(widget->objectName().isEmpty());
        CHECK((spoken && !spoken->text(QAccessible::Name).isEmpty()));
    }
}

} // namespace

TEST_CASE("The picture is as sharp as the screen")
{
    dress(Theme::Face::Light);
    QLabel label(QStringLiteral("居保"));
    label.resize(100, 50);
    const qreal factor = qEnvironmentVariable("QT_SCALE_FACTOR", "1").toDouble();
    CHECK(label.grab().size() == QSize(100, 50) * factor);
}

TEST_CASE("Every page and form of every post fits its screen, says its names and cuts no word")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 person = county.enrol(1);
    county.make("tc", "contributions.collect",
                {{"person", person},
                 {"year", 2026},
                 {"amount", 20000},
                 {"number", "A00000001"},
                 {"payer", QStringLiteral("欧阳文华")}});
    for (const QSize size : sizes) {
        for (const char *name : {"tc", "tr", "en1", "co1", "fh", "gl", "ca", "au", "sa", "dep"}) {
            auto window = windowFor(county, name, builtModules, size);
            const QList<NavButton *> buttons = window->findChildren<NavButton *>();
            for (NavButton *button : buttons) {
                if (button->objectName().startsWith(QLatin1String("module_")))
                    continue;
                CAPTURE(name, size.width(), button->objectName().toStdString());
                button->click();
                checkFit(*window, size);
                checkNames(*window);
            }
            window->showPerson(person);
            CAPTURE(name, size.width());
            checkFit(*window, size);
            checkNames(*window);
            shot(*window, size.width() > 1366 ? "fit-person-wide" : "fit-person");
        }
    }
}

TEST_CASE("The dark face fits as the light one does")
{
    dress(Theme::Face::Dark);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    auto window = windowFor(county, "tc", builtModules, sizes[0]);
    for (const char *page : {"contributions.counter", "contributions.receipts"}) {
        window->showModulePage(page);
        checkFit(*window, sizes[0]);
        shot(*window, page);
    }
    window->showForm("enrollment.register");
    checkFit(*window, sizes[0]);
    shot(*window, "fit-form-dark");
    // All of the paper form stands there without scrolling, also after something was handed in.
    CHECK(window->findChild<QScrollArea *>("form_scroll")->verticalScrollBar()->maximum() == 0);
    Theme::apply(Theme::Face::Light);
}
