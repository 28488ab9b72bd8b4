// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QFile>
#include <QJsonDocument>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

constexpr qint64 dayMs = qint64(24) * 3600 * 1000;

/** The rooms and two types that stand in for the operations on posts and policy. */
std::shared_ptr<const TypeRegistry> roomsWithChanges()
{
    auto registry = std::make_shared<TypeRegistry>(*allRooms());
    OperationType type;
    type.id = "test.change";
    type.room = "administration";
    type.family = "system.keys";
    type.part = ControlPart::Information;
    type.legalBasis = "test";
    type.title = "Change";
    type.fields = {{"table", FieldKind::Text, "Table", true},
                   {"row", FieldKind::LongText, "Row", true}};
    type.check = [](const QJsonObject &, const Reader &, qint64) { return Findings(); };
    type.routeKey = [](const QJsonObject &, const Reader &) {
        return QString("system.operator_key");
    };
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.summary = [](const QJsonObject &, const Reader &) { return QString("Change"); };
    type.apply = [](const QJsonObject &payload, Writer &writer) {
        writer.insert(
            payload["table"].toString(),
            QJsonDocument::fromJson(payload["row"].toString().toUtf8()).object().toVariantMap());
    };
    registry->add(type);
    return registry;
}

void change(TestOffice &county, const QString &table, const QJsonObject &row)
{
    const qint64 operation =
        county
            .make("sa", "test.change",
                  {{"table", table},
                   {"row", QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact))}})
            .operation;
    county.act("se", ActionKind::Approve, operation);
}

QJsonObject policy(const QString &key, int value)
{
    return {{"policy_key", key},
            {"division", ""},
            {"valid_from", "2026-01-01"},
            {"value", QStringLiteral("{\"value\":%1}").arg(value)},
            {"source", "test"}};
}

qint64 lines(TestOffice &county, const QString &kind, const QString &subject)
{
    return county.number(
        QStringLiteral("SELECT count(*) FROM access_trail WHERE kind = '%1' AND subject = '%2'")
            .arg(kind, subject));
}

} // namespace

TEST_CASE("The limits are those of the policy, before the books are open too [SEC-10]")
{
    TestOffice county(roomsWithChanges());
    CHECK(county.office->idleLimit() == std::chrono::minutes(10));
    change(county, "policy_row", policy("password.tries", 2));
    change(county, "policy_row", policy("password.lock_minutes", 7));
    change(county, "policy_row", policy("session.idle_minutes", 3));
    change(county, "policy_row", policy("password.days", 9000));
    county.reopen();
    county.as("tr");
    CHECK(county.office->idleLimit() == std::chrono::minutes(3));
    CHECK(county.as("tr").passwordDaysLeft() == 365);

    county.reopen();
    for (int i = 0; i < 2; ++i)
        CHECK(county.refused([&] { county.office->signIn("tc", "wrong"); })
              == QStringList{"SIGN_IN_FAILED"});
    CHECK_FALSE(county.office->isOpen());
    CHECK(county.refused([&] { county.as("tc"); }) == QStringList{"ACCOUNT_LOCKED"});
    county.clock->advance(6 * 60 * 1000);
    CHECK(county.refused([&] { county.as("tc"); }) == QStringList{"ACCOUNT_LOCKED"});
    county.clock->advance(61 * 1000);
    CHECK(county.as("tc").failedTriesSince() == 2);
}

