// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/papers.h"
#include "paper_text.h"
#include "rooms/rooms.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

QJsonObject wholePerson(TestOffice &county)
{
    QJsonObject person = county.newPerson(1);
    person["name"] = QStringLiteral("阿卜杜拉·买买提艾力");
    person["village_group"] = QStringLiteral("第三组");
    person["post_code"] = "461200";
    person["bank_name"] = QStringLiteral("农村信用社");
    person["bank_card"] = "6228480123456789012";
    person["account_holder"] = QStringLiteral("买买提");
    person["beneficiary_name"] = QStringLiteral("古丽娜尔");
    person["beneficiary_relation"] = QStringLiteral("配偶");
    person["land_lost"] = 1;
    return person;
}

/** Step and name of each line, "-" where nobody took it yet, "rule" where the route lacks it. */
QStringList linesOf(const Office::Printable &printable)
{
    QStringList lines;
    const QJsonArray signOff = printable.data.values[u"sign_off"].toArray();
    for (const QJsonValue &line : signOff) {
        const QString name = line[u"name"].toString();
        lines.append(line[u"step"].toString() + u' '
                     + (!line[u"rule"].toString().isEmpty() ? QStringLiteral("rule")
                            : name.isEmpty()                ? QStringLiteral("-")
                                                            : name));
    }
    return lines;
}

qint64 keyChange(TestOffice &county, qint64 person)
{
    return county
        .make("tc", "enrollment.change_key",
              {{"person", person}, {"name", QStringLiteral("单一人")}, {"reason", "court"}},
              {"id_card", "change_proof"})
        .operation;
}

} // namespace

TEST_CASE("The registration form holds every field of the form [ENR-01] [REG-35]")
{
    TestOffice county(allRooms());
    const qint64 operation = county
                                 .make("tc", "enrollment.register", wholePerson(county),
                                       {"id_card", "household_register"}, "seen")
                                 .operation;
    QString text = textOf(printed(county, "tc", "enrollment.registration_form", operation));
    for (const char *label : {"姓名",         "性别",
                              "民族",         "出生日期",
                              "证件类型",     "公民身份号码",
                              "户籍性质",     "户籍所在地",
                              "常住地址",     "邮政编码",
                              "联系电话",     "参保身份",
                              "特殊群体证号", "参保日期",
                              "缴费档次",     "参加其他养老保险情况",
                              "被征地农民",   "开户银行",
                              "户名",         "银行账号",
                              "指定受益人",   "参保人（签字或按指印）",
                              "协办员",       "经办人",
                              "负责人",       "个人编号"}) {
        CAPTURE(label);
        CHECK(text.contains(QString::fromUtf8(label)));
    }
    const QJsonObject person = wholePerson(county);
    for (const char *field :
         {"name", "id_number", "household", "address", "village_group", "post_code", "bank_name",
          "bank_card", "account_holder", "beneficiary_name", "beneficiary_relation"}) {
        CAPTURE(field);
        CHECK(text.contains(person[QLatin1String(field)].toString().remove(u' ')));
    }
    county.act("tr", ActionKind::Recheck, operation);
    county.act("dep", ActionKind::Approve, operation);
    const Office::Printable approved =
        printed(county, "tc", "enrollment.registration_form", operation);
    CHECK_FALSE(approved.data.values["personal_number"].toString().isEmpty());
    CHECK(approved.data.values["place"].toString()
          == QStringLiteral("CountyTownshipVillage第三组"));
}

