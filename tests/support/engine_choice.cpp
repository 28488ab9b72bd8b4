// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/engine_choice.h"

#include "database/database.h"
#include "database/query.h"
#include <QFile>
#include <QUuid>
#include <stdexcept>

namespace jubao::test {

std::optional<ServerAddress> chosenServer()
{
    if (qEnvironmentVariableIsEmpty("JUBAO_TEST_SERVER"))
        return std::nullopt;
    QFile place(qEnvironmentVariable("JUBAO_TEST_SERVER"));
    if (!place.open(QIODevice::ReadOnly))
        throw std::runtime_error("the test server was not started");
    ServerAddress server;
    server.host = QString::fromUtf8(place.readAll()).trimmed();
    server.database = QStringLiteral("jubao");
    server.role = QStringLiteral("jubao");
    server.schema = QStringLiteral("test_") + QUuid::createUuid().toString(QUuid::Id128);
    return server;
}

void leaveServer(const ServerAddress &place)
{
    ServerAddress keeper = place;
    keeper.schema = QStringLiteral("public");
    Database::Options options;
    options.server = keeper;
    const std::unique_ptr<Database> server = Database::open(std::move(options));
    for (const QString &schema : {place.schema, place.schema + QStringLiteral("_desk")})
        server->execute(QStringLiteral("DROP SCHEMA IF EXISTS %1 CASCADE").arg(schema));
    Query roles = server->prepare(
        QStringLiteral("SELECT rolname FROM pg_roles WHERE starts_with(rolname, ?)"));
    roles.bindAll(place.schema + u'_');
    while (roles.next())
        server->execute(QStringLiteral("DROP ROLE ") + roles.text(0));
}

} // namespace jubao::test
