// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/key.h"
#include <QByteArray>
#include <QByteArrayView>
#include <initializer_list>
#include <memory>
#include <optional>

namespace jubao {

/**
 * Deterministic authenticated encryption (SIV, RFC 5297; OpenSSL's AES-SIV). The key's first half
 * makes the synthetic IV, the second half encrypts: a key of 64 bytes is AES-256, one of 32
 * AES-128. Not for several threads at once. Throws std::runtime_error where the library cannot.
 */
class SivCipher {
public:
    static constexpr qsizetype ivBytes = 16;

    explicit SivCipher(const QByteArray &key);
    ~SivCipher();
    SivCipher(SivCipher &&other) noexcept;
    SivCipher &operator=(SivCipher &&other) noexcept;

    /** Synthetic IV, then as many bytes as \a plain has, which must not be empty. */
    QByteArray encrypt(QByteArrayView plain, std::initializer_list<QByteArrayView> bound);
    /** Nothing where key, what is bound, or a bit of it is another. */
    std::optional<QByteArray> decrypt(QByteArrayView sealed,
                                      std::initializer_list<QByteArrayView> bound);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/**
 * What a sealed cell of a server holds (SEC-16, design §3). Begins with a byte that says which:
 *
 *     1 ‖ synthetic IV ‖ ciphertext            the same text gives the same cell: equality,
 *                                              uniqueness and joins work on cells
 *     2 ‖ nonce ‖ synthetic IV ‖ ciphertext    each time another: payloads, scans, free words
 *
 * Empty stays empty. Cells of the first kind share one domain of values: a join compares columns of
 * different tables, and a parameter of a comparison does not tell its column; so a cell that was
 * moved to another row or column opens there, and is found by `verify`, whose digests are over
 * opened values with their place.
 *
 * The synthetic IV is a keyed index of the text: who holds the index key alone can make it to look
 * a text up, and opens nothing.
 */
class CellCodec {
public:
    enum class Way { Same, Once };

    /** Both keys, derived from the data key of the books. */
    explicit CellCodec(const Key &dataKey);
    /** The index key that `CellCodec(dataKey)` uses. */
    static Key indexKeyOf(const Key &dataKey);
    /** Makes lookup tokens only. */
    static CellCodec indexOnly(const Key &indexKey);

    /** Throws DatabaseError Denied where only the index key is there. */
    QByteArray seal(Way way, QByteArrayView plain);
    /** Throws DatabaseError Damaged for what is no cell of this key, and Denied as above. */
    QByteArray open(QByteArrayView cell);
    /** How the cell of this text begins: its kind and synthetic IV. Not for empty texts. */
    QByteArray lookupToken(QByteArrayView plain);

private:
    CellCodec(SivCipher cipher, bool opens);
    void needOpeningKey() const;

    SivCipher m_cipher;
    bool m_opens;
};

} // namespace jubao
