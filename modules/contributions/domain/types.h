// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** contributions.collect: money taken at the counter; receipt and money are a fact (CON-02, CON-08). */
OperationType collectType();
/** contributions.issue_numbers: a block of receipt numbers to one collector (CON-09). */
OperationType issueNumbersType();

/** Who may use this number, and why not. Empty text = free for that collector. */
QString numberRefusal(const Reader &reader, const QString &kind, const QString &number, qint64 collector);
/** The next free number of a collector's blocks; empty when the stock is used up. */
QString nextNumber(const Reader &reader, const QString &kind, qint64 collector);

} // namespace jubao
