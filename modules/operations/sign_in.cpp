// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"
#include "database/error.h"
#include "operations/office_private.h"
#include <QCoreApplication>

namespace jubao {

namespace {

constexpr int triesBeforeLock = 5;
constexpr int lockMinutes = 15;
constexpr int shippedPasswordDays = 90;
constexpr int clockToleranceSeconds = 600;
constexpr int invitationDays = 7;

} // namespace

PasswordCost Office::Private::passwordCost() const
{
    const QJsonObject cost = slotFile.office()[u"cost"].toObject();
    PasswordCost result;
    result.memoryKib = cost[u"memory_kib"].toInt(result.memoryKib);
    result.iterations = cost[u"iterations"].toInt(result.iterations);
    result.parallelism = cost[u"parallelism"].toInt(result.parallelism);
    return result;
}

void Office::Private::countFailedTry(const QString &name)
{
    FailedTries tries = slotFile.failedTries(name);
    ++tries.count;
    ++tries.sinceSignIn;
    tries.lastAt = nowText();
    if (tries.count >= triesBeforeLock) {
        tries.lockedUntil = now().addSecs(lockMinutes * 60).toString(Qt::ISODateWithMs);
        tries.count = 0;
    }
    slotFile.setFailedTries(name, tries);
    slotFile.save();
}

void Office::Private::removeForeignSlots()
{
    // The journal rules over the sidecar: a closed key, or another key than the open one, opens
    // nothing.
    bool changed = false;
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
        slotFile.remove(slot.operatorId);
        changed = true;
    }
    if (changed)
        slotFile.save();
}

void Office::Private::watchClock()
{
    const QDateTime last = journal->lastAcceptedAt();
    clockStopped = last.isValid() && now().secsTo(last) > clockToleranceSeconds;
}

void Office::Private::compareWithWitness(const QString &operatorName)
{
    const Witness witness(options.witnessFolder, identity(), operatorName);
    const std::optional<WitnessState> state = witness.read();
    const auto hashAt = [this](qint64 seq) {
        Query row = database->prepare(QStringLiteral("SELECT hash FROM journal WHERE seq = ?"));
        row.bindAll(seq);
        return row.next() ? row.text(0) : QString();
    };
    const WitnessVerdict verdict = compareWitness(state, hashAt);
    if (verdict != WitnessVerdict::RolledBack && verdict != WitnessVerdict::Forked)
        return;
    witnessAlarm = true;
    alarms.append(witnessText(verdict, *state));
    trail->add(operatorId(operatorName).value_or(0), QStringLiteral("witness_alarm"), operatorName,
               alarms.last(), now());
}

void Office::Private::remember(const Session &session, const QString &actionId)
{
    QStringList &actions = acknowledged[session.operatorId()];
    if (!actionId.isEmpty())
        actions.append(actionId);
    if (!witnessAlarm)
        Witness(options.witnessFolder, identity(), session.name())
            .remember({journal->headSeq(), journal->headHash(), actions, identity()});
}

