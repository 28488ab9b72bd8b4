// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "ctl_desk.h"
#include "support/database_tool.h"
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <algorithm>
#include <catch2/catch.hpp>

using namespace jubao::test;

namespace {

QString code(const Result &result)
{
    return result.code();
}

const QJsonObject newcomer{
    {"id_number", "11010519491231002X"}, {"name", "甲乙丙"},     {"division", "411024100201"},
    {"household", "410220001"},          {"address", "一组1号"}, {"household_kind", "rural"}};

} // namespace

TEST_CASE("Without a window: make, decide, refuse, prove, restore [CTL-09] [CTL-20] [SEC-02]")
{
    const Desk desk;
    const Result clean = desk.as("au", {"verify"});
    CHECK(clean.status == 0);
    CHECK(clean.json["clean"].toBool());
    CHECK(clean.json["violations"].toArray().isEmpty());
    const Result told = desk.run({"verify", "--office", desk.office(), "--as", "au",
                                  "--password-file", desk.path("au.password")});
    CHECK(QString::fromUtf8(told.output).contains("完整：第 1 至第"));
    CHECK(code(desk.as("tc1", {"verify"})) == "POST_NOT_HELD");

    const QString file = desk.payload(newcomer);
    const QStringList papers{"--paper-seen", "id_card", "--paper-seen", "household_register"};
    CHECK(
        code(desk.as("en2", QStringList{"make", "enrollment.register", "--payload", file} + papers))
        == "WARNING_UNANSWERED");
    const Result made = desk.as(
        "en2",
        QStringList{"make", "enrollment.register", "--payload", file, "--reason", "x"} + papers);
    REQUIRE(made.status == 0);
    CHECK(made.json["state"].toString() == "in_review");
    const QString operation = QString::number(made.json["operation"].toInteger());

    CHECK(code(desk.as("en2b", {"decide", operation, "--recheck", "--evidence-checked"}))
          == "SOD_SAME_PERSON");
    CHECK(code(desk.as("en3", {"decide", operation, "--recheck"})) == "EVIDENCE_NOT_CHECKED");
    CHECK(desk.as("en3", {"decide", operation, "--recheck", "--evidence-checked"}).status == 0);
    const Result posted = desk.as("dep", {"decide", operation, "--approve", "--evidence-checked"});
    CHECK(posted.json["state"].toString() == "posted");
    const Result shown = desk.as("au", {"show", operation});
    CHECK(shown.json["actions"].toArray().size() == 3);

    const Result found = desk.as("tc1", {"find", "11010519491231002X"});
    REQUIRE(found.json.array().size() == 1);
    CHECK(found.json[0]["id_number"].toString() == "110105********002X");
    const QString person = QString::number(found.json[0]["id"].toInteger());
    CHECK(desk.as("tc1", {"account", person}).json["balance_yuan"].toString() == "0.00");
    CHECK(desk.as("tc1", {"history", person}).json.array().size() == 1);

    const auto keyOf = [&desk](const QString &one, const QString &other) {
        return desk.run({"data-key", "--office", desk.office(), "--as", one, "--password-file",
                         desk.path(one + ".password"), "--as", other, "--password-file",
                         desk.path(other + ".password"), "--json"});
    };
    CHECK(keyOf("sa", "se").json["key"].toString().size() == 67);
    CHECK(code(keyOf("sa", "sa")) == "SOD_SAME_PERSON");
    CHECK(code(keyOf("sa", "dir")) == "POST_NOT_HELD");
    CHECK(desk.as("sa", {"data-key"}).status == 2);

    const QString copy = desk.path("copy.jubao");
    REQUIRE(desk.as("it1", {"backup", copy}).status == 0);
    CHECK(code(desk.as("it1", {"backup", copy})) == "FILE_EXISTS");
    CHECK(code(desk.as("it1", {"backup", desk.path(".")})) == "FILE_IS_FOLDER");
    const Result nowhere = desk.as("it1", {"backup", desk.path("none/copy.jubao")});
    CHECK(nowhere.status == 3);
    CHECK(nowhere.json["error"].toString().contains("none/copy.jubao"));
    QStringList restore{"restore", copy, desk.path("again"), "--json"};
    for (const char *name : {"it1", "dep"})
        restore += {"--as", name, "--password-file", desk.path(QString(name) + ".password")};
    const Result restored = desk.run(restore);
    CHECK(restored.status == 0);
    CHECK(restored.json["violations"].toInt(-1) == 0);
    CHECK(code(desk.run(restore)) == "OFFICE_EXISTS");
    CHECK(desk.as("au", {"verify"}).json["clean"].toBool());
}

