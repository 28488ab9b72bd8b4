// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"
#include "administration/domain/establishment.h"
#include "administration/domain/power_rules.h"
#include "administration/domain/types.h"
#include "operations/decision.h"
#include <QSet>

namespace jubao {

using namespace administration;

namespace {

struct RouteRow {
    qint64 id = 0;
    Route route;
    QDate from;
};

/** The latest row of the key for exactly this division that has not ended. */
std::optional<RouteRow> present(const QString &key, const QString &division, const Reader &reader)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT id, steps, valid_from FROM route WHERE route_key = ? AND division = ? "
        "AND (valid_to IS NULL OR valid_to >= ?) ORDER BY valid_from DESC, id DESC"));
    rows.bindAll(key, division, reader.today().toString(Qt::ISODate));
    if (!rows.next())
        return std::nullopt;
    return RouteRow{rows.integer(0), Route::fromJson(rows.text(1).toUtf8()), rows.date(2)};
}

QString keyIn(const QJsonObject &payload)
{
    return payload[u"route_key"].toString();
}

QDate startIn(const QJsonObject &payload, const Reader &reader)
{
    const QDate asked = dateIn(payload, QStringLiteral("valid_from"));
    return asked.isValid() ? std::max(asked, reader.today()) : reader.today();
}

Route routeIn(const QJsonObject &payload, Findings &findings)
{
    return routeFromText(payload[u"steps"].toString(), payload[u"filed_with"].toString(), findings);
}

/** A township may be stricter than its county, never looser (CTL-30). */
void checkStricter(const QJsonObject &payload, const Route &route, const Reader &reader,
                   Findings &findings)
{
    const QString division = payload[u"division"].toString();
    const std::optional<RouteRow> county =
        division.isEmpty() ? std::nullopt : present(keyIn(payload), QString(), reader);
    if (!county)
        return;
    QSet<ActionKind> kinds;
    for (const RouteStep &step : route.steps)
        kinds.insert(step.kind);
    bool looser = route.steps.size() < county->route.steps.size();
    for (const RouteStep &step : county->route.steps)
        looser = looser || !kinds.contains(step.kind);
    if (looser)
        findings.append(
            error(QStringLiteral("LOOSER_THAN_COUNTY"), QStringLiteral("steps"),
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "A township's route has every step of the county's.")),
                  QStringLiteral("CTL-30")));
}

/** The deputy's approval among the family of posts is for the director's own matters. */
void checkDeputysApproval(const QString &key, const QString &family, const Route &route,
                          Findings &findings)
{
    if (family != QLatin1String("administration.people") || isDirectorsOwn(key))
        return;
    for (const RouteStep &step : route.steps) {
        if (step.kind == ActionKind::Approve && step.posts.contains(QStringLiteral("DEP")))
            findings.append(
                error(QStringLiteral("APPROVER_NOT_ABOVE"), QStringLiteral("steps"),
                      words(QT_TRANSLATE_NOOP("Administration",
                                              "The deputy approves only what concerns the director "
                                              "himself; posts of others are the director's.")),
                      QStringLiteral("CTL-14")));
    }
}

Findings check(const QJsonObject &payload, const Reader &reader, const TypeRegistry &registry)
{
    Findings findings;
    const OperationType *type = registry.find(keyIn(payload).section(u'#', 0, 0));
    const PowerFamily *family = type ? findFamily(type->family) : nullptr;
    if (!family)
        findings.append(
            error(QStringLiteral("ROUTE_KEY_UNKNOWN"), QStringLiteral("route_key"),
                  words(QT_TRANSLATE_NOOP("Administration", "There is no such kind of operation.")),
                  QStringLiteral("CTL-07")));
    checkDivision(payload, reader, findings);
    requireText(payload, QStringLiteral("basis"),
                words(QT_TRANSLATE_NOOP("Administration", "Name the document it rests on.")),
                findings);
    const Route route = routeIn(payload, findings);
    if (hasErrors(findings))
        return findings;
    findings += routeFindings(route, *family, powersInForce(reader, reader.today()));
    checkDeputysApproval(keyIn(payload), family->code, route, findings);
    checkStricter(payload, route, reader, findings);
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    const QString table = QStringLiteral("route");
    const QDate from = startIn(payload, writer);
    Findings none;
    Row row{{QStringLiteral("steps"), QString::fromUtf8(routeIn(payload, none).toJson())},
            {QStringLiteral("valid_from"), from},
            {QStringLiteral("basis"), payload[u"basis"].toString().trimmed()}};
    const QString division = payload[u"division"].toString();
    if (const std::optional<RouteRow> old = present(keyIn(payload), division, writer)) {
        if (old->from >= from) {
            row.insert(QStringLiteral("valid_to"), QVariant());
            writer.update(table, old->id, row);
            return;
        }
        writer.update(table, old->id, {{QStringLiteral("valid_to"), from.addDays(-1)}});
    }
    row.insert(QStringLiteral("route_key"), keyIn(payload));
    row.insert(QStringLiteral("division"), division);
    writer.insert(table, row);
}

