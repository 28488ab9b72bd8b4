// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/crypto.h"

#include <botan/aead.h>
#include <botan/hash.h>
#include <botan/kdf.h>
#include <botan/pk_ops.h>
#include <botan/pubkey.h>
#include <botan/sm2.h>
#include <botan/system_rng.h>

namespace jubao {

namespace {

// The user id that GM/T 0009 gives where none is agreed.
const std::string signingScheme = "1234567812345678,SM3";
constexpr qsizetype sealNonceBytes = 12;

/** The system's own: nothing of it is left in the program, and a signature costs a quarter less
 * than with a generator of the library's. */
Botan::RandomNumberGenerator &randomNumbers()
{
    return Botan::system_rng();
}

const Botan::EC_Group &curve()
{
    static const Botan::EC_Group group("sm2p256v1");
    return group;
}

const uint8_t *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const uint8_t *>(array.constData());
}

QByteArray toArray(const std::vector<uint8_t> &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
}

Botan::SM2_PublicKey publicKeyFrom(const QString &hex)
{
    constexpr qsizetype pointBytes = 65;
    const QByteArray raw = QByteArray::fromHex(hex.toLatin1());
    // Qt skips what is no digit, and the library takes an empty text for the point at infinity.
    if (raw.size() != pointBytes || QString::fromLatin1(raw.toHex()) != hex)
        throw CryptoError("no public key: not 65 bytes of hexadecimal digits");
    try {
        return Botan::SM2_PublicKey(curve(), curve().OS2ECP(bytesOf(raw), size_t(raw.size())));
    } catch (const Botan::Exception &error) {
        throw CryptoError(std::string("no public key: ") + error.what());
    }
}

} // namespace

struct Sm3::Private {
    std::unique_ptr<Botan::HashFunction> hash = Botan::HashFunction::create_or_throw("SM3");
};

Sm3::Sm3() : d(std::make_unique<Private>()) { }
Sm3::~Sm3() = default;

void Sm3::add(const QByteArray &piece)
{
    d->hash->update(bytesOf(piece), size_t(piece.size()));
}

QString Sm3::hex()
{
    const Botan::secure_vector<uint8_t> digest = d->hash->final();
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size()))
            .toHex());
}

void Sm3Stream::add(QByteArrayView piece)
{
    constexpr qsizetype blockBytes = 512 * 1024;
    m_pending.append(piece);
    if (m_pending.size() < blockBytes)
        return;
    if (m_running.valid())
        m_running.get();
    m_block.swap(m_pending);
    m_pending.resize(0);
    m_running = std::async(std::launch::async, [this] { m_hash.add(m_block); });
}

QString Sm3Stream::hex()
{
    if (m_running.valid())
        m_running.get();
    m_hash.add(m_pending);
    m_pending.resize(0);
    return m_hash.hex();
}

QString sm3Hex(const QByteArray &data)
{
    thread_local Sm3 hash;
    hash.add(data);
    return hash.hex();
}

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    randomNumbers().randomize(reinterpret_cast<uint8_t *>(bytes.data()), size_t(count));
    return bytes;
}

Signer::~Signer() = default;

struct KeyPair::Private {
    explicit Private(Botan::SM2_PrivateKey own)
        : key(std::move(own))
        , signer(key, randomNumbers(), signingScheme, Botan::IEEE_1363)
    {
    }
    Botan::SM2_PrivateKey key;
    Botan::PK_Signer signer;
};

KeyPair::KeyPair() = default;
KeyPair::~KeyPair() = default;

std::unique_ptr<KeyPair> KeyPair::generate()
{
    std::unique_ptr<KeyPair> pair(new KeyPair);
    pair->d = std::make_unique<Private>(Botan::SM2_PrivateKey(randomNumbers(), curve()));
    return pair;
}

std::unique_ptr<KeyPair> KeyPair::fromPrivateScalar(const QByteArray &scalar)
{
    std::unique_ptr<KeyPair> pair(new KeyPair);
    try {
        const Botan::BigInt number(bytesOf(scalar), size_t(scalar.size()));
        pair->d =
            std::make_unique<Private>(Botan::SM2_PrivateKey(randomNumbers(), curve(), number));
    } catch (const Botan::Exception &error) {
        throw CryptoError(std::string("no private key: ") + error.what());
    }
    return pair;
}

QByteArray KeyPair::sign(const QByteArray &message)
{
    return toArray(
        d->signer.sign_message(bytesOf(message), size_t(message.size()), randomNumbers()));
}

QString KeyPair::publicKeyHex() const
{
    return QString::fromLatin1(
        toArray(d->key.public_point().encode(Botan::PointGFp::UNCOMPRESSED)).toHex());
}

