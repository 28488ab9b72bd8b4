// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/approval_dialog.h"
#include "desk/background.h"
#include "desk/form_page.h"
#include "desk/inbox_page.h"
#include "desk/record_form.h"
#include "operations/verify.h"
#include "support/keyboard.h"
#include "support/lan_county.h"
#include "support/office_window.h"
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

/** One PC of the county: an office of its own over a wire of its own, and the window of who has
 * signed in there. */
struct Desk {
    Desk(LanCounty &county, const QString &workstation, const QString &name)
        : office(county.deskAt(workstation))
        , window(std::make_unique<MainWindow>(*office,
                                              office->signIn(name, TestOffice::password(name)),
                                              deskServices(), builtModules))
    {
        window->show();
        activate(*window);
    }

    void tick(QWidget &dialog)
    {
        for (const char *tick :
             {"evidence_true", "evidence_complete", "evidence_valid", "evidence_none"}) {
            if (auto *box = dialog.findChild<QWidget *>(tick))
                QTest::keyClick(box, Qt::Key_Space);
        }
    }
    /** Opens the first of what waits, ticks and signs. */
    void decideFirst(const char *screen)
    {
        activate(*window);
        QTest::keyClick(window.get(), Qt::Key_I, Qt::ControlModifier);
        auto *inbox = window->findChild<InboxPage *>();
        inbox->refresh();
        REQUIRE(inbox->count() > 0);
        inNextDialog([&](QDialog &dialog) {
            tick(dialog);
            QTest::qWait(20);
            shot(dialog, screen);
            QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
            told = dialog.findChild<QLabel *>("message")->text();
            dialog.reject();
        });
        inbox->table()->setFocus();
        QTest::keyClick(inbox->table(), Qt::Key_Return);
    }
    /** `drawn`: its paper is shown, and closed. */
    void handIn(const QString &type, const QJsonObject &payload, const QStringList &papers,
                bool drawn)
    {
        if (drawn)
            inNextDialog([](QDialog &paper) { QTest::keyClick(&paper, Qt::Key_Escape); });
        activate(*window);
        window->startOperation(type, payload);
        QTest::qWait(20);
        auto *form = window->findChild<FormPage *>();
        REQUIRE(form);
        for (const QString &paper : papers) {
            form->findChild<QWidget *>("paper_" + paper)->setFocus();
            hands.press(Qt::Key_Return);
        }
        hands.press(Qt::Key_F9);
        QTest::qWait(20);
    }

    std::unique_ptr<Office> office;
    std::unique_ptr<MainWindow> window;
    Keyboard hands;
    QString told;
};

qint64 in(LanCounty &county, const QString &state, const QString &type)
{
    return county.number(
        QStringLiteral("SELECT count(*) FROM operation WHERE state = '%1' AND type = '%2'")
            .arg(state, type));
}

} // namespace

TEST_CASE("Desks of three posts carry an enrolment, a collection and a day close through together "
          "[CON-15] [SEC-13]",
          "[server]")
{
    dress(Theme::Face::Light);
    LanCounty county;
    county.issueNumbers("tc", "A");
    Desk clerk(county, "pc-counter", "tc");
    Desk checker(county, "pc-recheck", "tr");
    Desk head(county, "pc-head", "dep");

    clerk.handIn("enrollment.register", county.newPerson(1), {"id_card", "household_register"},
                 false);
    CHECK(in(county, "in_review", "enrollment.register") == 1);
    shot(*clerk.window, "county-form");
    checker.decideFirst("county-recheck");
    head.decideFirst("county-approve");
    INFO(checker.told.toStdString() << " / " << head.told.toStdString());
    REQUIRE(in(county, "posted", "enrollment.register") == 1);

    const QString number = county.newPerson(1)["id_number"].toString();
    activate(*clerk.window);
    clerk.window->showModulePage("contributions.counter");
    QTest::qWait(20);
    clerk.hands.type(number.right(4));
    clerk.hands.press(Qt::Key_Return);
    QTest::qWait(20);
    CHECK(clerk.window->findChild<QLabel *>("counter_name")->text() == TestOffice::personName(1));
    clerk.hands.type("1");
    clerk.hands.press(Qt::Key_Return);
    clerk.hands.type("500");
    clerk.hands.press(Qt::Key_Return);
    shot(*clerk.window, "county-counter");
    inNextDialog([](QDialog &receipt) { QTest::keyClick(&receipt, Qt::Key_Escape); });
    clerk.hands.press(Qt::Key_Return);
    CHECK(county.number("SELECT count(*) FROM receipt WHERE number = 'A00000001'") == 1);
    checker.decideFirst("county-collection");
    CHECK(in(county, "posted", "contributions.collect") == 1);
    CHECK(county.number("SELECT count(*) FROM account_entry") == 1);

    clerk.handIn("contributions.day_close",
                 {{"operator", county.operatorId("tc")},
                  {"day", "2026-03-02"},
                  {"counted", 20000},
                  {"deposit_slip", "B-7"}},
                 {}, true);
    checker.decideFirst("county-day-close");
    CHECK(in(county, "posted", "contributions.day_close") == 1);

    // A record opens whole for who may reveal it, with a line.
    activate(*clerk.window);
    clerk.window->showPerson(county.number("SELECT id FROM person"));
    CHECK(clerk.window->findChild<QLabel *>("record_0")->text().contains("****"));
    clerk.window->findChild<QPushButton *>("reveal")->click();
    CHECK(clerk.window->findChild<QLabel *>("record_0")->text() == number);
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'reveal'") == 1);

    // Each entry says at which PC it was asked for, and the whole can be proved.
    CHECK(county.number("SELECT count(*) FROM journal WHERE workstation = 'pc-counter' AND kind = "
                        "'make'")
          == 3);
    CHECK(county.number("SELECT count(*) FROM journal WHERE workstation = 'pc-recheck' AND kind = "
                        "'recheck'")
          == 3);
    CHECK(county.service->verify({}).violations.isEmpty());
}

TEST_CASE(
    "What others enter shows at once: the inbox moves, a list marks the row, an open form says "
    "that its record is being changed before anything typed is lost",
    "[server]")
{
    dress(Theme::Face::Light);
    LanCounty county;
    county.enrol(1);
    const qint64 person = county.number("SELECT id FROM person");
    Desk clerk(county, "pc-counter", "tc");
    Desk checker(county, "pc-recheck", "tr");
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
    Desk clerk(county, "pc-counter", "tc");
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
