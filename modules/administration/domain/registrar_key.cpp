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

bool opens(const QJsonObject &payload)
{
    return payload[u"action"].toString() == QLatin1String("open");
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
    const QString key = payload[u"public_key"].toString();
    try {
        const SignatureChecker checker(key);
    } catch (const CryptoError &) {
        findings.append(
            error(QStringLiteral("KEY_MALFORMED"), QStringLiteral("public_key"),
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "This is no public key. Copy it from the printed slip.")),
                  rule));
        return findings;
    }
    Query used =
        reader.query(QStringLiteral("SELECT 1 FROM registrar_key WHERE public_key = ? "
                                    "UNION ALL SELECT 1 FROM operator_key WHERE public_key = ?"));
    used.bindAll(key, key);
    if (used.next())
        findings.append(
            error(QStringLiteral("KEY_USED_BEFORE"), QStringLiteral("public_key"),
                  words(QT_TRANSLATE_NOOP(
                      "Administration",
                      "This key was used before. A new one is made at each admission.")),
                  rule));
    return findings;
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    if (opens(payload))
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
    if (!opens(payload)) {
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
        {QStringLiteral("action"),
         FieldKind::Choice,
         words(QT_TRANSLATE_NOOP("Administration", "Action")),
         true,
         {{QStringLiteral("open"), words(QT_TRANSLATE_NOOP("Administration", "Open a key"))},
          {QStringLiteral("close"), words(QT_TRANSLATE_NOOP("Administration", "Close the key"))}}},
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
        return opens(payload)
            ? words(QT_TRANSLATE_NOOP("Administration",
                                      "Open the registrar's key on %1, fingerprint %2"))
                  .arg(payload[u"name"].toString().trimmed(),
                       keyFingerprint(payload[u"public_key"].toString()))
            : words(QT_TRANSLATE_NOOP("Administration", "Close the registrar's key"));
    };
    return type;
}

} // namespace jubao
