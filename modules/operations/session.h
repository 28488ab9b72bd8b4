// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/decision.h"
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <memory>

namespace jubao {

class Office;
class Signer;

/** A signed-in operator: account, person, posts and the opened key. While it is locked the key is
 * gone from memory, and nothing can be signed (SEC-10). */
class Session {
public:
    qint64 operatorId() const { return m_operatorId; }
    QString name() const { return m_name; }
    QString displayName() const { return m_displayName; }
    QString person() const { return m_person; }
    QStringList posts() const; ///< codes held now, delegated ones included
    QList<HeldPost> heldPosts() const { return m_posts; }
    bool passwordMustChange() const { return m_passwordMustChange; }
    /** A post that is held now asks for a key on a USB stick, and it is not on one (SEC-10). */
    bool keyMustMove() const { return m_keyMustMove; }
    bool keyIsOnStick() const { return !m_stick.isEmpty(); }
    int passwordDaysLeft() const { return m_passwordDaysLeft; }
    /** True from 14 days before the password ends (SM-13). */
    bool passwordDue() const { return m_passwordDue; }
    bool isLocked() const { return m_signer == nullptr; }
    QDateTime lastSignIn() const { return m_lastSignIn; }
    int failedTriesSince() const { return m_failedTriesSince; }
    /** Called over another person's window (design: on the spot); what is done says so. */
    bool onTheSpot() const { return m_idleLimitSeconds > 0; }
    /** Throws RefusedError(SESSION_LOCKED). */
    Signer &signer() const;

private:
    friend class Office;
    qint64 m_operatorId = 0;
    QString m_name, m_displayName, m_person;
    QList<HeldPost> m_posts;
    bool m_passwordMustChange = false;
    bool m_passwordDue = false;
    bool m_keyMustMove = false;
    QString m_stick; ///< KeyStick::id
    int m_passwordDaysLeft = 0;
    QDateTime m_lastSignIn;
    int m_failedTriesSince = 0;
    std::shared_ptr<Signer> m_signer;
    int m_idleLimitSeconds = 0; ///< 0 = none of its own
    qint64 m_lastUsedMs = 0;
};

} // namespace jubao
