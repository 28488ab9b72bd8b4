// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"
#include "administration/domain/establishment.h"
#include "administration/domain/key_sticks.h"
#include "administration/domain/types.h"
#include "operations/decision.h"

namespace jubao {

using namespace administration;

namespace {

enum class Intent { Give, Change, End };

/** What the payload asks for, seen on the staff as it stands. */
struct Proposal {
    Intent intent = Intent::Give;
    std::optional<Row> account;
    Establishment staff;
    QList<Holding> present; ///< the account's open assignments of the post
    Holding wanted;

    bool isOf(const char *state) const
    {
        return account
            && account->value(QStringLiteral("state")).toString() == QLatin1String(state);
    }
};

/** The only department of an area, empty where there is none or more than one. */
QString departmentOfArea(const Reader &reader, const QString &area)
{
    Query rows =
        reader.query(QStringLiteral("SELECT code FROM department WHERE area = ? ORDER BY id"));
    rows.bindAll(area);
    const QString first = rows.next() ? rows.text(0) : QString();
    return rows.next() ? QString() : first;
}

bool chosen(const Holding &held, const QJsonObject &payload)
{
    return payload[u"division"].toString().isEmpty()
        || held.division == payload[u"division"].toString();
}

Proposal read(const QJsonObject &payload, const Reader &reader)
{
    Proposal proposal;
    const QString action = payload[u"action"].toString();
    proposal.intent = action == QLatin1String("end") ? Intent::End
        : action == QLatin1String("change")          ? Intent::Change
                                                     : Intent::Give;
    proposal.account = accountIn(payload, QStringLiteral("operator"), reader);
    proposal.staff = Establishment::read(reader);
    Holding &wanted = proposal.wanted;
    wanted.operatorId = payload[u"operator"].toInteger();
    wanted.post = payload[u"post"].toString();
    wanted.head = payload[u"head"].toInt() == 1;
    wanted.department = payload[u"department"].toString();
    if (wanted.department.isEmpty())
        wanted.department = departmentOfArea(reader, postArea(wanted.post));
    wanted.division = payload[u"division"].toString();
    // A post begins and ends no earlier than its posting: nobody gets or loses power for the past.
    const QDate asked = dateIn(payload, QStringLiteral("valid_from"));
    wanted.from = asked.isValid() ? std::max(asked, reader.today()) : reader.today();
    wanted.to = dateIn(payload, QStringLiteral("valid_to"));
    if (proposal.account) {
        wanted.account = proposal.account->value(QStringLiteral("name")).toString();
        wanted.displayName = proposal.account->value(QStringLiteral("display_name")).toString();
        wanted.person = proposal.account->value(QStringLiteral("person")).toString();
    }
    const QList<Holding> own = proposal.staff.ofAccount(wanted.operatorId);
    for (const Holding &held : own) {
        if (held.post == wanted.post && (!held.to.isValid() || held.to >= reader.today()))
            proposal.present.append(held);
    }
    return proposal;
}

/** The assignment to change or end; with several of one post the division tells them apart. */
std::optional<Holding> target(const Proposal &proposal, const QJsonObject &payload)
{
    if (proposal.present.size() == 1)
        return proposal.present.first();
    if (proposal.intent != Intent::End)
        return std::nullopt;
    QList<Holding> matching;
    for (const Holding &held : proposal.present) {
        if (chosen(held, payload))
            matching.append(held);
    }
    return matching.size() == 1 ? std::optional(matching.first()) : std::nullopt;
}

void checkTarget(const Proposal &proposal, const QJsonObject &payload, Findings &findings)
{
    if (target(proposal, payload))
        return;
    const QString text = proposal.present.isEmpty()
        ? words(QT_TRANSLATE_NOOP("Administration", "The account does not hold this post."))
        : words(QT_TRANSLATE_NOOP(
            "Administration",
            "The account holds this post in several divisions. End the one of the division and give it anew."));
    findings.append(error(QStringLiteral("POST_NOT_ASSIGNED"), QStringLiteral("post"), text,
                          QStringLiteral("SM-12")));
}

/** The five areas stand in departments of their own (ORG-01). */
void checkDepartment(const Proposal &proposal, const Reader &reader, Findings &findings)
{
    const QString place = QStringLiteral("department");
    const QString rule = QStringLiteral("ORG-01");
    const std::optional<Row> department = reader.row(
        QStringLiteral("department"), QStringLiteral("code"), proposal.wanted.department);
    if (!department) {
        findings.append(error(
            QStringLiteral("DEPARTMENT_UNKNOWN"), place,
            words(QT_TRANSLATE_NOOP("Administration", "Enter the code of one of the departments.")),
            rule));
        return;
    }
    const QString area = department->value(QStringLiteral("area")).toString();
    const QString needed = postArea(proposal.wanted.post);
    if (isSeparateArea(needed) && area != needed)
        findings.append(error(
            QStringLiteral("AREAS_MERGED"), place,
            words(
                QT_TRANSLATE_NOOP(
                    "Administration",
                    "The post %1 cannot stand in the department %2: relation, benefits, finance, audit and information stand in departments of their own."))
                .arg(postTitle(proposal.wanted.post),
                     department->value(QStringLiteral("name")).toString()),
            rule));
}

void checkDuty(const Proposal &proposal, const QJsonObject &payload, const Reader &reader,
               Findings &findings)
{
    const Holding &wanted = proposal.wanted;
    const std::optional<Holding> replaced =
        proposal.intent == Intent::Change ? target(proposal, payload) : std::nullopt;
    const QStringList conflicts = proposal.staff.conflicts(
        wanted.person, wanted.post, wanted.from, wanted.to, replaced ? replaced->assignment : 0);
    if (!conflicts.isEmpty())
        findings.append(error(
            QStringLiteral("INCOMPATIBLE_POSTS"), QStringLiteral("post"),
            words(QT_TRANSLATE_NOOP("Administration",
                                    "This person would hold posts that exclude one another: %1."))
                .arg(conflicts.join(QStringLiteral("; "))),
            QStringLiteral("CTL-06")));
    const QStringList kin =
        proposal.staff.kinConflicts(wanted, kinOf(reader, wanted.person, wanted.from));
    if (!kin.isEmpty())
        findings.append(
            error(QStringLiteral("KIN_IN_LINE"), QStringLiteral("post"),
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "A declared relative would stand above or below: %1."))
                      .arg(kin.join(QStringLiteral("; "))),
                  QStringLiteral("SOD-17")));
}

