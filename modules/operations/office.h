// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "database/migrations.h"
#include "operations/batch.h"
#include "operations/data_right.h"
#include "operations/decision.h"
#include "operations/journal.h"
#include "operations/office_words.h"
#include "operations/session.h"
#include "operations/slots.h"
#include <QDir>
#include <chrono>
#include <functional>
#include <memory>

namespace jubao {

class Office;
class CountyService;
class RegistrarKeyFile;
class RegistrarPort;
struct Asked;
struct BackupFacts;
struct BackupPlan;
struct BackupState;
struct DrillReport;
struct CountyFile;
struct PaperOrder;
enum class SignInWay;
struct PasswordGround;
struct SignedIn;
struct VerifyOptions;
struct VerifyReport;

/** Founding plan: what four signers put their names to. Read from the JSON that `jubaoctl init`
 * takes. */
struct FoundingPlan {
    QJsonObject content; ///< office, divisions, departments, posts, staff, powers, routes, policy,
                         ///< holidays …
};

/** Two of the three envelopes, and the administrators who get new keys with them. */
struct RecoveryRequest {
    QString shareOne, shareTwo;
    QMap<QString, QString> passwords; ///< operator name → new password; at least SA and SE
    QString reason;
    /** Gets the three new shares before anything changes; returns when they are safe, or throws. */
    std::function<void(const QStringList &shares, const Reader &books)> keepShares;
};

/**
 * One office: the files below its folder (`office.jubao`, `office.slots`), the journal, the
 * registrar in process. The only way for window and command line to change anything is `make`,
 * `decide`, and the housekeeping calls here; each leaves its entry.
 *
 * Infrastructure failures throw DatabaseError or CryptoError; a rule's no throws RefusedError (and
 * stands in the access trail: every refusal leaves a trace).
 */
class Office {
public:
    struct Options {
        std::shared_ptr<const TypeRegistry> registry;
        std::shared_ptr<Clock> clock; ///< only a demo office may be given a simulated one
        QString workstation;
        QString witnessFolder; ///< "" = $XDG_STATE_HOME/jubao/witness
        /** Told after each step of a rotation or recovery (names: rotation.cpp, recovery.cpp). */
        std::function<void(const QString &step)> onKeyStep = {};
        /** The tables; others than the shipped ones only for a room that is being built. */
        Catalogue catalogue = Catalogue::shipped();
        Migrations migrations = Migrations::shipped();
        /** Where this is given, the books are there and not in a file of the folder. */
        std::optional<ServerAddress> server = {};
        /** Where this is given, actions are signed here and entered there. */
        std::shared_ptr<RegistrarPort> registrar = {};
        /** Where this is given, the office is a desk of the county: books, key file and rules are
         * the service's, and nothing of them lies here. */
        std::shared_ptr<CountyService> county = {};
        /** Where key files of sticks may lie; without it every drive that is plugged in. */
        std::function<QStringList()> keyPlaces = {};
        /** Addresses of this computer that are not the office's own network's. */
        std::function<QStringList()> publicAddresses = {};
    };

    ~Office();

    /** Opens the sidecar only: enough to list demo operators and to sign in. A desk of the county
     * needs no folder. Throws RefusedError(OFFICE_MOVED) for the office file of one that is on a
     * county server. */
    static std::unique_ptr<Office> open(const QString &folder, Options options);
    /**
     * New keys for administrators, and the director, with two envelopes: for when nobody can sign
     * any more. Their old keys are closed, the entry is signed by the key from the envelopes, which
     * the founding names; `verify` shows it. The opened envelopes are void, new ones take their
     * place. Throws RefusedError(RECOVERY_SHARES_FALSE, RECOVERY_SHARES_OLD, RECOVERY_NEEDS_TWO …).
     */
    JournalEntry recover(const RecoveryRequest &request);
    /** Puts the shares for three envelopes where they are safe before it returns, or throws. */
    using KeepShares = std::function<void(const QStringList &shares, const Reader &books)>;
    /**
     * Founds an office. Each signer: operator name → password; key slots of the four are made here.
     * Only a demo office may do without envelopes. Throws std::invalid_argument for a plan that
     * cannot be.
     */
    static std::unique_ptr<Office> found(const QString &folder, const FoundingPlan &plan,
                                         const QMap<QString, QString> &passwords, Options options,
                                         const KeepShares &keepShares = {});

