// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/verify.h"
#include <QMap>

namespace jubao {

/** The type that certifies a drill (modules/administration declares it). */
constexpr const char *restoreDrill = "system.restore_drill";

/** Rows and money of a table, or of all. */
struct BookFigures {
    qint64 rows = 0;
    qint64 amountFen = 0;

    bool operator==(const BookFigures &) const = default;
};

/** What a restore drill found: a backup opened in a place that is gone again (SEC-09). */
struct DrillReport {
    QString backup;
    qint64 backupEntry = 0; ///< the entry of the present journal that names this backup
    qint64 entries = 0;
    QString head;
    QList<Violation> violations;
    BookFigures figures;   ///< of the backup
    QStringList differing; ///< tables in which backup and present books tell of that time otherwise
    qint64 milliseconds = 0;
    qint64 second = 0; ///< account of the second person present

    bool whole() const { return violations.isEmpty() && differing.isEmpty(); }
};

/** By table: every version of every row that entries up to this one wrote. The same out of a backup
 * that ends there and out of the books that went on. */
QMap<QString, BookFigures> figuresUpTo(Database &books, const Catalogue &catalogue, qint64 entry);

/** The entry by which a backup with this head and number of entries was made; 0 = there is none. */
qint64 backupEntryWith(Database &books, const QString &head, qint64 entries);

} // namespace jubao
