// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/verify.h"

#include "core/canonical_json.h"
#include "database/database.h"
#include "database/migrations.h"
#include "database/row_image.h"
#include "operations/access_trail.h"
#include "operations/action.h"
#include "operations/journal.h"
#include "operations/registrar.h"
#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>
#include <thread>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Verify", text);
}

QString entryPlace(qint64 seq)
{
    return QStringLiteral("journal %1").arg(seq);
}

/** A key as it was valid: from the entry that opened it until the one that closed it. */
struct KeySpan {
    QString publicKey;
    qint64 from = 0;
    qint64 until = std::numeric_limits<qint64>::max();
};

/** An operation as the journal alone makes it. */
struct Folded {
    QString type;
    OperationState state = OperationState::Draft;
    QString closedBy;
    int step = 0;
    int revision = 0;
    qint64 postedSeq = 0;
    qint64 maker = 0;
    Route route;
    QJsonObject make;
    QHash<QString, int> stepOfPerson;
    QSet<QString> lifted;
};

class Verifier {
public:
    Verifier(Database &database, const Catalogue &catalogue, const Migrations &migrations,
             const TypeRegistry &registry, const VerifyOptions &options)
        : m_database(database)
        , m_catalogue(catalogue)
        , m_migrations(migrations)
        , m_registry(registry)
        , m_options(options)
    {
    }

    VerifyReport run();

private:
    void report(const char *code, const QString &place, const QString &text)
    {
        m_report.violations.append({QString::fromLatin1(code), place, text});
    }

    void readJournal();
    void readKeys();
    void readRecoveries();
    void checkChain();
    void checkSignatures();
    void checkPayloads();
    void checkMakeDetail(const JournalEntry &entry);
    void checkEffects();
    void checkUnattributedRows();
    void fold();
    void foldAction(Folded &operation, const JournalEntry &entry, ActionKind kind);
    void checkDuty(Folded &operation, const JournalEntry &entry, ActionKind kind);
    void compareOperations();
    void checkTrail();
    void checkSchema();
    void checkSlots();
    void compareOutside();

    Database &m_database;
    const Catalogue &m_catalogue;
    const Migrations &m_migrations;
    const TypeRegistry &m_registry;
    const VerifyOptions &m_options;
    QList<JournalEntry> m_entries;
    QHash<qint64, QList<KeySpan>> m_keys;
    /** Of each "recover" entry: the key from the envelopes that were valid then. */
    QHash<qint64, QString> m_recoveryKeys;
    QHash<qint64, QString> m_persons;
    QMap<qint64, Folded> m_operations;
    VerifyReport m_report;
};

void Verifier::readJournal()
{
    Query rows = m_database.prepare(Journal::selectSql() + QStringLiteral("ORDER BY seq"));
    while (rows.next()) {
        try {
            m_entries.append(Journal::fromRow(rows));
        } catch (const std::invalid_argument &) {
            report(
                "ENTRY_MALFORMED", entryPlace(rows.integer(0)),
                words(QT_TRANSLATE_NOOP("Verify", "The entry's detail is not what was written.")));
        }
    }
    m_report.entries = m_entries.size();
    m_report.head = m_entries.isEmpty() ? QString() : m_entries.last().hash;
}

void Verifier::readKeys()
{
    Query rows = m_database.prepare(QStringLiteral(
        "SELECT operator, public_key, state, op_seq, 0 FROM operator_key "
        "UNION ALL SELECT operator, public_key, state, op_seq, superseded_by FROM operator_key_history"));
    while (rows.next()) {
        if (rows.text(2) != QLatin1String("open"))
            continue;
        KeySpan span;
        span.publicKey = rows.text(1);
        span.from = rows.integer(3);
        if (rows.integer(4) != 0)
            span.until = rows.integer(4);
        m_keys[rows.integer(0)].append(span);
    }
    Query persons = m_database.prepare(QStringLiteral("SELECT id, person FROM operator_account"));
    while (persons.next())
        m_persons.insert(persons.integer(0), persons.text(1));
}

