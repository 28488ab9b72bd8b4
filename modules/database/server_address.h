// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace jubao {

/** Where a county server's books are and as whom they are opened. */
struct ServerAddress {
    QString host; ///< name that the server's certificate carries; or the folder of a local socket
    int port = 5432;
    QString database;
    QString schema = QStringLiteral("jubao");
    QString role;
    QByteArray password; ///< empty where the local socket vouches for the role
    /** PEM text of the certificate that has signed the server's; not asked for on a local socket.
     */
    QByteArray rootCertificate;

    bool isLocalSocket() const { return host.startsWith(u'/'); }
    /** Host, port and database, for messages; no role and no password. */
    QString text() const;
};

} // namespace jubao
