// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/approval_dialog.h"
#include "desk/evidence_viewer.h"
#include "desk/inbox_page.h"
#include "desk/lock_screen.h"
#include "desk/on_the_spot.h"
#include "desk/sign_in_dialog.h"
#include "desk/sign_many_dialog.h"
#include "desk/status_strip.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/office_window.h"
#include "support/test_office.h"
#include <QApplication>
#include <QBuffer>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QTimer>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** Three receipts of a township clerk wait for the recheck. */
QList<qint64> collected(TestOffice &county)
{
    county.issueNumbers("tc", "A");
    QList<qint64> operations;
    constexpr int tiers[]{0, 20000, 50000, 30000};
    for (int i = 1; i <= 3; ++i)
        operations.append(county.collectAtCounter(county.enrol(i),
                                                  QStringLiteral("A0000000%1").arg(i), tiers[i]));
    return operations;
}

void tickAll(QWidget &dialog)
{
    // One tick speaks for all three where nothing is attached.
    const bool papers = !dialog.findChild<QWidget *>("evidence_none");
    const QStringList ticks = papers
        ? QStringList{"evidence_true", "evidence_complete", "evidence_valid"}
        : QStringList{"evidence_none"};
    for (const QString &tick : ticks)
        QTest::keyClick(dialog.findChild<QWidget *>(tick), Qt::Key_Space);
}

bool isWholeInView(const QWidget *widget)
{
    return widget->visibleRegion().boundingRect() == widget->rect();
}

QString messageOf(QWidget &dialog)
{
    return dialog.findChild<QLabel *>("message")->text();
}

qint64 posted(TestOffice &county)
{
    return county.number("SELECT count(*) FROM operation WHERE state = 'posted' AND type = "
                         "'contributions.collect'");
}

} // namespace

TEST_CASE("Decide many: opened one after another, marked, signed with one password [CTL-11]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const QList<qint64> operations = collected(county);
    auto window = windowFor(county, "tr", noModules);
    auto *inbox = window->findChild<InboxPage *>();
    REQUIRE(inbox->count() == 3);
    // What was not opened cannot be marked.
    QTest::keyClick(inbox->table(), Qt::Key_Space);
    CHECK(inbox->marks().isEmpty());
    inNextDialog([](QDialog &dialog) {
        QTest::keyClick(&dialog, Qt::Key_F8);
        CHECK_FALSE(messageOf(dialog).isEmpty()); // nothing is ticked yet
        tickAll(dialog);
        shot(dialog, "deciding-dialog");
        QTest::keyClick(&dialog, Qt::Key_F8); // marks, and the next one is there
        tickAll(dialog);
        QTest::keyClick(&dialog, Qt::Key_F8);
        CHECK(static_cast<ApprovalDialog &>(dialog).marks().size() == 2);
    });
    QTest::keyClick(inbox->table(), Qt::Key_Return);
    REQUIRE(inbox->marks().size() == 2);
    CHECK(posted(county) == 0);
    shot(*window, "deciding-marked");
    // One of the two is returned elsewhere meanwhile: it is refused alone.
    county.act("tr", ActionKind::Return, operations.first(), "amount unreadable");
    inNextDialog([](QDialog &dialog) {
        auto *password = dialog.findChild<QLineEdit *>("password");
        QTest::keyClicks(password, "wrong");
        QTest::keyClick(password, Qt::Key_Return);
        CHECK(messageOf(dialog) == QStringLiteral("口令不正确。"));
        CHECK(static_cast<SignManyDialog &>(dialog).signedOperations().isEmpty());
        password->clear();
        QTest::keyClicks(password, TestOffice::password("tr"));
        QTest::keyClick(password, Qt::Key_Return);
        CHECK(static_cast<SignManyDialog &>(dialog).signedOperations().size() == 1);
        CHECK(static_cast<SignManyDialog &>(dialog).refusedOperations().size() == 1);
        shot(dialog, "deciding-signed");
    });
    activate(*window);
    inbox->table()->setFocus();
    QTest::keyClick(inbox->table(), Qt::Key_F9);
    CHECK(posted(county) == 1);
    CHECK(inbox->count() == 1);
    CHECK(inbox->marks().isEmpty());
}

