// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "database/query.h"
#include "hub/wire.h"
#include "operations/data_right.h"
#include "operations/verify.h"
#include "support/lan_county.h"
#include <QCoreApplication>
#include <QDir>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;
using namespace std::chrono_literals;

namespace {

/** Lines of the trail. */
qint64 lines(LanCounty &county, const QString &kind, const QString &name = {})
{
    return county.number(
        QStringLiteral("SELECT count(*) FROM access_trail WHERE kind = '%1'%2")
            .arg(kind,
                 name.isEmpty()
                     ? QString()
                     : QStringLiteral(" AND operator = %1").arg(county.operatorId(name))));
}

QStringList violations(LanCounty &county)
{
    QStringList list; // in words, for whoever reads the failure
    const VerifyReport report = county.service->verify({});
    for (const Violation &each : report.violations)
        list.append(each.code + u' ' + each.place + u' ' + each.text);
    if (!list.isEmpty())
        WARN(list.join(u'\n').toStdString());
    return list;
}

qint64 collected(LanCounty &county, qint64 person, const QString &number)
{
    return county
        .make("tc", "contributions.collect",
              {{"person", person},
               {"year", 2026},
               {"amount", 20000},
               {"number", number},
               {"payer", "self"}})
        .operation;
}

qint64 readsPersons(LanCounty &county, const QString &name)
{
    const std::unique_ptr<Database> books = county.port->booksFor(name);
    Query query = books->prepare("SELECT count(*) FROM person");
    return query.next() ? query.integer(0) : -1;
}

} // namespace

TEST_CASE("A day's work of a township is done at desks that have neither books nor keys [SEC-13]",
          "[server]")
{
    LanCounty county;
    const qint64 person = county.enrol(1);
    REQUIRE(person != 0);
    county.issueNumbers("tc", "A");
    const qint64 first = collected(county, person, "A00000001");
    CHECK(county.office->inbox(county.as("tr")).size() == 1);
    CHECK(county.office->waitsFor(county.as("tr"), first));
    CHECK_FALSE(county.office->waitsFor(county.as("tc"), first));
    CHECK(county.office->effects(county.as("tr"), first).lines.size() > 1);
    CHECK(county.act("tr", ActionKind::Recheck, first).state == OperationState::Posted);
    CHECK(county.office->responsibility(county.as("tr"), first).size() == 2);

    // The receipt is given once; what did not come out was not given.
    const QString receipt = "contributions.receipt";
    const auto jam = [](const Office::Printable &) { throw std::runtime_error("jam"); };
    CHECK_THROWS_AS(county.office->giveOut(county.as("tc"), receipt, first, jam),
                    std::runtime_error);
    QString number;
    QString foot;
    county.office->giveOut(county.as("tc"), receipt, first, [&](const Office::Printable &paper) {
        number = paper.data.number;
        foot = paper.foot;
        CHECK(paper.stamp.isEmpty());
    });
    CHECK(number == "A00000001");
    CHECK_FALSE(foot.isEmpty());
    CHECK_FALSE(county.office->prepareToPrint(county.as("tc"), receipt, first).stamp.isEmpty());
    CHECK(lines(county, "print", "tc") == 2);
    CHECK(lines(county, "print_failed", "tc") == 1);

    // A form that changes a person is filled in by the service, which leaves a line.
    const QJsonObject filled =
        county.office->prefill(county.as("tc"), "enrollment.change", {{"person", person}});
    CHECK(filled["phone"].toString() == county.newPerson(1)["phone"].toString());
    CHECK(lines(county, "prefill", "tc") == 1);
    // However much is asked along with it.
    QJsonObject padded{{"person", person}};
    for (int i = 0; i < 100; ++i)
        padded.insert(QString::number(i), i);
    CHECK(county.port->prefill("tc", "enrollment.change", padded)["phone"] == filled["phone"]);
    CHECK(lines(county, "prefill", "tc") == 2);
    QJsonObject changing = filled;
    changing["person"] = person;
    changing["phone"] = "13900000001";
    const qint64 change = county.make("tc", "enrollment.change", changing, {"id_card"}).operation;
    const OperationView seen = county.office->view(county.as("tr"), change);
    CHECK_FALSE(seen.changes.isEmpty());
    CHECK(county.act("tr", ActionKind::Recheck, change).state == OperationState::Posted);

    // What is sealed opens for who may reveal it, with a line.
    CHECK(county.refused([&] { county.office->reveal(county.as("sa"), person); })
          == QStringList{"DATA_NOT_OPEN"});
    const QJsonObject clear = county.office->reveal(county.as("tc"), person);
    CHECK(clear["id_number"] == county.newPerson(1)["id_number"]);
    CHECK(clear["phone"] == "13900000001");
    CHECK(lines(county, "reveal", "tc") == 1);
    CHECK(county.office->historyOf(county.as("tc"), person).size() == 3);

    const ActResult closing = county.make("tc", "contributions.day_close",
                                          {{"operator", county.operatorId("tc")},
                                           {"day", "2026-03-02"},
                                           {"counted", 20000},
                                           {"deposit_slip", "B-7"}});
    CHECK(county.act("tr", ActionKind::Recheck, closing.operation).state == OperationState::Posted);
    // Another township learns nothing of the money that was taken here.
    county.as("tc9");
    const auto closed = [&county](const QString &name) {
        const std::unique_ptr<Database> books = county.port->booksFor(name);
        Query days = books->prepare("SELECT counted FROM day_close");
        return days.next() ? days.integer(0) : 0;
    };
    CHECK(closed("tc") == 20000);
    CHECK(closed("tc9") == 0);
    CHECK(violations(county) == QStringList());
    // Traces name the desk, and nothing of the office lies on it.
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'sign_in' AND "
                        "workstation = 'pc-1'")
          >= 5);
    CHECK(county.number("SELECT count(*) FROM journal WHERE kind = 'make' AND workstation = "
                        "'test-pc'")
          > 0);
}

