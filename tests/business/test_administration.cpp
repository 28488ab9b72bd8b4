// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/resources.h"
#include "database/transaction.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QString assignPost = "administration.assign_post";

QJsonObject giving(TestOffice &county, const QString &name, const QString &post,
                   const QJsonObject &more = {})
{
    QJsonObject payload{{"action", "give"}, {"operator", county.operatorId(name)}, {"post", post}};
    // The administrators have no department of their own area.
    if (QStringList{"SA", "SE", "AA"}.contains(post))
        payload.insert("department", "IF");
    for (auto it = more.begin(); it != more.end(); ++it)
        payload.insert(it.key(), it.value());
    return payload;
}

/** A new account with a key of its own and no post. */
void openAccount(TestOffice &county, const QString &name, const QString &person)
{
    const ActResult made =
        county.make("sa", "administration.open_account",
                    {{"name", name}, {"display_name", name.toUpper()}, {"person", person}},
                    {"id_card"}, "a second account where there is one already");
    county.act("se", ActionKind::Approve, made.operation);
    county.admit(name);
}

QJsonObject lending(TestOffice &county, const QString &grantor, const QString &grantee,
                    const QString &post, const QString &from, const QString &to)
{
    return {{"action", "grant"},
            {"grantor", county.operatorId(grantor)},
            {"grantee", county.operatorId(grantee)},
            {"post", post},
            {"valid_from", from},
            {"valid_to", to},
            {"reason", "away"}};
}

ActResult lend(TestOffice &county, const QJsonObject &payload)
{
    const ActResult made =
        county.make("of", "administration.delegate", payload, {"authorisation_letter"});
    if (county.office->view(county.as("of"), made.operation).waitsForStep == ActionKind::Recheck)
        county.act("dep", ActionKind::Recheck, made.operation);
    return county.act("dir", ActionKind::Approve, made.operation);
}

QJsonArray shippedPairs()
{
    return QJsonDocument::fromJson(readResource(":/jubao/policy/incompatible.json")).array();
}

} // namespace

TEST_CASE("A new operator: account, post, key, and only then work [SM-12] [SEC-17]")
{
    TestOffice county(allRooms());
    openAccount(county, "en9", TestOffice::idNumber(QDate(1990, 2, 2), 91));
    const QStringList papers{"id_card", "household_register"};
    CHECK(county.refused([&] {
        county.make("en9", "enrollment.register", county.newPerson(1), papers);
    }) == QStringList{"POST_NOT_HELD"});
    const ActResult given =
        county.assignPost(giving(county, "en9", "EN", {{"division", "411024100"}}));
    CHECK(given.state == OperationState::Posted);
    CHECK(county.make("en9", "enrollment.register", county.newPerson(1), papers).state
          == OperationState::InReview);
    CHECK(county.number("SELECT count(*) FROM post_assignment WHERE department = 'RL' AND "
                        "division = '411024100' AND post = 'EN'")
          == 1);
    CHECK(county.number("SELECT count(*) FROM filing WHERE operation = "
                        + QString::number(given.operation))
          == 2);
}

TEST_CASE("An account has a name of its own and a natural person behind it [SEC-17] [CTL-09]")
{
    TestOffice county(allRooms());
    const auto opening = [&](const QString &name, const QString &person) {
        return county.refused([&] {
            county.make("sa", "administration.open_account",
                        {{"name", name}, {"display_name", "X"}, {"person", person}}, {"id_card"});
        });
    };
    const QString person = TestOffice::idNumber(QDate(1990, 2, 2), 91);
    CHECK(opening("tc", person) == QStringList{"ACCOUNT_NAME_TAKEN"});
    CHECK(opening("Tc 1", person) == QStringList{"ACCOUNT_NAME_MALFORMED"});
    CHECK_FALSE(opening("tc7", "411024199002020915").isEmpty());
    CHECK(opening("tc7", county.as("tr").person()) == QStringList{"WARNING_UNANSWERED"});
    CHECK(opening("sa2", county.as("sa").person()).contains("AVOIDANCE"));
}

