// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/placeholders.h"
#include "database/postgres_sealing.h"
#include <stdexcept>
#include <utility>
#include <vector>

namespace jubao {

/** What a statement works on: the connection and its sealed columns. */
struct PostgresGround {
    std::shared_ptr<PostgresConnection> connection;
    std::shared_ptr<PostgresSealing> sealing;
};

/** A statement that is prepared on the server; its rows are fetched all at once. */
class PostgresStatement : public Statement {
public:
    PostgresStatement(PostgresGround ground, QByteArray name, NumberedStatement numbered,
                      std::vector<Oid> types)
        : m_connection(std::move(ground.connection))
        , m_sealing(std::move(ground.sealing))
        , m_name(std::move(name))
        , m_numbered(std::move(numbered))
        , m_types(std::move(types))
        , m_values(size_t(m_numbered.names.size()))
        , m_onlyChanges(onlyChanges(m_numbered.sql))
    {
    }
    ~PostgresStatement() override
    {
        if (m_name.isEmpty())
            return;
        m_connection->arrive();
        if (PQstatus(m_connection->handle()) != CONNECTION_OK)
            return;
        const PostgresResult freed =
            owned(PQexec(m_connection->handle(), ("DEALLOCATE " + m_name).constData()));
        if (PQresultStatus(freed.get()) != PGRES_COMMAND_OK
            && PQstatus(m_connection->handle()) == CONNECTION_OK)
            qInfo("%s stays prepared until the connection ends", m_name.constData());
    }

    int position(const QString &name) const override
    {
        return int(m_numbered.names.indexOf(name)) + 1;
    }
    void bindNull(int position) override { valueAt(position) = {}; }
    void bindInteger(int position, qint64 value) override
    {
        if (wayAt(position))
            throw std::logic_error("a whole number for a sealed column: "
                                   + m_numbered.sql.toStdString());
        valueAt(position) = {QByteArray::number(value), false, false};
    }
    void bindText(int position, const QString &value) override
    {
        bindTextOrCell(position, value.toUtf8(), false);
    }
    void bindBytes(int position, const QByteArray &value) override
    {
        bindTextOrCell(position, value, true);
    }
    bool step() override
    {
        if (!m_result && m_onlyChanges && m_connection->mayPost()) {
            m_connection->post(call());
            return false;
        }
        if (m_asked)
            take(answered());
        if (!m_result)
            take(execute());
        if (++m_row < PQntuples(m_result.get()))
            return true;
        m_result.reset();
        m_row = -1;
        return false;
    }
    void ask() override
    {
        if (m_onlyChanges || m_name.isEmpty() || m_result || m_asked || !m_connection->mayPost())
            return;
        m_asked = std::make_shared<PostgresResult>(owned(nullptr));
        m_connection->post(call(), m_asked);
    }
    void reset() override
    {
        m_asked.reset();
        m_result.reset();
        m_row = -1;
        std::fill(m_values.begin(), m_values.end(), Value());
    }
    qint64 integer(int column) const override;
    QString text(int column) const override { return QString::fromUtf8(bytes(column)); }
    QByteArray bytes(int column) const override;
    bool isNull(int column) const override
    {
        return PQgetisnull(m_result.get(), m_row, column) == 1;
    }
    int columnCount() const override { return PQnfields(m_result.get()); }
    QString columnName(int column) const override
    {
        return QString::fromUtf8(PQfname(m_result.get(), column));
    }

protected:
    PostgresConnection::Call call() const;
    PostgresConnection &connection() const { return *m_connection; }
    const QByteArray &sql() const { return m_numbered.sql; }
    /** Rows to read from now on. */
    void take(PostgresResult result)
    {
        m_result = std::move(result);
        m_row = -1;
    }
    virtual PostgresResult execute();

private:
    /** What was asked ahead. */
    PostgresResult answered();
    struct Value {
        QByteArray data;
        bool null = true;
        bool binary = false;
    };
    std::optional<CellCodec::Way> wayAt(int position) const
    {
        return m_sealing->wayOf(m_types.at(size_t(position) - 1));
    }
    void bindTextOrCell(int position, const QByteArray &value, bool binary)
    {
        const std::optional<CellCodec::Way> way = wayAt(position);
        // The server would keep what stands before it, and nobody would be told.
        if (!way && !binary && value.contains('\0'))
            throw std::invalid_argument("a text with a zero byte");
        valueAt(position) = {way ? m_sealing->sealed(*way, value) : value, false, way || binary};
    }
    /** It gives no rows, and what it does can wait until something is asked. */
    static bool onlyChanges(const QByteArray &sql);
    Value &valueAt(int position) { return m_values.at(size_t(position) - 1); }

