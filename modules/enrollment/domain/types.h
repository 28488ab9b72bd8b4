// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** enrollment.register: one person enters the insurance (参保登记, ENR-01). */
OperationType registerPersonType();
/** What the books keep of a person: fields of the registration, of the roster and of the take-over.
 */
QList<Field> personFields();
/** enrollment.roster: many registrations from one sheet in one operation (ENR-11). */
OperationType rosterType();
/** enrollment.take_over: persons, paid months and balances of the system before (期初导入). */
OperationType takeOverType();
/** The printed registration form (domain 3.4, no. 1). */
DocumentSpec registrationDocument();

} // namespace jubao
