// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/server_books.h"

#include "database/server_roles.h"

namespace jubao {

namespace {

ServerPlace placeOf(PostgresConnection &connection, const QString &schema)
{
    const QByteArray name = serverName(schema).toUtf8();
    const PostgresResult found = connection.ask(
        "SELECT to_regnamespace($1) IS NOT NULL, EXISTS (SELECT FROM pg_class WHERE relnamespace = "
        "to_regnamespace($1) AND relname = 'schema_migration')",
        {{name}});
    const auto says = [&found](int column) { return *PQgetvalue(found.get(), 0, column) == 't'; };
    if (!says(0))
        return ServerPlace::Free;
    return says(1) ? ServerPlace::Books : ServerPlace::Unfinished;
}

} // namespace

ServerPlace lookAtServer(const ServerAddress &books)
{
    return placeOf(*connectionTo(books), books.schema);
}

void clearUnfinished(const ServerAddress &books)
{
    const std::shared_ptr<PostgresConnection> connection = connectionTo(books);
    if (placeOf(*connection, books.schema) == ServerPlace::Unfinished)
        connection->run("DROP SCHEMA " + serverName(books.schema).toUtf8() + " CASCADE");
}

void renameBooks(const ServerAddress &books, const QString &name)
{
    const std::shared_ptr<PostgresConnection> connection = connectionTo(books);
    const QByteArray before = serverName(books.schema).toUtf8();
    const QByteArray after = serverName(name).toUtf8();
    ServerTransaction transaction(*connection);
    connection->run("LOCK TABLE " + before + ".writers_place IN EXCLUSIVE MODE NOWAIT");
    for (const char *table : {"request", "answer"}) {
        const QByteArray waiting = before + "_desk." + table;
        const PostgresResult found =
            connection->ask("SELECT to_regclass($1) IS NOT NULL", {{waiting}});
        if (*PQgetvalue(found.get(), 0, 0) == 't')
            connection->run("DELETE FROM " + waiting);
    }
    connection->run("ALTER SCHEMA " + before + " RENAME TO " + after);
    const PostgresResult others = connection->ask(
        "SELECT DISTINCT grantee::regrole FROM pg_namespace, aclexplode(nspacl) WHERE nspname = $1 "
        "AND grantee <> nspowner AND grantee <> 0",
        {{after}});
    for (int row = 0; row < PQntuples(others.get()); ++row)
        connection->run("REVOKE ALL ON SCHEMA " + after + " FROM "
                        + PQgetvalue(others.get(), row, 0));
    connection->run("REVOKE ALL ON SCHEMA " + after + " FROM PUBLIC");
    transaction.commit();
}

} // namespace jubao
