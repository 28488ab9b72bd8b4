// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>

namespace jubao {

class Dialect;

/** One prepared statement of an engine. Positions count from 1, columns from 0. */
class Statement {
public:
    virtual ~Statement() = default;
    virtual int position(const QString &name) const = 0;
    virtual void bindNull(int position) = 0;
    virtual void bindInteger(int position, qint64 value) = 0;
    virtual void bindText(int position, const QString &value) = 0;
    virtual void bindBytes(int position, const QByteArray &value) = 0;
    virtual bool step() = 0;
    /** Of a SELECT: lets the engine set about it while others are put together. */
    virtual void ask() { }
    virtual void reset() = 0;
    virtual qint64 integer(int column) const = 0;
    virtual QString text(int column) const = 0;
    /** Of a text column: its UTF-8. */
    virtual QByteArray bytes(int column) const = 0;
    virtual bool isNull(int column) const = 0;
    virtual int columnCount() const = 0;
    virtual QString columnName(int column) const = 0;
};

/** Rows into one table, value by value in the order of the columns; what was added is there for
 * certain only after `finish`. */
class BulkInsert {
public:
    virtual ~BulkInsert() = default;
    virtual void addNull() = 0;
    virtual void addInteger(qint64 value) = 0;
    virtual void addText(const QByteArray &utf8) = 0;
    virtual void addBytes(const QByteArray &value) = 0;
    virtual void endRow() = 0;
    virtual void finish() = 0;
};

/**
 * The seam between the one database layer and an engine: a connection that prepares statements, and
 * the words in which the engine differs from the other. Everything above speaks the common subset
 * of SQL.
 */
class Engine {
public:
    virtual ~Engine() = default;
    virtual std::shared_ptr<Statement> prepare(const QString &sql) = 0;
    /** For reading a great many rows: they come in portions and are never held all at once. */
    virtual std::shared_ptr<Statement> scan(const QString &sql) = 0;
    virtual std::unique_ptr<BulkInsert> bulkInsert(const QString &table,
                                                   const QStringList &columns) = 0;
    /** Several statements at once: migrations and generated parts, and what stands around a
     * statement that somebody else wrote. */
    virtual void executeScript(const QString &sql) = 0;
    virtual const Dialect &dialect() const = 0;
    /** Begins a transaction and takes the place of the one writer; throws DatabaseError Busy where
     * another keeps it longer than the busy handler allows. */
    virtual void begin() = 0;
    /** Begins a transaction that sees the books of this moment to its end and keeps nobody from
     * writing. */
    virtual void beginReading() = 0;
    /** Waits for what runs without being waited for (changes inside a transaction), and throws what
     * went wrong with it. */
    virtual void settle() { }
    /** The same before a part is rolled back: what went wrong goes with it. */
    virtual void abandon() { }
    /** An empty schema of the same engine, which goes away with the database: what a file's schema
     * is compared with. */
    virtual std::unique_ptr<Engine> scratch() = 0;
    /** What the engine itself finds wrong with its files and indexes; empty when they are whole. */
    virtual QString damage() = 0;
    /** While true, the engine lets the schema be changed (migrations). */
    virtual void allowSchemaChanges(bool allow) = 0;
    virtual void setProgressHandler(std::function<bool()> keepGoing) = 0;
    /** Waits for other writers: called with the milliseconds waited so far. */
    virtual void setBusyHandler(int timeoutMs, std::function<void(int)> onBusy) = 0;
};

} // namespace jubao
