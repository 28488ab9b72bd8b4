// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/id_number.h"
#include "database/ids.h"
#include "enrollment/domain/households.h"
#include "enrollment/domain/person_search.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QStringList registerPapers{"id_card", "household_register"};
const QStringList keyPapers{"id_card", "change_proof"};

qint64 posted(TestOffice &county, const QString &type, const QJsonObject &payload,
              const QStringList &papers, const QString &reason = {})
{
    const ActResult made = county.make("tc", type, payload, papers, reason);
    ActResult last = county.act("tr", ActionKind::Recheck, made.operation);
    if (type == QLatin1String("enrollment.change_key"))
        county.act("en1", ActionKind::Review, made.operation);
    if (type != QLatin1String("enrollment.change"))
        last = county.act("dep", ActionKind::Approve, made.operation);
    CHECK(last.state == OperationState::Posted);
    return made.operation;
}

} // namespace

TEST_CASE("The tier on the registration form is declared with it [ENR-01] [CON-01]")
{
    TestOffice county(allRooms());
    QJsonObject paper = county.newPerson(1);
    CHECK_FALSE(county.found("enrollment.register", paper).contains("TIER_SUBSIDY"));
    paper.insert("tier", 12345);
    CHECK(county.found("enrollment.register", paper).contains("NOT_A_TIER"));
    paper.insert("tier", 50000);
    CHECK(county.found("enrollment.register", paper) == QStringList{"TIER_SUBSIDY"});
    const qint64 made = county.make("tc", "enrollment.register", paper, registerPapers).operation;
    // It stands on the approval dialog.
    const OperationView view = county.office->view(county.as("tr"), made);
    CHECK(std::any_of(view.changes.begin(), view.changes.end(), [](const Change &change) {
        return change.field == "tier" && change.after == "500.00";
    }));
    county.act("tr", ActionKind::Recheck, made);
    county.act("dep", ActionKind::Approve, made);
    const qint64 person = county.number("SELECT max(id) FROM person");
    CHECK(county.number("SELECT amount FROM contribution_due WHERE year = 2026") == 50000);
    CHECK(county.number("SELECT person FROM contribution_due") == person);
    // Declaring the same year again is a change.
    CHECK(county.found("contributions.declare",
                       {{"person", person}, {"year", 2026}, {"amount", 50000}})
          == QStringList{"ALREADY_DECLARED"});
    CHECK(county.office->verify(county.office->verifyOptions()).violations.isEmpty());
    // Without a tier nothing is declared.
    county.enrol(2);
    CHECK(county.number("SELECT count(*) FROM contribution_due") == 1);
}

TEST_CASE("Each field of a record is changed by its own route [ENR-02]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const ActResult phone = county.make(
        "tc", "enrollment.change", {{"person", person}, {"phone", "13911112222"}}, {"id_card"});
    const OperationView view = county.office->view(county.as("tr"), phone.operation);
    REQUIRE(view.changes.size() == 1);
    CHECK(view.changes.first().field == "phone");
    CHECK(view.changes.first().before == "13800000001");
    CHECK(view.changes.first().after == "13911112222");
    CHECK(county.valueOf(person, "phone") == "13800000001");
    CHECK(county.act("tr", ActionKind::Recheck, phone.operation).state == OperationState::Posted);
    CHECK(county.valueOf(person, "phone") == "13911112222");

    const QJsonObject name{{"person", person}, {"name", "李四"}, {"reason", "court"}};
    CHECK(county.refused([&] { county.make("tc", "enrollment.change", name, {"id_card"}); })
              .contains("OTHER_OPERATION"));
    CHECK(county.refused([&] { county.make("tc", "enrollment.change_key", name, {"id_card"}); })
          == QStringList{"EVIDENCE_MISSING"});
    const ActResult key = county.make("tc", "enrollment.change_key", name, keyPapers);
    county.act("tr", ActionKind::Recheck, key.operation);
    CHECK(county.refused([&] { county.act("dep", ActionKind::Approve, key.operation); })
          == QStringList{"NOT_THIS_STEP"});
    CHECK(county.refused([&] { county.act("en2", ActionKind::Review, key.operation); })
          == QStringList{"HEAD_ONLY"});
    county.act("en1", ActionKind::Review, key.operation);
    CHECK(county.act("dep", ActionKind::Approve, key.operation).state == OperationState::Posted);
    CHECK(county.valueOf(person, "name") == "李四");
    CHECK(county.valueOf(person, "pinyin") == "ls");
    CHECK(county.number("SELECT count(*) FROM person_history") == 2);
}

