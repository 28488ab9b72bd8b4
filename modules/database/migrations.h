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
};

/**
 * The numbered, forward-only steps of the schema. Each runs in one transaction and leaves its
 * number and checksum in the file; a step that changed after it ran stops the opening.
 */
class Migrations {
public:
    static Migrations shipped();
    static Migrations fromList(QList<Migration> list);

    int latest() const;
    /** Runs what is missing; returns the numbers that ran. Throws DatabaseError. */
    QList<int> apply(Database &database, const Catalogue &catalogue) const;

private:
    QList<Migration> m_list;
};

/** Where the file's schema differs from what migrations and catalogue would make: the auditor's
 * question whether somebody dropped a trigger. Empty when all is as it should be. */
QStringList schemaDifferences(Database &database, const Migrations &migrations,
                              const Catalogue &catalogue);

} // namespace jubao