TEST_CASE("A scan that was handed in at one desk is looked at from another", "[server]")
{
    LanCounty county;
    MakeRequest request;
    request.type = "enrollment.register";
    request.payload = county.newPerson(2);
    request.evidence = {{"id_card", "card.jpg", QByteArray("\xff\xd8\xff scan", 8)},
                        {"household_register", {}, {}}};
    const qint64 operation = county.office->make(county.as("tc"), request).operation;
    CHECK(county.office->evidence(county.as("tr"), operation, 1, "id_card", "card.jpg")
          == request.evidence.first().content);
    CHECK(lines(county, "evidence", "tr") == 1);
    CHECK(county.office->evidence(county.as("tr"), operation, 1, "id_card", "none.jpg").isEmpty());
}

TEST_CASE("A wrong password counts at the service and locks the account [SEC-10]", "[server]")
{
    LanCounty county;
    county.as("sa");
    const auto tries = [&](const QString &name, const QString &password) {
        return county.refused([&] { county.office->signIn(name, password); });
    };
    CHECK(tries("nobody", "x") == QStringList{"SIGN_IN_FAILED"});
    for (int i = 0; i < 5; ++i)
        CHECK(tries("tc", "wrong") == QStringList{"SIGN_IN_FAILED"});
    CHECK(tries("tc", TestOffice::password("tc")) == QStringList{"ACCOUNT_LOCKED"});
    CHECK(lines(county, "sign_in_failed") >= 6);
    county.clock->advance(qint64(31) * 60 * 1000);
    CHECK(county.as("tc").failedTriesSince() == 5);
    CHECK(violations(county) == QStringList());
}

TEST_CASE("Nobody learns whether there is an account, and gets no slot without its proof",
          "[server]")
{
    LanCounty county;
    const PasswordGround own = county.port->groundOf("tc", false);
    const PasswordGround none = county.port->groundOf("zhang.san", false);
    CHECK(own.salt.size() == none.salt.size());
    CHECK(own.cost == none.cost);
    CHECK(none.salt == county.port->groundOf("zhang.san", false).salt);
    CHECK(none.salt != county.port->groundOf("zhang.si", false).salt);
    CHECK(county.refused([&] { county.port->slotOf("tc", QByteArray(32, 'x')); })
          == QStringList{"SIGN_IN_FAILED"});
    // The right one gets it without what opens the books.
    const StretchedPassword password(TestOffice::password("tc"), own.salt, own.cost);
    const Slot slot = county.port->slotOf("tc", password.proof());
    CHECK(slot.sealedDataKey.isEmpty());
    CHECK(slot.nextSealedDataKey.isEmpty());
    CHECK_FALSE(slot.proofDigest == password.proof());
    CHECK(openSlot(slot, password)->dataKey.isEmpty());
    // Whoever is not signed in asks for nothing else.
    CHECK_THROWS_AS(county.port->view({}, 1), DatabaseError);
    CHECK_THROWS_AS(county.port->booksFor({})->prepare("SELECT 1").next(), DatabaseError);
}

