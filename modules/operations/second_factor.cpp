// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys that lie on USB sticks (key_stick.h).

#include "operations/county_service.h"
#include "operations/office_private.h"
#include <QJsonArray>
#include <algorithm>

namespace jubao {

KeyStick Office::Private::stickOf(const QString &name, const QString &id) const
{
    const auto refused = [&](const char *code, const QString &subject) {
        // At a desk of the county nobody can write a line yet.
        if (trail && !options.county)
            trail->add(0, QStringLiteral("refused"), name, QLatin1String(code), now());
        return RefusedError({refusal(QLatin1String(code), subject, QStringLiteral("password"))});
    };
    const QString file = findKeyStick(keyPlaces(), id);
    if (file.isEmpty())
        throw refused("KEY_STICK_MISSING", name);
    try {
        return readKeyStick(file);
    } catch (const CryptoError &) {
        throw refused("KEY_STICK_DAMAGED", file);
    }
}

std::optional<KeyStick> Office::Private::stickOf(const Slot &slot) const
{
    return slot.stick.isEmpty() ? std::nullopt
                                : std::optional(stickOf(slot.operatorName, slot.stick));
}

bool Office::Private::keyMustMove(const Session &session) const
{
    const QDate today = officeDate(now());
    const Reader books(*database, catalogue, today);
    const std::optional<PolicyRow> rule =
        books.policy().find(QString::fromLatin1(stickPostsKey), {}, today);
    if (!rule || session.keyIsOnStick())
        return false;
    const QJsonArray posts = rule->value[u"posts"].toArray();
    const QList<HeldPost> held = postsNow(session);
    return std::any_of(held.begin(), held.end(),
                       [&posts](const HeldPost &each) { return posts.contains(each.post); });
}

void Office::Private::requireKeyMoved(const Session &session, const QString &what)
{
    if (session.keyMustMove())
        refuse(session.operatorId(), what,
               RefusedError({refusal(QStringLiteral("KEY_NOT_ON_STICK"))}));
}

QString Office::Private::registeredStick(qint64 operatorId) const
{
    Query row = database->prepare(
        QStringLiteral("SELECT serial FROM key_stick WHERE operator = ? AND state = 'open'"));
    row.bindAll(operatorId);
    return row.next() ? row.text(0) : QString();
}

void Office::Private::requireRegisteredStick(qint64 operatorId, const QString &name)
{
    if (registeredStick(operatorId).isEmpty())
        refuse(operatorId, QStringLiteral("STICK_NOT_REGISTERED"), name);
}

QString Office::putKeyOnStick(Session &session, const QString &password, const QString &folder)
{
    const QString name = session.name();
    if (d->options.county)
        return putKeyOnStickAtService(session, password, folder);
    const Private::OpenedAccount opened = d->openAccount(name, password);
    d->requireOpenKey(session.operatorId(), opened.slot);
    d->requireRegisteredStick(session.operatorId(), name);
    const StickMade made = putOnStick(opened.slot, *opened.keys.keyPair, password, d->identity());
    // The stick first: killed in between, the slot opens as before.
    made.stick.writeTo(folder);
    d->keepSlots({made.slot}, [&made](SlotFile &file) { file.put(made.slot); });
    d->fillSession(session, made.slot);
    d->trail->add(session.operatorId(), QStringLiteral("key_on_stick"), name,
                  d->registeredStick(session.operatorId()), d->now());
    return made.stick.fileName();
}

QString Office::putKeyOnStickAtService(Session &session, const QString &password,
                                       const QString &folder)
{
    CountyService &county = *d->options.county;
    const QString name = session.name();
    const Private::ProvenSlot proven = d->slotFromService(name, password);
    d->requireRegisteredStick(session.operatorId(), name);
    const StickMade made = putOnStick(proven.slot, *proven.keyPair, password, d->identity());
    made.stick.writeTo(folder);
    county.changeSlot(name, proven.proof, made.slot, made.proof);
    d->fill(session, county.signedIn(name, SignInWay::NewPassword, d->placeFacts()));
    return made.stick.fileName();
}

QStringList Office::Private::keyPlaces() const
{
    return options.keyPlaces ? options.keyPlaces() : pluggedDrives();
}

QStringList Office::placesToMoveKey(const Session &session) const
{
    QStringList places = d->keyPlaces();
    places.removeIf([&session](const QString &place) {
        return session.keyIsOnStick() && !findKeyStick({place}, session.m_stick).isEmpty();
    });
    return places;
}

bool Office::keyIsThere(const Session &session) const
{
    return !session.keyIsOnStick() || !findKeyStick(d->keyPlaces(), session.m_stick).isEmpty();
}

} // namespace jubao
