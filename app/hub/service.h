// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/county_file.h"
#include "operations/office.h"

namespace jubao {

/** From SIGTERM or SIGINT on there is nothing more to begin. */
void stopOnSignals();
bool isStopping();

/** What the system's service manager is told; nothing where there is none. */
void tellManager(const QByteArray &words);

/**
 * Serves the office until a signal ends it: the request in hand is finished. Comes back by itself
 * when the database server went away. Throws DatabaseError, RefusedError for what does not pass by
 * waiting.
 */
void serveOffice(const QString &folder, const CountyFile &county, const Office::Options &options,
                 const std::shared_ptr<KeyPair> &key);

} // namespace jubao
