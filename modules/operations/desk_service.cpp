// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The service's half of what a desk of the county asks for (county_service.h).

#include "core/canonical_json.h"
#include "core/mask.h"
#include "database/error.h"
#include "operations/county_service.h"
#include "operations/office_private.h"
#include "operations/payload.h"

#include <QCoreApplication>
#include <QScopeGuard>
#include <QSet>
#include <utility>

namespace jubao {

/** While it lives, traces bear the desk's name, and an entry is signed by the registrar. */
class Office::Private::Serving {
public:
    Serving(Private &office, const QString &workstation,
            const Registrar::Countersigning *signing = nullptr, const QString &action = {})
        : m_office(office)
    {
        m_office.served = signing;
        m_office.servedAction = action;
        m_before = m_office.options.workstation;
        m_office.setWorkstation(workstation);
    }
    ~Serving()
    {
        m_office.setWorkstation(m_before);
        m_office.served = nullptr;
        m_office.servedAction.clear();
    }
    Serving(const Serving &) = delete;
    Serving &operator=(const Serving &) = delete;

private:
    Private &m_office;
    QString m_before;
};

void Office::Private::setWorkstation(const QString &workstation)
{
    options.workstation = workstation;
    if (trail)
        trail->setWorkstation(workstation);
}

void Office::inNameOf(const QString &operatorName, const QString &workstation,
                      const std::function<void(Session &session)> &work)
{
    const Private::Serving serving(*d, workstation);
    Session session = d->sessionOf(operatorName, {});
    work(session);
}

void Office::noteFor(const Session &session, const QString &kind, const QString &subject,
                     const QString &detail)
{
    static const QSet<QString> ofDesks{
        QStringLiteral("sign_out"),      QStringLiteral("lock"),
        QStringLiteral("on_the_spot"),   QStringLiteral("on_the_spot_ended"),
        QStringLiteral("person"),        QStringLiteral("operation"),
        QStringLiteral("search"),        QStringLiteral("history"),
        QStringLiteral("account"),       QStringLiteral("journal"),
        QStringLiteral("ties"),          QStringLiteral("evidence"),
        QStringLiteral("export"),        QStringLiteral("export_failed"),
        QStringLiteral("refused"),       QStringLiteral("witness_alarm"),
        QStringLiteral("witness_failed")};
    if (kind == QLatin1String("verify") || kind == QLatin1String("replay"))
        d->refuse(session.operatorId(), kind,
                  RefusedError({refusal(QStringLiteral("AT_THE_SERVER"))}));
    // A list that is printed has no number of its own; a paper is the service's to print.
    const bool printsList =
        (kind == QLatin1String("print") || kind == QLatin1String("print_failed"))
        && !d->options.registry->findDocument(subject.section(u' ', 0, 0)).first;
    if (!ofDesks.contains(kind) && !printsList)
        throw DatabaseError(DatabaseError::Kind::Denied,
                            QStringLiteral("a line that is no desk's"));
    trace(session, kind, subject, detail);
}

PasswordGround Office::groundOf(const QString &name, bool invited)
{
    d->slotFile = SlotFile::load(d->slotPath());
    if (invited) {
        const QList<Invitation> list = d->slotFile.invitations();
        for (const Invitation &each : list) {
            if (each.operatorName == name)
                return {each.salt, each.cost};
        }
    } else if (const std::optional<Slot> slot = d->slotFile.slot(name)) {
        return {slot->salt, slot->cost, slot->stick};
    }
    // A name that nobody has looks like any other, today and tomorrow.
    constexpr qsizetype saltBytes = 16;
    const Key stable = d->registrarKey->deriveKey("jubao-no-such-slot-" + name.toUtf8());
    return {stable.bytes().left(saltBytes), d->passwordCost()};
}

Slot Office::slotFor(const QString &name, const QString &workstation, const QByteArray &proof)
{
    const Private::Serving serving(*d, workstation);
    return d->provenSlot(name, proof);
}

Slot Office::Private::provenSlot(const QString &name, const QByteArray &proof)
{
    slotFile = SlotFile::load(slotPath());
    refuseWhileLocked(name);
    std::optional<Slot> slot = slotFile.slot(name);
    if (!slot || slot->proofDigest.isEmpty() || slot->proofDigest != proofDigest(proof))
        refuseSecret(name, QStringLiteral("password"));
    const std::optional<qint64> id = operatorId(name);
    requireOpenKey(id.value_or(0), *slot);
    slot->sealedDataKey.clear();
    slot->nextSealedDataKey.clear();
    return *slot;
}

SignedIn Office::signedInFor(const QString &name, const QString &workstation, SignInWay way,
                             const PlaceFacts &place)
{
    const Private::Serving serving(*d, workstation);
    // What is told at this sign-in is this desk's alone.
    const QStringList before = std::exchange(d->alarms, {});
    const auto restored = qScopeGuard([&] { d->alarms = before; });
    d->slotFile = SlotFile::load(d->slotPath());
    d->refreshLimits();
    const Session session = d->sessionOf(name, {});
    d->requireProgramOfCounty(session, place);
    d->compareSlot(d->slotFile.slot(name).value());
    SignedIn facts{session.operatorId(),
                   session.displayName(),
                   session.person(),
                   session.heldPosts(),
                   session.passwordMustChange(),
                   session.keyMustMove(),
                   session.m_stick,
                   session.passwordDue(),
                   session.passwordDaysLeft(),
                   d->lastSignIn(session.operatorId()),
                   d->triesFile().of(name).sinceSignIn,
                   d->slotFile.limits(),
                   {}};
    d->traceFailedTries(name);
    const QString tried = facts.failedTriesSince > 0
        ? QStringLiteral("failed tries before: %1").arg(facts.failedTriesSince)
        : QString();
    if (way == SignInWay::SignIn)
        d->trail->add(session.operatorId(), QStringLiteral("sign_in"), name, tried, d->now());
    else if (way == SignInWay::Unlock)
        d->trail->add(session.operatorId(), QStringLiteral("unlock"), name, tried, d->now());
    if (const QString fault = d->clockFault(); !fault.isEmpty())
        d->alarms.append(
            refusal(fault, officeTime(d->now()).toString(QStringLiteral("yyyy-MM-dd HH:mm"))).text);
    d->tellBackups(session);
    d->noteProgramAt(session, place);
    d->noteNetwork(session, place.publicAddresses);
    facts.alarms = d->alarms;
    return facts;
}

namespace {

/** The same key, and of the former passwords what was kept. */
bool isSameKey(const Slot &changed, const Slot &kept)
{
    return changed.operatorName == kept.operatorName && changed.publicKey == kept.publicKey
        && changed.salt == kept.salt && isPayable(changed.cost) && !changed.proofDigest.isEmpty();
}

bool isSameSlot(const Slot &one, const Slot &other)
{
    return isSameKey(one, other) && one.proofDigest == other.proofDigest
        && one.wrappedPrivateKey == other.wrappedPrivateKey && one.stick == other.stick
        && one.lastPasswordTags == other.lastPasswordTags;
}

bool hasNewPassword(const Slot &changed, const Slot &kept)
{
    const QList<QByteArray> former = changed.lastPasswordTags.mid(1);
    return !former.isEmpty() && kept.lastPasswordTags.mid(0, former.size()) == former
        && former.size() >= std::min<qsizetype>(kept.lastPasswordTags.size(), formerPasswords);
}

/** Moved to a stick, for the first time or to another one, with the password that it had. */
bool isMoved(const Slot &changed, const Slot &kept)
{
    return !changed.stick.isEmpty() && changed.stick != kept.stick
        && changed.lastPasswordTags == kept.lastPasswordTags
        && changed.passwordChangedAt == kept.passwordChangedAt && changed.cost == kept.cost;
}

} // namespace

void Office::changeSlotFor(const QString &name, const QString &workstation, const QByteArray &proof,
                           const Slot &changed, const std::function<void()> &beforeKept)
{
    const Private::Serving serving(*d, workstation);
    // Asked again because the service ended before its answer: it is as it shall be.
    d->slotFile = SlotFile::load(d->slotPath());
    if (const std::optional<Slot> now = d->slotFile.slot(name); now && isSameSlot(*now, changed))
        return;
    d->provenSlot(name, proof);
    Slot kept = d->slotFile.slot(name).value();
    const qint64 id = d->operatorId(name).value_or(0);
    const bool moved = isMoved(changed, kept);
    // What went onto a stick does not come back.
    const bool samePlace = changed.stick == kept.stick;
    if (!isSameKey(changed, kept) || !(moved || (samePlace && hasNewPassword(changed, kept))))
        d->refuse(id, QStringLiteral("SLOT_DAMAGED"), name);
    if (moved) {
        d->requireRegisteredStick(id, name);
    } else {
        const QByteArray tag = changed.lastPasswordTags.constFirst();
        if (tag.isEmpty() || kept.lastPasswordTags.contains(tag))
            d->refuse(id, QStringLiteral("PASSWORD_USED_BEFORE"), name);
        const QDateTime said = QDateTime::fromString(changed.passwordChangedAt, Qt::ISODateWithMs);
        if (!said.isValid() || qAbs(said.secsTo(d->now())) > d->clockWatch.toleranceSeconds())
            d->refuse(id, QStringLiteral("CLOCK_SKEWED"), changed.passwordChangedAt);
    }
    kept.cost = changed.cost;
    kept.wrapNonce = changed.wrapNonce;
    kept.wrappedPrivateKey = changed.wrappedPrivateKey;
    kept.lastPasswordTags = changed.lastPasswordTags;
    kept.proofDigest = changed.proofDigest;
    kept.passwordChangedAt = changed.passwordChangedAt;
    kept.stick = changed.stick;
    beforeKept();
    d->keepSlots({kept}, [&kept](SlotFile &file) { file.put(kept); });
    d->triesFile().clear(name);
    if (moved)
        d->trail->add(id, QStringLiteral("key_on_stick"), name, d->registeredStick(id), d->now());
    else
        d->trail->add(id, QStringLiteral("password_changed"), name, {}, d->now());
}

void Office::admitFor(const QString &name, const QString &workstation, const QByteArray &codeProof,
                      Slot made)
{
    const Private::Serving serving(*d, workstation);
    d->slotFile = SlotFile::load(d->slotPath());
    d->refuseWhileLocked(name);
    const Invitation found = d->invitationOf(name);
    if (found.proofDigest.isEmpty() || found.proofDigest != proofDigest(codeProof))
        d->refuseSecret(name, QStringLiteral("code"));
    // A key goes onto a stick when one is registered, never before its first day.
    constexpr qsizetype saltBytes = 16;
    if (made.operatorName != name || made.proofDigest.isEmpty() || !isPayable(made.cost)
        || made.lastPasswordTags.size() != 1 || !made.stick.isEmpty()
        || made.salt.size() != saltBytes)
        d->refuseDamaged(name);
    made.operatorId = found.operatorId;
    made.nextSealedDataKey.clear();
    try {
        made.sealedDataKey = encryptTo(made.publicKey, d->dataKey.bytes());
    } catch (const std::exception &) {
        d->refuseDamaged(name); // no point of the curve
    }
    d->keepSlots({made}, [&made](SlotFile &file) {
        file.put(made);
        file.removeInvitation(made.operatorId);
    });
    d->traceFailedTries(name);
    d->trail->add(made.operatorId, QStringLiteral("admitted"), name, made.publicKey, d->now());
}

QString Office::inviteFor(const QString &name, const QString &operatorName, const QString &actionId,
                          const Asked &asked)
{
    Session session = d->sessionOf(name, asked);
    const Registrar::Countersigning signing = d->countersigning(session, asked);
    const Private::Serving serving(*d, asked.workstation, &signing, actionId);
    return invite(session, operatorName);
}

JournalHead Office::enterFor(const QString &name, const QString &kind, const QJsonObject &detail,
                             const QString &actionId, const Asked &asked)
{
    Query done = d->database->prepare(Journal::selectSql()
                                      + QStringLiteral("WHERE action = ? AND kind = ?"));
    done.bindAll(actionId, kind);
    if (done.next()) {
        const JournalEntry entry = Journal::fromRow(done);
        return {entry.seq, entry.hash, QDateTime::fromString(entry.acceptedAt, Qt::ISODateWithMs)};
    }
    Session session = d->sessionOf(name, asked);
    const Registrar::Countersigning signing = d->countersigning(session, asked);
    const Private::Serving serving(*d, asked.workstation, &signing, actionId);
    JournalEntry entry;
    if (kind == QLatin1String("acknowledge_entry")) {
        entry = acknowledge(session, detail[u"entry"].toInteger());
    } else if (kind == QLatin1String("witness_acknowledged")) {
        const QString auditing = QStringLiteral("AU");
        if (!session.posts().contains(auditing))
            d->refuse(session.operatorId(), QStringLiteral("POST_NOT_HELD"), auditing);
        entry = housekeeping(session, kind, auditing, detail);
    } else {
        throw DatabaseError(DatabaseError::Kind::Denied, QStringLiteral("an entry of no desk's"));
    }
    return {entry.seq, entry.hash, QDateTime::fromString(entry.acceptedAt, Qt::ISODateWithMs)};
}

QString Office::keyMadeBy(const Session &session, const QString &operatorName) const
{
    if (d->options.county)
        return d->options.county->madeKey(session.name(), operatorName);
    const std::optional<Slot> slot = d->slotFile.slot(operatorName);
    return slot ? slot->publicKey : QString();
}

QJsonObject Office::prefill(const Session &session, const QString &type, const QJsonObject &payload)
{
    if (d->options.county)
        return d->options.county->prefill(session.name(), type, payload);
    const OperationType *found = d->options.registry->find(type);
    requireSightOfPerson(session, payload[u"person"].toInteger(), type);
    if (!found || !found->prefill)
        return {};
    const QJsonObject given = readPayload(*found, payload).values;
    QJsonObject filled = found->prefill(given, reader());
    // A receipt leads to a person as well, who is named by what is asked or by what is filled in.
    const QList<qint64> persons = personsOf(type, given) + personsOf(type, filled);
    for (const qint64 person : persons)
        requireSightOfPerson(session, person, type);
    return filled;
}

QByteArray Office::evidence(const Session &session, qint64 operation, int revision,
                            const QString &kind, const QString &fileName)
{
    if (d->options.county)
        return d->options.county->evidence(session.name(), operation, revision, kind, fileName);
    Query row = d->database->prepare(QStringLiteral(
        "SELECT content FROM operation_evidence WHERE operation = ? AND revision = ? "
        "AND kind = ? AND file_name = ?"));
    row.bindAll(operation, qint64(revision), kind, fileName);
    if (!row.next())
        return {};
    const QByteArray content = row.bytes(0);
    requireSight(session, operation);
    trace(session, QStringLiteral("evidence"), QString::number(operation), fileName);
    return content;
}

QJsonObject Office::reveal(const Session &session, qint64 person)
{
    if (d->options.county)
        return d->options.county->reveal(session.name(), person);
    lookAtPerson(session, DataRight::Reveal, QStringLiteral("reveal"), person);
    const std::optional<Row> row = reader().row(QStringLiteral("person"), person);
    QJsonObject clear;
    const QList<Column> columns = d->catalogue.find(QStringLiteral("person"))->columns;
    for (const Column &column : columns) {
        if (row && column.sealed)
            clear.insert(column.name, row->value(column.name).toString());
    }
    return clear;
}

QList<SeenRow> Office::lookAtRows(const Session &session, const RowsLook &look)
{
    if (d->options.county)
        return d->options.county->lookAtRows(session.name(), look);
    const Reader books = reader();
    Query row = books.query(QStringLiteral(
        "SELECT o.type, o.type_version, o.division, r.payload FROM operation o JOIN "
        "operation_revision r ON r.operation = o.id WHERE o.id = ? AND r.revision = ?"));
    row.bindAll(look.operation, qint64(look.revision));
    const OperationType *type =
        row.next() ? registry().find(row.text(0), int(row.integer(1))) : nullptr;
    if (!type || !type->batch)
        throw RefusedError({refusal(QStringLiteral("OPERATION_UNKNOWN"))});
    requireSight(session, look.operation);
    if (look.revealed) {
        requireRight(session, DataRight::Reveal, QStringLiteral("reveal"), row.text(2));
        trace(session, QStringLiteral("reveal"), QString::number(look.operation),
              QCoreApplication::translate("Batch", "rows of the batch"));
    }
    // With the eyes of who looks: the maker may have been told more.
    const RowCheck check = look.judged
        ? type->batch->beginCheck(parseCanonicalObject(row.text(3).toUtf8()), books,
                                  session.operatorId())
        : RowCheck();
    constexpr int mostAtOnce = 5000;
    const int limit = std::min(look.limit, mostAtOnce);
    QList<SeenRow> seen;
    const RowSource source = rowsOf(look.operation, look.revision, look.after);
    RowsInParts rows(source, check);
    for (BatchRow each; seen.size() < limit && rows.next(each);) {
        SeenRow one{each.number, each.values, check ? check.judgeSeen(each.values) : Findings(),
                    false};
        for (const Field &field : type->batch->rowFields) {
            if (!field.sealed)
                continue;
            const QString whole = one.values[field.name].toString();
            one.hasNumber = one.hasNumber
                || (!look.number.isEmpty() && whole.compare(look.number, Qt::CaseInsensitive) == 0);
            if (!look.revealed && !whole.isEmpty())
                one.values.insert(field.name, maskSealed(field.name, whole));
        }
        seen.append(one);
    }
    return seen;
}

} // namespace jubao
