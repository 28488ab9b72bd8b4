// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/key_papers.h"
#include "database/error.h"
#include "desk/care_dialogs.h"
#include "desk/form_page.h"
#include "desk/key_stick_dialog.h"
#include "desk/list_page.h"
#include "desk/lock_screen.h"
#include "desk/notice_bar.h"
#include "desk/preview_dialog.h"
#include "desk/record_form.h"
#include "desk/sign_in_dialog.h"
#include "desk/start_dialog.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/office_window.h"
#include "support/old_office.h"
#include "support/test_office.h"
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QString newPassword = QStringLiteral("Neues?Wort77");

void type(QWidget &dialog, const QString &line, const QString &text)
{
    auto *found = dialog.findChild<QLineEdit *>(line);
    REQUIRE(found);
    found->setFocus();
    found->selectAll();
    QTest::keyClicks(found, text);
}

void typePair(QWidget &dialog, const QString &first, const QString &second)
{
    type(dialog, "first_name", first);
    type(dialog, "first_password", TestOffice::password(first));
    type(dialog, "second_name", second);
    type(dialog, "second_password", TestOffice::password(second));
}

void press(QWidget &dialog, const QString &button)
{
    auto *found = dialog.findChild<QPushButton *>(button);
    REQUIRE(found);
    QTest::keyClick(found, Qt::Key_Space);
}

QString message(QWidget &dialog)
{
    return dialog.findChild<QLabel *>("message")->text();
}

/** Closes so many papers that are shown one after another. Two of them may lie at one address, so
 * they are counted as they go. */
void closePapers(int wanted, int &closed)
{
    auto *poll = new QTimer(qApp);
    QObject::connect(poll, &QTimer::timeout, qApp, [poll, wanted, &closed] {
        auto *paper = qobject_cast<PreviewDialog *>(QApplication::activeModalWidget());
        if (!paper)
            return;
        if (++closed == wanted)
            poll->deleteLater();
        paper->reject();
    });
    poll->start(20);
}

QString textOf(PreviewDialog &paper)
{
    QTemporaryDir folder;
    const QString file = folder.filePath("paper.pdf");
    paper.saveTo(file);
    QPdfDocument document;
    REQUIRE(document.load(file) == QPdfDocument::Error::None);
    return document.getAllText(0).text();
}

} // namespace

TEST_CASE("Two envelopes give the administrators new keys in the window [SEC-19]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.reopen();
    QTemporaryDir sheets;
    SignInDialog signIn(*county.office, recoverySheets);
    signIn.show();
    activate(signIn);
    int papers = 0;
    inNextDialog([&](QDialog &dialog) {
        QTest::keyClick(dialog.findChild<QLineEdit *>("share_one"), Qt::Key_Return);
        CHECK(message(dialog).isEmpty()); // Enter goes on to the next line
        dialog.findChild<QAbstractButton *>("confirm")->setFocus();
        press(dialog, "confirm");
        CHECK_FALSE(message(dialog).isEmpty()); // nothing is typed yet
        type(dialog, "share_one", county.shares.at(0));
        type(dialog, "share_two", county.shares.at(0));
        type(dialog, "reason", "both forgotten");
        type(dialog, "sheets_folder", sheets.path());
        for (const auto &[box, name] :
             {std::pair<QString, QString>{"first", "sa"}, {"second", "se"}}) {
            auto *half = dialog.findChild<QWidget *>(box);
            type(*half, "name", name);
            type(*half, "next", newPassword);
            type(*half, "again", newPassword);
        }
        press(dialog, "confirm");
        CHECK(dialog.isVisible()); // twice the same sheet
        CHECK_FALSE(message(dialog).isEmpty());
        CHECK(QDir(sheets.path()).isEmpty());
        type(dialog, "share_two", county.shares.at(2));
        shot(dialog, "care-recover");
        closePapers(3, papers);
        press(dialog, "confirm");
    });
    press(signIn, "recover");
    CHECK(papers == 3);
    CHECK(QDir(sheets.path()).entryList({"*.pdf"}).size() == 3);
    CHECK_THROWS_AS(county.office->signIn("sa", TestOffice::password("sa")), RefusedError);
    type(signIn, "name", "sa");
    type(signIn, "password", newPassword);
    press(signIn, "sign_in");
    CHECK(signIn.result() == QDialog::Accepted);
}

