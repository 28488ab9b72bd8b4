// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/** How the programs without a window end; scripts rely on it. */
namespace jubao::exitStatus {

constexpr int done = 0;
constexpr int refusedByRule = 1;
constexpr int wrongUse = 2;
constexpr int couldNot = 3; ///< disk, key, file, server

} // namespace jubao::exitStatus
