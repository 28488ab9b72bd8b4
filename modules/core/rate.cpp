// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rate.h"

#include "core/text.h"
#include <QRegularExpression>
#include <limits>
#include <stdexcept>

namespace jubao {

namespace {

constexpr int decimalsOfPercent = 4;
constexpr qint64 ppmOfPercent = 10'000;
__extension__ using Wide = __int128; // no standard type holds amount × ppm whole

} // namespace

std::optional<Rate> Rate::fromPercentText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,3})(?:\\.([0-9]{1,4}))? ?%?$"));
    const QRegularExpressionMatch match = form.match(normaliseInput(text));
    if (!match.hasMatch())
        return std::nullopt;
    const QString digits =
        match.captured(1) + match.captured(2).leftJustified(decimalsOfPercent, u'0');
    return Rate(digits.toLongLong());
}

QString Rate::toPercentText() const
{
    const qint64 size = m_ppm < 0 ? -m_ppm : m_ppm;
    QString text = QStringLiteral("%1%2.%3")
                       .arg(m_ppm < 0 ? QStringLiteral("-") : QString())
                       .arg(size / ppmOfPercent)
                       .arg(size % ppmOfPercent, decimalsOfPercent, 10, QLatin1Char('0'));
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

Money roundedPart(Money amount, qint64 numerator, qint64 denominator)
{
    if (denominator <= 0)
        throw std::invalid_argument("a part needs a positive denominator");
    const Wide product = static_cast<Wide>(amount.fen()) * numerator;
    const Wide size = product < 0 ? -product : product;
    // Whole and rest apart, so that doubling the rest cannot overflow either.
    Wide fen = size / denominator;
    if (size % denominator * 2 >= denominator)
        ++fen;
    if (fen > std::numeric_limits<qint64>::max())
        throw std::overflow_error("amount of money out of range");
    return Money::fromFen(product < 0 ? -static_cast<qint64>(fen) : static_cast<qint64>(fen));
}

Money shareOf(Money amount, Rate rate)
{
    return roundedPart(amount, rate.ppm(), Rate::whole().ppm());
}

} // namespace jubao