TEST_CASE(
    "An office that waits for its upgrade says so at the sign-in and is upgraded there by two")
{
    dress(Theme::Face::Light);
    OldOffice old(allRooms(), 1);
    SignInDialog signIn(*old.county.office, recoverySheets);
    signIn.show();
    activate(signIn);
    type(signIn, "name", "tc");
    type(signIn, "password", TestOffice::password("tc"));
    CHECK_FALSE(signIn.findChild<QPushButton *>("upgrade")->isVisible());
    press(signIn, "sign_in");
    CHECK(message(signIn) == refusal("SCHEMA_WAITS").text);
    REQUIRE(signIn.findChild<QPushButton *>("upgrade")->isVisible());
    shot(signIn, "care-waits");
    inNextDialog([](QDialog &dialog) {
        typePair(dialog, "sa", "tc"); // who may not stand by
        press(dialog, "confirm");
        CHECK(dialog.isVisible());
        CHECK_FALSE(message(dialog).isEmpty());
        typePair(dialog, "sa", "se");
        shot(dialog, "care-upgrade");
        press(dialog, "confirm");
    });
    auto *upgrade = signIn.findChild<QPushButton *>("upgrade");
    upgrade->setFocus();
    QTest::keyClick(upgrade, Qt::Key_Return);
    CHECK_FALSE(signIn.findChild<QPushButton *>("upgrade")->isVisible());
    type(signIn, "password", TestOffice::password("tc"));
    // The button that took Enter over is gone: Enter signs in again.
    QTest::keyClick(signIn.findChild<QLineEdit *>("password"), Qt::Key_Return);
    CHECK(signIn.result() == QDialog::Accepted);
    // The audit administrator reads of it above every page and acknowledges it there.
    auto window = windowFor(old.county, "aa");
    auto *notices = window->findChild<NoticeBar *>();
    const QList<JournalEntry> entries = old.county.office->unacknowledged(window->session());
    REQUIRE(entries.size() == 1);
    REQUIRE(notices->isVisible());
    shot(*window, "care-acknowledge");
    press(*notices, QStringLiteral("acknowledge_%1").arg(entries.first().seq));
    CHECK(old.county.office->unacknowledged(window->session()).isEmpty());
    CHECK_FALSE(notices->isVisible());
}

TEST_CASE("A long gap is confirmed by two administrators in the window")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.enrol(1);
    county.reopen();
    constexpr qint64 longGap = qint64(60) * 24 * 3600 * 1000;
    county.clock->advance(longGap);
    auto window = windowFor(county, "tc");
    auto *notices = window->findChild<NoticeBar *>();
    REQUIRE(county.office->clockFault() == "CLOCK_GAP");
    REQUIRE(notices->isVisible());
    shot(*window, "care-clock");
    inNextDialog([](QDialog &dialog) {
        typePair(dialog, "sa", "sa");
        press(dialog, "confirm");
        CHECK(dialog.isVisible()); // one person is not two
        typePair(dialog, "sa", "se");
        press(dialog, "confirm");
    });
    press(*notices, "confirm_clock");
    CHECK(county.office->clockFault().isEmpty());
    CHECK_FALSE(notices->isVisible());
}

TEST_CASE("Two administrators say in the window why entries are ahead of the clock")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.reopen();
    const QDateTime before = county.clock->now();
    constexpr qint64 ahead = qint64(20) * 24 * 3600 * 1000;
    county.clock->advance(ahead);
    county.enrol(1);
    county.reopen();
    county.clock->setNow(before.addSecs(3600));
    auto window = windowFor(county, "tc");
    auto *notices = window->findChild<NoticeBar *>();
    REQUIRE(county.office->clockFault() == "CLOCK_STOPPED");
    REQUIRE(notices->isVisible());
    inNextDialog([](QDialog &dialog) {
        typePair(dialog, "sa", "se");
        press(dialog, "confirm");
        CHECK(dialog.isVisible()); // nobody said why
        CHECK_FALSE(message(dialog).isEmpty());
        type(dialog, "reason", "the battery of the clock was empty");
        shot(dialog, "care-clock-ahead");
        press(dialog, "confirm");
    });
    press(*notices, "confirm_clock");
    CHECK(county.office->clockFault().isEmpty());
    CHECK_FALSE(notices->isVisible());
    CHECK(
        county.number("SELECT count(*) FROM journal WHERE kind = 'clock_confirmed' AND detail LIKE "
                      "'%battery%'")
        == 1);
}

