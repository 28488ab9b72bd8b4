// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/action.h"
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <stdexcept>
#include <variant>

namespace jubao {

/** A no of the registrar: the code is stable, the text is in the office's language. */
struct Refusal {
    QString code;
    QString field;
    QString text;
    QString rule;
};

/** The catalogue row behind a code: its place in the order of precedence and the rule it comes
 * from. */
struct RefusalRule {
    const char *code;
    const char *text; ///< English source, translated in context "Refusals"
    const char *rule;
};

/** Every code in order of precedence: where several apply, the first is given. */
const QList<RefusalRule> &refusalCatalogue();
/** Builds a refusal of the catalogue; `subject` fills %1. Throws std::logic_error for an unknown
 * code. */
Refusal refusal(const QString &code, const QString &subject = {}, const QString &field = {});

/** A rule said no: nothing changed but the trace. `apply` throws it where the record has gone
 * stale. */
class RefusedError : public std::runtime_error {
public:
    explicit RefusedError(QList<Refusal> refusals);
    const QList<Refusal> refusals;
};

/** A post that someone holds, for a division and a time. */
struct HeldPost {
    QString post;
    QString department;
    QString division; ///< prefix: "" is the whole county
    bool head = false;
    QDate validFrom;
    QDate validTo; ///< null = open
    /** Natural person who delegated this post, empty when held in own right (ORG-05). */
    QString delegatedBy;
    QDateTime delegatedFrom;
    QDateTime delegatedTo;
    QStringList delegatedFamilies;  ///< scope of the delegation; empty = all powers of the post
    qint64 delegatedAmountFen = -1; ///< fen; -1 = no bound of its own (ORG-04)

    /** Held on that day and, where it is delegated, at that second (ORG-04). */
    bool isInForce(const QDateTime &now, const QDate &today) const;
};

/** Those of them that are in force. */
QList<HeldPost> heldNow(QList<HeldPost> posts, const QDateTime &now, const QDate &today);

struct Power {
    QString family;
    QString post;
    QString steps;           ///< letters of the matrix
    qint64 amountToFen = -1; ///< -1 = no bound
    QString division;
    QDate validFrom;
    QDate validTo;

    bool isInForce(const QDate &day) const;
};

/** Who acts: a natural person behind an account. */
struct Actor {
    qint64 operatorId = 0;
    QString person; ///< ID number: separation of duty is judged by it, never by account
    bool accountOpen = false;
    bool keyOpen = false;
    bool passwordMustChange = false;
    bool keyMustMove = false; ///< a post asks for a key on a stick, and it is not on one
    QList<HeldPost> posts;
    QString incompatible; ///< words of an incompatible pair that the person holds now (CTL-06),
                          ///< else empty
    QStringList avoids;   ///< ID numbers of the actor's own, relatives and declared interests
};

/** What somebody did to the operation before. */
struct PastAction {
    ActionKind kind = ActionKind::Make;
    QString person;
    QStringList delegators; ///< persons whose delegation was used
    QString post;
    int revision = 1;
    int step = 0;
    bool instructed = false; ///< made on a leader's instruction (CTL-24)
    bool important = false;  ///< made as a matter of importance (CTL-27)
    QStringList papers = {}; ///< asked for by it, or before it by notices (OFF-11)
};

/** The operation as the journal knows it. For a first `make`, `exists` is false. */
struct OperationSnapshot {
    bool exists = false;
    qint64 id = 0;
    QString type;
    QString family;
    bool highRisk = false;
    int revision = 0;
    OperationState state = OperationState::Draft;
    int step = 0; ///< index in route.steps of the step it waits for
    Route route;
    QString division;
    int typeVersion = 0;
    qint64 maker = 0; ///< who made the first revision
    QDate madeOn;
    QString makerPerson;
    qint64 amountFen = 0;
    QStringList subjects; ///< ID numbers
    QList<PastAction> past;
    QList<PastAction>
        matterPast; ///< on the operations of the same matter, where duty is judged over it
    bool statesFact = false;

    /** Whether the revision in hand was handed down by a leader (CTL-24). */
    bool isInstructed() const;
    /** Whether it needs a posted collective decision that names it (CTL-27). */
    bool isImportant() const;
    /** Every paper that was asked for so far; empty = nothing was yet. */
    QStringList papersNamed() const;
};

/**
 * Of the papers that are asked for now, those that stood on no list before, once there was one:
 * they should have been named the first time (一次性告知, OFF-11).
 */
QStringList notNamedFirst(const QStringList &asked, const QStringList &named);

/** Who learns that a handler refused what a leader had handed down: the director and audit
 * (CTL-24). */
QStringList postsToldOfRefusal();

struct Action {
    ActionKind kind = ActionKind::Make;
    qint64 operation = 0;
    int revision = 1;
    QString post;     ///< the post under which it is done; "" lets the registrar choose
    QString actionId; ///< unique; the same one arriving twice is accepted once
    QString reason;
    bool evidenceTrue = false, evidenceComplete = false,
         evidenceValid = false; ///< 真实性、完整性、有效性
    QString seenDigest;         ///< digest of the view that was shown
    bool alone = true;          ///< false when signed together with others
    /** On a return: what is to be handed in, as kinds of evidence or in words (OFF-11). */
    QStringList papers = {};
    QString lateReason = {}; ///< why one of them was not named the first time
};

/** Everything that must be read before deciding; the decision itself reads nothing. */
struct Circumstances {
    QDateTime now;
    QDate today;
    QList<Power> powers;
    bool typeKnown = true;
    bool routeKnown = true;
    QString clockFault; ///< code of the refusal while the clock is not to be trusted, else empty
    bool witnessAlarm = false;
    bool otherOperationOpen = false; ///< an open operation locks the same aspect
    QString otherOperation;
    bool evidenceMissing = false;
    QString missingEvidence;
    QString emptyEvidence; ///< files without content, by kind and name
    bool warningUnanswered = false;
    bool decisionMissing = false; ///< a matter of importance that no posted decision names
    QString currentDigest;        ///< digest of the view as it is now
    QList<Refusal> ruleErrors;    ///< findings of `check` and the dry run
    QString vacantPosts;
};

/** What an accepted action does to the operation. */
struct Decision {
    OperationState state = OperationState::InReview;
    QString closedBy;
    int step = 0;
    int revision = 1;
    bool post = false;        ///< the last step is in: run `apply`
    bool refuseFacts = false; ///< closed although a fact stands
    HeldPost actingPost;      ///< the post under which it was accepted
};

/**
 * The registrar's decision: a pure function, the same for desktop, hub, sync, replay and tests.
 * Returns every refusal that applies, in order of precedence, or the decision.
 */
std::variant<QList<Refusal>, Decision> decide(const OperationSnapshot &operation,
                                              const Action &action, const Actor &actor,
                                              const Circumstances &circumstances);

/** What the action does once it has been accepted under that post; judges nothing. */
Decision outcome(const OperationSnapshot &operation, const Action &action, const Actor &actor,
                 const HeldPost &post);

} // namespace jubao
