// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/postgres_engine.h"

#include "database/postgres_statement.h"
#include "database/server_roles.h"
#include <QElapsedTimer>
#include <QHash>
#include <QThread>
#include <QUuid>
#include <utility>

namespace jubao {

namespace {

class PostgresEngine : public Engine {
public:
    enum class Lifetime { Lasting, Scratch };

    PostgresEngine(std::shared_ptr<PostgresConnection> connection, Database::Options options,
                   Lifetime lifetime)
        : m_connection(std::move(connection))
        , m_sealing(std::make_shared<PostgresSealing>(*m_connection, options.key,
                                                      std::move(options.sealedReading)))
        , m_options(std::move(options))
        , m_lifetime(lifetime)
    {
    }
    ~PostgresEngine() override;

    std::shared_ptr<Statement> prepare(const QString &sql) override;
    std::shared_ptr<Statement> scan(const QString &sql) override;
    std::unique_ptr<BulkInsert> bulkInsert(const QString &table,
                                           const QStringList &columns) override
    {
        return std::make_unique<PostgresBulkInsert>(
            ground(),
            QStringLiteral("COPY %1 (%2) FROM STDIN").arg(table, joinedNames(columns)).toUtf8(),
            m_sealing->waysOf(*m_connection, table, columns));
    }
    void executeScript(const QString &sql) override
    {
        m_connection->run(sql.toUtf8());
        m_sealing->forgetColumns();
    }
    const Dialect &dialect() const override { return postgresDialect(); }
    void begin() override;
    void beginReading() override;
    void settle() override { m_connection->settle(); }
    void abandon() override { m_connection->abandon(); }
    std::unique_ptr<Engine> scratch() override;
    QString damage() override;
    /** The server's roles say who may change the schema. */
    void allowSchemaChanges(bool) override { }
    void setProgressHandler(std::function<bool()> keepGoing) override
    {
        m_connection->setKeepGoing(std::move(keepGoing));
    }
    void setBusyHandler(int timeoutMs, std::function<void(int)> onBusy) override
    {
        m_options.busyTimeoutMs = timeoutMs;
        m_options.onBusy = std::move(onBusy);
    }

private:
    bool beginAsWriter();
    PostgresGround ground() const { return {m_connection, m_sealing}; }
    std::vector<Oid> prepareOnServer(const QByteArray &name, const NumberedStatement &statement);

    static constexpr qsizetype idleStatements = 200;

