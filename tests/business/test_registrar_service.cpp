// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonical_json.h"
#include "database/transaction.h"
#include "operations/asked.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

QStringList violations(TestOffice &county)
{
    const VerifyReport report = county.office->verify({});
    QStringList list;
    for (const Violation &each : report.violations)
        list.append(each.code + u' ' + each.place);
    return list;
}

JournalEntry newest(TestOffice &county, const QString &kind)
{
    Query row = county.office->database().prepare(
        Journal::selectSql() + QStringLiteral("WHERE kind = ? ORDER BY seq DESC LIMIT 1"));
    row.bindAll(kind);
    REQUIRE(row.next());
    return Journal::fromRow(row);
}

/** Asks the service by hand, as a program of the operator's own making could. */
struct ByHand {
    TestOffice &county;
    QString name = "tc";
    MakeRequest request;
    Asked asked;

    explicit ByHand(TestOffice &office) : county(office)
    {
        request.type = "enrollment.register";
        request.payload = county.newPerson(7);
        request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
        request.actionId = newActionId();
        asked.at = county.clock->now().toUTC().toString(Qt::ISODateWithMs);
        asked.workstation = "pc-7";
    }
    QStringList refusals()
    {
        return county.refused([&] { county.service->makeFor(name, request, asked); });
    }
};

} // namespace

TEST_CASE("What an operator asks for is entered by the service, and both have signed")
{
    TestOffice county(allRooms());
    county.serve();
    const qint64 person = county.enrol(1);
    CHECK(person != 0);
    const JournalEntry made = newest(county, "make");
    CHECK(registrarKeyOf(made) != 0);
    CHECK(made.operatorId == county.operatorId("tc"));
    CHECK(made.workstation == "test-pc");
    CHECK_FALSE(askedSignature(made).isEmpty());
    const JournalEntry posted = newest(county, "posted");
    CHECK(registrarKeyOf(posted) == registrarKeyOf(made));
    CHECK(violations(county).isEmpty());

    // The service started anew goes on; the operators notice nothing.
    county.restartService();
    county.enrol(2);
    CHECK(violations(county).isEmpty());
}

TEST_CASE(
    "What persons bring leaves accounts, posts and figures as they are, and nothing else does")
{
    TestOffice county(allRooms());
    county.enrol(1);
    const Journal &journal = county.office->journal();
    const auto unchangedSince = [&](const JournalHead &head) {
        return journal.onlyPersonsSince(head.seq, head.hash.toLatin1());
    };
    const JournalHead first = journal.head();
    CHECK(unchangedSince(first));
    const qint64 person = county.enrol(2);
    county.declareAndLower(person, "asked for it");
    CHECK(unchangedSince(first));
    // A post is asked for and given.
    const qint64 lent = county
                            .make("of", "administration.delegate",
                                  {{"action", "grant"},
                                   {"grantor", county.operatorId("en1")},
                                   {"grantee", county.operatorId("en2")},
                                   {"post", "EN"},
                                   {"valid_from", "2026-03-02"},
                                   {"valid_to", "2026-03-05"},
                                   {"reason", "away"}},
                                  {"authorisation_letter"})
                            .operation;
    if (county.office->view(county.as("of"), lent).waitsForStep == ActionKind::Recheck)
        county.act("dep", ActionKind::Recheck, lent);
    CHECK(unchangedSince(first));
    const JournalHead before = journal.head();
    county.act("dir", ActionKind::Approve, lent);
    CHECK_FALSE(unchangedSince(first));
    CHECK_FALSE(unchangedSince(before));
    const JournalHead given = journal.head();
    CHECK(unchangedSince(given));
    // Other entries stand under the same numbers.
    CHECK_FALSE(unchangedSince({given.seq, first.hash, {}}));
    CHECK_FALSE(unchangedSince({given.seq + 1, given.hash, {}}));
    // Where there are many, nobody reads them all.
    while (journal.headSeq() < given.seq + 200)
        county.enrol(int(journal.headSeq()));
    CHECK_FALSE(unchangedSince(given));
    // An entry of no operation may be about the office.
    const JournalHead now = journal.head();
    const QTemporaryDir place;
    county.office->backup(county.as("sa"), place.filePath("backup"));
    CHECK_FALSE(unchangedSince(now));
}

TEST_CASE("The service enters nothing that its operator did not sign")
{
    TestOffice county(allRooms());
    county.serve();
    ByHand forged(county);
    const qint64 before = county.number("SELECT max(seq) FROM journal");
    CHECK(forged.refusals() == QStringList{"SIGNED_OTHERWISE"});
    forged.asked.signature = QByteArray(64, 'x');
    CHECK(forged.refusals() == QStringList{"SIGNED_OTHERWISE"});
    forged.name = "nobody";
    CHECK(forged.refusals() == QStringList{"OPERATOR_UNKNOWN"});
    forged.name = "tc";
    for (const int minutes : {-20, 20}) {
        forged.asked.at =
            county.clock->now().toUTC().addSecs(minutes * 60).toString(Qt::ISODateWithMs);
        CHECK(forged.refusals() == QStringList{"CLOCK_SKEWED"});
    }
    CHECK(county.number("SELECT max(seq) FROM journal") == before);
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'refused' AND "
                        "detail = 'SIGNED_OTHERWISE'")
          == 2);
    CHECK(violations(county).isEmpty());
}

