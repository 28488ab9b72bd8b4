// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"

namespace jubao {

namespace {

constexpr int officeOffsetSeconds = 8 * 3600;

} // namespace

Clock::~Clock() = default;

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

SimulatedClock::SimulatedClock(QDateTime start) : m_now(start.toUTC()) { }

QDate officeDate(const QDateTime &moment)
{
    return officeTime(moment).date();
}

QDateTime officeTime(const QDateTime &moment)
{
    return moment.toOffsetFromUtc(officeOffsetSeconds);
}

} // namespace jubao
