// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/decision.h"

namespace jubao {

/**
 * What one may do with people's data besides operations on them (SEC-03, SEC-16). Entry and change
 * are steps of the operations' families, maintenance is `system.maintenance` and `system.data`;
 * these three complete the six. Each is a row of powers, changed by its own operation.
 */
enum class DataRight {
    Look, ///< find persons and read them, sealed fields masked: a letter in a family about persons
    Reveal, ///< read sealed fields whole: `data.sealed`
    Export  ///< take lists out of the books, on paper or as a sheet: `data.export`
};

/**
 * Whether a post that the actor holds now, in own right or by delegation, gives the right. Pure.
 * An actor with incompatible posts has none (CTL-06).
 */
bool hasDataRight(const Actor &actor, const QList<Power> &powers, const QDateTime &now,
                  DataRight right);

/** Whether operations of this type, or papers of this id, carry people's data. */
bool isAboutPersons(const QString &id);

} // namespace jubao
