// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QJsonDocument>
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

TEST_CASE("Revealing and taking out end where the post or the power ends [SEC-03] [SEC-16]")
{
    TestOffice county(allRooms());
    const qint64 here = county.enrol(1);
    QJsonObject away = county.newPerson(2);
    away["division"] = "411024900201";
    const ActResult other =
        county.make("tc9", "enrollment.register", away, {"id_card", "household_register"});
    const auto may = [&county](const char *name, DataRight right, const QString &division) {
        return county.office->mayUse(county.as(name), right, division);
    };
    for (const DataRight right : {DataRight::Reveal, DataRight::Export}) {
        CHECK(may("tc", right, "411024100201"));
        CHECK_FALSE(may("tc", right, "411024900201"));
        CHECK_FALSE(may("tc", right, QString())); // the whole county is not the township
        CHECK(may("en1", right, "411024900201"));
        CHECK(may("en1", right, QString()));
        CHECK(county.office->divisionsOfRight(county.as("tc"), right) == QStringList{"411024100"});
    }
    // Who takes a person in finds where that one was; the operations there are not his to see.
    CHECK(may("tc", DataRight::Look, "411024900201"));
    const QStringList outside{"DIVISION_OUTSIDE"};
    const qint64 refusedBefore = county.number(linesOf("refused"));
    const std::function<void(const Session &)> ways[]{
        [&](const Session &who) { county.office->view(who, other.operation); },
        [&](const Session &who) { county.office->effects(who, other.operation); },
        [&](const Session &who) { county.office->responsibility(who, other.operation); },
        [&](const Session &who) {
            county.office->evidence(who, other.operation, 1, "id_card", {});
        },
        [&](const Session &who) {
            county.office->prepareToPrint(who, "enrollment.registration_form", other.operation);
        }};
    for (const auto &look : ways) {
        CHECK(county.refused([&] { look(county.as("tc")); }) == outside);
        for (const char *name : {"tc9", "dep", "en1", "au"})
            CHECK(county.refused([&] { look(county.as(name)); }).isEmpty());
    }
    CHECK(county.number(linesOf("refused")) == refusedBefore + 5);
    for (const auto &look :
         {std::function<void()>([&] {
              county.office->prefill(county.as("tc9"), "enrollment.change", {{"person", here}});
          }),
          std::function<void()>([&] {
              county.office->prepareToPrint(county.as("tc9"), "accounts.statement", here);
          })})
        CHECK(county.refused(look) == outside);
    CHECK(county.office->historyOf(county.as("tc9"), here).isEmpty());
    CHECK(county.office->historyOf(county.as("tc"), here).size() == 1);
    Session &stranger = county.as("tc9");
    CHECK(county.refused([&] {
        county.office->lookAtPerson(stranger, DataRight::Reveal, "reveal", here);
    }) == QStringList{"DATA_NOT_OPEN"});
    CHECK(county.number(linesOf("reveal")) == 0);
    county.office->lookAtPerson(county.as("tc"), DataRight::Reveal, "reveal", here);
    CHECK(county.number(linesOf("reveal")) == 1);
    const auto phoneIn = [&](const char *name) {
        const OperationView view = county.office->view(county.as(name), other.operation);
        for (const Change &change : view.changes) {
            if (change.field == "phone")
                return change.after;
        }
        return QString();
    };
    CHECK(phoneIn("en1") == away["phone"].toString());
    CHECK(phoneIn("au") == away["phone"].toString());
}

TEST_CASE("A power that is narrowed to a township opens no other one [SEC-03] [CTL-14]")
{
    TestOffice county(allRooms());
    for (const char *right : {"data.sealed", "data.export"}) {
        const QJsonObject narrow{
            {"action", "set"}, {"family", right},         {"post", "EN"},
            {"steps", "V"},    {"division", "411024100"}, {"basis", "minutes of the section"}};
        const QJsonObject withdraw{{"action", "withdraw"},
                                   {"family", right},
                                   {"post", "EN"},
                                   {"basis", "minutes of the section"}};
        for (const QJsonObject &change : {withdraw, narrow}) {
            const ActResult made =
                county.make("of", "administration.change_powers", change, {"power_sheet"});
            county.act("dep", ActionKind::Approve, made.operation);
        }
    }
    for (const DataRight right : {DataRight::Reveal, DataRight::Export}) {
        CHECK(county.office->mayUse(county.as("en2"), right, QString("411024100201")));
        CHECK_FALSE(county.office->mayUse(county.as("en2"), right, QString("411024900201")));
    }
    const auto sight = [](const QStringList &divisions) {
        QList<HeldPost> posts;
        for (const QString &division : divisions) {
            HeldPost each;
            each.division = division;
            posts.append(each);
        }
        return divisionsInSight(posts);
    };
    CHECK(sight({}).isEmpty());
    CHECK(sight({"411024100", ""}) == QStringList{""});
    CHECK(sight({"411024"}) == QStringList{""});
    CHECK(sight({"411024900201", "411024100", "411024900", "411024100201"})
          == QStringList{"411024100", "411024900"});
    // Of a post in one township and a power of another nothing is left.
    HeldPost held;
    held.post = "TC";
    held.division = "411024900";
    held.validFrom = QDate(2020, 1, 1);
    Actor actor;
    actor.posts = {held};
    Power power;
    power.family = "data.sealed";
    power.post = "TC";
    power.steps = "V";
    power.validFrom = QDate(2020, 1, 1);
    const auto places = [&](const QString &division) {
        power.division = division;
        return divisionsOfRight(actor, {power}, county.clock->now(), DataRight::Reveal);
    };
    CHECK(places("411024100").isEmpty());
    CHECK(places("411024900201") == QStringList{"411024900201"});
    CHECK(places("411024") == QStringList{"411024900"});
    CHECK(places("") == QStringList{"411024900"});
}

TEST_CASE("Statistics and archives see operations with sealed fields masked, wherever they look "
          "[SEC-16]")
{
    const QString post = GENERATE(QString("ST"), QString("AR"));
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const ActResult change =
        county.make("tc", "enrollment.change",
                    {{"person", person}, {"phone", "13800000099"}, {"address", "东岗村二组十七号"}},
                    {"id_card"});
    county.tamper(
        {QStringLiteral("UPDATE post_assignment SET post = '%1' WHERE post = 'OF'").arg(post)});
    const Session &looking = county.as("of");
    REQUIRE(county.office->mayUse(looking, DataRight::Look));
    REQUIRE_FALSE(county.office->mayUse(looking, DataRight::Reveal));
    QList<OperationView> views = county.office->historyOf(looking, person);
    views.append(county.office->view(looking, change.operation));
    REQUIRE(views.size() == 3);
    for (const OperationView &view : std::as_const(views)) {
        CAPTURE(view.type.toStdString());
        QString shown = QString::fromUtf8(QJsonDocument(view.payload).toJson()) + view.summary;
        for (const Change &each : view.changes)
            shown += each.before + each.after;
        for (const Finding &each : view.findings)
            shown += each.text;
        for (const QString &secret :
             {county.newPerson(1)["id_number"].toString(), county.newPerson(1)["phone"].toString(),
              county.newPerson(1)["address"].toString(), QStringLiteral("13800000099"),
              QStringLiteral("东岗村二组十七号")}) {
            CAPTURE(secret.toStdString());
            CHECK_FALSE(shown.contains(secret));
        }
    }
    // Masks that come out alike do not hide that there is a change.
    for (const Change &each : std::as_const(views.last().changes))
        CHECK(each.before != each.after);
    CHECK(views.last().changes.size() == 2);
}
