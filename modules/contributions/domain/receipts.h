// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/money.h"
#include "operations/action.h"
#include "operations/reader_writer.h"
#include "operations/type.h"
#include <QDate>
#include <optional>

namespace jubao {

/** A receipt and where the money that it stands for is now (CON-14, TIE-04). */
struct ReceiptStanding {
    qint64 paper = 0; ///< id of the receipt
    qint64 money = 0; ///< id of the receipt that brought the money: itself, or the one it replaced
    qint64 operation = 0; ///< that handed the paper over
    qint64 matter = 0;    ///< the matter of the operation that took the money
    OperationState state = OperationState::Posted; ///< of that operation
    bool isVoid = false;
    QString number;
    qint64 person = 0;
    int year = 0;
    Money amount;
    QString payer;
    qint64 collector = 0;
    QDate takenOn;    ///< when the money came
    qint64 entry = 0; ///< the contribution that the money is credited with; 0 = none
    Money waiting;    ///< in 暂收款: received, not credited
    Money refunded;
    QString inForce; ///< number of the paper that stands for the money now; empty = none

    bool underReview() const
    {
        return state != OperationState::Posted && state != OperationState::Closed;
    }
    /** Returned to its maker, who may hand it in again. */
    bool handedBack() const
    {
        return state == OperationState::Returned || state == OperationState::Conflict;
    }
};

/** How a receipt stands in lists: what counts as money in the books is `Posted` alone. */
enum class ReceiptState {
    Waiting,    ///< collected, not rechecked yet
    Returned,   ///< handed back to its collector
    Held,       ///< stopped by the auditor
    Posted,     ///< credited, the paper in force
    Uncredited, ///< the collection was withdrawn or rejected: the money is in 暂收款
    Void,       ///< the paper is none any more
    Refunded    ///< so, and its money is paid back
};
QString receiptStateTitle(ReceiptState state);
/** Tone of the pill that shows it. */
QString receiptStateTone(ReceiptState state);
/** Two columns of a query over `receipt r`, for `receiptStateFrom`. */
QString receiptStateColumns();
/** From the two columns that begin at \a column. */
ReceiptState receiptStateFrom(const Query &row, int column);

/** Nothing for a number that never became a receipt. */
std::optional<ReceiptStanding> receiptStanding(const Reader &reader, const QString &number);

/** What is credited to a person for a year, reversals counted. */
Money creditedFor(const Reader &reader, qint64 person, qint64 year);
/** The receipt number or other words by which a year is paid or being collected; empty = open. */
QString yearTakenBy(const Reader &reader, qint64 person, qint64 year, qint64 exceptReceipt);
/** Whether a year's money is taken but its receipt is not posted yet: collected, waits for recheck.
 */
bool yearWaitsForRecheck(const Reader &reader, qint64 person, qint64 year, qint64 exceptReceipt);
/** The tier that was declared for a year; nothing where none was (CON-01). */
std::optional<Money> declaredTier(const Reader &reader, qint64 person, qint64 year);

/** A contribution that is to be credited, whatever brings the money. */
struct ContributionClaim {
    qint64 person = 0;
    qint64 year = 0;
    Money amount;
    qint64 receipt = 0;  ///< its own receipt where one stands already
    QString amountField; ///< field that carries the amount
};
/**
 * Rules for every credit: an active person, a year that is open, one payment a year, a tier in
 * force, the declared tier where there is one, and a subsidy whose figure is known (CON-01, CON-02,
 * CON-08, CON-13, CTL-16).
 */
void checkClaim(const ContributionClaim &claim, const Reader &reader, Findings &findings);

/** Books a contribution and its money; refuses with ALREADY_PAID where the year was paid meanwhile.
 */
void creditContribution(Writer &writer, qint64 person, qint64 year, qint64 fen, qint64 receipt);
/** Two operations on one receipt's money exclude one another; the payload names it as `receipt`. */
QList<Lock> moneyLock(const QJsonObject &payload, const Reader &reader);
/** Name of an enrolled person; empty where there is none. */
QString nameOfPerson(const Reader &reader, qint64 person);
/** Division of an enrolled person; empty where there is none. */
QString divisionOfPerson(const Reader &reader, qint64 person);
/** The person as subject of an operation; none where nobody of that id is enrolled. */
QList<Subject> subjectsOfPerson(const Reader &reader, qint64 person);

} // namespace jubao
