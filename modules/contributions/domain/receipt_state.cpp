// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/receipts.h"
#include "contributions/domain/words.h"

namespace jubao {

QString receiptStateTitle(ReceiptState state)
{
    switch (state) {
    case ReceiptState::Waiting:
        return contributionWords(QT_TRANSLATE_NOOP("Contributions", "waits for recheck"));
    case ReceiptState::Returned:
        return contributionWords(QT_TRANSLATE_NOOP("Contributions", "returned"));
    case ReceiptState::Held:
        return contributionWords(QT_TRANSLATE_NOOP("Contributions", "on hold"));
    case ReceiptState::Posted:
        return contributionWords(QT_TRANSLATE_NOOP("Contributions", "posted"));
    case ReceiptState::Uncredited:
        return contributionWords(QT_TRANSLATE_NOOP("Contributions", "not credited"));
    case ReceiptState::Void:
        return contributionWords(QT_TRANSLATE_NOOP("Contributions", "void"));
    case ReceiptState::Refunded:
        break;
    }
    return contributionWords(QT_TRANSLATE_NOOP("Contributions", "refunded"));
}

QString receiptStateTone(ReceiptState state)
{
    switch (state) {
    case ReceiptState::Posted:
        return QStringLiteral("success");
    case ReceiptState::Waiting:
        return QStringLiteral("primary");
    case ReceiptState::Returned:
    case ReceiptState::Held:
        return QStringLiteral("danger");
    default:
        return QStringLiteral("warning");
    }
}

QString receiptStateColumns()
{
    // Of several papers for the same money the refund is told of the last.
    return QStringLiteral(
        "(SELECT o.state FROM operation o WHERE o.id = r.operation), "
        "CASE WHEN NOT EXISTS (SELECT 1 FROM number_void v WHERE v.receipt = r.id) THEN 0 "
        "WHEN EXISTS (SELECT 1 FROM contribution_refund f "
        "WHERE f.receipt = coalesce(r.money_of, r.id)) AND NOT EXISTS (SELECT 1 FROM receipt n "
        "WHERE n.person = r.person AND n.money_of = coalesce(r.money_of, r.id) AND n.id > r.id) "
        "THEN 2 ELSE 1 END");
}

ReceiptState receiptStateFrom(const Query &row, int column)
{
    if (row.integer(column + 1) != 0)
        return row.integer(column + 1) == 2 ? ReceiptState::Refunded : ReceiptState::Void;
    switch (stateFromCode(row.text(column))) {
    case OperationState::Posted:
        return ReceiptState::Posted;
    case OperationState::Closed:
        return ReceiptState::Uncredited;
    case OperationState::Held:
        return ReceiptState::Held;
    case OperationState::Returned:
    case OperationState::Conflict:
        return ReceiptState::Returned;
    default:
        return ReceiptState::Waiting;
    }
}

} // namespace jubao
