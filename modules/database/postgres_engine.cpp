// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/postgres_engine.h"

#include "database/error.h"
#include "database/placeholders.h"
#include <QElapsedTimer>
#include <QHash>
#include <QRegularExpression>
#include <QThread>
#include <QUuid>
#include <algorithm>
#include <array>
#include <libpq-fe.h>
#include <poll.h>
#include <utility>
#include <vector>

namespace jubao {

namespace {

/** The same in all programs: with the schema's name it gives the number of the lock whose holder is
 * the one writer of these books. */
constexpr qint64 writerLock = 0x6a7562616f;

/** Type number of bytes in the server's catalogue; it never changes. */
constexpr Oid bytesType = 17;

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

Result owned(PGresult *result)
{
    return {result, &PQclear};
}

DatabaseError::Kind kindOf(const QByteArray &state)
{
    using Kind = DatabaseError::Kind;
    static const QList<std::pair<QByteArray, Kind>> kinds{
        {"08", Kind::ServerGone},      {"57P0", Kind::ServerGone}, {"28", Kind::RoleRefused},
        {"3D000", Kind::Missing},      {"53100", Kind::DiskFull},  {"53300", Kind::Busy},
        {"55P03", Kind::Busy},         {"40", Kind::Busy},         {"23", Kind::Constraint},
        {"42501", Kind::Denied},       {"25006", Kind::ReadOnly},  {"57014", Kind::Interrupted},
        {"58030", Kind::DeviceFailed}, {"XX001", Kind::Damaged},   {"XX002", Kind::Damaged}};
    for (const auto &[prefix, kind] : kinds) {
        if (state.startsWith(prefix))
            return kind;
    }
    return Kind::Other;
}

[[noreturn]] void throwFor(PGconn *connection, const PGresult *result, const QString &what)
{
    const QByteArray state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const QString words =
        QString::fromUtf8(result ? PQresultErrorMessage(result) : PQerrorMessage(connection))
            .trimmed();
    const bool gone = state.isEmpty() || PQstatus(connection) != CONNECTION_OK;
    throw DatabaseError(gone ? DatabaseError::Kind::ServerGone : kindOf(state),
                        QStringLiteral("%1: %2 (%3)").arg(what, words, QString::fromLatin1(state)));
}

/** One connection, and how a call on it waits. */
class Connection {
public:
    explicit Connection(PGconn *handle) : m_handle(handle) { }
    ~Connection() { PQfinish(m_handle); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    PGconn *handle() const { return m_handle; }
    void setKeepGoing(std::function<bool()> keepGoing) { m_keepGoing = std::move(keepGoing); }

    void run(const QByteArray &script)
    {
        send(PQsendQuery(m_handle, script.constData()), script);
        check(receive(), QString::fromUtf8(script.left(200)));
    }
    /** The last result of what was sent. While a progress handler is set it is asked every 50 ms,
     * and its "no" cancels the work on the server. */
    Result receive()
    {
        Result last = owned(nullptr);
        for (;;) {
            waitForAnswer();
            PGresult *next = PQgetResult(m_handle);
            if (!next)
                return last;
            const bool failedBefore = last && PQresultStatus(last.get()) == PGRES_FATAL_ERROR;
            Result held = owned(next);
            if (!failedBefore)
                last = std::move(held);
        }
    }
    void send(int sent, const QByteArray &what)
    {
        if (sent != 1)
            throwFor(m_handle, nullptr, QString::fromUtf8(what.left(200)));
    }
    void check(const Result &result, const QString &what) const
    {
        const ExecStatusType status = PQresultStatus(result.get());
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_EMPTY_QUERY)
            throwFor(m_handle, result.get(), what);
    }

private:
    void waitForAnswer()
    {
        if (!m_keepGoing)
            return;
        constexpr int millisecondsBetweenCalls = 50;
        bool cancelled = false;
        while (PQisBusy(m_handle) == 1) {
            pollfd wait{PQsocket(m_handle), POLLIN, 0};
            if (poll(&wait, 1, millisecondsBetweenCalls) > 0 && PQconsumeInput(m_handle) == 0)
                return;
            if (!cancelled && !m_keepGoing()) {
                cancelled = true;
                cancel();
            }
        }
    }
    void cancel()
    {
        PGcancel *request = PQgetCancel(m_handle);
        std::array<char, 256> words{};
        if (PQcancel(request, words.data(), int(words.size())) != 1)
            qInfo("cancel: %s", words.data());
        PQfreeCancel(request);
    }

