// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/key_papers.h"
#include "core/clock.h"
#include "database/database.h"
#include "desk/edit_table.h"
#include "desk/founding_wizard.h"
#include "desk/start_dialog.h"
#include "documents/document.h"
#include "rooms/rooms.h"
#include "support/desk_driver.h"
#include "support/test_office.h"
#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTimer>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

void type(QWidget &page, const QString &name, const QString &text)
{
    auto *line = page.findChild<QLineEdit *>(name);
    REQUIRE(line);
    line->setFocus();
    line->selectAll();
    QInputMethodEvent committed;
    committed.setCommitString(text);
    QApplication::sendEvent(line, &committed);
}

void next(QWizard &wizard)
{
    const QWizard::WizardButton which =
        wizard.currentPage()->isCommitPage() ? QWizard::CommitButton : QWizard::NextButton;
    QTest::keyClick(wizard.button(which), Qt::Key_Space);
}

void paste(EditTable &table, const QString &text)
{
    QApplication::clipboard()->setText(text);
    table.setCurrentCell(0, 0);
    QTest::keyClick(&table, Qt::Key_V, Qt::ControlModifier);
}

} // namespace

TEST_CASE("An office is founded in the window, by keys, and its signers can sign in [SEC-17]")
{
    dress(Theme::Face::Light);
    QTemporaryDir folder;
    const QString place = folder.filePath("office");
    const auto clock = std::make_shared<SystemClock>();
    const Office::Options options{allRooms(), clock, "test-pc", folder.filePath("witness")};
    FoundingWizard wizard(options, recoverySheets);
    wizard.show();
    type(wizard, "office_name", QStringLiteral("示范县城乡居民养老保险中心"));
    type(wizard, "county_code", "41102");
    type(wizard, "county_name", QStringLiteral("示范县"));
    type(wizard, "folder", place);
    const int first = wizard.currentId();
    next(wizard);
    CHECK(wizard.currentId() == first); // five digits are no county
    shot(wizard, "founding-1-place");
    type(wizard, "county_code", "411024");
    next(wizard);
    REQUIRE(wizard.currentId() != first);

    auto &divisions = *wizard.findChild<EditTable *>("divisions");
    paste(divisions,
          QStringLiteral("411024100\t柳河镇\n411024100201\t东岗村\n411024101201\t石桥村"));
    const int second = wizard.currentId();
    next(wizard);
    CHECK(wizard.currentId() == second); // the township of the third line is missing
    paste(divisions, QStringLiteral("411024100\t柳河镇\n411024100201\t东岗村\n411024101\t青石乡"));
    shot(wizard, "founding-2-divisions");
    next(wizard);
    REQUIRE(wizard.currentId() != second);

    const QString names[]{QStringLiteral("郑凯"), QStringLiteral("吴珊"), QStringLiteral("冯蕾"),
                          QStringLiteral("周明远")};
    int sequence = 1;
    for (const char *post : {"SA", "SE", "AA", "DIR"}) {
        const QString key = QStringLiteral("signer_%1").arg(QLatin1String(post));
        type(wizard, key + "_name", names[sequence - 1]);
        type(wizard, key + "_person", TestOffice::idNumber(QDate(1980, 1, 1), sequence++));
    }
    shot(wizard, "founding-3-signers");
    next(wizard);

    paste(*wizard.findChild<EditTable *>("staff"),
          QStringLiteral("tc\t林小雨\t%1\t乡镇经办\t乡镇经办所\t柳河镇\t否")
              .arg(TestOffice::idNumber(QDate(1990, 1, 1), 1)));
    shot(wizard, "founding-4-staff");
    next(wizard);

    for (const char *account : {"sa", "se", "aa", "dir"}) {
        const QString secret = TestOffice::password(account);
        type(wizard, QStringLiteral("password_%1").arg(QLatin1String(account)), secret);
        type(wizard, QStringLiteral("again_%1").arg(QLatin1String(account)),
             account == std::string("dir") ? QStringLiteral("another") : secret);
    }
    const int passwords = wizard.currentId();
    next(wizard);
    CHECK(wizard.currentId() == passwords); // the director's two passwords differ
    CHECK_FALSE(StartDialog::holdsOffice(place));
    type(wizard, "again_dir", TestOffice::password("dir"));
    shot(wizard, "founding-5-passwords");
    next(wizard);
    REQUIRE(wizard.folder() == place);
    REQUIRE(wizard.papers().size() == 4);
    for (const DocumentData &paper : wizard.papers())
        CHECK(renderPaper(paper, {}).pages == 1);
    CHECK(wizard.findChild<QLabel *>("papers")->text().contains(wizard.root()));
    shot(wizard, "founding-6-papers");
    QStringList shown;
    QTimer reading;
    QObject::connect(&reading, &QTimer::timeout, [&shown] {
        auto *preview = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!preview || preview->objectName() != "preview")
            return;
        shown.append(preview->windowTitle());
        QTest::keyClick(preview, Qt::Key_Escape);
    });
    reading.start(20);
    wizard.findChild<QAbstractButton *>("print_papers")->click();
    reading.stop();
    CHECK(shown.size() == 4);
    CHECK(shown.count(QStringLiteral("密钥恢复凭证")) == 3);

    const std::unique_ptr<Office> office = Office::open(place, options);
    CHECK_FALSE(office->isDemo());
    CHECK(office->signIn("dir", TestOffice::password("dir"))->posts() == QStringList{"DIR"});
    Query village = office->database().prepare(
        QStringLiteral("SELECT parent FROM division WHERE code = '411024100201'"));
    REQUIRE(village.next());
    CHECK(village.text(0) == "411024100");
}

TEST_CASE("The start window opens what is an office and names what is none")
{
    dress(Theme::Face::Light);
    TestOffice county(allRooms());
    StartDialog start({county.folder(), "/nowhere"},
                      {county.registry, county.clock, "test-pc", county.witnessFolder()},
                      recoverySheets);
    start.show();
    shot(start, "start");
    QTest::keyClick(start.findChild<QAbstractButton *>("open_office"), Qt::Key_Space);
    CHECK(start.result() == QDialog::Accepted);
    CHECK(start.folder() == county.folder());
    CHECK_FALSE(StartDialog::holdsOffice("/nowhere"));
}
