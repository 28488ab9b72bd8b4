// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/types.h"

#include "core/id_number.h"
#include "core/pinyin.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Enrollment", text);
}

void requireText(const QJsonObject &payload, const QString &field, const QString &text,
                 Findings &findings)
{
    if (payload[field].toString().trimmed().isEmpty())
        findings.append(error(QStringLiteral("FIELD_MISSING"), field, text));
}

void checkPlace(const QJsonObject &payload, const Reader &reader, Findings &findings)
{
    const QString division = payload[u"division"].toString();
    if (!reader.row(QStringLiteral("division"), QStringLiteral("code"), division))
        findings.append(error(QStringLiteral("DIVISION_UNKNOWN"), QStringLiteral("division"),
                              words(QT_TRANSLATE_NOOP(
                                  "Enrollment", "This division code is not one of the county's.")),
                              QStringLiteral("ENR-01")));
}

void checkAge(const IdNumberResult &id, const Reader &reader, const QString &division,
              Findings &findings)
{
    const std::optional<qint64> from =
        reader.policy().figure(QStringLiteral("enrolment.age_from"), division, reader.today());
    const std::optional<qint64> benefit =
        reader.policy().figure(QStringLiteral("benefit.age"), division, reader.today());
    const int age = ageInYears(id.birth, reader.today());
    if (!from)
        findings.append(
            error(QStringLiteral("POLICY_MISSING"), QStringLiteral("id_number"),
                  words(QT_TRANSLATE_NOOP("Enrollment",
                                          "The policy row “enrolment.age_from” is missing."))));
    else if (age < *from)
        findings.append(
            error(QStringLiteral("AGE_TOO_LOW"), QStringLiteral("id_number"),
                  words(QT_TRANSLATE_NOOP("Enrollment",
                                          "The person is %1 years old; enrolment begins at %2."))
                      .arg(age)
                      .arg(*from),
                  QStringLiteral("ENR-08")));
    if (benefit && age >= *benefit)
        findings.append(warning(
            QStringLiteral("AGE_BENEFIT_REACHED"), QStringLiteral("id_number"),
            words(QT_TRANSLATE_NOOP("Enrollment",
                                    "The person is %1 years old and has reached the benefit age."))
                .arg(age),
            QStringLiteral("ENR-08")));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    requireText(payload, QStringLiteral("name"),
                words(QT_TRANSLATE_NOOP("Enrollment", "Enter the name.")), findings);
    requireText(payload, QStringLiteral("address"),
                words(QT_TRANSLATE_NOOP("Enrollment", "Enter the address.")), findings);
    requireText(
        payload, QStringLiteral("household"),
        words(QT_TRANSLATE_NOOP("Enrollment", "Enter the number of the household register.")),
        findings);
    checkPlace(payload, reader, findings);
    const IdNumberResult id = IdNumber::parse(payload[u"id_number"].toString(), reader.today());
    findings.append(id.findings);
    if (!id.valid)
        return findings;
    if (id.normalized != payload[u"id_number"].toString())
        findings.append(
            error(QStringLiteral("ID_NUMBER_OLD"), QStringLiteral("id_number"),
                  words(QT_TRANSLATE_NOOP("Enrollment", "Enter the number with 18 characters: %1"))
                      .arg(id.normalized)));
    checkAge(id, reader, payload[u"division"].toString(), findings);
    if (reader.row(QStringLiteral("person"), QStringLiteral("id_number"), id.normalized))
        findings.append(
            error(QStringLiteral("ALREADY_ENROLLED"), QStringLiteral("id_number"),
                  words(QT_TRANSLATE_NOOP("Enrollment",
                                          "A person with this ID number is enrolled already.")),
                  QStringLiteral("ENR-08")));
    static const QRegularExpression phone(QStringLiteral("^(1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8})?$"));
    if (!phone.match(payload[u"phone"].toString()).hasMatch())
        findings.append(
            error(QStringLiteral("PHONE_MALFORMED"), QStringLiteral("phone"),
                  words(QT_TRANSLATE_NOOP("Enrollment", "This is no telephone number."))));
    static const QRegularExpression card(QStringLiteral("^(\\d{12,19})?$"));
    if (!card.match(payload[u"bank_card"].toString()).hasMatch())
        findings.append(
            error(QStringLiteral("BANK_CARD_MALFORMED"), QStringLiteral("bank_card"),
                  words(QT_TRANSLATE_NOOP("Enrollment", "A bank card has 12 to 19 digits."))));
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const IdNumberResult id = IdNumber::parse(payload[u"id_number"].toString(), writer.today());
    Row row{{QStringLiteral("id_number"), id.normalized},
            {QStringLiteral("id_last_four"), id.normalized.right(4)},
            {QStringLiteral("pinyin"), pinyinInitials(payload[u"name"].toString())},
            {QStringLiteral("sex"), sexCode(id.sex)},
            {QStringLiteral("birth"), id.birth},
            {QStringLiteral("status"), QStringLiteral("active")},
            {QStringLiteral("enrolled_on"), writer.context().madeOn},
            {QStringLiteral("imported"), 0}};
    for (const char *copied :
         {"name", "nation", "division", "household", "household_relation", "household_kind",
          "address", "phone", "bank_name", "bank_card", "member_group"}) {
        const QString name = QString::fromLatin1(copied);
        row.insert(name, payload[name].toString());
    }
    writer.insert(QStringLiteral("person"), row);
}

} // namespace

