// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/power_rules.h"

#include "administration/domain/common.h"
#include "administration/domain/establishment.h"
#include "core/resources.h"
#include "operations/decision.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace jubao {

using namespace administration;

namespace {

QJsonArray shipped(const char *name)
{
    return QJsonDocument::fromJson(
               readResource(QStringLiteral(":/jubao/policy/%1.json").arg(QLatin1String(name))))
        .array();
}

QStringList textList(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &each : array)
        list.append(each.toString());
    return list;
}

/** A step of a route by its code or by its words. */
std::optional<ActionKind> stepFromWord(const QString &word)
{
    if (const std::optional<ActionKind> kind = actionFromCode(word); kind)
        return kind == ActionKind::Make || isRouteStep(*kind) ? kind : std::nullopt;
    for (const ActionKind kind :
         {ActionKind::Make, ActionKind::Recheck, ActionKind::Review, ActionKind::Approve,
          ActionKind::CarryOut, ActionKind::Joint, ActionKind::Attest}) {
        if (actionTitle(kind) == word)
            return kind;
    }
    return std::nullopt;
}

QString stepRule()
{
    return QStringLiteral("CTL-14");
}

Finding routeError(const char *code, const QString &text, const char *field = "steps")
{
    return error(QString::fromLatin1(code), QString::fromLatin1(field), text, stepRule());
}

/** Make, recheck, review, approve, carry out; a joint statement may stand anywhere after make. */
void checkOrder(const Route &route, Findings &findings)
{
    const QString order = QStringLiteral("MCRAX");
    if (route.steps.isEmpty() || route.steps.first().kind != ActionKind::Make) {
        findings.append(routeError(
            "ROUTE_MALFORMED",
            words(QT_TRANSLATE_NOOP("Administration", "A route begins with the making."))));
        return;
    }
    qsizetype reached = 0;
    for (qsizetype place = 1; place < route.steps.size(); ++place) {
        const ActionKind kind = route.steps.at(place).kind;
        if (kind == ActionKind::Joint)
            continue;
        const qsizetype letter = order.indexOf(powerLetter(kind));
        if (kind == ActionKind::Make || letter < reached) {
            findings.append(routeError(
                "ROUTE_MALFORMED",
                words(QT_TRANSLATE_NOOP(
                    "Administration",
                    "The steps follow in this order: make, recheck, review, approve, carry out."))));
            return;
        }
        reached = letter;
    }
}

bool anyInForce(const RouteStep &step, const QString &family, const QList<Power> &powers)
{
    const QChar letter = powerLetter(step.kind);
    return std::any_of(powers.begin(), powers.end(), [&](const Power &power) {
        return power.family == family && step.posts.contains(power.post)
            && power.steps.contains(letter);
    });
}

void checkLetters(const Route &route, const PowerFamily &family, const QList<Power> &powers,
                  Findings &findings)
{
    for (const RouteStep &step : route.steps) {
        const QChar letter = powerLetter(step.kind);
        for (const QString &post : step.posts) {
            if (!boundOf(family.code, post).contains(letter))
                findings.append(routeError(
                    "ROUTE_BEYOND_BOUND",
                    words(QT_TRANSLATE_NOOP("Administration",
                                            "The post %1 can never have the step “%2” in “%3”."))
                        .arg(postTitle(post), actionTitle(step.kind), family.title)));
        }
        if (!anyInForce(step, family.code, powers))
            findings.append(
                routeError("ROUTE_WITHOUT_POWER",
                           words(QT_TRANSLATE_NOOP(
                                     "Administration",
                                     "None of the posts of the step “%1” has the power in force."))
                               .arg(actionTitle(step.kind))));
    }
}

void checkMinimum(const Route &route, const PowerFamily &family, Findings &findings)
{
    if (route.steps.size() < family.persons)
        findings.append(
            error(QStringLiteral("BELOW_MINIMUM"), QStringLiteral("steps"),
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "At least %1 different persons take part in “%2”."))
                      .arg(family.persons)
                      .arg(family.title),
                  QStringLiteral("CTL-04")));
    bool approved = family.approvers.isEmpty();
    for (const RouteStep &step : route.steps)
        approved = approved
            || (step.kind == ActionKind::Approve
                && std::all_of(step.posts.begin(), step.posts.end(), [&](const QString &post) {
                       return family.approvers.contains(post);
                   }));
    if (!approved)
        findings.append(routeError(
            "APPROVER_OMITTED",
            words(QT_TRANSLATE_NOOP("Administration", "The route cannot omit the approval by %1."))
                .arg(family.approvers.join(QStringLiteral(", ")))));
    for (const QString &post : family.filedWith) {
        if (!route.filedWith.contains(post))
            findings.append(
                routeError("FILING_OMITTED",
                           words(QT_TRANSLATE_NOOP("Administration", "The route is filed with %1."))
                               .arg(postTitle(post)),
                           "filed_with"));
    }
}

} // namespace