TEST_CASE("The longest names and addresses stand whole on one page [ENR-01]")
{
    TestOffice county(allRooms());
    QJsonObject person = wholePerson(county);
    person["address"] =
        QStringLiteral("河南省许昌市示范县城关镇人民路与解放大道交叉口向北三百米路东御景花园小区"
                       "二期十八号楼三单元二十五层东户（原城关镇第三棉纺织厂家属院）");
    person["name"] = QStringLiteral("阿卜杜热合曼·阿卜杜克热木江·买买提吐尔逊");
    person["beneficiary_name"] = QStringLiteral("古丽巴哈尔·阿卜杜热西提·买买提明");
    const qint64 operation =
        county.make("tc", "enrollment.register", person, {"id_card", "household_register"}, "seen")
            .operation;
    const QString text = textOf(printed(county, "tc", "enrollment.registration_form", operation));
    for (const char *field : {"name", "address", "beneficiary_name"})
        CHECK(text.contains(person[QLatin1String(field)].toString()));
}

TEST_CASE("A form before approval is marked a draft, reprints say which they are [CTL-12]")
{
    TestOffice county(allRooms());
    const qint64 operation = county
                                 .make("tc", "enrollment.register", county.newPerson(1),
                                       {"id_card", "household_register"})
                                 .operation;
    const QString form = "enrollment.registration_form";
    CHECK(printed(county, "tc", form, operation).stamp.contains("Draft"));
    county.act("tr", ActionKind::Recheck, operation);
    county.act("dep", ActionKind::Approve, operation);
    const Office::Printable first = printed(county, "tc", form, operation);
    CHECK(first.stamp.isEmpty());
    const Office::Printable again = printed(county, "tc", form, operation);
    CHECK(again.stamp == "Reprint no. 1");
    CHECK(printed(county, "dep", form, operation).stamp == "Reprint no. 2");
    CHECK(again.data.number == first.data.number);
    CHECK(first.data.number.startsWith("CB-01-2026-"));
    CHECK(textOf(first).contains(first.data.number));
    CHECK(county.refused([&] {
        county.office->prepareToPrint(county.as("tc"), "contributions.receipt", operation);
    }) == QStringList{"DOCUMENT_UNKNOWN"});
    CHECK(county.refused([&] {
        county.office->prepareToPrint(county.as("tc"), "no.such", operation);
    }) == QStringList{"DOCUMENT_UNKNOWN"});
    CHECK(county.refused([&] {
        county.office->prepareToPrint(county.as("tc"), "enrollment.change_form", operation);
    }) == QStringList{"DOCUMENT_UNKNOWN"});
}

TEST_CASE("A form prints the four lines from the actions and the rule of a missing step [CTL-15]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const qint64 operation = keyChange(county, person);
    const QString form = "enrollment.change_form";
    CHECK(linesOf(printed(county, "tc", form, operation)).mid(1)
          == QStringList{QStringLiteral("复核 -"), QStringLiteral("审核 -"),
                         QStringLiteral("审批 -")});
    county.act("tr", ActionKind::Recheck, operation);
    county.act("en1", ActionKind::Review, operation);
    county.clock->advance(qint64(20) * 60 * 60 * 1000);
    county.act("dep", ActionKind::Approve, operation);
    const Office::Printable paper = printed(county, "tc", form, operation);
    const QJsonArray lines = paper.data.values[u"sign_off"].toArray();
    REQUIRE(lines.size() == 4);
    CHECK(lines[0][u"post"].toString() == QStringLiteral("乡镇经办"));
    CHECK(lines[3][u"post"].toString() == QStringLiteral("分管副主任"));
    // 21:00 UTC is the next morning in the office.
    CHECK(lines[0][u"at"].toString() == "2026-03-02 09:00");
    CHECK(lines[3][u"at"].toString() == "2026-03-03 05:00");
    const QString text = textOf(paper);
    for (const QJsonValue &line : lines)
        CHECK(text.contains(line[u"step"].toString() + line[u"name"].toString()
                            + line[u"post"].toString()));

    const qint64 ordinary = county
                                .make("tc", "enrollment.change",
                                      {{"person", person}, {"phone", "13700001111"}}, {"id_card"})
                                .operation;
    county.act("tr", ActionKind::Recheck, ordinary);
    const Office::Printable two = printed(county, "tc", form, ordinary);
    CHECK(linesOf(two).mid(2)
          == QStringList{QStringLiteral("审核 rule"), QStringLiteral("审批 rule")});
    CHECK(textOf(two).contains(QStringLiteral("—本业务流程不设此环节（依据：参保岗2）")));
}

