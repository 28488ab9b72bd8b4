// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/receipts.h"
#include "contributions/domain/types.h"
#include "contributions/domain/words.h"
#include "operations/decision.h"

namespace jubao {

namespace {

const QString receiptKind = QStringLiteral("contribution");

QString words(const char *text)
{
    return contributionWords(text);
}

std::optional<ReceiptStanding> standingOf(const QJsonObject &payload, const Reader &reader)
{
    return receiptStanding(reader, payload[u"receipt"].toString());
}

/** A paper in force names person and year; void papers need a new one (CON-09). */
void checkPaper(const QJsonObject &payload, const ReceiptStanding &standing, const Reader &reader,
                qint64 actor, Findings &findings)
{
    const QString number = payload[u"number"].toString();
    if (standing.inForce.isEmpty()) {
        checkNumber(reader, receiptKind, number, actor, QStringLiteral("number"), findings);
        return;
    }
    if (!number.isEmpty())
        findings.append(
            error(QStringLiteral("NUMBER_NOT_NEEDED"), QStringLiteral("number"),
                  words(QT_TRANSLATE_NOOP("Contributions",
                                          "Receipt %1 is in force; the money gets no second one."))
                      .arg(standing.inForce),
                  QStringLiteral("CON-09")));
    if (payload[u"person"].toInteger() != standing.person
        || payload[u"year"].toInteger() != standing.year)
        findings.append(error(
            QStringLiteral("RECEIPT_DIFFERS"), QStringLiteral("person"),
            words(QT_TRANSLATE_NOOP("Contributions",
                                    "Receipt %1 names another person or year. Void it first."))
                .arg(standing.inForce),
            QStringLiteral("CON-14")));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64 actor)
{
    Findings findings;
    const std::optional<ReceiptStanding> standing = standingOf(payload, reader);
    if (!standing) {
        findings.append(
            error(QStringLiteral("RECEIPT_UNKNOWN"), QStringLiteral("receipt"),
                  words(QT_TRANSLATE_NOOP("Contributions", "There is no receipt of this number.")),
                  QStringLiteral("CON-02")));
        return findings;
    }
    if (standing->underReview() || standing->waiting.fen() <= 0) {
        findings.append(
            error(QStringLiteral("NOTHING_WAITS"), QStringLiteral("receipt"),
                  words(QT_TRANSLATE_NOOP("Contributions",
                                          "No money of receipt %1 is received and not credited."))
                      .arg(standing->number),
                  QStringLiteral("CON-02")));
        return findings;
    }
    if (payload[u"amount"].toInteger() != standing->waiting.fen())
        findings.append(
            error(QStringLiteral("AMOUNT_FOREIGN"), QStringLiteral("amount"),
                  words(QT_TRANSLATE_NOOP("Contributions",
                                          "%1 yuan wait; the whole sum is credited or none."))
                      .arg(standing->waiting.toDisplay()),
                  QStringLiteral("CTL-16")));
    checkClaim({payload[u"person"].toInteger(), payload[u"year"].toInteger(), standing->waiting,
                standing->paper, QStringLiteral("receipt")},
               reader, findings);
    checkPaper(payload, *standing, reader, actor, findings);
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const ReceiptStanding standing = standingOf(payload, writer).value();
    creditContribution(writer, payload[u"person"].toInteger(), payload[u"year"].toInteger(),
                       standing.waiting.fen(), standing.money);
    if (!standing.inForce.isEmpty())
        return;
    writer.insert(QStringLiteral("receipt"),
                  {{QStringLiteral("kind"), receiptKind},
                   {QStringLiteral("number"), payload[u"number"].toString()},
                   {QStringLiteral("person"), payload[u"person"].toInteger()},
                   {QStringLiteral("year"), payload[u"year"].toInteger()},
                   {QStringLiteral("amount"), standing.waiting.fen()},
                   {QStringLiteral("payer"), standing.payer},
                   {QStringLiteral("channel"), QStringLiteral("suspense")},
                   {QStringLiteral("collector"), writer.context().operatorId},
                   {QStringLiteral("taken_on"), writer.today()},
                   {QStringLiteral("operation"), writer.context().operation},
                   {QStringLiteral("money_of"), standing.money}});
}

QJsonObject prefill(const QJsonObject &payload, const Reader &reader)
{
    const std::optional<ReceiptStanding> standing = standingOf(payload, reader);
    if (!standing)
        return {};
    return {{QStringLiteral("person"), standing->person},
            {QStringLiteral("year"), standing->year},
            {QStringLiteral("amount"), standing->waiting.fen()}};
}

QList<Change> changes(const QJsonObject &payload, const Reader &reader)
{
    const std::optional<ReceiptStanding> standing = standingOf(payload, reader);
    if (!standing)
        return {};
    const Money amount = Money::fromFen(payload[u"amount"].toInteger());
    return {{QStringLiteral("amount"),
             words(QT_TRANSLATE_NOOP("Contributions", "Received, not credited (yuan)")),
             standing->waiting.toDisplay(), (standing->waiting - amount).toDisplay()},
            {QStringLiteral("person"), words(QT_TRANSLATE_NOOP("Contributions", "Person")),
             nameOfPerson(reader, standing->person),
             nameOfPerson(reader, payload[u"person"].toInteger())},
            {QStringLiteral("year"), words(QT_TRANSLATE_NOOP("Contributions", "Year")),
             QString::number(standing->year), QString::number(payload[u"year"].toInteger())}};
}

QList<Field> fields()
{
    return {{QStringLiteral("receipt"), FieldKind::ReceiptNumber,
             words(QT_TRANSLATE_NOOP("Contributions", "Receipt that brought the money")), true},
            {QStringLiteral("person"), FieldKind::Person,
             words(QT_TRANSLATE_NOOP("Contributions", "Person")), true},
            {QStringLiteral("year"), FieldKind::Year,
             words(QT_TRANSLATE_NOOP("Contributions", "Year")), true},
            {QStringLiteral("amount"), FieldKind::Money,
             words(QT_TRANSLATE_NOOP("Contributions", "Amount")), true},
            {QStringLiteral("number"), FieldKind::ReceiptNumber,
             words(QT_TRANSLATE_NOOP("Contributions", "New receipt number, where the old is void")),
             false}};
}

} // namespace

OperationType creditSuspenseType()
{
    OperationType type;
    type.id = QStringLiteral("contributions.credit_suspense");
    type.room = QStringLiteral("contributions");
    type.family = QStringLiteral("contributions.collect");
    type.part = ControlPart::Business;
    type.legalBasis = QStringLiteral("征缴岗 2");
    type.title = words(QT_TRANSLATE_NOOP("Contributions", "Crediting of money that waits"));
    type.fields = fields();
    type.documents = {replacementReceiptDocument()};
    type.prefill = prefill;
    type.check = check;
    type.apply = apply;
    type.changes = changes;
    type.reversedBy = {QStringLiteral("contributions.void_receipt"),
                       QStringLiteral("contributions.refund")};
    type.division = [](const QJsonObject &payload, const Reader &reader) {
        return divisionOfPerson(reader, payload[u"person"].toInteger());
    };
    type.subjects = [](const QJsonObject &payload, const Reader &reader) {
        return subjectsOfPerson(reader, payload[u"person"].toInteger());
    };
    type.locks = moneyLock;
    type.amount = [](const QJsonObject &payload) {
        return Money::fromFen(payload[u"amount"].toInteger());
    };
    type.matter = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<ReceiptStanding> standing = standingOf(payload, reader);
        return standing ? standing->matter : 0;
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        return words(QT_TRANSLATE_NOOP("Contributions",
                                       "%1, contribution of %2 that receipt %3 brought"))
            .arg(nameOfPerson(reader, payload[u"person"].toInteger()),
                 QString::number(payload[u"year"].toInteger()), payload[u"receipt"].toString());
    };
    return type;
}

} // namespace jubao