void Verifier::readRecoveries()
{
    Query plan = m_database.prepare(QStringLiteral(
        "SELECT payload FROM operation_revision WHERE operation = 0 AND revision = 1"));
    QString key = plan.next()
        ? QJsonDocument::fromJson(plan.text(0).toUtf8())[u"recovery_public_key"].toString()
        : QString();
    for (const JournalEntry &entry : m_entries) {
        if (entry.kind != QLatin1String("recover"))
            continue;
        m_recoveryKeys.insert(entry.seq, key);
        key = entry.detail[u"next_recovery_public_key"].toString();
        eachWrittenBy(m_database, m_catalogue, entry.seq, [&](const WrittenRow &row) {
            if (row.table != QLatin1String("operator_key"))
                report("RECOVERY_BEYOND_KEYS", entryPlace(entry.seq),
                       words(QT_TRANSLATE_NOOP("Verify",
                                               "A recovery changes keys alone; this one wrote %1."))
                           .arg(row.table + u' ' + row.key));
        });
        m_report.notes.append(
            {QStringLiteral("RECOVERED"), entryPlace(entry.seq),
             words(
                 QT_TRANSLATE_NOOP(
                     "Verify",
                     "Administrators got new keys with two recovery envelopes. The reason given: %1"))
                 .arg(entry.detail[u"reason"].toString())});
    }
}

void Verifier::checkChain()
{
    QString previous(64, u'0');
    QString lastAccepted;
    qint64 expected = 1;
    for (const JournalEntry &entry : m_entries) {
        if (entry.seq != expected)
            report("ENTRY_MISSING", entryPlace(expected),
                   words(QT_TRANSLATE_NOOP("Verify", "An entry is missing before number %1."))
                       .arg(entry.seq));
        expected = entry.seq + 1;
        if (entry.previousHash != previous)
            report("CHAIN_BROKEN", entryPlace(entry.seq),
                   words(QT_TRANSLATE_NOOP("Verify",
                                           "The entry does not continue the one before it.")));
        if (entry.hash != entry.computeHash())
            report(
                "ENTRY_CHANGED", entryPlace(entry.seq),
                words(QT_TRANSLATE_NOOP("Verify", "The entry's content does not give its hash.")));
        if (entry.acceptedAt < lastAccepted)
            report(
                "TIME_WENT_BACK", entryPlace(entry.seq),
                words(QT_TRANSLATE_NOOP("Verify", "The entry is earlier than the one before it.")));
        lastAccepted = entry.acceptedAt;
        previous = entry.hash;
    }
}

void Verifier::checkSignatures()
{
    // Each thread builds its own checker per key; results are gathered by place, so the order is
    // stable.
    const qsizetype count = m_entries.size();
    std::vector<char> good(size_t(count), 0);
    const qint64 founded = 4;
    const auto keyFor = [&](const JournalEntry &entry) {
        if (entry.seq <= founded)
            return entry.detail[u"public_key"].toString();
        if (entry.kind == QLatin1String("recover"))
            return m_recoveryKeys.value(entry.seq);
        const QList<KeySpan> spans = m_keys.value(entry.operatorId);
        for (const KeySpan &span : spans) {
            if (span.from < entry.seq && entry.seq < span.until)
                return span.publicKey;
        }
        return QString();
    };
    const auto work = [&](qsizetype first, qsizetype last) {
        QHash<QString, std::shared_ptr<SignatureChecker>> checkers;
        for (qsizetype i = first; i < last; ++i) {
            const JournalEntry &entry = m_entries.at(i);
            const QString key = keyFor(entry);
            if (key.isEmpty())
                continue;
            try {
                std::shared_ptr<SignatureChecker> &checker = checkers[key];
                if (!checker)
                    checker = std::make_shared<SignatureChecker>(key);
                good[size_t(i)] = checker->check(entry.canonical(),
                                                 QByteArray::fromHex(entry.signature.toLatin1()));
            } catch (const std::exception &) {
                good[size_t(i)] = 0; // A malformed key or signature proves nothing: reported below.
            }
        }
    };
    const int threads = m_options.threads > 0
        ? m_options.threads
        : int(std::max(1u, std::thread::hardware_concurrency()));
    std::vector<std::thread> pool;
    for (int i = 0; i < threads; ++i)
        pool.emplace_back(work, count * i / threads, count * (i + 1) / threads);
    for (std::thread &thread : pool)
        thread.join();
    for (qsizetype i = 0; i < count; ++i) {
        if (!good[size_t(i)])
            report("SIGNATURE_FALSE", entryPlace(m_entries.at(i).seq),
                   words(QT_TRANSLATE_NOOP(
                       "Verify", "The signature is not that of the operator's key at that time.")));
    }
}