TEST_CASE("A row edited with a tool is named by its place without a window too [ACC-08] [SEC-02]")
{
    const Desk desk;
    QString person = "0";
    for (const char *name : {"王", "李", "张", "刘", "陈", "杨", "赵"}) {
        if (person == "0")
            person = QString::number(
                desk.as("en2", {"find", QString::fromUtf8(name)}).json[0]["id"].toInteger());
    }
    REQUIRE(person != "0");
    const QByteArray key = desk.run({"data-key", "--office", desk.office(), "--as", "sa",
                                     "--password-file", desk.path("sa.password"), "--as", "se",
                                     "--password-file", desk.path("se.password"), "--json"})
                               .json["key"]
                               .toString()
                               .toUtf8();
    runWithTool(desk.office() + "/office.jubao", key,
                "DROP TRIGGER person_version; DROP TRIGGER person_keep; UPDATE person SET name = "
                "'王不同' WHERE id = "
                    + person
                    + "; DROP TRIGGER division_version; DROP TRIGGER division_keep; UPDATE "
                      "division SET name = 'x' WHERE id = (SELECT min(id) FROM division)");
    for (const char *command : {"verify", "replay"}) {
        CAPTURE(command);
        const Result result = desk.as("au", {command});
        CHECK(result.status == 1);
        QStringList places;
        for (const QJsonValue &each : result.json["violations"].toArray()) {
            if (each["code"] == "ROW_CHANGED")
                places.append(each["place"].toString());
        }
        CHECK(places.size() == 2);
        CHECK(places.contains("person " + person));
        CHECK(places.filter("division ").size() == 1);
    }
}

TEST_CASE("Exit statuses and one JSON document")
{
    const Desk desk;
    CHECK(desk.run({"nothing", "--json"}).status == 2);
    CHECK(desk.run({"calc", "--json"}).status == 2);
    CHECK(desk.run({"--no-such-option"}).status == 2);
    CHECK(desk.run({"inbox", "--office", desk.path("absent"), "--as", "x", "--password-file",
                    "/dev/null", "--json"})
              .status
          == 3);
    QFile wrong(desk.path("wrong"));
    REQUIRE(wrong.open(QIODevice::WriteOnly));
    wrong.write("not the password");
    wrong.close();
    const Result refused = desk.run({"--json", "--office", desk.office(), "--as", "tc1",
                                     "--password-file", wrong.fileName(), "inbox"});
    CHECK(refused.status == 1);
    CHECK(code(refused) == "SIGN_IN_FAILED");
    CHECK(desk.run({"types", "--json"}).json.array().size() >= 4);
    CHECK(desk.run({"calc", "capital-amount", "107000.53", "--json"}).json["canonical"].toString()
          == QStringLiteral("壹拾万零柒仟元伍角叁分"));
    CHECK(desk.run({"calc", "capital-amount", "--read", "壹拾万柒仟元零伍角叁分", "--json"})
              .json["amount"]
              .toString()
          == "107000.53");
    CHECK(desk.run({"calc", "working-days", "2026-02-13", "3", "--json"}).json["end"].toString()
          == "2026-02-25");
    CHECK(desk.run({"calc", "subsidy", "--tier", "200", "--date", "2026-03-01", "--json"})
              .json["yuan"]
              .toString()
          == "30.00");
    const Result number = desk.run({"calc", "id-number", "11010519491231002X", "--json"});
    CHECK(number.json["valid"].toBool());
    CHECK(number.json["birth"].toString() == "1949-12-31");
}

