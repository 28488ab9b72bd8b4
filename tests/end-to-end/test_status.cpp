// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/form_page.h"
#include "desk/status_strip.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/office_window.h"
#include "support/test_office.h"
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>
#include <QTimer>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** Closes every dialog that comes up while it lives, and counts them. */
class Unexpected {
public:
    Unexpected()
    {
        QObject::connect(&m_watch, &QTimer::timeout, &m_watch, [this] {
            if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
                ++m_count;
                dialog->reject();
            }
        });
        m_watch.start(10);
    }
    int count() const { return m_count; }

private:
    QTimer m_watch;
    int m_count = 0;
};

bool overprints(const QWidget &bar)
{
    QList<QRect> taken;
    const QList<QLabel *> labels = bar.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const QRect room(label->mapTo(&bar, QPoint()), label->size());
        for (const QRect &other : std::as_const(taken)) {
            if (room.intersects(other))
                return true;
        }
        taken.append(room);
    }
    return false;
}

} // namespace

TEST_CASE("The status bar says one thing, whole by its tool tip, until something else happens")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    auto window = windowFor(county, "tc", noModules);
    auto *strip = window->findChild<StatusStrip *>();
    QStatusBar *bar = window->statusBar();
    const QString idle = strip->text();
    const QString told =
        QStringLiteral("王小明：200.00 元，收据 A00000001。等待：复核（征缴复核岗）").repeated(6);
    window->tell(told);
    CHECK(strip->text() == told);
    CHECK(bar->findChild<QLabel *>("told")->toolTip() == told);
    CHECK(bar->currentMessage().isEmpty());
    CHECK(window->width() == 1366);
    CHECK_FALSE(overprints(*bar));
    shot(*window, "status-long");
    // Another message takes its place, and so does what was handed in.
    window->tell(QStringLiteral("口令已修改。"));
    CHECK(strip->text() == QStringLiteral("口令已修改。"));
    strip->showMade(told);
    CHECK(strip->offersMade());
    CHECK(bar->findChild<QPushButton *>("call_here")->isVisible());
    CHECK_FALSE(overprints(*bar));
    shot(*window, "status-made");
    window->tell(told);
    CHECK_FALSE(strip->offersMade());
    CHECK_FALSE(bar->findChild<QPushButton *>("call_here")->isVisible());
    // It goes with its page, and nothing but what was there at the beginning stays.
    window->showForm("enrollment.register");
    CHECK(strip->text() == idle);
}

TEST_CASE("A returned collection is corrected without its receipt coming up once more [CON-09]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 operation = county.collectAtCounter(county.enrol(1), "A00000001");
    county.act("tr", ActionKind::Return, operation, QStringLiteral("缴款人写错"));
    auto window = windowFor(county, "tc", noModules);
    const Unexpected dialogs;
    window->showOperation(operation);
    auto *form = window->findChild<FormPage *>();
    REQUIRE(form);
    QTest::keyClick(form, Qt::Key_F9);
    const OperationView view = county.office->view(window->session(), operation);
    REQUIRE(view.revision == 2);
    CHECK(view.state == OperationState::InReview);
    QTest::qWait(50);
    CHECK(dialogs.count() == 0);
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'preview'") == 0);
    // The first `make` of another hands its receipt over at once.
    window->startOperation("contributions.collect",
                           {{"person", county.enrol(2)},
                            {"year", 2026},
                            {"amount", 20000},
                            {"number", "A00000002"},
                            {"payer", "Y"}});
    QTest::keyClick(form, Qt::Key_F9);
    CHECK(dialogs.count() == 1);
    CHECK(window->findChild<StatusStrip *>()->offersMade());
}
