// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finance/domain/ties.h"

#include "core/money.h"
#include "operations/type.h"
#include <QCoreApplication>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Finance", text);
}

/** What one posting did to contributions it did to accounts and to the events alike. */
QList<TieBreak> contributionBreaks(const Reader &reader)
{
    QList<TieBreak> breaks;
    Query rows = reader.query(QStringLiteral(
        "SELECT c.op_seq, c.amount, "
        "(SELECT coalesce(sum(a.amount), 0) FROM account_entry a WHERE a.op_seq = c.op_seq AND a.kind = 'contribution'), "
        "(SELECT coalesce(sum(CASE WHEN e.kind IN ('contribution_received', 'suspense_credited') THEN e.amount "
        "WHEN e.kind IN ('contribution_refunded', 'contribution_reversed') THEN -e.amount ELSE 0 END), 0) "
        "FROM accounting_event e WHERE e.op_seq = c.op_seq) "
        "FROM (SELECT op_seq, sum(amount) AS amount FROM contribution_entry WHERE receipt IS NOT NULL GROUP BY op_seq) c"));
    while (rows.next()) {
        if (rows.integer(1) == rows.integer(2) && rows.integer(1) == rows.integer(3))
            continue;
        breaks.append(
            {QString::number(rows.integer(0)),
             words(QT_TRANSLATE_NOOP("Finance", "Contributions %1, accounts %2, events %3 yuan."))
                 .arg(Money::fromFen(rows.integer(1)).toDisplay(),
                      Money::fromFen(rows.integer(2)).toDisplay(),
                      Money::fromFen(rows.integer(3)).toDisplay())});
    }
    return breaks;
}

/** 暂收款 is never below zero, and what stands there after review is what was booked there. */
QList<TieBreak> suspenseBreaks(const Reader &reader)
{
    QList<TieBreak> breaks;
    Query negative = reader.query(QStringLiteral(
        "SELECT receipt, sum(amount) FROM suspense_money GROUP BY receipt HAVING sum(amount) < 0"));
    while (negative.next())
        breaks.append(
            {QString::number(negative.integer(0)),
             words(QT_TRANSLATE_NOOP("Finance", "More was cleared than received: %1 yuan."))
                 .arg(Money::fromFen(negative.integer(1)).toDisplay())});
    Query sums = reader.query(QStringLiteral(
        "SELECT (SELECT coalesce(sum(s.amount), 0) FROM suspense_money s JOIN receipt r ON r.id = s.receipt "
        "JOIN operation o ON o.id = r.operation WHERE o.state IN ('posted', 'closed')), "
        "(SELECT coalesce(sum(CASE WHEN kind IN ('suspense_received', 'contribution_reversed') THEN amount "
        "WHEN kind IN ('suspense_credited', 'suspense_refunded') THEN -amount ELSE 0 END), 0) FROM accounting_event)"));
    sums.next();
    if (sums.integer(0) != sums.integer(1))
        breaks.append(
            {QStringLiteral("suspense_money"),
             words(QT_TRANSLATE_NOOP("Finance",
                                     "Received and not credited: %1, booked there: %2 yuan."))
                 .arg(Money::fromFen(sums.integer(0)).toDisplay(),
                      Money::fromFen(sums.integer(1)).toDisplay())});
    return breaks;
}

} // namespace

void addFinanceTies(TypeRegistry &registry)
{
    const QString room = QStringLiteral("finance");
    registry.add(Tie{QStringLiteral("TIE-03"), room,
                     words(QT_TRANSLATE_NOOP(
                         "Finance", "Each posting: contributions = accounts = accounting events")),
                     contributionBreaks});
    registry.add(Tie{
        QStringLiteral("TIE-36"), room,
        words(QT_TRANSLATE_NOOP("Finance", "Received and not credited = what events booked there")),
        suspenseBreaks});
}

} // namespace jubao
