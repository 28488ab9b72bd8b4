// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/rooms.h"

#include "accounts/domain/accounts.h"
#include "administration/domain/administration.h"
#include "contributions/domain/contributions.h"
#include "enrollment/domain/enrollment.h"
#include "finance/domain/finance.h"
#include "supervision/domain/supervision.h"
#include <QCoreApplication>

namespace jubao {

std::shared_ptr<const TypeRegistry> allRooms()
{
    auto registry = std::make_shared<TypeRegistry>();
    addEnrollmentTypes(*registry);
    addContributionsTypes(*registry);
    addAccountsTypes(*registry);
    addFinanceTypes(*registry);
    addAdministrationTypes(*registry);
    addSupervisionTypes(*registry);
    return registry;
}

void speakOfficeLanguage(QTranslator &translator)
{
    if (qEnvironmentVariable("JUBAO_LANGUAGE", QStringLiteral("zh_CN")) == QLatin1String("zh_CN")
        && translator.load(QStringLiteral(":/jubao/i18n/jubao_zh_CN.qm")))
        QCoreApplication::installTranslator(&translator);
}

} // namespace jubao
