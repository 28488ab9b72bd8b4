// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/clock_watch.h"

namespace jubao {

namespace {

constexpr int secondsPerMinute = 60;
constexpr int millisecondsPerSecond = 1000;

} // namespace

void ClockWatch::begin(const QDateTime &calendar, qint64 elapsedMs, const QDateTime &lastEntry,
                       Limits limits)
{
    m_limits = limits;
    confirm(calendar, elapsedMs);
    m_gap = lastEntry.isValid() && lastEntry.daysTo(calendar) > limits.gapDays;
}

QString ClockWatch::look(const QDateTime &calendar, qint64 elapsedMs, const QDateTime &lastEntry)
{
    const qint64 tolerance = toleranceSeconds();
    if (lastEntry.isValid() && calendar.secsTo(lastEntry) > tolerance)
        return QStringLiteral("CLOCK_STOPPED");
    const qint64 drift = m_calendar.msecsTo(calendar) - (elapsedMs - m_elapsedMs);
    // Once jumped it stays so: setting the clock back again would hide what was done meanwhile.
    m_jumped = m_jumped || qAbs(drift) > tolerance * millisecondsPerSecond;
    if (m_jumped)
        return QStringLiteral("CLOCK_JUMPED");
    return m_gap ? QStringLiteral("CLOCK_GAP") : QString();
}

qint64 ClockWatch::toleranceSeconds() const
{
    return qint64(m_limits.toleranceMinutes) * secondsPerMinute;
}

void ClockWatch::confirm(const QDateTime &calendar, qint64 elapsedMs)
{
    m_calendar = calendar;
    m_elapsedMs = elapsedMs;
    m_gap = false;
    m_jumped = false;
}

} // namespace jubao
