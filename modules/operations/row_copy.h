// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/catalogue.h"
#include "database/database.h"

namespace jubao {

/** Takes rows from one office's books into others, as `replay` needs them: evidence without its
 * content, which no rule reads. */
class RowCopy {
public:
    RowCopy(Database &from, Database &to, const Catalogue &catalogue);

    void journal(qint64 seq);
    /** Payload, evidence, subjects and staged rows of a revision. */
    void revision(qint64 operation, int revision);
    void filing(qint64 operation);
    /** Every row version that the entry wrote, as it stands; ids go on behind them. */
    void rowsOfEntry(qint64 opSeq, int node);
    /** The next id given out is the one after this. */
    void idsFollow(qint64 id, int node);

private:
    void copy(const Table &table, const QString &source, const QString &where,
              const QVariantList &values, bool change = false);
    const Table &table(const char *name) const;

    Database &m_from;
    Database &m_to;
    const Catalogue &m_catalogue;
};

} // namespace jubao
