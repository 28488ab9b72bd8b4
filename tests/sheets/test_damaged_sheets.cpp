// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sheets/sheet_files.h"
#include "sheets/sheet_reader.h"
#include "sheets/sheet_writer.h"
#include <QStringEncoder>
#include <QTemporaryDir>
#include <random>

using namespace jubao;
using namespace jubao::test;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/** What a bad line, a full stick or a hand does to a file. */
QByteArray damage(QByteArray bytes, std::mt19937 &random)
{
    const int edits = 1 + int(random() % 4);
    for (int i = 0; i < edits && !bytes.isEmpty(); ++i) {
        const qsizetype place = qsizetype(random() % size_t(bytes.size()));
        switch (random() % 5) {
        case 0:
            bytes[place] = char(random());
            break;
        case 1:
            bytes.truncate(place);
            break;
        case 2:
            bytes.remove(place, 1 + qsizetype(random() % 40));
            break;
        case 3:
            bytes.insert(place, QByteArray(1 + qsizetype(random() % 8), char(random())));
            break;
        default:
            bytes.insert(place, bytes.mid(qsizetype(random() % size_t(bytes.size())), 60));
        }
    }
    return bytes;
}

/** Reads to the end or to a refusal in words; anything else fails the test. */
bool readsOrRefuses(const QString &path)
{
    try {
        const auto reader = SheetReader::open(path);
        SheetRow row;
        qint64 last = 0;
        while (reader->next(row)) {
            if (row.cells.isEmpty() || row.cells.size() > SheetLimits::columns || row.number < 1)
                return false;
            last = row.number;
        }
        return last <= SheetLimits::rows;
    } catch (const SheetError &error) {
        return !error.text.isEmpty();
    }
}

} // namespace

TEST_CASE("A hundred thousand damaged import files are read or refused, never a crash [ENR-11]")
{
    const QTemporaryDir folder;
    const QString workbook = folder.filePath("good.xlsx");
    SheetWriter writer(workbook, "名册",
                       {{"身份证号"}, {"姓名"}, {"余额", SheetColumnKind::Money}});
    for (int i = 0; i < 3; ++i)
        writer.addRow({"41102419850505001X", QStringLiteral("张三%1").arg(i), 1000 + i});
    writer.finish();
    const QString bare = folder.filePath("bare.xlsx");
    writeZip(bare, workbookParts("<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>45658</v></c></row>"));
    const QString text =
        QStringLiteral("身份证号,姓名,余额\n41102419850505001X,\"张,三\",10.5\n\n,李四,\n");
    const QList<QByteArray> good{contentOf(workbook), contentOf(bare), text.toUtf8(),
                                 QByteArray(QStringEncoder("GB18030").encode(text)),
                                 QByteArray("\xFF\xFE") + QByteArray("a\0,\0b\0\n\0", 8)};
    const QString path = folder.filePath("damaged");
    std::mt19937 random(20260101);
    constexpr int cases = 100'000;
    for (int i = 0; i < cases; ++i) {
        // Workbooks take longest and are mostly stopped at the zip's own checks.
        const qsizetype which = i % 10 < 2 ? i % 2 : 2 + i % 3;
        const QByteArray bytes = damage(good.at(which), random);
        // Written anew: rewriting a file in place makes some file systems flush it each time.
        QFile::remove(path);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            FAIL("the case could not be written");
        file.close();
        if (!readsOrRefuses(path)) {
            INFO("case " << i);
            FAIL("read what is no row: " << bytes.toHex().toStdString());
        }
    }
    SUCCEED();
}
