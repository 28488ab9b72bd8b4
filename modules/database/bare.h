// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>
#include <memory>

namespace jubao {

class Database;

/**
 * Yardsticks for the bench: the same work by the engine's own C interface, on a file with the same
 * cipher and settings, without guards, catalogue or any of our layers.
 */
namespace bare {

/**
 * Copies all rows of these tables into a new file, with the same indexes and without triggers, in
 * one transaction. Returns the microseconds spent inserting and committing; reading is not counted.
 */
qint64 insertAll(Database &source, const QStringList &tables, const QString &file);

/** Small transactions of one row like a journal entry, each durable on its own. */
class DurableTransactions {
public:
    explicit DurableTransactions(const QString &file);
    ~DurableTransactions();
    DurableTransactions(const DurableTransactions &) = delete;
    DurableTransactions &operator=(const DurableTransactions &) = delete;

    /** Makes one more. */
    void run();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace bare

} // namespace jubao
