// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace jubao {

class Database;

/** A place of the file that is not as it was written. */
struct DamagedPlace {
    QString place; ///< "page 12", or "file" for what has no page
    QString words; ///< the engine's own
};

/** Reads every page and compares it with its authentication code, then the structure above. Names
 * what is damaged instead of stopping at the first. Empty where all is whole. */
QList<DamagedPlace> damagedPlaces(Database &database);

} // namespace jubao
