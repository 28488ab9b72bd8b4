// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/resources.h"
#include "operations/decision.h"
#include "operations/snapshot.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <catch2/catch.hpp>

using namespace jubao;

namespace {

const QDate today(2026, 3, 2);

QJsonArray shipped(const char *name)
{
    return QJsonDocument::fromJson(
               readResource(QStringLiteral(":/jubao/policy/%1.json").arg(QLatin1String(name))))
        .array();
}

QList<Power> shippedPowers()
{
    QList<Power> powers;
    for (const QJsonValue &row : shipped("powers"))
        powers.append({row["family"].toString(),
                       row["post"].toString(),
                       row["steps"].toString(),
                       -1,
                       {},
                       {},
                       {}});
    return powers;
}

QStringList allPosts()
{
    QStringList posts;
    for (const QJsonValue &post : shipped("posts"))
        posts.append(post["code"].toString());
    return posts;
}

Actor actorIn(const QString &post, const QString &person = "P2")
{
    Actor actor;
    actor.operatorId = 2;
    actor.person = person;
    actor.accountOpen = actor.keyOpen = true;
    HeldPost held;
    held.post = post;
    held.head = true;
    actor.posts = {held};
    return actor;
}

/** An operation that waits at \a kind, open to every post, so that only the power decides. */
OperationSnapshot waitingFor(ActionKind kind, const QString &family)
{
    OperationSnapshot operation;
    operation.exists = kind != ActionKind::Make;
    operation.id = 7;
    operation.family = family;
    operation.revision = operation.exists ? 1 : 0;
    operation.state = operation.exists ? OperationState::InReview : OperationState::Draft;
    operation.step = operation.exists ? 1 : 0;
    operation.route.steps = {{ActionKind::Make, allPosts(), false}, {kind, allPosts(), false}};
    operation.makerPerson = "P1";
    operation.past = {{ActionKind::Make, "P1", {}, "X", 1, 0}};
    return operation;
}

Action actionOf(ActionKind kind)
{
    Action action;
    action.kind = kind;
    action.operation = 7;
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    return action;
}

Circumstances normal()
{
    Circumstances now;
    now.now = QDateTime(today, QTime(9, 0), Qt::UTC);
    now.today = today;
    now.powers = shippedPowers();
    return now;
}

QStringList codes(const std::variant<QList<Refusal>, Decision> &verdict)
{
    QStringList list;
    if (const auto *refusals = std::get_if<QList<Refusal>>(&verdict)) {
        for (const Refusal &each : *refusals)
            list.append(each.code);
    }
    return list;
}

} // namespace

TEST_CASE("Every post, family and step is judged by the powers, and by nothing else [CTL-05]")
{
    const std::pair<ActionKind, char> steps[]{
        {ActionKind::Make, 'M'},    {ActionKind::Recheck, 'C'},  {ActionKind::Review, 'R'},
        {ActionKind::Approve, 'A'}, {ActionKind::CarryOut, 'X'}, {ActionKind::Joint, 'J'}};
    QSet<QString> families;
    QMap<QString, QString> letters;
    for (const QJsonValue &row : shipped("powers")) {
        families.insert(row["family"].toString());
        letters[row["family"].toString() + row["post"].toString()] += row["steps"].toString();
    }
    CHECK(families.size() >= 40);
    int allowed = 0;
    for (const QString &family : families) {
        for (const QString &post : allPosts()) {
            for (const auto &[kind, letter] : steps) {
                const bool may = letters.value(family + post).contains(QLatin1Char(letter));
                const QStringList refused = codes(
                    decide(waitingFor(kind, family), actionOf(kind), actorIn(post), normal()));
                CAPTURE(family.toStdString(), post.toStdString(), letter);
                REQUIRE(refused == (may ? QStringList() : QStringList{"POWER_MISSING"}));
                allowed += may;
            }
        }
    }
    CHECK(allowed > 200);
}

TEST_CASE(
    "Every route step of the founding has a power behind it, and two persons at least [CTL-09]")
{
    for (const QJsonValue &row : shipped("routes")) {
        CAPTURE(row["key"].toString().toStdString());
        const Route route = Route::fromJson(QJsonDocument(row["route"].toObject()).toJson());
        CHECK(route.steps.size() >= 2);
        CHECK(Route::fromJson(route.toJson()).toJson() == route.toJson());
    }
}

