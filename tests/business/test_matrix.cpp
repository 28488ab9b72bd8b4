// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/establishment.h"
#include "administration/domain/power_rules.h"
#include "core/resources.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** Posts × powers as the regulation's part A writes them: family → post → letters, V and – too. */
QMap<QString, QMap<QString, QString>> regulation()
{
    QFile file(QStringLiteral(JUBAO_SOURCE_DIR "/tests/business/powers_matrix.csv"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts);
    const QStringList posts = lines.first().split(',').mid(1);
    QMap<QString, QMap<QString, QString>> matrix;
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.split(',');
        REQUIRE(cells.size() == posts.size() + 1);
        for (qsizetype i = 0; i < posts.size(); ++i)
            matrix[cells.first()][posts.at(i)] = cells.at(i + 1);
    }
    return matrix;
}

/** Where the office is founded with more than part A writes, each with its reason. */
const QMap<QString, QString> additions{
    {"administration.people DEP A",
     "director and deputy approve each other's own matters where no third is named"},
    {"contributions.reversal FH R",
     "the founded route of a refund has the review by the head of finance"}};

QList<Power> shippedPowers()
{
    QList<Power> powers;
    const QJsonArray rows =
        QJsonDocument::fromJson(readResource(":/jubao/policy/powers.json")).array();
    for (const QJsonValue &row : rows)
        powers.append({row["family"].toString(),
                       row["post"].toString(),
                       row["steps"].toString(),
                       -1,
                       row["division"].toString(),
                       {},
                       {}});
    return powers;
}

QStringList allPosts()
{
    QStringList posts;
    for (const PostInfo &post : shippedPosts())
        posts.append(post.code);
    return posts;
}

constexpr std::pair<ActionKind, char> steps[]{
    {ActionKind::Make, 'M'},    {ActionKind::Recheck, 'C'},  {ActionKind::Review, 'R'},
    {ActionKind::Approve, 'A'}, {ActionKind::CarryOut, 'X'}, {ActionKind::Joint, 'J'}};

/** An operation of the type that waits at this step of its route for whoever holds the post. */
OperationSnapshot waitingAt(const OperationType &type, const Route &route, int step)
{
    OperationSnapshot operation;
    operation.exists = step > 0;
    operation.id = 7;
    operation.type = type.id;
    operation.family = type.family;
    operation.route = route;
    operation.revision = operation.exists ? 1 : 0;
    operation.state = operation.exists ? OperationState::InReview : OperationState::Draft;
    operation.step = step;
    operation.makerPerson = "maker";
    operation.past = {{ActionKind::Make, "maker", {}, "X", 1, 0}};
    return operation;
}

QStringList verdict(const OperationSnapshot &operation, ActionKind kind, const QString &post,
                    const QString &person, const QList<Power> &powers)
{
    Actor actor;
    actor.operatorId = 2;
    actor.person = person;
    actor.accountOpen = actor.keyOpen = true;
    HeldPost held;
    held.post = post;
    held.head = true;
    actor.posts = {held};
    Action action;
    action.kind = kind;
    action.operation = operation.id;
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    Circumstances now;
    now.today = QDate(2026, 3, 2);
    now.now = QDateTime(now.today, QTime(9, 0), Qt::UTC);
    now.powers = powers;
    QStringList codes;
    const auto decided = decide(operation, action, actor, now);
    if (const auto *refusals = std::get_if<QList<Refusal>>(&decided)) {
        for (const Refusal &each : *refusals)
            codes.append(each.code);
    }
    return codes;
}

QList<std::pair<QString, Route>> shippedRoutes()
{
    QList<std::pair<QString, Route>> routes;
    const QJsonArray rows =
        QJsonDocument::fromJson(readResource(":/jubao/policy/routes.json")).array();
    for (const QJsonValue &row : rows)
        routes.append({row["key"].toString(),
                       Route::fromJson(QJsonDocument(row["route"].toObject()).toJson())});
    return routes;
}

} // namespace

TEST_CASE("The powers as shipped are part A, cell by cell [CTL-05] [CTL-28] [ENR-09] [BEN-17] "
          "[FIN-04] [SUP-01]")
{
    const auto matrix = regulation();
    const QStringList posts = allPosts();
    CHECK(matrix.size() == 44);
    CHECK(posts.size() == 18);
    QMap<QString, QString> shipped;
    for (const Power &power : shippedPowers())
        shipped[power.family + ' ' + power.post] += power.steps;
    QStringList used;
    for (auto family = matrix.begin(); family != matrix.end(); ++family) {
        REQUIRE(QSet<QString>(family->keyBegin(), family->keyEnd())
                == QSet<QString>(posts.begin(), posts.end()));
        CHECK((findFamily(family.key()) != nullptr) == (family.key() != "journal.read"));
        for (const QString &post : posts) {
            const QString cell = family.key() + ' ' + post;
            for (const auto &[kind, letter] : steps) {
                const QString place = cell + ' ' + QLatin1Char(letter);
                CAPTURE(place.toStdString());
                const bool written = family->value(post).contains(QLatin1Char(letter));
                const bool added = additions.contains(place);
                if (added)
                    used.append(place);
                CHECK(shipped.value(cell).contains(QLatin1Char(letter)) == (written || added));
                CHECK(boundOf(family.key(), post).contains(QLatin1Char(letter))
                      == (written || added));
            }
            for (const QChar letter : family->value(post))
                CHECK(QStringLiteral("MCRAXJV-").contains(letter));
        }
    }
    CHECK(used.size() == additions.size());
    for (const QString &cell : shipped.keys())
        CHECK(matrix.contains(cell.section(' ', 0, 0)));
}

TEST_CASE("Every post at every step of every type: the power decides, and one person never twice "
          "[CTL-05] [CTL-09] [SOD-20]")
{
    const auto registry = allRooms();
    const auto matrix = regulation();
    const QList<Power> powers = shippedPowers();
    QSet<QString> tried;
    int may = 0;
    int mayNot = 0;
    for (const auto &[key, route] : shippedRoutes()) {
        const OperationType *type = registry->find(key.section('#', 0, 0));
        REQUIRE(type);
        tried.insert(type->id);
        for (int step = 0; step < route.steps.size(); ++step) {
            const RouteStep &waiting = route.steps.at(step);
            const OperationSnapshot operation = waitingAt(*type, route, step);
            for (const QString &post : allPosts()) {
                CAPTURE(key.toStdString(), step, post.toStdString());
                const QString place =
                    QStringLiteral("%1 %2 %3")
                        .arg(type->family, post, QString(powerLetter(waiting.kind)));
                const bool inMatrix =
                    matrix.value(type->family).value(post).contains(powerLetter(waiting.kind))
                    || additions.contains(place);
                const bool expected = waiting.posts.contains(post) && inMatrix;
                const QStringList codes = verdict(operation, waiting.kind, post, "another", powers);
                CHECK(codes.isEmpty() == expected);
                CHECK((!waiting.posts.contains(post) || inMatrix));
                if (step > 0)
                    CHECK(verdict(operation, waiting.kind, post, "maker", powers).first()
                          == "SOD_SAME_PERSON");
                ++(expected ? may : mayNot);
            }
        }
    }
    CHECK(tried.size() == registry->types().size());
    CHECK(may > 60);
    CHECK(mayNot > 500);
}
