// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/theme.h"
#include <functional>

class QDialog;
class QWidget;

namespace jubao::test {

/** Leaves the widget as PNG in the folder that JUBAO_SHOTS names; does nothing without it. */
void shot(QWidget &widget, const char *name);

/** The office's language and face, as the program itself installs them. With JUBAO_SHOTS every
 * paper that is previewed from then on is left in that folder as PDF. */
void dress(Theme::Face face);

/** Makes it the active window: offscreen gives activation back to nobody by itself. */
void activate(QWidget &window);

/** Acts in the next dialog, as soon as it is there; one that stays open is closed, so nothing
 * hangs. Register it before the key that opens the dialog. */
void inNextDialog(const std::function<void(QDialog &)> &act);

} // namespace jubao::test
