// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/verify.h"

#include "core/canonical_json.h"
#include "core/clock.h"
#include "operations/asked.h"
#include "operations/effects.h"
#include "operations/registrar.h"
#include "operations/replay.h"
#include "operations/verifier.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace jubao {

namespace {

constexpr qint64 foundingEntries = 4;
constexpr int entriesPerPart = 2048;
constexpr qint64 shippedToleranceMinutes = 10;
constexpr qint64 secondsPerMinute = 60;

/** "account_entry 1099511627799" out of the line of a row. */
QString nameOfRow(const QByteArray &line)
{
    return QString::fromUtf8(line.left(line.indexOf(" {")));
}

QString revisionPlace(const JournalEntry &entry)
{
    return QStringLiteral("operation %1, revision %2").arg(entry.operation).arg(entry.revision);
}

} // namespace

QString verifyWords(const char *text)
{
    return QCoreApplication::translate("Verify", text);
}

QString entryPlace(qint64 seq)
{
    return QStringLiteral("journal %1").arg(seq);
}

Verifier::Verifier(Database &database, const Catalogue &catalogue, const Migrations &migrations,
                   const TypeRegistry &registry, const VerifyOptions &options)
    : m_database(database)
    , m_catalogue(catalogue)
    , m_migrations(migrations)
    , m_registry(registry)
    , m_options(options)
    , m_fold(database, catalogue, registry)
    , m_rows(database, catalogue)
    , m_previousHash(64, u'0')
{
}

bool Verifier::goOn(int permille)
{
    m_report.stopped = m_report.stopped || (m_options.progress && !m_options.progress(permille));
    return !m_report.stopped;
}

void Verifier::readTolerance()
{
    const Reader reader(m_database, m_catalogue, {});
    qint64 minutes = shippedToleranceMinutes;
    for (const PolicyRow &row : reader.policy().rows()) {
        if (row.key == QLatin1String("clock.tolerance_minutes"))
            minutes = std::max(minutes, row.value[u"value"].toInteger());
    }
    m_toleranceSeconds = minutes * secondsPerMinute;
}

void Verifier::readRecoveries()
{
    Query plan = m_database.prepare(QStringLiteral(
        "SELECT payload FROM operation_revision WHERE operation = 0 AND revision = 1"));
    QString key = plan.next()
        ? QJsonDocument::fromJson(plan.text(0).toUtf8())[u"recovery_public_key"].toString()
        : QString();
    m_recoveryKey = key;
    Query rows = m_database.prepare(
        QStringLiteral("SELECT seq, detail FROM journal WHERE kind = 'recover' ORDER BY seq"));
    while (rows.next()) {
        const qint64 seq = rows.integer(0);
        const QJsonObject detail = QJsonDocument::fromJson(rows.text(1).toUtf8()).object();
        m_recoveryKeys.insert(seq, key);
        m_keyEntries.insert(seq);
        key = detail[u"next_recovery_public_key"].toString();
        eachWrittenBy(m_database, m_catalogue, seq, [&](const WrittenRow &row) {
            if (row.table != QLatin1String("operator_key"))
                report(
                    "RECOVERY_BEYOND_KEYS", entryPlace(seq),
                    verifyWords(QT_TRANSLATE_NOOP(
                                    "Verify", "A recovery changes keys alone; this one wrote %1."))
                        .arg(row.table + u' ' + row.key));
        });
        m_recoveryKey = key;
        m_report.notes.append(
            {QStringLiteral("RECOVERED"), entryPlace(seq),
             verifyWords(
                 QT_TRANSLATE_NOOP(
                     "Verify",
                     "Administrators got new keys with two recovery envelopes. The reason given: %1"))
                 .arg(detail[u"reason"].toString())});
    }
}

QString Verifier::keyOf(const JournalEntry &entry) const
{
    if (entry.seq <= foundingEntries)
        return entry.detail[u"public_key"].toString();
    if (entry.kind == QLatin1String("recover"))
        return m_recoveryKeys.value(entry.seq);
    const qint64 registrar = registrarKeyOf(entry);
    return keyAt(registrar != 0 ? m_registrarKeys.value(registrar) : m_keys.value(entry.operatorId),
                 entry.seq);
}

