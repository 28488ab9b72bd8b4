// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "template/template_office.h"

#include "operations/replay.h"
#include "rooms/rooms.h"
#include "template/domain/template.h"

namespace jubao::test {

namespace {

std::shared_ptr<const TypeRegistry> withTemplate()
{
    auto registry = std::make_shared<TypeRegistry>(*allRooms());
    addTemplateTypes(*registry);
    return registry;
}

TestOffice::Additions additions()
{
    return {templateCatalogue(), templateMigrations(), templateRoutes(),
            QJsonArray{QJsonObject{{"key", "template.important_fen"},
                                   {"valid_from", "2020-01-01"},
                                   {"value", QJsonObject{{"value", 1000000}}},
                                   {"source", "template"}}}};
}

} // namespace

TemplateOffice::TemplateOffice() : TestOffice(withTemplate(), additions()) { }

QJsonObject TemplateOffice::loan(const QString &thing, const QString &holder)
{
    return {{"thing", thing},
            {"kept_apart", ""},
            {"holder", operatorId(holder)},
            {"value", 5000},
            {"back_on", "2026-03-09"}};
}

qint64 TemplateOffice::lent(const QJsonObject &payload, const QString &maker)
{
    return make(maker, "template.lend", payload, {"authorisation_letter"}).operation;
}

qint64 TemplateOffice::lentAndPosted(const QJsonObject &payload, const QString &maker)
{
    const qint64 operation = lent(payload, maker);
    act("of", ActionKind::Recheck, operation);
    act("dep", ActionKind::Approve, operation);
    return operation;
}

QStringList TemplateOffice::violations()
{
    QStringList codes;
    const VerifyReport verified =
        verifyOffice(office->database(), office->catalogue(), templateMigrations(), *registry, {});
    for (const Violation &each : verified.violations)
        codes.append(each.code);
    const VerifyReport replayed =
        replayOffice(office->database(), office->catalogue(), templateMigrations(), *registry, {});
    for (const Violation &each : replayed.violations)
        codes.append(each.code);
    return codes;
}

} // namespace jubao::test
