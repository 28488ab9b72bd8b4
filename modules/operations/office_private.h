// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/file_lock.h"
#include "database/migrations.h"
#include "operations/access_trail.h"
#include "operations/clock_watch.h"
#include "operations/county_file.h"
#include "operations/county_service.h"
#include "operations/failed_tries.h"
#include "operations/office.h"
#include "operations/registrar.h"
#include "operations/witness.h"
#include <QHash>
#include <optional>

namespace jubao {

/** The type whose posting orders a new data key (modules/administration declares it). */
constexpr const char *rotateDataKeyType = "system.rotate_data_key";

/** A key that is called over another's window is dropped after so long without use. */
constexpr int onTheSpotSeconds = 60;

/** One of the data keys that may open the books: while a rotation runs there are two. */
struct DataKeyChoice {
    Key key;
    bool next = false;
};

struct Office::Private {
    QString folder;
    Office::Options options;
    SlotFile slotFile = SlotFile::create({});
    Catalogue catalogue;
    Migrations migrations;
    Key dataKey;
    /** Shared while the books are open, exclusive while their key changes. */
    std::unique_ptr<FileLock> officeLock;
    std::unique_ptr<Database> database;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<AccessTrail> trail;
    bool witnessAlarm = false;
    ClockWatch clockWatch;
    JournalHead knownHead;    ///< the newest that this place has seen
    qint64 trailSignedMs = 0; ///< the trail's head was signed then; a reading of the even clock
    QStringList alarms;
    QString clockAlarm; ///< the one among them that the clock gives

    static constexpr int node = 1;

    /** How the books are opened. */
    Database::Options books(const Key &key, Database::Mode mode) const;
    QString databasePath() const { return folder + QStringLiteral("/office.jubao"); }
    QString slotPath() const { return SlotFile::pathIn(folder); }
    FailedTriesFile triesFile() const
    {
        return FailedTriesFile(folder + QStringLiteral("/office.tries"));
    }
    QDateTime now() const { return options.clock->now().toUTC(); }
    QString nowText() const { return now().toString(Qt::ISODateWithMs); }
    /** Of the books once they are open: the sidecar's is for everybody to change. */
    QString identity() const
    {
        return booksIdentity.isEmpty() ? slotFile.office()[u"identity"].toString() : booksIdentity;
    }
    QString booksIdentity;

    /** The finished copy under the next key, before it takes the books' place. */
    QString copyPath() const { return databasePath() + QStringLiteral(".next"); }