QString shownRoute(const Route &route)
{
    QStringList steps;
    for (const RouteStep &step : route.steps)
        steps.append(
            actionTitle(step.kind) + u' ' + step.posts.join(u'/')
            + (step.head ? words(QT_TRANSLATE_NOOP("Administration", " (head)")) : QString()));
    return steps.join(QStringLiteral(" → "));
}

QList<Change> changes(const QJsonObject &payload, const Reader &reader)
{
    Findings none;
    const std::optional<RouteRow> old =
        present(keyIn(payload), payload[u"division"].toString(), reader);
    const Route route = routeIn(payload, none);
    return {{QStringLiteral("steps"), words(QT_TRANSLATE_NOOP("Administration", "Route")),
             old ? shownRoute(old->route) : QString(), shownRoute(route)},
            {QStringLiteral("filed_with"), words(QT_TRANSLATE_NOOP("Administration", "Filed with")),
             old ? old->route.filedWith.join(u' ') : QString(), route.filedWith.join(u' ')}};
}

/** Posts that get a step which they do not have today: their holders decide nothing here (SOD-29).
 */
QStringList gainingPosts(const QJsonObject &payload, const Reader &reader)
{
    Findings none;
    std::optional<RouteRow> old = present(keyIn(payload), payload[u"division"].toString(), reader);
    if (!old)
        old = present(keyIn(payload), QString(), reader);
    QStringList posts;
    for (const RouteStep &step : routeIn(payload, none).steps) {
        for (const QString &post : step.posts) {
            bool had = false;
            if (old)
                for (const RouteStep &before : old->route.steps)
                    had = had || (before.kind == step.kind && before.posts.contains(post));
            if (!had && !posts.contains(post))
                posts.append(post);
        }
    }
    return posts;
}

QList<Subject> subjects(const QJsonObject &payload, const Reader &reader)
{
    QList<Subject> list;
    const Establishment staff = Establishment::read(reader);
    const QStringList posts = gainingPosts(payload, reader);
    for (const QString &post : posts) {
        for (const QString &person : personsHolding(staff, post, reader.today()))
            list.append({0, person});
    }
    return list;
}

QList<Field> fields(const TypeRegistry &registry)
{
    QList<Field> list{
        field("route_key", FieldKind::Choice,
              QT_TRANSLATE_NOOP("Administration", "Kind of operations"), true),
        field("steps", FieldKind::LongText, QT_TRANSLATE_NOOP("Administration", "Route"), true,
              QT_TRANSLATE_NOOP("Administration",
                                "One step in a line: make TC EN – recheck TR – approve DEP head")),
        field("filed_with", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Filed with"),
              false, QT_TRANSLATE_NOOP("Administration", "Posts, such as: AU IT")),
        field("division", FieldKind::Division, QT_TRANSLATE_NOOP("Administration", "Division"),
              false, QT_TRANSLATE_NOOP("Administration", "Empty: the whole county")),
        field("valid_from", FieldKind::Date, QT_TRANSLATE_NOOP("Administration", "First day"),
              false,
              QT_TRANSLATE_NOOP("Administration",
                                "Empty: the day of posting; never before that day")),
        field("basis", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Basis"), true)};
    for (const QString &key : shippedRouteKeys()) {
        const OperationType *type = registry.find(key.section(u'#', 0, 0));
        const QString variant = key.section(u'#', 1);
        if (type)
            list[0].choices.append(
                {key, variant.isEmpty() ? type->title : type->title + u' ' + variant});
    }
    return list;
}

} // namespace

OperationType changeRouteType(const TypeRegistry &registry)
{
    OperationType type;
    type.id = QStringLiteral("administration.change_route");
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("administration.powers");
    type.part = ControlPart::Organisation;
    type.legalBasis = QStringLiteral("第十八条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Change of a route"));
    type.highRisk = true;
    type.evidence = {QStringLiteral("power_sheet")};
    type.fields = fields(registry);
    type.check = [&registry](const QJsonObject &payload, const Reader &reader, qint64) {
        return check(payload, reader, registry);
    };
    type.apply = apply;
    type.changes = changes;
    type.subjects = subjects;
    type.routeKey = [](const QJsonObject &payload, const Reader &reader) {
        const QString id = QStringLiteral("administration.change_route");
        return gainingPosts(payload, reader).contains(QStringLiteral("DEP"))
            ? id + QStringLiteral("#deputy")
            : id;
    };
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{{QStringLiteral("route:") + keyIn(payload), QStringLiteral("route")}};
    };
    type.summary = [&registry](const QJsonObject &payload, const Reader &) {
        const OperationType *changed = registry.find(keyIn(payload).section(u'#', 0, 0));
        return words(QT_TRANSLATE_NOOP("Administration", "Route of “%1”"))
            .arg(changed ? changed->title : keyIn(payload));
    };
    return type;
}

} // namespace jubao
