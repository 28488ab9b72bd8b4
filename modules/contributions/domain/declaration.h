// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** A tier is declared for the present year until its close date, or for the next one (CON-01):
 * otherwise a finding at `year`. */
void checkDeclarationYear(qint64 year, const QString &division, const Reader &reader,
                          Findings &findings);

} // namespace jubao
