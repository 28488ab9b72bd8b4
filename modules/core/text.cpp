// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text.h"

#include <algorithm>

namespace jubao {

namespace {

/** Printable ASCII and the unified Han characters are in their normal form already. */
bool isNormal(QChar c)
{
    const ushort code = c.unicode();
    return (code >= 0x20 && code < 0x7F) || (code >= 0x4E00 && code <= 0x9FFF);
}

bool isUnseen(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        break;
    }
    const bool filler = code == 0x115F || code == 0x1160 || code == 0x3164 || code == 0xFFA0;
    const bool variation =
        (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
    return filler || variation;
}

} // namespace

QString normaliseInput(const QString &text)
{
    if (std::all_of(text.begin(), text.end(), isNormal))
        return text.trimmed();
    QString result;
    for (QChar c : text) {
        const ushort code = c.unicode();
        const bool wideDigit = code >= 0xFF10 && code <= 0xFF19;
        const bool wideLetter =
            (code >= 0xFF21 && code <= 0xFF3A) || (code >= 0xFF41 && code <= 0xFF5A);
        if (wideDigit || wideLetter)
            c = QChar(ushort(code - 0xFEE0));
        else if (code == 0x3000)
            c = u' ';
        if (c.category() != QChar::Other_Control || c == u'\n')
            result.append(c);
    }
    return result.normalized(QString::NormalizationForm_C).trimmed();
}

std::optional<char32_t> unseenCharacter(const QString &text, bool lines)
{
    if (std::all_of(text.begin(), text.end(), isNormal))
        return std::nullopt;
    const QList<uint> characters = text.toUcs4();
    const auto found = std::find_if(characters.begin(), characters.end(), [lines](uint code) {
        return isUnseen(code) && !(lines && (code == '\n' || code == '\t'));
    });
    return found == characters.end() ? std::nullopt : std::optional<char32_t>(*found);
}

QString characterCode(char32_t character)
{
    return QStringLiteral("U+%1").arg(uint(character), 4, 16, QLatin1Char('0')).toUpper();
}

QString endOfPrefix(const QString &prefix)
{
    constexpr char32_t lastOfAll = 0x10FFFF;
    return prefix + QString::fromUcs4(&lastOfAll, 1);
}

} // namespace jubao
