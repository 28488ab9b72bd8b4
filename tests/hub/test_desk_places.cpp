// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "operations/verify.h"
#include "support/lan_county.h"
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;
using namespace std::chrono_literals;

namespace {

qint64 lines(LanCounty &county, const QString &kind, const QString &name)
{
    return county.number(
        QStringLiteral("SELECT count(*) FROM access_trail WHERE kind = '%1' AND operator = %2")
            .arg(kind)
            .arg(county.operatorId(name)));
}

bool isWhole(LanCounty &county)
{
    return county.service->verify({}).violations.isEmpty();
}

} // namespace

TEST_CASE("A desk signs in with the key on a stick, and no desk takes it off again [SEC-10]",
          "[server]")
{
    LanCounty county;
    QTemporaryDir stick;
    county.drives = {stick.path()};
    const QString password = TestOffice::password("tc");
    CHECK(county.refused([&] {
        county.office->putKeyOnStick(county.as("tc"), password, stick.path());
    }) == QStringList{"STICK_NOT_REGISTERED"});
    county.registerStick("tc", "KP-001");
    const QString file = county.office->putKeyOnStick(county.as("tc"), password, stick.path());
    CHECK(county.as("tc").keyIsOnStick());
    CHECK(lines(county, "key_on_stick", "tc") == 1);

    const std::unique_ptr<Office> other = county.deskAt("pc-2");
    county.drives.clear();
    CHECK(county.refused([&] { other->signIn("tc", password); })
          == QStringList{"KEY_STICK_MISSING"});
    // The password alone is no proof: nothing is read with it either.
    const PasswordGround ground = county.port->groundOf("tc", false);
    const StretchedPassword alone(password, ground.salt, ground.cost);
    CHECK(county.refused([&] { county.port->slotOf("tc", alone.proof()); })
          == QStringList{"SIGN_IN_FAILED"});
    county.drives = {stick.path()};
    const std::shared_ptr<Session> session = other->signIn("tc", password);
    CHECK(session->keyIsOnStick());
    CHECK(session->failedTriesSince() == 1);

    // A desk of somebody's own making that has the key would keep it without a stick.
    const KeyStick key = readKeyStick(stick.filePath(file));
    const QByteArray proof = StretchedPassword(password, ground.salt, ground.cost, &key).proof();
    const Slot slot = county.port->slotOf("tc", proof);
    const QString now = county.clock->now().toUTC().toString(Qt::ISODateWithMs);
    Slot off = changePassword(slot, password, "Third-One-4242", ground.cost, now, &key);
    off.stick.clear();
    CHECK(county.refused([&] { county.port->changeSlot("tc", proof, off, {}); })
          == QStringList{"SLOT_DAMAGED"});
    // Asked again because the service ended before its answer, a change is done once.
    const Slot third = changePassword(slot, password, "Third-One-4242", ground.cost, now, &key);
    for (int time = 0; time < 2; ++time)
        county.port->changeSlot(
            "tc", proof, third,
            StretchedPassword("Third-One-4242", ground.salt, ground.cost, &key).proof());
    CHECK(other->signIn("tc", "Third-One-4242")->keyIsOnStick());
    CHECK(isWhole(county));
}