std::shared_ptr<Session> Office::signIn(const QString &name, const QString &password)
{
    d->slotFile = SlotFile::load(d->slotPath());
    const FailedTries tries = d->slotFile.failedTries(name);
    const QDateTime lockedUntil = QDateTime::fromString(tries.lockedUntil, Qt::ISODateWithMs);
    if (lockedUntil.isValid() && d->now() < lockedUntil)
        throw RefusedError({refusal(QStringLiteral("ACCOUNT_LOCKED"),
                                    officeTime(lockedUntil).toString(QStringLiteral("HH:mm")))});
    const std::optional<Slot> slot = d->slotFile.slot(name);
    const std::optional<OpenedSlot> opened = slot ? openSlot(*slot, password) : std::nullopt;
    if (!opened) {
        d->countFailedTry(name);
        if (d->trail)
            d->trail->add(0, QStringLiteral("sign_in_failed"), name, {}, d->now());
        throw RefusedError(
            {refusal(QStringLiteral("SIGN_IN_FAILED"), {}, QStringLiteral("password"))});
    }
    d->openDatabase(opened->dataKey);
    const qint64 id = d->operatorId(name).value_or(0);
    Query key = d->database->prepare(
        QStringLiteral("SELECT state FROM operator_key WHERE operator = ? AND public_key = ?"));
    key.bindAll(id, slot->publicKey);
    if (!key.next())
        d->refuse(id, QStringLiteral("KEY_NOT_CONFIRMED"), name);
    if (key.text(0) != QLatin1String("open"))
        d->refuse(id, QStringLiteral("KEY_CLOSED"), name);
    Query account = d->database->prepare(
        QStringLiteral("SELECT display_name, person, state FROM operator_account WHERE id = ?"));
    account.bindAll(id);
    if (!account.next() || account.text(2) != QLatin1String("open"))
        d->refuse(id, QStringLiteral("ACCOUNT_CLOSED"), name);

    auto session = std::make_shared<Session>();
    session->m_operatorId = id;
    session->m_name = name;
    session->m_displayName = account.text(0);
    session->m_person = account.text(1);
    session->m_signer = opened->keyPair;
    const Reader books = reader();
    session->m_posts = SnapshotReader(books, *d->options.registry).actor(id, d->now()).posts;
    const int days = int(reader()
                             .policy()
                             .figure(QStringLiteral("password.days"), {}, officeDate(d->now()))
                             .value_or(shippedPasswordDays));
    const QDateTime changed = QDateTime::fromString(slot->passwordChangedAt, Qt::ISODateWithMs);
    session->m_passwordDaysLeft = days - int(changed.daysTo(d->now()));
    session->m_passwordMustChange = slot->passwordMustChange || session->m_passwordDaysLeft <= 0;
    Query last = d->database->prepare(QStringLiteral(
        "SELECT at FROM access_trail WHERE operator = ? AND kind = 'sign_in' ORDER BY seq DESC LIMIT 1"));
    last.bindAll(id);
    if (last.next())
        session->m_lastSignIn = QDateTime::fromString(last.text(0), Qt::ISODateWithMs);
    session->m_failedTriesSince = tries.sinceSignIn;
    if (tries.sinceSignIn > 0) {
        d->slotFile.setFailedTries(name, {});
        d->slotFile.save();
    }
    d->trail->add(id, QStringLiteral("sign_in"), name,
                  tries.sinceSignIn > 0
                      ? QStringLiteral("failed tries before: %1").arg(tries.sinceSignIn)
                      : QString(),
                  d->now());
    d->compareWithWitness(name);
    d->watchClock();
    if (d->clockStopped)
        d->alarms.append(
            refusal(QStringLiteral("CLOCK_STOPPED"), officeTime(d->now()).toString(Qt::ISODate))
                .text);
    return session;
}

void Office::signOut(const std::shared_ptr<Session> &session)
{
    d->trail->add(session->operatorId(), QStringLiteral("sign_out"), session->name(), {}, d->now());
    d->trail->signHead(session->operatorId(), session->signer(), d->now());
}

void Office::changePassword(Session &session, const QString &oldPassword,
                            const QString &newPassword)
{
    const std::optional<Slot> slot = d->slotFile.slot(session.name());
    if (!slot || !openSlot(*slot, oldPassword)) {
        d->countFailedTry(session.name());
        d->refuse(session.operatorId(), QStringLiteral("SIGN_IN_FAILED"), session.name());
    }
    const QStringList weaknesses = passwordWeaknesses(newPassword, session.name());
    if (!weaknesses.isEmpty())
        d->refuse(session.operatorId(), QStringLiteral("PASSWORD_WEAK"),
                  weaknesses.join(QStringLiteral("; ")));
    if (passwordWasUsed(*slot, newPassword))
        d->refuse(session.operatorId(), QStringLiteral("PASSWORD_USED_BEFORE"), session.name());
    d->slotFile.put(
        jubao::changePassword(*slot, oldPassword, newPassword, d->passwordCost(), d->nowText()));
    d->slotFile.save();
    session.m_passwordMustChange = false;
    d->trail->add(session.operatorId(), QStringLiteral("password_changed"), session.name(), {},
                  d->now());
}

