// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/engine.h"
#include "database/key.h"
#include "database/query.h"
#include <QHash>
#include <QString>
#include <functional>
#include <memory>

namespace jubao {

/**
 * One connection to the office's books; one per thread. Opening proves the key, that the file is
 * encrypted, that it lies on a local disk and that the program is not older than the file.
 */
class Database {
public:
    enum class Mode { Create, ReadWrite, ReadOnly };

    struct Options {
        QString path;
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
    };

    static std::unique_ptr<Database> open(Options options);
    ~Database();

    Query prepare(const QString &sql);
    void execute(const QString &sql);

    bool inTransaction() const { return m_depth > 0; }
    QString path() const { return m_path; }
    int schemaVersion();
    /** Oldest schema number whose program may work on the file. */
    int minCompatible();
    /** How an INSERT of a single row begins in this engine's words. */
    QString insertRowSql() const { return m_engine->insertRowSql(); }
    Engine &engine() { return *m_engine; }

private:
    friend class Transaction;
    explicit Database(std::unique_ptr<Engine> engine, QString path);
    bool hasTable(const QString &name);

    std::unique_ptr<Engine> m_engine;
    QString m_path;
    int m_depth = 0;
};

} // namespace jubao
