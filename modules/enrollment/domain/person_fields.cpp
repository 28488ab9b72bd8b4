// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/person_fields.h"

#include "core/code_table.h"
#include "core/id_number.h"
#include "core/mask.h"
#include "core/pinyin.h"
#include <QCoreApplication>

namespace jubao::enrollment {

QString words(const char *text)
{
    return QCoreApplication::translate("Enrollment", text);
}

namespace {

struct Declared {
    const char *name;
    FieldKind kind;
    const char *label;
    const char *table;
    QString aspect;
    bool required = false;
    bool key = false;
    bool sealed = false;
    bool pinnable = false;
};

QList<Declared> declared()
{
    // In the order of the paper form (3.4), so that a clerk keys it line by line.
    return {
        {"id_number", FieldKind::IdNumber, QT_TRANSLATE_NOOP("Enrollment", "ID number"), "person",
         aspect::identity, true, true, true},
        {"name", FieldKind::Text, QT_TRANSLATE_NOOP("Enrollment", "Name"), "person",
         aspect::identity, true, true},
        {"birth", FieldKind::Date, QT_TRANSLATE_NOOP("Enrollment", "Birth date"), "person",
         aspect::identity, true, true},
        {"nation", FieldKind::Choice, QT_TRANSLATE_NOOP("Enrollment", "Nation"), "person",
         aspect::contact},
        {"student", FieldKind::Flag, QT_TRANSLATE_NOOP("Enrollment", "Full-time student"), "",
         aspect::identity},
        {"land_lost", FieldKind::Flag,
         QT_TRANSLATE_NOOP("Enrollment", "Land requisitioned by the state"), "person_declaration",
         aspect::relation},
        {"division", FieldKind::Division, QT_TRANSLATE_NOOP("Enrollment", "Village or community"),
         "person", aspect::relation, true, false, false, true},
        {"village_group", FieldKind::Text, QT_TRANSLATE_NOOP("Enrollment", "Village group"),
         "person_declaration", aspect::relation},
        {"household", FieldKind::Text, QT_TRANSLATE_NOOP("Enrollment", "Household register number"),
         "person", aspect::relation, true},
        {"household_relation", FieldKind::Choice,
         QT_TRANSLATE_NOOP("Enrollment", "Relation to the head of household"), "person",
         aspect::relation},
        {"household_kind", FieldKind::Choice, QT_TRANSLATE_NOOP("Enrollment", "Kind of household"),
         "person", aspect::relation},
        {"address", FieldKind::LongText, QT_TRANSLATE_NOOP("Enrollment", "Address"), "person",
         aspect::contact, true, false, true},
        {"post_code", FieldKind::Text, QT_TRANSLATE_NOOP("Enrollment", "Post code"),
         "person_declaration", aspect::contact},
        {"phone", FieldKind::Phone, QT_TRANSLATE_NOOP("Enrollment", "Telephone"), "person",
         aspect::contact, false, false, true},
        {"bank_name", FieldKind::Text, QT_TRANSLATE_NOOP("Enrollment", "Bank"), "person",
         aspect::bankCard, false, true, false, true},
        {"bank_card", FieldKind::BankCard, QT_TRANSLATE_NOOP("Enrollment", "Bank card"), "person",
         aspect::bankCard, false, true, true},
        {"account_holder", FieldKind::Text, QT_TRANSLATE_NOOP("Enrollment", "Holder of the card"),
         "person_declaration", aspect::bankCard, false, true},
        {"member_group", FieldKind::Choice, QT_TRANSLATE_NOOP("Enrollment", "Group"), "person",
         aspect::relation},
        {"group_certificate", FieldKind::Text,
         QT_TRANSLATE_NOOP("Enrollment", "Certificate of the group"), "person_declaration",
         aspect::relation},
        {"tier", FieldKind::Money, QT_TRANSLATE_NOOP("Enrollment", "Tier of this year"), "",
         aspect::relation, false, false, false, true},
        {"other_scheme", FieldKind::Choice,
         QT_TRANSLATE_NOOP("Enrollment", "Other pension insurance"), "person_declaration",
         aspect::relation},
        {"beneficiary_name", FieldKind::Text, QT_TRANSLATE_NOOP("Enrollment", "Beneficiary"),
         "person_declaration", aspect::contact},
        {"beneficiary_relation", FieldKind::Text,
         QT_TRANSLATE_NOOP("Enrollment", "Relation of the beneficiary"), "person_declaration",
         aspect::contact},
        {"beneficiary_id_number", FieldKind::IdNumber,
         QT_TRANSLATE_NOOP("Enrollment", "ID number of the beneficiary"), "person_declaration",
         aspect::contact, false, false, true},
    };
}

QList<Choice> choicesOf(const QString &name)
{
    QList<Choice> choices;
    if (name == QLatin1String("nation")) {
        // Records keep the word that the ID card shows, not its number in the standard.
        for (const CodeRow &row : codeTable(QStringLiteral("nation")))
            choices.append({row.name, row.name});
    } else if (name == QLatin1String("household_relation")) {
        for (const CodeRow &row : codeTable(QStringLiteral("relation")))
            choices.append({row.code, row.name});
    } else if (name == QLatin1String("member_group")) {
        for (const CodeRow &row : codeTable(QStringLiteral("group")))
            choices.append({row.code, row.name});
    } else if (name == QLatin1String("household_kind")) {
        choices = {{QStringLiteral("rural"), words(QT_TRANSLATE_NOOP("Enrollment", "Rural"))},
                   {QStringLiteral("urban"), words(QT_TRANSLATE_NOOP("Enrollment", "Urban"))},
                   {QStringLiteral("resident"),
                    words(QT_TRANSLATE_NOOP("Enrollment", "Resident (no longer divided)"))}};
    } else if (name == QLatin1String("other_scheme")) {
        choices = {
            {QStringLiteral("none"), words(QT_TRANSLATE_NOOP("Enrollment", "Never in another"))},
            {QStringLiteral("employee_before"),
             words(QT_TRANSLATE_NOOP("Enrollment", "Employee scheme in the past"))},
            {QStringLiteral("old_rural"),
             words(QT_TRANSLATE_NOOP("Enrollment", "Old rural insurance in the past"))},
            {QStringLiteral("employee"),
             words(QT_TRANSLATE_NOOP("Enrollment", "Employee scheme now"))},
            {QStringLiteral("public"),
             words(QT_TRANSLATE_NOOP("Enrollment", "Staff of a state organ or institution"))},
            {QStringLiteral("pension"),
             words(QT_TRANSLATE_NOOP("Enrollment", "Draws another state pension"))}};
    }
    return choices;
}

QStringList declarationColumns()
{
    QStringList columns;
    const QList<PersonField> all = personFields();
    for (const PersonField &each : all) {
        if (each.table == QLatin1String("person_declaration"))
            columns.append(each.field.name);
    }
    return columns;
}

Row columnsOf(const QJsonObject &values, const QString &table)
{
    Row row;
    const QList<PersonField> all = personFields();
    for (const PersonField &each : all) {
        if (each.table != table || !values.contains(each.field.name))
            continue;
        const QJsonValue value = values[each.field.name];
        row.insert(each.field.name,
                   each.field.kind == FieldKind::Flag ? QVariant(value.toInteger())
                                                      : QVariant(value.toString()));
    }
    return row;
}

/** Columns that follow from what was entered. */
void addDerived(Row &row, const QJsonObject &values, const QDate &today)
{
    if (values.contains(u"name")) {
        const PinyinKeys keys = pinyinKeys(values[u"name"].toString());
        row.insert(QStringLiteral("pinyin"), keys.common);
        row.insert(QStringLiteral("pinyin_other"), keys.other.isEmpty() ? QVariant() : keys.other);
    }
    if (values.contains(u"id_number")) {
        const IdNumberResult id = IdNumber::parse(values[u"id_number"].toString(), today);
        row.insert(QStringLiteral("id_number"), id.normalized);
        row.insert(QStringLiteral("id_last_four"), id.normalized.right(4));
        row.insert(QStringLiteral("sex"), sexCode(id.sex));
        row.insert(QStringLiteral("birth"), id.birth);
    } else if (values.contains(u"birth")) {
        row.insert(QStringLiteral("birth"), values[u"birth"].toString());
    }
}

void writeDeclaration(Writer &writer, qint64 person, const QJsonObject &values)
{
    const Row given = columnsOf(values, QStringLiteral("person_declaration"));
    bool says = false;
    for (const QVariant &value : given)
        says = says || !(value.toString().isEmpty() || value.toString() == QLatin1String("0"));
    const std::optional<Row> before =
        writer.row(QStringLiteral("person_declaration"), QStringLiteral("person"), person);
    if (before && !given.isEmpty()) {
        writer.update(QStringLiteral("person_declaration"),
                      before->value(QStringLiteral("id")).toLongLong(), given);
    } else if (!before && says) {
        Row whole{{QStringLiteral("person"), person}, {QStringLiteral("land_lost"), 0}};
        const QStringList columns = declarationColumns();
        for (const QString &column : columns) {
            if (given.contains(column))
                whole.insert(column, given.value(column));
            else if (!whole.contains(column))
                whole.insert(column, QStringLiteral(""));
        }
        writer.insert(QStringLiteral("person_declaration"), whole);
    }
}

} // namespace

namespace {

QList<PersonField> fieldsInThisLanguage()
{
    QList<PersonField> fields;
    const QList<Declared> all = declared();
    // A card of the form begins with each of these fields.
    const QMap<QString, QString> cards{
        {QStringLiteral("id_number"), words(QT_TRANSLATE_NOOP("Enrollment", "Identity"))},
        {QStringLiteral("division"),
         words(QT_TRANSLATE_NOOP("Enrollment", "Household and address"))},
        {QStringLiteral("phone"), words(QT_TRANSLATE_NOOP("Enrollment", "Contact and bank"))},
        {QStringLiteral("member_group"),
         words(QT_TRANSLATE_NOOP("Enrollment", "Insurance and tier"))},
        {QStringLiteral("beneficiary_name"),
         words(QT_TRANSLATE_NOOP("Enrollment", "Beneficiary of the account"))}};
    // Few papers say anything there: three hundred forms a day go without a key for each.
    const QStringList rarelyAnswered{QStringLiteral("student"), QStringLiteral("land_lost"),
                                     QStringLiteral("village_group"), QStringLiteral("post_code")};
    QString card;
    for (const Declared &each : all) {
        card = cards.value(QString::fromLatin1(each.name), card);
        PersonField made;
        made.field.group = card;
        made.field.name = QString::fromLatin1(each.name);
        made.field.kind = each.kind;
        made.field.label = words(each.label);
        made.field.required = each.required;
        made.field.choices = choicesOf(made.field.name);
        // A day long ago: today's date, as other days show it, would mislead.
        if (made.field.kind == FieldKind::Date)
            made.field.hint = words(QT_TRANSLATE_NOOP("Enrollment", "such as 19680315"));
        made.field.sealed = each.sealed;
        made.field.pinnable = each.pinnable;
        made.field.aside = rarelyAnswered.contains(made.field.name);
        if (made.field.name == QLatin1String("group_certificate")) {
            made.field.besideChoice = QStringLiteral("member_group");
            made.field.notAskedFor = {QString(), ordinaryGroup};
        }
        made.table = QString::fromLatin1(each.table);
        made.aspect = each.aspect;
        made.key = each.key;
        fields.append(made);
    }
    return fields;
}

} // namespace

QList<PersonField> personFields()
{
    // Every rule asks for them, so they are made once for each language of the interface.
    thread_local QHash<QString, QList<PersonField>> made;
    QList<PersonField> &fields = made[words("ID number")];
    if (fields.isEmpty())
        fields = fieldsInThisLanguage();
    return fields;
}

QStringList registrationFields()
{
    QStringList names;
    const QList<PersonField> all = personFields();
    for (const PersonField &each : all) {
        if (each.field.kind != FieldKind::Date)
            names.append(each.field.name);
    }
    return names;
}

QList<Field> fieldsNamed(const QStringList &names)
{
    QList<Field> fields;
    const QList<PersonField> all = personFields();
    for (const QString &name : names) {
        for (const PersonField &each : all) {
            if (each.field.name != name)
                continue;
            fields.append(each.field);
            fields.last().key = each.key;
        }
    }
    return fields;
}

Field personField()
{
    Field field;
    field.name = QStringLiteral("person");
    field.kind = FieldKind::Person;
    field.label = words(QT_TRANSLATE_NOOP("Enrollment", "Person"));
    field.required = true;
    return field;
}

Field reasonField(bool required)
{
    Field field;
    field.name = QStringLiteral("reason");
    field.kind = FieldKind::LongText;
    field.label = words(QT_TRANSLATE_NOOP("Enrollment", "Why it changes"));
    field.required = required;
    return field;
}

QStringList changeableFields(bool key)
{
    QStringList names;
    const QList<PersonField> all = personFields();
    for (const PersonField &each : all) {
        const bool kept = !each.table.isEmpty();
        if (kept && each.key == key && each.field.kind != FieldKind::Division)
            names.append(each.field.name);
    }
    return names;
}

QJsonObject recordOf(const Reader &reader, qint64 person)
{
    const std::optional<Row> row = reader.row(QStringLiteral("person"), person);
    if (!row)
        return {};
    const std::optional<Row> declaration =
        reader.row(QStringLiteral("person_declaration"), QStringLiteral("person"), person);
    QJsonObject record;
    const QList<PersonField> all = personFields();
    for (const PersonField &each : all) {
        if (each.table.isEmpty())
            continue;
        const bool main = each.table == QLatin1String("person");
        const QVariant value = main ? row->value(each.field.name)
            : declaration           ? declaration->value(each.field.name)
                                    : QVariant();
        record.insert(each.field.name,
                      each.field.kind == FieldKind::Flag ? QJsonValue(value.toLongLong())
                                                         : QJsonValue(value.toString()));
    }
    return record;
}

qint64 writeRecord(Writer &writer, qint64 person, const QJsonObject &values)
{
    Row row = columnsOf(values, QStringLiteral("person"));
    addDerived(row, values, writer.today());
    if (person != 0) {
        if (!row.isEmpty())
            writer.update(QStringLiteral("person"), person, row);
        writeDeclaration(writer, person, values);
        return person;
    }
    const QList<PersonField> all = personFields();
    for (const PersonField &each : all) {
        if (each.table == QLatin1String("person") && !row.contains(each.field.name))
            row.insert(each.field.name, QStringLiteral(""));
    }
    row.insert(QStringLiteral("status"), QStringLiteral("active"));
    row.insert(QStringLiteral("enrolled_on"), writer.context().madeOn);
    row.insert(QStringLiteral("imported"), 0);
    const qint64 id = writer.insert(QStringLiteral("person"), row);
    writeDeclaration(writer, id, values);
    return id;
}

QString divisionName(const Reader &reader, const QString &code)
{
    const std::optional<Row> division =
        reader.row(QStringLiteral("division"), QStringLiteral("code"), code);
    return division ? division->value(QStringLiteral("name")).toString() : code;
}

QString displayOf(const Field &field, const QJsonValue &value, const Reader &reader)
{
    if (field.kind == FieldKind::Money)
        return value.toInteger() == 0 ? QString() : Money::fromFen(value.toInteger()).toDisplay();
    if (field.kind == FieldKind::Flag)
        return value.toInteger() == 1 ? words(QT_TRANSLATE_NOOP("Enrollment", "Yes"))
                                      : words(QT_TRANSLATE_NOOP("Enrollment", "No"));
    const QString text = value.toString();
    if (field.kind == FieldKind::Division)
        return text.isEmpty() ? text : divisionName(reader, text);
    for (const Choice &choice : field.choices) {
        if (choice.code == text)
            return choice.label;
    }
    return text;
}

QString maskedDisplayOf(const Field &field, const QJsonValue &value, const Reader &reader)
{
    const QString text = displayOf(field, value, reader);
    switch (field.kind) {
    case FieldKind::IdNumber:
        return maskIdNumber(text);
    case FieldKind::Phone:
        return maskPhone(text);
    case FieldKind::BankCard:
        return maskBankCard(text);
    default:
        return field.sealed ? maskAddress(text) : text;
    }
}

} // namespace jubao::enrollment
