// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/replay.h"

#include "core/canonical_json.h"
#include "core/clock.h"
#include "database/error.h"
#include "database/migrations.h"
#include "database/transaction.h"
#include "operations/effects.h"
#include "operations/founding.h"
#include "operations/journal_fold.h"
#include "operations/registrar.h"
#include "operations/row_copy.h"
#include "operations/row_findings.h"
#include "operations/verifier.h"
#include <QTemporaryDir>

namespace jubao {

namespace {

constexpr int entriesPerPart = 1000;

std::unique_ptr<Database> emptyBooks(const QTemporaryDir &folder)
{
    if (!folder.isValid())
        throw DatabaseError(DatabaseError::Kind::ReadOnly, folder.path());
    Database::Options creating;
    creating.path = folder.filePath(QStringLiteral("replay.jubao"));
    creating.key = Key::random();
    creating.mode = Database::Mode::Create;
    creating.passing = true;
    return Database::open(std::move(creating));
}

class Replay {
public:
    Replay(Database &office, const Catalogue &catalogue, const Migrations &migrations,
           const TypeRegistry &registry, const ReplayOptions &options)
        : m_office(office)
        , m_catalogue(catalogue)
        , m_registry(registry)
        , m_options(options)
        , m_books(emptyBooks(m_folder))
        , m_copy(office, *m_books, catalogue)
        , m_rows(catalogue, m_report.violations)
    {
        migrations.apply(*m_books, catalogue);
        m_effects = std::make_unique<EffectsRunner>(*m_books, catalogue, registry);
        m_fold = std::make_unique<JournalFold>(*m_books, catalogue, registry);
    }

    VerifyReport run();

private:
    bool namesRowsAlone() const { return !m_options.rowsOf.isEmpty(); }
    void report(const QString &code, qint64 seq, const QString &text)
    {
        if (!namesRowsAlone())
            m_report.violations.append({code, entryPlace(seq), text});
    }
    qint64 lastEntry();
    QList<JournalEntry> nextPart(qint64 after, qint64 last);
    void takePart(const QList<JournalEntry> &part);
    /** Takes the entry, or nothing of it and says why. */
    QString whyNotTaken(const JournalEntry &entry);
    void take(const JournalEntry &entry);
    void takeFounding(const JournalEntry &entry);
    void takeMake(const JournalEntry &entry);
    void takeAction(const JournalEntry &entry);
    void takePosted(const JournalEntry &entry);
    void judge(const JournalEntry &entry, const JournalFold::Step &step);
    MakeCircumstances circumstancesOf(const JournalEntry &entry);

    void askType(const OperationType &type, const JournalEntry &entry, const QJsonObject &payload);
    void keepLocks(const OperationType &type, const JournalEntry &entry,
                   const QJsonObject &payload);
    const OperationType *typeOf(const FoldedOperation &folded) const
    {
        return m_registry.find(folded.snapshot.type, folded.typeVersion);
    }
    PostingContext contextOf(const FoldedOperation &folded, const JournalEntry &action,
                             qint64 opSeq) const;
    QJsonObject payloadOf(const FoldedOperation &folded) const;
    /** Runs the effects anew and compares their digest with the one that was signed. */
    void runAnew(const JournalEntry &entry, const QString &type,
                 const std::function<QList<Refusal>()> &effects);
    void nameRowsOf(qint64 opSeq, RowFindings::Proof proof);
    void keepOperation(const FoldedOperation &folded);

