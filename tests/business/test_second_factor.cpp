// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "operations/slots.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

class County : public TestOffice {
public:
    County() : TestOffice(allRooms()) { drives = {stick.path()}; }

    QString move(const QString &name, const QString &folder)
    {
        return office->putKeyOnStick(as(name), password(name), folder);
    }
    QStringList refusalOf(const QString &name, const QString &secret)
    {
        return refused([&] { office->signIn(name, secret); });
    }
    QStringList refusalOf(const QString &name) { return refusalOf(name, password(name)); }
    QStringList findings(const QString &type, const QJsonObject &payload, const QString &who)
    {
        QStringList codes;
        const Findings all = office->check(as(who), type, payload);
        for (const Finding &each : all)
            codes << each.code << each.field;
        return codes;
    }
    QStringList violations()
    {
        const VerifyReport report = office->verify({});
        QStringList codes;
        for (const Violation &each : report.violations)
            codes.append(each.code);
        return codes;
    }

    QTemporaryDir stick;
    QTemporaryDir other;
};

QStringList filesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::Files);
}

} // namespace

TEST_CASE("With the key on a stick neither password nor stick alone opens anything [SEC-10]")
{
    County county;
    const QString password = TestOffice::password("tc");
    CHECK(county.refused([&] { county.move("tc", county.stick.path()); })
          == QStringList{"STICK_NOT_REGISTERED"});
    county.registerStick("tc", "KP-001");
    CHECK(county.refused([&] {
        county.office->putKeyOnStick(county.as("tc"), "wrong", county.stick.path());
    }) == QStringList{"SIGN_IN_FAILED"});
    CHECK(filesIn(county.stick).isEmpty());

    const Slot before = county.office->slotFile().slot("tc").value();
    const QString file = county.move("tc", county.stick.path());
    CHECK(filesIn(county.stick) == QStringList{file});
    const Slot slot = SlotFile::load(county.folder() + "/office.slots").slot("tc").value();
    CHECK(slot.wrappedPrivateKey != before.wrappedPrivateKey);
    CHECK(slot.publicKey == before.publicKey);
    // Slot and password: what is wrapped is no key of the operator, and does not even open.
    CHECK_THROWS_AS(openSlot(slot, password), CryptoError);
    Slot claimed = slot;
    claimed.stick.clear();
    CHECK_FALSE(openSlot(claimed, password));
    // The stick alone has the key sealed under another that it does not have.
    const KeyStick stick = readKeyStick(county.stick.filePath(file));
    QByteArray scalar = openSlot(before, password)->keyPair->privateScalar();
    QFile content(county.stick.filePath(file));
    REQUIRE(content.open(QIODevice::ReadOnly));
    CHECK_FALSE(content.readAll().contains(scalar.toHex()));
    CHECK_FALSE(openSlot(slot, "another", &stick));
    CHECK(openSlot(slot, password, &stick)->keyPair->privateScalar() == scalar);

    county.reopen();
    CHECK(county.refusalOf("tc", "wrong") == QStringList{"SIGN_IN_FAILED"});
    county.drives = {county.other.path()};
    CHECK(county.refusalOf("tc") == QStringList{"KEY_STICK_MISSING"});
    // Without the stick nobody learns whether the password is right, and it is no try.
    CHECK(county.refusalOf("tc", "wrong") == QStringList{"KEY_STICK_MISSING"});
    county.drives = {county.stick.path()};
    // One when the key was to move, one now.
    CHECK(county.as("tc").failedTriesSince() == 2);
    CHECK(county.as("tc").keyIsOnStick());
    county.issueNumbers("tc", "A");
    CHECK(county.collectAtCounter(county.enrol(1), "A00000001") > 0);

    CHECK(county.office->keyIsThere(county.as("tc")));
    CHECK(county.office->keyIsThere(county.as("tr")));
    county.drives.clear();
    CHECK_FALSE(county.office->keyIsThere(county.as("tc")));
    county.office->lock(county.as("tc"));
    CHECK(county.refused([&] { county.office->unlock(county.as("tc"), password); })
          == QStringList{"KEY_STICK_MISSING"});
    county.drives = {county.stick.path()};
    county.office->unlock(county.as("tc"), password);
    CHECK(county.violations() == QStringList());
}

