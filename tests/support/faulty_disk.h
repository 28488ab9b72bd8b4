// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace jubao::test {

/**
 * A disk that misbehaves for this process and the files below one folder. The test program's own
 * write, pwrite, ftruncate, fsync, fdatasync and unlink stand before the system's, so that the
 * database engine and Qt's files meet the same disk.
 */
class FaultyDisk {
public:
    /** From now on the previous bytes of every change that is not synced yet are kept in `log`. */
    static void rememberUnsynced(const QString &folder, const QString &log);
    /** After the process was killed: lays the previous bytes back, newest first, but keeps the
     * oldest `kept` changes, as a real disk may. Returns how many changes were lost. */
    static int cutPower(const QString &log, int kept);

    /** Writing works for so many more bytes, then fails with this errno (ENOSPC, EIO). */
    static void failAfter(const QString &folder, qint64 bytes, int error);
    static void mend();
};

} // namespace jubao::test