TEST_CASE("A person is found by each thing that a clerk may have in hand")
{
    TestOffice county(allRooms());
    QJsonObject given = county.newPerson(1);
    given["name"] = QStringLiteral("单小明");
    given["bank_name"] = QStringLiteral("农村信用社");
    given["bank_card"] = "6217991000000001";
    const QString number = given["id_number"].toString();
    const ActResult made =
        county.make("tc", "enrollment.register", given, {"id_card", "household_register"});
    county.act("tr", ActionKind::Recheck, made.operation);
    county.act("dep", ActionKind::Approve, made.operation);
    county.enrol(2);
    const Reader reader = county.office->reader();
    const auto hits = [&](const QString &text) { return findPersons(reader, text, 10).size(); };
    for (const QString &text :
         {number, number.right(4), number.toLower(), QStringLiteral("单小"), QStringLiteral("sxm"),
          QStringLiteral("DX"), QStringLiteral("6217991000000001"), QStringLiteral("13800000001"),
          QStringLiteral("410220001")}) {
        INFO(text.toStdString());
        CHECK(hits(text) == 1);
    }
    county.tamper(
        {QString::fromUtf8("UPDATE person SET name = '单𬀩' WHERE name = '单小明'")});
    CHECK(hits(QStringLiteral("单")) == 1); // a rare character outside the basic plane
    CHECK(hits(QStringLiteral("19850505")) == 2);
    CHECK(findPersons(reader, QStringLiteral("19850505"), 1).size() == 1);
    for (const QString &text : {QStringLiteral("19850506"), QStringLiteral("小明"),
                                QStringLiteral("xm"), QStringLiteral("' OR 1=1"), QString()}) {
        INFO(text.toStdString());
        CHECK(hits(text) == 0);
    }
}

TEST_CASE("A change of nothing, of nobody, without a reason is refused [ENR-02]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    CHECK(county.found("enrollment.change", {{"person", 4711}}) == QStringList{"PERSON_UNKNOWN"});
    CHECK(county.found("enrollment.change", {}) == QStringList{"PERSON_UNKNOWN"});
    CHECK(county.found("enrollment.change", {{"person", person}})
          == QStringList{"NOTHING_CHANGED"});
    CHECK(county.found("enrollment.change", {{"person", person}, {"address", ""}})
          == QStringList{"FIELD_MISSING"});
    CHECK(county.found("enrollment.change_key", {{"person", person}, {"name", "李四"}})
          == QStringList{"FIELD_MISSING"});
    CHECK(county.found("enrollment.change",
                       {{"person", person}, {"division", "411024100202"}, {"phone", "13911112222"}})
          == QStringList{"OTHER_OPERATION"});
}

TEST_CASE("A new ID number brings birth date and sex, asks, and names who has it [ENR-02] [ENR-10]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const qint64 other = county.enrol(2);
    const QString number = TestOffice::idNumber(QDate(1985, 6, 5), 12);
    QJsonObject payload{{"person", person}, {"id_number", number}, {"reason", "police"}};
    CHECK(county.found("enrollment.change_key", payload) == QStringList{"BIRTH_CHANGES"});
    payload["birth"] = "1985-06-06";
    CHECK(county.found("enrollment.change_key", payload) == QStringList{"BIRTH_AND_NUMBER"});
    payload["id_number"] = number.left(17) + (number.endsWith('0') ? '1' : '0');
    CHECK(county.found("enrollment.change_key", payload).contains("ID_CHECK"));
    payload.remove("birth");
    payload["id_number"] = "411024850605012";
    CHECK(county.found("enrollment.change_key", payload).contains("ID_NUMBER_OLD"));
    payload["id_number"] = county.valueOf(other, "id_number");
    const Findings taken = county.office->check(county.as("tc"), "enrollment.change_key", payload);
    REQUIRE(taken.size() == 1);
    CHECK(taken.first().code == "ALREADY_ENROLLED");
    CHECK(taken.first().text.contains(county.valueOf(other, "name")));
    CHECK_FALSE(taken.first().text.contains(county.valueOf(other, "id_number")));

    payload["id_number"] = number;
    posted(county, "enrollment.change_key", payload, keyPapers, "police certificate");
    CHECK(county.valueOf(person, "id_number") == number);
    CHECK(county.valueOf(person, "id_last_four") == number.right(4));
    CHECK(county.valueOf(person, "birth") == "1985-06-05");
    CHECK(county.valueOf(person, "sex") == sexCode(IdNumber::parse(number, QDate(2026, 3, 2)).sex));
}

