// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/decision.h"

#include "core/clock.h"
#include "operations/paper_request.h"
#include <QCoreApplication>
#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace jubao {

bool OperationSnapshot::isInstructed() const
{
    return std::any_of(past.begin(), past.end(), [this](const PastAction &each) {
        return each.kind == ActionKind::Make && each.revision == revision && each.instructed;
    });
}

bool OperationSnapshot::isImportant() const
{
    return std::any_of(past.begin(), past.end(), [this](const PastAction &each) {
        return each.kind == ActionKind::Make && each.revision == revision && each.important;
    });
}

QStringList OperationSnapshot::papersNamed() const
{
    return papersNamedIn(past);
}

QStringList notNamedFirst(const QStringList &asked, const QStringList &named)
{
    QStringList late;
    if (named.isEmpty())
        return late;
    std::copy_if(asked.begin(), asked.end(), std::back_inserter(late),
                 [&named](const QString &paper) { return !named.contains(paper); });
    return late;
}

QStringList postsToldOfRefusal()
{
    return {QStringLiteral("DIR"), QStringLiteral("AU")};
}

namespace {

qsizetype placeInCatalogue(const QString &code)
{
    const QList<RefusalRule> &catalogue = refusalCatalogue();
    for (qsizetype place = 0; place < catalogue.size(); ++place) {
        if (code == QLatin1String(catalogue.at(place).code))
            return place;
    }
    return catalogue.size();
}

bool validOn(const QDate &day, const QDate &from, const QDate &to)
{
    return (!from.isValid() || from <= day) && (!to.isValid() || day <= to);
}

bool covers(const QString &prefix, const QString &division)
{
    return prefix.isEmpty() || division.startsWith(prefix);
}

/** Which posts may take this action on the operation as it stands. */
struct Demand {
    QStringList posts;
    QChar letter;
    bool head = false;
};

Demand demandOf(const OperationSnapshot &operation, ActionKind kind)
{
    const QList<RouteStep> &steps = operation.route.steps;
    switch (kind) {
    case ActionKind::Make:
        return {steps.isEmpty() ? QStringList() : steps.first().posts, u'M', false};
    case ActionKind::Hold:
        return {{QStringLiteral("AU")}, QChar(), false};
    case ActionKind::Lift:
        return {{QStringLiteral("DIR"), QStringLiteral("AU")}, QChar(), false};
    case ActionKind::Acknowledge:
        return {operation.isInstructed() ? operation.route.filedWith + postsToldOfRefusal()
                                         : operation.route.filedWith,
                QChar(), false};
    default:
        break;
    }
    if (operation.step <= 0 || operation.step >= steps.size())
        return {};
    const RouteStep &step = steps.at(operation.step);
    return {step.posts, powerLetter(step.kind), step.head};
}

OperationState liftedState(const OperationSnapshot &operation, const Actor &actor,
                           const HeldPost &post)
{
    // A hold ends when the director and the auditor have both lifted it (SUP-17).
    bool otherLifted = false;
    for (const PastAction &past : operation.past) {
        if (past.kind == ActionKind::Hold)
            otherLifted = false;
        else if (past.kind == ActionKind::Lift && past.post != post.post
                 && past.person != actor.person)
            otherLifted = true;
    }
    return otherLifted ? OperationState::InReview : OperationState::Held;
}

class Judge {
public:
    Judge(const OperationSnapshot &operation, const Action &action, const Actor &actor,
          const Circumstances &circumstances)
        : m_operation(operation)
        , m_action(action)
        , m_actor(actor)
        , m_now(circumstances)
    {
    }

    std::variant<QList<Refusal>, Decision> judge();

private:
    void refuse(const char *code, const QString &subject = {}, const QString &field = {})
    {
        m_refusals.append(refusal(QString::fromLatin1(code), subject, field));
    }

    bool judgeOffice();
    bool judgeState();
    bool judgePost();
    const char *postFailure(const HeldPost &held, const Demand &demand) const;
    const char *powerFailure(const HeldPost &held, const Demand &demand) const;
    QString postsAbove() const;
    void judgeDuty();
    void judgeContent();
    QStringList actingPersons() const;

