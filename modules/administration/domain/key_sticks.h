// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

/** Who holds a post, and who of them has no registered key stick (SEC-10). Private to the room. */
namespace jubao::administration {

/** Open accounts that hold the post now or from a later day on. */
QList<qint64> holdersOf(const QString &post, const Reader &reader);
/** Names of those for whom no stick is registered. */
QStringList holdersWithoutStick(const QString &post, const Reader &reader);

} // namespace jubao::administration
