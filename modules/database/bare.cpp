// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/bare.h"

#include "database/database.h"
#include "database/sqlcipher_engine.h"
#include <QElapsedTimer>
#include <QFile>
#include <sqlite3.h>

namespace jubao::bare {

namespace {

constexpr qint64 nanosecondsPerMicrosecond = 1000;

/** A cell as the engine has it. */
struct Cell {
    int type = SQLITE_NULL;
    qint64 integer = 0;
    QByteArray bytes;
};

class File {
public:
    explicit File(const QString &path)
    {
        const int code = sqlite3_open_v2(
            QFile::encodeName(path).constData(), &m_handle,
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
        if (code != SQLITE_OK)
            throwSqlcipherError(m_handle, code, path);
        const QByteArray key = Key::random().rawKeyText();
        sqlite3_key(m_handle, key.constData(), int(key.size()));
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
        run("PRAGMA cache_size=-65536");
    }
    ~File() { sqlite3_close_v2(m_handle); }
    File(const File &) = delete;
    File &operator=(const File &) = delete;

    void run(const QByteArray &sql)
    {
        const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK)
            throwSqlcipherError(m_handle, code, QString::fromUtf8(sql));
    }
    sqlite3_stmt *prepare(const QByteArray &sql)
    {
        sqlite3_stmt *statement = nullptr;
        const int code =
            sqlite3_prepare_v2(m_handle, sql.constData(), int(sql.size()), &statement, nullptr);
        if (code != SQLITE_OK)
            throwSqlcipherError(m_handle, code, QString::fromUtf8(sql));
        return statement;
    }
    void step(sqlite3_stmt *statement)
    {
        const int code = sqlite3_step(statement);
        if (code != SQLITE_DONE)
            throwSqlcipherError(m_handle, code, QStringLiteral("insert"));
        sqlite3_reset(statement);
    }

private:
    sqlite3 *m_handle = nullptr;
};

void copySchema(Database &source, const QString &table, File &target)
{
    Query parts = source.prepare(
        QStringLiteral("SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('table', "
                       "'index') AND sql IS NOT NULL ORDER BY type DESC, rowid"));
    parts.bindAll(table);
    while (parts.next())
        target.run(parts.text(0).toUtf8());
}

void bind(sqlite3_stmt *statement, int position, const Cell &cell)
{
    switch (cell.type) {
    case SQLITE_INTEGER:
        sqlite3_bind_int64(statement, position, cell.integer);
        break;
    case SQLITE_TEXT:
        sqlite3_bind_text(statement, position, cell.bytes.constData(), int(cell.bytes.size()),
                          SQLITE_STATIC);
        break;
    default:
        sqlite3_bind_null(statement, position);
    }
}

/** Inserts what `rows` holds, in microseconds. */
qint64 insertRows(File &target, sqlite3_stmt *insert, const QList<QList<Cell>> &rows)
{
    QElapsedTimer timer;
    timer.start();
    for (const QList<Cell> &row : rows) {
        for (int i = 0; i < row.size(); ++i)
            bind(insert, i + 1, row.at(i));
        target.step(insert);
    }
    return timer.nsecsElapsed() / nanosecondsPerMicrosecond;
}

qint64 copyTable(Database &source, const QString &table, File &target)
{
    constexpr int rowsAtOnce = 20'000;
    Query kinds = source.prepare(QStringLiteral("PRAGMA table_info(%1)").arg(table));
    constexpr int typeColumn = 2;
    QList<bool> whole;
    while (kinds.next())
        whole.append(kinds.text(typeColumn) == QLatin1String("INTEGER"));
    QByteArray marks("?");
    for (qsizetype i = 1; i < whole.size(); ++i)
        marks += ",?";
    sqlite3_stmt *insert =
        target.prepare("INSERT INTO " + table.toUtf8() + " VALUES (" + marks + ")");
    Query rows = source.prepare(QStringLiteral("SELECT * FROM %1 ORDER BY rowid").arg(table));
    qint64 spent = 0;
    QList<QList<Cell>> held;
    for (bool more = true; more;) {
        held.clear();
        while (held.size() < rowsAtOnce && (more = rows.next())) {
            QList<Cell> row;
            for (int i = 0; i < rows.columnCount(); ++i) {
                if (rows.isNull(i))
                    row.append(Cell());
                else if (whole.value(i))
                    row.append({SQLITE_INTEGER, rows.integer(i), {}});
                else
                    row.append({SQLITE_TEXT, 0, rows.bytes(i)});
            }
            held.append(row);
        }
        spent += insertRows(target, insert, held);
    }
    sqlite3_finalize(insert);
    return spent;
}

} // namespace

qint64 insertAll(Database &source, const QStringList &tables, const QString &file)
{
    File target(file);
    for (const QString &table : tables)
        copySchema(source, table, target);
    target.run("BEGIN IMMEDIATE");
    qint64 spent = 0;
    for (const QString &table : tables)
        spent += copyTable(source, table, target);
    QElapsedTimer commit;
    commit.start();
    target.run("COMMIT");
    return spent + commit.nsecsElapsed() / nanosecondsPerMicrosecond;
}

struct DurableTransactions::Private {
    explicit Private(const QString &path) : file(path)
    {
        file.run("CREATE TABLE entry (id INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT");
        insert = file.prepare("INSERT INTO entry (content) VALUES (?)");
    }
    ~Private() { sqlite3_finalize(insert); }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    File file;
    sqlite3_stmt *insert = nullptr;
};

DurableTransactions::DurableTransactions(const QString &file) : d(std::make_unique<Private>(file))
{
}
DurableTransactions::~DurableTransactions() = default;

void DurableTransactions::run()
{
    constexpr qsizetype likeAnEntry = 600;
    static const QByteArray content(likeAnEntry, 'x');
    d->file.run("BEGIN IMMEDIATE");
    bind(d->insert, 1, {SQLITE_TEXT, 0, content});
    d->file.step(d->insert);
    d->file.run("COMMIT");
}

} // namespace jubao::bare
