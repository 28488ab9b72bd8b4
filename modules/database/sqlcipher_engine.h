// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/database.h"

struct sqlite3;

namespace jubao {

/** Opens with all protective settings (README: Holes). Throws DatabaseError. */
std::unique_ptr<Engine> openSqlcipher(const Database::Options &options);

/** The engine's own handle, for page copies. Throws std::logic_error where it is another engine. */
sqlite3 *sqlcipherHandle(Engine &engine);

/** Throws DatabaseError for the engine's present error state. */
[[noreturn]] void throwSqlcipherError(sqlite3 *handle, int code, const QString &what);

} // namespace jubao
