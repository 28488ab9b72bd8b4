// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/postgres_sealing.h"

#include "database/sealed_sql.h"
#include <QRegularExpression>
#include <algorithm>
#include <stdexcept>
#include <utility>

namespace jubao {

namespace {

/** Type number of bytes in the server's catalogue; it never changes. */
constexpr Oid bytesType = 17;
const QByteArray keyCheckText = QByteArrayLiteral("jubao");

/**
 * Equality of `sealed` is that of its bytes. It stands here only so that the server gives the type
 * `sealed` to a parameter or a literal beside such a column; it puts the body in its place, so that
 * indexes and joins work as without it.
 */
constexpr auto domainsSql = R"(
CREATE DOMAIN sealed AS bytea CHECK (VALUE = ''::bytea OR (get_byte(VALUE, 0) = 1 AND octet_length(VALUE) > 17));
CREATE DOMAIN sealed_once AS bytea CHECK (VALUE = ''::bytea OR (get_byte(VALUE, 0) = 2 AND octet_length(VALUE) > 33));
CREATE FUNCTION sealed_same(sealed, sealed) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::bytea OPERATOR(pg_catalog.=) $2::bytea';
CREATE FUNCTION sealed_other(sealed, sealed) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::bytea OPERATOR(pg_catalog.<>) $2::bytea';
CREATE OPERATOR = (LEFTARG = sealed, RIGHTARG = sealed, FUNCTION = sealed_same);
CREATE OPERATOR <> (LEFTARG = sealed, RIGHTARG = sealed, FUNCTION = sealed_other);
CREATE FUNCTION jubao_empty_cell(text) RETURNS bytea LANGUAGE plpgsql IMMUTABLE AS
$$BEGIN IF $1 <> '' THEN RAISE EXCEPTION 'a column that is to be sealed holds values in clear' USING ERRCODE = 'restrict_violation'; END IF; RETURN $1::bytea; END$$;
)";

/** Locked by whoever writes. Only who may write to the table may lock it, where an advisory lock of
 * the server is for everybody who signs in. */
const QByteArray writersPlaceSql = QByteArrayLiteral("CREATE TABLE writers_place ();\n");

/** What would work on a cell as if it were the value: parts, orders, joined texts; and for cells
 * that are each time another, equality. */
QByteArray refusingSql()
{
    static const QList<QByteArray> functions{"length(sealed)",
                                             "octet_length(sealed)",
                                             "substr(sealed, integer)",
                                             "substr(sealed, integer, integer)",
                                             "min(sealed)",
                                             "max(sealed)"};
    static const QList<std::pair<QByteArray, QByteArray>> operators{
        {"sealed, sealed", "< <= > >= ~~ !~~ ||"},
        {"sealed, text", "||"},
        {"text, sealed", "||"},
        {"sealed_once, sealed_once", "= <> < <= > >= ~~ !~~ ||"},
        {"sealed_once, text", "||"},
        {"text, sealed_once", "||"},
        {"sealed_once, bytea", "= <>"},
        {"bytea, sealed_once", "= <>"},
        {"sealed_once, sealed", "= <>"},
        {"sealed, sealed_once", "= <>"}};
    const auto refusal = [](const QByteArray &function) {
        return "CREATE FUNCTION " + function
            + " RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$BEGIN RAISE EXCEPTION 'this does not "
              "work on a sealed column' USING ERRCODE = 'restrict_violation'; END$$;\n";
    };
    QByteArray sql;
    for (const QByteArray &function : functions) {
        sql += refusal(function);
        sql += refusal(QByteArray(function).replace("sealed", "sealed_once"));
    }
    for (const auto &[types, names] : operators) {
        const QList<QByteArray> sides = types.split(',');
        sql += refusal("sealed_refuses(" + types + ")");
        for (const QByteArray &name : names.split(' '))
            sql += "CREATE OPERATOR " + name + " (LEFTARG = " + sides.at(0)
                + ", RIGHTARG = " + sides.at(1) + ", FUNCTION = sealed_refuses);\n";
    }
    return sql;
}

} // namespace

QByteArray cellAt(const PGresult *result, int row, int column)
{
    constexpr int prefix = 2;
    return QByteArray::fromHex(
        QByteArray::fromRawData(PQgetvalue(result, row, column) + prefix,
                                std::max(0, PQgetlength(result, row, column) - prefix)));
}

QByteArray PostgresSealing::groundSql(const Key &dataKey)
{
    return writersPlaceSql + (domainsSql + refusingSql()) + keyCheckSql(dataKey);
}

QByteArray PostgresSealing::keyCheckSql(const Key &dataKey)
{
    const QByteArray check = CellCodec(dataKey).seal(CellCodec::Way::Same, keyCheckText);
    return "CREATE OR REPLACE FUNCTION jubao_key_check() RETURNS sealed LANGUAGE sql IMMUTABLE AS $$SELECT "
           "'\\x"
        + check.toHex() + "'::sealed$$;\n";
}

