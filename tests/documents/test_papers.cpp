// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents/document.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QBuffer>
#include <QJsonArray>
#include <QPdfDocument>
#include <QPdfSelection>
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
    CHECK(first.stamp.isEmpty());
    const QString text = textOf(renderPaper(first.data, {first.foot, first.stamp}));
    CHECK(text.contains(QStringLiteral("贰佰元整")));
    CHECK(text.contains("200.00"));
    CHECK(
        printed(county, "tc", "contributions.receipt", made.operation).stamp.contains("File copy"));
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'print'") == 2);
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
    for (const char *key :
         {"office", "name_line", "id_line", "date_line", "division_line", "balance_line"})
        data.values.insert(key, "x");
    CHECK(renderPaper(data, {}).pages == 1);
    data.values["name_line"] = QString::fromUcs4(U"\U0010FFFD");
    CHECK_THROWS_AS(renderPaper(data, {}), std::invalid_argument);
}
