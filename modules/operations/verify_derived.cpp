// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands beside the signed rows: which entries may write rows at all, and the tables that the
// registrar derives from the journal (filing, operation_lock, id_counter).

#include "database/ids.h"
#include "operations/asked.h"
#include "operations/backup_plan.h"
#include "operations/registrar.h"
#include "operations/verifier.h"
#include <algorithm>

namespace jubao {

namespace {

constexpr int nodeBits = 40;

/** Which posts sign an entry that belongs to no operation. */
struct Housekeeping {
    const char *kind;
    QStringList posts; ///< empty = any that is held
    bool attended;     ///< names a second person
};

const QList<Housekeeping> &housekeepingKinds()
{
    static const QList<Housekeeping> kinds{
        {"backup", {QStringLiteral("IT"), QStringLiteral("SA")}, false},
        {"restore", {QStringLiteral("IT"), QStringLiteral("SA")}, true},
        {"moved", {QStringLiteral("IT"), QStringLiteral("SA")}, true},
        {"migrate", {QStringLiteral("IT"), QStringLiteral("SA")}, true},
        {"program", {QStringLiteral("IT"), QStringLiteral("SA")}, false},
        {"invite", {QStringLiteral("SA")}, false},
        {"data_key", {QStringLiteral("SA"), QStringLiteral("SE")}, true},
        {"clock_confirmed",
         {QStringLiteral("SA"), QStringLiteral("SE"), QStringLiteral("AA")},
         true},
        {"acknowledge_entry", {QStringLiteral("SA"), QStringLiteral("AA")}, false},
        {"checkpoint", {QStringLiteral("AU")}, false},
        {"exceptions_read", {QStringLiteral("AU")}, false},
        {"witness_acknowledged", {QStringLiteral("AU")}, false},
        {"recover", {}, false},
        {"rotate", {}, false}};
    return kinds;
}

/** What the service enters by its own key, and what each of them says. */
QStringList namesOfServiceEntry(const QString &kind)
{
    QStringList names{QStringLiteral("file"), QStringLiteral("plan"), QStringLiteral("registrar"),
                      QStringLiteral("trail")};
    if (kind == QLatin1String("backup_scheduled"))
        names << QStringLiteral("digest") << QStringLiteral("entries") << QStringLiteral("head");
    else
        names << QStringLiteral("of");
    names.sort();
    return names;
}

QString operationPlace(qint64 operation)
{
    return QStringLiteral("operation %1").arg(operation);
}

QString counterPlace(qint64 node)
{
    return QStringLiteral("id_counter %1").arg(node);
}

} // namespace

/** The plan that was posted last before that entry. */
qint64 Verifier::backupPlanBefore(qint64 seq) const
{
    Query row = m_database.prepare(QStringLiteral(
        "SELECT max(p.op_seq) FROM (SELECT op_seq FROM policy_row WHERE policy_key = :key UNION ALL "
        "SELECT op_seq FROM policy_row_history WHERE policy_key = :key) p WHERE p.op_seq < :seq"));
    row.bind(QStringLiteral(":key"), QString::fromLatin1(backupPlanKey));
    row.bind(QStringLiteral(":seq"), seq);
    return row.next() && !row.isNull(0) ? row.integer(0) : 0;
}

void Verifier::judgeServiceEntry(const JournalEntry &entry)
{
    const QJsonObject &detail = entry.detail;
    bool isTrue = entry.operatorId == 0 && entry.post.isEmpty() && entry.revision == 0
        && entry.payloadDigest.isEmpty() && registrarKeyOf(entry) != 0
        && detail.keys() == namesOfServiceEntry(entry.kind)
        && detail[u"plan"].toInteger() == backupPlanBefore(entry.seq);
    if (entry.kind == QLatin1String("backup_scheduled")) {
        const qint64 last = detail[u"entries"].toInteger();
        isTrue = isTrue && last < entry.seq
            && Journal(m_database, entry.node).hashAt(last) == detail[u"head"].toString();
    } else {
        Query made = m_database.prepare(QStringLiteral(
            "SELECT 1 FROM journal WHERE seq = ? AND seq < ? AND kind = 'backup_scheduled'"));
        made.bindAll(detail[u"of"].toInteger(), entry.seq);
        isTrue = isTrue && made.next();
    }
    if (!isTrue)
        report("SERVICE_ENTRY_FALSE", entryPlace(entry.seq),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify",
                   "The service may enter by itself that it made a backup by the plan, and nothing "
                   "else; this entry says something that is not so.")));
}

