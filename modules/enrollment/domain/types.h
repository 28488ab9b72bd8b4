// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** enrollment.register: one person enters the insurance (参保登记, ENR-01). */
OperationType registerPersonType();
/** enrollment.roster: many registrations from one sheet in one operation (ENR-11). */
OperationType rosterType();
/** enrollment.take_over: persons, paid months and balances of the system before (期初导入). */
OperationType takeOverType();
/** enrollment.change: nation, household, address, telephone … (变更登记, ENR-02). */
OperationType changePersonType();
/** enrollment.change_key: name, ID number, birth date, bank card; the longer route (ENR-02). */
OperationType changeKeyDataType();
/** enrollment.move: to another village or township of the county (domain 1.14). Made by the
 * township that the person leaves or by the county office: another one does not see the person
 * (CTL-02). */
OperationType movePersonType();
/** enrollment.take_in: who comes from another township of the county and stands at the counter of
 * this one with ID card and household register (domain 1.14, the new place). Found by whole ID
 * number and name; of the record the old village is told, and whether it is active (CTL-02). */
OperationType takeInType();
/** The printed registration form (domain 3.4, no. 1). */
DocumentSpec registrationDocument();
/** The printed change form of a change of either kind and of a move (domain 3.4, no. 2). */
DocumentSpec changeDocument();
/** The acceptance slip of any one person's matter, for him: state, section, handler, limit; nobody
 * else's data (CTL-26). */
DocumentSpec acceptanceSlipDocument();
/** The one notice of everything that is missing, and by when (OFF-11): from a form that cannot be
 * handed in yet, or of an operation that was given back. */
DocumentSpec missingPapersDocument();

} // namespace jubao
