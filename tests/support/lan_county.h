// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/error.h"
#include "hub/hub.h"
#include "hub/hub_port.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <thread>

namespace jubao::test {

/** A county on the server: the service in a thread, and this program a desk that has neither books
 * nor key file. Whoever signs in does so over the wire. `service` is the test's own look at it. */
class LanCounty : public TestOffice {
public:
    /** \a patience: how long this desk waits for an answer. */
    explicit LanCounty(std::chrono::milliseconds patience = std::chrono::seconds(20))
        : TestOffice(allRooms())
    {
        serve();
        facts = office->slotFile().office();
        start();
        port = portOf("pc-1", patience);
        deskBy(port);
    }
    ~LanCounty()
    {
        office.reset();
        port.reset();
        stop();
        RequestDesk desk(server().value());
        for (const char *name : {"sa", "se", "aa", "dir", "dep", "en1", "en2", "co1", "co2", "fh",
                                 "gl", "ca", "au", "tc", "tr", "tc9", "new"})
            desk.dismiss(name);
        desk.dismissGreeter();
    }
    LanCounty(const LanCounty &) = delete;
    LanCounty &operator=(const LanCounty &) = delete;

    std::shared_ptr<HubPort> portOf(const QString &workstation,
                                    std::chrono::milliseconds patience = std::chrono::seconds(20))
    {
        return std::make_shared<HubPort>(
            HubPort::County{server().value(), serviceKey->publicKeyHex(), facts}, workstation,
            patience);
    }
    /** Another PC of the county. */
    std::unique_ptr<Office> deskAt(const QString &workstation)
    {
        Office::Options own = options();
        own.workstation = workstation;
        own.county = portOf(workstation);
        return Office::open({}, own);
    }
    /** \a by: another way to the server, which may end under the service. */
    void start(const std::optional<ServerAddress> &by = {})
    {
        m_hub = std::jthread([this, by](const std::stop_token &stopping) {
            try {
                const std::unique_ptr<Office> own = openService(by);
                Hub hub(*own, openService(by), serviceKey, by.value_or(server().value()));
                ready = true;
                while (!stopping.stop_requested())
                    served += hub.serve(std::chrono::milliseconds(20)) ? 1 : 0;
            } catch (const DatabaseError &error) {
                if (!by || error.kind() != DatabaseError::Kind::ServerGone)
                    throw;
            }
        });
        while (!ready)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    void stop()
    {
        m_hub.request_stop();
        m_hub = {};
        ready = false;
    }

    QJsonObject facts; ///< what the county's file says of the office
    std::shared_ptr<HubPort> port;
    std::atomic<int> served = 0;
    std::atomic<bool> ready = false;

private:
    std::jthread m_hub;
};

} // namespace jubao::test