TEST_CASE("What was signed stays in sight over the next operation [CTL-09]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const QList<qint64> operations = collected(county);
    auto window = windowFor(county, "tr", noModules);
    auto *inbox = window->findChild<InboxPage *>();
    inNextDialog([&](QDialog &dialog) {
        auto &approval = static_cast<ApprovalDialog &>(dialog);
        const OperationView first = county.office->view(window->session(), approval.operation());
        tickAll(dialog);
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(approval.operation() != first.id);
        const QString told = messageOf(dialog);
        CHECK(told.startsWith(QStringLiteral("已签署：")));
        CHECK(told.contains(first.title));
        CHECK(told.contains(first.summary));
        CHECK(told.contains(QStringLiteral("第 1 件，共 3 件")));
        QTest::qWait(20);
        shot(dialog, "deciding-outcome");
        tickAll(dialog); // checking the next one takes nothing away
        CHECK(messageOf(dialog) == told);
        QTest::keyClick(&dialog, Qt::Key_PageDown);
        CHECK(messageOf(dialog).isEmpty());
        dialog.findChild<QPlainTextEdit *>("reason")->setPlainText(QStringLiteral("金额不清"));
        QTest::keyClick(&dialog, Qt::Key_R, Qt::ControlModifier);
        CHECK(messageOf(dialog).startsWith(QStringLiteral("已退回：")));
        CHECK(messageOf(dialog).contains(QStringLiteral("第 2 件，共 3 件")));
    });
    QTest::keyClick(inbox->table(), Qt::Key_Return);
    CHECK(inbox->count() == 1);
    // One alone is named in the status bar.
    const OperationView last = county.office->view(window->session(), inbox->shown().first());
    inNextDialog([](QDialog &dialog) {
        tickAll(dialog);
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    });
    QTest::keyClick(inbox->table(), Qt::Key_Return);
    CHECK(window->findChild<StatusStrip *>()->text().contains(last.summary));
}

TEST_CASE("The approval dialog says what would be written, and writes nothing")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const QList<qint64> operations = collected(county);
    Session &checker = county.as("tr");
    const qint64 head = county.office->journal().headSeq();
    const EffectsPreview preview = county.office->effects(checker, operations.last());
    CHECK(preview.refused.isEmpty());
    QMap<QString, qint64> sums;
    for (const EffectsPreview::Line &line : preview.lines)
        sums.insert(line.table, line.amountFen);
    CHECK(sums.value("account_entry") == 30000);
    CHECK(sums.value("contribution_entry") == 30000);
    CHECK(sums.value("suspense_money") == -30000);
    CHECK(sums.contains("accounting_event"));
    CHECK(county.office->journal().headSeq() == head);
    CHECK(county.number("SELECT count(*) FROM account_entry") == 0);
    ApprovalDialog dialog(*county.office, checker, operations.last());
    QStringList texts;
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts.append(label->text());
    CHECK(texts.join(u'\n').contains("300.00"));
    county.act("tr", ActionKind::Recheck, operations.last());
    CHECK(county.number("SELECT sum(amount) FROM account_entry") == 30000);
}

TEST_CASE("A posted operation names who answers for each step and who led them then [CTL-25]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const qint64 operation = county.number("SELECT operation FROM operation_subject LIMIT 1");
    REQUIRE(person != 0);
    ApprovalDialog dialog(*county.office, county.as("au"), operation);
    const QString course = dialog.findChild<QWidget *>("course")->accessibleName();
    for (const char *name : {"TC", "TR", "DEP"})
        CHECK(course.contains(name));
    const QString responsible = dialog.findChild<QLabel *>("responsible")->text();
    CHECK(responsible.count(u'\n') == 2);
    for (const char *name : {"TC", "TR", "DEP", "DIR"})
        CHECK(responsible.contains(name));
    CHECK_FALSE(dialog.findChild<QPushButton *>("agree")->isVisibleTo(&dialog));
}

