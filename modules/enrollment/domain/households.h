// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/** One insured person of a household register (户口簿). */
struct HouseholdMember {
    qint64 person = 0;
    QString name;
    QString idNumber; ///< whole: mask it before showing
    QString relation; ///< GB/T 4761; "0" is the head
    QDate birth;
    QString division;
    QString status;
};

/** Whether a post of the operator's own covers the division, so that the rules may tell him the
 * name of who is kept there (CTL-02). */
bool mayHearOf(const Reader &reader, qint64 operatorId, const QString &division);

/** The insured members of a household, the head first, then by age. Empty for an empty number. */
QList<HouseholdMember> householdMembers(const Reader &reader, const QString &household);

/** "本人或户主" for "0". */
QString relationName(const QString &code);

namespace enrollment {

/**
 * Whether a person with these values fits into the household that they name: one head, one village
 * for all, a relation that goes with the sex in the ID number. `person` is left out of the
 * comparison.
 */
Findings householdFindings(const Reader &reader, const QJsonObject &values, qint64 person,
                           qint64 actor);

} // namespace enrollment

} // namespace jubao
