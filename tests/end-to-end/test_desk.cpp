// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/approval_dialog.h"
#include "desk/form_page.h"
#include "desk/inbox_page.h"
#include "desk/main_window.h"
#include "desk/preview_dialog.h"
#include "desk/record_form.h"
#include "desk/sign_in_dialog.h"
#include "desk/theme.h"
#include "desktop/services.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/test_office.h"
#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** Signs in by keys and opens the window as that person, who alone keeps the session. */
std::unique_ptr<MainWindow> windowOf(TestOffice &county, const QString &name,
                                     std::weak_ptr<Session> *session = nullptr)
{
    SignInDialog dialog(*county.office);
    dialog.show();
    activate(dialog);
    QTest::keyClicks(dialog.findChild<QLineEdit *>("name"), name);
    QTest::keyClicks(dialog.findChild<QLineEdit *>("password"), TestOffice::password(name));
    QTest::keyClick(dialog.findChild<QLineEdit *>("password"), Qt::Key_Return);
    REQUIRE(dialog.result() == QDialog::Accepted);
    auto window = std::make_unique<MainWindow>(*county.office, dialog.session(), deskServices());
    if (session)
        *session = dialog.session();
    window->show();
    QApplication::setActiveWindow(window.get());
    CHECK(QTest::qWaitForWindowActive(window.get()));
    return window;
}

QWidget *editor(QWidget &window, const QString &name)
{
    const QList<FormPage *> pages = window.findChildren<FormPage *>();
    for (FormPage *page : pages) {
        if (page->isVisible())
            return page->form().findChild<QWidget *>(name);
    }
    return nullptr;
}

/** Types into the field that has the focus and goes on with Enter. */
void fill(MainWindow &window, const QString &name, const QString &text)
{
    QWidget *field = editor(window, name);
    REQUIRE(field);
    field->setFocus(Qt::TabFocusReason); // what it holds is marked, as when one comes by Enter
    if (auto *box = qobject_cast<QComboBox *>(field))
        box->setCurrentIndex(box->findText(text));
    else {
        // Han text comes as an input method commits it.
        QInputMethodEvent committed;
        committed.setCommitString(text);
        QApplication::sendEvent(field, &committed);
    }
    QTest::keyClick(field, Qt::Key_Return);
}

} // namespace

TEST_CASE("A wrong password is told in words and keeps the name")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    SignInDialog dialog(*county.office);
    dialog.show();
    shot(dialog, "1-sign-in");
    QTest::keyClicks(dialog.findChild<QLineEdit *>("name"), "tc");
    QTest::keyClicks(dialog.findChild<QLineEdit *>("password"), "wrong");
    QTest::keyClick(dialog.findChild<QLineEdit *>("password"), Qt::Key_Return);
    CHECK(dialog.isVisible());
    CHECK(dialog.findChild<QLineEdit *>("name")->text() == "tc");
    shot(dialog, "2-sign-in-refused");
}