TEST_CASE("An open change stops another of the same aspect only [SM-01] [ENR-02]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const qint64 open = county
                            .make("tc", "enrollment.change",
                                  {{"person", person}, {"phone", "13911112222"}}, {"id_card"})
                            .operation;
    try {
        county.make("tc", "enrollment.change", {{"person", person}, {"address", "新村1号"}},
                    {"id_card"});
        FAIL("two at once");
    } catch (const RefusedError &error) {
        CHECK(error.refusals.first().code == "OTHER_OPERATION_OPEN");
        const QString text = error.refusals.first().text;
        for (const QString &part : QStringList{' ' + QString::number(shortNumber(open)) + " (",
                                               county.registry->find("enrollment.change")->title,
                                               county.as("tc").displayName(), "2026-03-02"})
            CHECK(text.contains(part));
    }
    CHECK(county
              .make("tc", "enrollment.change", {{"person", person}, {"household_kind", "urban"}},
                    {"id_card"})
              .state
          == OperationState::InReview);
    CHECK(county
              .make("tc", "enrollment.change_key",
                    {{"person", person}, {"bank_card", "6228480402564890018"}, {"reason", "x"}},
                    keyPapers)
              .state
          == OperationState::InReview);
    // Two operations that want the same new number exclude one another too.
    const qint64 other = county.enrol(2);
    const QString number = TestOffice::idNumber(QDate(1985, 6, 5), 12);
    county.make("tc", "enrollment.change_key",
                {{"person", person}, {"id_number", number}, {"reason", "x"}}, keyPapers, "asked");
    CHECK(county.refused([&] {
        county.make("tc", "enrollment.change_key",
                    {{"person", other}, {"id_number", number}, {"reason", "x"}}, keyPapers,
                    "asked");
    }) == QStringList{"OTHER_OPERATION_OPEN"});
}

TEST_CASE("A form that began from an older record comes back with both sides [SM-01] [ENR-02]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const OperationType *type = county.registry->find("enrollment.change");
    QJsonObject form = type->prefill({{"person", person}}, county.office->reader());
    form["person"] = person;
    posted(county, "enrollment.change", {{"person", person}, {"phone", "13911112222"}},
           {"id_card"});

    form["address"] = "新村1号";
    QJsonObject both = form;
    both["phone"] = "13733334444";
    CHECK(county.found("enrollment.change", both) == QStringList{"STALE_RECORD"});
    const QStringList refused =
        county.refused([&] { county.make("tc", "enrollment.change", both, {"id_card"}); });
    CHECK(refused == QStringList{"STALE_RECORD"});
    // What the clerk did not touch is no conflict, and the other clerk's telephone stays.
    posted(county, "enrollment.change", form, {"id_card"});
    CHECK(county.valueOf(person, "address") == "新村1号");
    CHECK(county.valueOf(person, "phone") == "13911112222");
}

