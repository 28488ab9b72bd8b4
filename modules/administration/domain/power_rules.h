// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/decision.h"
#include "operations/type.h"

namespace jubao {

/** A row of the powers matrix: which kinds of operations, and what no county may configure away. */
struct PowerFamily {
    QString code;          ///< "enrollment.key"
    QString title;         ///< in the office's language
    int persons = 2;       ///< so many different persons at least (CTL-04)
    QStringList approvers; ///< a route ends with the approval of one of these; empty = any
    QStringList filedWith; ///< posts that every route of the family is filed with
};
/** All families (resources/policy/families.json). */
const QList<PowerFamily> &powerFamilies();
const PowerFamily *findFamily(const QString &code);
QList<Choice> familyChoices();

/** Keys of the routes that the program ships, variants ("…#key") included. */
QStringList shippedRouteKeys();

/** The letters of the matrix that a post may ever have in a family: the outer bound (CTL-14). */
QString boundOf(const QString &family, const QString &post);

/** The rows of `power` in force on a day or later, as the registrar reads them. */
QList<Power> powersInForce(const Reader &reader, const QDate &day);

/** One step in a line: "make TC EN", "approve DEP head". */
QString routeText(const Route &route);
/**
 * Reads what `routeText` writes; words of the office's language for the steps are taken as well.
 * What is no step or no post becomes a finding at the field "steps".
 */
Route routeFromText(const QString &text, const QString &filedWith, Findings &findings);

/** Whether a route is the one for the director's own matters, which the deputy approves because no
 * third is above them; everywhere else the deputy rechecks posts and does not approve them. */
bool isDirectorsOwn(const QString &routeKey);

/**
 * What is wrong with a route of this family: first step, order, different persons, letters beyond
 * the matrix, steps without a power in force, approver and filings that the family asks for
 * (CTL-04, CTL-14). Empty = it may be configured so.
 */
Findings routeFindings(const Route &route, const PowerFamily &family, const QList<Power> &powers);

} // namespace jubao
