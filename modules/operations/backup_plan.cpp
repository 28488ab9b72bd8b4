// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/backup_plan.h"

#include "core/canonical_json.h"
#include "core/clock.h"
#include "operations/journal.h"
#include <QCoreApplication>

namespace jubao {

namespace {

const QString clockFormat = QStringLiteral("HH:mm");
constexpr int drillDays = 366; // at least yearly

QString words(const char *text)
{
    return QCoreApplication::translate("Backup", text);
}

QString moment(const QDateTime &at)
{
    return officeTime(at).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QDateTime timeFrom(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

/** The newest entry of these kinds that belongs to no operation; number 0 = none. */
JournalEntry newestOf(Database &books, const QString &kinds)
{
    Query row = books.prepare(
        Journal::selectSql()
        + QStringLiteral("WHERE operation = 0 AND kind IN (%1) ORDER BY seq DESC LIMIT 1")
              .arg(kinds));
    return row.next() ? Journal::fromRow(row) : JournalEntry();
}

QDateTime acceptedAt(Database &books, qint64 seq)
{
    Query row = books.prepare(QStringLiteral("SELECT accepted_at FROM journal WHERE seq = ?"));
    row.bindAll(seq);
    return row.next() ? timeFrom(row.text(0)) : QDateTime();
}

void readFailure(Database &books, BackupState &state)
{
    Query line = books.prepare(
        QStringLiteral("SELECT at, detail FROM access_trail WHERE operator = 0 AND kind = ? "
                       "ORDER BY seq DESC LIMIT 1"));
    line.bindAll(QStringLiteral("backup_failed"));
    if (!line.next())
        return;
    const QDateTime at = timeFrom(line.text(0));
    const JournalEntry done =
        newestOf(books, QStringLiteral("'backup_scheduled', 'backup_copied'"));
    if (done.seq > 0 && at <= timeFrom(done.acceptedAt))
        return;
    state.failedAt = at;
    state.failure = line.text(1);
}

} // namespace

QJsonObject BackupPlan::toJson() const
{
    return {{QStringLiteral("at"), at.toString(clockFormat)},
            {QStringLiteral("workdays"), workdays ? 1 : 0},
            {QStringLiteral("keep"), keep},
            {QStringLiteral("place"), place},
            {QStringLiteral("second_place"), secondPlace},
            {QStringLiteral("warn_hours"), warnHours}};
}

BackupPlan BackupPlan::fromJson(const QJsonObject &value)
{
    BackupPlan plan;
    plan.at = QTime::fromString(value[u"at"].toString(), clockFormat);
    plan.workdays = value[u"workdays"].toInt() == 1;
    plan.keep = qBound(fewestKept, value[u"keep"].toInt(plan.keep), mostKept);
    plan.place = value[u"place"].toString();
    plan.secondPlace = value[u"second_place"].toString();
    plan.warnHours = qBound(1, value[u"warn_hours"].toInt(plan.warnHours), mostWarnHours);
    return plan;
}

std::optional<BackupPlan> BackupPlan::inForce(Database &books)
{
    Query row = books.prepare(QStringLiteral(
        "SELECT value, op_seq FROM policy_row WHERE policy_key = ? ORDER BY op_seq DESC LIMIT 1"));
    row.bindAll(QString::fromLatin1(backupPlanKey));
    if (!row.next())
        return std::nullopt;
    BackupPlan plan = fromJson(parseCanonicalObject(row.text(0).toUtf8()));
    plan.entry = row.integer(1);
    if (!plan.at.isValid() || plan.place.isEmpty())
        return std::nullopt;
    return plan;
}

QDateTime BackupPlan::dueBefore(const QDateTime &now) const
{
    QDate day = officeDate(now);
    const auto due = [this](const QDate &on) {
        constexpr int officeAheadSeconds = 8 * 60 * 60;
        return QDateTime(on, at, Qt::OffsetFromUTC, officeAheadSeconds).toUTC();
    };
    while (due(day) > now || (workdays && day.dayOfWeek() > Qt::Friday))
        day = day.addDays(-1);
    return due(day);
}

QString BackupPlan::secondPlaceMissing() const
{
    return words(QT_TRANSLATE_NOOP(
                     "Backup", "%1 is not there, or lies on the same disk as %2. Is it mounted?"))
        .arg(secondPlace, place);
}

BackupState BackupState::of(Database &books)
{
    BackupState state;
    state.plan = BackupPlan::inForce(books);
    if (state.plan)
        state.plannedAt = acceptedAt(books, state.plan->entry);
    const JournalEntry any = newestOf(books, QStringLiteral("'backup', 'backup_scheduled'"));
    if (any.seq > 0)
        state.newest = timeFrom(any.acceptedAt);
    const JournalEntry own = newestOf(books, QStringLiteral("'backup_scheduled'"));
    if (own.seq > 0) {
        state.scheduledEntry = own.seq;
        state.scheduledAt = timeFrom(own.acceptedAt);
        state.scheduled = {own.detail[u"file"].toString(), own.detail[u"head"].toString(),
                           own.detail[u"entries"].toInteger(), own.detail[u"digest"].toString()};
    }
    const JournalEntry copy = newestOf(books, QStringLiteral("'backup_copied'"));
    if (copy.seq > 0) {
        state.copiedEntry = copy.detail[u"of"].toInteger();
        state.copiedAt = acceptedAt(books, state.copiedEntry);
    }
    Query drill = books.prepare(QStringLiteral(
        "SELECT max(j.accepted_at) FROM journal j JOIN operation o ON o.id = j.operation WHERE "
        "j.kind = 'posted' AND o.type = 'system.restore_drill'"));
    if (drill.next() && !drill.isNull(0))
        state.drilledAt = timeFrom(drill.text(0));
    readFailure(books, state);
    return state;
}

bool BackupState::isDue(const QDateTime &now) const
{
    return plan && (!scheduledAt.isValid() || scheduledAt < plan->dueBefore(now));
}

bool BackupState::copyIsDue() const
{
    return plan && !plan->secondPlace.isEmpty() && scheduledEntry > copiedEntry;
}

QStringList BackupState::warnings(const QDateTime &now) const
{
    QStringList list;
    if (!plan)
        return list;
    const auto isOld = [&](const QDateTime &made) {
        constexpr qint64 secondsPerHour = 3600;
        const QDateTime since = made.isValid() ? made : plannedAt;
        return since.secsTo(now) > plan->warnHours * secondsPerHour;
    };
    if (isOld(newest))
        list.append(newest.isValid()
                        ? words(QT_TRANSLATE_NOOP(
                                    "Backup", "The newest backup is of %1: older than %2 hours."))
                              .arg(moment(newest))
                              .arg(plan->warnHours)
                        : words(QT_TRANSLATE_NOOP("Backup", "No backup has been made yet.")));
    if (!plan->secondPlace.isEmpty() && isOld(copiedAt))
        list.append(
            copiedAt.isValid()
                ? words(
                      QT_TRANSLATE_NOOP(
                          "Backup",
                          "The newest copy at the second place, %1, is of %2: older than %3 hours."))
                      .arg(plan->secondPlace, moment(copiedAt))
                      .arg(plan->warnHours)
                : words(QT_TRANSLATE_NOOP("Backup",
                                          "No backup has been copied to the second place, %1."))
                      .arg(plan->secondPlace));
    if (!failure.isEmpty())
        list.append(words(QT_TRANSLATE_NOOP("Backup", "The backup failed at %1: %2"))
                        .arg(moment(failedAt), failure));
    if ((drilledAt.isValid() ? drilledAt : plannedAt).daysTo(now) > drillDays)
        list.append(words(QT_TRANSLATE_NOOP(
            "Backup", "For more than a year nobody has tried whether a backup can be restored.")));
    return list;
}

} // namespace jubao