TEST_CASE("A closed account keeps nothing: posts end first, the key goes with it [SEC-19]")
{
    TestOffice county(allRooms());
    const auto closing = [&] {
        return county.make("sa", "administration.close_account",
                           {{"operator", county.operatorId("en3")}});
    };
    CHECK(county.refused([&] { closing(); }) == QStringList{"POST_STILL_HELD"});
    county.assignPost({{"action", "end"}, {"operator", county.operatorId("en3")}, {"post", "EN"}});
    county.act("se", ActionKind::Approve, closing().operation);
    const QStringList refused =
        county.refused([&] { county.office->signIn("en3", TestOffice::password("en3")); });
    CHECK((refused == QStringList{"ACCOUNT_CLOSED"} || refused == QStringList{"KEY_CLOSED"}));
    CHECK(county.number("SELECT count(*) FROM operator_key k JOIN operator_account a ON a.id = "
                        "k.operator WHERE a.name = 'en3' AND k.state = 'open'")
          == 0);
}

TEST_CASE("Every pair that excludes one another is refused at assignment, over both accounts of "
          "the person [CTL-06] [ORG-02] [SOD-01] [SOD-02] [SOD-03] [SOD-04] [SOD-05] [SOD-06] "
          "[SOD-07] [SOD-08] [SOD-09] [SOD-11] [SOD-12] [SOD-13] [SOD-14] [TIE-35]")
{
    TestOffice county(allRooms());
    const QString person = TestOffice::idNumber(QDate(1990, 2, 2), 91);
    openAccount(county, "first", person);
    openAccount(county, "second", person);
    const QJsonArray pairs = shippedPairs();
    REQUIRE(pairs.size() >= 60);
    const auto refusedFor = [&](const QString &name, const QString &post) {
        return county.refused(
            [&] { county.make("of", assignPost, giving(county, name, post), {"appointment"}); });
    };
    QSet<QString> firsts;
    for (const QJsonValue &pair : pairs)
        firsts.insert(pair["a"].toString());
    for (const QString &held : firsts) {
        county.assignPost(giving(county, "first", held), "the only one for the test");
        for (const QJsonValue &pair : pairs) {
            if (pair["a"].toString() != held)
                continue;
            CAPTURE(held.toStdString(), pair["b"].toString().toStdString());
            CHECK(refusedFor("first", pair["b"].toString()).contains("INCOMPATIBLE_POSTS"));
            CHECK(refusedFor("second", pair["b"].toString()).contains("INCOMPATIBLE_POSTS"));
        }
        county.assignPost(
            {{"action", "end"}, {"operator", county.operatorId("first")}, {"post", held}},
            "the test goes on");
    }
    CHECK(refusedFor("second", "ST").isEmpty());
}

TEST_CASE("Every pair that excludes one another is refused at delegation [CTL-06] [ORG-02]")
{
    TestOffice county(allRooms());
    const QString day = county.office->reader().today().toString(Qt::ISODate);
    openAccount(county, "lender", TestOffice::idNumber(QDate(1990, 2, 2), 91));
    openAccount(county, "taker", TestOffice::idNumber(QDate(1991, 2, 2), 92));
    const QJsonArray pairs = shippedPairs();
    for (const QJsonValue &pair : pairs) {
        const QString held = pair["a"].toString();
        const QString lent = pair["b"].toString();
        CAPTURE(held.toStdString(), lent.toStdString());
        const QJsonObject end{{"action", "end"}};
        county.assignPost(giving(county, "lender", lent));
        county.assignPost(giving(county, "taker", held));
        CHECK(county.refused([&] {
            county.make("of", "administration.delegate",
                        lending(county, "lender", "taker", lent, day, day),
                        {"authorisation_letter"});
        }) == QStringList{"INCOMPATIBLE_POSTS"});
        for (const auto &[name, post] : {std::pair{"lender", lent}, std::pair{"taker", held}})
            county.assignPost(
                {{"action", "end"}, {"operator", county.operatorId(name)}, {"post", post}},
                "the test goes on");
    }
}

