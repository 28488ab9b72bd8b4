// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"
#include "core/clock.h"
#include "database/migrations.h"
#include "operations/access_trail.h"
#include "operations/asked.h"
#include "operations/verifier.h"
#include <QTimeZone>
#include <algorithm>

namespace jubao {

namespace {

/** A span of a row version in the books and of its own validity, both in milliseconds UTC. */
struct HeldSpan {
    qint64 id = 0;
    QString person;
    QString post;
    qint64 from = 0;
    qint64 to = 0;
};

bool isPublicKey(const QString &hex)
{
    try {
        const SignatureChecker checker(hex);
        return true;
    } catch (const CryptoError &) {
        return false;
    }
}

constexpr qint64 endOfTime = std::numeric_limits<qint64>::max();

qint64 startOfDay(const QDate &day)
{
    constexpr int officeOffsetSeconds = 8 * 3600;
    return QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, officeOffsetSeconds).toMSecsSinceEpoch();
}

} // namespace

void Verifier::readKeys()
{
    m_keys = readSpans(QStringLiteral("operator_key"), QStringLiteral("operator"));
    m_registrarKeys = readSpans(QStringLiteral("registrar_key"), QStringLiteral("id"));
    for (QList<KeySpan> &spans : m_registrarKeys) {
        for (KeySpan &span : spans) {
            if (span.until != KeySpan().until)
                ++span.until; // The registrar enters the closing of its own key.
        }
    }
    Query all = m_database.prepare(QStringLiteral(
        "SELECT seq FROM journal WHERE operation <> 0 AND operation IN (SELECT j.operation FROM journal j "
        "JOIN (SELECT op_seq FROM operator_key UNION SELECT op_seq FROM operator_key_history "
        "UNION SELECT op_seq FROM registrar_key UNION SELECT op_seq FROM registrar_key_history) k "
        "ON k.op_seq = j.seq)"));
    while (all.next())
        m_keyEntries.insert(all.integer(0));
}

QHash<qint64, QList<KeySpan>> Verifier::readSpans(const QString &table, const QString &owner)
{
    QHash<qint64, QList<KeySpan>> all;
    Query rows = m_database.prepare(
        QStringLiteral("SELECT %2, public_key, state, op_seq, 0, id FROM %1 UNION ALL "
                       "SELECT %2, public_key, state, op_seq, superseded_by, id FROM %1_history")
            .arg(table, owner));
    while (rows.next()) {
        m_keyEntries.insert(rows.integer(3));
        if (!isPublicKey(rows.text(1)))
            report("KEY_MALFORMED", table + u' ' + QString::number(rows.integer(5)),
                   verifyWords(QT_TRANSLATE_NOOP(
                       "Verify", "This is no public key: nothing can have been signed with it.")));
        if (rows.text(2) != QLatin1String("open"))
            continue;
        KeySpan span{rows.text(1), rows.integer(3)};
        if (rows.integer(4) != 0)
            span.until = rows.integer(4);
        all[rows.integer(0)].append(span);
    }
    return all;
}

bool Verifier::isGoodCheckpoint(const JournalEntry &entry)
{
    const QString key = keyOf(entry);
    const QString auditing = QStringLiteral("AU");
    Query head = m_database.prepare(QStringLiteral("SELECT hash FROM journal WHERE seq = ?"));
    head.bindAll(entry.detail[u"seq"].toInteger());
    const bool stands = head.next() && head.text(0) == entry.detail[u"head"].toString();
    // The auditor's own signature: the registrar's alone makes nobody trust what was before.
    return stands && !key.isEmpty() && registrarKeyOf(entry) == 0 && entry.post == auditing
        && m_fold.holdsPost(entry) && entry.detail[u"seq"].toInteger() < entry.seq
        && SignatureChecker(key).check(entry.canonical(),
                                       QByteArray::fromHex(entry.signature.toLatin1()));
}

void Verifier::findCheckpoint()
{
    Query rows = m_database.prepare(
        Journal::selectSql() + QStringLiteral("WHERE kind = 'checkpoint' ORDER BY seq DESC"));
    while (!m_checkpoint && rows.next()) {
        try {
            const JournalEntry entry = Journal::fromRow(rows);
            if (isGoodCheckpoint(entry))
                m_checkpoint = entry;
        } catch (const std::exception &) {
            continue; // The walk names it as malformed; here it only gives no trust.
        }
    }
    if (m_checkpoint)
        m_trustedUntil = m_checkpoint->detail[u"seq"].toInteger();
}

