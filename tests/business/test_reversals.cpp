// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/domain/balance.h"
#include "contributions/domain/receipts.h"
#include "contributions/domain/types.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QStringList copies{"receipt_copies"};
const QStringList refundPapers{"receipt_copies", "refund_application"};

struct Counter : TestOffice {
    Counter() : TestOffice(allRooms())
    {
        issueNumbers("tc", "A");
        person = enrol(1);
    }

    qint64 person = 0;

    qint64 take(const QString &number, qint64 fen = 20000, qint64 who = 0)
    {
        return collectAtCounter(who ? who : person, number, fen);
    }

    qint64 collect(const QString &number, qint64 fen = 20000, qint64 who = 0)
    {
        const qint64 operation = take(number, fen, who);
        act("tr", ActionKind::Recheck, operation);
        return operation;
    }

    QJsonObject refundOf(const QString &number) const
    {
        return {{"receipt", number},
                {"reason", "paid for the wrong person"},
                {"bank_name", "Bank"},
                {"bank_card", "6217991000000001"}};
    }

    QJsonObject voidOf(const QString &number) const
    {
        return {{"receipt", number}, {"reason", "wrong person on the paper"}};
    }

    /** Recheck, review and approval by three who had no hand in it. */
    ActResult decideReversal(qint64 operation, const QString &checker = "co1")
    {
        act(checker, ActionKind::Recheck, operation);
        act("fh", ActionKind::Review, operation);
        return act("dep", ActionKind::Approve, operation);
    }

    void voidReceipt(const QString &number)
    {
        decideReversal(make("tc", "contributions.void_receipt", voidOf(number), copies).operation);
    }

    qint64 waiting() { return number("SELECT coalesce(sum(amount), 0) FROM suspense_money"); }
    qint64 credited() { return number("SELECT coalesce(sum(amount), 0) FROM contribution_entry"); }
    qint64 onAccounts() { return number("SELECT coalesce(sum(amount), 0) FROM account_entry"); }
    qint64 entitled() { return number("SELECT coalesce(sum(amount), 0) FROM subsidy_entitlement"); }
    qint64 events(const QString &kind)
    {
        return number("SELECT coalesce(sum(amount), 0) FROM accounting_event WHERE kind = '" + kind
                      + "'");
    }
};

} // namespace

TEST_CASE("A wrong payment goes back whole, by reversal of its entry [CON-14] [ACC-02] [TIE-04]")
{
    Counter county;
    county.collect("A00000001");
    const qint64 operation =
        county.make("tc", "contributions.refund", county.refundOf("A00000001"), refundPapers)
            .operation;
    CHECK(county.credited() == 20000);
    CHECK(county.decideReversal(operation).state == OperationState::Posted);
    CHECK(county.credited() == 0);
    CHECK(county.onAccounts() == 0);
    CHECK(county.entitled() == 0);
    CHECK(county.waiting() == 0);
    CHECK(county.events("contribution_refunded") == 20000);
    CHECK(county.number("SELECT amount FROM contribution_refund") == 20000);
    CHECK(county.number("SELECT count(*) FROM account_entry WHERE reverses IS NOT NULL") == 1);
    CHECK(county.number("SELECT count(*) FROM subsidy_entitlement WHERE reverses IS NOT NULL")
          == 1);
    CHECK(county.number("SELECT count(*) FROM number_void WHERE state = 'void'") == 1);
    CHECK(county.refused([&] {
        county.make("tc", "contributions.refund", county.refundOf("A00000001"), refundPapers);
    }) == QStringList{"NOTHING_TO_REFUND"});
    // The year is open again.
    county.collect("A00000002");
    CHECK(county.credited() == 20000);
}

TEST_CASE("A payer split that was not entered is noted and stops nothing [ACC-03] [CTL-20]")
{
    Counter county;
    const QJsonObject payload{{"person", county.person},
                              {"year", 2026},
                              {"amount", 20000},
                              {"number", "A00000001"},
                              {"payer", ""}};
    const Findings findings =
        county.office->check(county.as("tc"), "contributions.collect", payload);
    REQUIRE(findings.size() == 1);
    CHECK(findings.first().code == "PAYER_SPLIT_MISSING");
    CHECK(findings.first().severity == Severity::Note);
    CHECK(findings.first().field == "amount");
    // No reason is asked for, and every later step sees it.
    const ActResult made = county.make("tc", "contributions.collect", payload);
    REQUIRE(made.findings.size() == 1);
    const OperationView view = county.office->view(county.as("tr"), made.operation);
    REQUIRE(view.findings.size() == 1);
    CHECK(view.findings.first().severity == Severity::Note);
    CHECK(county.act("tr", ActionKind::Recheck, made.operation).state == OperationState::Posted);
    CHECK(county.number("SELECT amount FROM subsidy_entitlement WHERE payer = 'unsplit'") == 3000);
}