TEST_CASE(
    "Every pair that excludes one another stops every action, whichever account is used [CTL-06]")
{
    TestOffice county(allRooms());
    const QString person = TestOffice::idNumber(QDate(1990, 2, 2), 91);
    openAccount(county, "first", person);
    openAccount(county, "second", person);
    // Rows that got past the door, as an edited file would show them.
    PostingContext foreign;
    foreign.opSeq = 1'000'000;
    const auto writing = [&](const std::function<void(Writer &)> &write) {
        Transaction transaction(county.enteredBooks());
        ++foreign.opSeq;
        Writer writer(county.enteredBooks(), county.office->catalogue(), foreign, "administration");
        write(writer);
        transaction.commit();
    };
    const auto lay = [&](const QString &name, const QString &post) {
        qint64 id = 0;
        writing([&](Writer &writer) {
            id = writer.insert("post_assignment",
                               {{"operator", county.operatorId(name)},
                                {"post", post},
                                {"department", "TW"},
                                {"division", ""},
                                {"head", 0},
                                {"valid_from", "2026-01-01"}});
        });
        return id;
    };
    const auto take = [&](qint64 id) {
        writing([&](Writer &writer) {
            writer.update("post_assignment", id, {{"valid_to", "2026-01-31"}});
        });
    };
    const auto making = [&](const QString &name) {
        return county.refused([&] {
            county.make(name, "enrollment.register", county.newPerson(1),
                        {"id_card", "household_register"});
        });
    };
    const QJsonArray pairs = shippedPairs();
    for (const QJsonValue &pair : pairs) {
        CAPTURE(pair["a"].toString().toStdString(), pair["b"].toString().toStdString());
        const qint64 one = lay("first", pair["a"].toString());
        const qint64 other = lay("second", pair["b"].toString());
        for (const char *name : {"first", "second"})
            CHECK(making(name).contains("INCOMPATIBLE_POSTS"));
        take(other);
        CHECK_FALSE(making("first").contains("INCOMPATIBLE_POSTS"));
        take(one);
    }
}

TEST_CASE("The five areas stand in departments of their own: ten pairs refused [ORG-01]")
{
    TestOffice county(allRooms());
    openAccount(county, "new", TestOffice::idNumber(QDate(1990, 2, 2), 91));
    const QMap<QString, QString> areas{
        {"EN", "RL"}, {"BE", "BF"}, {"GL", "FN"}, {"AU", "AD"}, {"IT", "IF"}};
    for (auto post = areas.begin(); post != areas.end(); ++post) {
        for (const QString &department : areas) {
            CAPTURE(post.key().toStdString(), department.toStdString());
            const QStringList refused = county.refused([&] {
                const ActResult made =
                    county.make("of", assignPost,
                                giving(county, "new", post.key(), {{"department", department}}),
                                {"appointment"});
                county.act("of", ActionKind::Withdraw, made.operation);
            });
            CHECK(refused
                  == (department == post.value() ? QStringList() : QStringList{"AREAS_MERGED"}));
        }
    }
    CHECK(county.refused([&] {
        county.make("of", assignPost, giving(county, "new", "EN", {{"department", "ZZ"}}),
                    {"appointment"});
    }) == QStringList{"DEPARTMENT_UNKNOWN"});
}

TEST_CASE("Nobody has a step on his own post [SOD-29]")
{
    TestOffice county(allRooms());
    CHECK(county
              .refused([&] {
                  county.make("of", assignPost, giving(county, "of", "ST"), {"appointment"});
              })
              .contains("AVOIDANCE"));
    // A deputy's post is not rechecked by the deputy: it waits for the director at once.
    const ActResult made =
        county.make("of", assignPost, giving(county, "dep", "ST"), {"appointment"});
    CHECK(county.refused([&] { county.act("dep", ActionKind::Approve, made.operation); })
              .contains("AVOIDANCE"));
    CHECK(county.act("dir", ActionKind::Approve, made.operation).state == OperationState::Posted);
    const ActResult own =
        county.make("of", assignPost, giving(county, "dir", "ST"), {"appointment"});
    CHECK(county.refused([&] { county.act("dir", ActionKind::Approve, own.operation); })
              .contains("AVOIDANCE"));
    CHECK(county.act("dep", ActionKind::Approve, own.operation).state == OperationState::Posted);
}

