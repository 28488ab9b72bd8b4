// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "end-to-end/form_window.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include <QApplication>
#include <QComboBox>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

TEST_CASE("A certificate is asked for beside the special group alone [ENR-01]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Page form(county, "tc", "enrollment.register");
    QWidget *certificate = form.named("group_certificate");
    auto *group = form.page.findChild<QComboBox *>("member_group");
    CHECK_FALSE(certificate->isVisible());
    form.page.form().setPayload({{"member_group", "021"}});
    QApplication::processEvents();
    CHECK(certificate->isVisible());
    CHECK(certificate->mapTo(&form.page, QPoint()).y() == group->mapTo(&form.page, QPoint()).y());
    CHECK(certificate->mapTo(&form.page, QPoint()).x() > group->mapTo(&form.page, QPoint()).x());
    group->setFocus();
    form.keys.press(Qt::Key_Return);
    CHECK(Keyboard::focus() == "group_certificate");
    form.keys.type("41108120260001");
    CHECK(form.page.form().payload()[u"group_certificate"].toString() == "41108120260001");
    // Nobody hands in the certificate of a group that was taken back, and nothing stops at it.
    form.page.form().setPayload({{"member_group", "011"}});
    CHECK_FALSE(certificate->isVisible());
    CHECK(form.page.form().payload()[u"group_certificate"].toString().isEmpty());
    group->setFocus();
    form.keys.press(Qt::Key_Return);
    CHECK(Keyboard::focus() == "tier");
}

TEST_CASE("What a leader handed down is flagged on the form of any business [CTL-24]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    Page form(county, "tc", "contributions.declare");
    form.page.form().setPayload({{"person", person}, {"year", 2026}, {"amount", 20000}});
    CHECK_FALSE(form.named("instructed_by")->isVisible());
    form.keys.press(Qt::Key_F6);
    CHECK(Keyboard::focus() == "instructed_by");
    form.keys.press(Qt::Key_Return);
    form.keys.type("2.30");
    form.keys.press(Qt::Key_F9);
    CHECK(Keyboard::focus() == "instructed_on");
    CHECK(form.line("instructed_on")->property("invalid").toBool());
    form.line("instructed_on")->clear();
    form.keys.type("2.27");
    form.keys.press(Qt::Key_F9);
    CHECK(Keyboard::focus() == "instructed_by");
    form.keys.type(QStringLiteral("王建国"));
    form.keys.press(Qt::Key_Return);
    form.keys.press(Qt::Key_Return);
    CHECK(form.line("instructed_on")->text() == "2026-02-27");
    CHECK(Keyboard::focus() == "objection");
    form.keys.type(QStringLiteral("未见本人申请"));
    shot(form.page, "form-handed-down");
    form.keys.press(Qt::Key_F9);
    const qint64 operation = county.number("SELECT max(id) FROM operation");
    OperationView view = county.office->view(county.as("tr"), operation);
    CHECK(view.instructedBy == QStringLiteral("王建国"));
    CHECK(view.instructedOn == "2026-02-27");
    CHECK(view.objection == QStringLiteral("未见本人申请"));
    // The next form is of nobody's order, and a returned one still says whose it was.
    CHECK_FALSE(form.named("instructed_by")->isVisible());
    county.act("tr", ActionKind::Return, operation, "x");
    form.page.resubmit(county.office->view(county.as("tc"), operation));
    CHECK(form.line("instructed_by")->text() == QStringLiteral("王建国"));
    form.keys.press(Qt::Key_F9);
    view = county.office->view(county.as("tr"), operation);
    CHECK(view.revision == 2);
    CHECK(view.instructedOn == "2026-02-27");
}

TEST_CASE("Enter passes by what few papers say, Tab reaches it [ENR-01]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Page form(county, "tc", "enrollment.register");
    form.page.findChild<QComboBox *>("nation")->setFocus();
    form.keys.press(Qt::Key_Return);
    CHECK(Keyboard::focus() == "division");
    form.page.findChild<QComboBox *>("nation")->setFocus();
    form.keys.press(Qt::Key_Tab);
    CHECK(Keyboard::focus() == "student");
    form.keys.press(Qt::Key_Tab);
    form.keys.press(Qt::Key_Space);
    CHECK(form.page.form().payload()[u"land_lost"].toInteger() == 1);
    // What is answered is met again on the way.
    form.page.findChild<QComboBox *>("nation")->setFocus();
    form.keys.press(Qt::Key_Return);
    CHECK(Keyboard::focus() == "land_lost");
}