TEST_CASE("A stick's key file that is damaged is told as such, and another copy of it opens")
{
    County county;
    county.registerStick("tc", "KP-001");
    const QString file = county.move("tc", county.stick.path());
    REQUIRE(QFile::copy(county.stick.filePath(file), county.other.filePath(file)));
    QFile content(county.stick.filePath(file));
    REQUIRE(content.open(QIODevice::ReadOnly));
    QByteArray damaged = content.readAll();
    content.close();
    damaged.replace("\"secret\":\"", "\"secret\":\"00");
    REQUIRE(content.open(QIODevice::WriteOnly | QIODevice::Truncate));
    content.write(damaged);
    content.close();
    county.reopen();
    CHECK(county.refusalOf("tc") == QStringList{"KEY_STICK_DAMAGED"});
    county.drives = {county.other.path()};
    CHECK(county.as("tc").name() == "tc");
    // A flipped bit is told from a wrong password, and hides no good copy.
    for (const char *name : {"secret", "sealed_private_key"}) {
        QFile flipped(county.stick.filePath(file));
        REQUIRE(QFile::remove(flipped.fileName()));
        REQUIRE(QFile::copy(county.other.filePath(file), flipped.fileName()));
        REQUIRE(flipped.open(QIODevice::ReadWrite));
        QByteArray bytes = flipped.readAll();
        const qsizetype place = bytes.indexOf(name) + qsizetype(qstrlen(name)) + 5;
        bytes[place] = bytes.at(place) == '0' ? '1' : '0';
        flipped.seek(0);
        flipped.write(bytes);
        flipped.close();
        county.drives = {county.stick.path()};
        county.reopen();
        CHECK(county.refusalOf("tc") == QStringList{"KEY_STICK_DAMAGED"});
        county.drives = {county.stick.path(), county.other.path()};
        CHECK(county.as("tc").failedTriesSince() == 0);
    }
    county.drives = {county.other.path()};
    // Half a file is none.
    REQUIRE(QFile::resize(county.other.filePath(file), 100));
    county.reopen();
    CHECK(county.refusalOf("tc") == QStringList{"KEY_STICK_MISSING"});
}

TEST_CASE("The password of a key on a stick changes, and former ones stay out [SEC-10]")
{
    County county;
    const QString first = TestOffice::password("tc");
    county.registerStick("tc", "KP-001");
    county.move("tc", county.stick.path());
    CHECK(county.refused([&] { county.office->changePassword(county.as("tc"), first, first); })
          == QStringList{"PASSWORD_USED_BEFORE"});
    county.office->changePassword(county.as("tc"), first, "Neues?Wort77");
    CHECK(county.refused([&] {
        county.office->changePassword(county.as("tc"), "Neues?Wort77", first);
    }) == QStringList{"PASSWORD_USED_BEFORE"});
    county.reopen();
    CHECK(county.refusalOf("tc", first) == QStringList{"SIGN_IN_FAILED"});
    CHECK(county.office->signIn("tc", "Neues?Wort77")->keyIsOnStick());
    CHECK(county.violations() == QStringList());
}

TEST_CASE("A key moves to another stick, and the former one opens nothing any more")
{
    County county;
    county.registerStick("tc", "KP-001");
    const QString former = county.move("tc", county.stick.path());
    county.registerStick("tc", "KP-002");
    // Both are plugged in, as whoever moves a key has them.
    county.drives = {county.stick.path(), county.other.path()};
    const QString present = county.move("tc", county.other.path());
    CHECK(present != former);
    county.reopen();
    CHECK(county.as("tc").keyIsOnStick());
    county.drives = {county.stick.path()};
    county.reopen();
    CHECK(county.refusalOf("tc") == QStringList{"KEY_STICK_MISSING"});
    const Slot slot = SlotFile::load(county.folder() + "/office.slots").slot("tc").value();
    const KeyStick stick = readKeyStick(county.stick.filePath(former));
    CHECK_THROWS_AS(openSlot(slot, TestOffice::password("tc"), &stick), CryptoError);
    county.drives = {county.other.path()};
    CHECK(county.as("tc").keyIsOnStick());
    CHECK(county.number("SELECT count(*) FROM key_stick WHERE state = 'open'") == 1);
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'key_on_stick'") == 2);
    CHECK(county.violations() == QStringList());
}

TEST_CASE("A stick that cannot be written leaves the key where it was")
{
    County county;
    county.registerStick("tc", "KP-001");
    CHECK_THROWS_AS(county.move("tc", county.stick.filePath("none")), DatabaseError);
    county.drives.clear();
    county.reopen();
    CHECK_FALSE(county.as("tc").keyIsOnStick());
}

