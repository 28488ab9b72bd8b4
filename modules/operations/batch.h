// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/decision.h"
#include "operations/type.h"
#include <QSet>
#include <list>
#include <stdexcept>

namespace jubao {

/** Called between rows with 0 … 1000; false stops the work, and nothing has changed. */
using Progress = std::function<bool(int permille)>;

/** The person at the desk stopped long work before it was committed. */
class StoppedError : public std::runtime_error {
public:
    StoppedError();
};

/** Gets a row that was not taken, with what was found. */
using RowReturn = std::function<void(const BatchRow &row, const Findings &why)>;

/** What went in and what was taken: in = good + bad, counts and sums. */
struct BatchCount {
    qint64 rows = 0;
    qint64 good = 0;
    qint64 bad = 0;
    qint64 warned = 0;          ///< good rows with a warning
    QString firstWarning;       ///< in words, with its row
    QMap<QString, qint64> sums; ///< of the good rows, fen by money field
    QString digest;             ///< SM3 over the good rows, canonical, one a line
    QString numbers;            ///< SM3 over their numbers in the sheet, one a line
    bool operator==(const BatchCount &) const = default;
};

/** One pass over the rows of a batch: judges each and hands it on. */
class BatchJudge {
public:
    /** `avoided`: ID numbers whose rows this maker may not handle (CTL-29). */
    BatchJudge(const OperationType &type, const QJsonObject &parameters, const Reader &reader,
               qint64 maker, const QStringList &avoided);

    using Taken = std::function<void(const BatchRow &row, const QByteArray &canonical)>;
    BatchCount run(const RowSource &source, const Taken &taken, const RowReturn &returned,
                   const Progress &progress) const;

private:
    Findings judge(const BatchRow &row, const RowCheck &check) const;

    const OperationType &m_type;
    const QJsonObject &m_parameters;
    const Reader &m_reader;
    qint64 m_maker;
    QSet<QString> m_avoided;
};

/** Rows one after another, a part of them shown beforehand to whoever judges them. */
class RowsInParts {
public:
    RowsInParts(const RowSource &source, const RowCheck &check);
    bool next(BatchRow &row);

private:
    const RowSource &m_source;
    const RowCheck &m_check;
    QList<BatchRow> m_part;
    qsizetype m_place = 0;
    bool m_ended = false;
};

/** The staged rows of a revision whose number is above `after`, in the order of their numbers. */
RowSource stagedRows(const Reader &reader, qint64 operation, int revision, qint64 after = -1);

/** Stages rows for one revision while they are judged. */
class BatchStaging {
public:
    BatchStaging(Database &database, const OperationType &type, qint64 operation, int revision);
    void add(const BatchRow &row, const QByteArray &canonical);

private:
    /** Somebody may stand in several rows: as the person, as another one's beneficiary. */
    void addSubject(const QString &idNumber);

    std::unique_ptr<BulkInsert> m_rows;
    std::unique_ptr<BulkInsert> m_subjects;
    Query m_known;
    qint64 m_operation;
    int m_revision;
    QStringList m_idFields;
    QSet<size_t> m_seen; ///< hashes: whoever has a new one is new, the others are asked for
};

/**
 * Posts staged rows: the type's poster and the hooks row by row, then the hooks that run once. Each
 * row is judged again first; as soon as one has gone bad nothing more is written, the rest is only
 * judged, and the caller rolls back. Returns what has gone bad, row by row, at most a hundred.
 */
class BatchPosting {
public:
    BatchPosting(const OperationType &type, const TypeRegistry &registry,
                 const QJsonObject &payload, const Writer &writer);

    QList<Refusal> run(const RowSource &rows, bool judgeAgain, const Progress &progress);

private:
    void postRow(const QJsonObject &row);

    const OperationType &m_type;
    const TypeRegistry &m_registry;
    const QJsonObject &m_payload;
    Writer m_writer;
    RowPoster m_post;
    std::list<Writer> m_hookWriters; ///< stay where they are while hooks hold them
    QList<RowHook> m_hooks;
};

/** Counts and sums of a batch for the eyes of every signer, from its payload. */
QList<Change> batchTotals(const OperationType &type, const QJsonObject &payload);

/** Adds what *make* found out to the payload: `rows_count`, `rows_digest`, `rows_numbers`,
 * `sum_FIELD` … */
void addBatchCount(QJsonObject &payload, const BatchCount &count);

/**
 * Many of one single type in one operation: row fields, rules, effects and hooks are the single
 * type's; a record that two rows would change is found by the locks of the single type.
 */
BatchSpec batchOf(const OperationType &single);

} // namespace jubao
