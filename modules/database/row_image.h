// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <functional>
#include <memory>
#include <vector>

namespace jubao {

class Catalogue;
class Database;
class Query;
struct Table;

/** A row as names and values, without null fields: bytes as hexadecimal, the rest as they are. */
QJsonObject rowImage(const Table &table, const Query &row, int firstColumn = 0);

struct WrittenRow {
    QString table;
    QString key;
    QJsonObject image;
};

/**
 * Every row version that the journal entry `opSeq` wrote, present ones and superseded ones, in the
 * order of table and key. The effects digest is computed from it.
 */
QList<WrittenRow> writtenBy(Database &database, const Catalogue &catalogue, qint64 opSeq);

/**
 * The same as lines "TABLE KEY IMAGE", the image in canonical JSON, written straight from the
 * columns: what digests are made of, for entries that wrote a million rows. Whoever knows which
 * tables alone can have such rows names them.
 */
void eachLineWrittenBy(Database &database, const Catalogue &catalogue, qint64 opSeq,
                       const std::function<void(const QByteArray &line)> &visit,
                       const QSet<QString> *among = nullptr);

/** The same one by one, for those who name rows. */
void eachWrittenBy(Database &database, const Catalogue &catalogue, qint64 opSeq,
                   const std::function<void(const WrittenRow &)> &visit);

/** A row in which two books differ: its image in each, empty where it is missing there. */
struct RowDifference {
    QString table; ///< "person", or "person_history" for a version that was superseded
    QString key;
    QJsonObject expected;
    QJsonObject found;
};
using DifferenceVisit = std::function<void(const RowDifference &)>;

/** Compares every row of every table that names operations, present ones and superseded ones. */
void eachDifference(Database &expected, Database &found, const Catalogue &catalogue,
                    const DifferenceVisit &visit);
/** Compares what one entry wrote, wherever a version of it lies now. */
void eachDifferenceOf(Database &expected, Database &found, const Catalogue &catalogue, qint64 opSeq,
                      const DifferenceVisit &visit);

/**
 * The rows of all entries in one ordered scan per table, for whoever goes through the whole
 * journal: the cost is that of reading every row once, however many tables and entries there are.
 */
class WrittenRowsScan {
public:
    /** Gets the number of the entry and the line "TABLE KEY IMAGE". */
    using Visit = std::function<void(qint64 opSeq, const QByteArray &line)>;

    WrittenRowsScan(Database &database, const Catalogue &catalogue);
    ~WrittenRowsScan();

    /** The lines of this entry, as `eachLineWrittenBy` gives them. To be asked for ascending
     * numbers; rows of numbers that were left out go to `skipped`. */
    void take(qint64 opSeq, const Visit &own, const Visit &skipped);
    /** All that is left. */
    void finish(const Visit &skipped);

private:
    struct Source;
    std::vector<std::unique_ptr<Source>> m_sources; ///< by table name
};

} // namespace jubao