    /** Opens the database on the first call. Throws RefusedError(SIGN_IN_FAILED, ACCOUNT_LOCKED …).
     */
    std::shared_ptr<Session> signIn(const QString &name, const QString &password);
    void signOut(const std::shared_ptr<Session> &session);

    /**
     * Makes the key by which a service enters what operators ask for, and seals the books' key to
     * it in the sidecar. It counts from `system.registrar_key` on, which names its public half. By
     * SA. The caller keeps the key where the service alone reads it. Throws RefusedError.
     */
    std::shared_ptr<KeyPair> makeRegistrarKey(Session &administrator);
    /** The key in a file that any two of these administrators open together. They are different
     * persons with open keys, each SA, SE, AA or DIR. Throws RefusedError. */
    RegistrarKeyFile sealRegistrarKey(Session &administrator, const KeyPair &key,
                                      const QStringList &keepers);
    /** Opens the books as the service does, without an operator. Throws
     * RefusedError(NO_REGISTRAR_KEY). */
    static std::unique_ptr<Office> openAsRegistrar(const QString &folder, Options options,
                                                   std::shared_ptr<KeyPair> key);
    /** Enters what an operator asks for: judged as his own `make` would be, signed by the service;
     * his signature is checked against what is entered. Throws RefusedError(SIGNED_OTHERWISE,
     * CLOCK_SKEWED …). */
    /** What `work` enters stands or falls together, in one transaction; what it leaves outside of
     * the books follows when it stands. */
    void together(const std::function<void()> &work);
    ActResult makeFor(const QString &operatorName, const MakeRequest &request, const Asked &asked);
    ActResult actFor(const QString &operatorName, const Action &action, const Asked &asked,
                     const Progress &progress = {});
    /** By what somebody reads the books at a desk. */
    struct Sight {
        QList<HeldPost> posts; ///< held now
        bool persons = false;  ///< they give a right to people's data, as of a minute ago at most
    };
    /** Throws RefusedError where account or key are not open. */
    Sight sightOf(const QString &operatorName);
    /** The service signs the head of the access trail, when a quarter of an hour is over, and
     * whatever the time at its start and end. */
    void signTrail(bool whateverTheTime);
    /** Who may ask the service now: account and key are open, and a post is held. */
    QStringList mayAsk() const;
    /** A line in the access trail for what the service did for an operator. */
    void traceFor(const QString &operatorName, const QString &kind, const QString &subject,
                  const QString &detail);
    /** The books of a server once more, as another role reads them, for other people. */
    std::unique_ptr<Database> booksAs(const ServerAddress &role,
                                      std::shared_ptr<SealedReading> reading) const;
    /** For what a desk of the county asks (county_service.h), in the name of who signed in there:
     * traces bear the desk's name. The session has no key. Throws RefusedError. */
    void inNameOf(const QString &operatorName, const QString &workstation,
                  const std::function<void(Session &session)> &work);
    /** A line of the trail that a desk asks for: of the kinds that say what somebody did there,
     * none that the law itself reads again. Throws DatabaseError(Denied). */
    void noteFor(const Session &session, const QString &kind, const QString &subject,
                 const QString &detail);
    PasswordGround groundOf(const QString &name, bool invited);
    Slot slotFor(const QString &name, const QString &workstation, const QByteArray &proof);
    SignedIn signedInFor(const QString &name, const QString &workstation, SignInWay way,
                         const PlaceFacts &facts);
    /** \a beforeKept is done when all is right and before the key file says so. */
    void changeSlotFor(const QString &name, const QString &workstation, const QByteArray &proof,
                       const Slot &changed, const std::function<void()> &beforeKept);
    void admitFor(const QString &name, const QString &workstation, const QByteArray &codeProof,
                  Slot made);
    /** What somebody acknowledges at a desk; the second time with the same id it is the first one.
     */
    JournalHead enterFor(const QString &name, const QString &kind, const QJsonObject &detail,
                         const QString &actionId, const Asked &asked);
    QString inviteFor(const QString &name, const QString &operatorName, const QString &actionId,
                      const Asked &asked);
    /** The programs at the county's PCs, newest first sign-in of each (SEC-07). By IT, the
     * administrators, audit; at the server. */
    QList<PlaceProgram> programsOfPlaces(const Session &session);
    /** After so long without a key or a click the window locks (policy session.idle_minutes). */
    std::chrono::minutes idleLimit() const;
    /** Wipes the session's key and leaves a line; what the window holds stays as it is. */
    void lock(Session &session);
    /** Opens the key again; wrong passwords count and lock the account as at the sign-in. Throws
     * RefusedError(SIGN_IN_FAILED, ACCOUNT_LOCKED, KEY_CLOSED, ACCOUNT_CLOSED). */
    void unlock(Session &session, const QString &password);
    /**
     * Another person decides over the maker's window, at the maker's workstation: a second session
     * whose trace and entries say so. Its key is dropped after 60 seconds without use; then `make`
     * and `act` refuse with SESSION_ENDED. `purpose` goes into the trace ("recheck 1099511627780").
     */
    std::shared_ptr<Session> signInOnTheSpot(const QString &name, const QString &password,
                                             const QString &purpose);
    /** Somebody typed or clicked: the 60 seconds begin anew. */
    void touch(Session &session);
    /** True once the session's idle time is over; its key is dropped then. */
    bool hasEnded(Session &session);
    void changePassword(Session &session, const QString &oldPassword, const QString &newPassword);
    /**
     * The key goes from the office's key file onto a USB stick (key_stick.h), into this folder; the
     * password stays. A stick is registered for the operator (`system.key_stick`). Returns the
     * file's name. Also for another stick in place of the one that is plugged in. Throws
     * RefusedError(STICK_NOT_REGISTERED, SIGN_IN_FAILED …), DatabaseError where the stick cannot be
     * written; nothing is changed then.
     */
    QString putKeyOnStick(Session &session, const QString &password, const QString &folder);
    /** False once the stick with the session's key is pulled out. */
    bool keyIsThere(const Session &session) const;
    /** Drives that the operator's key can move to: not the one that it is on. */
    QStringList placesToMoveKey(const Session &session) const;
    /** First sign-in of a new operator with the printed one-time code: makes key and slot. */
    void admit(const QString &name, const QString &code, const QString &newPassword);
    /** System administrator: prints a one-time code for an account without key. Returns it once. */
    QString invite(Session &administrator, const QString &operatorName);
    /** The public key that an operator made and that may still have to be confirmed; empty where
     * there is none. */
    QString keyMadeBy(const Session &session, const QString &operatorName) const;

