// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/office.h"

#include "core/canonical_json.h"
#include "database/backup.h"
#include "database/error.h"
#include "database/file_lock.h"
#include "database/transaction.h"
#include "operations/founding.h"
#include "operations/office_private.h"
#include "operations/payload.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <stdexcept>

namespace jubao {

Office::Office() : d(std::make_unique<Private>()) { }
Office::~Office() = default;

void Office::Private::useDatabase(std::unique_ptr<Database> opened)
{
    database = std::move(opened);
    if (!options.county) {
        journal = std::make_unique<Journal>(*database, node);
        // Who may do what, figures and places: an action asks forty times about them.
        database->keepAnswers({{"avoidance", "delegation", "delegation_scope", "division",
                                "holiday", "incompatible_post", "operator_account", "operator_key",
                                "policy_row", "post_assignment", "power", "registrar_key", "route"},
                               Journal::headSql(),
                               QStringLiteral("journal"),
                               [this](const QList<QByteArray> &before) {
                                   return journal->onlyPersonsSince(before.at(0).toLongLong(),
                                                                    before.at(1));
                               }});
        trail = std::make_unique<AccessTrail>(*database, options.workstation);
        return;
    }
    journal = std::make_unique<Journal>(*database, node,
                                        [this] { return options.county->head(readsAs); });
    trail = std::make_unique<AccessTrail>(
        *database,
        [this](qint64 operatorId, const QString &kind, const QString &subject,
               const QString &detail) {
            options.county->note(namesSignedIn.value(operatorId, readsAs), kind, subject, detail);
        });
}

Database::Options Office::Private::books(const Key &key, Database::Mode mode) const
{
    Database::Options result;
    result.path = databasePath();
    result.server = options.server;
    result.key = key.clone();
    result.mode = mode;
    if (mode != Database::Mode::Create)
        result.knownSchema = migrations.latest();
    return result;
}

void Office::Private::openDatabase(const Key &key)
{
    if (database)
        return;
    useDatabase(Database::open(books(key, Database::Mode::ReadWrite)));
    dataKey = key.clone();
    requireCurrentSchema();
    Query office = database->prepare(QStringLiteral("SELECT identity FROM office"));
    if (office.next())
        booksIdentity = office.text(0);
    beginClockWatch();
}

void Office::Private::changeSlots(const std::function<void(SlotFile &)> &change)
{
    constexpr int waitMs = 10000;
    const FileLock lock(slotPath() + QStringLiteral(".lock"), FileLock::Mode::Exclusive, waitMs);
    slotFile = SlotFile::load(slotPath());
    change(slotFile);
    slotFile.save();
}

std::unique_ptr<Office> Office::open(const QString &folder, Options options)
{
    if (!options.server && !options.registrar && !options.county && CountyFile::isIn(folder))
        throw RefusedError({refusal(QStringLiteral("OFFICE_MOVED"), folder)});
    return openSidecar(folder, std::move(options));
}

std::unique_ptr<Office> Office::openSidecar(const QString &folder, Options options)
{
    std::unique_ptr<Office> office(new Office);
    office->d->folder = folder;
    office->d->options = std::move(options);
    office->d->catalogue = office->d->options.catalogue;
    office->d->migrations = office->d->options.migrations;
    if (office->d->options.county)
        office->d->slotFile.setOffice(office->d->options.county->office());
    else
        office->d->slotFile = SlotFile::load(office->d->slotPath());
    if (office->d->options.clock->isSimulated() && !office->isDemo())
        throw std::logic_error("only a demo office may be given a simulated clock");
    return office;
}

std::unique_ptr<Office> Office::found(const QString &folder, const FoundingPlan &plan,
                                      const QMap<QString, QString> &passwords, Options options,
                                      const KeepShares &keepShares)
{
    const QStringList errors = foundingPlanErrors(plan.content);
    if (!errors.isEmpty())
        throw std::invalid_argument(errors.join(u' ').toStdString());
    std::unique_ptr<Office> office(new Office);
    Private &d = *office->d;
    d.folder = folder;
    d.options = std::move(options);
    d.catalogue = d.options.catalogue;
    d.migrations = d.options.migrations;
    const bool demo = plan.content[u"office"][u"demo"].toInt() == 1;
    if (d.options.clock->isSimulated() && !demo)
        throw std::logic_error("only a demo office may be given a simulated clock");
    if (!demo && !keepShares)
        throw std::logic_error("a real office is founded with envelopes");
    if (QFileInfo::exists(d.databasePath()) || QFileInfo::exists(d.slotPath()))
        throw RefusedError({refusal(QStringLiteral("OFFICE_EXISTS"), folder)});
    if (!QDir().mkpath(folder))
        throw DatabaseError(DatabaseError::Kind::ReadOnly, folder);

    d.dataKey = Key::random();
    d.slotFile = SlotFile::create(d.slotPath());
    QJsonObject content = completedFoundingPlan(plan.content);
    d.slotFile.setOffice({{QStringLiteral("cost"), content[u"password_cost"].toObject()}});
    QMap<QString, std::shared_ptr<KeyPair>> signers;
    QList<Slot> made;
    QJsonArray people;
    const QJsonArray planned = content[u"signers"].toArray();
    for (const QJsonValue &value : planned) {
        QJsonObject signer = value.toObject();
        const QString name = signer[u"name"].toString();
        if (!passwords.contains(name))
            throw std::invalid_argument("no password for signer " + name.toStdString());
        Slot slot =
            makeSlot(0, name, passwords.value(name), d.passwordCost(), d.dataKey, d.nowText());
        signers.insert(name, openSlot(slot, passwords.value(name))->keyPair);
        signer.insert(QStringLiteral("public_key"), slot.publicKey);
        people.append(signer);
        made.append(slot);
    }
    content.insert(QStringLiteral("signers"), people);
    const std::unique_ptr<KeyPair> recovery = KeyPair::generate();
    content.insert(QStringLiteral("recovery_public_key"), recovery->publicKeyHex());
    const QString identity = sm3Hex(canonicalJson(content));
    d.takeOfficeLock();
    try {
        d.useDatabase(Database::open(d.books(d.dataKey, Database::Mode::Create)));
        d.migrations.apply(*d.database, d.catalogue);
        office->signFounding(content, identity, signers);
        d.beginClockWatch();
        for (Slot &slot : made) {
            slot.operatorId = d.operatorId(slot.operatorName).value();
            d.slotFile.put(slot);
            d.noteSlot(slotKept, slot);
        }
        d.slotFile.setOffice({{QStringLiteral("cost"), content[u"password_cost"].toObject()},
                              {QStringLiteral("demo"), demo ? 1 : 0},
                              {QStringLiteral("identity"), identity},
                              {QStringLiteral("name"), content[u"office"][u"name"].toString()}});
        d.slotFile.setRecovery(
            {recovery->publicKeyHex(), encryptTo(recovery->publicKeyHex(), d.dataKey.bytes()), {}});
        QByteArray scalar = recovery->privateScalar();
        const Key onPaper = Key::fromBytes(scalar);
        wipe(scalar);
        if (keepShares)
            keepShares(splitKeyTwoOfThree(onPaper), office->reader());
        d.slotFile.save();
    } catch (...) {
        // Half a founding is no office: the folder is left as it was found.
        d.closeBooks();
        removeDatabase(d.databasePath());
        QFile::remove(d.slotPath());
        throw;
    }
    return office;
}

void Office::signFounding(const QJsonObject &plan, const QString &identity,
                          const QMap<QString, std::shared_ptr<KeyPair>> &signers)
{
    Transaction transaction(*d->database);
    const QByteArray canonical = canonicalJson(plan);
    const qint64 foundedSeq = foundingPosts().size();
    PostingContext context;
    context.node = Private::node;
    context.opSeq = foundedSeq;
    context.today = officeDate(d->now());
    context.madeOn = context.today;
    Writer writer(*d->database, d->catalogue, context, QStringLiteral("administration"));
    Query revision = d->database->prepare(QStringLiteral(
        "INSERT INTO operation_revision (operation, revision, payload, digest, findings) VALUES (0, 1, ?, ?, ?)"));
    revision.bindAll(QString::fromUtf8(canonical), sm3Hex(canonical), QStringLiteral("[]"));
    revision.run();
    writeFoundingPlan(plan, identity, writer);
    const QJsonArray people = plan[u"signers"].toArray();
    for (const QString &post : foundingPosts()) {
        for (const QJsonValue &person : people) {
            const QJsonArray posts = person[u"posts"].toArray();
            const bool holds =
                std::any_of(posts.begin(), posts.end(), [&post](const QJsonValue &held) {
                    return held[u"post"].toString() == post;
                });
            if (!holds)
                continue;
            const QString name = person[u"name"].toString();
            const bool last = post == foundingPosts().last();
            JournalEntry entry;
            entry.operatorId = d->operatorId(name).value();
            entry.post = post;
            entry.workstation = d->options.workstation;
            entry.kind = last ? QStringLiteral("founded") : QStringLiteral("founding");
            entry.revision = 1;
            entry.action = QStringLiteral("founding-") + post;
            entry.payloadDigest = sm3Hex(canonical);
            entry.detail.insert(QStringLiteral("identity"), identity);
            entry.detail.insert(QStringLiteral("public_key"), person[u"public_key"].toString());
            if (last)
                entry.detail.insert(QStringLiteral("effects"),
                                    effectsDigest(*d->database, d->catalogue, foundedSeq,
                                                  QStringLiteral("founding@1")));
            d->journal->append(entry, *signers.value(name), d->now());
        }
    }
    transaction.commit();
}

std::optional<qint64> Office::Private::operatorId(const QString &name) const
{
    Query row = database->prepare(QStringLiteral("SELECT id FROM operator_account WHERE name = ?"));
    row.bindAll(name);
    return row.next() ? std::optional(row.integer(0)) : std::nullopt;
}

Registrar Office::Private::registrar(const Session &session,
                                     const Registrar::Countersigning *signing,
                                     const QString &workstation)
{
    return Registrar({*database, catalogue, *options.registry, *journal, now(), node,
                      workstation.isEmpty() ? options.workstation : workstation, witnessAlarm,
                      clockFault(),
                      [this](const QString &type, const QJsonObject &payload) {
                          return besideBooks(type, payload);
                      },
                      [this, &session](const OperationType &type, const QJsonObject &payload) {
                          return outOfSight(session, type, payload);
                      },
                      signing, options.county.get()},
                     session);
}

void Office::Private::refuse(qint64 operatorId, const QString &subject, const RefusedError &error)
{
    QStringList codes;
    for (const Refusal &each : error.refusals)
        codes.append(each.code);
    trail->add(operatorId, QStringLiteral("refused"), subject, codes.join(QStringLiteral(", ")),
               now());
    throw RefusedError(error.refusals);
}

void Office::Private::refuse(qint64 operatorId, const QString &code, const QString &subject)
{
    refuse(operatorId, QStringLiteral("sign_in"), RefusedError({refusal(code, subject)}));
}

Findings Office::check(const Session &session, const QString &type,
                       const QJsonObject &payload) const
{
    if (d->options.county)
        return d->options.county->check(session.name(), type, payload);
    const OperationType *found = d->options.registry->find(type);
    if (!found)
        return {};
    const Reader books = reader();
    const ReadPayload read = readPayload(*found, payload);
    Findings outside;
    for (const Refusal &each : d->outOfSight(session, *found, read.values))
        outside.append(error(each.code, each.field, each.text, each.rule));
    if (!outside.isEmpty())
        return outside;
    return judgedPayload(*found, read, completedPayload(*found, read.values, books), books,
                         session.operatorId())
        + d->besideBooks(type, read.values);
}

QList<Refusal> Office::dryRun(const Session &session, const QString &type,
                              const QJsonObject &payload)
{
    d->requireOwnBooks(session.operatorId(), type);
    const OperationType *found = d->options.registry->find(type);
    if (!found)
        return {refusal(QStringLiteral("TYPE_UNKNOWN"), type)};
    Registrar registrar = d->registrar(session);
    PostingContext context;
    context.node = Private::node;
    context.opSeq = d->journal->headSeq() + 1;
    context.operatorId = session.operatorId();
    context.today = officeDate(d->now());
    context.madeOn = context.today;
    Transaction trial(*d->database);
    return registrar.dryRun(*found, payload, context);
}

ActResult Office::make(Session &session, const MakeRequest &request)
{
    requireAwake(session);
    if (d->entering())
        return askToMake(session, request);
    try {
        ActResult result = d->registrar(session).make(request);
        result.head = d->remember(session, request.actionId);
        return result;
    } catch (const RefusedError &error) {
        d->refuse(session.operatorId(), QStringLiteral("make ") + request.type, error);
    }
}

ActResult Office::act(Session &session, const Action &action, const Progress &progress)
{
    requireAwake(session);
    if (d->entering())
        return askToAct(session, action, progress);
    try {
        ActResult result = d->registrar(session).act(action, progress);
        result.head = d->remember(session, action.actionId);
        if (result.state == OperationState::Posted) {
            d->unlockIfPosted(result.operation);
            d->rotateIfDue(session);
        }
        return result;
    } catch (const RefusedError &error) {
        d->refuse(session.operatorId(),
                  QStringLiteral("%1 %2").arg(actionCode(action.kind)).arg(action.operation),
                  error);
    }
}

BatchCount Office::checkRows(const Session &session, const QString &type,
                             const QJsonObject &parameters, const RowSource &rows,
                             const RowReturn &givenBack, const Progress &progress) const
{
    if (d->options.county)
        return d->options.county->checkRows(session.name(), type, parameters, rows, 0, givenBack);
    const OperationType *found = d->options.registry->find(type);
    if (!found || !found->batch)
        throw RefusedError({refusal(QStringLiteral("TYPE_UNKNOWN"), type)});
    const Reader books = reader();
    const QJsonObject complete = completedPayload(*found, parameters, books);
    const Actor actor =
        SnapshotReader(books, *d->options.registry).actor(session.operatorId(), d->now());
    return BatchJudge(*found, complete, books, session.operatorId(), actor.avoids)
        .run(rows, {}, givenBack, progress);
}

RowSource Office::rowsOf(qint64 operation, int revision, qint64 after) const
{
    return stagedRows(reader(), operation, revision, after);
}

QList<std::variant<ActResult, QList<Refusal>>> Office::actMany(Session &session,
                                                               const QList<Action> &actions)
{
    QList<std::variant<ActResult, QList<Refusal>>> results;
    for (Action action : actions) {
        action.alone = actions.size() == 1;
        try {
            results.append(act(session, action));
        } catch (const RefusedError &error) {
            results.append(error.refusals);
        }
    }
    return results;
}

OperationView Office::view(const Session &session, qint64 operation) const
{
    if (d->options.county)
        return d->options.county->view(session.name(), operation);
    requireSight(session, operation);
    OperationView view = d->registrar(session).view(operation);
    hideSealed(session, view);
    return view;
}

QList<OperationView> Office::inbox(const Session &session) const
{
    if (d->options.county)
        return d->options.county->list(session.name(), Listing::Inbox);
    return d->registrar(session).inbox();
}

QList<Responsible> Office::responsibility(const Session &session, qint64 operation) const
{
    if (d->options.county)
        return d->options.county->responsibility(session.name(), operation);
    requireSight(session, operation);
    return d->registrar(session).responsibility(operation);
}

QList<OperationView> Office::filings(const Session &session) const
{
    if (d->options.county)
        return d->options.county->list(session.name(), Listing::Filings);
    const Registrar registrar = d->registrar(session);
    QList<OperationView> list;
    const QStringList posts = session.posts();
    for (const QString &post : posts) {
        Query rows = d->database->prepare(QStringLiteral(
            "SELECT operation FROM filing WHERE post = ? AND acknowledged_seq IS NULL "
            "ORDER BY operation"));
        rows.bindAll(post);
        while (rows.next()) {
            OperationView view = registrar.view(rows.integer(0));
            view.waitsForStep = ActionKind::Acknowledge;
            view.waitsForPosts = {post};
            view.waitsFor = QCoreApplication::translate("Registrar", "%1 by %2")
                                .arg(actionTitle(ActionKind::Acknowledge), postTitle(post));
            hideSealed(session, view);
            list.append(view);
        }
    }
    return list;
}

QList<OperationView> Office::historyOf(const Session &session, qint64 person) const
{
    if (d->options.county)
        return d->options.county->list(session.name(), Listing::History, person);
    requireRight(session, DataRight::Look, QStringLiteral("history"));
    if (person <= 0) // operations about people who are not enrolled have no history page
        return {};
    const Registrar registrar = d->registrar(session);
    QList<qint64> ids;
    Query rows = d->database->prepare(QStringLiteral(
        "SELECT DISTINCT s.operation FROM operation_subject s LEFT JOIN person p ON p.id_number = s.id_number "
        "WHERE s.person = :person OR p.id = :person ORDER BY s.operation DESC"));
    rows.bind(QStringLiteral(":person"), person);
    while (rows.next())
        ids.append(rows.integer(0));
    QList<OperationView> list;
    for (const qint64 id : ids) {
        OperationView each = registrar.view(id);
        if (!isInSight(session, id, each.division))
            continue;
        hideSealed(session, each);
        list.append(each);
    }
    return list;
}

void Office::trace(const Session &session, const QString &kind, const QString &subject,
                   const QString &detail)
{
    d->trail->add(session.operatorId(), kind, subject, detail, d->now());
    d->signTrailWhenDue(session);
}

void Office::traced(const Session &session, const QString &kind, const QString &subject,
                    const QString &detail, const std::function<void()> &act)
{
    if (d->options.county) {
        d->noted(session, kind, subject, detail, act);
        return;
    }
    Transaction transaction(*d->database);
    d->trail->add(session.operatorId(), kind, subject, detail, d->now());
    act();
    transaction.commit();
    d->signTrailWhenDue(session);
}

JournalEntry Office::housekeeping(Session &session, const QString &kind, const QString &post,
                                  const QJsonObject &detail)
{
    requireAwake(session);
    d->requireOwnBooks(session.operatorId(), kind);
    d->requireKeyMoved(session, kind);
    const QString fault = d->clockFault();
    if (!fault.isEmpty() && kind != QLatin1String("clock_confirmed"))
        d->refuse(session.operatorId(), fault,
                  officeTime(d->now()).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    Transaction transaction(*d->database);
    JournalEntry entry;
    entry.operatorId = session.operatorId();
    entry.post = post;
    entry.workstation = d->options.workstation;
    entry.kind = kind;
    entry.action = d->served ? d->servedAction : QString::fromLatin1(randomBytes(16).toHex());
    entry.detail = detail;
    const JournalEntry accepted = d->served
        ? appendServed(*d->journal, std::move(entry), *d->served, d->now())
        : d->journal->append(entry, session.signer(), d->now());
    transaction.commit();
    d->remember(session, accepted.action);
    return accepted;
}

bool Office::isDemo() const
{
    return d->slotFile.office()[u"demo"].toInt() == 1;
}
QString Office::name() const
{
    return d->slotFile.office()[u"name"].toString();
}
QString Office::folder() const
{
    return d->folder;
}
QString Office::identity() const
{
    return d->identity();
}
bool Office::isOpen() const
{
    return d->database != nullptr;
}
const TypeRegistry &Office::registry() const
{
    return *d->options.registry;
}
const Catalogue &Office::catalogue() const
{
    return d->catalogue;
}
Clock &Office::clock() const
{
    return *d->options.clock;
}
Reader Office::reader() const
{
    return Reader(*d->database, d->catalogue, officeDate(d->now()));
}
Database &Office::database() const
{
    return *d->database;
}
Journal &Office::journal() const
{
    return *d->journal;
}
SlotFile &Office::slotFile() const
{
    return d->slotFile;
}
QStringList Office::alarms() const
{
    return d->alarms;
}

} // namespace jubao
