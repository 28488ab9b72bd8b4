// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/code_table.h"

#include "core/resources.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <stdexcept>

namespace jubao {

namespace {

QMap<QString, QList<CodeRow>> readTables()
{
    QMap<QString, QList<CodeRow>> tables;
    const QJsonObject shipped =
        QJsonDocument::fromJson(readResource(QStringLiteral(":/jubao/policy/code_tables.json")))
            .object();
    for (auto it = shipped.constBegin(); it != shipped.constEnd(); ++it) {
        const QJsonArray rows = it.value()[u"rows"].toArray();
        for (const QJsonValue &row : rows)
            tables[it.key()].append({row[u"code"].toString(), row[u"name"].toString()});
    }
    return tables;
}

} // namespace

const QList<CodeRow> &codeTable(const QString &table)
{
    static const QMap<QString, QList<CodeRow>> tables = readTables();
    const auto found = tables.constFind(table);
    if (found == tables.constEnd())
        throw std::logic_error("no such code table: " + table.toStdString());
    return *found;
}

QString codeName(const QString &table, const QString &code)
{
    for (const CodeRow &row : codeTable(table)) {
        if (row.code == code)
            return row.name;
    }
    return code;
}

} // namespace jubao
