// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/policy_catalogue.h"
#include "administration/domain/power_rules.h"
#include "core/resources.h"
#include "database/migrations.h"
#include "operations/replay.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

QJsonArray shipped(const char *name)
{
    return QJsonDocument::fromJson(
               readResource(QStringLiteral(":/jubao/policy/%1.json").arg(QLatin1String(name))))
        .array();
}

class Powers : public TestOffice {
public:
    Powers() : TestOffice(allRooms()) { }

    QJsonObject setting(const QString &family, const QString &post, const QString &steps,
                        const QJsonObject &more = {}) const
    {
        QJsonObject payload{{"action", "set"},
                            {"family", family},
                            {"post", post},
                            {"steps", steps},
                            {"basis", "decision 7"}};
        for (auto it = more.begin(); it != more.end(); ++it)
            payload.insert(it.key(), it.value());
        return payload;
    }
    qint64 propose(const QString &maker, const QString &what, const QJsonObject &payload)
    {
        return make(maker, "administration." + what, payload, {"power_sheet"}).operation;
    }
    QStringList refusedPowers(const QJsonObject &payload, const QString &maker = "of")
    {
        return refused([&] { propose(maker, "change_powers", payload); });
    }
    QStringList refusedRoute(const QString &key, const QString &steps, const QString &filed = {},
                             const QString &division = {})
    {
        return refused([&] {
            propose("of", "change_route",
                    {{"route_key", key},
                     {"steps", steps},
                     {"filed_with", filed},
                     {"division", division},
                     {"basis", "decision 7"}});
        });
    }
    ActResult policy(const QJsonObject &payload, const QString &type = "policy_row")
    {
        const ActResult made = make("fh", "administration." + type, payload, {"policy_document"},
                                    "as the document says");
        act("en1", ActionKind::Recheck, made.operation);
        act("dep", ActionKind::Review, made.operation);
        return act("dir", ActionKind::Approve, made.operation);
    }
    QStringList refusedPolicy(const QJsonObject &payload, const QString &type = "policy_row")
    {
        return refused(
            [&] { make("fh", "administration." + type, payload, {"policy_document"}, "x"); });
    }
};

QJsonObject figure(const QString &key, const QString &value, const QString &from)
{
    return {{"key", key}, {"value", value}, {"valid_from", from}, {"source", "county no. 3"}};
}

} // namespace

TEST_CASE("Powers change in force only after posting, filed with audit and information [CTL-14] "
          "[ORG-18] [TIE-25]")
{
    Powers county;
    const qint64 operation = county.propose(
        "of", "change_powers",
        county.setting("contributions.collect", "DEP", "A", {{"amount_to", 100000}}));
    CHECK(county.number("SELECT count(*) FROM power WHERE amount_to = 100000") == 0);
    CHECK(county.refused([&] { county.act("dep", ActionKind::Approve, operation); })
              .contains("AVOIDANCE"));
    CHECK(county.act("dir", ActionKind::Approve, operation).state == OperationState::Posted);
    CHECK(county.number("SELECT amount_to FROM power WHERE family = 'contributions.collect' AND "
                        "post = 'DEP' AND valid_to IS NULL")
          == 100000);
    for (const char *name : {"au"})
        CHECK(county.act(name, ActionKind::Acknowledge, operation).operation == operation);
    CHECK(county.number(QStringLiteral("SELECT count(*) FROM filing WHERE operation = %1 AND "
                                       "acknowledged_seq IS NOT NULL")
                            .arg(operation))
          == 1);
    CHECK(county.number(
              QStringLiteral("SELECT count(*) FROM filing WHERE operation = %1").arg(operation))
          == 2);
}

TEST_CASE("A power that is withdrawn is gone, and what was stays readable [ORG-18] [CTL-05]")
{
    Powers county;
    county.clock->advance(qint64(48) * 3600 * 1000);
    const ActResult waiting = county.make("tc", "enrollment.register", county.newPerson(1),
                                          {"id_card", "household_register"});
    const QJsonObject payload{{"action", "withdraw"},
                              {"family", "enrollment.ordinary"},
                              {"post", "TR"},
                              {"basis", "decision 8"}};
    county.act("dep", ActionKind::Approve, county.propose("of", "change_powers", payload));
    CHECK(county.refused([&] { county.act("tr", ActionKind::Recheck, waiting.operation); })
          == QStringList{"POWER_MISSING"});
    CHECK(county.number("SELECT count(*) FROM power WHERE family = 'enrollment.ordinary' AND "
                        "post = 'TR' AND steps = 'C' AND valid_to = '2026-03-03'")
          == 1);
    CHECK(county.refusedPowers(payload) == QStringList{"POWER_MISSING"});
}

