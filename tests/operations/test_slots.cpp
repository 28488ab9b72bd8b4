// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "operations/failed_tries.h"
#include "operations/slots.h"
#include "operations/witness.h"
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace jubao;

namespace {

const PasswordCost cheap{64, 1, 1};
const QString now = "2026-03-02T01:00:00.000Z";

} // namespace

TEST_CASE("A slot opens with its password, under its own name and key alone [SEC-17]")
{
    const Key key = Key::random();
    const Slot slot = makeSlot(1, "li", "right", cheap, key, now);
    const auto opened = openSlot(slot, "right");
    REQUIRE(opened);
    CHECK(opened->dataKey.bytes() == key.bytes());
    CHECK(opened->keyPair->publicKeyHex() == slot.publicKey);
    CHECK_FALSE(openSlot(slot, "wrong"));
    Slot renamed = slot;
    renamed.operatorName = "wang";
    CHECK_FALSE(openSlot(renamed, "right"));
    Slot swapped = slot;
    swapped.publicKey = makeSlot(2, "wang", "x", cheap, key, now).publicKey;
    CHECK_FALSE(openSlot(swapped, "right"));
}

TEST_CASE("The last five passwords are known again, older ones are not [SEC-10]")
{
    const Key key = Key::random();
    Slot slot = makeSlot(1, "li", "p0", cheap, key, now);
    for (int i = 1; i <= 7; ++i)
        slot = changePassword(slot, QStringLiteral("p%1").arg(i - 1), QStringLiteral("p%1").arg(i),
                              cheap, now);
    CHECK(openSlot(slot, "p7")->dataKey.bytes() == key.bytes());
    for (int i = 2; i <= 7; ++i)
        CHECK(passwordWasUsed(slot, QStringLiteral("p%1").arg(i)));
    CHECK_FALSE(passwordWasUsed(slot, "p1"));
    CHECK_THROWS_AS(changePassword(slot, "p1", "p9", cheap, now), CryptoError);
    CHECK(passwordWeaknesses("Gute?Wahl42", "li").isEmpty());
    for (const char *weak :
         {"short", "alllowercaseletters", "Abc12345xyz!", "AAAAAaaaa!1x", "my-li-Pass99"})
        CHECK_FALSE(passwordWeaknesses(QString::fromLatin1(weak), "li").isEmpty());
}

TEST_CASE("Nobody makes a password younger than it is [SEC-10]")
{
    Slot slot = makeSlot(1, "li", "right", cheap, Key::random(), now);
    slot.passwordChangedAt = "2027-03-02T01:00:00.000Z";
    CHECK_FALSE(openSlot(slot, "right"));
}

TEST_CASE("Wrong passwords are counted beside the slots and traced once [SEC-10]")
{
    QTemporaryDir folder;
    const FailedTriesFile file(folder.filePath("office.tries"));
    const QDateTime moment = QDateTime::fromString(now, Qt::ISODateWithMs);
    const SignInLimits limits{3, 20, 90, 10};
    CHECK(file.of("li").count == 0);
    FailedTriesFile writer(folder.filePath("office.tries"));
    for (int i = 0; i < 2; ++i)
        writer.count({now, "li", "pc"}, moment, limits, i == 1);
    CHECK(file.of("li").count == 2);
    CHECK(file.of("li").lockedUntil.isEmpty());
    writer.count({now, "li", "pc"}, moment, limits, false);
    CHECK(file.of("li").lockedUntil == "2026-03-02T01:20:00.000Z");
    CHECK(file.of("li").sinceSignIn == 3);
    writer.count({now, "wang", "pc"}, moment, limits, false);
    REQUIRE(file.untraced().size() == 3);
    CHECK(file.untraced().first().workstation == "pc");
    writer.clear("li");
    CHECK(file.untraced().isEmpty());
    CHECK(file.of("li").sinceSignIn == 0);
    CHECK(file.of("wang").count == 1);
    // A spoilt file is no lock-out.
    QFile spoilt(folder.filePath("office.tries"));
    REQUIRE(spoilt.open(QIODevice::WriteOnly));
    spoilt.write("{");
    spoilt.close();
    CHECK(file.of("wang").count == 0);
    writer.count({now, "wang", "pc"}, moment, limits, false);
    CHECK(file.of("wang").count == 1);
}

TEST_CASE("The sidecar is written whole or not at all")
{
    QTemporaryDir folder;
    const QString path = folder.filePath("office.slots");
    const Key key = Key::random();
    SlotFile file = SlotFile::create(path);
    file.put(makeSlot(1, "li", "a", cheap, key, now));
    file.put(makeSlot(2, "wang", "b", cheap, key, now));
    file.put(makeInvitation(3, "zhao", "CODE", cheap, key, now));
    file.setLimits({3, 20, 60, 5});
    file.save();
    QFile half(path + ".x1y2z3");
    REQUIRE(half.open(QIODevice::WriteOnly));
    half.write("{\"format\":");
    half.close();
    const SlotFile loaded = SlotFile::load(path);
    CHECK(loaded.slotList().size() == 2);
    CHECK(openSlot(*loaded.slot("wang"), "b"));
    CHECK(loaded.limits() == SignInLimits{3, 20, 60, 5});
    CHECK(openInvitation(loaded.invitations().first(), "CODE")->bytes() == key.bytes());
    CHECK_FALSE(openInvitation(loaded.invitations().first(), "OTHER"));
    REQUIRE(QFile::resize(path, 40));
    CHECK_THROWS_AS(SlotFile::load(path), DatabaseError);
    CHECK_THROWS_AS(SlotFile::load(folder.filePath("absent")), DatabaseError);
}

