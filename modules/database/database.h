// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/dialect.h"
#include "database/engine.h"
#include "database/ids.h"
#include "database/kept_answers.h"
#include "database/key.h"
#include "database/query.h"
#include "database/sealed_reading.h"
#include "database/server_address.h"
#include <QHash>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

namespace jubao {

/**
 * One connection to the office's books; one per thread. Opening a file proves the key, that it is
 * encrypted and that it lies on a local disk; opening a server's books, that the server is the one
 * whose certificate is known; both, that the program is not older than the books.
 */
class Database {
public:
    enum class Mode { Create, ReadWrite, ReadOnly };

    struct Options {
        QString path;
        /** Where this is given, the books are on a server, and `path` says nothing. */
        std::optional<ServerAddress> server;
        /** Of the file's pages; on a server of its sealed columns, without it none opens. */
        Key key;
        Mode mode = Mode::ReadWrite;
        int busyTimeoutMs = 5000;
        std::function<void(int waitedMs)> onBusy = {};
        int cacheKib = 65536;
        /** Schema number that the program knows; a file above it is refused, unless it says that
         * this program may go on. 0 = do not look. */
        int knownSchema = 0;
        /** A file that goes away with the program: it need not survive a loss of power. */
        bool passing = false;
        /** On a server: for whoever reads for others, what is shown of sealed columns. */
        std::shared_ptr<SealedReading> sealedReading = {};
    };

    static std::unique_ptr<Database> open(Options options);
    /** Over an engine that is no file's and no server's: reading by way of the county's service. */
    static std::unique_ptr<Database> over(std::unique_ptr<Engine> engine, const QString &name);
    ~Database();

    Query prepare(const QString &sql);
    /** The same for a SELECT of a great many rows, which are never held all at once. */
    Query scan(const QString &sql);
    void execute(const QString &sql);
    /** Many rows of one table. They are there for whatever is asked next of these books. */
    std::unique_ptr<BulkInsert> bulkInsert(const QString &table, const QStringList &columns);

    bool inTransaction() const { return m_depth > 0; }
    /** On a server a change inside a transaction is not waited for: what went wrong with it is
     * thrown by whatever is asked next, here, or by the transaction's `commit`. */
    void settle() { m_engine->settle(); }
    /** From now on answers about these tables are kept from one transaction to the next. */
    void keepAnswers(KeptAnswers::Terms terms);
    /** Null where none are kept. */
    KeptAnswers *keptAnswers() const { return m_kept.get(); }
    /** Tables that were written in the present transaction by whoever says so. */
    const QSet<QString> &written() const { return m_written; }
    void noteWritten(const QString &table) { m_written.insert(table); }
    QString path() const { return m_path; }
    int schemaVersion();
    /** Oldest schema number whose program may work on the file. */
    int minCompatible();
    /** How an INSERT of a single row begins in this engine's words. */
    QString insertRowSql() const { return m_engine->dialect().insertRow(); }
    Engine &engine() { return *m_engine; }
    const Dialect &dialect() const { return m_engine->dialect(); }
    /** Names of a table's columns in their order; none where there is no such table. */
    QStringList columnsOf(const QString &table);
    /** An empty one of the same engine that goes away when it is closed. */
    std::unique_ptr<Database> scratch();

private:
    friend class IdGiver;
    friend class Transaction;
    friend class ReadTransaction;
    explicit Database(std::unique_ptr<Engine> engine, QString path);

    std::unique_ptr<Engine> m_engine;
    std::shared_ptr<KeptAnswers> m_kept;
    QSet<QString> m_written;
    IdStock m_ids; ///< of the present transaction
    QString m_path;
    int m_depth = 0;
};

} // namespace jubao