void Verifier::checkMakeDetail(const JournalEntry &entry)
{
    const QString place =
        QStringLiteral("operation %1, revision %2").arg(entry.operation).arg(entry.revision);
    Query row = m_database.prepare(QStringLiteral(
        "SELECT payload, digest, findings FROM operation_revision WHERE operation = ? AND revision = ?"));
    row.bindAll(entry.operation, qint64(entry.revision));
    if (!row.next()) {
        report("PAYLOAD_MISSING", place,
               words(QT_TRANSLATE_NOOP("Verify", "What was handed in is gone.")));
        return;
    }
    const QByteArray payload = row.text(0).toUtf8();
    if (sm3Hex(payload) != entry.payloadDigest || row.text(1) != entry.payloadDigest)
        report("PAYLOAD_CHANGED", place,
               words(QT_TRANSLATE_NOOP("Verify", "What was handed in is not what was signed.")));
    if (entry.kind != QLatin1String("make"))
        return;
    if (sm3Hex(row.text(2).toUtf8()) != entry.detail[u"findings"].toString())
        report("FINDINGS_CHANGED", place,
               words(QT_TRANSLATE_NOOP("Verify", "The findings are not those that were signed.")));
    if (subjectsDigest(m_database, entry.operation, entry.revision)
        != entry.detail[u"subjects"].toString())
        report("SUBJECTS_CHANGED", place,
               words(QT_TRANSLATE_NOOP("Verify",
                                       "The persons concerned are not those that were signed.")));
    QStringList stored;
    Query evidence = m_database.prepare(QStringLiteral(
        "SELECT kind, digest, content FROM operation_evidence WHERE operation = ? AND revision = ?"));
    evidence.bindAll(entry.operation, qint64(entry.revision));
    while (evidence.next()) {
        stored.append(evidence.text(0) + evidence.text(1));
        if (sm3Hex(evidence.bytes(2)) != evidence.text(1))
            report("EVIDENCE_CHANGED", place,
                   words(QT_TRANSLATE_NOOP("Verify", "The evidence “%1” is not what was attached."))
                       .arg(evidence.text(0)));
    }
    QStringList signedList;
    const QJsonArray list = entry.detail[u"evidence"].toArray();
    for (const QJsonValue &each : list)
        signedList.append(each[u"kind"].toString() + each[u"digest"].toString());
    stored.sort();
    signedList.sort();
    signedList.removeDuplicates();
    if (stored != signedList)
        report("EVIDENCE_CHANGED", place,
               words(QT_TRANSLATE_NOOP("Verify",
                                       "The list of evidence is not the one that was signed.")));
    const QJsonObject content = QJsonDocument::fromJson(payload).object();
    if (!content.contains(u"rows_digest"))
        return;
    Sm3 rows;
    Query staged = m_database.prepare(QStringLiteral(
        "SELECT payload FROM staging_row WHERE operation = ? AND revision = ? ORDER BY row_no"));
    staged.bindAll(entry.operation, qint64(entry.revision));
    while (staged.next())
        rows.add(staged.bytes(0) + '\n');
    if (rows.hex() != content[u"rows_digest"].toString())
        report(
            "ROWS_CHANGED", place,
            words(QT_TRANSLATE_NOOP("Verify", "The staged rows are not those that were signed.")));
}

void Verifier::checkPayloads()
{
    for (const JournalEntry &entry : m_entries) {
        if (entry.kind == QLatin1String("make") || entry.kind == QLatin1String("founded"))
            checkMakeDetail(entry);
    }
}

void Verifier::checkEffects()
{
    for (const JournalEntry &entry : m_entries) {
        const QString digest = entry.detail[u"effects"].toString();
        if (digest.isEmpty())
            continue;
        QString type = entry.detail[u"type"].toString();
        if (entry.kind == QLatin1String("founded"))
            type = QStringLiteral("founding@1");
        else if (type.isEmpty())
            type = m_operations.value(entry.operation).make[u"type"].toString();
        if (effectsDigest(m_database, m_catalogue, entry.seq, type) == digest)
            continue;
        QStringList rows;
        eachWrittenBy(m_database, m_catalogue, entry.seq, [&rows](const WrittenRow &row) {
            constexpr qsizetype named = 20;
            if (rows.size() < named)
                rows.append(row.table + u' ' + row.key);
        });
        report(
            "EFFECTS_CHANGED", entryPlace(entry.seq),
            words(
                QT_TRANSLATE_NOOP(
                    "Verify",
                    "Rows that this operation wrote were changed, added or removed. It now stands behind: %1"))
                .arg(rows.join(QStringLiteral(", "))));
    }
}

