// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** contributions.collect: money taken at the counter; receipt and money are a fact (CON-02,
 * CON-08). */
OperationType collectType();
/** contributions.issue_numbers: a block of receipt numbers to one collector (CON-09). */
OperationType issueNumbersType();

/** contributions.void_number: a spoilt blank number, never to be used (第二十五条); stands as a
 * fact. */
OperationType voidNumberType();
/** contributions.day_close: numbers and cash of one collector's day (日清, CON-15). */
OperationType dayCloseType();

/** The numbered paper of a collection; a document of the fact (CON-09). */
DocumentSpec receiptDocument();

/** What the books say about one collector's day. */
struct DayFigures {
    QString firstNumber;
    QString lastNumber;
    int used = 0;
    int voided = 0;
    QStringList missing; ///< numbers between first and last that are neither used nor void
    Money due;
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
/** The next free number of a collector's blocks; empty when the stock is used up. */
QString nextNumber(const Reader &reader, const QString &kind, qint64 collector);

} // namespace jubao
