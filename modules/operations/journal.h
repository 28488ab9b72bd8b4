// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/action.h"
#include "operations/crypto.h"
#include "operations/decision.h"
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <functional>
#include <memory>

namespace jubao {

class Database;
class Query;

/** One line of the 操作日志. The signature covers the whole entry, its number and previous hash
 * included. */
struct JournalEntry {
    qint64 seq = 0;
    int node = 1;
    QString acceptedAt; ///< registrar's clock, ISO UTC with milliseconds; goes back where an entry
                        ///< `setsTimeBack` alone
    QString claimedAt;  ///< the workstation's clock
    qint64 operatorId = 0;
    QString post;
    QString workstation;
    /** An action code, or: "founding", "founded", "posted", "program", "clock_confirmed",
     * "witness_acknowledged", "checkpoint", "backup", "restore", "moved", "data_key", "migrate",
     * "recover", "rotate", "invite", "acknowledge_entry", "backup_scheduled", "backup_copied". */
    QString kind;
    qint64 operation = 0;
    int revision = 0;
    QString action; ///< the action's own id: a second arrival is recognised by it
    QString payloadDigest;
    QJsonObject detail; ///< reason, ticks, view digest, effects digest, public keys: by kind
    QString previousHash;
    QString hash;
    QString signature;

    /** The one byte sequence that is hashed and signed (without hash and signature). */
    QByteArray canonical() const;
    QString computeHash() const;
    /** From this entry on the office's time is earlier than before it: two administrators said that
     * the entries before bear the time of a clock that was ahead. */
    bool setsTimeBack() const;
};

/** The newest entry; number 0 and 64 zeros before the founding. */
struct JournalHead {
    qint64 seq = 0;
    QString hash;
    QDateTime acceptedAt;
};

/** Reads and appends; the only code that inserts into the journal table. */
class Journal {
public:
    /** At a desk of the county the service tells of the head: the desk may not see each entry. */
    using HeadSource = std::function<JournalHead()>;
    Journal(Database &database, int node, HeadSource elsewhere = {});

    JournalHead head() const;
    qint64 headSeq() const { return head().seq; }
    QString headHash() const { return head().hash; }
    QDateTime lastAcceptedAt() const { return head().acceptedAt; }
    /** Empty where there is no such entry. */
    QString hashAt(qint64 seq) const;
    /** When that entry was accepted at the latest: its own time, or where a clock was ahead then
     * the time to which two administrators set the office back. */
    QDateTime acceptedBy(qint64 seq) const;
    /** "1-204-9f3a61c2": what stands in the foot line of every printed paper. */
    QString witnessText() const;

    /** Numbers, chains, signs and writes the entry; call inside the posting transaction. Its
     * detail gets the head of the access trail, which cannot be cut behind it then. */
    JournalEntry append(JournalEntry entry, Signer &signer, const QDateTime &now);

    /** Whether nothing behind this entry, which is still the one with this hash, has changed
     * accounts, keys, posts, figures or places: those change by postings that are not about persons
     * and by entries that are no operation (a recovery, a clock that was confirmed). */
    bool onlyPersonsSince(qint64 seq, const QByteArray &hash) const;

    static JournalEntry fromRow(const Query &row);
    /** The newest entry's number, hash and time. */
    static QString headSql();
    static QString selectSql(); ///< columns in the order that `fromRow` reads

private:
    Database &m_database;
    int m_node;
    HeadSource m_elsewhere;
};

} // namespace jubao