TEST_CASE("The lines are those of the revision that counts [CTL-15]")
{
    TestOffice county(allRooms());
    const qint64 operation = keyChange(county, county.enrol(1));
    county.act("tr", ActionKind::Recheck, operation);
    county.act("en1", ActionKind::Return, operation, "unclear");
    MakeRequest again;
    again.type = "enrollment.change_key";
    again.payload = county.office->view(county.as("tc"), operation).payload;
    again.evidence = {{"id_card", {}, {}}, {"change_proof", {}, {}}};
    again.resubmits = operation;
    county.office->make(county.as("tc"), again);
    const QStringList lines = linesOf(printed(county, "tc", "enrollment.change_form", operation));
    CHECK_FALSE(lines.first().endsWith(u'-'));
    CHECK(lines.mid(1)
          == QStringList{QStringLiteral("复核 -"), QStringLiteral("审核 -"),
                         QStringLiteral("审批 -")});
}

TEST_CASE("The change form says what was and what is, also long after it was posted [ENR-02]")
{
    TestOffice county(allRooms());
    const qint64 person = county.enrol(1);
    const QString oldName = county.office->reader().row("person", person)->value("name").toString();
    const qint64 operation = keyChange(county, person);
    county.act("tr", ActionKind::Recheck, operation);
    county.act("en1", ActionKind::Review, operation);
    county.act("dep", ActionKind::Approve, operation);
    const auto check = [&] {
        const Office::Printable paper = printed(county, "tc", "enrollment.change_form", operation);
        const QJsonArray rows = paper.data.values[u"rows"].toArray();
        REQUIRE(rows.size() == 1);
        CHECK(rows[0][u"before"].toString() == oldName);
        CHECK(rows[0][u"after"].toString() == QStringLiteral("单一人"));
        CHECK(paper.data.values[u"name"].toString() == oldName);
        const QString text = textOf(paper);
        CHECK(text.contains(QStringLiteral("单一人")));
        CHECK(text.contains("court"));
    };
    check();
    // A later change of the same field leaves the paper of this one as it was.
    const qint64 later =
        county
            .make("tc", "enrollment.change_key",
                  {{"person", person}, {"name", QStringLiteral("欧阳新")}, {"reason", "again"}},
                  {"id_card", "change_proof"})
            .operation;
    county.act("tr", ActionKind::Recheck, later);
    county.act("en1", ActionKind::Review, later);
    county.act("dep", ActionKind::Approve, later);
    check();
}

TEST_CASE("A move prints the change form with both places [ENR-02] [REG-35]")
{
    TestOffice county(allRooms());
    const qint64 operation = county
                                 .make("en1", "enrollment.move",
                                       {{"person", county.enrol(1)},
                                        {"division", "411024900201"},
                                        {"household", "410220009"},
                                        {"address", "Far 1"}},
                                       {"id_card", "household_register"})
                                 .operation;
    const Office::Printable paper = printed(county, "en1", "enrollment.change_form", operation);
    CHECK(paper.stamp.contains("Draft"));
    const QString text = textOf(paper);
    CHECK(text.contains("Farvillage"));
    CHECK(text.contains("CountyTownshipVillage"));
}

