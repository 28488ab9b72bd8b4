// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/reading_engine.h"

#include "database/dialect.h"
#include "database/error.h"
#include "database/placeholders.h"
#include <QElapsedTimer>
#include <QScopeGuard>

namespace jubao {

namespace {

class ReadingStatement : public Statement {
public:
    ReadingStatement(ReadingEngine::Ask ask, const QString &sql)
        : m_ask(std::move(ask))
        , m_names(numberPlaceholders(sql).names)
    {
        m_reading.sql = sql;
        m_reading.values.resize(m_names.size());
    }

    int position(const QString &name) const override { return int(m_names.indexOf(name)) + 1; }
    void bindNull(int position) override { m_reading.values[position - 1] = {}; }
    void bindInteger(int position, qint64 value) override
    {
        m_reading.values[position - 1] = value;
    }
    void bindText(int position, const QString &value) override
    {
        // An empty text is none that was not given.
        m_reading.values[position - 1] = value.isNull() ? QStringLiteral("") : value;
    }
    void bindBytes(int position, const QByteArray &value) override
    {
        m_reading.values[position - 1] = value.isNull() ? QByteArray("") : value;
    }
    bool step() override
    {
        if (m_row < 0)
            m_rows = m_ask(m_reading);
        if (++m_row < m_rows.cells.size())
            return true;
        m_row = -1;
        m_rows.cells.clear();
        return false;
    }
    void reset() override
    {
        m_row = -1;
        m_rows = {};
        m_reading.values.fill({});
    }
    qint64 integer(int column) const override
    {
        if (isNull(column))
            return 0;
        bool whole = false;
        const qint64 value = cell(column).toLongLong(&whole);
        if (!whole)
            throw DatabaseError(DatabaseError::Kind::Other,
                                QStringLiteral("no whole number: ") + text(column));
        return value;
    }
    QString text(int column) const override { return QString::fromUtf8(cell(column)); }
    QByteArray bytes(int column) const override { return cell(column); }
    bool isNull(int column) const override { return cell(column).isNull(); }
    int columnCount() const override { return int(m_rows.columns.size()); }
    QString columnName(int column) const override { return m_rows.columns.at(column); }

private:
    const QByteArray &cell(int column) const { return m_rows.cells.at(m_row).at(column); }

    ReadingEngine::Ask m_ask;
    QStringList m_names;
    wire::Reading m_reading;
    wire::Rows m_rows;
    qsizetype m_row = -1;
};

[[noreturn]] void refuseWriting(const QString &what)
{
    throw DatabaseError(DatabaseError::Kind::Denied,
                        QStringLiteral("the service alone writes: ") + what);
}

void bind(Statement &statement, int position, const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        statement.bindNull(position);
    else if (value.typeId() == QMetaType::LongLong)
        statement.bindInteger(position, value.toLongLong());
    else if (value.typeId() == QMetaType::QByteArray)
        statement.bindBytes(position, value.toByteArray());
    else
        statement.bindText(position, value.toString());
}

/** A sealed cell does not open here, and its place shows as much. */
QByteArray cellOf(const Statement &statement, int column)
{
    if (statement.isNull(column))
        return {};
    try {
        const QByteArray cell = statement.bytes(column);
        return cell.isNull() ? QByteArray("") : cell;
    } catch (const DatabaseError &error) {
        if (error.kind() != DatabaseError::Kind::Denied)
            throw;
        return "****";
    }
}

} // namespace

std::shared_ptr<Statement> ReadingEngine::prepare(const QString &sql)
{
    return std::make_shared<ReadingStatement>(m_ask, sql);
}

std::unique_ptr<BulkInsert> ReadingEngine::bulkInsert(const QString &table, const QStringList &)
{
    refuseWriting(table);
}

void ReadingEngine::executeScript(const QString &)
{
    refuseWriting(QStringLiteral("script"));
}

const Dialect &ReadingEngine::dialect() const
{
    return postgresDialect();
}

void ReadingEngine::begin()
{
    refuseWriting(QStringLiteral("transaction"));
}

void ReadingEngine::beginReading()
{
    refuseWriting(QStringLiteral("transaction"));
}

std::unique_ptr<Engine> ReadingEngine::scratch()
{
    refuseWriting(QStringLiteral("schema"));
}

wire::Rows readRows(Engine &engine, const wire::Reading &reading)
{
    // One desk's question must not keep all others waiting, whatever it asks.
    constexpr int patienceMs = 10000;
    constexpr qsizetype mostBytes = 32 << 20;
    QElapsedTimer running;
    running.start();
    engine.setProgressHandler([&running] { return running.elapsed() < patienceMs; });
    const auto atTheEnd = qScopeGuard([&engine] { engine.setProgressHandler({}); });
    const std::shared_ptr<Statement> statement = engine.prepare(reading.sql);
    for (qsizetype place = 0; place < reading.values.size(); ++place)
        bind(*statement, int(place) + 1, reading.values.at(place));
    wire::Rows rows;
    qsizetype size = 0;
    while (statement->step()) {
        QList<QByteArray> line;
        for (int column = int(rows.columns.size()); column < statement->columnCount(); ++column)
            rows.columns.append(statement->columnName(column));
        for (int column = 0; column < statement->columnCount(); ++column) {
            line.append(cellOf(*statement, column));
            size += line.last().size() + 1;
        }
        rows.cells.append(line);
        if (size > mostBytes)
            throw DatabaseError(DatabaseError::Kind::Interrupted,
                                QStringLiteral("more rows than one answer takes"));
    }
    return rows;
}

} // namespace jubao
