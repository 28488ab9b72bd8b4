// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/domain/accounts.h"

#include "accounts/domain/balance.h"
#include "accounts/domain/statement.h"
#include "operations/decision.h"
#include "operations/type.h"
#include <QCoreApplication>

namespace jubao {

namespace {

void openAccount(const QJsonObject &payload, Writer &writer)
{
    const std::optional<Row> person = writer.row(
        QStringLiteral("person"), QStringLiteral("id_number"), payload[u"id_number"].toString());
    writer.insert(QStringLiteral("account"),
                  {{QStringLiteral("person"), person.value().value(QStringLiteral("id"))},
                   {QStringLiteral("opened_on"), writer.today()},
                   {QStringLiteral("state"), QStringLiteral("open")},
                   {QStringLiteral("opening_paid_months"), 0}});
}

void creditContribution(const QJsonObject &payload, Writer &writer)
{
    const qint64 account = accountOfPerson(writer, payload[u"person"].toInteger());
    if (account == 0)
        throw RefusedError({refusal(
            QStringLiteral("RULE_BROKEN"),
            QCoreApplication::translate("Accounts", "The person has no personal account."))});
    const qint64 year = payload[u"year"].toInteger();
    writer.insert(QStringLiteral("account_entry"),
                  {{QStringLiteral("account"), account},
                   {QStringLiteral("kind"), QStringLiteral("contribution")},
                   {QStringLiteral("sub_account"), QStringLiteral("personal")},
                   {QStringLiteral("amount"), payload[u"amount"].toInteger()},
                   {QStringLiteral("value_date"), writer.context().madeOn},
                   {QStringLiteral("booked_date"), writer.today()},
                   {QStringLiteral("for_year"), year},
                   {QStringLiteral("caused_by"), writer.context().operation}});
    // Owed, not credited: the subsidy is booked when the payers' money has arrived (ACC-03).
    const std::optional<Subsidy> subsidy =
        contributionSubsidy(writer.policy(), Money::fromFen(payload[u"amount"].toInteger()),
                            writer.context().division, writer.context().madeOn);
    if (!subsidy)
        return;
    writer.insert(QStringLiteral("subsidy_entitlement"),
                  {{QStringLiteral("account"), account},
                   {QStringLiteral("for_year"), year},
                   {QStringLiteral("payer"), QStringLiteral("undivided")},
                   {QStringLiteral("amount"), subsidy->amount.fen()},
                   {QStringLiteral("policy"), subsidy->policy}});
}

} // namespace

void addAccountsTypes(TypeRegistry &registry)
{
    registry.add(statementDocument());
    const QString room = QStringLiteral("accounts");
    registry.add(
        Hook{QStringLiteral("enrollment.register"), room, QStringLiteral("open"), openAccount});
    registry.add(Hook{QStringLiteral("contributions.collect"), room, QStringLiteral("credit"),
                      creditContribution});
}

} // namespace jubao
