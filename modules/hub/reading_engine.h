// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/engine.h"
#include "hub/wire.h"

namespace jubao {

/**
 * Reads the county's books by way of the service, as whoever is signed in: the same queries as over
 * a connection, answered with what his class may see. Nothing can be written by it; what tries gets
 * DatabaseError(Denied).
 */
class ReadingEngine : public Engine {
public:
    using Ask = std::function<wire::Rows(const wire::Reading &)>;

    explicit ReadingEngine(Ask ask) : m_ask(std::move(ask)) { }

    std::shared_ptr<Statement> prepare(const QString &sql) override;
    std::shared_ptr<Statement> scan(const QString &sql) override { return prepare(sql); }
    std::unique_ptr<BulkInsert> bulkInsert(const QString &, const QStringList &) override;
    void executeScript(const QString &) override;
    const Dialect &dialect() const override;
    void begin() override;
    void beginReading() override;
    std::unique_ptr<Engine> scratch() override;
    QString damage() override { return {}; }
    void allowSchemaChanges(bool) override { }
    void setProgressHandler(std::function<bool()>) override { }
    void setBusyHandler(int, std::function<void(int)>) override { }

private:
    Ask m_ask;
};

/** The service's end: runs one reading over a connection of a reading role. Throws DatabaseError,
 * of kind Interrupted where it takes too long or gives too much. */
wire::Rows readRows(Engine &engine, const wire::Reading &reading);

} // namespace jubao
