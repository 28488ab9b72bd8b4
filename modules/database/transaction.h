// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace jubao {

class Database;

/**
 * Everything between construction and `commit` stands or falls together. The outermost one takes
 * the writer's place at once; an inner one is a savepoint. Without `commit` all is rolled back at
 * the end.
 */
class Transaction {
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();
    void rollback();

private:
    Database &m_database;
    int m_depth;
    bool m_open = true;
};

} // namespace jubao
