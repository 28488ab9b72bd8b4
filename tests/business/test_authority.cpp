// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/authority.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QFile>
#include <QRegularExpression>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QDate day(2026, 3, 2);

Authority readAuthority(TestOffice &county)
{
    return Authority::read(county.office->reader(), *county.registry);
}

/** Staff by hand: each person with the posts of one word, "FH+OF" for two. */
Authority staffed(const Authority &rules, const QStringList &persons)
{
    Authority authority = rules;
    authority.staff.holdings.clear();
    int number = 0;
    for (const QString &posts : persons) {
        ++number;
        for (const QString &post : posts.split('+')) {
            Holding held;
            held.operatorId = held.assignment = number;
            held.account = held.displayName = posts.toLower() + QString::number(number);
            held.person = QString::number(number);
            held.post = post.section('@', 0, 0);
            held.division = post.section('@', 1);
            held.head = true;
            held.from = QDate(2026, 1, 1);
            authority.staff.holdings.append(held);
        }
    }
    return authority;
}

int lacking(const Authority &authority)
{
    int count = 0;
    for (const RouteHands &route : routeHands(authority, day))
        count += route.enough ? 0 : 1;
    return count;
}

bool enough(const Authority &authority, const QString &key, const QString &division = {})
{
    for (const RouteHands &route : routeHands(authority, day)) {
        if (route.key == key && route.division == division)
            return route.enough;
    }
    return false;
}

QMap<QString, Collusion> collusions(const Authority &authority)
{
    QMap<QString, Collusion> map;
    for (const Collusion &each : smallestCollusions(authority, day))
        map.insert(each.id, each);
    return map;
}

} // namespace

TEST_CASE("Who could do what, on a day and over all time [ORG-18] [CTL-05] [CTL-10]")
{
    TestOffice county(allRooms());
    const auto rowsOn = [&](const QDate &on, const QString &account) {
        AuthorityFilter filter;
        filter.day = on;
        filter.account = account;
        filter.family = "contributions.collect";
        return authorityRows(readAuthority(county), filter);
    };
    CHECK(rowsOn(day, "tc").size() == 1);
    CHECK(rowsOn(day, "tc").first().letter == 'M');
    CHECK(rowsOn(day, "tc").first().division == "411024100");
    CHECK(rowsOn(day, "co1").size() == 3);
    CHECK(rowsOn(day.addDays(-1), "co1").isEmpty());

    county.clock->advance(qint64(72) * 3600 * 1000);
    const ActResult made = county.make("of", "administration.change_powers",
                                       {{"action", "set"},
                                        {"family", "contributions.collect"},
                                        {"post", "CO"},
                                        {"steps", "MC"},
                                        {"amount_to", 500000},
                                        {"basis", "decision 5"}},
                                       {"power_sheet"});
    county.act("dep", ActionKind::Approve, made.operation);
    const QList<AuthorityRow> after = rowsOn(QDate(2026, 3, 5), "co1");
    REQUIRE(after.size() == 2);
    CHECK(after.first().amountTo == 500000);
    CHECK(after.first().operation == made.operation);
    CHECK(after.first().basis == "decision 5");
    CHECK(rowsOn(QDate(2026, 3, 4), "co1").size() == 3);
    const QList<AuthorityRow> history = rowsOn({}, "co1");
    CHECK(history.size() == 5);
    int ended = 0;
    for (const AuthorityRow &row : history)
        ended += row.to == QDate(2026, 3, 4) ? 1 : 0;
    CHECK(ended == 3);
    // A post without a holder is shown too: the power waits for somebody.
    AuthorityFilter vacant;
    vacant.day = day;
    vacant.post = "BE";
    for (const AuthorityRow &row : authorityRows(readAuthority(county), vacant))
        CHECK(row.account.isEmpty());
}

TEST_CASE("What is delegated shows with its giver, its scope and its end [ORG-04] [ORG-18]")
{
    TestOffice county(allRooms());
    const ActResult lent = county.make("of", "administration.delegate",
                                       {{"action", "grant"},
                                        {"grantor", county.operatorId("en1")},
                                        {"grantee", county.operatorId("en2")},
                                        {"post", "EN"},
                                        {"valid_from", "2026-03-02"},
                                        {"valid_to", "2026-03-06"},
                                        {"families", "enrollment.key"},
                                        {"amount_to", 700},
                                        {"reason", "leave"}},
                                       {"authorisation_letter"});
    county.act("dep", ActionKind::Recheck, lent.operation);
    county.act("dir", ActionKind::Approve, lent.operation);
    AuthorityFilter filter;
    filter.account = "en2";
    QStringList families;
    for (const AuthorityRow &row : authorityRows(readAuthority(county), filter)) {
        if (row.delegatedBy.isEmpty())
            continue;
        families.append(row.family);
        CHECK(row.delegatedBy == "EN1");
        CHECK(row.to == QDate(2026, 3, 6));
        CHECK(row.amountTo == 700);
    }
    families.removeDuplicates();
    CHECK(families == QStringList{"enrollment.key"});
}

