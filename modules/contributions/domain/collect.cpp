// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/receipts.h"
#include "contributions/domain/types.h"
#include "contributions/domain/words.h"
#include "core/policy.h"
#include "operations/decision.h"

namespace jubao {

namespace {

const QString receiptKind = QStringLiteral("contribution");

QString words(const char *text)
{
    return contributionWords(text);
}

QString divisionOf(const QJsonObject &payload, const Reader &reader)
{
    return divisionOfPerson(reader, payload[u"person"].toInteger());
}

/** The receipt of this very collection when it was returned and is handed in again. */
std::optional<ReceiptStanding> ownReceipt(const QJsonObject &payload, const Reader &reader,
                                          qint64 actor)
{
    std::optional<ReceiptStanding> standing =
        receiptStanding(reader, payload[u"number"].toString());
    if (!standing || !standing->handedBack() || standing->isVoid || standing->collector != actor)
        return std::nullopt;
    return standing;
}

/** What is on paper cannot be corrected by handing in again. */
void checkAgainstPaper(const QJsonObject &payload, const ReceiptStanding &paper, Findings &findings)
{
    const bool same = payload[u"person"].toInteger() == paper.person
        && payload[u"year"].toInteger() == paper.year
        && payload[u"amount"].toInteger() == paper.amount.fen();
    if (same)
        return;
    findings.append(error(
        QStringLiteral("RECEIPT_DIFFERS"), QStringLiteral("number"),
        words(
            QT_TRANSLATE_NOOP(
                "Contributions",
                "Receipt %1 is in the payer's hands with another person, year or amount. Withdraw, then void it."))
            .arg(paper.number),
        QStringLiteral("CON-14")));
}

void checkNumberAndDay(const QJsonObject &payload, const Reader &reader, qint64 actor,
                       Findings &findings)
{
    checkNumber(reader, receiptKind, payload[u"number"].toString(), actor, QStringLiteral("number"),
                findings);
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
}

/** Money of an earlier receipt that waits for this person is used before new money is taken. */
void checkWaitingMoney(const QJsonObject &payload, const Reader &reader, Findings &findings)
{
    Query waiting = reader.query(QStringLiteral(
        "SELECT r.number FROM receipt r JOIN operation o ON o.id = r.operation "
        "WHERE r.person = ? AND r.money_of IS NULL AND o.state IN ('posted', 'closed') "
        "AND (SELECT coalesce(sum(s.amount), 0) FROM suspense_money s WHERE s.receipt = r.id) > 0"));
    waiting.bindAll(payload[u"person"].toInteger());
    if (waiting.next())
        findings.append(warning(
            QStringLiteral("MONEY_WAITS"), QStringLiteral("person"),
            words(
                QT_TRANSLATE_NOOP(
                    "Contributions",
                    "Money of receipt %1 is received and not credited. Credit or refund it, or write why new money is taken."))
                .arg(waiting.text(0)),
            QStringLiteral("CON-02")));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64 actor)
{
    Findings findings;
    const std::optional<ReceiptStanding> own = ownReceipt(payload, reader, actor);
    checkClaim({payload[u"person"].toInteger(), payload[u"year"].toInteger(),
                Money::fromFen(payload[u"amount"].toInteger()), own ? own->paper : 0,
                QStringLiteral("amount")},
               reader, findings);
    if (own) {
        checkAgainstPaper(payload, *own, findings);
        return findings;
    }
    checkNumberAndDay(payload, reader, actor, findings);
    checkWaitingMoney(payload, reader, findings);
    return findings;
}

void stateFacts(const QJsonObject &payload, Writer &writer)
{
    // A receipt that was handed back to its maker passes the rules; a second operation on it does
    // not.
    const QString taken = numberRefusal(writer, receiptKind, payload[u"number"].toString(),
                                        writer.context().operatorId);
    if (!taken.isEmpty())
        throw RefusedError({{QStringLiteral("NUMBER_NOT_USABLE"), QStringLiteral("number"), taken,
                             QStringLiteral("CON-09")}});
    writer.insert(QStringLiteral("receipt"),
                  {{QStringLiteral("kind"), receiptKind},
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
    const Row receipt =
        writer
            .row(QStringLiteral("receipt"), QStringLiteral("operation"), writer.context().operation)
            .value();
    creditContribution(writer, payload[u"person"].toInteger(), payload[u"year"].toInteger(),
                       receipt.value(QStringLiteral("amount")).toLongLong(),
                       receipt.value(QStringLiteral("id")).toLongLong());
}

/** What follows when it is posted; the split of the subsidy may still be missing. */
QList<Change> changes(const QJsonObject &payload, const Reader &reader)
{
    const qint64 person = payload[u"person"].toInteger();
    const qint64 year = payload[u"year"].toInteger();
    const Money amount = Money::fromFen(payload[u"amount"].toInteger());
    const Money before = creditedFor(reader, person, year);
    QList<Change> list{
        {QStringLiteral("credited"),
         words(QT_TRANSLATE_NOOP("Contributions", "Credited for %1 (yuan)")).arg(year),
         before.toDisplay(), (before + amount).toDisplay()}};
    const QString division = divisionOf(payload, reader);
    const std::optional<Subsidy> subsidy =
        contributionSubsidy(reader.policy(), amount, division, reader.today());
    if (!subsidy)
        return list;
    QStringList shares;
    const QList<SubsidyShare> split =
        subsidyShares(reader.policy(), subsidy->amount, division, reader.today());
    for (const SubsidyShare &share : split)
        shares.append(share.payer + u' ' + share.amount.toDisplay());
    list.append(
        {QStringLiteral("subsidy"),
         words(QT_TRANSLATE_NOOP("Contributions", "Subsidy owed (yuan)")),
         {},
         QStringLiteral("%1 (%2)").arg(
             subsidy->amount.toDisplay(),
             shares.isEmpty() ? words(QT_TRANSLATE_NOOP("Contributions", "payer split not entered"))
                              : shares.join(QStringLiteral(", ")))});
    return list;
}

} // namespace

OperationType collectType()
{
    OperationType type;
    type.id = QStringLiteral("contributions.collect");
    type.room = QStringLiteral("contributions");
    type.family = QStringLiteral("contributions.collect");
    type.part = ControlPart::Business;
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
    for (Field &field : type.fields)
        field.preset = field.kind == FieldKind::Year ? Preset::Today : Preset::None;
    type.documents = {receiptDocument(), preprintedReceiptDocument()};
    type.check = check;
    type.changes = changes;
    type.stateFacts = stateFacts;
    type.apply = apply;
    type.division = divisionOf;
    type.subjects = [](const QJsonObject &payload, const Reader &reader) {
        return subjectsOfPerson(reader, payload[u"person"].toInteger());
    };
    type.reversedBy = {QStringLiteral("contributions.void_receipt"),
                       QStringLiteral("contributions.refund")};
    type.amount = [](const QJsonObject &payload) {
        return Money::fromFen(payload[u"amount"].toInteger());
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        return words(QT_TRANSLATE_NOOP("Contributions", "%1, contribution of %2, receipt %3"))
            .arg(nameOfPerson(reader, payload[u"person"].toInteger()),
                 QString::number(payload[u"year"].toInteger()), payload[u"number"].toString());
    };
    return type;
}

} // namespace jubao