TEST_CASE("Kin do not stand one above the other [SOD-17]")
{
    TestOffice county(allRooms());
    const ActResult declared = county.make("of", "administration.declare_avoidance",
                                           {{"action", "declare"},
                                            {"operator", county.operatorId("gl")},
                                            {"other", TestOffice::idNumber(QDate(1990, 2, 2), 91)},
                                            {"relation", "sibling"}},
                                           {"avoidance_declaration"});
    county.act("dep", ActionKind::Recheck, declared.operation);
    openAccount(county, "new", TestOffice::idNumber(QDate(1990, 2, 2), 91));
    const auto refusedFor = [&](const QString &post) {
        return county.refused(
            [&] { county.make("of", assignPost, giving(county, "new", post), {"appointment"}); });
    };
    CHECK(refusedFor("FH") == QStringList{"KIN_IN_LINE"});
    CHECK(refusedFor("DEP") == QStringList{"KIN_IN_LINE"});
    CHECK(refusedFor("EN").isEmpty());
}

TEST_CASE("A post is changed and ended from a day on, and what was true stays readable [SM-12] "
          "[ORG-24]",
          "[direct]")
{
    TestOffice county(allRooms());
    const auto payload = [&](const QString &action, const QJsonObject &more = {}) {
        QJsonObject made = giving(county, "tc9", "TC", more);
        made["action"] = action;
        return made;
    };
    county.assignPost(payload("change", {{"division", "411024100"}, {"valid_from", "2026-03-10"}}));
    CHECK(county.number("SELECT count(*) FROM post_assignment p JOIN operator_account a ON a.id = "
                        "p.operator WHERE a.name = 'tc9'")
          == 2);
    const auto collectsIn = [&](const QString &division) {
        QJsonObject person = county.newPerson(5);
        person["division"] = division;
        return county.refused([&] {
            const ActResult made = county.make("tc9", "enrollment.register", person,
                                               {"id_card", "household_register"});
            county.act("tc9", ActionKind::Withdraw, made.operation);
        });
    };
    CHECK(collectsIn("411024100201") == QStringList{"POST_EXPIRED"});
    county.clock->setNow(QDateTime(QDate(2026, 3, 10), QTime(2, 0), Qt::UTC));
    CHECK(collectsIn("411024100201").isEmpty());
    county.assignPost(payload("end"));
    CHECK(collectsIn("411024100201") == QStringList{"POST_EXPIRED"});
    CHECK(county.refused([&] { county.assignPost(payload("end")); })
          == QStringList{"POST_NOT_ASSIGNED"});
    CHECK(county.refused([&] {
        county.assignPost(
            {{"action", "end"}, {"operator", county.operatorId("fh")}, {"post", "FH"}});
    }) == QStringList{"WARNING_UNANSWERED"});
}

TEST_CASE("A delegation ends at its second, within its scope and amount [ORG-04] [ORG-05]")
{
    TestOffice county(allRooms());
    QJsonObject payload = lending(county, "dir", "dep", "DIR", "2026-03-02", "2026-03-04");
    const ActResult lent = lend(county, payload);
    REQUIRE(lent.state == OperationState::Posted);
    const auto pending = [&](int days) {
        return county
            .make("of", assignPost, giving(county, "st" + QString::number(days), "ST"),
                  {"appointment"})
            .operation;
    };
    for (int i = 1; i <= 3; ++i)
        openAccount(county, "st" + QString::number(i),
                    TestOffice::idNumber(QDate(1990, 2, i), 90 + i));
    // Who rechecked as deputy does not approve as director, not even by delegation.
    const qint64 first = pending(1);
    county.act("dep", ActionKind::Recheck, first);
    CHECK(county.refused([&] { county.act("dep", ActionKind::Approve, first); }).first()
          == "SOD_SAME_PERSON");
    // The director's own hand counts with the delegate's.
    county.act("dir", ActionKind::Approve, first);
    const ActResult another = county.make(
        "of", "administration.delegate",
        lending(county, "en1", "en2", "EN", "2026-03-02", "2026-03-05"), {"authorisation_letter"});
    county.clock->setNow(QDateTime(QDate(2026, 3, 4), QTime(15, 59, 59), Qt::UTC));
    CHECK(county.refused([&] { county.act("dep", ActionKind::Approve, another.operation); })
              .contains("NOT_THIS_STEP"));
    const ActResult endOwn =
        county.make("of", assignPost,
                    {{"action", "end"}, {"operator", county.operatorId("dep")}, {"post", "DEP"}},
                    {"appointment"}, "leaves");
    CHECK(county.refused([&] { county.act("dep", ActionKind::Approve, endOwn.operation); })
              .contains("AVOIDANCE"));
    const qint64 director =
        county.make("of", assignPost, giving(county, "st2", "DEP"), {"appointment"}).operation;
    county.clock->setNow(QDateTime(QDate(2026, 3, 4), QTime(16, 0, 0), Qt::UTC));
    CHECK(county.refused([&] { county.act("dep", ActionKind::Approve, director); })
          == QStringList{"POST_EXPIRED"});
}