TEST_CASE("Nobody takes a step on his own powers [SOD-29]")
{
    Powers county;
    CHECK(county.refusedPowers(county.setting("enrollment.ordinary", "EN", "MC"), "en1")
              .contains("AVOIDANCE"));
    CHECK(county.refusedPowers(county.setting("petitions.register", "OF", "M"), "of")
              .contains("AVOIDANCE"));
    CHECK(county.refusedPowers(county.setting("enrollment.ordinary", "EN", "MC"), "of").isEmpty());
}

TEST_CASE("No county configures the minimum away [CTL-04] [CTL-10] [CTL-14]")
{
    Powers county;
    CHECK(county.refusedPowers(county.setting("finance.payment", "EN", "M"))
          == QStringList{"POWER_BEYOND_BOUND"});
    CHECK(county.refusedPowers(county.setting("contributions.collect", "TC", "MC"))
          == QStringList{"POWER_BEYOND_BOUND"});
    CHECK(county.refusedPowers(county.setting("contributions.collect", "TC", "Q"))
          == QStringList{"STEPS_MALFORMED"});
    CHECK(county.refusedPowers(county.setting("nothing", "TC", "M"))
          == QStringList{"FAMILY_UNKNOWN"});
    CHECK(county.refusedPowers(county.setting("contributions.collect", "ZZ", "M"))
          == QStringList{"POST_UNKNOWN"});
    CHECK(county.refusedPowers(
              county.setting("contributions.collect", "TC", "M", {{"amount_to", -1}}))
          == QStringList{"AMOUNT_MALFORMED"});
    CHECK(county.refusedPowers(
              county.setting("contributions.collect", "TC", "M", {{"division", "99"}}))
          == QStringList{"DIVISION_UNKNOWN"});
    // DEP and DIR approve powers: one of them may be taken out, not both.
    const QJsonObject without{{"action", "withdraw"},
                              {"family", "administration.powers"},
                              {"post", "DIR"},
                              {"basis", "x"}};
    const qint64 first = county.propose("of", "change_powers", without);
    county.act("dep", ActionKind::Approve, first);
    county.clock->advance(qint64(24) * 3600 * 1000);
    QJsonObject second = without;
    second["post"] = "DEP";
    CHECK(county.refusedPowers(second) == QStringList{"BELOW_MINIMUM"});
}

TEST_CASE("A route keeps order, powers, persons and filings [CTL-04] [CTL-14]")
{
    Powers county;
    const QString key = "contributions.collect";
    CHECK(county.refusedRoute(key, "make TC").contains("BELOW_MINIMUM"));
    CHECK(county.refusedRoute(key, "recheck TR\nmake TC").contains("ROUTE_MALFORMED"));
    CHECK(county.refusedRoute(key, "make TC\napprove DEP\nrecheck TR").contains("ROUTE_MALFORMED"));
    CHECK(county.refusedRoute(key, "make TC\nrecheck GL").contains("ROUTE_BEYOND_BOUND"));
    CHECK(county.refusedRoute(key, "make TC\nrecheck ZZ").contains("ROUTE_MALFORMED"));
    CHECK(county.refusedRoute(key, "make TC\nstamp TR").contains("ROUTE_MALFORMED"));
    CHECK(county.refusedRoute("nothing.at_all", "make TC\nrecheck TR")
          == QStringList{"ROUTE_KEY_UNKNOWN"});
    const QString powers = "administration.change_powers";
    CHECK(county.refusedRoute(powers, "make OF\napprove DEP").contains("FILING_OMITTED"));
    CHECK(county.refusedRoute(powers, "make OF AR", "AU IT").contains("APPROVER_OMITTED"));
    CHECK(county.refusedRoute("administration.policy_row", "make FH\napprove DIR", "AU")
              .contains("BELOW_MINIMUM"));
    CHECK(county.refusedRoute(key, "make TC CO\nrecheck TR CO\napprove DEP").isEmpty());
}

