// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents/text_layer.h"

#include "documents/paper_font.h"
#include <QHash>
#include <QList>
#include <QRawFont>
#include <QRegularExpression>
#include <QString>
#include <algorithm>
// The library asks which of its pointers are meant: the standard ones.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace jubao {

namespace {

constexpr uint firstBeyondPlane = 0x10000;
constexpr int anyHeight = 20;

/** What Qt calls a glyph (the lowest character that has it) → the character that was drawn. */
QHash<uint, uint> trueNames(const QSet<uint> &drawn)
{
    const QRawFont font = QRawFont::fromFont(paperFont(anyHeight, false));
    QString plane;
    for (uint character = 0; character < firstBeyondPlane; ++character) {
        // Surrogates are no characters of their own; they keep their place in the count.
        plane.append(QChar::isSurrogate(character) ? QChar(0xfffd) : QChar(ushort(character)));
    }
    const QList<quint32> glyphs = font.glyphIndexesForString(plane);
    QHash<quint32, uint> lowest;
    for (uint character = 0; character < uint(glyphs.size()); ++character) {
        const quint32 glyph = glyphs.at(character);
        if (glyph != 0 && !lowest.contains(glyph))
            lowest.insert(glyph, character);
    }
    QList<uint> characters(drawn.begin(), drawn.end());
    std::sort(characters.begin(), characters.end());
    QHash<uint, uint> names;
    for (const uint character : std::as_const(characters)) {
        if (character >= uint(glyphs.size()))
            continue;
        const uint called = lowest.value(glyphs.at(character), character);
        if (called != character && !names.contains(called))
            names.insert(called, character);
    }
    return names;
}

/** A table of Qt's lists the characters of consecutive glyphs in brackets. */
std::string renamed(const std::string &table, const QHash<uint, uint> &names)
{
    static const QRegularExpression list(QStringLiteral("\\[[^\\]]*\\]"));
    static const QRegularExpression code(QStringLiteral("<([0-9A-Fa-f]{4})>"));
    const QString text = QString::fromLatin1(table.data(), qsizetype(table.size()));
    QString result;
    qsizetype done = 0;
    for (auto lists = list.globalMatch(text); lists.hasNext();) {
        const QRegularExpressionMatch found = lists.next();
        for (auto codes = code.globalMatch(found.captured()); codes.hasNext();) {
            const QRegularExpressionMatch each = codes.next();
            const uint called = each.captured(1).toUInt(nullptr, 16);
            const qsizetype at = found.capturedStart() + each.capturedStart(1);
            result += text.mid(done, at - done)
                + QStringLiteral("%1")
                      .arg(names.value(called, called), 4, 16, QLatin1Char('0'))
                      .toUpper();
            done = at + each.capturedLength(1);
        }
    }
    return (result + text.mid(done)).toStdString();
}

} // namespace

QByteArray withReadableText(const QByteArray &pdf, const QSet<uint> &drawn)
{
    const QHash<uint, uint> names = trueNames(drawn);
    if (names.isEmpty())
        return pdf;
    QPDF file;
    file.processMemoryFile("paper", pdf.constData(), size_t(pdf.size()));
    for (QPDFObjectHandle &object : file.getAllObjects()) {
        if (!object.isDictionary() || !object.hasKey("/ToUnicode"))
            continue;
        QPDFObjectHandle table = object.getKey("/ToUnicode");
        const auto content = table.getStreamData();
        const std::string before(reinterpret_cast<const char *>(content->getBuffer()),
                                 content->getSize());
        table.replaceStreamData(renamed(before, names), QPDFObjectHandle::newNull(),
                                QPDFObjectHandle::newNull());
    }
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.write();
    const auto written = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(written->getBuffer()), qsizetype(written->getSize())};
}

} // namespace jubao