QList<Field> personFields()
{
    const auto field = [](const char *name, FieldKind kind, const char *label, bool required) {
        Field made;
        made.name = QString::fromLatin1(name);
        made.kind = kind;
        made.label = words(label);
        made.required = required;
        return made;
    };
    QList<Field> list{
        field("id_number", FieldKind::IdNumber, QT_TRANSLATE_NOOP("Enrollment", "ID number"), true),
        field("name", FieldKind::Text, QT_TRANSLATE_NOOP("Enrollment", "Name"), true),
        field("nation", FieldKind::Text, QT_TRANSLATE_NOOP("Enrollment", "Nation"), false),
        field("division", FieldKind::Division,
              QT_TRANSLATE_NOOP("Enrollment", "Village or community"), true),
        field("household", FieldKind::Text,
              QT_TRANSLATE_NOOP("Enrollment", "Household register number"), true),
        field("household_relation", FieldKind::Text,
              QT_TRANSLATE_NOOP("Enrollment", "Relation to the head of household"), false),
        field("household_kind", FieldKind::Choice,
              QT_TRANSLATE_NOOP("Enrollment", "Kind of household"), false),
        field("address", FieldKind::LongText, QT_TRANSLATE_NOOP("Enrollment", "Address"), true),
        field("phone", FieldKind::Phone, QT_TRANSLATE_NOOP("Enrollment", "Telephone"), false),
        field("bank_name", FieldKind::Text, QT_TRANSLATE_NOOP("Enrollment", "Bank"), false),
        field("bank_card", FieldKind::BankCard, QT_TRANSLATE_NOOP("Enrollment", "Bank card"),
              false),
        field("member_group", FieldKind::Text, QT_TRANSLATE_NOOP("Enrollment", "Group"), false),
    };
    for (Field &each : list) {
        each.sealed = each.kind == FieldKind::IdNumber || each.kind == FieldKind::Phone
            || each.kind == FieldKind::BankCard || each.name == QLatin1String("address");
        each.pinnable = each.kind == FieldKind::Division || each.name == QLatin1String("bank_name");
    }
    const QString identity = words(QT_TRANSLATE_NOOP("Enrollment", "Identity"));
    const QString household = words(QT_TRANSLATE_NOOP("Enrollment", "Household and address"));
    const QString contact = words(QT_TRANSLATE_NOOP("Enrollment", "Contact and bank"));
    constexpr int firstOfHousehold = 3;
    constexpr int firstOfContact = 8;
    for (int i = 0; i < list.size(); ++i)
        list[i].group = i < firstOfHousehold ? identity : i < firstOfContact ? household : contact;
    list[6].choices = {{QStringLiteral("rural"), words(QT_TRANSLATE_NOOP("Enrollment", "Rural"))},
                       {QStringLiteral("urban"), words(QT_TRANSLATE_NOOP("Enrollment", "Urban"))}};
    return list;
}

OperationType registerPersonType()
{
    OperationType type;
    type.id = QStringLiteral("enrollment.register");
    type.room = QStringLiteral("enrollment");
    type.family = QStringLiteral("enrollment.ordinary");
    type.legalBasis = QStringLiteral("参保岗 3");
    type.title = words(QT_TRANSLATE_NOOP("Enrollment", "Enrolment of a person"));
    type.fields = personFields();
    type.importedAs = QStringLiteral("enrollment.roster");
    type.evidence = {QStringLiteral("id_card"), QStringLiteral("household_register")};
    type.documents = {registrationDocument()};
    constexpr int promisedWorkingDays = 5;
    type.limitDaysWorking = promisedWorkingDays;
    type.check = check;
    type.apply = apply;
    type.subjects = [](const QJsonObject &payload, const Reader &) {
        return QList<Subject>{{0, payload[u"id_number"].toString()}};
    };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{
            {QStringLiteral("id:") + payload[u"id_number"].toString(), QStringLiteral("identity")}};
    };
    type.summary = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> division = reader.row(
            QStringLiteral("division"), QStringLiteral("code"), payload[u"division"].toString());
        return words(QT_TRANSLATE_NOOP("Enrollment", "Enrol %1, %2"))
            .arg(payload[u"name"].toString(),
                 division ? division->value(QStringLiteral("name")).toString()
                          : payload[u"division"].toString());
    };
    type.changes = [](const QJsonObject &payload, const Reader &) {
        QList<Change> changes;
        const QList<Field> all = personFields();
        for (const Field &field : all) {
            const QString value = payload[field.name].toString();
            if (!value.isEmpty())
                changes.append({field.name, field.label, {}, value});
        }
        return changes;
    };
    return type;
}

} // namespace jubao
