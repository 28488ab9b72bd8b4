// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pinyin.h"

#include <QHash>
#include <memory>
#include <stdexcept>
#include <unicode/translit.h>

namespace jubao {

namespace {

/** ICU reads these surnames by their common reading. */
const QHash<QString, QString> &surnames()
{
    static const QHash<QString, QString> table{{QStringLiteral("朴"), QStringLiteral("p")},
                                               {QStringLiteral("缪"), QStringLiteral("m")},
                                               {QStringLiteral("洗"), QStringLiteral("x")},
                                               {QStringLiteral("都"), QStringLiteral("d")}};
    return table;
}

icu::Transliterator &reader()
{
    thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            "Han-Latin/Names; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        if (U_FAILURE(status))
            throw std::runtime_error("ICU has no pinyin data");
        return made;
    }();
    return *transliterator;
}

} // namespace

QString pinyinInitials(const QString &name)
{
    icu::UnicodeString text(reinterpret_cast<const char16_t *>(name.utf16()), int32_t(name.size()));
    reader().transliterate(text);
    const QString syllables = QString::fromUtf16(text.getBuffer(), text.length());
    QString initials;
    const QStringList words = syllables.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        initials.append(word.at(0));
    const QString own = surnames().value(name.left(1));
    if (!own.isEmpty() && !initials.isEmpty())
        initials.replace(0, 1, own);
    return initials;
}

} // namespace jubao
