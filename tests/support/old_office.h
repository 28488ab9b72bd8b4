// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/test_office.h"

namespace jubao::test {

/**
 * An office file of an earlier schema with real rows: what an office of today wrote, carried into
 * the schema of that version, as the program of that time would have left it. Catalogue and guards
 * are those of the tables and columns that there were.
 */
struct OldOffice {
    OldOffice(std::shared_ptr<const TypeRegistry> registry, int version);

    TestOffice county;
    qint64 person = 0; ///< somebody enrolled before
};

} // namespace jubao::test
