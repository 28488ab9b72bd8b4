// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/ids.h"
#include "database/migrations.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QStringList registerPapers{"id_card", "household_register"};
const QStringList keyPapers{"id_card", "change_proof"};

/** What stands on the papers of who comes from another township. */
QJsonObject cardOf(const TestOffice &county, int sequence)
{
    return {{"id_number", county.newPerson(sequence)["id_number"]},
            {"name", county.newPerson(sequence)["name"]},
            {"division", "411024900201"},
            {"household", "410229999"},
            {"household_relation", "0"},
            {"address", "远村2号"}};
}

const QString takeIn = "enrollment.take_in";

} // namespace

TEST_CASE("A move is made where the person leaves, or by the county office [ENR-02] [CTL-02]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const QJsonObject away{
        {"person", person}, {"division", "411024900201"}, {"address", "远村2号"}};
    // The other township does not see her yet, and this one acts for its own only.
    CHECK(county.refused([&] { county.make("tc9", "enrollment.move", away, registerPapers); })
          == QStringList{"DIVISION_OUTSIDE"});
    CHECK(county.refused([&] { county.make("tc", "enrollment.move", away, registerPapers); })
          == QStringList{"DIVISION_OUTSIDE"});
    const Findings hint = county.office->check(county.as("tc"), "enrollment.move", away);
    REQUIRE(hint.size() == 1);
    CHECK(hint.first().field == "division");
    CHECK(hint.first().text.contains("old village"));
    const ActResult made = county.make("en1", "enrollment.move", away, registerPapers);
    CHECK(county.refused([&] { county.act("tr", ActionKind::Recheck, made.operation); })
          == QStringList{"DIVISION_OUTSIDE"});
    county.act("en2", ActionKind::Recheck, made.operation);
    county.act("dep", ActionKind::Approve, made.operation);
    CHECK(county.valueOf(person, "division") == "411024900201");
    CHECK(county.valueOf(person, "household") == "410220001");
    const QJsonObject back{{"person", person},
                           {"division", "411024100201"},
                           {"address", "近村1号"},
                           {"applied_at", "giving"}};
    CHECK(county.found("enrollment.move", back, "tc") == QStringList{"DIVISION_OUTSIDE"});
    const ActResult left = county.make("tc9", "enrollment.move", back, registerPapers);
    county.act("en2", ActionKind::Recheck, left.operation);
    county.act("dep", ActionKind::Approve, left.operation);
    CHECK(county.valueOf(person, "division") == "411024100201");
    CHECK(county.found("enrollment.move", {{"person", person}, {"address", "x"}}, "tc")
          == QStringList{"SAME_DIVISION"});
    CHECK(county.found("enrollment.move", {{"person", person}, {"division", "411024100"}}, "tc")
              .contains("DIVISION_NOT_VILLAGE"));
}

TEST_CASE("Who comes from another township is taken in by the ID card, and no value of the record "
          "shows before [ENR-02] [CTL-02]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const QJsonObject card = cardOf(county, 1);
    const qint64 made = county.make("tc9", takeIn, card, registerPapers).operation;
    const OperationView view = county.office->view(county.as("tc9"), made);
    CHECK(view.changes.size() == 4);
    for (const Change &each : view.changes)
        CHECK(each.before.isEmpty());
    county.act("en2", ActionKind::Recheck, made);
    CHECK(county.act("dep", ActionKind::Approve, made).state == OperationState::Posted);
    for (const char *field : {"division", "household", "household_relation", "address"})
        CHECK(county.valueOf(person, field) == card[field].toString());
    CHECK(county.valueOf(person, "phone") == county.newPerson(1)["phone"].toString());
    CHECK(county.found(takeIn, card, "tc9") == QStringList{"SAME_TOWNSHIP"});
    CHECK(verifyOffice(county.office->database(), county.office->catalogue(), Migrations::shipped(),
                       *county.registry, {})
              .violations.isEmpty());
}

