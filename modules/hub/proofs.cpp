// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/proofs.h"

#include "operations/slots.h"
#include <QFileInfo>

namespace jubao {

bool Proofs::isProof(const QString &operatorName, const QByteArray &proof)
{
    follow();
    const QByteArray digest = m_digests.value(operatorName);
    return !digest.isEmpty() && digest == proofDigest(proof);
}

/** The key file is written whole, and by other programs at the server too. */
void Proofs::follow()
{
    const QFileInfo file(m_keyFile);
    if (file.lastModified() == m_writtenAt && file.size() == m_size)
        return;
    m_digests.clear();
    const QList<Slot> list = SlotFile::load(m_keyFile).slotList();
    for (const Slot &slot : list)
        m_digests.insert(slot.operatorName, slot.proofDigest);
    m_writtenAt = file.lastModified();
    m_size = file.size();
}

} // namespace jubao
