// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/ids.h"

#include "database/database.h"
#include <stdexcept>

namespace jubao {

qint64 IdGiver::next(Database &database) const
{
    return reserve(database, 1);
}

qint64 IdGiver::reserve(Database &database, qint64 count) const
{
    if (!database.inTransaction())
        throw std::logic_error("ids are given out inside a transaction");
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
    return (qint64(m_node) << 40) + first;
}

} // namespace jubao
