// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "ctl_desk.h"
#include <QDateTime>
#include <QFileInfo>

using namespace jubao::test;

namespace {

QString thisYear()
{
    return QString::number(jubao::officeDate(jubao::SystemClock().now()).year());
}

/** An operation of that type that waits for this person; empty where there is none. */
QString waiting(const Desk &desk, const QString &name, const QString &type)
{
    const QJsonArray inbox = desk.as(name, {"inbox"}).json.array();
    for (const QJsonValue &each : inbox) {
        if (each["type"].toString() == type && each["state"].toString() == "in_review")
            return QString::number(each["operation"].toInteger());
    }
    return {};
}

} // namespace

TEST_CASE(
    "Without a window a village gets its statements and its list to fill in [ACC-07] [CON-01]")
{
    const Desk desk;
    const QString pdf = desk.path("village.pdf");
    const QStringList print{
        "print", "accounts.yearly_statement", "--division", "411024", "--year", thisYear(), "-o",
        pdf};
    const Result given = desk.as("en1", print);
    REQUIRE(given.status == 0);
    const int papers = given.json["papers"].toInt();
    CHECK(papers > 3);
    CHECK(given.json["pages"].toInt() >= papers);
    CHECK(QFileInfo(pdf).size() > 1000);
    // What is there is not written over, and what is printed for nobody is no print.
    CHECK(desk.as("en1", print).code() == "FILE_EXISTS");
    CHECK(desk.as("en1",
                  {"print", "accounts.yearly_statement", "--division", "999", "--year", thisYear(),
                   "-o", desk.path("no.pdf")})
              .code()
          == "NOTHING_TO_PRINT");
    CHECK_FALSE(QFileInfo::exists(desk.path("no.pdf")));
    CHECK(desk.as("en1",
                  {"print", "accounts.yearly_statement", "--division", "411024", "-o",
                   desk.path("no.pdf")})
              .status
          == 2);
    CHECK(desk.as("sa",
                  {"print", "accounts.yearly_statement", "--division", "411024", "--year",
                   thisYear(), "-o", desk.path("no.pdf")})
              .code()
          == "DATA_NOT_OPEN");

    const QString list = desk.path("list.xlsx");
    const QStringList roster{"import",     "contributions.declare",
                             "--template", list,
                             "--year",     QString::number(thisYear().toInt() + 1)};
    CHECK(desk.as("co1", roster).code() == "DIVISION_UNKNOWN");
    CHECK_FALSE(QFileInfo::exists(list));
    const QString open = waiting(desk, "co2", "contributions.declare_roster");
    const QString village = open.isEmpty()
        ? QStringLiteral("411024")
        : desk.as("co2", {"show", open}).json["division"].toString();
    const Result listed = desk.as("co1", QStringList(roster) << "--division" << village);
    REQUIRE(listed.status == 0);
    CHECK(listed.json["rows"].toInt() > 0);
    CHECK(QFileInfo::exists(list));
    // Handed in as it came, nobody has chosen: all rows come back.
    const Result checked = desk.as("co1",
                                   {"import", "contributions.declare", list, "--division", village,
                                    "--year", QString::number(thisYear().toInt() + 1), "--check"});
    CHECK(checked.json["good"].toInt() == 0);
    CHECK(checked.json["bad"].toInt() == listed.json["rows"].toInt());
}

TEST_CASE(
    "Without a window a return names its papers, and audit prints the month [OFF-11] [CON-08]")
{
    const Desk desk;
    const QString operation = waiting(desk, "en1", "enrollment.register");
    REQUIRE_FALSE(operation.isEmpty());
    const QStringList giveBack{"decide", operation, "--return", "--reason", "材料不全"};
    CHECK(desk.as("en1", {"decide", operation, "--recheck", "--paper", "id_card"}).status == 2);
    const Result first = desk.as("en1",
                                 QStringList(giveBack) << "--paper"
                                                       << "id_card");
    REQUIRE(first.status == 0);
    CHECK(first.json["state"].toString() == "returned");
    const QJsonObject shown = desk.as("en1", {"show", operation}).json.object();
    CHECK(shown["actions"].toArray().last().toObject()["papers"].toArray()
          == QJsonArray{"id_card"});
    CHECK(desk.as("en1", QStringList(giveBack)).code() == "NOT_IN_THIS_STATE");

    const QString month =
        jubao::officeDate(jubao::SystemClock().now()).toString(QStringLiteral("yyyyMM"));
    const Result printed = desk.as(
        "au", {"print", "supervision.exceptions", month, "-o", desk.path("exceptions.pdf")});
    CHECK(printed.status == 0);
    CHECK(printed.json["pages"].toInt() >= 1);
    const Result listed = desk.as("au", {"exceptions", month});
    CHECK(listed.status == 0);
    CHECK(listed.json["count"].toInt() == listed.json["exceptions"].toArray().size());
    CHECK(listed.json["read_by"].toString().isEmpty());
    const Result read = desk.as("au", {"exceptions", month, "--acknowledge"});
    CHECK_FALSE(read.json["read_by"].toString().isEmpty());
    CHECK(read.json["same"].toBool());
    CHECK(desk.as("dep", {"exceptions", month, "--acknowledge"}).code() == "POST_NOT_HELD");
    CHECK(desk.as("co1", {"exceptions", month}).code() == "POST_NOT_HELD");
    CHECK(desk.as("au", {"exceptions", "March"}).status == 2);
    CHECK(
        desk.as("tc1", {"print", "supervision.exceptions", month, "-o", desk.path("no.pdf")}).code()
        == "POST_NOT_HELD");
}
