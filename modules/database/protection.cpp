// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/protection.h"

#include "database/catalogue.h"
#include "database/database.h"

namespace jubao {

namespace {

QString join(const QStringList &names, const QString &prefix = {})
{
    QStringList list;
    for (const QString &name : names)
        list.append(prefix + name);
    return list.join(QStringLiteral(", "));
}

QStringList columnNames(const Table &table)
{
    QStringList names;
    for (const Column &column : table.columns)
        names.append(column.name);
    return names;
}

QString typeWord(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Text:
    case ColumnKind::Date:
        return QStringLiteral("TEXT");
    case ColumnKind::Bytes:
        return QStringLiteral("BLOB");
    default:
        return QStringLiteral("INTEGER");
    }
}

/** "a = NEW.a AND b = NEW.b" */
QString sameKey(const QStringList &key)
{
    QStringList parts;
    for (const QString &name : key)
        parts.append(QStringLiteral("%1 = NEW.%1").arg(name));
    return parts.join(QStringLiteral(" AND "));
}

QString raise(const QString &trigger, const QString &when, const QString &table,
              const QString &condition, const QString &words)
{
    return QStringLiteral(
               "CREATE TRIGGER %1 BEFORE %2 ON %3%4 BEGIN SELECT RAISE(ABORT, '%5'); END;\n")
        .arg(trigger, when, table,
             condition.isEmpty() ? QString() : QStringLiteral(" WHEN ") + condition, words);
}

/**
 * A replacing insert deletes without firing the delete trigger; so it is stopped where it begins.
 * It fails instead of aborting, since the row before which it stops has written nothing: an engine
 * that may have to abort keeps a copy of every page that an insert touches.
 */
QString stopReplacing(const QString &table, const QStringList &key)
{
    return QStringLiteral("CREATE TRIGGER %1_no_replace BEFORE INSERT ON %1 WHEN EXISTS (SELECT 1 "
                          "FROM %1 WHERE %2) BEGIN SELECT RAISE(FAIL, '%1: the row exists'); "
                          "END;\n")
        .arg(table, sameKey(key));
}

QString appendOnly(const QString &table, const QStringList &key)
{
    return raise(table + QStringLiteral("_no_update"), QStringLiteral("UPDATE"), table, {},
                 table + QStringLiteral(" is append-only"))
        + raise(table + QStringLiteral("_no_delete"), QStringLiteral("DELETE"), table, {},
                table + QStringLiteral(" is append-only"))
        + stopReplacing(table, key);
}

QString recordTriggers(const Table &table)
{
    const QString &name = table.name;
    const QStringList columns = columnNames(table);
    QStringList moved;
    for (const QString &key : table.key)
        moved.append(QStringLiteral("NEW.%1 <> OLD.%1").arg(key));
    return raise(name + QStringLiteral("_no_delete"), QStringLiteral("DELETE"), name, {},
                 name + QStringLiteral(": rows are closed, not deleted"))
        + stopReplacing(name, table.key)
        + raise(name + QStringLiteral("_version"), QStringLiteral("UPDATE"), name,
                QStringLiteral("NEW.op_seq <= OLD.op_seq OR ") + moved.join(QStringLiteral(" OR ")),
                name + QStringLiteral(": a version names its operation"))
        + QStringLiteral(
              "CREATE TRIGGER %1_keep AFTER UPDATE ON %1 BEGIN "
              "INSERT INTO %1_history (%2, superseded_by) VALUES (%3, NEW.op_seq); END;\n")
              .arg(name, join(columns), join(columns, QStringLiteral("OLD.")))
        + appendOnly(name + QStringLiteral("_history"),
                     table.key + QStringList{QStringLiteral("op_seq")});
}

} // namespace

QString historySql(const Table &table)
{
    QString sql;
    if (table.kind == TableKind::Record) {
        QStringList columns;
        for (const Column &column : table.columns)
            columns.append(column.name + u' ' + typeWord(column.kind)
                           + (column.nullable ? QString() : QStringLiteral(" NOT NULL")));
        sql += QStringLiteral(
                   "CREATE TABLE IF NOT EXISTS %1_history (%2, superseded_by INTEGER NOT NULL, "
                   "PRIMARY KEY (%3, op_seq)) STRICT;\n")
                   .arg(table.name, columns.join(QStringLiteral(", ")), join(table.key));
        sql +=
            QStringLiteral("CREATE INDEX IF NOT EXISTS %1_history_op_seq ON %1_history (op_seq);\n")
                .arg(table.name);
    }
    if (table.namesOperation())
        sql += QStringLiteral("CREATE INDEX IF NOT EXISTS %1_op_seq ON %1 (op_seq);\n")
                   .arg(table.name);
    return sql;
}

QString triggerSql(const Table &table)
{
    switch (table.kind) {
    case TableKind::Record:
        return recordTriggers(table);
    case TableKind::Entry:
        return appendOnly(table.name, table.key);
    case TableKind::Plain:
        return {};
    }
    return {};
}

namespace {

/** A step gave the record a column, so its history is made anew with it: the rows of before have
 * none there. Empty where the history has all its columns, or is not there yet. */
QString historyAnewSql(Database &database, const Table &table)
{
    const QString history = table.name + QStringLiteral("_history");
    Query rows = database.prepare(QStringLiteral("SELECT name FROM pragma_table_info(?)"));
    rows.bindAll(history);
    QStringList present;
    while (rows.next())
        present.append(rows.text(0));
    if (table.kind != TableKind::Record || present.isEmpty()
        || present.size() == table.columns.size() + 1)
        return {};
    return QStringLiteral("DROP INDEX %1_op_seq;\nALTER TABLE %1 RENAME TO %1_before;\n")
               .arg(history)
        + historySql(table)
        + QStringLiteral("INSERT INTO %1 (%2) SELECT %2 FROM %1_before;\nDROP TABLE %1_before;\n")
              .arg(history, join(present));
}

} // namespace

void generateProtection(Database &database, const Catalogue &catalogue)
{
    QStringList old;
    Query triggers =
        database.prepare(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'trigger'"));
    while (triggers.next())
        old.append(triggers.text(0));
    QString script;
    for (const QString &name : old)
        script += QStringLiteral("DROP TRIGGER %1;\n").arg(name);
    for (const Table &table : catalogue.tables())
        script += historyAnewSql(database, table) + historySql(table) + triggerSql(table);
    database.engine().executeScript(script);
}

} // namespace jubao
