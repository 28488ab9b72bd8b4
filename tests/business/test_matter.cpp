// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/migrations.h"
#include "operations/replay.h"
#include "rooms/rooms.h"
#include "support/worked_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

/** The rooms of the program, where a void is judged over the makers of its matter only. */
std::shared_ptr<TypeRegistry> withLooserVoid()
{
    auto registry = std::make_shared<TypeRegistry>(*allRooms());
    OperationType type = *registry->find("contributions.void_receipt");
    type.version = 99;
    type.dutyOver.clear();
    registry->add(std::move(type));
    return registry;
}

} // namespace

TEST_CASE(
    "Where a type asks for it, nobody who took a step in the matter checks what continues it [SOD-37] [CTL-09]")
{
    const bool shipped = GENERATE(true, false);
    WorkedOffice county(shipped ? allRooms() : withLooserVoid());
    const qint64 voiding =
        county
            .make("tc", "contributions.void_receipt",
                  {{"receipt", "A00000001"}, {"reason", "wrong person"}}, {"receipt_copies"})
            .operation;
    // The rechecker of the collection took no part as a maker, but he did take a step.
    const QStringList refused =
        county.refused([&] { county.act("tr", ActionKind::Recheck, voiding); });
    CHECK(refused == (shipped ? QStringList{"SOD_MATTER"} : QStringList()));
    if (shipped)
        county.act("co1", ActionKind::Recheck, voiding);
    CHECK(county.codes().isEmpty());
    CHECK(replayOffice(county.office->database(), county.office->catalogue(), Migrations::shipped(),
                       *county.registry, {})
              .whole());
}

TEST_CASE("Whatever takes money back is judged over whatever brought it [SOD-37]")
{
    const auto registry = allRooms();
    for (const char *id : {"contributions.refund", "contributions.void_receipt"})
        CHECK(registry->find(QString::fromLatin1(id))->dutyOver
              == QStringList{"contributions.collect", "contributions.credit_suspense"});
}
