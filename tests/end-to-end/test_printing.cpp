// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/preview_dialog.h"
#include "desk/printer_shift_dialog.h"
#include "desk/printing.h"
#include "support/desk_driver.h"
#include "support/keyboard.h"
#include <QAbstractButton>
#include <QDoubleSpinBox>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QPrinterInfo>
#include <QTemporaryDir>
#include <QTest>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** A statement that fills more than one page. */
DocumentData longStatement()
{
    DocumentData data;
    data.templateId = "rights_statement";
    data.title = QStringLiteral("个人账户权益记录单");
    for (const char *key :
         {"office", "name", "id_number", "personal_number", "as_of_line", "document_number",
          "printed_by_line", "division", "enrolled_on", "balance", "parts", "paid_time", "owed"})
        data.values.insert(key, QStringLiteral("河阳县"));
    QJsonArray rows;
    for (int i = 0; i < 80; ++i)
        rows.append(QJsonObject{{"booked_date", QStringLiteral("2026-03-%1").arg(i % 28 + 1)}});
    data.values.insert("rows", rows);
    return data;
}

} // namespace

TEST_CASE("The preview turns pages, zooms, saves and says how often it was printed")
{
    dress(Theme::Face::Light);
    PreviewDialog preview(DrawnPaper{longStatement(), {"1-70", QStringLiteral("补打第2次")}});
    showActive(preview, QSize(920, 660));
    const auto label = [&preview](const char *name) {
        return preview.findChild<QLabel *>(QLatin1String(name))->text();
    };
    CHECK(label("stamp") == QStringLiteral("补打第2次"));
    const QString first = label("page_label");
    QTest::keyClick(&preview, Qt::Key_PageDown);
    QTest::qWait(50);
    CHECK(preview.page() == 1);
    CHECK(label("page_label") != first);
    QTest::keyClick(&preview, Qt::Key_PageUp);
    QTest::qWait(50);
    CHECK(preview.page() == 0);
    QTest::keyClick(&preview, Qt::Key_Plus);
    QTest::keyClick(&preview, Qt::Key_0);
    QTest::qWait(400);
    shot(preview, "preview");
    const QTemporaryDir folder;
    const QString path = folder.filePath("statement.pdf");
    preview.saveTo(path);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(5) == "%PDF-");
    CHECK_FALSE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther));
    preview.saveTo("/nowhere/statement.pdf");
    CHECK(preview.findChild<QLabel *>("message")->property("role").toString() == "error");
}

TEST_CASE("Without a printer the preview says so in words and cannot print")
{
    dress(Theme::Face::Light);
    if (!QPrinterInfo::availablePrinterNames().isEmpty())
        return;
    PreviewDialog preview(DrawnPaper{longStatement(), {}});
    showActive(preview, QSize(920, 660));
    CHECK_FALSE(preview.findChild<QAbstractButton *>("print")->isEnabled());
    CHECK_FALSE(preview.findChild<QLabel *>("message")->text().isEmpty());
    CHECK(Keyboard::focus() == "save");
}

TEST_CASE("Each printer keeps its own shift for each form")
{
    dress(Theme::Face::Light);
    const QString printer = QStringLiteral("映美 FP-630K+ [窗口1]");
    {
        PrinterShiftDialog dialog(printer, "contribution_receipt", QStringLiteral("缴费收据"));
        showActive(dialog, QSize(480, 320));
        dialog.findChild<QDoubleSpinBox *>("shift_right")->setValue(-1.5);
        dialog.findChild<QDoubleSpinBox *>("shift_down")->setValue(2.3);
        shot(dialog, "printer-shift");
        dialog.findChild<QAbstractButton *>("shift_keep")->click();
    }
    CHECK(PrinterSettings::shiftMm(printer, "contribution_receipt") == QPointF(-1.5, 2.3));
    CHECK(PrinterSettings::shiftMm(printer, "rights_statement") == QPointF(0, 0));
    CHECK(PrinterSettings::shiftMm("other", "contribution_receipt") == QPointF(0, 0));
    PrinterSettings::setLastPrinter("contribution_receipt", printer);
    CHECK(PrinterSettings::lastPrinter("contribution_receipt") == printer);
}
