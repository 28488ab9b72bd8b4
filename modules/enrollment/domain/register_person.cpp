// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/types.h"

#include "enrollment/domain/eligibility.h"
#include "enrollment/domain/person_fields.h"

namespace jubao {

using namespace enrollment;

namespace {

Findings check(const QJsonObject &payload, const Reader &reader, qint64 actor)
{
    return fieldFindings({payload, 0}, registrationFields(), reader, actor);
}

QList<Change> changes(const QJsonObject &payload, const Reader &reader)
{
    QList<Change> list;
    const QList<PersonField> all = personFields();
    for (const PersonField &each : all) {
        const QJsonValue value = payload[each.field.name];
        const bool said = value.isString() ? !value.toString().isEmpty() : value.toInteger() != 0;
        if (said)
            list.append(
                {each.field.name, each.field.label, {}, displayOf(each.field, value, reader)});
    }
    return list;
}

} // namespace

OperationType registerPersonType()
{
    OperationType type;
    type.id = QStringLiteral("enrollment.register");
    type.room = QStringLiteral("enrollment");
    type.family = QStringLiteral("enrollment.ordinary");
    type.part = ControlPart::Business;
    type.legalBasis = QStringLiteral("参保岗 3");
    type.title = words(QT_TRANSLATE_NOOP("Enrollment", "Enrolment of a person"));
    type.fields = fieldsNamed(registrationFields());
    type.importedAs = QStringLiteral("enrollment.roster");
    type.evidence = {QStringLiteral("id_card"), QStringLiteral("household_register")};
    type.documents = {registrationDocument()};
    constexpr int promisedWorkingDays = 5;
    type.limitDaysWorking = promisedWorkingDays;
    type.check = check;
    type.apply = [](const QJsonObject &payload, Writer &writer) {
        writeRecord(writer, 0, payload);
    };
    type.subjects = [](const QJsonObject &payload, const Reader &) {
        return QList<Subject>{{0, payload[u"id_number"].toString()}};
    };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{
            {QStringLiteral("id:") + payload[u"id_number"].toString(), QStringLiteral("identity")}};
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        return words(QT_TRANSLATE_NOOP("Enrollment", "Enrol %1, %2"))
            .arg(payload[u"name"].toString(),
                 divisionName(reader, payload[u"division"].toString()));
    };
    type.changes = changes;
    return type;
}

} // namespace jubao