TEST_CASE("A balance shows what was known then and what is known now [ACC-05] [ACC-08]")
{
    Counter county;
    county.collect("A00000001");
    county.clock->advance(qint64(10) * 24 * 3600 * 1000);
    county.decideReversal(
        county.make("tc", "contributions.refund", county.refundOf("A00000001"), refundPapers)
            .operation);
    const Reader reader = county.office->reader();
    const qint64 account = accountOfPerson(reader, county.person);
    const QDate then(2026, 3, 5);
    CHECK(balanceOf(accountLines(reader, account, then, then)).fen() == 20000);
    CHECK(balanceOf(accountLines(reader, account, then, {})).fen() == 0);
}

TEST_CASE("A refund is held against its receipt and its payer [CON-14] [CTL-16]")
{
    Counter county;
    county.collect("A00000001");
    const auto refused = [&](const QString &field, const QJsonValue &value) {
        QJsonObject payload = county.refundOf("A00000001");
        payload.insert(field, value);
        return county.refused(
            [&] { county.make("tc", "contributions.refund", payload, refundPapers); });
    };
    CHECK(refused("amount", 20001) == QStringList{"REFUND_ABOVE_ORIGINAL"});
    CHECK(refused("amount", 19999) == QStringList{"REFUND_NOT_WHOLE"});
    CHECK(refused("payee", "somebody") == QStringList{"PAYEE_IS_NOT_PAYER"});
    CHECK(refused("bank_card", "12") == QStringList{"CARD_MALFORMED"});
    CHECK(refused("bank_card", "62179910000000x1") == QStringList{"CARD_MALFORMED"});
    CHECK(refused("bank_name", " ") == QStringList{"FIELD_MISSING"});
    CHECK(refused("reason", "") == QStringList{"FIELD_MISSING"});
    CHECK(refused("receipt", "A00000009") == QStringList{"RECEIPT_UNKNOWN"});
    CHECK(county.refused([&] {
        county.make("tc", "contributions.refund", county.refundOf("A00000001"), copies);
    }) == QStringList{"EVIDENCE_MISSING"});
    const qint64 second = county.take("A00000002", 20000, county.enrol(2));
    CHECK(refused("receipt", "A00000002") == QStringList{"RECEIPT_IN_REVIEW"});
    county.act("tc", ActionKind::Withdraw, second);
}

TEST_CASE("Who took the money never takes back its receipt alone [SOD-37] [CON-14]")
{
    Counter county;
    county.collect("A00000001");
    const qint64 byCollector =
        county.make("tc", "contributions.void_receipt", county.voidOf("A00000001"), copies)
            .operation;
    CHECK(county.refused([&] { county.act("tc", ActionKind::Recheck, byCollector); }).first()
          == "SOD_SAME_PERSON");
    CHECK(county
              .refused([&] {
                  county.make("co1", "contributions.refund", county.refundOf("A00000001"),
                              refundPapers);
              })
              .contains("OTHER_OPERATION_OPEN"));
    county.act("tc", ActionKind::Withdraw, byCollector);

    county.issueNumbers("co2", "B");
    const qint64 person = county.enrol(3);
    const qint64 taken = county.collectAtCounter(person, "B00000001", 20000, "co2");
    county.act("co1", ActionKind::Recheck, taken);
    const qint64 byOther =
        county.make("co1", "contributions.refund", county.refundOf("B00000001"), refundPapers)
            .operation;
    CHECK(county.refused([&] { county.act("co2", ActionKind::Recheck, byOther); })
          == QStringList{"SOD_MATTER"});
    CHECK(county.decideReversal(byOther, "tr").state == OperationState::Posted);
}

