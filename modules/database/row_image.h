// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <functional>

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
 * columns: what digests are made of, for entries that wrote a million rows.
 */
void eachLineWrittenBy(Database &database, const Catalogue &catalogue, qint64 opSeq,
                       const std::function<void(const QByteArray &line)> &visit);

/** The same one by one, for those who name rows. */
void eachWrittenBy(Database &database, const Catalogue &catalogue, qint64 opSeq,
                   const std::function<void(const WrittenRow &)> &visit);

} // namespace jubao