TEST_CASE("What is wrong about a stick stands at its field [SEC-12]")
{
    County county;
    const QString type = "system.key_stick";
    const qint64 tc = county.operatorId("tc");
    const auto asked = [&](const QString &action, qint64 who, const QString &serial) {
        return county.findings(type, {{"action", action}, {"operator", who}, {"serial", serial}},
                               "sa");
    };
    CHECK(asked("register", 999, "KP-001") == QStringList{"OPERATOR_UNKNOWN", "operator"});
    CHECK(asked("withdraw", tc, {}) == QStringList{"NO_STICK", "operator"});
    // What was never chosen is not taken for one of the answers.
    CHECK(asked({}, tc, "KP-001").contains("FIELD_MISSING"));
    CHECK(county.findings("system.operator_key", {{"operator", tc}}, "sa")
          == QStringList{"FIELD_MISSING", "action"});
    CHECK(asked("register", tc, " ").contains("serial"));
    county.registerStick("tc", "KP-001");
    CHECK(asked("register", tc, "KP-001") == QStringList{"STICK_REGISTERED", "serial"});
    CHECK(asked("register", county.operatorId("tr"), "KP-001")
          == QStringList{"STICK_OF_ANOTHER", "serial"});
    CHECK(asked("register", tc, "kp-001") == QStringList{"STICK_REGISTERED", "serial"});
    CHECK(asked("register", county.operatorId("tr"), "Kp-001")
          == QStringList{"STICK_OF_ANOTHER", "serial"});
    CHECK(asked("register", tc, "KP-002").isEmpty());
    // What is handed in for one is kept for him until it is decided.
    const auto handIn = [&](const char *whose, const char *serial) {
        return county
            .make("sa", type,
                  {{"action", "register"},
                   {"operator", county.operatorId(whose)},
                   {"serial", serial}})
            .operation;
    };
    const qint64 first = handIn("en1", "KP-004");
    CHECK(county.refused([&] { handIn("tr", "kp-004"); }).contains("OTHER_OPERATION_OPEN"));
    county.act("sa", ActionKind::Withdraw, first);
    handIn("tr", "kp-004");
    CHECK(asked("withdraw", tc, {}).isEmpty());
    // The security administrator does not confirm a stick of an administrator.
    const qint64 own = county
                           .make("sa", type,
                                 {{"action", "register"},
                                  {"operator", county.operatorId("se")},
                                  {"serial", "KP-009"}})
                           .operation;
    CHECK(county.refused([&] { county.act("se", ActionKind::Approve, own); })
              .contains("POST_NOT_HELD"));
    county.act("dir", ActionKind::Approve, own);
}

TEST_CASE(
    "Whoever has a post that asks for a stick hands nothing in before the key is there [SEC-10]")
{
    County county;
    county.issueNumbers("tc", "A");
    const qint64 person = county.enrol(1);
    const QString type = "administration.policy_row";
    const QJsonObject policy{{"key", "sign_in.stick_posts"},
                             {"value", "tc"},
                             {"valid_from", "2026-03-02"},
                             {"source", "密钥盘管理办法"}};
    const auto with = [&policy](const QString &value) {
        QJsonObject other = policy;
        other["value"] = value;
        return other;
    };
    CHECK(county.findings(type, with("TC XX"), "fh").contains("POLICY_VALUE_MALFORMED"));
    CHECK(county.findings(type, with(" "), "fh").contains("POLICY_VALUE_MALFORMED"));
    CHECK(county.findings(type, with("无"), "fh").isEmpty());
    CHECK(county.findings(type, policy, "fh") == QStringList{"STICKS_MISSING", "value"});
    county.registerStick("tc", "KP-001");
    county.registerStick("tc9", "KP-002");
    CHECK(county.findings(type, policy, "fh").isEmpty());
    const qint64 operation = county.make("fh", type, policy, {"policy_document"}).operation;
    county.act("en1", ActionKind::Recheck, operation);
    county.act("dep", ActionKind::Review, operation);
    county.act("dir", ActionKind::Approve, operation);

    county.reopen();
    CHECK(county.as("tc").keyMustMove());
    CHECK_FALSE(county.as("tr").keyMustMove());
    CHECK(county.refused([&] { county.collectAtCounter(person, "A00000001"); })
          == QStringList{"KEY_NOT_ON_STICK"});
    CHECK(county.findings("system.key_stick",
                          {{"action", "withdraw"}, {"operator", county.operatorId("tc")}}, "sa")
          == QStringList{"POST_NEEDS_STICK", "operator"});
    // Nobody comes to such a post without one, by himself or for another.
    const QJsonObject given{
        {"action", "give"}, {"operator", county.operatorId("tr")}, {"post", "TC"}};
    const QJsonObject lent{{"action", "grant"},
                           {"grantor", county.operatorId("tc")},
                           {"grantee", county.operatorId("fh")},
                           {"post", "TC"},
                           {"valid_from", "2026-03-03"},
                           {"valid_to", "2026-03-10"},
                           {"reason", "away"}};
    const QString assign = "administration.assign_post";
    const QString lend = "administration.delegate";
    const auto asks = [&](const QString &what, const QJsonObject &payload, const QString &field) {
        const QStringList found = county.findings(what, payload, "of");
        const qsizetype place = found.indexOf("STICK_FIRST");
        return place >= 0 && found.value(place + 1) == field;
    };
    CHECK(asks(assign, given, "operator"));
    CHECK(asks(lend, lent, "grantee"));
    // What was handed in before that was a rule is judged without it.
    const Reader reader = county.office->reader();
    for (const auto &[what, payload] : {std::pair(assign, given), std::pair(lend, lent)}) {
        const OperationType *before = county.registry->find(what, 1);
        REQUIRE(before);
        const Findings old = before->check(payload, reader, county.operatorId("of"));
        CHECK(std::none_of(old.begin(), old.end(),
                           [](const Finding &each) { return each.code == "STICK_FIRST"; }));
    }
    county.registerStick("fh", "KP-004");
    CHECK_FALSE(asks(lend, lent, "grantee"));
    // Nor is anything opened whole for him.
    CHECK(county.refused([&] { county.office->reveal(county.as("tc"), person); })
          == QStringList{"KEY_NOT_ON_STICK"});
    // Nor is the stick withdrawn of whom a later figure asks for one.
    county.registerStick("tr", "KP-003");
    CHECK_FALSE(asks(assign, given, "operator"));
    const QJsonObject later{{"key", "sign_in.stick_posts"},
                            {"value", "tc tr"},
                            {"valid_from", "2026-06-01"},
                            {"source", "密钥盘管理办法"}};
    const qint64 next = county.make("fh", type, later, {"policy_document"}).operation;
    county.act("en1", ActionKind::Recheck, next);
    county.act("dep", ActionKind::Review, next);
    county.act("dir", ActionKind::Approve, next);
    CHECK(county.findings("system.key_stick",
                          {{"action", "withdraw"}, {"operator", county.operatorId("tr")}}, "sa")
          == QStringList{"POST_NEEDS_STICK", "operator"});
    county.move("tc", county.stick.path());
    CHECK_FALSE(county.as("tc").keyMustMove());
    CHECK(county.collectAtCounter(person, "A00000001") > 0);
    CHECK(county.violations() == QStringList());
}