TEST_CASE("A void receipt puts its money back, a new receipt credits it [SM-02] [TIE-04] [CON-02]")
{
    Counter county;
    county.collect("A00000001");
    county.voidReceipt("A00000001");
    CHECK(county.credited() == 0);
    CHECK(county.onAccounts() == 0);
    CHECK(county.entitled() == 0);
    CHECK(county.waiting() == 20000);
    CHECK(county.events("contribution_reversed") == 20000);
    CHECK(county.refused([&] {
        county.make("tc", "contributions.void_receipt", county.voidOf("A00000001"), copies);
    }) == QStringList{"RECEIPT_VOID"});

    const qint64 right = county.enrol(2);
    QJsonObject credit{{"receipt", "A00000001"}, {"person", right}, {"year", 2026}};
    CHECK(county.refused([&] { county.make("tc", "contributions.credit_suspense", credit); })
          == QStringList{"NUMBER_NOT_USABLE"});
    credit.insert("number", "A00000002");
    const qint64 operation = county.make("tc", "contributions.credit_suspense", credit).operation;
    CHECK(county.refused([&] {
        county.office->prepareToPrint(county.as("tc"), "contributions.replacement_receipt",
                                      operation);
    }) == QStringList{"NOT_IN_THIS_STATE"});
    CHECK(county.act("tr", ActionKind::Recheck, operation).state == OperationState::Posted);
    CHECK(county.waiting() == 0);
    CHECK(county.credited() == 20000);
    CHECK(county.entitled() == 3000);
    CHECK(county.events("suspense_credited") == 20000);
    CHECK(creditedFor(county.office->reader(), right, 2026).fen() == 20000);
    CHECK(county.office
              ->prepareToPrint(county.as("tc"), "contributions.replacement_receipt", operation)
              .data.number
          == "A00000002");
    // No cash came with the second paper: the day still owes 200 yuan only.
    const DayFigures day = figuresOfDay(county.office->reader(), "contribution",
                                        county.operatorId("tc"), QDate(2026, 3, 2));
    CHECK(day.due.fen() == 20000);
    CHECK(day.used == 2);

    CHECK(county.refused([&] {
        county.make("tc", "contributions.refund", county.refundOf("A00000001"), refundPapers);
    }) == QStringList{"RECEIPT_REPLACED"});
    QJsonObject back = county.refundOf("A00000002");
    county.decideReversal(county.make("tc", "contributions.refund", back, refundPapers).operation);
    CHECK(county.credited() == 0);
    CHECK(county.waiting() == 0);
    CHECK(county.number("SELECT sum(amount) FROM contribution_refund") == 20000);
}

TEST_CASE("Money of a refused collection is credited later on the same paper [CON-02] [TIE-04]")
{
    Counter county;
    const qint64 operation = county.take("A00000001");
    QJsonObject credit{{"receipt", "A00000001"}};
    CHECK(county.refused([&] { county.make("tc", "contributions.credit_suspense", credit); })
          == QStringList{"NOTHING_WAITS"});
    county.act("tc", ActionKind::Withdraw, operation);
    CHECK(county.waiting() == 20000);
    CHECK(county.events("suspense_received") == 20000);
    CHECK(county.refused([&] { county.take("A00000002"); }) == QStringList{"WARNING_UNANSWERED"});

    QJsonObject other = credit;
    other.insert("person", county.enrol(2));
    CHECK(county.refused([&] { county.make("tc", "contributions.credit_suspense", other); })
          == QStringList{"RECEIPT_DIFFERS"});
    other = credit;
    other.insert("number", "A00000002");
    CHECK(county.refused([&] { county.make("tc", "contributions.credit_suspense", other); })
          == QStringList{"NUMBER_NOT_NEEDED"});
    other = credit;
    other.insert("amount", 30000);
    CHECK(county.refused([&] { county.make("tc", "contributions.credit_suspense", other); })
          == QStringList{"AMOUNT_FOREIGN"});

    const qint64 again = county.make("tc", "contributions.credit_suspense", credit).operation;
    CHECK(county.refused([&] { county.act("tc", ActionKind::Recheck, again); }).first()
          == "SOD_SAME_PERSON");
    county.act("tr", ActionKind::Recheck, again);
    CHECK(county.credited() == 20000);
    CHECK(county.waiting() == 0);
}

TEST_CASE("Money of a refused collection is paid back without ever being credited [CON-14]")
{
    Counter county;
    county.act("tc", ActionKind::Withdraw, county.take("A00000001"));
    county.decideReversal(
        county.make("tc", "contributions.refund", county.refundOf("A00000001"), refundPapers)
            .operation);
    CHECK(county.waiting() == 0);
    CHECK(county.credited() == 0);
    CHECK(county.number("SELECT count(*) FROM contribution_entry") == 0);
    CHECK(county.events("suspense_refunded") == 20000);
}

TEST_CASE("A returned collection is handed in again as it stands on the paper [CON-02] [SM-01]")
{
    Counter county;
    const qint64 operation = county.take("A00000001");
    county.act("tr", ActionKind::Return, operation, "payer's name is missing");
    MakeRequest request;
    request.type = "contributions.collect";
    request.payload = {{"person", county.person},
                       {"year", 2026},
                       {"amount", 30000},
                       {"number", "A00000001"},
                       {"payer", "somebody"}};
    request.resubmits = operation;
    CHECK(county.refused([&] { county.office->make(county.as("tc"), request); })
          == QStringList{"RECEIPT_DIFFERS"});
    request.resubmits = 0;
    request.payload.insert("amount", 20000);
    CHECK(county.refused([&] { county.office->make(county.as("tc"), request); })
          == QStringList{"NUMBER_NOT_USABLE"});
    request.resubmits = operation;
    county.office->make(county.as("tc"), request);
    county.act("tr", ActionKind::Recheck, operation);
    CHECK(county.credited() == 20000);
    CHECK(county.number("SELECT count(*) FROM receipt") == 1);
}

