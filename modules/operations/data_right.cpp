// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/data_right.h"

#include "core/clock.h"
#include "operations/office_private.h"
#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace jubao {

namespace {

QStringList familiesOf(DataRight right)
{
    switch (right) {
    case DataRight::Reveal:
        return {QStringLiteral("data.sealed")};
    case DataRight::Export:
        return {QStringLiteral("data.export")};
    default:
        return {QStringLiteral("enrollment.ordinary"), QStringLiteral("contributions.collect"),
                QStringLiteral("accounts.yearly"), QStringLiteral("benefits.case")};
    }
}

bool gives(const Power &power, const HeldPost &held, const QStringList &families,
           const QDate &today)
{
    return power.post == held.post && families.contains(power.family) && !power.steps.isEmpty()
        && (held.delegatedFamilies.isEmpty() || held.delegatedFamilies.contains(power.family))
        && power.isInForce(today);
}

/** What was tried, for who reads the refusal: the title of a paper or of a type, or the way of
 * using the data. */
QString triedInWords(const TypeRegistry &registry, const QString &what)
{
    if (const DocumentSpec *document = registry.findDocument(what).first)
        return document->title;
    if (const OperationType *type = registry.find(what))
        return type->title;
    static const QHash<QString, const char *> ways{
        {QStringLiteral("search"), QT_TRANSLATE_NOOP("Refusals", "finding persons")},
        {QStringLiteral("person"), QT_TRANSLATE_NOOP("Refusals", "the record of a person")},
        {QStringLiteral("history"), QT_TRANSLATE_NOOP("Refusals", "the operations on a person")},
        {QStringLiteral("account"), QT_TRANSLATE_NOOP("Refusals", "the account of a person")},
        {QStringLiteral("reveal"), QT_TRANSLATE_NOOP("Refusals", "showing protected fields")},
        {QStringLiteral("export"), QT_TRANSLATE_NOOP("Refusals", "taking a list out")},
        {QStringLiteral("print"), QT_TRANSLATE_NOOP("Refusals", "printing a list")}};
    const char *way = ways.value(what);
    return way ? QCoreApplication::translate("Refusals", way) : what;
}

} // namespace

bool hasDataRight(const Actor &actor, const QList<Power> &powers, const QDateTime &now,
                  DataRight right)
{
    if (!actor.incompatible.isEmpty())
        return false;
    const QStringList families = familiesOf(right);
    const QDate today = officeDate(now);
    return std::any_of(actor.posts.begin(), actor.posts.end(), [&](const HeldPost &held) {
        return held.isInForce(now, today)
            && std::any_of(powers.begin(), powers.end(),
                           [&](const Power &power) { return gives(power, held, families, today); });
    });
}

bool isAboutPersons(const QString &id)
{
    static const QStringList rooms{QStringLiteral("enrollment."), QStringLiteral("contributions."),
                                   QStringLiteral("accounts."), QStringLiteral("benefits.")};
    return std::any_of(rooms.begin(), rooms.end(),
                       [&id](const QString &room) { return id.startsWith(room); });
}

bool Office::mayUse(const Session &session, DataRight right) const
{
    const Reader books = reader();
    const SnapshotReader snapshots(books, *d->options.registry);
    return hasDataRight(snapshots.actor(session.operatorId(), d->now()), snapshots.powers(),
                        d->now(), right);
}

void Office::requireRight(const Session &session, DataRight right, const QString &what) const
{
    if (!mayUse(session, right))
        d->refuse(session.operatorId(), QStringLiteral("DATA_NOT_OPEN"),
                  triedInWords(*d->options.registry, what));
}

void Office::requireDivision(const Session &session, const QString &division,
                             const QString &what) const
{
    const QList<HeldPost> posts = session.heldPosts();
    const QDate today = reader().today();
    const bool covered = std::any_of(posts.begin(), posts.end(), [&](const HeldPost &held) {
        return held.isInForce(d->now(), today) && division.startsWith(held.division);
    });
    if (!covered)
        d->refuse(session.operatorId(), what,
                  RefusedError({refusal(QStringLiteral("DIVISION_OUTSIDE"), division,
                                        QStringLiteral("division"))}));
}

void Office::look(const Session &session, DataRight right, const QString &kind,
                  const QString &subject, const QString &detail)
{
    requireRight(session, right, kind);
    trace(session, kind, subject, detail);
}

} // namespace jubao