    /** What the books know for a payload that names its record (OperationType::prefill). */
    QJsonObject prefill(const Session &session, const QString &type, const QJsonObject &payload);
    /** Ids of the persons whom an operation of this payload would concern. */
    QList<qint64> personsOf(const QString &type, const QJsonObject &payload) const;

    Findings check(const Session &session, const QString &type, const QJsonObject &payload) const;
    /** The dry run: facts, apply and hooks in a savepoint that is rolled back. */
    QList<Refusal> dryRun(const Session &session, const QString &type, const QJsonObject &payload);

    ActResult make(Session &session, const MakeRequest &request);
    /** `progress` is asked while a batch posts. Throws StoppedError where it says no. */
    ActResult act(Session &session, const Action &action, const Progress &progress = {});
    /** What `make` would take of these rows and give back; nothing is written. Throws RefusedError.
     */
    BatchCount checkRows(const Session &session, const QString &type, const QJsonObject &parameters,
                         const RowSource &rows, const RowReturn &givenBack,
                         const Progress &progress = {}) const;
    /** The rows that stand behind a revision of a batch, from the one behind number `after` on. */
    RowSource rowsOf(qint64 operation, int revision, qint64 after = -1) const;
    /** The rows behind a batch, as whoever decides it sees them (CTL-11). Revealing leaves its
     * line. Throws RefusedError(DATA_NOT_OPEN, OPERATION_UNKNOWN). */
    QList<SeenRow> lookAtRows(const Session &session, const RowsLook &look);
    /** Decide many: one signature each; those that changed since they were shown come back as
     * refusals. */
    QList<std::variant<ActResult, QList<Refusal>>> actMany(Session &session,
                                                           const QList<Action> &actions);

