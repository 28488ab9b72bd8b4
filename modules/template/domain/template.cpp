// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "template/domain/template.h"

#include "core/resources.h"
#include "template/domain/types.h"
#include <QCoreApplication>
#include <QJsonDocument>

namespace jubao {

namespace {

/** Whoever loses a post still answers for what he holds: the hook writes this room's rows only. */
void remindOfThings(const QJsonObject &payload, Writer &writer)
{
    if (payload[u"action"].toString() != QLatin1String("end"))
        return;
    Query held = writer.query(QStringLiteral(
        "SELECT name FROM template_thing WHERE holder = ? AND state = 'out' ORDER BY id"));
    held.bindAll(payload[u"operator"].toInteger());
    QStringList names;
    while (held.next())
        names.append(held.text(0));
    for (const QString &name : names)
        writer.insert(QStringLiteral("template_line"),
                      {{QStringLiteral("kind"), QStringLiteral("still_held")},
                       {QStringLiteral("noted"), name},
                       {QStringLiteral("happened_on"), writer.today()},
                       {QStringLiteral("operation"), writer.context().operation}});
}

} // namespace

void addTemplateTypes(TypeRegistry &registry)
{
    registry.add(lendType());
    registry.add(discardType());
    registry.add(dutyLineType());
    registry.add(decideType());
    registry.add(Hook{QStringLiteral("administration.assign_post"), QStringLiteral("template"),
                      QStringLiteral("still_held"), remindOfThings});
}

Catalogue templateCatalogue()
{
    return Catalogue::shipped().with(
        Catalogue::fromJson(readResource(QStringLiteral(":/jubao/template/catalogue.json"))));
}

Migrations templateMigrations()
{
    constexpr int number = 9001;
    return Migrations::shipped().with(
        {number, QStringLiteral("template"),
         QString::fromUtf8(readResource(QStringLiteral(":/jubao/template/9001_template.sql")))});
}

QJsonArray templateRoutes()
{
    return QJsonDocument::fromJson(readResource(QStringLiteral(":/jubao/template/routes.json")))
        .array();
}

} // namespace jubao