    std::shared_ptr<PostgresConnection> m_connection;
    std::shared_ptr<PostgresSealing> m_sealing;
    QByteArray m_name; ///< empty: not prepared on the server
    NumberedStatement m_numbered;
    std::vector<Oid> m_types; ///< of the parameters
    std::vector<Value> m_values;
    std::shared_ptr<PostgresResult> m_asked; ///< filled when the answer has come
    bool m_onlyChanges;
    PostgresResult m_result = owned(nullptr);
    int m_row = -1;
};

/** Reads by a cursor, which outlives the statements of others and a transaction's end. */
class PostgresScan : public PostgresStatement {
public:
    PostgresScan(PostgresGround ground, QByteArray cursor, NumberedStatement numbered,
                 std::vector<Oid> types)
        : PostgresStatement(std::move(ground), {}, std::move(numbered), std::move(types))
        , m_cursor(std::move(cursor))
    {
    }
    ~PostgresScan() override { close(); }

    bool step() override
    {
        if (PostgresStatement::step())
            return true;
        return m_open && PostgresStatement::step();
    }
    void reset() override
    {
        close();
        PostgresStatement::reset();
    }

protected:
    PostgresResult execute() override
    {
        constexpr int rowsAtOnce = 5000;
        if (!m_open)
            declare();
        connection().settle();
        const QByteArray fetch = "FETCH " + QByteArray::number(rowsAtOnce) + " FROM " + m_cursor;
        connection().send(PQsendQuery(connection().handle(), fetch.constData()), fetch);
        PostgresResult rows = connection().receive();
        connection().check(rows, QString::fromUtf8(sql()));
        if (PQntuples(rows.get()) == 0)
            close();
        return rows;
    }

private:
    void declare()
    {
        connection().settle();
        const PostgresConnection::Call bound = call();
        const QByteArray text = "DECLARE " + m_cursor + " NO SCROLL CURSOR WITH HOLD FOR " + sql();
        connection().send(PQsendQueryParams(connection().handle(), text.constData(), bound.count(),
                                            nullptr, bound.values.data(), bound.lengths.data(),
                                            bound.formats.data(), 0),
                          text);
        connection().check(connection().receive(), QString::fromUtf8(sql()));
        m_open = true;
    }
    void close()
    {
        if (!std::exchange(m_open, false))
            return;
        connection().arrive();
        if (PQstatus(connection().handle()) != CONNECTION_OK)
            return;
        const PostgresResult closed =
            owned(PQexec(connection().handle(), ("CLOSE " + m_cursor).constData()));
        if (PQresultStatus(closed.get()) != PGRES_COMMAND_OK
            && PQstatus(connection().handle()) == CONNECTION_OK)
            qInfo("%s stays open until the connection ends", m_cursor.constData());
    }

    QByteArray m_cursor;
    bool m_open = false;
};

/** Gathers rows and sends them in portions, and before anything else is asked of the connection.
 * The server works on one portion while the next is put together. */
class PostgresBulkInsert : public BulkInsert {
public:
    PostgresBulkInsert(PostgresGround ground, const QByteArray &command,
                       std::vector<std::optional<CellCodec::Way>> ways)
        : m_connection(std::move(ground.connection))
        , m_sealing(std::move(ground.sealing))
        , m_waiting(std::make_shared<WaitingRows>(WaitingRows{command}))
        , m_ways(std::move(ways))
    {
    }

    void addNull() override { begin("\\N"); }
    void addInteger(qint64 value) override
    {
        if (way())
            throw std::logic_error("a whole number for a sealed column: "
                                   + m_waiting->command.toStdString());
        begin(QByteArray::number(value));
    }
    void addText(const QByteArray &utf8) override;
    void addBytes(const QByteArray &value) override
    {
        const std::optional<CellCodec::Way> sealing = way();
        begin("\\\\x" + (sealing ? m_sealing->sealed(*sealing, value) : value).toHex());
    }
    void endRow() override
    {
        constexpr qsizetype portion = 1 << 16; // goes whole into the way to the server
        m_row += '\n';
        m_column = 0;
        if (m_waiting->rows.isEmpty())
            m_connection->keepWaiting(m_waiting);
        m_waiting->rows += std::exchange(m_row, {});
        if (m_waiting->rows.size() >= portion)
            m_connection->depart();
        else
            m_connection->moveOn();
    }
    void finish() override { m_connection->settle(); }

private:
    void begin(const QByteArray &value)
    {
        if (m_column++ > 0)
            m_row += '\t';
        m_row += value;
    }
    std::optional<CellCodec::Way> way() const { return m_ways.at(m_column); }

    std::shared_ptr<PostgresConnection> m_connection;
    std::shared_ptr<PostgresSealing> m_sealing;
    std::shared_ptr<WaitingRows> m_waiting;
    std::vector<std::optional<CellCodec::Way>> m_ways; ///< per column
    QByteArray m_row;
    size_t m_column = 0;
};

} // namespace jubao