    /** The view that a decision signs; sealed fields are masked for whom they are not open, the
     * digest is of the whole. Throws RefusedError(DATA_NOT_OPEN). */
    OperationView view(const Session &session, qint64 operation) const;
    /** A scan that was handed in with an operation; looking at it leaves a line. Empty where there
     * is none. */
    QByteArray evidence(const Session &session, qint64 operation, int revision, const QString &kind,
                        const QString &fileName);
    /** The sealed fields of a person's record, by column; leaves a line (SEC-16). Throws
     * RefusedError(DATA_NOT_OPEN). */
    QJsonObject reveal(const Session &session, qint64 person);
    /** What this session may take the next step of, oldest first. For lists: without payload,
     * changes, findings and digest, which `view` gives; one reading of the books for ten thousand
     * open ones. */
    QList<OperationView> inbox(const Session &session) const;
    /** What was filed with this session's posts (备案) and waits to be acknowledged (CTL-14). */
    QList<OperationView> filings(const Session &session) const;
    /** Handler, rechecker, reviewer, approver, each with the superior as of then (CTL-25). Throws
     * RefusedError(OPERATION_UNKNOWN). */
    QList<Responsible> responsibility(const Session &session, qint64 operation) const;
    /** Whether this person may take the operation's next step, or correct what came back. */
    bool waitsFor(const Session &session, qint64 operation) const;
    EffectsPreview effects(const Session &session, qint64 operation) const;
    QList<OperationView> historyOf(const Session &session, qint64 person) const;

    /** What to draw: gathered data, the foot line, and the stamp. */
    struct Printable {
        DocumentData data;
        QString foot;
        QString stamp;
        QString watermark; ///< who takes it and when (SEC-16)
    };
    /** Draws, writes or prints; what it throws says that nothing was given. */
    using HandOut = std::function<void(const Printable &)>;
    /**
     * A document as it would be given now. A numbered paper is given once; after that only a
     * marked file copy (CON-09). Others carry their reprint number. Before posting, what is no
     * document of a fact is marked as a draft (CTL-12); a draft is no print of the paper yet. A
     * reprint has the number and the template's version of its first print. The access trail keeps
     * that it was looked at; looking is no print. Throws RefusedError.
     */
    Printable prepareToPrint(const Session &session, const QString &document, qint64 id);
    /**
     * Gives the document: judged again, recorded as a print and handed out in one step, so that of
     * two who look at the same numbered paper one alone gets it. What \a handOut throws goes
     * through, and then nothing was printed. Returns what was given. Throws RefusedError.
     */
    Printable giveOut(const Session &session, const QString &document, qint64 id,
                      const HandOut &handOut);
    /** What stands in the foot of every paper of this office: the journal's witness, who printed it
     * and when; of a demo that it is one. */
    QString paperFoot(const Session &session) const;
    /** Who takes something out of the books and when: watermark of papers, margin of sheets
     * (SEC-16). */
    QString takenOutBy(const Session &session) const;
    /** One document for everybody of a division and a year. */
    struct PaperRun {
        QString document;
        QString division; ///< its code or the beginning of it
        int year = 0;
    };
    using HandOutAll = std::function<void(const QList<Printable> &)>;
    /** The papers of a run as they would be given; each is judged by its own prints. Needs the
     * right to take lists out. Throws RefusedError. */
    QList<Printable> prepareRun(const Session &session, const PaperRun &run);
    /** Gives all papers of a run or none; the trail keeps a line for each and one for the run. */
    QList<Printable> giveOutRun(const Session &session, const PaperRun &run,
                                const HandOutAll &handOut);
    /** What a desk of the county got and could not hand out counts as not printed; a line says so.
     */
    void notGiven(const Session &session, const PaperOrder &order);
    /** The same for a matter that cannot be handed in yet, from what its form holds: the notice of
     * missing papers (OFF-11). Its number is the one that it has if it is given next. A second
     * notice that names a paper which the first did not needs \a lateReason: else it throws
     * RefusedError(PAPER_NOT_NAMED_FIRST). */
    Printable prepareBeforeMaking(const Session &session, const QString &document,
                                  const QString &type, const QJsonObject &payload,
                                  const QStringList &papersSeen,
                                  const QString &lateReason = {}) const;
    Printable giveOutBeforeMaking(const Session &session, const QString &document,
                                  const QString &type, const QJsonObject &payload,
                                  const QStringList &papersSeen, const HandOut &handOut,
                                  const QString &lateReason = {});

