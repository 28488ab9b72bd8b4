// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/server_address.h"
#include <optional>

namespace jubao::test {

/**
 * On which engine this test program runs: none stands for files; else a schema of the test server
 * that nobody else uses, where JUBAO_TEST_SERVER names the file that tests/support/server.sh wrote.
 */
std::optional<ServerAddress> chosenServer();

/** Takes the schema away with what belongs to it: a server with a thousand of them is slow. All
 * connections to it are closed before. */
void leaveServer(const ServerAddress &place);

} // namespace jubao::test
