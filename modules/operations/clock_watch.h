// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace jubao {

/**
 * Whether the calendar time of this computer may be trusted (design: Time). It reads no clock
 * itself: it is given the calendar time, an even reading that nobody can set, and the time of the
 * newest entry.
 */
class ClockWatch {
public:
    struct Limits {
        int toleranceMinutes = 10; ///< policy: clock.tolerance_minutes
        int gapDays = 40;          ///< policy: clock.gap_days
    };

    /** The office is opened; `lastEntry` is invalid before the founding. */
    void begin(const QDateTime &calendar, qint64 elapsedMs, const QDateTime &lastEntry,
               Limits limits);
    /** The code of the refusal: CLOCK_STOPPED behind the last entry, CLOCK_JUMPED where it was set
     * since the opening, CLOCK_GAP where the last entry is too long ago; empty = trusted. */
    QString look(const QDateTime &calendar, qint64 elapsedMs, const QDateTime &lastEntry);
    /** Two administrators say that it is right. */
    void confirm(const QDateTime &calendar, qint64 elapsedMs);
    qint64 toleranceSeconds() const;

private:
    Limits m_limits;
    QDateTime m_calendar;
    qint64 m_elapsedMs = 0;
    bool m_gap = false;
    bool m_jumped = false;
};

} // namespace jubao
