// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/backup.h"
#include <QByteArray>

namespace jubao {

class Catalogue;
class Database;
class Migrations;

/**
 * Copies every row of the books into empty ones, of whichever engine: an office moves to a county
 * server, back into a file, and is backed up from a server, in the same way. The schema of `target`
 * is made by the same migrations; its guards stand when this returns. Both are read and compared
 * afterwards. All or nothing. Throws DatabaseError: Constraint where `target` has rows already,
 * Damaged where the copy differs, Interrupted where `progress` says no.
 */
void moveBooks(Database &source, Database &target, const Migrations &migrations,
               const Catalogue &catalogue, const CopyProgress &progress = {});

/** SHA-256 over every row of every table, opened, in an order that engines share: equal for equal
 * books, whichever engine keeps them. */
QByteArray digestOfBooks(Database &database, const Catalogue &catalogue);

} // namespace jubao
