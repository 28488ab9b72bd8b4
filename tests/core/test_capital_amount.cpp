// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/capital_amount.h"
#include <catch2/catch.hpp>
#include <random>

using namespace jubao;

namespace {

struct Sample {
    const char *yuan;
    const char *capitals;
    const char *alsoValid;
};

// The worked examples of 支付结算办法, annex 1, and those that its rules give.
const Sample samples[]{
    {"0.00", "零元整", ""},
    {"0.01", "壹分", ""},
    {"0.10", "壹角", ""},
    {"0.11", "壹角壹分", ""},
    {"1.00", "壹元整", ""},
    {"1.01", "壹元零壹分", ""},
    {"1.10", "壹元壹角", ""},
    {"1.05", "壹元零伍分", ""},
    {"10.00", "壹拾元整", ""},
    {"10.05", "壹拾元零伍分", ""},
    {"10.50", "壹拾元伍角", "壹拾元零伍角"},
    {"20.30", "贰拾元叁角", "贰拾元零叁角"},
    {"100.00", "壹佰元整", ""},
    {"101.00", "壹佰零壹元整", ""},
    {"110.00", "壹佰壹拾元整", ""},
    {"120.05", "壹佰贰拾元零伍分", ""},
    {"1000.00", "壹仟元整", ""},
    {"1001.00", "壹仟零壹元整", ""},
    {"1010.00", "壹仟零壹拾元整", ""},
    {"1100.00", "壹仟壹佰元整", ""},
    {"1409.50", "壹仟肆佰零玖元伍角", "壹仟肆佰零玖元伍角整"},
    {"1680.32", "壹仟陆佰捌拾元叁角贰分", "壹仟陆佰捌拾元零叁角贰分"},
    {"6007.14", "陆仟零柒元壹角肆分", ""},
    {"325.04", "叁佰贰拾伍元零肆分", ""},
    {"10000.00", "壹万元整", ""},
    {"10001.00", "壹万零壹元整", ""},
    {"10010.00", "壹万零壹拾元整", ""},
    {"10100.00", "壹万零壹佰元整", ""},
    {"11000.00", "壹万壹仟元整", ""},
    {"16409.02", "壹万陆仟肆佰零玖元零贰分", ""},
    {"20500.00", "贰万零伍佰元整", ""},
    {"80100.00", "捌万零壹佰元整", ""},
    {"100000.00", "壹拾万元整", ""},
    {"100001.00", "壹拾万零壹元整", ""},
    {"100500.00", "壹拾万零伍佰元整", ""},
    {"107000.53", "壹拾万零柒仟元伍角叁分", "壹拾万柒仟元零伍角叁分"},
    {"110010.10", "壹拾壹万零壹拾元壹角", "壹拾壹万零壹拾元零壹角"},
    {"200050.00", "贰拾万零伍拾元整", ""},
    {"1000000.00", "壹佰万元整", ""},
    {"1000001.00", "壹佰万零壹元整", ""},
    {"1001000.00", "壹佰万零壹仟元整", "壹佰万壹仟元整"},
    {"10000000.00", "壹仟万元整", ""},
    {"10000001.00", "壹仟万零壹元整", ""},
    {"10010000.00", "壹仟零壹万元整", ""},
    {"10001000.00", "壹仟万零壹仟元整", ""},
    {"100000000.00", "壹亿元整", ""},
    {"100000001.00", "壹亿零壹元整", ""},
    {"100010000.00", "壹亿零壹万元整", ""},
    {"100010001.00", "壹亿零壹万零壹元整", ""},
    {"100000000.01", "壹亿元零壹分", ""},
};

} // namespace

TEST_CASE("Amounts in capitals follow the rule for bills")
{
    for (const Sample &sample : samples) {
        CAPTURE(sample.yuan);
        const Money amount = Money::fromYuanText(QString::fromLatin1(sample.yuan)).value();
        CHECK(capitalAmount(amount).toStdString() == sample.capitals);
        CHECK(readCapitalAmount(QString::fromUtf8(sample.capitals)) == amount);
        CHECK(readCapitalAmount(QStringLiteral("人民币") + QString::fromUtf8(sample.capitals))
              == amount);
        if (qstrlen(sample.alsoValid) > 0)
            CHECK(readCapitalAmount(QString::fromUtf8(sample.alsoValid)) == amount);
    }
}

TEST_CASE("Every amount is read back from each of its valid forms, nonsense is refused")
{
    std::mt19937_64 random(11);
    for (int i = 0; i < 100'000; ++i) {
        const qint64 scale[]{100, 10000, 1000000, 100000000, 99999999999999};
        const Money amount = Money::fromFen(qint64(random() % quint64(scale[i % 5])));
        const QStringList forms = acceptedCapitalAmounts(amount);
        for (const QString &form : forms)
            REQUIRE(readCapitalAmount(form) == amount);
    }
    for (const char *bad : {"", "整", "壹", "壹拾", "拾元整", "壹元壹元整", "壹元零零壹分",
                            "壹佰元伍", "abc", "壹角整元", "一元整", "壹万万元整"})
        CHECK_FALSE(readCapitalAmount(QString::fromUtf8(bad)));
    const QString signs = QStringLiteral("零壹贰玖拾佰仟万亿元角分整正x");
    for (int i = 0; i < 100'000; ++i) {
        QString text;
        for (int n = int(random() % 12); n >= 0; --n)
            text += signs.at(qsizetype(random() % quint64(signs.size())));
        const std::optional<Money> amount = readCapitalAmount(text);
        if (amount)
            REQUIRE(acceptedCapitalAmounts(*amount).contains(text));
    }
}

TEST_CASE("Dates on bills are written in capitals")
{
    CHECK(capitalDate(QDate(2026, 1, 15)).toStdString() == "贰零贰陆年零壹月壹拾伍日");
    CHECK(capitalDate(QDate(2026, 10, 20)).toStdString() == "贰零贰陆年零壹拾月零贰拾日");
    CHECK(capitalDate(QDate(2026, 12, 31)).toStdString() == "贰零贰陆年壹拾贰月叁拾壹日");
    CHECK(capitalDate(QDate(2026, 11, 5)).toStdString() == "贰零贰陆年壹拾壹月零伍日");
}