PostgresSealing::PostgresSealing(PostgresConnection &connection, const Key &dataKey,
                                 std::shared_ptr<SealedReading> reading)
    : m_reading(std::move(reading))
{
    if (dataKey.isEmpty())
        return;
    m_codec.emplace(dataKey);
    const PostgresResult types = connection.ask(
        "SELECT t.oid, t.typname FROM pg_type t JOIN pg_proc p ON p.pronamespace = "
        "t.typnamespace AND p.proname = 'jubao_key_check' WHERE t.typnamespace = "
        "to_regnamespace(current_schema()) AND t.typname IN ('sealed', 'sealed_once') ORDER BY "
        "t.typname");
    if (PQntuples(types.get()) != 2)
        throw DatabaseError(DatabaseError::Kind::NotAnOffice,
                            QStringLiteral("the schema has no sealed columns"));
    m_same = QByteArray(PQgetvalue(types.get(), 0, 0)).toUInt();
    m_once = QByteArray(PQgetvalue(types.get(), 1, 0)).toUInt();
    const PostgresResult check = connection.ask("SELECT jubao_key_check()");
    bool right = false;
    try {
        right = m_codec->open(cellAt(check.get(), 0, 0)) == keyCheckText;
    } catch (const DatabaseError &) {
        // Another key: told below in its own words.
    }
    if (!right)
        throw DatabaseError(DatabaseError::Kind::WrongKey,
                            QStringLiteral("the schema was sealed under another key"));
    if (m_reading)
        readColumns(connection);
}

CellCodec &PostgresSealing::codec()
{
    if (!m_codec)
        throw DatabaseError(DatabaseError::Kind::Denied,
                            QStringLiteral("opened without the key of the sealed columns"));
    return *m_codec;
}

QByteArray PostgresSealing::sealed(CellCodec::Way way, const QByteArray &value)
{
    if (m_reading && !value.isEmpty())
        m_reading->comparing();
    return codec().seal(way, value);
}

QByteArray PostgresSealing::valueAt(const PGresult *result, int row, int column)
{
    CellCodec &opener = codec();
    if (!m_reading)
        return opener.open(cellAt(result, row, column));
    // Of the result itself: what the server said of a statement before may have been another one.
    const auto origin =
        m_origins.constFind({PQftable(result, column), PQftablecol(result, column)});
    if (origin == m_origins.constEnd())
        throw DatabaseError(DatabaseError::Kind::Denied,
                            QStringLiteral("made of a sealed column, not one itself"));
    const QByteArray value = opener.open(cellAt(result, row, column));
    return value.isEmpty() ? value : m_reading->shown(origin->first, origin->second, value);
}

std::optional<CellCodec::Way> PostgresSealing::wayOf(Oid type) const
{
    // Beside a sealed column in a list or in coalesce the server says plain bytes.
    if (type == m_same || type == bytesType)
        return CellCodec::Way::Same;
    return type == m_once ? std::optional(CellCodec::Way::Once) : std::nullopt;
}

StatementTypes PostgresSealing::typesOf(const PGresult *description) const
{
    StatementTypes types;
    for (int i = 0; i < PQnparams(description); ++i)
        types.parameters.push_back(PQparamtype(description, i));
    for (int i = 0; i < PQnfields(description); ++i) {
        types.sealedResults.append(PQftype(description, i) == bytesType
                                       ? QString::fromUtf8(PQfname(description, i))
                                       : QString());
    }
    return types;
}

void PostgresSealing::readColumns(PostgresConnection &connection)
{
    const PostgresResult rows = connection.ask(
        "SELECT c.relname, a.attname, a.atttypid, c.oid, a.attnum FROM pg_attribute a JOIN "
        "pg_class c ON c.oid = "
        "a.attrelid WHERE c.relnamespace = to_regnamespace(current_schema()) AND c.relkind = "
        "'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid IN ("
        + QByteArray::number(m_same) + ", " + QByteArray::number(m_once) + ")");
    for (int i = 0; i < PQntuples(rows.get()); ++i) {
        const auto cell = [&rows, i](int column) {
            return QByteArray(PQgetvalue(rows.get(), i, column));
        };
        const QString table = QString::fromUtf8(cell(0));
        const QString column = QString::fromUtf8(cell(1));
        m_columns[table].insert(column, *wayOf(cell(2).toUInt()));
        m_origins.insert({cell(3).toUInt(), cell(4).toInt()}, {table, column});
    }
}

std::vector<std::optional<CellCodec::Way>> PostgresSealing::waysOf(PostgresConnection &connection,
                                                                   const QString &table,
                                                                   const QStringList &columns)
{
    if (m_columns.isEmpty())
        readColumns(connection);
    const auto sealed = m_columns.value(table);
    std::vector<std::optional<CellCodec::Way>> ways;
    for (const QString &column : columns)
        ways.push_back(sealed.contains(column) ? std::optional(sealed.value(column))
                                               : std::nullopt);
    return ways;
}

void PostgresSealing::refuseMisuse(PostgresConnection &connection, const QString &sql,
                                   const StatementTypes &types)
{
    static const QRegularExpression writes(QStringLiteral("^\\s*(?:INSERT|UPDATE)\\b"),
                                           QRegularExpression::CaseInsensitiveOption);
    if (m_reading && !types.givesRows())
        throw DatabaseError(DatabaseError::Kind::Denied,
                            QStringLiteral("gives nothing to read: ") + sql);
    const bool comparesOnce = m_codec
        && std::find(types.parameters.begin(), types.parameters.end(), m_once)
            != types.parameters.end()
        && !writes.match(sql).hasMatch();
    if (comparesOnce)
        throw std::logic_error("compares with a cell that is each time another: "
                               + sql.toStdString());
    if (!m_codec || !mayMisuseSealed(sql))
        return;
    if (m_columns.isEmpty())
        readColumns(connection);
    const QString misuse = misuseOfSealed(sql, m_columns, types.sealedResults);
    if (!misuse.isEmpty())
        throw std::logic_error((misuse + QStringLiteral(": ") + sql).toStdString());
}

} // namespace jubao
