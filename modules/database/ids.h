// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace jubao {

class Database;

/** Counters that were taken from the books and are not given out yet. */
struct IdStock {
    int node = 0;
    qint64 next = 0;
    qint64 end = 0; ///< where the counter in the books stands
};

/**
 * Ids that never collide between nodes: the node's number above bit 40, a counter below. Given out
 * inside the transaction that uses them, so a roll-back gives them back. The counter in the books
 * is moved on by many at a time, and set back to the first that was not used when the transaction
 * ends.
 */
class IdGiver {
public:
    /** What a batch takes at a time. */
    static constexpr qint64 idsAtOnce = 500;

    explicit IdGiver(int node) : m_node(node) { }
    qint64 next(Database &database) const;
    /** The first of `count` ids in a row, for batches. */
    qint64 reserve(Database &database, qint64 count) const;
    /** Before the transaction is committed, or somebody else looks at the counter. */
    static void giveBack(Database &database);

private:
    qint64 take(Database &database, qint64 count) const;

    int m_node;
};

/** What people read of an id: the counter, without the node above bit 40. */
constexpr qint64 shortNumber(qint64 id)
{
    return id & ((qint64(1) << 40) - 1);
}

} // namespace jubao