TEST_CASE("A scan is looked at from the dialog and leaves a trace [CTL-11]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    QImage picture(640, 400, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(picture.save(&buffer, "PNG"));
    MakeRequest request;
    request.type = "enrollment.register";
    request.payload = county.newPerson(1);
    request.evidence = {{"id_card", "card.png", png}, {"household_register", {}, {}}};
    const ActResult made = county.office->make(county.as("tc"), request);
    ApprovalDialog dialog(*county.office, county.as("tr"), made.operation);
    dialog.show();
    bool seen = false;
    inNextDialog([&seen](QDialog &viewer) {
        seen = qobject_cast<EvidenceViewer *>(&viewer) != nullptr;
        shot(viewer, "deciding-evidence");
    });
    dialog.findChild<QPushButton *>("look_id_card")->click();
    CHECK(seen);
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'evidence'") == 1);
}

TEST_CASE(
    "Somebody else is called to the window and decides with an own key and the form keeps its "
    "state")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const QList<qint64> operations = collected(county);
    auto window = windowFor(county, "tc", noModules);
    QWidget &over = *window;
    const qint64 signedBefore = posted(county);
    inNextDialog([](QDialog &call) {
        // The maker cannot be the one who is called.
        QTest::keyClicks(call.findChild<QLineEdit *>("name"), "tr");
        QTest::keyClicks(call.findChild<QLineEdit *>("password"), TestOffice::password("tr"));
        shot(call, "deciding-call");
        inNextDialog([](QDialog &dialog) {
            tickAll(dialog);
            shot(dialog, "deciding-on-the-spot");
            QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        });
        QTest::keyClick(call.findChild<QLineEdit *>("password"), Qt::Key_Return);
    });
    CHECK(decideOnTheSpot(*county.office, window->session(), {operations.first()}, &over));
    CHECK(posted(county) == signedBefore + 1);
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'on_the_spot'") == 1);
    CHECK_FALSE(window->session().isLocked());
    // The clerk who made it is shown the operation, and nothing to decide it with.
    inNextDialog([](QDialog &call) {
        QTest::keyClicks(call.findChild<QLineEdit *>("name"), "tc");
        QTest::keyClicks(call.findChild<QLineEdit *>("password"), TestOffice::password("tc"));
        inNextDialog([](QDialog &dialog) {
            CHECK_FALSE(dialog.findChild<QPushButton *>("agree")->isVisible());
            CHECK_FALSE(dialog.findChild<QWidget *>("evidence_true"));
            CHECK_FALSE(dialog.findChild<QWidget *>("evidence_none"));
        });
        QTest::keyClick(call.findChild<QLineEdit *>("password"), Qt::Key_Return);
    });
    CHECK_FALSE(decideOnTheSpot(*county.office, window->session(), {operations.at(1)}, &over));
}

TEST_CASE("Several of one's own are decided on the spot, one after another, with one call [CTL-09]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    collected(county);
    auto window = windowFor(county, "tc", noModules);
    auto *inbox = window->findChild<InboxPage *>();
    CHECK(inbox->chosenForCall().isEmpty()); // what waits for oneself is signed by oneself
    inbox->showPart(InboxPage::Part::Mine);
    inbox->table()->setFocus();
    CHECK(inbox->chosenForCall().size() == 1); // the present one
    QTest::keyClick(inbox->table(), Qt::Key_Space);
    QTest::keyClick(inbox->table(), Qt::Key_Space); // an enrolment that is posted: cannot be chosen
    CHECK(inbox->chosenForCall().size() == 1);
    QTest::keyClick(inbox->table(), Qt::Key_Down);
    QTest::keyClick(inbox->table(), Qt::Key_Space);
    const QList<qint64> chosen = inbox->chosenForCall();
    REQUIRE(chosen.size() == 2);
    shot(*window, "deciding-chosen");
    const qint64 before = posted(county);
    inNextDialog([](QDialog &call) {
        QTest::keyClicks(call.findChild<QLineEdit *>("name"), "tr");
        QTest::keyClicks(call.findChild<QLineEdit *>("password"), TestOffice::password("tr"));
        inNextDialog([](QDialog &dialog) {
            for (int i = 0; i < 2; ++i) {
                tickAll(dialog);
                QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
            }
            CHECK_FALSE(dialog.isVisible());
        });
        QTest::keyClick(call.findChild<QLineEdit *>("password"), Qt::Key_Return);
    });
    QTest::keyClick(window.get(), Qt::Key_F10);
    CHECK(posted(county) == before + 2);
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'on_the_spot'") == 1);
}