    std::shared_ptr<PostgresConnection> m_connection;
    std::shared_ptr<PostgresSealing> m_sealing;
    Database::Options m_options;
    Lifetime m_lifetime;
    int m_prepared = 0;
    /** Prepared once, used again when nobody else holds them. */
    QHash<QString, std::shared_ptr<PostgresStatement>> m_idle;
};

std::shared_ptr<Statement> lend(const std::shared_ptr<PostgresStatement> &statement)
{
    return {statement.get(), [statement](Statement *each) { each->reset(); }};
}

/** Types of its parameters. */
std::vector<Oid> PostgresEngine::prepareOnServer(const QByteArray &name,
                                                 const NumberedStatement &statement)
{
    PGconn *handle = m_connection->handle();
    const QString sql = QString::fromUtf8(statement.sql);
    m_connection->settle();
    m_connection->send(
        PQsendPrepare(handle, name.constData(), statement.sql.constData(), 0, nullptr),
        statement.sql);
    m_connection->check(m_connection->receive(), sql);
    m_connection->send(PQsendDescribePrepared(handle, name.constData()), statement.sql);
    const PostgresResult description = m_connection->receive();
    m_connection->check(description, sql);
    StatementTypes types = m_sealing->typesOf(description.get());
    m_sealing->refuseMisuse(*m_connection, sql, types);
    return types.parameters;
}

std::shared_ptr<Statement> PostgresEngine::scan(const QString &sql)
{
    NumberedStatement numbered = numberPlaceholders(sql);
    std::vector<Oid> types = prepareOnServer({}, numbered);
    return std::make_shared<PostgresScan>(ground(), "scan" + QByteArray::number(++m_prepared),
                                          std::move(numbered), std::move(types));
}

std::shared_ptr<Statement> PostgresEngine::prepare(const QString &sql)
{
    const auto known = m_idle.constFind(sql);
    if (known != m_idle.constEnd() && known->use_count() == 1)
        return lend(*known);
    NumberedStatement numbered = numberPlaceholders(sql);
    const QByteArray name = "s" + QByteArray::number(++m_prepared);
    std::vector<Oid> types = prepareOnServer(name, numbered);
    auto statement =
        std::make_shared<PostgresStatement>(ground(), name, std::move(numbered), std::move(types));
    if (known == m_idle.constEnd() && m_idle.size() < idleStatements)
        m_idle.insert(sql, statement);
    return lend(statement);
}

/** Begins a transaction that holds the writer's place; false, and nothing begun, while another
 * holds it. */
bool PostgresEngine::beginAsWriter()
{
    prepare(QStringLiteral("BEGIN"))->step();
    try {
        prepare(QStringLiteral("LOCK TABLE writers_place IN EXCLUSIVE MODE NOWAIT"))->step();
        return true;
    } catch (const DatabaseError &error) {
        prepare(QStringLiteral("ROLLBACK"))->step();
        if (error.kind() != DatabaseError::Kind::Busy)
            throw;
        return false;
    }
}

/** Through each index of the schema, where the server's keeper has put the checking functions in
 * (extension amcheck); pages are checked by their checksums whenever they are read. */
QString PostgresEngine::damage()
{
    const std::shared_ptr<Statement> there =
        prepare(QStringLiteral("SELECT 1 FROM pg_extension WHERE extname = 'amcheck'"));
    if (!there->step())
        return {};
    try {
        const std::shared_ptr<Statement> check = prepare(QStringLiteral(
            "SELECT bt_index_check(i.indexrelid, true) FROM pg_index i JOIN pg_class c ON c.oid = "
            "i.indexrelid JOIN pg_am a ON a.oid = c.relam WHERE c.relnamespace = "
            "to_regnamespace(current_schema()) AND a.amname = 'btree'"));
        while (check->step()) { }
    } catch (const DatabaseError &error) {
        return error.detail();
    }
    return {};
}

void PostgresEngine::begin()
{
    QElapsedTimer waiting;
    waiting.start();
    while (!beginAsWriter()) {
        const int waited = int(waiting.elapsed());
        if (waited >= m_options.busyTimeoutMs)
            throw DatabaseError(DatabaseError::Kind::Busy, QStringLiteral("the writer's place"));
        if (m_options.onBusy)
            m_options.onBusy(waited);
        constexpr int millisecondsBetweenTries = 5;
        QThread::msleep(millisecondsBetweenTries);
    }
}

void PostgresEngine::beginReading()
{
    // Which state it sees is settled by the first look.
    m_connection->askAll({{"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", {}, true},
                          {"SELECT count(*) FROM schema_migration", {}, true}});
}

PostgresEngine::~PostgresEngine()
{
    m_idle.clear();
    if (m_lifetime == Lifetime::Lasting)
        return;
    try {
        m_connection->run("DROP SCHEMA " + m_options.server->schema.toUtf8() + " CASCADE");
    } catch (const DatabaseError &error) {
        qInfo("a schema for comparison stays: %s", qPrintable(error.detail()));
    }
}

std::unique_ptr<Engine> PostgresEngine::scratch()
{
    Database::Options options;
    options.server = m_options.server;
    options.server->schema =
        QStringLiteral("compare_") + QUuid::createUuid().toString(QUuid::Id128);
    std::shared_ptr<PostgresConnection> connection = PostgresConnection::to(options);
    connection->run("CREATE SCHEMA " + options.server->schema.toUtf8() + ";\n"
                    + PostgresSealing::groundSql(m_options.key));
    options.key = m_options.key.clone();
    return std::make_unique<PostgresEngine>(std::move(connection), std::move(options),
                                            Lifetime::Scratch);
}

void findSchema(PostgresConnection &connection, const Database::Options &options)
{
    const QByteArray name = options.server->schema.toUtf8();
    if (options.mode == Database::Mode::Create) {
        connection.run("CREATE SCHEMA " + name + ";\n" + PostgresSealing::groundSql(options.key));
        return;
    }
    const PostgresResult found = connection.ask("SELECT to_regnamespace('" + name + "')");
    if (PQgetisnull(found.get(), 0, 0) == 1)
        throw DatabaseError(DatabaseError::Kind::Missing,
                            options.server->text() + u' ' + options.server->schema);
}

} // namespace

std::unique_ptr<Engine> openPostgres(const Database::Options &options)
{
    serverName(options.server->schema);
    if (options.mode == Database::Mode::Create && options.key.isEmpty())
        throw std::logic_error("the columns of books on a server are sealed under their data key");
    std::shared_ptr<PostgresConnection> connection = PostgresConnection::to(options);
    findSchema(*connection, options);
    Database::Options kept;
    kept.server = options.server;
    if (!options.key.isEmpty())
        kept.key = options.key.clone();
    kept.sealedReading = options.sealedReading;
    kept.busyTimeoutMs = options.busyTimeoutMs;
    kept.onBusy = options.onBusy;
    return std::make_unique<PostgresEngine>(std::move(connection), std::move(kept),
                                            PostgresEngine::Lifetime::Lasting);
}

} // namespace jubao
