// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/rooms.h"
#include "support/test_office.h"
#include "support/worked_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

qint64 registered(TestOffice &county, int sequence)
{
    return county
        .make("tc", "enrollment.register", county.newPerson(sequence),
              {"id_card", "household_register"})
        .operation;
}

} // namespace

TEST_CASE(
    "The inbox gives what this person may take the next step of, and reminds after 48 hours [SM-01]")
{
    TestOffice county(allRooms());
    const qint64 first = registered(county, 1);
    county.clock->advance(qint64(47) * 3600 * 1000);
    const qint64 second = registered(county, 2);
    QList<OperationView> waiting = county.office->inbox(county.as("tr"));
    REQUIRE(waiting.size() == 2);
    CHECK(waiting.at(0).id == first);
    CHECK_FALSE(waiting.at(0).overdue);
    CHECK(waiting.at(0).waitsSince.isValid());
    CHECK(waiting.at(0).actions.size() == 1);
    CHECK(waiting.at(0).waitsForStep == ActionKind::Recheck);
    county.clock->advance(qint64(2) * 3600 * 1000);
    waiting = county.office->inbox(county.as("tr"));
    CHECK(waiting.at(0).overdue);
    CHECK_FALSE(waiting.at(1).overdue);
    CHECK(county.office->view(county.as("tr"), first).overdue);
    CHECK(county.office->inbox(county.as("tc")).isEmpty());
    CHECK(county.office->inbox(county.as("tc9")).isEmpty());
    CHECK(county.office->inbox(county.as("dep")).isEmpty());
    county.act("tr", ActionKind::Return, first, "the address is missing");
    CHECK(county.office->inbox(county.as("tc")).size() == 1);
    county.act("tr", ActionKind::Recheck, second);
    CHECK(county.office->inbox(county.as("dep")).size() == 1);
    CHECK(county.office->inbox(county.as("tr")).isEmpty());
    county.act("au", ActionKind::Hold, second, "to be looked at");
    CHECK(county.office->inbox(county.as("dir")).size() == 1);
    CHECK(county.office->inbox(county.as("au")).size() == 1);
    CHECK(county.office->inbox(county.as("dep")).isEmpty());
}

TEST_CASE("The inbox says what view says, in one reading of the books [SM-01]")
{
    TestOffice county(allRooms());
    for (int sequence = 1; sequence <= 30; ++sequence)
        registered(county, sequence);
    const QList<OperationView> waiting = county.office->inbox(county.as("tr"));
    REQUIRE(waiting.size() == 30);
    for (const OperationView &listed : waiting) {
        const OperationView shown = county.office->view(county.as("tr"), listed.id);
        CHECK(listed.title == shown.title);
        CHECK(listed.summary == shown.summary);
        CHECK(listed.waitsFor == shown.waitsFor);
        CHECK(listed.waitsForPosts == shown.waitsForPosts);
        CHECK(listed.maker == shown.maker);
        CHECK(listed.dueOn == shown.dueOn);
        CHECK(listed.waitsSince == shown.waitsSince);
    }
}

TEST_CASE("Reading goes on while the clock stops work: the inbox still lists [SM-01]")
{
    TestOffice county(allRooms());
    registered(county, 1);
    county.as("tr");
    county.clock->setBy(3600 * 1000);
    CHECK(county.office->clockFault() == "CLOCK_JUMPED");
    CHECK(county.office->inbox(county.as("tr")).size() == 1);
}

TEST_CASE("One call says who handled, rechecked and approved, and who led them then [CTL-25]")
{
    WorkedOffice county;
    const QList<Responsible> collected =
        county.office->responsibility(county.as("au"), county.collection);
    REQUIRE(collected.size() == 2);
    CHECK(collected.at(0).step == "make");
    CHECK(collected.at(0).operatorName == "tc");
    CHECK(collected.at(1).step == "recheck");
    CHECK(collected.at(1).operatorName == "tr");
    const qint64 enrolled =
        county.number("SELECT min(id) FROM operation WHERE type = 'enrollment.register'");
    const QList<Responsible> approved = county.office->responsibility(county.as("au"), enrolled);
    REQUIRE(approved.size() == 3);
    CHECK(approved.at(2).step == "approve");
    CHECK(approved.at(2).operatorName == "dep");
    CHECK(approved.at(2).superior == "DIR");
    CHECK(approved.at(2).superiorPost == "DIR");
    CHECK(county.refused([&] { county.office->responsibility(county.as("au"), 77); })
          == QStringList{"OPERATION_UNKNOWN"});
}

