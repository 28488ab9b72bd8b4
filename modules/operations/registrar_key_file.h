// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/crypto.h"
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace jubao {

/**
 * The registrar's key in a file that any two of its keepers open together and none alone: for each
 * pair the key is cut in two halves, one sealed to the public key of either. A keeper's password
 * may change as it likes; a keeper with a new key needs a new file.
 */
class RegistrarKeyFile {
public:
    struct Keeper {
        QString name;
        QString publicKey;
    };

    /** Throws std::invalid_argument for fewer than two keepers, or one named twice. */
    static RegistrarKeyFile seal(const KeyPair &key, const QList<Keeper> &keepers);
    /** Throws DatabaseError: Missing, ReadOnly, KeyFileDamaged. */
    static RegistrarKeyFile load(const QString &path);
    /** For its owner alone; nothing that is there is written over. Throws DatabaseError. */
    void save(const QString &path) const;

    QString publicKey() const;
    QStringList keepers() const;
    /** Nothing where the file is not sealed for these two; throws CryptoError where a key of
     * theirs does not open its half. */
    std::shared_ptr<KeyPair> open(const QString &first, const KeyPair &firstKey,
                                  const QString &second, const KeyPair &secondKey) const;

private:
    QJsonObject m_content;
};

} // namespace jubao
