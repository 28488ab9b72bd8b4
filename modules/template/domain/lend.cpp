// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The type to copy: an operation is one such file, one row of routes, one test. Everything that
// form, inbox, approval, history, import, jubaoctl and the registrar show or ask comes from the
// declaration at the end of the file.

#include "template/domain/types.h"

#include "operations/decision.h"
#include <QCoreApplication>

namespace jubao {

namespace {

const QString thingTable = QStringLiteral("template_thing");

QString words(const char *text)
{
    return QCoreApplication::translate("Template", text);
}

// Values of a payload are canonical: integers, text, ISO dates. One reading for all functions.
struct Loan {
    QString thing;
    QString keptApart;
    qint64 holder = 0;
    Money value;
    QDate backOn;
};

Loan loanIn(const QJsonObject &payload)
{
    return {payload[u"thing"].toString(), payload[u"kept_apart"].toString(),
            payload[u"holder"].toInteger(), Money::fromFen(payload[u"value"].toInteger()),
            QDate::fromString(payload[u"back_on"].toString(), Qt::ISODate)};
}

std::optional<Row> holderOf(const Loan &loan, const Reader &reader)
{
    return reader.row(QStringLiteral("operator_account"), loan.holder);
}

/** Things of one kind are never with one person: two bank seals, two keys of one safe (SOD-16). */
bool holdsItsCounterpart(const Loan &loan, const Reader &reader)
{
    if (loan.keptApart.isEmpty())
        return false;
    // Asked of the natural person, whichever account holds it.
    Query rows = reader.query(
        QStringLiteral("SELECT 1 FROM template_thing t JOIN operator_account h ON h.id = t.holder "
                       "JOIN operator_account n ON n.person = h.person "
                       "WHERE n.id = ? AND t.kept_apart = ? AND t.state = 'out' AND t.name <> ?"));
    rows.bindAll(loan.holder, loan.keptApart, loan.thing);
    return rows.next();
}

// The rules: pure, asked while one types, at make and again at posting. Each finding has a code
// that a test tries, the field it stands under, words, and the rule it rests on.
Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const auto refuse = [&findings](const char *code, const char *field, const QString &text,
                                    const char *rule) {
        findings.append(error(QString::fromLatin1(code), QString::fromLatin1(field), text,
                              QString::fromLatin1(rule)));
    };
    const Loan loan = loanIn(payload);
    if (loan.thing.trimmed().isEmpty())
        refuse("THING_MISSING", "thing", words(QT_TRANSLATE_NOOP("Template", "Say what is lent.")),
               "ORG-09");
    const std::optional<Row> thing = reader.row(thingTable, QStringLiteral("name"), loan.thing);
    if (thing && thing->value(QStringLiteral("state")).toString() == QLatin1String("out"))
        refuse("THING_IS_OUT", "thing",
               words(QT_TRANSLATE_NOOP("Template", "%1 is with somebody already.")).arg(loan.thing),
               "ORG-09");
    const std::optional<Row> holder = holderOf(loan, reader);
    if (!holder || holder->value(QStringLiteral("state")).toString() != QLatin1String("open"))
        refuse("HOLDER_UNKNOWN", "holder",
               words(QT_TRANSLATE_NOOP("Template", "Choose somebody with an open account.")),
               "ORG-09");
    else if (holdsItsCounterpart(loan, reader))
        refuse("HOLDER_HAS_COUNTERPART", "holder",
               words(QT_TRANSLATE_NOOP("Template",
                                       "%1 holds another thing of “%2”; these are kept apart."))
                   .arg(holder->value(QStringLiteral("display_name")).toString(), loan.keptApart),
               "SOD-16");
    if (!loan.backOn.isValid() || loan.backOn < reader.today())
        refuse("DAY_IS_PAST", "back_on",
               words(QT_TRANSLATE_NOOP("Template", "Say by which day it comes back.")), "ORG-09");
    constexpr int longLoanDays = 30;
    if (loan.backOn > reader.today().addDays(longLoanDays))
        findings.append(
            warning(QStringLiteral("LONG_LOAN"), QStringLiteral("back_on"),
                    words(QT_TRANSLATE_NOOP("Template", "That is more than %1 days. Write why."))
                        .arg(longLoanDays),
                    QStringLiteral("ORG-09")));
    return findings;
}

// The fact: handing it over has happened when it is entered, and no approver can un-happen it.
void stateFacts(const QJsonObject &payload, Writer &writer)
{
    writer.insert(QStringLiteral("template_line"),
                  {{QStringLiteral("kind"), QStringLiteral("handed_out")},
                   {QStringLiteral("noted"), loanIn(payload).thing},
                   {QStringLiteral("happened_on"), writer.context().madeOn},
                   {QStringLiteral("operation"), writer.context().operation}});
}

// The effect: waits for the last step. Rows of this room only; who wrote them is filled in. The
// rules of what states a fact are not asked again, so what may have changed since is asked here.
void apply(const QJsonObject &payload, Writer &writer)
{
    const Loan loan = loanIn(payload);
    if (holdsItsCounterpart(loan, writer))
        throw RefusedError(
            {refusal(QStringLiteral("STALE_RECORD"), loan.keptApart, QStringLiteral("holder"))});
    Row row{{QStringLiteral("holder"), loan.holder},
            {QStringLiteral("kept_apart"), loan.keptApart},
            {QStringLiteral("state"), QStringLiteral("out")},
            {QStringLiteral("back_on"), loan.backOn},
            {QStringLiteral("loan"), writer.context().operation}};
    if (const std::optional<Row> thing =
            writer.row(thingTable, QStringLiteral("name"), loan.thing)) {
        writer.update(thingTable, thing->value(QStringLiteral("id")).toLongLong(), row);
        return;
    }
    row.insert(QStringLiteral("name"), loan.thing);
    writer.insert(thingTable, row);
}

// Closed unposted although the fact stands: a line that says it came back, never a deletion.
void applyRefused(const QJsonObject &payload, Writer &writer)
{
    writer.insert(QStringLiteral("template_line"),
                  {{QStringLiteral("kind"), QStringLiteral("taken_back")},
                   {QStringLiteral("noted"), loanIn(payload).thing},
                   {QStringLiteral("happened_on"), writer.today()},
                   {QStringLiteral("operation"), writer.context().operation}});
}

// What the approver sees: before and after, only what differs.
QList<Change> changes(const QJsonObject &payload, const Reader &reader)
{
    const Loan loan = loanIn(payload);
    const std::optional<Row> holder = holderOf(loan, reader);
    return {{QStringLiteral("holder"), words(QT_TRANSLATE_NOOP("Template", "Is with")),
             words(QT_TRANSLATE_NOOP("Template", "the office")),
             holder ? holder->value(QStringLiteral("display_name")).toString() : QString()}};
}

QList<Field> fields()
{
    QList<Field> list{{QStringLiteral("thing"), FieldKind::Text,
                       words(QT_TRANSLATE_NOOP("Template", "Thing")), true},
                      {QStringLiteral("kept_apart"), FieldKind::Text,
                       words(QT_TRANSLATE_NOOP("Template", "Kept apart from")), false},
                      {QStringLiteral("holder"), FieldKind::Operator,
                       words(QT_TRANSLATE_NOOP("Template", "Lent to")), true},
                      {QStringLiteral("value"), FieldKind::Money,
                       words(QT_TRANSLATE_NOOP("Template", "Value")), false},
                      {QStringLiteral("back_on"), FieldKind::Date,
                       words(QT_TRANSLATE_NOOP("Template", "Back by")), true}};
    list[1].hint =
        words(QT_TRANSLATE_NOOP("Template", "Things of one name here are never with one person"));
    list[4].pinnable = true;
    return list;
}

} // namespace

