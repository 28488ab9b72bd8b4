// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/money.h"
#include <QString>
#include <compare>
#include <optional>

namespace jubao {

/**
 * An exact decimal rate in ppm (1 % = 10,000 ppm): interest, shares of payers, growth. Never
 * floating point, so two offices compute the same fen (design §3, money).
 */
class Rate {
public:
    constexpr Rate() = default;
    static constexpr Rate fromPpm(qint64 ppm) { return Rate(ppm); }
    static constexpr Rate whole() { return Rate(1'000'000); }
    /** "2.75", "2.75%", "0.0001 %": at most three digits before and four behind the point; nothing
     * for what is no such percentage. */
    static std::optional<Rate> fromPercentText(const QString &text);

    constexpr qint64 ppm() const { return m_ppm; }
    QString toPercentText() const; ///< "2.75", without sign of percent and without needless zeros

    constexpr Rate operator+(Rate other) const { return Rate(m_ppm + other.m_ppm); }
    constexpr auto operator<=>(const Rate &) const = default;

private:
    constexpr explicit Rate(qint64 ppm) : m_ppm(ppm) { }
    qint64 m_ppm = 0;
};

/**
 * The one rounding of the house: `amount` × `numerator` ÷ `denominator`, half a fen and more away
 * from zero, so that a red entry mirrors its black one. Computed in 128 bits; throws
 * std::overflow_error where the result is no amount, std::invalid_argument for a denominator that
 * is not positive.
 */
Money roundedPart(Money amount, qint64 numerator, qint64 denominator);

/** `rate` of `amount`, rounded once. */
Money shareOf(Money amount, Rate rate);

} // namespace jubao
