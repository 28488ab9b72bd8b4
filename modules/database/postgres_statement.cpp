// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/postgres_statement.h"

namespace jubao {

bool PostgresStatement::onlyChanges(const QByteArray &sql)
{
    static const QByteArrayList words{"INSERT ",    "UPDATE ",  "DELETE ",
                                      "SAVEPOINT ", "RELEASE ", "ROLLBACK TO "};
    return !sql.contains(" RETURNING ")
        && std::any_of(words.begin(), words.end(),
                       [&sql](const QByteArray &word) { return sql.startsWith(word); });
}

PostgresConnection::Call PostgresStatement::call() const
{
    PostgresConnection::Call result{m_name, m_numbered.sql};
    for (const Value &value : m_values) {
        result.values.push_back(value.null ? nullptr : value.data.constData());
        result.lengths.push_back(int(value.data.size()));
        result.formats.push_back(value.binary ? 1 : 0);
    }
    return result;
}

PostgresResult PostgresStatement::execute()
{
    PostgresResult result = m_connection->run(call());
    // The server answers COMMIT in a transaction that had failed by rolling it back.
    if (m_numbered.sql == "COMMIT" && qstrcmp(PQcmdStatus(result.get()), "ROLLBACK") == 0)
        throw DatabaseError(DatabaseError::Kind::Other,
                            QStringLiteral("the transaction had failed before its end"));
    return result;
}

PostgresResult PostgresStatement::answered()
{
    const std::shared_ptr<PostgresResult> asked = std::exchange(m_asked, nullptr);
    m_connection->settle();
    m_connection->check(*asked, QString::fromUtf8(m_numbered.sql.left(200)));
    return std::move(*asked);
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

void PostgresBulkInsert::addText(const QByteArray &utf8)
{
    if (way()) {
        addBytes(utf8);
        return;
    }
    begin({});
    for (const char c : utf8) {
        switch (c) {
        case '\\':
            m_row += "\\\\";
            break;
        case '\n':
            m_row += "\\n";
            break;
        case '\r':
            m_row += "\\r";
            break;
        case '\t':
            m_row += "\\t";
            break;
        default:
            m_row += c;
        }
    }
}

} // namespace jubao
