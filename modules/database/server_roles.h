// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/postgres_connection.h"
#include <chrono>
#include <functional>

namespace jubao {

/** What those share who make roles on the county server. Private to the room. */

std::shared_ptr<PostgresConnection> connectionTo(const ServerAddress &address);
/** The name itself, which can be put into statements where the server takes no parameters; throws
 * std::invalid_argument for one that cannot. */
QString serverName(const QString &name);
/** A role that can sign in and nothing else; one that is there gets the new password. */
void makeRole(PostgresConnection &connection, const QString &role, const QByteArray &password);
/** In a transaction: work that needs tables for itself alone, one after another. Whoever uses two
 * of them meanwhile the other way round would be the deadlock's victim, so this one gives way
 * before the server looks for one (deadlock_timeout, a second), and tries again. Throws
 * DatabaseError, of kind Busy when the patience is over. */
void givingWay(PostgresConnection &connection, std::chrono::milliseconds patience,
               const std::function<void()> &work);

} // namespace jubao