void Verifier::judgeHousekeeping(const JournalEntry &entry)
{
    if (isServiceEntry(entry)) {
        judgeServiceEntry(entry);
        return;
    }
    const QList<Housekeeping> &kinds = housekeepingKinds();
    const auto law = std::find_if(kinds.begin(), kinds.end(), [&entry](const Housekeeping &each) {
        return entry.kind == QLatin1String(each.kind);
    });
    if (law == kinds.end()) {
        report("ENTRY_FOREIGN", entryPlace(entry.seq),
               verifyWords(QT_TRANSLATE_NOOP("Verify", "No program makes an entry of this kind.")));
        return;
    }
    const bool postFits = law->posts.isEmpty()
        ? entry.post.isEmpty() || m_fold.holdsPost(entry)
        : law->posts.contains(entry.post) && m_fold.holdsPost(entry);
    if (!postFits)
        report("POST_NOT_HELD", entryPlace(entry.seq),
               refusal(QStringLiteral("POST_NOT_HELD"), entry.post).text);
    const qint64 second = entry.detail[u"second"].toInteger();
    if (law->attended
        && m_fold.personOf(second, entry.seq) == m_fold.personOf(entry.operatorId, entry.seq))
        report("SOD_SAME_PERSON", entryPlace(entry.seq),
               refusal(QStringLiteral("SOD_SAME_PERSON"), {}).text);
    if (const QString post = entry.detail[u"second_post"].toString();
        entry.kind == QLatin1String("clock_confirmed") && !post.isEmpty()) {
        JournalEntry other = entry;
        other.operatorId = second;
        other.post = post;
        if (!law->posts.contains(post) || !m_fold.holdsPost(other))
            report("POST_NOT_HELD", entryPlace(entry.seq),
                   refusal(QStringLiteral("POST_NOT_HELD"), post).text);
    }
    // Keys alone change without an operation, and readRecoveries looks at what that wrote.
    checkEffectsDue(entry, entry.kind == QLatin1String("recover"));
}

void Verifier::checkEffectsDue(const JournalEntry &entry, bool due)
{
    const bool wrote = entry.detail.contains(u"effects");
    if (wrote && !due)
        report("EFFECTS_FOREIGN", entryPlace(entry.seq),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "The entry says that it wrote rows, but such an entry writes none.")));
    if (!wrote && due)
        report("EFFECTS_MISSING", entryPlace(entry.seq),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "The entry does not say what it wrote, as such an entry must.")));
}

void Verifier::releaseLocks(qint64 operation)
{
    const QStringList held = m_locks.take(operation);
    for (const QString &lock : held)
        m_lockHolders.remove(lock);
}

void Verifier::followMake(const JournalEntry &entry)
{
    m_filedWith.remove(entry.operation);
    m_instructed.remove(entry.operation);
    if (entry.detail.contains(u"instructed_by"))
        m_instructed.insert(entry.operation);
    const Route route = Route::fromJson(entry.detail[u"route"].toString().toUtf8());
    if (!route.filedWith.isEmpty())
        m_filedWith.insert(entry.operation, route.filedWith);
    releaseLocks(entry.operation);
    const QStringList locks = entry.detail[u"locks"].toVariant().toStringList();
    for (const QString &lock : locks) {
        const qint64 holder = m_lockHolders.value(lock, entry.operation);
        if (holder != entry.operation) {
            report("OTHER_OPERATION_OPEN", entryPlace(entry.seq),
                   refusal(QStringLiteral("OTHER_OPERATION_OPEN"), QString::number(holder)).text);
            continue;
        }
        m_lockHolders.insert(lock, entry.operation);
        m_locks[entry.operation].append(lock);
    }
}

