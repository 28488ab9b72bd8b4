// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/sealing.h"

#include "database/error.h"
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <stdexcept>
#include <utility>

namespace jubao {

namespace {

constexpr qsizetype halfKeyBytes = 32;
constexpr qsizetype nonceBytes = 16;
constexpr char sameMark = 1;
constexpr char onceMark = 2;
// What is bound tells the two kinds apart, so that one cannot be made into the other.
constexpr QByteArrayView sameBound("jubao sealed 1");
constexpr QByteArrayView onceBound("jubao sealed once 1");

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

void need(bool done, const char *what)
{
    if (!done)
        throw std::runtime_error(std::string("OpenSSL: ") + what);
}

/** HKDF with SHA-256. */
Key derived(const Key &from, QByteArray label)
{
    const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(
        EVP_KDF_fetch(nullptr, "HKDF", nullptr), &EVP_KDF_free);
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(
        EVP_KDF_CTX_new(kdf.get()), &EVP_KDF_CTX_free);
    need(context != nullptr, "HKDF");
    QByteArray secret = from.bytes();
    QByteArray hash("SHA256");
    const OSSL_PARAM parameters[]{
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, hash.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, secret.data(), size_t(secret.size())),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, label.data(), size_t(label.size())),
        OSSL_PARAM_construct_end()};
    QByteArray out(halfKeyBytes, '\0');
    const bool done =
        EVP_KDF_derive(context.get(), bytesOf(out), size_t(out.size()), parameters) == 1;
    wipe(secret);
    need(done, "HKDF");
    Key key = Key::fromBytes(out);
    wipe(out);
    return key;
}

Key openingKeyOf(const Key &dataKey)
{
    return derived(dataKey, QByteArrayLiteral("jubao sealed columns: opening 1"));
}

SivCipher cipherOf(const Key &indexKey, const QByteArray &openingKey)
{
    QByteArray both = indexKey.bytes() + openingKey;
    SivCipher cipher(both);
    wipe(both);
    return cipher;
}

} // namespace

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