void Verifier::compareCheckpoint()
{
    if (!m_checkpoint)
        return;
    if (m_stateAtCheckpoint == m_checkpoint->detail[u"state"].toString()
        && finalOperationsDigest(m_trustedUntil) == m_checkpoint->detail[u"operations"].toString())
        return;
    report(
        "CHECKPOINT_FALSE", entryPlace(m_checkpoint->seq),
        verifyWords(QT_TRANSLATE_NOOP(
            "Verify",
            "The books are not those that the auditor saw at this checkpoint; all was checked anew.")));
}

QString Verifier::finalOperationsDigest(qint64 head)
{
    // What was final at that entry: nothing but an acknowledgement can come after it.
    Query rows = m_database.prepare(QStringLiteral(
        "SELECT id, type, type_version, revision, state, closed_by, step, route, division, maker, "
        "maker_person, matter, summary, amount, made_on, due_on, posted_seq FROM operation o "
        "WHERE state IN ('posted', 'closed') AND (SELECT max(seq) FROM journal j "
        "WHERE j.operation = o.id AND j.kind <> 'acknowledge') <= ? ORDER BY id"));
    rows.bindAll(head);
    const Table &table = *m_catalogue.find(QStringLiteral("operation"));
    Sm3 hash;
    while (rows.next())
        hash.add(canonicalJson(rowImage(table, rows)) + '\n');
    return hash.hex();
}

void Verifier::compareOperation(const FoldedOperation &folded)
{
    const OperationSnapshot &snapshot = folded.snapshot;
    const QString place = QStringLiteral("operation %1").arg(snapshot.id);
    Query rows = m_database.prepare(QStringLiteral(
        "SELECT type, type_version, revision, state, closed_by, step, route, division, maker, "
        "maker_person, matter, summary, amount, made_on, coalesce(due_on, ''), coalesce(posted_seq, 0) "
        "FROM operation WHERE id = ?"));
    rows.bindAll(snapshot.id);
    if (!rows.next()) {
        report("OPERATION_MISSING", place,
               verifyWords(QT_TRANSLATE_NOOP("Verify", "The operation is gone.")));
        return;
    }
    const bool same = rows.text(0) == snapshot.type && rows.integer(1) == folded.typeVersion
        && rows.integer(2) == snapshot.revision && rows.text(3) == stateCode(snapshot.state)
        && rows.text(4) == folded.closedBy && rows.integer(5) == snapshot.step
        && rows.text(6).toUtf8() == snapshot.route.toJson() && rows.text(7) == snapshot.division
        && rows.integer(8) == folded.maker && rows.text(9) == snapshot.makerPerson
        && rows.integer(10) == folded.matter && rows.text(11) == folded.make[u"summary"].toString()
        && rows.integer(12) == snapshot.amountFen && rows.text(13) == folded.madeOn
        && rows.text(14) == folded.make[u"due_on"].toString()
        && rows.integer(15) == folded.postedSeq;
    if (!same)
        report("OPERATION_CHANGED", place,
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "The operation's state is not the one that the journal makes.")));
}

void Verifier::findForeignOperations()
{
    Query rows = m_database.prepare(
        QStringLiteral("SELECT id FROM operation o WHERE NOT EXISTS "
                       "(SELECT 1 FROM journal j WHERE j.operation = o.id AND j.kind = 'make')"));
    while (rows.next())
        report("OPERATION_FOREIGN", QStringLiteral("operation %1").arg(rows.integer(0)),
               verifyWords(QT_TRANSLATE_NOOP("Verify", "The journal knows no such operation.")));
}

void Verifier::checkHistory()
{
    // Effects cover each version's content; here, that one version ends where the next begins.
    // Posts and powers of the past are read by it. A version without a later one was taken out of
    // the books, or an older one was put in its place: no record is ever deleted.
    for (const Table &table : m_catalogue.tables()) {
        if (table.kind != TableKind::Record)
            continue;
        QStringList same;
        for (const QString &name : table.key)
            same.append(QStringLiteral("v.%1 = h.%1").arg(name));
        const QString key = same.join(QStringLiteral(" AND "));
        Query rows = m_database.prepare(
            QStringLiteral(
                "SELECT h.%1 FROM %2_history h WHERE h.superseded_by <> coalesce("
                "(SELECT min(v.op_seq) FROM %2_history v WHERE %3 AND v.op_seq > h.op_seq), "
                "(SELECT v.op_seq FROM %2 v WHERE %3 AND v.op_seq > h.op_seq), -1)")
                .arg(table.key.first(), table.name, key));
        while (rows.next())
            report("HISTORY_CHANGED", QStringLiteral("%1 %2").arg(table.name).arg(rows.integer(0)),
                   verifyWords(QT_TRANSLATE_NOOP(
                       "Verify", "A version of this row does not end where the next one begins.")));
    }
}