TEST_CASE("What is written is for its owner alone, and nothing that is there is written over")
{
    const Desk desk;
    const auto isPrivate = [](const QString &file) {
        REQUIRE(QFile::exists(file));
        return !(QFile::permissions(file)
                 & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther));
    };
    const auto content = [](const QString &name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QString mine = desk.path("mine");
    QFile own(mine);
    REQUIRE(own.open(QIODevice::WriteOnly));
    own.write("mine");
    own.close();
    const QString person = desk.somebody();
    const QString batch = desk.batch();
    const QString pdf = desk.path("statement.pdf");
    const QString form = desk.path("form.xlsx");
    const QString rows = desk.path("rows.xlsx");
    REQUIRE(desk.as("en1", {"print", "accounts.statement", person, "-o", pdf}).status == 0);
    REQUIRE(desk.run({"import", "enrollment.take_over", "--template", form}).status == 0);
    REQUIRE(desk.as("en1", {"show", batch, "--rows", rows}).status == 0);
    for (const QString &file : {pdf, form, rows})
        CHECK(isPrivate(file));
    const QString sheet = desk.path("bad.csv");
    QFile bad(sheet);
    REQUIRE(bad.open(QIODevice::WriteOnly));
    bad.write("id_number,name,division,paid_months,balance_personal\n123,x,y,1,1\n");
    bad.close();
    const QStringList import{"import", "enrollment.take_over", sheet, "--check"};
    for (const QStringList &call : {QStringList{"print", "accounts.statement", person, "-o", mine},
                                    {"import", "enrollment.take_over", "--template", mine},
                                    {"show", batch, "--rows", mine},
                                    QStringList(import) << "-o" << mine,
                                    {"backup", mine}}) {
        CAPTURE(call.join(' ').toStdString());
        const Result result = desk.as(call.first() == "backup" ? "it1" : "en1", call);
        CHECK(result.status == 1);
        CHECK(code(result) == "FILE_EXISTS");
        CHECK(result.json["refusals"][0]["text"].toString().contains(mine));
        CHECK(content(mine) == "mine");
    }
    // Without a name the rows given back never take an earlier sheet's place.
    const QString first = desk.as("en1", import).json["sheet"].toString();
    const QString second = desk.as("en1", import).json["sheet"].toString();
    CHECK(first != second);
    CHECK(isPrivate(first));
    CHECK(isPrivate(second));

    const Result again = desk.run({"demo", desk.office(), "--persons", "1", "--json"});
    CHECK(again.status == 1);
    CHECK(code(again) == "OFFICE_EXISTS");
    CHECK(desk.as("au", {"verify"}).json["clean"].toBool());
    const QString halfFolder = desk.path("half");
    REQUIRE(QDir().mkpath(halfFolder));
    QFile::copy(desk.office() + "/office.slots", halfFolder + "/office.slots");
    CHECK(code(desk.run({"demo", halfFolder, "--persons", "1", "--json"})) == "OFFICE_EXISTS");
    CHECK(QFile::exists(halfFolder + "/office.slots"));
}

