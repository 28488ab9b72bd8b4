// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/proofs.h"

#include "database/error.h"
#include "operations/slots.h"
#include <QFile>
#include <sys/stat.h>

namespace jubao {

bool Proofs::isProof(const QString &operatorName, const QByteArray &proof)
{
    follow();
    const QByteArray digest = m_digests.value(operatorName);
    return !digest.isEmpty() && digest == proofDigest(proof);
}

/** The key file is written whole, each time as another file, and by other programs at the server
 * too. */
void Proofs::follow()
{
    struct stat file = {};
    if (stat(QFile::encodeName(m_keyFile).constData(), &file) != 0)
        throw DatabaseError(DatabaseError::Kind::Missing, m_keyFile);
    const QByteArray seen = QByteArray::number(quint64(file.st_ino)) + ' '
        + QByteArray::number(qint64(file.st_mtim.tv_sec)) + ' '
        + QByteArray::number(qint64(file.st_mtim.tv_nsec));
    if (seen == m_seen)
        return;
    m_digests.clear();
    m_seen.clear();
    const QList<Slot> list = SlotFile::load(m_keyFile).slotList();
    for (const Slot &slot : list)
        m_digests.insert(slot.operatorName, slot.proofDigest);
    m_seen = seen;
}

} // namespace jubao
