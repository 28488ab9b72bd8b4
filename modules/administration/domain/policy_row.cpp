// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"
#include "administration/domain/key_sticks.h"
#include "administration/domain/policy_catalogue.h"
#include "administration/domain/types.h"
#include "core/canonical_json.h"
#include "operations/decision.h"
#include "operations/key_stick.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace jubao {

using namespace administration;

namespace {

struct Standing {
    qint64 id = 0;
    QDate from;
    QDate to;
    QJsonObject value;
};

/** Rows of the key for exactly this division, in the order of their time. */
QList<Standing> standing(const QJsonObject &payload, const Reader &reader)
{
    QList<Standing> list;
    Query rows = reader.query(QStringLiteral(
        "SELECT id, valid_from, valid_to, value FROM policy_row WHERE policy_key = ? AND division = ? "
        "ORDER BY valid_from, id"));
    rows.bindAll(payload[u"key"].toString(), payload[u"division"].toString());
    while (rows.next())
        list.append({rows.integer(0), rows.date(1), rows.isNull(2) ? QDate() : rows.date(2),
                     QJsonDocument::fromJson(rows.text(3).toUtf8()).object()});
    return list;
}

/** The open row that the new one follows: it began before and has no end yet. */
std::optional<Standing> followed(const QJsonObject &payload, const Reader &reader)
{
    const QDate from = dateIn(payload, QStringLiteral("valid_from"));
    for (const Standing &row : standing(payload, reader)) {
        if (row.from < from && !row.to.isValid())
            return row;
    }
    return std::nullopt;
}

void checkPeriod(const QJsonObject &payload, const Reader &reader, Findings &findings)
{
    const QDate from = dateIn(payload, QStringLiteral("valid_from"));
    const QDate to = dateIn(payload, QStringLiteral("valid_to"));
    if (!from.isValid()) {
        findings.append(error(QStringLiteral("FIELD_MISSING"), QStringLiteral("valid_from"),
                              words(QT_TRANSLATE_NOOP("Administration", "Enter the first day."))));
        return;
    }
    if (to.isValid() && to < from)
        findings.append(error(
            QStringLiteral("PERIOD_ENDS_BEFORE_IT_BEGINS"), QStringLiteral("valid_to"),
            words(QT_TRANSLATE_NOOP("Administration", "The last day lies before the first."))));
    const std::optional<Standing> before = followed(payload, reader);
    for (const Standing &row : standing(payload, reader)) {
        const bool apart = (to.isValid() && to < row.from) || (row.to.isValid() && row.to < from);
        if (!apart && !(before && before->id == row.id))
            findings.append(error(
                QStringLiteral("PERIODS_OVERLAP"), QStringLiteral("valid_from"),
                words(QT_TRANSLATE_NOOP("Administration",
                                        "Another value is in force %1; two at once cannot be."))
                    .arg(periodText(row.from, row.to)),
                QStringLiteral("CTL-04")));
    }
    if (from < reader.today())
        findings.append(warning(
            QStringLiteral("POLICY_FOR_THE_PAST"), QStringLiteral("valid_from"),
            words(QT_TRANSLATE_NOOP(
                "Administration",
                "The value begins in the past. What was computed with the old one stays as it is.")),
            QStringLiteral("CTL-04")));
}

/** Whoever has no stick could do nothing from that day on, the administrators not even register
 * one. */
void checkSticks(const QJsonObject &value, const Reader &reader, Findings &findings)
{
    QStringList without;
    const QJsonArray posts = value[u"posts"].toArray();
    for (const QJsonValue &post : posts)
        without += holdersWithoutStick(post.toString(), reader);
    without.removeDuplicates();
    if (!without.isEmpty())
        findings.append(
            error(QStringLiteral("STICKS_MISSING"), QStringLiteral("value"),
                  words(QT_TRANSLATE_NOOP(
                            "Administration",
                            "No key stick is registered for: %1. Register the sticks first."))
                      .arg(without.join(QStringLiteral("、"))),
                  QStringLiteral("SEC-10")));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const PolicyKey *key = findPolicyKey(payload[u"key"].toString());
    if (!key) {
        findings.append(
            error(QStringLiteral("POLICY_KEY_UNKNOWN"), QStringLiteral("key"),
                  words(QT_TRANSLATE_NOOP("Administration", "Choose one of the policy figures.")),
                  QStringLiteral("CTL-04")));
        return findings;
    }
    Findings read;
    const QJsonObject value = policyValue(*key, payload[u"value"].toString(), read);
    findings += read;
    if (key->key == QLatin1String(stickPostsKey))
        checkSticks(value, reader, findings);
    checkDivision(payload, reader, findings);
    if (!key->divisions && !payload[u"division"].toString().isEmpty())
        findings.append(error(
            QStringLiteral("COUNTY_ONLY"), QStringLiteral("division"),
            words(QT_TRANSLATE_NOOP("Administration", "This figure is one for the whole county.")),
            QStringLiteral("CTL-30")));
    requireText(payload, QStringLiteral("source"),
                words(QT_TRANSLATE_NOOP("Administration", "Name the document it rests on.")),
                findings);
    checkPeriod(payload, reader, findings);
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const PolicyKey *key = findPolicyKey(payload[u"key"].toString());
    const QDate from = dateIn(payload, QStringLiteral("valid_from"));
    const QDate to = dateIn(payload, QStringLiteral("valid_to"));
    Findings none;
    const QString table = QStringLiteral("policy_row");
    if (const std::optional<Standing> before = followed(payload, writer))
        writer.update(table, before->id, {{QStringLiteral("valid_to"), from.addDays(-1)}});
    writer.insert(
        table,
        {{QStringLiteral("policy_key"), key->key},
         {QStringLiteral("division"), payload[u"division"].toString()},
         {QStringLiteral("valid_from"), from},
         {QStringLiteral("valid_to"), to.isValid() ? QVariant(to) : QVariant()},
         {QStringLiteral("value"),
          QString::fromUtf8(canonicalJson(policyValue(*key, payload[u"value"].toString(), none)))},
         {QStringLiteral("source"), payload[u"source"].toString().trimmed()}});
}

QList<Change> changes(const QJsonObject &payload, const Reader &reader)
{
    const PolicyKey *key = findPolicyKey(payload[u"key"].toString());
    if (!key)
        return {};
    Findings none;
    const std::optional<Standing> before = followed(payload, reader);
    const QDate from = dateIn(payload, QStringLiteral("valid_from"));
    return {{QStringLiteral("value"), key->title,
             before ? policyText(*key, before->value) : QString(),
             policyText(*key, policyValue(*key, payload[u"value"].toString(), none))},
            {QStringLiteral("valid_from"), words(QT_TRANSLATE_NOOP("Administration", "Period")),
             before ? periodText(before->from, from.addDays(-1)) : QString(),
             periodText(from, dateIn(payload, QStringLiteral("valid_to")))}};
}

QList<Field> fields()
{
    QList<Field> list{
        field("key", FieldKind::Choice, QT_TRANSLATE_NOOP("Administration", "Policy figure"), true),
        field("value", FieldKind::LongText, QT_TRANSLATE_NOOP("Administration", "Value"), true),
        field("valid_from", FieldKind::Date, QT_TRANSLATE_NOOP("Administration", "First day"),
              true),
        field("valid_to", FieldKind::Date, QT_TRANSLATE_NOOP("Administration", "Last day"), false,
              QT_TRANSLATE_NOOP("Administration", "Empty: until the next value")),
        field("division", FieldKind::Division, QT_TRANSLATE_NOOP("Administration", "Division"),
              false, QT_TRANSLATE_NOOP("Administration", "Empty: the whole county")),
        field("source", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Source"), true,
              QT_TRANSLATE_NOOP("Administration", "Title and number of the document"))};
    for (const PolicyKey &key : policyKeys())
        list[0].choices.append({key.key, QStringLiteral("%1 (%2)").arg(key.title, key.unit)});
    return list;
}

} // namespace

OperationType policyRowType()
{
    OperationType type;
    type.id = QStringLiteral("administration.policy_row");
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("administration.policy");
    type.part = ControlPart::Organisation;
    type.legalBasis = QStringLiteral("第六条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Policy figure"));
    type.highRisk = true;
    type.evidence = {QStringLiteral("policy_document")};
    type.fields = fields();
    type.check = check;
    type.apply = apply;
    type.changes = changes;
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{
            {QStringLiteral("policy:") + payload[u"key"].toString(), QStringLiteral("value")}};
    };
    type.summary = [](const QJsonObject &payload, const Reader &) {
        const PolicyKey *key = findPolicyKey(payload[u"key"].toString());
        return words(QT_TRANSLATE_NOOP("Administration", "%1 from %2"))
            .arg(key ? key->title : QString(), payload[u"valid_from"].toString());
    };
    return type;
}

} // namespace jubao
