// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/migrations.h"
#include "database/transaction.h"
#include "operations/replay.h"
#include "rooms/rooms.h"
#include "support/worked_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

VerifyReport replayed(WorkedOffice &county, const TypeRegistry &registry)
{
    const VerifyReport report = replayOffice(county.office->database(), county.office->catalogue(),
                                             Migrations::shipped(), registry, {});
    for (const Violation &each : report.violations) {
        CHECK_FALSE(each.place.isEmpty());
        UNSCOPED_INFO((each.code + " " + each.place + " " + each.text).toStdString());
    }
    return report;
}

QStringList codesOf(const VerifyReport &report)
{
    QStringList codes;
    for (const Violation &each : report.violations)
        codes.append(each.code);
    return codes;
}

/** The rooms of the program with another newest version of the collection. */
std::shared_ptr<TypeRegistry>
withCollection(const std::function<void(const QJsonObject &, Writer &)> &after)
{
    auto registry = std::make_shared<TypeRegistry>(*allRooms());
    OperationType type = *registry->find("contributions.collect");
    type.version = 99;
    type.apply = [honest = type.apply, after](const QJsonObject &payload, Writer &writer) {
        honest(payload, writer);
        after(payload, writer);
    };
    registry->add(std::move(type));
    return registry;
}

void nothingMore(const QJsonObject &, Writer &) { }

/** Credits the contribution a second time. */
void creditTwice(const QJsonObject &payload, Writer &writer)
{
    writer.insert("contribution_entry",
                  {{"person", payload["person"].toInteger()},
                   {"year", payload["year"].toInteger()},
                   {"amount", payload["amount"].toInteger()},
                   {"booked_on", writer.today()}});
}

} // namespace

TEST_CASE("An honest office comes out again from its journal, ids and all [SEC-02]")
{
    WorkedOffice county;
    const qint64 withdrawn = county
                                 .make("tc", "enrollment.register", county.newPerson(7),
                                       {"id_card", "household_register"})
                                 .operation;
    county.act("tr", ActionKind::Return, withdrawn, "the address is missing");
    county.act("tc", ActionKind::Withdraw, withdrawn);
    county.make("tc", "enrollment.register", county.newPerson(8),
                {"id_card", "household_register"});
    const VerifyReport report = replayed(county, *county.registry);
    CHECK(report.whole());
    CHECK(report.entries == county.number("SELECT count(*) FROM journal"));
    CHECK(report.head == county.office->journal().headHash());
    CHECK(report.comparedWith.contains(QString::number(report.entries)));
}

TEST_CASE(
    "False effects of a true payload, all validly signed, pass verify and are named by replay [SEC-02]")
{
    WorkedOffice county(withCollection(creditTwice));
    const auto honest = withCollection(nothingMore);
    CHECK(verifyOffice(county.office->database(), county.office->catalogue(), Migrations::shipped(),
                       *honest, {})
              .whole());
    const VerifyReport report = replayed(county, *honest);
    REQUIRE(codesOf(report).count("EFFECTS_FALSE") == 1);
    REQUIRE(codesOf(report).first() == "EFFECTS_FALSE");
    const qint64 posted = county.number(
        QStringLiteral("SELECT posted_seq FROM operation WHERE id = %1").arg(county.collection));
    CHECK(report.violations.first().place == QStringLiteral("journal %1").arg(posted));
    const QString second = QStringLiteral("contribution_entry %1")
                               .arg(county.number("SELECT max(id) FROM contribution_entry"));
    CHECK(std::any_of(report.violations.begin(), report.violations.end(),
                      [&second](const Violation &each) {
                          return each.code == "ROW_ADDED" && each.place == second
                              && each.text.contains("amount 200.00");
                      }));
}

TEST_CASE("What came after a false entry is judged on its own [SEC-02]")
{
    WorkedOffice county(withCollection(creditTwice));
    county.enrol(3);
    const VerifyReport report = replayed(county, *withCollection(nothingMore));
    CHECK(codesOf(report).count("EFFECTS_FALSE") == 1);
    // The rows of the false entry and of no other: the person enrolled after it is not named.
    for (const Violation &each : report.violations)
        CHECK_FALSE(each.place.startsWith("person "));
}

TEST_CASE(
    "A payload that its rules refuse, a power from nowhere and an unknown type are named by replay [SEC-02]")
{
    WorkedOffice county;
    const std::vector<std::tuple<QString, QString>> edits{
        {"UPDATE operation_revision SET payload = replace(payload, '\"amount\":20000', '\"amount\":20001')",
         "NOT_A_TIER"},
        {"UPDATE journal SET detail = replace(detail, '\"amount\":20000', '\"amount\":7') WHERE kind = 'make'",
         "DECLARATION_FALSE"},
        {"UPDATE journal SET post = 'GL' WHERE kind = 'approve'", "POST_NOT_HELD"},
        {"UPDATE journal SET detail = replace(detail, 'collect@1', 'collect@7') WHERE kind = 'make'",
         "TYPE_UNKNOWN"},
        {R"(UPDATE journal SET detail = replace(detail, 'TR\",\"CO', 'TR\",\"EN') WHERE kind = 'make')",
         "ROUTE_FALSE"},
    };
    for (const auto &[statement, code] : edits) {
        const Transaction undone(county.office->database());
        CAPTURE(statement.toStdString());
        county.tamper({statement});
        CHECK(codesOf(replayed(county, *county.registry)).contains(code));
    }
    CHECK(replayed(county, *county.registry).whole()); // nothing of them is left
}

TEST_CASE("Long work that is stopped is not whole [SEC-02]")
{
    WorkedOffice county;
    ReplayOptions options;
    options.progress = [](int) { return false; };
    CHECK_FALSE(replayOffice(county.office->database(), county.office->catalogue(),
                             Migrations::shipped(), *county.registry, options)
                    .whole());
    VerifyOptions verifying;
    verifying.progress = [](int) { return false; };
    CHECK_FALSE(county.verify(verifying).whole());
}
