// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/service.h"

#include "database/error.h"
#include "hub/backup_keeper.h"
#include "hub/county_office.h"
#include "hub/hub.h"
#include <QThread>
#include <csignal>
#include <systemd/sd-daemon.h>

namespace jubao {

namespace {

volatile std::sig_atomic_t stopping = 0;

void serveWhileTheServerIsThere(const QString &folder, const CountyFile &county,
                                const Office::Options &options, const std::shared_ptr<KeyPair> &key)
{
    constexpr std::chrono::milliseconds patience{1000};
    const std::unique_ptr<Office> office = Office::openAsRegistrar(folder, options, key);
    if (office->identity() != county.identity)
        throw DatabaseError(DatabaseError::Kind::CountyFileDamaged, QStringLiteral("identity"));
    // Before anybody is answered.
    PrivateServerWatch network(county, RequestDesk::listenAddresses(*options.server));
    Hub hub(*office, Office::openAsRegistrar(folder, options, key), key, *options.server);
    BackupKeeper backups(*office);
    qInfo("serving the office %s", qPrintable(county.identity.left(8)));
    tellManager("READY=1\nSTATUS=serving");
    while (!isStopping()) {
        hub.serve(patience);
        backups.look();
        network.look();
        tellManager("WATCHDOG=1");
    }
    hub.end();
}

} // namespace

void stopOnSignals()
{
    // Without SA_RESTART, so that whoever waits wakes up.
    struct sigaction action = {};
    action.sa_handler = [](int) { stopping = 1; };
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

bool isStopping()
{
    return stopping != 0;
}

void tellManager(const QByteArray &words)
{
    sd_notify(0, words.constData());
}

void serveOffice(const QString &folder, const CountyFile &county, const Office::Options &options,
                 const std::shared_ptr<KeyPair> &key)
{
    constexpr unsigned long millisecondsBetweenTries = 500;
    while (!isStopping()) {
        try {
            serveWhileTheServerIsThere(folder, county, options, key);
        } catch (const DatabaseError &error) {
            using Kind = DatabaseError::Kind;
            if (error.kind() != Kind::ServerGone && error.kind() != Kind::DiskFull)
                throw;
            const char *why = error.kind() == Kind::DiskFull
                ? "the database server's disk is full"
                : "the database server does not answer";
            qWarning("%s; trying again", why);
            tellManager(QByteArray("WATCHDOG=1\nSTATUS=") + why);
            QThread::msleep(millisecondsBetweenTries);
        }
    }
    tellManager("STOPPING=1");
    qInfo("stopped");
}

} // namespace jubao
