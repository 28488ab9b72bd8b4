// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/domain/balance.h"

namespace jubao {

QList<AccountLine> accountLines(const Reader &reader, qint64 account, const QDate &asOf,
                                const QDate &knownAt)
{
    const QDate far(9999, 12, 31);
    Query rows = reader.query(QStringLiteral(
        "SELECT id, kind, sub_account, amount, value_date, booked_date, for_year, op_seq FROM account_entry "
        "WHERE account = ? AND value_date <= ? AND booked_date <= ? ORDER BY value_date, id"));
    rows.bindAll(account, asOf.isValid() ? asOf : far, knownAt.isValid() ? knownAt : far);
    QList<AccountLine> lines;
    while (rows.next())
        lines.append({rows.integer(0), rows.text(1), rows.text(2), Money::fromFen(rows.integer(3)),
                      rows.date(4), rows.date(5), int(rows.integer(6)), rows.integer(7)});
    return lines;
}

Money balanceOf(const QList<AccountLine> &lines)
{
    Money sum;
    for (const AccountLine &line : lines)
        sum += line.amount;
    return sum;
}

QStringList subAccounts()
{
    // "subsidy" is what was taken over without its payers.
    return {QStringLiteral("personal"),
            QStringLiteral("subsidy"),
            QStringLiteral("subsidy_province"),
            QStringLiteral("subsidy_city"),
            QStringLiteral("subsidy_county"),
            QStringLiteral("collective"),
            QStringLiteral("other"),
            QStringLiteral("government"),
            QStringLiteral("land"),
            QStringLiteral("old_scheme"),
            QStringLiteral("transferred_in")};
}

qint64 accountOfPerson(const Reader &reader, qint64 person)
{
    const std::optional<Row> row =
        reader.row(QStringLiteral("account"), QStringLiteral("person"), person);
    return row ? row->value(QStringLiteral("id")).toLongLong() : 0;
}

qint64 paidMonths(const Reader &reader, qint64 person, const QDate &until)
{
    constexpr qint64 monthsOfYear = 12;
    const std::optional<Row> account =
        reader.row(QStringLiteral("account"), QStringLiteral("person"), person);
    Query years = reader.query(QStringLiteral(
        "SELECT count(*) FROM (SELECT year FROM contribution_entry WHERE person = ? AND receipt IS NOT NULL "
        "AND booked_on <= ? GROUP BY year HAVING sum(amount) > 0) paid"));
    years.bindAll(person, until);
    years.next();
    const qint64 opening =
        account ? account->value(QStringLiteral("opening_paid_months")).toLongLong() : 0;
    return opening + years.integer(0) * monthsOfYear;
}

} // namespace jubao