TEST_CASE("A tier is declared once and changed by another operation [CON-01] [CON-08]")
{
    Counter county;
    const auto declare = [&](const QString &type, int year, qint64 fen,
                             const QString &reason = {}) {
        const ActResult made =
            county.make("tc", type, {{"person", county.person}, {"year", year}, {"amount", fen}},
                        {"tier_application"}, reason);
        return county.act("tr", ActionKind::Recheck, made.operation).state;
    };
    const QString first = "contributions.declare";
    const QString change = "contributions.declare_change";
    CHECK(county.refused([&] { declare(change, 2026, 30000); }) == QStringList{"NOT_DECLARED"});
    CHECK(county.refused([&] { declare(first, 2026, 30001); }) == QStringList{"NOT_A_TIER"});
    CHECK(county.refused([&] { declare(first, 2025, 30000); }) == QStringList{"YEAR_CLOSED"});
    CHECK(county.refused([&] { declare(first, 2028, 30000); }) == QStringList{"YEAR_CLOSED"});
    CHECK(declare(first, 2026, 30000) == OperationState::Posted);
    CHECK(declare(first, 2027, 50000) == OperationState::Posted);
    CHECK(county.refused([&] { declare(first, 2026, 50000); }) == QStringList{"ALREADY_DECLARED"});

    CHECK(county.refused([&] { county.take("A00000001", 20000); })
          == QStringList{"BELOW_DECLARED_TIER"});
    CHECK(county.refused([&] { county.take("A00000001", 50000); })
          == QStringList{"NOT_THE_DECLARED_TIER"});
    CHECK(declare(change, 2026, 50000) == OperationState::Posted);
    CHECK(county.number("SELECT amount FROM contribution_due WHERE year = 2026") == 50000);
    CHECK(county.number("SELECT count(*) FROM contribution_due_history WHERE amount = 30000") == 1);
    CHECK(county.refused([&] { declare(change, 2026, 0); }).contains("NOT_A_TIER"));
    CHECK(county.refused([&] { declare(change, 2026, 50000); }) == QStringList{"NOTHING_CHANGED"});
    CHECK(county.refused([&] { declare(change, 2026, 20000); })
          == QStringList{"WARNING_UNANSWERED"});
    CHECK(declare(change, 2026, 20000, "asked in writing") == OperationState::Posted);
    county.collect("A00000001", 20000);
    CHECK(county.refused([&] { declare(change, 2026, 30000); }) == QStringList{"ALREADY_PAID"});
}

TEST_CASE("A receivable is removed by nobody [CON-08]")
{
    Counter county;
    const ActResult made =
        county.make("tc", "contributions.declare",
                    {{"person", county.person}, {"year", 2026}, {"amount", 20000}});
    county.act("tr", ActionKind::Recheck, made.operation);
    CHECK_THROWS(county.number("DELETE FROM contribution_due"));
    CHECK(county.number("SELECT count(*) FROM contribution_due") == 1);
}

TEST_CASE("A number out of order needs a reason [SM-02]")
{
    Counter county;
    CHECK(county.refused([&] { county.take("A00000002"); }) == QStringList{"WARNING_UNANSWERED"});
    county.take("A00000001");
    CHECK_NOTHROW(county.take("A00000002", 20000, county.enrol(2)));
}

TEST_CASE(
    "A void or refunded year may be paid again, a paid one not, whatever posts first [CON-13]")
{
    Counter county;
    county.act("tc", ActionKind::Withdraw, county.take("A00000001"));
    const qint64 credit =
        county.make("tc", "contributions.credit_suspense", {{"receipt", "A00000001"}}).operation;
    const qint64 taken = county
                             .make("tc", "contributions.collect",
                                   {{"person", county.person},
                                    {"year", 2026},
                                    {"amount", 20000},
                                    {"number", "A00000002"}},
                                   {}, "paid once more")
                             .operation;
    county.act("tr", ActionKind::Recheck, taken);
    CHECK(county.act("tr", ActionKind::Recheck, credit).state == OperationState::Conflict);
    CHECK(county.credited() == 20000);
    CHECK(county.waiting() == 20000);
}
