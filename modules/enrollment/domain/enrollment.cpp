// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/enrollment.h"

#include "enrollment/domain/types.h"

namespace jubao {

void addEnrollmentTypes(TypeRegistry &registry)
{
    registry.add(registerPersonType());
    registry.add(rosterType());
    registry.add(takeOverType());
    registry.add(changePersonType());
    registry.add(changeKeyDataType());
    registry.add(movePersonType());
    registry.add(takeInType());
    registry.add(changeDocument());
    registry.add(acceptanceSlipDocument());
    registry.add(missingPapersDocument());
}

} // namespace jubao
