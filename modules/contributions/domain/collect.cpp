// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/types.h"

#include <QCoreApplication>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Contributions", text);
}

std::optional<Row> personOf(const QJsonObject &payload, const Reader &reader)
{
    return reader.row(QStringLiteral("person"), payload[u"person"].toInteger());
}

QString divisionOf(const QJsonObject &payload, const Reader &reader)
{
    const std::optional<Row> person = personOf(payload, reader);
    return person ? person->value(QStringLiteral("division")).toString() : QString();
}

void checkYear(const QJsonObject &payload, const Reader &reader, Findings &findings)
{
    const qint64 year = payload[u"year"].toInteger();
    if (year != reader.today().year())
        findings.append(error(
            QStringLiteral("YEAR_OUTSIDE"), QStringLiteral("year"),
            words(QT_TRANSLATE_NOOP(
                "Contributions",
                "At the counter the contribution of the present year is taken; a back-payment is another operation.")),
            QStringLiteral("CON-02")));
    Query paid = reader.query(
        QStringLiteral("SELECT number FROM receipt WHERE person = ? AND year = ? AND id NOT IN "
                       "(SELECT receipt FROM number_void WHERE receipt IS NOT NULL)"));
    paid.bindAll(payload[u"person"].toInteger(), year);
    if (paid.next())
        findings.append(
            error(QStringLiteral("ALREADY_PAID"), QStringLiteral("year"),
                  words(QT_TRANSLATE_NOOP("Contributions", "The year %1 was paid with receipt %2."))
                      .arg(QString::number(year), paid.text(0)),
                  QStringLiteral("CON-02")));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64 actor)
{
    Findings findings;
    const std::optional<Row> person = personOf(payload, reader);
    if (!person) {
        findings.append(
            error(QStringLiteral("PERSON_UNKNOWN"), QStringLiteral("person"),
                  words(QT_TRANSLATE_NOOP("Contributions", "Choose an enrolled person.")),
                  QStringLiteral("CON-02")));
        return findings;
    }
    if (person->value(QStringLiteral("status")).toString() != QLatin1String("active"))
        findings.append(error(
            QStringLiteral("PERSON_NOT_ACTIVE"), QStringLiteral("person"),
            words(QT_TRANSLATE_NOOP("Contributions", "This person's insurance is not active.")),
            QStringLiteral("CON-02")));
    checkYear(payload, reader, findings);
    const Money amount = Money::fromFen(payload[u"amount"].toInteger());
    const QList<Money> tiers =
        contributionTiers(reader.policy(), divisionOf(payload, reader), reader.today());
    if (!tiers.contains(amount)) {
        QStringList known;
        for (const Money &tier : tiers)
            known.append(tier.toDisplay());
        findings.append(error(
            QStringLiteral("NOT_A_TIER"), QStringLiteral("amount"),
            words(QT_TRANSLATE_NOOP("Contributions", "%1 yuan is no tier. The tiers in force: %2."))
                .arg(amount.toDisplay(), known.join(QStringLiteral(", "))),
            QStringLiteral("CON-01")));
    }
    const QString refused =
        numberRefusal(reader, QStringLiteral("contribution"), payload[u"number"].toString(), actor);
    if (!refused.isEmpty())
        findings.append(error(QStringLiteral("NUMBER_NOT_USABLE"), QStringLiteral("number"),
                              refused, QStringLiteral("CON-09")));
    if (isDayClosedOrClosing(reader, actor, reader.today()))
        findings.append(
            error(QStringLiteral("DAY_CLOSED"), QStringLiteral("number"),
                  words(QT_TRANSLATE_NOOP("Contributions",
                                          "Your day is closed; money is taken again tomorrow.")),
                  QStringLiteral("CON-15")));
    const QDate unclosed = unclosedDayBefore(reader, actor, reader.today());
    if (unclosed.isValid())
        findings.append(warning(
            QStringLiteral("DAY_NOT_CLOSED"), QStringLiteral("number"),
            words(QT_TRANSLATE_NOOP("Contributions",
                                    "Your day %1 is not closed. Close it first, or write why not."))
                .arg(unclosed.toString(Qt::ISODate)),
            QStringLiteral("CON-15")));
    return findings;
}

