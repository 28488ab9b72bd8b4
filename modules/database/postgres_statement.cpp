// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/postgres_statement.h"

namespace jubao {

PostgresStatement::Parameters PostgresStatement::parameters() const
{
    Parameters result;
    for (const Value &value : m_values) {
        result.values.push_back(value.null ? nullptr : value.data.constData());
        result.lengths.push_back(int(value.data.size()));
        result.formats.push_back(value.binary ? 1 : 0);
    }
    return result;
}

PostgresResult PostgresStatement::execute()
{
    const Parameters bound = parameters();
    m_connection->send(PQsendQueryPrepared(m_connection->handle(), m_name.constData(),
                                           bound.count(), bound.values.data(), bound.lengths.data(),
                                           bound.formats.data(), 0),
                       m_numbered.sql);
    PostgresResult result = m_connection->receive();
    m_connection->check(result, QString::fromUtf8(m_numbered.sql));
    // The server answers COMMIT in a transaction that had failed by rolling it back.
    if (m_numbered.sql == "COMMIT" && qstrcmp(PQcmdStatus(result.get()), "ROLLBACK") == 0)
        throw DatabaseError(DatabaseError::Kind::Other,
                            QStringLiteral("the transaction had failed before its end"));
    return result;
}

qint64 PostgresStatement::integer(int column) const
{
    if (isNull(column))
        return 0;
    const QByteArray text = QByteArray::fromRawData(PQgetvalue(m_result.get(), m_row, column),
                                                    PQgetlength(m_result.get(), m_row, column));
    bool whole = false;
    const qint64 value = text.toLongLong(&whole);
    if (!whole)
        throw DatabaseError(DatabaseError::Kind::Other,
                            QStringLiteral("no whole number: ") + QString::fromUtf8(text));
    return value;
}

QByteArray PostgresStatement::bytes(int column) const
{
    if (isNull(column))
        return {};
    if (m_sealing->wayOf(PQftype(m_result.get(), column)))
        return m_sealing->valueAt(m_result.get(), m_row, column);
    return {PQgetvalue(m_result.get(), m_row, column), PQgetlength(m_result.get(), m_row, column)};
}

void PostgresBulkInsert::send()
{
    PGconn *handle = m_connection->handle();
    const PostgresResult begun = owned(PQexec(handle, m_command.constData()));
    const QString what = QString::fromUtf8(m_command);
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN)
        m_connection->fail(begun.get(), what);
    if (PQputCopyData(handle, m_rows.constData(), int(m_rows.size())) != 1
        || PQputCopyEnd(handle, nullptr) != 1)
        m_connection->fail(nullptr, what);
    m_connection->check(m_connection->receive(), what);
    m_rows.clear();
}

} // namespace jubao
