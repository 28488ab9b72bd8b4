// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/decision.h"
#include <QJsonObject>
#include <QStringList>

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
 * Where the posts that the actor holds now, in own right or by delegation, give the right: codes of
 * divisions, each with all below it; "" is the whole county, an empty list nowhere. A power holds
 * in its own division alone; revealing and taking out moreover only where the post is held, while
 * looking, sealed fields masked, is open in the whole county: who takes a person in must see where
 * that one was. Pure. An actor with incompatible posts has none (CTL-06).
 */
QStringList divisionsOfRight(const Actor &actor, const QList<Power> &powers, const QDateTime &now,
                             DataRight right);
/** Whether one of these codes is the division or lies above it. */
bool coversDivision(const QStringList &codes, const QString &division);

/**
 * Whose people and operations somebody with these posts sees (CTL-02): codes of divisions, each
 * with all below it; "" is the whole county. Who holds a post of the county office, of audit among
 * them, sees the county; a township its own divisions. Pure.
 */
QStringList divisionsInSight(const QList<HeldPost> &posts);

/** Rooms whose operations, papers and tables carry people's data. */
const QStringList &roomsAboutPersons();
/** Whether operations of this type, or papers of this id, do. */
bool isAboutPersons(const QString &id);

/** A payload whose texts under these names are masked (SEC-16), wherever they stand in it: it may
 * hold the values of before as well, and lists. */
QJsonObject maskedPayload(QJsonObject payload, const QStringList &sealed);

} // namespace jubao