TEST_CASE("Who received a post approves under it, and both names stand in the trace [ORG-05]")
{
    TestOffice county(allRooms());
    openAccount(county, "st2", TestOffice::idNumber(QDate(1990, 2, 2), 92));
    lend(county, lending(county, "dir", "dep", "DIR", "2026-03-02", "2026-03-04"));
    const qint64 given =
        county.make("of", assignPost, giving(county, "st2", "DEP"), {"appointment"}).operation;
    CHECK(county.act("dep", ActionKind::Approve, given).state == OperationState::Posted);
    CHECK(county.number(QStringLiteral("SELECT count(*) FROM journal WHERE operation = %1 AND post "
                                       "= 'DIR' AND detail LIKE '%delegated_by%'")
                            .arg(given))
          >= 1);
    // Taken back, it is gone at once.
    const ActResult revoked = county.make("of", "administration.delegate",
                                          {{"action", "revoke"},
                                           {"grantor", county.operatorId("dir")},
                                           {"grantee", county.operatorId("dep")},
                                           {"post", "DIR"},
                                           {"reason", "back"}},
                                          {"authorisation_letter"});
    county.act("dir", ActionKind::Approve, revoked.operation);
    county.clock->advance(1000);
    const qint64 later = county
                             .make("of", assignPost,
                                   {{"action", "change"},
                                    {"operator", county.operatorId("st2")},
                                    {"post", "DEP"},
                                    {"valid_to", "2026-12-31"}},
                                   {"appointment"})
                             .operation;
    CHECK(county.refused([&] { county.act("dep", ActionKind::Approve, later); })
          == QStringList{"POST_EXPIRED"});
}

TEST_CASE("A delegation gives only what it names [ORG-04]")
{
    TestOffice county(allRooms());
    openAccount(county, "co9", TestOffice::idNumber(QDate(1990, 2, 2), 91));
    QJsonObject payload = lending(county, "co1", "co9", "CO", "2026-03-02", "2026-03-04");
    payload["families"] = "bills.use";
    lend(county, payload);
    const auto issuing = [&] {
        return county.make("co9", "contributions.issue_numbers",
                           {{"kind", "contribution"},
                            {"prefix", "Z"},
                            {"first_number", 1},
                            {"last_number", 9},
                            {"holder", county.operatorId("co1")},
                            {"division", "411024"}});
    };
    CHECK(issuing().state == OperationState::InReview);
    const qint64 person = county.enrol(1);
    CHECK(county
              .refused([&] {
                  county.make("co9", "contributions.collect",
                              {{"person", person}, {"year", 2026}, {"amount", 20000}});
              })
              .contains("POWER_MISSING"));
    const auto refusedFor = [&](const QJsonObject &changed) {
        QJsonObject made = lending(county, "co1", "co2", "CO", "2026-03-02", "2026-03-04");
        for (auto it = changed.begin(); it != changed.end(); ++it)
            made.insert(it.key(), it.value());
        return county.refused(
            [&] { county.make("of", "administration.delegate", made, {"authorisation_letter"}); });
    };
    CHECK(refusedFor({{"post", "GL"}}).contains("POST_NOT_HELD"));
    CHECK(refusedFor({{"families", "finance.payment"}}) == QStringList{"POWER_MISSING"});
    CHECK(refusedFor({{"valid_to", "2026-03-01"}}) == QStringList{"PERIOD_ENDS_BEFORE_IT_BEGINS"});
    CHECK(refusedFor({{"valid_to", ""}}) == QStringList{"FIELD_MISSING"});
    CHECK(refusedFor({{"grantee", county.operatorId("co1")}})
          == QStringList{"DELEGATION_TO_ONESELF"});
    CHECK(refusedFor({{"grantee", county.operatorId("co9")}}) == QStringList{"DELEGATION_RUNNING"});
    CHECK(refusedFor({{"action", "revoke"}}) == QStringList{"DELEGATION_UNKNOWN"});
}

