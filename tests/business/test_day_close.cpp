// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/types.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** Two receipts of 200 yuan taken by the township's clerk, numbers 1 and 3; number 2 lies spoilt.
 */
struct Counter : TestOffice {
    Counter() : TestOffice(allRooms())
    {
        issueNumbers("tc", "A");
        collect(1, "A00000001");
        collect(2, "A00000003", "number 2 is spoilt");
    }

    void collect(int sequence, const QString &number, const QString &reason = {})
    {
        const ActResult made = make("tc", "contributions.collect",
                                    {{"person", enrol(sequence)},
                                     {"year", 2026},
                                     {"amount", 20000},
                                     {"number", number},
                                     {"payer", "self"}},
                                    {}, reason);
        act("tr", ActionKind::Recheck, made.operation);
    }

    QJsonObject closing(qint64 fen)
    {
        return {{"operator", operatorId("tc")},
                {"day", "2026-03-02"},
                {"counted", fen},
                {"deposit_slip", "B-7"}};
    }

    qint64 voidTwo()
    {
        return make("tc", "contributions.void_number",
                    {{"kind", "contribution"},
                     {"number", "A00000002"},
                     {"reason", "jam"},
                     {"division", "411024100"}})
            .operation;
    }
};

} // namespace

TEST_CASE("A day is closed with numbers and cash by two persons [CON-15]")
{
    Counter county;
    CHECK(county.refused([&] {
        county.make("tc", "contributions.day_close", county.closing(40000));
    }) == QStringList{"WARNING_UNANSWERED"});
    const qint64 spoilt = county.voidTwo();
    county.act("tr", ActionKind::Recheck, spoilt);
    const ActResult made = county.make("tc", "contributions.day_close", county.closing(40000));
    CHECK(county.refused([&] { county.act("tc", ActionKind::Recheck, made.operation); }).first()
          == "SOD_SAME_PERSON");
    CHECK(county.refused([&] { county.act("ca", ActionKind::Recheck, made.operation); })
          == QStringList{"POST_NOT_HELD"});
    CHECK(county.act("co1", ActionKind::Recheck, made.operation).state == OperationState::Posted);
    CHECK(county.number("SELECT used * 100 + voided * 10 + missing FROM day_close") == 210);
    CHECK(county.number("SELECT due FROM day_close") == 40000);
    CHECK(county.number("SELECT length(journal_head) FROM day_close") == 64);
    CHECK(county.refused([&] { county.collect(3, "A00000004"); }).contains("DAY_CLOSED"));
    // What the signed sheet says of the numbers stays so.
    CHECK(county.refused([&] {
        county.make("tc", "contributions.void_number",
                    {{"kind", "contribution"},
                     {"number", "A00000005"},
                     {"reason", "jam"},
                     {"division", "411024100"}});
    }) == QStringList{"DAY_CLOSED"});
    CHECK(county.refused([&] {
        county.make("tc", "contributions.lost_numbers",
                    {{"kind", "contribution"},
                     {"first_number", "A00000005"},
                     {"last_number", "A00000006"},
                     {"reason", "bag stolen"},
                     {"division", "411024100"}});
    }) == QStringList{"DAY_CLOSED"});
    CHECK(
        county.refused([&] { county.make("tc", "contributions.day_close", county.closing(40000)); })
            .contains("DAY_CLOSED"));
}

TEST_CASE("A difference of cash goes to the head of finance [CON-15]")
{
    Counter county;
    county.voidTwo();
    CHECK(county.refused([&] {
        county.make("tc", "contributions.day_close", county.closing(39999));
    }) == QStringList{"WARNING_UNANSWERED"});
    const ActResult made =
        county.make("tc", "contributions.day_close", county.closing(39999), {}, "one fen short");
    CHECK(county.act("tr", ActionKind::Recheck, made.operation).state == OperationState::InReview);
    CHECK(county.act("fh", ActionKind::Review, made.operation).state == OperationState::Posted);
    CHECK(county.number("SELECT due - counted FROM day_close") == 1);
    CHECK(county.number("SELECT amount FROM accounting_event WHERE kind = 'cash_short'") == 1);
}

TEST_CASE("While a day is being closed nothing more is taken, an unclosed day asks [CON-15]")
{
    Counter county;
    county.voidTwo();
    county.make("tc", "contributions.day_close", county.closing(40000));
    CHECK(county.refused([&] { county.collect(3, "A00000004"); }).contains("DAY_CLOSED"));
    Counter next;
    next.clock->advance(qint64(24) * 3600 * 1000);
    CHECK(next.refused([&] { next.collect(3, "A00000004"); }) == QStringList{"WARNING_UNANSWERED"});
    CHECK_NOTHROW(next.collect(4, "A00000004", "the checker was away"));
}

TEST_CASE("A void number is never used, nor voided again, nor voided by another [CON-09] [SM-02]")
{
    Counter county;
    county.voidTwo();
    CHECK(county.refused([&] { county.voidTwo(); }) == QStringList{"NUMBER_NOT_USABLE"});
    CHECK(county.refused([&] { county.collect(3, "A00000002"); }).contains("NUMBER_NOT_USABLE"));
    CHECK(county.refused([&] {
        county.make("co2", "contributions.void_number",
                    {{"kind", "contribution"},
                     {"number", "A00000009"},
                     {"reason", "x"},
                     {"division", "411024100"}});
    }) == QStringList{"NUMBER_NOT_USABLE"});
}

