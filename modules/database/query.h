// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/engine.h"
#include <QDate>
#include <QVariant>
#include <memory>
#include <optional>

namespace jubao {

/**
 * One prepared statement with bound values; the only way to run SQL. Rows are read column by column
 * with the type that the catalogue declares. Throws DatabaseError; a double is refused (money is
 * fen).
 */
class Query {
public:
    explicit Query(std::shared_ptr<Statement> statement) : m_statement(std::move(statement)) { }

    Query &bind(const QString &name, const QVariant &value);
    Query &bind(int position, const QVariant &value); ///< from 1
    /** Binds all positions in order. */
    template <typename... Values> Query &bindAll(const Values &...values)
    {
        int position = 0;
        (bind(++position, QVariant(values)), ...);
        return *this;
    }

    /** Of several questions that do not depend on each other: all are asked, then all are read, and
     * a server is gone to once. What is bound stays; the first `next` waits. */
    Query &ask();
    /** Steps to the next row; false at the end. */
    bool next();
    /** For statements without rows. */
    void run();
    Query &reset();

    qint64 integer(int column) const { return m_statement->integer(column); }
    std::optional<qint64> optionalInteger(int column) const;
    QString text(int column) const { return m_statement->text(column); }
    QByteArray bytes(int column) const { return m_statement->bytes(column); }
    bool isNull(int column) const { return m_statement->isNull(column); }
    QDate date(int column) const { return QDate::fromString(text(column), Qt::ISODate); }
    int columnCount() const { return m_statement->columnCount(); }
    QString columnName(int column) const { return m_statement->columnName(column); }

private:
    std::shared_ptr<Statement> m_statement;
};

/** The next value of a row that is added with many others, as `bind` would take it. */
void addValue(BulkInsert &rows, const QVariant &value);

} // namespace jubao
