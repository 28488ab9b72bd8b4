// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"

namespace jubao {

/** A value of a payload as people read it: a division's name, a choice's label, yuan with
 * separators, a person's name. */
QString fieldText(const Field &field, const QJsonValue &value, const Reader &reader);

/** Before and after of an operation as people read them. A type that declares no changes shows what
 * was handed in. */
QList<Change> readableChanges(const OperationView &view, const OperationType *type,
                              const Reader &reader);

/** What the rows of a table are called; the table's own name where it has no words. */
QString tableTitle(const QString &table);

/** One line of a preview: "Entries of the personal account: 1, 200.00 yuan". */
QString effectText(const EffectsPreview::Line &line);

/** A division's name; the code where it is unknown, words for the empty one. */
QString divisionTitle(const Reader &reader, const QString &code);

/** A column is called what the forms call the field of its name; empty where no form has one. */
QString columnTitle(const TypeRegistry &registry, const Table &table, const Column &column);
/** A stored value as a list may show it: sealed ones masked (SEC-16), divisions by name. */
QString columnText(const Reader &reader, const Column &column, const QString &value);

/** One field of a record as it was and as it became, and who made and approved that. */
struct RecordChange {
    QString day;
    QString label;
    QString before;
    QString after;
    QString people;
    qint64 operation = 0;
};

/** Every change of one record since it was first written, the newest first (sealed values masked by
 * the last four). */
QList<RecordChange> recordChanges(const Office &office, const QString &table, qint64 id);

/** How an operation stands, the same everywhere: "to be approved" while it waits for a step. */
QString stateWords(const OperationView &view);
/** The tone of the pill with these words: "primary" while it waits, "success" once it is posted,
 * "warning" for what came back or was stopped. */
QString stateTone(const OperationView &view);

/** The office's time of an entry: "MM-dd HH:mm", with the year where it is another one. */
QString shortTime(const QString &isoUtc, const QDate &today);

} // namespace jubao
