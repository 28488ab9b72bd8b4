// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/server_address.h"
#include <QStringList>
#include <functional>
#include <memory>

namespace jubao::bare {

/** The yardsticks of bare.h on a county server: by the client library's own calls, without guards,
 * seals or any of our layers. */

/**
 * Copies all rows of these tables as they lie there into new ones of the schema \a beside, with the
 * same columns and indexes, by the server's own COPY in binary form and in one transaction. Returns
 * the microseconds of copying in and committing; reading is not counted. The schema goes away
 * again. Throws DatabaseError.
 */
qint64 copyAll(const ServerAddress &books, const QStringList &tables, const QString &beside);

/** Takes away the books of a measurement or a test, with the tables beside them and their roles. */
void removeBooks(const ServerAddress &books);

/** Told the number of the server's process behind a connection that did nothing else, and those
 * behind the lines of people who ask in these books. They live until \a look returns. */
void lookAtProcesses(const ServerAddress &books,
                     const std::function<void(qint64 bare, const QList<qint64> &lines)> &look);

/** Small transactions of one row like a journal entry, each durable on its own. The schema \a
 * beside goes away with the object. */
class ServerTransactions {
public:
    ServerTransactions(const ServerAddress &books, const QString &beside);
    ~ServerTransactions();
    ServerTransactions(const ServerTransactions &) = delete;
    ServerTransactions &operator=(const ServerTransactions &) = delete;

    /** Makes one more. */
    void run();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jubao::bare
