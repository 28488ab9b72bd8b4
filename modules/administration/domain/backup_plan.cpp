// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/backup_plan.h"

#include "administration/domain/common.h"
#include "administration/domain/types.h"
#include "core/canonical_json.h"
#include <QDir>

namespace jubao {

using namespace administration;

namespace {

const QString rule = QStringLiteral("SEC-09");

bool endsPlan(const QJsonObject &payload)
{
    return payload[u"action"].toString() == QLatin1String("end");
}

/** The plan's one row: each version of it stands in the history. */
qint64 rowOfPlan(const Reader &reader)
{
    Query row = reader.query(QStringLiteral("SELECT id FROM policy_row WHERE policy_key = :key"));
    row.bind(QStringLiteral(":key"), QString::fromLatin1(backupPlanKey));
    return row.next() ? row.integer(0) : 0;
}

QJsonObject planIn(const QJsonObject &payload)
{
    return endsPlan(payload) ? QJsonObject{} : BackupPlan::fromJson(payload).toJson();
}

QString whenText(const BackupPlan &plan)
{
    return (plan.workdays ? words(QT_TRANSLATE_NOOP("Administration", "Monday to Friday at %1"))
                          : words(QT_TRANSLATE_NOOP("Administration", "every day at %1")))
        .arg(plan.at.toString(QStringLiteral("HH:mm")));
}

void checkPlace(const QJsonObject &payload, const QString &name, bool required, Findings &findings)
{
    const QString place = payload[name].toString();
    if (!(place.isEmpty() && !required) && !place.startsWith(u'/'))
        findings.append(error(
            QStringLiteral("PLACE_NOT_WHOLE"), name,
            words(QT_TRANSLATE_NOOP("Administration", "Write the whole path of a folder: /…")),
            rule));
}

void checkNumber(const QJsonObject &payload, const QString &name, int least, int most,
                 Findings &findings)
{
    const qint64 number = payload[name].toInteger();
    if (number < least || number > most)
        findings.append(
            error(QStringLiteral("NUMBER_OUT_OF_BOUNDS"), name,
                  words(QT_TRANSLATE_NOOP("Administration", "From %1 to %2.")).arg(least).arg(most),
                  rule));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    if (endsPlan(payload)) {
        if (!BackupPlan::inForce(reader.database()))
            findings.append(error(
                QStringLiteral("NO_BACKUP_PLAN"), QStringLiteral("action"),
                words(QT_TRANSLATE_NOOP("Administration", "There is no plan to end.")), rule));
        return findings;
    }
    const QString at = QStringLiteral("at");
    if (!QTime::fromString(payload[at].toString(), QStringLiteral("HH:mm")).isValid())
        findings.append(error(QStringLiteral("TIME_UNREADABLE"), at,
                              words(QT_TRANSLATE_NOOP(
                                  "Administration", "Write the time as hours and minutes: 01:30")),
                              rule));
    checkPlace(payload, QStringLiteral("place"), true, findings);
    checkPlace(payload, QStringLiteral("second_place"), false, findings);
    const QString second = payload[u"second_place"].toString();
    if (!second.isEmpty()
        && QDir::cleanPath(second) == QDir::cleanPath(payload[u"place"].toString()))
        findings.append(error(
            QStringLiteral("SECOND_PLACE_IS_THE_FIRST"), QStringLiteral("second_place"),
            words(QT_TRANSLATE_NOOP("Administration", "The second place is another one.")), rule));
    checkNumber(payload, QStringLiteral("keep"), BackupPlan::fewestKept, BackupPlan::mostKept,
                findings);
    checkNumber(payload, QStringLiteral("warn_hours"), 1, BackupPlan::mostWarnHours, findings);
    if (payload[u"second_place"].toString().isEmpty())
        findings.append(
            warning(QStringLiteral("NO_SECOND_PLACE"), QStringLiteral("second_place"),
                    words(QT_TRANSLATE_NOOP(
                        "Administration",
                        "Without a second place a fire or a thief takes books and backups.")),
                    rule));
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const QString table = QStringLiteral("policy_row");
    const QString value = QString::fromUtf8(canonicalJson(planIn(payload)));
    const QString source = words(QT_TRANSLATE_NOOP("Administration", "Plan of the backups"));
    if (const qint64 row = rowOfPlan(writer); row != 0) {
        writer.update(
            table, row,
            {{QStringLiteral("value"), value}, {QStringLiteral("valid_from"), writer.today()}});
        return;
    }
    writer.insert(table,
                  {{QStringLiteral("policy_key"), QString::fromLatin1(backupPlanKey)},
                   {QStringLiteral("division"), QString()},
                   {QStringLiteral("valid_from"), writer.today()},
                   {QStringLiteral("valid_to"), QVariant()},
                   {QStringLiteral("value"), value},
                   {QStringLiteral("source"), source}});
}

QList<Change> changes(const QJsonObject &payload, const Reader &reader)
{
    const std::optional<BackupPlan> before = BackupPlan::inForce(reader.database());
    const BackupPlan after = BackupPlan::fromJson(payload);
    const bool ends = endsPlan(payload);
    const auto line = [&](const char *name, const QString &label, const QString &was,
                          const QString &is) {
        return Change{QString::fromLatin1(name), label, before ? was : QString(),
                      ends ? QString() : is};
    };
    const BackupPlan old = before.value_or(BackupPlan());
    return {
        line("at", words(QT_TRANSLATE_NOOP("Administration", "When")), whenText(old),
             whenText(after)),
        line("place", words(QT_TRANSLATE_NOOP("Administration", "Place")), old.place, after.place),
        line("second_place", words(QT_TRANSLATE_NOOP("Administration", "Second place")),
             old.secondPlace, after.secondPlace),
        line("keep", words(QT_TRANSLATE_NOOP("Administration", "How many are kept")),
             QString::number(old.keep), QString::number(after.keep)),
        line("warn_hours",
             words(QT_TRANSLATE_NOOP("Administration", "Warn when older than, hours")),
             QString::number(old.warnHours), QString::number(after.warnHours))};
}

Field planField(const char *name, FieldKind kind, const char *label, bool required,
                const char *hint = nullptr)
{
    Field made = field(name, kind, label, required, hint);
    made.besideChoice = QStringLiteral("action");
    made.notAskedFor = {QStringLiteral("end")};
    return made;
}

QList<Field> fields()
{
    Field action = field("action", FieldKind::Choice,
                         QT_TRANSLATE_NOOP("Administration", "What is done"), true);
    action.choices = {
        {QStringLiteral("set"), words(QT_TRANSLATE_NOOP("Administration", "Set the plan"))},
        {QStringLiteral("end"), words(QT_TRANSLATE_NOOP("Administration", "End the plan"))}};
    return {action,
            planField("at", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Time of day"),
                      false, QT_TRANSLATE_NOOP("Administration", "Hours and minutes: 01:30")),
            planField("workdays", FieldKind::Flag,
                      QT_TRANSLATE_NOOP("Administration", "From Monday to Friday only"), false),
            planField("place", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Place"), false,
                      QT_TRANSLATE_NOOP("Administration", "Folder on the server")),
            planField("second_place", FieldKind::Text,
                      QT_TRANSLATE_NOOP("Administration", "Second place"), false,
                      QT_TRANSLATE_NOOP("Administration", "Folder on another disk or machine")),
            planField("keep", FieldKind::Integer,
                      QT_TRANSLATE_NOOP("Administration", "How many are kept"), false,
                      QT_TRANSLATE_NOOP("Administration", "such as 30; older ones are removed")),
            planField("warn_hours", FieldKind::Integer,
                      QT_TRANSLATE_NOOP("Administration", "Warn when older than, hours"), false,
                      QT_TRANSLATE_NOOP("Administration", "such as 30 for one each day"))};
}

} // namespace

OperationType backupPlanType()
{
    OperationType type;
    type.id = QStringLiteral("system.backup_plan");
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("system.maintenance");
    type.part = ControlPart::Information;
    type.legalBasis = QStringLiteral("第三十八条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Plan of the backups"));
    type.fields = fields();
    type.check = check;
    type.apply = apply;
    type.changes = changes;
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.locks = [](const QJsonObject &, const Reader &) {
        return QList<Lock>{{QStringLiteral("policy:") + QString::fromLatin1(backupPlanKey),
                            QStringLiteral("value")}};
    };
    type.summary = [](const QJsonObject &payload, const Reader &) {
        return endsPlan(payload)
            ? words(QT_TRANSLATE_NOOP("Administration", "End the plan of the backups"))
            : words(QT_TRANSLATE_NOOP("Administration", "Backups %1, %2 kept"))
                  .arg(whenText(BackupPlan::fromJson(payload)))
                  .arg(payload[u"keep"].toInteger());
    };
    return type;
}

} // namespace jubao
