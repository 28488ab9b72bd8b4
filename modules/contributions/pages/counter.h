// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/reader_writer.h"
#include <QList>

namespace jubao {

/** A person at the counter. */
struct CounterPerson {
    qint64 id = 0;
    QString name;
    QString idNumber; ///< whole: mask it before showing
    QString division;
    QString divisionName;
};

/** Persons by the last four characters of the ID number, by the whole of it or by the name, at most
 * \a limit. */
QList<CounterPerson> personsAtCounter(const Reader &reader, const QString &typed, int limit);
/** The tier to propose: what this person paid last; nothing for who never paid. */
std::optional<Money> lastPaid(const Reader &reader, qint64 person);
/** A tier as a collector types it: its place in the list, or the amount in yuan. */
std::optional<Money> tierFromText(const QString &typed, const QList<Money> &tiers);

/** One receipt of the collector's day, the newest first. */
struct CounterReceipt {
    QString number;
    QString name;
    Money amount;
    qint64 operation = 0;
    bool isVoid = false;
};
QList<CounterReceipt> receiptsOfDay(const Reader &reader, qint64 collector, const QDate &day,
                                    int limit);

} // namespace jubao