TEST_CASE("Key information stands out where its change is decided [ENR-02]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const OperationType *type = county.registry->find("enrollment.change_key");
    const qint64 person = county.enrol(1);
    QJsonObject payload = type->prefill({{"person", person}}, county.office->reader());
    payload["person"] = person;
    payload["name"] = QStringLiteral("张小三");
    payload["reason"] = QStringLiteral("派出所更正");
    const ActResult made =
        county.make("en1", "enrollment.change_key", payload, type->evidence, "corrected");
    ApprovalDialog dialog(*county.office, county.as("en2"), made.operation);
    const auto *changes = dialog.findChild<QTableWidget *>("changes");
    REQUIRE(changes->columnCount() == 3);
    CHECK(changes->item(0, 0)->text().contains(QStringLiteral("关键")));
    shot(dialog, "deciding-key");
}

TEST_CASE("What is asked of the decider is in view at any time, and a refusal goes there [CTL-11]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const OperationType *type = county.registry->find("enrollment.change_key");
    const qint64 person = county.enrol(1);
    QJsonObject payload = type->prefill({{"person", person}}, county.office->reader());
    payload["person"] = person;
    payload["name"] = QStringLiteral("张小三");
    payload["reason"] = QStringLiteral("派出所更正");
    const ActResult made =
        county.make("en1", "enrollment.change_key", payload, type->evidence, "corrected");
    ApprovalDialog dialog(*county.office, county.as("en2"), made.operation);
    dialog.show();
    activate(dialog);
    CHECK(dialog.height() < 740); // a screen of 768 lines, its frame and bar
    auto *reason = dialog.findChild<QPlainTextEdit *>("reason");
    CHECK(isWholeInView(reason));
    for (const char *tick : {"evidence_true", "evidence_complete", "evidence_valid"})
        CHECK(isWholeInView(dialog.findChild<QWidget *>(tick)));
    shot(dialog, "deciding-in-view");
    QTest::keyClick(&dialog, Qt::Key_R, Qt::ControlModifier);
    CHECK(messageOf(dialog) == refusal("REASON_MISSING").text);
    CHECK(reason->hasFocus());
    QTest::keyClick(dialog.findChild<QWidget *>("evidence_true"), Qt::Key_Space);
    reason->setFocus();
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    CHECK(messageOf(dialog) == refusal("EVIDENCE_NOT_CHECKED").text);
    CHECK(dialog.findChild<QWidget *>("evidence_complete")->hasFocus());
}

TEST_CASE("Without papers one tick speaks the three words, and nothing goes through without it "
          "[CTL-11]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const QList<qint64> operations = collected(county);
    ApprovalDialog dialog(*county.office, county.as("tr"), operations.first());
    dialog.show();
    activate(dialog);
    CHECK_FALSE(dialog.findChild<QWidget *>("evidence_true"));
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    CHECK(messageOf(dialog) == refusal("EVIDENCE_NOT_CHECKED").text);
    CHECK(posted(county) == 0);
    QTest::keyClick(dialog.findChild<QWidget *>("evidence_none"), Qt::Key_Space);
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    CHECK(posted(county) == 1);
}

