// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/bare_server.h"

#include "database/server_roles.h"
#include <QElapsedTimer>
#include <QTemporaryFile>

namespace jubao::bare {

namespace {

constexpr qint64 nanosecondsPerMicrosecond = 1000;

/** A schema for as long as it is measured in. */
class Beside {
public:
    Beside(PostgresConnection &connection, const QString &name)
        : m_connection(connection)
        , m_name(serverName(name).toUtf8())
    {
        drop();
        m_connection.run("CREATE SCHEMA " + m_name);
    }
    ~Beside()
    {
        try {
            drop();
        } catch (const DatabaseError &error) {
            qWarning("%s stays: %s", m_name.constData(), qPrintable(error.text()));
        }
    }
    Beside(const Beside &) = delete;
    Beside &operator=(const Beside &) = delete;

private:
    void drop() { m_connection.run("DROP SCHEMA IF EXISTS " + m_name + " CASCADE"); }

    PostgresConnection &m_connection;
    QByteArray m_name;
};

void expect(PostgresConnection &connection, const QByteArray &sql, ExecStatusType status)
{
    const PostgresResult begun = owned(PQexec(connection.handle(), sql.constData()));
    if (PQresultStatus(begun.get()) != status)
        connection.fail(begun.get(), QString::fromUtf8(sql));
}

/** All rows as the server writes them, into a file: a million may be more than fits in memory. */
void copyOut(PostgresConnection &connection, const QByteArray &table, QFile &file)
{
    expect(connection, "COPY " + table + " TO STDOUT (FORMAT binary)", PGRES_COPY_OUT);
    for (;;) {
        char *piece = nullptr;
        const int size = PQgetCopyData(connection.handle(), &piece, 0);
        if (size <= 0)
            break;
        const bool written = file.write(piece, size) == size;
        PQfreemem(piece);
        if (!written)
            throw DatabaseError(DatabaseError::Kind::DiskFull, file.errorString());
    }
    connection.check(connection.receive(), QString::fromUtf8(table));
}

qint64 copyIn(PostgresConnection &connection, const QByteArray &table, QFile &file)
{
    constexpr qint64 atOnce = 1 << 20;
    qint64 spent = 0;
    expect(connection, "COPY " + table + " FROM STDIN (FORMAT binary)", PGRES_COPY_IN);
    QElapsedTimer timer;
    for (;;) {
        const QByteArray piece = file.read(atOnce);
        if (piece.isEmpty())
            break;
        timer.start();
        if (PQputCopyData(connection.handle(), piece.constData(), int(piece.size())) != 1)
            connection.fail(nullptr, QString::fromUtf8(table));
        spent += timer.nsecsElapsed();
    }
    timer.start();
    if (PQputCopyEnd(connection.handle(), nullptr) != 1)
        connection.fail(nullptr, QString::fromUtf8(table));
    connection.check(connection.receive(), QString::fromUtf8(table));
    return spent + timer.nsecsElapsed();
}

} // namespace

qint64 copyAll(const ServerAddress &books, const QStringList &tables, const QString &beside)
{
    const std::shared_ptr<PostgresConnection> connection = connectionTo(books);
    const Beside schema(*connection, beside);
    const QByteArray source = serverName(books.schema).toUtf8() + '.';
    const QByteArray target = serverName(beside).toUtf8() + '.';
    for (const QString &each : tables) {
        const QByteArray table = serverName(each).toUtf8();
        connection->run("CREATE TABLE " + target + table + " (LIKE " + source + table
                        + " INCLUDING ALL)");
    }
    qint64 spent = 0;
    connection->run("BEGIN");
    for (const QString &each : tables) {
        const QByteArray table = serverName(each).toUtf8();
        QTemporaryFile file;
        if (!file.open())
            throw DatabaseError(DatabaseError::Kind::ReadOnly, file.errorString());
        copyOut(*connection, source + table, file);
        file.seek(0);
        spent += copyIn(*connection, target + table, file);
    }
    QElapsedTimer commit;
    commit.start();
    connection->run("COMMIT");
    return (spent + commit.nsecsElapsed()) / nanosecondsPerMicrosecond;
}

void removeBooks(const ServerAddress &books)
{
    const std::shared_ptr<PostgresConnection> connection = connectionTo(books);
    const QByteArray name = serverName(books.schema).toUtf8();
    for (const QByteArray &schema : {name, name + "_desk"})
        connection->run("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    const PostgresResult roles = connection->ask(
        "SELECT rolname FROM pg_roles WHERE starts_with(rolname, $1)", {{name + '_'}});
    for (int row = 0; row < PQntuples(roles.get()); ++row)
        connection->run("DROP ROLE " + QByteArray(PQgetvalue(roles.get(), row, 0)));
}

void lookAtProcesses(const ServerAddress &books,
                     const std::function<void(qint64 bare, const QList<qint64> &lines)> &look)
{
    const std::shared_ptr<PostgresConnection> connection = connectionTo(books);
    const QByteArray own = serverName(books.schema).toUtf8() + '_';
    const PostgresResult found = connection->ask(
        "SELECT pid::text FROM pg_stat_activity WHERE datname = current_database() AND "
        "starts_with(usename::text, $1) AND NOT starts_with(usename::text, $2)",
        {{own}, {own + "read_"}});
    QList<qint64> lines;
    for (int row = 0; row < PQntuples(found.get()); ++row)
        lines.append(QByteArray(PQgetvalue(found.get(), row, 0)).toLongLong());
    look(PQbackendPID(connection->handle()), lines);
}

struct ServerTransactions::Private {
    Private(const ServerAddress &books, const QString &beside)
        : connection(connectionTo(books))
        , schema(*connection, beside)
    {
        const QByteArray table = serverName(beside).toUtf8() + ".entry";
        connection->run("CREATE TABLE " + table
                        + " (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, content TEXT NOT "
                          "NULL); PREPARE bare_entry (text) AS INSERT INTO "
                        + table + " (content) VALUES ($1)");
    }

    std::shared_ptr<PostgresConnection> connection;
    Beside schema;
};

ServerTransactions::ServerTransactions(const ServerAddress &books, const QString &beside)
    : d(std::make_unique<Private>(books, beside))
{
}
ServerTransactions::~ServerTransactions() = default;

void ServerTransactions::run()
{
    constexpr qsizetype likeAnEntry = 600;
    static const QByteArray content(likeAnEntry, 'x');
    // As the books' own connection works: three words to the server for one transaction.
    d->connection->run("BEGIN");
    d->connection->run("EXECUTE bare_entry ('" + content + "')");
    d->connection->run("COMMIT");
}

} // namespace jubao::bare