QString Verifier::keyAt(const QList<KeySpan> &spans, qint64 seq)
{
    for (const KeySpan &span : spans) {
        if (span.from < seq && seq < span.until)
            return span.publicKey;
    }
    return {};
}

SignatureWork::Item Verifier::signatureOf(const JournalEntry &entry) const
{
    SignatureWork::Item item;
    item.entry = &entry;
    item.publicKey = keyOf(entry);
    item.wanted = needsSignature(entry);
    // A posting follows the action that brought it about; the registrar alone signs that.
    item.asked = registrarKeyOf(entry) != 0 && entry.kind != QLatin1String("posted")
        && !isServiceEntry(entry);
    if (item.asked)
        item.operatorKey = keyAt(m_keys.value(entry.operatorId), entry.seq);
    return item;
}

QList<JournalEntry> Verifier::nextPart(qint64 after)
{
    QList<JournalEntry> part;
    Query rows = m_database.prepare(Journal::selectSql()
                                    + QStringLiteral("WHERE seq > ? ORDER BY seq LIMIT ?"));
    qint64 from = after;
    while (part.isEmpty()) {
        rows.reset();
        rows.bindAll(from, qint64(entriesPerPart));
        bool any = false;
        while (rows.next()) {
            any = true;
            from = rows.integer(0);
            try {
                part.append(Journal::fromRow(rows));
            } catch (const std::invalid_argument &) {
                report("ENTRY_MALFORMED", entryPlace(from),
                       verifyWords(QT_TRANSLATE_NOOP(
                           "Verify", "The entry's detail is not what was written.")));
            }
        }
        if (!any)
            break;
    }
    return part;
}

bool Verifier::needsSignature(const JournalEntry &entry) const
{
    // Before a checkpoint the auditor's word stands for the signatures; but whose keys are whose is
    // proven from the founding on, his own among them.
    return entry.seq > m_trustedUntil || entry.seq <= foundingEntries
        || m_keyEntries.contains(entry.seq);
}

void Verifier::walkJournal()
{
    Query counted = m_database.prepare(QStringLiteral("SELECT max(seq) FROM journal"));
    const qint64 last = counted.next() ? std::max<qint64>(1, counted.integer(0)) : 1;
    Query office = m_database.prepare(QStringLiteral("SELECT identity FROM office"));
    SignatureWork work(m_options.threads, office.next() ? office.text(0) : QString());
    qint64 seen = 0;
    for (QList<JournalEntry> part = nextPart(0); !part.isEmpty(); part = nextPart(seen)) {
        std::vector<SignatureWork::Item> items;
        for (const JournalEntry &entry : std::as_const(part))
            items.push_back(signatureOf(entry));
        work.begin(std::move(items));
        for (const JournalEntry &entry : std::as_const(part))
            checkEntry(entry);
        const std::vector<SignatureWork::Item> &done = work.finish();
        for (const SignatureWork::Item &item : done) {
            if (!item.hashGood)
                report("ENTRY_CHANGED", entryPlace(item.entry->seq),
                       verifyWords(QT_TRANSLATE_NOOP(
                           "Verify", "The entry's content does not give its hash.")));
            if (!item.signatureGood)
                report("SIGNATURE_FALSE", entryPlace(item.entry->seq),
                       verifyWords(QT_TRANSLATE_NOOP(
                           "Verify",
                           "The signature is not that of the operator's key at that time.")));
        }
        m_report.entries += part.size();
        m_report.head = part.last().hash;
        seen = part.last().seq;
        constexpr int walkingPermille = 900;
        if (!goOn(int(walkingPermille * seen / last)))
            return;
    }
    m_rows.finish([this](qint64 opSeq, const QByteArray &line) { reportSkipped(opSeq, line); });
    for (const auto &[id, operation] : m_fold.open())
        compareOperation(operation);
}