    Database &m_office;
    const Catalogue &m_catalogue;
    const TypeRegistry &m_registry;
    const ReplayOptions &m_options;
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_books;
    RowCopy m_copy;
    std::unique_ptr<EffectsRunner> m_effects;
    std::unique_ptr<JournalFold> m_fold;
    /** The action that takes the last step: it is written with the posting that follows. */
    std::optional<JournalEntry> m_pending;
    qint64 m_givenRows = 0; ///< entries whose rows no type writes: taken as they stand
    VerifyReport m_report;
    RowFindings m_rows;
};

PostingContext Replay::contextOf(const FoldedOperation &folded, const JournalEntry &action,
                                 qint64 opSeq) const
{
    PostingContext context;
    context.operation = folded.snapshot.id;
    context.revision = folded.snapshot.revision;
    context.node = action.node;
    context.opSeq = opSeq;
    context.operatorId = folded.maker;
    context.division = folded.snapshot.division;
    context.at = decidedAt(action);
    context.today = officeDate(context.at);
    context.madeOn = QDate::fromString(folded.madeOn, Qt::ISODate);
    context.journalHead = action.previousHash;
    return context;
}

QJsonObject Replay::payloadOf(const FoldedOperation &folded) const
{
    Query row = m_books->prepare(QStringLiteral(
        "SELECT payload FROM operation_revision WHERE operation = ? AND revision = ?"));
    row.bindAll(folded.snapshot.id, qint64(folded.snapshot.revision));
    return row.next() ? parseCanonicalObject(row.text(0).toUtf8()) : QJsonObject();
}

void Replay::nameRowsOf(qint64 opSeq, RowFindings::Proof proof)
{
    eachDifferenceOf(*m_books, m_office, m_catalogue, opSeq,
                     [&](const RowDifference &row) { m_rows.add(row, proof); });
}

void Replay::runAnew(const JournalEntry &entry, const QString &type,
                     const std::function<QList<Refusal>()> &effects)
{
    const QString signedDigest = entry.detail[u"effects"].toString();
    Transaction attempt(*m_books);
    const QList<Refusal> refused = effects();
    for (const Refusal &each : refused)
        report(each.code, entry.seq, each.text);
    const bool fits =
        refused.isEmpty() && effectsDigest(*m_books, m_catalogue, entry.seq, type) == signedDigest;
    if (fits && m_options.rowsOf.contains(entry.seq))
        nameRowsOf(entry.seq, RowFindings::Proof::Signed);
    if (fits) {
        attempt.commit();
        return;
    }
    if (refused.isEmpty()) {
        report(QStringLiteral("EFFECTS_FALSE"), entry.seq,
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "What was signed as written is not what this operation writes.")));
        if (!namesRowsAlone() || m_options.rowsOf.contains(entry.seq))
            nameRowsOf(entry.seq, RowFindings::Proof::Rebuilt);
    }
    attempt.rollback();
    m_copy.rowsOfEntry(entry.seq, entry.node);
    m_fold->authorityChanged();
}

void Replay::takeFounding(const JournalEntry &entry)
{
    if (entry.kind == QLatin1String("founded")) {
        m_copy.revision(0, entry.revision);
        FoldedOperation founding;
        founding.snapshot.revision = entry.revision;
        runAnew(entry, QStringLiteral("founding@1"), [&] {
            PostingContext context;
            context.node = entry.node;
            context.opSeq = entry.seq;
            context.today = officeDate(decidedAt(entry));
            context.madeOn = context.today;
            Writer writer(*m_books, m_catalogue, context, QStringLiteral("administration"));
            writeFoundingPlan(payloadOf(founding), entry.detail[u"identity"].toString(), writer);
            return QList<Refusal>();
        });
        m_fold->authorityChanged();
    }
    m_copy.journal(entry.seq);
}

MakeCircumstances Replay::circumstancesOf(const JournalEntry &entry)
{
    MakeCircumstances circumstances;
    const Reader reader(*m_books, m_catalogue, {});
    circumstances.subjects = subjectsOf(reader, entry.operation, entry.revision);
    // Whether a warning was answered is verify's question: it holds the findings against their
    // digest.
    return circumstances;
}

void Replay::judge(const JournalEntry &entry, const JournalFold::Step &step)
{
    for (const Refusal &each : step.refusals)
        report(each.code, entry.seq, each.text);
}

