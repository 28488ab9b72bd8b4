// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/dialect.h"

#include "database/catalogue.h"

namespace jubao {

QString Dialect::expand(QString sql) const
{
    sql.replace(QStringLiteral("{id}"), typeWord(ColumnKind::Id));
    sql.replace(QStringLiteral("{integer}"), typeWord(ColumnKind::Integer));
    sql.replace(QStringLiteral("{fen}"), typeWord(ColumnKind::Fen));
    sql.replace(QStringLiteral("{text}"), typeWord(ColumnKind::Text));
    sql.replace(QStringLiteral("{date}"), typeWord(ColumnKind::Date));
    sql.replace(QStringLiteral("{bytes}"), typeWord(ColumnKind::Bytes));
    sql.replace(QStringLiteral("{primary_key}"),
                typeWord(ColumnKind::Id) + QStringLiteral(" PRIMARY KEY NOT NULL"));
    sql.replace(QStringLiteral("{strict}"), tableOptions());
    return sql;
}

QString joinedNames(const QStringList &names, const QString &prefix)
{
    QStringList list;
    for (const QString &name : names)
        list.append(prefix + name);
    return list.join(QStringLiteral(", "));
}

QString anyMoved(const QStringList &key)
{
    QStringList moved;
    for (const QString &name : key)
        moved.append(QStringLiteral("NEW.%1 <> OLD.%1").arg(name));
    return moved.join(QStringLiteral(" OR "));
}

} // namespace jubao
