// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/postgres_connection.h"
#include "database/sealed_reading.h"
#include "database/sealed_sql.h"
#include "database/sealing.h"
#include <QHash>
#include <QStringList>
#include <optional>
#include <vector>

namespace jubao {

/** What the server says of a prepared statement. */
struct StatementTypes {
    std::vector<Oid> parameters;
    QStringList sealedResults; ///< per result column its name where it comes as cells, else empty
    bool givesRows() const { return !sealedResults.isEmpty(); }
};

/** The bytes of a cell in a result in the server's text form. */
QByteArray cellAt(const PGresult *result, int row, int column);

/**
 * Sealed columns on a server. Their types are two domains over bytes that lie in the schema of the
 * books: `sealed` and `sealed_once`. The server tells of every parameter which type it has, so what
 * is bound to one of these is sealed before it leaves, and bytes that come back are cells to open:
 * the SQL above is the same for both engines. What would read a cell as if it were the value
 * (an order, a part, a comparison with a literal) is refused by operators and functions of the
 * domains, by their checks, or by `refuseMisuse`; never answered wrongly.
 */
class PostgresSealing {
public:
    /** What makes the domains and what belongs to them in an empty schema, with a value sealed
     * under the key by which a later opening knows it. */
    static QByteArray groundSql(const Key &dataKey);
    /** The part of it that proves the key at each opening. */
    static QByteArray keyCheckSql(const Key &dataKey);

    /** Throws DatabaseError WrongKey where the schema was laid with another key, NotAnOffice where
     * it was not laid. Without a key nothing is asked, and no cell is made or opened. */
    PostgresSealing(PostgresConnection &connection, const Key &dataKey,
                    std::shared_ptr<SealedReading> reading = {});

    /** How what is bound to a parameter of this type is sealed; nothing: it goes as it is. */
    std::optional<CellCodec::Way> wayOf(Oid type) const;
    /** Throws DatabaseError Denied where the books were opened without their key. */
    QByteArray sealed(CellCodec::Way way, const QByteArray &value);
    /** The value of a cell in a result, or what is shown of it; throws as above, and where a cell
     * that is to be shown is none of a plain column. */
    QByteArray valueAt(const PGresult *result, int row, int column);

    StatementTypes typesOf(const PGresult *description) const;
    /** Per column of the table, in the order given. */
    std::vector<std::optional<CellCodec::Way>>
    waysOf(PostgresConnection &connection, const QString &table, const QStringList &columns);
    /** Throws std::logic_error for a statement that orders, groups or compares cells where the
     * server cannot refuse it; DatabaseError Denied for one that gives no rows to who reads for
     * others: it would change what the next one finds. */
    void refuseMisuse(PostgresConnection &connection, const QString &sql,
                      const StatementTypes &types);
    /** The schema may have changed. */
    void forgetColumns()
    {
        if (!m_reading)
            m_columns.clear();
    }

private:
    void readColumns(PostgresConnection &connection);
    CellCodec &codec();

    std::optional<CellCodec> m_codec;
    Oid m_same = InvalidOid;
    Oid m_once = InvalidOid;
    /** Read when first asked for; where it is read for others at once, before any of their
     * statements. */
    SealedColumns m_columns;
    /** Table and number of a column, as the server names the origin of a result → their names. */
    QHash<std::pair<Oid, int>, std::pair<QString, QString>> m_origins;
    std::shared_ptr<SealedReading> m_reading;
};

} // namespace jubao
