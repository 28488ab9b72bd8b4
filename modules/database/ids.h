// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace jubao {

class Database;

/**
 * Ids that never collide between nodes: the node's number above bit 40, a counter below. Given out
 * inside the transaction that uses them, so a roll-back gives them back.
 */
class IdGiver {
public:
    /** What a batch takes at a time. */
    static constexpr qint64 idsAtOnce = 500;

    explicit IdGiver(int node) : m_node(node) { }
    qint64 next(Database &database) const;
    /** The first of `count` ids in a row, for batches. */
    qint64 reserve(Database &database, qint64 count) const;

private:
    int m_node;
};

/** What people read of an id: the counter, without the node above bit 40. */
constexpr qint64 shortNumber(qint64 id)
{
    return id & ((qint64(1) << 40) - 1);
}

} // namespace jubao
