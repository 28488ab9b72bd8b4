// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/database.h"

#include "database/error.h"
#include "database/network_share.h"
#include "database/sqlcipher_engine.h"
#include <QDir>
#include <QFileInfo>

namespace jubao {

Database::Database(std::unique_ptr<Engine> engine, QString path)
    : m_engine(std::move(engine))
    , m_path(std::move(path))
{
}

Database::~Database() = default;

std::unique_ptr<Database> Database::open(Options options)
{
    const QString path = options.path;
    const QFileInfo file(path);
    if (options.mode == Mode::Create ? !file.absoluteDir().exists() : !file.exists())
        throw DatabaseError(DatabaseError::Kind::Missing, path);
    if (options.mode == Mode::Create && file.exists())
        throw DatabaseError(DatabaseError::Kind::Constraint, path + QStringLiteral(" exists"));
    if (isOnNetworkShare(file.absolutePath()))
        throw DatabaseError(DatabaseError::Kind::NetworkShare, path);
    const int known = options.knownSchema;
    std::unique_ptr<Database> database(new Database(openSqlcipher(options), path));
    if (known > 0 && options.mode != Mode::Create && database->schemaVersion() == 0)
        throw DatabaseError(DatabaseError::Kind::NotAnOffice, QStringLiteral("no tables: ") + path);
    if (known > 0 && database->schemaVersion() > known && database->minCompatible() > known)
        throw DatabaseError(
            DatabaseError::Kind::NewerSchema,
            QStringLiteral("schema %1, known %2").arg(database->schemaVersion()).arg(known));
    return database;
}

Query Database::prepare(const QString &sql)
{
    return Query(m_engine->prepare(sql));
}

void Database::execute(const QString &sql)
{
    prepare(sql).run();
}

bool Database::hasTable(const QString &name)
{
    Query table = prepare(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = ?"));
    table.bindAll(name);
    return table.next();
}

int Database::schemaVersion()
{
    if (!hasTable(QStringLiteral("schema_migration")))
        return 0;
    Query query = prepare(QStringLiteral("SELECT max(number) FROM schema_migration"));
    return query.next() ? int(query.integer(0)) : 0;
}

int Database::minCompatible()
{
    if (!hasTable(QStringLiteral("schema_state")))
        return schemaVersion();
    Query query = prepare(QStringLiteral("SELECT min_compatible FROM schema_state"));
    return query.next() ? int(query.integer(0)) : schemaVersion();
}

} // namespace jubao
