// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The desk's half of an office whose books are the county's (county_service.h).

#include "database/error.h"
#include "operations/county_service.h"
#include "operations/office_private.h"

namespace jubao {

CountyService::~CountyService() = default;

bool Office::isCountyDesk() const
{
    return d->options.county != nullptr;
}

std::optional<qint64> Office::glance() const
{
    if (!d->options.county)
        return d->journal->headSeq();
    const std::optional<JournalHead> head = d->options.county->glance(d->readsAs);
    return head ? std::optional(head->seq) : std::nullopt;
}

void Office::Private::noteLeaving(const Session &session, const QString &kind)
{
    try {
        trail->add(session.operatorId(), kind, session.name(), {}, now());
    } catch (const DatabaseError &error) {
        // Whoever leaves a desk leaves it, whether the county's service answers or not.
        if (!options.county)
            throw;
        qWarning("the line %s of %s is not in the trail: %s", qPrintable(kind),
                 qPrintable(session.name()), qPrintable(error.detail()));
    }
}

void Office::Private::requireOwnBooks(qint64 operatorId, const QString &what)
{
    if (options.county)
        refuse(operatorId, what, RefusedError({refusal(QStringLiteral("AT_THE_SERVER"))}));
}

void Office::Private::noted(const Session &session, const QString &kind, const QString &subject,
                            const QString &detail, const std::function<void()> &act)
{
    trail->add(session.operatorId(), kind, subject, detail, now());
    try {
        act();
    } catch (...) {
        trail->add(session.operatorId(), kind + QStringLiteral("_failed"), subject, detail, now());
        throw;
    }
}

QList<Office::Printable> Office::Private::papers(const Session &session, const PaperOrder &order)
{
    QList<Printable> papers = options.county->papers(session.name(), order);
    if (papers.isEmpty())
        throw DatabaseError(DatabaseError::Kind::Other, QStringLiteral("no paper came"));
    return papers;
}

QList<Office::Printable> Office::Private::papersGiven(const Session &session,
                                                      const PaperOrder &order,
                                                      const HandOutAll &handOut)
{
    // The service has entered the print by now; nobody but the desk knows whether it came out.
    const QList<Printable> given = papers(session, order);
    try {
        handOut(given);
    } catch (...) {
        options.county->notGiven(session.name(), order);
        throw;
    }
    return given;
}

void Office::Private::openCountyBooks(const QString &name)
{
    // Whoever is called on the spot looks over the shoulder of who reads.
    if (!readsAs.isEmpty())
        return;
    closeBooks();
    readsAs = name;
    useDatabase(options.county->booksFor(name));
    booksIdentity = options.county->office()[u"identity"].toString();
    beginClockWatch();
}

void Office::Private::fill(Session &session, const SignedIn &facts)
{
    session.m_operatorId = facts.operatorId;
    session.m_displayName = facts.displayName;
    session.m_person = facts.person;
    session.m_posts = facts.posts;
    session.m_passwordMustChange = facts.passwordMustChange;
    session.m_keyMustMove = facts.keyMustMove;
    session.m_stick = facts.stick;
    session.m_passwordDue = facts.passwordDue;
    session.m_passwordDaysLeft = facts.passwordDaysLeft;
    session.m_lastSignIn = facts.lastSignIn;
    session.m_failedTriesSince = facts.failedTriesSince;
    slotFile.setLimits(facts.limits);
    namesSignedIn.insert(facts.operatorId, session.m_name);
    for (const QString &alarm : facts.alarms) {
        if (!alarms.contains(alarm))
            alarms.append(alarm);
    }
}

Office::Private::ProvenSlot Office::Private::slotFromService(const QString &name,
                                                             const QString &password)
{
    const PasswordGround ground = options.county->groundOf(name, false);
    ProvenSlot proven;
    if (!ground.stick.isEmpty())
        proven.stick = stickOf(name, ground.stick);
    const KeyStick *stick = proven.stick ? &*proven.stick : nullptr;
    const StretchedPassword stretched(password, ground.salt, ground.cost, stick);
    proven.proof = stretched.proof();
    proven.slot = options.county->slotOf(name, proven.proof);
    // The service took the proof: a slot that does not open now was changed by somebody.
    try {
        if (std::optional<OpenedSlot> opened = openSlot(proven.slot, stretched, stick))
            proven.keyPair = std::move(opened->keyPair);
    } catch (const CryptoError &error) {
        qWarning("the slot of %s: %s", qPrintable(name), error.what());
    }
    if (!proven.keyPair)
        throw RefusedError({refusal(QStringLiteral("SLOT_DAMAGED"), name)});
    return proven;
}

std::shared_ptr<Session> Office::signInAtService(const QString &name, const QString &password)
{
    auto session = std::make_shared<Session>();
    session->m_name = name;
    session->m_signer = d->slotFromService(name, password).keyPair;
    const SignedIn facts = d->options.county->signedIn(name, SignInWay::SignIn, d->placeFacts());
    d->openCountyBooks(name);
    d->fill(*session, facts);
    // By the desk itself: what is acknowledged here ends a line that was written in its words.
    if (d->readsAs == name)
        d->tellUnacknowledged(unacknowledged(*session));
    d->compareWithWitness(name);
    return session;
}

void Office::unlockAtService(Session &session, const QString &password)
{
    const std::shared_ptr<KeyPair> key = d->slotFromService(session.name(), password).keyPair;
    d->fill(session,
            d->options.county->signedIn(session.name(), SignInWay::Unlock, d->placeFacts()));
    session.m_signer = key;
}

void Office::changePasswordAtService(Session &session, const QString &oldPassword,
                                     const QString &newPassword)
{
    CountyService &county = *d->options.county;
    const Private::ProvenSlot proven = d->slotFromService(session.name(), oldPassword);
    const Slot &slot = proven.slot;
    if (passwordWasUsed(slot, newPassword))
        d->refuse(session.operatorId(), QStringLiteral("PASSWORD_USED_BEFORE"), session.name());
    const KeyStick *stick = proven.stick ? &*proven.stick : nullptr;
    const PasswordCost cost = county.groundOf(session.name(), false).cost;
    const Slot changed =
        jubao::changePassword(slot, oldPassword, newPassword, cost, d->nowText(), stick);
    county.changeSlot(session.name(), proven.proof, changed,
                      StretchedPassword(newPassword, changed.salt, cost, stick).proof());
    d->fill(session, county.signedIn(session.name(), SignInWay::NewPassword, d->placeFacts()));
}

void Office::admitAtService(const QString &name, const QString &code, const QString &newPassword)
{
    CountyService &county = *d->options.county;
    const PasswordGround ground = county.groundOf(name, true);
    const QByteArray proof = StretchedPassword(typedCode(code), ground.salt, ground.cost).proof();
    county.admit(
        name, proof,
        makeSlot(0, name, newPassword, county.groundOf(name, false).cost, {}, d->nowText()));
}

QString Office::inviteAtService(Session &administrator, const QString &operatorName)
{
    const std::optional<qint64> id = d->operatorId(operatorName);
    if (!id)
        throw RefusedError({refusal(QStringLiteral("OPERATOR_UNKNOWN"), operatorName)});
    const QString action = newActionId();
    const Asked asked =
        d->signedEntry(administrator, QStringLiteral("invite"), QStringLiteral("SA"),
                       {{QStringLiteral("operator"), *id}}, action);
    return d->options.county->invite(administrator.name(), operatorName, action, asked);
}

Asked Office::Private::signedEntry(const Session &session, const QString &kind, const QString &post,
                                   const QJsonObject &detail, const QString &action)
{
    JournalEntry entry;
    entry.operatorId = session.operatorId();
    entry.post = post;
    entry.workstation = options.workstation;
    entry.kind = kind;
    entry.action = action;
    entry.detail = detail;
    return signedNow(session, post, kind, [&entry](const Asked &now) {
        entry.detail.insert(QStringLiteral("asked"), askedDetail(now));
        return entry;
    });
}

JournalEntry Office::Private::enterAtService(const Session &session, const QString &kind,
                                             const QString &post, const QJsonObject &detail,
                                             const QString &action)
{
    const Asked asked = signedEntry(session, kind, post, detail, action);
    const JournalHead head = options.county->enter(session.name(), kind, detail, action, asked);
    JournalEntry entry;
    entry.operatorId = session.operatorId();
    entry.post = post;
    entry.kind = kind;
    entry.action = action;
    entry.detail = detail;
    entry.seq = head.seq;
    entry.hash = head.hash;
    return entry;
}

} // namespace jubao
