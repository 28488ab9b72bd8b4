// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/main_window.h"

namespace jubao {

/** What the rooms of this program lend to the window: person search, account and receipts of a
 * person. */
DeskServices deskServices();

} // namespace jubao
