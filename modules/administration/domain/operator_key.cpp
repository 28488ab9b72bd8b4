// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"
#include "administration/domain/establishment.h"
#include "administration/domain/types.h"

#include "operations/crypto.h"

namespace jubao {

using namespace administration;

namespace {

std::optional<Row> accountOf(const QJsonObject &payload, const Reader &reader)
{
    return reader.row(QStringLiteral("operator_account"), payload[u"operator"].toInteger());
}

qint64 openKeyOf(qint64 operatorId, const Reader &reader)
{
    Query key = reader.query(
        QStringLiteral("SELECT id FROM operator_key WHERE operator = ? AND state = 'open'"));
    key.bindAll(operatorId);
    return key.next() ? key.integer(0) : 0;
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const QString rule = QStringLiteral("SEC-17");
    if (!accountOf(payload, reader)) {
        findings.append(
            error(QStringLiteral("OPERATOR_UNKNOWN"), QStringLiteral("operator"),
                  words(QT_TRANSLATE_NOOP("Administration", "There is no such account.")), rule));
        return findings;
    }
    const qint64 open = openKeyOf(payload[u"operator"].toInteger(), reader);
    if (!opensKey(payload)) {
        if (open == 0)
            findings.append(error(
                QStringLiteral("NO_OPEN_KEY"), QStringLiteral("operator"),
                words(QT_TRANSLATE_NOOP("Administration", "The account has no open key.")), rule));
        return findings;
    }
    if (open != 0)
        findings.append(
            error(QStringLiteral("KEY_STILL_OPEN"), QStringLiteral("operator"),
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "The account has an open key. Close it first.")),
                  rule));
    checkNewKey(payload[u"public_key"].toString(), reader, findings);
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const qint64 operatorId = payload[u"operator"].toInteger();
    const QString column = QStringLiteral("state");
    if (!opensKey(payload)) {
        writer.update(QStringLiteral("operator_key"), openKeyOf(operatorId, writer),
                      {{column, QStringLiteral("closed")}});
        return;
    }
    writer.insert(QStringLiteral("operator_key"),
                  {{QStringLiteral("operator"), operatorId},
                   {QStringLiteral("public_key"), payload[u"public_key"].toString()},
                   {column, QStringLiteral("open")}});
}

} // namespace

OperationType operatorKeyType()
{
    OperationType type;
    type.id = QStringLiteral("system.operator_key");
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("system.keys");
    type.part = ControlPart::Information;
    type.legalBasis = QStringLiteral("第三十四条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Key of an operator"));
    type.highRisk = true;
    type.fields = {
        keyActionField(),
        {QStringLiteral("operator"), FieldKind::Operator,
         words(QT_TRANSLATE_NOOP("Administration", "Account")), true},
        {QStringLiteral("public_key"), FieldKind::LongText,
         words(QT_TRANSLATE_NOOP("Administration", "Public key")), false},
    };
    type.check = check;
    type.apply = apply;
    type.routeKey = [](const QJsonObject &payload, const Reader &reader) {
        return isAdministrator(payload[u"operator"].toInteger(), reader)
            ? QStringLiteral("system.operator_key#administrator")
            : QStringLiteral("system.operator_key");
    };
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{{QStringLiteral("operator:%1").arg(payload[u"operator"].toInteger()),
                            QStringLiteral("key")}};
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> account = accountOf(payload, reader);
        const QString name =
            account ? account->value(QStringLiteral("display_name")).toString() : QString();
        return opensKey(payload)
            ? words(QT_TRANSLATE_NOOP("Administration", "Open the key of %1, fingerprint %2"))
                  .arg(name, keyFingerprint(payload[u"public_key"].toString()))
            : words(QT_TRANSLATE_NOOP("Administration", "Close the key of %1")).arg(name);
    };
    return type;
}

} // namespace jubao
