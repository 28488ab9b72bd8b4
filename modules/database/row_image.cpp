// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/row_image.h"

#include "core/canonical_json.h"
#include "database/catalogue.h"
#include "database/database.h"
#include <algorithm>
#include <limits>

namespace jubao {

namespace {

QString keyText(const Table &table, const QJsonObject &image)
{
    QStringList parts;
    for (const QString &name : table.key) {
        const QJsonValue value = image.value(name);
        parts.append(value.isString() ? value.toString() : QString::number(value.toInteger()));
    }
    return parts.join(u'/');
}

} // namespace

QJsonObject rowImage(const Table &table, const Query &row, int firstColumn)
{
    QJsonObject image;
    for (int i = 0; i < table.columns.size(); ++i) {
        const Column &column = table.columns.at(i);
        const int place = firstColumn + i;
        if (row.isNull(place))
            continue;
        switch (column.kind) {
        case ColumnKind::Text:
        case ColumnKind::Date:
            image.insert(column.name, row.text(place));
            break;
        case ColumnKind::Bytes:
            image.insert(column.name, QString::fromLatin1(row.bytes(place).toHex()));
            break;
        default:
            image.insert(column.name, row.integer(place));
        }
    }
    return image;
}

namespace {

QList<const Table *> tablesByName(const Catalogue &catalogue)
{
    QList<const Table *> tables;
    for (const Table &table : catalogue.tables()) {
        if (table.namesOperation())
            tables.append(&table);
    }
    std::sort(tables.begin(), tables.end(),
              [](const Table *a, const Table *b) { return a->name < b->name; });
    return tables;
}

Query rowsWrittenBy(Database &database, const Table &table, qint64 opSeq)
{
    QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE op_seq = :seq")
                      .arg(joinedNames(table.columnNames()), table.name);
    if (table.kind == TableKind::Record)
        sql += QStringLiteral(" UNION ALL SELECT %1 FROM %2_history WHERE op_seq = :seq")
                   .arg(joinedNames(table.columnNames()), table.name);
    sql += QStringLiteral(" ORDER BY ") + table.key.join(QStringLiteral(", "));
    Query rows = database.prepare(sql);
    rows.bind(QStringLiteral(":seq"), opSeq);
    return rows;
}

/** The tables in which an entry left rows: one question instead of one per table. */
QList<const Table *> tablesWrittenBy(Database &database, const Catalogue &catalogue, qint64 opSeq)
{
    const QList<const Table *> tables = tablesByName(catalogue);
    QStringList parts;
    for (qsizetype i = 0; i < tables.size(); ++i) {
        const Table &table = *tables.at(i);
        QString found =
            QStringLiteral("EXISTS (SELECT 1 FROM %1 WHERE op_seq = :seq)").arg(table.name);
        if (table.kind == TableKind::Record)
            found += QStringLiteral(" OR EXISTS (SELECT 1 FROM %1_history WHERE op_seq = :seq)")
                         .arg(table.name);
        parts.append(QStringLiteral("SELECT %1 WHERE %2").arg(i).arg(found));
    }
    Query rows = database.prepare(parts.join(QStringLiteral(" UNION ALL ")));
    rows.bind(QStringLiteral(":seq"), opSeq);
    QList<const Table *> written;
    while (rows.next())
        written.append(tables.at(rows.integer(0)));
    return written;
}

/** Writes rows of one table as canonical JSON; the order of its columns is found once. */
class LineWriter {
public:
    explicit LineWriter(const Table &table) : m_table(table), m_start(table.name.toUtf8() + ' ')
    {
        for (int i = 0; i < table.columns.size(); ++i) {
            m_order.append(i);
            m_names.append('"' + table.columns.at(i).name.toUtf8() + "\":");
        }
        std::sort(m_order.begin(), m_order.end(), [&table](int a, int b) {
            return table.columns.at(a).name.toUtf8() < table.columns.at(b).name.toUtf8();
        });
        for (const QString &name : table.key) {
            for (int i = 0; i < table.columns.size(); ++i) {
                if (table.columns.at(i).name == name)
                    m_key.append(i);
            }
        }
    }

