// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/text_finder.h"

#include <QStringEncoder>

namespace jubao::test {

QList<QByteArray> formsOf(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QList<QByteArray> forms{utf8, QStringEncoder(QStringEncoder::Utf16LE)(text),
                            QStringEncoder(QStringEncoder::Utf16BE)(text), utf8.toHex(),
                            utf8.toHex().toUpper()};
    // In base64 a text looks in three ways, by where it begins; its ends hang on what is beside.
    constexpr int bytesOfGroup = 3;
    for (int before = 0; before < bytesOfGroup; ++before) {
        const QByteArray padded = QByteArray(before, 'x') + utf8;
        const qsizetype whole = padded.size() / bytesOfGroup * bytesOfGroup;
        const QByteArray inside = padded.first(whole).toBase64().mid(before == 0 ? 0 : 4);
        forms.append(inside);
    }
    return forms;
}

} // namespace jubao::test