void checkGiven(const Proposal &proposal, const QJsonObject &payload, const Reader &reader,
                Findings &findings)
{
    const Holding &wanted = proposal.wanted;
    checkDivision(payload, reader, findings);
    checkDepartment(proposal, reader, findings);
    if (wanted.to.isValid() && wanted.to < wanted.from)
        findings.append(error(
            QStringLiteral("PERIOD_ENDS_BEFORE_IT_BEGINS"), QStringLiteral("valid_to"),
            words(QT_TRANSLATE_NOOP("Administration", "The last day lies before the first."))));
    if (proposal.intent == Intent::Give) {
        for (const Holding &held : proposal.present) {
            if (held.division == wanted.division)
                findings.append(error(
                    QStringLiteral("POST_HELD_ALREADY"), QStringLiteral("post"),
                    words(QT_TRANSLATE_NOOP("Administration", "The account holds this post %1."))
                        .arg(periodText(held.from, held.to)),
                    QStringLiteral("SM-12")));
        }
    }
    checkDuty(proposal, payload, reader, findings);
}

/** Ending the last holder of a post leaves operations without a hand (ORG-24). */
void checkStaffing(const Proposal &proposal, const Holding &ending, const QDate &last,
                   const Reader &reader, Findings &findings)
{
    const QDate after = std::max(last, reader.today()).addDays(1);
    for (const Holding &held : proposal.staff.holdings) {
        if (held.post == ending.post && held.assignment != ending.assignment && held.holdsOn(after))
            return;
    }
    findings.append(warning(
        QStringLiteral("POST_LEFT_VACANT"), QStringLiteral("post"),
        words(
            QT_TRANSLATE_NOOP(
                "Administration",
                "Nobody holds the post %1 after that. Operations that need it will wait until it is filled."))
            .arg(postTitle(ending.post)),
        QStringLiteral("ORG-24")));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const Proposal proposal = read(payload, reader);
    if (!proposal.isOf("open")) {
        findings.append(
            error(QStringLiteral("OPERATOR_UNKNOWN"), QStringLiteral("operator"),
                  words(QT_TRANSLATE_NOOP("Administration", "There is no such open account.")),
                  QStringLiteral("SEC-17")));
        return findings;
    }
    if (!isKnownPost(proposal.wanted.post)) {
        findings.append(
            error(QStringLiteral("POST_UNKNOWN"), QStringLiteral("post"),
                  words(QT_TRANSLATE_NOOP("Administration", "There is no such post."))));
        return findings;
    }
    if (proposal.intent != Intent::Give)
        checkTarget(proposal, payload, findings);
    if (proposal.intent != Intent::End)
        checkGiven(proposal, payload, reader, findings);
    else if (const std::optional<Holding> ending = target(proposal, payload))
        checkStaffing(proposal, *ending, proposal.wanted.to, reader, findings);
    return findings;
}