void Verifier::checkUnattributedRows()
{
    QSet<qint64> writers;
    for (const JournalEntry &entry : m_entries) {
        if (!entry.detail[u"effects"].toString().isEmpty())
            writers.insert(entry.seq);
    }
    for (const Table &table : m_catalogue.tables()) {
        if (!table.namesOperation())
            continue;
        QStringList sources{table.name};
        if (table.kind == TableKind::Record)
            sources.append(table.name + QStringLiteral("_history"));
        for (const QString &source : sources) {
            Query rows =
                m_database.prepare(QStringLiteral("SELECT op_seq, min(%1) FROM %2 GROUP BY op_seq")
                                       .arg(table.key.first(), source));
            while (rows.next()) {
                if (!writers.contains(rows.integer(0)))
                    report("ROW_WITHOUT_OPERATION",
                           QStringLiteral("%1 %2").arg(source).arg(rows.integer(1)),
                           words(QT_TRANSLATE_NOOP("Verify",
                                                   "No signed entry stands behind this row.")));
            }
        }
    }
}

void Verifier::checkDuty(Folded &operation, const JournalEntry &entry, ActionKind kind)
{
    const bool neutral = kind == ActionKind::Withdraw || kind == ActionKind::Acknowledge
        || kind == ActionKind::Hold || kind == ActionKind::Lift;
    if (neutral)
        return;
    const int step = kind == ActionKind::Make ? 0 : operation.step;
    QStringList persons{m_persons.value(entry.operatorId)};
    if (const QString delegator = entry.detail[u"delegated_by"].toString(); !delegator.isEmpty())
        persons.append(delegator);
    for (const QString &person : persons) {
        if (operation.stepOfPerson.value(person, step) != step)
            report("SOD_SAME_PERSON", entryPlace(entry.seq),
                   words(QT_TRANSLATE_NOOP("Verify", "One person took two steps of operation %1."))
                       .arg(entry.operation));
        operation.stepOfPerson.insert(person, step);
    }
    if (operation.route.steps.isEmpty() || step >= operation.route.steps.size())
        return;
    if (!operation.route.steps.at(step).posts.contains(entry.post))
        report(
            "POST_FALSE", entryPlace(entry.seq),
            words(QT_TRANSLATE_NOOP("Verify", "The post %1 is not the one that the route names."))
                .arg(entry.post));
}

void Verifier::foldAction(Folded &operation, const JournalEntry &entry, ActionKind kind)
{
    const auto impossible = [&] {
        report("ACTION_IMPOSSIBLE", entryPlace(entry.seq),
               words(QT_TRANSLATE_NOOP(
                         "Verify",
                         "The operation was in the state “%1”; this action was not possible."))
                   .arg(stateTitle(operation.state)));
    };
    switch (kind) {
    case ActionKind::Make:
        if (operation.state != OperationState::Draft && operation.state != OperationState::Returned
            && operation.state != OperationState::Conflict)
            impossible();
        operation.make = entry.detail;
        operation.route = Route::fromJson(entry.detail[u"route"].toString().toUtf8());
        operation.revision = entry.revision;
        operation.maker = operation.maker ? operation.maker : entry.operatorId;
        operation.type = entry.detail[u"type"].toString().section(u'@', 0, 0);
        checkDuty(operation, entry, kind);
        operation.state = OperationState::InReview;
        operation.step = 1;
        return;
    case ActionKind::Return:
        checkDuty(operation, entry, kind);
        operation.state = OperationState::Returned;
        return;
    case ActionKind::Reject:
    case ActionKind::Withdraw:
        checkDuty(operation, entry, kind);
        operation.state = OperationState::Closed;
        operation.closedBy = actionCode(kind);
        return;
    case ActionKind::Hold:
        operation.state = OperationState::Held;
        operation.lifted.clear();
        return;
    case ActionKind::Lift:
        operation.lifted.insert(entry.post);
        if (operation.lifted.size() == 2)
            operation.state = OperationState::InReview;
        return;
    case ActionKind::Acknowledge:
    case ActionKind::Attest:
        return;
    default:
        break;
    }
    if (operation.state != OperationState::InReview || entry.revision != operation.revision
        || operation.step >= operation.route.steps.size()
        || operation.route.steps.at(operation.step).kind != kind) {
        impossible();
        return;
    }
    checkDuty(operation, entry, kind);
    if (entry.detail.contains(u"conflict"))
        operation.state = OperationState::Conflict;
    else
        ++operation.step;
}