    /** Where a post of the operator gives this right over people's data (SEC-03): codes of
     * divisions, "" for the whole county. */
    QStringList divisionsOfRight(const Session &session, DataRight right) const;
    /** Whether it does so in that division; without one, anywhere. */
    bool mayUse(const Session &session, DataRight right,
                const std::optional<QString> &division = {}) const;
    /** Throws RefusedError (DATA_NOT_OPEN) without the right; the refusal leaves its trace. */
    void requireRight(const Session &session, DataRight right, const QString &what,
                      const std::optional<QString> &division = {}) const;
    /** Whoever may not make one has no business with what the rules of its form tell: throws
     * RefusedError(POST_NOT_HELD), which leaves its trace. */
    void requireMaker(const Session &session, const QString &type) const;
    /** Whoever takes a whole division's people out holds a post there: throws
     * RefusedError(DIVISION_OUTSIDE), which leaves its trace. */
    void requireDivision(const Session &session, const QString &division,
                         const QString &what) const;
    /** Whether an operation belongs to what the operator sees (`divisionsInSight`), or is one that
     * he takes part in: he made it or acted on it, it was filed with his post, or it waits for him.
     */
    bool isInSight(const Session &session, qint64 operation, const QString &division) const;
    /** Whether it is open to the operator at all: throws RefusedError(DATA_NOT_OPEN,
     * DIVISION_OUTSIDE), which leaves its trace (CTL-02). */
    void requireSight(const Session &session, qint64 operation) const;
    /** The same for what is kept of a person; one who is not insured here is in nobody's sight. */
    void requireSightOfPerson(const Session &session, qint64 person, const QString &what) const;
    /** A line in the access trail for using people's data, after `requireRight`. */
    void look(const Session &session, DataRight right, const QString &kind, const QString &subject,
              const QString &detail = {});
    /** The same for one person, in the division where that one is insured. */
    void lookAtPerson(const Session &session, DataRight right, const QString &kind, qint64 person);
    /** A line in the access trail for what needs no right of its own. */
    void trace(const Session &session, const QString &kind, const QString &subject,
               const QString &detail = {});
    /** The same for something that may fail: when \a act throws, the line does not stay. */
    void traced(const Session &session, const QString &kind, const QString &subject,
                const QString &detail, const std::function<void()> &act);

    /** What this place can hold the office against: the slots, and all heads that were ever seen
     * here, by whomever. */
    VerifyOptions verifyOptions() const;
    /** Keeps the head of a whole report as a witness of this place (CTL-03); nothing of a report
     * with violations. */
    void rememberVerified(const Session &session, const VerifyReport &report);
    /** Verifies the whole office over a connection of its own: may run in another thread while the
     * office is used. */
    VerifyReport verify(const VerifyOptions &options) const;

    bool isDemo() const;
    QString name() const;
    QString folder() const;
    QString identity() const;
    bool isOpen() const;
    const TypeRegistry &registry() const;
    const Catalogue &catalogue() const;
    Clock &clock() const;
    /** Whether this is a desk whose books are the county's. */
    bool isCountyDesk() const;
    Reader reader() const;
    Database &database() const;
    Journal &journal() const;
    SlotFile &slotFile() const;
    /**
     * Two administrators of different persons say that the clock is right: after a long gap, after
     * it was set while the office was open, or because the newest entries bear the time of a clock
     * that was ahead. Then a reason is asked for, and the office's time goes back to the present;
     * those entries keep theirs. An entry "clock_confirmed" keeps both persons, the reason and the
     * span. Throws RefusedError(POST_NOT_HELD, SOD_SAME_PERSON, REASON_MISSING, CLOCK_TOO_EARLY).
     */
    void confirmClock(Session &first, Session &second, const QString &reason = {});
    /** The newest entry's time, for whoever compares it with another clock; UTC. */
    QDateTime lastEntryAt() const;
    /** The newest entry's number; nothing where the county's service does not answer at once. */
    std::optional<qint64> glance() const;
    /** From now on \a heard is called from the event loop soon after anybody entered something,
     * where the county's service tells of it; null ends it. */
    void listen(const std::function<void()> &heard);
    /** Whether somebody tells. Where nobody does the newest entry has to be asked for. */
    bool listens() const;
    /** What others did after that entry with the persons and records of a form that is being filled
     * in; oldest first. */
    QList<Meanwhile> meanwhile(const Session &session, const QString &type,
                               const QJsonObject &payload, qint64 after) const;
    /** Code of the refusal that the clock gives now; empty = it is trusted. */
    QString clockFault() const;
    /**
     * An auditor has seen that this office file is not the one this place saw last: lifts the stop
     * for this place and keeps in the journal what had been seen (SEC-02). Throws RefusedError.
     */
    JournalEntry acknowledgeWitness(Session &auditor, const QString &reason);
    /** Words of what the sign-in page must show in red: witness mismatch, clock, nothing = empty.
     */
    QStringList alarms() const;
    /** The line among them that asks for this entry to be acknowledged. */
    static QString alarmOf(const JournalEntry &entry);
    /** Books were seen at this place that these do not continue: nothing is signed here. */
    bool isNotSeenBefore() const;

