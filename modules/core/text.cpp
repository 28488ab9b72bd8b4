// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text.h"

namespace jubao {

QString normaliseInput(const QString &text)
{
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

} // namespace jubao
