// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/ids.h"
#include "database/kept_answers.h"

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
    KeptAnswers::Place m_keptAt;
    IdStock m_idsBefore;
    bool m_open = true;
};

/**
 * The books as they are now, for as long as it lives, while others write on: for copies. Nothing
 * can be written in it. It is the outermost one, or throws std::logic_error.
 */
class ReadTransaction {
public:
    explicit ReadTransaction(Database &database);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    Database &m_database;
};

} // namespace jubao