TEST_CASE("An auditor acknowledges in the window that this is not the office seen before [SEC-02]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.enrol(1);
    county.reopen();
    const QString path = county.folder() + "/office.jubao";
    QFile::copy(path, path + ".old");
    county.enrol(2);
    county.office.reset();
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(path + end);
    QFile::copy(path + ".old", path);
    county.reopen();
    auto clerk = windowFor(county, "tc");
    CHECK(clerk->findChild<NoticeBar *>()->isVisible());
    CHECK_FALSE(clerk->findChild<QPushButton *>("acknowledge_witness"));
    auto window = windowFor(county, "au");
    auto *notices = window->findChild<NoticeBar *>();
    shot(*window, "care-witness");
    inNextDialog([](QDialog &dialog) {
        press(dialog, "confirm");
        CHECK(dialog.isVisible()); // without a reason
        type(dialog, "reason", "restored from the backup of Monday");
        press(dialog, "confirm");
    });
    press(*notices, "acknowledge_witness");
    CHECK(county.office->alarms().isEmpty());
    CHECK_FALSE(notices->isVisible());
}

TEST_CASE("An auditor is asked about the office seen before only where it is not that one [SEC-02]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const QString keys = county.folder() + "/office.slots";
    QFile::copy(keys, keys + ".old");
    county.office->changePassword(county.as("tc"), TestOffice::password("tc"), newPassword);
    county.office.reset();
    QFile::remove(keys);
    QFile::copy(keys + ".old", keys);
    county.reopen();
    auto clerk = windowFor(county, "tc");
    REQUIRE(county.office->alarms().size() == 1); // an older key was put back
    auto auditor = windowFor(county, "au");
    CHECK(auditor->findChild<NoticeBar *>()->isVisible());
    CHECK_FALSE(auditor->findChild<QPushButton *>("acknowledge_witness"));
}

TEST_CASE("The window says that the stick is out, and where the key can move to [SEC-10]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const QTemporaryDir stick;
    const QTemporaryDir other;
    county.registerStick("tc", "KP-001");
    county.drives = {stick.path()};
    county.office->putKeyOnStick(county.as("tc"), TestOffice::password("tc"), stick.path());
    auto window = windowFor(county, "tc");

    KeyStickDialog moving(*county.office, county.as("tc"), window.get());
    moving.show();
    auto *drives = moving.findChild<QComboBox *>("drive");
    CHECK(drives->currentData().toString().isEmpty()); // not the one that it is on
    press(moving, "move");
    CHECK_FALSE(message(moving).isEmpty());
    county.drives.append(other.path());
    CHECK(QTest::qWaitFor([&] { return drives->currentData().toString() == other.path(); }));
    CHECK(message(moving).isEmpty());
    moving.reject();

    county.drives.clear();
    LockScreen locked(*county.office, county.as("tc"), window.get());
    locked.show();
    auto *missing = locked.findChild<QLabel *>("stick_missing");
    CHECK(missing->isVisible());
    shot(locked, "care-stick-out");
    type(locked, "password", TestOffice::password("tc"));
    press(locked, "unlock");
    CHECK_FALSE(message(locked).isEmpty());
    county.drives = {stick.path()};
    CHECK(QTest::qWaitFor([&] { return !missing->isVisible(); }));
    CHECK(message(locked).isEmpty());
    locked.hide();
}

TEST_CASE("A backup is restored from the start dialog by two persons [SEC-09]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    county.enrol(1);
    QTemporaryDir place;
    const QString backup = place.filePath("backup");
    county.office->backup(county.as("sa"), backup);
    const Office::Options options{allRooms(), county.clock, "test-pc", county.witnessFolder()};
    StartDialog start({}, options, recoverySheets);
    start.show();
    activate(start);
    const QString folder = place.filePath("again");
    inNextDialog([&](QDialog &dialog) {
        type(dialog, "backup", backup + "-none");
        type(dialog, "folder", folder);
        typePair(dialog, "sa", "se");
        press(dialog, "confirm");
        CHECK(dialog.isVisible()); // there is no such backup
        CHECK_FALSE(message(dialog).isEmpty());
        type(dialog, "backup", backup);
        shot(dialog, "care-restore");
        press(dialog, "confirm");
    });
    press(start, "restore_backup");
    CHECK(start.result() == QDialog::Accepted);
    CHECK(start.folder() == folder);
    CHECK(StartDialog::holdsOffice(folder));
    CHECK(Office::open(folder, options)->signIn("tc", TestOffice::password("tc")) != nullptr);
}