TEST_CASE("A slip of the hand on the command line is told, not guessed")
{
    const Desk desk;
    QFile list(desk.path("list.json"));
    REQUIRE(list.open(QIODevice::WriteOnly));
    list.write("[1, 2]");
    list.close();
    QFile half(desk.path("half.json"));
    REQUIRE(half.open(QIODevice::WriteOnly));
    half.write("{\"name\": ");
    half.close();
    for (const QString &name : {list.fileName(), half.fileName()}) {
        const Result made = desk.as("tc1", {"make", "enrollment.register", "--payload", name});
        CHECK(made.status == 2);
        CHECK(made.json["error"].toString().contains(name));
        CHECK_FALSE(made.json["error"].toString().contains("no error"));
    }
    for (const QStringList &wrong :
         {QStringList{"types", "more"},
          {"inbox", "more"},
          {"find", "a", "b"},
          {"verify", "now"},
          {"backup", "a", "b"},
          {"print", "a", "1", "b"},
          {"calc", "id-number", "1", "2"},
          {"calc", "capital-amount", "1", "2"},
          {"calc", "capital-amount", "1", "--read", "x"},
          {"calc", "subsidy", "--tier", "200", "--date", "2026-03-01", "x"},
          {"calc", "working-days", "2026-02-13", "3", "4"},
          {"calc", "working-days", "2026-02-13", "2147483647"},
          {"calc", "working-days", "2026-02-13", "99999999999"},
          {"calc", "working-days", "2026-02-13", "-1"},
          {"calc", "working-days", "2026-02-30", "1"},
          {"calc", "working-days", "9999-12-31", "1"},
          {"calc", "working-days", "0001-01-01", "1"},
          {"calc", "subsidy", "--tier", "x", "--date", "2026-03-01"},
          {"calc", "subsidy", "--tier", "200", "--date", "1066-10-14"},
          {"calc", "capital-amount", ""},
          {"verify", "--office", desk.office(), "--root", ""},
          {"verify", "--office", desk.office(), "--witness", ""},
          {"authority", "--office", desk.office(), "--operator", ""},
          {"decide", "1", "--approve", "--office", desk.office(), "--seen", ""},
          {"decide", "1", "--return", "--office", desk.office(), "--paper", " "},
          {"decide", "1", "--return", "--office", desk.office(), "--late-reason", "x"},
          {"calc", "capital-amount", "1.234"},
          {"calc", "capital-amount", "99999999999999999999"},
          {"demo", desk.path("new"), "--persons", "abc"},
          {"demo", desk.path("new"), "--persons", "0"},
          {"demo", desk.path("new"), "--persons", "99999999999"},
          {"demo", desk.path("new"), "--seed", "abc"},
          {"bench", "--persons", "abc"},
          {"bench", "--persons", "-5"},
          {"bench", "no_such_figure"}}) {
        const Result result = desk.run(QStringList(wrong) << "--json");
        CAPTURE(wrong.join(' ').toStdString(), result.output.toStdString());
        CHECK(result.status == 2);
        CHECK_FALSE(result.json["error"].toString().isEmpty());
    }
    CHECK_FALSE(QFile::exists(desk.path("new")));
    for (const char *beyond : {"1000000000000", "9999999999999.99"})
        CHECK(code(desk.run({"calc", "capital-amount", beyond, "--json"})) == "RULE_BROKEN");
    const Result noPlan = desk.run({"init", desk.path("new"), "--plan", "no-plan.json", "--json"});
    CHECK(noPlan.status == 2);
    CHECK(noPlan.json["error"].toString().contains("no-plan.json"));
    const QString plan = desk.payload({});
    {
        QFile twice(desk.path("twice.json"));
        REQUIRE(twice.open(QIODevice::WriteOnly));
        twice.write(R"({"a": {"amount": 1}, "b": "amount", "amount": 2, "\u0061mount": 3})");
    }
    const Result named =
        desk.run({"init", desk.path("new"), "--plan", desk.path("twice.json"), "--json"});
    CHECK(named.status == 2);
    CHECK(named.json["error"].toString().contains(QStringLiteral("“amount”")));
    CHECK(code(desk.run({"init", desk.office(), "--plan", plan, "--json"})) == "OFFICE_EXISTS");
    CHECK(desk.run({"calc", "working-days", "2026-02-13", "10000", "--json"})
              .json["end"]
              .toString()
              .startsWith("206"));
}

TEST_CASE("Who may only look gets no more from the command line than from the window [SEC-16]")
{
    const Desk desk;
    const QJsonArray open = desk.as("dep", {"inbox"}).json.array();
    QString operation;
    for (const QJsonValue &each : open) {
        if (each["type"].toString() == "enrollment.register")
            operation = QString::number(each["operation"].toInteger());
    }
    REQUIRE_FALSE(operation.isEmpty());
    const auto numberFor = [&](const QString &name) {
        const QJsonArray changes = desk.as(name, {"show", operation}).json["changes"].toArray();
        for (const QJsonValue &change : changes) {
            if (change["field"].toString() == "id_number")
                return change["after"].toString();
        }
        return QString();
    };
    CHECK(numberFor("dep").size() == 18);
    CHECK_FALSE(numberFor("dep").contains('*'));
    for (const char *name : {"st1", "ar1"})
        CHECK(numberFor(name).count('*') == 8);
    const QString person = desk.somebody();
    for (const char *name : {"st1", "ar1"}) {
        CHECK(code(desk.as(name, {"person", person, "--reveal"})) == "DATA_NOT_OPEN");
        CHECK(desk.as(name, {"person", person}).json["id_number"].toString().count('*') == 8);
    }
}

TEST_CASE("Who could do what and which hands are lacking, without a window [ORG-18] [ORG-24]")
{
    const Desk desk;
    const Result rows = desk.as("au", {"authority", "--operator", "tc1"});
    REQUIRE(rows.status == 0);
    const QJsonArray list = rows.json.array();
    CHECK_FALSE(list.isEmpty());
    for (const QJsonValue &row : list) {
        CHECK(row["operator"].toString() == "tc1");
        CHECK(row["post"].toString() == "TC");
        CHECK(row["division"].toString() == "411024100");
        CHECK_FALSE(row["basis"].toString().isEmpty());
    }
    CHECK(desk.as("au", {"authority", "--at", "2000-01-01"}).json.array().isEmpty());
    CHECK(desk.as("au", {"authority", "--at", "yesterday"}).status == 2);
    CHECK(code(desk.as("au", {"authority", "--operator", "nobody"})) == "OPERATOR_UNKNOWN");

    const Result staffing = desk.as("dir", {"staffing"});
    REQUIRE(staffing.status == 0);
    CHECK(staffing.json["posts"].toArray().size() == 18);
    CHECK_FALSE(staffing.json["routes"].toArray().isEmpty());
    const QJsonArray frauds = staffing.json["frauds"].toArray();
    for (const QJsonValue &fraud : frauds) {
        CAPTURE(fraud["fraud"].toString().toStdString());
        CHECK(fraud["persons"].toInt() >= 2);
        CHECK(fraud["names"].toArray().size() == fraud["persons"].toInt());
    }
}