    /** Opens on the first call, with the data key of this operator's slot; completes or undoes what
     * a killed program left behind. */
    void openBooks(const QString &name, const KeyPair &pair);
    void openBooks(const std::vector<DataKeyChoice> &choices);
    void openDatabase(const Key &key);
    void closeBooks();
    void takeOfficeLock();
    void settleRotation(bool openedWithNext);
    void settleRecovery();
    /** The posted operation that still waits for its new key; 0 = none. */
    qint64 dueRotation() const;
    void rotateIfDue(const Session &session);
    /** False where another program has the office open: it stays due. */
    bool rotate(qint64 operation);
    void recordRotation(const Session &session, qint64 operation);
    std::shared_ptr<KeyPair> openEnvelopes(const RecoveryRequest &request);
    QList<Slot> newSlots(const RecoveryRequest &request);
    JournalEntry enterRecovery(const RecoveryRequest &request, const QList<Slot> &made,
                               KeyPair &envelopes, const QString &nextRecoveryKey);
    /** While an older schema may be opened, because it is about to be brought up. */
    bool upgrading = false;
    /** Refuses an older schema in words, tells of a newer one. */
    void requireCurrentSchema();
    /** What both proved: the start of an entry that the maintainer signs. */
    struct Attended {
        JournalEntry entry;
        std::shared_ptr<Signer> signer;
    };
    Attended attend(const Attendance &attendance, bool gapExpected = false);
    struct OpenedBackup;
    class Replaced;
    Upgrade upgradeBooks(const Attended &attended);
    /** Its public key; throws RefusedError(NO_REGISTRAR_KEY) where the books do not have it open.
     */
    QString openRegistrarKeyOf(const std::optional<KeySeal> &seal) const;
    class BooksAside;
    JournalEntry movedTo(const ServerAddress &server);
    /** Books that stand in the place make room where \a others is given, else they are refused. */
    JournalEntry moveTo(CountyFile place, const Attended &attended, BooksAside *others);
    static JournalEntry moveFrom(const QString &folder, const CountyFile &place,
                                 const Attendance &attendance, Options options, BooksAside *others);
    JournalEntry copyToServer(const ServerAddress &server, const Attended &attended,
                              const std::function<void()> &tell);
    void undoMove(const ServerAddress &server) const;
    /** The first of these posts that the account holds today in its own right; empty = none. */
    QString heldAmong(qint64 operatorId, const QStringList &posts) const;
    JournalEntry enterAcknowledgement(const Session &session, const QString &post, qint64 seq);
    void tellUnacknowledged(const QList<JournalEntry> &entries);
    PlaceFacts placeFacts() const;
    /** Throws RefusedError(PROGRAM_NOT_OF_COUNTY) where the program at a desk cannot read the
     * county's books. */
    void requireProgramOfCounty(const Session &session, const PlaceFacts &facts);
    /** A line where the place did not say so before, as far as this service knows. */
    void noteProgramAt(const Session &session, const PlaceFacts &facts);
    QHash<QString, QString> programsTold; ///< by workstation
    /** Once, however often somebody signs in here. */
    void tell(const QString &alarm);
    /** A line and an alarm; audit hears of other places (SEC-11). */
    void noteNetwork(const Session &session, const QStringList &publicAddresses);
    /** IT and the system administrator hear of backups that are missing or old. */
    void tellBackups(const Session &session);
    /** Words and marks of an action that were signed and not answered: whoever asks for just the
     * same again within a while asks for the same action, which may have been entered. */
    struct Unanswered {
        QString actionId;
        qint64 atMs = 0; ///< a reading of the even clock
    };
    QHash<QString, Unanswered> unanswered; ///< by a digest of what was asked for
    QString actionIdFor(const QString &what);
    ActResult answered(const QString &what, const QString &actionId,
                       const std::function<ActResult()> &enter);
    JournalEntry enterByService(const QString &kind, QJsonObject detail);
    void keyStep(const char *step) const
    {
        if (options.onKeyStep)
            options.onKeyStep(QString::fromLatin1(step));
    }
    void useDatabase(std::unique_ptr<Database> opened);
    void removeForeignSlots();
    /** What this place saw of the office and the file does not hold. */
    QList<std::pair<WitnessState, WitnessVerdict>> contradictions() const;
    void compareWithWitness(const QString &operatorName);
    void beginClockWatch();
    QString clockFault();
    QJsonObject spanAhead(const Session &session);
    void signTrailWhenDue(const Session &session);
    /** Likewise of the service, whose key signs what all desks leave. */
    void signTrailAsRegistrar(bool whateverTheTime);
    /** What every paper of this office carries; asks `judge` before it counts as given. */
    void finishPaper(const Session &session, Printable &paper);
    /** The newest catalogue digest that the journal knows; empty before the first. */
    QString programInJournal() const;
    /** Gives the head that the witness has seen with it: \a told, or the present one. */
    JournalHead remember(const Session &session, const QString &actionId, JournalHead told = {});
    Registrar registrar(const Session &session, const Registrar::Countersigning *signing = nullptr,
                        const QString &workstation = {});
    /** Where actions are entered, when this program does not do it. */
    RegistrarPort *entering() const;
    /** Those of the operator's posts that are in force now. */
    QList<HeldPost> postsNow(const Session &session) const;
    [[noreturn]] void refuseDivision(const Session &session, const QString &subject,
                                     const QString &division);
    /** Refuses what is done at the county's server and not at a desk. */
    void requireOwnBooks(qint64 operatorId, const QString &what);
    void setWorkstation(const QString &workstation);
    class Serving;
    /** Of the service, while it does something in an operator's name. */
    const Registrar::Countersigning *served = nullptr;
    QString servedAction;
    /** Throws RefusedError(ACCOUNT_LOCKED, SIGN_IN_FAILED) and counts a wrong proof. */
    Slot provenSlot(const QString &name, const QByteArray &proof);
    /** The invitation that is still valid. Throws RefusedError(SIGN_IN_FAILED). */
    Invitation invitationOf(const QString &name);
    /** Of a desk of the county: whose rights the connection reads with; names by account. */
    QString readsAs;
    QHash<qint64, QString> namesSignedIn;
    /** Does what leaves a line first; where it fails, a second line says so. */
    void noted(const Session &session, const QString &kind, const QString &subject,
               const QString &detail, const std::function<void()> &act);
    /** Of a desk of the county: the operator's signed word for an entry of no operation. */
    Asked signedEntry(const Session &session, const QString &kind, const QString &post,
                      const QJsonObject &detail, const QString &action);
    /** The same, entered. */
    JournalEntry enterAtService(const Session &session, const QString &kind, const QString &post,
                                const QJsonObject &detail, const QString &action);
    QList<Printable> papers(const Session &session, const PaperOrder &order);
    QList<Printable> papersGiven(const Session &session, const PaperOrder &order,
                                 const HandOutAll &handOut);
    /** The line of somebody whose key is dropped. */
    void noteLeaving(const Session &session, const QString &kind);
    void openCountyBooks(const QString &name);
    void fill(Session &session, const SignedIn &facts);
    /** Of the service alone: its key, and the row of `registrar_key` that names it. */
    std::shared_ptr<KeyPair> registrarKey;
    qint64 registrarKeyRow = 0;
    /** The operator as he would be signed in, without his key. What the books say of him is kept
     * until an entry may have changed it, the key file was written, or a minute is over. */
    Session sessionOf(const QString &name, const Asked &asked);
    Session sessionFromBooks(const QString &name);
    /** Of the service: who asked before. */
    struct Known {
        Session session;
        qint64 atMs = 0; ///< a reading of the even clock
        std::optional<bool> looksAtPersons = {};
    };
    /** Runs the step when what is entered `together` stands, at once outside of that. */
    void onceItStands(std::function<void()> step);
    std::vector<std::function<void()>> *whenItStands = nullptr;
    QHash<QString, Known> known;
    qint64 knownAt = -1;     ///< the generation of what is kept of the books
    QByteArray knownKeyFile; ///< when the key file was written, its size, the day
    void forgetWhoMayHaveChanged();
    Registrar::Countersigning countersigning(const Session &session, const Asked &asked);
    /** An operator's word of this moment, signed over the entry that it gives. */
    Asked signedNow(const Session &session, const QString &post, const QString &subject,
                    const std::function<JournalEntry(const Asked &)> &entryOf);
    /** Writes the refusals into the access trail and throws them on. */
    [[noreturn]] void refuse(qint64 operatorId, const QString &subject, const RefusedError &error);
    [[noreturn]] void refuse(qint64 operatorId, const QString &code, const QString &subject);

