// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/catalogue.h"
#include "database/dialect.h"

namespace jubao {

namespace {

/**
 * ALWAYS, so that a session that plays a replica does not go past it. Row triggers do not fire for
 * TRUNCATE, so each guard against deletion has a second one for that.
 */
QString guard(const QString &trigger, const QString &when, const QString &table,
              const QString &forEach, const QString &words)
{
    return QStringLiteral("CREATE TRIGGER %1 BEFORE %2 ON %3 FOR EACH %4 EXECUTE FUNCTION "
                          "jubao_refuse('%5');\nALTER TABLE %3 ENABLE ALWAYS TRIGGER %1;\n")
        .arg(trigger, when, table, forEach, words);
}

QString noDeleting(const QString &table, const QString &words)
{
    return guard(table + QStringLiteral("_no_delete"), QStringLiteral("DELETE"), table,
                 QStringLiteral("ROW"), words)
        + guard(table + QStringLiteral("_no_truncate"), QStringLiteral("TRUNCATE"), table,
                QStringLiteral("STATEMENT"), words);
}

class PostgresDialect : public Dialect {
public:
    /** Bytes decide the order of texts, as in the other engine, whatever the cluster's locale. Byte
     * columns are sealed wherever they stand, so that every cell of bytes that comes back is one to
     * open (the domains: postgres_sealing.cpp). */
    QString typeWord(ColumnKind kind) const override
    {
        switch (kind) {
        case ColumnKind::Text:
        case ColumnKind::Date:
            return QStringLiteral("TEXT COLLATE \"C\"");
        case ColumnKind::Bytes:
            return QStringLiteral("sealed_once");
        case ColumnKind::Id:
        case ColumnKind::Integer:
        case ColumnKind::Fen:
            break;
        }
        return QStringLiteral("BIGINT");
    }
    QString columnType(const Column &column) const override
    {
        switch (column.sealing) {
        case Sealing::Same:
            return QStringLiteral("sealed");
        case Sealing::Once:
            return QStringLiteral("sealed_once");
        case Sealing::Clear:
            break;
        }
        return typeWord(column.kind);
    }
    QString sealingSql(const Table &table) const override;
    QString tableOptions() const override { return {}; }
    QString insertRow() const override { return QStringLiteral("INSERT"); }
    QString columnsQuery() const override
    {
        return QStringLiteral(
            "SELECT attname, CASE WHEN attnotnull THEN 0 ELSE 1 END FROM pg_attribute WHERE "
            "attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
    }
    QString schemaQuery() const override;
    QString dropGuardsQuery() const override
    {
        return QStringLiteral(
            "SELECT 'DROP TRIGGER ' || t.tgname || ' ON ' || c.relname FROM pg_trigger t JOIN "
            "pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = "
            "to_regnamespace(current_schema()) AND NOT t.tgisinternal");
    }
    QString groundSql() const override
    {
        return QStringLiteral(
            "CREATE OR REPLACE FUNCTION jubao_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            "$$BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation'; "
            "END$$;\nREVOKE ALL ON FUNCTION jubao_refuse() FROM PUBLIC;\n");
    }
    QString appendOnlySql(const QString &table, const QStringList &) const override
    {
        const QString words = table + QStringLiteral(" is append-only");
        return guard(table + QStringLiteral("_no_update"), QStringLiteral("UPDATE"), table,
                     QStringLiteral("ROW"), words)
            + noDeleting(table, words);
    }
    QString recordSql(const Table &table) const override;
};

/** Columns with type and null-ness, keys, indexes, triggers with their state, functions: each as
 * the server writes its definition, without the name of the schema it lies in. */
QString PostgresDialect::schemaQuery() const
{
    return QStringLiteral(
        "SELECT kind || ' ' || name, replace(definition, current_schema() || '.', '') FROM ("
        "SELECT 'column' AS kind, c.relname || '.' || a.attname AS name, format_type(a.atttypid, "
        "a.atttypmod) || ' ' || a.attnotnull || ' ' || a.attcollation::text AS definition FROM "
        "pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = "
        "to_regnamespace(current_schema()) AND c.relkind = 'r' AND a.attnum > 0 AND NOT "
        "a.attisdropped "
        "UNION ALL SELECT 'index', c.relname, pg_get_indexdef(c.oid) FROM pg_class c WHERE "
        "c.relnamespace = to_regnamespace(current_schema()) AND c.relkind = 'i' "
        "UNION ALL SELECT 'trigger', c.relname || '.' || t.tgname, pg_get_triggerdef(t.oid) || ' ' "
        "|| t.tgenabled::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE "
        "c.relnamespace = to_regnamespace(current_schema()) AND NOT t.tgisinternal "
        "UNION ALL SELECT 'function', p.oid::regprocedure::text, pg_get_functiondef(p.oid) FROM pg_proc p WHERE "
        "p.pronamespace = to_regnamespace(current_schema()) "
        "UNION ALL SELECT 'domain', t.typname, format_type(t.typbasetype, t.typtypmod) || ' ' || "
        "(SELECT string_agg(pg_get_constraintdef(k.oid), ' ' ORDER BY k.conname) FROM pg_constraint "
        "k WHERE k.contypid = t.oid) FROM pg_type t WHERE t.typnamespace = "
        "to_regnamespace(current_schema()) AND t.typtype = 'd' "
        "UNION ALL SELECT 'operator', o.oprname || ' ' || format_type(o.oprleft, NULL) || ' ' || "
        "format_type(o.oprright, NULL), o.oprcode::text FROM pg_operator o WHERE o.oprnamespace = "
        "to_regnamespace(current_schema()) "
        "UNION ALL SELECT 'rule', r.rulename, pg_get_ruledef(r.oid) FROM pg_rewrite r JOIN "
        "pg_class c ON c.oid = r.ev_class WHERE c.relnamespace = "
        "to_regnamespace(current_schema())) AS things");
}

/** The migrations are the same for both engines and make texts; what they left empty stays so. */
QString PostgresDialect::sealingSql(const Table &table) const
{
    QStringList texts;
    for (const Column &column : table.columns) {
        if (column.sealing != Sealing::Clear && column.kind == ColumnKind::Text)
            texts.append(QStringLiteral("('%1', '%2')").arg(column.name, columnType(column)));
    }
    if (texts.isEmpty())
        return {};
    return QStringLiteral(
               "DO $$DECLARE c record; BEGIN FOR c IN SELECT a.attname AS name, s.domain, "
               "pg_get_expr(d.adbin, d.adrelid) AS preset FROM (VALUES %2) AS s (name, domain) JOIN "
               "pg_attribute a ON a.attrelid = '%1'::regclass AND a.attname = s.name AND a.atttypid "
               "= 'text'::regtype LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = "
               "a.attnum LOOP\n"
               "IF c.preset = '''''::text' THEN EXECUTE format('ALTER TABLE %1 ALTER COLUMN %I DROP "
               "DEFAULT', c.name); END IF;\n"
               "EXECUTE format('ALTER TABLE %1 ALTER COLUMN %I TYPE %I USING jubao_empty_cell(%I)', "
               "c.name, c.domain, c.name);\n"
               "IF c.preset = '''''::text' THEN EXECUTE format('ALTER TABLE %1 ALTER COLUMN %I SET "
               "DEFAULT ''''::bytea', c.name); END IF;\n"
               "END LOOP; END$$;\n")
        .arg(table.name, texts.join(QStringLiteral(", ")));
}

QString PostgresDialect::recordSql(const Table &table) const
{
    const QString &name = table.name;
    const QStringList columns = table.columnNames();
    return noDeleting(name, name + QStringLiteral(": rows are closed, not deleted"))
        + guard(
               name + QStringLiteral("_version"), QStringLiteral("UPDATE"), name,
               QStringLiteral("ROW WHEN (NEW.op_seq <= OLD.op_seq OR %1)").arg(anyMoved(table.key)),
               name + QStringLiteral(": a version names its operation"))
        + QStringLiteral("CREATE OR REPLACE FUNCTION %1_keep() RETURNS trigger LANGUAGE plpgsql AS "
                         "$$BEGIN INSERT INTO %1_history (%2, superseded_by) VALUES (%3, "
                         "NEW.op_seq); RETURN NULL; END$$;\n"
                         "REVOKE ALL ON FUNCTION %1_keep() FROM PUBLIC;\n"
                         "CREATE TRIGGER %1_keep AFTER UPDATE ON %1 FOR EACH ROW EXECUTE FUNCTION "
                         "%1_keep();\nALTER TABLE %1 ENABLE ALWAYS TRIGGER %1_keep;\n")
              .arg(name, joinedNames(columns), joinedNames(columns, QStringLiteral("OLD.")));
}

} // namespace

const Dialect &postgresDialect()
{
    static const PostgresDialect dialect;
    return dialect;
}

} // namespace jubao