TEST_CASE("What is declared bars the step, and its end needs others [CTL-29] [SOD-31]")
{
    TestOffice county(allRooms());
    const QJsonObject kin{{"action", "declare"},
                          {"operator", county.operatorId("tr")},
                          {"other", county.newPerson(1)["id_number"]},
                          {"relation", "spouse"}};
    const auto declaring = [&](const QJsonObject &payload) {
        return county.make("of", "administration.declare_avoidance", payload,
                           {"avoidance_declaration"});
    };
    const auto rechecked = [&](int sequence) {
        const ActResult made = county.make("tc", "enrollment.register", county.newPerson(sequence),
                                           {"id_card", "household_register"});
        return county.refused([&] { county.act("tr", ActionKind::Recheck, made.operation); });
    };
    county.act("dep", ActionKind::Recheck, declaring(kin).operation);
    CHECK(rechecked(1) == QStringList{"AVOIDANCE"});
    CHECK(county.refused([&] { declaring(kin); }) == QStringList{"DECLARED_ALREADY"});
    QJsonObject end = kin;
    end["action"] = "end";
    CHECK(county.refused([&] { declaring(end); }) == QStringList{"FIELD_MISSING"});
    end["reason"] = "divorced";
    const ActResult ending = declaring(end);
    county.act("dep", ActionKind::Recheck, ending.operation);
    CHECK(county.act("dir", ActionKind::Approve, ending.operation).state == OperationState::Posted);
    CHECK(rechecked(2).isEmpty());
    CHECK(county.refused([&] { declaring(end); }) == QStringList{"DECLARATION_UNKNOWN"});
    // The declarant has no step in the end of his own bar.
    QJsonObject own = kin;
    own["operator"] = county.operatorId("of");
    county.act("dep", ActionKind::Recheck, declaring(own).operation);
    own["action"] = "end";
    own["reason"] = "divorced";
    CHECK(county.refused([&] { declaring(own); }).contains("AVOIDANCE"));
    QJsonObject self = kin;
    self["other"] = county.as("tr").person();
    CHECK(county.refused([&] { declaring(self); }) == QStringList{"DECLARES_HIMSELF"});
}

