// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/row_copy.h"

#include "database/ids.h"
#include <algorithm>
#include <stdexcept>

namespace jubao {

namespace {

constexpr qint64 counterMask = (qint64(1) << 40) - 1;

QVariant valueOf(const Query &row, int place, const Column &column)
{
    if (row.isNull(place))
        return {};
    switch (column.kind) {
    case ColumnKind::Text:
    case ColumnKind::Date:
        return row.text(place);
    case ColumnKind::Bytes:
        return {}; // Only evidence has bytes, and its digest stands beside it.
    default:
        return row.integer(place);
    }
}

} // namespace

RowCopy::RowCopy(Database &from, Database &to, const Catalogue &catalogue)
    : m_from(from)
    , m_to(to)
    , m_catalogue(catalogue)
{
}

const Table &RowCopy::table(const char *name) const
{
    const Table *found = m_catalogue.find(QString::fromLatin1(name));
    if (!found)
        throw std::logic_error(std::string("no such table: ") + name);
    return *found;
}

void RowCopy::copy(const Table &described, const QString &source, const QString &where,
                   const QVariantList &values, bool change)
{
    QStringList names;
    QStringList marks;
    for (const Column &column : described.columns) {
        names.append(column.name);
        marks.append(QStringLiteral("?"));
    }
    const QString list = names.join(QStringLiteral(", "));
    Query rows =
        m_from.prepare(QStringLiteral("SELECT %1 FROM %2 WHERE %3").arg(list, source, where));
    for (int i = 0; i < values.size(); ++i)
        rows.bind(i + 1, values.at(i));
    while (rows.next()) {
        bool exists = false;
        if (change) {
            Query known =
                m_to.prepare(QStringLiteral("SELECT 1 FROM %1 WHERE id = ?").arg(described.name));
            known.bindAll(rows.integer(int(names.indexOf(QStringLiteral("id")))));
            exists = known.next();
        }
        Query put = m_to.prepare(
            exists ? QStringLiteral("UPDATE %1 SET %2 WHERE id = ?")
                         .arg(described.name,
                              names.join(QStringLiteral(" = ?, ")) + QStringLiteral(" = ?"))
                   : QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                         .arg(described.name, list, marks.join(QStringLiteral(", "))));
        for (int i = 0; i < described.columns.size(); ++i)
            put.bind(i + 1, valueOf(rows, i, described.columns.at(i)));
        if (exists)
            put.bind(int(described.columns.size()) + 1,
                     rows.integer(int(names.indexOf(QStringLiteral("id")))));
        put.run();
    }
}

void RowCopy::journal(qint64 seq)
{
    copy(table("journal"), QStringLiteral("journal"), QStringLiteral("seq = ?"), {seq});
}

void RowCopy::revision(qint64 operation, int revision)
{
    for (const char *name :
         {"operation_revision", "operation_evidence", "operation_subject", "staging_row"})
        copy(table(name), QString::fromLatin1(name),
             QStringLiteral("operation = ? AND revision = ?"), {operation, qint64(revision)});
}

void RowCopy::filing(qint64 operation)
{
    Query clear = m_to.prepare(QStringLiteral("DELETE FROM filing WHERE operation = ?"));
    clear.bindAll(operation);
    clear.run();
    copy(table("filing"), QStringLiteral("filing"), QStringLiteral("operation = ?"), {operation});
}

void RowCopy::rowsOfEntry(qint64 opSeq, int node)
{
    qint64 last = 0;
    for (const Table &each : m_catalogue.tables()) {
        if (!each.namesOperation())
            continue;
        const QString where = QStringLiteral("op_seq = ?");
        const bool record = each.kind == TableKind::Record;
        copy(each, each.name, where, {opSeq}, record);
        if (record)
            copy(each, each.name + QStringLiteral("_history"), where, {opSeq}, true);
        Query highest =
            m_to.prepare(QStringLiteral("SELECT max(id) FROM %1 WHERE op_seq = ?").arg(each.name));
        highest.bindAll(opSeq);
        if (highest.next() && !highest.isNull(0))
            last = std::max(last, highest.integer(0));
    }
    IdGiver::giveBack(m_to);
    Query counter = m_to.prepare(QStringLiteral("SELECT next FROM id_counter WHERE node = ?"));
    counter.bindAll(qint64(node));
    const bool behind = !counter.next() || counter.integer(0) <= (last & counterMask);
    if (last > 0 && behind)
        idsFollow(last, node);
}

void RowCopy::idsFollow(qint64 id, int node)
{
    IdGiver::giveBack(m_to);
    Query set =
        m_to.prepare(QStringLiteral("INSERT INTO id_counter (node, next) VALUES (?, ?) "
                                    "ON CONFLICT (node) DO UPDATE SET next = excluded.next"));
    set.bindAll(qint64(node), (id & counterMask) + 1);
    set.run();
}

} // namespace jubao