qint64 Verifier::momentOf(qint64 seq) const
{
    return Journal(m_database, 0).acceptedBy(seq).toMSecsSinceEpoch();
}

void Verifier::checkIncompatibleOverTime()
{
    Query rows = m_database.prepare(QStringLiteral(
        "SELECT v.id, a.person, v.post, v.valid_from, v.valid_to, v.op_seq, v.until "
        "FROM (SELECT id, operator, post, valid_from, valid_to, op_seq, 0 AS until FROM post_assignment "
        "UNION ALL SELECT id, operator, post, valid_from, valid_to, op_seq, superseded_by "
        "FROM post_assignment_history) v JOIN operator_account a ON a.id = v.operator "
        "ORDER BY v.id"));
    QHash<QString, QList<HeldSpan>> byPerson;
    while (rows.next()) {
        HeldSpan span{rows.integer(0), rows.text(1), rows.text(2), 0, endOfTime};
        span.from = std::max(startOfDay(rows.date(3)), momentOf(rows.integer(5)));
        if (!rows.isNull(4))
            span.to = startOfDay(rows.date(4).addDays(1));
        if (rows.integer(6) != 0)
            span.to = std::min(span.to, momentOf(rows.integer(6)));
        byPerson[span.person].append(span);
    }
    Query pairs = m_database.prepare(QStringLiteral(
        "SELECT p.post_a, p.post_b, p.rule, p.op_seq, p.until FROM "
        "(SELECT post_a, post_b, rule, op_seq, 0 AS until FROM incompatible_post UNION ALL "
        "SELECT post_a, post_b, rule, op_seq, superseded_by FROM incompatible_post_history) p "
        "WHERE p.rule <> ''"));
    while (pairs.next()) {
        const qint64 since = momentOf(pairs.integer(3));
        const qint64 until = pairs.integer(4) == 0 ? endOfTime : momentOf(pairs.integer(4));
        for (const QList<HeldSpan> &spans : std::as_const(byPerson)) {
            for (const HeldSpan &one : spans) {
                for (const HeldSpan &other : spans) {
                    if (one.post == pairs.text(0) && other.post == pairs.text(1)
                        && std::max({one.from, other.from, since})
                            < std::min({one.to, other.to, until}))
                        report("INCOMPATIBLE_POSTS",
                               QStringLiteral("post_assignment %1").arg(other.id),
                               refusal(QStringLiteral("INCOMPATIBLE_POSTS"),
                                       QStringLiteral("%1 × %2 (%3)")
                                           .arg(pairs.text(0), pairs.text(1), pairs.text(2)))
                                   .text);
                }
            }
        }
    }
}

void Verifier::checkTrail()
{
    QString previous(64, u'0');
    qint64 expected = 1;
    Query rows = m_database.prepare(QStringLiteral(
        "SELECT seq, at, operator, workstation, kind, subject, detail, previous_hash, hash FROM access_trail ORDER BY seq"));
    while (rows.next()) {
        const QByteArray line =
            AccessTrail::canonicalLine(rows.integer(0), rows.text(1), rows.integer(2), rows.text(3),
                                       rows.text(4), rows.text(5), rows.text(6), rows.text(7));
        if (rows.integer(0) != expected || rows.text(7) != previous || sm3Hex(line) != rows.text(8))
            report("TRAIL_CHANGED", QStringLiteral("access_trail %1").arg(rows.integer(0)),
                   verifyWords(QT_TRANSLATE_NOOP(
                       "Verify", "A line of the access trail was changed or removed here.")));
        expected = rows.integer(0) + 1;
        previous = rows.text(8);
        noteTrailLine(rows.integer(2), rows.text(4), rows.text(6));
        if (rows.text(4) == QLatin1String(AccessTrail::headSigned))
            m_signedHeads.insert(rows.text(5).toLongLong(), {rows.text(6), rows.text(1)});
    }
    checkTrailHeads();
}

void Verifier::checkSchema()
{
    const QStringList differences = schemaDifferences(m_database, m_migrations, m_catalogue);
    for (const QString &difference : differences)
        report("SCHEMA_CHANGED", QStringLiteral("schema"), difference);
    const QString damage = m_database.engine().damage();
    if (!damage.isEmpty())
        report("FILE_DAMAGED", QStringLiteral("file"), damage);
}

