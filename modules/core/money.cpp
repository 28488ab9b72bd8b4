// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/money.h"

#include <QStringList>
#include <limits>
#include <stdexcept>

namespace jubao {

namespace {

[[noreturn]] void overflow()
{
    throw std::overflow_error("amount of money out of range");
}

QString digitsOnly(const QString &text)
{
    QString result;
    for (QChar c : text.trimmed()) {
        // Full-width forms come from input methods left in Chinese mode.
        if (c >= QChar(0xFF10) && c <= QChar(0xFF19))
            c = QChar(ushort(c.unicode() - 0xFF10 + '0'));
        else if (c == QChar(0xFF0E) || c == QChar(0x3002))
            c = u'.';
        else if (c == QChar(0xFF0D))
            c = u'-';
        result.append(c);
    }
    return result;
}

/** "1,000" and "1000" are amounts; "1,00" is a slip of the finger that would change the amount. */
bool groupedRight(const QString &whole)
{
    if (!whole.contains(u','))
        return true;
    const QStringList groups = whole.split(u',');
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const qsizetype digits = groups.at(i).size();
        if (i == 0 ? (digits < 1 || digits > 3) : digits != 3)
            return false;
    }
    return true;
}

} // namespace

std::optional<Money> Money::fromYuanText(const QString &text)
{
    QString plain = digitsOnly(text);
    const bool negative = plain.startsWith(u'-');
    if (negative)
        plain.remove(0, 1);
    const qsizetype dot = plain.indexOf(u'.');
    QString whole = dot < 0 ? plain : plain.left(dot);
    const QString fraction = dot < 0 ? QString() : plain.mid(dot + 1);
    if (whole.isEmpty() || fraction.size() > 2 || (dot >= 0 && fraction.isEmpty())
        || !groupedRight(whole))
        return std::nullopt;
    whole.remove(u',');
    qint64 fen = 0;
    const QString all = whole + fraction.leftJustified(2, u'0');
    for (const QChar c : all) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        if (__builtin_mul_overflow(fen, qint64(10), &fen)
            || __builtin_add_overflow(fen, qint64(c.unicode() - '0'), &fen))
            return std::nullopt;
    }
    return Money(negative ? -fen : fen);
}

QString Money::toYuanText() const
{
    // Through the unsigned value, because the smallest int64 has no positive counterpart.
    const quint64 size = m_fen < 0 ? 0 - quint64(m_fen) : quint64(m_fen);
    return QStringLiteral("%1%2.%3")
        .arg(m_fen < 0 ? QStringLiteral("-") : QString())
        .arg(size / 100)
        .arg(size % 100, 2, 10, QLatin1Char('0'));
}

QString Money::toDisplay() const
{
    QString text = toYuanText();
    const qsizetype first = text.startsWith(u'-') ? 1 : 0;
    for (qsizetype place = text.indexOf(u'.') - 3; place > first; place -= 3)
        text.insert(place, u',');
    return text;
}

Money Money::operator+(Money other) const
{
    qint64 sum = 0;
    if (__builtin_add_overflow(m_fen, other.m_fen, &sum))
        overflow();
    return Money(sum);
}

Money Money::operator-(Money other) const
{
    qint64 difference = 0;
    if (__builtin_sub_overflow(m_fen, other.m_fen, &difference))
        overflow();
    return Money(difference);
}

Money Money::operator-() const
{
    return Money() - *this;
}

Money Money::operator*(qint64 factor) const
{
    qint64 product = 0;
    if (__builtin_mul_overflow(m_fen, factor, &product))
        overflow();
    return Money(product);
}

} // namespace jubao
