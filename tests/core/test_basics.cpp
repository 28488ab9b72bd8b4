// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"
#include "core/id_number.h"
#include "core/mask.h"
#include "core/money.h"
#include "core/person_name.h"
#include "core/policy.h"
#include "core/text.h"
#include "core/working_days.h"
#include <QJsonArray>
#include <catch2/catch.hpp>
#include <random>

using namespace jubao;

TEST_CASE("What begins with a prefix lies between it and its end, in the order of bytes")
{
    const QString prefix = QStringLiteral("李");
    const QByteArray from = prefix.toUtf8();
    const QByteArray to = endOfPrefix(prefix).toUtf8();
    const auto inside = [&](const QString &text) {
        return text.toUtf8() >= from && text.toUtf8() < to;
    };
    for (const char *text : {"李", "李四", "李𬀩", "李·买买提", "李A", "李\uFFFD"})
        CHECK(inside(QString::fromUtf8(text)));
    for (const char *text : {"", "木", "杏", "张李", "𬀩"})
        CHECK_FALSE(inside(QString::fromUtf8(text)));
}

TEST_CASE("Amounts are exact fen and refuse what is no amount")
{
    CHECK(Money::fromYuanText("107000.53")->fen() == 10700053);
    CHECK(Money::fromYuanText("1,000")->fen() == 100000);
    CHECK(Money::fromYuanText(QStringLiteral("２００"))->fen() == 20000);
    for (const char *bad : {"", "1.234", "abc", "1e5", "--3", "99999999999999999999"})
        CHECK_FALSE(Money::fromYuanText(QString::fromLatin1(bad)));
    CHECK(Money::fromFen(10700053).toDisplay() == "107,000.53");
    CHECK(Money::fromFen(-5).toYuanText() == "-0.05");
    CHECK_THROWS_AS(Money::fromFen(std::numeric_limits<qint64>::max()) + Money::fromFen(1),
                    std::overflow_error);
    std::mt19937_64 random(7);
    for (int i = 0; i < 2000; ++i) {
        const qint64 fen = qint64(random() % 2000000000000ULL) - 1000000000000LL;
        REQUIRE(Money::fromYuanText(Money::fromFen(fen).toYuanText())->fen() == fen);
        REQUIRE(Money::fromYuanText(Money::fromFen(fen).toDisplay())->fen() == fen);
    }
}

TEST_CASE("A payload has one byte sequence")
{
    const QJsonObject object{
        {"b", 2}, {"a", QJsonArray{1, "x\n", QJsonValue()}}, {"c", QStringLiteral("中")}};
    CHECK(canonicalJson(object) == QByteArray("{\"a\":[1,\"x\\n\",null],\"b\":2,\"c\":\"中\"}"));
    CHECK(parseCanonicalObject(canonicalJson(object)) == object);
    CHECK_THROWS_AS(canonicalJson(QJsonObject{{"a", 1.5}}), std::invalid_argument);
    CHECK_THROWS_AS(parseCanonicalObject("{ }"), std::invalid_argument);
}

TEST_CASE("Names are written as on the ID card [ENR-08]")
{
    const auto codes = [](const QString &name, bool latin = false) {
        QStringList list;
        const Findings findings = personNameFindings(name, "name", latin);
        for (const Finding &each : findings) {
            CHECK(each.field == "name");
            CHECK_FALSE(each.text.isEmpty());
            list.append(each.code);
        }
        return list.join(' ');
    };
    for (const QString &good :
         {QStringLiteral("张三"), QStringLiteral("欧阳文华"), QStringLiteral("阿卜杜拉·买买提"),
          QStringLiteral("迪丽热巴·迪力木拉提·艾力"), QStringLiteral("㛃秀英"),
          QStringLiteral("𠮷田"), QStringLiteral("王〇"), QString()}) {
        CAPTURE(good.toStdString());
        CHECK(codes(good).isEmpty());
    }
    for (const QString &bad :
         {QStringLiteral("张三1"), QStringLiteral("张３"), QStringLiteral("张x"),
          QStringLiteral("Zhang San"), QStringLiteral("张 三"), QStringLiteral("张\t三"),
          QStringLiteral("张\n三"), QStringLiteral("·张三"), QStringLiteral("张三·"),
          QStringLiteral("张··三"), QStringLiteral("买买提.艾力"), QStringLiteral("买买提•艾力"),
          QStringLiteral("张三?"), QStringLiteral("张三（兄）"), QStringLiteral("张\uE816"),
          QStringLiteral("⼭田"), QStringLiteral("ひろ"), QString(51, u'张')}) {
        CAPTURE(bad.toStdString());
        CHECK(codes(bad) == "NAME_MALFORMED");
    }
    CHECK(codes(QStringLiteral("张")) == "NAME_SHORT");
    CHECK(codes(QStringLiteral("𠮷")) == "NAME_SHORT");
    // Residence permits of Hong Kong, Macao and Taiwan may carry other names.
    CHECK(mayHaveLatinName("810000199408230021"));
    CHECK_FALSE(mayHaveLatinName("411024198505050013"));
    for (const QString &name : {QStringLiteral("Smith John"), QStringLiteral("O'Neil, Anne-Marie"),
                                QStringLiteral("José García"), QStringLiteral("陈大文")}) {
        CAPTURE(name.toStdString());
        CHECK(codes(name, true).isEmpty());
    }
    CHECK(codes(QStringLiteral("Smith 2"), true) == "NAME_MALFORMED");
    CHECK(codes(QStringLiteral("陈David"), true) == "NAME_MALFORMED");
}

