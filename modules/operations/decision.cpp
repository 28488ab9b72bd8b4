// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/decision.h"

#include "core/clock.h"
#include <QCoreApplication>
#include <algorithm>
#include <stdexcept>

namespace jubao {

const QList<RefusalRule> &refusalCatalogue()
{
    // The order is the order of precedence: first what makes any answer worthless, then who, then
    // separation of duty, then what the action lacks, then what the business rules say.
    static const QList<RefusalRule> catalogue{
        {"CLOCK_STOPPED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The clock of this computer is wrong: %1. Set it right, then sign in again."),
         "design: Time"},
        {"CLOCK_JUMPED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The clock of this computer was set while the office was open: it shows %1. Work stops until two administrators have confirmed the time."),
         "design: Time"},
        {"CLOCK_GAP",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The last entry is long ago and the clock of this computer shows %1. Work stops until two administrators have confirmed the time."),
         "design: Time"},
        {"WITNESS_ALARM",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This office file is not the one this computer saw last. Work stops until an auditor has acknowledged it."),
         "SEC-02"},
        {"WITNESS_NO_ALARM",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This place saw nothing that the office file does not hold. There is nothing to acknowledge."),
         "SEC-02"},
        {"SESSION_ENDED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This sign-in on the spot ended after %1 seconds without use. Give the password again."),
         "design: on the spot"},
        {"SIGN_IN_FAILED", QT_TRANSLATE_NOOP("Refusals", "The name or the password is wrong."),
         "SEC-10"},
        {"ACCOUNT_LOCKED",
         QT_TRANSLATE_NOOP("Refusals", "Too many failed tries. The account is locked until %1."),
         "SEC-10"},
        {"SESSION_LOCKED",
         QT_TRANSLATE_NOOP("Refusals",
                           "The window is locked. Enter the password, then do it again."),
         "SEC-10"},
        {"KEY_NOT_CONFIRMED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The key of this account is not confirmed yet. The security administrator confirms the printed slip."),
         "SEC-17"},
        {"ACCOUNT_CLOSED", QT_TRANSLATE_NOOP("Refusals", "This account is closed."), "SEC-19"},
        {"KEY_CLOSED",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The key of this account is closed. A new key is made by two administrators."),
         "SEC-19"},
        {"INVITATION_VOID",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This one-time code is void since the data key was changed. Ask the system administrator for a new one."),
         "SEC-17"},
        {"OFFICE_EXISTS",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The folder %1 is not empty. Take a new folder; nothing was changed in this one."),
         "SEC-09"},
        {"FILE_EXISTS", QT_TRANSLATE_NOOP("Refusals", "The file %1 exists. Take another name."),
         "SEC-09"},
        {"SCHEMA_WAITS",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This office waits for its upgrade. IT or the system administrator does it, with a second person present."),
         "SEC-13"},
        {"OFFICE_IN_USE",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "Another program has this office open. Close it there, then do this again."),
         "SEC-13"},
        {"BACKUP_NOT_WHOLE",
         QT_TRANSLATE_NOOP("Refusals",
                           "This backup does not prove whole, so nothing was restored. %1"),
         "SEC-09"},
        {"NOTHING_TO_ACKNOWLEDGE",
         QT_TRANSLATE_NOOP("Refusals", "Entry %1 does not wait for you to acknowledge it."),
         "SEC-13"},
        {"NO_KEY_MADE",
         QT_TRANSLATE_NOOP(
             "Refusals", "The account has made no key with a one-time code, so there is no slip."),
         "SEC-17"},
        {"RECOVERY_SHARES_FALSE",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "The two sheets do not belong together, or a character was misread. Compare them with the paper."),
         "SEC-17"},
        {"RECOVERY_SHARES_OLD",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "These sheets do not open this office: newer ones took their place, or they are of another office."),
         "SEC-17"},
        {"RECOVERY_NEEDS_TWO",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "A recovery is for the system administrator and the security administrator together, as different persons."),
         "SEC-17"},
        {"PASSWORD_MUST_CHANGE", QT_TRANSLATE_NOOP("Refusals", "Change the password first."),
         "SEC-10"},
        {"PASSWORD_WEAK", QT_TRANSLATE_NOOP("Refusals", "This password is too weak: %1"), "SEC-10"},
        {"PASSWORD_USED_BEFORE",
         QT_TRANSLATE_NOOP(
             "Refusals", "This password is the present one or one of the last five. Take another."),
         "SEC-10"},
        {"DOCUMENT_UNKNOWN", QT_TRANSLATE_NOOP("Refusals", "There is no document “%1” for this."),
         "CTL-12"},
        {"OPERATOR_UNKNOWN", QT_TRANSLATE_NOOP("Refusals", "There is no account “%1”."), "SEC-19"},
        {"KEY_STILL_OPEN",
         QT_TRANSLATE_NOOP("Refusals",
                           "The account “%1” has an open key. Two administrators close it first."),
         "SEC-19"},
        {"TYPE_UNKNOWN", QT_TRANSLATE_NOOP("Refusals", "There is no operation type “%1”."),
         "CTL-07"},
        {"ROUTE_MISSING",
         QT_TRANSLATE_NOOP("Refusals", "No route is in force for “%1”, so it cannot be made."),
         "CTL-07"},
        {"OPERATION_UNKNOWN", QT_TRANSLATE_NOOP("Refusals", "There is no operation no. %1."),
         "CTL-03"},
        {"SOD_SAME_PERSON",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "One person never takes two steps of one operation, under any account, post or delegation."),
         "CTL-09, SOD-20"},
        {"SOD_MATTER",
         QT_TRANSLATE_NOOP("Refusals",
                           "Whoever made the operation that this one continues may not check it."),
         "CTL-09, SOD-37"},
        {"AVOIDANCE",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "This concerns yourself, a relative or a declared interest. Another person must take this step."),
         "CTL-29, SOD-31"},
        {"NOT_IN_THIS_STATE",
         QT_TRANSLATE_NOOP("Refusals",
                           "The operation is in the state “%1”; this step is not possible there."),
         "SM-01"},
        {"NOT_THIS_STEP",
         QT_TRANSLATE_NOOP("Refusals", "The operation waits for another step: %1."), "SM-01"},
        {"REVISION_STALE",
         QT_TRANSLATE_NOOP(
             "Refusals", "The operation has been handed in again since. Look at the new version."),
         "SM-01"},
        {"INCOMPATIBLE_POSTS",
         QT_TRANSLATE_NOOP(
             "Refusals",
             "You hold posts that exclude one another: %1. Nothing can be done under them."),
         "CTL-06"},
        {"POST_NOT_HELD",
         QT_TRANSLATE_NOOP("Refusals", "This step belongs to the post %1, which you do not hold."),
         "CTL-05"},
        {"POST_EXPIRED",
         QT_TRANSLATE_NOOP("Refusals", "Your time in the post %1 has ended or not begun."),
         "ORG-04"},
        {"DIVISION_OUTSIDE",
         QT_TRANSLATE_NOOP("Refusals", "The matter belongs to another division than yours."),
         "CTL-02"},
        {"HEAD_ONLY",
         QT_TRANSLATE_NOOP("Refusals", "Only the head of the post %1 may take this step."),
         "CTL-10"},
        {"POWER_MISSING", QT_TRANSLATE_NOOP("Refusals", "The post %1 has no power for this step."),
         "CTL-05"},
        {"AMOUNT_ABOVE_POWER",
         QT_TRANSLATE_NOOP("Refusals", "The amount is above your power. The post that may: %1."),
         "CTL-10"},
        {"MAKER_ONLY", QT_TRANSLATE_NOOP("Refusals", "Only the maker may do this."), "SM-01"},
        {"REASON_MISSING", QT_TRANSLATE_NOOP("Refusals", "Write the reason."), "SM-01"},
        {"EVIDENCE_MISSING",
         QT_TRANSLATE_NOOP("Refusals",
                           "Evidence is missing: %1. Attach it or mark the paper as seen."),
         "CTL-11"},
        {"EVIDENCE_NOT_CHECKED",
         QT_TRANSLATE_NOOP("Refusals", "Confirm that the evidence is true, complete and valid."),
         "CTL-11"},
        {"WARNING_UNANSWERED",
         QT_TRANSLATE_NOOP("Refusals", "There is a warning: write the reason why it may go on."),
         "CTL-20"},
        {"HIGH_RISK_ALONE",
         QT_TRANSLATE_NOOP("Refusals", "Operations of this kind are decided one by one."),
         "design: decide many"},
        {"VIEW_CHANGED",
         QT_TRANSLATE_NOOP("Refusals", "The record changed while you looked. Look again."),
         "design: decide many"},
        {"OTHER_OPERATION_OPEN",
         QT_TRANSLATE_NOOP("Refusals", "Another operation is open on the same record: no. %1."),
         "SM-01"},
        {"STALE_RECORD",
         QT_TRANSLATE_NOOP("Refusals", "The record changed since the form was filled in: %1"),
         "SM-01"},
        {"RULE_BROKEN", QT_TRANSLATE_NOOP("Refusals", "%1"), "CTL-20"},
    };
    return catalogue;
}

