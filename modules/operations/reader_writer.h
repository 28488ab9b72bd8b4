// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/finding.h"
#include "core/money.h"
#include "core/policy.h"
#include "core/working_days.h"
#include "database/catalogue.h"
#include "database/database.h"
#include "database/query.h"
#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QSet>
#include <QVariant>
#include <memory>

namespace jubao {

/** A row as names and values; what `Writer` takes and `Reader::row` gives. */
using Row = QVariantMap;

/**
 * Read access that rules (`check`) are given: the books as they stand, the policy in force, today's
 * date in the office. Reading never changes anything and leaves no trace; traces belong to people
 * looking.
 */
class Reader {
public:
    Reader(Database &database, const Catalogue &catalogue, QDate today);

    Query query(const QString &sql) const;
    std::optional<Row> row(const QString &table, qint64 id) const;
    std::optional<Row> row(const QString &table, const QString &column,
                           const QVariant &value) const;
    /** Those of the texts that stand in this column: one question for many of them. */
    QSet<QString> present(const QString &table, const QString &column,
                          const QStringList &texts) const;

    QDate today() const { return m_today; }
    /** Policy rows of the office (built once per reader). */
    const PolicyTable &policy() const;
    const HolidayCalendar &calendar() const;

    const Catalogue &catalogue() const { return m_catalogue; }
    Database &database() const { return m_database; }

private:
    Database &m_database;
    const Catalogue &m_catalogue;
    QDate m_today;
    mutable std::shared_ptr<PolicyTable> m_policy;
    mutable std::shared_ptr<HolidayCalendar> m_calendar;
};

/** Who is writing and why: given by the poster to `apply`, facts and hooks. */
struct PostingContext {
    qint64 operation = 0;
    int revision = 1;
    int node = 1;
    qint64 opSeq = 0;      ///< number of the journal entry that these rows belong to
    qint64 operatorId = 0; ///< the maker
    QString makerPost;
    QString division;
    QDateTime at;           ///< the registrar's time: what ends at once ends at this second
    QDate today;            ///< the registrar's date in the office (booked date)
    QDate madeOn;           ///< date of the first `make`: facts carry it
    QString journalHead;    ///< hash of the entry before this one (day sheets print it)
    bool linesOnly = false; ///< a register line: only append-only rows (CTL-31)
};

/** Many rows for one table, values in the order of the columns. From `Writer::inserter`. */
class RowInserter {
public:
    /** Values in the order of the columns; returns the id given to the row. */
    qint64 add(std::initializer_list<QVariant> values);

private:
    friend class Writer;
    RowInserter(Database &database, const PostingContext &context,
                std::shared_ptr<BulkInsert> rows);

    Database *m_database;
    int m_node;
    qint64 m_opSeq;
    std::shared_ptr<BulkInsert> m_rows;
    qint64 m_nextId = 0;
    qint64 m_lastId = -1;
};

/**
 * Write access inside the posting transaction. Each written row gets `op_seq` of the posting entry,
 * so that `verify` can attribute it. Tables of another room than the writer's are refused
 * (std::logic_error): a hook writes only its own room's rows (CTL-19).
 */
class Writer : public Reader {
public:
    Writer(Database &database, const Catalogue &catalogue, PostingContext context, QString room);

    const PostingContext &context() const { return m_context; }
    /** A node-scoped id that never collides with another node's. */
    qint64 newId();
    /** Inserts a row; `id` is given out when absent. Returns the id. */
    qint64 insert(const QString &table, Row values);
    /** For batches: rows of these columns, `id` and `op_seq` are given by the inserter. */
    RowInserter inserter(const QString &table, const QStringList &columns);
    /** Changes the named columns of one record; the old version goes into history. */
    void update(const QString &table, qint64 id, const Row &values);
    /** The same writer seen by another room (used for hooks). */
    Writer forRoom(const QString &room) const;

private:
    const Table &writable(const QString &table) const;

    PostingContext m_context;
    QString m_room;
};

} // namespace jubao
