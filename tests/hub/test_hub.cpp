// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/error.h"
#include "hub/hub.h"
#include "hub/hub_port.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <catch2/catch.hpp>
#include <thread>

using namespace jubao;
using namespace jubao::test;
using namespace std::chrono_literals;

namespace {

const QStringList people{"sa",  "se", "aa", "dir", "dep", "en1", "en2", "co1",
                         "co2", "fh", "gl", "ca",  "au",  "tc",  "tr"};

/** A county whose people ask by connections of their own, and the service in a thread. */
class LanCounty : public TestOffice {
public:
    LanCounty() : TestOffice(allRooms())
    {
        serve();
        service.reset();
        RequestDesk desk(server().value());
        port = std::make_shared<HubPort>(server().value(), serviceKey->publicKeyHex(), 20s);
        for (const QString &name : people) {
            desk.admit(name, password(name).toUtf8());
            port->letIn(name, password(name).toUtf8());
        }
        start();
        askBy(port);
    }
    ~LanCounty()
    {
        stop();
        RequestDesk desk(server().value());
        for (const QString &name : people) {
            port->letOut(name);
            desk.dismiss(name);
        }
    }
    void start()
    {
        m_hub = std::jthread([this](const std::stop_token &stopping) {
            const std::unique_ptr<Office> own = openService();
            Hub hub(*own, serviceKey, server().value());
            while (!stopping.stop_requested())
                served += hub.serve(20ms) ? 1 : 0;
        });
    }
    void stop()
    {
        m_hub.request_stop();
        m_hub = {};
    }

    std::shared_ptr<HubPort> port;
    std::atomic<int> served = 0;

private:
    std::jthread m_hub;
};

} // namespace

TEST_CASE("One enrolment and one collection go through the service of the county", "[server]")
{
    LanCounty county;
    const qint64 person = county.enrol(1);
    CHECK(person != 0);
    county.issueNumbers("tc", "A");
    const ActResult made = county.make("tc", "contributions.collect",
                                       {{"person", person},
                     {"year", 2026},
                     {"amount", 20000},
                     {"number", "A00000001"},
                     {"payer", "self"}});
    CHECK(county.act("tr", ActionKind::Recheck, made.operation).state == OperationState::Posted);
    CHECK(county.served >= 7);
    CHECK(county.office->verify({}).violations.isEmpty());
    CHECK(county.number("SELECT count(*) FROM account_entry") == 1);
    // A rule's no comes over the wire with its code and is in the trail.
    CHECK(county.refused([&] { county.act("tc", ActionKind::Recheck, made.operation); })
              .contains("NOT_IN_THIS_STATE"));
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'refused'") > 0);
}

TEST_CASE("A service that is started anew answers what was asked meanwhile, once", "[server]")
{
    LanCounty county;
    county.stop();
    MakeRequest request;
    request.type = "enrollment.register";
    request.payload = county.newPerson(3);
    request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
    request.actionId = "the-one";
    std::jthread later([&county] {
        std::this_thread::sleep_for(300ms);
        county.start();
    });
    const ActResult made = county.office->make(county.as("tc"), request);
    CHECK(made.operation != 0);
    const ActResult again = county.office->make(county.as("tc"), request);
    CHECK(again.operation == made.operation);
    CHECK(county.number("SELECT count(*) FROM journal WHERE action = 'the-one'") == 1);
}

TEST_CASE("Nobody asks in another's name", "[server]")
{
    LanCounty county;
    // The colleague's connection, his own key: the server knows who signed in.
    HubPort forged(county.server().value(), county.serviceKey->publicKeyHex(), 5s);
    forged.letIn("tr", TestOffice::password("tr").toUtf8());
    MakeRequest request;
    request.type = "enrollment.register";
    request.payload = county.newPerson(3);
    request.actionId = "forged";
    CHECK_THROWS_AS(forged.make("tc", request, {}), DatabaseError);
    Asked asked{county.clock->now().toUTC().toString(Qt::ISODateWithMs),
                "pc",
                {},
                false,
                QByteArray(64, 'x')};
    CHECK(county.refused([&] { county.port->make("tc", request, asked); })
          == QStringList{"EVIDENCE_MISSING"});
    request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
    CHECK(county.refused([&] { county.port->make("tc", request, asked); })
          == QStringList{"SIGNED_OTHERWISE"});
    CHECK(county.number("SELECT count(*) FROM journal WHERE action = 'forged'") == 0);
}