TEST_CASE("A program that is not the county's is told at the sign-in, or kept out [SEC-07]",
          "[server]")
{
    LanCounty county;
    county.as("tc");
    const auto signedIn = [&](const PlaceFacts &facts) {
        return county.port->signedIn("tc", SignInWay::Unlock, facts);
    };
    const int schema = Migrations::shipped().latest();
    const QString catalogue = county.registry->digest().left(PlaceFacts::shortDigest);
    CHECK(signedIn({"1.0", schema, catalogue, {}}).alarms.isEmpty());
    for (const int other : {schema - 1, schema + 1})
        CHECK(county.refused([&] {
            signedIn({"0.9", other, catalogue, {}});
        }) == QStringList{"PROGRAM_NOT_OF_COUNTY"});
    const std::unique_ptr<Office> second = county.deskAt("pc-2");
    second->signIn("tr", TestOffice::password("tr"));
    const auto facts = county.portOf("pc-3");
    {
        const PasswordGround ground = facts->groundOf("en1", false);
        const StretchedPassword stretched(TestOffice::password("en1"), ground.salt, ground.cost);
        facts->slotOf("en1", stretched.proof());
    }
    CHECK(facts->signedIn("en1", SignInWay::SignIn, {"0.9", schema, "another", {}}).alarms.size()
          == 1);

    const auto sa = county.service->signIn("sa", TestOffice::password("sa"));
    const QList<PlaceProgram> programs = county.service->programsOfPlaces(*sa);
    QStringList said;
    for (const PlaceProgram &each : programs)
        said << each.workstation + (each.lags ? u' ' + each.facts.version : QString());
    CHECK(said == QStringList{"pc-1", "pc-2", "pc-3 0.9"});
    const auto tc = county.service->signIn("tc", TestOffice::password("tc"));
    CHECK(county.refused([&] { county.service->programsOfPlaces(*tc); })
          == QStringList{"POST_NOT_HELD"});
    CHECK(isWhole(county));
}

TEST_CASE("A stranger leaves no name in the trail that the law could not read again", "[server]")
{
    LanCounty county;
    for (const QString &place : {QString(QStringLiteral("pc") + QChar(0) + u'x'),
                                 QString(101, u'p'), QStringLiteral("pc\u202e")}) {
        const auto port = county.portOf(place, 5s);
        CHECK_THROWS_AS(port->slotOf("nobody", QByteArray(32, 'x')), DatabaseError);
        CHECK_THROWS_AS(port->groundOf(place, false), DatabaseError);
    }
    const auto port = county.portOf("pc-9");
    CHECK_THROWS_AS(port->groundOf(QString(101, u'n'), false), DatabaseError);
    CHECK(county.refused([&] { port->slotOf("nobody", QByteArray(32, 'x')); })
          == QStringList{"SIGN_IN_FAILED"});
    county.as("au");
    CHECK(isWhole(county));
}

TEST_CASE("A desk that was left behind by a change of the password asks with the old one once",
          "[server]")
{
    LanCounty county(5s);
    Session &tc = county.as("tc");
    const std::unique_ptr<Office> other = county.deskAt("pc-2");
    const auto session = other->signIn("tc", TestOffice::password("tc"));
    other->changePassword(*session, TestOffice::password("tc"), "Another-One-42");
    CHECK(other->glance());
    for (int time = 0; time < 8; ++time) {
        RequestDesk(county.server().value()).admit("tc", "gone", 60s);
        county.number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename "
                      "LIKE '%_tc'");
        county.office->glance();
    }
    county.office->lock(tc);
    county.office->unlock(tc, "Another-One-42");
    CHECK(county.office->glance());
}

TEST_CASE("What was asked with a password that changes before its turn is not done", "[server]")
{
    LanCounty county;
    const qint64 person = county.enrol(1);
    const QString password = TestOffice::password("tc");
    const PasswordGround ground = county.port->groundOf("tc", false);
    const StretchedPassword stretched(password, ground.salt, ground.cost);
    const auto elsewhere = county.portOf("pc-2", 3s);
    const Slot slot = county.port->slotOf("tc", stretched.proof());
    elsewhere->slotOf("tc", stretched.proof());
    elsewhere->head("tc");
    county.port->head("tc");
    CHECK_FALSE(elsewhere->reveal("tc", person).isEmpty());
    const qint64 revealed = lines(county, "reveal", "tc");
    REQUIRE(revealed > 0);
    county.stop();
    const auto waits = [&county](int questions) {
        const QString waiting =
            QStringLiteral("SELECT count(*) FROM %1_desk.request").arg(county.server()->schema);
        for (int tries = 0; county.number(waiting) < questions && tries < 200; ++tries)
            std::this_thread::sleep_for(20ms);
        return county.number(waiting) == questions;
    };
    std::jthread changes([&] {
        const QString now = county.clock->now().toUTC().toString(Qt::ISODateWithMs);
        county.port->changeSlot(
            "tc", stretched.proof(),
            changePassword(slot, password, "Another-One-42", ground.cost, now),
            StretchedPassword("Another-One-42", ground.salt, ground.cost).proof());
    });
    CHECK(waits(1));
    std::atomic<bool> refused = false;
    std::jthread asks([&] {
        try {
            elsewhere->reveal("tc", person);
        } catch (const std::exception &) {
            refused = true;
        }
    });
    CHECK(waits(2));
    county.start();
    changes.join();
    asks.join();
    CHECK(refused);
    // Behind what it would have waited for.
    CHECK_FALSE(county.port->reveal("tc", person).isEmpty());
    CHECK(lines(county, "reveal", "tc") == revealed + 1);
}

