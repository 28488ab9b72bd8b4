// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/intake.h"
#include "hub/readings.h"

namespace jubao {

/**
 * Answers what is only read, in a thread and over connections of its own: nobody's list waits for
 * the ten thousand rows that somebody else hands in. What is being entered is not seen by it before
 * it is entered whole.
 */
class ReadingDesk {
public:
    /** `office` was opened as the registrar's and is nobody else's. Throws DatabaseError. */
    ReadingDesk(std::unique_ptr<Office> office, const ServerAddress &books, TaskQueue &tasks);
    ReadingDesk(const ReadingDesk &) = delete;
    ReadingDesk &operator=(const ReadingDesk &) = delete;

    /** As `Worker::check`. */
    void check() const { m_worker.check(); }
    /** How often who asked a form's rules about an ID number since this was asked last; from any
     * thread. Whoever may write puts it into the trail, so that who reads does not wait for that.
     */
    QHash<QString, int> takeChecked();

private:
    void work();
    QByteArray answerTo(const Task &task);
    void count(const QString &name);
    QCborMap answerTo(const QString &name, const wire::Call &call);

    std::unique_ptr<Office> m_office;
    Readings m_readings;
    RequestDesk m_desk;
    TaskQueue &m_tasks;
    std::mutex m_guard; ///< of what was counted
    QHash<QString, int> m_checked;
    Worker m_worker;
};

/** What a piece of work for \a name gives, or its refusal or failure, as a sealed answer. Throws
 * DatabaseError(ServerGone), for then there is nobody to answer to. */
QByteArray answering(const wire::AnswerKey &key, const QString &name,
                     const std::function<QCborMap()> &work);

} // namespace jubao