void Replay::askType(const OperationType &type, const JournalEntry &entry,
                     const QJsonObject &payload)
{
    const Reader reader(*m_books, m_catalogue, officeDate(decidedAt(entry)));
    const Findings findings = rulesOf(type, payload, reader, entry.operatorId);
    for (const Finding &each : findings) {
        if (each.severity == Severity::Error)
            report(each.code.isEmpty() ? QStringLiteral("RULE_BROKEN") : each.code, entry.seq,
                   each.text);
    }
    const QString division =
        type.division ? type.division(payload, reader) : payload[u"division"].toString();
    const qint64 amount = type.amount ? type.amount(payload).fen() : 0;
    const QString key = type.routeKey ? type.routeKey(payload, reader) : type.id;
    const std::optional<Route> route = SnapshotReader(reader, m_registry).route(key, division);
    const qint64 matter = type.matter ? type.matter(payload, reader) : 0;
    const bool same = division == entry.detail[u"division"].toString()
        && amount == entry.detail[u"amount"].toInteger()
        && (matter == 0 ? entry.operation : matter) == entry.detail[u"matter"].toInteger();
    if (!same)
        report(QStringLiteral("DECLARATION_FALSE"), entry.seq,
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify", "Division, amount or matter are not those that the payload gives.")));
    if (!route || QString::fromUtf8(route->toJson()) != entry.detail[u"route"].toString())
        report(QStringLiteral("ROUTE_FALSE"), entry.seq,
               verifyWords(QT_TRANSLATE_NOOP(
                               "Verify",
                               "The route that was signed is not the one in force for “%1” then."))
                   .arg(key));
}

void Replay::keepLocks(const OperationType &type, const JournalEntry &entry,
                       const QJsonObject &payload)
{
    if (!type.locks)
        return;
    const Reader reader(*m_books, m_catalogue, officeDate(decidedAt(entry)));
    const QList<Lock> locks = type.locks(payload, reader);
    QStringList digests;
    for (const Lock &lock : locks)
        digests.append(lockDigest(lock));
    if (digests != entry.detail[u"locks"].toVariant().toStringList())
        report(QStringLiteral("LOCK_CHANGED"), entry.seq,
               verifyWords(QT_TRANSLATE_NOOP(
                   "Verify",
                   "The records that this operation holds are not those that its maker signed.")));
    const qint64 holder = SnapshotReader(reader, m_registry).lockHolder(locks, entry.operation);
    if (holder != 0) {
        report(QStringLiteral("OTHER_OPERATION_OPEN"), entry.seq,
               refusal(QStringLiteral("OTHER_OPERATION_OPEN"), QString::number(holder)).text);
        return;
    }
    Query clear =
        m_books->prepare(QStringLiteral("DELETE FROM operation_lock WHERE operation = ?"));
    clear.bindAll(entry.operation);
    clear.run();
    for (const Lock &lock : locks) {
        Query insert = m_books->prepare(QStringLiteral(
            "INSERT INTO operation_lock (subject, aspect, operation) VALUES (?, ?, ?)"));
        insert.bindAll(lock.subject, lock.aspect, entry.operation);
        insert.run();
    }
}

void Replay::takeMake(const JournalEntry &entry)
{
    m_copy.revision(entry.operation, entry.revision);
    const JournalFold::Step step =
        m_fold->take(entry, [this](const JournalEntry &make) { return circumstancesOf(make); });
    judge(entry, step);
    const FoldedOperation &folded = *step.operation;
    const QJsonObject payload = payloadOf(folded);
    const OperationType *type = typeOf(folded);
    // The registrar gave the operation its number first; ids of rows follow from there.
    if (entry.revision == 1)
        m_copy.idsFollow(entry.operation, entry.node);
    if (type && !namesRowsAlone()) {
        askType(*type, entry, payload);
        keepLocks(*type, entry, payload);
    }
    keepOperation(folded);
    if (entry.detail.contains(u"effects") || (type && type->stateFacts && entry.revision == 1))
        runAnew(entry, entry.detail[u"type"].toString(), [&] {
            PostingContext context = contextOf(folded, entry, entry.seq);
            context.makerPost = entry.post;
            return refusalsOf([&] {
                if (type && type->stateFacts)
                    m_effects->stateFacts(*type, payload, context);
            });
        });
    m_copy.journal(entry.seq);
}

void Replay::takeAction(const JournalEntry &entry)
{
    const JournalFold::Step step =
        m_fold->take(entry, [](const JournalEntry &) { return MakeCircumstances(); });
    judge(entry, step);
    const FoldedOperation &folded = *step.operation;
    if (folded.postingDue != 0) {
        m_pending = entry;
        return;
    }
    const OperationType *type = typeOf(folded);
    if (entry.detail.contains(u"effects") || (type && step.decision && step.decision->refuseFacts))
        runAnew(entry, folded.make[u"type"].toString(), [&] {
            return refusalsOf([&] {
                if (type)
                    m_effects->applyRefused(*type, payloadOf(folded),
                                            contextOf(folded, entry, entry.seq));
            });
        });
    m_copy.journal(entry.seq);
    if (entry.kind == actionCode(ActionKind::Acknowledge))
        m_copy.filing(entry.operation);
    keepOperation(folded);
}

void Replay::takePosted(const JournalEntry &entry)
{
    const JournalFold::Step step = m_fold->take(entry, {});
    const FoldedOperation &folded = *step.operation;
    const OperationType *type = typeOf(folded);
    const JournalEntry action = m_pending.value_or(entry);
    runAnew(entry, entry.detail[u"type"].toString(), [&] {
        return type
            ? m_effects->post(*type, payloadOf(folded), contextOf(folded, action, entry.seq), {})
            : QList<Refusal>();
    });
    if (m_pending)
        m_copy.journal(m_pending->seq);
    m_pending.reset();
    m_copy.journal(entry.seq);
    m_copy.filing(entry.operation);
    keepOperation(folded);
    if (type && type->room == QLatin1String("administration"))
        m_fold->authorityChanged();
    m_fold->release(entry.operation);
}

void Replay::keepOperation(const FoldedOperation &folded)
{
    const OperationSnapshot &snapshot = folded.snapshot;
    const QString due = folded.make[u"due_on"].toString();
    Query keep = m_books->prepare(QStringLiteral(
        "INSERT INTO operation (id, type, type_version, revision, state, closed_by, step, route, division, "
        "maker, maker_person, matter, summary, amount, made_on, due_on, posted_seq) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "revision = excluded.revision, state = excluded.state, closed_by = excluded.closed_by, "
        "step = excluded.step, route = excluded.route, division = excluded.division, "
        "summary = excluded.summary, amount = excluded.amount, posted_seq = excluded.posted_seq"));
    keep.bindAll(snapshot.id, snapshot.type, qint64(folded.typeVersion), qint64(snapshot.revision),
                 stateCode(snapshot.state), folded.closedBy, qint64(snapshot.step),
                 QString::fromUtf8(snapshot.route.toJson()), snapshot.division, folded.maker,
                 snapshot.makerPerson, folded.matter, folded.make[u"summary"].toString(),
                 snapshot.amountFen, folded.madeOn, due.isEmpty() ? QVariant() : QVariant(due),
                 folded.postedSeq == 0 ? QVariant() : QVariant(folded.postedSeq));
    keep.run();
    if (!folded.isFinal())
        return;
    Query unlock =
        m_books->prepare(QStringLiteral("DELETE FROM operation_lock WHERE operation = ?"));
    unlock.bindAll(snapshot.id);
    unlock.run();
}

void Replay::take(const JournalEntry &entry)
{
    if (entry.kind.isEmpty())
        return; // malformed, and said so
    const bool posted = entry.kind == QLatin1String("posted");
    if (m_pending && !posted) {
        m_copy.journal(m_pending->seq);
        m_pending.reset();
    }
    if (entry.kind == QLatin1String("founding") || entry.kind == QLatin1String("founded")) {
        takeFounding(entry);
    } else if (posted) {
        takePosted(entry);
    } else if (entry.kind == actionCode(ActionKind::Make)) {
        takeMake(entry);
    } else if (actionFromCode(entry.kind)) {
        takeAction(entry);
    } else {
        if (entry.detail.contains(u"effects")) {
            ++m_givenRows;
            m_copy.rowsOfEntry(entry.seq, entry.node);
            m_fold->authorityChanged();
        }
        m_copy.journal(entry.seq);
    }
}

void Replay::takePart(const QList<JournalEntry> &part)
{
    Transaction transaction(*m_books);
    for (const JournalEntry &entry : part) {
        const QString broken = whyNotTaken(entry);
        if (!broken.isEmpty())
            report(QStringLiteral("ENTRY_NOT_BUILT"), entry.seq,
                   verifyWords(
                       QT_TRANSLATE_NOOP("Verify", "What this entry did cannot be built again: %1"))
                       .arg(broken));
    }
    transaction.commit();
}

QString Replay::whyNotTaken(const JournalEntry &entry)
{
    Transaction attempt(*m_books);
    try {
        take(entry);
        attempt.commit();
        return {};
    } catch (const std::invalid_argument &error) {
        return QString::fromUtf8(error.what());
    } catch (const DatabaseError &error) {
        if (error.kind() != DatabaseError::Kind::Constraint)
            throw;
        return error.text();
    }
}

QList<JournalEntry> Replay::nextPart(qint64 after, qint64 last)
{
    QList<JournalEntry> part;
    Query rows = m_office.prepare(
        Journal::selectSql() + QStringLiteral("WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?"));
    rows.bindAll(after, last, qint64(entriesPerPart));
    while (rows.next()) {
        try {
            part.append(Journal::fromRow(rows));
        } catch (const std::invalid_argument &) {
            JournalEntry malformed;
            malformed.seq = rows.integer(0);
            report(QStringLiteral("ENTRY_MALFORMED"), malformed.seq,
                   verifyWords(
                       QT_TRANSLATE_NOOP("Verify", "The entry's detail is not what was written.")));
            part.append(malformed);
        }
    }
    return part;
}

qint64 Replay::lastEntry()
{
    if (namesRowsAlone())
        return *std::max_element(m_options.rowsOf.begin(), m_options.rowsOf.end());
    Query counted = m_office.prepare(QStringLiteral("SELECT max(seq) FROM journal"));
    return counted.next() ? counted.integer(0) : 0;
}

VerifyReport Replay::run()
{
    const qint64 last = lastEntry();
    qint64 seen = 0;
    while (seen < last && !m_report.stopped) {
        const QList<JournalEntry> part = nextPart(seen, last);
        takePart(part);
        m_report.entries += part.size();
        m_report.head = part.last().hash;
        seen = part.last().seq;
        constexpr int rebuiltPermille = 950;
        m_report.stopped = m_options.progress
            && !m_options.progress(int(rebuiltPermille * seen / std::max<qint64>(1, last)));
    }
    if (!namesRowsAlone() && !m_report.stopped)
        eachDifference(*m_books, m_office, m_catalogue, [this](const RowDifference &row) {
            m_rows.add(row, RowFindings::Proof::Signed);
        });
    m_rows.finish();
    m_report.comparedWith =
        verifyWords(
            QT_TRANSLATE_NOOP("Verify",
                              "effects of %1 entries built again, every row compared with them"))
            .arg(seen);
    if (m_givenRows > 0)
        m_report.comparedWith += QStringLiteral("; ")
            + verifyWords(QT_TRANSLATE_NOOP(
                              "Verify",
                              "rows of %1 entries that belong to no operation taken as they stand"))
                  .arg(m_givenRows);
    return m_report;
}

} // namespace

VerifyReport replayOffice(Database &office, const Catalogue &catalogue,
                          const Migrations &migrations, const TypeRegistry &registry,
                          const ReplayOptions &options)
{
    return Replay(office, catalogue, migrations, registry, options).run();
}

} // namespace jubao
