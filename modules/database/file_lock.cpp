// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/file_lock.h"

#include "database/error.h"
#include <QElapsedTimer>
#include <QFile>
#include <QThread>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace jubao {

FileLock::FileLock(const QString &path, Mode mode, int waitMs) : m_path(path)
{
    const QByteArray name = QFile::encodeName(path);
    m_descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0660);
    if (m_descriptor < 0) // A lock needs no right to write, where the file is there.
        m_descriptor = ::open(name.constData(), O_RDONLY | O_CLOEXEC);
    if (m_descriptor < 0)
        throw DatabaseError(DatabaseError::Kind::ReadOnly, path);
    if (take(mode, waitMs))
        return;
    ::close(m_descriptor);
    throw DatabaseError(DatabaseError::Kind::Busy, path);
}

FileLock::~FileLock()
{
    ::close(m_descriptor);
}

bool FileLock::take(Mode mode, int waitMs)
{
    QElapsedTimer waited;
    waited.start();
    const int kind = mode == Mode::Shared ? LOCK_SH : LOCK_EX;
    while (::flock(m_descriptor, kind | LOCK_NB) != 0) {
        if (waited.elapsed() >= waitMs)
            return false;
        constexpr int betweenTriesMs = 10;
        QThread::msleep(betweenTriesMs);
    }
    return true;
}

bool FileLock::becomeExclusive()
{
    if (take(Mode::Exclusive, 0))
        return true;
    becomeShared(); // A failed change gives up what was held before.
    return false;
}

void FileLock::becomeShared()
{
    constexpr int longEnoughMs = 600000;
    if (!take(Mode::Shared, longEnoughMs))
        throw DatabaseError(DatabaseError::Kind::Busy, m_path);
}

} // namespace jubao
