// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/transaction.h"
#include "operations/county_service.h"
#include "operations/data_right.h"
#include "operations/office_private.h"
#include "operations/registrar_making.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>

namespace jubao {

namespace {

/** A digest of what somebody asks for: the same for the same request made once more, whatever
 * stands in it. */
QString digestOf(const QJsonObject &asked)
{
    return sm3Hex(QJsonDocument(asked).toJson(QJsonDocument::Compact));
}

QString whatIsAsked(const QString &name, const MakeRequest &request)
{
    QJsonArray evidence;
    for (const Evidence &each : request.evidence)
        evidence.append(QJsonArray{each.kind, each.fileName, sm3Hex(each.content)});
    return digestOf({{QStringLiteral("name"), name},
                     {QStringLiteral("type"), request.type},
                     {QStringLiteral("payload"), request.payload},
                     {QStringLiteral("evidence"), evidence},
                     {QStringLiteral("reason"), request.reason},
                     {QStringLiteral("instructed_by"), request.instructedBy},
                     {QStringLiteral("instructed_on"), request.instructedOn.toString(Qt::ISODate)},
                     {QStringLiteral("objection"), request.objection},
                     {QStringLiteral("resubmits"), request.resubmits}});
}

QString whatIsAsked(const QString &name, const Action &action)
{
    return digestOf({{QStringLiteral("name"), name},
                     {QStringLiteral("action"), actionCode(action.kind)},
                     {QStringLiteral("operation"), action.operation},
                     {QStringLiteral("revision"), action.revision},
                     {QStringLiteral("reason"), action.reason},
                     {QStringLiteral("seen"), action.seenDigest},
                     {QStringLiteral("papers"), QJsonArray::fromStringList(action.papers)}});
}

} // namespace

void Registrar::requireTrustedPlace() const
{
    if (!m_setting.clockFault.isEmpty())
        throw RefusedError(
            {refusal(m_setting.clockFault,
                     officeTime(m_setting.now).toString(QStringLiteral("yyyy-MM-dd HH:mm")))});
    if (m_setting.witnessAlarm)
        throw RefusedError({refusal(QStringLiteral("WITNESS_ALARM"))});
}

JournalEntry Registrar::asking(MakeRequest &request, const Asked &asked)
{
    requireTrustedPlace();
    Making making;
    making.asksOnly = true;
    prepare(making, request);
    if (!making.type)
        throw RefusedError({refusal(QStringLiteral("TYPE_UNKNOWN"), request.type)});
    making.decision.revision = making.snapshot.exists ? making.snapshot.revision + 1 : 1;
    if (making.type->batch)
        countRows(making, request);
    JournalEntry entry = entryFor(making.action, making.snapshot, making.decision);
    stateMake(entry, making, request);
    entry.detail.insert(QStringLiteral("asked"), askedDetail(asked));
    return entry;
}

/** The rows are judged here as the registrar will judge them, so that the operator signs what is
 * taken of them and what is given back. They can be read once: the request gets a copy. */
void Registrar::countRows(Making &making, MakeRequest &request)
{
    auto read = std::make_shared<QList<BatchRow>>();
    const bool fromSheet = bool(request.rows.next);
    RowSource rows = m_setting.county ? request.rows : rowsFor(making, request);
    if (fromSheet)
        rows.next = [read, next = request.rows.next](BatchRow &row) {
            if (!next(row))
                return false;
            read->append(row);
            return true;
        };
    const BatchCount count = m_setting.county
        ? m_setting.county->checkRows(m_session.name(), making.type->id, making.payload, rows,
                                      request.resubmits, request.givenBack)
        : judgeOf(making).run(
            rows, [](const BatchRow &, const QByteArray &) {}, request.givenBack, request.progress);
    request.givenBack = {};
    addBatchCount(making.payload, count);
    stateRequest(making, request);
    if (fromSheet)
        request.rows.next = [read, place = qsizetype(0)](BatchRow &row) mutable {
            if (place == read->size())
                return false;
            row = read->at(place++);
            return true;
        };
}

JournalEntry Registrar::asking(const Action &action, const Asked &asked) const
{
    requireTrustedPlace();
    // What was done before is asked for where the entry speaks of it: a desk reads over a wire, and
    // with the eyes of who opened it. Whether the revision is the present one the registrar judges.
    OperationSnapshot snapshot;
    snapshot.id = action.operation;
    snapshot.revision = action.revision;
    if (!action.papers.isEmpty())
        snapshot = m_snapshots.operation(action.operation);
    Decision decision;
    decision.revision = snapshot.revision;
    JournalEntry entry = entryFor(action, snapshot, decision);
    stateDecision(entry, action, action.seenDigest);
    entry.detail.insert(QStringLiteral("asked"), askedDetail(asked));
    return entry;
}

void requireAsked(const JournalEntry &entry, const Registrar::Countersigning &signing,
                  const QDateTime &now)
{
    const QDateTime at = QDateTime::fromString(signing.asked.at, Qt::ISODateWithMs);
    if (!at.isValid() || qAbs(at.secsTo(now)) > signing.toleranceSeconds)
        throw RefusedError(
            {refusal(QStringLiteral("CLOCK_SKEWED"),
                     at.isValid() ? officeTime(at).toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                                  : signing.asked.at)});
    thread_local SignatureCheckers checkers;
    if (!checkers.check(signing.operatorKey, askedMessage(entry, signing.officeIdentity),
                        signing.asked.signature))
        throw RefusedError({refusal(QStringLiteral("SIGNED_OTHERWISE"))});
}

JournalEntry appendServed(Journal &journal, JournalEntry entry,
                          const Registrar::Countersigning &signing, const QDateTime &now)
{
    entry.detail.insert(QStringLiteral("registrar"), signing.key);
    if (entry.kind != QLatin1String("posted")) {
        entry.detail.insert(QStringLiteral("asked"), askedDetail(signing.asked));
        requireAsked(entry, signing, now);
    }
    return journal.append(entry, signing.signer, now);
}

JournalEntry Registrar::enter(JournalEntry entry)
{
    return m_setting.countersigning
        ? appendServed(m_setting.journal, std::move(entry), *m_setting.countersigning,
                       m_setting.now)
        : m_setting.journal.append(entry, m_session.signer(), m_setting.now);
}

RegistrarPort *Office::Private::entering() const
{
    return options.county ? options.county.get() : options.registrar.get();
}

Asked Office::Private::signedNow(const Session &session, const QString &post,
                                 const QString &subject,
                                 const std::function<JournalEntry(const Asked &)> &entryOf)
{
    Asked asked{nowText(), options.workstation, post, session.onTheSpot(), {}};
    try {
        asked.signature = session.signer().sign(askedMessage(entryOf(asked), identity()));
    } catch (const RefusedError &error) {
        refuse(session.operatorId(), subject, error);
    }
    return asked;
}

QString Office::Private::actionIdFor(const QString &what)
{
    // As long as an answer lies on the server to be fetched.
    constexpr qint64 whileMs = 600'000;
    const Unanswered before = unanswered.take(what);
    const bool same =
        !before.actionId.isEmpty() && options.clock->elapsedMs() - before.atMs < whileMs;
    return same ? before.actionId : newActionId();
}

ActResult Office::Private::answered(const QString &what, const QString &actionId,
                                    const std::function<ActResult()> &enter)
{
    try {
        return enter();
    } catch (const DatabaseError &error) {
        using Kind = DatabaseError::Kind;
        if (error.kind() == Kind::ServiceSilent || error.kind() == Kind::ServerGone)
            unanswered.insert(what, {actionId, options.clock->elapsedMs()});
        throw;
    }
}

ActResult Office::askToMake(Session &session, const MakeRequest &request)
{
    MakeRequest own = request;
    const QString what = whatIsAsked(session.name(), own);
    if (own.actionId.isEmpty())
        own.actionId = d->actionIdFor(what);
    if (!own.instructedBy.isEmpty() && !own.instructedOn.isValid())
        own.instructedOn = officeDate(d->now());
    const Asked asked =
        d->signedNow(session, own.post, QStringLiteral("make ") + own.type,
                     [&](const Asked &now) { return d->registrar(session).asking(own, now); });
    const ActResult result = d->answered(
        what, own.actionId, [&] { return d->entering()->make(session.name(), own, asked); });
    d->remember(session, own.actionId, result.head);
    return result;
}

ActResult Office::askToAct(Session &session, const Action &action, const Progress &progress)
{
    Action own = action;
    const QString what = whatIsAsked(session.name(), own);
    if (own.actionId.isEmpty())
        own.actionId = d->actionIdFor(what);
    const Registrar books = d->registrar(session);
    // A decision is signed over a view: whoever names none has decided on the present one.
    if (isRouteStep(own.kind) && own.seenDigest.isEmpty())
        own.seenDigest = d->options.county ? view(session, own.operation).digest
                                           : books.view(own.operation).digest;
    const Asked asked = d->signedNow(
        session, own.post, QStringLiteral("%1 %2").arg(actionCode(own.kind)).arg(own.operation),
        [&](const Asked &now) { return books.asking(own, now); });
    const ActResult result = d->answered(what, own.actionId, [&] {
        return d->entering()->act(session.name(), own, asked, progress);
    });
    d->remember(session, own.actionId, result.head);
    return result;
}

std::shared_ptr<KeyPair> Office::makeRegistrarKey(Session &administrator)
{
    const QString system = QStringLiteral("SA");
    if (!administrator.posts().contains(system))
        d->refuse(administrator.operatorId(), QStringLiteral("POST_NOT_HELD"), system);
    d->requireOwnBooks(administrator.operatorId(), QStringLiteral("registrar_key"));
    d->requireKeyMoved(administrator, QStringLiteral("registrar_key"));
    requireAwake(administrator);
    const std::shared_ptr<KeyPair> key = KeyPair::generate();
    d->changeSlots([&](SlotFile &file) {
        file.setRegistrar(
            {key->publicKeyHex(), encryptTo(key->publicKeyHex(), d->dataKey.bytes()), {}});
    });
    d->trail->add(administrator.operatorId(), QStringLiteral("registrar_key_made"),
                  keyFingerprint(key->publicKeyHex()), {}, d->now());
    return key;
}

std::unique_ptr<Office> Office::openAsRegistrar(const QString &folder, Options options,
                                                std::shared_ptr<KeyPair> key)
{
    std::unique_ptr<Office> office = open(folder, std::move(options));
    Private &d = *office->d;
    const std::optional<KeySeal> seal = d.slotFile.registrar();
    if (!seal || seal->publicKey != key->publicKeyHex())
        throw RefusedError({refusal(QStringLiteral("NO_REGISTRAR_KEY"))});
    std::vector<DataKeyChoice> choices;
    choices.push_back({Key::fromBytes(key->decrypt(seal->sealedDataKey)), false});
    if (!seal->nextSealedDataKey.isEmpty())
        choices.push_back({Key::fromBytes(key->decrypt(seal->nextSealedDataKey)), true});
    d.openBooks(choices);
    Query row = d.database->prepare(
        QStringLiteral("SELECT id FROM registrar_key WHERE public_key = ? AND state = 'open'"));
    row.bindAll(key->publicKeyHex());
    if (!row.next())
        throw RefusedError({refusal(QStringLiteral("NO_REGISTRAR_KEY"))});
    d.registrarKeyRow = row.integer(0);
    d.registrarKey = std::move(key);
    return office;
}

void Office::Private::forgetWhoMayHaveChanged()
{
    const QByteArray keyFile =
        SlotFile::stampOf(slotPath()) + ' ' + officeDate(now()).toString(Qt::ISODate).toLatin1();
    const qint64 at = database->keptAnswers()->generation(database->engine());
    if (knownAt != at || knownKeyFile != keyFile)
        known.clear();
    knownAt = at;
    knownKeyFile = keyFile;
}

Session Office::Private::sessionOf(const QString &name, const Asked &asked)
{
    constexpr qint64 longestMs = 60'000;
    forgetWhoMayHaveChanged();
    Known &before = known[name];
    const qint64 evenMs = options.clock->elapsedMs();
    if (before.session.m_name.isEmpty() || evenMs - before.atMs > longestMs) {
        known.remove(name);
        Session read = sessionFromBooks(name);
        known.insert(name, {std::move(read), evenMs});
    }
    Session session = known.value(name).session;
    session.m_idleLimitSeconds = asked.onTheSpot ? onTheSpotSeconds : 0;
    return session;
}

Session Office::Private::sessionFromBooks(const QString &name)
{
    slotFile = SlotFile::load(slotPath());
    const std::optional<Slot> slot = slotFile.slot(name);
    const std::optional<qint64> id = operatorId(name);
    if (!slot || !id)
        throw RefusedError({refusal(QStringLiteral("OPERATOR_UNKNOWN"), name)});
    requireOpenKey(*id, *slot);
    Session session;
    session.m_operatorId = *id;
    session.m_name = name;
    fillSession(session, *slot);
    return session;
}

Registrar::Countersigning Office::Private::countersigning(const Session &session,
                                                          const Asked &asked)
{
    Query open = database->prepare(
        QStringLiteral("SELECT 1 FROM registrar_key WHERE id = ? AND state = 'open'"));
    open.bindAll(registrarKeyRow);
    if (!registrarKey || !open.next())
        throw RefusedError({refusal(QStringLiteral("NO_REGISTRAR_KEY"))});
    Query key = database->prepare(QStringLiteral(
        "SELECT public_key FROM operator_key WHERE operator = ? AND state = 'open'"));
    key.bindAll(session.operatorId());
    if (!key.next())
        throw RefusedError({refusal(QStringLiteral("KEY_CLOSED"))});
    return {*registrarKey, registrarKeyRow, identity(),
            asked,         key.text(0),     clockWatch.toleranceSeconds()};
}

Office::Sight Office::sightOf(const QString &operatorName)
{
    const Session session = d->sessionOf(operatorName, {});
    std::optional<bool> &persons = d->known[operatorName].looksAtPersons;
    if (!persons)
        persons = mayUse(session, DataRight::Look);
    return {d->postsNow(session), *persons};
}

QStringList Office::mayAsk() const
{
    const Reader books = reader();
    const SnapshotReader snapshots(books, *d->options.registry);
    QStringList names;
    Query open = d->database->prepare(QStringLiteral(
        "SELECT DISTINCT a.id, a.name FROM operator_account a JOIN operator_key k ON k.operator = "
        "a.id WHERE a.state = 'open' AND k.state = 'open'"));
    while (open.next()) {
        const QList<HeldPost> posts = snapshots.actor(open.integer(0), d->now()).posts;
        if (std::any_of(posts.begin(), posts.end(), [&](const HeldPost &held) {
                return held.isInForce(d->now(), books.today());
            }))
            names.append(open.text(1));
    }
    return names;
}

void Office::traceFor(const QString &operatorName, const QString &kind, const QString &subject,
                      const QString &detail)
{
    const std::optional<qint64> id = d->operatorId(operatorName);
    if (!id)
        throw RefusedError({refusal(QStringLiteral("OPERATOR_UNKNOWN"), operatorName)});
    d->trail->add(*id, kind, subject, detail, d->now());
}

std::unique_ptr<Database> Office::booksAs(const ServerAddress &role,
                                          std::shared_ptr<SealedReading> reading) const
{
    Database::Options books = d->books(d->dataKey, Database::Mode::ReadOnly);
    books.server = role;
    books.sealedReading = std::move(reading);
    return Database::open(std::move(books));
}

void Office::together(const std::function<void()> &work)
{
    std::vector<std::function<void()>> behind;
    {
        const auto restored = qScopeGuard([this] { d->whenItStands = nullptr; });
        d->whenItStands = &behind;
        Transaction all(*d->database);
        work();
        all.commit();
    }
    for (const std::function<void()> &each : behind) {
        try {
            each();
        } catch (const DatabaseError &error) {
            // It stands: nobody who entered it is told that it failed.
            qWarning("behind what was entered: %s", qPrintable(error.detail()));
        }
    }
}

void Office::Private::onceItStands(std::function<void()> step)
{
    if (whenItStands)
        whenItStands->push_back(std::move(step));
    else
        step();
}

ActResult Office::makeFor(const QString &operatorName, const MakeRequest &request,
                          const Asked &asked)
{
    const Session session = d->sessionOf(operatorName, asked);
    try {
        const Registrar::Countersigning signing = d->countersigning(session, asked);
        Registrar registrar = d->registrar(session, &signing, asked.workstation);
        ActResult result = registrar.make(request);
        result.head = d->journal->head();
        d->onceItStands([this, session, head = result.head, id = request.actionId] {
            d->remember(session, id, head);
        });
        return result;
    } catch (const RefusedError &error) {
        d->refuse(session.operatorId(), QStringLiteral("make ") + request.type, error);
    }
}

ActResult Office::actFor(const QString &operatorName, const Action &action, const Asked &asked,
                         const Progress &progress)
{
    const Session session = d->sessionOf(operatorName, asked);
    try {
        const Registrar::Countersigning signing = d->countersigning(session, asked);
        ActResult result = d->registrar(session, &signing, asked.workstation).act(action, progress);
        result.head = d->journal->head();
        d->onceItStands([this, session, result, id = action.actionId] {
            d->remember(session, id, result.head);
            if (result.state == OperationState::Posted)
                d->unlockIfPosted(result.operation);
        });
        return result;
    } catch (const RefusedError &error) {
        d->refuse(session.operatorId(),
                  QStringLiteral("%1 %2").arg(actionCode(action.kind)).arg(action.operation),
                  error);
    }
}

} // namespace jubao
