// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/types.h"

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
    OperationType type;
    type.id = QStringLiteral("enrollment.move");
    type.room = QStringLiteral("enrollment");
    type.family = QStringLiteral("enrollment.ordinary");
    type.part = ControlPart::Business;
    type.legalBasis = QStringLiteral("参保岗 2");
    type.title = words(QT_TRANSLATE_NOOP("Enrollment", "Move to another village or township"));
    type.fields = {personField()};
    type.fields.append(fieldsNamed(movedFields()));
    for (qsizetype i = 2; i < type.fields.size(); ++i)
        type.fields[i].required = false;
    type.fields += {appliedAt(), reasonField(false)};
    type.evidence = {QStringLiteral("id_card"), QStringLiteral("household_register")};
    constexpr int promisedWorkingDays = 5;
    type.limitDaysWorking = promisedWorkingDays;
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
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        const QJsonObject record = recordOf(reader, payload[u"person"].toInteger());
        return words(QT_TRANSLATE_NOOP("Enrollment", "%1 moves from %2 to %3"))
            .arg(record[u"name"].toString(), divisionName(reader, record[u"division"].toString()),
                 divisionName(reader, payload[u"division"].toString()));
    };
    type.apply = [](const QJsonObject &payload, Writer &writer) {
        writeAlterations(payload, alterations(payload, writer, movedFields()), writer);
    };
    return type;
}

} // namespace jubao