void Verifier::checkEntry(const JournalEntry &entry)
{
    checkChain(entry);
    checkTrailOf(entry);
    try {
        follow(entry);
        if (entry.seq > m_trustedUntil) {
            checkTime(entry);
            judge(entry);
        }
    } catch (const std::invalid_argument &) {
        report("ENTRY_MALFORMED", entryPlace(entry.seq),
               verifyWords(
                   QT_TRANSLATE_NOOP("Verify", "The entry's detail is not what was written.")));
    }
    checkEffects(entry);
    if (entry.seq == m_trustedUntil)
        m_stateAtCheckpoint = m_state;
}

void Verifier::checkChain(const JournalEntry &entry)
{
    if (entry.seq != m_expectedSeq)
        report("ENTRY_MISSING", entryPlace(m_expectedSeq),
               verifyWords(QT_TRANSLATE_NOOP("Verify", "An entry is missing before number %1."))
                   .arg(entry.seq));
    m_expectedSeq = entry.seq + 1;
    m_nodes.insert(entry.node);
    if (entry.previousHash != m_previousHash)
        report("CHAIN_BROKEN", entryPlace(entry.seq),
               verifyWords(
                   QT_TRANSLATE_NOOP("Verify", "The entry does not continue the one before it.")));
    if (entry.setsTimeBack()) {
        if (!isSpanTrue(entry))
            report("CLOCK_SPAN_FALSE", entryPlace(entry.seq),
                   verifyWords(QT_TRANSLATE_NOOP(
                       "Verify", "The entries that it says to be ahead are not those that are.")));
        m_report.notes.append(
            {QStringLiteral("CLOCK_SET_BACK"), entryPlace(entry.seq),
             verifyWords(
                 QT_TRANSLATE_NOOP(
                     "Verify",
                     "Entries %1 to %2 were made with a clock that was ahead, up to %3; two administrators set the time back: %4"))
                 .arg(QString::number(entry.detail[u"ahead_from"].toInteger()),
                      QString::number(entry.detail[u"ahead_until"].toInteger()), m_lastAccepted,
                      entry.detail[u"reason"].toString())});
        m_lastSetBack = entry.seq;
    } else if (entry.acceptedAt < m_lastAccepted)
        report("TIME_WENT_BACK", entryPlace(entry.seq),
               verifyWords(
                   QT_TRANSLATE_NOOP("Verify", "The entry is earlier than the one before it.")));
    m_lastAccepted = entry.acceptedAt;
    m_previousHash = entry.hash;
}

bool Verifier::isSpanTrue(const JournalEntry &entry) const
{
    Query ahead = m_database.prepare(QStringLiteral(
        "SELECT min(seq) FROM journal WHERE seq > ? AND seq < ? AND accepted_at > ?"));
    ahead.bindAll(std::max<qint64>(m_lastSetBack, foundingEntries), entry.seq, entry.acceptedAt);
    return ahead.next() && ahead.integer(0) == entry.detail[u"ahead_from"].toInteger()
        && entry.detail[u"ahead_until"].toInteger() == entry.seq - 1
        && entry.detail[u"last_entry"].toString() == m_lastAccepted
        && !entry.detail[u"reason"].toString().isEmpty();
}

void Verifier::checkTime(const JournalEntry &entry)
{
    // Posts and powers are judged at the time that the workstation claimed, so the claim must not
    // be further off than the registrar lets a clock be.
    const QDateTime accepted = QDateTime::fromString(entry.acceptedAt, Qt::ISODateWithMs);
    const QDateTime claimed = decidedAt(entry);
    const qint64 behind = claimed.secsTo(accepted);
    if (!accepted.isValid() || !claimed.isValid() || behind < 0 || behind > m_toleranceSeconds)
        report("TIME_FALSE", entryPlace(entry.seq),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "The time that was claimed is not the time of the entry.")));
}