    /**
     * Two files that belong together: the books under the present key, and FILE.slots, without
     * which nobody opens them; of books on a server too, and they open as an embedded office. By
     * IT or SA; works while others write (on a server they wait). The entry comes after the
     * copy was proved, and names the copy's head and number of entries. Throws
     * RefusedError(POST_NOT_HELD, FILE_EXISTS, FILE_IS_FOLDER), DatabaseError(TargetUnwritable …):
     * then neither file nor entry is there.
     */
    JournalEntry backup(Session &session, const QString &file);

    /** How it stands with the backups. Throws RefusedError(AT_THE_SERVER) at a desk of the county.
     */
    BackupState backupState() const;
    /** What makes a backup over a connection of its own: may be called in another thread while the
     * office is used. Throws as `makeBackup`. */
    std::function<BackupFacts(const std::function<bool(int permille)> &progress)>
    backupWork(const QString &file) const;
    /**
     * What the service alone enters, by its own key and nobody's word: that it made a backup by the
     * plan, and that one was copied to the second place. `verify` holds both against the journal.
     * Throws RefusedError(NO_REGISTRAR_KEY, CLOCK_STOPPED …).
     */
    JournalEntry enterScheduledBackup(const BackupPlan &plan, const BackupFacts &made);
    JournalEntry enterBackupCopy(const BackupPlan &plan, qint64 backup, const QString &file);
    /** A line in the trail, which administrators are told of at their sign-in. */
    void noteBackupFailure(const QString &file, const QString &why);