TEST_CASE("A password is changed at the desk, and the service keeps the former ones out [SEC-10]",
          "[server]")
{
    LanCounty county;
    Session &tc = county.as("tc");
    const QString before = TestOffice::password("tc");
    CHECK(county.refused([&] { county.office->changePassword(tc, "wrong", "Another-One-42"); })
          == QStringList{"SIGN_IN_FAILED"});
    CHECK(county.refused([&] { county.office->changePassword(tc, before, before); })
          == QStringList{"PASSWORD_USED_BEFORE"});
    county.office->changePassword(tc, before, "Another-One-42");
    CHECK(county.refused([&] { county.office->signIn("tc", before); })
          == QStringList{"SIGN_IN_FAILED"});
    const auto session = county.office->signIn("tc", "Another-One-42");
    CHECK(session->name() == "tc");
    CHECK(lines(county, "password_changed", "tc") == 1);

    // A desk of somebody's own making: the tags say that the password is a former one.
    const PasswordGround ground = county.port->groundOf("tc", false);
    const QByteArray proof = StretchedPassword("Another-One-42", ground.salt, ground.cost).proof();
    const Slot slot = county.port->slotOf("tc", proof);
    const QString now = county.clock->now().toUTC().toString(Qt::ISODateWithMs);
    const Slot back = changePassword(slot, "Another-One-42", before, ground.cost, now);
    CHECK(county.refused([&] { county.port->changeSlot("tc", proof, back, {}); })
          == QStringList{"PASSWORD_USED_BEFORE"});
    Slot forgetful = changePassword(slot, "Another-One-42", "Third-One-4242", ground.cost, now);
    forgetful.lastPasswordTags = {forgetful.lastPasswordTags.first()};
    CHECK(county.refused([&] { county.port->changeSlot("tc", proof, forgetful, {}); })
          == QStringList{"SLOT_DAMAGED"});
    Slot older = changePassword(slot, "Another-One-42", "Third-One-4242", ground.cost,
                                "2030-01-01T00:00:00.000Z");
    CHECK(county.refused([&] { county.port->changeSlot("tc", proof, older, {}); })
          == QStringList{"CLOCK_SKEWED"});
    Slot foreign = slot;
    foreign.publicKey = KeyPair::generate()->publicKeyHex();
    CHECK(county.refused([&] { county.port->changeSlot("tc", proof, foreign, {}); })
          == QStringList{"SLOT_DAMAGED"});
    // Whoever comes in some other way than by the password of today asks nothing, though his
    // session were older than the change or its password one that he gave his role himself.
    ServerAddress address = county.server().value();
    address.role = RequestDesk::roleOf(address.schema, "tc");
    wire::LetterWriter letters(county.serviceKey->publicKeyHex());
    const auto answerTo = [&](const QByteArray &knows) {
        wire::Question asking{"tc", {}, {}, {}, {}};
        asking.call = {QStringLiteral("head"), "pc-9", {}};
        asking.proof = knows;
        const wire::Letter letter = letters.sealed(wire::toCbor(asking));
        return wire::openAnswer(letter.answerKey, RequestLine(address).ask(letter.sealed, 10s));
    };
    CHECK_FALSE(wire::isOfAnotherPassword(answerTo(proof)));
    const QByteArray old = StretchedPassword(before, ground.salt, ground.cost).proof();
    for (const QByteArray &knows : {old, QByteArray()})
        CHECK_THROWS_AS(answerTo(knows), DatabaseError); // the session ends with that answer
    // Nobody whose change is refused ends the lines of whose key it is.
    county.port->slotOf("tc", proof);
    RequestLine standing(address);
    const Slot third = changePassword(slot, "Another-One-42", "Third-One-4242", ground.cost, now);
    CHECK(county.refused([&] { county.port->changeSlot("tc", {}, third, {}); })
          == QStringList{"SIGN_IN_FAILED"});
    CHECK(standing.ask("no letter", 10s).isEmpty());
    CHECK(county.number("SELECT count(*) FROM pg_authid WHERE rolpassword IS NOT NULL AND rolname "
                        "= '"
                        + address.role + '\'')
          == 1);
    CHECK(violations(county) == QStringList());
}

