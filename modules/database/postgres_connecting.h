// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/database.h"
#include <libpq-fe.h>

namespace jubao {

/**
 * A connection to the server, over the network encrypted and to the server whose certificate is
 * known. Private to the room. Throws DatabaseError, of kind ServerGone where it did not stand
 * within some seconds.
 *
 * How long the library has to reckon to prove a password (iterations of SCRAM) whoever set the
 * password says, and nothing stops it meanwhile: it does so in a thread that nobody waits for any
 * longer than that, nor at the end of the program.
 */
PGconn *connectToServer(const Database::Options &options);

} // namespace jubao