Key KeyPair::deriveKey(const QByteArray &label) const
{
    constexpr size_t keyBytes = 32;
    QByteArray scalar = privateScalar();
    const auto kdf = Botan::KDF::create_or_throw("HKDF(SHA-256)");
    const Botan::secure_vector<uint8_t> out = kdf->derive_key(
        keyBytes, bytesOf(scalar), size_t(scalar.size()), std::string(), label.toStdString());
    wipe(scalar);
    QByteArray bytes(reinterpret_cast<const char *>(out.data()), qsizetype(out.size()));
    Key key = Key::fromBytes(bytes);
    wipe(bytes);
    return key;
}

QByteArray KeyPair::privateScalar() const
{
    constexpr size_t scalarBytes = 32;
    const Botan::secure_vector<uint8_t> bytes =
        Botan::BigInt::encode_1363(d->key.private_value(), scalarBytes);
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
}

QByteArray KeyPair::decrypt(const QByteArray &sealed) const
{
    try {
        Botan::PK_Decryptor_EME decryptor(d->key, randomNumbers(), "SM3");
        const Botan::secure_vector<uint8_t> plain =
            decryptor.decrypt(bytesOf(sealed), size_t(sealed.size()));
        return QByteArray(reinterpret_cast<const char *>(plain.data()), qsizetype(plain.size()));
    } catch (const Botan::Exception &error) {
        throw CryptoError(std::string("not sealed to this key: ") + error.what());
    }
}

struct SignatureChecker::Private {
    explicit Private(const QString &hex)
        : key(publicKeyFrom(hex))
        , verifier(key, signingScheme, Botan::IEEE_1363)
    {
    }
    Botan::SM2_PublicKey key;
    Botan::PK_Verifier verifier;
};

SignatureChecker::SignatureChecker(const QString &publicKeyHex)
    : d(std::make_unique<Private>(publicKeyHex))
{
}
SignatureChecker::~SignatureChecker() = default;

bool SignatureChecker::check(const QByteArray &message, const QByteArray &signature)
{
    return d->verifier.verify_message(bytesOf(message), size_t(message.size()), bytesOf(signature),
                                      size_t(signature.size()));
}

bool SignatureCheckers::check(const QString &publicKeyHex, const QByteArray &message,
                              const QByteArray &signature)
{
    constexpr qsizetype most = 1000; ///< more than a county has operators
    auto known = m_checkers.constFind(publicKeyHex);
    if (known == m_checkers.constEnd()) {
        const auto made = std::make_shared<SignatureChecker>(publicKeyHex);
        if (m_checkers.size() >= most)
            m_checkers.clear();
        known = m_checkers.insert(publicKeyHex, made);
    }
    return (*known)->check(message, signature);
}

QByteArray encryptTo(const QString &publicKeyHex, const QByteArray &plain)
{
    const Botan::SM2_PublicKey key = publicKeyFrom(publicKeyHex);
    Botan::PK_Encryptor_EME encryptor(key, randomNumbers(), "SM3");
    return toArray(encryptor.encrypt(bytesOf(plain), size_t(plain.size()), randomNumbers()));
}

QByteArray sealUnder(const Key &key, const QByteArray &plain, const QByteArray &bound)
{
    const auto cipher = Botan::AEAD_Mode::create_or_throw("AES-256/GCM", Botan::ENCRYPTION);
    const QByteArray nonce = randomBytes(sealNonceBytes);
    cipher->set_key(bytesOf(key.bytes()), size_t(key.bytes().size()));
    cipher->set_associated_data(bytesOf(bound), size_t(bound.size()));
    cipher->start(bytesOf(nonce), size_t(nonce.size()));
    Botan::secure_vector<uint8_t> buffer(plain.begin(), plain.end());
    cipher->finish(buffer);
    return nonce
        + QByteArray(reinterpret_cast<const char *>(buffer.data()), qsizetype(buffer.size()));
}

std::optional<QByteArray> openUnder(const Key &key, const QByteArray &sealed,
                                    const QByteArray &bound)
{
    if (sealed.size() < sealNonceBytes)
        return std::nullopt;
    const auto cipher = Botan::AEAD_Mode::create_or_throw("AES-256/GCM", Botan::DECRYPTION);
    cipher->set_key(bytesOf(key.bytes()), size_t(key.bytes().size()));
    cipher->set_associated_data(bytesOf(bound), size_t(bound.size()));
    try {
        cipher->start(bytesOf(sealed), size_t(sealNonceBytes));
        Botan::secure_vector<uint8_t> buffer(sealed.begin() + sealNonceBytes, sealed.end());
        cipher->finish(buffer);
        return QByteArray(reinterpret_cast<const char *>(buffer.data()), qsizetype(buffer.size()));
    } catch (const Botan::Exception &) {
        return std::nullopt; // another key, another binding and a changed byte look alike
    }
}

QString keyFingerprint(const QString &publicKeyHex)
{
    constexpr int shown = 24;
    const QString digest =
        sm3Hex(QByteArray::fromHex(publicKeyHex.toLatin1())).left(shown).toUpper();
    QStringList groups;
    for (int i = 0; i < shown; i += 4)
        groups.append(digest.mid(i, 4));
    return groups.join(u'-');
}

} // namespace jubao
