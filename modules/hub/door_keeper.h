// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/request_channel.h"
#include "hub/worker.h"
#include <QElapsedTimer>
#include <optional>

namespace jubao {

/**
 * Keeps the way to the service open to everybody: whoever comes in as the greeter, or with a
 * clerk's password, can hold others up. In a thread and over a line of its own, so that neither
 * what is entered nor a server that is slow to let in makes it late, and nobody waits for it.
 */
class DoorKeeper {
public:
    /** By then the greeter comes in. Throws DatabaseError. */
    DoorKeeper(const ServerAddress &books, const QString &servicePublicKey);
    DoorKeeper(const DoorKeeper &) = delete;
    DoorKeeper &operator=(const DoorKeeper &) = delete;

    /** As `Worker::check`. */
    void check() const { m_worker->check(); }

private:
    void look();

    QByteArray m_greeterPassword;
    RequestDesk m_desk;
    QElapsedTimer m_looked;
    std::optional<Worker> m_worker;
};

} // namespace jubao
