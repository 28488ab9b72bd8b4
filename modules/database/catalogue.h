// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace jubao {

/** Record: a present row and its history. Entry: append-only. Plain: derived, rebuilt from the
 * journal. */
enum class TableKind { Record, Entry, Plain };
enum class ColumnKind { Id, Integer, Fen, Text, Date, Bytes };
/** How a column lies on a server (SEC-16); in an encrypted file all are Clear. Same: equal values
 * are equal cells, so that they can be looked up, joined and unique. Once: nothing shows but the
 * length; bytes always. */
enum class Sealing { Clear, Same, Once };

struct Column {
    QString name;
    ColumnKind kind = ColumnKind::Text;
    bool nullable = false;
    bool sealed = false; ///< masked on screens (SEC-16)
    Sealing sealing = Sealing::Clear;
};

struct Table {
    QString name;
    QString room; ///< whose operations write it
    TableKind kind = TableKind::Plain;
    QList<Column> columns;
    QStringList key;

    const Column *column(const QString &columnName) const;
    QStringList columnNames() const;
    bool namesOperation() const { return column(QStringLiteral("op_seq")) != nullptr; }
};

/** The table that keeps the former versions of a record. */
Table historyOf(const Table &record);

/** What tables there are, whose they are and how they are kept: schema/catalogue.json. */
class Catalogue {
public:
    static Catalogue shipped();
    /** Throws std::invalid_argument for a malformed catalogue. */
    static Catalogue fromJson(const QByteArray &json);

    /** These tables and the other's, for a room that is being built. */
    Catalogue with(const Catalogue &other) const;

    const Table *find(const QString &name) const;
    const QList<Table> &tables() const { return m_tables; }
    int version() const { return m_version; }

private:
    QList<Table> m_tables;
    int m_version = 0;
};

} // namespace jubao
