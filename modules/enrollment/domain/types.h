// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** enrollment.register: one person enters the insurance (参保登记, ENR-01). */
OperationType registerPersonType();
/** The printed registration form (domain 3.4, no. 1). */
DocumentSpec registrationDocument();

} // namespace jubao
