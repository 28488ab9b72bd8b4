// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/person_name.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace jubao {

namespace {

constexpr qsizetype longestName = 50;

QString words(const char *text)
{
    return QCoreApplication::translate("PersonName", text);
}

bool isCommonHan(QChar c)
{
    return c.unicode() >= 0x4E00 && c.unicode() <= 0x9FFF;
}

/** Dots that keyboards offer and that look like the one of the ID card. */
bool isOtherDot(QChar c)
{
    static const QString dots = QStringLiteral(".•・‧∙⋅﹒．●。");
    return dots.contains(c);
}

/** What is wrong; nullptr where the name is one of the household register. */
const char *hanFault(const QString &name)
{
    static const QRegularExpression shape(
        QStringLiteral("^[\\p{Han}\\x{3007}]+(·[\\p{Han}\\x{3007}]+)*$"),
        QRegularExpression::UseUnicodePropertiesOption);
    // Radicals and compatibility forms look like characters and are found by no search.
    static const QRegularExpression lookalike(
        QStringLiteral("[\\x{2E80}-\\x{2FDF}\\x{3021}-\\x{303B}\\x{F900}-\\x{FAFF}]"));
    static const QRegularExpression latin(QStringLiteral("[A-Za-z]"));
    static const QRegularExpression digit(QStringLiteral("\\d"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression privateUse(QStringLiteral("\\p{Co}"));
    if (std::any_of(name.begin(), name.end(), isOtherDot))
        return QT_TRANSLATE_NOOP("PersonName",
                                 "Write the dot inside a name as “·”, as on the ID card.");
    if (digit.match(name).hasMatch())
        return QT_TRANSLATE_NOOP("PersonName", "A name has no digits.");
    if (latin.match(name).hasMatch())
        return QT_TRANSLATE_NOOP(
            "PersonName",
            "The name on an ID card is written in Han characters; Latin letters are for holders of a number that begins with 8 or 9.");
    if (privateUse.match(name).hasMatch() || lookalike.match(name).hasMatch())
        return QT_TRANSLATE_NOOP(
            "PersonName",
            "The name holds a character that is none of the standard. Enter it with an input method that knows rare characters.");
    if (name.contains(QRegularExpression(QStringLiteral("\\s"))))
        return QT_TRANSLATE_NOOP("PersonName", "A name has no space between its characters.");
    if (!shape.match(name).hasMatch())
        return QT_TRANSLATE_NOOP(
            "PersonName",
            "A name is made of Han characters, with “·” between the parts of a minority name.");
    return nullptr;
}

bool isLatinName(const QString &name)
{
    static const QRegularExpression shape(QStringLiteral(
        "^\\p{Latin}[\\p{Latin}\\p{M}]*([ '’.,-]+\\p{Latin}[\\p{Latin}\\p{M}]*)*\\.?$"));
    return shape.match(name).hasMatch();
}

} // namespace

bool mayHaveLatinName(const QString &idNumber)
{
    return idNumber.startsWith(u'8') || idNumber.startsWith(u'9');
}

Findings personNameFindings(const QString &name, const QString &field, bool latin)
{
    const QString rule = QStringLiteral("ENR-08");
    const QString code = QStringLiteral("NAME_MALFORMED");
    // Nearly every name: a million rows of a take-over come this way.
    const bool common = std::all_of(name.begin(), name.end(), isCommonHan);
    if (name.trimmed().isEmpty() || (common && name.size() > 1 && name.size() <= longestName))
        return {};
    if (latin && name.size() <= longestName && isLatinName(name))
        return {};
    if (name.size() > longestName)
        return {error(code, field,
                      words(QT_TRANSLATE_NOOP("PersonName", "A name has at most %1 characters."))
                          .arg(longestName),
                      rule)};
    if (const char *fault = hanFault(name))
        return {error(code, field, words(fault), rule)};
    // A rare character outside of the basic plane takes two places.
    if (name.toUcs4().size() == 1)
        return {warning(
            QStringLiteral("NAME_SHORT"), field,
            words(QT_TRANSLATE_NOOP("PersonName", "The name has one character. Is it complete?")),
            rule)};
    return {};
}

} // namespace jubao
