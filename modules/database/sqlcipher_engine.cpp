// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/sqlcipher_engine.h"

#include "database/error.h"
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <algorithm>
#include <cerrno>
#include <sqlite3.h>

namespace jubao {

namespace {

/** Memory that several programs share is a file beside the books: it fails for want of room alone,
 * and the engine calls each such want a fault of the device. */
bool wantsRoom(int code, int systemError)
{
    return code == SQLITE_IOERR_SHMSIZE || systemError == ENOSPC || systemError == EDQUOT;
}

DatabaseError::Kind kindOf(int code, int systemError)
{
    using Kind = DatabaseError::Kind;
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        return Kind::WrongKey;
    case SQLITE_CORRUPT:
        return Kind::Damaged;
    case SQLITE_FULL:
        return Kind::DiskFull;
    case SQLITE_IOERR:
        if (wantsRoom(code, systemError))
            return Kind::DiskFull;
        return code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_DATA ? Kind::Damaged
                                                                            : Kind::DeviceFailed;
    case SQLITE_CANTOPEN:
        return wantsRoom(code, systemError) ? Kind::DiskFull : Kind::ReadOnly;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Kind::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Kind::Busy;
    case SQLITE_CONSTRAINT:
        return Kind::Constraint;
    case SQLITE_AUTH:
        return Kind::Denied;
    case SQLITE_INTERRUPT:
        return Kind::Interrupted;
    default:
        return Kind::Other;
    }
}

class SqlcipherStatement : public Statement {
public:
    SqlcipherStatement(sqlite3 *handle, sqlite3_stmt *statement)
        : m_handle(handle)
        , m_statement(statement)
    {
    }
    ~SqlcipherStatement() override { sqlite3_finalize(m_statement); }