TEST_CASE(
    "What makes a post, an account or a key doubtful is said before it is handed in [ORG-24] [SEC-17]")
{
    TestOffice county(allRooms());
    const auto found = [&](const QString &type, const QJsonObject &payload) {
        QStringList codes;
        for (const Finding &each : county.office->check(county.as("of"), type, payload))
            codes.append(each.code);
        return codes;
    };
    CHECK(found(assignPost, giving(county, "en1", "EN")) == QStringList{"POST_HELD_ALREADY"});
    CHECK(found(assignPost, giving(county, "en1", "ST", {{"valid_to", "2026-13-40"}}))
          == QStringList{"FIELD_MALFORMED"});
    CHECK(found(assignPost,
                giving(county, "en1", "ST",
                       {{"valid_from", "2026-05-01"}, {"valid_to", "2026-04-01"}}))
          == QStringList{"PERIOD_ENDS_BEFORE_IT_BEGINS"});
    CHECK(found(assignPost, giving(county, "en1", "ST", {{"division", "99"}}))
          == QStringList{"DIVISION_UNKNOWN"});
    CHECK(found(assignPost, giving(county, "en1", "ZZ")) == QStringList{"POST_UNKNOWN"});
    CHECK(found(assignPost, {{"action", "give"}, {"operator", 1}, {"post", "ST"}})
          == QStringList{"OPERATOR_UNKNOWN"});
    QJsonObject end = giving(county, "ca", "CA");
    end["action"] = "end";
    CHECK(found(assignPost, end) == QStringList{"POST_LEFT_VACANT"});
    CHECK(found("administration.open_account",
                {{"name", "tc2"}, {"display_name", "T"}, {"person", county.as("tc").person()}})
          == QStringList{"PERSON_HAS_ACCOUNT"});
    county.make("tc", "enrollment.register", county.newPerson(1),
                {"id_card", "household_register"});
    const QStringList closing =
        found("administration.close_account", {{"operator", county.operatorId("tc")}});
    CHECK(closing == QStringList{"POST_STILL_HELD", "OPERATIONS_OPEN"});

    const auto key = [&](const QString &action, const QString &name, const QString &text = {}) {
        return found(
            "system.operator_key",
            {{"action", action}, {"operator", county.operatorId(name)}, {"public_key", text}});
    };
    openAccount(county, "new", TestOffice::idNumber(QDate(1990, 2, 2), 91));
    const QString used = county.office->slotFile().slot("new")->publicKey;
    CHECK(key("open", "new", used) == QStringList{"KEY_STILL_OPEN", "KEY_USED_BEFORE"});
    const ActResult closed = county.make(
        "sa", "system.operator_key", {{"action", "close"}, {"operator", county.operatorId("new")}});
    county.act("se", ActionKind::Approve, closed.operation);
    CHECK(key("close", "new") == QStringList{"NO_OPEN_KEY"});
    const QString real = county.office->slotFile().slot("tc")->publicKey;
    for (const QString &bad :
         {QString(), QString("abc"), QString("04"), QString(130, '0'), QString("zz") + real.mid(2),
          real.left(128), real + "00", real.left(128) + "00", "04" + QString(128, 'f')}) {
        CAPTURE(bad.toStdString());
        CHECK(key("open", "new", bad) == QStringList{"KEY_MALFORMED"});
    }
}

TEST_CASE("A post that ended while its end was under way comes back to its maker [SM-01] [SM-12]")
{
    TestOffice county(allRooms());
    QJsonObject payload = giving(county, "en3", "EN", {{"valid_to", "2026-03-03"}});
    payload["action"] = "change";
    county.assignPost(payload);
    payload = {{"action", "end"}, {"operator", county.operatorId("en3")}, {"post", "EN"}};
    const ActResult made = county.make("of", assignPost, payload, {"appointment"});
    county.clock->advance(qint64(72) * 3600 * 1000);
    const ActResult checked = county.act("dep", ActionKind::Recheck, made.operation);
    CHECK(checked.state == OperationState::Conflict);
    REQUIRE(checked.findings.size() == 1);
    CHECK(checked.findings.first().code == "STALE_RECORD");
}

TEST_CASE("What concerns the director himself is approved by the deputy, and nothing else [SOD-29] "
          "[CTL-14]")
{
    TestOffice county(allRooms());
    const qint64 ending =
        county
            .make("of", assignPost,
                  {{"action", "end"}, {"operator", county.operatorId("dir")}, {"post", "DIR"}},
                  {"appointment"}, "retires")
            .operation;
    CHECK(county.refused([&] { county.act("dir", ActionKind::Approve, ending); })
          == QStringList{"AVOIDANCE"});
    CHECK(county.act("dep", ActionKind::Approve, ending).state == OperationState::Posted);

    TestOffice other(allRooms());
    const qint64 given =
        other
            .make("of", assignPost,
                  {{"action", "give"}, {"operator", other.operatorId("en3")}, {"post", "ST"}},
                  {"appointment"})
            .operation;
    CHECK(other.refused([&] { other.act("dep", ActionKind::Approve, given); })
          == QStringList{"NOT_THIS_STEP"});
    CHECK(other
              .refused([&] {
                  other.make("of", "administration.change_route",
                             {{"route_key", assignPost},
                              {"steps", "make OF;approve DEP"},
                              {"filed_with", "AU IT"},
                              {"basis", "x"}},
                             {"power_sheet"});
              })
              .contains("APPROVER_NOT_ABOVE"));
}