TEST_CASE(
    "Tries before the office was open go into the trail at the next sign-in [SEC-01] [SEC-10]")
{
    TestOffice county(allRooms());
    county.reopen();
    for (int i = 0; i < 3; ++i)
        county.refused([&] { county.office->signIn("tc", "wrong"); });
    const QByteArray slotsBefore = [&] {
        QFile file(county.folder() + "/office.slots");
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    CHECK_FALSE(slotsBefore.contains("since_sign_in"));
    county.as("tr");
    CHECK(lines(county, "sign_in_failed", "tc") == 3);
    county.as("tr");
    CHECK(county.as("tc").failedTriesSince() == 3);
    CHECK(lines(county, "sign_in_failed", "tc") == 3);
}

TEST_CASE("A locked window signs nothing until its own password opens it [SEC-10]")
{
    TestOffice county(allRooms());
    Session &session = county.as("tc");
    county.office->lock(session);
    CHECK(session.isLocked());
    const auto enrol = [&] {
        county.make("tc", "enrollment.register", county.newPerson(1),
                    {"id_card", "household_register"});
    };
    CHECK(county.refused(enrol) == QStringList{"SESSION_LOCKED"});
    CHECK(county.number("SELECT count(*) FROM operation WHERE type = 'enrollment.register'") == 0);
    CHECK(county.refused([&] { county.office->unlock(session, TestOffice::password("tr")); })
          == QStringList{"SIGN_IN_FAILED"});
    CHECK(session.isLocked());
    county.office->unlock(session, TestOffice::password("tc"));
    CHECK_FALSE(session.isLocked());
    CHECK(session.failedTriesSince() == 1);
    CHECK_NOTHROW(enrol());
    CHECK(lines(county, "lock", "tc") == 1);
    CHECK(lines(county, "unlock", "tc") == 1);
    CHECK(lines(county, "sign_in_failed", "tc") == 1);

    county.office->lock(session);
    for (int i = 0; i < 5; ++i)
        county.refused([&] { county.office->unlock(session, "wrong"); });
    CHECK(county.refused([&] { county.office->unlock(session, TestOffice::password("tc")); })
          == QStringList{"ACCOUNT_LOCKED"});
    const qint64 closing = county
                               .make("sa", "system.operator_key",
                                     {{"action", "close"}, {"operator", session.operatorId()}})
                               .operation;
    county.act("se", ActionKind::Approve, closing);
    county.clock->advance(31 * 60 * 1000);
    CHECK(county.refused([&] { county.office->unlock(session, TestOffice::password("tc")); })
          == QStringList{"KEY_CLOSED"});
    CHECK(session.isLocked());
}

TEST_CASE("A password is due a fortnight before its end and then only changes [SEC-10] [SM-13]")
{
    TestOffice county(allRooms());
    county.clock->advance(75 * dayMs);
    CHECK_FALSE(county.office->signIn("tc", TestOffice::password("tc"))->passwordDue());
    county.clock->advance(1 * dayMs);
    const auto due = county.office->signIn("tc", TestOffice::password("tc"));
    CHECK(due->passwordDue());
    CHECK(due->passwordDaysLeft() == 14);
    CHECK_FALSE(due->passwordMustChange());
    county.clock->advance(14 * dayMs);
    CHECK(county.office->signIn("tc", TestOffice::password("tc"))->passwordMustChange());
}

TEST_CASE(
    "Another post asks for another password at once, and on the day it begins [SEC-10] [SM-13]")
{
    TestOffice county(roomsWithChanges());
    county.clock->advance(dayMs);
    CHECK_FALSE(county.as("tc").passwordMustChange());
    QJsonObject post{{"operator", county.operatorId("tc")},
                     {"post", "EN"},
                     {"department", "RL"},
                     {"division", ""},
                     {"head", 0},
                     {"valid_from", "2026-03-03"},
                     {"valid_to", QJsonValue::Null}};
    change(county, "post_assignment", post);
    county.reopen();
    CHECK(county.as("tc").passwordMustChange());
    CHECK(county.refused([&] {
        county.make("tc", "enrollment.register", county.newPerson(1),
                    {"id_card", "household_register"});
    }) == QStringList{"PASSWORD_MUST_CHANGE"});
    county.clock->advance(1000);
    county.office->changePassword(county.as("tc"), TestOffice::password("tc"), "Neues?Wort77");
    CHECK_FALSE(county.as("tc").passwordMustChange());
    CHECK_NOTHROW(county.make("tc", "enrollment.register", county.newPerson(1),
                              {"id_card", "household_register"}));
    CHECK_FALSE(county.as("tr").passwordMustChange());

    post["operator"] = county.operatorId("tr");
    post["valid_from"] = "2026-03-20";
    post["valid_to"] = "2026-03-25";
    change(county, "post_assignment", post);
    const auto mustChange = [&] {
        county.reopen();
        return county.as("tr").passwordMustChange();
    };
    CHECK_FALSE(mustChange());
    county.clock->setNow(QDateTime(QDate(2026, 3, 20), QTime(1, 0), Qt::UTC));
    CHECK(mustChange());
    county.office->changePassword(county.as("tr"), TestOffice::password("tr"), "Neues?Wort77");
    county.clock->setNow(QDateTime(QDate(2026, 3, 26), QTime(1, 0), Qt::UTC));
    county.reopen();
    CHECK(county.office->signIn("tr", "Neues?Wort77")->passwordMustChange());
}

TEST_CASE(
    "A locked account is unlocked by two administrators before its time, by nobody for himself "
    "[SM-13] [SOD-29] [SEC-10]")
{
    TestOffice county(allRooms());
    const auto lock = [&county](const QString &name) {
        for (int i = 0; i < 5; ++i)
            county.refused([&] { county.office->signIn(name, "wrong"); });
    };
    const auto signIn = [&county](const QString &name) {
        return county.refused([&] { county.office->signIn(name, TestOffice::password(name)); });
    };
    const auto unlock = [&county](const QString &name, const QString &reason = "came in person") {
        return county
            .make("sa", "system.unlock_account",
                  {{"operator", county.operatorId(name)}, {"reason", reason}})
            .operation;
    };
    county.as("sa");
    county.as("se");
    county.as("dir");
    lock("tc");
    CHECK(signIn("tc") == QStringList{"ACCOUNT_LOCKED"});
    CHECK(county.refused([&] { unlock("tc", " "); }) == QStringList{"FIELD_MISSING"});
    CHECK(county.refused([&] {
        county.make("sa", "system.unlock_account", {{"operator", 17}, {"reason", "x"}});
    }) == QStringList{"OPERATOR_UNKNOWN"});
    CHECK(county.refused([&] { unlock("sa"); }).first() == "AVOIDANCE");
    // Whoever is not locked is told so at the account, while the form is filled in as well.
    CHECK(county.refused([&] { unlock("en1"); }) == QStringList{"ACCOUNT_NOT_LOCKED"});
    const Findings whileTyping =
        county.office->check(county.as("sa"), "system.unlock_account",
                             {{"operator", county.operatorId("en1")}, {"reason", "x"}});
    REQUIRE(whileTyping.size() == 1);
    CHECK(whileTyping.first().code == "ACCOUNT_NOT_LOCKED");
    CHECK(whileTyping.first().field == "operator");
    const qint64 operation = unlock("tc");
    CHECK(signIn("tc") == QStringList{"ACCOUNT_LOCKED"});
    CHECK(county.refused([&] { county.act("sa", ActionKind::Approve, operation); }).first()
          == "SOD_SAME_PERSON");
    county.act("se", ActionKind::Approve, operation);
    CHECK(signIn("tc").isEmpty());

    // An administrator's own lock is lifted by the director.
    lock("se");
    CHECK(signIn("se") == QStringList{"ACCOUNT_LOCKED"});
    const qint64 own = unlock("se");
    CHECK(
        county.refused([&] { county.act("se", ActionKind::Approve, own); }).contains("AVOIDANCE"));
    county.act("dir", ActionKind::Approve, own);
    CHECK(signIn("se").isEmpty());
}
