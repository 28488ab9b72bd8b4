// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/backup_keeper.h"

#include "database/error.h"
#include "operations/office.h"
#include <QDir>

namespace jubao {

namespace {

constexpr std::chrono::seconds betweenLooks(20);
constexpr std::chrono::minutes afterFailure(15);

/** Runs in the thread: a failure is told by whoever takes the result. */
template <typename Doing> QString failureOf(const Doing &doing)
{
    try {
        doing();
        return {};
    } catch (const DatabaseError &error) {
        return error.text() + u' ' + error.detail();
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    }
}

} // namespace

BackupKeeper::BackupKeeper(Office &office) : m_office(office) { }

BackupKeeper::~BackupKeeper()
{
    m_stopped = true;
    if (m_work.valid())
        m_work.wait();
}

void BackupKeeper::look()
{
    try {
        goOn();
    } catch (const DatabaseError &error) {
        // Without the server there is nothing to serve either. What else is wrong with a backup
        // must not stop the work of all others.
        if (error.kind() == DatabaseError::Kind::ServerGone)
            throw;
        m_nextLook = std::chrono::steady_clock::now() + afterFailure;
        qWarning("a backup failed: %s", qPrintable(error.text()));
    }
}

void BackupKeeper::goOn()
{
    if (m_work.valid()) {
        if (m_work.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
            finish(m_work.get());
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    if (now < m_nextLook)
        return;
    m_nextLook = now + betweenLooks;
    begin(m_office.backupState());
}

void BackupKeeper::begin(const BackupState &state)
{
    // While the clock is not trusted nobody knows what is due, and nothing is entered.
    if (!m_office.clockFault().isEmpty())
        return;
    if (state.isDue(m_office.clock().now()))
        beginBackup(*state.plan);
    else if (state.copyIsDue())
        beginCopy(state);
}

void BackupKeeper::beginBackup(const BackupPlan &plan)
{
    QDir().mkpath(plan.place); // the second place is made by whoever mounts it
    const BackupFolder folder(plan.place, m_office.identity());
    const QString file = folder.fileFor(m_office.clock().now());
    // Kept by its count there, what a killed program left is away before the next copy is made.
    folder.keepNewest(plan.keep);
    qInfo("a backup begins");
    m_work = std::async(
        std::launch::async, [this, plan, file, make = m_office.backupWork(file)]() -> Work {
            Work work{plan, file, 0, {}, {}};
            work.failure =
                failureOf([&] { work.facts = make([this](int) { return !m_stopped; }); });
            return work;
        });
}

void BackupKeeper::beginCopy(const BackupState &state)
{
    const BackupPlan &plan = *state.plan;
    const BackupFolder folder(plan.place, m_office.identity());
    if (folder.onSameDisk(plan.secondPlace)) {
        fail(plan.secondPlace, plan.secondPlaceMissing());
        return;
    }
    BackupFolder(plan.secondPlace, m_office.identity()).keepNewest(plan.keep);
    m_work = std::async(
        std::launch::async, [plan, facts = state.scheduled, of = state.scheduledEntry]() -> Work {
            Work work{plan, facts.file, of, facts, {}};
            work.failure = failureOf([&] { work.file = copyBackup(facts, plan.secondPlace); });
            return work;
        });
}

void BackupKeeper::finish(const Work &done)
{
    m_nextLook = {};
    if (!done.failure.isEmpty()) {
        if (!m_stopped)
            fail(done.file, done.failure);
        return;
    }
    try {
        if (done.copyOf > 0)
            m_office.enterBackupCopy(done.plan, done.copyOf, done.file);
        else
            m_office.enterScheduledBackup(done.plan, done.facts);
    } catch (const RefusedError &error) {
        fail(done.file, error.refusals.first().text);
        return;
    }
    m_failureTold.clear();
    const QString &place = done.copyOf > 0 ? done.plan.secondPlace : done.plan.place;
    BackupFolder(place, m_office.identity()).keepNewest(done.plan.keep);
    qInfo(done.copyOf > 0 ? "a backup is at the second place" : "a backup is made");
}

void BackupKeeper::fail(const QString &file, const QString &why)
{
    m_nextLook = std::chrono::steady_clock::now() + afterFailure;
    qWarning("a backup failed: %s", qPrintable(why));
    if (std::exchange(m_failureTold, why) != why)
        m_office.noteBackupFailure(file, why);
}

} // namespace jubao
