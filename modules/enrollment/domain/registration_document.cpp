// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/types.h"

#include "core/id_number.h"
#include "database/ids.h"
#include "enrollment/domain/documents.h"
#include "enrollment/domain/person_fields.h"
#include <QCoreApplication>

namespace jubao {

using namespace enrollment;

namespace {

/** The record that the registration made; nothing before it is posted. */
std::optional<Row> personMadeBy(qint64 operation, const QString &idNumber, const Reader &reader)
{
    Query state = reader.query(QStringLiteral("SELECT state FROM operation WHERE id = ?"));
    state.bindAll(operation);
    if (!state.next() || state.text(0) != stateCode(OperationState::Posted))
        return {};
    return reader.row(QStringLiteral("person"), QStringLiteral("id_number"), idNumber);
}

QString tierText(qint64 fen)
{
    return fen == 0 ? QString() : Money::fromFen(fen).toDisplay() + QStringLiteral(" 元／年");
}

/** The tier declared for the first year: by the registration itself or later. */
QString tierOf(qint64 person, const QDate &enrolledOn, const Reader &reader)
{
    Query due = reader.query(QStringLiteral(
        "SELECT amount FROM contribution_due WHERE person = ? AND year = ? ORDER BY id DESC LIMIT 1"));
    due.bindAll(person, qint64(enrolledOn.year()));
    return tierText(due.next() ? due.integer(0) : 0);
}

QString beneficiaryOf(const QJsonObject &payload)
{
    QStringList parts;
    for (const char *key : {"beneficiary_name", "beneficiary_relation", "beneficiary_id_number"}) {
        const QString text = payload[QLatin1String(key)].toString();
        if (!text.isEmpty())
            parts.append(text);
    }
    return parts.join(QStringLiteral("　"));
}

DocumentData gather(qint64 operation, const QJsonObject &payload, const Reader &reader)
{
    const IdNumberResult id = IdNumber::parse(payload[u"id_number"].toString(), reader.today());
    Query made = reader.query(QStringLiteral("SELECT made_on FROM operation WHERE id = ?"));
    made.bindAll(operation);
    made.next();
    DocumentData data;
    data.templateId = QStringLiteral("registration_form");
    data.title = QStringLiteral("城乡居民基本养老保险参保登记表");
    const QList<PersonField> fields = personFields();
    for (const PersonField &each : fields)
        data.values.insert(each.field.name,
                           displayOf(each.field, payload[each.field.name], reader));
    data.values.insert(QStringLiteral("sex"),
                       id.sex == Sex::Male ? QStringLiteral("男") : QStringLiteral("女"));
    data.values.insert(QStringLiteral("birth"), paperDate(id.birth));
    data.values.insert(QStringLiteral("id_kind"), QStringLiteral("居民身份证"));
    data.values.insert(QStringLiteral("date_line"),
                       QStringLiteral("填表日期：") + paperDate(made.date(0)));
    data.values.insert(QStringLiteral("beneficiary"), beneficiaryOf(payload));
    data.values.insert(QStringLiteral("place"),
                       placeName(reader, payload[u"division"].toString())
                           + payload[u"village_group"].toString());
    const std::optional<Row> person = personMadeBy(operation, id.normalized, reader);
    const qint64 personId = person ? person->value(QStringLiteral("id")).toLongLong() : 0;
    data.values.insert(QStringLiteral("personal_number"),
                       person ? QString::number(shortNumber(personId)) : QString());
    data.values.insert(QStringLiteral("enrolled_on"), paperDate(made.date(0)));
    data.values.insert(QStringLiteral("tier"),
                       person ? tierOf(personId, made.date(0), reader)
                              : tierText(payload[u"tier"].toInteger()));
    data.values.insert(QStringLiteral("evidence"), evidenceOf(operation, reader));
    return data;
}

} // namespace

DocumentSpec registrationDocument()
{
    DocumentSpec document;
    document.id = QStringLiteral("enrollment.registration_form");
    document.title = QCoreApplication::translate("Enrollment", "Registration form");
    document.gather = gather;
    return document;
}

} // namespace jubao