Findings checkWithSticks(const QJsonObject &payload, const Reader &reader, qint64 actor)
{
    Findings findings = check(payload, reader, actor);
    if (payload[u"action"].toString() == QLatin1String("give"))
        checkStickFor(payload[u"post"].toString(), payload[u"operator"].toInteger(),
                      QStringLiteral("operator"), reader, findings);
    return findings;
}

Row rowOf(const Holding &wanted)
{
    return {{QStringLiteral("operator"), wanted.operatorId},
            {QStringLiteral("post"), wanted.post},
            {QStringLiteral("department"), wanted.department},
            {QStringLiteral("division"), wanted.division},
            {QStringLiteral("head"), wanted.head ? 1 : 0},
            {QStringLiteral("valid_from"), wanted.from},
            {QStringLiteral("valid_to"), wanted.to.isValid() ? QVariant(wanted.to) : QVariant()}};
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const Proposal proposal = read(payload, writer);
    const QString table = QStringLiteral("post_assignment");
    const QString validTo = QStringLiteral("valid_to");
    if (proposal.intent == Intent::Give) {
        writer.insert(table, rowOf(proposal.wanted));
        return;
    }
    const std::optional<Holding> present = target(proposal, payload);
    if (!present)
        throw RefusedError(
            {refusal(QStringLiteral("STALE_RECORD"),
                     words(QT_TRANSLATE_NOOP("Administration", "The post was ended meanwhile.")))});
    const QDate yesterday = writer.today().addDays(-1);
    if (proposal.intent == Intent::End) {
        const QDate last = proposal.wanted.to;
        writer.update(table, present->assignment,
                      {{validTo, last.isValid() ? std::max(last, yesterday) : yesterday}});
        return;
    }
    // What was true until the change stays readable: the old assignment ends, a new one begins.
    if (proposal.wanted.from <= present->from) {
        writer.update(table, present->assignment, rowOf(proposal.wanted));
        return;
    }
    writer.update(table, present->assignment, {{validTo, proposal.wanted.from.addDays(-1)}});
    writer.insert(table, rowOf(proposal.wanted));
}

QString flagText(bool set)
{
    return set ? words(QT_TRANSLATE_NOOP("Administration", "yes"))
               : words(QT_TRANSLATE_NOOP("Administration", "no"));
}

QList<Change> changes(const QJsonObject &payload, const Reader &reader)
{
    const Proposal proposal = read(payload, reader);
    const std::optional<Holding> present =
        proposal.intent == Intent::Give ? std::nullopt : target(proposal, payload);
    const bool ends = proposal.intent == Intent::End;
    const Holding &wanted = proposal.wanted;
    QList<Change> list;
    const auto add = [&list](const char *name, const char *label, const QString &before,
                             const QString &after) {
        if (before != after)
            list.append({QString::fromLatin1(name), words(label), before, after});
    };
    add("post", QT_TRANSLATE_NOOP("Administration", "Post"),
        present ? postTitle(present->post) : QString(), ends ? QString() : postTitle(wanted.post));
    add("department", QT_TRANSLATE_NOOP("Administration", "Department"),
        present ? present->department : QString(), ends ? QString() : wanted.department);
    add("division", QT_TRANSLATE_NOOP("Administration", "Division"),
        present ? present->division : QString(), ends ? QString() : wanted.division);
    add("head", QT_TRANSLATE_NOOP("Administration", "Head of the post"),
        present ? flagText(present->head) : QString(), ends ? QString() : flagText(wanted.head));
    const QDate yesterday = reader.today().addDays(-1);
    const QDate last = wanted.to.isValid() ? std::max(wanted.to, yesterday) : yesterday;
    add("valid_to", QT_TRANSLATE_NOOP("Administration", "Period"),
        present ? periodText(present->from, present->to) : QString(),
        ends && present ? periodText(present->from, last) : periodText(wanted.from, wanted.to));
    return list;
}

