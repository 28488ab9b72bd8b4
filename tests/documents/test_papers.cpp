// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paper_text.h"
#include "rooms/rooms.h"
#include <QBuffer>
#include <QJsonArray>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfWriter>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

TEST_CASE(
    "A receipt carries number, capitals and the journal's witness, and is given once [CON-09] [CTL-12]")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 made = county.collectAtCounter(county.enrol(1), "A00000001");
    const Office::Printable first = printed(county, "tc", "contributions.receipt", made);
    CHECK(first.data.values["number_line"].toString() == "No. A00000001");
    CHECK(first.foot.contains(county.office->journal().witnessText()));
    CHECK(first.foot.startsWith("Demo, not valid"));
    CHECK(first.stamp.isEmpty());
    const QString text = textOf(renderPapers({drawnPaper(first)}));
    CHECK(text.contains(QStringLiteral("贰佰元整")));
    CHECK(text.contains("200.00"));
    CHECK(printed(county, "tc", "contributions.receipt", made).stamp.contains("File copy"));
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'print'") == 2);
}

TEST_CASE("Looking is no print and of two who look one alone is given the number [CON-09]")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const QString receipt = "contributions.receipt";
    const qint64 operation = county.collectAtCounter(county.enrol(1), "A00000001");
    const QString prints = "SELECT count(*) FROM access_trail WHERE kind = 'print'";
    const auto look = [&](const char *name) {
        return county.office->prepareToPrint(county.as(name), receipt, operation).stamp;
    };
    CHECK(look("tc").isEmpty());
    CHECK(look("tr").isEmpty());
    CHECK(county.number(prints) == 0);
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'preview'") == 2);
    // A disk that is full, a printer that is off: nothing was given.
    CHECK_THROWS_AS(county.office->giveOut(county.as("tc"), receipt, operation,
                                           [](const Office::Printable &) {
                                               throw std::runtime_error("out of paper");
                                           }),
                    std::runtime_error);
    CHECK(county.number(prints) == 0);
    QStringList stamps;
    const auto keep = [&](const Office::Printable &paper) { stamps.append(paper.stamp); };
    county.office->giveOut(county.as("tc"), receipt, operation, keep);
    county.office->giveOut(county.as("tr"), receipt, operation, keep);
    CHECK(stamps == QStringList{"", "File copy, no receipt"});
    CHECK(county.number(prints) == 2);
    CHECK(look("tc").contains("File copy"));
}

TEST_CASE("One number is one paper, on whichever form it is drawn [CON-09]")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 made = county.collectAtCounter(county.enrol(1), "A00000001");
    CHECK(printed(county, "tc", "contributions.receipt_preprinted", made).stamp.isEmpty());
    CHECK(printed(county, "tc", "contributions.receipt", made).stamp.contains("copy"));
}

TEST_CASE("A character without a glyph, and a value that is missing, are refused")
{
    DocumentData data;
    data.templateId = "rights_statement";
    CHECK_THROWS_AS(renderPaper(data, {}), std::invalid_argument);
    for (const char *key :
         {"office", "name", "id_number", "personal_number", "as_of_line", "document_number",
          "printed_by_line", "division", "enrolled_on", "balance", "parts", "paid_time", "owed"})
        data.values.insert(key, "x");
    CHECK(renderPaper(data, {}).pages == 1);
    data.values["name"] = QString::fromUcs4(U"\U0010FFFD");
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
    for (const char *key :
         {"office", "name", "id_number", "personal_number", "as_of_line", "document_number",
          "printed_by_line", "division", "enrolled_on", "balance", "parts", "paid_time", "owed"})
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
    QString words;
    try {
        printed(county, "tc", "contributions.receipt", made.operation);
    } catch (const std::invalid_argument &error) {
        words = QString::fromUtf8(error.what());
    }
    CHECK(words.contains("U+10FFFD"));
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'print'") == 0);
    // Once the font is there it is still the first, numbered paper.
    CHECK(county.office->prepareToPrint(county.as("tc"), "contributions.receipt", made.operation)
              .stamp.isEmpty());
}