void Verifier::fold()
{
    for (const JournalEntry &entry : m_entries) {
        if (entry.operation == 0)
            continue;
        Folded &operation = m_operations[entry.operation];
        if (const std::optional<ActionKind> kind = actionFromCode(entry.kind)) {
            foldAction(operation, entry, *kind);
        } else if (entry.kind == QLatin1String("posted")) {
            if (operation.step < operation.route.steps.size()
                || operation.state != OperationState::InReview)
                report("POSTED_TOO_EARLY", entryPlace(entry.seq),
                       words(QT_TRANSLATE_NOOP("Verify",
                                               "Operation %1 was posted before its last step."))
                           .arg(entry.operation));
            operation.state = OperationState::Posted;
            operation.postedSeq = entry.seq;
        }
    }
}

void Verifier::compareOperations()
{
    QSet<qint64> found;
    Query rows = m_database.prepare(QStringLiteral(
        "SELECT id, type, revision, state, step, route, maker, amount, summary, coalesce(posted_seq, 0), closed_by, division "
        "FROM operation"));
    while (rows.next()) {
        const qint64 id = rows.integer(0);
        found.insert(id);
        const QString place = QStringLiteral("operation %1").arg(id);
        const auto it = m_operations.constFind(id);
        if (it == m_operations.constEnd()) {
            report("OPERATION_FOREIGN", place,
                   words(QT_TRANSLATE_NOOP("Verify", "The journal knows no such operation.")));
            continue;
        }
        const bool same = rows.text(1) == it->type && rows.integer(2) == it->revision
            && rows.text(3) == stateCode(it->state) && rows.integer(4) == it->step
            && rows.text(5).toUtf8() == it->route.toJson() && rows.integer(6) == it->maker
            && rows.integer(7) == it->make[u"amount"].toInteger()
            && rows.text(8) == it->make[u"summary"].toString() && rows.integer(9) == it->postedSeq
            && rows.text(10) == it->closedBy && rows.text(11) == it->make[u"division"].toString();
        if (!same)
            report("OPERATION_CHANGED", place,
                   words(QT_TRANSLATE_NOOP(
                       "Verify", "The operation's state is not the one that the journal makes.")));
    }
    for (auto it = m_operations.constBegin(); it != m_operations.constEnd(); ++it) {
        if (!found.contains(it.key()))
            report("OPERATION_MISSING", QStringLiteral("operation %1").arg(it.key()),
                   words(QT_TRANSLATE_NOOP("Verify", "The operation is gone.")));
    }
}

void Verifier::checkTrail()
{
    QString previous(64, u'0');
    qint64 expected = 1;
    QHash<qint64, QString> hashes;
    Query rows = m_database.prepare(QStringLiteral(
        "SELECT seq, at, operator, workstation, kind, subject, detail, previous_hash, hash FROM access_trail ORDER BY seq"));
    while (rows.next()) {
        const QString place = QStringLiteral("access_trail %1").arg(rows.integer(0));
        const QByteArray line =
            AccessTrail::canonicalLine(rows.integer(0), rows.text(1), rows.integer(2), rows.text(3),
                                       rows.text(4), rows.text(5), rows.text(6), rows.text(7));
        if (rows.integer(0) != expected || rows.text(7) != previous || sm3Hex(line) != rows.text(8))
            report("TRAIL_CHANGED", place,
                   words(QT_TRANSLATE_NOOP(
                       "Verify", "A line of the access trail was changed or removed here.")));
        expected = rows.integer(0) + 1;
        previous = rows.text(8);
        hashes.insert(rows.integer(0), rows.text(8));
    }
    Query heads = m_database.prepare(
        QStringLiteral("SELECT seq, operator, hash, signature FROM access_trail_head"));
    while (heads.next()) {
        bool good = hashes.value(heads.integer(0)) == heads.text(2);
        bool signedByOwn = false;
        const QList<KeySpan> spans = m_keys.value(heads.integer(1));
        for (const KeySpan &span : spans)
            signedByOwn = signedByOwn
                || SignatureChecker(span.publicKey)
                       .check(heads.text(2).toLatin1(),
                              QByteArray::fromHex(heads.text(3).toLatin1()));
        good = good && signedByOwn;
        if (!good)
            report("TRAIL_CHANGED", QStringLiteral("access_trail_head %1").arg(heads.integer(0)),
                   words(QT_TRANSLATE_NOOP("Verify", "The signed head does not fit the trail.")));
    }
}

