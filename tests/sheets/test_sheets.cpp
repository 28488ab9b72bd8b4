// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sheets/cell_text.h"
#include "sheets/sheet_files.h"
#include "sheets/sheet_reader.h"
#include "sheets/sheet_writer.h"
#include "sheets/zip_part.h"
#include <QDate>
#include <QStringEncoder>
#include <QTemporaryDir>

using namespace jubao;
using namespace jubao::test;

namespace {

QList<QStringList> cellsOf(const QString &path)
{
    QList<QStringList> rows;
    const auto reader = SheetReader::open(path);
    SheetRow row;
    while (reader->next(row))
        rows.append(row.cells);
    return rows;
}

QString refusal(const QString &path)
{
    try {
        cellsOf(path);
    } catch (const SheetError &error) {
        return error.text;
    }
    return {};
}

} // namespace

TEST_CASE("What the writer writes the reader reads with every digit")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("名册.xlsx");
    SheetWriter writer(path, "名册",
                       {{"身份证号", SheetColumnKind::Text, 22},
                        {"金额", SheetColumnKind::Money},
                        {"月数", SheetColumnKind::Integer},
                        {"日期", SheetColumnKind::Date},
                        {"备注", SheetColumnKind::Text, 30, {"甲", "乙"}, "说明"}});
    writer.addRow({"41102419850505001X", 10700053, 156, QDate(2026, 1, 31), "𠀀 & <b> \"x\""});
    writer.addRow({"411024198505050010", -1, 0, {}, {}});
    writer.finish();
    CHECK(cellsOf(path)
          == QList<QStringList>{
              {"身份证号", "金额", "月数", "日期", "备注"},
              {"41102419850505001X", "107000.53", "156", "2026-01-31", "𠀀 & <b> \"x\""},
              {"411024198505050010", "-0.01", "0"}});
    CHECK_FALSE(QFile::exists(path + ".part"));
}

TEST_CASE("An unfinished sheet leaves nothing behind, an unwritable one says so")
{
    const QTemporaryDir folder;
    {
        SheetWriter writer(folder.filePath("a.xlsx"), "a", {{"x"}});
        writer.addRow({"1"});
    }
    CHECK(QDir(folder.path()).isEmpty());
    CHECK_THROWS_AS(SheetWriter(folder.filePath("none/a.xlsx"), "a", {{"x"}}), SheetError);
}

TEST_CASE("A sheet that is taken out says in its margins by whom and when [SEC-16]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.xlsx");
    SheetWriter writer(path, "a", {{"x"}});
    writer.setMark(QStringLiteral("王芳 & 同事 2026-03-02 09:00"));
    writer.addRow({"1"});
    writer.finish();
    CHECK(cellsOf(path) == QList<QStringList>{{"x"}, {"1"}});
    const ZipFolder parts(path);
    QByteArray sheet;
    const auto part = parts.part("xl/worksheets/sheet1.xml");
    for (QByteArray piece = part->read(); !piece.isEmpty(); piece = part->read())
        sheet += piece;
    const QString xml = QString::fromUtf8(sheet);
    const QString said = QStringLiteral("王芳 &amp;&amp; 同事 2026-03-02 09:00");
    for (const char *margin : {"oddHeader", "oddFooter"}) {
        CAPTURE(margin);
        const QString name = QLatin1String(margin);
        CHECK(xml.section(u'<' + name + u'>', 1).section("</" + name, 0, 0).contains(said));
    }
}

TEST_CASE("Workbooks of other programs: shared and formatted strings, dates, gaps, hidden sheets")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.xlsx");
    writeZip(
        path,
        workbookParts(
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c></row>"
            "<row r=\"3\"><c r=\"A3\" s=\"0\"/></row>"
            "<row r=\"5\"><c s=\"1\"><v>45658</v></c><c s=\"2\"><v>45658.5</v></c>"
            "<c s=\"3\"><v>45658</v></c><c><v>200.09999999999999</v></c>"
            "<c t=\"str\"><f>A1</f><v>文</v></c><c><v>4.1102419850505E+17</v></c></row>"));
    const auto reader = SheetReader::open(path);
    SheetRow row;
    REQUIRE(reader->next(row));
    CHECK(row.number == 2);
    CHECK(row.cells == QStringList{"姓名", "", "张三"});
    REQUIRE(reader->next(row));
    CHECK(row.number == 5);
    CHECK(row.cells
          == QStringList{"2025-01-01", "2025-01-01", "45658", "200.1", "文", "411024198505050000"});
    CHECK(row.lossy == QSet<int>{5});
    CHECK_FALSE(reader->next(row));
    CHECK_THROWS_AS(SheetReader::open(path, "没有"), SheetError);
}

