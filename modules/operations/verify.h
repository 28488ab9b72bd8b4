// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/slots.h"
#include "operations/type.h"
#include "operations/witness.h"
#include <functional>

namespace jubao {

class Database;
class Migrations;

struct Violation {
    /** Of verify's own, or the refusal that the registrar gives to the same: "POWER_MISSING". */
    QString code;
    /** "journal 17", "operation …"; a row by table and key: "account_entry 1099511627799". */
    QString place;
    QString text;
};

struct VerifyOptions {
    QList<WitnessState> witnesses; ///< each must be found again in the journal
    QString root;           ///< fingerprint from the founding certificate, empty = not compared
    QList<Slot> slotList;   ///< of the sidecar; empty = not compared
    QString recoveryKey;    ///< public key of the sidecar's recovery seal; empty = not compared
    QJsonObject slotOffice; ///< what the sidecar says of the office; empty = not compared
    bool keyFileDamaged = false; ///< the sidecar is not what this program writes
    int threads = 0;             ///< 0 = one per core
    /** Take an auditor's newest good checkpoint for the signatures, payloads and decisions before
     * it. Chain, hashes and every row are compared from the first entry on all the same. */
    bool sinceCheckpoint = false;
    /** Where an entry's digest does not fit its rows, build the office again up to there and name
     * each row that differs. It costs time only where something was found. */
    bool nameRows = true;
    /** Return false to stop; the report then says so and is not whole. */
    std::function<bool(int permille)> progress;
};

struct VerifyReport {
    qint64 entries = 0;
    QString head;
    /** Words: what outside the file it was compared with, and from which entry on where a
     * checkpoint stands in. Without a witness it says so and never "clean". */
    QString comparedWith;
    bool comparedOutside = false;
    bool stopped = false;
    QList<Violation> violations;
    /** What is in order and should be known: a recovery with two envelopes. */
    QList<Violation> notes;
    /** For a checkpoint: digests over every row by entry, and over the final operations. */
    QString state;
    QString operations;
    bool whole() const { return violations.isEmpty() && !stopped; }
};

/**
 * Reads the whole office and names each place that does not fit: chain, signatures, payloads,
 * effects; each decision by the registrar's own law with the posts and powers of its time; routes;
 * derived tables, history, access trail, schema, slots, witnesses. Changes nothing.
 */
VerifyReport verifyOffice(Database &database, const Catalogue &catalogue,
                          const Migrations &migrations, const TypeRegistry &registry,
                          const VerifyOptions &options);

/** What an auditor's entry "checkpoint" says about a whole report (design: checkpoint). */
QJsonObject checkpointDetail(const VerifyReport &report);

/** What stands on the founding certificate: the first 24 digits of the identity in groups. */
QString rootFingerprint(const QString &identity);

} // namespace jubao
