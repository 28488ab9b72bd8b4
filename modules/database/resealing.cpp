// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/resealing.h"

#include "database/postgres_sealing.h"
#include "database/server_roles.h"

namespace jubao {

namespace {

constexpr auto binary = PostgresConnection::Cells::Binary;

struct SealedTable {
    QByteArray name;
    QByteArrayList columns;
    QList<CellCodec::Way> ways;
};

QByteArray text(const PostgresResult &result, int row, int column)
{
    return {PQgetvalue(result.get(), row, column), PQgetlength(result.get(), row, column)};
}

QList<SealedTable> sealedTables(PostgresConnection &connection)
{
    const PostgresResult found = connection.ask(
        "SELECT c.relname, a.attname, t.typname FROM pg_attribute a JOIN pg_class c ON c.oid = "
        "a.attrelid JOIN pg_type t ON t.oid = a.atttypid WHERE c.relnamespace = "
        "to_regnamespace(current_schema()) AND c.relkind = 'r' AND a.attnum > 0 AND NOT "
        "a.attisdropped AND t.typnamespace = c.relnamespace AND t.typname IN ('sealed', "
        "'sealed_once') ORDER BY c.relname, a.attnum");
    QList<SealedTable> tables;
    for (int row = 0; row < PQntuples(found.get()); ++row) {
        const QByteArray name = text(found, row, 0);
        if (tables.isEmpty() || tables.last().name != name)
            tables.append({name, {}, {}});
        tables.last().columns.append(text(found, row, 1));
        tables.last().ways.append(text(found, row, 2) == "sealed" ? CellCodec::Way::Same
                                                                  : CellCodec::Way::Once);
    }
    return tables;
}

/** The triggers of the books, off until they are put back as they were. */
class Guards {
public:
    explicit Guards(PostgresConnection &connection) : m_connection(connection)
    {
        const PostgresResult found = connection.ask(
            "SELECT c.relname, t.tgname, CASE t.tgenabled WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' "
            "THEN 'ENABLE REPLICA' WHEN 'O' THEN 'ENABLE' ELSE 'DISABLE' END FROM pg_trigger t "
            "JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = "
            "to_regnamespace(current_schema()) AND NOT t.tgisinternal");
        for (int row = 0; row < PQntuples(found.get()); ++row) {
            const QByteArray table = text(found, row, 0);
            const QByteArray guard = text(found, row, 1);
            m_connection.run("ALTER TABLE " + table + " DISABLE TRIGGER " + guard);
            m_standing +=
                "ALTER TABLE " + table + ' ' + text(found, row, 2) + " TRIGGER " + guard + ";\n";
        }
    }
    void putBack() { m_connection.run(m_standing); }

private:
    PostgresConnection &m_connection;
    QByteArray m_standing;
};

/** Rows of one table, sealed anew part by part and written back by their place. */
class Resealing {
public:
    Resealing(PostgresConnection &connection, const SealedTable &table, const Key &present,
              const Key &next)
        : m_connection(connection)
        , m_table(table)
        , m_present(present)
        , m_next(next)
    {
    }

    void run()
    {
        m_connection.run("DECLARE cells NO SCROLL CURSOR FOR SELECT ctid::text::bytea, "
                         + m_table.columns.join(", ") + " FROM " + m_table.name);
        while (writePart(m_connection.ask("FETCH 500 FROM cells", {}, binary))) { }
        m_connection.run("CLOSE cells");
    }

private:
    bool writePart(const PostgresResult &rows)
    {
        const int count = PQntuples(rows.get());
        if (count == 0)
            return false;
        QList<PostgresConnection::Value> lists;
        for (qsizetype column = 0; column <= m_table.columns.size(); ++column) {
            QByteArray list;
            for (int row = 0; row < count; ++row)
                list += (row == 0 ? "" : ",") + elementOf(rows, row, int(column));
            lists.append({'{' + list + '}'});
        }
        m_connection.ask(updateSql(), lists);
        return true;
    }
    QByteArray elementOf(const PostgresResult &rows, int row, int column)
    {
        if (column == 0)
            return '"' + text(rows, row, 0) + '"';
        if (PQgetisnull(rows.get(), row, column) == 1)
            return "NULL";
        const QByteArray cell = text(rows, row, column);
        return cell.isEmpty() ? QByteArray("\"\"")
                              : "\"\\\\x"
                + m_next.seal(m_table.ways.at(column - 1), m_present.open(cell)).toHex() + '"';
    }
    QByteArray updateSql() const
    {
        QByteArrayList sets;
        QByteArrayList lists{"$1::tid[]"};
        for (const QByteArray &column : m_table.columns) {
            sets.append(column + " = u." + column);
            lists.append('$' + QByteArray::number(lists.size() + 1) + "::bytea[]");
        }
        return "UPDATE " + m_table.name + " t SET " + sets.join(", ") + " FROM unnest("
            + lists.join(", ") + ") AS u (place, " + m_table.columns.join(", ")
            + ") WHERE t.ctid = u.place";
    }

    PostgresConnection &m_connection;
    const SealedTable &m_table;
    CellCodec m_present;
    CellCodec m_next;
};

} // namespace

void resealBooks(const ServerAddress &books, const Key &present, const Key &next)
{
    const std::shared_ptr<PostgresConnection> connection = connectionTo(books);
    ServerTransaction all(*connection);
    connection->run("LOCK TABLE writers_place IN EXCLUSIVE MODE NOWAIT");
    // Rows are found by their place: anything else would read the table once a part.
    connection->run("SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; "
                    "SET LOCAL enable_seqscan = off");
    Guards guards(*connection);
    const QList<SealedTable> tables = sealedTables(*connection);
    for (const SealedTable &table : tables)
        Resealing(*connection, table, present, next).run();
    guards.putBack();
    connection->run(PostgresSealing::keyCheckSql(next));
    all.commit();
}

} // namespace jubao
