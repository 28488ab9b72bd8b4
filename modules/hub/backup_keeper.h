// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/backup_plan.h"
#include <atomic>
#include <chrono>
#include <future>

namespace jubao {

class Office;

/**
 * Makes the backups of the plan beside the service's work: copies are made in a thread over a
 * connection of its own, what is to be entered is entered between two requests. Killed anywhere, it
 * finds in the journal what is left to do.
 */
class BackupKeeper {
public:
    /** `office` was opened by `Office::openAsRegistrar`. */
    explicit BackupKeeper(Office &office);
    /** Stops a copy that runs; nothing of it stays. */
    ~BackupKeeper();
    BackupKeeper(const BackupKeeper &) = delete;
    BackupKeeper &operator=(const BackupKeeper &) = delete;

    /** Called between two requests: takes what is finished, begins what is due. Throws
     * DatabaseError(ServerGone). */
    void look();

private:
    /** A copy that is made, or one that is taken to the second place. */
    struct Work {
        BackupPlan plan;
        QString file;
        qint64 copyOf = 0; ///< entry of the backup that is copied; 0 = one is made
        BackupFacts facts;
        QString failure;
    };

    void goOn();
    void begin(const BackupState &state);
    void beginBackup(const BackupPlan &plan);
    void beginCopy(const BackupState &state);
    void finish(const Work &done);
    void fail(const QString &file, const QString &why);

    Office &m_office;
    std::future<Work> m_work;
    std::atomic<bool> m_stopped{false};
    std::chrono::steady_clock::time_point m_nextLook;
    QString m_failureTold;
};

} // namespace jubao
