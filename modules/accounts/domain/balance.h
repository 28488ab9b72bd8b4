// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/money.h"
#include "operations/reader_writer.h"
#include <QDate>
#include <QList>

namespace jubao {

/** One line of a personal account (ACC-02). */
struct AccountLine {
    qint64 id = 0;
    QString kind;
    QString subAccount; ///< personal, collective, subsidy (个人缴费、集体补助、政府补贴)
    Money amount;
    QDate valueDate;
    QDate bookedDate;
    int forYear = 0;
    qint64 opSeq = 0;
};

/**
 * The account's lines with a value date up to `asOf`, as the books stood at the end of `knownAt`:
 * what was booked later is not in it, even with an earlier value date. Invalid dates mean "now".
 */
QList<AccountLine> accountLines(const Reader &reader, qint64 account, const QDate &asOf,
                                const QDate &knownAt);
Money balanceOf(const QList<AccountLine> &lines);
/** Sub-accounts by source of the money (2.1): personal, collective, other, government, subsidy … */
QStringList subAccounts();
/** Months paid: those taken over and twelve for each year that was paid since, up to the day on
 * which it was booked (1.2). */
qint64 paidMonths(const Reader &reader, qint64 person, const QDate &until);
/** The account of a person; 0 where none is open. */
qint64 accountOfPerson(const Reader &reader, qint64 person);

} // namespace jubao
