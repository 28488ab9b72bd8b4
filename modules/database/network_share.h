// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace jubao {

/** True for file systems of another computer: their locks are not reliable enough for an office
 * file. */
bool isNetworkFileSystem(qint64 statfsType);
bool isOnNetworkShare(const QString &folder);

} // namespace jubao
