// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/administration.h"

#include "administration/domain/key_papers.h"
#include "administration/domain/ties.h"
#include "administration/domain/types.h"

namespace jubao {

void addAdministrationTypes(TypeRegistry &registry)
{
    registry.add(operatorKeyType());
    registry.add(registrarKeyType());
    registry.add(openAccountType());
    registry.add(closeAccountType());
    for (const int version : {1, 2}) {
        registry.add(keyStickType(version));
        registry.add(assignPostType(version));
        registry.add(delegateType(version));
    }
    registry.add(declareAvoidanceType());
    registry.add(unlockAccountType());
    registry.add(rotateDataKeyType());
    registry.add(backupPlanType());
    registry.add(restoreDrillType());
    registry.add(changePowersType());
    registry.add(changeIncompatibleType());
    registry.add(policyRowType());
    registry.add(calendarType());
    registry.add(changeRouteType(registry));
    addAdministrationTies(registry);
    registry.add(foundingCertificateDocument());
    registry.add(keySlipDocument());
}

} // namespace jubao