void stateFacts(const QJsonObject &payload, Writer &writer)
{
    writer.insert(QStringLiteral("receipt"),
                  {{QStringLiteral("kind"), QStringLiteral("contribution")},
                   {QStringLiteral("number"), payload[u"number"].toString()},
                   {QStringLiteral("person"), payload[u"person"].toInteger()},
                   {QStringLiteral("year"), payload[u"year"].toInteger()},
                   {QStringLiteral("amount"), payload[u"amount"].toInteger()},
                   {QStringLiteral("payer"), payload[u"payer"].toString()},
                   {QStringLiteral("channel"), QStringLiteral("counter")},
                   {QStringLiteral("collector"), writer.context().operatorId},
                   {QStringLiteral("taken_on"), writer.context().madeOn},
                   {QStringLiteral("operation"), writer.context().operation}});
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const std::optional<Row> receipt = writer.row(
        QStringLiteral("receipt"), QStringLiteral("operation"), writer.context().operation);
    writer.insert(QStringLiteral("contribution_entry"),
                  {{QStringLiteral("person"), payload[u"person"].toInteger()},
                   {QStringLiteral("year"), payload[u"year"].toInteger()},
                   {QStringLiteral("amount"), payload[u"amount"].toInteger()},
                   {QStringLiteral("receipt"), receipt.value().value(QStringLiteral("id"))},
                   {QStringLiteral("booked_on"), writer.today()}});
}

} // namespace

OperationType collectType()
{
    OperationType type;
    type.id = QStringLiteral("contributions.collect");
    type.room = QStringLiteral("contributions");
    type.family = QStringLiteral("contributions.collect");
    type.legalBasis = QStringLiteral("征缴岗 2");
    type.title = words(QT_TRANSLATE_NOOP("Contributions", "Collection at the counter"));
    type.fields = {
        {QStringLiteral("person"), FieldKind::Person,
         words(QT_TRANSLATE_NOOP("Contributions", "Person")), true},
        {QStringLiteral("year"), FieldKind::Year, words(QT_TRANSLATE_NOOP("Contributions", "Year")),
         true},
        {QStringLiteral("amount"), FieldKind::Money,
         words(QT_TRANSLATE_NOOP("Contributions", "Amount")), true},
        {QStringLiteral("number"), FieldKind::ReceiptNumber,
         words(QT_TRANSLATE_NOOP("Contributions", "Receipt number")), true},
        {QStringLiteral("payer"), FieldKind::Text,
         words(QT_TRANSLATE_NOOP("Contributions", "Paid by")), false},
    };
    for (Field &field : type.fields)
        field.pinnable = field.kind == FieldKind::Year || field.kind == FieldKind::Money;
    type.documents = {receiptDocument()};
    type.check = check;
    type.stateFacts = stateFacts;
    type.apply = apply;
    type.division = divisionOf;
    type.subjects = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> person = personOf(payload, reader);
        return person ? QList<Subject>{{payload[u"person"].toInteger(),
                                        person->value(QStringLiteral("id_number")).toString()}}
                      : QList<Subject>();
    };
    type.amount = [](const QJsonObject &payload) {
        return Money::fromFen(payload[u"amount"].toInteger());
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> person = personOf(payload, reader);
        return words(QT_TRANSLATE_NOOP("Contributions",
                                       "%1, contribution of %2: %3 yuan, receipt %4"))
            .arg(person ? person->value(QStringLiteral("name")).toString() : QString(),
                 QString::number(payload[u"year"].toInteger()),
                 Money::fromFen(payload[u"amount"].toInteger()).toDisplay(),
                 payload[u"number"].toString());
    };
    return type;
}

} // namespace jubao
