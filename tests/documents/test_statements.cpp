// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paper_text.h"
#include "rooms/rooms.h"
#include "supervision/domain/exceptions.h"
#include <QBuffer>
#include <QImage>
#include <QPdfDocument>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QString yearly = "accounts.yearly_statement";
const QString village = "411024100201";

QList<Office::Printable> run(TestOffice &county, const QString &name, int year,
                             const QString &division = village)
{
    return county.office->giveOutRun(county.as(name), {yearly, division, year},
                                     [](const QList<Office::Printable> &) {});
}

QImage pictureOf(const Paper &paper)
{
    QByteArray copy = paper.pdf;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument pdf;
    pdf.load(&buffer);
    // Four dots a millimetre.
    QImage picture(pdf.render(0, (pdf.pagePointSize(0) / 72 * 25.4 * 4).toSize()));
    QImage flat(picture.size(), QImage::Format_Grayscale8);
    flat.fill(Qt::white);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb pixel = picture.pixel(x, y);
            const int white = 255 - qAlpha(pixel);
            flat.setPixelColor(x, y,
                               QColor(qGray(pixel) * qAlpha(pixel) / 255 + white,
                                      qGray(pixel) * qAlpha(pixel) / 255 + white,
                                      qGray(pixel) * qAlpha(pixel) / 255 + white));
        }
    return flat;
}

} // namespace

TEST_CASE("One run gives everybody of a village his statement of the year [ACC-07]")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    QList<qint64> persons;
    for (int sequence = 1; sequence <= 3; ++sequence)
        persons.append(county.enrol(sequence));
    const qint64 taken = county.collectAtCounter(persons.at(1), "A00000001");
    county.act("tr", ActionKind::Recheck, taken);
    const auto lines = [&](const QString &subject) {
        return county.number(
            QStringLiteral(
                "SELECT count(*) FROM access_trail WHERE kind = 'print' AND subject = '%1'")
                .arg(subject));
    };
    QList<DrawnPaper> drawn;
    const QList<Office::Printable> papers = county.office->giveOutRun(
        county.as("tc"), {yearly, village, 2026}, [&](const QList<Office::Printable> &given) {
            for (const Office::Printable &each : given)
                drawn.append(drawnPaper(each));
        });
    REQUIRE(papers.size() == 3);
    const Paper paper = renderPapers(drawn);
    CHECK(paper.pages == 3);
    const QString text = textOf(paper);
    for (int sequence = 1; sequence <= 3; ++sequence)
        CHECK(text.contains(county.newPerson(sequence)["id_number"].toString()));
    CHECK(papers.at(1).data.values[u"balance"].toString() == QStringLiteral("200.00 元"));
    CHECK(papers.at(0).data.values[u"balance"].toString() == QStringLiteral("0.00 元"));
    CHECK(papers.at(1).data.number
          == QStringLiteral("ZH-01-20260302-%1").arg(persons.at(1) & 0xffffff, 6, 10, QChar(u'0')));
    for (const qint64 person : persons)
        CHECK(lines(yearly + u' ' + QString::number(person)) == 1);
    CHECK(lines(yearly + u' ' + village + " 2026") == 1);
    for (const Office::Printable &again : run(county, "tc", 2026))
        CHECK(again.stamp == "Reprint no. 1");
    // While the year runs each day's is a paper of its own; once it is over there is one.
    county.clock->setNow(county.clock->now().addDays(1));
    CHECK(run(county, "tc", 2026).first().stamp.isEmpty());
    county.clock->setNow(county.clock->now().addYears(1));
    CHECK(run(county, "tc", 2026).first().data.number.startsWith("ZH-01-2026-"));
    CHECK(run(county, "tc", 2026).first().stamp == "Reprint no. 1");
    // One person's statement of today is another paper.
    CHECK(printed(county, "tc", "accounts.statement", persons.at(1)).stamp.isEmpty());
}

