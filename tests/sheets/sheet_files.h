// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>
#include <QMap>
#include <QString>
#include <catch2/catch.hpp>
#include <zip.h>

namespace jubao::test {

inline void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

/** Packs parts as they are: what other programs, and attackers, write. */
inline void writeZip(const QString &path, const QMap<QString, QByteArray> &parts)
{
    QFile::remove(path);
    int code = 0;
    zip_t *folder = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE, &code);
    REQUIRE(folder);
    for (auto it = parts.constBegin(); it != parts.constEnd(); ++it) {
        zip_source_t *source =
            zip_source_buffer(folder, it.value().constData(), zip_uint64_t(it.value().size()), 0);
        REQUIRE(zip_file_add(folder, it.key().toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    REQUIRE(zip_close(folder) == 0);
}

/** The parts of a small workbook with one sheet. */
inline QMap<QString, QByteArray> workbookParts(const QByteArray &rows)
{
    return {
        {"[Content_Types].xml", "<Types/>"},
        {"xl/workbook.xml",
         "<workbook xmlns:r=\"x\"><sheets><sheet name=\"隐\" state=\"hidden\" r:id=\"r9\"/>"
         "<sheet name=\"名册\" r:id=\"r1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/other.xml\"/>"
         "<Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
         "</Relationships>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m\"/>"
         "<numFmt numFmtId=\"165\" formatCode=\"0&quot;d&quot;\"/></numFmts>"
         "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
         "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
         "<xf numFmtId=\"165\"/></cellXfs></styleSheet>"},
        {"xl/sharedStrings.xml",
         "<sst><si><t>姓名</t></si><si><r><t>张</t></r><rPh><t>zhang</t></rPh><r><t>三</t></r></si></sst>"},
        {"xl/worksheets/other.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

} // namespace jubao::test
