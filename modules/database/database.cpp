// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/database.h"

#include "database/error.h"
#include "database/network_share.h"
#include "database/postgres_engine.h"
#include "database/sqlcipher_engine.h"
#include <QDir>
#include <QFileInfo>
#include <stdexcept>

namespace jubao {

Database::Database(std::unique_ptr<Engine> engine, QString path)
    : m_engine(std::move(engine))
    , m_path(std::move(path))
{
}

Database::~Database() = default;

namespace {

std::unique_ptr<Engine> openFile(const Database::Options &options)
{
    using Mode = Database::Mode;
    const QString &path = options.path;
    const QFileInfo file(path);
    if (options.mode == Mode::Create ? !file.absoluteDir().exists() : !file.exists())
        throw DatabaseError(DatabaseError::Kind::Missing, path);
    if (options.mode == Mode::Create && file.exists())
        throw DatabaseError(DatabaseError::Kind::Constraint, path + QStringLiteral(" exists"));
    if (isOnNetworkShare(file.absolutePath()))
        throw DatabaseError(DatabaseError::Kind::NetworkShare, path);
    return openSqlcipher(options);
}

} // namespace

std::unique_ptr<Database> Database::open(Options options)
{
    const int known = options.knownSchema;
    const Mode mode = options.mode;
    std::unique_ptr<Database> database(
        options.server ? new Database(openPostgres(options), options.server->text())
                       : new Database(openFile(options), options.path));
    if (known > 0 && mode != Mode::Create && database->schemaVersion() == 0)
        throw DatabaseError(DatabaseError::Kind::NotAnOffice,
                            QStringLiteral("no tables: ") + database->path());
    if (known > 0 && database->schemaVersion() > known && database->minCompatible() > known)
        throw DatabaseError(
            DatabaseError::Kind::NewerSchema,
            QStringLiteral("schema %1, known %2").arg(database->schemaVersion()).arg(known));
    return database;
}

std::unique_ptr<Database> Database::over(std::unique_ptr<Engine> engine, const QString &name)
{
    return std::unique_ptr<Database>(new Database(std::move(engine), name));
}

Query Database::prepare(const QString &sql)
{
    return Query(m_kept ? m_kept->prepare(sql, *m_engine) : m_engine->prepare(sql));
}

void Database::keepAnswers(KeptAnswers::Terms terms)
{
    m_kept = std::make_shared<KeptAnswers>(std::move(terms));
}

Query Database::scan(const QString &sql)
{
    return Query(m_engine->scan(sql));
}

void Database::execute(const QString &sql)
{
    prepare(sql).run();
}

std::unique_ptr<BulkInsert> Database::bulkInsert(const QString &table, const QStringList &columns)
{
    if (m_kept && m_kept->keeps(table))
        throw std::logic_error("many rows at once for a table whose answers are kept");
    return m_engine->bulkInsert(table, columns);
}

QStringList Database::columnsOf(const QString &table)
{
    Query columns = prepare(dialect().columnsQuery());
    columns.bindAll(table);
    QStringList names;
    while (columns.next())
        names.append(columns.text(0));
    return names;
}

std::unique_ptr<Database> Database::scratch()
{
    return std::unique_ptr<Database>(new Database(m_engine->scratch(), {}));
}

int Database::schemaVersion()
{
    if (columnsOf(QStringLiteral("schema_migration")).isEmpty())
        return 0;
    Query query = prepare(QStringLiteral("SELECT max(number) FROM schema_migration"));
    return query.next() ? int(query.integer(0)) : 0;
}

int Database::minCompatible()
{
    if (columnsOf(QStringLiteral("schema_state")).isEmpty())
        return schemaVersion();
    Query query = prepare(QStringLiteral("SELECT min_compatible FROM schema_state"));
    return query.next() ? int(query.integer(0)) : schemaVersion();
}

} // namespace jubao
