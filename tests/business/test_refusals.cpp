// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/snapshot.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

qint64 registered(TestOffice &county, int sequence = 1, const QString &maker = "tc")
{
    return county
        .make(maker, "enrollment.register", county.newPerson(sequence),
              {"id_card", "household_register"})
        .operation;
}

} // namespace

TEST_CASE("One person never takes two steps [CTL-09] [SOD-20]")
{
    TestOffice county(allRooms());
    const qint64 operation = registered(county, 1, "en2");
    CHECK(county.refused([&] { county.act("en2", ActionKind::Recheck, operation); }).first()
          == "SOD_SAME_PERSON");
    county.act("en3", ActionKind::Recheck, operation);
    CHECK(county.refused([&] { county.act("en3", ActionKind::Approve, operation); }).first()
          == "SOD_SAME_PERSON");
    CHECK(
        county.number(
            "SELECT count(*) FROM access_trail WHERE kind = 'refused' AND detail LIKE '%SOD_SAME_PERSON%'")
        == 2);
}

TEST_CASE("Who does not hold the post, or holds it elsewhere, is refused [CTL-02] [CTL-05]")
{
    TestOffice county(allRooms());
    const qint64 operation = registered(county);
    CHECK(county.refused([&] { county.act("co1", ActionKind::Recheck, operation); })
          == QStringList{"POST_NOT_HELD"});
    // The post is named as the office calls it, not by its code; other words stay as they are.
    CHECK(refusal("POST_NOT_HELD", "CO, TC").text.contains(postTitle("CO")));
    CHECK_FALSE(refusal("POST_NOT_HELD", "CO, TC").text.contains("CO"));
    CHECK(refusal("RULE_BROKEN", "first, second").text == "first, second");
    CHECK(county.refused([&] { county.act("dep", ActionKind::Approve, operation); })
          == QStringList{"NOT_THIS_STEP"});
    CHECK(county.refused([&] { registered(county, 2, "tc9"); }) == QStringList{"DIVISION_OUTSIDE"});
    CHECK(county.refused([&] { registered(county, 2, "gl"); }) == QStringList{"POST_NOT_HELD"});
}

TEST_CASE("Evidence is attached and checked before a step is taken [CTL-11]")
{
    TestOffice county(allRooms());
    CHECK(county.refused([&] {
        county.make("tc", "enrollment.register", county.newPerson(1), {"id_card"});
    }) == QStringList{"EVIDENCE_MISSING"});
    MakeRequest empty;
    empty.type = "enrollment.register";
    empty.payload = county.newPerson(1);
    empty.evidence = {{"id_card", "card.png", {}}, {"household_register", {}, {}}};
    try {
        county.office->make(county.as("tc"), empty);
        FAIL("an empty file passed");
    } catch (const RefusedError &error) {
        REQUIRE(error.refusals.size() == 1);
        CHECK(error.refusals.first().code == "EVIDENCE_EMPTY");
        CHECK(error.refusals.first().field == "evidence");
        CHECK(error.refusals.first().text.contains("card.png"));
        CHECK(error.refusals.first().text.contains("ID card"));
    }
    Action action;
    action.kind = ActionKind::Recheck;
    action.operation = registered(county);
    action.evidenceTrue = action.evidenceComplete = true;
    CHECK(county.refused([&] { county.office->act(county.as("tr"), action); })
          == QStringList{"EVIDENCE_NOT_CHECKED"});
    action.evidenceValid = true;
    action.seenDigest = "another view";
    CHECK(county.refused([&] { county.office->act(county.as("tr"), action); })
          == QStringList{"VIEW_CHANGED"});
}

TEST_CASE("A warning needs a typed reason [CTL-20] [ENR-08]")
{
    TestOffice county(allRooms());
    QJsonObject old = county.newPerson(1);
    old["id_number"] = TestOffice::idNumber(QDate(1950, 1, 1), 7);
    const QStringList papers{"id_card", "household_register"};
    CHECK(county.refused([&] { county.make("tc", "enrollment.register", old, papers); })
          == QStringList{"WARNING_UNANSWERED"});
    CHECK(county.make("tc", "enrollment.register", old, papers, "late").state
          == OperationState::InReview);
}

TEST_CASE("Bad input names its field and nothing is written [ENR-08]")
{
    TestOffice county(allRooms());
    QJsonObject person = county.newPerson(1);
    person["id_number"] = "411024198505050011";
    person["phone"] = "12";
    person["name"] = " ";
    person["division"] = "411024100999";
    try {
        county.make("tc", "enrollment.register", person, {"id_card", "household_register"});
        FAIL("accepted");
    } catch (const RefusedError &error) {
        QStringList fields;
        for (const Refusal &each : error.refusals) {
            fields.append(each.field);
            CHECK_FALSE(each.text.isEmpty());
        }
        CHECK(fields.contains("id_number"));
        CHECK(fields.contains("name"));
        CHECK(fields.contains("division"));
    }
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.register'") == 0);
}

TEST_CASE("Two open operations on one identity are refused [SM-01]")
{
    TestOffice county(allRooms());
    registered(county);
    CHECK(county.refused([&] { registered(county); }).contains("OTHER_OPERATION_OPEN"));
}

TEST_CASE("Nobody acts on himself [CTL-29] [SOD-31]")
{
    TestOffice county(allRooms());
    QJsonObject self = county.newPerson(1);
    self["id_number"] = county.as("tc").person();
    CHECK(county
              .refused([&] {
                  county.make("tc", "enrollment.register", self, {"id_card", "household_register"});
              })
              .contains("AVOIDANCE"));
}

