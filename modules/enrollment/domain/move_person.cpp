// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/types.h"

#include "core/division_code.h"
#include "core/id_number.h"
#include "enrollment/domain/alteration.h"
#include "enrollment/domain/eligibility.h"

namespace jubao {

using namespace enrollment;

namespace {

const QString giving = QStringLiteral("giving");

Findings check(const QJsonObject &payload, const Reader &reader, qint64 actor)
{
    const QList<Alteration> list = alterations(payload, reader, movedFields());
    Findings findings = alterationFindings(payload, reader, list);
    if (findings.size() == 1 && findings.first().code == QLatin1String("PERSON_UNKNOWN"))
        return findings;
    Candidate candidate{recordOf(reader, payload[u"person"].toInteger()),
                        payload[u"person"].toInteger()};
    bool movesAway = false;
    QStringList touched;
    for (const Alteration &one : list) {
        const QString &name = one.field.field.name;
        movesAway = movesAway || name == QLatin1String("division");
        candidate.values.insert(name, one.after);
        touched.append(name);
    }
    if (!list.isEmpty() && !movesAway)
        findings.append(
            error(QStringLiteral("SAME_DIVISION"), QStringLiteral("division"),
                  words(QT_TRANSLATE_NOOP("Enrollment", "The person is in this village already.")),
                  QStringLiteral("ENR-02")));
    // From the giving side the new village lies outside: there the registrar judges the old one.
    const bool fromGivingSide = payload[u"applied_at"].toString() == giving;
    for (Finding each : fieldFindings(candidate, touched, reader, fromGivingSide ? 0 : actor)) {
        if (each.code == QLatin1String("DIVISION_OUTSIDE"))
            each.text = words(QT_TRANSLATE_NOOP(
                "Enrollment",
                "This village is not one of yours. Where the person leaves one of yours, choose "
                "“The old village's township”."));
        findings.append(each);
    }
    return findings;
}

/** The receiving village, or the giving one where the person applied there. */
QString divisionOf(const QJsonObject &payload, const Reader &reader)
{
    const QJsonObject record = recordOf(reader, payload[u"person"].toInteger());
    return payload[u"applied_at"].toString() == giving ? record[u"division"].toString()
                                                       : payload[u"division"].toString();
}

QString summary(const QJsonObject &payload, const Reader &reader)
{
    const QJsonObject record = recordOf(reader, payload[u"person"].toInteger());
    return words(QT_TRANSLATE_NOOP("Enrollment", "%1 moves from %2 to %3"))
        .arg(record[u"name"].toString(), divisionName(reader, record[u"division"].toString()),
             divisionName(reader, payload[u"division"].toString()));
}

/** With the person of that number and name, if there is one. The whole place is as it was typed:
 * nothing of the old one, which the maker does not see, stays. */
QJsonObject takenIn(const QJsonObject &payload, const Reader &reader)
{
    QJsonObject whole;
    const QStringList fields = movedFields();
    for (const QString &field : fields)
        whole.insert(field, payload[field].toString().trimmed());
    const IdNumberResult id = IdNumber::parse(payload[u"id_number"].toString(), reader.today());
    const auto row =
        reader.row(QStringLiteral("person"), QStringLiteral("id_number"), id.normalized);
    if (id.valid && row
        && row->value(QStringLiteral("name")).toString() == payload[u"name"].toString().trimmed())
        whole.insert(QStringLiteral("person"), row->value(QStringLiteral("id")).toLongLong());
    return whole;
}

/** Of whoever was found. */
Findings recordFindings(const QJsonObject &whole, const Reader &reader)
{
    const QString division = QStringLiteral("division");
    const QString rule = QStringLiteral("ENR-02");
    const auto person =
        reader.row(QStringLiteral("person"), whole[u"person"].toInteger()).value_or(Row());
    if (townshipOf(whole[division].toString()) == townshipOf(person.value(division).toString()))
        return {error(QStringLiteral("SAME_TOWNSHIP"), division,
                      words(QT_TRANSLATE_NOOP("Enrollment",
                                              "The person lives in this township already: choose "
                                              "“Move to another village or township”.")),
                      rule)};
    if (person.value(QStringLiteral("status")).toString() != QLatin1String("active"))
        return {error(QStringLiteral("PERSON_NOT_ACTIVE"), QStringLiteral("id_number"), notActive(),
                      rule)};
    return {};
}

Findings checkTaken(const QJsonObject &payload, const Reader &reader, qint64 actor)
{
    const QString number = QStringLiteral("id_number");
    const IdNumberResult id = IdNumber::parse(payload[number].toString(), reader.today(), number);
    Findings findings = id.findings;
    QJsonObject whole = takenIn(payload, reader);
    const qint64 person = whole[u"person"].toInteger();
    const QString name = payload[u"name"].toString().trimmed();
    if (person != 0)
        findings += recordFindings(whole, reader);
    else if (id.valid)
        findings.append(error(
            QStringLiteral("PERSON_UNKNOWN"), name.isEmpty() ? QStringLiteral("name") : number,
            words(QT_TRANSLATE_NOOP("Enrollment",
                                    "Nobody of this ID number and name is enrolled in the "
                                    "county. Compare both with the ID card.")),
            QStringLiteral("ENR-02")));
    whole.insert(number, id.normalized);
    whole.insert(QStringLiteral("name"), name);
    return findings + fieldFindings({whole, person}, movedFields(), reader, actor);
}

/** What both ways of moving have in common. */
OperationType movingType()
{
    OperationType type;
    type.room = QStringLiteral("enrollment");
    type.family = QStringLiteral("enrollment.ordinary");
    type.part = ControlPart::Business;
    type.legalBasis = QStringLiteral("参保岗 2");
    type.evidence = {QStringLiteral("id_card"), QStringLiteral("household_register")};
    constexpr int promisedWorkingDays = 5;
    type.limitDaysWorking = promisedWorkingDays;
    return type;
}

Field appliedAt()
{
    Field field;
    field.name = QStringLiteral("applied_at");
    field.kind = FieldKind::Choice;
    field.label = words(QT_TRANSLATE_NOOP("Enrollment", "Applied for at"));
    field.choices = {
        {QStringLiteral("receiving"),
         words(QT_TRANSLATE_NOOP("Enrollment", "The new village's township"))},
        {giving, words(QT_TRANSLATE_NOOP("Enrollment", "The old village's township"))}};
    field.pinnable = true;
    return field;
}

} // namespace

OperationType movePersonType()
{
    OperationType type = movingType();
    type.id = QStringLiteral("enrollment.move");
    type.title = words(QT_TRANSLATE_NOOP("Enrollment", "Move to another village or township"));
    type.fields = {personField()};
    type.fields.append(fieldsNamed(movedFields()));
    for (qsizetype i = 2; i < type.fields.size(); ++i)
        type.fields[i].required = false;
    type.fields += {appliedAt(), reasonField(false)};
    type.prefill = [](const QJsonObject &payload, const Reader &reader) {
        return prefilled(payload, reader, movedFields());
    };
    type.check = check;
    type.division = divisionOf;
    type.subjects = subjectsOf;
    type.locks = [](const QJsonObject &payload, const Reader &reader) {
        return locksOf(payload[u"person"].toInteger(), alterations(payload, reader, movedFields()));
    };
    type.changes = [](const QJsonObject &payload, const Reader &reader) {
        return changesOf(alterations(payload, reader, movedFields()), reader);
    };
    type.summary = summary;
    type.apply = [](const QJsonObject &payload, Writer &writer) {
        writeAlterations(payload, alterations(payload, writer, movedFields()), writer);
    };
    return type;
}

OperationType takeInType()
{
    OperationType type = movingType();
    type.id = QStringLiteral("enrollment.take_in");
    type.title = words(QT_TRANSLATE_NOOP("Enrollment", "Taking in from another township"));
    type.fields = fieldsNamed({QStringLiteral("id_number"), QStringLiteral("name")})
        + fieldsNamed(movedFields());
    for (Field &field : type.fields)
        field.required = field.name != QLatin1String("village_group");
    type.fields.append(reasonField(false));
    type.check = checkTaken;
    type.subjects = [](const QJsonObject &payload, const Reader &reader) {
        const QList<Subject> found = subjectsOf(takenIn(payload, reader), reader);
        if (!found.isEmpty())
            return found;
        const QString typed = payload[u"id_number"].toString();
        const IdNumberResult id = IdNumber::parse(typed, reader.today());
        return QList<Subject>{{0, id.valid ? id.normalized : typed}};
    };
    type.locks = [](const QJsonObject &payload, const Reader &reader) {
        const QJsonObject whole = takenIn(payload, reader);
        const qint64 person = whole[u"person"].toInteger();
        // By number and name he was found.
        return locksOf(person, alterations(whole, reader, movedFields()))
            << Lock{QStringLiteral("person:%1").arg(person), aspect::identity};
    };
    type.changes = [id = type.id](const QJsonObject &payload, const Reader &reader) {
        return changesOf(alterationsBy(id, payload, reader), reader);
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        return summary(takenIn(payload, reader), reader);
    };
    type.apply = [](const QJsonObject &payload, Writer &writer) {
        const QJsonObject whole = takenIn(payload, writer);
        if (!whole.contains(u"person")) // or somebody new would be written
            throw RefusedError({refusal(QStringLiteral("STALE_RECORD"), payload[u"name"].toString(),
                                        QStringLiteral("name"))});
        writeAlterations(whole, alterations(whole, writer, movedFields()), writer);
    };
    return type;
}

} // namespace jubao
