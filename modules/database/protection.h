// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace jubao {

class Catalogue;
class Database;

/** Drops and makes anew every generated part (history tables, op_seq indexes,
 * types of sealed columns, guards); called at
 * the end of a migration. */
void generateProtection(Database &database, const Catalogue &catalogue);

/** Without guards, for whoever fills empty books row by row (moving); never left so. */
void dropProtection(Database &database);

} // namespace jubao
