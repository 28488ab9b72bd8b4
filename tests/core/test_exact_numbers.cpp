// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rate.h"
#include "core/year_month.h"
#include <catch2/catch.hpp>
#include <random>

using namespace jubao;

TEST_CASE("A rate is an exact percentage")
{
    CHECK(Rate::fromPercentText("2.75")->ppm() == 27500);
    CHECK(Rate::fromPercentText("3.125%")->ppm() == 31250);
    CHECK(Rate::fromPercentText("100 %") == Rate::whole());
    CHECK(Rate::fromPercentText("0.0001")->ppm() == 1);
    for (const char *bad : {"", "%", "1,5", "-1", "1.23456", "1000", "1e2", "2..5", "2.75%%"})
        CHECK_FALSE(Rate::fromPercentText(QString::fromLatin1(bad)));
    CHECK(Rate::fromPpm(27500).toPercentText() == "2.75");
    CHECK(Rate::fromPpm(-1).toPercentText() == "-0.0001");
    CHECK(Rate::whole().toPercentText() == "100");
    for (qint64 ppm = 0; ppm < 1'000'000; ppm += 37)
        REQUIRE(Rate::fromPercentText(Rate::fromPpm(ppm).toPercentText())->ppm() == ppm);
}

TEST_CASE("There is one rounding: half a fen goes away from zero, red mirrors black [CTL-16]")
{
    CHECK(roundedPart(Money::fromFen(1), 1, 2).fen() == 1);
    CHECK(roundedPart(Money::fromFen(-1), 1, 2).fen() == -1);
    CHECK(roundedPart(Money::fromFen(1), 1, 3).fen() == 0);
    CHECK(roundedPart(Money::fromFen(2), 1, 3).fen() == 1);
    CHECK(shareOf(Money::fromFen(20000), *Rate::fromPercentText("2.75")).fen() == 550);
    CHECK(shareOf(Money::fromFen(1234567), *Rate::fromPercentText("3.15")).fen() == 38889);
    const Money most = Money::fromFen(std::numeric_limits<qint64>::max());
    CHECK(shareOf(most, Rate::whole()) == most);
    CHECK_THROWS_AS(roundedPart(most, 2, 1), std::overflow_error);
    CHECK_THROWS_AS(roundedPart(most, 1, 0), std::invalid_argument);

    std::mt19937_64 random(5);
    for (int i = 0; i < 100'000; ++i) {
        const Money amount =
            Money::fromFen(qint64(random() % 2'000'000'000'000) - 1'000'000'000'000);
        const qint64 numerator = qint64(random() % 1'000'000);
        const qint64 denominator = 1 + qint64(random() % 1'000'000);
        const qint64 part = roundedPart(amount, numerator, denominator).fen();
        // The rounded part is at most half a fen away: |2(part·d − a·n)| ≤ d.
        const qint64 away = 2 * (part * denominator - amount.fen() * numerator);
        REQUIRE(std::abs(away) <= denominator);
        REQUIRE(roundedPart(-amount, numerator, denominator).fen() == -part);
    }
}

TEST_CASE("Months are counted, compared and bounded")
{
    const YearMonth november(2026, 11);
    CHECK(november.plusMonths(2) == YearMonth(2027, 1));
    CHECK(november.plusMonths(-11) == YearMonth(2025, 12));
    CHECK(YearMonth(2027, 1).monthsSince(november) == 2);
    CHECK(november < YearMonth(2026, 12));
    CHECK(november.firstDay() == QDate(2026, 11, 1));
    CHECK(YearMonth(2024, 2).lastDay() == QDate(2024, 2, 29));
    CHECK(YearMonth::of(QDate(2026, 11, 30)) == november);
    CHECK(november.holds(QDate(2026, 11, 30)));
    CHECK_FALSE(november.holds(QDate(2026, 12, 1)));
    CHECK(november.toText() == "2026-11");
    CHECK(YearMonth::fromText("2026-11") == november);
    CHECK(YearMonth::fromText("202611") == november);
    for (const char *bad : {"", "2026-13", "2026-00", "0000-01", "26-11", "2026-1", "2026/11"})
        CHECK_FALSE(YearMonth::fromText(QString::fromLatin1(bad)));
    CHECK_THROWS_AS(YearMonth(2026, 13), std::out_of_range);
    CHECK_THROWS_AS(YearMonth(9999, 12).plusMonths(1), std::out_of_range);
    CHECK_THROWS_AS(YearMonth::of(QDate()), std::out_of_range);
    for (int months = -3000; months < 3000; ++months) {
        const YearMonth other = november.plusMonths(months);
        REQUIRE(other.monthsSince(november) == months);
        REQUIRE(YearMonth::fromText(other.toText()) == other);
    }
}
