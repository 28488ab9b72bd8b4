// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/hub_port.h"
#include "operations/county_file.h"
#include "support/program.h"
#include "support/test_office.h"
#include <QProcess>

namespace jubao::test {

/** A database server as `packaging/county-server.sh` leaves one, on loopback, for one test. */
class CountyServer {
public:
    CountyServer();
    ~CountyServer();
    CountyServer(const CountyServer &) = delete;
    CountyServer &operator=(const CountyServer &) = delete;

    QString folder() const { return m_folder; }
    QString rootCertificate() const { return m_folder + QStringLiteral("/root.crt"); }
    int port() const { return m_port; }
    /** As the service's role, over the local socket. */
    ServerAddress local() const;
    void restart();
    /** Every process of it at once, without a word; then it starts again. */
    void killAndStart();

private:
    void call(const QString &what);

    QTemporaryDir m_place;
    QString m_folder;
    int m_port = 0;
};

/** An embedded office that the command line moves to a county server. */
class MovingCounty {
public:
    MovingCounty();

    CountyServer server;
    std::unique_ptr<TestOffice> office;

    QString folder() const { return office->folder(); }
    ProgramResult ctl(const QStringList &people, const QStringList &arguments) const;
    /** `county key` by sa for sa, se and dir, approved by dir. */
    void openServiceKey();
    ProgramResult move() const;
    QStringList moveArguments() const;
    QString passwordFile(const QString &name) const;
    /** The office on the server as its own machine opens it; operators ask by `port` where given.
     */
    std::unique_ptr<Office> opened(const std::shared_ptr<RegistrarPort> &port = {}) const;
    /** A port over TLS by which these people ask, each with a role of the server. */
    std::shared_ptr<HubPort> portFor(const QStringList &names) const;

private:
    QTemporaryDir m_files;
};

/** The program jubao-hub. */
class ServiceProgram {
public:
    explicit ServiceProgram(QString folder) : m_folder(std::move(folder)) { }
    ~ServiceProgram() { kill(); }
    ServiceProgram(const ServiceProgram &) = delete;
    ServiceProgram &operator=(const ServiceProgram &) = delete;

    void start(const QStringList &more = {}, const QString &credentials = {});
    /** From the next start on it gets so much memory, in bytes, as by LimitDATA of its unit. */
    void limitMemory(qint64 bytes) { m_memory = bytes; }
    /** Until its log says so. */
    bool says(const QByteArray &words);
    void kill();
    /** By the signal that the service manager sends; its exit status. */
    int terminate();
    QByteArray log() const { return m_log; }

private:
    QString m_folder;
    qint64 m_memory = 0;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_log;
};

/** A county on its server, its service open by a credential as systemd gives one. \a prepare works
 * in the office before it moves. */
class ServedCounty : public MovingCounty {
public:
    explicit ServedCounty(const std::function<void(TestOffice &)> &prepare = {});
    void start();
    bool isWhole() const { return ctl({"au"}, {"verify"}).json["clean"].toBool(); }

    QTemporaryDir credentials;
    std::unique_ptr<ServiceProgram> service;
};

} // namespace jubao::test
