// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"
#include "administration/domain/establishment.h"
#include "administration/domain/types.h"

namespace jubao {

using namespace administration;

namespace {

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const QString rule = QStringLiteral("SEC-19");
    const QString place = QStringLiteral("operator");
    const std::optional<Row> account = accountIn(payload, place, reader);
    if (!account || account->value(QStringLiteral("state")).toString() != QLatin1String("open")) {
        findings.append(error(
            QStringLiteral("OPERATOR_UNKNOWN"), place,
            words(QT_TRANSLATE_NOOP("Administration", "There is no such open account.")), rule));
        return findings;
    }
    const qint64 operatorId = payload[place].toInteger();
    const Establishment establishment = Establishment::read(reader);
    for (const Holding &held : establishment.holdings) {
        if (held.operatorId != operatorId || (held.to.isValid() && held.to < reader.today()))
            continue;
        findings.append(
            error(QStringLiteral("POST_STILL_HELD"), place,
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "The account holds the post %1. End it first."))
                      .arg(postTitle(held.post)),
                  rule));
    }
    Query open = reader.query(QStringLiteral(
        "SELECT count(*) FROM operation WHERE maker = ? AND state NOT IN ('posted', 'closed')"));
    open.bindAll(operatorId);
    if (open.next() && open.integer(0) > 0)
        findings.append(warning(
            QStringLiteral("OPERATIONS_OPEN"), place,
            words(QT_TRANSLATE_NOOP(
                      "Administration",
                      "%1 operations of this account are open. Nobody can hand them in again."))
                .arg(open.integer(0)),
            QStringLiteral("ORG-09")));
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const qint64 operatorId = payload[u"operator"].toInteger();
    const Row closed{{QStringLiteral("state"), QStringLiteral("closed")}};
    writer.update(QStringLiteral("operator_account"), operatorId, closed);
    Query key = writer.query(
        QStringLiteral("SELECT id FROM operator_key WHERE operator = ? AND state = 'open'"));
    key.bindAll(operatorId);
    if (key.next())
        writer.update(QStringLiteral("operator_key"), key.integer(0), closed);
}

} // namespace

OperationType closeAccountType()
{
    OperationType type;
    type.id = QStringLiteral("administration.close_account");
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("system.keys");
    type.part = ControlPart::Information;
    type.legalBasis = QStringLiteral("第四十二条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Closing of an operator account"));
    type.highRisk = true;
    type.fields = {field("operator", FieldKind::Operator,
                         QT_TRANSLATE_NOOP("Administration", "Account"), true)};
    type.check = check;
    type.apply = apply;
    ofAccount(type, QStringLiteral("key"));
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> account = accountIn(payload, QStringLiteral("operator"), reader);
        return words(QT_TRANSLATE_NOOP("Administration", "Close the account of %1"))
            .arg(account ? account->value(QStringLiteral("display_name")).toString() : QString());
    };
    return type;
}

} // namespace jubao