TEST_CASE("A line that breaks after a change of the password is drawn again with the new one",
          "[server]")
{
    LanCounty county;
    Session &tc = county.as("tc");
    county.office->changePassword(tc, TestOffice::password("tc"), "Another-One-42");
    // The server lets nobody in for ever behind one proof.
    RequestDesk(county.server().value()).admit("tc", "gone", 60s);
    county.number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE "
                  "'%_desk.answer%' AND usename LIKE '%_tc'");
    CHECK(county.office->glance());
    CHECK(county.office->signIn("tc", "Another-One-42")->failedTriesSince() == 0);
}

TEST_CASE(
    "A new operator is invited, admitted and confirmed without a key file on any desk [SEC-17]",
    "[server]")
{
    LanCounty county;
    const ActResult opened = county.make("sa", "administration.open_account",
                                         {{"name", "new"},
                                          {"display_name", "Li Xin"},
                                          {"person", TestOffice::idNumber(QDate(1990, 5, 1), 77)}},
                                         {"id_card"});
    county.act("se", ActionKind::Approve, opened.operation);
    CHECK(county.office->keyMadeBy(county.as("sa"), "new").isEmpty());
    const QString code = county.office->invite(county.as("sa"), "new");
    CHECK(county.refused([&] {
        county.office->admit("new", "AAAAA-AAAAA-AAAAA-AAAAA", TestOffice::password("new"));
    }) == QStringList{"SIGN_IN_FAILED"});
    county.office->admit("new", code, TestOffice::password("new"));
    const QString key = county.office->keyMadeBy(county.as("sa"), "new");
    CHECK_FALSE(key.isEmpty());
    CHECK(county.refused([&] { county.as("new"); }) == QStringList{"KEY_NOT_CONFIRMED"});
    const ActResult confirming = county.make(
        "sa", "system.operator_key",
        {{"action", "open"}, {"operator", county.operatorId("new")}, {"public_key", key}});
    county.act("se", ActionKind::Approve, confirming.operation);
    CHECK(county.as("new").displayName() == "Li Xin");
    // The code is spent, and its invitation bears the administrator's own signature.
    CHECK(county.refused([&] { county.office->admit("new", code, "Quite-Other-77"); })
          == QStringList{"SIGN_IN_FAILED"});
    CHECK(violations(county) == QStringList());
    CHECK(county.number("SELECT count(*) FROM journal WHERE kind = 'invite'") > 0);
}

TEST_CASE("A colleague decides on the spot, and a locked desk opens with its password", "[server]")
{
    LanCounty county;
    MakeRequest request;
    request.type = "enrollment.register";
    request.payload = county.newPerson(4);
    request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
    Session &tc = county.as("tc");
    const qint64 operation = county.office->make(tc, request).operation;
    const auto tr = county.office->signInOnTheSpot("tr", TestOffice::password("tr"), "recheck");
    const OperationView seen = county.office->view(*tr, operation);
    Action action;
    action.kind = ActionKind::Recheck;
    action.operation = operation;
    action.revision = seen.revision;
    action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
    action.seenDigest = seen.digest;
    county.office->act(*tr, action);
    CHECK(lines(county, "on_the_spot", "tr") == 1);
    county.office->lock(tc);
    CHECK(county.refused([&] { county.office->make(tc, request); })
          == QStringList{"SESSION_LOCKED"});
    CHECK(county.refused([&] { county.office->unlock(tc, "wrong"); })
          == QStringList{"SIGN_IN_FAILED"});
    county.office->unlock(tc, TestOffice::password("tc"));
    CHECK(tc.failedTriesSince() == 1);
    CHECK_FALSE(tc.isLocked());
    CHECK(violations(county) == QStringList());
}