TEST_CASE("A power withdrawn leaves no route that needs it [CTL-14]")
{
    Powers county;
    county.clock->advance(qint64(24) * 3600 * 1000);
    for (const char *post : {"TR", "CO"}) {
        const qint64 operation = county.propose("of", "change_powers",
                                                {{"action", "withdraw"},
                                                 {"family", "contributions.collect"},
                                                 {"post", post},
                                                 {"basis", "x"}});
        county.act("dep", ActionKind::Approve, operation);
    }
    county.clock->advance(qint64(24) * 3600 * 1000);
    CHECK(county.refusedRoute("contributions.collect", "make TC\nrecheck TR")
              .contains("ROUTE_WITHOUT_POWER"));
}

TEST_CASE("A new route is followed by what is made after it, and only by that [CTL-14] [CTL-30]")
{
    Powers county;
    const QStringList papers{"id_card", "household_register"};
    const qint64 before =
        county.make("tc", "enrollment.register", county.newPerson(1), papers).operation;
    const QJsonObject stricter{{"route_key", "enrollment.register"},
                               {"steps", "make TC EN;recheck TR EN;review EN head;approve DEP"},
                               {"division", "411024100"},
                               {"basis", "township rule 2"}};
    const qint64 change = county.propose("of", "change_route", stricter);
    CHECK(county.act("dep", ActionKind::Approve, change).state == OperationState::Posted);
    county.act("tr", ActionKind::Recheck, before);
    CHECK(county.act("dep", ActionKind::Approve, before).state == OperationState::Posted);
    const qint64 after =
        county.make("tc", "enrollment.register", county.newPerson(2), papers).operation;
    county.act("tr", ActionKind::Recheck, after);
    CHECK(county.refused([&] { county.act("en2", ActionKind::Review, after); })
          == QStringList{"HEAD_ONLY"});
    CHECK(county.act("en1", ActionKind::Review, after).state == OperationState::InReview);
    CHECK(county.act("dep", ActionKind::Approve, after).state == OperationState::Posted);
    CHECK(county.refusedRoute("enrollment.register", "make TC\nrecheck TR", {}, "411024100")
              .contains("LOOSER_THAN_COUNTY"));
    // Who gains a step by the change has no hand in it.
    CHECK(county.refusedRoute("contributions.void_number", "make TC CO\nrecheck TR GL\napprove FH")
              .isEmpty());
    CHECK(county
              .refused([&] {
                  county.propose("fh", "change_route",
                                 {{"route_key", "contributions.void_number"},
                                  {"steps", "make TC CO\nrecheck TR GL\napprove FH"},
                                  {"basis", "x"}});
              })
              .contains("AVOIDANCE"));
}

TEST_CASE("Routes, powers and pairs as shipped pass the rules that later changes must pass "
          "[CTL-07] [CTL-14]")
{
    Powers county;
    const QList<Power> powers =
        powersInForce(county.office->reader(), county.office->reader().today());
    for (const QJsonValue &row : shipped("routes")) {
        const QString key = row["key"].toString();
        CAPTURE(key.toStdString());
        const OperationType *type = county.registry->find(key.section('#', 0, 0));
        if (!type)
            continue;
        const PowerFamily *family = findFamily(type->family);
        REQUIRE(family);
        const Route route = Route::fromJson(QJsonDocument(row["route"].toObject()).toJson());
        for (const Finding &each : routeFindings(route, *family, powers))
            FAIL_CHECK(each.text.toStdString());
        Findings read;
        CHECK(routeFromText(routeText(route), route.filedWith.join(' '), read).toJson()
              == route.toJson());
        CHECK(read.isEmpty());
    }
    for (const OperationType *type : county.registry->types()) {
        CAPTURE(type->id.toStdString());
        CHECK(shippedRouteKeys().contains(type->id));
        CHECK(findFamily(type->family));
        CHECK_FALSE(type->legalBasis.isEmpty());
    }
}

TEST_CASE("A pair of posts is added, never one that somebody holds, and binds at once [CTL-06]")
{
    Powers county;
    const auto adding = [&](const QString &a, const QString &b) {
        return county.propose("of", "change_incompatible",
                              {{"post_a", a}, {"post_b", b}, {"rule", "county rule 9"}});
    };
    CHECK(county.refused([&] { adding("EN", "EN"); }) == QStringList{"PAIR_OF_ONE"});
    CHECK(county.refused([&] { adding("BE", "EN"); }) == QStringList{"PAIR_STANDS"});
    county.assignPost({{"action", "give"}, {"operator", county.operatorId("en2")}, {"post", "ST"}});
    CHECK(county.refused([&] { adding("ST", "EN"); }) == QStringList{"PAIR_IS_HELD"});
    county.act("dep", ActionKind::Approve, adding("AR", "CO"));
    CHECK(county.refused([&] {
        county.make("of", "administration.assign_post",
                    {{"action", "give"}, {"operator", county.operatorId("co2")}, {"post", "AR"}},
                    {"appointment"});
    }) == QStringList{"INCOMPATIBLE_POSTS"});
}

