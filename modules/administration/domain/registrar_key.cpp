// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"
#include "administration/domain/types.h"
#include "operations/crypto.h"

namespace jubao {

using namespace administration;

namespace {

const QString table = QStringLiteral("registrar_key");

qint64 openKey(const Reader &reader)
{
    Query key = reader.query(QStringLiteral("SELECT id FROM registrar_key WHERE state = 'open'"));
    return key.next() ? key.integer(0) : 0;
}

Findings checkOpening(const QJsonObject &payload, const Reader &reader)
{
    Findings findings;
    const QString rule = QStringLiteral("SEC-17");
    requireText(
        payload, QStringLiteral("name"),
        words(QT_TRANSLATE_NOOP("Administration", "Say which computer the service runs on.")),
        findings);
    if (openKey(reader) != 0)
        findings.append(
            error(QStringLiteral("KEY_STILL_OPEN"), QStringLiteral("action"),
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "The registrar has an open key. Close it first.")),
                  rule));
    checkNewKey(payload[u"public_key"].toString(), reader, findings);
    return findings;
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    if (opensKey(payload))
        return checkOpening(payload, reader);
    if (openKey(reader) != 0)
        return {};
    return {error(QStringLiteral("NO_OPEN_KEY"), QStringLiteral("action"),
                  words(QT_TRANSLATE_NOOP("Administration", "The registrar has no open key.")),
                  QStringLiteral("SEC-17"))};
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const QString state = QStringLiteral("state");
    if (!opensKey(payload)) {
        writer.update(table, openKey(writer), {{state, QStringLiteral("closed")}});
        return;
    }
    writer.insert(table,
                  {{QStringLiteral("name"), payload[u"name"].toString().trimmed()},
                   {QStringLiteral("public_key"), payload[u"public_key"].toString()},
                   {state, QStringLiteral("open")}});
}

} // namespace

OperationType registrarKeyType()
{
    OperationType type;
    type.id = QStringLiteral("system.registrar_key");
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("system.keys");
    type.part = ControlPart::Information;
    type.legalBasis = QStringLiteral("第三十四条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Key of the registrar"));
    type.highRisk = true;
    type.fields = {
        keyActionField(),
        field("name", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Computer"), false),
        field("public_key", FieldKind::LongText, QT_TRANSLATE_NOOP("Administration", "Public key"),
              false),
    };
    type.check = check;
    type.apply = apply;
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.locks = [](const QJsonObject &, const Reader &) {
        return QList<Lock>{{QStringLiteral("registrar"), QStringLiteral("key")}};
    };
    type.summary = [](const QJsonObject &payload, const Reader &) {
        return opensKey(payload)
            ? words(QT_TRANSLATE_NOOP("Administration",
                                      "Open the registrar's key on %1, fingerprint %2"))
                  .arg(payload[u"name"].toString().trimmed(),
                       keyFingerprint(payload[u"public_key"].toString()))
            : words(QT_TRANSLATE_NOOP("Administration", "Close the registrar's key"));
    };
    return type;
}

} // namespace jubao