TEST_CASE("A roster goes to the service row by row, and what is not taken comes back", "[server]")
{
    LanCounty county;
    const auto rows = [&] {
        QList<BatchRow> list;
        for (int i = 1; i <= 3; ++i) {
            QJsonObject values = county.newPerson(10 + i);
            if (i == 2)
                values["name"] = "";
            list.append({i + 1, values, {}, {}});
        }
        return RowSource{[list, place = 0](BatchRow &row) mutable {
            if (place == list.size())
                return false;
            row = list.at(place++);
            return true;
        }};
    };
    QList<qint64> back;
    MakeRequest request;
    request.type = "enrollment.roster";
    request.payload = {
        {"division", "411024100201"}, {"file", "village.xlsx"}, {"file_digest", QString(64, u'a')}};
    request.evidence = {{"roster", {}, {}}};
    request.rows = rows();
    request.givenBack = [&back](const BatchRow &row, const Findings &why) {
        CHECK_FALSE(why.isEmpty());
        back.append(row.number);
    };
    const ActResult made = county.office->make(county.as("tc"), request);
    CHECK(made.rowsTaken == 2);
    CHECK(back == QList<qint64>{3});
    // Rows that lie staged are judged again for whoever handed them in, and for nobody else.
    county.as("en1");
    CHECK(county.port->checkRows("tc", request.type, request.payload, {}, made.operation, {}).good
          == 2);
    CHECK(county.refused([&] {
        county.port->checkRows("en1", request.type, request.payload, {}, made.operation, {});
    }) == QStringList{"MAKER_ONLY"});

    // Whoever decides looks at them: judged by what they are, shown as masks, found by a number
    // that is typed whole, and opened with a line.
    RowsLook look{made.operation, 1, -1, 10, {}, true, false};
    const QString whole = county.newPerson(11)["id_number"].toString();
    look.number = whole;
    const QList<SeenRow> masked = county.office->lookAtRows(county.as("tr"), look);
    REQUIRE(masked.size() == 2);
    CHECK(masked.first().values["id_number"].toString().contains("****"));
    CHECK(masked.first().values["name"] == county.newPerson(11)["name"]);
    CHECK(masked.first().findings.isEmpty());
    CHECK(masked.first().hasNumber);
    CHECK_FALSE(masked.last().hasNumber);
    CHECK(lines(county, "reveal") == 0);
    look.revealed = true;
    CHECK(county.office->lookAtRows(county.as("tc"), look).first().values["id_number"] == whole);
    CHECK(lines(county, "reveal", "tc") == 1);
    // Whichever page it begins with.
    look.after = masked.first().number;
    CHECK(county.office->lookAtRows(county.as("tc"), look).size() == 1);
    CHECK(lines(county, "reveal", "tc") == 2);
    CHECK(county.refused([&] { county.office->lookAtRows(county.as("sa"), look); })
          == QStringList{"DATA_NOT_OPEN"});
    county.as("tc9");
    CHECK(county.refused([&] { county.port->lookAtRows("tc9", look); })
          == QStringList{"DIVISION_OUTSIDE"});
    look.operation = 4711;
    CHECK(county.refused([&] { county.office->lookAtRows(county.as("tc"), look); })
          == QStringList{"OPERATION_UNKNOWN"});
    CHECK(violations(county) == QStringList());
}

TEST_CASE("A desk writes no line of the trail that the law reads again", "[server]")
{
    LanCounty county;
    county.as("tc");
    for (const char *kind : {"sign_in", "slot_kept", "slot_coming", "head_signed", "reveal",
                             "admitted", "password_changed", "nonsense"}) {
        INFO(kind);
        CHECK_THROWS_AS(county.port->note("tc", kind, "x", {}), DatabaseError);
    }
    CHECK_THROWS_AS(county.port->note("tc", "print", "contributions.receipt 1", {}), DatabaseError);
    // Nor by the way of signing in, whose lines are two.
    const qint64 before = county.number("SELECT count(*) FROM access_trail");
    const PlaceFacts place{QCoreApplication::applicationVersion(),
                           Migrations::shipped().latest(),
                           county.registry->digest().left(PlaceFacts::shortDigest),
                           {}};
    CHECK_THROWS_AS(county.port->signedIn("tc", SignInWay(3), place), DatabaseError);
    CHECK(county.port->signedIn("tc", SignInWay::NewPassword, place).displayName == "TC");
    CHECK(county.number("SELECT count(*) FROM access_trail") == before);
    county.port->note("tc", "print", "contributions.receipts", "12 rows");
    CHECK(lines(county, "print", "tc") == 1);
}

