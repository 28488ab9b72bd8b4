// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pinyin.h"

#include <QHash>
#include <QStringList>
#include <algorithm>
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

QString read(const QString &text)
{
    icu::UnicodeString letters(reinterpret_cast<const char16_t *>(text.utf16()),
                               int32_t(text.size()));
    reader().transliterate(letters);
    const QString syllables = QString::fromUtf16(letters.getBuffer(), letters.length());
    QString initials;
    const QStringList words = syllables.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        initials.append(word.at(0));
    return initials;
}

bool isHan(QChar letter)
{
    return letter.unicode() >= 0x4E00 && letter.unicode() <= 0x9FA5;
}

/**
 * ICU takes a tenth of a millisecond for a name; a county has a million names but a few thousand
 * characters. Only a name's beginning is read in context (surnames), so beginnings of two
 * characters and single further ones are remembered.
 */
class Memory {
public:
    QString initials(const QString &name)
    {
        QString &start = m_beginnings[name.left(2)];
        if (start.isEmpty())
            start = read(name.left(2));
        QString all = start;
        for (qsizetype i = 2; i < name.size(); ++i) {
            QChar &letter = m_further[name.at(i)];
            if (letter.isNull()) // behind a surname, so that it is not read as one
                letter = read(QStringLiteral("王") + name.at(i)).at(1);
            all.append(letter);
        }
        return all;
    }

private:
    QHash<QString, QString> m_beginnings;
    QHash<QChar, QChar> m_further;
};

} // namespace

QString pinyinInitials(const QString &name)
{
    thread_local Memory memory;
    const bool plain = name.size() > 1 && std::all_of(name.constBegin(), name.constEnd(), isHan);
    QString initials = plain ? memory.initials(name) : read(name);
    const QString own = surnames().value(name.left(1));
    if (!own.isEmpty() && !initials.isEmpty())
        initials.replace(0, 1, own);
    return initials;
}

} // namespace jubao