TEST_CASE("A one-time code is printed, used, and its key confirmed, all in the window [SEC-17]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    const qint64 account = county.operatorId("en3");
    const ActResult closed =
        county.make("sa", "system.operator_key", {{"action", "close"}, {"operator", account}});
    county.act("se", ActionKind::Approve, closed.operation);
    auto window = windowFor(county, "sa");
    window->showModulePage("administration.operators");
    auto *page = window->findChild<ListPage *>();
    REQUIRE(page);
    const QAbstractItemModel &rows = *page->table()->model();
    const auto choose = [&](const QString &name) {
        const QModelIndexList found =
            rows.match(rows.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
        REQUIRE(found.size() == 1);
        page->table()->selectRow(found.first().row());
    };
    choose("tc");
    CHECK_FALSE(window->findChild<QPushButton *>("administration.operators.invite")->isEnabled());
    choose("en3");
    QString code;
    inNextDialog([&code](QDialog &dialog) {
        const QString text = textOf(static_cast<PreviewDialog &>(dialog));
        shot(dialog, "care-code");
        CHECK(text.contains("en3"));
        const QRegularExpression pattern("[0-9A-Z]{4,}(-[0-9A-Z]{4,})+");
        code = pattern.match(text).captured();
    });
    press(*window, "administration.operators.invite");
    REQUIRE_FALSE(code.isEmpty());

    SignInDialog signIn(*county.office, recoverySheets);
    signIn.show();
    activate(signIn);
    int slips = 0;
    inNextDialog([&](QDialog &dialog) {
        type(dialog, "name", "en3");
        type(dialog, "code", "WRONG-CODE");
        type(dialog, "next", newPassword);
        type(dialog, "again", newPassword);
        press(dialog, "make_key");
        CHECK(dialog.isVisible());
        type(dialog, "code", code);
        closePapers(1, slips);
        press(dialog, "make_key");
    });
    press(signIn, "admit");
    CHECK(slips == 1);
    type(signIn, "name", "en3");
    type(signIn, "password", newPassword);
    press(signIn, "sign_in");
    CHECK(signIn.isVisible());
    CHECK(message(signIn) == refusal("KEY_NOT_CONFIRMED").text);

    activate(*window);
    page->refresh();
    choose("en3");
    press(*window, "administration.operators.confirm_key");
    auto *form = window->findChild<FormPage *>();
    REQUIRE(form);
    CHECK(form->form().payload()["operator"].toInteger() == account);
    shot(*window, "care-confirm-key");
    QTest::keyClick(form->form().findChild<QWidget *>("public_key"), Qt::Key_F9);
    const qint64 operation = county.number("SELECT max(id) FROM operation");
    county.act("se", ActionKind::Approve, operation);
    press(signIn, "sign_in");
    CHECK(signIn.result() == QDialog::Accepted);
}

TEST_CASE(
    "Who could do what is listed for a day or all of the time, filtered and exported [ORG-18]")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    auto window = windowFor(county, "au");
    window->showModulePage("administration.authority");
    auto *page = window->findChild<ListPage *>();
    REQUIRE(page);
    const int all = page->table()->model()->rowCount();
    CHECK(all > 100);
    QTest::keyClicks(page->findChild<QLineEdit *>("administration.authority.filter"), "gl");
    QTest::keyClick(page->findChild<QLineEdit *>("administration.authority.filter"),
                    Qt::Key_Return);
    const int own = page->table()->model()->rowCount();
    CHECK(own > 0);
    CHECK(own < all);
    shot(*window, "care-authority");
    QTemporaryDir folder;
    const QString file = folder.filePath("who.xlsx");
    QSignalSpy exported(page, &ListPage::exported);
    page->exportTo(file, false);
    REQUIRE(exported.wait(5000));
    CHECK(QFileInfo(file).size() > 1000);
    press(*window, "administration.authority.all_days");
    QTest::qWait(300);
    CHECK(page->table()->model()->rowCount() > 0);
    window->showModulePage("administration.hands");
    shot(*window, "care-hands");
}