TEST_CASE("A township takes in at its desk whom it does not see yet [ENR-02] [CTL-02]", "[server]")
{
    LanCounty county;
    const qint64 person = county.enrol(1);
    const QJsonObject card{{"id_number", county.newPerson(1)["id_number"]},
                           {"name", county.newPerson(1)["name"]},
                           {"division", "411024900201"},
                           {"household", "410229999"},
                           {"household_relation", "0"},
                           {"address", "远村2号"}};
    const std::unique_ptr<Office> other = county.deskAt("pc-2");
    const auto tc9 = other->signIn("tc9", TestOffice::password("tc9"));
    CHECK_FALSE(other->reader().row("person", person));
    CHECK(other->check(*tc9, "enrollment.take_in", card).isEmpty());
    MakeRequest request;
    request.type = "enrollment.take_in";
    request.payload = card;
    request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
    const qint64 made = other->make(*tc9, request).operation;
    CHECK_FALSE(other->reader().row("person", person));
    CHECK(other->view(*tc9, made).changes.size() == 4);
    county.act("en2", ActionKind::Recheck, made);
    county.act("dep", ActionKind::Approve, made);
    REQUIRE(other->reader().row("person", person));
    CHECK(other->reader().row("person", person)->value("household") == "410229999");
    CHECK(isWhole(county));
}

TEST_CASE("A computer on a public network is told, and so is audit [SEC-11]", "[server]")
{
    LanCounty county;
    county.publicAddresses = {"8.8.4.4"};
    county.as("tc");
    CHECK(county.office->alarms().join(u' ').contains("8.8.4.4"));
    CHECK(lines(county, "public_network", "tc") == 1);
    county.publicAddresses.clear();
    const std::unique_ptr<Office> other = county.deskAt("pc-2");
    other->signIn("en1", TestOffice::password("en1"));
    CHECK(other->alarms().isEmpty());
    const std::unique_ptr<Office> audit = county.deskAt("pc-3");
    audit->signIn("au", TestOffice::password("au"));
    CHECK(audit->alarms().join(u' ').contains("pc-1"));
    county.clock->advance(qint64(8) * 24 * 3600 * 1000);
    const std::unique_ptr<Office> later = county.deskAt("pc-4");
    later->signIn("au", TestOffice::password("au"));
    CHECK_FALSE(later->alarms().join(u' ').contains("pc-1"));
}

TEST_CASE("Rows that are only looked at tell nothing of another township's persons [CTL-02]",
          "[server]")
{
    LanCounty county;
    county.enrol(1);
    county.as("tc9");
    CountyService &service = *county.port;
    QString rowWords;
    const auto looksAtRow = [&](const char *type, const QJsonObject &parameters,
                                const QJsonObject &row) {
        bool given = false;
        const RowSource rows{[&](BatchRow &into) {
                                 if (given)
                                     return false;
                                 given = true;
                                 into = {1, row, {}, {}};
                                 return true;
                             },
                             {}};
        return county.refused([&] {
            service.checkRows("tc9", type, parameters, rows, 0,
                              [&](const BatchRow &, const Findings &why) {
                                  for (const Finding &each : why)
                                      rowWords += each.code + each.text;
                              });
        });
    };
    const QJsonObject guessed{
        {"id_number", county.newPerson(1)["id_number"]}, {"name", "x"}, {"amount", 20000}};
    CHECK(looksAtRow("contributions.declare_roster", {{"year", 2026}}, guessed)
          == QStringList{"DIVISION_OUTSIDE"});
    CHECK(looksAtRow("contributions.declare_roster", {{"year", 2026}, {"division", "411024900201"}},
                     guessed)
              .isEmpty());
    CHECK(looksAtRow("enrollment.roster", {{"division", "411024900201"}}, county.newPerson(1))
              .isEmpty());
    CHECK(rowWords.contains("DIVISION_OUTSIDE"));
    CHECK_FALSE(rowWords.contains(TestOffice::personName(1)));
}