    std::optional<qint64> operatorId(const QString &name) const;
    PasswordCost passwordCost() const;
    mutable std::optional<PasswordCost> foundedCost; ///< read once
    /** Reads the sidecar again, changes and writes it, one program after the other. */
    void changeSlots(const std::function<void(SlotFile &)> &change);
    /**
     * Changes slots so that the books know them: their digests stand in the trail as coming before
     * the sidecar changes and as kept behind it. Killed in between, either slot is the right one,
     * and the next sign-in says which it is.
     */
    void keepSlots(const QList<Slot> &coming, const std::function<void(SlotFile &)> &change);
    /** A slot of before learns what its password says to a county's service. */
    void addProof(Slot slot, const QString &password);
    void noteSlot(const char *kind, const Slot &slot);
    /** Holds the slot that opened against the trail; a foreign one is traced and told. */
    void compareSlot(const Slot &slot);

    /** The key file of a slot whose key lies on a stick, nothing for others. Throws
     * RefusedError(KEY_STICK_MISSING, KEY_STICK_DAMAGED). */
    std::optional<KeyStick> stickOf(const Slot &slot) const;
    KeyStick stickOf(const QString &name, const QString &id) const;
    QStringList keyPlaces() const;
    bool keyMustMove(const Session &session) const;
    /** Throws RefusedError(KEY_NOT_ON_STICK). */
    void requireKeyMoved(const Session &session, const QString &what);
    /** Its serial number; empty where none is registered. */
    QString registeredStick(qint64 operatorId) const;
    void requireRegisteredStick(qint64 operatorId, const QString &name);
    /** Of a desk of the county: the slot that the service gave for a password, opened. */
    struct ProvenSlot {
        Slot slot;
        QByteArray proof;
        std::optional<KeyStick> stick;
        std::shared_ptr<KeyPair> keyPair;
    };
    ProvenSlot slotFromService(const QString &name, const QString &password);

    /** The slot that a password opened, and how the account stood before. */
    struct OpenedAccount {
        Slot slot;
        std::optional<KeyStick> stick = {};
        OpenedSlot keys;
        FailedTries before;
    };
    /** Throws RefusedError(ACCOUNT_LOCKED, SIGN_IN_FAILED) and counts a wrong password. */
    OpenedAccount openAccount(const QString &name, const QString &password);
    FailedTries refuseWhileLocked(const QString &name) const;
    bool isLockedNow(const FailedTries &tries) const;
    /** What a payload says against what stands beside the books, where no rule of a type can look:
     * an account that is not locked needs no unlocking (SM-13). */
    Findings besideBooks(const QString &type, const QJsonObject &payload) const;
    QList<Refusal> outOfSight(const Session &session, const OperationType &type,
                              const QJsonObject &given) const;
    /** Counts a wrong password or code and refuses. */
    [[noreturn]] void refuseSecret(const QString &name, const QString &field);
    /** For a slot or a code that cannot be right, whatever secret is given. */
    [[noreturn]] void refuseDamaged(const QString &name);
    void traceFailedTries(const QString &name);
    /** Ends the lock of the account that a posted unlocking names (SM-13). Killed in between, the
     * lock runs out by itself. */
    void unlockIfPosted(qint64 operation);
    /** Takes the limits of the policy in force into the sidecar. */
    void refreshLimits();
    bool postChangedSince(qint64 operatorId, const QDateTime &moment) const;
    void fillSession(Session &session, const Slot &slot);
    QDateTime lastSignIn(qint64 operatorId) const;
    void requireOpenKey(qint64 operatorId, const Slot &slot);
};

} // namespace jubao