TEST_CASE("The staffing check on offices of 8, 12 and 20 people [ORG-24]")
{
    TestOffice county(allRooms());
    const Authority rules = readAuthority(county);
    const QString town = "@411024100";
    const QStringList eight{"DIR", "DEP", "EN", "CO", "BE", "FH", "SA", "SE"};
    const Authority small = staffed(rules, eight);
    CHECK(lacking(small) > 0);
    CHECK_FALSE(enough(small, "enrollment.register")); // one EN makes, nobody else rechecks
    CHECK(enough(small, "administration.open_account"));
    CHECK_FALSE(enough(small, "administration.assign_post")); // no OF

    const QStringList twelve{"DIR", "DEP", "EN", "EN+ST", "CO", "CO+OF",
                             "FH",  "GL",  "CA", "AU",    "SA", "SE"};
    const Authority middle = staffed(rules, twelve);
    CHECK(enough(middle, "enrollment.register"));
    CHECK(enough(middle, "administration.assign_post"));
    CHECK(enough(middle, "contributions.issue_numbers"));
    CHECK(lacking(middle) < lacking(small));

    // Key data made in the county take three of EN, the head among them: statistics lends a hand.
    const QStringList twenty{"DIR", "DEP", "EN",        "EN",        "CO", "CO", "BE",
                             "BE",  "FH",  "GL",        "CA",        "AU", "OF", "EN+ST",
                             "AR",  "IT",  "TC" + town, "TR" + town, "SA", "SE"};
    const Authority large = staffed(rules, twenty);
    CHECK(enough(large, "enrollment.register", "411024100"));
    for (const RouteHands &route : routeHands(large, day)) {
        CAPTURE(route.key.toStdString(), route.division.toStdString());
        CHECK(route.enough);
    }
    // Which posts could be filled without a conflict by those who are there.
    for (const PostStaffing &post : postStaffing(middle, day)) {
        CAPTURE(post.post.toStdString());
        for (const QString &name : post.candidates)
            CHECK_FALSE(post.holders.contains(name));
        if (post.post == "BE") {
            CHECK(post.holders.isEmpty());
            CHECK_FALSE(post.candidates.contains("fh7"));
            CHECK_FALSE(post.candidates.contains("en3"));
        }
    }
}

TEST_CASE("One person with two accounts is one hand [ORG-24] [CTL-09]")
{
    TestOffice county(allRooms());
    const Authority rules = readAuthority(county);
    Authority twice = staffed(rules, {"EN", "EN", "DEP"});
    CHECK(enough(twice, "enrollment.register"));
    for (Holding &held : twice.staff.holdings) {
        if (held.post == "EN")
            held.person = "the same";
    }
    CHECK_FALSE(enough(twice, "enrollment.register"));
}

TEST_CASE("The smallest colluding set of each kind of fraud [ORG-24]")
{
    TestOffice county(allRooms());
    const auto found = collusions(readAuthority(county));
    // An operator: account (SA, SE), post (OF and the director at least), key (SA, SE).
    CHECK(found["invent_operator"].persons == 4);
    CHECK(found["invent_operator"].told.contains("AU"));
    CHECK(found["invent_person"].persons == 3);
    CHECK(found["credit_without_money"].persons == 2);
    CHECK(found["change_route"].persons == 2);
    CHECK(found["change_policy"].persons == 4);
    CHECK(found["service_key"].persons == 2);
    CHECK(found["service_key"].told.contains("AA"));
    // Whoever holds two posts of a chain makes it shorter; without a hand it cannot be done.
    const Authority rules = readAuthority(county);
    CHECK(collusions(staffed(rules, {"SA+OF", "SE+DIR"}))["invent_operator"].persons == 2);
    CHECK(collusions(staffed(rules, {"SA", "SE", "DIR"}))["invent_operator"].persons == 0);
    // Ever more people of one kind change nothing.
    QStringList many{"DEP"};
    for (int i = 0; i < 60; ++i)
        many.append("EN");
    CHECK(collusions(staffed(rules, many))["invent_person"].persons == 3);
}

TEST_CASE("The security paper names the smallest colluding sets as routes and powers make them "
          "[ORG-24]")
{
    TestOffice county(allRooms());
    Authority rules = readAuthority(county);
    QStringList onePerPost;
    for (const PostInfo &post : shippedPosts())
        onePerPost += {post.code, post.code};
    const auto found = collusions(staffed(rules, onePerPost));
    QFile file(QStringLiteral(JUBAO_SOURCE_DIR "/SECURITY.md"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (const Collusion &each : found) {
        CAPTURE(each.title.toStdString(), each.persons);
        CHECK(text.contains(QStringLiteral("| %1 | %2 |").arg(each.title).arg(each.persons)));
    }
}