TEST_CASE("Amounts around the bound of a power [CTL-10]")
{
    Circumstances now = normal();
    now.powers = {{"f", "DEP", "A", 100000, {}, {}, {}}, {"f", "DIR", "A", -1, {}, {}, {}}};
    OperationSnapshot operation = waitingFor(ActionKind::Approve, "f");
    const auto refusedAt = [&](qint64 fen) {
        operation.amountFen = fen;
        return codes(decide(operation, actionOf(ActionKind::Approve), actorIn("DEP"), now));
    };
    CHECK(refusedAt(99999).isEmpty());
    CHECK(refusedAt(100000).isEmpty());
    CHECK(refusedAt(100001) == QStringList{"AMOUNT_ABOVE_POWER"});
    const auto verdict = decide(operation, actionOf(ActionKind::Approve), actorIn("DEP"), now);
    CHECK(
        std::get<QList<Refusal>>(verdict).first().text.contains(postTitle(QStringLiteral("DIR"))));
}

TEST_CASE("Delegation: both persons count, and one second after its end it gives nothing [ORG-05]")
{
    Circumstances now = normal();
    Actor actor = actorIn("DEP");
    actor.posts[0].delegatedBy = "P9";
    actor.posts[0].delegatedFrom = now.now.addDays(-1);
    actor.posts[0].delegatedTo = now.now;
    OperationSnapshot operation = waitingFor(ActionKind::Approve, "enrollment.ordinary");
    CHECK(codes(decide(operation, actionOf(ActionKind::Approve), actor, now)).isEmpty());
    now.now = now.now.addSecs(1);
    CHECK(codes(decide(operation, actionOf(ActionKind::Approve), actor, now))
          == QStringList{"POST_EXPIRED"});
    now.now = now.now.addSecs(-1);
    operation.past[0].person = "P9";
    CHECK(codes(decide(operation, actionOf(ActionKind::Approve), actor, now))
              .contains("SOD_SAME_PERSON"));
    operation.past[0].person = "P1";
    operation.past[0].delegators = {"P2"};
    CHECK(codes(decide(operation, actionOf(ActionKind::Approve), actor, now))
              .contains("SOD_SAME_PERSON"));
}

TEST_CASE("Incompatible posts stop every action [CTL-06]")
{
    Actor actor = actorIn("DEP");
    actor.incompatible = "EN x CA";
    CHECK(codes(decide(waitingFor(ActionKind::Approve, "enrollment.ordinary"),
                       actionOf(ActionKind::Approve), actor, normal()))
          == QStringList{"INCOMPATIBLE_POSTS"});
    CHECK(shipped("incompatible").size() >= 40);
}

TEST_CASE("Each refusal stands once in the catalogue, with words and a rule")
{
    QSet<QString> seen;
    for (const RefusalRule &rule : refusalCatalogue()) {
        CHECK_FALSE(seen.contains(rule.code));
        seen.insert(rule.code);
        CHECK_FALSE(refusal(rule.code, "x").text.isEmpty());
        CHECK(qstrlen(rule.rule) > 0);
    }
    CHECK_THROWS_AS(refusal("NOT_IN_IT"), std::logic_error);
}

TEST_CASE("High risk goes alone, and the states of an operation hold [SM-01]")
{
    OperationSnapshot operation = waitingFor(ActionKind::Approve, "enrollment.ordinary");
    operation.highRisk = true;
    Action action = actionOf(ActionKind::Approve);
    action.alone = false;
    CHECK(codes(decide(operation, action, actorIn("DEP"), normal()))
          == QStringList{"HIGH_RISK_ALONE"});
    for (const OperationState state : {OperationState::Posted, OperationState::Closed,
                                       OperationState::Returned, OperationState::Held}) {
        operation.state = state;
        CHECK(codes(decide(operation, actionOf(ActionKind::Approve), actorIn("DEP"), normal()))
              == QStringList{"NOT_IN_THIS_STATE"});
    }
    operation.state = OperationState::InReview;
    action.alone = true;
    action.revision = 2;
    CHECK(codes(decide(operation, action, actorIn("DEP"), normal()))
          == QStringList{"REVISION_STALE"});
}
