// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/slots.h"
#include "operations/type.h"
#include "operations/witness.h"
#include <functional>
#include <optional>

namespace jubao {

class Database;
class Migrations;

struct Violation {
    QString code;
    QString place; ///< "journal 17", "account_entry 1099511627799", "operation …"
    QString text;
};

struct VerifyOptions {
    std::optional<WitnessState> witness;
    QString root;         ///< fingerprint from the founding certificate, empty = not compared
    QList<Slot> slotList; ///< of the sidecar; empty = not compared
    int threads = 0;      ///< 0 = one per core
    std::function<bool(int permille)> progress;
};

struct VerifyReport {
    qint64 entries = 0;
    QString head;
    /** Words: what outside the file it was compared with. Without a witness it says so and never
     * "clean". */
    QString comparedWith;
    bool comparedOutside = false;
    QList<Violation> violations;
    /** What is in order and should be known: a recovery with two envelopes. */
    QList<Violation> notes;
    bool whole() const { return violations.isEmpty(); }
};

/**
 * Reads the whole office and names each place that does not fit: chain, signatures, payloads,
 * effects, separation of duty, derived tables, access trail, schema, slots, witnesses. Changes
 * nothing.
 */
VerifyReport verifyOffice(Database &database, const Catalogue &catalogue,
                          const Migrations &migrations, const TypeRegistry &registry,
                          const VerifyOptions &options);

/** What stands on the founding certificate: the first 24 digits of the identity in groups. */
QString rootFingerprint(const QString &identity);

} // namespace jubao