TEST_CASE("A run that fails or may not be leaves no line [ACC-07] [SEC-16]")
{
    TestOffice county(allRooms());
    county.enrol(1);
    const QString prints = "SELECT count(*) FROM access_trail WHERE kind = 'print'";
    CHECK(county.refused([&] { run(county, "tc", 2025); }) == QStringList{"NOTHING_TO_PRINT"});
    for (const int notBegun : {2027, 2035})
        CHECK(county.refused([&] { run(county, "tc", notBegun); })
              == QStringList{"NOTHING_TO_PRINT"});
    CHECK(county.refused([&] { run(county, "en1", 2026, "411024900"); })
          == QStringList{"NOTHING_TO_PRINT"});
    for (const char *elsewhere : {"411024900201", "411024", ""})
        CHECK(county.refused([&] { run(county, "tc", 2026, QLatin1String(elsewhere)); })
              == QStringList{"DIVISION_OUTSIDE"});
    CHECK(county.refused([&] { run(county, "sa", 2026); }) == QStringList{"DATA_NOT_OPEN"});
    CHECK(county.refused([&] {
        county.office->prepareRun(county.as("tc"), {"accounts.statement", village, 2026});
    }) == QStringList{"DOCUMENT_UNKNOWN"});
    CHECK_THROWS_AS(county.office->giveOutRun(county.as("tc"), {yearly, village, 2026},
                                              [](const QList<Office::Printable> &) {
                                                  throw std::runtime_error("out of paper");
                                              }),
                    std::runtime_error);
    CHECK(county.number(prints) == 0);
    CHECK(county.office->prepareRun(county.as("tc"), {yearly, village, 2026}).size() == 1);
    CHECK(county.number(prints) == 0);
    CHECK(run(county, "tc", 2026).first().stamp.isEmpty());
}

TEST_CASE("A paper says pale across itself who took it, and stays readable [SEC-16]")
{
    TestOffice county(allRooms());
    const Office::Printable given = printed(county, "tc", "accounts.statement", county.enrol(1));
    CHECK(given.watermark == county.as("tc").displayName() + " 2026-03-02 09:00");
    DrawnPaper marked = drawnPaper(given);
    DrawnPaper plain = marked;
    plain.marks.watermark.clear();
    const Paper with = renderPapers({marked});
    const Paper without = renderPapers({plain});
    // Who searches or copies finds the paper's own words alone.
    CHECK(textOf(with) == textOf(without));
    const QImage a = pictureOf(with);
    const QImage b = pictureOf(without);
    REQUIRE(a.size() == b.size());
    int changed = 0;
    int darkest = 255;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (a.pixel(x, y) != b.pixel(x, y)) {
                ++changed;
                if (qGray(b.pixel(x, y)) == 255)
                    darkest = std::min(darkest, qGray(a.pixel(x, y)));
            }
    CHECK(changed > 2000);
    CHECK(darkest > 200);
    // In every quarter of the page: a piece of it tells too.
    for (const QPoint corner : {QPoint(0, 0), QPoint(1, 0), QPoint(0, 1), QPoint(1, 1)}) {
        const QRect quarter(corner.x() * a.width() / 2, corner.y() * a.height() / 2, a.width() / 2,
                            a.height() / 2);
        CAPTURE(corner.x(), corner.y());
        CHECK(a.copy(quarter) != b.copy(quarter));
    }
}

TEST_CASE("A form that is bought printed carries no watermark [SEC-16] [CON-09]")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 made = county.collectAtCounter(county.enrol(1), "A00000001");
    const Office::Printable given = printed(county, "tc", "contributions.receipt_preprinted", made);
    DrawnPaper marked = drawnPaper(given);
    CHECK_FALSE(marked.marks.watermark.isEmpty());
    DrawnPaper plain = marked;
    plain.marks.watermark.clear();
    CHECK(pictureOf(renderPapers({marked})) == pictureOf(renderPapers({plain})));
}

TEST_CASE("The exceptions of a month are a paper for audit and the leaders alone [CON-08]")
{
    TestOffice county(allRooms());
    county.declareAndLower(county.enrol(1), QStringLiteral("家庭困难"));
    const QString document = "supervision.exceptions";
    const Office::Printable given = printed(county, "au", document, 202603);
    CHECK(given.data.number == "JD-02-202603");
    const QString text = textOf(given);
    for (const char *said : {"2026年3月", "共1项", "家庭困难", "尚未签阅"})
        CHECK(text.contains(QString::fromUtf8(said)));
    CHECK(printed(county, "dep", document, 202603).stamp == "Reprint no. 1");
    CHECK(printed(county, "au", document, 202602).data.values[u"rows"].toArray().isEmpty());
    acknowledgeExceptions(*county.office, county.as("au"), QDate(2026, 3, 1));
    CHECK(textOf(printed(county, "au", document, 202603)).contains(QStringLiteral("系统签阅：AU")));
    for (const char *other : {"tc", "co1", "sa"})
        CHECK(county.refused([&] {
            county.office->prepareToPrint(county.as(QLatin1String(other)), document, 202603);
        }) == QStringList{"POST_NOT_HELD"});
    for (const qint64 none : {0, 12, 202613, 209901})
        CHECK(county.refused([&] {
            county.office->prepareToPrint(county.as("au"), document, none);
        }) == QStringList{"RULE_BROKEN"});
}