void Verifier::follow(const JournalEntry &entry)
{
    if (entry.kind == actionCode(ActionKind::Make)) {
        followMake(entry);
    } else if (entry.kind == QLatin1String("posted")) {
        const QStringList posts = m_filedWith.take(entry.operation);
        for (const QString &post : posts)
            m_filings.insert({entry.operation, post}, {entry.seq, 0});
        releaseLocks(entry.operation);
    } else if (entry.kind == actionCode(ActionKind::Acknowledge)) {
        const auto filing = m_filings.find({entry.operation, entry.post});
        if (filing != m_filings.end())
            filing->second = entry.seq;
    }
    const bool rejected = entry.kind == actionCode(ActionKind::Reject);
    if (rejected || entry.kind == actionCode(ActionKind::Withdraw))
        releaseLocks(entry.operation);
    if ((rejected || entry.kind == actionCode(ActionKind::Return))
        && m_instructed.contains(entry.operation)) {
        const QStringList told = postsToldOfRefusal();
        for (const QString &post : told)
            m_filings.insert({entry.operation, post}, {entry.seq, 0});
    }
}

void Verifier::compareFilings()
{
    const auto changed = [this](qint64 operation, const QString &post) {
        report("FILING_CHANGED", QStringLiteral("filing %1 %2").arg(operation).arg(post),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify",
                   "What was filed with this post, or its acknowledgement, is not what the journal "
                   "says.")));
    };
    Query rows = m_database.prepare(QStringLiteral(
        "SELECT operation, post, filed_seq, coalesce(acknowledged_seq, 0) FROM filing"));
    while (rows.next()) {
        const std::pair<qint64, qint64> stored{rows.integer(2), rows.integer(3)};
        if (m_filings.take({rows.integer(0), rows.text(1)}) != stored)
            changed(rows.integer(0), rows.text(1));
    }
    for (auto it = m_filings.constBegin(); it != m_filings.constEnd(); ++it)
        changed(it.key().first, it.key().second);
}

void Verifier::compareLocks()
{
    const auto changed = [this](qint64 operation) {
        report("LOCK_CHANGED", operationPlace(operation),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify",
                   "The records that this operation holds are not those that its maker signed.")));
    };
    QSet<qint64> named;
    Query rows = m_database.prepare(
        QStringLiteral("SELECT subject, aspect, operation FROM operation_lock ORDER BY operation"));
    while (rows.next()) {
        const qint64 operation = rows.integer(2);
        if (!m_locks[operation].removeOne(lockDigest({rows.text(0), rows.text(1)})))
            named.insert(operation);
    }
    for (auto it = m_locks.constBegin(); it != m_locks.constEnd(); ++it) {
        if (!it->isEmpty())
            named.insert(it.key());
    }
    for (const qint64 operation : std::as_const(named))
        changed(operation);
}

void Verifier::findForeignRows()
{
    const auto foreign = [this](const char *table, const QString &sql) {
        Query rows = m_database.prepare(sql.arg(QLatin1String(table)));
        while (rows.next())
            report("ROW_FOREIGN",
                   QStringLiteral("%1 of operation %2, revision %3")
                       .arg(QLatin1String(table))
                       .arg(rows.integer(0))
                       .arg(rows.integer(1)),
                   verifyWords(QT_TRANSLATE_NOOP(
                       "Verify", "Nobody handed in such a revision of this operation.")));
    };
    foreign("operation_revision",
            QStringLiteral(
                "SELECT r.operation, r.revision FROM %1 r WHERE NOT EXISTS (SELECT 1 FROM journal "
                "j WHERE j.operation = r.operation AND j.revision = r.revision AND j.kind IN "
                "('make', 'founded'))"));
    for (const char *table : {"operation_evidence", "operation_subject", "staging_row"})
        foreign(table,
                QStringLiteral("SELECT d.operation, d.revision FROM (SELECT DISTINCT operation, "
                               "revision FROM %1) d WHERE NOT EXISTS (SELECT 1 FROM "
                               "operation_revision r WHERE r.operation = d.operation AND "
                               "r.revision = d.revision)"));
}