    int position(const QString &name) const override
    {
        return sqlite3_bind_parameter_index(m_statement, name.toUtf8().constData());
    }
    void bindNull(int position) override { check(sqlite3_bind_null(m_statement, position)); }
    void bindInteger(int position, qint64 value) override
    {
        check(sqlite3_bind_int64(m_statement, position, value));
    }
    void bindText(int position, const QString &value) override
    {
        const QByteArray utf8 = value.toUtf8();
        check(sqlite3_bind_text64(m_statement, position, utf8.constData(),
                                  sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
    }
    void bindBytes(int position, const QByteArray &value) override
    {
        check(sqlite3_bind_blob64(m_statement, position, value.isNull() ? "" : value.constData(),
                                  sqlite3_uint64(value.size()), SQLITE_TRANSIENT));
    }
    bool step() override
    {
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_ROW)
            return true;
        if (code == SQLITE_DONE) {
            sqlite3_reset(m_statement);
            return false;
        }
        const QString what = QString::fromUtf8(sqlite3_errmsg(m_handle));
        const int extended = sqlite3_extended_errcode(m_handle);
        const int systemError = sqlite3_system_errno(m_handle);
        sqlite3_reset(m_statement);
        throw DatabaseError(kindOf(extended, systemError),
                            QStringLiteral("%1 (%2)").arg(what).arg(extended));
    }
    void reset() override
    {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    QString text(int column) const override
    {
        const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
    }
    QByteArray bytes(int column) const override
    {
        const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
        return QByteArray(data, sqlite3_column_bytes(m_statement, column));
    }
    bool isNull(int column) const override
    {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    }
    int columnCount() const override { return sqlite3_column_count(m_statement); }
    QString columnName(int column) const override
    {
        return QString::fromUtf8(sqlite3_column_name(m_statement, column));
    }

private:
    void check(int code)
    {
        if (code != SQLITE_OK)
            throwSqlcipherError(m_handle, code, QStringLiteral("bind"));
    }

    sqlite3 *m_handle;
    sqlite3_stmt *m_statement;
};

class SqlcipherEngine : public Engine {
public:
    explicit SqlcipherEngine(sqlite3 *handle) : m_handle(handle) { }
    ~SqlcipherEngine() override
    {
        m_idle.clear();
        sqlite3_close_v2(m_handle);
    }

    std::shared_ptr<Statement> prepare(const QString &sql) override;
    std::shared_ptr<Statement> scan(const QString &sql) override { return prepare(sql); }
    std::unique_ptr<BulkInsert> bulkInsert(const QString &table,
                                           const QStringList &columns) override;
    void executeScript(const QString &sql) override;
    const Dialect &dialect() const override { return sqlcipherDialect(); }
    void begin() override { prepare(QStringLiteral("BEGIN IMMEDIATE"))->step(); }
    void beginReading() override
    {
        prepare(QStringLiteral("BEGIN"))->step();
        // Which state it sees is settled by the first look.
        prepare(QStringLiteral("SELECT count(*) FROM sqlite_schema"))->step();
    }
    std::unique_ptr<Engine> scratch() override;
    QString damage() override;
    void allowSchemaChanges(bool allow) override { m_schemaOpen = allow; }
    void setProgressHandler(std::function<bool()> keepGoing) override;
    void setBusyHandler(int timeoutMs, std::function<void(int)> onBusy) override;
    sqlite3 *handle() const { return m_handle; }
    void protect();

private:
    static int authorize(void *self, int action, const char *first, const char *second,
                         const char *, const char *);
    static int onProgress(void *self);
    static int onBusy(void *self, int count);

    static constexpr qsizetype idleStatements = 200;

    sqlite3 *m_handle;
    bool m_schemaOpen = false;
    std::function<bool()> m_keepGoing;
    std::function<void(int)> m_onBusy;
    int m_busyTimeoutMs = 0;
    QElapsedTimer m_busySince;
    /** Prepared once, used again: shared with the query that runs it now; idle when only we hold
     * it. */
    QHash<QString, std::shared_ptr<Statement>> m_idle;
};

/** Hands a statement out; when its query goes, it is reset, so that no read stays open behind it.
 */
std::shared_ptr<Statement> lend(const std::shared_ptr<Statement> &statement)
{
    return {statement.get(), [statement](Statement *each) { each->reset(); }};
}

std::shared_ptr<Statement> SqlcipherEngine::prepare(const QString &sql)
{
    const auto known = m_idle.constFind(sql);
    if (known != m_idle.constEnd() && known->use_count() == 1)
        return lend(*known);
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *raw = nullptr;
    const char *tail = nullptr;
    const int code = sqlite3_prepare_v2(m_handle, utf8.constData(), int(utf8.size()), &raw, &tail);
    if (code != SQLITE_OK)
        throwSqlcipherError(m_handle, code, sql);
    if (tail && !QByteArray(tail).trimmed().isEmpty()) {
        sqlite3_finalize(raw);
        throw std::logic_error("one statement at a time: " + sql.toStdString());
    }
    auto statement = std::make_shared<SqlcipherStatement>(m_handle, raw);
    if (known == m_idle.constEnd()) {
        if (m_idle.size() >= idleStatements)
            m_idle.clear();
        m_idle.insert(sql, statement);
    }
    return lend(statement);
}

void SqlcipherEngine::executeScript(const QString &sql)
{
    char *message = nullptr;
    const int code = sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, &message);
    const QString words = QString::fromUtf8(message);
    sqlite3_free(message);
    if (code != SQLITE_OK)
        throwSqlcipherError(m_handle, code, words);
}

int SqlcipherEngine::authorize(void *self, int action, const char *first, const char *second,
                               const char *, const char *)
{
    if (static_cast<SqlcipherEngine *>(self)->m_schemaOpen)
        return SQLITE_OK;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
        return SQLITE_OK;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
        return qstrncmp(first, "sqlite_", 7) == 0 ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA: {
        static const QList<QByteArray> readable{
            "quick_check",    "integrity_check", "cipher_integrity_check",
            "cipher_version", "wal_checkpoint",  "page_count",
            "freelist_count", "optimize",        "table_info"};
        return readable.contains(QByteArray(first)) || !second ? SQLITE_OK : SQLITE_DENY;
    }
    default:
        return SQLITE_DENY;
    }
}

void SqlcipherEngine::protect()
{
    int on = 0;
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, &on);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &on);
    sqlite3_set_authorizer(m_handle, authorize, this);
}

