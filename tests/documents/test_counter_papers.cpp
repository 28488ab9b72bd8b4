// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paper_text.h"
#include "rooms/rooms.h"
#include <QJsonArray>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QString slip = "enrollment.acceptance_slip";
const QString notice = "enrollment.missing_papers";

Office::Printable noticeOf(TestOffice &county, const QJsonObject &payload, const QStringList &seen)
{
    return county.office->giveOutBeforeMaking(county.as("tc"), notice, "enrollment.register",
                                              payload, seen, [](const Office::Printable &) {});
}

} // namespace

TEST_CASE("The slip tells state, section, handler and limit, and nobody else's data [CTL-26]")
{
    TestOffice county(allRooms());
    QJsonObject person = county.newPerson(1);
    person["beneficiary_name"] = QStringLiteral("古丽娜尔");
    person["beneficiary_relation"] = QStringLiteral("配偶");
    const qint64 operation =
        county.make("tc", "enrollment.register", person, {"id_card", "household_register"})
            .operation;
    const Office::Printable given = printed(county, "tc", slip, operation);
    CHECK(given.stamp.isEmpty());
    const QString text = textOf(given);
    const QJsonObject &values = given.data.values;
    CHECK(values[u"section"].toString() == QStringLiteral("乡镇经办所"));
    CHECK(values[u"handler"].toString().endsWith(QStringLiteral("（乡镇经办）")));
    CHECK(values[u"limit"].toString() == QStringLiteral("5 个工作日"));
    CHECK(values[u"due_on"].toString() == QStringLiteral("2026年3月9日"));
    CHECK(values[u"waits_for"].toString().contains(QStringLiteral("乡镇复核")));
    for (const char *key : {"name", "section", "handler", "limit", "due_on", "waits_for"})
        CHECK(text.contains(values[QLatin1String(key)].toString().remove(u' ')));
    CHECK_FALSE(text.contains(QStringLiteral("古丽娜尔")));
    for (const char *own : {"id_number", "address", "household"})
        CHECK_FALSE(text.contains(person[QLatin1String(own)].toString()));
    CHECK_FALSE(text.contains(county.as("tc").person()));
    county.act("tr", ActionKind::Recheck, operation);
    county.act("dep", ActionKind::Approve, operation);
    const Office::Printable later = printed(county, "tc", slip, operation);
    CHECK(later.stamp == "Reprint no. 1");
    CHECK(later.data.values[u"waits_for"].toString() == QStringLiteral("—"));
    CHECK(later.data.values[u"name"].toString() == person["name"].toString());
}

TEST_CASE("Money at the counter has its slip, a matter of the office has none [CTL-26]")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 made = county.collectAtCounter(county.enrol(1), "A00000001");
    CHECK(printed(county, "tc", slip, made).stamp.isEmpty());
    for (const char *own : {"administration.assign_post", "enrollment.roster",
                            "contributions.issue_numbers", "contributions.day_close"}) {
        CAPTURE(own);
        const OperationType *type = county.office->registry().find(QLatin1String(own));
        REQUIRE(type);
        for (const DocumentSpec *document : county.office->registry().documentsOf(*type))
            CHECK(document->id != slip);
    }
    const qint64 issue =
        county.number("SELECT min(id) FROM operation WHERE type = 'contributions.issue_numbers'");
    CHECK(county.refused([&] { county.office->prepareToPrint(county.as("tc"), slip, issue); })
          == QStringList{"DOCUMENT_UNKNOWN"});
}

