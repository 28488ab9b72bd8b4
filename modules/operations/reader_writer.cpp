// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/reader_writer.h"

#include "core/canonical_json.h"
#include "database/ids.h"
#include <QJsonDocument>
#include <stdexcept>

namespace jubao {

namespace {

QVariant valueOf(const Query &query, int column, ColumnKind kind)
{
    if (query.isNull(column))
        return {};
    switch (kind) {
    case ColumnKind::Text:
    case ColumnKind::Date:
        return query.text(column);
    case ColumnKind::Bytes:
        return query.bytes(column);
    default:
        return query.integer(column);
    }
}

QString columnList(const Table &table)
{
    QStringList names;
    for (const Column &column : table.columns)
        names.append(column.name);
    return names.join(QStringLiteral(", "));
}

} // namespace

Reader::Reader(Database &database, const Catalogue &catalogue, QDate today)
    : m_database(database)
    , m_catalogue(catalogue)
    , m_today(today)
{
}

Query Reader::query(const QString &sql) const
{
    return m_database.prepare(sql);
}

std::optional<Row> Reader::row(const QString &table, qint64 id) const
{
    return row(table, QStringLiteral("id"), id);
}

std::optional<Row> Reader::row(const QString &table, const QString &column,
                               const QVariant &value) const
{
    const Table *description = m_catalogue.find(table);
    if (!description || !description->column(column))
        throw std::logic_error("no such table or column: " + table.toStdString());
    Query query = m_database.prepare(QStringLiteral("SELECT %1 FROM %2 WHERE %3 = :value")
                                         .arg(columnList(*description), table, column));
    query.bind(QStringLiteral(":value"), value);
    if (!query.next())
        return std::nullopt;
    Row row;
    for (int i = 0; i < description->columns.size(); ++i) {
        const Column &each = description->columns.at(i);
        row.insert(each.name, valueOf(query, i, each.kind));
    }
    return row;
}

QSet<QString> Reader::present(const QString &table, const QString &column,
                              const QStringList &texts) const
{
    // Each by itself finds its way by the index; a list of them a server, whose plan is older than
    // the rows, looks for through the whole table. One statement for all, so the last part is
    // filled up.
    constexpr qsizetype atOnce = 64;
    const QStringList each(atOnce,
                           QStringLiteral("SELECT %1 FROM %2 WHERE %1 = ?").arg(column, table));
    const QString sql = each.join(QStringLiteral(" UNION ALL "));
    QSet<QString> found;
    for (qsizetype from = 0; from < texts.size(); from += atOnce) {
        Query query = m_database.prepare(sql);
        for (qsizetype place = 0; place < atOnce; ++place)
            query.bind(int(place) + 1, texts.at(qMin(from + place, texts.size() - 1)));
        while (query.next())
            found.insert(query.text(0));
    }
    return found;
}

const PolicyTable &Reader::policy() const
{
    if (m_policy)
        return *m_policy;
    auto table = std::make_shared<PolicyTable>();
    Query rows = m_database.prepare(QStringLiteral(
        "SELECT policy_key, division, valid_from, valid_to, value, source FROM policy_row ORDER BY id"));
    while (rows.next()) {
        PolicyRow row;
        row.key = rows.text(0);
        row.division = rows.text(1);
        row.validFrom = rows.date(2);
        row.validTo = rows.isNull(3) ? QDate() : rows.date(3);
        row.value = QJsonDocument::fromJson(rows.text(4).toUtf8()).object();
        row.source = rows.text(5);
        table->add(row);
    }
    m_policy = table;
    return *m_policy;
}

const HolidayCalendar &Reader::calendar() const
{
    if (m_calendar)
        return *m_calendar;
    auto calendar = std::make_shared<HolidayCalendar>();
    Query rows = m_database.prepare(QStringLiteral("SELECT day, works FROM holiday ORDER BY day"));
    while (rows.next())
        calendar->add(rows.date(0), rows.integer(1) == 1);
    m_calendar = calendar;
    return *m_calendar;
}

Writer::Writer(Database &database, const Catalogue &catalogue, PostingContext context, QString room)
    : Reader(database, catalogue, context.today)
    , m_context(std::move(context))
    , m_room(std::move(room))
{
}

qint64 Writer::newId()
{
    return IdGiver(m_context.node).next(database());
}

const Table &Writer::writable(const QString &table) const
{
    const Table *description = catalogue().find(table);
    if (!description)
        throw std::logic_error("no such table: " + table.toStdString());
    if (description->room != m_room)
        throw std::logic_error(QStringLiteral("room %1 may not write table %2 of room %3")
                                   .arg(m_room, table, description->room)
                                   .toStdString());
    if (m_context.linesOnly && description->kind != TableKind::Entry)
        throw std::logic_error("a register line only adds lines: " + table.toStdString());
    database().noteWritten(table);
    return *description;
}

qint64 Writer::insert(const QString &table, Row values)
{
    const Table &description = writable(table);
    if (!values.contains(QStringLiteral("id")))
        values.insert(QStringLiteral("id"), newId());
    values.insert(QStringLiteral("op_seq"), m_context.opSeq);
    QStringList names;
    QStringList marks;
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        if (!description.column(it.key()))
            throw std::logic_error("no such column: " + (table + u'.' + it.key()).toStdString());
        names.append(it.key());
        marks.append(u':' + it.key());
    }
    Query query = database().prepare(QStringLiteral("%1 INTO %2 (%3) VALUES (%4)")
                                         .arg(database().insertRowSql(), table,
                                              names.join(QStringLiteral(", ")),
                                              marks.join(QStringLiteral(", "))));
    for (auto it = values.constBegin(); it != values.constEnd(); ++it)
        query.bind(u':' + it.key(), it.value());
    query.run();
    return values.value(QStringLiteral("id")).toLongLong();
}