QString Office::invite(Session &administrator, const QString &operatorName)
{
    if (!administrator.posts().contains(QStringLiteral("SA")))
        d->refuse(administrator.operatorId(), QStringLiteral("POST_NOT_HELD"),
                  QStringLiteral("SA"));
    const std::optional<qint64> id = d->operatorId(operatorName);
    if (!id)
        throw RefusedError({refusal(QStringLiteral("OPERATOR_UNKNOWN"), operatorName)});
    Query key = d->database->prepare(
        QStringLiteral("SELECT 1 FROM operator_key WHERE operator = ? AND state = 'open'"));
    key.bindAll(*id);
    if (key.next())
        d->refuse(administrator.operatorId(), QStringLiteral("KEY_STILL_OPEN"), operatorName);
    const QString code = newOneTimeCode();
    d->slotFile.put(makeInvitation(*id, operatorName, code, d->passwordCost(), d->dataKey,
                                   d->now().addDays(invitationDays).toString(Qt::ISODateWithMs)));
    d->slotFile.remove(*id);
    d->slotFile.save();
    housekeeping(administrator, QStringLiteral("invite"), QStringLiteral("SA"),
                 {{QStringLiteral("operator"), *id}});
    return code;
}

void Office::admit(const QString &name, const QString &code, const QString &newPassword)
{
    d->slotFile = SlotFile::load(d->slotPath());
    const QList<Invitation> list = d->slotFile.invitations();
    const auto found = std::find_if(list.begin(), list.end(), [&name](const Invitation &each) {
        return each.operatorName == name;
    });
    const bool valid = found != list.end()
        && QDateTime::fromString(found->expiresAt, Qt::ISODateWithMs) > d->now();
    const std::optional<Key> key = valid ? openInvitation(*found, code) : std::nullopt;
    if (!key) {
        d->countFailedTry(name);
        throw RefusedError({refusal(QStringLiteral("SIGN_IN_FAILED"), {}, QStringLiteral("code"))});
    }
    const QStringList weaknesses = passwordWeaknesses(newPassword, name);
    if (!weaknesses.isEmpty())
        throw RefusedError(
            {refusal(QStringLiteral("PASSWORD_WEAK"), weaknesses.join(QStringLiteral("; ")),
                     QStringLiteral("password"))});
    d->openDatabase(*key);
    const Slot slot =
        makeSlot(found->operatorId, name, newPassword, d->passwordCost(), *key, d->nowText());
    d->slotFile.put(slot);
    d->slotFile.removeInvitation(found->operatorId);
    d->slotFile.save();
    d->trail->add(slot.operatorId, QStringLiteral("admitted"), name, keyFingerprint(slot.publicKey),
                  d->now());
}

QByteArray Office::rawDataKey(Session &first, Session &second)
{
    const auto administrator = [](const Session &session) {
        const QStringList posts = session.posts();
        return posts.contains(QStringLiteral("SA")) || posts.contains(QStringLiteral("SE"));
    };
    for (const Session *session : {&first, &second}) {
        if (!administrator(*session))
            d->refuse(session->operatorId(), QStringLiteral("POST_NOT_HELD"),
                      QStringLiteral("SA, SE"));
    }
    if (first.person() == second.person())
        d->refuse(second.operatorId(), QStringLiteral("SOD_SAME_PERSON"), {});
    housekeeping(first, QStringLiteral("data_key"), first.posts().first(),
                 {{QStringLiteral("second"), second.operatorId()}});
    return d->dataKey.rawKeyText();
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
