// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "template/domain/types.h"

#include <QCoreApplication>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Template", text);
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    if (!reader.row(QStringLiteral("operation"), payload[u"about"].toInteger()))
        findings.append(
            error(QStringLiteral("MATTER_UNKNOWN"), QStringLiteral("about"),
                  words(QT_TRANSLATE_NOOP("Template", "There is no operation of this number.")),
                  QStringLiteral("OFF-07")));
    for (const char *field : {"attended", "resolution"}) {
        if (payload[QLatin1String(field)].toString().trimmed().isEmpty())
            findings.append(
                error(QStringLiteral("MINUTES_INCOMPLETE"), QString::fromLatin1(field),
                      words(QT_TRANSLATE_NOOP("Template",
                                              "Minutes name who attended and what was decided.")),
                      QStringLiteral("OFF-07")));
    }
    return findings;
}

} // namespace

OperationType decideType()
{
    OperationType type;
    type.id = QStringLiteral("template.decide");
    type.room = QStringLiteral("template");
    type.family = QStringLiteral("office.meetings");
    type.part = ControlPart::Organisation;
    type.legalBasis = QStringLiteral("第十条");
    type.title = words(QT_TRANSLATE_NOOP("Template", "Minutes of a collective decision"));
    type.fields = {{QStringLiteral("about"), FieldKind::Integer,
                    words(QT_TRANSLATE_NOOP("Template", "Number of the operation")), true},
                   {QStringLiteral("attended"), FieldKind::LongText,
                    words(QT_TRANSLATE_NOOP("Template", "Who attended")), true},
                   {QStringLiteral("resolution"), FieldKind::LongText,
                    words(QT_TRANSLATE_NOOP("Template", "What was decided")), true}};
    type.check = check;
    type.decides = [](const QJsonObject &payload) {
        return QList<qint64>{payload[u"about"].toInteger()};
    };
    type.apply = [](const QJsonObject &payload, Writer &writer) {
        writer.insert(QStringLiteral("template_line"),
                      {{QStringLiteral("kind"), QStringLiteral("decided")},
                       {QStringLiteral("noted"), payload[u"resolution"].toString()},
                       {QStringLiteral("happened_on"), writer.today()},
                       {QStringLiteral("operation"), payload[u"about"].toInteger()}});
    };
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.summary = [](const QJsonObject &payload, const Reader &) {
        return words(QT_TRANSLATE_NOOP("Template", "Decision on operation %1"))
            .arg(payload[u"about"].toInteger());
    };
    return type;
}

} // namespace jubao