Refusal refusal(const QString &code, const QString &subject, const QString &field)
{
    for (const RefusalRule &rule : refusalCatalogue()) {
        if (code != QLatin1String(rule.code))
            continue;
        QString text = QCoreApplication::translate("Refusals", rule.text);
        if (text.contains(QLatin1String("%1")))
            text = text.arg(subject);
        return {code, field, text, QString::fromLatin1(rule.rule)};
    }
    throw std::logic_error("no such refusal: " + code.toStdString());
}

RefusedError::RefusedError(QList<Refusal> list)
    : std::runtime_error(list.isEmpty() ? "refused" : list.first().code.toStdString())
    , refusals(std::move(list))
{
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
        return {operation.route.filedWith, QChar(), false};
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
        m_refusals.append(refusal(m_now.clockFault, officeTime(m_now.now).toString(Qt::ISODate)));
    if (m_now.witnessAlarm && m_action.kind != ActionKind::Acknowledge)
        refuse("WITNESS_ALARM");
    if (!m_actor.accountOpen)
        refuse("ACCOUNT_CLOSED");
    else if (!m_actor.keyOpen)
        refuse("KEY_CLOSED");
    else if (m_actor.passwordMustChange)
        refuse("PASSWORD_MUST_CHANGE");
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
            || !power.steps.contains(demand.letter)
            || !validOn(m_now.today, power.validFrom, power.validTo)
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
    const bool delegationOver = !held.delegatedBy.isEmpty()
        && (m_now.now < held.delegatedFrom || m_now.now > held.delegatedTo);
    if (delegationOver || !validOn(m_now.today, held.validFrom, held.validTo))
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
    const bool advances = kind == ActionKind::Make || isRouteStep(kind);
    if (advances && m_now.evidenceMissing)
        refuse("EVIDENCE_MISSING", m_now.missingEvidence, QStringLiteral("evidence"));
    const bool checks =
        kind == ActionKind::Recheck || kind == ActionKind::Review || kind == ActionKind::Approve;
    if (checks && !(m_action.evidenceTrue && m_action.evidenceComplete && m_action.evidenceValid))
        refuse("EVIDENCE_NOT_CHECKED", {}, QStringLiteral("evidence"));
    if (kind == ActionKind::Make && m_now.warningUnanswered && m_action.reason.trimmed().isEmpty())
        refuse("WARNING_UNANSWERED", {}, QStringLiteral("reason"));
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
    case ActionKind::Attest:
        break;
    default:
        decision.step = operation.step + 1;
        decision.post = decision.step >= operation.route.steps.size();
        decision.state = decision.post ? OperationState::Posted : OperationState::InReview;
    }
    return decision;
}

std::variant<QList<Refusal>, Decision> decide(const OperationSnapshot &operation,
                                              const Action &action, const Actor &actor,
                                              const Circumstances &circumstances)
{
    return Judge(operation, action, actor, circumstances).judge();
}

} // namespace jubao
