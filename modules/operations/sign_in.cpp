// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"
#include "database/error.h"
#include "database/transaction.h"
#include "operations/founding.h"
#include "operations/office_private.h"
#include <QCoreApplication>

namespace jubao {

namespace {

constexpr int longestPasswordDays = 365; // 第四十二条
constexpr int passwordWarningDays = 14;  // SM-13

} // namespace

PasswordCost Office::Private::passwordCost() const
{
    // Of the plan that was signed once there are books: the sidecar's is for everybody to change.
    // The plan is long, and a stranger's name must not be answered later than one that is known.
    if (database && !foundedCost) {
        Query plan = database->prepare(QStringLiteral(
            "SELECT payload FROM operation_revision WHERE operation = 0 AND revision = 1"));
        if (plan.next())
            foundedCost = plannedCost(parseCanonicalObject(plan.text(0).toUtf8()));
    }
    if (foundedCost)
        return *foundedCost;
    return plannedCost({{QStringLiteral("password_cost"), slotFile.office()[u"cost"]}});
}

void Office::Private::noteSlot(const char *kind, const Slot &slot)
{
    trail->add(slot.operatorId, QLatin1String(kind), slot.operatorName, slotDigest(slot), now());
}

void Office::Private::keepSlots(const QList<Slot> &coming,
                                const std::function<void(SlotFile &)> &change)
{
    for (const Slot &slot : coming)
        noteSlot(slotComing, slot);
    changeSlots(change);
    for (const Slot &slot : coming)
        noteSlot(slotKept, slot);
}

void Office::Private::compareSlot(const Slot &slot)
{
    Query lines = database->prepare(QStringLiteral(
        "SELECT kind, detail FROM access_trail WHERE operator = ? AND kind IN (?, ?) "
        "ORDER BY seq"));
    lines.bindAll(slot.operatorId, QLatin1String(slotComing), QLatin1String(slotKept));
    KeptSlot kept;
    while (lines.next())
        kept.take(lines.text(0), lines.text(1));
    if (kept.allows(slotDigest(slot))) {
        // An office of before, or a change of the slot that was killed: from here on it is sure.
        if (!kept.isSettled())
            noteSlot(slotKept, slot);
        return;
    }
    const QString alarm =
        QCoreApplication::translate(
            "Keys",
            "The key slot of “%1” is not the one that was last written: an older one was put back, or it was edited. Change the password, and tell the auditor.")
            .arg(slot.operatorName);
    if (!alarms.contains(alarm))
        alarms.append(alarm);
    trail->add(slot.operatorId, QStringLiteral("slot_alarm"), slot.operatorName,
               slot.passwordChangedAt, now());
}

void Office::Private::addProof(Slot slot, const QString &password)
{
    if (!slot.proofDigest.isEmpty()) // one on a stick has it
        return;
    slot.proofDigest = proofDigest(StretchedPassword(password, slot.salt, slot.cost).proof());
    keepSlots({slot}, [&slot](SlotFile &file) { file.put(slot); });
}

void Office::Private::removeForeignSlots()
{
    // The journal rules over the sidecar: a closed key, or another key than the open one, opens
    // nothing.
    QList<qint64> foreign;
    const QList<Slot> list = slotFile.slotList();
    for (const Slot &slot : list) {
        Query rows = database->prepare(QStringLiteral(
            "SELECT public_key, state FROM operator_key WHERE operator = ? ORDER BY id"));
        rows.bindAll(slot.operatorId);
        bool closed = false;
        bool otherOpen = false;
        bool own = false;
        while (rows.next()) {
            const bool open = rows.text(1) == QLatin1String("open");
            own = own || (open && rows.text(0) == slot.publicKey);
            closed = closed || (!open && rows.text(0) == slot.publicKey);
            otherOpen = otherOpen || (open && rows.text(0) != slot.publicKey);
        }
        if (own || (!closed && !otherOpen))
            continue;
        trail->add(slot.operatorId, QStringLiteral("slot_removed"), slot.operatorName,
                   keyFingerprint(slot.publicKey), now());
        foreign.append(slot.operatorId);
    }
    if (foreign.isEmpty())
        return;
    changeSlots([&foreign](SlotFile &file) {
        for (const qint64 operatorId : foreign)
            file.remove(operatorId);
    });
}

Office::Private::OpenedAccount Office::Private::openAccount(const QString &name,
                                                            const QString &password)
{
    slotFile = SlotFile::load(slotPath());
    OpenedAccount account;
    account.before = refuseWhileLocked(name);
    // A recovery that was killed before its end left the coming slots beside the present ones.
    const QList<Slot> all = slotFile.slotList() + slotFile.recoveringSlots();
    bool damaged = false;
    std::optional<RefusedError> withoutStick;
    for (const Slot &slot : all) {
        if (slot.operatorName != name)
            continue;
        try {
            const std::optional<KeyStick> stick = stickOf(slot);
            if (std::optional<OpenedSlot> opened =
                    openSlot(slot, password, stick ? &*stick : nullptr)) {
                account.slot = slot;
                account.stick = stick;
                account.keys = std::move(*opened);
                return account;
            }
        } catch (const RefusedError &error) {
            withoutStick.emplace(error); // another slot may need none
        } catch (const CryptoError &) {
            damaged = true;
        }
    }
    if (withoutStick)
        throw RefusedError(*withoutStick);
    if (damaged) // No try that failed: no password could have opened it.
        refuseDamaged(name);
    refuseSecret(name, QStringLiteral("password"));
}

void Office::Private::refuseDamaged(const QString &name)
{
    if (trail)
        trail->add(0, QStringLiteral("slot_alarm"), name, {}, now());
    throw RefusedError({refusal(QStringLiteral("SLOT_DAMAGED"), name)});
}

FailedTries Office::Private::refuseWhileLocked(const QString &name) const
{
    const FailedTries tries = triesFile().of(name);
    const QDateTime lockedUntil = QDateTime::fromString(tries.lockedUntil, Qt::ISODateWithMs);
    if (isLockedNow(tries))
        throw RefusedError({refusal(QStringLiteral("ACCOUNT_LOCKED"),
                                    officeTime(lockedUntil).toString(QStringLiteral("HH:mm")))});
    return tries;
}

void Office::Private::refuseSecret(const QString &name, const QString &field)
{
    triesFile().count({nowText(), name, options.workstation}, now(), slotFile.limits(),
                      trail != nullptr);
    if (trail)
        trail->add(0, QStringLiteral("sign_in_failed"), name, {}, now());
    throw RefusedError({refusal(QStringLiteral("SIGN_IN_FAILED"), {}, field)});
}

void Office::Private::traceFailedTries(const QString &name)
{
    const FailedTriesFile file = triesFile();
    const QList<FailedTry> list = file.untraced();
    Transaction transaction(*database);
    for (const FailedTry &each : list)
        trail->add(0, QStringLiteral("sign_in_failed"), each.name,
                   each.at + QStringLiteral(" ") + each.workstation, now());
    transaction.commit();
    // Only now: killed in between, a line stands twice rather than never.
    triesFile().clear(name);
}

void Office::Private::unlockIfPosted(qint64 operation)
{
    Query row = database->prepare(QStringLiteral(
        "SELECT r.payload FROM operation o JOIN operation_revision r ON r.operation = o.id "
        "AND r.revision = o.revision WHERE o.id = ? AND o.type = 'system.unlock_account'"));
    row.bindAll(operation);
    if (!row.next())
        return;
    const qint64 account = parseCanonicalObject(row.text(0).toUtf8())[u"operator"].toInteger();
    const Reader books(*database, catalogue, officeDate(now()));
    if (const std::optional<Row> found = books.row(QStringLiteral("operator_account"), account))
        traceFailedTries(found->value(QStringLiteral("name")).toString());
}

Findings Office::Private::besideBooks(const QString &type, const QJsonObject &payload) const
{
    if (type != QLatin1String("system.unlock_account"))
        return {};
    const Reader books(*database, catalogue, officeDate(now()));
    const std::optional<Row> account =
        books.row(QStringLiteral("operator_account"), payload[u"operator"].toInteger());
    if (!account || isLockedNow(triesFile().of(account->value(QStringLiteral("name")).toString())))
        return {};
    return {error(QStringLiteral("ACCOUNT_NOT_LOCKED"), QStringLiteral("operator"),
                  QCoreApplication::translate(
                      "SignIn", "The account is not locked: its operator signs in as always."),
                  QStringLiteral("SM-13"))};
}

bool Office::Private::isLockedNow(const FailedTries &tries) const
{
    const QDateTime until = QDateTime::fromString(tries.lockedUntil, Qt::ISODateWithMs);
    return until.isValid() && now() < until;
}

void Office::Private::refreshLimits()
{
    const Reader books(*database, catalogue, officeDate(now()));
    const SignInLimits shipped;
    const auto figure = [&](const char *key, int otherwise, int most) {
        const std::optional<qint64> value =
            books.policy().figure(QString::fromLatin1(key), {}, officeDate(now()));
        return int(qBound(qint64(1), value.value_or(otherwise), qint64(most)));
    };
    constexpr int dayOfMinutes = 1440;
    constexpr int mostTries = 10;
    const SignInLimits limits{figure("password.tries", shipped.tries, mostTries),
                              figure("password.lock_minutes", shipped.lockMinutes, dayOfMinutes),
                              figure("password.days", shipped.passwordDays, longestPasswordDays),
                              figure("session.idle_minutes", shipped.idleMinutes, dayOfMinutes)};
    if (limits == slotFile.limits())
        return;
    changeSlots([&limits](SlotFile &file) { file.setLimits(limits); });
}

bool Office::Private::postChangedSince(qint64 operatorId, const QDateTime &moment) const
{
    // A post changes when its entry is accepted, and when the day comes that the entry names.
    Query rows =
        database->prepare(QStringLiteral("SELECT op_seq, valid_from, valid_to FROM post_assignment "
                                         "WHERE operator = ? AND op_seq > ?"));
    rows.bindAll(operatorId, qint64(foundingPosts().size()));
    const auto cameInto = [&](const QDate &day) {
        const QDateTime start(day, QTime(0, 0), Qt::OffsetFromUTC, 8 * 3600);
        return day.isValid() && moment < start && start <= now();
    };
    while (rows.next()) {
        const QDate from = rows.date(1);
        const QDate to = rows.isNull(2) ? QDate() : rows.date(2);
        const bool future = from > officeDate(now());
        const QDateTime accepted = journal->acceptedBy(rows.integer(0));
        if ((accepted > moment && !future) || cameInto(from)
            || (to.isValid() && cameInto(to.addDays(1))))
            return true;
    }
    return false;
}

void Office::Private::fillSession(Session &session, const Slot &slot)
{
    Query account = database->prepare(
        QStringLiteral("SELECT display_name, person, state FROM operator_account WHERE id = ?"));
    account.bindAll(session.m_operatorId);
    if (!account.next() || account.text(2) != QLatin1String("open"))
        refuse(session.m_operatorId, QStringLiteral("ACCOUNT_CLOSED"), session.m_name);
    session.m_displayName = account.text(0);
    session.m_person = account.text(1);
    const Reader books(*database, catalogue, officeDate(now()));
    session.m_posts =
        SnapshotReader(books, *options.registry).actor(session.m_operatorId, now()).posts;
    session.m_stick = slot.stick;
    session.m_keyMustMove = keyMustMove(session);
    const QDateTime changed = QDateTime::fromString(slot.passwordChangedAt, Qt::ISODateWithMs);
    session.m_passwordDaysLeft = slotFile.limits().passwordDays - int(changed.daysTo(now()));
    session.m_passwordDue = session.m_passwordDaysLeft <= passwordWarningDays;
    // Changed by a clock that was ahead: nobody could say when its time is over.
    const bool ageUnknown = now().secsTo(changed) > clockWatch.toleranceSeconds();
    session.m_passwordMustChange = session.m_passwordDaysLeft <= 0 || ageUnknown
        || postChangedSince(session.m_operatorId, changed);
}

void Office::Private::requireOpenKey(qint64 operatorId, const Slot &slot)
{
    Query key = database->prepare(
        QStringLiteral("SELECT state FROM operator_key WHERE operator = ? AND public_key = ?"));
    key.bindAll(operatorId, slot.publicKey);
    if (!key.next())
        refuse(operatorId, QStringLiteral("KEY_NOT_CONFIRMED"), slot.operatorName);
    if (key.text(0) != QLatin1String("open"))
        refuse(operatorId, QStringLiteral("KEY_CLOSED"), slot.operatorName);
}

QDateTime Office::Private::lastSignIn(qint64 operatorId) const
{
    Query last = database->prepare(QStringLiteral(
        "SELECT at FROM access_trail WHERE operator = ? AND kind = 'sign_in' ORDER BY seq DESC LIMIT 1"));
    last.bindAll(operatorId);
    return last.next() ? QDateTime::fromString(last.text(0), Qt::ISODateWithMs) : QDateTime();
}

std::shared_ptr<Session> Office::signIn(const QString &name, const QString &password)
{
    if (d->options.county)
        return signInAtService(name, password);
    const Private::OpenedAccount opened = d->openAccount(name, password);
    d->openBooks(name, *opened.keys.keyPair);
    const qint64 id = d->operatorId(name).value_or(0);
    d->requireOpenKey(id, opened.slot);
    d->refreshLimits();
    auto session = std::make_shared<Session>();
    session->m_operatorId = id;
    session->m_name = name;
    session->m_signer = opened.keys.keyPair;
    d->fillSession(*session, opened.slot);
    d->compareSlot(opened.slot);
    d->addProof(opened.slot, password);
    session->m_lastSignIn = d->lastSignIn(id);
    const int failed = opened.before.sinceSignIn;
    session->m_failedTriesSince = failed;
    d->traceFailedTries(name);
    d->trail->add(id, QStringLiteral("sign_in"), name,
                  failed > 0 ? QStringLiteral("failed tries before: %1").arg(failed) : QString(),
                  d->now());
    d->compareWithWitness(name);
    const QString fault = d->clockFault();
    if (!fault.isEmpty()) {
        d->alarms.removeAll(d->clockAlarm);
        d->clockAlarm =
            refusal(fault, officeTime(d->now()).toString(QStringLiteral("yyyy-MM-dd HH:mm"))).text;
        d->alarms.append(d->clockAlarm);
    }
    noteProgram(*session);
    d->tellUnacknowledged(unacknowledged(*session));
    d->tellBackups(*session);
    d->noteNetwork(*session, d->placeFacts().publicAddresses);
    if (fault.isEmpty() && !session->passwordMustChange() && !session->keyMustMove())
        d->rotateIfDue(*session);
    return session;
}

void Office::signOut(const std::shared_ptr<Session> &session)
{
    d->noteLeaving(*session, QStringLiteral("sign_out"));
    if (!session->isLocked())
        d->trail->signHead({session->operatorId(), session->signer()}, d->now());
    session->m_signer.reset();
    if (session->name() == d->readsAs)
        d->readsAs.clear();
}

std::chrono::minutes Office::idleLimit() const
{
    return std::chrono::minutes(d->slotFile.limits().idleMinutes);
}

void Office::lock(Session &session)
{
    if (session.isLocked())
        return;
    d->noteLeaving(session, QStringLiteral("lock"));
    d->trail->signHead({session.operatorId(), session.signer()}, d->now());
    session.m_signer.reset();
}

void Office::unlock(Session &session, const QString &password)
{
    if (d->options.county) {
        unlockAtService(session, password);
        return;
    }
    const Private::OpenedAccount opened = d->openAccount(session.name(), password);
    d->requireOpenKey(session.operatorId(), opened.slot);
    d->refreshLimits();
    d->fillSession(session, opened.slot);
    session.m_signer = opened.keys.keyPair;
    session.m_failedTriesSince = opened.before.sinceSignIn;
    d->traceFailedTries(session.name());
    d->trail->add(session.operatorId(), QStringLiteral("unlock"), session.name(), {}, d->now());
}

Signer &Session::signer() const
{
    if (!m_signer)
        throw RefusedError({refusal(QStringLiteral("SESSION_LOCKED"))});
    return *m_signer;
}

void Office::changePassword(Session &session, const QString &oldPassword,
                            const QString &newPassword)
{
    const auto requireStrong = [&] {
        const QStringList weaknesses = passwordWeaknesses(newPassword, session.name());
        if (!weaknesses.isEmpty())
            d->refuse(session.operatorId(), QStringLiteral("PASSWORD_WEAK"),
                      weaknesses.join(QStringLiteral("; ")));
    };
    if (d->options.county) {
        requireStrong();
        changePasswordAtService(session, oldPassword, newPassword);
        return;
    }
    const Private::OpenedAccount opened = d->openAccount(session.name(), oldPassword);
    d->requireOpenKey(session.operatorId(), opened.slot);
    requireStrong();
    if (passwordWasUsed(opened.slot, newPassword))
        d->refuse(session.operatorId(), QStringLiteral("PASSWORD_USED_BEFORE"), session.name());
    const Slot changed =
        jubao::changePassword(opened.slot, oldPassword, newPassword, d->passwordCost(),
                              d->nowText(), opened.stick ? &*opened.stick : nullptr);
    d->keepSlots({changed}, [&changed](SlotFile &file) { file.put(changed); });
    d->triesFile().clear(session.name());
    d->fillSession(session, changed);
    d->trail->add(session.operatorId(), QStringLiteral("password_changed"), session.name(), {},
                  d->now());
}

QStringList Session::posts() const
{
    QStringList codes;
    for (const HeldPost &held : m_posts)
        codes.append(held.post);
    codes.removeDuplicates();
    return codes;
}

} // namespace jubao
