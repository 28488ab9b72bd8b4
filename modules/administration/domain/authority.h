// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "administration/domain/establishment.h"
#include "operations/type.h"

namespace jubao {

/** A power as it stands in the books: by which document, and which operation wrote it last. */
struct PowerGrant {
    Power power;
    QString basis;
    qint64 operation = 0; ///< 0 = the founding
};

/** A route as it stands in the books. */
struct StaffRoute {
    QString key;    ///< type, or type and variant ("…#deputy")
    QString title;  ///< of the type
    QString family; ///< of the type
    QString division;
    Route route;
    QDate from;
    QDate to; ///< null = open
};

/** Everything that says who could do what: staff, powers and routes, ended ones included. */
struct Authority {
    Establishment staff;
    QList<PowerGrant> powers;
    QList<StaffRoute> routes;

    /** Routes of types that the registry does not know are left out: nothing can be made by them.
     */
    static Authority read(const Reader &reader, const TypeRegistry &registry);
};

/** What somebody may do: one letter of the matrix, in one family, by one post (ORG-18). */
struct AuthorityRow {
    QString account; ///< empty: nobody holds the post
    QString displayName;
    QString person; ///< ID number; shown masked
    QString post;
    QString family;
    QString familyTitle;
    QChar letter;
    qint64 amountTo = -1; ///< fen; -1 = no bound
    QString division;     ///< the narrower of post and power
    QDate from;           ///< when post and power are both in force
    QDate to;             ///< null = open
    QString delegatedBy;
    QString basis;
    qint64 operation = 0; ///< that wrote the power last; 0 = the founding
};

struct AuthorityFilter {
    QDate day; ///< null = all of the time, the complete history
    QString account;
    QString post;
    QString family;
};

/** Who could do what, sorted by family, letter, post and account. Pure. */
QList<AuthorityRow> authorityRows(const Authority &authority, const AuthorityFilter &filter);

/** A post, who holds it, and who could take it without a conflict (ORG-24). */
struct PostStaffing {
    QString post;
    QStringList holders;    ///< display names
    QStringList candidates; ///< of the staff at hand, who hold something else
};
QList<PostStaffing> postStaffing(const Authority &authority, const QDate &day);

/** The hands of one step: the natural persons who could take it. */
struct StepHands {
    ActionKind kind = ActionKind::Make;
    QStringList posts;
    QStringList names;
};

/** A route at one place: whether as many different persons as steps are there (ORG-24). */
struct RouteHands {
    QString key;
    QString title;
    QString division; ///< the place; "" = the county itself
    QList<StepHands> steps;
    bool enough = false;
};
/** Only places where the making itself has a hand; the county always. */
QList<RouteHands> routeHands(const Authority &authority, const QDate &day);

/** A kind of fraud: what would have to be passed through, one route of each group (ORG-24). */
struct FraudKind {
    QString id;
    QString title;
    QStringList types; ///< each must be passed; any variant of its route serves
};
const QList<FraudKind> &fraudKinds();

/** The smallest number of colluding natural persons for a fraud. */
struct Collusion {
    QString id;
    QString title;
    int persons = 0;    ///< 0 = cannot be done: a route or a hand is missing
    QStringList names;  ///< one smallest set
    QStringList routes; ///< the keys that it would go through
    QStringList told;   ///< posts that get it to acknowledge, whoever colludes
};
QList<Collusion> smallestCollusions(const Authority &authority, const QDate &day);

} // namespace jubao
