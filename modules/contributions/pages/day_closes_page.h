// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/list_page.h"

namespace jubao {

/** The collectors' day closes, newest first: numbers, cash counted against due, state, and who
 * signed after the collector (CON-15). */
QWidget *dayClosesPage(Shell &shell);

} // namespace jubao
