// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/integrity.h"

#include "database/database.h"
#include "database/error.h"
#include <QRegularExpression>

namespace jubao {

QList<DamagedPlace> damagedPlaces(Database &database)
{
    static const QRegularExpression page(QStringLiteral("page (\\d+)"));
    QList<DamagedPlace> places;
    Query codes = database.prepare(QStringLiteral("PRAGMA cipher_integrity_check"));
    while (codes.next()) {
        const QRegularExpressionMatch match = page.match(codes.text(0));
        places.append({match.hasMatch() ? QStringLiteral("page ") + match.captured(1)
                                        : QStringLiteral("file"),
                       codes.text(0)});
    }
    if (!places.isEmpty())
        return places; // The structure cannot be read over damaged pages.
    try {
        Query structure = database.prepare(QStringLiteral("PRAGMA quick_check"));
        while (structure.next()) {
            if (structure.text(0) != QLatin1String("ok"))
                places.append({QStringLiteral("file"), structure.text(0)});
        }
    } catch (const DatabaseError &error) {
        if (error.kind() != DatabaseError::Kind::Damaged)
            throw;
        places.append({QStringLiteral("file"), error.detail()});
    }
    return places;
}

} // namespace jubao
