// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/declaration.h"
#include "contributions/domain/receipts.h"
#include "contributions/domain/types.h"
#include "contributions/domain/words.h"
#include "core/text.h"
#include <QSet>

namespace jubao {

namespace {

QString words(const char *text)
{
    return contributionWords(text);
}

const QString idNumber = QStringLiteral("id_number");
const QString rule = QStringLiteral("CON-01");

QList<Field> rowFields()
{
    Field number;
    number.name = idNumber;
    number.kind = FieldKind::IdNumber;
    number.label = words(QT_TRANSLATE_NOOP("Contributions", "ID number"));
    number.required = true;
    number.sealed = true;
    Field name;
    name.name = QStringLiteral("name");
    name.label = words(QT_TRANSLATE_NOOP("Contributions", "Name"));
    name.required = true;
    Field village;
    village.name = QStringLiteral("village");
    village.label = words(QT_TRANSLATE_NOOP("Contributions", "Village or community"));
    village.hint =
        words(QT_TRANSLATE_NOOP("Contributions", "For who fills it in; it is not taken over."));
    Field before;
    before.name = QStringLiteral("tier_before");
    before.label = words(QT_TRANSLATE_NOOP("Contributions", "Tier of the year before"));
    before.hint = village.hint;
    Field amount;
    amount.name = QStringLiteral("amount");
    amount.kind = FieldKind::Money;
    amount.label = words(QT_TRANSLATE_NOOP("Contributions", "Tier (yuan)"));
    amount.required = true;
    amount.hint = words(QT_TRANSLATE_NOOP(
        "Contributions", "What the person chose; who has not chosen stays empty and comes back."));
    return {number, name, village, before, amount};
}

/** The declaration that a row of a roster stands for. */
QJsonObject declarationOf(const QJsonObject &row, qint64 person, qint64 year)
{
    return {{QStringLiteral("person"), person},
            {QStringLiteral("year"), year},
            {QStringLiteral("amount"), row[u"amount"].toInteger()}};
}

/** Who the row is about: enrolled, of that name, in a village of this roster. */
qint64 findPerson(const QJsonObject &row, const QString &division, const Reader &reader,
                  Findings &findings)
{
    const std::optional<Row> person =
        reader.row(QStringLiteral("person"), idNumber, row[idNumber].toString());
    if (!person) {
        findings.append(error(
            QStringLiteral("PERSON_UNKNOWN"), idNumber,
            words(QT_TRANSLATE_NOOP("Contributions", "Nobody of this number is enrolled.")), rule));
        return 0;
    }
    if (!person->value(QStringLiteral("division")).toString().startsWith(division)) {
        // Nothing else is said of whom another township keeps.
        findings.append(
            error(QStringLiteral("DIVISION_OUTSIDE"), idNumber,
                  words(QT_TRANSLATE_NOOP("Contributions",
                                          "The person lives outside the division of this roster.")),
                  QStringLiteral("CTL-02")));
        return 0;
    }
    const QString name = person->value(QStringLiteral("name")).toString();
    if (name != row[u"name"].toString())
        findings.append(error(
            QStringLiteral("NAME_DIFFERS"), QStringLiteral("name"),
            words(QT_TRANSLATE_NOOP("Contributions", "The person of this number is called %1."))
                .arg(name),
            rule));
    return person->value(QStringLiteral("id")).toLongLong();
}

RowCheck beginCheck(const QJsonObject &parameters, const Reader &reader, qint64 maker)
{
    return [&reader, maker, division = parameters[u"division"].toString(),
            year = parameters[u"year"].toInteger(),
            seen = QSet<qint64>()](const QJsonObject &row) mutable {
        Findings findings;
        const qint64 person = findPerson(row, division, reader, findings);
        if (person == 0)
            return findings;
        const Findings single =
            declareType().check(declarationOf(row, person, year), reader, maker);
        for (Finding each : single) {
            if (each.field == QLatin1String("person"))
                each.field = idNumber;
            findings.append(each);
        }
        if (seen.contains(person))
            findings.append(error(QStringLiteral("ROW_TWICE"), idNumber,
                                  words(QT_TRANSLATE_NOOP(
                                      "Contributions", "An earlier row is about the same person.")),
                                  rule));
        seen.insert(person);
        return findings;
    };
}

RowPoster beginPosting(const QJsonObject &parameters, Writer &writer)
{
    auto due = std::make_shared<RowInserter>(
        writer.inserter(QStringLiteral("contribution_due"),
                        {QStringLiteral("person"), QStringLiteral("year"), QStringLiteral("amount"),
                         QStringLiteral("declared_on")}));
    return [due, &writer, year = parameters[u"year"].toInteger()](const QJsonObject &row) {
        const Row person =
            writer.row(QStringLiteral("person"), idNumber, row[idNumber].toString()).value();
        return due->add({person.value(QStringLiteral("id")), year, row[u"amount"].toInteger(),
                         writer.context().madeOn});
    };
}

/**
 * The insured persons of the division who may still declare for the year: old enough to pay, not
 * old enough to draw, nothing declared yet; with what they declared or paid for the year before.
 */
RowSource templateRows(const QJsonObject &parameters, const Reader &reader)
{
    const QString division = parameters[u"division"].toString();
    const qint64 year = parameters[u"year"].toInteger();
    if (division.isEmpty() || year == 0)
        return {[](BatchRow &) { return false; }};
    const std::optional<qint64> age =
        reader.policy().figure(QStringLiteral("benefit.age"), division, reader.today());
    // Without the figure nobody is left out: the rules judge each row again.
    const QString bornAfter = age ? reader.today().addYears(-int(*age)).toString(Qt::ISODate)
                                  : QStringLiteral("0000-00-00");
    auto found = std::make_shared<Query>(reader.query(QStringLiteral(
        "SELECT p.id_number, p.name, d.name, coalesce((SELECT u.amount FROM contribution_due u "
        "WHERE u.person = p.id AND u.year = ?), (SELECT sum(e.amount) FROM contribution_entry e "
        "WHERE e.person = p.id AND e.year = ?), 0) FROM person p "
        "LEFT JOIN division d ON d.code = p.division "
        "WHERE p.division >= ? AND p.division < ? AND p.status = 'active' AND p.birth > ? "
        "AND NOT EXISTS (SELECT 1 FROM contribution_due n WHERE n.person = p.id AND n.year = ?) "
        "ORDER BY p.division, p.household, p.id")));
    found->bindAll(year - 1, year - 1, division, endOfPrefix(division), bornAfter, year);
    return {[found, number = qint64(0)](BatchRow &row) mutable {
        if (!found->next())
            return false;
        const qint64 before = found->integer(3);
        row.number = ++number;
        row.cells = {found->text(0), found->text(1), found->text(2),
                     before > 0 ? Money::fromFen(before).toYuanText() : QString(), QString()};
        return true;
    }};
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const QString division = payload[u"division"].toString();
    if (!reader.row(QStringLiteral("division"), QStringLiteral("code"), division)) {
        findings.append(error(
            QStringLiteral("DIVISION_UNKNOWN"), QStringLiteral("division"),
            words(QT_TRANSLATE_NOOP("Contributions", "Choose the village of the roster.")), rule));
        return findings;
    }
    checkDeclarationYear(payload[u"year"].toInteger(), division, reader, findings);
    return findings;
}

} // namespace

OperationType declareRosterType()
{
    OperationType type;
    type.id = QStringLiteral("contributions.declare_roster");
    type.room = QStringLiteral("contributions");
    type.family = QStringLiteral("contributions.collect");
    type.part = ControlPart::Business;
    type.legalBasis = QStringLiteral("征缴岗 2");
    type.title = words(QT_TRANSLATE_NOOP("Contributions", "Declaration of a village by roster"));
    Field division;
    division.name = QStringLiteral("division");
    division.kind = FieldKind::Division;
    division.label = words(QT_TRANSLATE_NOOP("Contributions", "Division of the roster"));
    division.required = true;
    Field year;
    year.name = QStringLiteral("year");
    year.kind = FieldKind::Year;
    year.label = words(QT_TRANSLATE_NOOP("Contributions", "Year"));
    year.required = true;
    year.pinnable = true;
    type.fields = {division, year};
    type.evidence = {QStringLiteral("roster")};
    type.reversedBy = {QStringLiteral("contributions.declare_change")};
    type.batch = BatchSpec{rowFields(), beginCheck, beginPosting, {}, templateRows};
    type.check = check;
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{{QStringLiteral("division:") + payload[u"division"].toString(),
                            QStringLiteral("tier:%1").arg(payload[u"year"].toInteger())}};
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> place = reader.row(
            QStringLiteral("division"), QStringLiteral("code"), payload[u"division"].toString());
        return words(QT_TRANSLATE_NOOP("Contributions", "%1: %2 persons declare for %3"))
            .arg(place ? place->value(QStringLiteral("name")).toString() : QString(),
                 QString::number(payload[u"rows_count"].toInteger()),
                 QString::number(payload[u"year"].toInteger()));
    };
    return type;
}

} // namespace jubao