TEST_CASE(
    "A county ends the pairs it added, never the regulation's, and verify looks at each in its "
    "time [CTL-04] [CTL-06] [TIE-35]")
{
    Powers county;
    const auto change = [&](const QString &action, const QString &a, const QString &b) {
        const qint64 operation = county.propose(
            "of", "change_incompatible",
            {{"action", action}, {"post_a", a}, {"post_b", b}, {"rule", "county rule 9"}});
        county.act("dep", ActionKind::Approve, operation);
    };
    const auto give = [&](const QString &post) {
        return county
            .assignPost(
                {{"action", "give"}, {"operator", county.operatorId("en2")}, {"post", post}})
            .state;
    };
    CHECK(county.refused([&] { change("end", "EN", "ST"); }) == QStringList{"PAIR_UNKNOWN"});
    CHECK(county.refused([&] { change("end", "BE", "EN"); }) == QStringList{"PAIR_BUILT_IN"});
    change("add", "EN", "ST");
    CHECK(county.refused([&] { give("ST"); }) == QStringList{"INCOMPATIBLE_POSTS"});
    county.clock->advance(1000);
    change("end", "ST", "EN");
    CHECK(county.refused([&] { change("end", "ST", "EN"); }) == QStringList{"PAIR_UNKNOWN"});
    county.clock->advance(1000);
    CHECK(give("ST") == OperationState::Posted);
    const auto violations = [&county] {
        return verifyOffice(county.office->database(), county.office->catalogue(),
                            Migrations::shipped(), *county.registry, {})
            .violations;
    };
    CHECK(violations().isEmpty());
    CHECK(replayOffice(county.office->database(), county.office->catalogue(), Migrations::shipped(),
                       *county.registry, {})
              .whole());
    // Held while the pair stood it would be named, although the pair has ended since.
    county.tamper({"UPDATE post_assignment SET op_seq = 2 WHERE post = 'ST'"});
    bool named = false;
    for (const Violation &each : violations())
        named = named || each.code == "INCOMPATIBLE_POSTS";
    CHECK(named);
}

TEST_CASE("A policy figure has a day, a source and a bound, and periods never overlap [CTL-04]")
{
    Powers county;
    CHECK(county.policy(figure("password.days", "60", "2026-04-01")).state
          == OperationState::Posted);
    const PolicyTable table = county.office->reader().policy();
    CHECK(table.figure("password.days", {}, QDate(2026, 3, 31)) == 90);
    CHECK(table.figure("password.days", {}, QDate(2026, 4, 1)) == 60);
    CHECK(county.number("SELECT count(*) FROM policy_row WHERE policy_key = 'password.days' AND "
                        "valid_to = '2026-03-31'")
          == 1);
    CHECK(county.refusedPolicy(figure("password.days", "45", "2026-04-01"))
          == QStringList{"PERIODS_OVERLAP"});
    CHECK(county.refusedPolicy(figure("password.days", "366", "2026-05-01"))
          == QStringList{"POLICY_VALUE_MALFORMED"});
    CHECK(county.refusedPolicy(figure("password.days", "x", "2026-05-01"))
          == QStringList{"POLICY_VALUE_MALFORMED"});
    CHECK(county.refusedPolicy(figure("no.such", "1", "2026-05-01"))
          == QStringList{"POLICY_KEY_UNKNOWN"});
    QJsonObject local = figure("password.days", "30", "2026-05-01");
    local["division"] = "411024100";
    CHECK(county.refusedPolicy(local) == QStringList{"COUNTY_ONLY"});
    QJsonObject nameless = figure("password.days", "30", "2026-05-01");
    nameless["source"] = " ";
    CHECK(county.refusedPolicy(nameless) == QStringList{"FIELD_MISSING"});
    CHECK(county
              .refused([&] {
                  county.make("fh", "administration.policy_row",
                              figure("password.days", "30", "2026-01-01"), {"policy_document"});
              })
              .contains("PERIODS_OVERLAP"));
    QJsonObject past = figure("subsidy.split", "省 60\n县 40", "2026-01-01");
    CHECK(county.refused([&] {
        county.make("fh", "administration.policy_row", past, {"policy_document"});
    }) == QStringList{"WARNING_UNANSWERED"});
    const Findings findings =
        county.office->check(county.as("fh"), "administration.policy_row", past);
    REQUIRE(findings.size() == 1);
    CHECK(findings.first().code == "POLICY_FOR_THE_PAST");
    CHECK(county.policy(past).state == OperationState::Posted);
}

