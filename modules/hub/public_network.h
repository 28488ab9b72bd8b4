// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>
#include <QStringList>

namespace jubao {

/** A network that the county calls its own although its addresses are public ones: 59.192.0.0/10.
 */
using OwnNetworks = QList<std::pair<QHostAddress, int>>;
/** Throws std::invalid_argument for what is no network. */
OwnNetworks ownNetworksFrom(const QStringList &texts);

/** One that is neither private, nor of this computer or its wire alone, nor in an own network
 * (SEC-11). */
bool isPublicAddress(const QHostAddress &address, const OwnNetworks &own = {});

/**
 * Public addresses of this computer's interfaces that are up, and public gateways that it sends
 * everything to that it knows no nearer way for (Linux: /proc/net/route). Opens no connection; that
 * a private gateway leads on to the internet cannot be seen from here.
 */
QStringList publicAddressesHere(const OwnNetworks &own = {});
/** The gateways in the text of /proc/net/route. */
QList<QHostAddress> gatewaysIn(const QByteArray &routes);

/** Where a server of this computer listens (its `listen_addresses`) that is public; `here` are this
 * computer's addresses, for "*". */
QStringList publicListeners(const QString &listenAddresses, const QList<QHostAddress> &here,
                            const OwnNetworks &own = {});
/** Whether it can be seen from here where that is: a name has addresses, and for "*" this program
 * sees the computer's `interfaces`. */
bool seesListeners(const QString &listenAddresses, bool interfaces);
/** Whether it listens on whatever address this computer has. */
bool listensEverywhere(const QString &listenAddresses);
/** This computer's addresses. */
QList<QHostAddress> addressesHere();
/** Whether there is an interface beside that to the computer itself: a program that is kept from
 * the network sees none. */
bool seesInterfaces();

} // namespace jubao