RowInserter::RowInserter(Database &database, const PostingContext &context,
                         std::shared_ptr<BulkInsert> rows)
    : m_database(&database)
    , m_node(context.node)
    , m_opSeq(context.opSeq)
    , m_rows(std::move(rows))
{
}

qint64 RowInserter::add(std::initializer_list<QVariant> values)
{
    if (m_nextId > m_lastId) {
        m_nextId = IdGiver(m_node).reserve(*m_database, IdGiver::idsAtOnce);
        m_lastId = m_nextId + IdGiver::idsAtOnce - 1;
    }
    const qint64 id = m_nextId++;
    m_rows->addInteger(id);
    m_rows->addInteger(m_opSeq);
    for (const QVariant &value : values)
        addValue(*m_rows, value);
    m_rows->endRow();
    return id;
}

RowInserter Writer::inserter(const QString &table, const QStringList &columns)
{
    const Table &description = writable(table);
    for (const QString &column : columns) {
        if (!description.column(column))
            throw std::logic_error("no such column: " + (table + u'.' + column).toStdString());
    }
    return {database(), m_context,
            database().bulkInsert(
                table, QStringList{QStringLiteral("id"), QStringLiteral("op_seq")} + columns)};
}

void Writer::update(const QString &table, qint64 id, const Row &values)
{
    const Table &description = writable(table);
    if (description.kind != TableKind::Record)
        throw std::logic_error("only records are changed; entries are reversed: "
                               + table.toStdString());
    QStringList settings{QStringLiteral("op_seq = :op_seq")};
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        if (!description.column(it.key()))
            throw std::logic_error("no such column: " + (table + u'.' + it.key()).toStdString());
        settings.append(QStringLiteral("%1 = :%1").arg(it.key()));
    }
    Query query = database().prepare(QStringLiteral("UPDATE %1 SET %2 WHERE id = :id")
                                         .arg(table, settings.join(QStringLiteral(", "))));
    query.bind(QStringLiteral(":op_seq"), m_context.opSeq);
    query.bind(QStringLiteral(":id"), id);
    for (auto it = values.constBegin(); it != values.constEnd(); ++it)
        query.bind(u':' + it.key(), it.value());
    query.run();
}

Writer Writer::forRoom(const QString &room) const
{
    return Writer(database(), catalogue(), m_context, room);
}

} // namespace jubao
