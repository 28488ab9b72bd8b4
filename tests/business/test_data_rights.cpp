// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/rooms.h"
#include "support/test_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

struct Rights {
    const char *name;
    bool look;
    bool reveal;
    bool takeOut;
};

QString linesOf(const QString &kind)
{
    return QStringLiteral("SELECT count(*) FROM access_trail WHERE kind = '%1'").arg(kind);
}

} // namespace

TEST_CASE("Looking, revealing and taking out are powers apart from entry, change and maintenance "
          "[SEC-03] [SEC-16]")
{
    TestOffice county(allRooms());
    constexpr Rights expected[]{
        {"tc", true, true, true},    {"tr", true, true, true},    {"en1", true, true, true},
        {"co2", true, true, true},   {"fh", true, true, true},    {"ca", true, true, false},
        {"au", true, true, true},    {"dep", true, true, true},   {"sa", false, false, false},
        {"se", false, false, false}, {"aa", false, false, false}, {"of", false, false, false}};
    for (const Rights &each : expected) {
        CAPTURE(each.name);
        const Session &session = county.as(each.name);
        CHECK(county.office->mayUse(session, DataRight::Look) == each.look);
        CHECK(county.office->mayUse(session, DataRight::Reveal) == each.reveal);
        CHECK(county.office->mayUse(session, DataRight::Export) == each.takeOut);
    }
}

TEST_CASE("Who has no right to people's data sees none of it, and the try stays [SEC-03]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const ActResult open = county.make("tc", "enrollment.change",
                                       {{"person", person}, {"phone", "13911112222"}}, {"id_card"});
    const QStringList refused{"DATA_NOT_OPEN"};
    const qint64 before = county.number(linesOf("refused"));
    Session &administrator = county.as("sa");
    CHECK(county.refused([&] {
        county.office->look(administrator, DataRight::Look, "person", QString::number(person));
    }) == refused);
    CHECK(county.refused([&] { county.office->view(administrator, open.operation); }) == refused);
    CHECK(county.refused([&] { county.office->historyOf(administrator, person); }) == refused);
    CHECK(county.refused([&] {
        county.office->prepareToPrint(administrator, "accounts.statement", person);
    }) == refused);
    CHECK(county.number(linesOf("refused")) == before + 4);
    // Words say what was tried, no name of the program for it.
    for (const auto &[tried, words] :
         {std::pair{"accounts.statement", "Statement of rights"},
          std::pair{"enrollment.change", "Change of ordinary data"},
          std::pair{"search", "finding persons"},
          std::pair{"history", "the operations on a person"},
          std::pair{"person", "the record of a person"},
          std::pair{"account", "the account of a person"},
          std::pair{"reveal", "showing protected fields"}, std::pair{"export", "taking a list out"},
          std::pair{"print", "printing a list"}}) {
        CAPTURE(tried);
        QString text;
        try {
            county.office->requireRight(administrator, DataRight::Export, QLatin1String(tried));
        } catch (const RefusedError &error) {
            text = error.refusals.first().text;
        }
        CHECK(text.contains(QLatin1String(words)));
    }
    CHECK(county.number(linesOf("person")) == 0);
    county.office->look(county.as("en1"), DataRight::Look, "person", QString::number(person));
    CHECK(county.number(linesOf("person")) == 1);
}

TEST_CASE("The county takes a right over data back by its own operation [SEC-03] [CTL-14]")
{
    TestOffice county(allRooms());
    REQUIRE(county.office->mayUse(county.as("tc"), DataRight::Reveal));
    const QJsonObject change{{"action", "withdraw"},
                             {"family", "data.sealed"},
                             {"post", "TC"},
                             {"basis", "minutes of the section"}};
    const ActResult made =
        county.make("en1", "administration.change_powers", change, {"power_sheet"});
    county.act("dep", ActionKind::Approve, made.operation);
    CHECK_FALSE(county.office->mayUse(county.as("tc"), DataRight::Reveal));
    CHECK(county.office->mayUse(county.as("tc"), DataRight::Look));
    // What the regulation keeps from a post no county can give it.
    const QJsonObject beyond{{"action", "set"},
                             {"family", "data.sealed"},
                             {"post", "SA"},
                             {"steps", "V"},
                             {"basis", "minutes of the section"}};
    CHECK(county.refused([&] {
        county.make("en1", "administration.change_powers", beyond, {"power_sheet"});
    }) == QStringList{"POWER_BEYOND_BOUND"});
}
