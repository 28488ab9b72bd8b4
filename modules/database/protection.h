// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace jubao {

class Catalogue;
class Database;
struct Table;

/** History tables, op_seq indexes and append-only triggers of one table, as the engine's SQL. */
QString historySql(const Table &table);
QString triggerSql(const Table &table);

/** Drops and makes anew every generated part; called at the end of a migration. */
void generateProtection(Database &database, const Catalogue &catalogue);

} // namespace jubao