TEST_CASE("Any two of three shares give the key back, a misread character is found")
{
    const Key key = Key::random();
    const QStringList shares = splitKeyTwoOfThree(key);
    REQUIRE(shares.size() == 3);
    for (int a = 0; a < 3; ++a) {
        for (int b = 0; b < 3; ++b) {
            if (a != b)
                CHECK(joinKeyShares(shares[a], shares[b]).bytes() == key.bytes());
        }
    }
    CHECK(joinKeyShares(shares[0].toLower(), QString(shares[1]).remove('-')).bytes()
          == key.bytes());
    CHECK_THROWS_AS(joinKeyShares(shares[0], shares[0]), CryptoError);
    CHECK_THROWS_AS(joinKeyShares(shares[0], splitKeyTwoOfThree(key)[1]), CryptoError);
    for (qsizetype i = 0; i < shares[1].size() - 2; ++i) {
        QString misread = shares[1];
        if (misread[i] == '-')
            continue;
        misread[i] = misread[i] == 'A' ? 'B' : 'A';
        CHECK_THROWS_AS(joinKeyShares(shares[0], misread), CryptoError);
    }
    CHECK(newOneTimeCode().size() == 23);
    CHECK(newOneTimeCode() != newOneTimeCode());
}

TEST_CASE("Codes of paper are letters and digits without look-alikes, and are read as people type")
{
    static const QRegularExpression shape("^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{1,5})+$");
    QStringList codes = splitKeyTwoOfThree(Key::random());
    for (int i = 0; i < 200; ++i)
        codes.append(newOneTimeCode());
    for (const QString &code : std::as_const(codes)) {
        INFO(code.toStdString());
        CHECK(shape.match(code).hasMatch());
    }
    const Key key = Key::random();
    const Invitation invitation = makeInvitation(3, "zhao", "0A1BC-DE0FG-11HJK", cheap, key, now);
    for (const QString &typed :
         {QStringLiteral("0A1BC-DE0FG-11HJK"), QStringLiteral(" oaibc de0fg lihjk "),
          QStringLiteral("0a1bcdeofg1lhjk"), QStringLiteral("０Ａ１ＢＣ－ＤＥ０ＦＧ—１１ＨＪＫ")}) {
        INFO(typed.toStdString());
        const std::optional<Key> opened = openInvitation(invitation, typed);
        REQUIRE(opened);
        CHECK(opened->bytes() == key.bytes());
    }
    CHECK_FALSE(openInvitation(invitation, "0A1BC-DE0FG-11HJX"));
    const QStringList shares = splitKeyTwoOfThree(key);
    QString heard = QString(shares[0]).replace('0', 'o').replace('1', 'l').replace('-', ' ');
    CHECK(joinKeyShares(heard, shares[2]).bytes() == key.bytes());
}

TEST_CASE("A witness tells a roll-back from a replacement [SEC-02]")
{
    QTemporaryDir folder;
    const Witness witness(folder.filePath("w"), "identity", "li");
    CHECK_FALSE(witness.read());
    witness.remember({5, "h5", {"a", "b"}, "root"});
    const auto state = witness.read();
    REQUIRE(state);
    CHECK(state->acknowledgedActions == QStringList{"a", "b"});
    witness.add({4, "h4", {"c"}, "root"});
    witness.add({5, "h5", {}, "root"});
    CHECK(witness.read()->seq == 5);
    CHECK(witness.read()->acknowledgedActions == QStringList{"a", "b", "c"});
    {
        QFile torn(witness.path()); // a loss of power in the middle of a line
        REQUIRE(torn.open(QIODevice::Append));
        torn.write("{\"seq\":6,\"ha");
    }
    CHECK(witness.read()->seq == 5);
    witness.add({5, "h5", {"d"}, "root"});
    CHECK(witness.read()->acknowledgedActions == QStringList{"a", "b", "c", "d"});
    for (int i = 0; i < 1000; ++i)
        witness.add({5, "h5", {QString::number(i)}, "root"});
    CHECK(witness.read()->acknowledgedActions.size() == 200);
    CHECK(QFileInfo(witness.path()).size() < 128 * 1024);
    CHECK(compareWitness(state, [](qint64) { return QString("h5"); }) == WitnessVerdict::Matches);
    CHECK(compareWitness(state, [](qint64) { return QString("other"); }) == WitnessVerdict::Forked);
    CHECK(compareWitness(state, [](qint64) { return QString(); }) == WitnessVerdict::RolledBack);
    CHECK(compareWitness(std::nullopt, [](qint64) { return QString(); })
          == WitnessVerdict::Nothing);
}
