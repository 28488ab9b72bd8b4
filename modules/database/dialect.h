// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace jubao {

enum class ColumnKind;
struct Column;
struct Table;

/**
 * The words in which one engine's SQL differs from the other's, in one file per engine. All other
 * SQL is written once, in the subset that both run.
 */
class Dialect {
public:
    virtual ~Dialect() = default;

    /** The column type in a CREATE TABLE. */
    virtual QString typeWord(ColumnKind kind) const = 0;
    /** The same for a column of the catalogue, sealed ones in the engine's way of sealing. */
    virtual QString columnType(const Column &column) const = 0;
    /** What stands behind the last bracket of a CREATE TABLE: "{strict}" of the migrations. */
    virtual QString tableOptions() const = 0;
    /** "INSERT" for one row, of which the engine need not be able to undo a part. */
    virtual QString insertRow() const = 0;
    /** One parameter, a table's name; a row per column in order, its name and whether it may be
     * null (0 or 1). No row: no such table. */
    virtual QString columnsQuery() const = 0;
    /** Everything that the schema is made of, a row per thing: its kind and name, its definition.
     */
    virtual QString schemaQuery() const = 0;
    /** A row per guard: the statement that drops it. */
    virtual QString dropGuardsQuery() const = 0;
    /** Gives the columns that are to be sealed their type, once the migrations have run; may be run
     * again. Fails where such a column holds anything in clear. */
    virtual QString sealingSql(const Table &table) const = 0;
    /** What the guards need and stands once in a schema; may be run again. */
    virtual QString groundSql() const = 0;
    /** Refuses change, deletion and replacement of the rows of a table. */
    virtual QString appendOnlySql(const QString &table, const QStringList &key) const = 0;
    /** A record's rows are never deleted, each new version names its operation, the former one goes
     * to the history. */
    virtual QString recordSql(const Table &table) const = 0;

    /** A migration's text with its type words in the engine's. */
    QString expand(QString sql) const;
};

/** "a, b" or, with a prefix, "OLD.a, OLD.b". */
QString joinedNames(const QStringList &names, const QString &prefix = {});
/** "NEW.a <> OLD.a OR NEW.b <> OLD.b" */
QString anyMoved(const QStringList &key);

const Dialect &sqlcipherDialect();
const Dialect &postgresDialect();

} // namespace jubao
