// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/founding.h"

#include "core/canonical_json.h"
#include "core/resources.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace jubao {

namespace {

QVariant dateOrNull(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QString startOf(const QJsonValue &row, const Writer &writer)
{
    const QString text = row[u"valid_from"].toString();
    return text.isEmpty() ? writer.today().toString(Qt::ISODate) : text;
}

void writePlaces(const QJsonObject &plan, Writer &writer)
{
    const QJsonArray divisions = plan[u"divisions"].toArray();
    for (const QJsonValue &row : divisions)
        writer.insert(QStringLiteral("division"),
                      {{QStringLiteral("code"), row[u"code"].toString()},
                       {QStringLiteral("name"), row[u"name"].toString()},
                       {QStringLiteral("parent"), row[u"parent"].toString()}});
    const QJsonArray departments = foundingPart(plan, QStringLiteral("departments"));
    for (const QJsonValue &row : departments)
        writer.insert(QStringLiteral("department"),
                      {{QStringLiteral("code"), row[u"code"].toString()},
                       {QStringLiteral("name"), row[u"name"].toString()},
                       {QStringLiteral("area"), row[u"area"].toString()}});
}

void writePeople(const QJsonArray &people, Writer &writer)
{
    for (const QJsonValue &row : people) {
        const qint64 id =
            writer.insert(QStringLiteral("operator_account"),
                          {{QStringLiteral("name"), row[u"name"].toString()},
                           {QStringLiteral("display_name"), row[u"display_name"].toString()},
                           {QStringLiteral("person"), row[u"person"].toString()},
                           {QStringLiteral("state"), QStringLiteral("open")},
                           {QStringLiteral("created_on"), writer.today()}});
        const QString publicKey = row[u"public_key"].toString();
        if (!publicKey.isEmpty())
            writer.insert(QStringLiteral("operator_key"),
                          {{QStringLiteral("operator"), id},
                           {QStringLiteral("public_key"), publicKey},
                           {QStringLiteral("state"), QStringLiteral("open")}});
        const QJsonArray posts = row[u"posts"].toArray();
        for (const QJsonValue &post : posts)
            writer.insert(QStringLiteral("post_assignment"),
                          {{QStringLiteral("operator"), id},
                           {QStringLiteral("post"), post[u"post"].toString()},
                           {QStringLiteral("department"), post[u"department"].toString()},
                           {QStringLiteral("division"), post[u"division"].toString()},
                           {QStringLiteral("head"), post[u"head"].toInt()},
                           {QStringLiteral("valid_from"), startOf(post, writer)},
                           {QStringLiteral("valid_to"), dateOrNull(post[u"valid_to"])}});
    }
}

void writePowersAndRoutes(const QJsonObject &plan, Writer &writer)
{
    const QJsonArray powers = foundingPart(plan, QStringLiteral("powers"));
    for (const QJsonValue &row : powers)
        writer.insert(
            QStringLiteral("power"),
            {{QStringLiteral("family"), row[u"family"].toString()},
             {QStringLiteral("post"), row[u"post"].toString()},
             {QStringLiteral("steps"), row[u"steps"].toString()},
             {QStringLiteral("amount_to"),
              row.toObject().contains(u"amount_to") ? QVariant(row[u"amount_to"].toInteger())
                                                    : QVariant()},
             {QStringLiteral("division"), row[u"division"].toString()},
             {QStringLiteral("valid_from"), startOf(row, writer)},
             {QStringLiteral("basis"), row[u"basis"].toString()}});
    const QJsonArray routes = foundingPart(plan, QStringLiteral("routes"));
    for (const QJsonValue &row : routes) {
        const QByteArray steps =
            QJsonDocument(row[u"route"].toObject()).toJson(QJsonDocument::Compact);
        writer.insert(
            QStringLiteral("route"),
            {{QStringLiteral("route_key"), row[u"key"].toString()},
             {QStringLiteral("division"), row[u"division"].toString()},
             {QStringLiteral("steps"), QString::fromUtf8(Route::fromJson(steps).toJson())},
             {QStringLiteral("valid_from"), startOf(row, writer)},
             {QStringLiteral("basis"), row[u"basis"].toString()}});
    }
    const QJsonArray pairs = foundingPart(plan, QStringLiteral("incompatible"));
    for (const QJsonValue &row : pairs)
        writer.insert(QStringLiteral("incompatible_post"),
                      {{QStringLiteral("post_a"), row[u"a"].toString()},
                       {QStringLiteral("post_b"), row[u"b"].toString()},
                       {QStringLiteral("rule"), row[u"rule"].toString()}});
    const QJsonArray avoidances = plan[u"avoidance"].toArray();
    for (const QJsonValue &row : avoidances)
        writer.insert(QStringLiteral("avoidance"),
                      {{QStringLiteral("person"), row[u"person"].toString()},
                       {QStringLiteral("other"), row[u"other"].toString()},
                       {QStringLiteral("relation"), row[u"relation"].toString()}});
}

QJsonArray shippedPolicy()
{
    QJsonArray rows;
    const PolicyTable shipped = PolicyTable::shipped();
    for (const PolicyRow &row : shipped.rows()) {
        QJsonObject each{{QStringLiteral("key"), row.key},
                         {QStringLiteral("division"), row.division},
                         {QStringLiteral("valid_from"), row.validFrom.toString(Qt::ISODate)},
                         {QStringLiteral("value"), row.value},
                         {QStringLiteral("source"), row.source}};
        if (row.validTo.isValid())
            each.insert(QStringLiteral("valid_to"), row.validTo.toString(Qt::ISODate));
        rows.append(each);
    }
    return rows;
}

QJsonArray shippedHolidays()
{
    QJsonArray list;
    const QMap<QDate, bool> days = HolidayCalendar::shipped().days();
    for (auto it = days.constBegin(); it != days.constEnd(); ++it)
        list.append(QJsonObject{{QStringLiteral("day"), it.key().toString(Qt::ISODate)},
                                {QStringLiteral("works"), it.value() ? 1 : 0}});
    return list;
}

void writePolicy(const QJsonObject &plan, Writer &writer)
{
    const QJsonArray policy = plan[u"policy"].toArray();
    for (const QJsonValue &row : policy)
        writer.insert(
            QStringLiteral("policy_row"),
            {{QStringLiteral("policy_key"), row[u"key"].toString()},
             {QStringLiteral("division"), row[u"division"].toString()},
             {QStringLiteral("valid_from"), row[u"valid_from"].toString()},
             {QStringLiteral("valid_to"), dateOrNull(row[u"valid_to"])},
             {QStringLiteral("value"), QString::fromUtf8(canonicalJson(row[u"value"].toObject()))},
             {QStringLiteral("source"), row[u"source"].toString()}});
    const QJsonArray holidays = plan[u"holidays"].toArray();
    for (const QJsonValue &day : holidays)
        writer.insert(QStringLiteral("holiday"),
                      {{QStringLiteral("day"), day[u"day"].toString()},
                       {QStringLiteral("works"), day[u"works"].toInt()},
                       {QStringLiteral("name"), day[u"name"].toString()}});
}

} // namespace

QJsonArray foundingPart(const QJsonObject &plan, const QString &name)
{
    if (plan.contains(name))
        return plan[name].toArray();
    return QJsonDocument::fromJson(readResource(QStringLiteral(":/jubao/policy/%1.json").arg(name)))
        .array();
}

const QStringList &foundingPosts()
{
    static const QStringList posts{QStringLiteral("SA"), QStringLiteral("SE"), QStringLiteral("AA"),
                                   QStringLiteral("DIR")};
    return posts;
}

QJsonObject completedFoundingPlan(QJsonObject plan)
{
    for (const char *part : {"departments", "powers", "routes", "incompatible"}) {
        const QString name = QString::fromLatin1(part);
        plan.insert(name, foundingPart(plan, name));
    }
    if (!plan.contains(u"policy"))
        plan.insert(QStringLiteral("policy"), shippedPolicy());
    if (!plan.contains(u"holidays"))
        plan.insert(QStringLiteral("holidays"), shippedHolidays());
    return plan;
}

void writeFoundingPlan(const QJsonObject &plan, const QString &identity, Writer &writer)
{
    const QJsonValue office = plan[u"office"];
    writer.insert(QStringLiteral("office"),
                  {{QStringLiteral("name"), office[u"name"].toString()},
                   {QStringLiteral("node"), office[u"node"].toInt(1)},
                   {QStringLiteral("demo"), office[u"demo"].toInt()},
                   {QStringLiteral("identity"), identity},
                   {QStringLiteral("founded_on"), writer.today()}});
    writePeople(plan[u"signers"].toArray(), writer);
    writePeople(plan[u"staff"].toArray(), writer);
    writePlaces(plan, writer);
    writePowersAndRoutes(plan, writer);
    writePolicy(plan, writer);
}

} // namespace jubao