void Verifier::checkSchema()
{
    const QStringList differences = schemaDifferences(m_database, m_migrations, m_catalogue);
    for (const QString &difference : differences)
        report("SCHEMA_CHANGED", QStringLiteral("schema"), difference);
    Query check = m_database.prepare(QStringLiteral("PRAGMA quick_check"));
    if (!check.next() || check.text(0) != QLatin1String("ok"))
        report("FILE_DAMAGED", QStringLiteral("file"), check.text(0));
}

void Verifier::checkSlots()
{
    for (const Slot &slot : m_options.slotList) {
        bool known = m_keys.value(slot.operatorId).isEmpty();
        const QList<KeySpan> spans = m_keys.value(slot.operatorId);
        for (const KeySpan &span : spans)
            known = known || span.publicKey == slot.publicKey;
        if (!known)
            report("SLOT_CHANGED", QStringLiteral("slot %1").arg(slot.operatorName),
                   words(QT_TRANSLATE_NOOP("Verify",
                                           "The slot holds another key than the journal's.")));
    }
}

void Verifier::compareOutside()
{
    QStringList compared;
    QString identity;
    if (m_entries.size() >= 4)
        identity = m_entries.at(3).detail[u"identity"].toString();
    if (m_entries.size() < 4 || m_entries.at(3).kind != QLatin1String("founded")
        || identity != m_entries.at(3).payloadDigest)
        report("FOUNDING_FALSE", QStringLiteral("journal 4"),
               words(QT_TRANSLATE_NOOP("Verify", "The office has no founding by four signers.")));
    if (!m_options.root.isEmpty()) {
        compared.append(words(QT_TRANSLATE_NOOP("Verify", "the founding certificate")));
        if (rootFingerprint(identity).remove(u'-').compare(QString(m_options.root).remove(u'-'),
                                                           Qt::CaseInsensitive)
            != 0)
            report("FOUNDED_ANEW", QStringLiteral("journal 4"),
                   words(QT_TRANSLATE_NOOP(
                       "Verify", "This is not the founding that the certificate names.")));
    }
    if (m_options.witness) {
        const auto hashAt = [this](qint64 seq) {
            return seq >= 1 && seq <= m_entries.size() ? m_entries.at(seq - 1).hash : QString();
        };
        const WitnessVerdict verdict = compareWitness(m_options.witness, hashAt);
        if (verdict != WitnessVerdict::Nothing)
            compared.append(words(QT_TRANSLATE_NOOP("Verify", "a witness of entry %1"))
                                .arg(m_options.witness->seq));
        if (verdict == WitnessVerdict::RolledBack || verdict == WitnessVerdict::Forked)
            report(verdict == WitnessVerdict::RolledBack ? "ROLLED_BACK" : "REPLACED",
                   entryPlace(m_options.witness->seq), witnessText(verdict, *m_options.witness));
    }
    m_report.comparedOutside = !compared.isEmpty();
    m_report.comparedWith = compared.isEmpty()
        ? words(QT_TRANSLATE_NOOP("Verify", "whole up to entry %1; compared with nothing outside"))
              .arg(m_report.entries)
        : compared.join(QStringLiteral("; "));
}

VerifyReport Verifier::run()
{
    const QList<void (Verifier::*)()> parts{&Verifier::readJournal,
                                            &Verifier::readKeys,
                                            &Verifier::readRecoveries,
                                            &Verifier::checkChain,
                                            &Verifier::checkSignatures,
                                            &Verifier::checkPayloads,
                                            &Verifier::fold,
                                            &Verifier::checkEffects,
                                            &Verifier::checkUnattributedRows,
                                            &Verifier::compareOperations,
                                            &Verifier::checkTrail,
                                            &Verifier::checkSchema,
                                            &Verifier::checkSlots,
                                            &Verifier::compareOutside};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        (this->*parts.at(i))();
        if (m_options.progress && !m_options.progress(int(1000 * (i + 1) / parts.size())))
            break;
    }
    return m_report;
}

} // namespace

QString rootFingerprint(const QString &identity)
{
    constexpr int shown = 24;
    const QString digits = identity.left(shown).toUpper();
    QStringList groups;
    for (qsizetype i = 0; i < digits.size(); i += 4)
        groups.append(digits.mid(i, 4));
    return groups.join(u'-');
}

VerifyReport verifyOffice(Database &database, const Catalogue &catalogue,
                          const Migrations &migrations, const TypeRegistry &registry,
                          const VerifyOptions &options)
{
    return Verifier(database, catalogue, migrations, registry, options).run();
}

} // namespace jubao