TEST_CASE("ID numbers follow GB 11643")
{
    const QDate today(2026, 11, 24);
    const IdNumberResult good = IdNumber::parse("11010519491231002X", today);
    CHECK(good.valid);
    CHECK(good.birth == QDate(1949, 12, 31));
    CHECK(good.sex == Sex::Female);
    CHECK(IdNumber::parse("11010519491231002x", today).normalized == "11010519491231002X");
    CHECK(IdNumber::parse("110105491231002", today).normalized == "11010519491231002X");
    CHECK_FALSE(IdNumber::parse("110105194912310021", today).valid);
    CHECK_FALSE(IdNumber::parse("11010519490230002X", today).valid);
    CHECK_FALSE(IdNumber::parse("", today).valid);
    CHECK(ageInYears(QDate(2008, 2, 29), QDate(2024, 2, 28)) == 15);
    CHECK(ageInYears(QDate(2008, 2, 29), QDate(2024, 2, 29)) == 16);
    CHECK(ageInYears(QDate(2008, 2, 29), QDate(2025, 2, 28)) == 16);
}

TEST_CASE("Any single wrong digit of an ID number is found")
{
    std::mt19937 random(3);
    const QDate today(2026, 11, 24);
    for (int i = 0; i < 100'000; ++i) {
        QString first = QStringLiteral("411024%1%2")
                            .arg(QDate(1950, 1, 1).addDays(random() % 20000).toString("yyyyMMdd"))
                            .arg(random() % 1000, 3, 10, QChar(u'0'));
        const QString whole = first + IdNumber::checkCharacter(first);
        REQUIRE(IdNumber::parse(whole, today).valid);
        const int place = int(random() % 17);
        QString wrong = whole;
        wrong[place] = QChar(u'0' + (wrong[place].digitValue() + 1 + int(random() % 8)) % 10);
        if (wrong != whole)
            REQUIRE_FALSE(IdNumber::parse(wrong, today).valid);
    }
}

TEST_CASE("Whatever is typed as an ID number gets an answer, and what is accepted is whole")
{
    std::mt19937 random(9);
    const QDate today(2026, 11, 24);
    const QString signs = QStringLiteral("0123456789012345678901234567890123456789Xx ０９-张𠀀\t");
    for (int i = 0; i < 100'000; ++i) {
        QString text;
        const int length = i % 3 == 0 ? int(random() % 40) : (i % 3 == 1 ? 15 : 18);
        for (int n = 0; n < length; ++n)
            text += signs.at(qsizetype(random() % quint32(i % 2 ? 40 : signs.size())));
        const IdNumberResult result = IdNumber::parse(text, today);
        REQUIRE(result.valid == result.findings.isEmpty());
        if (!result.valid)
            continue;
        REQUIRE(result.normalized.size() == 18);
        REQUIRE(result.normalized.back() == IdNumber::checkCharacter(result.normalized.left(17)));
        REQUIRE(result.birth.toString("yyyyMMdd") == result.normalized.mid(6, 8));
        REQUIRE(IdNumber::parse(result.normalized, today).normalized == result.normalized);
    }
}

