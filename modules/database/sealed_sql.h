// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/sealing.h"
#include <QHash>
#include <QString>
#include <QStringList>

namespace jubao {

/** Table → column → how it is sealed. */
using SealedColumns = QHash<QString, QHash<QString, CellCodec::Way>>;

/**
 * What is wrong with a statement over sealed columns, for which no server has an error: it orders
 * by cells, casts one, or groups, counts distinct or unites cells that are each time another.
 * \a sealedResults has per column of its result the name where it comes as cells. Empty: nothing.
 * Names are resolved by the tables and aliases that the statement mentions; where a name could be a
 * sealed column or another, qualify it.
 */
QString misuseOfSealed(const QString &sql, const SealedColumns &sealed,
                       const QStringList &sealedResults);

/** Whether the statement has a word that such a misuse needs: most have none. */
bool mayMisuseSealed(const QString &sql);

} // namespace jubao
