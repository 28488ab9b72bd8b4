// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/domain/ties.h"

#include "accounts/domain/balance.h"
#include "operations/type.h"
#include <QCoreApplication>
#include <QMap>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Accounts", text);
}

void findForeignEntries(const Reader &reader, QList<TieBreak> &breaks)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT e.id, e.sub_account, a.id FROM account_entry e LEFT JOIN account a ON a.id = e.account"));
    const QStringList known = subAccounts();
    while (rows.next()) {
        if (rows.isNull(2))
            breaks.append({QString::number(rows.integer(0)),
                           words(QT_TRANSLATE_NOOP("Accounts", "This entry is on no account."))});
        else if (!known.contains(rows.text(1)))
            breaks.append({QString::number(rows.integer(0)),
                           words(QT_TRANSLATE_NOOP("Accounts", "“%1” is no sub-account."))
                               .arg(rows.text(1))});
    }
}

/** A red entry mirrors exactly one entry of the same account, and takes it back once. */
void findBadReversals(const Reader &reader, QList<TieBreak> &breaks)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT r.id FROM account_entry r LEFT JOIN account_entry e ON e.id = r.reverses "
        "WHERE r.reverses IS NOT NULL AND (e.id IS NULL OR e.account <> r.account "
        "OR e.sub_account <> r.sub_account OR e.amount + r.amount <> 0 OR e.value_date <> r.value_date) "
        "UNION SELECT max(id) FROM account_entry WHERE reverses IS NOT NULL GROUP BY reverses HAVING count(*) > 1"));
    while (rows.next())
        breaks.append({QString::number(rows.integer(0)),
                       words(QT_TRANSLATE_NOOP(
                           "Accounts", "This red entry does not mirror the one it takes back."))});
}

/** At no date is a sub-account below zero. */
void findNegative(const Reader &reader, QList<TieBreak> &breaks)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT account, sub_account, value_date, sum(amount) FROM account_entry "
        "GROUP BY account, sub_account, value_date ORDER BY account, sub_account, value_date"));
    QString current;
    Money balance;
    while (rows.next()) {
        const QString key = QString::number(rows.integer(0)) + u' ' + rows.text(1);
        if (key != current)
            balance = {};
        current = key;
        balance += Money::fromFen(rows.integer(3));
        if (balance.fen() < 0)
            breaks.append({key,
                           words(QT_TRANSLATE_NOOP("Accounts", "Below zero on %1: %2 yuan."))
                               .arg(rows.text(2), balance.toDisplay())});
    }
}

QList<TieBreak> balanceBreaks(const Reader &reader)
{
    QList<TieBreak> breaks;
    findForeignEntries(reader, breaks);
    findBadReversals(reader, breaks);
    findNegative(reader, breaks);
    return breaks;
}

} // namespace

void addAccountsTies(TypeRegistry &registry)
{
    registry.add(
        Tie{QStringLiteral("TIE-01"), QStringLiteral("accounts"),
            words(QT_TRANSLATE_NOOP("Accounts", "Accounts: sub-accounts = balance, at any date")),
            balanceBreaks});
}

} // namespace jubao