TEST_CASE("A desk can be left while nobody answers, and a glance holds nobody up [SEC-10]",
          "[server]")
{
    LanCounty county;
    const auto quick = county.portOf("pc-3", 300ms);
    county.deskBy(quick);
    Session &tc = county.as("tc");
    CHECK(county.office->glance() == county.number("SELECT max(seq) FROM journal"));
    county.stop();
    CHECK_FALSE(county.office->glance());
    CHECK_THROWS_AS(county.office->view(tc, 1), DatabaseError);
    county.office->lock(tc);
    CHECK(tc.isLocked());
    county.start();
    county.office->unlock(tc, TestOffice::password("tc"));
    CHECK(county.office->glance());
    county.stop();
    const auto session = std::make_shared<Session>(tc);
    county.office->signOut(session);
    CHECK(session->isLocked());
    county.start();
}

TEST_CASE("What needs the key file is done at the server", "[server]")
{
    LanCounty county;
    Session &sa = county.as("sa");
    const QStringList there{"AT_THE_SERVER"};
    CHECK(county.refused([&] { county.office->verify({}); }) == there);
    CHECK(county.refused([&] { county.office->backup(sa, "/nowhere/b.jubao"); }) == there);
    CHECK(county.refused([&] { county.office->rawDataKey(sa, county.as("se")); }) == there);
    CHECK(county.refused([&] { county.office->makeRegistrarKey(sa); }) == there);
    CHECK(county.refused([&] { county.office->upgrade({}); }) == there);
    CHECK(county.refused([&] { county.office->recover({}); }) == there);
    CHECK(county.refused([&] {
        county.office->dryRun(sa, "enrollment.register", county.newPerson(1));
    }) == there);
}

TEST_CASE("Whose post ends has no role on the server any more, whose day comes as well [SEC-19]",
          "[server]")
{
    LanCounty county;
    const auto hasRole = [&county](const QString &name) {
        return county.number(QStringLiteral("SELECT count(*) FROM pg_roles WHERE rolname = '%1'")
                                 .arg(RequestDesk::roleOf(county.server()->schema, name)))
            == 1;
    };
    const auto ends = [&county](const QString &name, const QString &lastDay) {
        QJsonObject end{{"action", "end"}, {"operator", county.operatorId(name)}, {"post", "EN"}};
        if (!lastDay.isEmpty())
            end["valid_to"] = lastDay;
        return county.assignPost(end, "moves on").state;
    };
    county.as("of"); // the desk reads as who signed in there first
    county.as("tc");
    for (const char *name : {"en2", "en3"}) {
        const PasswordGround ground = county.port->groundOf(name, false);
        county.port->slotOf(
            name, StretchedPassword(TestOffice::password(name), ground.salt, ground.cost).proof());
    }
    REQUIRE((hasRole("en2") && hasRole("en3") && hasRole("tc")));
    CHECK(ends("en2", {}) == OperationState::Posted);
    CHECK_FALSE(hasRole("en2"));
    CHECK(ends("en3", "2026-03-03") == OperationState::Posted);
    CHECK(hasRole("en3"));
    county.clock->advance(qint64(48) * 3600 * 1000);
    for (int waited = 0; hasRole("en3") && waited < 100; ++waited)
        std::this_thread::sleep_for(50ms);
    CHECK_FALSE(hasRole("en3"));
    CHECK(hasRole("tc"));
}