const QList<PowerFamily> &powerFamilies()
{
    static const QList<PowerFamily> families = [] {
        QList<PowerFamily> list;
        const QJsonArray rows = shipped("families");
        for (const QJsonValue &row : rows)
            list.append({row[u"family"].toString(), row[u"title"].toString(),
                         row[u"persons"].toInt(2), textList(row[u"approve"]),
                         textList(row[u"filed_with"])});
        return list;
    }();
    return families;
}

const PowerFamily *findFamily(const QString &code)
{
    for (const PowerFamily &family : powerFamilies()) {
        if (family.code == code)
            return &family;
    }
    return nullptr;
}

QList<Choice> familyChoices()
{
    QList<Choice> choices;
    for (const PowerFamily &family : powerFamilies())
        choices.append({family.code, family.title});
    return choices;
}

QStringList shippedRouteKeys()
{
    QStringList keys;
    const QJsonArray rows = shipped("routes");
    for (const QJsonValue &row : rows)
        keys.append(row[u"key"].toString());
    return keys;
}

QString boundOf(const QString &family, const QString &post)
{
    static const QMap<QString, QString> bounds = [] {
        QMap<QString, QString> map;
        const QJsonArray rows = shipped("powers");
        for (const QJsonValue &row : rows)
            map[row[u"family"].toString() + u' ' + row[u"post"].toString()] +=
                row[u"steps"].toString();
        return map;
    }();
    return bounds.value(family + u' ' + post);
}

QList<Power> powersInForce(const Reader &reader, const QDate &day)
{
    QList<Power> list;
    Query rows = reader.query(QStringLiteral(
        "SELECT family, post, steps, amount_to, division, valid_from, valid_to FROM power "
        "WHERE valid_to IS NULL OR valid_to >= ? ORDER BY family, post, id"));
    rows.bindAll(day.toString(Qt::ISODate));
    while (rows.next())
        list.append({rows.text(0), rows.text(1), rows.text(2),
                     rows.isNull(3) ? -1 : rows.integer(3), rows.text(4), rows.date(5),
                     rows.isNull(6) ? QDate() : rows.date(6)});
    return list;
}

QString routeText(const Route &route)
{
    QStringList lines;
    for (const RouteStep &step : route.steps)
        lines.append(actionCode(step.kind) + u' ' + step.posts.join(u' ')
                     + (step.head ? QStringLiteral(" head") : QString()));
    return lines.join(u'\n');
}

Route routeFromText(const QString &text, const QString &filedWith, Findings &findings)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,，、]+"));
    const auto readPost = [&findings](const QString &word, const char *field) {
        if (!isKnownPost(word))
            findings.append(routeError(
                "ROUTE_MALFORMED",
                words(QT_TRANSLATE_NOOP("Administration", "There is no post “%1”.")).arg(word),
                field));
        return word;
    };
    Route route;
    const QStringList lines = linesIn(text);
    for (const QString &line : lines) {
        QStringList parts = line.split(separators, Qt::SkipEmptyParts);
        if (parts.isEmpty())
            continue;
        const QString first = parts.takeFirst();
        const std::optional<ActionKind> kind = stepFromWord(first);
        RouteStep step;
        step.kind = kind.value_or(ActionKind::Make);
        step.head = parts.removeAll(QStringLiteral("head")) > 0;
        for (const QString &word : parts)
            step.posts.append(readPost(word, "steps"));
        if (!kind || step.posts.isEmpty())
            findings.append(routeError(
                "ROUTE_MALFORMED",
                words(QT_TRANSLATE_NOOP(
                          "Administration",
                          "“%1” is no step. Write one step in a line, such as: make TC EN"))
                    .arg(line.trimmed())));
        route.steps.append(step);
    }
    const QStringList filed = filedWith.split(separators, Qt::SkipEmptyParts);
    for (const QString &word : filed)
        route.filedWith.append(readPost(word, "filed_with"));
    return route;
}

bool isDirectorsOwn(const QString &routeKey)
{
    return routeKey.endsWith(QLatin1String("#director"));
}

Findings routeFindings(const Route &route, const PowerFamily &family, const QList<Power> &powers)
{
    Findings findings;
    checkOrder(route, findings);
    checkLetters(route, family, powers, findings);
    checkMinimum(route, family, findings);
    return findings;
}

} // namespace jubao
