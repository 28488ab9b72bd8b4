// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QList>

namespace jubao::ctl {

constexpr qint64 thousand = 1000;
constexpr qint64 million = 1'000'000;

/** One measured figure; times in microseconds, memory in kibibytes, ratios in thousandths. */
struct Figure {
    QString name;
    qint64 median = 0;
    qint64 yardstick = 0;
    qint64 targetPerMille = 0; ///< of median to yardstick
    const char *unit = "s";
};

qint64 at(QList<qint64> values, int perCent);
qint64 median(const QList<qint64> &values);
constexpr int nearlyAll = 99; ///< per cent

/** With the ratio, and whether it is what it should be. */
QJsonObject json(const Figure &figure);
/** The same in one line for people. */
QString line(const Figure &figure);

class Stopwatch {
public:
    Stopwatch() { m_timer.start(); }
    qint64 micros() const { return m_timer.nsecsElapsed() / thousand; }

private:
    QElapsedTimer m_timer;
};

} // namespace jubao::ctl