void Verifier::checkCounter()
{
    QSet<qint64> without = m_nodes;
    Query counter = m_database.prepare(QStringLiteral("SELECT node, next FROM id_counter"));
    while (counter.next()) {
        if (without.remove(counter.integer(0)))
            checkCounterOf(counter.integer(0), counter.integer(1));
        else
            report("COUNTER_FALSE", counterPlace(counter.integer(0)),
                   verifyWords(QT_TRANSLATE_NOOP(
                       "Verify", "There is a counter of a node that made no entry.")));
    }
    for (const qint64 node : std::as_const(without))
        report("COUNTER_FALSE", counterPlace(node),
               verifyWords(QT_TRANSLATE_NOOP("Verify", "The counter of this node is gone.")));
}

void Verifier::checkCounterOf(qint64 node, qint64 next)
{
    const Table *last = nullptr;
    qint64 newest = 0;
    const auto look = [&](const Table *table, const QString &sql) {
        Query rows = m_database.prepare(sql);
        rows.bindAll(node << nodeBits, (node + 1) << nodeBits);
        if (!rows.next() || rows.isNull(0) || shortNumber(rows.integer(0)) <= shortNumber(newest))
            return;
        newest = rows.integer(0);
        last = table;
    };
    for (const Table &table : m_catalogue.tables()) {
        if (table.key == QStringList{QStringLiteral("id")})
            look(&table,
                 QStringLiteral("SELECT max(id) FROM %1 WHERE id >= ? AND id < ?").arg(table.name));
    }
    look(nullptr,
         QStringLiteral(
             "SELECT max(operation) FROM journal WHERE operation >= ? AND operation < ?"));
    if (next <= shortNumber(newest)) {
        report("COUNTER_FALSE", counterPlace(node),
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "The counter would give out numbers that rows have already.")));
        return;
    }
    // A roll-back gives ids back, so the next one follows the newest. A batch alone takes them in
    // blocks and leaves the end of its last block unused.
    const qint64 unused = next - 1 - shortNumber(newest);
    if (unused == 0 || (unused < IdGiver::idsAtOnce && last && isFromBatch(*last, newest)))
        return;
    report("COUNTER_FALSE", counterPlace(node),
           verifyWords(QT_TRANSLATE_NOOP(
                           "Verify",
                           "The counter leaves out %1 numbers after the newest one in the books."))
               .arg(unused));
}

bool Verifier::isFromBatch(const Table &table, qint64 id) const
{
    if (!table.namesOperation())
        return false;
    Query staged = m_database.prepare(
        QStringLiteral("SELECT 1 FROM %1 r JOIN journal j ON j.seq = r.op_seq JOIN staging_row s "
                       "ON s.operation = j.operation WHERE r.id = ? LIMIT 1")
            .arg(table.name));
    staged.bindAll(id);
    return staged.next();
}

void Verifier::checkTrailOf(const JournalEntry &entry)
{
    // Each entry is signed behind a line of the access trail, so a trail cut shorter shows.
    const QString reference = entry.detail[u"trail"].toString();
    if (reference.isEmpty() || reference == m_trailReference)
        return;
    m_trailReference = reference;
    Query row = m_database.prepare(QStringLiteral("SELECT hash FROM access_trail WHERE seq = ?"));
    const qint64 seq = reference.section(u' ', 0, 0).toLongLong();
    row.bindAll(seq);
    if (!row.next() || row.text(0) != reference.section(u' ', 1))
        report("TRAIL_CHANGED", QStringLiteral("access_trail %1").arg(seq),
               verifyWords(QT_TRANSLATE_NOOP(
                               "Verify",
                               "The line of the access trail behind which entry %1 was signed is "
                               "gone or another."))
                   .arg(entry.seq));
}

} // namespace jubao
