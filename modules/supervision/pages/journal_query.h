// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"

namespace jubao {

/** What the auditor looks for in the 操作日志 (SEC-02). */
struct JournalFilter {
    QDate from;
    QDate to;
    qint64 operatorId = 0; ///< 0 = everybody
    QString type;          ///< empty = every business
    QString person;        ///< whole ID number or whole name; empty = everybody
};

/** One entry as the list shows it. */
struct JournalLine {
    qint64 seq = 0;
    QString at;
    QString who;
    QString post;
    QString what;
    QString business;
    QString matter;
    QString workstation;
    QString reason;
    QString hash;
    qint64 operation = 0;
};

/** Newest first, at most `limit`. */
QList<JournalLine> journalLines(const Office &office, const JournalFilter &filter, int limit);

/** One field that an entry changed: old → new, sealed values masked. */
struct EntryChange {
    QString table;
    QString item;
    QString before;
    QString after;
};

/** What the entry wrote into the books, compared with the versions before it. */
QList<EntryChange> entryChanges(const Office &office, qint64 seq);

/** Words for what an entry is, action or not. */
QString entryTitle(const QString &kind);

} // namespace jubao
