// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents/document.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QBuffer>
#include <QJsonArray>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QPdfWriter>
#include <QRegularExpression>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** The text of the PDF as a reader program finds it. */
QString textOf(const Paper &paper)
{
    QByteArray copy = paper.pdf;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument pdf;
    pdf.load(&buffer);
    CHECK(pdf.pageCount() == paper.pages);
    QString text;
    for (int page = 0; page < pdf.pageCount(); ++page)
        text += pdf.getAllText(page).text();
    // Readers break lines where they like, and the font's tables name some signs by their radicals.
    return text.normalized(QString::NormalizationForm_KC)
        .remove(QRegularExpression(QStringLiteral("\\s")));
}

Office::Printable printed(TestOffice &county, const QString &name, const QString &document,
                          qint64 id)
{
    const Office::Printable printable =
        county.office->prepareToPrint(county.as(name), document, id);
    CHECK(renderPaper(printable.data, {printable.foot, printable.stamp}).pages == 1);
    return printable;
}

} // namespace

TEST_CASE(
    "A receipt carries number, capitals and the journal's witness, and is given once [CON-09] [CTL-12]")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const ActResult made = county.make("tc", "contributions.collect",
                                       {{"person", county.enrol(1)},
                                        {"year", 2026},
                                        {"amount", 20000},
                                        {"number", "A00000001"},
                                        {"payer", "x"}});
    const Office::Printable first = printed(county, "tc", "contributions.receipt", made.operation);
    CHECK(first.data.values["number_line"].toString() == "No. A00000001");
    CHECK(first.foot.contains(county.office->journal().witnessText()));
    CHECK(first.foot.startsWith("Demo, not valid"));
    CHECK(first.stamp.isEmpty());
    const QString text = textOf(renderPaper(first.data, {first.foot, first.stamp}));
    CHECK(text.contains(QStringLiteral("贰佰元整")));
    CHECK(text.contains("200.00"));
    CHECK(
        printed(county, "tc", "contributions.receipt", made.operation).stamp.contains("File copy"));
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'print'") == 2);
}

TEST_CASE("One number is one paper, on whichever form it is drawn [CON-09]")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const ActResult made = county.make("tc", "contributions.collect",
                                       {{"person", county.enrol(1)},
                                        {"year", 2026},
                                        {"amount", 20000},
                                        {"number", "A00000001"},
                                        {"payer", "x"}});
    CHECK(
        printed(county, "tc", "contributions.receipt_preprinted", made.operation).stamp.isEmpty());
    CHECK(printed(county, "tc", "contributions.receipt", made.operation).stamp.contains("copy"));
}

TEST_CASE("A form before approval is marked a draft, reprints say which they are [CTL-12]")
{
    TestOffice county(allRooms());
    const qint64 operation = county
                                 .make("tc", "enrollment.register", county.newPerson(1),
                                       {"id_card", "household_register"})
                                 .operation;
    CHECK(printed(county, "tc", "enrollment.registration_form", operation).stamp.contains("Draft"));
    county.act("tr", ActionKind::Recheck, operation);
    county.act("dep", ActionKind::Approve, operation);
    const Office::Printable approved =
        printed(county, "tc", "enrollment.registration_form", operation);
    CHECK(approved.stamp == "Reprint no. 1");
    CHECK(approved.data.values["approver"].toString().startsWith("DEP"));
    CHECK(county.refused([&] {
        county.office->prepareToPrint(county.as("tc"), "contributions.receipt", operation);
    }) == QStringList{"DOCUMENT_UNKNOWN"});
    CHECK(county.refused([&] {
        county.office->prepareToPrint(county.as("tc"), "no.such", operation);
    }) == QStringList{"DOCUMENT_UNKNOWN"});
}

TEST_CASE("A statement goes on over pages and sums to the balance [ACC-07]")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 person = county.enrol(1);
    const ActResult made = county.make("tc", "contributions.collect",
                                       {{"person", person},
                                        {"year", 2026},
                                        {"amount", 30000},
                                        {"number", "A00000001"},
                                        {"payer", "x"}});
    county.act("tr", ActionKind::Recheck, made.operation);
    Office::Printable printable =
        county.office->prepareToPrint(county.as("tc"), "accounts.statement", person);
    CHECK(textOf(renderPaper(printable.data, {printable.foot, {}})).contains("300.00"));
    QJsonArray rows;
    for (int i = 0; i < 100; ++i)
        rows.append(printable.data.values["rows"].toArray().first());
    printable.data.values["rows"] = rows;
    CHECK(renderPaper(printable.data, {printable.foot, {}}).pages == 4);
}

