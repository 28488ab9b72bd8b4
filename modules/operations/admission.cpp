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

void Office::admit(const QString &name, const QString &code, const QString &newPassword)
{
    d->slotFile = SlotFile::load(d->slotPath());
    d->refuseWhileLocked(name);
    const QList<Invitation> list = d->slotFile.invitations();
    const auto found = std::find_if(list.begin(), list.end(), [&name](const Invitation &each) {
        return each.operatorName == name;
    });
    const bool valid = found != list.end()
        && QDateTime::fromString(found->expiresAt, Qt::ISODateWithMs) > d->now();
    std::optional<Key> key;
    try {
        key = valid ? openInvitation(*found, code) : std::nullopt;
    } catch (const CryptoError &) {
        d->refuseDamaged(name);
    }
    if (!key)
        d->refuseSecret(name, QStringLiteral("code"));
    const QStringList weaknesses = passwordWeaknesses(newPassword, name);
    if (!weaknesses.isEmpty())
        throw RefusedError(
            {refusal(QStringLiteral("PASSWORD_WEAK"), weaknesses.join(QStringLiteral("; ")),
                     QStringLiteral("password"))});
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
        makeSlot(found->operatorId, name, newPassword, d->passwordCost(), *key, d->nowText());
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
    }
    if (first.person() == second.person())
        d->refuse(second.operatorId(), QStringLiteral("SOD_SAME_PERSON"), {});
    const QString post =
        first.posts().contains(QStringLiteral("SA")) ? QStringLiteral("SA") : QStringLiteral("SE");
    housekeeping(first, QStringLiteral("data_key"), post,
                 {{QStringLiteral("second"), second.operatorId()}});
    return d->dataKey.rawKeyText();
}

} // namespace jubao
