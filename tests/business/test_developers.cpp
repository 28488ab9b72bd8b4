// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/migrations.h"
#include "operations/replay.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QString pairs = QStringLiteral("SELECT count(*) FROM incompatible_post WHERE rule = "
                                     "'SOD-10'");

void openAccount(TestOffice &county, const QString &name, const QString &person, bool developer)
{
    const ActResult made = county.make("sa", "administration.open_account",
                                       {{"name", name},
                                        {"display_name", name.toUpper()},
                                        {"person", person},
                                        {"developer", developer ? 1 : 0}},
                                       {"id_card"}, "the person has an account already");
    county.act("se", ActionKind::Approve, made.operation);
}

QStringList giving(TestOffice &county, const QString &name, const QString &post)
{
    return county.refused([&] {
        county.make("of", "administration.assign_post",
                    {{"action", "give"},
                     {"operator", county.operatorId(name)},
                     {"post", post},
                     {"department", post == "SA" ? "IF" : ""}},
                    {"appointment"});
    });
}

VerifyReport verified(TestOffice &county)
{
    return verifyOffice(county.office->database(), county.office->catalogue(),
                        Migrations::shipped(), *county.registry, {});
}

} // namespace

TEST_CASE("Whoever develops the software gets an account with a mark, and no post by it [SOD-10] [SEC-05]")
{
    TestOffice county(allRooms());
    const QString seller = TestOffice::idNumber(QDate(1990, 2, 2), 91);
    CHECK(county.number(pairs) == 0);
    openAccount(county, "dev1", seller, true);
    CHECK(county.number(pairs) == 18);
    CHECK(county.number("SELECT count(*) FROM post_assignment p JOIN operator_account a ON a.id = "
                        "p.operator WHERE a.name = 'dev1' AND p.post = 'DV'")
          == 1);
    // A second account of the same person is the same person; somebody else is not.
    openAccount(county, "dev2", seller, false);
    openAccount(county, "clerk", TestOffice::idNumber(QDate(1991, 2, 2), 92), false);
    for (const char *post : {"IT", "EN", "CO", "BE", "FH", "GL", "CA", "AU", "TC", "DIR", "SA"}) {
        CAPTURE(post);
        CHECK(giving(county, "dev1", post).contains("INCOMPATIBLE_POSTS"));
        CHECK(giving(county, "dev2", post).contains("INCOMPATIBLE_POSTS"));
    }
    CHECK(giving(county, "clerk", "IT").isEmpty());
    CHECK(county
              .refused([&] {
                  county.make("of", "administration.delegate",
                              {{"action", "grant"},
                               {"grantor", county.operatorId("tc")},
                               {"grantee", county.operatorId("dev1")},
                               {"post", "TC"},
                               {"valid_from", "2026-03-02"},
                               {"valid_to", "2026-03-05"},
                               {"reason", "away"}},
                              {"authorisation_letter"});
              })
              .contains("INCOMPATIBLE_POSTS"));
    openAccount(county, "dev3", TestOffice::idNumber(QDate(1992, 2, 2), 93), true);
    CHECK(county.number(pairs) == 18);
    CHECK(verified(county).whole());
    CHECK(replayOffice(county.office->database(), county.office->catalogue(), Migrations::shipped(),
                       *county.registry, {})
              .whole());
}

TEST_CASE("Who holds a post is not marked a developer, and no county ends the pairs [SOD-10]")
{
    TestOffice county(allRooms());
    CHECK(county.refused([&] { openAccount(county, "tr2", county.as("tr").person(), true); })
              .contains("INCOMPATIBLE_POSTS"));
    openAccount(county, "dev1", TestOffice::idNumber(QDate(1990, 2, 2), 91), true);
    const QStringList ending = county.refused([&] {
        county.make("of", "administration.change_incompatible",
                    {{"action", "end"}, {"post_a", "DV"}, {"post_b", "IT"}, {"rule", "x"}},
                    {"power_sheet"});
    });
    CHECK(ending == QStringList{"POST_UNKNOWN"}); // the mark is no post
    CHECK(county.number(pairs) == 18);
    // A post that was put beside the mark with a tool.
    county.tamper({QStringLiteral("INSERT INTO post_assignment SELECT 77, operator, 'IT', "
                                  "department, '', 0, valid_from, NULL, op_seq FROM "
                                  "post_assignment WHERE operator = %1")
                       .arg(county.operatorId("dev1"))});
    const VerifyReport report = verified(county);
    CHECK(
        std::any_of(report.violations.begin(), report.violations.end(), [](const Violation &each) {
            return each.code == "INCOMPATIBLE_POSTS" && each.place == "post_assignment 77";
        }));
}