TEST_CASE("What is signed can be read whole: rows grow, labels have their room, amounts stand "
          "right")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    MakeRequest request;
    request.type = "enrollment.register";
    request.payload = county.newPerson(9);
    request.payload["address"] = QString(120, QChar(u'村'));
    request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
    const ActResult made = county.office->make(county.as("tc"), request);
    ApprovalDialog dialog(*county.office, county.as("tr"), made.operation);
    dialog.show();
    QApplication::processEvents();
    shot(dialog, "deciding-long");
    auto *changes = dialog.findChild<QTableWidget *>("changes");
    int tallest = 0;
    int sum = 0;
    for (int row = 0; row < changes->rowCount(); ++row) {
        CHECK(changes->rowHeight(row)
              >= static_cast<QAbstractItemView *>(changes)->sizeHintForRow(row));
        tallest = std::max(tallest, changes->rowHeight(row));
        sum += changes->rowHeight(row);
    }
    CHECK(tallest > 2 * 34);
    CHECK(changes->viewport()->height() >= sum);
    CHECK(changes->columnWidth(0) <= changes->width() * 2 / 5);

    const QList<qint64> operations = collected(county);
    ApprovalDialog money(*county.office, county.as("tr"), operations.last());
    money.show();
    QApplication::processEvents();
    shot(money, "deciding-money");
    changes = money.findChild<QTableWidget *>("changes");
    CHECK(changes->columnWidth(0)
          >= static_cast<QAbstractItemView *>(changes)->sizeHintForColumn(0));
    CHECK(changes->rowHeight(0) == changes->rowHeight(1)); // the label stands in one line
    const QTableWidgetItem *amount = changes->item(0, changes->columnCount() - 1);
    CHECK(amount->text() == "300.00");
    CHECK(Qt::Alignment(amount->textAlignment()).testFlag(Qt::AlignRight));
}

TEST_CASE("Signed together: a sum stands where there is money, and only there")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    Action action;
    action.kind = ActionKind::Recheck;
    action.operation = county
                           .make("tc", "enrollment.register", county.newPerson(9),
                                 {"id_card", "household_register"})
                           .operation;
    const auto sums = [&county](const QList<Action> &actions) {
        SignManyDialog dialog(*county.office, county.as("tr"), actions);
        return dialog.findChild<QLabel *>("sums")->text();
    };
    CHECK(sums({action}).contains(u'1'));
    CHECK_FALSE(sums({action}).contains("0.00"));
    Action paid = action;
    paid.operation = collected(county).first();
    CHECK(sums({action, paid}).contains("200.00"));
}

TEST_CASE("On the spot closes by itself when nobody touches it")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const QList<qint64> operations = collected(county);
    auto window = windowFor(county, "tc", noModules);
    bool open = false;
    inNextDialog([&](QDialog &call) {
        QTest::keyClicks(call.findChild<QLineEdit *>("name"), "tr");
        QTest::keyClicks(call.findChild<QLineEdit *>("password"), TestOffice::password("tr"));
        inNextDialog([&](QDialog &dialog) {
            constexpr qint64 longer = 61 * 1000;
            county.clock->advance(longer);
            open = !QTest::qWaitFor([&dialog] { return !dialog.isVisible(); }, 3000);
        });
        QTest::keyClick(call.findChild<QLineEdit *>("password"), Qt::Key_Return);
    });
    CHECK_FALSE(
        decideOnTheSpot(*county.office, window->session(), {operations.first()}, window.get()));
    CHECK_FALSE(open);
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'on_the_spot_ended'") == 1);
}

