// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

/** Who holds a post, and who of them has no registered key stick (SEC-10). Private to the room. */
namespace jubao::administration {

/** Open accounts that hold the post, now or from a later day on, by themselves or for another. */
QList<qint64> holdersOf(const QString &post, const Reader &reader);
/** Names of those for whom no stick is registered. */
QStringList holdersWithoutStick(const QString &post, const Reader &reader);
/** An error at the field where the post signs with a key on a stick, now or later, and none is
 * registered for whoever is to have it: he could do nothing. */
void checkStickFor(const QString &post, qint64 operatorId, const QString &field,
                   const Reader &reader, Findings &findings);

} // namespace jubao::administration
