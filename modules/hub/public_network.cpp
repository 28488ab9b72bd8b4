// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/public_network.h"

#include <QFile>
#include <QHostInfo>
#include <QNetworkInterface>
#include <QtEndian>
#include <algorithm>
#include <stdexcept>

namespace jubao {

namespace {

bool isIn(const QHostAddress &address, const OwnNetworks &networks)
{
    return std::any_of(networks.begin(), networks.end(),
                       [&address](const auto &each) { return address.isInSubnet(each); });
}

/** What nobody reaches from the internet (IANA's special-purpose registries). */
const OwnNetworks &specialNetworks()
{
    static const OwnNetworks all =
        ownNetworksFrom({QStringLiteral("0.0.0.0/8"), QStringLiteral("10.0.0.0/8"),
                         QStringLiteral("100.64.0.0/10"), QStringLiteral("127.0.0.0/8"),
                         QStringLiteral("169.254.0.0/16"), QStringLiteral("172.16.0.0/12"),
                         QStringLiteral("192.0.0.0/24"), QStringLiteral("192.0.2.0/24"),
                         QStringLiteral("192.168.0.0/16"), QStringLiteral("198.18.0.0/15"),
                         QStringLiteral("198.51.100.0/24"), QStringLiteral("203.0.113.0/24"),
                         QStringLiteral("224.0.0.0/3"), QStringLiteral("2001:db8::/32")});
    return all;
}

QHostAddress plain(const QHostAddress &address)
{
    bool isFour = false;
    const quint32 four = address.toIPv4Address(&isFour); // also ::ffff:…
    return isFour ? QHostAddress(four) : address;
}

} // namespace

OwnNetworks ownNetworksFrom(const QStringList &texts)
{
    OwnNetworks networks;
    for (const QString &text : texts) {
        const auto network = QHostAddress::parseSubnet(text);
        if (network.second < 0)
            throw std::invalid_argument("no network: " + text.toStdString());
        networks.append(network);
    }
    return networks;
}

bool isPublicAddress(const QHostAddress &address, const OwnNetworks &own)
{
    const QHostAddress seen = plain(address);
    if (seen.isNull() || isIn(seen, own) || isIn(seen, specialNetworks()))
        return false;
    // Of the sixth protocol's addresses these alone are routed: 2000::/3.
    return seen.protocol() == QHostAddress::IPv4Protocol
        || seen.isInSubnet(QHostAddress(QStringLiteral("2000::")), 3);
}

QList<QHostAddress> addressesHere()
{
    QList<QHostAddress> addresses;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &each : interfaces) {
        if (!each.flags().testFlag(QNetworkInterface::IsUp))
            continue;
        const QList<QNetworkAddressEntry> entries = each.addressEntries();
        for (const QNetworkAddressEntry &entry : entries)
            addresses.append(entry.ip());
    }
    return addresses;
}

bool seesInterfaces()
{
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface &each) {
        return !each.flags().testFlag(QNetworkInterface::IsLoopBack);
    });
}

QList<QHostAddress> gatewaysIn(const QByteArray &routes)
{
    constexpr int destination = 1;
    constexpr int gateway = 2;
    constexpr int hexadecimal = 16;
    QList<QHostAddress> gateways;
    const QByteArrayList lines = routes.split('\n').mid(1);
    for (const QByteArray &line : lines) {
        const QByteArrayList cells = line.simplified().split(' ');
        bool good = false;
        // As the kernel keeps it in memory: the first byte is the lowest.
        const quint32 turned = cells.value(gateway).toUInt(&good, hexadecimal);
        if (good && turned != 0 && cells.value(destination) == "00000000")
            gateways.append(QHostAddress(qFromBigEndian(turned)));
    }
    return gateways;
}

QStringList publicAddressesHere(const OwnNetworks &own)
{
    QFile routes(QStringLiteral("/proc/net/route"));
    QList<QHostAddress> addresses = addressesHere();
    if (routes.open(QIODevice::ReadOnly))
        addresses += gatewaysIn(routes.readAll());
    QStringList texts;
    for (const QHostAddress &address : std::as_const(addresses)) {
        if (isPublicAddress(address, own))
            texts.append(plain(address).toString());
    }
    texts.removeDuplicates();
    return texts;
}

namespace {

QStringList namesIn(const QString &listenAddresses)
{
    QStringList names = listenAddresses.split(u',', Qt::SkipEmptyParts);
    for (QString &each : names)
        each = each.trimmed();
    return names;
}

bool isEverywhere(const QString &name)
{
    const QHostAddress address(name);
    return name == u'*' || address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6);
}

QList<QHostAddress> addressesOf(const QString &name)
{
    const QHostAddress address(name);
    return address.isNull() ? QHostInfo::fromName(name).addresses() : QList<QHostAddress>{address};
}

} // namespace

bool seesListeners(const QString &listenAddresses, bool interfaces)
{
    const QStringList names = namesIn(listenAddresses);
    return std::all_of(names.begin(), names.end(), [interfaces](const QString &name) {
        return isEverywhere(name) ? interfaces : !addressesOf(name).isEmpty();
    });
}

bool listensEverywhere(const QString &listenAddresses)
{
    const QStringList names = namesIn(listenAddresses);
    return std::any_of(names.begin(), names.end(), isEverywhere);
}

QStringList publicListeners(const QString &listenAddresses, const QList<QHostAddress> &here,
                            const OwnNetworks &own)
{
    QStringList found;
    const QStringList names = namesIn(listenAddresses);
    for (const QString &name : names) {
        const QList<QHostAddress> addresses = isEverywhere(name) ? here : addressesOf(name);
        for (const QHostAddress &one : addresses) {
            if (isPublicAddress(one, own))
                found.append(plain(one).toString());
        }
    }
    found.removeDuplicates();
    return found;
}

} // namespace jubao