TEST_CASE("Every policy figure that is shipped stands in the catalogue and reads back [CTL-04]")
{
    const PolicyTable table = PolicyTable::shipped();
    for (const PolicyRow &row : table.rows()) {
        CAPTURE(row.key.toStdString());
        const PolicyKey *key = findPolicyKey(row.key);
        REQUIRE(key);
        Findings findings;
        CHECK(policyValue(*key, policyText(*key, row.value), findings) == row.value);
        CHECK(findings.isEmpty());
        CHECK_FALSE(row.source.isEmpty());
    }
    const auto wrong = [](const char *key, const QString &text) {
        Findings findings;
        policyValue(*findPolicyKey(key), text, findings);
        return !findings.isEmpty();
    };
    CHECK(wrong("contribution.tiers", ""));
    CHECK(wrong("contribution.tiers", "300 40\n200 30"));
    CHECK(wrong("contribution.tiers", "300 -1"));
    CHECK(wrong("contribution.tiers", "300 40 50"));
    CHECK(wrong("contribution.year_close", "02-29"));
    CHECK(wrong("contribution.year_close", "13-01"));
    CHECK(wrong("subsidy.split", "省 60\n县 39.9999"));
    CHECK(wrong("subsidy.split", "省 50\n省 50"));
    Findings none;
    const PolicyKey *split = findPolicyKey("subsidy.split");
    CHECK(policyText(*split, policyValue(*split, "省 33.3333；县 66.6667%", none))
          == QStringLiteral("省 33.3333\n县 66.6667"));
    CHECK(none.isEmpty());
    const PolicyKey *close = findPolicyKey("contribution.year_close");
    CHECK(policyText(*close, policyValue(*close, "3-31 +1", none)) == "03-31 +1");
}

TEST_CASE("A year's holidays become known, and the past stays as deadlines were counted [CTL-16]")
{
    Powers county;
    const auto payload = [](const QString &days) {
        return QJsonObject{{"year", 2027}, {"days", days}, {"source", "notice 2026 no. 9"}};
    };
    const QString fixed =
        "2027-01-01 off 元旦;2027-05-01 休 劳动节;2027-10-01..2027-10-07 off 国庆节";
    CHECK(county.office->reader().calendar().isProvisional(QDate(2027, 2, 1)));
    CHECK(county.policy(payload(fixed + ";2027-10-09 班"), "calendar").state
          == OperationState::Posted);
    const HolidayCalendar calendar = county.office->reader().calendar();
    CHECK_FALSE(calendar.isProvisional(QDate(2027, 2, 1)));
    CHECK_FALSE(calendar.isWorkingDay(QDate(2027, 10, 7)));
    CHECK(calendar.isWorkingDay(QDate(2027, 10, 9)));
    CHECK(county.refusedPolicy(payload("2028-01-01 off"), "calendar")
              .contains("CALENDAR_OTHER_YEAR"));
    CHECK(
        county.refusedPolicy(payload("2027-02-30 off"), "calendar").contains("CALENDAR_MALFORMED"));
    CHECK(county.refusedPolicy(payload("2027-03-03 work"), "calendar")
              .contains("CALENDAR_MALFORMED"));
    CHECK(county.refusedPolicy(payload("2027-03-06 off;2027-03-06 work"), "calendar")
              .contains("CALENDAR_MALFORMED"));
    CHECK(county
              .refusedPolicy({{"year", 2026}, {"days", "2026-02-27 off"}, {"source", "x"}},
                             "calendar")
              .contains("CALENDAR_OF_THE_PAST"));
    QStringList codes;
    const QJsonObject partial{{"year", 2028}, {"days", "2028-01-01 off"}, {"source", "x"}};
    for (const Finding &each :
         county.office->check(county.as("fh"), "administration.calendar", partial))
        codes.append(each.code);
    CHECK(codes == QStringList{"CALENDAR_INCOMPLETE", "CALENDAR_INCOMPLETE"});
    CHECK(county.refused([&] {
        county.make("fh", "administration.calendar", partial, {"policy_document"});
    }) == QStringList{"WARNING_UNANSWERED"});
}
