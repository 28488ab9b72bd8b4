// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/transaction.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** An office with a credited, a refunded, a voided and a refused receipt. */
struct Books : TestOffice {
    Books() : TestOffice(allRooms())
    {
        issueNumbers("tc", "A");
        for (int i = 1; i <= 4; ++i)
            operations.append(take(i));
        for (int i = 0; i < 3; ++i)
            act("tr", ActionKind::Recheck, operations.at(i));
        act("tc", ActionKind::Withdraw, operations.at(3));
        reverse("contributions.refund", "A00000002");
        reverse("contributions.void_receipt", "A00000003");
        act("dep", ActionKind::Approve,
            make("of", "administration.change_powers",
                 {{"action", "set"},
                  {"family", "statistics.reports"},
                  {"post", "ST"},
                  {"steps", "M"},
                  {"basis", "x"}},
                 {"power_sheet"})
                .operation);
    }

    qint64 take(int sequence)
    {
        return collectAtCounter(enrol(sequence), QStringLiteral("A0000000%1").arg(sequence));
    }

    void reverse(const QString &type, const QString &number)
    {
        QJsonObject payload{{"receipt", number}, {"reason", "wrong"}};
        if (type.endsWith("refund")) {
            payload.insert("bank_name", "Bank");
            payload.insert("bank_card", "6217991000000001");
        }
        const qint64 operation =
            make("tc", type, payload, {"receipt_copies", "refund_application"}).operation;
        act("co1", ActionKind::Recheck, operation);
        act("fh", ActionKind::Review, operation);
        act("dep", ActionKind::Approve, operation);
    }

    /** Numbers of the ties that are broken; every break says where and what. */
    QStringList broken()
    {
        QStringList list;
        for (const Tie *tie : registry->ties()) {
            const QList<TieBreak> breaks = tie->breaks(office->reader());
            for (const TieBreak &each : breaks) {
                CHECK_FALSE(each.place.isEmpty());
                CHECK_FALSE(each.text.isEmpty());
            }
            if (!breaks.isEmpty())
                list.append(tie->id);
        }
        return list;
    }

    QList<qint64> operations;
};

} // namespace

TEST_CASE("Honest books tie [TIE-01] [TIE-03] [TIE-04] [TIE-05] [TIE-25] [TIE-36]")
{
    Books county;
    CHECK(county.broken().isEmpty());
    QStringList known;
    for (const Tie *tie : county.registry->ties())
        known.append(tie->id);
    CHECK(known == QStringList{"TIE-01", "TIE-03", "TIE-04", "TIE-05", "TIE-25", "TIE-36"});
}

TEST_CASE(
    "Each break in the books is found by its tie [TIE-01] [TIE-03] [TIE-04] [TIE-05] [TIE-25] [TIE-36]")
{
    const std::pair<const char *, const char *> breaks[]{
        {"UPDATE account_entry SET sub_account = 'mine' WHERE reverses IS NULL", "TIE-01"},
        {"UPDATE account_entry SET account = 4711 WHERE reverses IS NOT NULL", "TIE-01"},
        {"UPDATE account_entry SET amount = -20001 WHERE reverses IS NOT NULL", "TIE-01"},
        {"UPDATE account_entry SET amount = 19999 WHERE reverses IS NULL", "TIE-03"},
        {"DELETE FROM accounting_event WHERE kind = 'contribution_received'", "TIE-03"},
        {"UPDATE receipt SET amount = 30000 WHERE number = 'A00000001'", "TIE-04"},
        {"DELETE FROM receipt WHERE number = 'A00000004'", "TIE-04"},
        {"UPDATE receipt SET operation = 4711 WHERE number = 'A00000001'", "TIE-04"},
        {"DELETE FROM contribution_refund", "TIE-04"},
        {"UPDATE suspense_money SET receipt = 4711 WHERE reason = 'received'", "TIE-04"},
        {"UPDATE receipt SET number = 'A00000999' WHERE number = 'A00000001'", "TIE-05"},
        {"UPDATE receipt SET collector = 4711 WHERE number = 'A00000001'", "TIE-05"},
        {"UPDATE number_void SET receipt = NULL WHERE number = 'A00000003'", "TIE-05"},
        {"INSERT INTO number_block (id, kind, prefix, first_number, last_number, holder, division, state, op_seq) "
         "VALUES (4711, 'contribution', 'A', 50, 150, 1, '', 'issued', 1)",
         "TIE-05"},
        {"DELETE FROM filing WHERE post = 'IT'", "TIE-25"},
        {"UPDATE power SET op_seq = (SELECT max(posted_seq) FROM operation WHERE type = 'contributions.refund') "
         "WHERE family = 'statistics.reports'",
         "TIE-25"},
        {"UPDATE operation SET posted_seq = 1 WHERE type = 'administration.change_powers'",
         "TIE-25"},
        {"DELETE FROM accounting_event WHERE kind = 'suspense_received'", "TIE-36"},
        {"UPDATE suspense_money SET amount = -20001 WHERE reason = 'credited'", "TIE-36"}};
    Books county;
    for (const auto &[statement, tie] : breaks) {
        CAPTURE(statement);
        // Each break stands alone: what it changed is taken back.
        {
            const Transaction takenBack(county.office->database());
            county.tamper({statement});
            CHECK(county.broken().contains(tie));
        }
        CHECK(county.broken().isEmpty());
    }
}