TEST_CASE("A county collector's day is rechecked by finance or another collector [CON-15]")
{
    TestOffice county(allRooms());
    county.issueNumbers("co2", "C");
    const qint64 taken = county.collectAtCounter(county.enrol(1), "C00000001", 20000, "co2");
    county.act("co1", ActionKind::Recheck, taken);
    const ActResult made = county.make("co2", "contributions.day_close",
                                       {{"operator", county.operatorId("co2")},
                                        {"day", "2026-03-02"},
                                        {"counted", 20001},
                                        {"deposit_slip", "B-8"}},
                                       {}, "one fen over");
    CHECK(county.refused([&] { county.act("en1", ActionKind::Recheck, made.operation); })
              .contains("POST_NOT_HELD"));
    county.act("ca", ActionKind::Recheck, made.operation);
    CHECK(county.act("fh", ActionKind::Review, made.operation).state == OperationState::Posted);
    CHECK(county.number("SELECT amount FROM accounting_event WHERE kind = 'cash_over'") == 1);
}

TEST_CASE("Another's day, a day to come and a day without its slip are refused [CON-15]")
{
    Counter county;
    county.voidTwo();
    const auto refused = [&](const QString &field, const QJsonValue &value) {
        QJsonObject payload = county.closing(40000);
        payload.insert(field, value);
        return county.refused([&] { county.make("tc", "contributions.day_close", payload); });
    };
    CHECK(
        county
            .refused([&] { county.make("co2", "contributions.day_close", county.closing(40000)); })
            .contains("OWN_DAY_ONLY"));
    CHECK(refused("day", "2026-03-03") == QStringList{"DAY_MALFORMED"});
    CHECK(refused("day", "0001-01-01") == QStringList{"DAY_BEFORE_OFFICE"});
    CHECK(refused("day", "2025-01-01") == QStringList{"DAY_BEFORE_OFFICE"});
    CHECK(refused("day", "yesterday") == QStringList{"FIELD_MALFORMED"});
    CHECK(refused("deposit_slip", " ") == QStringList{"FIELD_MISSING"});
    CHECK(refused("counted", -1).contains("COUNT_NEGATIVE"));
}

TEST_CASE("Lost numbers are blocked from the report on [SM-02] [TIE-05]")
{
    Counter county;
    const auto report = [&](const QString &first, const QString &last) {
        return county.make("tc", "contributions.lost_numbers",
                           {{"kind", "contribution"},
                            {"first_number", first},
                            {"last_number", last},
                            {"reason", "bag stolen"},
                            {"division", "411024100"}});
    };
    CHECK(county.refused([&] { report("A00000010", "A00000009"); })
          == QStringList{"BLOCK_MALFORMED"});
    CHECK(county.refused([&] { report("A00000090", "A00000101"); })
          == QStringList{"NUMBER_NOT_USABLE"});
    CHECK(county.refused([&] { report("A00000003", "A00000009"); })
          == QStringList{"NUMBER_NOT_USABLE"});
    const ActResult made = report("A00000010", "A00000012");
    CHECK(county.refused([&] { county.collect(3, "A00000011", "found again"); })
              .contains("NUMBER_NOT_USABLE"));
    county.act("gl", ActionKind::Recheck, made.operation);
    CHECK(county.act("fh", ActionKind::Approve, made.operation).state == OperationState::Posted);
    CHECK(county.number("SELECT count(*) FROM number_void WHERE state = 'lost'") == 3);
    const DayFigures day = figuresOfDay(county.office->reader(), "contribution",
                                        county.operatorId("tc"), QDate(2026, 3, 2));
    CHECK(day.lost == 3);
    CHECK(day.voided == 0);
}

TEST_CASE("The keeper of the stock takes no numbers out of it [SOD-15] [SOD-23] [CON-09]")
{
    TestOffice county(allRooms());
    const auto issue = [&](const QString &holder) {
        return county.refused([&] {
            county.make("co1", "contributions.issue_numbers",
                        {{"kind", "contribution"},
                         {"prefix", "A"},
                         {"first_number", 1},
                         {"last_number", 100},
                         {"holder", county.operatorId(holder)},
                         {"division", "411024100"}});
        });
    };
    CHECK(issue("ca") == QStringList{"HOLDER_IS_KEEPER"});
    CHECK(issue("gl") == QStringList{"HOLDER_IS_NO_COLLECTOR"});
    CHECK(issue("tc").isEmpty());
}

TEST_CASE("A day that is closed says how many of its receipts wait for recheck [CON-15]")
{
    Counter county;
    county.voidTwo();
    const auto waits = [&county] {
        const Findings found =
            county.office->check(county.as("tc"), "contributions.day_close", county.closing(60000));
        for (const Finding &each : found) {
            if (each.code == "RECEIPTS_WAIT")
                return each.text;
        }
        return QString();
    };
    CHECK(waits().isEmpty());
    const qint64 third = county.collectAtCounter(county.enrol(3), "A00000004");
    CHECK(waits().contains("1"));
    CHECK(waits().contains("200.00"));
    county.act("tr", ActionKind::Return, third, "wrong");
    CHECK_FALSE(waits().isEmpty());
    // It stops nothing, and who signs second reads it too.
    const ActResult made = county.make("tc", "contributions.day_close", county.closing(60000));
    const OperationView view = county.office->view(county.as("co1"), made.operation);
    CHECK(std::any_of(view.findings.begin(), view.findings.end(),
                      [](const Finding &each) { return each.code == "RECEIPTS_WAIT"; }));
    county.act("tc", ActionKind::Withdraw, made.operation);
    county.act("tc", ActionKind::Withdraw, third);
    CHECK(waits().isEmpty());
}