TEST_CASE("What no longer fits when its turn comes goes back to the maker as a conflict [SM-01]")
{
    TestOffice county(allRooms());
    const qint64 one = county.enrol(1);
    const qint64 two = county.enrol(2);
    const auto headOf = [](qint64 person) {
        return QJsonObject{{"person", person}, {"household", "410220009"}};
    };
    const ActResult first = county.make("tc", "enrollment.change", headOf(one), {"id_card"});
    const ActResult second = county.make("tc", "enrollment.change", headOf(two), {"id_card"});
    CHECK(county.act("tr", ActionKind::Recheck, first.operation).state == OperationState::Posted);
    const ActResult late = county.act("tr", ActionKind::Recheck, second.operation);
    CHECK(late.state == OperationState::Conflict);
    REQUIRE(late.findings.size() == 1);
    CHECK(late.findings.first().code == "HOUSEHOLD_HEAD_EXISTS");
    CHECK(late.findings.first().text.contains(county.valueOf(one, "name").left(1) + "**"));
    CHECK(county.office->inbox(county.as("tc")).size() == 1);

    MakeRequest again;
    again.type = "enrollment.change";
    again.payload = headOf(two);
    again.payload["household_relation"] = "7";
    again.evidence = {{"id_card", {}, {}}};
    again.resubmits = second.operation;
    CHECK(county.office->make(county.as("tc"), again).state == OperationState::InReview);
    CHECK(county.act("tr", ActionKind::Recheck, second.operation).state == OperationState::Posted);
    CHECK(householdMembers(county.office->reader(), "410220009").size() == 2);
}

TEST_CASE("A post that ended gives sight of nobody [CTL-02]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const auto assigns = [&county](const char *action, const QString &division) {
        QJsonObject payload{
            {"action", action}, {"operator", county.operatorId("tc9")}, {"post", "TC"}};
        if (!division.isEmpty())
            payload["division"] = division;
        county.assignPost(payload, "helps out");
    };
    const QJsonObject collects{{"person", person}, {"year", 2026}, {"amount", 20000}};
    assigns("give", "411024");
    CHECK_FALSE(
        county.found("contributions.collect", collects, "tc9").contains("DIVISION_OUTSIDE"));
    assigns("end", "411024");
    CHECK(county.found("contributions.collect", collects, "tc9")
          == QStringList{"DIVISION_OUTSIDE"});
}

