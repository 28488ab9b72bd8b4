// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"

#include <ctime>

namespace jubao {

namespace {

constexpr int officeOffsetSeconds = 8 * 3600;

} // namespace

Clock::~Clock() = default;

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

qint64 SystemClock::elapsedMs() const
{
    constexpr qint64 millisecondsPerSecond = 1000;
    constexpr qint64 nanosecondsPerMillisecond = 1000000;
    timespec since{};
    // The boot clock, unlike the steady clock, also counts the time that a notebook slept.
    clock_gettime(CLOCK_BOOTTIME, &since);
    return since.tv_sec * millisecondsPerSecond + since.tv_nsec / nanosecondsPerMillisecond;
}

SimulatedClock::SimulatedClock(const QDateTime &start) : m_now(start.toUTC()) { }

void SimulatedClock::advance(qint64 milliseconds)
{
    m_now = m_now.addMSecs(milliseconds);
    m_elapsedMs += milliseconds;
}

QDate officeDate(const QDateTime &moment)
{
    return officeTime(moment).date();
}

QDateTime officeTime(const QDateTime &moment)
{
    return moment.toOffsetFromUtc(officeOffsetSeconds);
}

} // namespace jubao
