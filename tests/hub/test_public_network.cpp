// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/county_office.h"
#include "hub/public_network.h"
#include <catch2/catch.hpp>

using namespace jubao;

TEST_CASE("An address is public that the internet reaches, and none of an own network [SEC-11]")
{
    for (const char *text :
         {"8.8.4.4", "59.192.3.4", "172.32.0.1", "172.15.255.255", "11.0.0.1", "223.255.255.1",
          "192.169.0.1", "2400:3200::1", "2001:4860:4860::8888", "::ffff:8.8.4.4"}) {
        CAPTURE(text);
        CHECK(isPublicAddress(QHostAddress(QString::fromLatin1(text))));
    }
    for (const char *text :
         {"10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.1", "169.254.1.1",
          "100.64.1.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1",
          "fd00::1", "fc00::1", "ff02::1", "2001:db8::1", "::ffff:10.0.0.1", "no address"}) {
        CAPTURE(text);
        CHECK_FALSE(isPublicAddress(QHostAddress(QString::fromLatin1(text))));
    }
    const OwnNetworks own = ownNetworksFrom({"59.192.0.0/10", "2400:3200::/32"});
    CHECK_FALSE(isPublicAddress(QHostAddress("59.192.3.4"), own));
    CHECK_FALSE(isPublicAddress(QHostAddress("2400:3200::1"), own));
    CHECK(isPublicAddress(QHostAddress("8.8.4.4"), own));
    for (const char *text : {"", "59.192.0.0/33", "a/8", "59.192.0.0/x"})
        CHECK_THROWS_AS(ownNetworksFrom({QString::fromLatin1(text)}), std::invalid_argument);
}

TEST_CASE("The way to everywhere is read from the kernel's table of routes [SEC-11]")
{
    const QByteArray table =
        "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
        "eth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n"
        "eth0\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n"
        "ppp0\t00000000\t04040808\t0003\t0\t0\t0\t00000000\t0\t0\t0\n"
        "broken\n";
    CHECK(gatewaysIn(table)
          == QList<QHostAddress>{QHostAddress("192.168.1.1"), QHostAddress("8.8.4.4")});
    CHECK(gatewaysIn({}).isEmpty());
}

TEST_CASE("A server that listens on a public address is named [SEC-11]")
{
    const QList<QHostAddress> here{QHostAddress("127.0.0.1"), QHostAddress("10.1.1.5"),
                                   QHostAddress("8.8.4.4"), QHostAddress("fe80::1")};
    CHECK(publicListeners("127.0.0.1, 10.1.1.5", here).isEmpty());
    CHECK(publicListeners("localhost", here).isEmpty());
    CHECK(publicListeners("", here).isEmpty());
    CHECK(publicListeners("*", here) == QStringList{"8.8.4.4"});
    CHECK(publicListeners("0.0.0.0", here) == QStringList{"8.8.4.4"});
    CHECK(publicListeners("::0", here) == QStringList{"8.8.4.4"});
    CHECK(publicListeners("10.1.1.5,2400:3200::1", here) == QStringList{"2400:3200::1"});
    CHECK(publicListeners("*", here, ownNetworksFrom({"8.8.4.0/24"})).isEmpty());
    CountyFile county;
    county.ownNetworks = {"8.8.4.0/24"};
    requirePrivateServer(county, "8.8.4.4");
    try {
        requirePrivateServer(county, "8.8.8.8");
        FAIL("a public server was taken");
    } catch (const RefusedError &error) {
        CHECK(error.refusals.first().code == "PUBLIC_SERVER");
    }
    // A service that is kept from looking does not take that for an answer.
    const QList<QHostAddress> alone{QHostAddress("127.0.0.1"), QHostAddress("::1")};
    requirePrivateServer(county, "*", {QHostAddress("10.1.1.5")}, true);
    requirePrivateServer(county, "*", alone, true); // the cable is out
    requirePrivateServer(county, "10.1.1.5, localhost", alone, false);
    for (const char *unseen :
         {"*", "10.1.1.5, 0.0.0.0", "::", "::0", "0:0:0:0:0:0:0:0", "no-such-name.invalid"}) {
        CAPTURE(unseen);
        try {
            requirePrivateServer(county, unseen, alone, false);
            FAIL("nobody looked");
        } catch (const RefusedError &error) {
            CHECK(error.refusals.first().code == "ADDRESSES_UNSEEN");
        }
    }
}

TEST_CASE("A service that runs sees when its server can be reached from outside [SEC-11]")
{
    CountyFile county;
    QList<QHostAddress> here{QHostAddress("10.1.1.5")};
    int looks = 0;
    const auto addresses = [&] {
        ++looks;
        return here;
    };
    const auto refused = [](PrivateServerWatch &watch) {
        try {
            watch.look();
        } catch (const RefusedError &error) {
            return error.refusals.first().code;
        }
        return QString();
    };
    PrivateServerWatch everywhere(county, "localhost, *", std::chrono::milliseconds(0), addresses);
    PrivateServerWatch named(county, "10.1.1.5", std::chrono::milliseconds(0), addresses);
    PrivateServerWatch seldom(county, "*", std::chrono::hours(1), addresses);
    CHECK(refused(everywhere).isEmpty());
    here.append(QHostAddress("8.8.4.4"));
    CHECK(refused(everywhere) == "PUBLIC_SERVER");
    looks = 0;
    CHECK(refused(named).isEmpty());
    CHECK(refused(seldom).isEmpty());
    CHECK(looks == 0);
    CHECK_THROWS_AS(PrivateServerWatch(county, "*", std::chrono::hours(1), addresses),
                    RefusedError);
    county.ownNetworks = {"8.8.4.0/24"};
    PrivateServerWatch own(county, "*", std::chrono::milliseconds(0), addresses);
    CHECK(refused(own).isEmpty());
}
