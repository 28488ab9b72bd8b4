// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QScrollArea;
class QWidget;

namespace jubao {

/** A frameless area that scrolls down alone. Keys lead the eye: wherever the focus goes, the field
 * and its message are in sight. */
QScrollArea *followingScroll(const char *name, QWidget *inside);

} // namespace jubao
