// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/catalogue.h"
#include "database/dialect.h"

namespace jubao {

namespace {

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
    QStringList same;
    for (const QString &name : key)
        same.append(QStringLiteral("%1 = NEW.%1").arg(name));
    return QStringLiteral("CREATE TRIGGER %1_no_replace BEFORE INSERT ON %1 WHEN EXISTS (SELECT 1 "
                          "FROM %1 WHERE %2) BEGIN SELECT RAISE(FAIL, '%1: the row exists'); "
                          "END;\n")
        .arg(table, same.join(QStringLiteral(" AND ")));
}

class SqlcipherDialect : public Dialect {
public:
    QString typeWord(ColumnKind kind) const override
    {
        switch (kind) {
        case ColumnKind::Text:
        case ColumnKind::Date:
            return QStringLiteral("TEXT");
        case ColumnKind::Bytes:
            return QStringLiteral("BLOB");
        case ColumnKind::Id:
        case ColumnKind::Integer:
        case ColumnKind::Fen:
            break;
        }
        return QStringLiteral("INTEGER");
    }
    /** The file is encrypted as a whole. */
    QString columnType(const Column &column) const override { return typeWord(column.kind); }
    QString sealingSql(const Table &) const override { return {}; }
    QString tableOptions() const override { return QStringLiteral(" STRICT"); }
    QString insertRow() const override { return QStringLiteral("INSERT OR FAIL"); }
    QString columnsQuery() const override
    {
        return QStringLiteral(
            "SELECT name, 1 - \"notnull\" FROM pragma_table_info(?) ORDER BY cid");
    }
    QString schemaQuery() const override
    {
        return QStringLiteral("SELECT type || ' ' || name, sql FROM sqlite_master WHERE name NOT "
                              "LIKE 'sqlite\\_%' ESCAPE '\\'");
    }
    QString dropGuardsQuery() const override
    {
        return QStringLiteral(
            "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger'");
    }
    QString groundSql() const override { return {}; }
    QString appendOnlySql(const QString &table, const QStringList &key) const override
    {
        return raise(table + QStringLiteral("_no_update"), QStringLiteral("UPDATE"), table, {},
                     table + QStringLiteral(" is append-only"))
            + raise(table + QStringLiteral("_no_delete"), QStringLiteral("DELETE"), table, {},
                    table + QStringLiteral(" is append-only"))
            + stopReplacing(table, key);
    }
    QString recordSql(const Table &table) const override;
};

QString SqlcipherDialect::recordSql(const Table &table) const
{
    const QString &name = table.name;
    const QStringList columns = table.columnNames();
    return raise(name + QStringLiteral("_no_delete"), QStringLiteral("DELETE"), name, {},
                 name + QStringLiteral(": rows are closed, not deleted"))
        + stopReplacing(name, table.key)
        + raise(name + QStringLiteral("_version"), QStringLiteral("UPDATE"), name,
                QStringLiteral("NEW.op_seq <= OLD.op_seq OR ") + anyMoved(table.key),
                name + QStringLiteral(": a version names its operation"))
        + QStringLiteral("CREATE TRIGGER %1_keep AFTER UPDATE ON %1 BEGIN "
                         "INSERT INTO %1_history (%2, superseded_by) VALUES (%3, NEW.op_seq); "
                         "END;\n")
              .arg(name, joinedNames(columns), joinedNames(columns, QStringLiteral("OLD.")));
}

} // namespace

const Dialect &sqlcipherDialect()
{
    static const SqlcipherDialect dialect;
    return dialect;
}

} // namespace jubao
