// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/database.h"
#include "database/row_image.h"
#include "operations/crypto.h"
#include "operations/journal_fold.h"
#include "operations/verify.h"
#include <QSet>

namespace jubao {

/** A key as it was valid: from the entry that opened it until the one that closed it. */
struct KeySpan {
    QString publicKey;
    qint64 from = 0;
    qint64 until = std::numeric_limits<qint64>::max();
};

/** What a line of the trail says of the head that was signed just before it. */
struct SignedHead {
    QString signature; ///< its digest
    QString at;
};

/**
 * Checks hashes and signatures of a part of the journal on all cores, while the caller reads on.
 * One checker per key and worker is kept from part to part: building one costs as much as a check.
 */
class SignatureWork {
public:
    SignatureWork(int workers, QString officeIdentity);
    ~SignatureWork();

    struct Item {
        const JournalEntry *entry = nullptr;
        QString publicKey;  ///< empty: no key was open then
        bool asked = false; ///< the registrar's key signed: the operator's word must stand in it
        QString operatorKey = {}; ///< by which that word was signed
        bool wanted = true;
        bool hashGood = false;
        bool signatureGood = false;
    };
    void begin(std::vector<Item> items);
    /** The caller lends a hand, then waits for the rest. */
    const std::vector<Item> &finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/** One run of `verifyOffice`. It reads the journal in parts and every row once, in journal order.
 */
class Verifier {
public:
    Verifier(Database &database, const Catalogue &catalogue, const Migrations &migrations,
             const TypeRegistry &registry, const VerifyOptions &options);

    VerifyReport run();
    /** Entries whose rows do not give their digest. */
    const QSet<qint64> &damaged() const { return m_damaged; }

private:
    void report(const char *code, const QString &place, const QString &text)
    {
        m_report.violations.append({QString::fromLatin1(code), place, text});
    }
    bool goOn(int permille);

    void readKeys();
    void readRecoveries();
    void readTolerance();
    /** Of a table of keys: when each was open, by the column that says whose it is. */
    QHash<qint64, QList<KeySpan>> readSpans(const QString &table, const QString &owner);
    SignatureWork::Item signatureOf(const JournalEntry &entry) const;
    /** Whose signature the entry bears: its operator's, or the registrar's. */
    QString keyOf(const JournalEntry &entry) const;
    static QString keyAt(const QList<KeySpan> &spans, qint64 seq);
    void findCheckpoint();
    bool isGoodCheckpoint(const JournalEntry &entry);
    void compareCheckpoint();

    QList<JournalEntry> nextPart(qint64 after);
    void walkJournal();
    bool needsSignature(const JournalEntry &entry) const;
    void checkEntry(const JournalEntry &entry);
    void checkChain(const JournalEntry &entry);
    void checkTime(const JournalEntry &entry);
    bool isSpanTrue(const JournalEntry &entry) const;
    /** Of an entry, UTC milliseconds: not later than a time that two administrators set after it.
     */
    qint64 momentOf(qint64 seq) const;
    void judge(const JournalEntry &entry);
    void judgePosting(const JournalEntry &entry, const FoldedOperation &operation);
    void judgeMake(const JournalEntry &entry, const JournalFold::Step &step);
    void checkEffects(const JournalEntry &entry);
    QString typeOfEffects(const JournalEntry &entry);
    void reportSkipped(qint64 opSeq, const QByteArray &line);

    MakeCircumstances checkMake(const JournalEntry &entry);
    bool checkFindings(const JournalEntry &entry, const QString &findings);
    QStringList checkSubjects(const JournalEntry &entry);
    void checkEvidence(const JournalEntry &entry);
    void checkStagedRows(const JournalEntry &entry, const QJsonObject &payload);

    void judgeHousekeeping(const JournalEntry &entry);
    void judgeServiceEntry(const JournalEntry &entry);
    qint64 backupPlanBefore(qint64 seq) const;
    /** Rows are written by certain entries alone, and these must say so. */
    void checkEffectsDue(const JournalEntry &entry, bool due);
    /** Keeps up with what the registrar derives: filings, locks. */
    void follow(const JournalEntry &entry);
    void followMake(const JournalEntry &entry);
    void releaseLocks(qint64 operation);
    void compareFilings();
    void compareLocks();
    void findForeignRows();
    void checkCounter();
    void checkCounterOf(qint64 node, qint64 next);
    bool isFromBatch(const Table &table, qint64 id) const;
    void checkTrailOf(const JournalEntry &entry);
    void compareOperation(const FoldedOperation &operation);
    void findForeignOperations();
    QString finalOperationsDigest(qint64 head);
    void checkHistory();
    void checkIncompatibleOverTime();
    void checkTrail();
    void checkTrailHeads();
    void noteTrailLine(qint64 operatorId, const QString &kind, const QString &detail);
    void checkSchema();
    void checkSlots();
    void checkSlot(const Slot &slot);
    void findMissingSlots();
    void checkSlotOffice();
    void compareOutside();
    /** Words for what was compared. */
    QStringList compareFounding();
    QStringList compareWitnesses();
    QString comparedWords(const QStringList &compared) const;

    Database &m_database;
    const Catalogue &m_catalogue;
    const Migrations &m_migrations;
    const TypeRegistry &m_registry;
    const VerifyOptions &m_options;
    JournalFold m_fold;
    WrittenRowsScan m_rows;
    QHash<qint64, QList<KeySpan>> m_keys;
    QHash<qint64, QList<KeySpan>> m_registrarKeys; ///< by row of `registrar_key`
    /** Of each "recover" entry: the key from the envelopes that was valid then. */
    QHash<qint64, QString> m_recoveryKeys;
    QSet<qint64> m_keyEntries; ///< entries of the operations that opened or closed keys

    QString m_previousHash;
    QString m_lastAccepted;
    qint64 m_lastSetBack = 0; ///< the newest entry so far from which on the time was earlier
    qint64 m_expectedSeq = 1;
    qint64 m_postingDue = 0; ///< this entry must be "posted"
    qint64 m_toleranceSeconds = 0;
    std::pair<QString, int> m_skipped; ///< table and entry, how many of its rows were named
    QSet<qint64> m_damaged;
    QString m_state; ///< digest over all effects so far

    QHash<qint64, QStringList> m_filedWith; ///< posts, by operation that is not posted yet
    QSet<qint64> m_instructed;              ///< operations that a leader handed down (CTL-24)
    /** By operation and post: the entry that filed it, the one that acknowledged it or 0. */
    QMap<std::pair<qint64, QString>, std::pair<qint64, qint64>> m_filings;
    QHash<qint64, QStringList> m_locks; ///< digests, by open operation
    QHash<QString, qint64> m_lockHolders;
    QHash<qint64, KeptSlot> m_keptSlots; ///< by operator
    QMap<qint64, SignedHead> m_signedHeads;
    QSet<qint64> m_nodes;     ///< at which entries were made
    QString m_trailReference; ///< the newest line of the trail that an entry was signed behind
    QString m_recoveryKey;    ///< the public key that the envelopes open now

    std::optional<JournalEntry> m_checkpoint;
    qint64 m_trustedUntil = 0; ///< the checkpoint speaks for entries up to here
    QString m_stateAtCheckpoint;
    VerifyReport m_report;
};

/** A text of verify in the office's language. */
QString verifyWords(const char *text);
QString entryPlace(qint64 seq);

} // namespace jubao
