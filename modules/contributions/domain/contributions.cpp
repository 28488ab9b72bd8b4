// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/contributions.h"

#include "contributions/domain/ties.h"
#include "contributions/domain/types.h"

namespace jubao {

void addContributionsTypes(TypeRegistry &registry)
{
    addContributionsTies(registry);
    registry.add(collectType());
    registry.add(creditSuspenseType());
    registry.add(dayCloseType());
    registry.add(declareType());
    registry.add(declareChangeType());
    registry.add(declareRosterType());
    registry.add(declareAtRegistrationHook());
    registry.add(issueNumbersType());
    registry.add(lostNumbersType());
    registry.add(refundType());
    registry.add(voidNumberType());
    registry.add(voidReceiptType());
}

} // namespace jubao