TEST_CASE("What rules find is told to whose business it is, and names to whoever may hear them "
          "[CTL-02] [SEC-03]",
          "[server]")
{
    LanCounty county;
    const qint64 person = county.enrol(1);
    CountyService &service = *county.port;
    for (const char *name : {"sa", "se", "aa"}) {
        county.as(name);
        CHECK(county.refused([&] {
            service.check(name, "enrollment.register", county.newPerson(1));
        }) == QStringList{"POST_NOT_HELD"});
        CHECK(county.refused([&] {
            service.check(name, "contributions.collect", {{"person", person}, {"year", 2026}});
        }) == QStringList{"POST_NOT_HELD"});
    }
    // The county office hears whose telephone it is; the township of the new one does not.
    QJsonObject same = county.newPerson(2);
    same["division"] = "411024900201";
    same["household"] = "410220999";
    same["phone"] = "13812345678";
    const ActResult first = county.make(
        "tc", "enrollment.change", {{"person", person}, {"phone", "13812345678"}}, {"id_card"});
    county.act("en2", ActionKind::Recheck, first.operation);
    const ActResult made = county.make("en1", "enrollment.register", same,
                                       {"id_card", "household_register"}, "their aunt");
    const auto told = [&](const char *name) {
        QString words;
        const OperationView view = county.office->view(county.as(name), made.operation);
        for (const Finding &each : view.findings)
            words += each.code + each.text;
        return words;
    };
    QString making;
    for (const Finding &each : made.findings)
        making += each.text;
    CHECK(making.contains(TestOffice::personName(1)));
    for (const char *name : {"en1", "tc9"}) {
        CHECK(told(name).contains("SAME_PHONE"));
        CHECK(told(name).contains("****"));
        CHECK_FALSE(told(name).contains(TestOffice::personName(1)));
    }
    const std::unique_ptr<Database> books = county.port->booksFor("tc9");
    Query stored = books->prepare("SELECT findings FROM operation_revision WHERE operation = ?");
    stored.bindAll(made.operation);
    REQUIRE(stored.next());
    CHECK(stored.text(0).contains("SAME_PHONE"));
    CHECK_FALSE(stored.text(0).contains(TestOffice::personName(1)));
}

TEST_CASE("Whoever asks with a password that is none stands in the trail, once a minute",
          "[server]")
{
    LanCounty county;
    county.as("tc");
    ServerAddress address = county.server().value();
    address.role = RequestDesk::roleOf(address.schema, "tc");
    wire::LetterWriter letters(county.serviceKey->publicKeyHex());
    wire::Question guess{"tc", {}, {}, {}, {}};
    guess.call = {QStringLiteral("head"), "pc-9", {}};
    guess.proof = QByteArray(32, 'x');
    const qint64 before = lines(county, "refused", "tc");
    for (int time = 0; time < 3; ++time)
        CHECK_THROWS_AS(RequestLine(address).ask(letters.sealed(wire::toCbor(guess)).sealed, 10s),
                        DatabaseError);
    for (int waited = 0; lines(county, "refused", "tc") == before && waited < 100; ++waited)
        std::this_thread::sleep_for(50ms);
    CHECK(lines(county, "refused", "tc") == before + 1);
}