TEST_CASE("Deadlines in working days follow the published calendar [CTL-16]")
{
    const HolidayCalendar calendar = HolidayCalendar::shipped();
    CHECK(calendar.addWorkingDays(QDate(2026, 2, 13), 3) == QDate(2026, 2, 25));
    CHECK(calendar.addWorkingDays(QDate(2025, 9, 26), 5) == QDate(2025, 10, 10));
    CHECK(calendar.addWorkingDays(QDate(2024, 2, 8), 2) == QDate(2024, 2, 18));
    CHECK(calendar.addWorkingDays(QDate(2026, 2, 13), 0) == QDate(2026, 2, 13));
}

TEST_CASE("The subsidy of a tier comes from the policy in force [CTL-16]")
{
    const PolicyTable policy = PolicyTable::shipped();
    const QDate day(2026, 3, 1);
    CHECK(contributionTiers(policy, "4110", day).size() >= 10);
    CHECK(contributionSubsidy(policy, Money::fromFen(20000), "411024", day)->amount.fen() == 3000);
    CHECK(contributionSubsidy(policy, Money::fromFen(500000), "411024", day)->amount.fen()
          == 34000);
    Findings findings;
    CHECK_FALSE(contributionSubsidy(policy, Money::fromFen(12345), "411024", day, &findings));
    CHECK(hasErrors(findings));
}

TEST_CASE("What is sealed is shown masked [SEC-16]")
{
    CHECK(maskIdNumber("411024196501010019") == "411024********0019");
    CHECK(maskPhone("13812345678") == "138****5678");
    CHECK(maskBankCard("6228480402564890018") == "****0018");
    CHECK(maskSealed("phone", "13812345678") == "138****5678");
    CHECK(maskSealed("secret", "whole") == "****");
    CHECK(maskSealed("secret", "").isEmpty());
    CHECK(maskSealed("id_last_four", "0019") == "0019");
    CHECK(maskSealed("beneficiary_id_number", "411024196501010019") == "411024********0019");
    // Masking twice changes nothing: a list masks what came masked from the county's service.
    for (const char *field : {"id_number", "phone", "bank_card", "address", "id_last_four"}) {
        const QString once = maskSealed(field, "411024196501010019");
        CHECK(maskSealed(field, once) == once);
    }
    // In words, whole numbers with a right check character alone; none inside a longer code.
    CHECK(maskIdNumbersIn("of 411024196501010019, not 411024196501010018 or 411024196513010019")
          == "of 411024********0019, not 411024196501010018 or 411024196513010019");
    CHECK(maskIdNumbersIn("411024196501010019.jpg") == "411024********0019.jpg");
    for (const char *code : {"a411024196501010019", "4110241965010100191", ""})
        CHECK(maskIdNumbersIn(code) == code);
}

TEST_CASE("Characters that nobody sees are found in a text [CTL-20]")
{
    for (const char32_t code :
         {char32_t(0x01), char32_t(0x7F), char32_t(0x85), char32_t(0xAD), char32_t(0x200B),
          char32_t(0x200E), char32_t(0x2028), char32_t(0x202E), char32_t(0x2066), char32_t(0xFEFF),
          char32_t(0x3164), char32_t(0xFE0F), char32_t(0xE0041), char32_t(0xE0100)}) {
        CAPTURE(uint(code));
        const char32_t around[]{U'张', code, U'三'};
        const QString text = QString::fromUcs4(around, 3);
        CHECK(unseenCharacter(text) == code);
        CHECK(unseenCharacter(text, true) == code);
    }
    CHECK(characterCode(0x202E) == "U+202E");
    CHECK(characterCode(0x01) == "U+0001");
    CHECK(unseenCharacter(QStringLiteral("一\n二\t三")) == char32_t('\n'));
    CHECK_FALSE(unseenCharacter(QStringLiteral("一\n二\t三"), true));
    for (const QString &text :
         {QString(), QStringLiteral("阿不都·买买提"), QStringLiteral("𠮷家村 3-1 号（东）"),
          QStringLiteral("Ürümqi"), QStringLiteral("ئۇيغۇر")})
        CHECK_FALSE(unseenCharacter(text));
}

TEST_CASE("Input is trimmed and made half-width before it is hashed")
{
    CHECK(normaliseInput(QStringLiteral("　ＡＢ１２ ")) == "AB12");
    CHECK(normaliseInput(QStringLiteral("张　三\t")) == QStringLiteral("张 三"));
}