QString summary(const QJsonObject &payload, const Reader &reader)
{
    const Proposal proposal = read(payload, reader);
    const char *text = QT_TRANSLATE_NOOP("Administration", "Give %1 the post %2");
    if (proposal.intent == Intent::End)
        text = QT_TRANSLATE_NOOP("Administration", "End the post %2 of %1");
    else if (proposal.intent == Intent::Change)
        text = QT_TRANSLATE_NOOP("Administration", "Change the post %2 of %1");
    return words(text).arg(proposal.wanted.displayName, postTitle(proposal.wanted.post));
}

/** A deputy's own posts are not rechecked by a deputy: the director stands in. The director's own
 * are approved by the deputy, because no third is named (SOD-29). */
QString routeKey(const QJsonObject &payload, const Reader &reader)
{
    const QString id = QStringLiteral("administration.assign_post");
    const QString deputy = QStringLiteral("DEP");
    const std::optional<Row> account = accountIn(payload, QStringLiteral("operator"), reader);
    const QString person =
        account ? account->value(QStringLiteral("person")).toString() : QString();
    const Establishment establishment = Establishment::read(reader);
    if (payload[u"post"].toString() == deputy
        || personsHolding(establishment, deputy, reader.today()).contains(person))
        return id + QStringLiteral("#deputy");
    return personsHolding(establishment, QStringLiteral("DIR"), reader.today()).contains(person)
        ? id + QStringLiteral("#director")
        : id;
}

QList<Field> fields()
{
    QList<Field> list{
        field("action", FieldKind::Choice, QT_TRANSLATE_NOOP("Administration", "Action"), true),
        field("operator", FieldKind::Operator, QT_TRANSLATE_NOOP("Administration", "Account"),
              true),
        field("post", FieldKind::Choice, QT_TRANSLATE_NOOP("Administration", "Post"), true),
        field("department", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Department"),
              false,
              QT_TRANSLATE_NOOP("Administration", "Empty: the department of the post's area")),
        field("division", FieldKind::Division, QT_TRANSLATE_NOOP("Administration", "Division"),
              false, QT_TRANSLATE_NOOP("Administration", "Empty: the whole county")),
        field("head", FieldKind::Flag, QT_TRANSLATE_NOOP("Administration", "Head of the post")),
        field("valid_from", FieldKind::Date, QT_TRANSLATE_NOOP("Administration", "First day"),
              false,
              QT_TRANSLATE_NOOP("Administration",
                                "Empty: the day of posting; never before that day")),
        field("valid_to", FieldKind::Date, QT_TRANSLATE_NOOP("Administration", "Last day"), false,
              QT_TRANSLATE_NOOP("Administration",
                                "Empty: no end, or at once where a post is ended"))};
    list[0].choices = {
        {QStringLiteral("give"), words(QT_TRANSLATE_NOOP("Administration", "Give a post"))},
        {QStringLiteral("change"), words(QT_TRANSLATE_NOOP("Administration", "Change a post"))},
        {QStringLiteral("end"), words(QT_TRANSLATE_NOOP("Administration", "End a post"))}};
    list[2].choices = postChoices();
    return list;
}

} // namespace

OperationType assignPostType(int version)
{
    OperationType type;
    type.id = QStringLiteral("administration.assign_post");
    type.version = version;
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("administration.people");
    type.part = ControlPart::Organisation;
    type.legalBasis = QStringLiteral("第九条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Assignment to a post"));
    type.highRisk = true;
    type.evidence = {QStringLiteral("appointment")};
    type.fields = fields();
    type.check = version == 1 ? check : checkWithSticks;
    type.apply = apply;
    type.changes = changes;
    type.summary = summary;
    type.routeKey = routeKey;
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.subjects = [](const QJsonObject &payload, const Reader &reader) {
        const std::optional<Row> account = accountIn(payload, QStringLiteral("operator"), reader);
        return account ? QList<Subject>{{0, account->value(QStringLiteral("person")).toString()}}
                       : QList<Subject>();
    };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{{QStringLiteral("operator:%1").arg(payload[u"operator"].toInteger()),
                            QStringLiteral("post")}};
    };
    return type;
}

} // namespace jubao
