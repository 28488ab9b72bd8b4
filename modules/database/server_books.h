// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/server_address.h"

namespace jubao {

/** What stands in the schema of an address: nothing; a schema without a table, which a move left
 * that was interrupted; books. Throws DatabaseError. */
enum class ServerPlace { Free, Unfinished, Books };
ServerPlace lookAtServer(const ServerAddress &books);

/** Takes away what an interrupted move left; books stay. Throws DatabaseError. */
void clearUnfinished(const ServerAddress &books);

/** The schema gets another name, in one step, under which its owner alone has a right to it; what
 * people have asked for in it is dropped. Throws DatabaseError, of kind Busy where somebody writes.
 */
void renameBooks(const ServerAddress &books, const QString &name);

} // namespace jubao
