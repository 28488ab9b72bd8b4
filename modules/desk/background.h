// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

namespace jubao {

/**
 * Runs `work` in a thread of its own while the windows stay alive (painted, but deaf to keys), and
 * throws here what it throws. The office belongs to that thread until it ends: whatever runs by a
 * timer asks `officeIsBusy` first.
 */
void runBeside(const std::function<void()> &work);
bool officeIsBusy();

} // namespace jubao