TEST_CASE("Who is taken in prints the change form without what the other township keeps [ENR-02]")
{
    TestOffice county(allRooms());
    const qint64 taken = county.enrol(1);
    const QJsonObject person = county.newPerson(1);
    const qint64 operation = county
                                 .make("tc9", "enrollment.take_in",
                                       {{"id_number", person["id_number"]},
                                        {"name", person["name"]},
                                        {"division", "411024900201"},
                                        {"household", "410229999"},
                                        {"household_relation", "0"},
                                        {"address", "Far 1"}},
                                       {"id_card", "household_register"})
                                 .operation;
    const auto checks = [&] {
        const QString text = textOf(printed(county, "tc9", "enrollment.change_form", operation));
        CHECK(text.contains("Farvillage"));
        CHECK(text.contains("Far1"));
        CHECK(text.contains(person["id_number"].toString()));
        CHECK_FALSE(text.contains("CountyTownshipVillage"));
        CHECK_FALSE(text.contains(person["address"].toString()));
        return text;
    };
    const QString number = QString::number(shortNumber(taken));
    CHECK_FALSE(checks().contains("个人编号" + number));
    county.act("en2", ActionKind::Recheck, operation);
    county.act("dep", ActionKind::Approve, operation);
    CHECK(checks().contains("个人编号" + number));
}

TEST_CASE(
    "The day sheet prints from its making, with numbers, money and both signatures [CON-15] [CTL-15]")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    for (int i = 1; i <= 40; ++i) {
        const qint64 made = county.collectAtCounter(
            county.enrol(i), QStringLiteral("A%1").arg(i, 8, 10, QChar(u'0')));
        county.act("tr", ActionKind::Recheck, made);
    }
    const qint64 closing = county
                               .make("tc", "contributions.day_close",
                                     {{"operator", county.operatorId("tc")},
                                      {"day", "2026-03-02"},
                                      {"counted", 800000},
                                      {"deposit_slip", "B-7"}})
                               .operation;
    const QString sheet = "contributions.day_sheet";
    const Office::Printable first = printed(county, "tc", sheet, closing, 3);
    CHECK(first.stamp.isEmpty());
    CHECK(linesOf(first).at(1) == QStringLiteral("复核 -"));
    const QString text = textOf(first);
    for (const char *said : {"A00000001", "A00000040", "8,000.00", "人民币捌仟元整", "B-7",
                             "（以下空白）", "page3of3"})
        CHECK(text.contains(QString::fromUtf8(said)));
    county.act("co1", ActionKind::Recheck, closing);
    const Office::Printable second = printed(county, "tc", sheet, closing, 3);
    CHECK(second.stamp == "Reprint no. 1");
    CHECK_FALSE(linesOf(second).at(1).endsWith(u'-'));
    CHECK(linesOf(second).at(3) == QStringLiteral("审批 rule"));
}

TEST_CASE("A statement goes on over pages, and its years lead to the balance [ACC-07]")
{
    TestOffice county(allRooms());
    county.issueNumbers("tc", "A");
    const qint64 person = county.enrol(1);
    const qint64 made = county.collectAtCounter(person, "A00000001", 30000);
    county.act("tr", ActionKind::Recheck, made);
    Office::Printable printable = printed(county, "tc", "accounts.statement", person);
    CHECK(printable.stamp.isEmpty());
    const QJsonArray years = printable.data.values[u"years"].toArray();
    REQUIRE(years.size() == 1);
    CHECK(years[0][u"opening"].toString() == "0.00");
    CHECK(years[0][u"personal"].toString() == "300.00");
    CHECK(years[0][u"closing"].toString() == "300.00");
    CHECK(printable.data.values[u"balance"].toString().startsWith("300.00"));
    CHECK(textOf(printable).contains("300.00"));
    QJsonArray rows;
    for (int i = 0; i < 100; ++i)
        rows.append(printable.data.values["rows"].toArray().first());
    printable.data.values["rows"] = rows;
    CHECK(renderPaper(printable.data, {printable.foot, {}}).pages == 5);
    // The same day it is the same paper; on another day it says something else.
    CHECK(printed(county, "tc", "accounts.statement", person).stamp == "Reprint no. 1");
    county.clock->advance(qint64(24) * 60 * 60 * 1000);
    const Office::Printable next = printed(county, "tc", "accounts.statement", person);
    CHECK(next.stamp.isEmpty());
    CHECK(next.data.number != printable.data.number);
}
