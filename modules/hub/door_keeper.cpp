// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/door_keeper.h"

#include "database/error.h"

namespace jubao {

namespace {

constexpr std::chrono::milliseconds betweenLooks(5000);
/** Nobody's program keeps one for longer than its largest question takes on the way. */
constexpr std::chrono::seconds longestTransaction(30);

} // namespace

DoorKeeper::DoorKeeper(const ServerAddress &books, const QString &servicePublicKey)
    : m_greeterPassword(RequestDesk::greeterPassword(servicePublicKey))
    , m_desk(books)
{
    if (!m_desk.seesTransactions())
        qWarning("the service's role may not see how long transactions stand, so that none is "
                 "ended: county-server.sh gives it that");
    look();
    m_worker.emplace([this] {
        if (m_looked.hasExpired(betweenLooks.count()))
            look();
        else
            std::this_thread::sleep_for(untilItLooksUp);
    });
}

void DoorKeeper::look()
{
    // Each by itself, so that whoever stands in the way of one does not spare himself the other.
    const auto unlessHindered = [](const char *what, const std::function<void()> &work) {
        try {
            work();
        } catch (const DatabaseError &error) {
            if (error.kind() == DatabaseError::Kind::ServerGone)
                throw;
            qWarning("%s comes later: %s", what, qPrintable(error.detail()));
        }
    };
    unlessHindered("the end of long transactions",
                   [this] { m_desk.endLongTransactions(longestTransaction); });
    // Not tried first: how long a proof takes says whoever set the password.
    unlessHindered("the greeter's role", [this] { m_desk.admitGreeter(m_greeterPassword); });
    m_looked.start();
}

} // namespace jubao
