// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "database/database.h"
#include <QString>
#include <functional>

namespace jubao {

class Signer;

/**
 * The access trail: who looked at what, which sign-ins failed, what was refused (SEC-01). Its own
 * chained, append-only table; the chain's head is signed at sign-out and every 15 minutes.
 */
class AccessTrail {
public:
    AccessTrail(Database &database, QString workstation);
    /** Of a desk of the county: its lines are written by the service. */
    using Forward = std::function<void(qint64 operatorId, const QString &kind,
                                       const QString &subject, const QString &detail)>;
    AccessTrail(Database &database, Forward forward);

    void setWorkstation(const QString &workstation) { m_workstation = workstation; }

    void add(qint64 operatorId, const QString &kind, const QString &subject, const QString &detail,
             const QDateTime &now);
    /** The line behind a signed head; its subject is the head's number, its detail the digest of
     * the signature, so that heads cannot be taken out without breaking the chain. */
    static constexpr const char *headSigned = "head_signed";
    /** Whose key signs a head: an operator's, or that of a row of `registrar_key`. */
    struct HeadSigner {
        qint64 id = 0;
        Signer &signer;
        bool isRegistrar = false; ///< then the line behind it is nobody's
    };
    /** Signs the present head; does nothing while nothing was added since the last signature, nor
     * at a desk of the county, where nobody signs what he cannot see. */
    void signHead(const HeadSigner &by, const QDateTime &now);

    /** The bytes that a line's hash covers. */
    static QByteArray canonicalLine(qint64 seq, const QString &at, qint64 operatorId,
                                    const QString &workstation, const QString &kind,
                                    const QString &subject, const QString &detail,
                                    const QString &previousHash);

private:
    Database &m_database;
    QString m_workstation;
    Forward m_forward;
};

} // namespace jubao
