// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"

#include "operations/crypto.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace jubao::administration {

QString words(const char *text)
{
    return QCoreApplication::translate("Administration", text);
}

Field field(const char *name, FieldKind kind, const char *label, bool required, const char *hint)
{
    Field made;
    made.name = QString::fromLatin1(name);
    made.kind = kind;
    made.label = words(label);
    made.required = required;
    if (hint)
        made.hint = words(hint);
    return made;
}

QString startOf(const QDate &day)
{
    return QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, officeOffsetSeconds)
        .toUTC()
        .toString(Qt::ISODate);
}

QDate dateIn(const QJsonObject &payload, const QString &name)
{
    return QDate::fromString(payload[name].toString(), Qt::ISODate);
}

void checkDivision(const QJsonObject &payload, const Reader &reader, Findings &findings)
{
    const QString division = payload[u"division"].toString();
    if (!division.isEmpty()
        && !reader.row(QStringLiteral("division"), QStringLiteral("code"), division))
        findings.append(
            error(QStringLiteral("DIVISION_UNKNOWN"), QStringLiteral("division"),
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "This division code is not one of the county's.")),
                  QStringLiteral("CTL-02")));
}

void requireText(const QJsonObject &payload, const QString &name, const QString &text,
                 Findings &findings)
{
    if (payload[name].toString().trimmed().isEmpty())
        findings.append(error(QStringLiteral("FIELD_MISSING"), name, text));
}

QStringList linesIn(const QString &text)
{
    static const QRegularExpression ends(QStringLiteral("[\\n;；]"));
    return text.split(ends, Qt::SkipEmptyParts);
}

qint64 boundIn(const QJsonObject &payload, const QString &name)
{
    const qint64 fen = payload[name].toInteger();
    return fen == 0 ? -1 : fen;
}

QString periodText(const QDate &from, const QDate &to)
{
    return to.isValid()
        ? words(QT_TRANSLATE_NOOP("Administration", "from %1 to %2"))
              .arg(from.toString(Qt::ISODate), to.toString(Qt::ISODate))
        : words(QT_TRANSLATE_NOOP("Administration", "from %1")).arg(from.toString(Qt::ISODate));
}

Field keyActionField()
{
    return {
        QStringLiteral("action"),
        FieldKind::Choice,
        words(QT_TRANSLATE_NOOP("Administration", "Action")),
        true,
        {{QStringLiteral("open"), words(QT_TRANSLATE_NOOP("Administration", "Open a key"))},
         {QStringLiteral("close"), words(QT_TRANSLATE_NOOP("Administration", "Close the key"))}}};
}

bool opensKey(const QJsonObject &payload)
{
    return payload[u"action"].toString() == QLatin1String("open");
}

void checkNewKey(const QString &publicKey, const Reader &reader, Findings &findings)
{
    const QString rule = QStringLiteral("SEC-17");
    const QString field = QStringLiteral("public_key");
    try {
        const SignatureChecker checker(publicKey);
    } catch (const CryptoError &) {
        findings.append(
            error(QStringLiteral("KEY_MALFORMED"), field,
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "This is no public key. Copy it from the printed slip.")),
                  rule));
        return;
    }
    Query used =
        reader.query(QStringLiteral("SELECT 1 FROM operator_key WHERE public_key = ? "
                                    "UNION ALL SELECT 1 FROM registrar_key WHERE public_key = ?"));
    used.bindAll(publicKey, publicKey);
    if (used.next())
        findings.append(
            error(QStringLiteral("KEY_USED_BEFORE"), field,
                  words(QT_TRANSLATE_NOOP(
                      "Administration",
                      "This key was used before. A new one is made at each admission.")),
                  rule));
}

} // namespace jubao::administration