QStringList Verifier::compareFounding()
{
    constexpr qint64 foundedSeq = 4;
    QString identity;
    Query founded = m_database.prepare(Journal::selectSql()
                                       + QStringLiteral("WHERE seq = ? AND kind = 'founded'"));
    founded.bindAll(foundedSeq);
    bool whole = founded.next();
    if (whole) {
        const JournalEntry entry = Journal::fromRow(founded);
        identity = entry.detail[u"identity"].toString();
        whole = identity == entry.payloadDigest;
    }
    if (!whole)
        report("FOUNDING_FALSE", entryPlace(foundedSeq),
               verifyWords(
                   QT_TRANSLATE_NOOP("Verify", "The office has no founding by four signers.")));
    if (m_options.root.isEmpty())
        return {};
    if (rootFingerprint(identity).remove(u'-').compare(QString(m_options.root).remove(u'-'),
                                                       Qt::CaseInsensitive)
        != 0)
        report("FOUNDED_ANEW", entryPlace(foundedSeq),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "This is not the founding that the certificate names.")));
    return {verifyWords(QT_TRANSLATE_NOOP("Verify", "the founding certificate"))};
}

QStringList Verifier::compareWitnesses()
{
    const auto hashAt = [this](qint64 seq) {
        Query row = m_database.prepare(QStringLiteral("SELECT hash FROM journal WHERE seq = ?"));
        row.bindAll(seq);
        return row.next() ? row.text(0) : QString();
    };
    int compared = 0;
    qint64 newest = 0;
    for (const WitnessState &state : m_options.witnesses) {
        const WitnessVerdict verdict = compareWitness(state, hashAt);
        if (verdict == WitnessVerdict::Nothing)
            continue;
        ++compared;
        newest = std::max(newest, state.seq);
        if (verdict != WitnessVerdict::Matches)
            report(verdict == WitnessVerdict::RolledBack ? "ROLLED_BACK" : "REPLACED",
                   entryPlace(state.seq), witnessText(verdict, state));
    }
    if (compared == 0)
        return {};
    if (compared == 1)
        return {verifyWords(QT_TRANSLATE_NOOP("Verify", "a witness of entry %1")).arg(newest)};
    return {verifyWords(QT_TRANSLATE_NOOP("Verify", "%1 witnesses, the newest of entry %2"))
                .arg(compared)
                .arg(newest)};
}

void Verifier::compareOutside()
{
    const QStringList compared = compareFounding() + compareWitnesses();
    m_report.comparedOutside = !compared.isEmpty();
    m_report.comparedWith = comparedWords(compared);
}

QString Verifier::comparedWords(const QStringList &compared) const
{
    QString words = compared.join(QStringLiteral("; "));
    if (compared.isEmpty() && m_report.whole())
        words = verifyWords(QT_TRANSLATE_NOOP(
                                "Verify", "whole up to entry %1; compared with nothing outside"))
                    .arg(m_report.entries);
    else if (compared.isEmpty())
        words = verifyWords(QT_TRANSLATE_NOOP("Verify", "compared with nothing outside"));
    if (m_checkpoint)
        words += QStringLiteral("; ")
            + verifyWords(
                  QT_TRANSLATE_NOOP(
                      "Verify",
                      "signatures, papers and decisions checked from entry %1 on, before it by the auditor's checkpoint of entry %2; rows and chain from the first entry on"))
                  .arg(m_trustedUntil + 1)
                  .arg(m_checkpoint->seq);
    else if (m_options.sinceCheckpoint)
        words += QStringLiteral("; ")
            + verifyWords(QT_TRANSLATE_NOOP(
                "Verify",
                "there is no good checkpoint, so all was checked from the first entry on"));
    return words;
}

QJsonObject checkpointDetail(const VerifyReport &report)
{
    return {{QStringLiteral("seq"), report.entries},
            {QStringLiteral("head"), report.head},
            {QStringLiteral("state"), report.state},
            {QStringLiteral("operations"), report.operations}};
}

QString rootFingerprint(const QString &identity)
{
    constexpr int shown = 24;
    const QString digits = identity.left(shown).toUpper();
    QStringList groups;
    for (qsizetype i = 0; i < digits.size(); i += 4)
        groups.append(digits.mid(i, 4));
    return groups.join(u'-');
}

} // namespace jubao
