// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/alteration.h"

#include "core/id_number.h"

namespace jubao::enrollment {

namespace {

const QString beforeKey = QStringLiteral("before");

qint64 personOf(const QJsonObject &payload)
{
    return payload[u"person"].toInteger();
}

/** Absent, empty and a flag not set are one and the same. */
QJsonValue valueOf(const QJsonObject &object, const Field &field)
{
    const QJsonValue value = object[field.name];
    if (field.kind == FieldKind::Flag)
        return value.toInteger();
    return value.toString();
}

/** What stood before is the other township's until the person has come. */
QList<Alteration> arrivals(const QJsonObject &payload)
{
    const QJsonValue unsaid = QString();
    QList<Alteration> altered;
    const QList<PersonField> all = personFields();
    for (const PersonField &each : all) {
        const QJsonValue after = payload[each.field.name].toString().trimmed();
        if (movedFields().contains(each.field.name) && after != unsaid)
            altered.append({each, unsaid, after, unsaid});
    }
    return altered;
}

QString staleText(const Alteration &one, const Reader &reader)
{
    return words(QT_TRANSLATE_NOOP("Enrollment", "%1: the form began from “%2”, now it is “%3”"))
        .arg(one.field.field.label, maskedDisplayOf(one.field.field, one.before, reader),
             maskedDisplayOf(one.field.field, one.now, reader));
}

} // namespace

QJsonObject prefilled(const QJsonObject &payload, const Reader &reader, const QStringList &fields)
{
    const QJsonObject record = recordOf(reader, personOf(payload));
    if (record.isEmpty())
        return {};
    QJsonObject values;
    for (const QString &field : fields)
        values.insert(field, record[field]);
    QJsonObject whole = values;
    whole.insert(beforeKey, values);
    return whole;
}

QList<Alteration> alterations(const QJsonObject &payload, const Reader &reader,
                              const QStringList &fields)
{
    QList<Alteration> altered;
    const QJsonObject record = recordOf(reader, personOf(payload));
    const QJsonObject before = payload.contains(beforeKey) ? payload[beforeKey].toObject() : record;
    const QList<PersonField> all = personFields();
    for (const PersonField &each : all) {
        const QString &name = each.field.name;
        if (!fields.contains(name) || !payload.contains(name))
            continue;
        const Alteration one{each, valueOf(before, each.field), valueOf(payload, each.field),
                             valueOf(record, each.field)};
        if (one.after != one.before)
            altered.append(one);
    }
    return altered;
}

QJsonObject withBirthOfNumber(QJsonObject payload, const Reader &reader)
{
    const QList<Alteration> altered =
        alterations(payload, reader, {QStringLiteral("id_number"), QStringLiteral("birth")});
    if (altered.size() != 1 || altered.first().field.field.name != QLatin1String("id_number"))
        return payload;
    const IdNumberResult id = IdNumber::parse(altered.first().after.toString(), reader.today());
    if (id.valid)
        payload.insert(QStringLiteral("birth"), id.birth.toString(Qt::ISODate));
    return payload;
}

QStringList movedFields()
{
    return {QStringLiteral("division"), QStringLiteral("village_group"),
            QStringLiteral("household"), QStringLiteral("household_relation"),
            QStringLiteral("address")};
}

QList<Alteration> alterationsBy(const QString &type, const QJsonObject &payload,
                                const Reader &reader)
{
    if (type == QLatin1String("enrollment.move"))
        return alterations(payload, reader, movedFields());
    if (type == QLatin1String("enrollment.take_in"))
        return arrivals(payload);
    const bool key = type == QLatin1String("enrollment.change_key");
    return alterations(key ? withBirthOfNumber(payload, reader) : payload, reader,
                       changeableFields(key));
}

QList<Refusal> staleRefusals(const QList<Alteration> &altered, const Reader &reader)
{
    QList<Refusal> refusals;
    for (const Alteration &one : altered) {
        if (one.stale())
            refusals.append(refusal(QStringLiteral("STALE_RECORD"), staleText(one, reader),
                                    one.field.field.name));
    }
    return refusals;
}

QString notActive()
{
    return words(QT_TRANSLATE_NOOP("Enrollment", "This person's insurance is not active."));
}

Findings alterationFindings(const QJsonObject &payload, const Reader &reader,
                            const QList<Alteration> &altered)
{
    const QString field = QStringLiteral("person");
    const auto row = reader.row(QStringLiteral("person"), personOf(payload));
    if (!row)
        return {error(QStringLiteral("PERSON_UNKNOWN"), field,
                      words(QT_TRANSLATE_NOOP("Enrollment", "Choose an enrolled person.")),
                      QStringLiteral("ENR-02"))};
    Findings findings;
    if (row->value(QStringLiteral("status")).toString() != QLatin1String("active"))
        findings.append(error(QStringLiteral("PERSON_NOT_ACTIVE"), field, notActive(),
                              QStringLiteral("ENR-02")));
    if (altered.isEmpty())
        findings.append(
            error(QStringLiteral("NOTHING_CHANGED"), field,
                  words(QT_TRANSLATE_NOOP("Enrollment",
                                          "Nothing differs from the record: change a field.")),
                  QStringLiteral("ENR-02")));
    const QList<Refusal> stale = staleRefusals(altered, reader);
    for (const Refusal &each : stale)
        findings.append(error(each.code, each.field, each.text, each.rule));
    return findings;
}

QList<Change> changesOf(const QList<Alteration> &altered, const Reader &reader)
{
    QList<Change> changes;
    for (const Alteration &one : altered) {
        const Field &field = one.field.field;
        QString before = displayOf(field, one.before, reader);
        if (one.stale())
            before = words(QT_TRANSLATE_NOOP("Enrollment", "%1 (the form began from: %2)"))
                         .arg(displayOf(field, one.now, reader), before);
        changes.append({field.name, field.label, before, displayOf(field, one.after, reader)});
    }
    return changes;
}

QList<Lock> locksOf(qint64 person, const QList<Alteration> &altered)
{
    QList<Lock> locks;
    QStringList aspects;
    for (const Alteration &one : altered) {
        if (!aspects.contains(one.field.aspect)) {
            aspects.append(one.field.aspect);
            locks.append({QStringLiteral("person:%1").arg(person), one.field.aspect});
        }
        if (one.field.field.name == QLatin1String("id_number"))
            locks.append({QStringLiteral("id:") + one.after.toString(), aspect::identity});
    }
    return locks;
}

QList<Subject> subjectsOf(const QJsonObject &payload, const Reader &reader)
{
    const qint64 person = personOf(payload);
    const auto row = reader.row(QStringLiteral("person"), person);
    if (!row)
        return {};
    return {{person, row->value(QStringLiteral("id_number")).toString()}};
}

QString nameOf(const QJsonObject &payload, const Reader &reader)
{
    return recordOf(reader, personOf(payload))[u"name"].toString();
}

QString labelsOf(const QList<Alteration> &altered)
{
    QStringList labels;
    for (const Alteration &one : altered)
        labels.append(one.field.field.label);
    return labels.join(words(QT_TRANSLATE_NOOP("Enrollment", ", ")));
}

void writeAlterations(const QJsonObject &payload, const QList<Alteration> &altered, Writer &writer)
{
    const QList<Refusal> stale = staleRefusals(altered, writer);
    if (!stale.isEmpty())
        throw RefusedError(stale);
    QJsonObject values;
    for (const Alteration &one : altered)
        values.insert(one.field.field.name, one.after);
    writeRecord(writer, personOf(payload), values);
}

} // namespace jubao::enrollment
