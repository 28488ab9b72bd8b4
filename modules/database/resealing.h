// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/server_address.h"

namespace jubao {

class Key;

/**
 * Opens every sealed cell of a county server's books and seals it under another data key, in one
 * transaction: killed at any moment, all of them are under the present key or all under the next
 * one, and so says the schema's proof of its key. Nobody else has the books open meanwhile. Guards
 * are off within the transaction and stand again as they stood. Throws DatabaseError: Busy where
 * somebody writes, Damaged for a cell that does not open.
 */
void resealBooks(const ServerAddress &books, const Key &present, const Key &next);

} // namespace jubao