    const QByteArray &line(const Query &row)
    {
        m_line.resize(0);
        m_line += m_start;
        for (qsizetype i = 0; i < m_key.size(); ++i) {
            if (i > 0)
                m_line += '/';
            appendKeyPart(row, m_key.at(i));
        }
        m_line += " {";
        bool first = true;
        for (const int place : m_order) {
            if (row.isNull(place))
                continue;
            if (!first)
                m_line += ',';
            first = false;
            m_line += m_names.at(place);
            appendValue(row, place, m_table.columns.at(place).kind);
        }
        m_line += "}\n";
        return m_line;
    }

private:
    void appendKeyPart(const Query &row, int place)
    {
        const ColumnKind kind = m_table.columns.at(place).kind;
        if (kind == ColumnKind::Text || kind == ColumnKind::Date)
            m_line += row.bytes(place);
        else
            m_line += QByteArray::number(row.integer(place));
    }

    void appendValue(const Query &row, int place, ColumnKind kind)
    {
        switch (kind) {
        case ColumnKind::Text:
        case ColumnKind::Date:
            appendCanonicalText(m_line, row.bytes(place));
            break;
        case ColumnKind::Bytes:
            appendCanonicalText(m_line, row.bytes(place).toHex());
            break;
        default:
            m_line += QByteArray::number(row.integer(place));
        }
    }

    const Table &m_table;
    const QByteArray m_start;
    QList<QByteArray> m_names; ///< by place in the table: "name":
    QList<int> m_order;
    QList<int> m_key;
    QByteArray m_line;
};

} // namespace

void eachLineWrittenBy(Database &database, const Catalogue &catalogue, qint64 opSeq,
                       const std::function<void(const QByteArray &)> &visit,
                       const QSet<QString> *among)
{
    QList<const Table *> tables =
        among ? tablesByName(catalogue) : tablesWrittenBy(database, catalogue, opSeq);
    if (among)
        tables.removeIf([among](const Table *table) { return !among->contains(table->name); });
    for (const Table *table : tables) {
        Query rows = rowsWrittenBy(database, *table, opSeq);
        LineWriter writer(*table);
        while (rows.next())
            visit(writer.line(rows));
    }
}

void eachWrittenBy(Database &database, const Catalogue &catalogue, qint64 opSeq,
                   const std::function<void(const WrittenRow &)> &visit)
{
    const QList<const Table *> tables = tablesWrittenBy(database, catalogue, opSeq);
    for (const Table *table : tables) {
        Query rows = rowsWrittenBy(database, *table, opSeq);
        while (rows.next()) {
            const QJsonObject image = rowImage(*table, rows);
            visit({table->name, keyText(*table, image), image});
        }
    }
}

QList<WrittenRow> writtenBy(Database &database, const Catalogue &catalogue, qint64 opSeq)
{
    QList<WrittenRow> list;
    eachWrittenBy(database, catalogue, opSeq, [&list](const WrittenRow &row) { list.append(row); });
    return list;
}

namespace {

/** Order of one key column, as the engine sorts it: numbers by value, texts by their bytes. */
int compareColumn(const Column &column, const Query &a, const Query &b, int place)
{
    if (column.kind == ColumnKind::Text || column.kind == ColumnKind::Date)
        return a.bytes(place).compare(b.bytes(place));
    return int(a.integer(place) > b.integer(place)) - int(a.integer(place) < b.integer(place));
}

bool sameColumn(const Column &column, const Query &a, const Query &b, int place)
{
    if (a.isNull(place) || b.isNull(place))
        return a.isNull(place) == b.isNull(place);
    return column.kind == ColumnKind::Bytes ? a.bytes(place) == b.bytes(place)
                                            : compareColumn(column, a, b, place) == 0;
}

/** Goes through the same rows of two books, both in the order of the table's key. */
class PairedRows {
public:
    PairedRows(const Table &table, Query expected, Query found)
        : m_table(table)
        , m_expected(std::move(expected))
        , m_found(std::move(found))
    {
        for (const QString &name : table.key) {
            for (int i = 0; i < table.columns.size(); ++i) {
                if (table.columns.at(i).name == name)
                    m_key.append(i);
            }
        }
    }

