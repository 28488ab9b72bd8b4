// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/county_office.h"

#include "database/error.h"
#include "hub/hub_port.h"
#include "operations/county_file.h"

namespace jubao {

namespace {

OwnNetworks ownNetworksOf(const CountyFile &file)
{
    try {
        return ownNetworksFrom(file.ownNetworks);
    } catch (const std::invalid_argument &error) {
        throw DatabaseError(DatabaseError::Kind::CountyFileDamaged,
                            QString::fromUtf8(error.what()));
    }
}

void refusePublic(const QStringList &listeners)
{
    if (!listeners.isEmpty())
        throw RefusedError(
            {refusal(QStringLiteral("PUBLIC_SERVER"), listeners.join(QStringLiteral(", ")))});
}

} // namespace

void requirePrivateServer(const CountyFile &county, const QString &listenAddresses,
                          const QList<QHostAddress> &here, bool interfaces)
{
    if (!seesListeners(listenAddresses, interfaces))
        throw RefusedError({refusal(QStringLiteral("ADDRESSES_UNSEEN"), listenAddresses)});
    refusePublic(publicListeners(listenAddresses, here, ownNetworksOf(county)));
}

PrivateServerWatch::PrivateServerWatch(const CountyFile &county, const QString &listenAddresses,
                                       std::chrono::milliseconds every,
                                       std::function<QList<QHostAddress>()> here)
    : m_county(county)
    , m_everywhere(listensEverywhere(listenAddresses))
    , m_every(every)
    , m_here(std::move(here))
    , m_next(every)
{
    requirePrivateServer(county, listenAddresses, m_here());
}

void PrivateServerWatch::look()
{
    if (!m_everywhere || !m_next.hasExpired())
        return;
    refusePublic(publicListeners(QStringLiteral("*"), m_here(), ownNetworksOf(m_county)));
    m_next.setRemainingTime(m_every);
}

Office::Options reachingBooks(const QString &folder, Office::Options options)
{
    options.publicAddresses = [] { return publicAddressesHere(); };
    if (!CountyFile::isIn(folder))
        return options;
    const CountyFile file = CountyFile::load(folder);
    options.publicAddresses = [own = ownNetworksOf(file)] { return publicAddressesHere(own); };
    if (file.local)
        options.server = file.fromServer();
    else
        options.county = std::make_shared<HubPort>(countyOf(file), options.workstation);
    return options;
}

} // namespace jubao
