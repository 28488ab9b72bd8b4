// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>
#include <compare>
#include <optional>

namespace jubao {

/** An amount of money in fen, never floating point. Arithmetic throws std::overflow_error. */
class Money {
public:
    constexpr Money() = default;
    static constexpr Money fromFen(qint64 fen) { return Money(fen); }
    /** "107000.53", "1,000", full-width digits; nothing for more than two decimals or what is no
     * amount. */
    static std::optional<Money> fromYuanText(const QString &text);

    constexpr qint64 fen() const { return m_fen; }
    QString toYuanText() const; ///< "107000.53": files, payloads, JSON
    QString toDisplay() const;  ///< "107,000.53": screens and papers

    Money operator+(Money other) const;
    Money operator-(Money other) const;
    Money operator-() const;
    Money operator*(qint64 factor) const;
    Money &operator+=(Money other) { return *this = *this + other; }
    Money &operator-=(Money other) { return *this = *this - other; }
    constexpr auto operator<=>(const Money &) const = default;

private:
    constexpr explicit Money(qint64 fen) : m_fen(fen) { }
    qint64 m_fen = 0;
};

} // namespace jubao
