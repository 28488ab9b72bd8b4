// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/row_image.h"

#include "database/catalogue.h"
#include "database/database.h"
#include <algorithm>

namespace jubao {

namespace {

QString columnList(const Table &table)
{
    QStringList names;
    for (const Column &column : table.columns)
        names.append(column.name);
    return names.join(QStringLiteral(", "));
}

QString keyText(const Table &table, const QJsonObject &image)
{
    QStringList parts;
    for (const QString &name : table.key) {
        const QJsonValue value = image.value(name);
        parts.append(value.isString() ? value.toString() : QString::number(value.toInteger()));
    }
    return parts.join(u'/');
}

} // namespace

QJsonObject rowImage(const Table &table, const Query &row, int firstColumn)
{
    QJsonObject image;
    for (int i = 0; i < table.columns.size(); ++i) {
        const Column &column = table.columns.at(i);
        const int place = firstColumn + i;
        if (row.isNull(place))
            continue;
        switch (column.kind) {
        case ColumnKind::Text:
        case ColumnKind::Date:
            image.insert(column.name, row.text(place));
            break;
        case ColumnKind::Bytes:
            image.insert(column.name, QString::fromLatin1(row.bytes(place).toHex()));
            break;
        default:
            image.insert(column.name, row.integer(place));
        }
    }
    return image;
}

void eachWrittenBy(Database &database, const Catalogue &catalogue, qint64 opSeq,
                   const std::function<void(const WrittenRow &)> &visit)
{
    QList<const Table *> tables;
    for (const Table &table : catalogue.tables()) {
        if (table.namesOperation())
            tables.append(&table);
    }
    std::sort(tables.begin(), tables.end(),
              [](const Table *a, const Table *b) { return a->name < b->name; });
    for (const Table *table : tables) {
        QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE op_seq = :seq")
                          .arg(columnList(*table), table->name);
        if (table->kind == TableKind::Record)
            sql += QStringLiteral(" UNION ALL SELECT %1 FROM %2_history WHERE op_seq = :seq")
                       .arg(columnList(*table), table->name);
        sql += QStringLiteral(" ORDER BY ") + table->key.join(QStringLiteral(", "));
        Query rows = database.prepare(sql);
        rows.bind(QStringLiteral(":seq"), opSeq);
        while (rows.next()) {
            const QJsonObject image = rowImage(*table, rows);
            visit({table->name, keyText(*table, image), image});
        }
    }
}

QList<WrittenRow> writtenBy(Database &database, const Catalogue &catalogue, qint64 opSeq)
{
    QList<WrittenRow> list;
    eachWrittenBy(database, catalogue, opSeq, [&list](const WrittenRow &row) { list.append(row); });
    return list;
}

} // namespace jubao