TEST_CASE("Administrators whose keys are not on their sticks yet take no key and invite nobody")
{
    County county;
    const QStringList administrators{"sa", "se"};
    for (const QString &name : administrators)
        county.registerStick(name, "KP-" + name, "dir");
    const QJsonObject policy{{"key", "sign_in.stick_posts"},
                             {"value", "SA SE"},
                             {"valid_from", "2026-03-02"},
                             {"source", "密钥盘管理办法"}};
    const qint64 operation =
        county.make("fh", "administration.policy_row", policy, {"policy_document"}).operation;
    county.act("en1", ActionKind::Recheck, operation);
    county.act("dep", ActionKind::Review, operation);
    county.act("dir", ActionKind::Approve, operation);
    county.reopen();
    const QStringList expected{"KEY_NOT_ON_STICK"};
    CHECK(county.refused([&] { county.office->invite(county.as("sa"), "new"); }) == expected);
    CHECK(county.refused([&] { county.office->makeRegistrarKey(county.as("sa")); }) == expected);
    QTemporaryDir place;
    CHECK(county.refused([&] { county.office->backup(county.as("sa"), place.filePath("backup")); })
          == expected);
    CHECK(county.refused([&] { county.office->rawDataKey(county.as("sa"), county.as("se")); })
          == expected);
    const Office::Attendance both{{"sa", TestOffice::password("sa")},
                                  {"se", TestOffice::password("se")}};
    county.reopen(); // asked for before anybody is signed in
    CHECK(county.refused([&] { county.office->upgrade(both); }) == expected);
    county.reopen();
    for (const QString &name : administrators)
        county.move(name, county.stick.path());
    CHECK_FALSE(county.office->rawDataKey(county.as("sa"), county.as("se")).isEmpty());
}

TEST_CASE("A recovery that was killed opens with the new passwords although the sticks are lost")
{
    County county;
    county.registerStick("tc", "KP-001");
    county.move("tc", county.stick.path());
    const QString path = county.folder() + "/office.slots";
    SlotFile file = SlotFile::load(path);
    const Slot coming = makeSlot(county.operatorId("tc"), "tc", "Fresh-One-4242",
                                 file.slot("tc")->cost, Key::random(), "2026-03-02T01:00:00.000Z");
    file.beginRecovery({coming}, file.recovery().value());
    file.save();
    county.drives.clear();
    county.reopen();
    // It opens with the new slot, whose data key is none of these books.
    CHECK_THROWS_AS(county.office->signIn("tc", "Fresh-One-4242"), DatabaseError);
    CHECK(county.refusalOf("tc", "wrong") == QStringList{"KEY_STICK_MISSING"});
}
