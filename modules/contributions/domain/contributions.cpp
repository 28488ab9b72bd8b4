// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/contributions.h"

#include "contributions/domain/types.h"

namespace jubao {

void addContributionsTypes(TypeRegistry &registry)
{
    registry.add(collectType());
    registry.add(dayCloseType());
    registry.add(issueNumbersType());
    registry.add(voidNumberType());
}

} // namespace jubao
