// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/cable.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <catch2/catch.hpp>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

namespace jubao::test {

namespace {

/** Of a server on loopback, or of the socket of one on this machine. */
struct Place {
    Place(const QString &folder, int port)
    {
        if (folder.isEmpty()) {
            tcp.sin_family = AF_INET;
            tcp.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            tcp.sin_port = htons(uint16_t(port));
            return;
        }
        const QByteArray path = (folder + QStringLiteral("/.s.PGSQL.%1").arg(port)).toUtf8();
        REQUIRE(path.size() < qsizetype(sizeof local.sun_path));
        local.sun_family = AF_UNIX;
        std::copy(path.begin(), path.end(), local.sun_path);
        family = AF_UNIX;
        address = reinterpret_cast<sockaddr *>(&local);
        size = sizeof local;
    }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

    int opened() const { return socket(family, SOCK_STREAM, 0); }

    sockaddr_in tcp{};
    sockaddr_un local{};
    int family = AF_INET;
    sockaddr *address = reinterpret_cast<sockaddr *>(&tcp);
    socklen_t size = sizeof tcp;
};

bool isFolder(const QString &host)
{
    return host.startsWith(u'/');
}

bool pass(int from, int to)
{
    std::array<char, 65536> bytes{};
    const ssize_t come = recv(from, bytes.data(), bytes.size(), 0);
    if (come <= 0)
        return false;
    for (ssize_t gone = 0; gone < come;) {
        const ssize_t part = send(to, bytes.data() + gone, size_t(come - gone), MSG_NOSIGNAL);
        if (part <= 0)
            return false;
        gone += part;
    }
    return true;
}

} // namespace

Cable::Cable(ServerAddress to) : m_to(std::move(to)), m_port(isFolder(m_to.host) ? m_to.port : 0)
{
    constexpr int waiting = 64;
    Place own(isFolder(m_to.host) ? m_folder.path() : QString(), m_port);
    m_listens = own.opened();
    REQUIRE(bind(m_listens, own.address, own.size) == 0);
    REQUIRE(listen(m_listens, waiting) == 0);
    if (!isFolder(m_to.host)) {
        REQUIRE(getsockname(m_listens, own.address, &own.size) == 0);
        m_port = ntohs(own.tcp.sin_port);
    }
    m_carrier = std::jthread([this](const std::stop_token &stop) { carry(stop); });
}

ServerAddress Cable::address() const
{
    ServerAddress address = m_to;
    address.port = m_port;
    if (isFolder(m_to.host))
        address.host = m_folder.path();
    return address;
}

Cable::~Cable()
{
    m_carrier = {};
    drop();
    close(m_listens);
}

void Cable::drop()
{
    for (const Line &line : m_lines) {
        close(line.near);
        close(line.far);
    }
    m_lines.clear();
}

void Cable::take()
{
    const Place far(isFolder(m_to.host) ? m_to.host : QString(), m_to.port);
    const Line line{accept(m_listens, nullptr, nullptr), far.opened()};
    if (connect(line.far, far.address, far.size) == 0) {
        m_lines.push_back(line);
        return;
    }
    close(line.near);
    close(line.far);
}

/** False where it was the last that goes through. */
bool Cable::passOn(Line &line)
{
    if (m_left == 0) {
        m_left = -1;
        m_pulled = true;
        drop();
        return false;
    }
    if (m_left > 0)
        --m_left;
    if (!pass(line.near, line.far)) {
        close(line.near);
        close(line.far);
        line = {};
    }
    return true;
}

void Cable::carry(const std::stop_token &stop)
{
    constexpr int stepMs = 20;
    while (!stop.stop_requested()) {
        if (m_pulled) {
            poll(nullptr, 0, stepMs);
            continue;
        }
        std::vector<pollfd> ends{{m_listens, POLLIN, 0}};
        for (const Line &line : m_lines) {
            ends.push_back({line.near, POLLIN, 0});
            ends.push_back({line.far, POLLIN, 0});
        }
        if (poll(ends.data(), ends.size(), stepMs) <= 0 || m_pulled)
            continue;
        size_t place = 1;
        bool whole = true;
        for (auto line = m_lines.begin(); whole && line != m_lines.end(); place += 2) {
            if (ends[place + 1].revents != 0 && !pass(line->far, line->near)) {
                close(line->near);
                close(line->far);
                *line = {};
            } else if (ends[place].revents != 0) {
                whole = passOn(*line);
            }
            if (whole)
                line = line->near < 0 ? m_lines.erase(line) : std::next(line);
        }
        if (!whole)
            continue;
        if (ends[0].revents != 0)
            take();
    }
}

} // namespace jubao::test
