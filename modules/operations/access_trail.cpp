// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/access_trail.h"

#include "core/canonical_json.h"
#include "database/query.h"
#include "database/transaction.h"
#include "operations/crypto.h"

namespace jubao {

AccessTrail::AccessTrail(Database &database, QString workstation)
    : m_database(database)
    , m_workstation(std::move(workstation))
{
}

AccessTrail::AccessTrail(Database &database, Forward forward)
    : m_database(database)
    , m_forward(std::move(forward))
{
}

QByteArray AccessTrail::canonicalLine(qint64 seq, const QString &at, qint64 operatorId,
                                      const QString &workstation, const QString &kind,
                                      const QString &subject, const QString &detail,
                                      const QString &previousHash)
{
    return canonicalJson(QJsonObject{{QStringLiteral("at"), at},
                                     {QStringLiteral("detail"), detail},
                                     {QStringLiteral("kind"), kind},
                                     {QStringLiteral("operator"), operatorId},
                                     {QStringLiteral("previous_hash"), previousHash},
                                     {QStringLiteral("seq"), seq},
                                     {QStringLiteral("subject"), subject},
                                     {QStringLiteral("workstation"), workstation}});
}

void AccessTrail::add(qint64 operatorId, const QString &kind, const QString &subject,
                      const QString &detail, const QDateTime &now)
{
    if (m_forward) {
        m_forward(operatorId, kind, subject, detail);
        return;
    }
    Transaction transaction(m_database);
    qint64 seq = 1;
    QString previous(64, u'0');
    Query head = m_database.prepare(
        QStringLiteral("SELECT seq, hash FROM access_trail ORDER BY seq DESC LIMIT 1"));
    if (head.next()) {
        seq = head.integer(0) + 1;
        previous = head.text(1);
    }
    const QString at = now.toUTC().toString(Qt::ISODateWithMs);
    const QString hash =
        sm3Hex(canonicalLine(seq, at, operatorId, m_workstation, kind, subject, detail, previous));
    Query insert = m_database.prepare(QStringLiteral(
        "INSERT INTO access_trail (seq, at, operator, workstation, kind, subject, detail, previous_hash, hash) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bindAll(seq, at, operatorId, m_workstation, kind, subject, detail, previous, hash);
    insert.run();
    transaction.commit();
}

void AccessTrail::signHead(const HeadSigner &by, const QDateTime &now)
{
    if (m_forward)
        return;
    Transaction transaction(m_database);
    Query head = m_database.prepare(
        QStringLiteral("SELECT seq, hash, kind FROM access_trail ORDER BY seq DESC LIMIT 1"));
    if (!head.next() || head.text(2) == QLatin1String(headSigned))
        return;
    const qint64 seq = head.integer(0);
    const QString hash = head.text(1);
    Query known =
        m_database.prepare(QStringLiteral("SELECT 1 FROM access_trail_head WHERE seq = ?"));
    known.bindAll(seq);
    if (known.next())
        return;
    const QString signature = QString::fromLatin1(by.signer.sign(hash.toLatin1()).toHex());
    Query insert = m_database.prepare(QStringLiteral(
        "INSERT INTO access_trail_head (seq, at, operator, hash, signature) VALUES (?, ?, ?, ?, ?)"));
    insert.bindAll(seq, now.toUTC().toString(Qt::ISODateWithMs), by.id, hash, signature);
    insert.run();
    add(by.isRegistrar ? 0 : by.id, QLatin1String(headSigned), QString::number(seq),
        sm3Hex(signature.toLatin1()), now);
    transaction.commit();
}

} // namespace jubao
