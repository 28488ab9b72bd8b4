// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/network_share.h"

#include <QFile>
#include <algorithm>
#include <array>
#ifdef Q_OS_LINUX
#include <sys/vfs.h>
#endif

namespace jubao {

bool isNetworkFileSystem(qint64 statfsType)
{
    // Magic numbers of statfs(2): NFS, SMB, CIFS, SMB2, Ceph, AFS, 9p, Coda, FUSE (sshfs and the
    // like).
    constexpr std::array<qint64, 9> remote{0x6969,     0x517B,     0xFF534D42,
                                           0xFE534D42, 0x00C36400, 0x5346414F,
                                           0x01021997, 0x73757245, 0x65735546};
    return std::find(remote.begin(), remote.end(), statfsType & 0xFFFFFFFF) != remote.end();
}

bool isOnNetworkShare(const QString &folder)
{
#ifdef Q_OS_LINUX
    struct statfs status = {};
    return statfs(QFile::encodeName(folder).constData(), &status) == 0
        && isNetworkFileSystem(status.f_type);
#else
    return folder.startsWith(QLatin1String("//")) || folder.startsWith(QLatin1String("\\\\"));
#endif
}

} // namespace jubao
