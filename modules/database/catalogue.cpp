// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/catalogue.h"

#include "core/resources.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <stdexcept>

namespace jubao {

namespace {

Column columnFromText(const QString &text)
{
    static const QStringList kinds{QStringLiteral("id"),   QStringLiteral("integer"),
                                   QStringLiteral("fen"),  QStringLiteral("text"),
                                   QStringLiteral("date"), QStringLiteral("bytes")};
    const QStringList parts = text.split(u':');
    if (parts.size() < 2)
        throw std::invalid_argument("catalogue: column " + text.toStdString());
    Column column;
    column.name = parts.at(0);
    QString kind = parts.at(1);
    if (kind.endsWith(u'?')) {
        column.nullable = true;
        kind.chop(1);
    }
    const qsizetype index = kinds.indexOf(kind);
    if (index < 0)
        throw std::invalid_argument("catalogue: kind of " + text.toStdString());
    column.kind = static_cast<ColumnKind>(index);
    static const QMap<QString, Sealing> sealings{{{}, Sealing::Clear},
                                                 {QStringLiteral("sealed"), Sealing::Same},
                                                 {QStringLiteral("sealed_once"), Sealing::Once}};
    const QString sealing = parts.value(2);
    const QString shown = parts.value(3);
    if (!sealings.contains(sealing) || (!shown.isEmpty() && shown != QLatin1String("shown")))
        throw std::invalid_argument("catalogue: sealing of " + text.toStdString());
    column.sealing = sealings.value(sealing);
    column.sealed = column.sealing != Sealing::Clear && shown.isEmpty();
    if (column.kind == ColumnKind::Bytes)
        column.sealing = Sealing::Once;
    if (column.sealing != Sealing::Clear && column.kind != ColumnKind::Text
        && column.kind != ColumnKind::Bytes)
        throw std::invalid_argument("catalogue: only texts and bytes are sealed: "
                                    + text.toStdString());
    return column;
}

} // namespace

const Column *Table::column(const QString &columnName) const
{
    for (const Column &each : columns) {
        if (each.name == columnName)
            return &each;
    }
    return nullptr;
}

QStringList Table::columnNames() const
{
    QStringList names;
    for (const Column &each : columns)
        names.append(each.name);
    return names;
}

Table historyOf(const Table &record)
{
    Table history = record;
    history.name += QStringLiteral("_history");
    history.kind = TableKind::Entry;
    history.columns.append({QStringLiteral("superseded_by"), ColumnKind::Integer, false, false});
    history.key.append(QStringLiteral("op_seq"));
    return history;
}

Catalogue Catalogue::shipped()
{
    return fromJson(readResource(QStringLiteral(":/jubao/schema/catalogue.json")));
}

Catalogue Catalogue::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        throw std::invalid_argument("the catalogue is no JSON object");
    static const QStringList kinds{QStringLiteral("record"), QStringLiteral("entry"),
                                   QStringLiteral("plain")};
    Catalogue catalogue;
    catalogue.m_version = document[u"version"].toInt();
    const QJsonArray tables = document[u"tables"].toArray();
    for (const QJsonValue &value : tables) {
        Table table;
        table.name = value[u"name"].toString();
        table.room = value[u"room"].toString();
        const qsizetype kind = kinds.indexOf(value[u"kind"].toString());
        if (kind < 0)
            throw std::invalid_argument("catalogue: kind of table " + table.name.toStdString());
        table.kind = static_cast<TableKind>(kind);
        const QJsonArray keys = value[u"key"].toArray();
        for (const QJsonValue &key : keys)
            table.key.append(key.toString());
        const QJsonArray columns = value[u"columns"].toArray();
        for (const QJsonValue &column : columns)
            table.columns.append(columnFromText(column.toString()));
        catalogue.m_tables.append(table);
    }
    return catalogue;
}

Catalogue Catalogue::with(const Catalogue &other) const
{
    Catalogue both = *this;
    both.m_tables += other.m_tables;
    return both;
}

const Table *Catalogue::find(const QString &name) const
{
    for (const Table &table : m_tables) {
        if (table.name == name)
            return &table;
    }
    return nullptr;
}

} // namespace jubao
