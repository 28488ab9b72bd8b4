// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QString>
#include <compare>
#include <optional>

namespace jubao {

/**
 * A month of a year: what contributions are paid for, benefits are due in and balances are struck
 * by. Years 1 to 9999.
 */
class YearMonth {
public:
    constexpr YearMonth() = default;
    /** Throws std::out_of_range for a month that does not exist. */
    YearMonth(int year, int month);
    /** The month that holds a day; throws std::out_of_range for no day. */
    static YearMonth of(const QDate &day) { return {day.year(), day.month()}; }
    /** "2026-11" or "202611"; nothing for anything else. */
    static std::optional<YearMonth> fromText(const QString &text);

    constexpr int year() const { return m_index / 12; }
    constexpr int month() const { return m_index % 12 + 1; }
    QDate firstDay() const { return {year(), month(), 1}; }
    QDate lastDay() const { return firstDay().addMonths(1).addDays(-1); }
    bool holds(const QDate &day) const { return day >= firstDay() && day <= lastDay(); }

    YearMonth plusMonths(int months) const;
    /** Months from `earlier` to this one; 0 for the same, negative where `earlier` is later. */
    constexpr int monthsSince(YearMonth earlier) const { return m_index - earlier.m_index; }
    QString toText() const; ///< "2026-11"

    constexpr auto operator<=>(const YearMonth &) const = default;

private:
    int m_index = 12; ///< year × 12 + month − 1
};

} // namespace jubao
