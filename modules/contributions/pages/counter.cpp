// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/pages/counter.h"

#include "core/text.h"

namespace jubao {

QList<CounterPerson> personsAtCounter(const Reader &reader, const QString &typed, int limit)
{
    constexpr int lastFour = 4;
    QList<CounterPerson> persons;
    const QString number = normaliseInput(typed).toUpper();
    const bool isNumber = !number.isEmpty() && number.front().isDigit();
    Query rows = reader.query(
        QStringLiteral("SELECT p.id, p.name, p.id_number, p.division, d.name, t.name FROM person p "
                       "JOIN division d ON d.code = p.division "
                       "LEFT JOIN division t ON t.code = d.parent "
                       "WHERE %1 = ? ORDER BY p.id LIMIT ?")
            .arg(!isNumber                       ? QStringLiteral("p.name")
                     : number.size() == lastFour ? QStringLiteral("p.id_last_four")
                                                 : QStringLiteral("p.id_number")));
    rows.bindAll(number, qint64(limit));
    while (rows.next()) {
        const bool named = rows.text(4).startsWith(rows.text(5));
        persons.append({rows.integer(0), rows.text(1), rows.text(2), rows.text(3),
                        named ? rows.text(4) : rows.text(5) + u' ' + rows.text(4)});
    }
    return persons;
}

std::optional<Money> lastPaid(const Reader &reader, qint64 person)
{
    Query row = reader.query(
        QStringLiteral("SELECT amount FROM contribution_entry WHERE person = ? AND amount > 0 "
                       "ORDER BY year DESC, id DESC LIMIT 1"));
    row.bindAll(person);
    return row.next() ? std::optional(Money::fromFen(row.integer(0))) : std::nullopt;
}

std::optional<Money> tierFromText(const QString &typed, const QList<Money> &tiers)
{
    bool isNumber = false;
    const int place = typed.toInt(&isNumber);
    if (isNumber && place >= 1 && place <= tiers.size())
        return tiers.at(place - 1);
    const std::optional<Money> amount = Money::fromYuanText(typed);
    return amount && tiers.contains(*amount) ? amount : std::nullopt;
}

QList<CounterReceipt> receiptsOfDay(const Reader &reader, qint64 collector, const QDate &day,
                                    int limit)
{
    QList<CounterReceipt> receipts;
    Query rows = reader.query(QStringLiteral(
        "SELECT r.number, p.name, r.amount, r.operation, v.id FROM receipt r "
        "JOIN person p ON p.id = r.person LEFT JOIN number_void v ON v.receipt = r.id "
        "WHERE r.collector = ? AND r.taken_on = ? ORDER BY r.id DESC LIMIT ?"));
    rows.bindAll(collector, day, qint64(limit));
    while (rows.next())
        receipts.append({rows.text(0), rows.text(1), Money::fromFen(rows.integer(2)),
                         rows.integer(3), !rows.isNull(4)});
    return receipts;
}

} // namespace jubao
