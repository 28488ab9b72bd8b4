// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/drill.h"

#include "core/canonical_json.h"

namespace jubao {

namespace {

void addRows(Database &books, const Table &table, const QString &name, qint64 entry,
             BookFigures &figures)
{
    QStringList sums{QStringLiteral("count(*)")};
    for (const Column &column : table.columns) {
        if (column.kind == ColumnKind::Fen)
            sums.append(QStringLiteral("coalesce(sum(%1), 0)").arg(column.name));
    }
    Query rows = books.prepare(QStringLiteral("SELECT %1 FROM %2 WHERE op_seq <= ?")
                                   .arg(sums.join(QStringLiteral(", ")), name));
    rows.bindAll(entry);
    rows.next();
    figures.rows += rows.integer(0);
    for (int i = 1; i < sums.size(); ++i)
        figures.amountFen += rows.integer(i);
}

} // namespace

QMap<QString, BookFigures> figuresUpTo(Database &books, const Catalogue &catalogue, qint64 entry)
{
    QMap<QString, BookFigures> all;
    for (const Table &table : catalogue.tables()) {
        if (!table.namesOperation())
            continue;
        BookFigures &figures = all[table.name];
        addRows(books, table, table.name, entry, figures);
        if (table.kind == TableKind::Record)
            addRows(books, table, historyOf(table).name, entry, figures);
    }
    return all;
}

qint64 backupEntryWith(Database &books, const QString &head, qint64 entries)
{
    Query rows = books.prepare(
        QStringLiteral("SELECT seq, detail FROM journal WHERE operation = 0 AND kind IN ('backup', "
                       "'backup_scheduled') AND seq > ? ORDER BY seq"));
    rows.bindAll(entries);
    while (rows.next()) {
        const QJsonObject detail = parseCanonicalObject(rows.text(1).toUtf8());
        if (detail[u"head"].toString() == head && detail[u"entries"].toInteger() == entries)
            return rows.integer(0);
    }
    return 0;
}

} // namespace jubao
