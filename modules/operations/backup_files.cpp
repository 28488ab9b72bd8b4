// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/backup_files.h"

#include "database/error.h"
#include "database/file_lock.h"
#include "database/transaction.h"
#include "operations/crypto.h"
#include "operations/journal.h"
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <algorithm>
#include <filesystem>
#include <optional>
#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#endif

namespace jubao {

namespace {

const QString slotsEnd = QStringLiteral(".slots");
const QString booksEnd = QStringLiteral(".jubao");
const QString partEnd = QStringLiteral(".part");
constexpr qint64 readAtOnce = 1 << 20;

/** What lies on the disk, not what the system remembers of having written it. */
void forgetCached(const QFile &file)
{
#ifdef Q_OS_LINUX
    ::posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED);
#else
    Q_UNUSED(file)
#endif
}

void addFile(Sm3Stream &hash, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw DatabaseError(DatabaseError::Kind::Missing, path);
    forgetCached(file);
    while (!file.atEnd()) {
        const QByteArray part = file.read(readAtOnce);
        if (part.isEmpty())
            throw DatabaseError(DatabaseError::Kind::DeviceFailed,
                                path + QStringLiteral(": ") + file.errorString());
        hash.add(part);
    }
}

QString digestOfFile(const QString &path)
{
    Sm3Stream hash;
    addFile(hash, path);
    return hash.hex();
}

/** Returns the digest of what was read. */
QString copyBytes(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        throw DatabaseError(DatabaseError::Kind::Missing, from);
    QFile target(to);
    if (!target.open(QIODevice::WriteOnly | QIODevice::Truncate))
        throw DatabaseError(DatabaseError::Kind::TargetUnwritable, to);
    // Whoever can read a key file can try passwords at it. A disk that knows no owners has none.
    target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    Sm3Stream hash;
    while (!source.atEnd()) {
        const QByteArray part = source.read(readAtOnce);
        if (part.isEmpty())
            throw DatabaseError(DatabaseError::Kind::DeviceFailed, source.errorString());
        hash.add(part);
        if (target.write(part) != part.size())
            throw DatabaseError(DatabaseError::Kind::DiskFull, target.errorString());
    }
    if (!target.flush())
        throw DatabaseError(DatabaseError::Kind::DiskFull, target.errorString());
    target.close();
    syncFile(to);
    return hash.hex();
}

} // namespace

void copyProved(const QString &from, const QString &to)
{
    const QString part = to + partEnd;
    try {
        const QString read = copyBytes(from, part);
        if (digestOfFile(part) != read)
            throw DatabaseError(DatabaseError::Kind::DeviceFailed, to);
        std::error_code failure;
        std::filesystem::rename(QFile::encodeName(part).constData(),
                                QFile::encodeName(to).constData(), failure);
        if (failure)
            throw DatabaseError(DatabaseError::Kind::TargetUnwritable,
                                to + QStringLiteral(": ")
                                    + QString::fromStdString(failure.message()));
        syncFile(QFileInfo(to).absolutePath());
    } catch (...) {
        QFile::remove(part);
        throw;
    }
}

QString digestOfBackup(const QString &file)
{
    Sm3Stream hash;
    addFile(hash, file);
    addFile(hash, file + slotsEnd);
    return hash.hex();
}

BackupFacts makeBackup(const BackupSource &source, const QString &file,
                       const CopyProgress &progress)
{
    BackupFacts facts;
    facts.file = file;
    const LookAtCopy look = [&facts](Database &copy) {
        const JournalHead head = Journal(copy, 1).head();
        facts.head = head.hash;
        facts.entries = head.seq;
    };
    try {
        std::optional<ReadTransaction> still;
        {
            // Nobody writes a slot between the two: the books of the one know the slots of the
            // other. What the copy reads is settled then, and others go on.
            constexpr int waitMs = 10000;
            const FileLock slotsStay(source.slotPath + QStringLiteral(".lock"),
                                     FileLock::Mode::Exclusive, waitMs);
            still.emplace(source.books);
            copyProved(source.slotPath, file + slotsEnd);
        }
        if (source.onServer)
            copyServerBooks(source.books, file, source.key, source.migrations, source.catalogue,
                            progress, look);
        else
            copyDatabase(source.books, file, source.key, progress, look);
        still.reset();
        facts.digest = digestOfBackup(file);
        return facts;
    } catch (...) {
        removeDatabase(file);
        QFile::remove(file + slotsEnd);
        throw;
    }
}

QString copyBackup(const BackupFacts &backup, const QString &folder)
{
    const QString target = QDir(folder).filePath(QFileInfo(backup.file).fileName());
    if (QFile::exists(target) && digestOfBackup(target) == backup.digest)
        return target; // copied before a kill, and not entered
    if (digestOfBackup(backup.file) != backup.digest)
        throw DatabaseError(DatabaseError::Kind::Damaged, backup.file);
    copyProved(backup.file + slotsEnd, target + slotsEnd);
    copyProved(backup.file, target);
    return target;
}

BackupFolder::BackupFolder(QString folder, const QString &officeIdentity)
    : m_folder(std::move(folder))
{
    constexpr qsizetype shown = 8;
    m_prefix = QStringLiteral("jubao-%1-").arg(officeIdentity.left(shown));
}

QString BackupFolder::fileFor(const QDateTime &at) const
{
    return QDir(m_folder).filePath(
        m_prefix + at.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss")) + booksEnd);
}

QStringList BackupFolder::backups() const
{
    QStringList list;
    const QDir folder(m_folder);
    const QStringList names =
        folder.entryList({m_prefix + u'*' + booksEnd}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (folder.exists(name + slotsEnd))
            list.append(folder.filePath(name));
    }
    return list;
}

void BackupFolder::keepNewest(int count) const
{
    const QStringList all = backups();
    const QDir folder(m_folder);
    QStringList kept;
    for (const QString &path : all.mid(qMax<qsizetype>(0, all.size() - count))) {
        const QString name = QFileInfo(path).fileName();
        kept << name << name + slotsEnd;
    }
    // The books go first: what has no books any more is no backup.
    QStringList names = folder.entryList({m_prefix + u'*'}, QDir::Files | QDir::Hidden, QDir::Name);
    std::stable_partition(names.begin(), names.end(),
                          [](const QString &name) { return name.endsWith(booksEnd); });
    for (const QString &name : std::as_const(names)) {
        if (!kept.contains(name))
            QFile::remove(folder.filePath(name));
    }
}

bool BackupFolder::onSameDisk(const QString &other) const
{
#ifdef Q_OS_UNIX
    struct stat here = {};
    struct stat there = {};
    if (::stat(QFile::encodeName(m_folder).constData(), &here) != 0
        || ::stat(QFile::encodeName(other).constData(), &there) != 0)
        return true;
    return here.st_dev == there.st_dev;
#else
    return m_folder == other;
#endif
}

} // namespace jubao
