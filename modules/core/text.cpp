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

QString endOfPrefix(const QString &prefix)
{
    constexpr char32_t lastOfAll = 0x10FFFF;
    return prefix + QString::fromUcs4(&lastOfAll, 1);
}

} // namespace jubao