void Verifier::judge(const JournalEntry &entry)
{
    const bool mustPost = m_postingDue == entry.seq;
    if (mustPost && entry.kind != QLatin1String("posted"))
        report("POSTING_MISSING", entryPlace(entry.seq),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "The last step was taken, but nothing was posted with it.")));
    m_postingDue = 0;
    if (entry.seq <= foundingEntries) {
        if (entry.kind == QLatin1String("founded"))
            checkMake(entry);
        return;
    }
    if (entry.operation == 0) {
        judgeHousekeeping(entry);
        return;
    }
    const JournalFold::Step step =
        m_fold.take(entry, [this](const JournalEntry &make) { return checkMake(make); });
    for (const Refusal &each : step.refusals)
        m_report.violations.append({each.code, entryPlace(entry.seq), each.text});
    if (!step.decision) {
        judgePosting(entry, *step.operation);
    } else {
        m_postingDue = step.operation->postingDue;
        const bool made = entry.kind == actionCode(ActionKind::Make);
        if (made)
            judgeMake(entry, step);
        checkEffectsDue(entry,
                        made ? step.operation->snapshot.statesFact && entry.revision == 1
                             : step.decision->refuseFacts);
        const QString delegator = entry.detail[u"delegated_by"].toString();
        if (step.refusals.isEmpty() && step.decision->actingPost.delegatedBy != delegator)
            report("DELEGATION_FALSE", entryPlace(entry.seq),
                   verifyWords(QT_TRANSLATE_NOOP(
                       "Verify", "The delegation that the entry names was not the one used.")));
    }
    if (step.operation->isFinal()) {
        compareOperation(*step.operation);
        m_fold.release(entry.operation);
    }
}

void Verifier::judgePosting(const JournalEntry &entry, const FoldedOperation &operation)
{
    checkEffectsDue(entry, entry.kind == QLatin1String("posted"));
    if (entry.kind != QLatin1String("posted"))
        return;
    if (operation.postingDue != entry.seq)
        report("POSTED_TOO_EARLY", entryPlace(entry.seq),
               verifyWords(
                   QT_TRANSLATE_NOOP("Verify", "Operation %1 was posted before its last step."))
                   .arg(entry.operation));
    if (entry.detail[u"type"] != operation.make[u"type"])
        report("TYPE_CHANGED", entryPlace(entry.seq),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "It was posted as another type than it was made as.")));
}

void Verifier::judgeMake(const JournalEntry &entry, const JournalFold::Step &step)
{
    if (!m_fold.routeStood(entry, *step.operation))
        report("ROUTE_FALSE", entryPlace(entry.seq),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "The route that was signed was not in force for this type then.")));
}

QString Verifier::typeOfEffects(const JournalEntry &entry)
{
    if (entry.kind == QLatin1String("founded"))
        return QStringLiteral("founding@1");
    if (const QString type = entry.detail[u"type"].toString(); !type.isEmpty())
        return type;
    Query made = m_database.prepare(QStringLiteral(
        "SELECT detail FROM journal WHERE operation = ? AND kind = 'make' AND seq < ? ORDER BY seq DESC LIMIT 1"));
    made.bindAll(entry.operation, entry.seq);
    return made.next() ? QJsonDocument::fromJson(made.text(0).toUtf8()).object()[u"type"].toString()
                       : QString();
}

void Verifier::checkEffects(const JournalEntry &entry)
{
    const QString digest = entry.detail[u"effects"].toString();
    if (digest.isEmpty())
        return;
    EffectsHash hash(typeOfEffects(entry));
    QStringList rows;
    m_rows.take(
        entry.seq,
        [&](qint64, const QByteArray &line) {
            constexpr qsizetype listed = 20;
            hash.add(line);
            if (rows.size() < listed)
                rows.append(nameOfRow(line));
            else if (rows.size() == listed)
                rows.append(QStringLiteral("…"));
        },
        [this](qint64 opSeq, const QByteArray &line) { reportSkipped(opSeq, line); });
    const QString found = hash.hex();
    m_state = sm3Hex(m_state.toLatin1() + QByteArray::number(entry.seq) + found.toLatin1());
    if (found == digest)
        return;
    m_damaged.insert(entry.seq);
    report(
        "EFFECTS_CHANGED", entryPlace(entry.seq),
        verifyWords(
            QT_TRANSLATE_NOOP(
                "Verify",
                "Rows that this operation wrote were changed, added or removed. It now stands behind: %1"))
            .arg(rows.join(QStringLiteral(", "))));
}

