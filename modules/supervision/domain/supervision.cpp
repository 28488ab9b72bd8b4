// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "supervision/domain/supervision.h"

#include "supervision/domain/exceptions.h"

namespace jubao {

void addSupervisionTypes(TypeRegistry &registry)
{
    registry.add(exceptionsDocument(registry));
}

} // namespace jubao
