// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"

namespace jubao {

/**
 * What was let through although a rule spoke against it (CON-08): a warning that its maker answered
 * (a lowered tier, somebody who may draw already), a contribution that was taken
 * back, a paper that was asked for late (OFF-11).
 */
struct ExceptionLine {
    QString at; ///< day in the office, ISO
    QString kind;
    QString business; ///< number of the operation and title of its type
    QString matter;
    QString found;
    QString answer; ///< the reason that was given
    QString who;
    QString state;        ///< of the operation, in words; empty where there is none
    qint64 operation = 0; ///< 0 for a notice before its matter was handed in
    qint64 entry = 0;     ///< number in the journal; for a notice minus its line in the trail
};

/** The exceptions of these days, the last included, oldest first. */
QList<ExceptionLine> exceptionsOf(const Reader &reader, const TypeRegistry &registry,
                                  const QDate &from, const QDate &to);
/** Those of the whole month in which that day lies. */
QList<ExceptionLine> exceptionsOf(const Reader &reader, const TypeRegistry &registry,
                                  const QDate &month);

/** supervision.exceptions: the list of a month on paper; its id is the month as a number, 202603.
 */
DocumentSpec exceptionsDocument(const TypeRegistry &registry);
qint64 monthNumber(const QDate &day);

/** Who has acknowledged the list of a month, when, and whether it is still the same list. */
struct ExceptionsRead {
    QString who;
    QString at; ///< office time
    qint64 count = 0;
    bool same = false;
};
std::optional<ExceptionsRead> exceptionsRead(const Reader &reader, const TypeRegistry &registry,
                                             const QDate &day);
/** The auditor's signed word that he has read the list as it is now: an entry of the journal with
 * month, count and digest. Throws RefusedError(POST_NOT_HELD). */
JournalEntry acknowledgeExceptions(Office &office, Session &auditor, const QDate &day);

} // namespace jubao
