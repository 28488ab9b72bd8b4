// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

constexpr qint64 dayMs = qint64(24) * 3600 * 1000;

/** A counter where the rules are only asked: what they find is told by code, nothing is made. */
struct AskedCounty : TestOffice {
    AskedCounty() : TestOffice(allRooms())
    {
        issueNumbers("tc", "A");
        person = enrol(1);
    }

    QStringList codes(const QString &name, const QString &type, const QJsonObject &payload)
    {
        QStringList list;
        const OperationType &declared = *registry->find(type);
        const Findings findings =
            office->check(as(name), type, completedPayload(declared, payload, office->reader()));
        for (const Finding &each : findings) {
            CHECK_FALSE(each.text.isEmpty());
            list.append(each.code);
        }
        list.removeAll("PAYER_SPLIT_MISSING");
        return list;
    }

    QJsonObject collection(const QString &receipt = "A00000001", int year = 2026) const
    {
        return {{"person", person}, {"year", year}, {"amount", 20000}, {"number", receipt}};
    }
    QStringList collecting(const QJsonObject &payload)
    {
        return codes("tc", "contributions.collect", payload);
    }
    qint64 collect()
    {
        const qint64 operation = make("tc", "contributions.collect", collection()).operation;
        act("tr", ActionKind::Recheck, operation);
        return operation;
    }

    /** What the rules of the take-over say of one row. */
    QStringList rowCodes(const QJsonObject &change)
    {
        QJsonObject row{{"id_number", idNumber(QDate(1977, 7, 7), 77)},
                        {"name", "李四"},
                        {"division", "411024100201"},
                        {"household_kind", "rural"},
                        {"enrolled_on", "2012-03-01"},
                        {"paid_months", 12},
                        {"balance_personal", 20000}};
        for (auto it = change.begin(); it != change.end(); ++it)
            row.insert(it.key(), it.value());
        const Reader reader = office->reader();
        const RowCheck check =
            registry->find("enrollment.take_over")
                ->batch->beginCheck({{"balances_on", "2026-03-01"}}, reader, operatorId("en1"));
        QStringList list;
        const Findings findings = check(row);
        for (const Finding &each : findings)
            list.append(each.code);
        return list;
    }

    qint64 person = 0;
};

} // namespace

TEST_CASE("Each question of the counter is asked where it is due and only there [CTL-20] [CON-13]")
{
    AskedCounty county;
    CHECK(county.collecting(county.collection()).isEmpty());
    CHECK(county.collecting(county.collection("A00000002")) == QStringList{"NUMBER_OUT_OF_ORDER"});
    CHECK(county.collecting(county.collection("A00000001", 2024)) == QStringList{"YEAR_OUTSIDE"});
    county.tamper({"UPDATE person SET birth = '1950-01-01'"});
    CHECK(county.collecting(county.collection()) == QStringList{"OVER_AGE"});
    county.tamper({"UPDATE person SET status = 'ended', birth = '1985-05-05'"});
    CHECK(county.collecting(county.collection()) == QStringList{"PERSON_NOT_ACTIVE"});
    const QJsonObject tier{{"person", county.person}, {"year", 2026}, {"amount", 20000}};
    CHECK(county.codes("tc", "contributions.declare", tier) == QStringList{"PERSON_NOT_ACTIVE"});
    CHECK(county.codes("tc", "enrollment.change",
                       {{"person", county.person}, {"phone", "13911112222"}})
          == QStringList{"PERSON_NOT_ACTIVE"});
    county.tamper({"UPDATE person SET status = 'active'"});

    county.act("tc", ActionKind::Withdraw,
               county.make("tc", "contributions.collect", county.collection()).operation);
    CHECK(county.collecting(county.collection("A00000002")) == QStringList{"MONEY_WAITS"});
}

TEST_CASE("A day that was not closed and cash that differs are asked about [CON-15] [CTL-20]")
{
    AskedCounty county;
    county.collect();
    QJsonObject close{{"operator", county.operatorId("tc")},
                      {"day", "2026-03-02"},
                      {"counted", 20000},
                      {"deposit_slip", "B-1"}};
    CHECK(county.codes("tc", "contributions.day_close", close).isEmpty());
    close.insert("counted", 19000);
    CHECK(county.codes("tc", "contributions.day_close", close) == QStringList{"CASH_DIFFERENCE"});
    close.insert("counted", 40000);
    county.make(
        "tc", "contributions.collect",
        {{"person", county.enrol(2)}, {"year", 2026}, {"amount", 20000}, {"number", "A00000003"}},
        {}, "the form jammed");
    CHECK(county.codes("tc", "contributions.day_close", close)
          == QStringList{"NUMBERS_MISSING", "RECEIPTS_WAIT"});
    county.clock->advance(dayMs);
    QJsonObject next = county.collection("A00000002");
    next.insert("person", county.enrol(3));
    CHECK(county.collecting(next) == QStringList{"DAY_NOT_CLOSED"});
}

