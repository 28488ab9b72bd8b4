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

std::optional<Row> thingOf(const QJsonObject &payload, const Reader &reader)
{
    return reader.row(QStringLiteral("template_thing"), QStringLiteral("loan"),
                      payload[u"loan"].toInteger());
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    const std::optional<Row> thing = thingOf(payload, reader);
    if (thing && thing->value(QStringLiteral("state")).toString() == QLatin1String("out"))
        return {};
    return {error(QStringLiteral("THING_NOT_OUT"), QStringLiteral("loan"),
                  words(QT_TRANSLATE_NOOP("Template", "The thing of this loan is not out.")),
                  QStringLiteral("ORG-09"))};
}

} // namespace

OperationType discardType()
{
    OperationType type;
    type.id = QStringLiteral("template.discard");
    type.room = QStringLiteral("template");
    type.family = QStringLiteral("bills.stock_take");
    type.part = ControlPart::Finance;
    type.legalBasis = QStringLiteral("第八条(七)");
    type.title = words(QT_TRANSLATE_NOOP("Template", "Destruction of a lent thing"));
    type.highRisk = true;
    type.fields = {{QStringLiteral("loan"), FieldKind::Integer,
                    words(QT_TRANSLATE_NOOP("Template", "Number of the loan")), true}};
    type.check = check;
    // It starts only from a posted loan, continues its matter, and nobody who had a hand in that
    // watches here (CTL-08, SOD-19).
    const auto loan = [](const QJsonObject &payload, const Reader &) {
        return payload[u"loan"].toInteger();
    };
    type.follows = [loan](const QJsonObject &payload, const Reader &reader) {
        return QList<qint64>{loan(payload, reader)};
    };
    type.matter = loan;
    type.dutyOver = {QStringLiteral("template.lend")};
    type.apply = [](const QJsonObject &payload, Writer &writer) {
        writer.update(QStringLiteral("template_thing"),
                      thingOf(payload, writer).value().value(QStringLiteral("id")).toLongLong(),
                      {{QStringLiteral("state"), QStringLiteral("destroyed")}});
    };
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.subjects = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> thing = thingOf(payload, reader);
        const std::optional<Row> holder = thing
            ? reader.row(QStringLiteral("operator_account"),
                         thing->value(QStringLiteral("holder")).toLongLong())
            : std::nullopt;
        return holder ? QList<Subject>{{0, holder->value(QStringLiteral("person")).toString()}}
                      : QList<Subject>();
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> thing = thingOf(payload, reader);
        return words(QT_TRANSLATE_NOOP("Template", "%1 is destroyed"))
            .arg(thing ? thing->value(QStringLiteral("name")).toString() : QString());
    };
    return type;
}

} // namespace jubao
