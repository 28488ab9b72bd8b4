// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What lies beside the journal: the access trail with its signed heads, and the key file, of which
// the trail keeps what each slot must be.

#include "core/canonical_json.h"
#include "operations/access_trail.h"
#include "operations/verifier.h"
#include <QJsonDocument>

namespace jubao {

namespace {

QString slotPlace(const QString &name)
{
    return QStringLiteral("slot %1").arg(name);
}

QString headPlace(qint64 seq)
{
    return QStringLiteral("access_trail_head %1").arg(seq);
}

/** A malformed key or signature proves nothing. */
bool isSignedWith(SignatureCheckers &checkers, const QString &key, const QString &hash,
                  const QString &signature)
{
    try {
        return checkers.check(key, hash.toLatin1(), QByteArray::fromHex(signature.toLatin1()));
    } catch (const std::exception &) {
        return false;
    }
}

} // namespace

void Verifier::noteTrailLine(qint64 operatorId, const QString &kind, const QString &detail)
{
    if (kind == QLatin1String(slotComing) || kind == QLatin1String(slotKept))
        m_keptSlots[operatorId].take(kind, detail);
}

void Verifier::checkTrailHeads()
{
    SignatureCheckers checkers;
    Query heads = m_database.prepare(QStringLiteral(
        "SELECT h.seq, h.operator, h.hash, h.signature, coalesce(t.hash, ''), h.at FROM access_trail_head h "
        "LEFT JOIN access_trail t ON t.seq = h.seq"));
    while (heads.next()) {
        bool signedByOwn = false;
        // Numbers of rows are given out once, so an operator's is none of the service's keys.
        const QList<KeySpan> spans =
            m_keys.value(heads.integer(1)) + m_registrarKeys.value(heads.integer(1));
        for (const KeySpan &span : spans) {
            signedByOwn =
                signedByOwn || isSignedWith(checkers, span.publicKey, heads.text(2), heads.text(3));
        }
        if (heads.text(4) != heads.text(2) || !signedByOwn)
            report("TRAIL_CHANGED", headPlace(heads.integer(0)),
                   verifyWords(
                       QT_TRANSLATE_NOOP("Verify", "The signed head does not fit the trail.")));
        const auto line = m_signedHeads.constFind(heads.integer(0));
        if (line == m_signedHeads.constEnd()) {
            report("TRAIL_CHANGED", headPlace(heads.integer(0)),
                   verifyWords(QT_TRANSLATE_NOOP(
                       "Verify", "No line of the trail says that this head was signed.")));
            continue;
        }
        if (line->signature != sm3Hex(heads.text(3).toLatin1()))
            continue; // told below, as the head that is missing
        if (line->at != heads.text(5))
            report("TRAIL_CHANGED", headPlace(heads.integer(0)),
                   verifyWords(QT_TRANSLATE_NOOP(
                       "Verify",
                       "The signed head bears another time than the trail's line about it.")));
        m_signedHeads.erase(line);
    }
    for (auto it = m_signedHeads.constBegin(); it != m_signedHeads.constEnd(); ++it)
        report("TRAIL_CHANGED", headPlace(it.key()),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "The trail says that this head was signed; it is gone or another.")));
}

void Verifier::checkSlots()
{
    if (m_options.keyFileDamaged)
        report("SLOTS_DAMAGED", QStringLiteral("office.slots"),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "The key file is not one: nobody can sign in with it any more.")));
    if (!m_options.recoveryKey.isEmpty() && m_options.recoveryKey != m_recoveryKey)
        report("SLOT_CHANGED", QStringLiteral("recovery seal"),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "The data key is sealed to another key than that of the envelopes.")));
    QSet<qint64> seen;
    for (const Slot &slot : m_options.slotList) {
        checkSlot(slot);
        if (seen.contains(slot.operatorId))
            report("SLOT_CHANGED", slotPlace(slot.operatorName),
                   verifyWords(QT_TRANSLATE_NOOP(
                       "Verify", "The key file holds more than one slot of this account.")));
        seen.insert(slot.operatorId);
    }
    if (!m_options.slotList.isEmpty())
        findMissingSlots();
    if (!m_options.slotOffice.isEmpty())
        checkSlotOffice();
}

void Verifier::checkSlot(const Slot &slot)
{
    const auto changed = [&](const char *text) {
        report("SLOT_CHANGED", slotPlace(slot.operatorName), verifyWords(text));
    };
    Query account =
        m_database.prepare(QStringLiteral("SELECT name FROM operator_account WHERE id = ?"));
    account.bindAll(slot.operatorId);
    if (!account.next() || account.text(0) != slot.operatorName)
        changed(QT_TRANSLATE_NOOP("Verify", "The books know no such account."));
    const QList<KeySpan> spans = m_keys.value(slot.operatorId);
    const bool known = spans.isEmpty()
        || std::any_of(spans.begin(), spans.end(),
                       [&slot](const KeySpan &span) { return span.publicKey == slot.publicKey; });
    if (!known)
        changed(QT_TRANSLATE_NOOP("Verify", "The slot holds another key than the journal's."));
    if (!m_keptSlots.value(slot.operatorId).allows(slotDigest(slot)))
        changed(QT_TRANSLATE_NOOP(
            "Verify",
            "The slot is not the one that was last written: an older one was put back, or its cost, its former passwords or its wrapped key were edited."));
}

void Verifier::findMissingSlots()
{
    Query keys = m_database.prepare(QStringLiteral(
        "SELECT a.name, k.public_key FROM operator_key k JOIN operator_account a ON a.id = "
        "k.operator WHERE k.state = 'open' AND a.state = 'open' ORDER BY a.name"));
    while (keys.next()) {
        const QString key = keys.text(1);
        if (std::none_of(m_options.slotList.begin(), m_options.slotList.end(),
                         [&key](const Slot &slot) { return slot.publicKey == key; }))
            report(
                "SLOT_MISSING", slotPlace(keys.text(0)),
                verifyWords(QT_TRANSLATE_NOOP(
                    "Verify",
                    "The key of this account is open, but its slot was taken out of the key file.")));
    }
}

void Verifier::checkSlotOffice()
{
    Query office =
        m_database.prepare(QStringLiteral("SELECT name, demo, identity FROM office ORDER BY id"));
    Query plan = m_database.prepare(QStringLiteral(
        "SELECT payload FROM operation_revision WHERE operation = 0 AND revision = 1"));
    if (!office.next() || !plan.next())
        return; // said where the founding is looked at
    const QJsonObject &said = m_options.slotOffice;
    const PasswordCost cost = plannedCost({{QStringLiteral("password_cost"), said[u"cost"]}});
    if (said[u"name"].toString() != office.text(0) || said[u"demo"].toInt() != office.integer(1)
        || said[u"identity"].toString() != office.text(2)
        || !(cost == plannedCost(QJsonDocument::fromJson(plan.text(0).toUtf8()).object())))
        report(
            "SLOT_CHANGED", QStringLiteral("office.slots"),
            verifyWords(QT_TRANSLATE_NOOP(
                "Verify",
                "What the key file says of the office (name, identity, demo, cost of passwords) is not what was founded.")));
}

} // namespace jubao
