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

} // namespace jubao
