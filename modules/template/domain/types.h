// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** template.lend: the type to copy. A thing of the office is lent to one of its people. */
OperationType lendType();
/** template.discard: a lent thing is destroyed under watch; what follows a posted operation and is
 * judged over its whole matter (CTL-08, SOD-19). */
OperationType discardType();
/** template.duty_line: a line of the duty book, attested by a second person (CTL-31). */
OperationType dutyLineType();
/** template.decide: the minutes of a collective decision that names an operation (CTL-27). */
OperationType decideType();

} // namespace jubao
