// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/asked.h"

namespace jubao {

/** What a password or a one-time code is stretched with. */
struct PasswordGround {
    QByteArray salt;
    PasswordCost cost;
    /** KeyStick::id, where a USB stick is needed as well. */
    QString stick = {};
};

/** Why the service is asked for what it says of who signed in: the first two leave a line. */
enum class SignInWay { SignIn, Unlock, NewPassword };

/** What the service says of who signed in; the session at the desk holds it. */
struct SignedIn {
    qint64 operatorId = 0;
    QString displayName;
    QString person;
    QList<HeldPost> posts;
    bool passwordMustChange = false;
    bool keyMustMove = false;
    QString stick;
    bool passwordDue = false;
    int passwordDaysLeft = 0;
    QDateTime lastSignIn;
    int failedTriesSince = 0;
    SignInLimits limits;
    QStringList alarms;
};

/** A paper that is looked at or given, in any of the ways of `Office`. */
struct PaperOrder {
    bool gives = false;
    QString document;
    qint64 id = 0;
    std::optional<Office::PaperRun> run = {}; ///< one for everybody of a division
    /** Before its operation is made: the type, and what its form holds. */
    QString type = {};
    QJsonObject payload = {};
    QStringList papersSeen = {};
    QString lateReason = {};
};

/** Lists of operations that `Office` gives. */
enum class Listing { Inbox, Filings, History };

/**
 * The county's service as a desk sees it: everything that needs the key of the books, is judged, or
 * leaves a trace. The desk has neither key file nor data key; it keeps its operator's opened key,
 * and signs with it what the service enters. One object per PC; whoever is named signed in over it.
 * Everything throws as `Office` does: RefusedError, DatabaseError.
 */
class CountyService : public RegistrarPort {
public:
    ~CountyService() override;

    /** Name, identity, demo (0/1): of the small file that names the county's server. */
    virtual QJsonObject office() const = 0;

    /** Before anybody is signed in; also for names that nobody has, so that none can be told. */
    virtual PasswordGround groundOf(const QString &name, bool invited) = 0;
    /** Where the proof is right, lets the operator in and gives his slot, without the data key. A
     * wrong one counts (SEC-10). */
    virtual Slot slotOf(const QString &name, const QByteArray &proof) = 0;
    /** The first slot of a new operator, made at the desk, for the proof of his one-time code. */
    virtual void admit(const QString &name, const QByteArray &codeProof, const Slot &made) = 0;

    virtual SignedIn signedIn(const QString &name, SignInWay way, const PlaceFacts &place) = 0;
    /** The same key wrapped under a new password, or moved to a stick; \a next is the proof from
     * now on. */
    virtual void changeSlot(const QString &name, const QByteArray &proof, const Slot &changed,
                            const QByteArray &next) = 0;
    /** Invites an operator: `asked` is the administrator's word for the entry. */
    virtual QString invite(const QString &name, const QString &operatorName,
                           const QString &actionId, const Asked &asked) = 0;
    /** Enters what somebody acknowledges at the desk: a witness alarm, a restore. */
    virtual JournalHead enter(const QString &name, const QString &kind, const QJsonObject &detail,
                              const QString &actionId, const Asked &asked) = 0;
    /** The key that an operator made and nobody confirmed yet; empty where there is none. */
    virtual QString madeKey(const QString &name, const QString &operatorName) = 0;
    /** A line of the trail, by whoever is signed in. */
    virtual void note(const QString &name, const QString &kind, const QString &subject,
                      const QString &detail) = 0;

    /** Of the journal's chain, which says nothing of what is in it: its newest entry, and the hash
     * of any, for the witness of the desk. */
    virtual JournalHead head(const QString &name) = 0;
    /** The same for who looks every few seconds and must not be held up: nothing where no answer
     * comes at once. */
    virtual std::optional<JournalHead> glance(const QString &name) = 0;
    /**
     * From now on \a heard is called soon after the journal has grown, in the thread that called
     * this and from its event loop; now and then for nothing. While the server is away nobody is
     * told: the line is drawn again by a `glance` that is answered. Null ends it.
     */
    virtual void listen(const QString &name, const std::function<void()> &heard) = 0;
    /** Whether the line stands. */
    virtual bool listens() const = 0;
    virtual QString hashAt(const QString &name, qint64 seq) = 0;

    virtual QJsonObject prefill(const QString &name, const QString &type,
                                const QJsonObject &payload) = 0;
    virtual Findings check(const QString &name, const QString &type,
                           const QJsonObject &payload) = 0;
    /** Without rows, of those that are staged for the operation that is handed in again. */
    virtual BatchCount checkRows(const QString &name, const QString &type,
                                 const QJsonObject &parameters, const RowSource &rows,
                                 qint64 resubmits, const RowReturn &givenBack) = 0;
    virtual OperationView view(const QString &name, qint64 operation) = 0;
    /** `person` is asked for by `History` alone. */
    virtual QList<OperationView> list(const QString &name, Listing listing, qint64 person = 0) = 0;
    virtual QList<Responsible> responsibility(const QString &name, qint64 operation) = 0;
    virtual bool waitsFor(const QString &name, qint64 operation) = 0;
    virtual EffectsPreview effects(const QString &name, qint64 operation) = 0;
    virtual QByteArray evidence(const QString &name, qint64 operation, int revision,
                                const QString &kind, const QString &fileName) = 0;
    virtual QJsonObject reveal(const QString &name, qint64 person) = 0;
    virtual QList<SeenRow> lookAtRows(const QString &name, const RowsLook &look) = 0;
    virtual QList<Office::Printable> papers(const QString &name, const PaperOrder &order) = 0;
    /** What was ordered to be given did not come out: it counts as not printed. */
    virtual void notGiven(const QString &name, const PaperOrder &order) = 0;

    /** The books as this operator may read them. Lives no longer than the service. */
    virtual std::unique_ptr<Database> booksFor(const QString &name) = 0;
};

} // namespace jubao