TEST_CASE("One notice names everything that is missing and by when [OFF-11] [REG-32]")
{
    TestOffice county(allRooms());
    const QJsonObject person = county.newPerson(1);
    CHECK(county.refused([&] { county.make("tc", "enrollment.register", person, {"id_card"}); })
          == QStringList{"EVIDENCE_MISSING"});
    const Office::Printable given = noticeOf(county, person, {"id_card"});
    const QJsonArray rows = given.data.values[u"rows"].toArray();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0][u"state"].toString() == QStringLiteral("已收"));
    CHECK(rows[1][u"state"].toString().startsWith(QStringLiteral("缺")));
    const QString text = textOf(given);
    CHECK_FALSE(text.contains(QStringLiteral("退回")));
    CHECK(text.contains(person["name"].toString().remove(u' ')));
    CHECK(text.contains(QStringLiteral("2026年3月23日前（15个工作日内）")));
    CHECK(text.contains(county.as("tc").displayName().remove(u' ')));
    CHECK(given.data.number.startsWith("FW-02-20260302-"));
    // Its number does not move by looking.
    const auto look = [&] {
        return county.office
            ->prepareBeforeMaking(county.as("tc"), notice, "enrollment.register", person,
                                  {"id_card"})
            .data.number;
    };
    const QString next = look();
    CHECK(next != given.data.number);
    CHECK(look() == next);
    CHECK(noticeOf(county, person, {"id_card"}).data.number == next);
    // The trail knows that and what was given, and shows no number of a person.
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'print' AND subject = "
                        "'enrollment.missing_papers enrollment.register'")
          == 0);
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'print' AND subject LIKE "
                        "'enrollment.missing_papers enrollment.register #%'")
          == 2);
    CHECK(county.number(QStringLiteral("SELECT count(*) FROM access_trail WHERE detail LIKE '%%1%'")
                            .arg(person["id_number"].toString()))
          == 0);
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.register'") == 0);
}

TEST_CASE("Where nothing is missing there is no notice, nor for a type without papers [OFF-11]")
{
    TestOffice county(allRooms());
    CHECK(county.refused([&] {
        noticeOf(county, county.newPerson(1), {"id_card", "household_register"});
    }) == QStringList{"RULE_BROKEN"});
    CHECK(county.refused([&] {
        county.office->prepareBeforeMaking(county.as("tc"), notice, "contributions.collect", {},
                                           {});
    }) == QStringList{"DOCUMENT_UNKNOWN"});
    CHECK(county.refused([&] {
        county.office->prepareBeforeMaking(county.as("tc"), slip, "enrollment.register",
                                           county.newPerson(1), {});
    }) == QStringList{"DOCUMENT_UNKNOWN"});
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'print'") == 0);
    county.tamper({"DELETE FROM policy_row WHERE policy_key = 'notice.supply_days'"});
    CHECK(county.refused([&] { noticeOf(county, county.newPerson(1), {}); })
          == QStringList{"POLICY_MISSING"});
}

TEST_CASE("An operation that was given back has its notice with the checker's reason [OFF-11]")
{
    TestOffice county(allRooms());
    const qint64 operation = county
                                 .make("tc", "enrollment.register", county.newPerson(1),
                                       {"id_card", "household_register"})
                                 .operation;
    CHECK(county.refused([&] { county.office->prepareToPrint(county.as("tc"), notice, operation); })
          == QStringList{"RULE_BROKEN"});
    county.act("tr", ActionKind::Return, operation, QStringLiteral("户口簿缺首页"));
    const Office::Printable given = printed(county, "tc", notice, operation);
    CHECK(given.stamp.isEmpty());
    const QJsonArray rows = given.data.values[u"rows"].toArray();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0][u"state"].toString() == QStringLiteral("已收"));
    CHECK(rows[2][u"paper"].toString() == QStringLiteral("户口簿缺首页"));
    CHECK(rows[2][u"state"].toString() == QStringLiteral("须更正"));
    CHECK(textOf(given).contains(QStringLiteral("户口簿缺首页须更正")));
}

TEST_CASE("The notice of a return names the papers that the checker asks for [OFF-11]")
{
    TestOffice county(allRooms());
    const qint64 operation = county
                                 .make("tc", "enrollment.register", county.newPerson(1),
                                       {"id_card", "household_register"})
                                 .operation;
    Action action;
    action.kind = ActionKind::Return;
    action.operation = operation;
    action.reason = QStringLiteral("复印件不清");
    action.papers = {"id_card", QStringLiteral("居住证明")};
    county.office->act(county.as("tr"), action);
    const QJsonArray rows = printed(county, "tc", notice, operation).data.values[u"rows"].toArray();
    QStringList said;
    for (const QJsonValue &row : rows)
        said.append(row[u"paper"].toString() + u' ' + row[u"state"].toString());
    CHECK(said
          == QStringList{
              QStringLiteral("ID card 缺，须补交"), QStringLiteral("Household register 已收"),
              QStringLiteral("居住证明 缺，须补交"), QStringLiteral("复印件不清 须更正")});
}
