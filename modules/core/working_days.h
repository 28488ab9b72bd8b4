// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QMap>
#include <QSet>

namespace jubao {

/**
 * Working days on the published holiday calendar (domain: 5.7). Beyond the years that are known,
 * days are computed from weekends and the statutory days with a fixed date, and are provisional.
 */
class HolidayCalendar {
public:
    /** The calendar that the program ships (resources/policy/holidays.json). */
    static HolidayCalendar shipped();

    /** `works`: a make-up working day on a weekend; otherwise a day off. */
    void add(const QDate &day, bool works);

    const QMap<QDate, bool> &days() const { return m_days; }
    bool isWorkingDay(const QDate &day) const;
    bool isProvisional(const QDate &day) const;
    /** Day `count` after `start`, which is day 0. */
    QDate addWorkingDays(const QDate &start, int count) const;
    /** Deadlines in plain days: a last day off moves to the next working day. */
    QDate nextWorkingDay(const QDate &day) const;

private:
    QMap<QDate, bool> m_days;
    QSet<int> m_years;
};

} // namespace jubao