TEST_CASE("A hold stops posting until director and auditor have both lifted it [SM-01]")
{
    TestOffice county(allRooms());
    const qint64 operation = registered(county);
    CHECK(county.act("au", ActionKind::Hold, operation, "doubt").state == OperationState::Held);
    CHECK(county.refused([&] { county.act("tr", ActionKind::Recheck, operation); })
              .contains("NOT_IN_THIS_STATE"));
    CHECK(county.act("au", ActionKind::Lift, operation, "cleared").state == OperationState::Held);
    CHECK(county.act("dir", ActionKind::Lift, operation, "cleared").state
          == OperationState::InReview);
    CHECK(county.act("tr", ActionKind::Recheck, operation).state == OperationState::InReview);
}

TEST_CASE("Wrong passwords are counted, lock the account and are told at the next sign-in [SEC-10]")
{
    TestOffice county(allRooms());
    for (int i = 0; i < 5; ++i)
        CHECK(county.refused([&] { county.office->signIn("tc", "wrong"); })
              == QStringList{"SIGN_IN_FAILED"});
    CHECK(county.refused([&] { county.office->signIn("tc", TestOffice::password("tc")); })
          == QStringList{"ACCOUNT_LOCKED"});
    county.clock->advance(31 * 60 * 1000);
    CHECK(county.office->signIn("tc", TestOffice::password("tc"))->failedTriesSince() == 5);
    CHECK(county.refused([&] { county.office->signIn("nobody", "x"); })
          == QStringList{"SIGN_IN_FAILED"});
}

TEST_CASE("A password is strong, new and yearly changed at the least [SEC-10]")
{
    TestOffice county(allRooms());
    Session &session = county.as("tc");
    const QString present = TestOffice::password("tc");
    CHECK(county.refused([&] { county.office->changePassword(session, present, "short1A"); })
          == QStringList{"PASSWORD_WEAK"});
    CHECK(county.refused([&] { county.office->changePassword(session, present, present); })
          == QStringList{"PASSWORD_USED_BEFORE"});
    CHECK(county.refused([&] { county.office->changePassword(session, "wrong", "Neues?Wort77"); })
          == QStringList{"SIGN_IN_FAILED"});
    county.office->changePassword(session, present, "Neues?Wort77");
    CHECK(county.refused([&] { county.office->changePassword(session, "Neues?Wort77", present); })
          == QStringList{"PASSWORD_USED_BEFORE"});
    CHECK_NOTHROW(county.office->signIn("tc", "Neues?Wort77"));
    county.clock->advance(qint64(91) * 24 * 3600 * 1000);
    const auto late = county.office->signIn("tr", TestOffice::password("tr"));
    CHECK(late->passwordMustChange());
    MakeRequest request;
    request.type = "enrollment.register";
    request.payload = county.newPerson(1);
    CHECK(county.refused([&] { county.office->make(*late, request); })
              .contains("PASSWORD_MUST_CHANGE"));
}

TEST_CASE("A clock far behind the last entry stops work, not reading")
{
    TestOffice county(allRooms());
    const qint64 operation = registered(county);
    county.clock->advance(-3600 * 1000);
    CHECK(county.refused([&] { county.act("tr", ActionKind::Recheck, operation); })
              .contains("CLOCK_STOPPED"));
    CHECK(county.office->view(county.as("tr"), operation).id == operation);
}

TEST_CASE("An operator without a confirmed key cannot sign in [SEC-17] [SEC-19]")
{
    TestOffice county(allRooms());
    const qint64 tc = county.operatorId("tc");
    CHECK(county.refused([&] { county.office->invite(county.as("sa"), "tc"); })
          == QStringList{"KEY_STILL_OPEN"});
    const ActResult closing =
        county.make("sa", "system.operator_key", {{"action", "close"}, {"operator", tc}});
    CHECK(county.refused([&] { county.act("sa", ActionKind::Approve, closing.operation); }).first()
          == "SOD_SAME_PERSON");
    county.act("se", ActionKind::Approve, closing.operation);
    CHECK(county.refused([&] { county.office->signIn("tc", TestOffice::password("tc")); })
          == QStringList{"KEY_CLOSED"});
    const QString code = county.office->invite(county.as("sa"), "tc");
    CHECK(county.refused([&] { county.office->admit("tc", "WRONG-CODE", "Neues?Wort77"); })
          == QStringList{"SIGN_IN_FAILED"});
    county.office->admit("tc", code, "Neues?Wort77");
    CHECK(county.refused([&] { county.office->signIn("tc", "Neues?Wort77"); })
          == QStringList{"KEY_NOT_CONFIRMED"});
    CHECK(county.refused([&] { county.office->admit("tc", code, "Neues?Wort77"); })
          == QStringList{"SIGN_IN_FAILED"});
}

TEST_CASE(
    "What is no operation, no type or has no route cannot be made or decided [CTL-07] [CTL-03]")
{
    const auto rooms = allRooms();
    auto registry = std::make_shared<TypeRegistry>();
    for (const OperationType *type : rooms->types())
        registry->add(*type);
    OperationType wayless = *registry->find("contributions.void_number");
    wayless.id = "contributions.wayless";
    registry->add(wayless);
    TestOffice county(registry);
    CHECK(county.refused([&] { county.make("tc", "contributions.wayless", {}); }).first()
          == "ROUTE_MISSING");
    CHECK(county.refused([&] { county.make("tc", "contributions.nothing", {}); }).first()
          == "TYPE_UNKNOWN");
    Action action;
    action.kind = ActionKind::Recheck;
    action.operation = 4711;
    CHECK(county.refused([&] { county.office->act(county.as("tr"), action); })
          == QStringList{"OPERATION_UNKNOWN"});
}
