// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/key.h"
#include "operations/crypto.h"
#include "operations/key_stick.h"
#include <QJsonObject>
#include <QList>
#include <QString>
#include <functional>
#include <memory>

namespace jubao {

/** Cost of Argon2id, stored in each slot. The founding plan of an office chooses it; tests choose
 * cheap ones. */
struct PasswordCost {
    int memoryKib = 65536;
    int iterations = 3;
    int parallelism = 1;

    bool operator==(const PasswordCost &) const = default;
};

/** Argon2id once over a password or a code; its output is split by labels, so that one secret never
 * serves two purposes. */
class StretchedPassword {
public:
    /** With a stick, its secret is mixed into all parts. Throws CryptoError where salt or cost
     * cannot be right. */
    StretchedPassword(const QString &password, const QByteArray &salt, const PasswordCost &cost,
                      const KeyStick *stick = nullptr);

    QByteArray part(const char *label, size_t size) const;
    /**
     * What is said to the county's service instead of the password. It proves that the password is
     * the right one, and opens neither slot nor books; the service keeps its digest only.
     */
    QByteArray proof() const { return part("service-proof", 32); }
    /** Tells whether two passwords are the same one, with a stick or without. */
    QByteArray tag() const;

private:
    struct Output;
    std::shared_ptr<const Output> m_output; ///< wiped when it goes
    std::shared_ptr<const Key> m_mixedIn;
};

/** What a slot and an invitation keep of a proof. */
QByteArray proofDigest(const QByteArray &proof);

/** Whether a PC can pay it: at most 1 GiB of memory and 4 GiB read and written. A key file that was
 * edited or is damaged must not stop the machine. */
bool isPayable(const PasswordCost &cost);

/** One operator's slot: how the password opens the private key, and the data key sealed to the
 * public key. */
struct Slot {
    qint64 operatorId = 0;
    QString operatorName;
    PasswordCost cost;
    QByteArray salt;
    QString publicKey;
    QByteArray wrappedPrivateKey;
    QByteArray wrapNonce;
    QByteArray sealedDataKey;
    QByteArray nextSealedDataKey; ///< while a rotation runs
    QList<QByteArray>
        lastPasswordTags; ///< of up to five former passwords; tell equal, nothing else
    /** ISO UTC; the wrapped key is bound to it, so that nobody makes a password younger. */
    QString passwordChangedAt;
    QByteArray proofDigest; ///< empty in slots of before, until their operator signs in
    /** Which file on a USB stick holds the private key (KeyStick::id); what is wrapped here opens
     * it there. Empty: the private key itself is wrapped here. */
    QString stick;
};

/** What the office's policy says of passwords; the sidecar carries it, for it is needed before the
 * books are open, and is refreshed at each good sign-in. */
struct SignInLimits {
    int tries = 5;
    int lockMinutes = 30;
    int passwordDays = 90; ///< never above 365 (第四十二条)
    int idleMinutes = 10;

    bool operator==(const SignInLimits &) const = default;
};

/** The data key sealed to a key that is no operator's: the one that stands on paper in three
 * envelopes, the registrar's (design: Keys). */
struct KeySeal {
    QString publicKey;
    QByteArray sealedDataKey;
    QByteArray nextSealedDataKey; ///< while a rotation runs
};

/** A one-time code that opens the data key until its operator has made a key (admission). */
struct Invitation {
    qint64 operatorId = 0;
    QString operatorName;
    PasswordCost cost;
    QByteArray salt;
    QByteArray wrappedDataKey;
    QByteArray wrapNonce;
    QString expiresAt;
    QByteArray proofDigest;
};

/**
 * The sidecar `office.slots` beside the database file: who can open the office, and nothing of
 * business. Written whole: temporary file, fsync, rename; so a kill leaves the old or the new one.
 * Holds two generations of the data key while a rotation runs. The journal rules over it:
 * `SlotFile` checks nothing of who may have a slot.
 */
class SlotFile {
public:
    static SlotFile create(const QString &path);
    static QString pathIn(const QString &folder)
    {
        return folder + QStringLiteral("/office.slots");
    }
    /** Another one whenever the file was written, which is whole and as another file. Throws
     * DatabaseError (Missing). */
    static QByteArray stampOf(const QString &path);
    /** Throws DatabaseError (Missing, ReadOnly, KeyFileDamaged). */
    static SlotFile load(const QString &path);
    void save() const;

    /** What the sign-in page shows before anything is open: name, identity, demo (0/1). */
    QJsonObject office() const;
    void setOffice(const QJsonObject &office);

    QList<Slot> slotList() const;
    std::optional<Slot> slot(const QString &operatorName) const;
    void put(const Slot &slot);
    void remove(qint64 operatorId);

    QList<Invitation> invitations() const;
    void put(const Invitation &invitation);
    void removeInvitation(qint64 operatorId);

    /** The data key's generation; it rises by one with each rotation. */
    int generation() const;
    /** Seals the next data key beside the present one, in every slot. `operation` ordered it. */
    void beginRotation(const Key &next, qint64 operation);
    bool rotationRuns() const;
    /** The next data key takes the present one's place; open invitations are void, for only their
     * codes could carry them over. Returns whose they were. */
    QStringList endRotation();
    void undoRotation();
    /** The last operation whose rotation was carried out; 0 = none. */
    qint64 rotatedFor() const;