TEST_CASE(
    "What belongs to another township is refused at a desk by its number, whatever is asked of "
    "it, and the try stays [CTL-02]",
    "[server]")
{
    LanCounty county;
    county.as("fh"); // the desk reads as who signed in there first
    const qint64 here = county.enrol(1);
    const qint64 enrolled = county.number("SELECT max(id) FROM operation WHERE type = "
                                          "'enrollment.register'");
    county.issueNumbers("tc", "A");
    collected(county, here, "A00000001");
    county.as("tc9");
    CountyService &service = *county.port;
    const std::function<void()> ways[]{
        [&] { service.view("tc9", enrolled); },
        [&] { service.effects("tc9", enrolled); },
        [&] { service.responsibility("tc9", enrolled); },
        [&] { service.evidence("tc9", enrolled, 1, "id_card", {}); },
        [&] {
            service.papers("tc9", {false, "enrollment.registration_form", enrolled});
        },
        [&] {
            service.papers("tc9", {true, "accounts.statement", here});
        },
        [&] {
            service.prefill("tc9", "enrollment.change", {{"person", here}});
        },
        [&] {
            service.prefill("tc9", "enrollment.move",
                            {{"person", here}, {"division", "411024900201"}});
        },
        [&] {
            service.prefill("tc9", "contributions.refund", {{"receipt", "A00000001"}});
        },
        [&] {
            service.prefill("tc9", "contributions.credit_suspense", {{"receipt", "A00000001"}});
        },
        [&] {
            service.prefill("tc9", "contributions.credit_suspense",
                            {{"receipt", "A00000001"}, {"person", 0}});
        }};
    const qint64 before = lines(county, "refused", "tc9");
    for (const auto &asks : ways)
        CHECK(county.refused(asks) == QStringList{"DIVISION_OUTSIDE"});
    // Neither by what a form's rules or a refusal would say of it.
    const QJsonObject guess{{"receipt", "A00000001"}, {"person", 1}, {"year", 2026}, {"amount", 1}};
    const Findings told = service.check("tc9", "contributions.credit_suspense", guess);
    REQUIRE(told.size() == 1);
    CHECK(told.first().code == "DIVISION_OUTSIDE");
    CHECK(service.check("tc9", "contributions.collect", {{"person", here}, {"year", 2026}})
              .first()
              .code
          == "DIVISION_OUTSIDE");
    // That somebody is enrolled elsewhere a form says, not who it is; tries are counted.
    const qint64 compared = lines(county, "sealed_compared", "tc9");
    QJsonObject twice = county.newPerson(1);
    twice["division"] = "411024900201";
    QString words;
    for (const Finding &each : service.check("tc9", "enrollment.register", twice))
        words += each.code + each.text;
    CHECK(words.contains("ALREADY_ENROLLED"));
    CHECK_FALSE(words.contains(TestOffice::personName(1)));
    for (int waited = 0; lines(county, "sealed_compared", "tc9") == compared && waited < 100;
         ++waited)
        std::this_thread::sleep_for(50ms);
    CHECK(lines(county, "sealed_compared", "tc9") > compared);
    twice["division"] = "411024100999"; // nowhere, but as if in the other township
    const Findings nowhere = service.check("tc9", "enrollment.register", twice);
    REQUIRE_FALSE(nowhere.isEmpty());
    for (const Finding &each : nowhere)
        CHECK(each.code == "DIVISION_OUTSIDE");
    // Nor somebody who is to come from there, before he is here.
    const QJsonObject comes{{"person", here}, {"division", "411024900201"}};
    CHECK(service.check("tc9", "enrollment.move", comes).first().code == "DIVISION_OUTSIDE");
    const std::pair<QString, QJsonObject> crafted[]{{"contributions.credit_suspense", guess},
                                                    {"enrollment.move", comes}};
    for (const auto &[type, payload] : crafted) {
        const MakeRequest make{type, payload, {}, {}, {}, {}, {}, 0, {}, type};
        CHECK(county.refused([&] { service.make("tc9", make, {}); })
              == QStringList{"DIVISION_OUTSIDE"});
    }
    CHECK(county.refused([&] { service.reveal("tc9", here); }) == QStringList{"DATA_NOT_OPEN"});
    CHECK(lines(county, "refused", "tc9") == before + 14);
    CHECK(service.list("tc9", Listing::History, here).isEmpty());
    CHECK_FALSE(service.waitsFor("tc9", enrolled));
    CHECK(service.view("tc", enrolled).id == enrolled);
    // Who holds posts in two townships sees these two and not the county.
    county.assignPost({{"action", "give"},
                       {"operator", county.operatorId("tc9")},
                       {"post", "TC"},
                       {"division", "411024100"}},
                      "helps out");
    CHECK(service.view("tc9", enrolled).id == enrolled);
    CHECK(divisionsInSight(county.service->sightOf("tc9").posts)
          == QStringList{"411024100", "411024900"});
    CHECK(readsPersons(county, "tc9") == 1);
    CHECK(readsPersons(county, "tr") == 1);
}
