// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/payload.h"

#include "core/text.h"
#include "operations/type.h"
#include <QCoreApplication>
#include <QDate>
#include <algorithm>

namespace jubao {

namespace {

const char *const rule = "CTL-20";
constexpr int longestLine = 200;
constexpr int longestText = 4000;
constexpr qint64 largestExact = qint64(1) << 53; ///< what every reader of JSON keeps exactly

QString words(const char *text)
{
    return QCoreApplication::translate("Payload", text);
}

bool isWhole(const QJsonValue &value)
{
    const qint64 whole = value.toInteger(largestExact);
    return value.isDouble() && whole < largestExact && whole > -largestExact;
}

bool isDay(const QString &text)
{
    return text.isEmpty() || (text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid());
}

bool isOffered(const Field &field, const QString &code)
{
    return code.isEmpty() || field.choices.isEmpty()
        || std::any_of(field.choices.begin(), field.choices.end(),
                       [&code](const Choice &each) { return each.code == code; });
}

/** Null where the value fits; else why it does not. */
const char *misfit(const Field &field, const QJsonValue &value)
{
    switch (field.kind) {
    case FieldKind::Money:
        return isWhole(value) ? nullptr
                              : QT_TRANSLATE_NOOP("Payload", "This is no amount of money.");
    case FieldKind::Integer:
    case FieldKind::Year:
    case FieldKind::Person:
    case FieldKind::Operator:
        return isWhole(value) ? nullptr : QT_TRANSLATE_NOOP("Payload", "This is no whole number.");
    case FieldKind::Flag:
        return isWhole(value) && (value.toInteger() == 0 || value.toInteger() == 1)
            ? nullptr
            : QT_TRANSLATE_NOOP("Payload", "This is answered by yes or no.");
    case FieldKind::Date:
        return value.isString() && isDay(value.toString())
            ? nullptr
            : QT_TRANSLATE_NOOP("Payload", "There is no such day.");
    default:
        break;
    }
    return value.isString() && value.toString().isValidUtf16()
        ? nullptr
        : QT_TRANSLATE_NOOP("Payload", "This is no text.");
}

bool isTooLong(const Field &field, const QJsonValue &value)
{
    return value.toString().size()
        > (field.kind == FieldKind::LongText ? longestText : longestLine);
}

Finding wrong(const char *code, const QString &field, const QString &text)
{
    return error(QString::fromLatin1(code), field, text, QString::fromLatin1(rule));
}

bool isAbout(const Findings &findings, const QString &field)
{
    return std::any_of(findings.begin(), findings.end(),
                       [&field](const Finding &each) { return each.field == field; });
}

void take(const Field &field, const QJsonValue &value, ReadPayload &read)
{
    if (value.isNull()) {
        read.values.insert(field.name, value);
        return;
    }
    if (const char *why = misfit(field, value))
        read.findings.append(wrong("FIELD_MALFORMED", field.name, words(why)));
    else if (const auto unseen =
                 unseenCharacter(value.toString(), field.kind == FieldKind::LongText))
        read.findings.append(wrong(
            "FIELD_MALFORMED", field.name,
            words(QT_TRANSLATE_NOOP(
                      "Payload", "The text holds a character that nobody sees (%1). Type it anew."))
                .arg(characterCode(*unseen))));
    else if (isTooLong(field, value))
        read.findings.append(
            wrong("FIELD_TOO_LONG", field.name,
                  words(QT_TRANSLATE_NOOP("Payload", "This is longer than %1 characters."))
                      .arg(field.kind == FieldKind::LongText ? longestText : longestLine)));
    else
        read.values.insert(field.name, value);
}

/** What `make` itself counts into the payload of a batch, whatever a correction hands in again. */
bool isCountOfRows(const OperationType &type, const QString &name)
{
    return type.batch
        && (name.startsWith(QLatin1String("rows_")) || name.startsWith(QLatin1String("sum_")));
}

QList<Field> declaredFields(const OperationType &type)
{
    // What a sheet adds: which file it was.
    static const QList<Field> ofSheets{{QStringLiteral("file"), FieldKind::Text, {}},
                                       {QStringLiteral("file_digest"), FieldKind::Text, {}}};
    return type.batch ? type.fields + ofSheets : type.fields;
}

const QString basis = QStringLiteral("before");

/** The values that a form was based on, as far as they could stand in it. */
QJsonObject readBasis(const QList<Field> &fields, const QJsonObject &values)
{
    ReadPayload read;
    for (const Field &field : fields) {
        if (values.contains(field.name))
            take(field, values[field.name], read);
    }
    return read.values;
}

} // namespace

ReadPayload readPayload(const OperationType &type, const QJsonObject &payload)
{
    const QList<Field> fields = declaredFields(type);
    ReadPayload read;
    for (auto it = payload.begin(); it != payload.end(); ++it) {
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&it](const Field &each) { return each.name == it.key(); });
        if (field != fields.end())
            take(*field, it.value(), read);
        else if (it.key() == basis && type.prefill && it.value().isObject())
            read.values.insert(basis, readBasis(fields, it.value().toObject()));
        else if (isCountOfRows(type, it.key()) && (isWhole(it.value()) || it.value().isString()))
            read.values.insert(it.key(), it.value());
        else if (!it.value().isNull())
            read.strangers.insert(it.key(), it.value());
    }
    return read;
}

Findings judgedPayload(const OperationType &type, const ReadPayload &read,
                       const QJsonObject &completed, const Reader &reader, qint64 actor)
{
    Findings findings = read.findings;
    QJsonObject shown = completed;
    for (auto it = read.strangers.begin(); it != read.strangers.end(); ++it) {
        if (it.value().isString())
            shown.insert(it.key(), it.value());
    }
    const Findings found = rulesOf(type, shown, reader, actor);
    for (const Finding &each : found) {
        if (!isAbout(read.findings, each.field))
            findings.append(each);
    }
    // Most rules say better than we could what is wrong with a code or field they do not take; none
    // has to say that what is done was never chosen.
    for (const Field &field : type.fields) {
        if (field.kind != FieldKind::Choice || isAbout(findings, field.name))
            continue;
        const QString chosen = completed[field.name].toString();
        const bool asked = !field.choices.isEmpty()
            && !field.notAskedFor.contains(completed[field.besideChoice].toString());
        const QString text =
            words(QT_TRANSLATE_NOOP("Payload", "Choose one of the offered answers."));
        if (!isOffered(field, chosen))
            findings.append(wrong("FIELD_NOT_OFFERED", field.name, text));
        else if (field.required && asked && chosen.isEmpty())
            findings.append(wrong("FIELD_MISSING", field.name, text));
    }
    const QStringList strangers = read.strangers.keys();
    for (const QString &name : strangers) {
        if (!isAbout(findings, name))
            findings.append(wrong("FIELD_UNKNOWN", name,
                                  words(QT_TRANSLATE_NOOP("Payload", "“%1” has no field “%2”."))
                                      .arg(type.title, name)));
    }
    return findings;
}

} // namespace jubao
