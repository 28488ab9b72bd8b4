// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/background.h"
#include "desk/form_page.h"
#include "desk/inbox_page.h"
#include "desk/nav_button.h"
#include "desk/record_form.h"
#include "support/desk_window.h"
#include "support/lan_county.h"
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

qint64 in(LanCounty &county, const QString &state, const QString &type)
{
    return county.number(
        QStringLiteral("SELECT count(*) FROM operation WHERE state = '%1' AND type = '%2'")
            .arg(state, type));
}

} // namespace

TEST_CASE(
    "What others enter shows at once: the inbox moves, a list marks the row, an open form says "
    "that its record is being changed before anything typed is lost",
    "[server]")
{
    dress(Theme::Face::Light);
    LanCounty county;
    county.enrol(1);
    const qint64 person = county.number("SELECT id FROM person");
    DeskWindow clerk(county.deskAt("pc-counter"), "tc");
    DeskWindow checker(county.deskAt("pc-recheck"), "tr");
    const std::unique_ptr<Office> other = county.deskAt("pc-2");
    const std::shared_ptr<Session> colleague = other->signIn("en1", TestOffice::password("en1"));
    const auto changedPhone = [&](const QString &phone) {
        MakeRequest request;
        request.type = "enrollment.change";
        request.payload = {{"person", person}, {"phone", phone}};
        request.evidence = {{"id_card", {}, {}}};
        return other->make(*colleague, request).operation;
    };
    const auto within = [](const std::function<bool()> &seen) {
        return QTest::qWaitFor(seen, 6000);
    };

    activate(*checker.window);
    checker.window->showModulePage("enrollment.persons");
    auto *count = checker.window->findChild<QLabel *>("enrollment.persons.count");
    const QString before = count->text();
    auto *inbox = checker.window->findChild<InboxPage *>();
    const int waiting = inbox->count();

    activate(*clerk.window);
    clerk.window->startOperation("enrollment.change", {{"person", person}});
    auto *form = clerk.window->findChild<FormPage *>();
    auto *address = form->findChild<QLineEdit *>("address");
    address->setFocus();
    clerk.hands.press(Qt::Key_A, Qt::ControlModifier);
    clerk.hands.type("North street 7");
    auto *bar = form->findChild<QWidget *>("meanwhile");
    CHECK_FALSE(bar->isVisible());

    const qint64 operation = changedPhone("13987654321");
    REQUIRE(within([&] { return bar->isVisible(); }));
    const QString said = form->findChild<QLabel *>("meanwhile_text")->text();
    INFO(said.toStdString());
    CHECK(said.contains("EN1"));
    CHECK(address->text() == "North street 7");
    shot(*clerk.window, "county-meanwhile");
    CHECK(within([&] { return inbox->count() == waiting + 1; }));
    // And the red number beside its name.
    CHECK(within([&] {
        const QList<NavButton *> lines = checker.window->findChildren<NavButton *>();
        return std::any_of(lines.begin(), lines.end(),
                           [&](const NavButton *line) { return line->count() == waiting + 1; });
    }));

    // When it has been posted the form can be filled in anew around what was typed.
    const std::shared_ptr<Session> decider = other->signIn("tr", TestOffice::password("tr"));
    const OperationView view = other->view(*decider, operation);
    Action action;
    action.kind = view.waitsForStep;
    action.operation = operation;
    action.revision = view.revision;
    action.seenDigest = view.digest;
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    other->act(*decider, action);
    REQUIRE(in(county, "posted", "enrollment.change") == 1);
    county.enrol(2);
    REQUIRE(within([&] { return count->text() != before; }));
    CHECK(count->text().contains(QStringLiteral("刚刚")));
    shot(*checker.window, "county-list-changed");
    form->findChild<QPushButton *>("read_again")->click();
    CHECK_FALSE(bar->isVisible());
    CHECK(address->text() == "North street 7");
    CHECK(form->findChild<QLineEdit *>("phone")->text() == "13987654321");
}

TEST_CASE(
    "While the county's service is away the window lives, says that it waits, and enters once",
    "[server]")
{
    dress(Theme::Face::Light);
    LanCounty county;
    DeskWindow clerk(county.deskAt("pc-counter"), "tc");
    activate(*clerk.window);
    clerk.window->startOperation("enrollment.register", county.newPerson(1));
    QTest::qWait(20);
    auto *form = clerk.window->findChild<FormPage *>();
    REQUIRE(form);
    for (const char *paper : {"paper_id_card", "paper_household_register"}) {
        form->findChild<QWidget *>(paper)->setFocus();
        clerk.hands.press(Qt::Key_Return);
    }
    county.stop();
    QString said;
    bool painted = false;
    QTimer::singleShot(1600, form, [&] {
        said = form->findChild<QLabel *>("message")->text();
        shot(*clerk.window, "county-waits");
        painted = true;
    });
    QTimer::singleShot(2000, form, [&county] { county.start(); });
    clerk.hands.press(Qt::Key_F9);
    CHECK(painted);
    CHECK(said.contains(QStringLiteral("尚未应答")));
    CHECK(in(county, "in_review", "enrollment.register") == 1);
    CHECK_FALSE(officeIsBusy());
}
