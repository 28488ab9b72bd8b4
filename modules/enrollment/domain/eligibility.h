// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao::enrollment {

/** A record as it would stand: the values of all fields, and who it belongs to (0 = nobody yet). */
struct Candidate {
    QJsonObject values;
    qint64 person = 0;
};

/**
 * The rules of entry (ENR-08; domain 1.1 eligibility, 1.12 duplicates) for the touched fields of a
 * candidate: what is malformed, what excludes from the scheme, who else has the same number, card
 * or household place. Each finding names its rule; another person appears with name, village and
 * masked number. `actor` is the maker, 0 while unknown.
 */
Findings fieldFindings(const Candidate &candidate, const QStringList &touched, const Reader &reader,
                       qint64 actor);

} // namespace jubao::enrollment