TEST_CASE("The window locks over everything and opens with the password alone [SEC-10]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    auto window = windowFor(county, "tc", noModules);
    window->showForm("enrollment.register");
    auto *name = window->findChild<QLineEdit *>("name");
    REQUIRE(name);
    name->setText("Half a na");
    inNextDialog([&window](QDialog &screen) {
        CHECK(window->session().isLocked());
        CHECK(screen.geometry() == window->geometry());
        QTest::keyClick(&screen, Qt::Key_Escape);
        CHECK(screen.isVisible());
        auto *password = screen.findChild<QLineEdit *>("password");
        QTest::keyClicks(password, "wrong");
        QTest::keyClick(password, Qt::Key_Return);
        CHECK(messageOf(screen) == QStringLiteral("口令不正确。"));
        CHECK(window->session().isLocked());
        shot(screen, "deciding-locked");
        password->clear();
        QTest::keyClicks(password, TestOffice::password("tc"));
        QTest::keyClick(password, Qt::Key_Return);
        CHECK_FALSE(screen.isVisible());
    });
    activate(*window);
    QTest::keyClick(window.get(), Qt::Key_L, Qt::ControlModifier);
    CHECK_FALSE(window->session().isLocked());
    CHECK(name->text() == "Half a na");

    IdleWatch watch(std::chrono::milliseconds(120));
    int idle = 0;
    QObject::connect(&watch, &IdleWatch::idle, &watch, [&idle] { ++idle; });
    for (int i = 0; i < 4; ++i) {
        QTest::qWait(60);
        QTest::keyClick(name, Qt::Key_A);
    }
    CHECK(idle == 0);
    CHECK(QTest::qWaitFor([&idle] { return idle > 0; }, 3000));
}

TEST_CASE("First admission and change of password in the window, with the rules while typing")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    PasswordDialog dialog(*county.office, county.as("tc"));
    dialog.show();
    auto *next = dialog.findChild<QLineEdit *>("next");
    auto *rules = dialog.findChild<QLabel *>("rules");
    QTest::keyClicks(next, "short");
    const QString first = rules->text();
    CHECK_FALSE(first.isEmpty());
    QTest::keyClicks(dialog.findChild<QLineEdit *>("present"), TestOffice::password("tc"));
    QTest::keyClick(dialog.findChild<QLineEdit *>("present"), Qt::Key_Return);
    CHECK(dialog.isVisible()); // the rule holds the dialog
    shot(dialog, "deciding-password");
    next->clear();
    QTest::keyClicks(next, "Nw8!fT#qLm27");
    CHECK(rules->text() != first);
    QTest::keyClicks(dialog.findChild<QLineEdit *>("again"), "Nw8!fT#qLm27");
    QTest::keyClick(dialog.findChild<QLineEdit *>("again"), Qt::Key_Return);
    CHECK(dialog.result() == QDialog::Accepted);
    CHECK_NOTHROW(county.office->signIn("tc", "Nw8!fT#qLm27"));

    AdmissionDialog admission(*county.office, "nobody");
    admission.show();
    QTest::keyClicks(admission.findChild<QLineEdit *>("code"), "AAAAA-BBBBB-CCCCC-DDDDD");
    QTest::keyClicks(admission.findChild<QLineEdit *>("next"), "Nw8!fT#qLm27");
    QTest::keyClicks(admission.findChild<QLineEdit *>("again"), "Nw8!fT#qLm27");
    admission.findChild<QPushButton *>("make_key")->click();
    CHECK(admission.isVisible());
    CHECK_FALSE(messageOf(admission).isEmpty());
    CHECK(admission.findChild<QLineEdit *>("code")->text() == "AAAAA-BBBBB-CCCCC-DDDDD");
}

TEST_CASE("Who has an operation open is told that somebody else has decided it [CTL-11]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const qint64 operation = collected(county).first();
    ApprovalDialog dialog(*county.office, county.as("tr"), operation);
    dialog.show();
    activate(dialog);
    auto *agree = dialog.findChild<QPushButton *>("agree");
    REQUIRE(agree->isEnabled());
    dialog.booksGrew();
    CHECK(messageOf(dialog).isEmpty());
    county.act("co1", ActionKind::Recheck, operation);
    REQUIRE(posted(county) == 1);
    dialog.booksGrew();
    CHECK(messageOf(dialog) == QStringLiteral("他人刚刚办理了此业务，现按最新状态显示。"));
    CHECK_FALSE(agree->isVisibleTo(&dialog));
    shot(dialog, "deciding-decided-elsewhere");
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    CHECK(
        county.number(
            QStringLiteral("SELECT count(*) FROM journal WHERE kind = 'recheck' AND operation = %1")
                .arg(operation))
        == 1);
}