TEST_CASE("Rules of entry, case by case [ENR-08]")
{
    TestOffice county(allRooms());
    county.enrol(1);
    const QString girl = TestOffice::idNumber(QDate(1990, 5, 5), 12); // even order: female
    struct Case {
        const char *what;
        QJsonObject payload;
        QStringList codes;
    };
    const auto with = [&](const QJsonObject &differences) {
        QJsonObject person = county.newPerson(2);
        for (auto it = differences.constBegin(); it != differences.constEnd(); ++it)
            person[it.key()] = it.value();
        return person;
    };
    const auto born = [](int year, int month, int day) {
        return TestOffice::idNumber(QDate(year, month, day), 21);
    };
    const QList<Case> cases{
        {"as it should be", with({}), {}},
        {"sixteen today", with({{"id_number", born(2010, 3, 2)}}), {}},
        {"sixteen tomorrow", with({{"id_number", born(2010, 3, 3)}}), {"AGE_TOO_LOW"}},
        {"fifty-nine", with({{"id_number", born(1966, 3, 3)}}), {}},
        {"sixty today", with({{"id_number", born(1966, 3, 2)}}), {"AGE_BENEFIT_REACHED"}},
        {"no number", with({{"id_number", ""}}), {"ID_LENGTH"}},
        {"born on no day", with({{"id_number", "411024198502300019"}}), {"ID_BIRTH"}},
        {"no such province", with({{"id_number", "991024198505050017"}}), {"ID_CHECK"}},
        {"old number", with({{"id_number", "411024850505003"}}), {"ID_NUMBER_OLD"}},
        {"enrolled",
         with({{"id_number", TestOffice::idNumber(QDate(1985, 5, 5), 1)}}),
         {"ALREADY_ENROLLED"}},
        {"same name and birth",
         with({{"name", county.newPerson(1)["name"]}}),
         {"SAME_NAME_AND_BIRTH"}},
        {"no name", with({{"name", "  "}}), {"FIELD_MISSING"}},
        {"a name with a digit", with({{"name", "张三2"}}), {"NAME_MALFORMED"}},
        {"a name with a Latin letter", with({{"name", "张san"}}), {"NAME_MALFORMED"}},
        {"a name in Latin letters", with({{"name", "Zhang San"}}), {"NAME_MALFORMED"}},
        {"a name with a space", with({{"name", "张 三"}}), {"NAME_MALFORMED"}},
        {"a name with another dot", with({{"name", "买买提.艾力"}}), {"NAME_MALFORMED"}},
        {"a name of a minority", with({{"name", "买买提·艾力"}}), {}},
        {"a name of one character", with({{"name", "张"}}), {"NAME_SHORT"}},
        {"a household in words", with({{"household", "东岗村三组"}}), {"HOUSEHOLD_MALFORMED"}},
        {"a household of two lines", with({{"household", "410\n220"}}), {"FIELD_MALFORMED"}},
        {"an odd household number", with({{"household", "A-7"}}), {"HOUSEHOLD_UNUSUAL"}},
        {"a holder with a digit",
         with({{"bank_card", "6228480402564890018"}, {"account_holder", "王5"}}),
         {"HOLDER_IS_ANOTHER", "NAME_MALFORMED"}},
        {"a beneficiary with a digit", with({{"beneficiary_name", "王5"}}), {"NAME_MALFORMED"}},
        {"no address", with({{"address", ""}}), {"FIELD_MISSING"}},
        {"no household", with({{"household", ""}}), {"FIELD_MISSING"}},
        {"no such division", with({{"division", "999999"}}), {"DIVISION_UNKNOWN"}},
        {"a township", with({{"division", "411024100"}}), {"DIVISION_NOT_VILLAGE"}},
        {"another's village", with({{"division", "411024900201"}}), {"DIVISION_OUTSIDE"}},
        {"telephone of another household", with({{"phone", "13800000001"}}), {"SAME_PHONE"}},
        {"telephone in the family",
         with({{"phone", "13800000001"}, {"household", "410220001"}, {"household_relation", "8"}}),
         {}},
        {"no telephone number", with({{"phone", "12345"}}), {"PHONE_MALFORMED"}},
        {"landline", with({{"phone", "0374-7161234"}}), {}},
        {"short card", with({{"bank_card", "123"}}), {"BANK_CARD_MALFORMED"}},
        {"card of somebody else",
         with({{"bank_card", "6228480402564890018"}, {"account_holder", "王五"}}),
         {"HOLDER_IS_ANOTHER"}},
        {"second head",
         with({{"household", "410220001"}, {"household_relation", "0"}}),
         {"HOUSEHOLD_HEAD_EXISTS"}},
        {"a son who is female",
         with({{"id_number", girl}, {"household_relation", "2"}}),
         {"RELATION_AND_SEX"}},
        {"no such relation", with({{"household_relation", "self"}}), {"CHOICE_UNKNOWN"}},
        {"no such nation", with({{"nation", "汉"}}), {"CHOICE_UNKNOWN"}},
        {"a nation", with({{"nation", "回族"}}), {}},
        {"group without certificate",
         with({{"member_group", "021"}}),
         {"GROUP_CERTIFICATE_MISSING"}},
        {"group with certificate",
         with({{"member_group", "021"}, {"group_certificate", "41102419850505001944"}}),
         {}},
        {"student", with({{"student", 1}}), {"STUDENT"}},
        {"employee", with({{"other_scheme", "employee"}}), {"OTHER_SCHEME"}},
        {"civil servant", with({{"other_scheme", "public"}}), {"OTHER_SCHEME"}},
        {"pensioner elsewhere", with({{"other_scheme", "pension"}}), {"OTHER_PENSION"}},
        {"employee in the past", with({{"other_scheme", "employee_before"}}), {}},
        {"post code", with({{"post_code", "46120"}}), {"POST_CODE_MALFORMED"}},
        {"beneficiary without name", with({{"beneficiary_relation", "子"}}), {"FIELD_MISSING"}},
        {"beneficiary oneself",
         with({{"beneficiary_name", "x"},
               {"beneficiary_id_number", TestOffice::idNumber(QDate(1985, 5, 5), 2)}}),
         {"BENEFICIARY_IS_SELF"}},
    };
    for (const Case &each : cases) {
        CAPTURE(each.what);
        CHECK(county.found("enrollment.register", each.payload) == each.codes);
    }
}

