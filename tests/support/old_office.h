// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/county_file.h"
#include "support/test_office.h"

namespace jubao::test {

/**
 * An office file of an earlier schema with real rows: what an office of today wrote, carried into
 * the schema of that version, as the program of that time would have left it. Catalogue and guards
 * are those of the tables and columns that there were.
 */
struct OldOffice {
    OldOffice(std::shared_ptr<const TypeRegistry> registry, int version,
              TestOffice::Additions additions = {});

    /** Today's catalogue without what later steps of the schema brought. */
    static Catalogue catalogueOf(const Migrations &steps);
    /** The file moves to the server as it is, schema and all: a county whose programs were of that
     * time. What is left in the folder names the server. */
    void moveTo(const CountyFile &place);

    TestOffice county;
    qint64 person = 0; ///< somebody enrolled before

private:
    int m_version;
    QByteArray m_key;
};

} // namespace jubao::test
