// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/catalogue.h"
#include <QList>
#include <QString>

namespace jubao {

class Database;

struct Migration {
    int number = 0;
    QString name;
    QString sql; ///< with type words in braces: {id} {integer} {fen} {text} {date} {bytes}
                 ///< {primary_key} {strict}
    /** Oldest schema number whose program can still work on the file: the line
     * "-- min_compatible: N" of the step; 0 = only programs that know this step. */
    int minCompatible = 0;
};

/** How a file's schema stands to the program's (design §7). */
enum class SchemaState {
    Current,
    NewerUsable,    ///< written by a newer program, which says that this one may go on
    WaitsForUpgrade ///< older: `apply` brings it up
};

/**
 * The numbered, forward-only steps of the schema. Each leaves its number and checksum in the file;
 * a step that changed after it ran stops the opening.
 */
class Migrations {
public:
    static Migrations shipped();
    static Migrations fromList(QList<Migration> list);

    /** The same steps and one more, for a room that is being built. */
    Migrations with(const Migration &step) const;

    int latest() const;
    /** The steps of an earlier version. */
    Migrations upTo(int number) const;
    SchemaState stateOf(Database &database) const;
    /** Runs what is missing, all of it or nothing; returns the numbers that ran. Throws
     * DatabaseError. */
    QList<int> apply(Database &database, const Catalogue &catalogue) const;

private:
    QList<Migration> m_list;
};

/** Where the file's schema differs from what migrations and catalogue would make, and its record of
 * the steps that ran from the program's own list: the auditor's question whether somebody dropped a
 * trigger, or lets an older program write. Empty when all is as it should be. */
QStringList schemaDifferences(Database &database, const Migrations &migrations,
                              const Catalogue &catalogue);

} // namespace jubao