void Verifier::reportSkipped(qint64 opSeq, const QByteArray &line)
{
    // A million rows that nobody signed are one matter: the first of each table and entry are
    // named.
    constexpr int named = 20;
    const QString place = nameOfRow(line);
    const QString source = place.section(u' ', 0, 0) + QString::number(opSeq);
    m_skipped = {source, source == m_skipped.first ? m_skipped.second + 1 : 1};
    if (m_skipped.second <= named)
        report("ROW_WITHOUT_OPERATION", place,
               verifyWords(QT_TRANSLATE_NOOP("Verify", "No signed entry stands behind this row.")));
}

MakeCircumstances Verifier::checkMake(const JournalEntry &entry)
{
    MakeCircumstances circumstances;
    Query row = m_database.prepare(QStringLiteral(
        "SELECT payload, digest, findings FROM operation_revision WHERE operation = ? AND revision = ?"));
    row.bindAll(entry.operation, qint64(entry.revision));
    if (!row.next()) {
        report("PAYLOAD_MISSING", revisionPlace(entry),
               verifyWords(QT_TRANSLATE_NOOP("Verify", "What was handed in is gone.")));
        return circumstances;
    }
    const QByteArray payload = row.text(0).toUtf8();
    if (sm3Hex(payload) != entry.payloadDigest || row.text(1) != entry.payloadDigest)
        report(
            "PAYLOAD_CHANGED", revisionPlace(entry),
            verifyWords(QT_TRANSLATE_NOOP("Verify", "What was handed in is not what was signed.")));
    if (entry.kind != actionCode(ActionKind::Make))
        return circumstances;
    circumstances.warned = checkFindings(entry, row.text(2));
    circumstances.subjects = checkSubjects(entry);
    checkEvidence(entry);
    checkStagedRows(entry, QJsonDocument::fromJson(payload).object());
    return circumstances;
}

bool Verifier::checkFindings(const JournalEntry &entry, const QString &findings)
{
    if (sm3Hex(findings.toUtf8()) != entry.detail[u"findings"].toString())
        report("FINDINGS_CHANGED", revisionPlace(entry),
               verifyWords(
                   QT_TRANSLATE_NOOP("Verify", "The findings are not those that were signed.")));
    const QJsonArray list = QJsonDocument::fromJson(findings.toUtf8()).array();
    return std::any_of(list.begin(), list.end(),
                       [](const QJsonValue &each) { return each[u"severity"].toInt() == 0; });
}

QStringList Verifier::checkSubjects(const JournalEntry &entry)
{
    if (subjectsDigest(m_database, entry.operation, entry.revision)
        != entry.detail[u"subjects"].toString())
        report("SUBJECTS_CHANGED", revisionPlace(entry),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "The persons concerned are not those that were signed.")));
    return subjectsOf(Reader(m_database, m_catalogue, {}), entry.operation, entry.revision);
}

void Verifier::checkEvidence(const JournalEntry &entry)
{
    QStringList stored;
    Query evidence = m_database.prepare(QStringLiteral(
        "SELECT kind, digest, content, file_name FROM operation_evidence WHERE operation = ? AND revision = ?"));
    evidence.bindAll(entry.operation, qint64(entry.revision));
    while (evidence.next()) {
        stored.append(evidence.text(0) + u'\n' + evidence.text(3) + u'\n' + evidence.text(1));
        if (sm3Hex(evidence.bytes(2)) != evidence.text(1))
            report("EVIDENCE_CHANGED", revisionPlace(entry),
                   verifyWords(
                       QT_TRANSLATE_NOOP("Verify", "The evidence “%1” is not what was attached."))
                       .arg(evidence.text(0)));
    }
    QStringList signedList;
    const QJsonArray list = entry.detail[u"evidence"].toArray();
    for (const QJsonValue &each : list)
        signedList.append(each[u"kind"].toString() + u'\n' + each[u"file"].toString() + u'\n'
                          + each[u"digest"].toString());
    stored.sort();
    signedList.sort();
    signedList.removeDuplicates();
    if (stored != signedList)
        report("EVIDENCE_CHANGED", revisionPlace(entry),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "The list of evidence is not the one that was signed.")));
}

