// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/declaration.h"
#include "contributions/domain/receipts.h"
#include "contributions/domain/types.h"
#include "contributions/domain/words.h"
#include "core/policy.h"
#include "operations/decision.h"

namespace jubao {

namespace {

QString words(const char *text)
{
    return contributionWords(text);
}

Money amountOf(const QJsonObject &payload)
{
    return Money::fromFen(payload[u"amount"].toInteger());
}

std::optional<Money> declaredIn(const QJsonObject &payload, const Reader &reader)
{
    return declaredTier(reader, payload[u"person"].toInteger(), payload[u"year"].toInteger());
}

bool yearIsOpen(qint64 year, const QString &division, const Reader &reader)
{
    const int thisYear = reader.today().year();
    if (year == thisYear || year == thisYear + 1)
        return true;
    return year == thisYear - 1
        && reader.today() <= contributionYearClose(reader.policy(), division, int(year));
}

/** What every declaration is held against; false where there is nobody to declare for. */
bool checkDeclaration(const QJsonObject &payload, const Reader &reader, Findings &findings)
{
    const QString rule = QStringLiteral("CON-01");
    const std::optional<Row> person =
        reader.row(QStringLiteral("person"), payload[u"person"].toInteger());
    if (!person) {
        findings.append(
            error(QStringLiteral("PERSON_UNKNOWN"), QStringLiteral("person"),
                  words(QT_TRANSLATE_NOOP("Contributions", "Choose an enrolled person.")), rule));
        return false;
    }
    if (person->value(QStringLiteral("status")).toString() != QLatin1String("active"))
        findings.append(error(
            QStringLiteral("PERSON_NOT_ACTIVE"), QStringLiteral("person"),
            words(QT_TRANSLATE_NOOP("Contributions", "This person's insurance is not active.")),
            rule));
    const QString division = person->value(QStringLiteral("division")).toString();
    checkDeclarationYear(payload[u"year"].toInteger(), division, reader, findings);
    if (!contributionTiers(reader.policy(), division, reader.today()).contains(amountOf(payload)))
        findings.append(
            error(QStringLiteral("NOT_A_TIER"), QStringLiteral("amount"),
                  words(QT_TRANSLATE_NOOP("Contributions", "%1 yuan is no tier in force."))
                      .arg(amountOf(payload).toDisplay()),
                  rule));
    return true;
}

Finding alreadyDeclared(const Money &before, qint64 year)
{
    return error(
        QStringLiteral("ALREADY_DECLARED"), QStringLiteral("year"),
        words(
            QT_TRANSLATE_NOOP(
                "Contributions",
                "%1 yuan is declared for %2 already. Another tier is a change of the declaration."))
            .arg(before.toDisplay(), QString::number(year)),
        QStringLiteral("CON-01"));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    if (!checkDeclaration(payload, reader, findings))
        return findings;
    if (const std::optional<Money> before = declaredIn(payload, reader))
        findings.append(alreadyDeclared(*before, payload[u"year"].toInteger()));
    return findings;
}

Findings checkChange(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    if (!checkDeclaration(payload, reader, findings))
        return findings;
    const std::optional<Money> before = declaredIn(payload, reader);
    if (!before) {
        findings.append(error(
            QStringLiteral("NOT_DECLARED"), QStringLiteral("year"),
            words(QT_TRANSLATE_NOOP("Contributions", "Nothing is declared for this year yet.")),
            QStringLiteral("CON-01")));
        return findings;
    }
    if (*before == amountOf(payload))
        findings.append(
            error(QStringLiteral("NOTHING_CHANGED"), QStringLiteral("amount"),
                  words(QT_TRANSLATE_NOOP("Contributions", "This tier is declared already.")),
                  QStringLiteral("CON-01")));
    const QString taken =
        yearTakenBy(reader, payload[u"person"].toInteger(), payload[u"year"].toInteger(), 0);
    if (!taken.isEmpty())
        findings.append(error(
            QStringLiteral("ALREADY_PAID"), QStringLiteral("year"),
            words(
                QT_TRANSLATE_NOOP(
                    "Contributions",
                    "The year is paid with receipt %1; its tier changes only by reversal of the payment."))
                .arg(taken),
            QStringLiteral("CON-08")));
    else if (amountOf(payload) < *before)
        findings.append(warning(
            QStringLiteral("TIER_LOWERED"), QStringLiteral("amount"),
            words(
                QT_TRANSLATE_NOOP(
                    "Contributions",
                    "The receivable falls from %1 to %2 yuan. Write what the person asked for and why."))
                .arg(before->toDisplay(), amountOf(payload).toDisplay()),
            QStringLiteral("CON-08")));
    return findings;
}

void writeDue(qint64 person, qint64 year, qint64 fen, Writer &writer)
{
    // A roster locks nobody: whichever was posted first stands.
    if (const std::optional<Money> before = declaredTier(writer, person, year)) {
        const Finding stands = alreadyDeclared(*before, year);
        throw RefusedError({{stands.code, stands.field, stands.text, stands.rule}});
    }
    writer.insert(QStringLiteral("contribution_due"),
                  {{QStringLiteral("person"), person},
                   {QStringLiteral("year"), year},
                   {QStringLiteral("amount"), fen},
                   {QStringLiteral("declared_on"), writer.context().madeOn}});
}

void apply(const QJsonObject &payload, Writer &writer)
{
    writeDue(payload[u"person"].toInteger(), payload[u"year"].toInteger(),
             payload[u"amount"].toInteger(), writer);
}

/** The registration form asks for the tier of the running year (3.4): it is declared with it. */
void declareAtRegistration(const QJsonObject &payload, Writer &writer)
{
    const qint64 fen = payload[u"tier"].toInteger();
    if (fen == 0)
        return;
    const std::optional<Row> person = writer.row(
        QStringLiteral("person"), QStringLiteral("id_number"), payload[u"id_number"].toString());
    writeDue(person.value().value(QStringLiteral("id")).toLongLong(),
             writer.context().madeOn.year(), fen, writer);
}

void applyChange(const QJsonObject &payload, Writer &writer)
{
    Query due = writer.query(
        QStringLiteral("SELECT id FROM contribution_due WHERE person = ? AND year = ?"));
    due.bindAll(payload[u"person"].toInteger(), payload[u"year"].toInteger());
    if (due.next())
        writer.update(QStringLiteral("contribution_due"), due.integer(0),
                      {{QStringLiteral("amount"), payload[u"amount"].toInteger()},
                       {QStringLiteral("declared_on"), writer.context().madeOn}});
}

OperationType commonType()
{
    OperationType type;
    type.room = QStringLiteral("contributions");
    type.family = QStringLiteral("contributions.collect");
    type.part = ControlPart::Business;
    type.legalBasis = QStringLiteral("征缴岗 2");
    type.fields = {
        {QStringLiteral("person"), FieldKind::Person,
         words(QT_TRANSLATE_NOOP("Contributions", "Person")), true},
        {QStringLiteral("year"), FieldKind::Year, words(QT_TRANSLATE_NOOP("Contributions", "Year")),
         true},
        {QStringLiteral("amount"), FieldKind::Money,
         words(QT_TRANSLATE_NOOP("Contributions", "Tier (yuan)")), true},
    };
    for (Field &field : type.fields)
        field.pinnable = field.kind == FieldKind::Year || field.kind == FieldKind::Money;
    for (Field &field : type.fields)
        field.preset = field.kind == FieldKind::Year ? Preset::Today : Preset::None;
    type.division = [](const QJsonObject &payload, const Reader &reader) {
        return divisionOfPerson(reader, payload[u"person"].toInteger());
    };
    type.subjects = [](const QJsonObject &payload, const Reader &reader) {
        return subjectsOfPerson(reader, payload[u"person"].toInteger());
    };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{{QStringLiteral("person:%1").arg(payload[u"person"].toInteger()),
                            QStringLiteral("tier:%1").arg(payload[u"year"].toInteger())}};
    };
    type.amount = amountOf;
    type.changes = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Money> before = declaredIn(payload, reader);
        return QList<Change>{
            {QStringLiteral("amount"), words(QT_TRANSLATE_NOOP("Contributions", "Tier (yuan)")),
             before ? before->toDisplay() : QString(), amountOf(payload).toDisplay()}};
    };
    return type;
}

