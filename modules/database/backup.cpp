// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/backup.h"

#include "database/database.h"
#include "database/error.h"
#include "database/file_lock.h"
#include "database/moving.h"
#include "database/sqlcipher_engine.h"
#include "database/transaction.h"
#include <QFile>
#include <QFileInfo>
#include <filesystem>
#include <optional>
#include <sqlite3.h>
#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace jubao {

namespace {

constexpr int pagesPerStep = 2000;

void copyPages(Database &source, Database &target, const CopyProgress &progress)
{
    sqlite3 *from = sqlcipherHandle(source.engine());
    sqlite3 *to = sqlcipherHandle(target.engine());
    sqlite3_backup *copy = sqlite3_backup_init(to, "main", from, "main");
    if (!copy)
        throwSqlcipherError(to, sqlite3_errcode(to), QStringLiteral("backup"));
    int code = SQLITE_OK;
    bool cancelled = false;
    while (code == SQLITE_OK && !cancelled) {
        code = sqlite3_backup_step(copy, pagesPerStep);
        const int total = sqlite3_backup_pagecount(copy);
        if (progress && total > 0)
            cancelled = !progress(1000 - int(1000LL * sqlite3_backup_remaining(copy) / total));
    }
    const int finished = sqlite3_backup_finish(copy);
    if (cancelled)
        throw DatabaseError(DatabaseError::Kind::Interrupted, QStringLiteral("backup cancelled"));
    if (code != SQLITE_DONE || finished != SQLITE_OK)
        throwSqlcipherError(to, code == SQLITE_DONE ? finished : code, QStringLiteral("backup"));
}

void prove(const QString &path, const Key &key, const LookAtCopy &look)
{
    Database::Options options;
    options.path = path;
    options.key = key.clone();
    const std::unique_ptr<Database> copy = Database::open(std::move(options));
    Query check = copy->prepare(QStringLiteral("PRAGMA quick_check"));
    if (!check.next() || check.text(0) != QLatin1String("ok"))
        throw DatabaseError(DatabaseError::Kind::Damaged,
                            QStringLiteral("the copy does not check"));
    if (look)
        look(*copy);
}

/** Keeps a second copy to the same name off the first one's working file. */
class WorkingFile {
public:
    explicit WorkingFile(const QString &target) : m_path(target + QStringLiteral(".part"))
    {
        try {
            m_lock.emplace(lockPath(), FileLock::Mode::Exclusive, 0);
        } catch (const DatabaseError &error) {
            if (error.kind() == DatabaseError::Kind::ReadOnly)
                throw DatabaseError(DatabaseError::Kind::TargetUnwritable, target);
            throw;
        }
        removeDatabase(m_path); // what a killed copy left
    }
    ~WorkingFile()
    {
        removeDatabase(m_path);
        QFile::remove(lockPath());
    }
    WorkingFile(const WorkingFile &) = delete;
    WorkingFile &operator=(const WorkingFile &) = delete;

    const QString &path() const { return m_path; }

private:
    QString lockPath() const { return m_path + QStringLiteral(".lock"); }

    QString m_path;
    std::optional<FileLock> m_lock;
};

/** What the target's place does not allow is no fault of the books. */
std::unique_ptr<Database> createCopy(const QString &path, const Key &key)
{
    Database::Options options;
    options.path = path;
    options.key = key.clone();
    options.mode = Database::Mode::Create;
    try {
        std::unique_ptr<Database> copy = Database::open(std::move(options));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        return copy;
    } catch (const DatabaseError &error) {
        using Kind = DatabaseError::Kind;
        if (error.kind() == Kind::ReadOnly || error.kind() == Kind::Missing)
            throw DatabaseError(Kind::TargetUnwritable, path);
        throw;
    }
}

void makeCopy(const QString &target, const Key &key, const LookAtCopy &look,
              const std::function<void(Database &copy)> &fill)
{
    if (QFileInfo::exists(target))
        throw DatabaseError(DatabaseError::Kind::Constraint, target + QStringLiteral(" exists"));
    const WorkingFile working(target);
    fill(*createCopy(working.path(), key));
    prove(working.path(), key, look);
    syncFile(working.path());
    if (!QFile::rename(working.path(), target))
        throw DatabaseError(DatabaseError::Kind::TargetUnwritable, target);
    syncFile(QFileInfo(target).absolutePath());
}

} // namespace

void syncFile(const QString &path)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
#else
    Q_UNUSED(path)
#endif
}

void copyDatabase(Database &source, const QString &target, const Key &key,
                  const CopyProgress &progress, const LookAtCopy &look)
{
    makeCopy(target, key, look, [&](Database &copy) {
        // Holding a read transaction keeps other writers from restarting the copy.
        std::optional<ReadTransaction> still;
        if (!source.inTransaction())
            still.emplace(source);
        copyPages(source, copy, progress);
    });
}

void copyServerBooks(Database &source, const QString &target, const Key &key,
                     const Migrations &migrations, const Catalogue &catalogue,
                     const CopyProgress &progress, const LookAtCopy &look)
{
    makeCopy(target, key, look,
             [&](Database &copy) { moveBooks(source, copy, migrations, catalogue, progress); });
}

void replaceDatabase(const QString &path, const QString &finishedCopy)
{
    // A log left beside the file would be laid over whatever takes its place.
    if (QFileInfo(path + QStringLiteral("-wal")).size() > 0)
        throw DatabaseError(DatabaseError::Kind::Busy, path);
    QFile::remove(path + QStringLiteral("-wal"));
    QFile::remove(path + QStringLiteral("-shm"));
    std::error_code failure;
    std::filesystem::rename(QFile::encodeName(finishedCopy).constData(),
                            QFile::encodeName(path).constData(), failure);
    if (failure)
        throw DatabaseError(DatabaseError::Kind::ReadOnly,
                            path + QStringLiteral(": ")
                                + QString::fromStdString(failure.message()));
    syncFile(QFileInfo(path).absolutePath());
}

void removeDatabase(const QString &path)
{
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(end));
}

} // namespace jubao
