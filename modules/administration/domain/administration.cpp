// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/administration.h"

#include "administration/domain/types.h"

namespace jubao {

void addAdministrationTypes(TypeRegistry &registry)
{
    registry.add(operatorKeyType());
}

} // namespace jubao