QString summaryOf(const char *pattern, const QJsonObject &payload, const Reader &reader)
{
    return words(pattern).arg(nameOfPerson(reader, payload[u"person"].toInteger()),
                              QString::number(payload[u"year"].toInteger()));
}

} // namespace

void checkDeclarationYear(qint64 year, const QString &division, const Reader &reader,
                          Findings &findings)
{
    if (yearIsOpen(year, division, reader))
        return;
    findings.append(error(
        QStringLiteral("YEAR_CLOSED"), QStringLiteral("year"),
        words(QT_TRANSLATE_NOOP(
            "Contributions",
            "A tier is declared for the present year until its close date, or for the next one.")),
        QStringLiteral("CON-01")));
}

OperationType declareType()
{
    OperationType type = commonType();
    type.id = QStringLiteral("contributions.declare");
    type.title = words(QT_TRANSLATE_NOOP("Contributions", "Declaration of the yearly tier"));
    type.reversedBy = {QStringLiteral("contributions.declare_change")};
    type.importedAs = QStringLiteral("contributions.declare_roster");
    type.check = check;
    type.apply = apply;
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        return summaryOf(QT_TRANSLATE_NOOP("Contributions", "%1 declares the tier of %2"), payload,
                         reader);
    };
    return type;
}

Hook declareAtRegistrationHook()
{
    return {QStringLiteral("enrollment.register"), QStringLiteral("contributions"),
            QStringLiteral("declare"), declareAtRegistration};
}

OperationType declareChangeType()
{
    OperationType type = commonType();
    type.id = QStringLiteral("contributions.declare_change");
    type.title = words(QT_TRANSLATE_NOOP("Contributions", "Change of the declared tier"));
    type.evidence = {QStringLiteral("tier_application")};
    // Whoever changes what is due sees what is due now.
    type.prefill = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Money> before = declaredIn(payload, reader);
        return before ? QJsonObject{{QStringLiteral("amount"), before->fen()}} : QJsonObject();
    };
    type.check = checkChange;
    type.apply = applyChange;
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        return summaryOf(QT_TRANSLATE_NOOP("Contributions", "%1 changes the tier of %2"), payload,
                         reader);
    };
    return type;
}

} // namespace jubao
