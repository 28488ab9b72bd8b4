// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** accounts.statement: the 权益记录单 of one person (ACC-07); its id is the person's. No operation:
 * each print leaves a line in the access trail. */
DocumentSpec statementDocument();
/** accounts.yearly_statement: the same for one year, with that year's entries; given to everybody
 * of a village in one run, free, each print leaving its line (ACC-07). */
DocumentSpec yearlyStatementDocument();

} // namespace jubao
