// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/asked.h"
#include "operations/effects.h"
#include "operations/office.h"
#include "operations/snapshot.h"

namespace jubao {

class CountyService;

/**
 * Accepts actions: reads the snapshot, asks `decide`, writes journal, state and – when the last
 * step is in – the effects, all in one transaction. One object per action; built by `Office`.
 */
class Registrar {
public:
    /** The registrar as a service: its key signs the entries, the operator signed what he asks. */
    struct Countersigning {
        Signer &signer;
        qint64 key = 0; ///< row of `registrar_key`
        QString officeIdentity;
        Asked asked;
        QString operatorKey; ///< public key, hexadecimal
        qint64 toleranceSeconds = 0;
    };

    struct Setting {
        Database &database;
        const Catalogue &catalogue;
        const TypeRegistry &registry;
        Journal &journal;
        QDateTime now;
        int node = 1;
        QString workstation;
        bool witnessAlarm = false;
        QString clockFault;
        /** Findings about what stands beside the books; asked at `make`. */
        std::function<Findings(const QString &type, const QJsonObject &payload)> besideBooks = {};
        /** Asked before the rules of a type, of whose words nothing is heard where it refuses. */
        std::function<QList<Refusal>(const OperationType &type, const QJsonObject &payload)>
            outOfSight = {};
        /** Null where the session's own key signs the entries. */
        const Countersigning *countersigning = nullptr;
        /** At a desk of the county: whoever knows what only the key of the books opens. */
        CountyService *county = nullptr;
    };

    Registrar(Setting setting, const Session &session);
    Registrar(const Registrar &) = delete;
    Registrar &operator=(const Registrar &) = delete;

    /** Throws RefusedError; then nothing has changed. */
    ActResult make(const MakeRequest &request);
    ActResult act(const Action &action, const Progress &progress = {});
    /** What the operator would sign for a registrar elsewhere. The rows of a batch are judged, and
     * given back, here too; the request can then be sent on. Reads only. */
    JournalEntry asking(MakeRequest &request, const Asked &asked);
    JournalEntry asking(const Action &action, const Asked &asked) const;
    /** What posting would refuse now; everything is rolled back. */
    QList<Refusal> dryRun(const OperationType &type, const QJsonObject &payload,
                          const PostingContext &context);
    /** What posting would write, tried out and rolled back. */
    EffectsPreview effects(qint64 operation);
    /** The view that a decision signs. */
    OperationView view(qint64 operation) const;
    /** The operations of which this session may take the next step, resubmit or lift; content is
     * not judged, and reading goes on whatever stops work. */
    QList<OperationView> inbox() const;
    /** The same question about one operation. */
    bool waitsForMe(qint64 operation) const;
    QList<Responsible> responsibility(qint64 operation) const;
    /** Number, kind, maker and day of an operation. What it is about, whoever asks may not see. */
    /** What it is, for whom may see it. */
    QString inWords(qint64 operation) const;
    /** Words for "waits for": step and posts. */
    static QString waitsFor(const OperationSnapshot &snapshot);

private:
    bool isForMe(const OperationSnapshot &snapshot, const Actor &me,
                 const Circumstances &now) const;
    /** What a decision would see, but reading goes on whatever stops work. */
    Circumstances circumstancesOfReading() const;
    struct Making;

    Circumstances circumstances(const OperationSnapshot &snapshot) const;
    Actor actor() const;
    PostingContext contextOf(const OperationSnapshot &snapshot, qint64 opSeq) const;
    Query askAccepted(const QString &actionId) const;
    std::optional<ActResult> alreadyAccepted(Query row) const;
    static ActResult resultOf(const OperationSnapshot &snapshot);
    const OperationType *typeOf(const OperationSnapshot &snapshot) const;
    /** Of the view only what a decision signs, and the digest of it. */
    OperationView content(const OperationSnapshot &snapshot) const;

    void prepare(Making &making, const MakeRequest &request);
    BatchJudge judgeOf(const Making &making) const;
    RowSource rowsFor(const Making &making, const MakeRequest &request) const;
    void countRows(Making &making, MakeRequest &request);
    void declare(Making &making, const MakeRequest &request);
    void stateRequest(Making &making, const MakeRequest &request) const;
    QJsonObject completed(const OperationType &type, const QJsonObject &given) const;
    void takeRows(Making &making, const MakeRequest &request);
    QList<Refusal> tryFirstRows(const Making &making, PostingContext context);
    void judge(Making &making, const MakeRequest &request);
    void storeRevision(Making &making, const MakeRequest &request);
    void storeSubjectsAndLocks(const Making &making);
    QString stateFacts(const Making &making);
    QString digestOfWritten(qint64 opSeq, const OperationType &type);
    void appendMake(const Making &making, const MakeRequest &request, const QString &factsDigest);
    void stateMake(JournalEntry &entry, const Making &making, const MakeRequest &request) const;
    static void stateDecision(JournalEntry &entry, const Action &action, const QString &view);
    /** Signs the entry with the operator's key, or with the registrar's where he asked for it. */
    JournalEntry enter(JournalEntry entry);
    /** What this place can tell of itself: its clock, what it saw of the office before. */
    void requireTrustedPlace() const;

    JournalEntry entryFor(const Action &action, const OperationSnapshot &snapshot,
                          const Decision &decision) const;
    void storeState(const OperationSnapshot &snapshot, const Decision &decision,
                    std::optional<qint64> postedSeq);
    void fileWithPosts(qint64 operation, const QStringList &posts, qint64 seq);
    void loadRevision(OperationView &view) const;
    Query askEvidence(const OperationView &view) const;
    static void loadEvidence(OperationView &view, Query evidence);
    Query askActions(const OperationView &view) const;
    static void loadActions(OperationView &view, Query rows);
    void markWaiting(OperationView &view) const;
    OperationView listed(const OperationSnapshot &snapshot, const Query &row,
                         const OperationType *type, const QList<OperationView::Act> &actions) const;

    Setting m_setting;
    const Session &m_session;
    Reader m_reader;
    SnapshotReader m_snapshots;
    mutable std::optional<qint64> m_waitingHours;
    EffectsRunner m_effects;
};

/** Throws RefusedError(CLOCK_SKEWED, SIGNED_OTHERWISE) where the operator did not ask for this
 * entry now. */
void requireAsked(const JournalEntry &entry, const Registrar::Countersigning &signing,
                  const QDateTime &now);
/** Enters what an operator asked the service for, under its key. Throws as `requireAsked`. */
JournalEntry appendServed(Journal &journal, JournalEntry entry,
                          const Registrar::Countersigning &signing, const QDateTime &now);
/** SM3 over subject and aspect: what `make` signs of each record that its operation holds. */
QString lockDigest(const Lock &lock);
/** SM3 over the sorted persons that a revision is about; signed with its `make`. */
QString subjectsDigest(Database &database, qint64 operation, int revision);

} // namespace jubao
