// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/asked.h"

#include "core/canonical_json.h"
#include <QUuid>

namespace jubao {

RegistrarPort::~RegistrarPort() = default;

QString newActionId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

namespace {

/** Names in an entry's detail for which the operator answers, by the kind of the entry: all of one
 * that is no action on an operation. */
QStringList statedKeys(const QString &kind, const QJsonObject &detail)
{
    if (!actionFromCode(kind)) {
        QStringList all = detail.keys();
        all.removeIf([](const QString &key) {
            // The journal itself adds the last one.
            return key == QLatin1String("asked") || key == QLatin1String("registrar")
                || key == QLatin1String("trail");
        });
        return all;
    }
    QStringList keys{QStringLiteral("reason"), QStringLiteral("together"),
                     QStringLiteral("on_the_spot"), QStringLiteral("evidence_checked"),
                     QStringLiteral("view")};
    if (kind == actionCode(ActionKind::Make))
        keys +=
            {QStringLiteral("type"), QStringLiteral("evidence"), QStringLiteral("instructed_by"),
             QStringLiteral("instructed_on"), QStringLiteral("objection")};
    else // At `make` the list of papers is the registrar's, from the notices before it.
        keys += {QStringLiteral("papers"), QStringLiteral("late_reason")};
    return keys;
}

} // namespace

QByteArray askedMessage(const JournalEntry &entry, const QString &officeIdentity)
{
    const bool makes = entry.kind == actionCode(ActionKind::Make);
    const bool isNew = makes && entry.revision == 1;
    QJsonObject stated;
    const QStringList keys = statedKeys(entry.kind, entry.detail);
    for (const QString &key : keys) {
        const auto value = entry.detail.constFind(key);
        if (value != entry.detail.constEnd())
            stated.insert(key, *value);
    }
    const QJsonValue asked = entry.detail[u"asked"];
    QJsonObject message{
        {QStringLiteral("action"), entry.action},
        {QStringLiteral("at"), asked[u"at"].toString()},
        {QStringLiteral("kind"), entry.kind},
        {QStringLiteral("office"), officeIdentity},
        {QStringLiteral("operation"), isNew ? qint64(0) : entry.operation},
        {QStringLiteral("operator"), entry.operatorId},
        {QStringLiteral("post"), asked[u"post"].toString()},
        {QStringLiteral("revision"), entry.revision},
        {QStringLiteral("stated"), stated},
        {QStringLiteral("workstation"), entry.workstation},
    };
    // A decision signs the payload with the view that was shown.
    if (makes)
        message.insert(QStringLiteral("payload_digest"), entry.payloadDigest);
    return canonicalJson(message);
}

QJsonObject askedDetail(const Asked &asked)
{
    return {{QStringLiteral("at"), asked.at},
            {QStringLiteral("post"), asked.post},
            {QStringLiteral("signature"), QString::fromLatin1(asked.signature.toHex())}};
}

QByteArray askedSignature(const JournalEntry &entry)
{
    return QByteArray::fromHex(entry.detail[u"asked"][u"signature"].toString().toLatin1());
}

qint64 registrarKeyOf(const JournalEntry &entry)
{
    return entry.detail[u"registrar"].toInteger();
}

bool isServiceEntry(const JournalEntry &entry)
{
    return entry.operation == 0
        && (entry.kind == QLatin1String("backup_scheduled")
            || entry.kind == QLatin1String("backup_copied"));
}

} // namespace jubao