    const OperationSnapshot &m_operation;
    const Action &m_action;
    const Actor &m_actor;
    const Circumstances &m_now;
    HeldPost m_post;
    QList<Refusal> m_refusals;
};

bool Judge::judgeOffice()
{
    if (!m_now.clockFault.isEmpty())
        m_refusals.append(refusal(
            m_now.clockFault, officeTime(m_now.now).toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
    if (m_now.witnessAlarm && m_action.kind != ActionKind::Acknowledge)
        refuse("WITNESS_ALARM");
    if (!m_actor.accountOpen)
        refuse("ACCOUNT_CLOSED");
    else if (!m_actor.keyOpen)
        refuse("KEY_CLOSED");
    else if (m_actor.passwordMustChange)
        refuse("PASSWORD_MUST_CHANGE");
    else if (m_actor.keyMustMove)
        refuse("KEY_NOT_ON_STICK");
    if (!m_now.typeKnown)
        refuse("TYPE_UNKNOWN", m_operation.type, QStringLiteral("type"));
    else if (!m_now.routeKnown)
        refuse("ROUTE_MISSING", m_operation.type, QStringLiteral("type"));
    return m_refusals.isEmpty();
}

bool Judge::judgeState()
{
    const ActionKind kind = m_action.kind;
    const OperationState state = m_operation.state;
    if (kind == ActionKind::Make && !m_operation.exists)
        return true;
    if (!m_operation.exists) {
        refuse("OPERATION_UNKNOWN", QString::number(m_action.operation));
        return false;
    }
    const bool open = state == OperationState::InReview || state == OperationState::Returned
        || state == OperationState::Conflict;
    bool possible = state == OperationState::InReview;
    if (kind == ActionKind::Make)
        possible = state == OperationState::Returned || state == OperationState::Conflict;
    else if (kind == ActionKind::Withdraw)
        possible = open;
    else if (kind == ActionKind::Lift)
        possible = state == OperationState::Held;
    else if (kind == ActionKind::Acknowledge)
        possible = true;
    if (!possible) {
        refuse("NOT_IN_THIS_STATE", stateTitle(state));
        return false;
    }
    if (kind != ActionKind::Make && m_action.revision != m_operation.revision) {
        refuse("REVISION_STALE");
        return false;
    }
    const bool atStep = m_operation.step > 0 && m_operation.step < m_operation.route.steps.size();
    if (isRouteStep(kind)
        && (!atStep || m_operation.route.steps.at(m_operation.step).kind != kind)) {
        refuse("NOT_THIS_STEP",
               atStep ? actionTitle(m_operation.route.steps.at(m_operation.step).kind) : QString());
        return false;
    }
    if (kind == ActionKind::Reject && atStep) {
        const ActionKind waiting = m_operation.route.steps.at(m_operation.step).kind;
        if (waiting != ActionKind::Review && waiting != ActionKind::Approve) {
            refuse("NOT_THIS_STEP", actionTitle(waiting));
            return false;
        }
    }
    return true;
}

const char *Judge::powerFailure(const HeldPost &held, const Demand &demand) const
{
    if (demand.letter.isNull())
        return nullptr;
    if (!held.delegatedFamilies.isEmpty() && !held.delegatedFamilies.contains(m_operation.family))
        return "POWER_MISSING";
    if (held.delegatedAmountFen >= 0 && m_operation.amountFen > held.delegatedAmountFen)
        return "AMOUNT_ABOVE_POWER";
    bool letterFound = false;
    for (const Power &power : m_now.powers) {
        if (power.post != held.post || power.family != m_operation.family
            || !power.steps.contains(demand.letter) || !power.isInForce(m_now.today)
            || !covers(power.division, m_operation.division))
            continue;
        letterFound = true;
        if (power.amountToFen < 0 || m_operation.amountFen <= power.amountToFen)
            return nullptr;
    }
    return letterFound ? "AMOUNT_ABOVE_POWER" : "POWER_MISSING";
}

const char *Judge::postFailure(const HeldPost &held, const Demand &demand) const
{
    if (!held.isInForce(m_now.now, m_now.today))
        return "POST_EXPIRED";
    // A record that is not found lies nowhere: the rule that says so is the answer that helps.
    const bool nowhere = m_operation.division.isEmpty() && !m_now.ruleErrors.isEmpty();
    if (!nowhere && !covers(held.division, m_operation.division))
        return "DIVISION_OUTSIDE";
    if (demand.head && !held.head)
        return "HEAD_ONLY";
    return powerFailure(held, demand);
}

QString Judge::postsAbove() const
{
    QStringList posts;
    for (const Power &power : m_now.powers) {
        const bool enough = power.amountToFen < 0 || m_operation.amountFen <= power.amountToFen;
        if (power.family == m_operation.family && enough
            && power.steps.contains(demandOf(m_operation, m_action.kind).letter))
            posts.append(power.post);
    }
    posts.removeDuplicates();
    return posts.join(QStringLiteral(", "));
}

bool Judge::judgePost()
{
    if (m_action.kind == ActionKind::Withdraw)
        return true;
    if (!m_actor.incompatible.isEmpty()) {
        refuse("INCOMPATIBLE_POSTS", m_actor.incompatible);
        return false;
    }
    const Demand demand = demandOf(m_operation, m_action.kind);
    const char *nearest = "POST_NOT_HELD";
    QString nearestPost = demand.posts.join(QStringLiteral(", "));
    for (const HeldPost &held : m_actor.posts) {
        if (!demand.posts.contains(held.post)
            || (!m_action.post.isEmpty() && m_action.post != held.post))
            continue;
        const char *failure = postFailure(held, demand);
        if (!failure) {
            m_post = held;
            return true;
        }
        nearest = failure;
        nearestPost = held.post;
    }
    const bool amount = qstrcmp(nearest, "AMOUNT_ABOVE_POWER") == 0;
    refuse(nearest, amount ? postsAbove() : nearestPost, QStringLiteral("post"));
    return false;
}

QStringList Judge::actingPersons() const
{
    QStringList persons{m_actor.person};
    if (!m_post.delegatedBy.isEmpty())
        persons.append(m_post.delegatedBy);
    return persons;
}

void Judge::judgeDuty()
{
    const ActionKind kind = m_action.kind;
    const bool resubmission = kind == ActionKind::Make && m_operation.exists;
    if ((kind == ActionKind::Withdraw || resubmission) && m_actor.person != m_operation.makerPerson)
        refuse("MAKER_ONLY");
    if (kind == ActionKind::Withdraw || kind == ActionKind::Acknowledge)
        return;

    const QStringList persons = actingPersons();
    const auto shares = [&persons](const PastAction &past) {
        return persons.contains(past.person)
            || std::any_of(past.delegators.begin(), past.delegators.end(),
                           [&persons](const QString &one) { return persons.contains(one); });
    };
    const int step = kind == ActionKind::Make ? 0 : m_operation.step;
    const bool counts = kind != ActionKind::Hold && kind != ActionKind::Lift;
    for (const PastAction &past : m_operation.past) {
        const bool pastCounts = past.kind != ActionKind::Acknowledge
            && past.kind != ActionKind::Withdraw && past.kind != ActionKind::Hold
            && past.kind != ActionKind::Lift;
        if (counts && pastCounts && past.step != step && shares(past)) {
            refuse("SOD_SAME_PERSON");
            break;
        }
    }
    if (step > 0 && counts
        && std::any_of(m_operation.matterPast.begin(), m_operation.matterPast.end(), shares))
        refuse("SOD_MATTER");
    for (const QString &subject : m_operation.subjects) {
        if (persons.contains(subject) || m_actor.avoids.contains(subject)) {
            refuse("AVOIDANCE");
            break;
        }
    }
}

void Judge::judgeContent()
{
    const ActionKind kind = m_action.kind;
    const bool needsReason = kind == ActionKind::Return || kind == ActionKind::Reject
        || kind == ActionKind::Hold || kind == ActionKind::Lift;
    if (needsReason && m_action.reason.trimmed().isEmpty())
        refuse("REASON_MISSING", {}, QStringLiteral("reason"));
    const QStringList late = kind == ActionKind::Return
        ? notNamedFirst(m_action.papers, m_operation.papersNamed())
        : QStringList();
    if (!late.isEmpty() && m_action.lateReason.trimmed().isEmpty())
        refuse("PAPER_NOT_NAMED_FIRST", papersInWords(late), QStringLiteral("late_reason"));
    const bool advances = kind == ActionKind::Make || isRouteStep(kind);
    if (advances && m_now.evidenceMissing)
        refuse("EVIDENCE_MISSING", m_now.missingEvidence, QStringLiteral("evidence"));
    if (advances && !m_now.emptyEvidence.isEmpty())
        refuse("EVIDENCE_EMPTY", m_now.emptyEvidence, QStringLiteral("evidence"));
    const bool checks =
        kind == ActionKind::Recheck || kind == ActionKind::Review || kind == ActionKind::Approve;
    if (checks && !(m_action.evidenceTrue && m_action.evidenceComplete && m_action.evidenceValid))
        refuse("EVIDENCE_NOT_CHECKED", {}, QStringLiteral("evidence"));
    if (kind == ActionKind::Make && m_now.warningUnanswered && m_action.reason.trimmed().isEmpty())
        refuse("WARNING_UNANSWERED", {}, QStringLiteral("reason"));
    const bool last = m_operation.step + 1 >= m_operation.route.steps.size();
    if (m_now.decisionMissing && isRouteStep(kind) && (last || kind == ActionKind::Approve))
        refuse("DECISION_MISSING", QString::number(m_operation.id));
    if (isRouteStep(kind) && m_operation.highRisk && !m_action.alone)
        refuse("HIGH_RISK_ALONE");
    if (isRouteStep(kind) && !m_action.seenDigest.isEmpty()
        && m_action.seenDigest != m_now.currentDigest)
        refuse("VIEW_CHANGED");
    if (kind == ActionKind::Make && m_now.otherOperationOpen)
        refuse("OTHER_OPERATION_OPEN", m_now.otherOperation);
    if (kind == ActionKind::Make)
        m_refusals.append(m_now.ruleErrors);
}

std::variant<QList<Refusal>, Decision> Judge::judge()
{
    if (judgeOffice()) {
        const bool stateFits = judgeState();
        const bool postFits = stateFits && judgePost();
        // Whoever tries two steps is told so even where the post would be wrong as well: it is the
        // graver matter, and the auditor looks for it in the trace.
        if (stateFits || m_operation.exists)
            judgeDuty();
        if (postFits)
            judgeContent();
    }
    if (m_refusals.isEmpty())
        return outcome(m_operation, m_action, m_actor, m_post);
    std::stable_sort(m_refusals.begin(), m_refusals.end(), [](const Refusal &a, const Refusal &b) {
        return placeInCatalogue(a.code) < placeInCatalogue(b.code);
    });
    return m_refusals;
}

} // namespace

Decision outcome(const OperationSnapshot &operation, const Action &action, const Actor &actor,
                 const HeldPost &post)
{
    Decision decision;
    decision.state = operation.state;
    decision.step = operation.step;
    decision.revision = operation.revision;
    decision.actingPost = post;
    switch (action.kind) {
    case ActionKind::Make:
        decision.state = OperationState::InReview;
        decision.step = 1;
        decision.revision = operation.exists ? operation.revision + 1 : 1;
        break;
    case ActionKind::Return:
        decision.state = OperationState::Returned;
        break;
    case ActionKind::Reject:
    case ActionKind::Withdraw:
        decision.state = OperationState::Closed;
        decision.closedBy = actionCode(action.kind);
        decision.refuseFacts = operation.statesFact;
        break;
    case ActionKind::Hold:
        decision.state = OperationState::Held;
        break;
    case ActionKind::Lift:
        decision.state = liftedState(operation, actor, post);
        break;
    case ActionKind::Acknowledge:
        break;
    default:
        decision.step = operation.step + 1;
        decision.post = decision.step >= operation.route.steps.size();
        decision.state = decision.post ? OperationState::Posted : OperationState::InReview;
    }
    return decision;
}

bool HeldPost::isInForce(const QDateTime &now, const QDate &today) const
{
    const bool delegationOver =
        !delegatedBy.isEmpty() && (now < delegatedFrom || now > delegatedTo);
    return !delegationOver && validOn(today, validFrom, validTo);
}

QList<HeldPost> heldNow(QList<HeldPost> posts, const QDateTime &now, const QDate &today)
{
    posts.removeIf([&](const HeldPost &held) { return !held.isInForce(now, today); });
    return posts;
}

bool Power::isInForce(const QDate &day) const
{
    return validOn(day, validFrom, validTo);
}

std::variant<QList<Refusal>, Decision> decide(const OperationSnapshot &operation,
                                              const Action &action, const Actor &actor,
                                              const Circumstances &circumstances)
{
    return Judge(operation, action, actor, circumstances).judge();
}

} // namespace jubao