TEST_CASE("A card and a household that others use are shown with their names [ENR-08]")
{
    TestOffice county(allRooms());
    QJsonObject first = county.newPerson(1);
    first["bank_card"] = "6228480402564890018";
    posted(county, "enrollment.register", first, registerPapers);
    QJsonObject second = county.newPerson(2);
    second["bank_card"] = "6228480402564890018";
    CHECK(county.found("enrollment.register", second) == QStringList{"SAME_BANK_CARD"});
    QJsonObject third = county.newPerson(3);
    third["household"] = "410220001";
    third["household_relation"] = "1";
    third["division"] = "411024900201";
    CHECK(county.found("enrollment.register", third, "tc9") == QStringList{"HOUSEHOLD_ELSEWHERE"});
    third["division"] = "411024100201";
    posted(county, "enrollment.register", third, registerPapers);
    const QList<HouseholdMember> members = householdMembers(county.office->reader(), "410220001");
    REQUIRE(members.size() == 2);
    CHECK(members.first().relation == "0");
    CHECK(members.last().name == third["name"].toString());
    CHECK(relationName("1") == QStringLiteral("配偶"));
    CHECK(householdMembers(county.office->reader(), "").isEmpty());
}

TEST_CASE("What the form declares beyond the record is kept and changed with it [ENR-01] [ENR-02]")
{
    TestOffice county(allRooms());
    QJsonObject person = county.newPerson(1);
    person["village_group"] = "三组";
    person["beneficiary_name"] = "张小三";
    person["other_scheme"] = "old_rural";
    person["land_lost"] = 1;
    posted(county, "enrollment.register", person, registerPapers);
    CHECK(county.number("SELECT count(*) FROM person_declaration WHERE village_group = '三组' AND "
                        "beneficiary_name = '张小三' AND land_lost = 1")
          == 1);
    const qint64 id = county.number("SELECT id FROM person");
    posted(county, "enrollment.change", {{"person", id}, {"land_lost", 0}, {"post_code", "461200"}},
           {"id_card"});
    CHECK(county.number("SELECT land_lost FROM person_declaration") == 0);
    const qint64 plain = county.enrol(2);
    CHECK(county.number("SELECT count(*) FROM person_declaration") == 1);
    posted(county, "enrollment.change", {{"person", plain}, {"village_group", "五组"}},
           {"id_card"});
    CHECK(county.number("SELECT count(*) FROM person_declaration") == 2);
    CHECK(county.number("SELECT count(*) FROM person") == 2);
}

TEST_CASE("Text that shows another than it holds is taken into no field [CTL-20]")
{
    TestOffice county(allRooms());
    const OperationType &type = *county.registry->find("enrollment.register");
    for (const Field &field : type.fields) {
        if (field.kind != FieldKind::Text && field.kind != FieldKind::LongText)
            continue;
        for (const char16_t hidden : {u'\u202e', u'\u200b', u'\u0007'}) {
            QJsonObject person = county.newPerson(1);
            person.insert(field.name, person[field.name].toString() + QChar(hidden));
            CAPTURE(field.name.toStdString(), int(hidden));
            try {
                county.make("tc", type.id, person, {"id_card", "household_register"});
                FAIL("taken");
            } catch (const RefusedError &error) {
                REQUIRE(error.refusals.size() == 1);
                CHECK(error.refusals.first().code == "FIELD_MALFORMED");
                CHECK(error.refusals.first().field == field.name);
                CHECK(error.refusals.first().text.contains("U+"));
            }
        }
    }
    // A bank's name and an account's own name come by the same door.
    CHECK(county
              .refused([&] {
                  county.make("sa", "administration.open_account",
                              {{"name", QStringLiteral("te\u200bn")},
                               {"display_name", QStringLiteral("丁一")},
                               {"person", TestOffice::idNumber(QDate(1980, 1, 1), 900)}});
              })
              .contains("FIELD_MALFORMED"));
}