    std::optional<KeySeal> recovery() const;
    void setRecovery(const KeySeal &seal);
    /** The data key sealed to the key of the registrar as a service. */
    std::optional<KeySeal> registrar() const;
    void setRegistrar(const KeySeal &seal);
    /** What a recovery will put in place once the books know it. */
    void beginRecovery(const QList<Slot> &slotList, const KeySeal &seal);
    QList<Slot> recoveringSlots() const;
    std::optional<KeySeal> recoveringSeal() const;
    void endRecovery();
    void undoRecovery();

    SignInLimits limits() const;
    void setLimits(const SignInLimits &limits);

private:
    /** Changes each seal that belongs to no operator. */
    void changeSeals(const std::function<void(KeySeal &)> &change);

    QString m_path;
    QJsonObject m_content;
};

/** The cost that a founding plan sets under "password_cost", whole or in part. */
PasswordCost plannedCost(const QJsonObject &plan);

/**
 * SM3 over all of a slot but the sealed data key, which a rotation makes anew. The access trail
 * keeps it with each change, so that an older slot put back, or an edited one, shows (SEC-10).
 */
QString slotDigest(const Slot &slot);

/** Kinds of the trail's lines that say so: before the sidecar changes, and behind it. */
inline constexpr const char *slotComing = "slot_coming";
inline constexpr const char *slotKept = "slot_kept";

/** What the trail says of one operator's slot, line after line. */
class KeptSlot {
public:
    void take(const QString &kind, const QString &digest);
    /** A slot may be the one that was last kept, or one that a killed change left; any where no
     * line speaks of it, as in offices of before. */
    bool allows(const QString &digest) const
    {
        return (m_kept.isEmpty() && m_coming.isEmpty()) || m_kept == digest
            || m_coming.contains(digest);
    }
    bool isSettled() const { return !m_kept.isEmpty() && m_coming.isEmpty(); }

private:
    QString m_kept;
    QStringList m_coming;
};

/** What opening a slot yields. */
struct OpenedSlot {
    std::shared_ptr<KeyPair> keyPair;
    Key dataKey;
};

/** A slot as the sidecar keeps it. */
QJsonObject slotAsJson(const Slot &slot);
Slot slotFromJson(const QJsonObject &json);

/** Makes key pair and slot for a new operator; the data key is sealed to the new public key. */
Slot makeSlot(qint64 operatorId, const QString &operatorName, const QString &password,
              PasswordCost cost, const Key &dataKey, const QString &nowIso);
/** Nothing when the password is wrong; CryptoError where the slot itself cannot be right. What a
 * desk of the county gets of a slot has no data key: neither has what is opened then. */
std::optional<OpenedSlot> openSlot(const Slot &slot, const QString &password,
                                   const KeyStick *stick = nullptr);
std::optional<OpenedSlot> openSlot(const Slot &slot, const StretchedPassword &password,
                                   const KeyStick *stick = nullptr);
/** Re-wraps the private key, or what opens it on its stick, under a new password and keeps a tag of
 * the old one (none of the last five). */
Slot changePassword(const Slot &slot, const QString &oldPassword, const QString &newPassword,
                    PasswordCost cost, const QString &nowIso, const KeyStick *stick = nullptr);
/** The private key goes onto a stick, and leaves the slot; the password stays. A former stick opens
 * nothing any more. */
struct StickMade {
    Slot slot;
    KeyStick stick;
    QByteArray proof; ///< StretchedPassword::proof from now on
};
StickMade putOnStick(const Slot &slot, const KeyPair &pair, const QString &password,
                     const QString &officeIdentity);
/** So many former passwords are none of the next (SEC-10). */
inline constexpr int formerPasswords = 5;
/** True when `password` equals the present or one of the last five (SEC-10). */
bool passwordWasUsed(const Slot &slot, const QString &password);
/** Findings on strength: at least 10 characters of three classes, not the name, not a run. */
QStringList passwordWeaknesses(const QString &password, const QString &operatorName);

/** A code of a paper as it was typed, in its one form: spaces, dashes, small and full-width letters
 * do not matter, nor whether O was read for 0, I or L for 1. */
QString typedCode(const QString &text);
/** One-time code, shown once on paper: 20 characters (100 bits) of an alphabet without look-alikes,
 * in groups of five. */
QString newOneTimeCode();
Invitation makeInvitation(qint64 operatorId, const QString &operatorName, const QString &code,
                          PasswordCost cost, const Key &dataKey, const QString &expiresIso);
std::optional<Key> openInvitation(const Invitation &invitation, const QString &code);

/** A key of 32 bytes on paper: three envelopes, any two of which give it back (design, Keys). */
QStringList splitKeyTwoOfThree(const Key &key);
/** Throws CryptoError where the two do not belong together or a character was misread (checksum).
 */
Key joinKeyShares(const QString &shareOne, const QString &shareTwo);

} // namespace jubao