TEST_CASE("Taking in: what is wrong with it, case by case [ENR-02] [CTL-02]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const QJsonObject card = cardOf(county, 1);
    const auto with = [&card](const char *field, const QJsonValue &value) {
        QJsonObject changed = card;
        changed[field] = value;
        return changed;
    };
    const auto foundBy9 = [&](const QJsonObject &payload) {
        return county.found(takeIn, payload, "tc9");
    };
    CHECK(foundBy9(card).isEmpty());
    // Whether the name or the number is another one is not told.
    const QJsonObject otherName = with("name", county.newPerson(2)["name"]);
    const QJsonObject otherNumber = with("id_number", county.newPerson(2)["id_number"]);
    CHECK(foundBy9(otherName) == QStringList{"PERSON_UNKNOWN"});
    CHECK(foundBy9(otherNumber) == QStringList{"PERSON_UNKNOWN"});
    CHECK(county.office->check(county.as("tc9"), takeIn, otherName).first().text
          == county.office->check(county.as("tc9"), takeIn, otherNumber).first().text);
    CHECK(foundBy9(with("name", "")) == QStringList{"PERSON_UNKNOWN"});
    CHECK(foundBy9(with("id_number", "1")).contains("ID_LENGTH"));
    CHECK(foundBy9(with("division", "")) == QStringList{"DIVISION_UNKNOWN"});
    for (const char *needed : {"household", "household_relation", "address"}) {
        for (const QJsonValue &empty :
             {QJsonValue(QString()), QJsonValue(QStringLiteral(" ")), QJsonValue(QJsonValue::Null)})
            CHECK_FALSE(foundBy9(with(needed, empty)).isEmpty());
    }
    CHECK(county.found(takeIn, card, "tc") == QStringList{"DIVISION_OUTSIDE"});
    const QJsonObject here = with("division", "411024100202");
    CHECK(county.found(takeIn, here, "tc").contains("SAME_TOWNSHIP"));
    CHECK(county.refused([&] { county.make("tc9", takeIn, here, registerPapers); })
          == QStringList{"DIVISION_OUTSIDE"});
    county.tamper({QStringLiteral("UPDATE person SET status = 'ended' WHERE id = %1").arg(person)});
    CHECK(foundBy9(card) == QStringList{"PERSON_NOT_ACTIVE"});
}

TEST_CASE("While somebody is taken in nobody else changes who and where he is, and neither "
          "township hears what the other has open [ENR-02] [SM-01] [CTL-02]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const QJsonObject card = cardOf(county, 1);
    const QJsonObject renamed{{"person", person}, {"name", "李四"}, {"reason", "police"}};
    const auto refusedTo = [&](const QString &name, const QString &type, const QJsonObject &payload,
                               const QStringList &papers) {
        QString told;
        try {
            county.make(name, type, payload, papers);
        } catch (const RefusedError &error) {
            REQUIRE(error.refusals.size() == 1);
            CHECK(error.refusals.first().code == "OTHER_OPERATION_OPEN");
            told = error.refusals.first().text;
        }
        CHECK_FALSE(told.isEmpty());
        return told;
    };
    const qint64 made = county.make("tc9", takeIn, card, registerPapers).operation;
    const QString number = QString::number(shortNumber(made));
    CHECK_FALSE(refusedTo("tc", "enrollment.change_key", renamed, keyPapers).contains(number));
    CHECK(refusedTo("en1", "enrollment.change_key", renamed, keyPapers).contains(number));
    county.act("tc9", ActionKind::Withdraw, made);
    const qint64 renames = county.make("tc", "enrollment.change_key", renamed, keyPapers).operation;
    const auto heardBy = [&](const QString &name, const QString &type, const QJsonObject &payload) {
        return county.office->meanwhile(county.as(name), type, payload, 0).size();
    };
    CHECK(heardBy("tc9", takeIn, card) == 0);
    CHECK(heardBy("en1", takeIn, card) > 0);
    const QString told = refusedTo("tc9", takeIn, card, registerPapers);
    CHECK_FALSE(told.contains(QString::number(shortNumber(renames))));
    CHECK_FALSE(told.contains("TC"));
}

TEST_CASE(
    "What somebody made in a village is posted though he acts there no more [CTL-02] [ORG-04]")
{
    TestOffice county(allRooms());
    const auto made = [&county](int person) {
        return county
            .make("tc9", "enrollment.register", county.newPerson(person),
                  {"id_card", "household_register"})
            .operation;
    };
    const auto posted = [&county](qint64 operation) {
        county.act("tr", ActionKind::Recheck, operation);
        return county.act("dep", ActionKind::Approve, operation).state;
    };
    const QJsonObject post{
        {"operator", county.operatorId("tc9")}, {"post", "TC"}, {"division", "411024100"}};
    const auto assigned = [&](const char *action) {
        QJsonObject payload = post;
        payload["action"] = action;
        county.assignPost(payload, "helps out");
    };
    assigned("give");
    const qint64 underOwn = made(1);
    assigned("end");
    CHECK(posted(underOwn) == OperationState::Posted);
    const ActResult lent = county.make("of", "administration.delegate",
                                       {{"action", "grant"},
                                        {"grantor", county.operatorId("tc")},
                                        {"grantee", county.operatorId("tc9")},
                                        {"post", "TC"},
                                        {"valid_from", "2026-03-02"},
                                        {"valid_to", "2026-03-03"},
                                        {"reason", "away"}},
                                       {"authorisation_letter"});
    county.act("dep", ActionKind::Recheck, lent.operation);
    county.act("dir", ActionKind::Approve, lent.operation);
    const qint64 underLent = made(2);
    county.clock->setNow(QDateTime(QDate(2026, 3, 5), QTime(2, 0, 0), Qt::UTC));
    CHECK(posted(underLent) == OperationState::Posted);
    CHECK(county.refused([&] { made(3); }) == QStringList{"POST_EXPIRED"});
    CHECK(verifyOffice(county.office->database(), county.office->catalogue(), Migrations::shipped(),
                       *county.registry, {})
              .violations.isEmpty());
}
