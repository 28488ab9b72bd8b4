// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/authority.h"

#include "administration/domain/power_rules.h"

namespace jubao {

namespace {

bool inForce(const QDate &from, const QDate &to, const QDate &day)
{
    return (!from.isValid() || from <= day) && (!to.isValid() || day <= to);
}

bool covers(const QString &prefix, const QString &division)
{
    return prefix.isEmpty() || division.startsWith(prefix);
}

/** The earlier end; null is open. */
QDate earlier(const QDate &a, const QDate &b)
{
    if (!a.isValid() || !b.isValid())
        return a.isValid() ? a : b;
    return std::min(a, b);
}

AuthorityRow rowOf(const PowerGrant &grant, QChar letter)
{
    const PowerFamily *family = findFamily(grant.power.family);
    AuthorityRow row;
    row.post = grant.power.post;
    row.family = grant.power.family;
    row.familyTitle = family ? family->title : grant.power.family;
    row.letter = letter;
    row.amountTo = grant.power.amountToFen;
    row.division = grant.power.division;
    row.from = grant.power.validFrom;
    row.to = grant.power.validTo;
    row.basis = grant.basis;
    row.operation = grant.operation;
    return row;
}

/** The row for a holder; nothing where post and power never meet in time, place or scope. */
std::optional<AuthorityRow> heldRow(AuthorityRow row, const Holding &held)
{
    if (held.post != row.post
        || !(covers(held.division, row.division) || covers(row.division, held.division)))
        return std::nullopt;
    if (!held.delegatedFamilies.isEmpty() && !held.delegatedFamilies.contains(row.family))
        return std::nullopt;
    row.account = held.account;
    row.displayName = held.displayName;
    row.person = held.person;
    row.delegatedBy = held.delegatedBy;
    row.from = std::max(row.from, held.from);
    row.to = earlier(row.to, held.to);
    if (held.division.size() > row.division.size())
        row.division = held.division;
    if (held.delegatedAmountTo >= 0 && (row.amountTo < 0 || held.delegatedAmountTo < row.amountTo))
        row.amountTo = held.delegatedAmountTo;
    if (row.to.isValid() && row.to < row.from)
        return std::nullopt;
    return row;
}

void readPowers(const Reader &reader, Authority &authority)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT p.family, p.post, p.steps, p.amount_to, p.division, p.valid_from, p.valid_to, p.basis, "
        "j.operation FROM power p LEFT JOIN journal j ON j.seq = p.op_seq ORDER BY p.id"));
    while (rows.next()) {
        PowerGrant grant;
        grant.power = {rows.text(0),
                       rows.text(1),
                       rows.text(2),
                       rows.isNull(3) ? -1 : rows.integer(3),
                       rows.text(4),
                       rows.date(5),
                       rows.isNull(6) ? QDate() : rows.date(6)};
        grant.basis = rows.text(7);
        grant.operation = rows.isNull(8) ? 0 : rows.integer(8);
        authority.powers.append(grant);
    }
}

void readRoutes(const Reader &reader, const TypeRegistry &registry, Authority &authority)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT route_key, division, steps, valid_from, valid_to FROM route ORDER BY route_key, id"));
    while (rows.next()) {
        const OperationType *type = registry.find(rows.text(0).section(u'#', 0, 0));
        if (type)
            authority.routes.append({rows.text(0), type->title, type->family, rows.text(1),
                                     Route::fromJson(rows.text(2).toUtf8()), rows.date(3),
                                     rows.isNull(4) ? QDate() : rows.date(4)});
    }
}

} // namespace

Authority Authority::read(const Reader &reader, const TypeRegistry &registry)
{
    Authority authority;
    authority.staff = Establishment::read(reader);
    readPowers(reader, authority);
    readRoutes(reader, registry, authority);
    return authority;
}

QList<AuthorityRow> authorityRows(const Authority &authority, const AuthorityFilter &filter)
{
    const auto wanted = [&filter](const AuthorityRow &row) {
        return (!filter.day.isValid() || inForce(row.from, row.to, filter.day))
            && (filter.account.isEmpty() || row.account == filter.account);
    };
    QList<AuthorityRow> rows;
    for (const PowerGrant &grant : authority.powers) {
        if ((!filter.post.isEmpty() && grant.power.post != filter.post)
            || (!filter.family.isEmpty() && grant.power.family != filter.family))
            continue;
        for (const QChar letter : grant.power.steps) {
            const AuthorityRow power = rowOf(grant, letter);
            bool held = false;
            for (const Holding &holding : authority.staff.holdings) {
                const std::optional<AuthorityRow> row = heldRow(power, holding);
                if (!row || !wanted(*row))
                    continue;
                held = true;
                rows.append(*row);
            }
            if (!held && wanted(power))
                rows.append(power);
        }
    }
    const QString order = QStringLiteral("MCRAXJ");
    std::stable_sort(rows.begin(), rows.end(), [&](const AuthorityRow &a, const AuthorityRow &b) {
        return std::make_tuple(a.family, order.indexOf(a.letter), a.post, a.account, a.from)
            < std::make_tuple(b.family, order.indexOf(b.letter), b.post, b.account, b.from);
    });
    return rows;
}

} // namespace jubao