int SqlcipherEngine::onProgress(void *self)
{
    auto *engine = static_cast<SqlcipherEngine *>(self);
    return engine->m_keepGoing && !engine->m_keepGoing() ? 1 : 0;
}

void SqlcipherEngine::setProgressHandler(std::function<bool()> keepGoing)
{
    m_keepGoing = std::move(keepGoing);
    constexpr int instructionsBetweenCalls = 20000;
    sqlite3_progress_handler(m_handle, m_keepGoing ? instructionsBetweenCalls : 0, onProgress,
                             this);
}

int SqlcipherEngine::onBusy(void *self, int count)
{
    auto *engine = static_cast<SqlcipherEngine *>(self);
    if (count == 0)
        engine->m_busySince.start();
    const int waited = int(engine->m_busySince.elapsed());
    if (waited >= engine->m_busyTimeoutMs)
        return 0;
    if (engine->m_onBusy)
        engine->m_onBusy(waited);
    QThread::msleep(count < 10 ? 2 : 25);
    return 1;
}

void SqlcipherEngine::setBusyHandler(int timeoutMs, std::function<void(int)> onBusyCall)
{
    m_busyTimeoutMs = timeoutMs;
    m_onBusy = std::move(onBusyCall);
    sqlite3_busy_handler(m_handle, onBusy, this);
}

class SqlcipherBulkInsert : public BulkInsert {
public:
    explicit SqlcipherBulkInsert(std::shared_ptr<Statement> insert)
        : m_insert(std::move(insert)) { }

    void addNull() override { m_insert->bindNull(++m_position); }
    void addInteger(qint64 value) override { m_insert->bindInteger(++m_position, value); }
    void addText(const QByteArray &utf8) override
    {
        m_insert->bindText(++m_position, QString::fromUtf8(utf8));
    }
    void addBytes(const QByteArray &value) override { m_insert->bindBytes(++m_position, value); }
    void endRow() override
    {
        m_insert->step();
        m_position = 0;
    }
    void finish() override { }

private:
    std::shared_ptr<Statement> m_insert;
    int m_position = 0;
};

std::unique_ptr<BulkInsert> SqlcipherEngine::bulkInsert(const QString &table,
                                                        const QStringList &columns)
{
    const QStringList marks(columns.size(), QStringLiteral("?"));
    return std::make_unique<SqlcipherBulkInsert>(
        prepare(QStringLiteral("%1 INTO %2 (%3) VALUES (%4)")
                    .arg(dialect().insertRow(), table, joinedNames(columns), joinedNames(marks))));
}

/** Only its schema is wanted, so it is neither encrypted nor kept: the engine removes a file
 * without a name by itself. */
std::unique_ptr<Engine> SqlcipherEngine::scratch()
{
    Database::Options options;
    options.mode = Database::Mode::Create;
    options.passing = true;
    return openSqlcipher(options);
}

/** Not the quick check: an index that leaves a row out would hide it from whoever reads by it. */
QString SqlcipherEngine::damage()
{
    const std::shared_ptr<Statement> check = prepare(QStringLiteral("PRAGMA integrity_check"));
    const QString found = check->step() ? check->text(0) : QStringLiteral("no answer");
    return found == QLatin1String("ok") ? QString() : found;
}

bool looksPlain(const QString &path)
{
    QFile file(path);
    return !path.isEmpty() && file.open(QIODevice::ReadOnly) && file.read(15) == "SQLite format 3";
}

