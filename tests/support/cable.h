// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/server_address.h"
#include <QTemporaryDir>
#include <atomic>
#include <list>
#include <thread>

namespace jubao::test {

/** The cable between one PC, or the service, and the server: all that goes through it waits while
 * it is pulled, and its lines are gone when it is cut. */
class Cable {
public:
    explicit Cable(ServerAddress to);
    ~Cable();
    Cable(const Cable &) = delete;
    Cable &operator=(const Cable &) = delete;

    /** The server by way of the cable. */
    ServerAddress address() const;
    void pull() { m_pulled = true; }
    void plug()
    {
        m_left = -1;
        m_pulled = false;
    }
    /** When so much more was sent to the server, as packets, all lines are gone and it stays
     * pulled; new ones can be drawn when it is plugged in. */
    void cutAfter(int packets) { m_left = packets; }
    bool isPulled() const { return m_pulled; }

private:
    struct Line {
        int near = -1;
        int far = -1;
    };
    void carry(const std::stop_token &stop);
    void take();
    void drop();
    bool passOn(Line &line);

    ServerAddress m_to;
    QTemporaryDir m_folder; ///< of the socket, where the server has one
    int m_port = 0;
    int m_listens = -1;
    std::list<Line> m_lines;
    std::atomic<bool> m_pulled = false;
    std::atomic<int> m_left = -1; ///< packets; below 0 without end
    std::jthread m_carrier;
};

} // namespace jubao::test
