// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/protection.h"

#include "database/catalogue.h"
#include "database/database.h"

namespace jubao {

namespace {

QString historySql(const Dialect &dialect, const Table &table)
{
    QString sql;
    if (table.kind == TableKind::Record) {
        const Table history = historyOf(table);
        QStringList columns;
        for (const Column &column : history.columns)
            columns.append(column.name + u' ' + dialect.columnType(column)
                           + (column.nullable ? QString() : QStringLiteral(" NOT NULL")));
        sql += QStringLiteral("CREATE TABLE IF NOT EXISTS %1 (%2, PRIMARY KEY (%3))%4;\n"
                              "CREATE INDEX IF NOT EXISTS %1_op_seq ON %1 (op_seq);\n")
                   .arg(history.name, columns.join(QStringLiteral(", ")), joinedNames(history.key),
                        dialect.tableOptions());
    }
    if (table.namesOperation())
        sql += QStringLiteral("CREATE INDEX IF NOT EXISTS %1_op_seq ON %1 (op_seq);\n")
                   .arg(table.name);
    return sql;
}

QString sealingSql(const Dialect &dialect, const Table &table)
{
    return dialect.sealingSql(table)
        + (table.kind == TableKind::Record ? dialect.sealingSql(historyOf(table)) : QString());
}

QString guardSql(const Dialect &dialect, const Table &table)
{
    switch (table.kind) {
    case TableKind::Record:
        return dialect.recordSql(table)
            + dialect.appendOnlySql(historyOf(table).name, historyOf(table).key);
    case TableKind::Entry:
        return dialect.appendOnlySql(table.name, table.key);
    case TableKind::Plain:
        return {};
    }
    return {};
}

/** A step gave the record a column, so its history is made anew with it: the rows of before have
 * none there. Empty where the history has all its columns, or is not there yet. */
QString historyAnewSql(Database &database, const Table &table)
{
    const QString history = historyOf(table).name;
    const QStringList present = database.columnsOf(history);
    if (table.kind != TableKind::Record || present.isEmpty()
        || present.size() == table.columns.size() + 1)
        return {};
    // Not renamed: on a server the index of its key would keep the name that the new one needs.
    return QStringLiteral("CREATE TABLE %1_before AS SELECT * FROM %1;\nDROP TABLE %1;\n")
               .arg(history)
        + historySql(database.dialect(), table)
        + QStringLiteral("INSERT INTO %1 (%2) SELECT %2 FROM %1_before;\nDROP TABLE %1_before;\n")
              .arg(history, joinedNames(present));
}

} // namespace

void dropProtection(Database &database)
{
    QString script;
    Query guards = database.prepare(database.dialect().dropGuardsQuery());
    while (guards.next())
        script += guards.text(0) + QStringLiteral(";\n");
    database.engine().executeScript(script);
}

void generateProtection(Database &database, const Catalogue &catalogue)
{
    dropProtection(database);
    const Dialect &dialect = database.dialect();
    QString script = dialect.groundSql();
    for (const Table &table : catalogue.tables())
        script += historyAnewSql(database, table) + historySql(dialect, table)
            + sealingSql(dialect, table) + guardSql(dialect, table);
    database.engine().executeScript(script);
}

} // namespace jubao
