// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/proofs.h"

#include "operations/slots.h"

namespace jubao {

bool Proofs::isProof(const QString &operatorName, const QByteArray &proof)
{
    follow();
    const QByteArray digest = m_digests.value(operatorName);
    return !digest.isEmpty() && digest == proofDigest(proof);
}

/** Other programs at the server write the key file too. */
void Proofs::follow()
{
    const QByteArray seen = SlotFile::stampOf(m_keyFile);
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