    void compare(const DifferenceVisit &visit)
    {
        bool moreExpected = m_expected.next();
        bool moreFound = m_found.next();
        while (moreExpected || moreFound) {
            const int order = !moreExpected ? 1 : !moreFound ? -1 : compareKeys();
            if (order != 0 || !same())
                visit(difference(order));
            if (order <= 0)
                moreExpected = m_expected.next();
            if (order >= 0)
                moreFound = m_found.next();
        }
    }

private:
    int compareKeys() const
    {
        for (const int place : m_key) {
            const int order = compareColumn(m_table.columns.at(place), m_expected, m_found, place);
            if (order != 0)
                return order;
        }
        return 0;
    }

    bool same() const
    {
        for (int i = 0; i < m_table.columns.size(); ++i) {
            if (!sameColumn(m_table.columns.at(i), m_expected, m_found, i))
                return false;
        }
        return true;
    }

    RowDifference difference(int order) const
    {
        RowDifference row;
        row.table = m_table.name;
        if (order <= 0)
            row.expected = rowImage(m_table, m_expected);
        if (order >= 0)
            row.found = rowImage(m_table, m_found);
        row.key = keyText(m_table, order <= 0 ? row.expected : row.found);
        return row;
    }

    const Table &m_table;
    Query m_expected;
    Query m_found;
    QList<int> m_key;
};

Query rowsByKey(Database &database, const Table &table)
{
    return database.scan(QStringLiteral("SELECT %1 FROM %2 ORDER BY %3")
                             .arg(joinedNames(table.columnNames()), table.name,
                                  table.key.join(QStringLiteral(", "))));
}

} // namespace

void eachDifference(Database &expected, Database &found, const Catalogue &catalogue,
                    const DifferenceVisit &visit)
{
    const QList<const Table *> tables = tablesByName(catalogue);
    for (const Table *table : tables) {
        PairedRows(*table, rowsByKey(expected, *table), rowsByKey(found, *table)).compare(visit);
        if (table->kind != TableKind::Record)
            continue;
        const Table history = historyOf(*table);
        PairedRows(history, rowsByKey(expected, history), rowsByKey(found, history)).compare(visit);
    }
}

void eachDifferenceOf(Database &expected, Database &found, const Catalogue &catalogue, qint64 opSeq,
                      const DifferenceVisit &visit)
{
    const QList<const Table *> tables = tablesByName(catalogue);
    for (const Table *table : tables)
        PairedRows(*table, rowsWrittenBy(expected, *table, opSeq),
                   rowsWrittenBy(found, *table, opSeq))
            .compare(visit);
}

struct WrittenRowsScan::Source {
    Source(Database &database, const Table &of)
        : table(of)
        , rows(database.scan(sqlOf(of)))
        , writer(of)
    {
        while (table.columns.at(seqColumn).name != QLatin1String("op_seq"))
            ++seqColumn;
        step();
    }

    static QString sqlOf(const Table &table)
    {
        QString sql =
            QStringLiteral("SELECT %1 FROM %2").arg(joinedNames(table.columnNames()), table.name);
        if (table.kind == TableKind::Record)
            sql += QStringLiteral(" UNION ALL SELECT %1 FROM %2_history")
                       .arg(joinedNames(table.columnNames()), table.name);
        return sql + QStringLiteral(" ORDER BY op_seq, ") + table.key.join(QStringLiteral(", "));
    }

    void step() { more = rows.next(); }
    qint64 opSeq() const { return rows.integer(seqColumn); }

    const QByteArray &line() { return writer.line(rows); }

    const Table &table;
    Query rows;
    LineWriter writer;
    int seqColumn = 0;
    bool more = false;
};

WrittenRowsScan::WrittenRowsScan(Database &database, const Catalogue &catalogue)
{
    const QList<const Table *> tables = tablesByName(catalogue);
    for (const Table *table : tables)
        m_sources.push_back(std::make_unique<Source>(database, *table));
}

WrittenRowsScan::~WrittenRowsScan() = default;

void WrittenRowsScan::take(qint64 opSeq, const Visit &own, const Visit &skipped)
{
    for (const std::unique_ptr<Source> &source : m_sources) {
        for (; source->more && source->opSeq() < opSeq; source->step())
            skipped(source->opSeq(), source->line());
        for (; source->more && source->opSeq() == opSeq; source->step())
            own(source->opSeq(), source->line());
    }
}

void WrittenRowsScan::finish(const Visit &skipped)
{
    take(std::numeric_limits<qint64>::max(), skipped, skipped);
}

} // namespace jubao
