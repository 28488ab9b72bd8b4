// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/public_network.h"
#include "operations/county_file.h"
#include "operations/office.h"
#include <QDeadlineTimer>
#include <chrono>
#include <functional>

namespace jubao {

/**
 * The options with which an office is opened whose folder may say that its books are on a county
 * server (`office.county`): on the server's own machine over its socket, on a PC as a desk that
 * asks the county's service. For a folder that holds its books they stay as they are. Throws
 * DatabaseError for a county file that is damaged or of a newer program.
 */
Office::Options reachingBooks(const QString &folder, Office::Options options);

/**
 * The database server of this machine listens where it says; no service runs behind one that can be
 * reached from a public network (SEC-11). Throws RefusedError: PUBLIC_SERVER, or ADDRESSES_UNSEEN
 * where the program is kept from seeing which addresses that are.
 */
void requirePrivateServer(const CountyFile &county, const QString &listenAddresses,
                          const QList<QHostAddress> &here = addressesHere(),
                          bool interfaces = seesInterfaces());

/** Looks now and then while the service runs whether this machine has got a public address on which
 * the database server listens: where it listens by name or by number nothing changes, and nobody
 * waits for a name. */
class PrivateServerWatch {
public:
    /** Throws as `requirePrivateServer`. */
    PrivateServerWatch(const CountyFile &county, const QString &listenAddresses,
                       std::chrono::milliseconds every = std::chrono::minutes(1),
                       std::function<QList<QHostAddress>()> here = addressesHere);
    /** Throws RefusedError(PUBLIC_SERVER). */
    void look();

private:
    CountyFile m_county;
    bool m_everywhere;
    std::chrono::milliseconds m_every;
    std::function<QList<QHostAddress>()> m_here;
    QDeadlineTimer m_next;
};

} // namespace jubao
