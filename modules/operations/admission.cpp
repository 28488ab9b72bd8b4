// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "operations/office_private.h"

namespace jubao {

namespace {

constexpr int invitationDays = 7;

} // namespace

QString Office::invite(Session &administrator, const QString &operatorName)
{
    if (d->options.county)
        return inviteAtService(administrator, operatorName);
    if (!administrator.posts().contains(QStringLiteral("SA")))
        d->refuse(administrator.operatorId(), QStringLiteral("POST_NOT_HELD"),
                  QStringLiteral("SA"));
    d->requireKeyMoved(administrator, QStringLiteral("invite"));
    const std::optional<qint64> id = d->operatorId(operatorName);
    if (!id)
        throw RefusedError({refusal(QStringLiteral("OPERATOR_UNKNOWN"), operatorName)});
    Query key = d->database->prepare(
        QStringLiteral("SELECT 1 FROM operator_key WHERE operator = ? AND state = 'open'"));
    key.bindAll(*id);
    if (key.next())
        d->refuse(administrator.operatorId(), QStringLiteral("KEY_STILL_OPEN"), operatorName);
    const QString code = newOneTimeCode();
    const Invitation invitation =
        makeInvitation(*id, operatorName, code, d->passwordCost(), d->dataKey,
                       d->now().addDays(invitationDays).toString(Qt::ISODateWithMs));
    d->changeSlots([&](SlotFile &file) {
        file.put(invitation);
        file.remove(*id);
    });
    housekeeping(administrator, QStringLiteral("invite"), QStringLiteral("SA"),
                 {{QStringLiteral("operator"), *id}});
    return code;
}

Invitation Office::Private::invitationOf(const QString &name)
{
    const QList<Invitation> list = slotFile.invitations();
    for (const Invitation &each : list) {
        if (each.operatorName == name
            && QDateTime::fromString(each.expiresAt, Qt::ISODateWithMs) > now())
            return each;
    }
    refuseSecret(name, QStringLiteral("code"));
}

void Office::admit(const QString &name, const QString &code, const QString &newPassword)
{
    const auto requireStrong = [&] {
        const QStringList weaknesses = passwordWeaknesses(newPassword, name);
        if (!weaknesses.isEmpty())
            throw RefusedError(
                {refusal(QStringLiteral("PASSWORD_WEAK"), weaknesses.join(QStringLiteral("; ")),
                         QStringLiteral("password"))});
    };
    if (d->options.county) {
        requireStrong();
        admitAtService(name, code, newPassword);
        return;
    }
    d->slotFile = SlotFile::load(d->slotPath());
    d->refuseWhileLocked(name);
    const Invitation found = d->invitationOf(name);
    std::optional<Key> key;
    try {
        key = openInvitation(found, code);
    } catch (const CryptoError &) {
        d->refuseDamaged(name);
    }
    if (!key)
        d->refuseSecret(name, QStringLiteral("code"));
    requireStrong();
    std::vector<DataKeyChoice> choices;
    choices.push_back({key->clone(), false});
    try {
        d->openBooks(choices);
    } catch (const DatabaseError &error) {
        if (error.kind() != DatabaseError::Kind::WrongKey)
            throw;
        throw RefusedError(
            {refusal(QStringLiteral("INVITATION_VOID"), {}, QStringLiteral("code"))});
    }
    const Slot slot =
        makeSlot(found.operatorId, name, newPassword, d->passwordCost(), *key, d->nowText());
    d->keepSlots({slot}, [&slot](SlotFile &file) {
        file.put(slot);
        file.removeInvitation(slot.operatorId);
    });
    d->traceFailedTries(name);
    d->trail->add(slot.operatorId, QStringLiteral("admitted"), name, slot.publicKey, d->now());
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
        d->requireKeyMoved(*session, QStringLiteral("data_key"));
    }
    if (first.person() == second.person())
        d->refuse(second.operatorId(), QStringLiteral("SOD_SAME_PERSON"), {});
    d->requireOwnBooks(first.operatorId(), QStringLiteral("data_key"));
    const QString post =
        first.posts().contains(QStringLiteral("SA")) ? QStringLiteral("SA") : QStringLiteral("SE");
    housekeeping(first, QStringLiteral("data_key"), post,
                 {{QStringLiteral("second"), second.operatorId()}});
    return d->dataKey.rawKeyText();
}

} // namespace jubao
