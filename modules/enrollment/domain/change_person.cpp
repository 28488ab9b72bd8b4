// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/types.h"

#include "core/id_number.h"
#include "enrollment/domain/alteration.h"
#include "enrollment/domain/eligibility.h"

namespace jubao {

using namespace enrollment;

namespace {

QList<Alteration> altered(const QJsonObject &payload, const Reader &reader, bool key)
{
    return alterationsBy(key ? QStringLiteral("enrollment.change_key")
                             : QStringLiteral("enrollment.change"),
                         payload, reader);
}

/** Fields of the other route that the payload wants to change as well: they have their own type. */
void refuseOtherRoute(const QJsonObject &payload, const Reader &reader, bool key,
                      Findings &findings)
{
    QStringList others = changeableFields(!key);
    others.append(QStringLiteral("division"));
    const QList<Alteration> foreign = alterations(payload, reader, others);
    for (const Alteration &one : foreign) {
        const bool place = one.field.field.kind == FieldKind::Division;
        // What the form of this type never showed was compared with the record as it stands.
        if (one.after == one.now)
            continue;
        findings.append(error(
            QStringLiteral("OTHER_OPERATION"), one.field.field.name,
            words(QT_TRANSLATE_NOOP("Enrollment", "“%1” is changed by another operation: %2."))
                .arg(one.field.field.label,
                     place     ? QStringLiteral("enrollment.move")
                         : key ? QStringLiteral("enrollment.change")
                               : QStringLiteral("enrollment.change_key")),
            QStringLiteral("ENR-02")));
    }
}

void checkBirth(const QJsonObject &payload, const QList<Alteration> &list, const Reader &reader,
                Findings &findings)
{
    for (const Alteration &one : list) {
        if (one.field.field.name != QLatin1String("birth"))
            continue;
        const IdNumberResult id = IdNumber::parse(payload[u"id_number"].toString(), reader.today());
        const QString inside = id.birth.toString(Qt::ISODate);
        if (id.valid && one.after.toString() != inside) {
            findings.append(
                error(QStringLiteral("BIRTH_AND_NUMBER"), QStringLiteral("birth"),
                      words(QT_TRANSLATE_NOOP(
                                "Enrollment",
                                "The ID number says born on %1. Change the number, or this date."))
                          .arg(inside),
                      QStringLiteral("GB 11643-1999")));
        } else if (id.valid) {
            findings.append(warning(
                QStringLiteral("BIRTH_CHANGES"), QStringLiteral("birth"),
                words(
                    QT_TRANSLATE_NOOP(
                        "Enrollment",
                        "The birth date changes from %1 to %2; the day of the pension changes with it."))
                    .arg(one.before.toString(), inside),
                QStringLiteral("ENR-10")));
        }
    }
}

Findings check(const QJsonObject &given, const Reader &reader, qint64 actor, bool key)
{
    const QJsonObject payload = key ? withBirthOfNumber(given, reader) : given;
    const QList<Alteration> list = altered(payload, reader, key);
    Findings findings = alterationFindings(payload, reader, list);
    if (findings.size() == 1 && findings.first().code == QLatin1String("PERSON_UNKNOWN"))
        return findings;
    refuseOtherRoute(given, reader, key, findings);
    Candidate candidate{recordOf(reader, payload[u"person"].toInteger()),
                        payload[u"person"].toInteger()};
    QStringList touched;
    for (const Alteration &one : list) {
        candidate.values.insert(one.field.field.name, one.after);
        touched.append(one.field.field.name);
    }
    findings.append(fieldFindings(candidate, touched, reader, actor));
    if (key) {
        checkBirth(candidate.values, list, reader, findings);
        if (payload[u"reason"].toString().trimmed().isEmpty())
            findings.append(
                error(QStringLiteral("FIELD_MISSING"), QStringLiteral("reason"),
                      words(QT_TRANSLATE_NOOP("Enrollment", "Write why the key data change.")),
                      QStringLiteral("ENR-02")));
    }
    return findings;
}

QString divisionOf(const QJsonObject &payload, const Reader &reader)
{
    return recordOf(reader, payload[u"person"].toInteger())[u"division"].toString();
}

OperationType changeType(bool key)
{
    OperationType type;
    type.room = QStringLiteral("enrollment");
    type.legalBasis = QStringLiteral("参保岗 2");
    type.fields = {personField()};
    type.fields.append(fieldsNamed(changeableFields(key)));
    // Which of them must not be empty the rules say; the form shows them filled in.
    for (qsizetype i = 1; i < type.fields.size(); ++i)
        type.fields[i].required = type.fields[i].pinnable = false;
    // Few fields of each part change here: the form needs no heading for one or two of them.
    if (!key) {
        for (Field &field : type.fields) {
            if (field.name == QLatin1String("nation") || field.name == QLatin1String("land_lost"))
                field.group.clear();
            else if (field.name == QLatin1String("phone"))
                field.group = fieldsNamed({QStringLiteral("address")}).first().group;
        }
    }
    type.fields.append(reasonField(key));
    constexpr int promisedWorkingDays = 3;
    type.limitDaysWorking = promisedWorkingDays;
    type.prefill = [key](const QJsonObject &payload, const Reader &reader) {
        return prefilled(payload, reader, changeableFields(key));
    };
    type.check = [key](const QJsonObject &payload, const Reader &reader, qint64 actor) {
        return check(payload, reader, actor, key);
    };
    type.division = divisionOf;
    type.subjects = subjectsOf;
    type.locks = [key](const QJsonObject &payload, const Reader &reader) {
        return locksOf(payload[u"person"].toInteger(), altered(payload, reader, key));
    };
    type.changes = [key](const QJsonObject &payload, const Reader &reader) {
        return changesOf(altered(payload, reader, key), reader);
    };
    type.apply = [key](const QJsonObject &payload, Writer &writer) {
        writeAlterations(payload, altered(payload, writer, key), writer);
    };
    return type;
}

} // namespace

OperationType changePersonType()
{
    OperationType type = changeType(false);
    type.id = QStringLiteral("enrollment.change");
    type.family = QStringLiteral("enrollment.ordinary");
    type.part = ControlPart::Business;
    type.title = words(QT_TRANSLATE_NOOP("Enrollment", "Change of ordinary data"));
    type.evidence = {QStringLiteral("id_card")};
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        return words(QT_TRANSLATE_NOOP("Enrollment", "Change of %1: %2"))
            .arg(nameOf(payload, reader), labelsOf(altered(payload, reader, false)));
    };
    return type;
}

OperationType changeKeyDataType()
{
    OperationType type = changeType(true);
    type.id = QStringLiteral("enrollment.change_key");
    type.family = QStringLiteral("enrollment.key");
    type.part = ControlPart::Business;
    type.title = words(QT_TRANSLATE_NOOP("Enrollment", "Change of key data"));
    type.evidence = {QStringLiteral("id_card"), QStringLiteral("change_proof")};
    type.highRisk = true;
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        return words(QT_TRANSLATE_NOOP("Enrollment", "Change of key data of %1: %2"))
            .arg(nameOf(payload, reader), labelsOf(altered(payload, reader, true)));
    };
    return type;
}

} // namespace jubao
