// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/person_lookup.h"

namespace jubao {

qint64 personIdFromText(const Reader &reader, const QString &text)
{
    const std::optional<Row> row =
        reader.row(QStringLiteral("person"), QStringLiteral("id_number"), text.toUpper());
    return row ? row->value(QStringLiteral("id")).toLongLong() : 0;
}

QString idNumberOfPerson(const Reader &reader, qint64 person)
{
    const std::optional<Row> row = reader.row(QStringLiteral("person"), person);
    return row ? row->value(QStringLiteral("id_number")).toString() : QString();
}

} // namespace jubao
