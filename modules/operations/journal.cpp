// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/journal.h"

#include "core/canonical_json.h"
#include "database/database.h"
#include "database/query.h"
#include "operations/data_right.h"
#include <QTimeZone>

namespace jubao {

namespace {

const QString noHash(64, u'0');

bool isOfPersons(const QString &kind, qint64 operation, const QString &type)
{
    return operation != 0 && (kind != QLatin1String("posted") || isAboutPersons(type));
}

} // namespace

QByteArray JournalEntry::canonical() const
{
    const QJsonObject object{
        {QStringLiteral("accepted_at"), acceptedAt},
        {QStringLiteral("action"), action},
        {QStringLiteral("claimed_at"), claimedAt},
        {QStringLiteral("detail"), detail},
        {QStringLiteral("kind"), kind},
        {QStringLiteral("node"), node},
        {QStringLiteral("operation"), operation},
        {QStringLiteral("operator"), operatorId},
        {QStringLiteral("payload_digest"), payloadDigest},
        {QStringLiteral("post"), post},
        {QStringLiteral("previous_hash"), previousHash},
        {QStringLiteral("revision"), revision},
        {QStringLiteral("seq"), seq},
        {QStringLiteral("workstation"), workstation},
    };
    return canonicalJson(object);
}

QString JournalEntry::computeHash() const
{
    return sm3Hex(canonical());
}

bool JournalEntry::setsTimeBack() const
{
    return kind == QLatin1String("clock_confirmed")
        && detail[u"fault"] == QLatin1String("CLOCK_STOPPED");
}

Journal::Journal(Database &database, int node, HeadSource elsewhere)
    : m_database(database)
    , m_node(node)
    , m_elsewhere(std::move(elsewhere))
{
}

JournalHead Journal::head() const
{
    if (m_elsewhere)
        return m_elsewhere();
    Query query = m_database.prepare(headSql());
    if (!query.next())
        return {0, noHash, {}};
    return {query.integer(0), query.text(1),
            QDateTime::fromString(query.text(2), Qt::ISODateWithMs)};
}

QString Journal::headSql()
{
    return QStringLiteral("SELECT seq, hash, accepted_at FROM journal ORDER BY seq DESC LIMIT 1");
}

QString Journal::hashAt(qint64 seq) const
{
    Query row = m_database.prepare(QStringLiteral("SELECT hash FROM journal WHERE seq = ?"));
    row.bindAll(seq);
    return row.next() ? row.text(0) : QString();
}

QDateTime Journal::acceptedBy(qint64 seq) const
{
    Query query = m_database.prepare(
        QStringLiteral("SELECT min(accepted_at) FROM journal WHERE seq = ? OR "
                       "(operation = 0 AND seq > ? AND kind = 'clock_confirmed')"));
    query.bindAll(seq, seq);
    return query.next() ? QDateTime::fromString(query.text(0), Qt::ISODateWithMs) : QDateTime();
}

QString Journal::witnessText() const
{
    const JournalHead newest = head();
    return QStringLiteral("%1-%2-%3").arg(m_node).arg(newest.seq).arg(newest.hash.left(8));
}

JournalEntry Journal::append(JournalEntry entry, Signer &signer, const QDateTime &now)
{
    Query head = m_database.prepare(headSql());
    const bool begun = head.next();
    const QString present = now.toUTC().toString(Qt::ISODateWithMs);
    entry.seq = (begun ? head.integer(0) : 0) + 1;
    entry.previousHash = begun ? head.text(1) : noHash;
    entry.node = m_node;
    // The registrar's time does not go back whatever the PC's clock does, unless two persons say
    // so.
    entry.acceptedAt = begun && !entry.setsTimeBack() ? qMax(present, head.text(2)) : present;
    if (entry.claimedAt.isEmpty())
        entry.claimedAt = present;
    Query trail = m_database.prepare(
        QStringLiteral("SELECT seq, hash FROM access_trail ORDER BY seq DESC LIMIT 1"));
    if (trail.next())
        entry.detail.insert(QStringLiteral("trail"),
                            QStringLiteral("%1 %2").arg(trail.integer(0)).arg(trail.text(1)));
    const QByteArray message = entry.canonical();
    entry.hash = sm3Hex(message);
    entry.signature = QString::fromLatin1(signer.sign(message).toHex());
    Query insert = m_database.prepare(QStringLiteral(
        "INSERT INTO journal (seq, node, accepted_at, claimed_at, operator, post, workstation, kind, "
        "operation, revision, action, payload_digest, detail, previous_hash, hash, signature) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bindAll(entry.seq, qint64(entry.node), entry.acceptedAt, entry.claimedAt,
                   entry.operatorId, entry.post, entry.workstation, entry.kind, entry.operation,
                   qint64(entry.revision), entry.action, entry.payloadDigest,
                   QString::fromUtf8(canonicalJson(entry.detail)), entry.previousHash, entry.hash,
                   entry.signature);
    insert.run();
    if (KeptAnswers *kept = m_database.keptAnswers())
        kept->standsAt(
            {QByteArray::number(entry.seq), entry.hash.toLatin1(), entry.acceptedAt.toLatin1()},
            !isOfPersons(entry.kind, entry.operation, entry.detail[u"type"].toString()));
    return entry;
}

bool Journal::onlyPersonsSince(qint64 seq, const QByteArray &hash) const
{
    // A bound and no join: the server reads the newest rows by their key, however many there are.
    constexpr int mostAtOnce = 200;
    Query entries = m_database.prepare(
        QStringLiteral(
            "SELECT hash, kind, operation, CASE WHEN kind = 'posted' THEN (SELECT o.type "
            "FROM operation o WHERE o.id = journal.operation) END FROM journal WHERE seq "
            ">= ? ORDER BY seq LIMIT %1")
            .arg(mostAtOnce));
    entries.bindAll(seq);
    if (!entries.next() || entries.bytes(0) != hash)
        return false;
    int behind = 0;
    for (; entries.next(); ++behind) {
        if (!isOfPersons(entries.text(1), entries.integer(2), entries.text(3)))
            return false;
    }
    return behind + 1 < mostAtOnce;
}

QString Journal::selectSql()
{
    return QStringLiteral(
        "SELECT seq, node, accepted_at, claimed_at, operator, post, workstation, kind, "
        "operation, revision, action, payload_digest, detail, previous_hash, hash, "
        "signature FROM journal ");
}

JournalEntry Journal::fromRow(const Query &row)
{
    JournalEntry entry;
    entry.seq = row.integer(0);
    entry.node = int(row.integer(1));
    entry.acceptedAt = row.text(2);
    entry.claimedAt = row.text(3);
    entry.operatorId = row.integer(4);
    entry.post = row.text(5);
    entry.workstation = row.text(6);
    entry.kind = row.text(7);
    entry.operation = row.integer(8);
    entry.revision = int(row.integer(9));
    entry.action = row.text(10);
    entry.payloadDigest = row.text(11);
    entry.detail = parseCanonicalObject(row.text(12).toUtf8());
    entry.previousHash = row.text(13);
    entry.hash = row.text(14);
    entry.signature = row.text(15);
    return entry;
}

} // namespace jubao
