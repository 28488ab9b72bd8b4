// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/working_days.h"

#include "core/resources.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace jubao {

HolidayCalendar HolidayCalendar::shipped()
{
    HolidayCalendar calendar;
    const QJsonArray rows =
        QJsonDocument::fromJson(readResource(QStringLiteral(":/jubao/policy/holidays.json")))
            .array();
    for (const QJsonValue &row : rows)
        calendar.add(QDate::fromString(row[u"day"].toString(), Qt::ISODate),
                     row[u"works"].toInt() == 1);
    return calendar;
}

void HolidayCalendar::add(const QDate &day, bool works)
{
    m_days.insert(day, works);
    m_years.insert(day.year());
}

bool HolidayCalendar::isWorkingDay(const QDate &day) const
{
    if (const auto found = m_days.constFind(day); found != m_days.constEnd())
        return found.value();
    if (day.dayOfWeek() >= Qt::Saturday)
        return false;
    if (!isProvisional(day))
        return true;
    const bool fixedHoliday = (day.month() == 1 && day.day() == 1)
        || (day.month() == 5 && day.day() <= 2) || (day.month() == 10 && day.day() <= 3);
    return !fixedHoliday;
}

bool HolidayCalendar::isProvisional(const QDate &day) const
{
    return !m_years.contains(day.year());
}

QDate HolidayCalendar::addWorkingDays(const QDate &start, int count) const
{
    QDate day = start;
    while (count > 0) {
        day = day.addDays(1);
        if (isWorkingDay(day))
            --count;
    }
    return day;
}

QDate HolidayCalendar::nextWorkingDay(const QDate &day) const
{
    QDate next = day;
    while (!isWorkingDay(next))
        next = next.addDays(1);
    return next;
}

} // namespace jubao
