// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/county_office.h"

#include "hub/hub_port.h"
#include "operations/county_file.h"

namespace jubao {

Office::Options reachingBooks(const QString &folder, Office::Options options)
{
    if (!CountyFile::isIn(folder))
        return options;
    const CountyFile file = CountyFile::load(folder);
    if (file.local)
        options.server = file.fromServer();
    else
        options.county = std::make_shared<HubPort>(countyOf(file), options.workstation);
    return options;
}

} // namespace jubao
