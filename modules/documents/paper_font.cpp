// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents/paper_font.h"

#include <QCoreApplication>
#include <QGlyphRun>
#include <QTextLayout>
#include <algorithm>
#include <stdexcept>

namespace jubao {

QFont paperFont(qreal height, bool bold)
{
    QFont made(QStringLiteral("Noto Sans CJK SC"));
    made.setHintingPreference(QFont::PreferNoHinting);
    made.setPixelSize(std::max(1, qRound(height)));
    made.setBold(bold);
    // Shaping would take other forms of the digits beside letters, which no reader finds or copies.
    made.setStyleStrategy(QFont::PreferNoShaping);
    return made;
}

namespace {

bool hasGlyphs(QFont font, const QString &text)
{
    font.setStyleStrategy(QFont::PreferDefault); // Without shaping a gap is not told as glyph 0.
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return std::none_of(runs.begin(), runs.end(),
                        [](const QGlyphRun &run) { return run.glyphIndexes().contains(0); });
}

} // namespace

void refuseMissingGlyphs(const QFont &font, const QString &text)
{
    if (hasGlyphs(font, text))
        return;
    const QList<uint> characters = text.toUcs4();
    const auto missing = std::find_if(characters.begin(), characters.end(), [&](char32_t each) {
        return !hasGlyphs(font, QString::fromUcs4(&each, 1));
    });
    // Where each alone has one, it is the combination that has none.
    const QString named = missing == characters.end()
        ? text
        : QStringLiteral("U+%1").arg(*missing, 4, 16, QLatin1Char('0')).toUpper();
    throw std::invalid_argument(
        QCoreApplication::translate(
            "Documents",
            "The character %1 in “%2” is in no installed font. Install a font with rare characters before printing.")
            .arg(named, text)
            .toStdString());
}

} // namespace jubao
