// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/moving.h"

#include "database/catalogue.h"
#include "database/database.h"
#include "database/error.h"
#include "database/migrations.h"
#include "database/protection.h"
#include "database/transaction.h"
#include <QCryptographicHash>
#include <algorithm>
#include <optional>
#include <utility>

namespace jubao {

namespace {

/** The tables that hold rows of the books: those of the catalogue and the histories behind them. */
QList<Table> tablesOf(const Catalogue &catalogue)
{
    QList<Table> tables;
    for (const Table &table : catalogue.tables()) {
        tables.append(table);
        if (table.kind == TableKind::Record)
            tables.append(historyOf(table));
    }
    return tables;
}

/** The part of the key by which both engines order alike: cells have another order than what is
 * sealed in them. */
QStringList clearKey(const Table &table)
{
    QStringList names;
    for (const QString &name : table.key) {
        if (table.column(name)->sealing == Sealing::Clear)
            names.append(name);
    }
    return names;
}

QString selectAll(const Table &table)
{
    return QStringLiteral("SELECT %1 FROM %2 ORDER BY %3")
        .arg(joinedNames(table.columnNames()), table.name, joinedNames(clearKey(table)));
}

qint64 rowsIn(Database &database, const Table &table)
{
    Query count = database.prepare(QStringLiteral("SELECT count(*) FROM %1").arg(table.name));
    return count.next() ? count.integer(0) : 0;
}

void addCell(BulkInsert &rows, const Query &from, int column, ColumnKind kind)
{
    if (from.isNull(column)) {
        rows.addNull();
        return;
    }
    switch (kind) {
    case ColumnKind::Text:
    case ColumnKind::Date:
        rows.addText(from.bytes(column));
        return;
    case ColumnKind::Bytes:
        rows.addBytes(from.bytes(column));
        return;
    case ColumnKind::Id:
    case ColumnKind::Integer:
    case ColumnKind::Fen:
        rows.addInteger(from.integer(column));
        return;
    }
}

void copyTable(Database &source, Database &target, const Table &table,
               const std::function<void()> &copied)
{
    if (rowsIn(target, table) > 0)
        throw DatabaseError(DatabaseError::Kind::Constraint,
                            table.name + QStringLiteral(" has rows already"));
    const std::unique_ptr<BulkInsert> rows =
        target.engine().bulkInsert(table.name, table.columnNames());
    Query from = source.scan(selectAll(table));
    while (from.next()) {
        for (int i = 0; i < table.columns.size(); ++i)
            addCell(*rows, from, i, table.columns.at(i).kind);
        rows->endRow();
        copied();
    }
    rows->finish();
}

/** Each cell with its length before it, so that no two different rows read alike. */
QByteArray rowDigest(const Query &row, const Table &table)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int i = 0; i < table.columns.size(); ++i) {
        if (row.isNull(i)) {
            hash.addData("-;");
            continue;
        }
        const ColumnKind kind = table.columns.at(i).kind;
        const bool asBytes =
            kind == ColumnKind::Text || kind == ColumnKind::Date || kind == ColumnKind::Bytes;
        const QByteArray cell = asBytes ? row.bytes(i) : QByteArray::number(row.integer(i));
        hash.addData(QByteArray::number(cell.size()) + ':');
        hash.addData(cell);
    }
    return hash.result();
}

/** Adds a table's rows; those that the clear part of the key does not tell apart in the order of
 * their own digests, since no engine orders them alike. */
void addTable(QCryptographicHash &hash, Database &database, const Table &table)
{
    const QStringList names = clearKey(table);
    QList<int> places;
    for (const QString &name : names)
        places.append(int(table.columnNames().indexOf(name)));
    QByteArrayList together;
    QByteArray key;
    const auto flush = [&hash, &together] {
        std::sort(together.begin(), together.end());
        for (const QByteArray &each : std::as_const(together))
            hash.addData(each);
        together.clear();
    };
    Query rows = database.scan(selectAll(table));
    while (rows.next()) {
        QByteArray own;
        for (const int place : places)
            own += rows.bytes(place) + '\0';
        if (own != key)
            flush();
        key = own;
        together.append(rowDigest(rows, table));
    }
    flush();
}

/** Tells the progress at every so many rows, and throws where it says no. */
class Counter {
public:
    Counter(qint64 total, const CopyProgress &progress)
        : m_total(std::max(total, qint64(1)))
        , m_progress(progress)
    {
    }
    void operator()()
    {
        constexpr qint64 rowsBetweenCalls = 1000;
        constexpr int permille = 1000;
        if (++m_done % rowsBetweenCalls != 0 && m_done != m_total)
            return;
        if (m_progress && !m_progress(int(m_done * permille / m_total)))
            throw DatabaseError(DatabaseError::Kind::Interrupted, QStringLiteral("moving"));
    }

private:
    qint64 m_total;
    qint64 m_done = 0;
    const CopyProgress &m_progress;
};

} // namespace

QByteArray digestOfBooks(Database &database, const Catalogue &catalogue)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Table &table : tablesOf(catalogue)) {
        hash.addData(table.name.toUtf8() + '\n');
        addTable(hash, database, table);
    }
    return hash.result();
}

void moveBooks(Database &source, Database &target, const Migrations &migrations,
               const Catalogue &catalogue, const CopyProgress &progress)
{
    std::optional<ReadTransaction> still;
    if (!source.inTransaction())
        still.emplace(source);
    Transaction all(target);
    migrations.apply(target, catalogue);
    target.engine().allowSchemaChanges(true);
    dropProtection(target);
    qint64 total = 0;
    for (const Table &table : tablesOf(catalogue))
        total += rowsIn(source, table);
    Counter counter(total, progress);
    for (const Table &table : tablesOf(catalogue))
        copyTable(source, target, table, [&counter] { counter(); });
    generateProtection(target, catalogue);
    target.engine().allowSchemaChanges(false);
    if (digestOfBooks(source, catalogue) != digestOfBooks(target, catalogue))
        throw DatabaseError(DatabaseError::Kind::Damaged,
                            QStringLiteral("the copy differs from what was copied"));
    all.commit();
}

} // namespace jubao
