// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/engine_choice.h"

#include "database/bare_server.h"
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
    bare::removeBooks(place);
}

} // namespace jubao::test
