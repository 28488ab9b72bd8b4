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

} // namespace

void requirePrivateServer(const CountyFile &county, const QString &listenAddresses,
                          const QList<QHostAddress> &here, bool interfaces)
{
    if (!seesListeners(listenAddresses, interfaces))
        throw RefusedError({refusal(QStringLiteral("ADDRESSES_UNSEEN"), listenAddresses)});
    const QStringList found = publicListeners(listenAddresses, here, ownNetworksOf(county));
    if (!found.isEmpty())
        throw RefusedError(
            {refusal(QStringLiteral("PUBLIC_SERVER"), found.join(QStringLiteral(", ")))});
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