TEST_CASE(
    "The demo county: work waits at every post, and its people came by the take-over [ENR-11]")
{
    const Desk desk;
    QFile passwords(desk.office() + "/demo-passwords.json");
    REQUIRE(passwords.open(QIODevice::ReadOnly));
    const QJsonArray operators =
        QJsonDocument::fromJson(passwords.readAll())["operators"].toArray();
    QSet<QString> posts;
    QMap<QString, int> accounts;
    for (const QJsonValue &each : operators) {
        const QString name = each["name"].toString();
        CAPTURE(name.toStdString());
        const Result inbox = desk.as(name, {"inbox"});
        CHECK(inbox.status == 0);
        CHECK_FALSE(inbox.json.array().isEmpty());
        for (const QJsonValue &post : each["posts"].toArray())
            posts.insert(post.toString());
        ++accounts[each["person"].toString()];
    }
    CHECK(posts.size() == 18);
    CHECK(std::count(accounts.begin(), accounts.end(), 2) == 1);

    QStringList steps;
    for (const QJsonValue &each : desk.as("dir", {"inbox"}).json.array())
        steps.append(each["type"].toString());
    CHECK(steps.contains("enrollment.take_over"));
    QSet<QString> changes;
    for (const QJsonValue &each : desk.as("en1", {"inbox"}).json.array())
        changes.insert(each["type"].toString());
    CHECK(changes.contains("enrollment.change"));
    QDateTime last;
    for (const QJsonValue &each : desk.as("co1", {"inbox"}).json.array()) {
        for (const QJsonValue &act : each["actions"].toArray())
            last = std::max(last, QDateTime::fromString(act["at"].toString(), Qt::ISODate));
    }
    CHECK(last.secsTo(jubao::SystemClock().now()) < 3600);
    CHECK(desk.as("au", {"verify"}).json["violations"].toArray().isEmpty());
    // With hardly anybody in it the months are quiet, and passwords still stay young enough.
    CHECK(desk.run({"demo", desk.path("hamlet"), "--persons", "1", "--json"}).status == 0);
}

TEST_CASE("A sheet is imported without a window: template, check, given back, handed in [ENR-11]")
{
    const Desk desk;
    const QString form = desk.path("template.xlsx");
    const Result blank = desk.run({"import", "enrollment.take_over", "--template", form, "--json"});
    CHECK(blank.status == 0);
    CHECK(QFileInfo(form).size() > 1000);
    CHECK(desk.as("en1", {"import", "contributions.collect", form}).status == 2);

    const QString path = desk.path("old.csv");
    const auto write = [&path](const QByteArray &text) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write("a,b\n1,2\n");
    CHECK(code(desk.as("en1", {"import", "enrollment.take_over", path})) == "COLUMN_MISSING");
    write("\xFF\xFF\xFE");
    CHECK(desk.as("en1", {"import", "enrollment.take_over", path}).status == 3);
    // Headings of an old system, mapped to field names; one row of two is good.
    const QString map = desk.path("map.json");
    QFile mapping(map);
    REQUIRE(mapping.open(QIODevice::WriteOnly));
    mapping.write("{\"证件\":\"id_number\",\"村\":\"division\",\"月数\":\"paid_months\",\"个人\":"
                  "\"balance_personal\"}");
    mapping.close();
    write("证件,name,村,月数,个人\n"
          "11010519491231002X,甲乙丙,柳河镇东岗村,120,1234.56\n"
          "110105194912310021,丁,柳河镇东岗村,120,1\n");
    const QStringList import{"import", "enrollment.take_over", path, "--map", map};
    const Result checked = desk.as("en1", QStringList(import) << "--check");
    REQUIRE(checked.status == 0);
    CHECK(checked.json["rows"].toInt() == 2);
    CHECK(checked.json["good"].toInt() == 1);
    CHECK(checked.json["bad"].toInt() == 1);
    CHECK(checked.json["sums_yuan"]["balance_personal"].toString() == "1234.56");
    CHECK(QFile::exists(checked.json["sheet"].toString()));
    CHECK(code(desk.as("tc1", import)) == "POST_NOT_HELD");

    const Result made = desk.as("en1", import);
    REQUIRE(made.status == 0);
    CHECK(made.json["good"].toInt() == 1);
    CHECK(made.json["state"].toString() == "in_review");
    const QString operation = QString::number(made.json["operation"].toInteger());
    const QString rows = desk.path("rows.xlsx");
    CHECK(desk.as("en3", {"show", operation, "--rows", rows}).json["rows"].toInt() == 1);
    CHECK(QFile::exists(rows));
    const QList<QPair<QString, QString>> route{
        {"en3", "--recheck"}, {"fh", "--review"}, {"au", "--joint"}, {"dir", "--approve"}};
    Result decided;
    for (const auto &[name, step] : route)
        decided = desk.as(name, {"decide", operation, step, "--evidence-checked"});
    CHECK(decided.json["state"].toString() == "posted");
    const QJsonValue person = desk.as("en1", {"find", "11010519491231002X"}).json[0];
    const Result account = desk.as("en1", {"account", QString::number(person["id"].toInteger())});
    CHECK(account.json["balance_yuan"].toString() == "1234.56");
}