void setUp(Engine &engine, const Database::Options &options)
{
    const bool readOnly = options.mode == Database::Mode::ReadOnly;
    if (!readOnly)
        engine.prepare(QStringLiteral("PRAGMA journal_mode=WAL"))->step();
    const QStringList settings{options.passing ? QStringLiteral("PRAGMA synchronous=OFF")
                                               : QStringLiteral("PRAGMA synchronous=FULL"),
                               QStringLiteral("PRAGMA foreign_keys=ON"),
                               QStringLiteral("PRAGMA recursive_triggers=ON"),
                               QStringLiteral("PRAGMA cache_size=-%1").arg(options.cacheKib)};
    for (const QString &setting : settings)
        engine.executeScript(setting);
}

void proveCipher(Engine &engine, const QString &path)
{
    const std::shared_ptr<Statement> version =
        engine.prepare(QStringLiteral("PRAGMA cipher_version"));
    if (!version->step() || version->text(0).isEmpty() || looksPlain(path))
        throw DatabaseError(DatabaseError::Kind::Other,
                            QStringLiteral("the engine does not encrypt"));
}

} // namespace

void throwSqlcipherError(sqlite3 *handle, int code, const QString &what)
{
    const int extended = sqlite3_extended_errcode(handle);
    // A page that does not authenticate is a bare error without words of its own.
    if (code == SQLITE_ERROR && qstrcmp(sqlite3_errmsg(handle), sqlite3_errstr(SQLITE_ERROR)) == 0)
        throw DatabaseError(DatabaseError::Kind::Damaged,
                            QStringLiteral("a page does not authenticate"));
    throw DatabaseError(
        kindOf(extended == SQLITE_OK ? code : extended, sqlite3_system_errno(handle)),
        QStringLiteral("%1: %2 (%3)")
            .arg(what, QString::fromUtf8(sqlite3_errmsg(handle)))
            .arg(code));
}

sqlite3 *sqlcipherHandle(Engine &engine)
{
    auto *own = dynamic_cast<SqlcipherEngine *>(&engine);
    if (!own)
        throw std::logic_error("these books are no file");
    return own->handle();
}

std::unique_ptr<Engine> openSqlcipher(const Database::Options &options)
{
    // The engine would take a file without content for a new one and write into it.
    constexpr qint64 smallestPage = 512;
    if (options.mode != Database::Mode::Create && QFileInfo(options.path).size() < smallestPage)
        throw DatabaseError(DatabaseError::Kind::Damaged,
                            QStringLiteral("%1 has %2 bytes")
                                .arg(options.path)
                                .arg(QFileInfo(options.path).size()));
    if (looksPlain(options.path))
        throw DatabaseError(DatabaseError::Kind::NotAnOffice,
                            QStringLiteral("plain database: ") + options.path);
    int flags = SQLITE_OPEN_NOMUTEX;
    flags |=
        options.mode == Database::Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (options.mode == Database::Mode::Create)
        flags |= SQLITE_OPEN_CREATE;
    sqlite3 *handle = nullptr;
    const int opened =
        sqlite3_open_v2(QFile::encodeName(options.path).constData(), &handle, flags, nullptr);
    auto engine = std::make_unique<SqlcipherEngine>(handle);
    if (opened != SQLITE_OK)
        throwSqlcipherError(handle, opened, options.path);
    // Whoever can read the file can try passwords at what lies beside it.
    if (options.mode == Database::Mode::Create && !options.path.isEmpty())
        QFile::setPermissions(options.path, QFile::ReadOwner | QFile::WriteOwner);
    sqlite3_extended_result_codes(handle, 1);
    engine->executeScript(QStringLiteral("PRAGMA cipher_log_level=NONE"));
    if (!options.key.isEmpty()) {
        QByteArray raw = options.key.rawKeyText();
        sqlite3_key(handle, raw.constData(), int(raw.size()));
        wipe(raw);
    }
    engine->setBusyHandler(options.busyTimeoutMs, options.onBusy);
    engine->executeScript(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    setUp(*engine, options);
    if (!options.key.isEmpty())
        proveCipher(*engine, options.path);
    engine->protect();
    return engine;
}

} // namespace jubao
