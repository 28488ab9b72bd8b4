// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"
#include "administration/domain/establishment.h"
#include "administration/domain/types.h"
#include "core/canonical_json.h"
#include "operations/drill.h"

namespace jubao {

using namespace administration;

namespace {

const QString rule = QStringLiteral("SEC-09");

bool succeeded(const QJsonObject &payload)
{
    return payload[u"violations"].toInteger() == 0
        && payload[u"differences"].toString().trimmed().isEmpty();
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64 actor)
{
    Findings findings;
    // Whoever hands in figures of a backup that nobody made has not restored one.
    if (backupEntryWith(reader.database(), payload[u"head"].toString(),
                        payload[u"entries"].toInteger())
        == 0)
        findings.append(error(QStringLiteral("BACKUP_UNKNOWN"), QStringLiteral("head"),
                              words(QT_TRANSLATE_NOOP(
                                  "Administration", "The journal knows no backup with this head.")),
                              rule));
    if (dateIn(payload, QStringLiteral("drilled_on")) > reader.today())
        findings.append(
            error(QStringLiteral("DRILL_AHEAD"), QStringLiteral("drilled_on"),
                  words(QT_TRANSLATE_NOOP("Administration", "This day has not come yet.")), rule));
    for (const char *figure : {"rows", "violations", "seconds"}) {
        if (payload[QLatin1String(figure)].toInteger() < 0)
            findings.append(error(
                QStringLiteral("FIGURE_NEGATIVE"), QString::fromLatin1(figure),
                words(QT_TRANSLATE_NOOP("Administration", "No figure is below zero.")), rule));
    }
    const std::optional<Row> second = accountIn(payload, QStringLiteral("second"), reader);
    if (!second)
        findings.append(error(
            QStringLiteral("OPERATOR_UNKNOWN"), QStringLiteral("second"),
            words(QT_TRANSLATE_NOOP("Administration", "There is no such open account.")), rule));
    else if (payload[u"second"].toInteger() == actor)
        findings.append(error(
            QStringLiteral("SECOND_IS_THE_MAKER"), QStringLiteral("second"),
            words(QT_TRANSLATE_NOOP("Administration", "The second person present is another one.")),
            rule));
    if (!succeeded(payload))
        findings.append(warning(
            QStringLiteral("DRILL_FAILED"), QStringLiteral("violations"),
            words(QT_TRANSLATE_NOOP(
                "Administration", "The backup did not prove whole. Write what is done about it.")),
            rule));
    return findings;
}

QString resultText(const QJsonObject &payload)
{
    return succeeded(payload) ? words(QT_TRANSLATE_NOOP("Administration", "whole"))
                              : words(QT_TRANSLATE_NOOP("Administration", "not whole"));
}

DocumentData certificate(qint64, const QJsonObject &payload, const Reader &reader)
{
    Query office = reader.query(QStringLiteral("SELECT name FROM office"));
    const std::optional<Row> second = accountIn(payload, QStringLiteral("second"), reader);
    DocumentData data;
    data.templateId = QStringLiteral("drill_certificate");
    data.title = QStringLiteral("备份恢复演练证明");
    data.values = {
        {QStringLiteral("office"), office.next() ? office.text(0) : QString()},
        {QStringLiteral("backup"), payload[u"backup"].toString()},
        {QStringLiteral("drilled_on"),
         dateIn(payload, QStringLiteral("drilled_on")).toString(QStringLiteral("yyyy年M月d日"))},
        {QStringLiteral("entries"), QString::number(payload[u"entries"].toInteger())},
        {QStringLiteral("head"), payload[u"head"].toString()},
        {QStringLiteral("rows"), QString::number(payload[u"rows"].toInteger())},
        {QStringLiteral("amount"), Money::fromFen(payload[u"amount"].toInteger()).toDisplay()},
        {QStringLiteral("violations"), QString::number(payload[u"violations"].toInteger())},
        {QStringLiteral("differences"),
         payload[u"differences"].toString().trimmed().isEmpty()
             ? QStringLiteral("无")
             : payload[u"differences"].toString()},
        {QStringLiteral("seconds"), QString::number(payload[u"seconds"].toInteger())},
        {QStringLiteral("second"),
         second ? second->value(QStringLiteral("display_name")).toString() : QString()},
        {QStringLiteral("result"),
         succeeded(payload) ? QStringLiteral("备份完整，可以恢复") : QStringLiteral("备份不完整")}};
    return data;
}

QList<Field> fields()
{
    return {field("backup", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Backup"), true),
            field("drilled_on", FieldKind::Date, QT_TRANSLATE_NOOP("Administration", "Drilled on"),
                  true),
            field("entries", FieldKind::Integer,
                  QT_TRANSLATE_NOOP("Administration", "Journal entries in it"), true),
            field("head", FieldKind::Text,
                  QT_TRANSLATE_NOOP("Administration", "Hash of its newest"), true),
            field("rows", FieldKind::Integer, QT_TRANSLATE_NOOP("Administration", "Rows compared"),
                  true),
            field("amount", FieldKind::Money, QT_TRANSLATE_NOOP("Administration", "Sums compared"),
                  false),
            field("violations", FieldKind::Integer,
                  QT_TRANSLATE_NOOP("Administration", "Violations found"), false),
            field("differences", FieldKind::LongText,
                  QT_TRANSLATE_NOOP("Administration", "Tables that differ"), false),
            field("seconds", FieldKind::Integer,
                  QT_TRANSLATE_NOOP("Administration", "Seconds it took"), false),
            field("second", FieldKind::Operator,
                  QT_TRANSLATE_NOOP("Administration", "Second person present"), true)};
}

} // namespace

OperationType restoreDrillType()
{
    OperationType type;
    type.id = QString::fromLatin1(restoreDrill);
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("system.maintenance");
    type.part = ControlPart::Information;
    type.legalBasis = QStringLiteral("第三十八条");
    type.byProgram = true;
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Restore drill"));
    type.fields = fields();
    type.check = check;
    // The operation itself is the record.
    type.apply = [](const QJsonObject &, Writer &) {};
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{
            {QStringLiteral("backup:") + payload[u"head"].toString(), QStringLiteral("drill")}};
    };
    type.summary = [](const QJsonObject &payload, const Reader &) {
        return words(QT_TRANSLATE_NOOP("Administration", "Restore drill of %1, up to entry %2: %3"))
            .arg(payload[u"drilled_on"].toString())
            .arg(payload[u"entries"].toInteger())
            .arg(resultText(payload));
    };
    DocumentSpec paper;
    paper.id = QStringLiteral("system.drill_certificate");
    paper.title = words(QT_TRANSLATE_NOOP("Administration", "Certificate of the restore drill"));
    paper.gather = certificate;
    type.documents = {paper};
    return type;
}

} // namespace jubao
