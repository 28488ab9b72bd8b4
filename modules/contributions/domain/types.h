// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** contributions.collect: money taken at the counter; receipt and money are a fact (CON-02,
 * CON-08). */
OperationType collectType();
/** contributions.declare: the tier that a person chooses for a year makes the receivable (CON-01).
 */
OperationType declareType();
/** contributions.declare_roster: the tiers of a village from its list, one operation (CON-01). */
OperationType declareRosterType();
/** The tier that a registration names is declared for its year when it posts (CON-01). */
Hook declareAtRegistrationHook();
/** contributions.declare_change: another tier for a year that is not paid yet (CON-01, CON-08). */
OperationType declareChangeType();
/** contributions.credit_suspense: money that was received and not credited (暂收款) is credited. */
OperationType creditSuspenseType();
/** contributions.refund: a wrong payment goes back to the payer's account (CON-14). */
OperationType refundType();
/** contributions.void_receipt: a receipt that was handed out is none any more (SM-02, SOD-37). */
OperationType voidReceiptType();

/** contributions.issue_numbers: a block of receipt numbers to one collector (CON-09). */
OperationType issueNumbersType();

/** contributions.void_number: a spoilt blank number, never to be used (第二十五条); stands as a
 * fact. */
OperationType voidNumberType();
/** contributions.day_close: numbers and cash of one collector's day (日清, CON-15). */
OperationType dayCloseType();

/** The numbered paper of a collection; a document of the fact (CON-09). */
DocumentSpec receiptDocument();
/** The same number onto the bought form: only what changes, at the form's millimetres. */
DocumentSpec preprintedReceiptDocument();
/** The paper for money that an earlier, void paper brought; printed when it is posted. */
DocumentSpec replacementReceiptDocument();

/** contributions.lost_numbers: blank numbers reported lost; blocked from the report on (SM-02). */
OperationType lostNumbersType();
/** The day sheet (日清单) of a day close (CON-15). */
DocumentSpec daySheetDocument();

/** What the books say about one collector's day. */
struct DayFigures {
    QString firstNumber;
    QString lastNumber;
    int used = 0;
    int voided = 0; ///< blank numbers spoilt that day
    int lost = 0;
    QStringList missing; ///< numbers between first and last that are neither used nor void
    Money due;
    int waiting = 0; ///< receipts of that day whose collection is not posted or closed yet
    Money waitingMoney;
};
DayFigures figuresOfDay(const Reader &reader, const QString &kind, qint64 collector,
                        const QDate &day);
/** The last day before \a day on which money was taken and that is neither closed nor being closed.
 */
QDate unclosedDayBefore(const Reader &reader, qint64 collector, const QDate &day);
bool isDayClosedOrClosing(const Reader &reader, qint64 collector, const QDate &day);

/** Who may use this number, and why not. Empty text = free for that collector. */
QString numberRefusal(const Reader &reader, const QString &kind, const QString &number,
                      qint64 collector);
/** Findings for a number that is to be used now: unusable, or out of order (SM-02). */
void checkNumber(const Reader &reader, const QString &kind, const QString &number, qint64 collector,
                 const QString &field, Findings &findings);
/** The next free number of a collector's blocks; empty when the stock is used up. */
QString nextNumber(const Reader &reader, const QString &kind, qint64 collector);

} // namespace jubao