struct SivCipher::Private {
    CipherContext encrypting{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    CipherContext decrypting{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    CipherContext message{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};

    /** The mode takes one message per context; a copy of one that has the key costs a third of
     * setting the key anew. */
    void begin(const CipherContext &keyed, std::initializer_list<QByteArrayView> bound)
    {
        need(EVP_CIPHER_CTX_copy(message.get(), keyed.get()) == 1, "SIV");
        for (const QByteArrayView piece : bound) {
            int length = 0;
            need(
                EVP_CipherUpdate(message.get(), nullptr, &length, bytesOf(piece), int(piece.size()))
                    == 1,
                "SIV: what is bound");
        }
    }
};

SivCipher::SivCipher(const QByteArray &key) : d(std::make_unique<Private>())
{
    const std::unique_ptr<EVP_CIPHER, decltype(&EVP_CIPHER_free)> cipher(
        EVP_CIPHER_fetch(nullptr, key.size() == 2 * halfKeyBytes ? "AES-256-SIV" : "AES-128-SIV",
                         nullptr),
        &EVP_CIPHER_free);
    need(cipher && EVP_CIPHER_get_key_length(cipher.get()) == key.size()
             && EVP_CipherInit_ex2(d->encrypting.get(), cipher.get(), bytesOf(key), nullptr, 1,
                                   nullptr)
                 == 1
             && EVP_CipherInit_ex2(d->decrypting.get(), cipher.get(), bytesOf(key), nullptr, 0,
                                   nullptr)
                 == 1,
         "AES-SIV");
}

SivCipher::~SivCipher() = default;
SivCipher::SivCipher(SivCipher &&other) noexcept = default;
SivCipher &SivCipher::operator=(SivCipher &&other) noexcept = default;

QByteArray SivCipher::encrypt(QByteArrayView plain, std::initializer_list<QByteArrayView> bound)
{
    d->begin(d->encrypting, bound);
    QByteArray out(ivBytes + plain.size(), Qt::Uninitialized);
    int length = 0;
    need(EVP_EncryptUpdate(d->message.get(), bytesOf(out) + ivBytes, &length, bytesOf(plain),
                           int(plain.size()))
                 == 1
             && EVP_EncryptFinal_ex(d->message.get(), nullptr, &length) == 1
             && EVP_CIPHER_CTX_ctrl(d->message.get(), EVP_CTRL_AEAD_GET_TAG, int(ivBytes),
                                    out.data())
                 == 1,
         "SIV: encrypting");
    return out;
}

std::optional<QByteArray> SivCipher::decrypt(QByteArrayView sealed,
                                             std::initializer_list<QByteArrayView> bound)
{
    if (sealed.size() <= ivBytes)
        return std::nullopt;
    d->begin(d->decrypting, bound);
    QByteArray iv = sealed.first(ivBytes).toByteArray();
    need(EVP_CIPHER_CTX_ctrl(d->message.get(), EVP_CTRL_AEAD_SET_TAG, int(ivBytes), iv.data()) == 1,
         "SIV: tag");
    QByteArray out(sealed.size() - ivBytes, Qt::Uninitialized);
    int length = 0;
    if (EVP_DecryptUpdate(d->message.get(), bytesOf(out), &length, bytesOf(sealed.sliced(ivBytes)),
                          int(out.size()))
            != 1
        || EVP_DecryptFinal_ex(d->message.get(), nullptr, &length) != 1)
        return std::nullopt;
    return out;
}

CellCodec::CellCodec(SivCipher cipher, bool opens) : m_cipher(std::move(cipher)), m_opens(opens) { }

CellCodec::CellCodec(const Key &dataKey)
    : CellCodec(cipherOf(indexKeyOf(dataKey), openingKeyOf(dataKey).bytes()), true)
{
}

Key CellCodec::indexKeyOf(const Key &dataKey)
{
    return derived(dataKey, QByteArrayLiteral("jubao sealed columns: index 1"));
}

CellCodec CellCodec::indexOnly(const Key &indexKey)
{
    // The synthetic IV depends on the first half of the key alone.
    return {cipherOf(indexKey, QByteArray(halfKeyBytes, '\0')), false};
}

void CellCodec::needOpeningKey() const
{
    if (!m_opens)
        throw DatabaseError(DatabaseError::Kind::Denied,
                            QStringLiteral("the index key makes lookup tokens and opens nothing"));
}

QByteArray CellCodec::seal(Way way, QByteArrayView plain)
{
    needOpeningKey();
    if (plain.isEmpty())
        return {};
    if (way == Way::Same)
        return sameMark + m_cipher.encrypt(plain, {sameBound});
    QByteArray nonce(nonceBytes, Qt::Uninitialized);
    need(RAND_bytes(bytesOf(nonce), int(nonceBytes)) == 1, "random numbers");
    return onceMark + nonce + m_cipher.encrypt(plain, {onceBound, nonce});
}

QByteArray CellCodec::open(QByteArrayView cell)
{
    needOpeningKey();
    if (cell.isEmpty())
        return {};
    std::optional<QByteArray> plain;
    if (cell.front() == sameMark)
        plain = m_cipher.decrypt(cell.sliced(1), {sameBound});
    else if (cell.front() == onceMark && cell.size() > 1 + nonceBytes)
        plain =
            m_cipher.decrypt(cell.sliced(1 + nonceBytes), {onceBound, cell.sliced(1, nonceBytes)});
    if (!plain)
        throw DatabaseError(DatabaseError::Kind::Damaged,
                            QStringLiteral("a sealed cell does not open: another key, or changed"));
    return *plain;
}

QByteArray CellCodec::lookupToken(QByteArrayView plain)
{
    return sameMark + m_cipher.encrypt(plain, {sameBound}).first(SivCipher::ivBytes);
}

} // namespace jubao
