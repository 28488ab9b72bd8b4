// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/backup_files.h"
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace jubao {

/** The policy row in which the plan stands (operation `system.backup_plan`). */
constexpr const char *backupPlanKey = "backup.plan";

/**
 * When the county's service makes a backup by itself, where it lies, and from which age on somebody
 * is told (SEC-09; 第三十八条).
 */
struct BackupPlan {
    static constexpr int fewestKept = 2;
    static constexpr int mostKept = 366;
    static constexpr int mostWarnHours = 24 * 31;

    QTime at;              ///< the office's time
    bool workdays = false; ///< from Monday to Friday; otherwise every day
    int keep = 30;
    QString place;       ///< folder on the server
    QString secondPlace; ///< folder on another disk; empty = none
    int warnHours = 48;
    qint64 entry = 0; ///< journal entry that brought it in force

    QJsonObject toJson() const;
    static BackupPlan fromJson(const QJsonObject &value);
    /** What was posted last; nothing where no plan was, or where it was ended. */
    static std::optional<BackupPlan> inForce(Database &books);
    /** The newest moment, not after `now`, at which a backup is due; UTC. */
    QDateTime dueBefore(const QDateTime &now) const;
    /** In the office's language: why nothing is copied to the second place. */
    QString secondPlaceMissing() const;
};

/** How it stands with the backups of an office, out of its journal and its access trail. Times are
 * UTC and null where there is none. */
struct BackupState {
    std::optional<BackupPlan> plan;
    QDateTime plannedAt;
    QDateTime newest; ///< by the service or by a person
    /** The newest that the service made; entry 0 = it made none. */
    BackupFacts scheduled;
    qint64 scheduledEntry = 0;
    QDateTime scheduledAt;
    qint64 copiedEntry = 0; ///< the backup that was last copied to the second place
    QDateTime copiedAt;     ///< when that one was made
    QDateTime drilledAt;    ///< the last restore drill that was approved
    QString failure;        ///< why the last try failed; empty once one succeeded
    QDateTime failedAt;

    static BackupState of(Database &books);
    bool isDue(const QDateTime &now) const;
    bool copyIsDue() const;
    /** In the office's language, what somebody has to see to: too old, not copied, failed, no drill
     * for a year. */
    QStringList warnings(const QDateTime &now) const;
};

} // namespace jubao
