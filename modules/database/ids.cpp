// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/ids.h"

#include "database/database.h"
#include <stdexcept>
#include <utility>

namespace jubao {

qint64 IdGiver::next(Database &database) const
{
    return reserve(database, 1);
}

qint64 IdGiver::reserve(Database &database, qint64 count) const
{
    constexpr qint64 fewest = 64;
    if (!database.inTransaction())
        throw std::logic_error("ids are given out inside a transaction");
    IdStock &stock = database.m_ids;
    if (stock.node != m_node) {
        giveBack(database);
        stock = {m_node, 0, 0};
    }
    const qint64 missing = count - (stock.end - stock.next);
    if (missing > 0) {
        const qint64 more = qMax(missing, fewest);
        const qint64 first = take(database, more);
        if (first != stock.end)
            stock.next = first;
        stock.end = first + more;
        if (stock.end - stock.next < count)
            throw std::logic_error("the id counter was moved by somebody else");
    }
    return (qint64(m_node) << 40) + std::exchange(stock.next, stock.next + count);
}

qint64 IdGiver::take(Database &database, qint64 count) const
{
    Query query = database.prepare(QStringLiteral(
        "INSERT INTO id_counter (node, next) VALUES (:node, :after) "
        "ON CONFLICT (node) DO UPDATE SET next = id_counter.next + :count RETURNING next"));
    query.bind(QStringLiteral(":node"), m_node);
    query.bind(QStringLiteral(":after"), 1 + count);
    query.bind(QStringLiteral(":count"), count);
    if (!query.next())
        throw std::logic_error("the id counter gave no number");
    const qint64 first = query.integer(0) - count;
    query.run();
    return first;
}

void IdGiver::giveBack(Database &database)
{
    const IdStock stock = std::exchange(database.m_ids, {});
    if (stock.next == stock.end)
        return;
    Query query = database.prepare(QStringLiteral("UPDATE id_counter SET next = ? WHERE node = ?"));
    query.bindAll(stock.next, qint64(stock.node));
    query.run();
}

} // namespace jubao
