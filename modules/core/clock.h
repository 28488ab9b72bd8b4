// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QDateTime>

namespace jubao {

/** Where the time comes from. The registrar takes it as a parameter; only a demo office may be
 * given another one than the system's (design: Time). All times are UTC with milliseconds. */
class Clock {
public:
    virtual ~Clock();
    virtual QDateTime now() const = 0;
    /** Milliseconds since some moment before the program began; goes on evenly, also while the
     * computer sleeps, and whatever is done to the calendar time. */
    virtual qint64 elapsedMs() const = 0;
    virtual bool isSimulated() const = 0;
};

class SystemClock : public Clock {
public:
    QDateTime now() const override;
    qint64 elapsedMs() const override;
    bool isSimulated() const override { return false; }
};

class SimulatedClock : public Clock {
public:
    explicit SimulatedClock(const QDateTime &start);
    QDateTime now() const override { return m_now; }
    qint64 elapsedMs() const override { return m_elapsedMs; }
    bool isSimulated() const override { return true; }
    /** Time passes until then. */
    void setNow(const QDateTime &now) { advance(m_now.msecsTo(now)); }
    void advance(qint64 milliseconds);
    /** Somebody sets the calendar time; no time passes. */
    void setBy(qint64 milliseconds) { m_now = m_now.addMSecs(milliseconds); }

private:
    QDateTime m_now;
    qint64 m_elapsedMs = 0;
};

/** The calendar day in the office: China has one zone, UTC+8, without summer time. */
QDate officeDate(const QDateTime &moment);
/** The same as local date and time, for screens and papers. */
QDateTime officeTime(const QDateTime &moment);

} // namespace jubao