    PGconn *m_handle;
    std::function<bool()> m_keepGoing;
};

class PostgresStatement : public Statement {
public:
    PostgresStatement(std::shared_ptr<Connection> connection, QByteArray name,
                      NumberedStatement numbered)
        : m_connection(std::move(connection))
        , m_name(std::move(name))
        , m_numbered(std::move(numbered))
        , m_values(size_t(m_numbered.names.size()))
    {
    }
    ~PostgresStatement() override
    {
        if (PQstatus(m_connection->handle()) != CONNECTION_OK)
            return;
        const Result freed =
            owned(PQexec(m_connection->handle(), ("DEALLOCATE " + m_name).constData()));
        if (PQresultStatus(freed.get()) != PGRES_COMMAND_OK)
            qInfo("%s stays prepared until the connection ends", m_name.constData());
    }

    int position(const QString &name) const override
    {
        return int(m_numbered.names.indexOf(name)) + 1;
    }
    void bindNull(int position) override { valueAt(position) = {}; }
    void bindInteger(int position, qint64 value) override
    {
        valueAt(position) = {QByteArray::number(value), false, false};
    }
    void bindText(int position, const QString &value) override
    {
        valueAt(position) = {value.toUtf8(), false, false};
    }
    void bindBytes(int position, const QByteArray &value) override
    {
        valueAt(position) = {value, false, true};
    }
    bool step() override
    {
        if (!m_result)
            execute();
        if (++m_row < PQntuples(m_result.get()))
            return true;
        m_result.reset();
        m_row = -1;
        return false;
    }
    void reset() override
    {
        m_result.reset();
        m_row = -1;
        std::fill(m_values.begin(), m_values.end(), Value());
    }
    qint64 integer(int column) const override;
    QString text(int column) const override
    {
        return QString::fromUtf8(PQgetvalue(m_result.get(), m_row, column),
                                 PQgetlength(m_result.get(), m_row, column));
    }
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

private:
    struct Value {
        QByteArray data;
        bool null = true;
        bool binary = false;
    };
    Value &valueAt(int position) { return m_values.at(size_t(position) - 1); }
    void execute();

    std::shared_ptr<Connection> m_connection;
    QByteArray m_name;
    NumberedStatement m_numbered;
    std::vector<Value> m_values;
    Result m_result = owned(nullptr);
    int m_row = -1;
};

void PostgresStatement::execute()
{
    std::vector<const char *> values;
    std::vector<int> lengths;
    std::vector<int> formats;
    for (const Value &value : m_values) {
        values.push_back(value.null ? nullptr : value.data.constData());
        lengths.push_back(int(value.data.size()));
        formats.push_back(value.binary ? 1 : 0);
    }
    m_connection->send(PQsendQueryPrepared(m_connection->handle(), m_name.constData(),
                                           int(values.size()), values.data(), lengths.data(),
                                           formats.data(), 0),
                       m_numbered.sql);
    Result result = m_connection->receive();
    m_connection->check(result, QString::fromUtf8(m_numbered.sql));
    // The server answers COMMIT in a transaction that had failed by rolling it back.
    if (m_numbered.sql == "COMMIT" && qstrcmp(PQcmdStatus(result.get()), "ROLLBACK") == 0)
        throw DatabaseError(DatabaseError::Kind::Other,
                            QStringLiteral("the transaction had failed before its end"));
    m_result = std::move(result);
    m_row = -1;
}

qint64 PostgresStatement::integer(int column) const
{
    if (isNull(column))
        return 0;
    const QByteArray text = QByteArray::fromRawData(PQgetvalue(m_result.get(), m_row, column),
                                                    PQgetlength(m_result.get(), m_row, column));
    bool whole = false;
    const qint64 value = text.toLongLong(&whole);
    if (!whole)
        throw DatabaseError(DatabaseError::Kind::Other,
                            QStringLiteral("no whole number: ") + QString::fromUtf8(text));
    return value;
}

QByteArray PostgresStatement::bytes(int column) const
{
    const char *text = PQgetvalue(m_result.get(), m_row, column);
    const int length = PQgetlength(m_result.get(), m_row, column);
    if (PQftype(m_result.get(), column) != bytesType)
        return {text, length};
    constexpr int prefix = 2; // "\x" before the hexadecimal digits
    return QByteArray::fromHex(
        QByteArray::fromRawData(text + prefix, std::max(0, length - prefix)));
}

class PostgresEngine : public Engine {
public:
    enum class Lifetime { Lasting, Scratch };

