// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faulty_disk.h"

#include <QDataStream>
#include <QFile>
#include <QMap>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

QByteArray watchedFolder;
int logDescriptor = -1;
bool failing = false;
long long bytesLeft = 0;
int failure = 0;

bool watching()
{
    return logDescriptor >= 0 || failing;
}

/** The file behind a descriptor, when it lies in the watched folder. */
QByteArray watchedPath(int descriptor)
{
    if (!watching())
        return {};
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = readlink(link, path, sizeof path);
    if (length <= 0)
        return {};
    const QByteArray name(path, int(length));
    return name.startsWith(watchedFolder) ? name : QByteArray();
}

enum class Change : quint8 { Written, Synced };

struct Record {
    Change change = Change::Written;
    QByteArray path;
    qint64 size = 0; ///< of the file before
    qint64 offset = 0;
    QByteArray before;
};

void log(const Record &record)
{
    QByteArray content;
    QDataStream stream(&content, QIODevice::WriteOnly);
    stream << quint8(record.change) << record.path << record.size << record.offset << record.before;
    QByteArray framed;
    QDataStream frame(&framed, QIODevice::WriteOnly);
    frame << content;
    syscall(SYS_write, logDescriptor, framed.constData(), size_t(framed.size()));
}

/** Keeps what a change of these bytes is about to overwrite. */
void keep(int descriptor, const QByteArray &path, qint64 offset, qint64 length)
{
    struct stat state = {};
    if (logDescriptor < 0 || fstat(descriptor, &state) != 0)
        return;
    Record record{Change::Written, path, qint64(state.st_size), offset, {}};
    const qint64 present = qMax<qint64>(0, qMin(length, qint64(state.st_size) - offset));
    record.before.resize(present);
    if (present > 0) {
        // The descriptor may be for writing alone.
        const int reader = open(path.constData(), O_RDONLY);
        if (reader < 0)
            return; // Removed while open: nothing of it outlives the process.
        if (pread(reader, record.before.data(), size_t(present), offset) != present)
            std::abort();
        close(reader);
    }
    log(record);
}

bool fails(size_t length)
{
    if (!failing)
        return false;
    bytesLeft -= qint64(length);
    if (bytesLeft >= 0)
        return false;
    errno = failure;
    return true;
}

void synced(const QByteArray &path)
{
    if (logDescriptor >= 0 && !path.isEmpty())
        log({Change::Synced, path, 0, 0, {}});
}

} // namespace

extern "C" {

ssize_t pwrite64(int descriptor, const void *data, size_t length, off64_t offset)
{
    const QByteArray path = watchedPath(descriptor);
    if (!path.isEmpty()) {
        if (fails(length))
            return -1;
        keep(descriptor, path, offset, qint64(length));
    }
    return syscall(SYS_pwrite64, descriptor, data, length, offset);
}

ssize_t pwrite(int descriptor, const void *data, size_t length, off_t offset)
{
    return pwrite64(descriptor, data, length, offset);
}

ssize_t write(int descriptor, const void *data, size_t length)
{
    const QByteArray path = watchedPath(descriptor);
    if (!path.isEmpty()) {
        if (fails(length))
            return -1;
        keep(descriptor, path, lseek(descriptor, 0, SEEK_CUR), qint64(length));
    }
    return syscall(SYS_write, descriptor, data, length);
}

int ftruncate64(int descriptor, off64_t length)
{
    const QByteArray path = watchedPath(descriptor);
    struct stat state = {};
    if (!path.isEmpty() && fstat(descriptor, &state) == 0)
        keep(descriptor, path, length, qMax<qint64>(0, qint64(state.st_size) - length));
    return int(syscall(SYS_ftruncate, descriptor, length));
}

int ftruncate(int descriptor, off_t length) noexcept
{
    return ftruncate64(descriptor, length);
}

int fsync(int descriptor)
{
    const QByteArray path = watchedPath(descriptor);
    const int result = int(syscall(SYS_fsync, descriptor));
    if (result == 0)
        synced(path);
    return result;
}

int fdatasync(int descriptor)
{
    return fsync(descriptor);
}

int unlink(const char *path) noexcept
{
    const int result = int(syscall(SYS_unlink, path));
    // Another file of the same name must not get the old one's bytes.
    if (result == 0 && watching() && QByteArray(path).startsWith(watchedFolder))
        synced(path);
    return result;
}
}

namespace jubao::test {

void FaultyDisk::rememberUnsynced(const QString &folder, const QString &logFile)
{
    watchedFolder = QFile::encodeName(folder);
    logDescriptor =
        open(QFile::encodeName(logFile).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
}

int FaultyDisk::cutPower(const QString &logFile, int kept)
{
    QFile file(logFile);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    QList<Record> unsynced;
    QDataStream frames(&file);
    while (!frames.atEnd()) {
        QByteArray content;
        frames >> content;
        if (frames.status() != QDataStream::Ok)
            break; // Killed while it wrote this: the change itself had not begun.
        QDataStream stream(content);
        Record record;
        quint8 change = 0;
        stream >> change >> record.path >> record.size >> record.offset >> record.before;
        record.change = Change(change);
        if (record.change == Change::Synced)
            unsynced.removeIf([&](const Record &each) { return each.path == record.path; });
        else
            unsynced.append(record);
    }
    int lost = 0;
    while (unsynced.size() > kept) {
        const Record record = unsynced.takeLast();
        QFile changed(QFile::decodeName(record.path));
        if (!changed.exists() || !changed.open(QIODevice::ReadWrite))
            continue;
        changed.seek(record.offset);
        changed.write(record.before);
        changed.flush();
        changed.resize(record.size);
        ++lost;
    }
    return lost;
}

void FaultyDisk::failAfter(const QString &folder, qint64 bytes, int error)
{
    watchedFolder = QFile::encodeName(folder);
    bytesLeft = bytes;
    failure = error;
    failing = true;
}

void FaultyDisk::mend()
{
    failing = false;
}

} // namespace jubao::test
