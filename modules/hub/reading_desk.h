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
    ~ReadingDesk();
    ReadingDesk(const ReadingDesk &) = delete;
    ReadingDesk &operator=(const ReadingDesk &) = delete;

    /** Throws what ended the work (the server is gone), if anything did. */
    void check() const;

private:
    void work(const std::stop_token &stopping);
    QCborMap resultOf(const wire::Question &question);

    std::unique_ptr<Office> m_office;
    Readings m_readings;
    RequestDesk m_desk;
    TaskQueue &m_tasks;
    mutable std::mutex m_guard;
    std::exception_ptr m_ended;
    std::jthread m_thread; ///< the last member: it uses all others
};

/** What a piece of work gives, or its refusal or failure, as an answer to \a name. Throws
 * DatabaseError(ServerGone), for then there is nobody to answer to. */
QCborMap answering(const QString &name, const std::function<QCborMap()> &work);

} // namespace jubao