TEST_CASE("An office without an open key of the registrar has no service [SEC-17]",
          "[direct][file]")
{
    TestOffice county(allRooms());
    CHECK(county.refused([&] { county.office->makeRegistrarKey(county.as("en1")); })
          == QStringList{"POST_NOT_HELD"});
    const std::shared_ptr<KeyPair> key = county.office->makeRegistrarKey(county.as("sa"));
    Office::Options options{county.registry, county.clock, "server", county.witnessFolder()};
    const auto open = [&](const std::shared_ptr<KeyPair> &with) {
        return county.refused([&] { Office::openAsRegistrar(county.folder(), options, with); });
    };
    CHECK(open(key) == QStringList{"NO_REGISTRAR_KEY"});
    CHECK(open(KeyPair::generate()) == QStringList{"NO_REGISTRAR_KEY"});
    const QStringList unknown = county.refused([&] {
        county.make("sa", "system.registrar_key", {{"action", "close"}});
    });
    CHECK(unknown == QStringList{"NO_OPEN_KEY"});
}

TEST_CASE("A closed key of the registrar enters nothing more [SEC-17]")
{
    TestOffice county(allRooms());
    county.serve();
    CHECK(county
              .refused([&] {
                  county.make("sa", "system.registrar_key",
                              {{"action", "open"}, {"name", "other"}, {"public_key", "04"}});
              })
              .contains("KEY_STILL_OPEN"));
    const ActResult closing = county.make("sa", "system.registrar_key", {{"action", "close"}});
    county.act("dir", ActionKind::Approve, closing.operation);
    CHECK(county.refused([&] { county.enrol(3); }) == QStringList{"NO_REGISTRAR_KEY"});
    CHECK(violations(county).isEmpty());
}

TEST_CASE(
    "The service signs what all desks leave in the trail, and a head that was edited, left out or "
    "signed by another is named [SEC-01]")
{
    TestOffice county(allRooms());
    county.serve();
    const auto heads = [&county] {
        return county.number(
            "SELECT count(*) FROM access_trail_head h JOIN registrar_key k ON k.id "
            "= h.operator");
    };
    county.service->traceFor("tc", "search", "before", {});
    county.service->signTrail(false);
    CHECK(heads() == 0); // a quarter of an hour is not over
    county.clock->advance(15 * 60 * 1000);
    county.service->inNameOf(
        "tc", "pc-1", [&](Session &session) { county.service->trace(session, "search", "now"); });
    CHECK(heads() == 1);
    county.service->signTrail(true);
    CHECK(heads() == 1); // nothing new
    county.service->traceFor("tc", "search", "last", {});
    county.service->signTrail(true);
    CHECK(heads() == 2);
    CHECK(violations(county).isEmpty());

    const QString tampering = GENERATE(
        QString("UPDATE access_trail_head SET operator = (SELECT id FROM operator_account WHERE "
                "name = 'tc') WHERE seq = %1"),
        QString("UPDATE access_trail_head SET operator = 0 WHERE seq = %1"),
        QString("UPDATE access_trail_head SET signature = (SELECT signature FROM access_trail_head "
                "WHERE seq <> %1 ORDER BY seq DESC LIMIT 1) WHERE seq = %1"),
        QString("UPDATE access_trail_head SET at = '2026-03-02T01:00:00.000Z' WHERE seq = %1"),
        QString("DELETE FROM access_trail_head WHERE seq = %1"));
    INFO(tampering.toStdString());
    const qint64 newest = county.number("SELECT max(seq) FROM access_trail_head");
    county.tamper({tampering.arg(newest)});
    const VerifyReport report = county.office->verify({});
    CHECK(std::any_of(report.violations.begin(), report.violations.end(),
                      [newest](const Violation &each) {
                          return each.code == "TRAIL_CHANGED"
                              && each.place == QStringLiteral("access_trail_head %1").arg(newest);
                      }));
}

TEST_CASE("Whoever has the registrar's key alone makes nobody do anything")
{
    TestOffice county(allRooms());
    county.serve();
    county.enrol(1);
    // The word in an entry is another one: the hash is computed anew, the operator's signature not.
    const JournalEntry made = newest(county, "make");
    JournalEntry forged = made;
    forged.detail.insert("objection", "none of mine");
    county.tamper({QString("UPDATE journal SET detail = '%1', hash = '%2' WHERE seq = %3")
                       .arg(QString::fromUtf8(canonicalJson(forged.detail)), forged.computeHash())
                       .arg(made.seq)});
    CHECK(violations(county).contains(QString("SIGNATURE_FALSE journal %1").arg(made.seq)));
}

TEST_CASE("A checkpoint that the registrar's key alone signed is worth nothing [SEC-02]")
{
    TestOffice county(allRooms());
    county.serve();
    county.enrol(1);
    const JournalEntry made = newest(county, "make");
    JournalEntry forged;
    forged.kind = "checkpoint";
    forged.operatorId = county.operatorId("au");
    forged.post = "AU";
    forged.workstation = "server";
    forged.detail = {{"seq", county.number("SELECT max(seq) FROM journal")},
                     {"head", county.office->journal().headHash()},
                     {"registrar", registrarKeyOf(made)}};
    Transaction transaction(county.office->database());
    county.office->journal().append(forged, *county.serviceKey, county.clock->now());
    transaction.commit();
    county.tamper({QString("UPDATE journal SET signature = '%1' WHERE seq = %2")
                       .arg(QString(128, 'a'))
                       .arg(made.seq)});
    VerifyOptions since;
    since.sinceCheckpoint = true;
    const VerifyReport report = county.office->verify(since);
    CHECK(report.comparedWith.contains("no good checkpoint"));
    const QStringList named = violations(county);
    CHECK(named.contains(QString("SIGNATURE_FALSE journal %1").arg(made.seq)));
    CHECK(named.contains(
        QString("SIGNATURE_FALSE journal %1").arg(county.number("SELECT max(seq) FROM journal"))));
}
