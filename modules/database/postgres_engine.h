// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/database.h"

namespace jubao {

/**
 * Connects to a county server: over the network only encrypted and only to the server whose
 * certificate is known, on the server itself through its socket. Throws DatabaseError.
 */
std::unique_ptr<Engine> openPostgres(const Database::Options &options);

} // namespace jubao
