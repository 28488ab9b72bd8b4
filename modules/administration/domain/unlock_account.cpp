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
    const QString rule = QStringLiteral("SM-13");
    const std::optional<Row> account = accountIn(payload, QStringLiteral("operator"), reader);
    if (!account || account->value(QStringLiteral("state")).toString() != QLatin1String("open"))
        findings.append(error(
            QStringLiteral("OPERATOR_UNKNOWN"), QStringLiteral("operator"),
            words(QT_TRANSLATE_NOOP("Administration", "There is no such open account.")), rule));
    requireText(
        payload, QStringLiteral("reason"),
        words(QT_TRANSLATE_NOOP("Administration", "Write how you made sure who asks for it.")),
        findings);
    return findings;
}

} // namespace

OperationType unlockAccountType()
{
    OperationType type;
    type.id = QStringLiteral("system.unlock_account");
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("system.keys");
    type.part = ControlPart::Information;
    type.legalBasis = QStringLiteral("第四十二条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Unlocking of an account"));
    type.highRisk = true;
    type.fields = {
        field("operator", FieldKind::Operator, QT_TRANSLATE_NOOP("Administration", "Account"),
              true),
        field("reason", FieldKind::LongText, QT_TRANSLATE_NOOP("Administration", "Reason"), true)};
    type.check = check;
    // The lock stands beside the books, where it also holds while they are shut: the office lifts
    // it when this posts. In the books the operation itself is the record.
    type.apply = [](const QJsonObject &, Writer &) {};
    ofAccount(type, QStringLiteral("unlock"));
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> account = accountIn(payload, QStringLiteral("operator"), reader);
        return words(QT_TRANSLATE_NOOP("Administration", "Unlock the account of %1"))
            .arg(account ? account->value(QStringLiteral("display_name")).toString() : QString());
    };
    return type;
}

} // namespace jubao
