// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/registrar.h"

#include "core/canonical_json.h"
#include "database/error.h"
#include "database/ids.h"
#include "database/transaction.h"
#include "operations/county_service.h"
#include "operations/paper_request.h"
#include "operations/registrar_making.h"
#include "operations/signed_words.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <utility>
#include <vector>

namespace jubao {

QString subjectsDigest(Database &database, qint64 operation, int revision)
{
    Query rows = database.prepare(QStringLiteral(
        "SELECT id_number, person FROM operation_subject WHERE operation = ? AND revision = ?"));
    rows.bindAll(operation, qint64(revision));
    // Sorted here: on a server the numbers are sealed, and their cells have another order.
    std::vector<std::pair<QByteArray, qint64>> subjects;
    while (rows.next())
        subjects.emplace_back(rows.bytes(0), rows.integer(1));
    std::sort(subjects.begin(), subjects.end());
    Sm3 digest;
    bool first = true;
    for (const auto &[number, person] : subjects) {
        digest.add((first ? QByteArray() : QByteArray("\n")) + number + ' '
                   + QByteArray::number(person));
        first = false;
    }
    return digest.hex();
}

QString lockDigest(const Lock &lock)
{
    return sm3Hex((lock.subject + u'\n' + lock.aspect).toUtf8());
}

namespace {

/** The operation as it stands behind the action. */
OperationSnapshot after(OperationSnapshot snapshot, ActionKind kind, const Decision &decision)
{
    if (kind == ActionKind::Acknowledge)
        return snapshot;
    snapshot.state = decision.state;
    snapshot.step = decision.step;
    return snapshot;
}

} // namespace

Registrar::Registrar(Setting setting, const Session &session)
    : m_setting(std::move(setting))
    , m_session(session)
    , m_reader(m_setting.database, m_setting.catalogue, officeDate(m_setting.now))
    , m_snapshots(m_reader, m_setting.registry)
    , m_effects(m_setting.database, m_setting.catalogue, m_setting.registry)
{
}

Circumstances Registrar::circumstances(const OperationSnapshot &snapshot) const
{
    Circumstances now;
    now.now = m_setting.now;
    now.today = officeDate(m_setting.now);
    now.powers = m_snapshots.powers(snapshot.family);
    now.witnessAlarm = m_setting.witnessAlarm;
    now.clockFault = m_setting.clockFault;
    return now;
}

Actor Registrar::actor() const
{
    Actor actor = m_snapshots.actor(m_session.operatorId(), m_setting.now);
    actor.passwordMustChange = m_session.passwordMustChange();
    actor.keyMustMove = m_session.keyMustMove();
    return actor;
}

Query Registrar::askAccepted(const QString &actionId) const
{
    Query row = m_reader.query(QStringLiteral(
        "SELECT operation, operator FROM journal WHERE action = :action ORDER BY seq"));
    row.bind(QStringLiteral(":action"), actionId);
    row.ask();
    return row;
}

std::optional<ActResult> Registrar::alreadyAccepted(Query row) const
{
    if (!row.next() || row.integer(1) != m_session.operatorId())
        return std::nullopt;
    return resultOf(m_snapshots.operation(row.integer(0)));
}

ActResult Registrar::resultOf(const OperationSnapshot &snapshot)
{
    return {snapshot.id, snapshot.revision, snapshot.state, waitsFor(snapshot), {}};
}

PostingContext Registrar::contextOf(const OperationSnapshot &snapshot, qint64 opSeq) const
{
    PostingContext context;
    context.operation = snapshot.id;
    context.revision = snapshot.revision;
    context.node = m_setting.node;
    context.opSeq = opSeq;
    context.division = snapshot.division;
    context.at = m_setting.now;
    context.today = officeDate(m_setting.now);
    context.operatorId = snapshot.exists ? snapshot.maker : m_session.operatorId();
    context.madeOn = snapshot.exists ? snapshot.madeOn : context.today;
    context.journalHead = m_setting.journal.headHash();
    return context;
}

void Registrar::prepare(Making &making, const MakeRequest &request)
{
    const bool again = request.resubmits != 0;
    if (again)
        making.snapshot = m_snapshots.operation(request.resubmits);
    making.type = m_setting.registry.find(request.type);
    making.snapshot.type = request.type;
    making.action.kind = ActionKind::Make;
    making.action.operation = request.resubmits;
    making.action.post = request.post;
    making.action.reason = request.reason;
    making.action.actionId = request.actionId.isEmpty() ? newActionId() : request.actionId;
    if (!making.type)
        return;
    const OperationType &type = *making.type;
    if (!again && !making.asksOnly)
        making.snapshot.id = IdGiver(m_setting.node).next(m_setting.database);
    making.given = readPayload(type, request.payload);
    making.payload = completed(type, making.given.values);
    if (making.asksOnly)
        stateRequest(making, request);
    else
        declare(making, request);
}

QJsonObject Registrar::completed(const OperationType &type, const QJsonObject &given) const
{
    // A form that was filled in by the service hands on what it was based on.
    if (!m_setting.county || !type.prefill || given.contains(u"before"))
        return m_setting.county ? given : completedPayload(type, given, m_reader);
    QJsonObject whole = m_setting.county->prefill(m_session.name(), type.id, given);
    for (auto each = given.constBegin(); each != given.constEnd(); ++each)
        whole.insert(each.key(), each.value());
    return whole;
}

/** What the maker says himself, whatever the books hold. */
void Registrar::stateRequest(Making &making, const MakeRequest &request) const
{
    making.canonical = canonicalJson(making.payload);
    making.digest = sm3Hex(making.canonical);
    making.madeOn = officeDate(m_setting.now);
    making.evidence = {};
    for (const Evidence &evidence : request.evidence) {
        making.evidence.append(QJsonObject{{QStringLiteral("kind"), evidence.kind},
                                           {QStringLiteral("file"), evidence.fileName},
                                           {QStringLiteral("digest"), sm3Hex(evidence.content)}});
    }
}

void Registrar::declare(Making &making, const MakeRequest &request)
{
    const OperationType &type = *making.type;
    stateRequest(making, request);
    making.snapshot.family = type.family;
    making.snapshot.highRisk = type.highRisk;
    making.snapshot.statesFact = bool(type.stateFacts);

    if (m_setting.outOfSight)
        making.outOfSight = m_setting.outOfSight(type, making.payload);
    making.findings = making.outOfSight.isEmpty()
        ? judgedPayload(type, making.given, making.payload, m_reader, m_session.operatorId())
        : Findings();
    if (m_setting.besideBooks)
        making.findings += m_setting.besideBooks(type.id, making.payload);
    making.summary = type.summary(making.payload, m_reader);
    making.snapshot.division = type.division ? type.division(making.payload, m_reader)
                                             : making.payload.value(u"division").toString();
    if (type.amount)
        making.snapshot.amountFen = type.amount(making.payload).fen();
    const QString key = type.routeKey ? type.routeKey(making.payload, m_reader) : type.id;
    if (const std::optional<Route> route = m_snapshots.route(key, making.snapshot.division))
        making.snapshot.route = *route;
    if (type.subjects)
        making.subjects = type.subjects(making.payload, m_reader);
    making.snapshot.subjects.clear();
    for (const Subject &subject : making.subjects)
        making.snapshot.subjects.append(subject.idNumber);
    if (type.locks)
        making.locks = type.locks(making.payload, m_reader);
    making.matter = type.matter ? type.matter(making.payload, m_reader) : 0;
    if (making.matter == 0)
        making.matter = making.snapshot.id;
    if (type.limitDaysWorking > 0)
        making.dueOn = m_reader.calendar().addWorkingDays(making.madeOn, type.limitDaysWorking);
}

void Registrar::judge(Making &making, const MakeRequest &request)
{
    Circumstances now = circumstances(making.snapshot);
    now.typeKnown = making.type != nullptr;
    now.routeKnown = !making.type || !making.snapshot.route.steps.isEmpty();
    now.ruleErrors = making.outOfSight;
    if (making.type && making.outOfSight.isEmpty()) {
        for (const Finding &finding : making.findings) {
            if (finding.severity == Severity::Error)
                now.ruleErrors.append(
                    {finding.code.isEmpty() ? QStringLiteral("RULE_BROKEN") : finding.code,
                     finding.field, finding.text, finding.rule});
            else if (finding.severity == Severity::Warning)
                now.warningUnanswered = true;
        }
        QStringList missing;
        for (const QString &kind : making.type->evidence) {
            bool found = false;
            for (const Evidence &evidence : request.evidence)
                found = found || evidence.kind == kind;
            if (!found)
                missing.append(evidenceTitle(kind));
        }
        now.evidenceMissing = !missing.isEmpty();
        now.missingEvidence = missing.join(QCoreApplication::translate("Refusals", ", "));
        QStringList empty;
        for (const Evidence &evidence : request.evidence) {
            if (!evidence.fileName.isEmpty() && evidence.content.isEmpty())
                empty.append(
                    QStringLiteral("%1 “%2”").arg(evidenceTitle(evidence.kind), evidence.fileName));
        }
        now.emptyEvidence = empty.join(QCoreApplication::translate("Refusals", ", "));
        QStringList stillMissing = papersAskedAtReturn(making.snapshot);
        stillMissing.removeIf([&request](const QString &paper) {
            return std::any_of(request.evidence.begin(), request.evidence.end(),
                               [&paper](const Evidence &each) { return each.kind == paper; });
        });
        if (!stillMissing.isEmpty())
            now.ruleErrors.append(refusal(QStringLiteral("PAPERS_ASKED_MISSING"),
                                          papersInWords(stillMissing), QStringLiteral("evidence")));
        const qint64 holder = m_snapshots.lockHolder(making.locks, making.snapshot.id);
        now.otherOperationOpen = holder != 0;
        now.otherOperation = holder == 0 ? QString() : inWords(holder);
    }
    const auto verdict = decide(making.snapshot, making.action, actor(), now);
    if (const auto *refusals = std::get_if<QList<Refusal>>(&verdict))
        throw RefusedError(*refusals);
    making.decision = std::get<Decision>(verdict);
}

void Registrar::storeRevision(Making &making, const MakeRequest &request)
{
    const OperationSnapshot &snapshot = making.snapshot;
    QJsonArray findings;
    for (const Finding &finding : making.findings)
        findings.append(QJsonObject{{QStringLiteral("code"), finding.code},
                                    {QStringLiteral("field"), finding.field},
                                    {QStringLiteral("severity"), severityNumber(finding.severity)},
                                    {QStringLiteral("text"), finding.lasting()}});
    making.storedFindings = canonicalJson(findings);
    Query revision = m_reader.query(QStringLiteral(
        "INSERT INTO operation_revision (operation, revision, payload, digest, findings) VALUES (?, ?, ?, ?, ?)"));
    revision.bindAll(snapshot.id, qint64(making.decision.revision),
                     QString::fromUtf8(making.canonical), making.digest,
                     QString::fromUtf8(making.storedFindings));
    revision.run();
    for (const Evidence &evidence : request.evidence) {
        Query insert = m_reader.query(QStringLiteral(
            "INSERT INTO operation_evidence (operation, revision, kind, file_name, digest, content) "
            "VALUES (?, ?, ?, ?, ?, ?)"));
        insert.bindAll(snapshot.id, qint64(making.decision.revision), evidence.kind,
                       evidence.fileName, sm3Hex(evidence.content), evidence.content);
        insert.run();
    }
    if (!snapshot.exists) {
        Query insert = m_reader.query(QStringLiteral(
            "INSERT INTO operation (id, type, type_version, revision, state, closed_by, step, route, division, "
            "maker, maker_person, matter, summary, amount, made_on, due_on) "
            "VALUES (?, ?, ?, 0, 'draft', '', 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        insert.bindAll(snapshot.id, making.type->id, qint64(making.type->version),
                       QString::fromUtf8(snapshot.route.toJson()), snapshot.division,
                       m_session.operatorId(), m_session.person(), making.matter, making.summary,
                       snapshot.amountFen, making.madeOn,
                       making.dueOn ? QVariant(making.dueOn->toString(Qt::ISODate)) : QVariant());
        insert.run();
    } else {
        Query update = m_reader.query(QStringLiteral(
            "UPDATE operation SET route = ?, summary = ?, amount = ?, division = ? WHERE id = ?"));
        update.bindAll(QString::fromUtf8(snapshot.route.toJson()), making.summary,
                       snapshot.amountFen, snapshot.division, snapshot.id);
        update.run();
    }
}

void Registrar::storeSubjectsAndLocks(const Making &making)
{
    QStringList seen;
    for (const Subject &subject : making.subjects) {
        if (seen.contains(subject.idNumber))
            continue;
        seen.append(subject.idNumber);
        Query insert = m_reader.query(QStringLiteral(
            "INSERT INTO operation_subject (operation, revision, person, id_number) VALUES (?, ?, ?, ?)"));
        insert.bindAll(making.snapshot.id, qint64(making.decision.revision), subject.person,
                       subject.idNumber);
        insert.run();
    }
    Query clear = m_reader.query(QStringLiteral("DELETE FROM operation_lock WHERE operation = ?"));
    clear.bindAll(making.snapshot.id);
    clear.run();
    for (const Lock &lock : making.locks) {
        Query insert = m_reader.query(QStringLiteral(
            "INSERT INTO operation_lock (subject, aspect, operation) VALUES (?, ?, ?)"));
        insert.bindAll(lock.subject, lock.aspect, making.snapshot.id);
        insert.run();
    }
}

QString Registrar::stateFacts(const Making &making)
{
    // A fact is stated once: a later revision of the same operation cannot take the money again.
    if (!making.type->stateFacts || making.snapshot.exists)
        return {};
    const qint64 opSeq = m_setting.journal.headSeq() + 1;
    PostingContext context = contextOf(making.snapshot, opSeq);
    context.makerPost = making.decision.actingPost.post;
    m_effects.stateFacts(*making.type, making.payload, context);
    return digestOfWritten(opSeq, *making.type);
}

/** What writers wrote is all that bears the entry's number: `verify` looks at every table. */
QString Registrar::digestOfWritten(qint64 opSeq, const OperationType &type)
{
    return effectsDigest(m_setting.database, m_setting.catalogue, opSeq, typeVersion(type),
                         &m_setting.database.written());
}

void Registrar::appendMake(const Making &making, const MakeRequest &request,
                           const QString &factsDigest)
{
    JournalEntry entry = entryFor(making.action, making.snapshot, making.decision);
    stateMake(entry, making, request);
    QJsonObject &detail = entry.detail;
    detail.insert(QStringLiteral("route"), QString::fromUtf8(making.snapshot.route.toJson()));
    detail.insert(QStringLiteral("division"), making.snapshot.division);
    detail.insert(QStringLiteral("matter"), making.matter);
    detail.insert(QStringLiteral("amount"), making.snapshot.amountFen);
    detail.insert(QStringLiteral("summary"), making.summary);
    detail.insert(QStringLiteral("due_on"),
                  making.dueOn ? making.dueOn->toString(Qt::ISODate) : QString());
    detail.insert(QStringLiteral("findings"), sm3Hex(making.storedFindings));
    detail.insert(QStringLiteral("subjects"),
                  subjectsDigest(m_setting.database, making.snapshot.id, making.decision.revision));
    QStringList locks;
    for (const Lock &lock : making.locks)
        locks.append(lockDigest(lock));
    if (!locks.isEmpty())
        detail.insert(QStringLiteral("locks"), QJsonArray::fromStringList(locks));
    if (!factsDigest.isEmpty())
        detail.insert(QStringLiteral("effects"), factsDigest);
    if (making.type->isImportant && making.type->isImportant(making.payload, m_reader))
        detail.insert(QStringLiteral("important"), 1);
    // What the notices before it asked for is the first list of this matter.
    const QStringList named =
        papersOfNotices(*making.type, m_setting.registry, making.payload, m_reader);
    if (!named.isEmpty())
        detail.insert(QStringLiteral("papers"), QJsonArray::fromStringList(named));
    enter(entry);
}

void Registrar::stateMake(JournalEntry &entry, const Making &making,
                          const MakeRequest &request) const
{
    entry.operation = making.snapshot.id;
    entry.payloadDigest = making.digest;
    QJsonObject &detail = entry.detail;
    detail.insert(QStringLiteral("type"), typeVersion(*making.type));
    detail.insert(QStringLiteral("evidence"), making.evidence);
    if (!request.instructedBy.isEmpty()) {
        const QDate on = request.instructedOn.isValid() ? request.instructedOn : making.madeOn;
        detail.insert(QStringLiteral("instructed_by"), request.instructedBy);
        detail.insert(QStringLiteral("instructed_on"), on.toString(Qt::ISODate));
    }
    if (!request.objection.isEmpty())
        detail.insert(QStringLiteral("objection"), request.objection);
}

void Registrar::stateDecision(JournalEntry &entry, const Action &action, const QString &view)
{
    if (isRouteStep(action.kind))
        entry.detail.insert(QStringLiteral("view"), view);
    if (action.evidenceTrue && action.evidenceComplete && action.evidenceValid)
        entry.detail.insert(QStringLiteral("evidence_checked"), 1);
}

ActResult Registrar::make(const MakeRequest &request)
{
    if (const QList<Refusal> refused = refusedWords(request); !refused.isEmpty())
        throw RefusedError(refused);
    Transaction transaction(m_setting.database);
    if (!request.actionId.isEmpty()) {
        if (const std::optional<ActResult> before = alreadyAccepted(askAccepted(request.actionId)))
            return *before;
    }
    Making making;
    prepare(making, request);
    if (making.type && making.type->batch)
        takeRows(making, request);
    judge(making, request);
    storeRevision(making, request);
    storeSubjectsAndLocks(making);
    const QString factsDigest = stateFacts(making);
    const PostingContext context = contextOf(making.snapshot, m_setting.journal.headSeq() + 2);
    const QList<Refusal> refused = making.type->batch
        ? tryFirstRows(making, context)
        : dryRun(*making.type, making.payload, context);
    if (!refused.isEmpty())
        throw RefusedError(refused);
    appendMake(making, request, factsDigest);
    storeState(making.snapshot, making.decision, std::nullopt);
    ActResult result = resultOf(after(making.snapshot, ActionKind::Make, making.decision));
    result.revision = making.decision.revision;
    result.findings = making.findings;
    result.rowsTaken = making.rows.good;
    result.rowsGivenBack = making.rows.bad;
    transaction.commit();
    return result;
}

QList<Refusal> Registrar::dryRun(const OperationType &type, const QJsonObject &payload,
                                 const PostingContext &context)
{
    Transaction trial(m_setting.database);
    return refusalsOf([&] { m_effects.apply(type, payload, context); });
}

JournalEntry Registrar::entryFor(const Action &action, const OperationSnapshot &snapshot,
                                 const Decision &decision) const
{
    JournalEntry entry;
    entry.operatorId = m_session.operatorId();
    entry.post = decision.actingPost.post;
    entry.workstation = m_setting.workstation;
    entry.kind = actionCode(action.kind);
    entry.operation = snapshot.id;
    entry.revision = decision.revision;
    entry.action = action.actionId.isEmpty() ? newActionId() : action.actionId;
    entry.detail.insert(QStringLiteral("step"),
                        action.kind == ActionKind::Make ? 0 : snapshot.step);
    if (!action.reason.isEmpty())
        entry.detail.insert(QStringLiteral("reason"), action.reason);
    if (action.kind == ActionKind::Return && !action.papers.isEmpty()) {
        entry.detail.insert(QStringLiteral("papers"), QJsonArray::fromStringList(action.papers));
        const QStringList late = notNamedFirst(action.papers, snapshot.papersNamed());
        if (!late.isEmpty()) {
            entry.detail.insert(QStringLiteral("late_papers"), QJsonArray::fromStringList(late));
            entry.detail.insert(QStringLiteral("late_reason"), action.lateReason);
        }
    }
    if (!decision.actingPost.delegatedBy.isEmpty())
        entry.detail.insert(QStringLiteral("delegated_by"), decision.actingPost.delegatedBy);
    if (!action.alone)
        entry.detail.insert(QStringLiteral("together"), 1);
    if (m_session.onTheSpot())
        entry.detail.insert(QStringLiteral("on_the_spot"), 1);
    return entry;
}

void Registrar::storeState(const OperationSnapshot &snapshot, const Decision &decision,
                           std::optional<qint64> postedSeq)
{
    Query update = m_reader.query(QStringLiteral(
        "UPDATE operation SET state = ?, closed_by = ?, step = ?, revision = ?, posted_seq = ? WHERE id = ?"));
    update.bindAll(stateCode(decision.state), decision.closedBy, qint64(decision.step),
                   qint64(decision.revision), postedSeq ? QVariant(*postedSeq) : QVariant(),
                   snapshot.id);
    update.run();
    if (decision.state != OperationState::Posted && decision.state != OperationState::Closed)
        return;
    Query unlock = m_reader.query(QStringLiteral("DELETE FROM operation_lock WHERE operation = ?"));
    unlock.bindAll(snapshot.id);
    unlock.run();
}

void Registrar::fileWithPosts(qint64 operation, const QStringList &posts, qint64 seq)
{
    for (const QString &post : posts) {
        // A refusal that was filed before waits again when the operation posts after all.
        Query before =
            m_reader.query(QStringLiteral("DELETE FROM filing WHERE operation = ? AND post = ?"));
        before.bindAll(operation, post);
        before.run();
        Query insert = m_reader.query(
            QStringLiteral("INSERT INTO filing (operation, post, filed_seq) VALUES (?, ?, ?)"));
        insert.bindAll(operation, post, seq);
        insert.run();
    }
}

ActResult Registrar::act(const Action &action, const Progress &progress)
{
    if (const QList<Refusal> refused = refusedWords(action); !refused.isEmpty())
        throw RefusedError(refused);
    Transaction transaction(m_setting.database);
    const Query before = askAccepted(action.actionId);
    const OperationSnapshot snapshot = m_snapshots.operation(action.operation);
    if (!action.actionId.isEmpty()) {
        if (const std::optional<ActResult> done = alreadyAccepted(before))
            return *done;
    }
    Circumstances now = circumstances(snapshot);
    OperationView shown;
    if (snapshot.exists) {
        shown = content(snapshot);
        now.currentDigest = shown.digest;
    }
    now.decisionMissing = snapshot.isImportant() && !m_snapshots.isDecided(snapshot.id);
    const auto verdict = decide(snapshot, action, actor(), now);
    if (const auto *refusals = std::get_if<QList<Refusal>>(&verdict))
        throw RefusedError(*refusals);
    Decision decision = std::get<Decision>(verdict);

    const QJsonObject &payload = shown.payload;
    const OperationType *type = typeOf(snapshot);
    if (!type)
        throw RefusedError({refusal(QStringLiteral("TYPE_UNKNOWN"), snapshot.type)});

    const qint64 actionSeq = m_setting.journal.headSeq() + 1;
    QList<Refusal> conflict;
    if (decision.post)
        conflict = m_effects.post(*type, payload, contextOf(snapshot, actionSeq + 1), progress);
    else if (isRouteStep(action.kind) && !type->batch)
        conflict = dryRun(*type, payload, contextOf(snapshot, actionSeq + 1));
    if (decision.refuseFacts)
        m_effects.applyRefused(*type, payload, contextOf(snapshot, actionSeq));

    JournalEntry entry = entryFor(action, snapshot, decision);
    entry.payloadDigest = sm3Hex(canonicalJson(payload));
    stateDecision(entry, action, now.currentDigest);
    if (decision.refuseFacts)
        entry.detail.insert(QStringLiteral("effects"), digestOfWritten(actionSeq, *type));
    if (!conflict.isEmpty()) {
        decision.state = OperationState::Conflict;
        decision.step = snapshot.step;
        decision.post = false;
        entry.detail.insert(QStringLiteral("conflict"), conflict.first().text);
    }
    const JournalEntry accepted = enter(entry);
    std::optional<qint64> postedSeq;
    if (decision.post) {
        JournalEntry posted = accepted;
        posted.kind = QStringLiteral("posted");
        posted.detail = {{QStringLiteral("effects"), digestOfWritten(actionSeq + 1, *type)},
                         {QStringLiteral("type"), typeVersion(*type)}};
        postedSeq = enter(posted).seq;
        fileWithPosts(snapshot.id, snapshot.route.filedWith, *postedSeq);
    }
    const bool refusedByHandler =
        action.kind == ActionKind::Return || action.kind == ActionKind::Reject;
    if (refusedByHandler && snapshot.isInstructed())
        fileWithPosts(snapshot.id, postsToldOfRefusal(), accepted.seq);
    if (action.kind == ActionKind::Acknowledge) {
        Query update = m_reader.query(QStringLiteral(
            "UPDATE filing SET acknowledged_seq = ? WHERE operation = ? AND post = ?"));
        update.bindAll(accepted.seq, snapshot.id, decision.actingPost.post);
        update.run();
    } else {
        storeState(snapshot, decision, postedSeq);
    }
    ActResult result = resultOf(after(snapshot, action.kind, decision));
    for (const Refusal &each : conflict)
        result.findings.append({Severity::Error, each.code, each.field, each.text, each.rule});
    transaction.commit();
    return result;
}

} // namespace jubao
