// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/papers.h"
#include "paper_text.h"
#include "rooms/rooms.h"
#include <QDirIterator>
#include <QSet>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

DocumentData list(const QJsonArray &rows, double width = 120)
{
    DocumentData data;
    data.templateId = "record_list";
    data.values = {{"office", "o"},
                   {"title", "t"},
                   {"counted", "c"},
                   {"sums", "s"},
                   {"maker_line", "x"},
                   {"columns", QJsonArray{QJsonObject{{"key", "a"}, {"title", "A"}, {"w", width}}}},
                   {"rows", rows}};
    return data;
}

} // namespace

TEST_CASE("Every template of the program has a code of its own and a version [CTL-12]")
{
    QSet<QString> codes;
    int count = 0;
    for (QDirIterator it(":/jubao/templates", {"*.json"}); it.hasNext(); ++count) {
        const QString id = it.next().section(u'/', -1).chopped(5);
        if (id.contains(u'.'))
            continue;
        CAPTURE(id.toStdString());
        const QJsonObject layout = templateLayout(id);
        CHECK(layout[u"version"].toInt() >= 1);
        CHECK_FALSE(layout[u"code"].toString().isEmpty());
        CHECK_FALSE(codes.contains(layout[u"code"].toString()));
        codes.insert(layout[u"code"].toString());
    }
    CHECK(count >= 13);
    CHECK_THROWS_AS(templateLayout("no_such"), std::invalid_argument);
    CHECK_THROWS_AS(templateLayout("record_list", 99), std::invalid_argument);
}

TEST_CASE("A reader finds the very characters that were drawn")
{
    // Signs whose glyph the font shows for a radical too, figures beside letters, and blanks.
    const QString text = QStringLiteral(
        "王一人力小长门马车见贝页风龙龟食鱼鸟齐 411024198505050011 A00000001 ¥1,200.35 零壹贰");
    const QString found = textOf(renderPaper(list({QJsonObject{{"a", text}}}, 270), {"1-7", {}}));
    CHECK(found.contains(QString(text).remove(u' ')));
    for (const QChar sign : found) {
        CAPTURE(QString(sign).toStdString());
        CHECK_FALSE((sign >= QChar(0x2e80) && sign <= QChar(0x2fdf)));
    }
}

TEST_CASE("A long text of a list takes more lines and more room, never less than all of it")
{
    QString address;
    for (int i = 0; i < 12; ++i)
        address += QStringLiteral("人民路与解放大道交叉口向北三百米%1号").arg(i);
    const Paper one = renderPaper(list({QJsonObject{{"a", address}}}), {});
    CHECK(textOf(one).contains(address));
    CHECK(one.pages == 1);
    QJsonArray rows;
    for (int i = 0; i < 12; ++i)
        rows.append(QJsonObject{{"a", address}});
    const Paper many = renderPaper(list(rows), {});
    CHECK(many.pages > 1);
    CHECK(textOf(many).count(address) == 12);
    CHECK(textOf(many).contains(QStringLiteral("page2of%1").arg(many.pages)));
}

TEST_CASE("What fits into its place in no size is refused in words")
{
    DocumentData data = list({});
    data.values["counted"] = QString(2000, u'字');
    QString words;
    try {
        renderPaper(data, {});
    } catch (const std::invalid_argument &error) {
        words = QString::fromUtf8(error.what());
    }
    CHECK(words.contains("too long"));
}

TEST_CASE("A reprint looks as its first print did, though the template has changed [CTL-12]")
{
    auto registry = std::make_shared<TypeRegistry>(*allRooms());
    DocumentSpec slip;
    slip.id = "test.slip";
    slip.title = "Slip";
    slip.gather = [](qint64, const QJsonObject &, const Reader &) {
        DocumentData data;
        data.templateId = "test_slip";
        return data;
    };
    registry->add(slip);
    TestOffice county(registry);
    const Office::Printable first = printed(county, "tc", "test.slip", 5);
    CHECK(first.data.number == "TS-01-000005");
    CHECK(textOf(first).contains(QStringLiteral("新版式")));
    CHECK(textOf(first).contains("TS-01version2"));
    // As if the first print had been of the version before.
    county.tamper(
        {"UPDATE access_trail SET detail = replace(detail, '@2', '@1') WHERE kind = 'print'"});
    const Office::Printable again = printed(county, "tc", "test.slip", 5);
    CHECK(again.stamp == "Reprint no. 1");
    CHECK(again.data.number == first.data.number);
    CHECK(textOf(again).contains(QStringLiteral("旧版式")));
    CHECK(textOf(again).contains("TS-01version1"));
    CHECK(textOf(printed(county, "tc", "test.slip", 6)).contains(QStringLiteral("新版式")));
}