TEST_CASE("Stored numbers are read as they were typed")
{
    const auto plain = [](const char *stored) {
        bool lossy = false;
        const QString text = plainNumber(QString::fromLatin1(stored), &lossy);
        return lossy ? text + u'!' : text;
    };
    CHECK(plain("0") == "0");
    CHECK(plain("12") == "12");
    CHECK(plain("0.1") == "0.1");
    CHECK(plain("0.10000000000000001") == "0.1");
    CHECK(plain("999999999999.99998") == "1000000000000");
    CHECK(plain("-1.5E-2") == "-0.015");
    CHECK(plain("1E+2") == "100");
    CHECK(plain("123456789012345") == "123456789012345");
    CHECK(plain("1234567890123456") == "1234567890123460!");
    CHECK(plain("1e999") == "1e999");
    CHECK(plain("x") == "x");
    CHECK(serialDate("1", false) == "1900-01-01");
    CHECK(serialDate("61", false) == "1900-03-01");
    CHECK(serialDate("0", true) == "1904-01-01");
    CHECK(columnOfReference(u"AB12") == 27);
    CHECK(columnOfReference(u"12") == -1);
}

TEST_CASE("CSV in UTF-8, GB18030 and UTF-16, with quotes, guards and any separator")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.csv");
    const QString text =
        "姓名,号码,地址\r\n\"张,\"\"三\"\"\",=\"0411\",\"一组\n二号\"\r\n\r\n𠀀鿢,1,\n";
    const QList<QStringList> wanted{
        {"姓名", "号码", "地址"}, {"张,\"三\"", "0411", "一组\n二号"}, {"𠀀鿢", "1", ""}};
    writeFile(path, text.toUtf8());
    CHECK(cellsOf(path) == wanted);
    writeFile(path, "\xEF\xBB\xBF" + text.toUtf8());
    CHECK(cellsOf(path) == wanted);
    QStringEncoder gb("GB18030");
    REQUIRE(gb.isValid());
    writeFile(path, gb.encode(text));
    CHECK(cellsOf(path) == wanted);
    QStringEncoder wide(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
    writeFile(path, QByteArray(wide.encode(text)));
    CHECK(cellsOf(path) == wanted);
    writeFile(path, "a\tb,c\td\n");
    CHECK(cellsOf(path) == QList<QStringList>{{"a", "b,c", "d"}});
    const auto reader = SheetReader::open(path);
    writeFile(path, "a,b\n\"x\ny\",1\nz,2\n");
    const auto numbered = SheetReader::open(path);
    SheetRow row;
    QList<qint64> numbers;
    while (numbered->next(row))
        numbers.append(row.number);
    CHECK(numbers == QList<qint64>{1, 2, 4});
}

TEST_CASE("Files that are no sheet are refused in words that help")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.xlsx");
    CHECK(refusal(folder.filePath("none.csv")).contains("cannot be opened"));
    writeFile(path, {});
    CHECK(refusal(path).contains("empty"));
    writeFile(path, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old");
    CHECK(refusal(path).contains("save it as .xlsx"));
    writeZip(path, {{"content.xml", "<office/>"}});
    CHECK(refusal(path).contains("save it as .xlsx"));
    writeFile(path, QByteArray("a,b\n1,2\n\xFF\xFF\x80\n"));
    CHECK(refusal(path).contains("Row 3"));
    writeFile(path, QByteArray("a,b\nx\0y,2\n", 10));
    CHECK(refusal(path).contains("neither"));
    writeFile(path, "a,b\n\"never closed,2\n");
    CHECK(refusal(path).contains("Row 2"));
    QByteArray wide;
    for (int i = 0; i < 300; ++i)
        wide += "x,";
    writeFile(path, wide);
    CHECK(refusal(path).contains("more columns"));
    writeZip(path, workbookParts("<row><c r=\"ZZZ1\"><v>1</v></c></row>"));
    CHECK(refusal(path).contains("more columns"));
    writeZip(path, workbookParts("<row><c t=\"s\"><v>77</v></c></row>"));
    CHECK(refusal(path).contains("damaged"));
    auto parts = workbookParts("<row><c><v>1</v></c></row>");
    parts["xl/worksheets/other.xml"].prepend("<!DOCTYPE x [<!ENTITY a \"b\">]>");
    writeZip(path, parts);
    CHECK(refusal(path).contains("damaged"));
}

TEST_CASE("A bomb is stopped before it is unpacked")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("bomb.xlsx");
    constexpr qsizetype large = 64 * 1024 * 1024;
    writeZip(path,
             workbookParts("<row><c t=\"str\"><v>" + QByteArray(large, ' ') + "</v></c></row>"));
    CHECK(refusal(path).contains("unpacks"));
    // Not dense enough for the first guard: one text that the XML reader would gather whole.
    QByteArray mixed;
    quint32 state = 1;
    while (mixed.size() < 3 * 1024 * 1024) {
        state = state * 1664525u + 1013904223u;
        mixed += QByteArray::number(state);
    }
    writeZip(path, workbookParts("<row><c t=\"str\"><v>" + mixed + "</v></c></row>"));
    CHECK(refusal(path).contains("unpacks"));
}