OperationType lendType()
{
    OperationType type;
    type.id = QStringLiteral("template.lend");
    type.room = QStringLiteral("template");          // whose tables it writes
    type.family = QStringLiteral("office.meetings"); // its row of posts × powers
    type.part = ControlPart::Organisation;
    type.legalBasis = QStringLiteral("第三十一条");
    type.title = words(QT_TRANSLATE_NOOP("Template", "Lending of a thing"));
    type.fields = fields();
    type.evidence = {QStringLiteral("authorisation_letter")};
    constexpr int promisedWorkingDays = 3;
    type.limitDaysWorking = promisedWorkingDays;
    type.check = check;
    type.stateFacts = stateFacts;
    type.apply = apply;
    type.applyRefused = applyRefused;
    type.changes = changes;
    type.reversedBy = {QStringLiteral("template.discard")};
    type.amount = [](const QJsonObject &payload) { return loanIn(payload).value; };
    // The whole county; most types answer with the division of their person.
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    // Nobody takes a step in what concerns himself (SOD-31).
    type.subjects = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> holder = holderOf(loanIn(payload), reader);
        return holder ? QList<Subject>{{0, holder->value(QStringLiteral("person")).toString()}}
                      : QList<Subject>();
    };
    // Two open operations never work on the same aspect of the same record.
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{
            {QStringLiteral("template_thing:") + loanIn(payload).thing, QStringLiteral("custody")}};
    };
    type.isImportant = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<qint64> limit = reader.policy().figure(
            QStringLiteral("template.important_fen"), QString(), reader.today());
        return limit && loanIn(payload).value.fen() >= *limit;
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> holder = holderOf(loanIn(payload), reader);
        return words(QT_TRANSLATE_NOOP("Template", "%1 is lent to %2"))
            .arg(loanIn(payload).thing,
                 holder ? holder->value(QStringLiteral("display_name")).toString() : QString());
    };
    return type;
}

} // namespace jubao