TEST_CASE("A character without a glyph, and a value that is missing, are refused")
{
    DocumentData data;
    data.templateId = "rights_statement";
    CHECK_THROWS_AS(renderPaper(data, {}), std::invalid_argument);
    for (const char *key : {"office", "name_line", "id_line", "date_line", "division_line",
                            "balance_line", "parts_line", "years_line", "owed_line"})
        data.values.insert(key, "x");
    CHECK(renderPaper(data, {}).pages == 1);
    data.values["name_line"] = QString::fromUcs4(U"\U0010FFFD");
    CHECK_THROWS_AS(renderPaper(data, {}), std::invalid_argument);
}

namespace {

/** The first page at ten pixels a millimetre. */
QImage pictureOf(const QByteArray &pdfBytes, QSizeF sizeMm)
{
    QByteArray copy = pdfBytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument pdf;
    pdf.load(&buffer);
    REQUIRE(pdf.pageCount() >= 1);
    QImage page(int(sizeMm.width() * 10), int(sizeMm.height() * 10), QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.drawImage(QPoint(), pdf.render(0, page.size()));
    return page;
}

/** Where ink begins, from the left and from above. */
QPoint firstInk(const QImage &page)
{
    QPoint first(page.width(), page.height());
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            if (qGray(page.pixel(x, y)) < 128)
                first = QPoint(std::min(first.x(), x), std::min(first.y(), y));
        }
    }
    return first;
}

QByteArray rulers(QSizeF sizeMm, QPointF shiftMm)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(600);
    drawRulers(writer, sizeMm, shiftMm);
    return bytes;
}

DocumentData statement()
{
    DocumentData data;
    data.templateId = "rights_statement";
    for (const char *key : {"office", "name_line", "id_line", "date_line", "division_line",
                            "balance_line", "parts_line", "years_line", "owed_line"})
        data.values.insert(key, "x");
    return data;
}

} // namespace

TEST_CASE("The shift of a printer moves everything by its millimetres")
{
    const DocumentData data = statement();
    const QSizeF size = paperSizeMm(data.templateId);
    const QPoint plain = firstInk(pictureOf(renderPaper(data, {}).pdf, size));
    const QPoint moved = firstInk(pictureOf(renderPaper(data, {{}, {}, {5, 3.5}}).pdf, size));
    CHECK(std::abs(moved.x() - plain.x() - 50) <= 2);
    CHECK(std::abs(moved.y() - plain.y() - 35) <= 2);
}

TEST_CASE("The test page has its cross at 20 mm and its ticks at each millimetre")
{
    const QSizeF size(241, 140);
    for (const QPointF &shift : {QPointF(0, 0), QPointF(2, 4)}) {
        const QImage page = pictureOf(rulers(size, shift), size);
        const auto inked = [&](qreal xMm, qreal yMm) {
            bool any = false;
            for (int dx = -2; dx <= 2; ++dx)
                any = any
                    || qGray(page.pixel(int((xMm + shift.x()) * 10) + dx,
                                        int((yMm + shift.y()) * 10)))
                        < 160;
            return any;
        };
        CHECK(inked(20, 22));
        CHECK_FALSE(inked(22, 23));
        for (int at = 50; at < 60; ++at)
            CHECK(inked(at, 1));
        CHECK_FALSE(inked(50.5, 1));
    }
}

TEST_CASE("What cannot be drawn is refused before it counts as given [CON-09]")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const ActResult made = county.make("tc", "contributions.collect",
                                       {{"person", county.enrol(1)},
                                        {"year", 2026},
                                        {"amount", 20000},
                                        {"number", "A00000001"},
                                        {"payer", QString::fromUcs4(U"\U0010FFFD")}});
    const auto print = [&] {
        return county.office->prepareToPrint(county.as("tc"), "contributions.receipt",
                                             made.operation, checkPaper);
    };
    QString words;
    try {
        print();
    } catch (const std::invalid_argument &error) {
        words = QString::fromUtf8(error.what());
    }
    CHECK(words.contains("U+10FFFD"));
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'print'") == 0);
    // Once the font is there it is still the first, numbered paper.
    CHECK(county.office->prepareToPrint(county.as("tc"), "contributions.receipt", made.operation)
              .stamp.isEmpty());
}