TEST_CASE(
    "A refund elsewhere or of an earlier year and a lower tier want a reason [CON-14] [CON-08]")
{
    AskedCounty county;
    const QJsonObject declared{{"person", county.person}, {"year", 2026}, {"amount", 30000}};
    county.act("tr", ActionKind::Recheck,
               county.make("tc", "contributions.declare", declared).operation);
    QJsonObject lower = declared;
    lower.insert("amount", 20000);
    CHECK(county.codes("tc", "contributions.declare_change", lower) == QStringList{"TIER_LOWERED"});
    county.act(
        "tr", ActionKind::Recheck,
        county
            .make("tc", "contributions.declare_change", lower, {"tier_application"}, "asked for it")
            .operation);
    county.collect();
    const QJsonObject refund{{"receipt", "A00000001"},
                             {"reason", "wrong"},
                             {"bank_name", "Bank"},
                             {"bank_card", "6217991000000001"}};
    CHECK(county.codes("tc", "contributions.refund", refund).isEmpty());
    county.tamper({"UPDATE person SET bank_card = '6217991000000002'"});
    CHECK(county.codes("tc", "contributions.refund", refund) == QStringList{"CARD_IS_NOT_ON_FILE"});
    county.tamper({"UPDATE person SET bank_card = ''"});
    constexpr int toNextYear = 310;
    county.clock->advance(toNextYear * dayMs);
    CHECK(county.codes("tc", "contributions.refund", refund) == QStringList{"EARLIER_YEAR"});
}

TEST_CASE("Numbers are issued once, and what policy does not say is named [CON-09] [ENR-08]")
{
    AskedCounty county;
    CHECK(county.codes("co1", "contributions.issue_numbers",
                       {{"kind", "contribution"},
                        {"prefix", "A"},
                        {"first_number", 50},
                        {"last_number", 150},
                        {"holder", county.operatorId("tc")},
                        {"division", "411024100"}})
          == QStringList{"BLOCK_OVERLAPS"});
    county.tamper({"DELETE FROM policy_row WHERE policy_key = 'benefit.age'"});
    CHECK(county.codes("tc", "enrollment.register", county.newPerson(9))
          == QStringList{"POLICY_MISSING"});
}

TEST_CASE("No two blocks spell one number, and no prefix looks like another [CON-09]")
{
    AskedCounty county;
    const auto codes = [&](const QString &prefix, qint64 first, qint64 last) {
        return county.codes("co1", "contributions.issue_numbers",
                            {{"kind", "contribution"},
                             {"prefix", prefix},
                             {"first_number", first},
                             {"last_number", last},
                             {"holder", county.operatorId("tc")},
                             {"division", "411024100"}});
    };
    const QString prefix = GENERATE(as<QString>(), "A1", "A0", "1", "ab", "A A", " ", "A-", "ABCDE",
                                    "\u0410", "A\u200b", "A\u202e", "\uff21");
    CAPTURE(prefix.toStdString());
    // What nobody sees is refused before any rule of the block reads it.
    const bool seen = !unseenCharacter(prefix);
    CHECK(codes(prefix, 501, 550)
          == QStringList{seen ? QStringLiteral("PREFIX_MALFORMED")
                              : QStringLiteral("FIELD_MALFORMED")});
    CHECK(codes("", 501, 550).isEmpty());
    CHECK(codes("ABCD", 99'999'950, 99'999'999).isEmpty());
    CHECK(codes("A", 99'999'951, 100'000'000) == QStringList{"BLOCK_MALFORMED"});
    CHECK(codes("A", 100'000'001, 100'000'050) == QStringList{"BLOCK_MALFORMED"});
}

TEST_CASE("What the take-over finds unlikely is asked, row by row and in sum [ENR-11] [CTL-20]")
{
    AskedCounty county;
    CHECK(county.rowCodes({}).isEmpty());
    CHECK(county.rowCodes({{"name", "李四2"}}) == QStringList{"NAME_MALFORMED"});
    CHECK(county.rowCodes({{"id_number", TestOffice::idNumber(QDate(1900, 1, 1), 7)}})
              .contains("AGE_VERY_HIGH"));
    CHECK(county.rowCodes({{"paid_months", 0}}) == QStringList{"BALANCE_WITHOUT_MONTHS"});
    const auto totals = [&county](const QJsonObject &payload) {
        return county.codes("en1", "enrollment.take_over", payload);
    };
    CHECK(totals({{"rows_count", 2}, {"control_rows", 2}, {"control_sum", 0}}).isEmpty());
    CHECK(totals({{"rows_count", 2}, {"control_rows", 3}}) == QStringList{"CONTROL_ROWS"});
    CHECK(totals({{"rows_count", 2}, {"control_sum", 100}}) == QStringList{"CONTROL_SUM"});
}
