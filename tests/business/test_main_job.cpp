// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/domain/balance.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

QJsonObject collection(qint64 person, const QString &number, qint64 fen = 20000)
{
    return {
        {"person", person}, {"year", 2026}, {"amount", fen}, {"number", number}, {"payer", "self"}};
}

} // namespace

TEST_CASE(
    "One enrols, another rechecks, the deputy approves, the account is open [ENR-01] [ACC-01] [CTL-09]")
{
    TestOffice county(allRooms());
    const ActResult made = county.make("tc", "enrollment.register", county.newPerson(1),
                                       {"id_card", "household_register"});
    CHECK(made.state == OperationState::InReview);
    CHECK(county.number("SELECT count(*) FROM person") == 0);
    CHECK(county.office->inbox(county.as("tr")).size() == 1);
    CHECK(county.office->inbox(county.as("tc")).isEmpty());
    CHECK(county.office->inbox(county.as("tc9")).isEmpty());
    county.act("tr", ActionKind::Recheck, made.operation);
    CHECK(county.number("SELECT count(*) FROM person") == 0);
    CHECK(county.act("dep", ActionKind::Approve, made.operation).state == OperationState::Posted);
    CHECK(county.number("SELECT count(*) FROM person WHERE id_last_four <> '' AND pinyin = 'zsn'")
          == 1);
    CHECK(county.number("SELECT count(*) FROM account a JOIN person p ON p.id = a.person") == 1);
    const QStringList again = county.refused([&] {
        county.make("tc", "enrollment.register", county.newPerson(1),
                    {"id_card", "household_register"});
    });
    CHECK(again.contains("ALREADY_ENROLLED"));
}

TEST_CASE(
    "Money taken is a fact, credited when a second person has rechecked [CON-02] [ACC-02] [CTL-19] [TIE-04]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    county.issueNumbers("tc", "A");
    const ActResult made =
        county.make("tc", "contributions.collect", collection(person, "A00000001"));
    CHECK(county.number("SELECT count(*) FROM receipt") == 1);
    CHECK(county.number("SELECT sum(amount) FROM suspense_money") == 20000);
    CHECK(county.number("SELECT count(*) FROM account_entry") == 0);
    CHECK(county.act("tr", ActionKind::Recheck, made.operation).state == OperationState::Posted);
    CHECK(county.number("SELECT sum(amount) FROM suspense_money") == 0);
    CHECK(county.number("SELECT sum(amount) FROM accounting_event") == 20000);
    CHECK(county.number("SELECT sum(amount) FROM subsidy_entitlement") == 3000);
    const Reader reader = county.office->reader();
    const auto lines = accountLines(reader, accountOfPerson(reader, person), {}, {});
    CHECK(balanceOf(lines).fen() == 20000);
    CHECK(accountLines(reader, accountOfPerson(reader, person), {}, QDate(2026, 3, 1)).isEmpty());
}

TEST_CASE("A refused collection leaves the money received and not credited [CON-02] [TIE-04]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    county.issueNumbers("tc", "A");
    const ActResult made =
        county.make("tc", "contributions.collect", collection(person, "A00000001"));
    CHECK(county.office->view(county.as("tc"), made.operation).waitsForPosts.contains("TR"));
    const ActResult withdrawn = county.act("tc", ActionKind::Withdraw, made.operation);
    CHECK(withdrawn.state == OperationState::Closed);
    CHECK(county.number("SELECT sum(amount) FROM suspense_money") == 20000);
    CHECK(county.number("SELECT count(*) FROM account_entry") == 0);
    CHECK(county.number("SELECT count(*) FROM receipt") == 1);
}

TEST_CASE("Receipt numbers come from the collector's own stock, each once [CON-09] [SM-02]")
{
    TestOffice county(allRooms());
    const qint64 one = county.enrol(1);
    const qint64 two = county.enrol(2);
    county.issueNumbers("tc", "A");
    county.issueNumbers("co2", "B");
    county.make("tc", "contributions.collect", collection(one, "A00000001"));
    for (const char *number : {"A00000001", "B00000001", "A00000101", "A1", "", "X00000001"}) {
        CAPTURE(number);
        const QStringList codes = county.refused([&] {
            county.make("tc", "contributions.collect",
                        collection(two, QString::fromLatin1(number)));
        });
        CHECK(codes.contains("NUMBER_NOT_USABLE"));
    }
    CHECK(county.number("SELECT count(*) FROM receipt") == 1);
}

TEST_CASE(
    "An amount outside the tiers and a second payment of a year are refused [CON-02] [CON-13]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    county.issueNumbers("tc", "A");
    CHECK(county.refused([&] {
        county.make("tc", "contributions.collect", collection(person, "A00000001", 20001));
    }) == QStringList{"NOT_A_TIER"});
    county.make("tc", "contributions.collect", collection(person, "A00000001"));
    CHECK(county.refused([&] {
        county.make("tc", "contributions.collect", collection(person, "A00000002"));
    }) == QStringList{"ALREADY_PAID"});
}

TEST_CASE("A returned operation is handed in again as the next revision [SM-01]")
{
    TestOffice county(allRooms());
    QJsonObject person = county.newPerson(1);
    const ActResult made =
        county.make("tc", "enrollment.register", person, {"id_card", "household_register"});
    CHECK(county.refused([&] { county.act("tr", ActionKind::Return, made.operation); })
          == QStringList{"REASON_MISSING"});
    CHECK(county.act("tr", ActionKind::Return, made.operation, "name").state
          == OperationState::Returned);
    CHECK(county.office->inbox(county.as("tc")).size() == 1);
    person["name"] = QStringLiteral("李四");
    MakeRequest request;
    request.type = "enrollment.register";
    request.payload = person;
    request.resubmits = made.operation;
    request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
    CHECK(county.refused([&] { county.office->make(county.as("tc9"), request); })
              .contains("MAKER_ONLY"));
    CHECK(county.office->make(county.as("tc"), request).state == OperationState::InReview);
    county.act("tr", ActionKind::Recheck, made.operation);
    county.act("dep", ActionKind::Approve, made.operation);
    CHECK(county.number("SELECT count(*) FROM person WHERE name = '李四'") == 1);
}

TEST_CASE("The same action arriving twice is accepted once")
{
    TestOffice county(allRooms());
    MakeRequest request;
    request.type = "enrollment.register";
    request.payload = county.newPerson(1);
    request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
    request.actionId = "one-and-the-same";
    const ActResult first = county.office->make(county.as("tc"), request);
    const ActResult second = county.office->make(county.as("tc"), request);
    CHECK(first.operation == second.operation);
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.register'") == 1);
}
