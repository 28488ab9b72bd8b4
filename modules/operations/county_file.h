// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/server_address.h"
#include <QStringList>
#include <optional>

namespace jubao {

/**
 * The file `office.county` in an office's folder: the books are on a county server, and this says
 * where. The same on every PC; it holds no secret. Where it lies, nobody works in an office file
 * beside it.
 */
struct CountyFile {
    QString officeName;
    QString identity; ///< of the founding; equal to that in the books
    bool demo = false;
    QString host; ///< name that the server's certificate carries
    int port = 5432;
    QString database;
    QString schema;
    QByteArray rootCertificate; ///< PEM text of the certificate that has signed the server's
    QString serviceKey;         ///< public key of the county's service

    /** Networks that the county calls its own although their addresses are public: 59.192.0.0/10.
     */
    QStringList ownNetworks = {};

    /** How programs on the server's own machine reach the books; PCs have a file without it. */
    struct Local {
        QString socketFolder;
        QString role; ///< owns the books; the socket vouches for it
    };
    std::optional<Local> local;

    static QString pathIn(const QString &folder);
    static bool isIn(const QString &folder);
    /** Throws DatabaseError: Missing, ReadOnly, NewerSchema where a newer program wrote it,
     * CountyFileDamaged. */
    static CountyFile load(const QString &folder);
    /** In one step: the old file or the new one. Throws DatabaseError: ReadOnly, DiskFull. */
    void save(const QString &folder) const;
    /** The file for the PCs, below the office's folder; returns where. Throws as `save`. */
    QString saveForDesks(const QString &folder) const;

    /** The server as a PC reaches it: over the network, without a role. */
    ServerAddress fromDesk() const;
    /** The same from the server's own machine. Throws DatabaseError(Missing) for a PC's file. */
    ServerAddress fromServer() const;
};

} // namespace jubao
