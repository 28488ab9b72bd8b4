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
    if (payload[u"noted"].toString().trimmed().isEmpty())
        findings.append(error(QStringLiteral("LINE_EMPTY"), QStringLiteral("noted"),
                              words(QT_TRANSLATE_NOOP("Template", "Write what happened.")),
                              QStringLiteral("CTL-31")));
    const QDate day = QDate::fromString(payload[u"happened_on"].toString(), Qt::ISODate);
    if (!day.isValid() || day > reader.today())
        findings.append(
            error(QStringLiteral("LINE_NOT_YET"), QStringLiteral("happened_on"),
                  words(QT_TRANSLATE_NOOP("Template", "A line notes what has happened.")),
                  QStringLiteral("CTL-31")));
    const qint64 corrected = payload[u"corrects"].toInteger();
    if (corrected != 0 && !reader.row(QStringLiteral("template_line"), corrected))
        findings.append(error(QStringLiteral("LINE_UNKNOWN"), QStringLiteral("corrects"),
                              words(QT_TRANSLATE_NOOP("Template", "There is no such line.")),
                              QStringLiteral("CTL-31")));
    return findings;
}

} // namespace

OperationType dutyLineType()
{
    OperationType type;
    type.id = QStringLiteral("template.duty_line");
    type.room = QStringLiteral("template");
    type.family = QStringLiteral("office.meetings");
    type.part = ControlPart::Organisation;
    type.legalBasis = QStringLiteral("第四十三条");
    type.title = words(QT_TRANSLATE_NOOP("Template", "Line of the duty book"));
    type.registerLine = true;
    constexpr int attestedWithinDays = 1;
    type.limitDaysWorking = attestedWithinDays;
    type.fields = {
        {QStringLiteral("happened_on"), FieldKind::Date,
         words(QT_TRANSLATE_NOOP("Template", "Day")), true},
        {QStringLiteral("noted"), FieldKind::LongText,
         words(QT_TRANSLATE_NOOP("Template", "What happened")), true},
        {QStringLiteral("corrects"), FieldKind::Integer,
         words(QT_TRANSLATE_NOOP("Template", "Corrects the line")), false},
    };
    type.check = check;
    type.stateFacts = [](const QJsonObject &payload, Writer &writer) {
        Row line{{QStringLiteral("kind"), QStringLiteral("duty")},
                 {QStringLiteral("noted"), payload[u"noted"].toString()},
                 {QStringLiteral("happened_on"), payload[u"happened_on"].toString()},
                 {QStringLiteral("operation"), writer.context().operation}};
        if (const qint64 corrected = payload[u"corrects"].toInteger(); corrected != 0)
            line.insert(QStringLiteral("corrects"), corrected);
        writer.insert(QStringLiteral("template_line"), line);
    };
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.summary = [](const QJsonObject &payload, const Reader &) {
        return words(QT_TRANSLATE_NOOP("Template", "Duty book, %1: %2"))
            .arg(payload[u"happened_on"].toString(), payload[u"noted"].toString());
    };
    return type;
}

} // namespace jubao
