// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/database.h"
#include "database/error.h"
#include <QQueue>
#include <functional>
#include <libpq-fe.h>
#include <memory>
#include <optional>
#include <vector>

namespace jubao {

using PostgresResult = std::unique_ptr<PGresult, decltype(&PQclear)>;

PostgresResult owned(PGresult *result);

/** Rows for one table in the server's COPY format, which were added and are not sent yet. */
struct WaitingRows {
    QByteArray command;
    QByteArray rows = {};
};

/** One connection to a county server, and how a call on it waits. Throws DatabaseError. */
class PostgresConnection {
public:
    explicit PostgresConnection(PGconn *handle) : m_handle(handle) { }
    ~PostgresConnection() { PQfinish(m_handle); }
    PostgresConnection(const PostgresConnection &) = delete;
    PostgresConnection &operator=(const PostgresConnection &) = delete;

    /** `connectToServer`. */
    static std::shared_ptr<PostgresConnection> to(const Database::Options &options);
    /** What a state of the server (SQLSTATE) is to us. */
    static DatabaseError::Kind kindOf(const QByteArray &state);

    PGconn *handle() const { return m_handle; }
    void setKeepGoing(std::function<bool()> keepGoing) { m_keepGoing = std::move(keepGoing); }

    /** A statement that was prepared, with what is bound to it. */
    struct Call {
        const QByteArray &name;
        const QByteArray &sql;
        std::vector<const char *> values = {};
        std::vector<int> lengths = {};
        std::vector<int> formats = {};
        int count() const { return int(values.size()); }
    };
    PostgresResult run(const Call &call);
    /** The same inside a transaction for one that gives no rows, or whose rows are wanted later: it
     * is on its way, and nobody waits for it. What went wrong is thrown by whatever is asked next.
     */
    void post(const Call &call, std::shared_ptr<PostgresResult> answer = {});
    bool mayPost() const;
    /** These are sent before anything else is asked or done, in the order in which they are named.
     */
    void keepWaiting(const std::shared_ptr<WaitingRows> &rows);
    /** Those of all tables set out, one table after the other, and nobody waits for them unless so
     * many are on their way that they would take much memory. What went wrong is thrown later. */
    void depart();
    /** Sends the next of them if the server is done with the one before. */
    void moveOn();
    /** Sends what waits, waits for what is on its way, and throws what went wrong with it. */
    void settle();
    /** Before a part is rolled back: what waits goes with it, and what went wrong. */
    void abandon();
    /** The same where nothing can be thrown: it is thrown later. */
    void arrive();

    /** Several statements at once. */
    void run(const QByteArray &script);
    /** What is bound to a parameter, and whether it goes as bytes or as the server's text. */
    struct Value {
        QByteArray data;
        bool binary = false;
    };
    enum class Cells { Text, Binary };
    /** One statement that is not kept prepared, with its rows. */
    PostgresResult ask(const QByteArray &sql, const QList<Value> &values = {},
                       Cells cells = Cells::Text);
    struct Question {
        QByteArray sql;
        QList<Value> values = {};
        bool again = false; ///< comes again and again: kept prepared on this connection
    };
    /** One statement whose answer is fetched when it has come; nothing else is asked meanwhile. */
    void askLater(const Question &question, Cells cells = Cells::Text);
    /** Nothing where it has not come yet, or was fetched. */
    PostgresResult answerSoFar();
    /** Several statements on one way to the server and back, all of them or none; cells as bytes.
     */
    std::vector<PostgresResult> askAll(const QList<Question> &questions);
    /** For what the client library's sending calls return. */
    void send(int sent, const QByteArray &what);
    /** The last result of what was sent. While a progress handler is set it is asked every 50 ms,
     * and its "no" cancels the work on the server. */
    PostgresResult receive();
    void check(const PostgresResult &result, const QString &what) const;
    [[noreturn]] void fail(const PGresult *result, const QString &what) const;

private:
    int sendQuestion(const QByteArray &sql, const QList<Value> &values, Cells cells);
    void prepare(const QByteArray &sql);
    void waitForAnswer();
    void cancel();
    int sendCall(const Call &call);
    void collect();
    void sendWaiting();
    void pack();
    void copy(const WaitingRows &portion);
    void copyNext();
    void finishCopy();
    void keepFailure(const PostgresResult &result, const QByteArray &what);

    PGconn *m_handle;
    QHash<QByteArray, QByteArray> m_prepared; ///< names of questions that come again
    std::function<bool()> m_keepGoing;
    QList<std::shared_ptr<WaitingRows>> m_waiting;
    QQueue<WaitingRows> m_departing; ///< portions that go next
    QByteArray m_copying;            ///< the server has these rows and has not said yet
    struct Posted {
        QByteArray sql;
        std::shared_ptr<PostgresResult> answer; ///< null where nobody wants it
    };
    std::vector<Posted> m_posted;           ///< what is on its way; never beside a copy
    std::optional<DatabaseError> m_failure; ///< the first that went wrong
};

/** Statements that happen together or not at all; rolled back unless `commit` was called. */
class ServerTransaction {
public:
    explicit ServerTransaction(PostgresConnection &connection) : m_connection(connection)
    {
        m_connection.run("BEGIN");
    }
    ~ServerTransaction()
    {
        if (!m_committed)
            owned(PQexec(m_connection.handle(), "ROLLBACK")).reset();
    }
    ServerTransaction(const ServerTransaction &) = delete;
    ServerTransaction &operator=(const ServerTransaction &) = delete;

    void commit()
    {
        m_connection.run("COMMIT");
        m_committed = true;
    }

private:
    PostgresConnection &m_connection;
    bool m_committed = false;
};

} // namespace jubao