    PostgresEngine(std::shared_ptr<Connection> connection, Database::Options options,
                   Lifetime lifetime)
        : m_connection(std::move(connection))
        , m_options(std::move(options))
        , m_lifetime(lifetime)
    {
    }
    ~PostgresEngine() override;

    std::shared_ptr<Statement> prepare(const QString &sql) override;
    void executeScript(const QString &sql) override { m_connection->run(sql.toUtf8()); }
    const Dialect &dialect() const override { return postgresDialect(); }
    void begin() override;
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
    bool takeWriterLock();

    static constexpr qsizetype idleStatements = 200;

    std::shared_ptr<Connection> m_connection;
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

std::shared_ptr<Statement> PostgresEngine::prepare(const QString &sql)
{
    const auto known = m_idle.constFind(sql);
    if (known != m_idle.constEnd() && known->use_count() == 1)
        return lend(*known);
    NumberedStatement numbered = numberPlaceholders(sql);
    const QByteArray name = "s" + QByteArray::number(++m_prepared);
    m_connection->send(PQsendPrepare(m_connection->handle(), name.constData(),
                                     numbered.sql.constData(), 0, nullptr),
                       numbered.sql);
    m_connection->check(m_connection->receive(), sql);
    auto statement = std::make_shared<PostgresStatement>(m_connection, name, std::move(numbered));
    if (known == m_idle.constEnd() && m_idle.size() < idleStatements)
        m_idle.insert(sql, statement);
    return lend(statement);
}

bool PostgresEngine::takeWriterLock()
{
    const std::shared_ptr<Statement> lock =
        prepare(QStringLiteral("SELECT CASE WHEN pg_try_advisory_xact_lock(hashtextextended("
                               "current_schema(), %1)) THEN 1 ELSE 0 END")
                    .arg(writerLock));
    return lock->step() && lock->integer(0) == 1;
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
    prepare(QStringLiteral("BEGIN"))->step();
    QElapsedTimer waiting;
    waiting.start();
    while (!takeWriterLock()) {
        const int waited = int(waiting.elapsed());
        if (waited >= m_options.busyTimeoutMs) {
            prepare(QStringLiteral("ROLLBACK"))->step();
            throw DatabaseError(DatabaseError::Kind::Busy, QStringLiteral("the writer's lock"));
        }
        if (m_options.onBusy)
            m_options.onBusy(waited);
        constexpr int millisecondsBetweenTries = 5;
        QThread::msleep(millisecondsBetweenTries);
    }
}

QList<std::pair<QByteArray, QByteArray>> connectionWords(const Database::Options &options)
{
    const ServerAddress &server = *options.server;
    // pg_temp comes last, so that no temporary table stands before one of the books.
    QByteArray settings = "-c search_path=" + server.schema.toUtf8()
        + ",pg_temp -c timezone=UTC -c client_min_messages=warning";
    if (options.mode == Database::Mode::ReadOnly)
        settings += " -c default_transaction_read_only=on";
    QList<std::pair<QByteArray, QByteArray>> words{{"host", server.host.toUtf8()},
                                                   {"port", QByteArray::number(server.port)},
                                                   {"dbname", server.database.toUtf8()},
                                                   {"user", server.role.toUtf8()},
                                                   {"application_name", "jubao"},
                                                   {"client_encoding", "UTF8"},
                                                   {"gssencmode", "disable"},
                                                   {"options", settings}};
    if (server.isLocalSocket())
        return words << std::pair<QByteArray, QByteArray>{"sslmode", "disable"};
    return words << std::pair<QByteArray, QByteArray>{"sslmode", "verify-full"}
                 << std::pair<QByteArray, QByteArray>{"sslrootcert",
                                                      server.rootCertificate.toUtf8()}
                 << std::pair<QByteArray, QByteArray>{"channel_binding", "require"};
}

PGconn *startConnecting(const Database::Options &options)
{
    const QList<std::pair<QByteArray, QByteArray>> words = connectionWords(options);
    std::vector<const char *> names;
    std::vector<const char *> values;
    for (const auto &[name, value] : words) {
        names.push_back(name.constData());
        values.push_back(value.constData());
    }
    if (!options.server->password.isEmpty()) {
        names.push_back("password");
        values.push_back(options.server->password.constData());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    return PQconnectStartParams(names.data(), values.data(), 0);
}

/** The client library gives no error number while it connects, only this short text with it. */
DatabaseError::Kind kindOfRefusal(const QByteArray &words)
{
    static const QRegularExpression number(QStringLiteral("\\b([0-9A-Z]{5})\\s*$"));
    const QRegularExpressionMatch found = number.match(QString::fromUtf8(words));
    if (words.contains("certificate"))
        return DatabaseError::Kind::ForeignServer;
    return found.hasMatch() ? kindOf(found.captured(1).toLatin1())
                            : DatabaseError::Kind::ServerGone;
}

std::shared_ptr<Connection> connectTo(const Database::Options &options)
{
    constexpr int patienceMs = 5000;
    auto connection = std::make_shared<Connection>(startConnecting(options));
    PGconn *handle = connection->handle();
    PQsetErrorVerbosity(handle, PQERRORS_SQLSTATE);
    PQsetNoticeProcessor(
        handle, [](void *, const char *words) { qInfo("server: %s", words); }, nullptr);
    QElapsedTimer waiting;
    waiting.start();
    PostgresPollingStatusType wants = PGRES_POLLING_WRITING;
    while (wants != PGRES_POLLING_OK && wants != PGRES_POLLING_FAILED
           && waiting.elapsed() < patienceMs) {
        pollfd wait{PQsocket(handle), short(wants == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (poll(&wait, 1, int(patienceMs - waiting.elapsed())) > 0)
            wants = PQconnectPoll(handle);
    }
    if (wants != PGRES_POLLING_OK) {
        const QByteArray words = QByteArray(PQerrorMessage(handle)).trimmed();
        throw DatabaseError(
            wants == PGRES_POLLING_FAILED ? kindOfRefusal(words) : DatabaseError::Kind::ServerGone,
            options.server->text() + QStringLiteral(": ") + QString::fromUtf8(words));
    }
    PQsetErrorVerbosity(handle, PQERRORS_DEFAULT);
    return connection;
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
    std::shared_ptr<Connection> connection = connectTo(options);
    connection->run("CREATE SCHEMA " + options.server->schema.toUtf8());
    return std::make_unique<PostgresEngine>(std::move(connection), std::move(options),
                                            Lifetime::Scratch);
}

void findSchema(Connection &connection, const Database::Options &options)
{
    const QByteArray name = options.server->schema.toUtf8();
    if (options.mode == Database::Mode::Create) {
        connection.run("CREATE SCHEMA " + name);
        return;
    }
    const Result found =
        owned(PQexec(connection.handle(), ("SELECT to_regnamespace('" + name + "')").constData()));
    connection.check(found, QStringLiteral("schema"));
    if (PQgetisnull(found.get(), 0, 0) == 1)
        throw DatabaseError(DatabaseError::Kind::Missing,
                            options.server->text() + u' ' + options.server->schema);
}

} // namespace

std::unique_ptr<Engine> openPostgres(const Database::Options &options)
{
    static const QRegularExpression plainName(QStringLiteral("^[a-z][a-z0-9_]{0,62}$"));
    if (!plainName.match(options.server->schema).hasMatch())
        throw std::logic_error("a schema's name is made of small letters, digits and _");
    std::shared_ptr<Connection> connection = connectTo(options);
    findSchema(*connection, options);
    Database::Options kept;
    kept.server = options.server;
    kept.busyTimeoutMs = options.busyTimeoutMs;
    kept.onBusy = options.onBusy;
    return std::make_unique<PostgresEngine>(std::move(connection), std::move(kept),
                                            PostgresEngine::Lifetime::Lasting);
}

} // namespace jubao
