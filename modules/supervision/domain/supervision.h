// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** Papers of the inspection (稽核); it has no operation types of its own. */
void addSupervisionTypes(TypeRegistry &registry);

} // namespace jubao
