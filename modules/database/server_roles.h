// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/postgres_connection.h"

namespace jubao {

/** What those share who make roles on the county server. Private to the room. */

std::shared_ptr<PostgresConnection> connectionTo(const ServerAddress &address);
/** The name itself, which can be put into statements where the server takes no parameters; throws
 * std::invalid_argument for one that cannot. */
QString serverName(const QString &name);
/** A role that can sign in and nothing else; one that is there gets the new password. */
void makeRole(PostgresConnection &connection, const QString &role, const QByteArray &password);

} // namespace jubao
