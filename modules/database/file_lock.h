// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace jubao {

/**
 * An advisory lock on a file of its own beside what it guards. The system gives it up when the
 * program ends, however it ends; so a killed program leaves nothing locked.
 */
class FileLock {
public:
    enum class Mode { Shared, Exclusive };

    /** Waits up to `waitMs`. Throws DatabaseError: Busy while another holds it, ReadOnly where the
     * file cannot be made. */
    FileLock(const QString &path, Mode mode, int waitMs);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /** From shared to exclusive without waiting; false where another program holds it too. */
    bool becomeExclusive();
    void becomeShared();

private:
    bool take(Mode mode, int waitMs);

    int m_descriptor = -1;
    QString m_path;
};

} // namespace jubao
