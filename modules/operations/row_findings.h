// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/catalogue.h"
#include "database/row_image.h"
#include "operations/verify.h"

namespace jubao {

/**
 * Names rows that are not what the journal makes, each by its own place ("person 1099511627799")
 * and by the columns that differ, old → new. Sealed columns are masked (SEC-16), so that the list
 * may be printed and handed on.
 */
class RowFindings {
public:
    RowFindings(const Catalogue &catalogue, QList<Violation> &violations);

    /** What the rows are held against. */
    enum class Proof {
        Signed, ///< rows whose digest the entry's signer signed
        Rebuilt ///< rows that the payload gives; what was signed is neither
    };
    void add(const RowDifference &row, Proof proof);
    /** So many were named or, behind the thousandth of one run, counted only. */
    qint64 count() const { return m_count; }
    /** Says how many more there were than those that were named. */
    void finish();

private:
    QString columnWords(const RowDifference &row) const;

    const Catalogue &m_catalogue;
    QList<Violation> &m_violations;
    qint64 m_count = 0;
};

} // namespace jubao