TEST_CASE("Headless as well nobody takes two steps, by decide or by import [CTL-09] [SOD-20]")
{
    const Desk desk;
    CHECK(code(desk.run({"calc", "capital-amount", "--read", "nonsense", "--json"}))
          == "RULE_BROKEN");
    QSet<QString> types;
    for (const char *reader : {"tr1", "dep", "en1", "gl", "fh", "dir"}) {
        const QJsonArray waiting = desk.as(reader, {"inbox"}).json.array();
        for (const QJsonValue &each : waiting) {
            const QString maker = each["actions"][0]["operator"].toString();
            if (each["state"].toString() != "in_review")
                continue;
            CAPTURE(each["type"].toString().toStdString(), maker.toStdString());
            const QString operation = QString::number(each["operation"].toInteger());
            for (const char *step : {"--recheck", "--review", "--approve"}) {
                const Result tried =
                    desk.as(maker, {"decide", operation, step, "--evidence-checked"});
                CHECK(tried.status == 1);
                const QStringList expected{"SOD_SAME_PERSON", "NOT_THIS_STEP"};
                CHECK(expected.contains(code(tried)));
            }
            types.insert(each["type"].toString());
        }
    }
    CHECK(types.size() >= 2);
}

TEST_CASE("A damaged page is told as damage, with what to do, by the status for disks")
{
    const Desk desk;
    REQUIRE(desk.as("en1", {"find", desk.surname()}).status == 0);
    const QString path = desk.office() + "/office.jubao";
    CHECK(QFile::permissions(path).testFlag(QFile::ReadOwner));
    CHECK_FALSE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    // Every page but the first, which the opening reads: one of them is met by whatever is asked.
    constexpr qint64 page = 4096;
    for (qint64 at = page + 100; at < file.size(); at += page) {
        REQUIRE(file.seek(at));
        char byte = 0;
        REQUIRE(file.getChar(&byte));
        REQUIRE(file.seek(at));
        REQUIRE(file.putChar(char(byte ^ 1)));
    }
    file.close();
    const Result result = desk.as("en1", {"inbox"});
    CHECK(result.status == 3);
    const QString told = result.json["error"].toString();
    CHECK(told.contains(QStringLiteral("已损坏")));
    CHECK(told.contains(QStringLiteral("备份")));
    CHECK_FALSE(told.contains("SELECT"));
}

TEST_CASE("A sheet is written as what its name says, and drawing and verifying print no noise")
{
    const Desk desk;
    const QString csv = desk.path("form.csv");
    CHECK(desk.run({"import", "enrollment.take_over", "--template", csv}).status == 2);
    CHECK_FALSE(QFile::exists(csv));
    const Result verified = desk.as("au", {"verify"});
    CHECK(verified.status == 0);
    CHECK(verified.errors.isEmpty());
    const Result printed = desk.as(
        "en1", {"print", "accounts.statement", desk.somebody(), "-o", desk.path("one.pdf")});
    CHECK(printed.status == 0);
    CHECK(printed.errors.isEmpty());
}