TEST_CASE(
    "In the window by keyboard: enrol, recheck, approve, find, collect [ENR-01] [CTL-09] [CON-02]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    auto clerk = windowOf(county, "tc");
    clerk->showForm("enrollment.register");
    const QString number = TestOffice::idNumber(QDate(1985, 5, 5), 3);
    fill(*clerk, "id_number", "411024198505050011");
    shot(*clerk, "3-form-wrong-number");
    CHECK(editor(*clerk, "id_number")->property("invalid").toBool());
    static_cast<QLineEdit *>(editor(*clerk, "id_number"))->clear();
    fill(*clerk, "id_number", number);
    CHECK_FALSE(editor(*clerk, "id_number")->property("invalid").toBool());
    fill(*clerk, "name", QStringLiteral("单秀英"));
    fill(*clerk, "division", "Village");
    fill(*clerk, "household", "410220007");
    fill(*clerk, "address", QStringLiteral("三组27号"));
    QTest::keyClick(editor(*clerk, "address"), Qt::Key_F9);
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.register'") == 0);
    CHECK(static_cast<QLineEdit *>(editor(*clerk, "address"))->text()
          == QStringLiteral("三组27号"));
    shot(*clerk, "4-form-papers-missing");
    bool noticed = false;
    inNextDialog([&noticed](QDialog &preview) {
        noticed = preview.windowTitle() == QStringLiteral("一次性补正告知书");
        QTest::keyClick(&preview, Qt::Key_Escape);
    });
    QTest::keyClick(editor(*clerk, "address"), Qt::Key_F7);
    CHECK(noticed);
    activate(*clerk);
    for (const char *paper : {"paper_id_card", "paper_household_register"})
        QTest::keyClick(clerk->findChild<QWidget *>(paper), Qt::Key_Space);
    QTest::keyClick(editor(*clerk, "address"), Qt::Key_F9);
    REQUIRE(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.register'")
            == 1);
    CHECK(static_cast<QLineEdit *>(editor(*clerk, "name"))->text().isEmpty());
    CHECK(static_cast<QLineEdit *>(editor(*clerk, "division"))->text() == "Township Village");

    const std::pair<const char *, const char *> deciders[]{{"tr", "5-recheck"},
                                                           {"dep", "6-approve"}};
    for (const auto &[name, picture] : deciders) {
        auto checker = windowOf(county, name);
        shot(*checker, name);
        auto *inbox = checker->findChild<QTableView *>("inbox");
        REQUIRE(inbox->model()->rowCount() == 1);
        inNextDialog([picture = picture](QDialog &dialog) {
            QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
            CHECK(dialog.isVisible()); // the ticks are missing
            for (const char *tick : {"evidence_true", "evidence_complete", "evidence_valid"})
                QTest::keyClick(dialog.findChild<QWidget *>(tick), Qt::Key_Space);
            shot(dialog, picture);
            QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        });
        QTest::keyClick(inbox, Qt::Key_Return);
        CHECK(inbox->model()->rowCount() == 0);
    }
    CHECK(county.number("SELECT count(*) FROM person") == 1);

    QApplication::setActiveWindow(clerk.get());
    clerk->showForm("contributions.collect");
    fill(*clerk, "person", number);
    fill(*clerk, "year", "2026");
    fill(*clerk, "amount", "200");
    fill(*clerk, "number", "A00000001");
    bool previewed = false;
    inNextDialog([&previewed](QDialog &preview) {
        previewed = true;
        QTest::qWait(400); // the page is drawn by a thread of its own
        shot(preview, "7-receipt");
        QTest::keyClick(&preview, Qt::Key_Escape);
    });
    QTest::keyClick(editor(*clerk, "payer"), Qt::Key_F9);
    CHECK(previewed);
    CHECK(county.number("SELECT sum(amount) FROM receipt") == 20000);
    shot(*clerk, "7-collected");
    QTest::keyClick(clerk.get(), Qt::Key_K, Qt::ControlModifier);
    QLineEdit *search = clerk->findChild<QLineEdit *>("search");
    QTest::keyClicks(search, "sxy");
    shot(*clerk, "8-search");
    QTest::keyClick(search, Qt::Key_Return);
    REQUIRE(clerk->findChild<PersonPage *>());
    shot(*clerk, "9-person");
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'person'") == 1);

    // Each paper of the person by Enter on its line, the statement by its button.
    auto *papers = clerk->findChild<PersonPage *>()->findChild<QTableWidget *>("papers");
    REQUIRE(papers);
    QStringList titles;
    const QTemporaryDir folder;
    QStringList stamps;
    const auto readPreview = [&](QDialog &preview) {
        titles.append(preview.windowTitle());
        const auto save = [&] {
            static_cast<PreviewDialog &>(preview).saveTo(folder.filePath("paper.pdf"));
            stamps.append(preview.findChild<QLabel *>("stamp")->text());
        };
        if (preview.windowTitle().contains(QStringLiteral("缴费收据")) && stamps.isEmpty()) {
            save();
            save();
        }
        QTest::keyClick(&preview, Qt::Key_Escape);
    };
    for (int line = 0; line < papers->rowCount(); ++line) {
        papers->setFocus();
        papers->setCurrentCell(line, 0);
        inNextDialog(readPreview);
        QTest::keyClick(papers, Qt::Key_Return);
        activate(*clerk);
    }
    inNextDialog(readPreview);
    clerk->findChild<PersonPage *>()->findChild<QAbstractButton *>("statement")->click();
    for (const char *title : {"参保登记表", "业务受理回执", "缴费收据", "个人权益记录单"}) {
        CAPTURE(title);
        CHECK_FALSE(titles.filter(QString::fromUtf8(title)).isEmpty());
    }
    // Looking counts nothing, though the receipt was shown when the money was taken.
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'print'") == 2);
    CHECK(stamps == QStringList{QString(), QStringLiteral("存档副本，不作收据")});
}

