// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/domain/documents.h"

namespace jubao::enrollment {

QString placeName(const Reader &reader, const QString &division)
{
    QString place;
    QString code = division;
    // A county has a handful of levels; a ring of parents must not hold the program.
    constexpr int mostLevels = 8;
    for (int level = 0; level < mostLevels && !code.isEmpty(); ++level) {
        const std::optional<Row> row =
            reader.row(QStringLiteral("division"), QStringLiteral("code"), code);
        if (!row)
            break;
        const QString name = row->value(QStringLiteral("name")).toString();
        if (!place.startsWith(name))
            place.prepend(name);
        code = row->value(QStringLiteral("parent")).toString();
    }
    return place.isEmpty() ? division : place;
}

QString paperDate(const QDate &day)
{
    return day.toString(QStringLiteral("yyyy年M月d日"));
}

QString evidenceOf(qint64 operation, const Reader &reader)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT DISTINCT e.kind FROM operation_evidence e JOIN operation o ON o.id = e.operation "
        "AND o.revision = e.revision WHERE o.id = ? ORDER BY e.kind"));
    rows.bindAll(operation);
    QStringList titles;
    while (rows.next())
        titles.append(evidenceTitle(rows.text(0)));
    return titles.join(QStringLiteral("、"));
}

} // namespace jubao::enrollment
