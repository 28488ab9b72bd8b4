// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/county_file.h"
#include <QTemporaryDir>

namespace jubao::ctl {

/**
 * A database server for the bench: started by the tools that are installed, in a folder that goes
 * away, set as `packaging/county-server.sh` sets a county's: encrypted and with passwords over the
 * network, every commit on the disk.
 */
class BenchServer {
public:
    /** Throws std::runtime_error where the tools are not there or do not succeed. */
    BenchServer();
    ~BenchServer();
    BenchServer(const BenchServer &) = delete;
    BenchServer &operator=(const BenchServer &) = delete;

    /** Where an office can be moved to. */
    CountyFile place() const;

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /** As the account that the server runs under: it refuses to run as root. */
    void run(const QString &program, const QStringList &arguments) const;
    void makeCertificates() const;
    void makeCluster();
    void start();
    void makeRole() const;

    QString m_programs;
    QTemporaryDir m_folder;
    int m_port = 0;
};

} // namespace jubao::ctl
