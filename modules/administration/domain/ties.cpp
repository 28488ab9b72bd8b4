// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/ties.h"

#include "administration/domain/common.h"
#include "operations/type.h"

namespace jubao {

using namespace administration;

namespace {

/** Every version of every power, the ended ones too, comes from the founding or from a posted
 * change, and each change was filed with audit and information (第十八条). */
QList<TieBreak> powerBreaks(const Reader &reader)
{
    QList<TieBreak> breaks;
    Query versions = reader.query(QStringLiteral(
        "SELECT v.id FROM (SELECT id, op_seq FROM power UNION ALL SELECT id, op_seq FROM power_history) v "
        "WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = v.op_seq AND (j.kind = 'founded' OR "
        "(j.kind = 'posted' AND EXISTS (SELECT 1 FROM operation o WHERE o.id = j.operation "
        "AND o.type = 'administration.change_powers')))) ORDER BY v.id"));
    while (versions.next())
        breaks.append({QStringLiteral("power %1").arg(versions.integer(0)),
                       words(QT_TRANSLATE_NOOP("Administration",
                                               "No posted change of powers stands behind it."))});
    Query changes = reader.query(QStringLiteral(
        "SELECT o.id, (SELECT count(*) FROM filing f WHERE f.operation = o.id AND f.post IN ('AU', 'IT')), "
        "(SELECT count(*) FROM power p WHERE p.op_seq = o.posted_seq) + "
        "(SELECT count(*) FROM power_history h WHERE h.op_seq = o.posted_seq) "
        "FROM operation o WHERE o.type = 'administration.change_powers' AND o.state = 'posted' ORDER BY o.id"));
    constexpr qint64 filings = 2;
    while (changes.next()) {
        const QString place = QStringLiteral("operation %1").arg(changes.integer(0));
        if (changes.integer(1) != filings)
            breaks.append({place,
                           words(QT_TRANSLATE_NOOP(
                               "Administration",
                               "The change is not filed with both audit and information."))});
        if (changes.integer(2) == 0)
            breaks.append({place,
                           words(QT_TRANSLATE_NOOP("Administration",
                                                   "The change is posted and changed no power."))});
    }
    return breaks;
}

} // namespace

void addAdministrationTies(TypeRegistry &registry)
{
    registry.add(
        Tie{QStringLiteral("TIE-25"), QStringLiteral("administration"),
            words(QT_TRANSLATE_NOOP("Administration",
                                    "Powers: in force = founded + posted changes, each filed")),
            powerBreaks});
}

} // namespace jubao