    struct Credentials {
        QString name;
        QString password;
    };
    /** The registrar's key, before the books are open: wrong passwords count and lock as at the
     * sign-in. Throws RefusedError(SIGN_IN_FAILED, ACCOUNT_LOCKED, KEEPERS_OTHERS). */
    std::shared_ptr<KeyPair> openRegistrarKey(const RegistrarKeyFile &file,
                                              const Credentials &first, const Credentials &second);
    /** Upgrade and restore are done by IT or SA (the signer) with a second named person present. */
    struct Attendance {
        Credentials maintainer;
        Credentials second; ///< SE, DEP or DIR; another natural person
    };
    struct Upgrade {
        int from = 0;
        int to = 0;
        qint64 entry = 0; ///< 0 where there was nothing to do
    };
    /** Brings an older schema up, in one transaction with its entry. Throws
     * RefusedError(OFFICE_IN_USE …), DatabaseError(UpgradeFailed). */
    Upgrade upgrade(const Attendance &attendance);
    struct Restored {
        qint64 entry = 0;
        qint64 entries = 0; ///< in the backup
        QString head;       ///< of the backup
        qsizetype violations = 0;
        bool upgraded = false;
        /** Where a present office gave way: what it knew and the backup does not, and where it is
         * now. */
        QList<LostEntry> lost = {};
        QString presentUnreadable = {}; ///< why nobody can say what is lost
        QString putAside = {};
    };
    struct RestoreWish {
        bool evenIfNotWhole = false;
        bool replacing = false; ///< an office that is there gives way
    };
    /**
     * Puts a backup into a new or empty folder: copied aside, opened by both, verified, entered,
     * and only then given its name. What is not whole is refused, unless it is the last that there
     * is. Where an office is there and is to give way, both prove themselves to that one too; its
     * entries that the backup does not have are named in the answer and in the entry, and its whole
     * folder is put aside, never removed. An office on a county server stays there as it is; the
     * restored one is a file, and `moveBack` takes it there. Throws RefusedError(OFFICE_EXISTS,
     * OFFICE_IN_USE, BACKUP_NOT_WHOLE …).
     */
    static Restored restore(const QString &backup, const QString &folder,
                            const Attendance &attendance, const RestoreWish &wish, Options options);
    /**
     * Restores a backup into a place that is gone again, opens it as a restore does, verifies it
     * and compares it with the books: its head with what the journal says of that backup, rows and
     * sums with those of that time. By IT with a second person; leaves a line. Throws
     * RefusedError(POST_NOT_HELD, BACKUP_UNKNOWN, AT_THE_SERVER …), DatabaseError.
     */
    DrillReport drill(Session &session, const QString &backup, const Attendance &attendance);
    /**
     * Moves the books of the folder to a county server: copied, compared, verified and entered
     * there, all or nothing; then `office.county` says where they are, and the office file is put
     * away as `office.jubao.moved`, so that nobody works in two. Done again after it was
     * interrupted it completes itself. The registrar's key must be open in the books. Returns the
     * entry "moved". Throws RefusedError(NO_REGISTRAR_KEY, OFFICE_IN_USE, OFFICE_NOT_WHOLE,
     * SERVER_PLACE_TAKEN …), DatabaseError.
     */
    static JournalEntry moveToServer(const QString &folder, const CountyFile &place,
                                     const Attendance &attendance, Options options);
    /**
     * The restored office of a county moves to where the one was that gave way to it, so that the
     * PCs of the county find it: the books there are put aside under another name, which the folder
     * that was put aside says from then on. Where the move fails they get their name back, unless
     * the server has gone away: then `moveToServer` completes it. Requests that wait there are
     * dropped: they are about the books of before. Returns the entry "moved"; throws as
     * `moveToServer`.
     */
    static JournalEntry moveBack(const QString &folder, const QString &putAside,
                                 const Attendance &attendance, Options options);
    /** Restores, upgrades and recoveries that the session's post (SA, AA) has not acknowledged. */
    QList<JournalEntry> unacknowledged(const Session &session) const;
    /** Throws RefusedError(NOTHING_TO_ACKNOWLEDGE). */
    JournalEntry acknowledge(Session &session, qint64 seq);
    /**
     * The data key in the form that any SQLCipher 4 tool takes. Two administrators of different
     * persons must both be signed in; the journal keeps who they were. Throws RefusedError.
     */
    QByteArray rawDataKey(Session &first, Session &second);
    /** An entry for what changes no business row: backup, checkpoint, invitation. */
    JournalEntry housekeeping(Session &session, const QString &kind, const QString &post,
                              const QJsonObject &detail);

private:
    Office();
    struct Private;
    static std::unique_ptr<Office> openSidecar(const QString &folder, Options options);
    /** Masks what this session may not reveal (SEC-16). */
    void hideSealed(const Session &session, OperationView &view) const;
    bool takesPart(const Session &session, qint64 operation) const;
    std::shared_ptr<Session> signInAtService(const QString &name, const QString &password);
    void unlockAtService(Session &session, const QString &password);
    void changePasswordAtService(Session &session, const QString &oldPassword,
                                 const QString &newPassword);
    QString putKeyOnStickAtService(Session &session, const QString &password,
                                   const QString &folder);
    void admitAtService(const QString &name, const QString &code, const QString &newPassword);
    QString inviteAtService(Session &administrator, const QString &operatorName);
    ActResult askToMake(Session &session, const MakeRequest &request);
    ActResult askToAct(Session &session, const Action &action, const Progress &progress);
    /** Refuses where the session's idle time is over; else counts as use. */
    void requireAwake(Session &session);
    /** Leaves an entry "program" when types or hooks are not those of the last one (design §5). */
    void noteProgram(Session &session);
    struct Gathered;
    Gathered gatherPaper(const Session &session, const QString &document, qint64 id,
                         int year = 0) const;
    QList<Gathered> gatherRun(const Session &session, const PaperRun &run) const;
    /** Stamp and template's version by the prints before; returns the line of the trail. */
    QString judgePaper(Gathered &gathered, qint64 id) const;
    void numberBeforeMaking(Printable &paper) const;
    void signFounding(const QJsonObject &plan, const QString &identity,
                      const QMap<QString, std::shared_ptr<KeyPair>> &signers);

    std::unique_ptr<Private> d;
};

} // namespace jubao
