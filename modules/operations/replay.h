// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/verify.h"
#include <QSet>

namespace jubao {

struct ReplayOptions {
    /** Return false to stop; the report then says so and is not whole. */
    std::function<bool(int permille)> progress;
    /** Name the differing rows of these entries alone and say nothing else: `verify` asks so where
     * an entry's digest does not fit its rows. Empty = the whole office. */
    QSet<qint64> rowsOf;
};

/**
 * Builds the business tables again from the journal, payloads and staged rows, in an empty
 * encrypted file that goes away: the same types, hooks and ids, entry by entry, and the same law.
 * Finds what `verify` cannot: a last approver who signed false effects of a true payload, a payload
 * that the rules of its type would have refused, a route that its own condition does not give. The
 * rows of an entry that comes out otherwise are then taken as they stand, so that one false entry
 * does not make all later ones look false. At the end every row of the business tables, and every
 * superseded version, is compared with the one that was built, and each that differs, is missing or
 * is there beside them is named with its columns. Changes nothing in the office.
 */
VerifyReport replayOffice(Database &office, const Catalogue &catalogue,
                          const Migrations &migrations, const TypeRegistry &registry,
                          const ReplayOptions &options);

} // namespace jubao
