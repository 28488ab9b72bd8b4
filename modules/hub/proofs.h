// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace jubao {

/**
 * Whether who asks knows the password of today. A session of the server tells no more than that he
 * knew it when it began, and it may have been held for long. From one thread.
 */
class Proofs {
public:
    explicit Proofs(QString keyFile) : m_keyFile(std::move(keyFile)) { }

    /** Throws DatabaseError where the key file cannot be read. */
    bool isProof(const QString &operatorName, const QByteArray &proof);

private:
    void follow();

    const QString m_keyFile;
    QByteArray m_seen;                    ///< SlotFile::stampOf
    QHash<QString, QByteArray> m_digests; ///< by the operator's name
};

} // namespace jubao
