// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/key.h"
#include <QByteArray>
#include <QHash>
#include <QString>
#include <future>
#include <memory>
#include <optional>

namespace jubao {

/** SM3 over bytes, lower-case hexadecimal. */
QString sm3Hex(const QByteArray &data);
QByteArray randomBytes(int count);

/** SM3 over what is added piece by piece: for a million rows. */
class Sm3 {
public:
    Sm3();
    ~Sm3();
    void add(const QByteArray &piece);
    QString hex(); ///< ends it; lower-case hexadecimal

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/** SM3 over much: full blocks are hashed in a thread of their own while the caller reads on. */
class Sm3Stream {
public:
    Sm3Stream() = default;
    ~Sm3Stream() = default;
    Sm3Stream(const Sm3Stream &) = delete;
    Sm3Stream &operator=(const Sm3Stream &) = delete;

    void add(QByteArrayView piece);
    /** Of all that was added; the stream then begins anew. */
    QString hex();

private:
    Sm3 m_hash;
    QByteArray m_pending;
    QByteArray m_block; ///< what the thread hashes
    std::future<void> m_running;
};

/**
 * Something that can sign with one operator's SM2 key: the key in memory here, a USB stick or a
 * card elsewhere. Signatures are raw r‖s (64 bytes) over SM3 with the standard's default user id.
 */
class Signer {
public:
    virtual ~Signer();
    virtual QByteArray sign(const QByteArray &message) = 0;
    /** Raw uncompressed point (65 bytes), hexadecimal. */
    virtual QString publicKeyHex() const = 0;
    /** A key of this operator for one purpose: the same label gives the same key, another operator
     * never gets it, and it says nothing about the signing key. */
    virtual Key deriveKey(const QByteArray &label) const = 0;
};

/** An SM2 key pair held in memory; wiped when it goes. */
class KeyPair : public Signer {
public:
    static std::unique_ptr<KeyPair> generate();
    static std::unique_ptr<KeyPair> fromPrivateScalar(const QByteArray &scalar);
    ~KeyPair() override;

    QByteArray sign(const QByteArray &message) override;
    QString publicKeyHex() const override;
    Key deriveKey(const QByteArray &label) const override;
    QByteArray privateScalar() const; ///< 32 bytes; the caller wipes it
    /** Opens what `encryptTo` sealed to this key's public half. Throws CryptoError. */
    QByteArray decrypt(const QByteArray &sealed) const;

private:
    KeyPair();
    struct Private;
    std::unique_ptr<Private> d;
};

class CryptoError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/** Checks signatures of one public key; build once per key, one per thread. */
class SignatureChecker {
public:
    explicit SignatureChecker(const QString &publicKeyHex);
    ~SignatureChecker();
    bool check(const QByteArray &message, const QByteArray &signature);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/** Checks signatures of many keys: what a key's checker is built of is kept. One set per thread. */
class SignatureCheckers {
public:
    /** Throws CryptoError where the key is none. */
    bool check(const QString &publicKeyHex, const QByteArray &message, const QByteArray &signature);

private:
    QHash<QString, std::shared_ptr<SignatureChecker>> m_checkers;
};

QByteArray encryptTo(const QString &publicKeyHex, const QByteArray &plain);
/** Encrypts and authenticates under a key (AES-256/GCM, a fresh nonce in front); opens only
 * together with the same \a bound. */
QByteArray sealUnder(const Key &key, const QByteArray &plain, const QByteArray &bound);
/** Nothing where key, binding or content is another one. */
std::optional<QByteArray> openUnder(const Key &key, const QByteArray &sealed,
                                    const QByteArray &bound);
/** Short print of a public key for slips and comparison: groups of four characters. */
QString keyFingerprint(const QString &publicKeyHex);

} // namespace jubao
