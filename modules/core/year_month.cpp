// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/year_month.h"

#include <QRegularExpression>
#include <stdexcept>

namespace jubao {

YearMonth::YearMonth(int year, int month) : m_index(year * 12 + month - 1)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12)
        throw std::out_of_range("there is no such month");
}

std::optional<YearMonth> YearMonth::fromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{4})-?([0-9]{2})$"));
    const QRegularExpressionMatch match = form.match(text.trimmed());
    const int year = match.captured(1).toInt();
    const int month = match.captured(2).toInt();
    if (!match.hasMatch() || year < 1 || month < 1 || month > 12)
        return std::nullopt;
    return YearMonth(year, month);
}

YearMonth YearMonth::plusMonths(int months) const
{
    const qint64 index = qint64(m_index) + months;
    if (index < 12 || index >= 120'000)
        throw std::out_of_range("there is no such month");
    return {int(index / 12), int(index % 12) + 1};
}

QString YearMonth::toText() const
{
    return QStringLiteral("%1-%2")
        .arg(year(), 4, 10, QLatin1Char('0'))
        .arg(month(), 2, 10, QLatin1Char('0'));
}

} // namespace jubao
