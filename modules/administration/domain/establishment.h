// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/snapshot.h"
#include "operations/type.h"

namespace jubao {

/** A post of the office as shipped (resources/policy/posts.json). */
struct PostInfo {
    QString code;
    QString title;
    QString area; ///< of a department: "relation", "benefits", "finance", "audit", "information"
                  ///< are the five that stay apart (ORG-01); others "leaders", "office",
                  ///< "township", "administrators"
};
const QList<PostInfo> &shippedPosts();
/** Held like a post by whoever develops or sells the software, and no post: it gives no power and
 * excludes every other (第三十七条, SOD-10). */
inline constexpr const char *developerMark = "DV";
QString postArea(const QString &code);
bool isKnownPost(const QString &code);
/** One of the five areas that must stand in departments of their own (第九条, ORG-01). */
bool isSeparateArea(const QString &area);
/** The posts as choices of a field. */
QList<Choice> postChoices();

/** A post that a natural person holds or held, in own right or by delegation. */
struct Holding {
    qint64 assignment = 0; ///< row of post_assignment
    qint64 operatorId = 0; ///< who may use it
    QString account;
    QString displayName;
    QString person; ///< ID number: duty is judged by it
    QString post;
    QString department;
    QString division; ///< prefix; "" is the whole county
    bool head = false;
    QDate from;
    QDate to;                      ///< null = open
    QString delegatedBy;           ///< display name of the grantor, empty in own right
    QStringList delegatedFamilies; ///< a delegation's scope; empty = all powers of the post
    qint64 delegatedAmountTo = -1; ///< fen; -1 = no bound of its own

    bool holdsOn(const QDate &day) const { return from <= day && (!to.isValid() || day <= to); }
};

/** Two posts that one natural person must not hold at the same time (requirements B1). */
struct IncompatiblePair {
    QString first;
    QString second;
    QString rule;
};

/** Who holds which post: everything ever assigned or delegated, read once. */
class Establishment {
public:
    static Establishment read(const Reader &reader);

    QList<Holding> holdings; ///< delegations included, by account and post
    QList<IncompatiblePair> pairs;

    QList<Holding> ofAccount(qint64 operatorId) const; ///< in own right
    QList<Holding> onDay(const QDate &day) const;
    /** The rule of the pair, empty where the two posts go together. */
    QString ruleAgainst(const QString &first, const QString &second) const;
    /**
     * Words of each pair of B1 that the person would hold, were the post given from `from` to `to`
     * (null = open): over all accounts of the natural person and over delegations (CTL-06, ORG-02).
     * `except` is the assignment that the new one replaces.
     */
    QStringList conflicts(const QString &person, const QString &post, const QDate &from,
                          const QDate &to, qint64 except = 0) const;
    /** Words of each kin of the person that would stand above or below him (SOD-17). */
    QStringList kinConflicts(const Holding &proposed, const QStringList &kin) const;
};

/** ID numbers that a person declared as kin, both ways, on that day; interests are no kin. */
QStringList kinOf(const Reader &reader, const QString &person, const QDate &day);
/** Codes and words of the relations that can be declared; "interest" is the one that is no kin. */
QList<Choice> relationChoices();

/** Natural persons who hold the post on that day, in own right or by delegation. */
QStringList personsHolding(const Establishment &establishment, const QString &post,
                           const QDate &day);
/** Whether the account ever held a post of the three administrators (SEC-17). */
bool isAdministrator(qint64 operatorId, const Reader &reader);
/** The row of `operator_account` that a payload's field names. */
std::optional<Row> accountIn(const QJsonObject &payload, const QString &name, const Reader &reader);
/** What every operation on the account in field "operator" has in common: it happens in the whole
 * county, concerns the account's person, locks that aspect, and goes the route with the suffix
 * "#administrator" where the account holds an administrator's post. */
void ofAccount(OperationType &type, const QString &aspect);

} // namespace jubao
