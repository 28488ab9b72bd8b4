// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** system.operator_key: opens a new operator's key, or closes one (SEC-17, SEC-19). */
OperationType operatorKeyType();

} // namespace jubao