TEST_CASE("The superior is the one of then, whoever leads now [CTL-25]")
{
    WorkedOffice county;
    const QString before =
        county.office->responsibility(county.as("au"), county.collection).first().superior;
    CHECK_FALSE(before.isEmpty());
    // Since then everybody has stepped down from leading.
    const qint64 later = county.office->journal().headSeq() + 1;
    county.tamper(
        {QStringLiteral(
             "INSERT INTO post_assignment_history SELECT *, %1 FROM post_assignment WHERE head = 1")
             .arg(later),
         QStringLiteral("UPDATE post_assignment SET head = 0, op_seq = %1 WHERE head = 1")
             .arg(later)});
    CHECK(county.office->responsibility(county.as("au"), county.collection).first().superior
          == before);
}

TEST_CASE("Another program leaves its entry at the first sign-in of an administrator [SEC-02]")
{
    TestOffice county(allRooms());
    const QString entries = "SELECT count(*) FROM journal WHERE kind = 'program'";
    CHECK(county.number(entries) == 1); // the founding program
    county.reopen();
    county.as("sa");
    CHECK(county.number(entries) == 1);
    auto changed = std::make_shared<TypeRegistry>(*allRooms());
    OperationType type = *changed->find("contributions.collect");
    type.version = 99;
    changed->add(std::move(type));
    county.registry = changed;
    county.reopen();
    county.as("tc");
    CHECK(county.number(entries) == 1);
    county.as("sa");
    REQUIRE(county.number(entries) == 2);
    Query row = county.office->database().prepare(
        "SELECT detail FROM journal WHERE kind = 'program' ORDER BY seq DESC");
    REQUIRE(row.next());
    CHECK(row.text(0).contains(changed->digest()));
    CHECK(row.text(0).contains(allRooms()->digest()));
}

TEST_CASE("A form is told what others did meanwhile with its person, and nothing that its maker did")
{
    TestOffice county(allRooms());
    county.enrol(1);
    county.enrol(2);
    const QString id = "enrollment.change";
    const qint64 person = county.number("SELECT min(id) FROM person");
    const QJsonObject form{{"person", person}, {"address", "North street 7"}};
    const auto meanwhile = [&](qint64 after) {
        return county.office->meanwhile(county.as("tc"), id, form, after);
    };
    const qint64 opened = county.number("SELECT max(seq) FROM journal");
    CHECK(meanwhile(opened).isEmpty());

    const auto change = [&](const QString &name, qint64 who) {
        return county.make(name, id, {{"person", who}, {"phone", "13987654321"}}, {"id_card"})
            .operation;
    };
    change("en1", county.number("SELECT max(id) FROM person"));
    CHECK(meanwhile(opened).isEmpty());
    const qint64 operation = change("en1", person);
    REQUIRE(meanwhile(opened).size() == 1);
    CHECK(meanwhile(opened).first().kind == ActionKind::Make);
    CHECK(meanwhile(opened).first().displayName == "EN1");
    CHECK(meanwhile(opened).first().operation == operation);
    CHECK_FALSE(meanwhile(opened).first().posted);
    CHECK(county.office->meanwhile(county.as("en1"), id, form, opened).isEmpty());
    county.act("tr", ActionKind::Recheck, operation);
    REQUIRE(meanwhile(opened).size() == 1);
    CHECK(meanwhile(opened).first().kind == ActionKind::Recheck);
    CHECK(meanwhile(opened).first().displayName == "TR");
    CHECK(meanwhile(opened).first().posted);
    CHECK(meanwhile(meanwhile(opened).first().seq).isEmpty());

    // Not enrolled yet: the same number on two desks.
    const QJsonObject newcomer = county.newPerson(3);
    county.make("en1", "enrollment.register", newcomer, {"id_card", "household_register"});
    CHECK(county.office->meanwhile(county.as("tc"), "enrollment.register", newcomer, opened).size()
          == 1);
}
