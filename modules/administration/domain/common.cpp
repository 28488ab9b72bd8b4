// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"

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

} // namespace jubao::administration