TEST_CASE("Every paper of the counter and the office opens in the window [CTL-12] [CTL-15]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 person = county.enrol(1);
    const qint64 change = county
                              .make("tc", "enrollment.change",
                                    {{"person", person},
                                     {"phone", "13700001234"},
                                     {"address", QStringLiteral("人民路与解放大道交叉口18号楼")}},
                                    {"id_card"})
                              .operation;
    county.act("tr", ActionKind::Recheck, change);
    const qint64 collected = county
                                 .make("tc", "contributions.collect",
                                       {{"person", person},
                                        {"year", 2026},
                                        {"amount", 20000},
                                        {"number", "A00000001"},
                                        {"payer", QStringLiteral("本人")}})
                                 .operation;
    county.act("tr", ActionKind::Recheck, collected);
    const qint64 closed = county
                              .make("tc", "contributions.day_close",
                                    {{"operator", county.operatorId("tc")},
                                     {"day", "2026-03-02"},
                                     {"counted", 20000},
                                     {"deposit_slip", "B-7"}})
                              .operation;
    auto window = windowOf(county, "tc");
    const std::pair<const char *, qint64> papers[]{{"enrollment.change_form", change},
                                                   {"enrollment.acceptance_slip", change},
                                                   {"contributions.receipt_preprinted", collected},
                                                   {"contributions.receipt", collected},
                                                   {"contributions.day_sheet", closed},
                                                   {"accounts.statement", person},
                                                   {"system.key_slip", county.operatorId("tc")}};
    for (const auto &[document, id] : papers) {
        CAPTURE(document);
        bool shown = false;
        inNextDialog([&shown](QDialog &preview) {
            shown = preview.objectName() == "preview";
            QTest::keyClick(&preview, Qt::Key_Escape);
        });
        window->showDocument(document, id);
        CHECK(shown);
    }
}

TEST_CASE("The dark face draws every page")
{
    dress(Theme::Face::Dark);
    TestOffice county(allRooms());
    county.make("tc", "enrollment.register", county.newPerson(1),
                {"id_card", "household_register"});
    auto checker = windowOf(county, "en1");
    CHECK(checker->findChild<QTableView *>("inbox")->model()->rowCount() == 1);
    shot(*checker, "dark-inbox");
    checker->showForm("enrollment.register");
    shot(*checker, "dark-form");
    Theme::apply(Theme::Face::Light);
}

namespace {

/** Whether the session still stood whenever a field lost the focus, which has it checked. */
class FocusWatch : public QObject {
public:
    explicit FocusWatch(std::weak_ptr<Session> session) : m_session(std::move(session)) { }
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::FocusOut)
            stood = stood && !m_session.expired();
        return QObject::eventFilter(object, event);
    }
    bool stood = true;

private:
    std::weak_ptr<Session> m_session;
};

} // namespace

TEST_CASE("A window that goes with a form open asks nothing for a session that has ended")
{
    TestOffice county(allRooms());
    std::weak_ptr<Session> session;
    auto window = windowOf(county, "tc", &session);
    window->showForm("enrollment.register");
    QWidget *name = editor(*window, "name");
    REQUIRE(name);
    name->setFocus();
    REQUIRE(QApplication::focusWidget());
    FocusWatch watch(session);
    QApplication::focusWidget()->installEventFilter(&watch);
    window.reset();
    CHECK(session.expired());
    CHECK(watch.stood);
}
