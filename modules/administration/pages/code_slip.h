// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/shell.h"

namespace jubao {

/** The slip with a one-time code: account, code, until when, who made it, and what its holder does
 * with it. */
DocumentData codeSlip(const Office &office, const QString &maker, const QString &account,
                      const QString &code);

/** Makes a code for an account without a key and shows the slip to be printed; it is given once and
 * kept nowhere. A refusal is told. */
void printCode(Shell &shell, const QString &account);

} // namespace jubao