void Verifier::checkStagedRows(const JournalEntry &entry, const QJsonObject &payload)
{
    if (!payload.contains(u"rows_digest"))
        return;
    Sm3Stream hash;
    Sm3Stream numbers;
    Query staged = m_database.prepare(QStringLiteral(
        "SELECT payload, row_no FROM staging_row WHERE operation = ? AND revision = ? ORDER BY row_no"));
    staged.bindAll(entry.operation, qint64(entry.revision));
    while (staged.next()) {
        hash.add(QByteArray(staged.bytes(0) + '\n'));
        numbers.add(QByteArray(QByteArray::number(staged.integer(1)) + '\n'));
    }
    if (hash.hex() != payload[u"rows_digest"].toString())
        report("ROWS_CHANGED", revisionPlace(entry),
               verifyWords(
                   QT_TRANSLATE_NOOP("Verify", "The staged rows are not those that were signed.")));
    // Rows of before this digest was signed are covered in their order alone.
    if (payload.contains(u"rows_numbers") && numbers.hex() != payload[u"rows_numbers"].toString())
        report("ROWS_CHANGED", revisionPlace(entry),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "The staged rows bear other numbers than those of the sheet.")));
}

VerifyReport Verifier::run()
{
    checkSchema();
    readKeys();
    readRecoveries();
    readTolerance();
    if (m_options.sinceCheckpoint)
        findCheckpoint();
    walkJournal();
    if (m_report.stopped)
        return m_report;
    m_report.state = m_state;
    m_report.operations = finalOperationsDigest(m_expectedSeq - 1);
    compareCheckpoint();
    const QList<void (Verifier::*)()> parts{&Verifier::findForeignOperations,
                                            &Verifier::findForeignRows,
                                            &Verifier::compareFilings,
                                            &Verifier::compareLocks,
                                            &Verifier::checkCounter,
                                            &Verifier::checkHistory,
                                            &Verifier::checkIncompatibleOverTime,
                                            &Verifier::checkTrail,
                                            &Verifier::checkSlots,
                                            &Verifier::compareOutside};
    constexpr int walkedPermille = 900;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        (this->*parts.at(i))();
        if (!goOn(walkedPermille + int((1000 - walkedPermille) * (i + 1) / parts.size())))
            break;
    }
    return m_report;
}

namespace {

/** Adds the rows themselves to what the digests of their entries found. */
void nameRows(Database &database, const Catalogue &catalogue, const Migrations &migrations,
              const TypeRegistry &registry, const VerifyOptions &options,
              const QSet<qint64> &damaged, VerifyReport &report)
{
    ReplayOptions rebuilding;
    rebuilding.progress = options.progress;
    rebuilding.rowsOf = damaged;
    const VerifyReport rows = replayOffice(database, catalogue, migrations, registry, rebuilding);
    report.stopped = report.stopped || rows.stopped;
    report.violations += rows.violations;
}

VerifyReport verifyOnce(Database &database, const Catalogue &catalogue,
                        const Migrations &migrations, const TypeRegistry &registry,
                        const VerifyOptions &options, QSet<qint64> &damaged)
{
    Verifier verifier(database, catalogue, migrations, registry, options);
    VerifyReport report = verifier.run();
    damaged = verifier.damaged();
    return report;
}

} // namespace

VerifyReport verifyOffice(Database &database, const Catalogue &catalogue,
                          const Migrations &migrations, const TypeRegistry &registry,
                          const VerifyOptions &options)
{
    QSet<qint64> damaged;
    VerifyReport report = verifyOnce(database, catalogue, migrations, registry, options, damaged);
    const auto isFalse = [](const Violation &each) {
        return each.code == QLatin1String("CHECKPOINT_FALSE");
    };
    if (std::any_of(report.violations.begin(), report.violations.end(), isFalse)) {
        VerifyOptions fromTheStart = options;
        fromTheStart.sinceCheckpoint = false;
        const QList<Violation> before = report.violations;
        report = verifyOnce(database, catalogue, migrations, registry, fromTheStart, damaged);
        std::copy_if(before.begin(), before.end(), std::front_inserter(report.violations), isFalse);
    }
    if (options.nameRows && !damaged.isEmpty() && !report.stopped)
        nameRows(database, catalogue, migrations, registry, options, damaged, report);
    return report;
}

} // namespace jubao
