// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/postgres_connection.h"

namespace jubao {

/** The tables and procedures between people's programs and the service (`RequestDesk`). Private to
 * the room. */

/** Their schema, beside that of the books. */
QString deskOf(const QString &schema);
/** By which the service's own line is known from those of other programs of its role. */
QByteArray deskLineName(const QString &schema);

/**
 * Makes them where they are missing. Those of another version of the program give way, and whoever
 * stands in their way is cut off: what was asked and not answered is asked again by its desk, as
 * after a crash of the server. Throws DatabaseError, of kind Busy where that took too long.
 */
void makeDeskSchema(PostgresConnection &connection, const QString &schema, const QString &greeter);

} // namespace jubao
