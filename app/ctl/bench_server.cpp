// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench_server.h"

#include "database/database.h"
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <pwd.h>
#include <stdexcept>
#include <unistd.h>

namespace jubao::ctl {

namespace {

constexpr auto keeper = "postgres";
constexpr auto service = "jubao_service";

/** The folder with initdb and pg_ctl of the newest version there is. */
QString installedTools()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    int newest = 0;
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        if (QFile::exists(versions.filePath(name + QStringLiteral("/bin/initdb"))))
            newest = std::max(newest, name.toInt());
    }
    if (newest == 0)
        throw std::runtime_error("PostgreSQL's own tools (initdb, pg_ctl) are not installed; name "
                                 "a server with --host, --root-certificate and --socket");
    return versions.filePath(QStringLiteral("%1/bin").arg(newest));
}

void execute(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        throw std::runtime_error((program + QStringLiteral(": ")).toStdString()
                                 + process.readAll().toStdString()
                                 + process.errorString().toStdString());
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        throw std::runtime_error((path + QStringLiteral(": ") + file.errorString()).toStdString());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error((path + QStringLiteral(": ") + file.errorString()).toStdString());
    return file.readAll();
}

} // namespace

BenchServer::BenchServer() : m_programs(installedTools())
{
    makeCluster();
    makeCertificates();
    start();
    makeRole();
}

BenchServer::~BenchServer()
{
    try {
        run(m_programs + QStringLiteral("/pg_ctl"),
            {QStringLiteral("-D"), path(QStringLiteral("data")), QStringLiteral("-m"),
             QStringLiteral("immediate"), QStringLiteral("stop")});
    } catch (const std::exception &error) {
        qWarning("%s", error.what());
    }
}

CountyFile BenchServer::place() const
{
    CountyFile place;
    place.host = QStringLiteral("localhost");
    place.port = m_port;
    place.database = place.schema = QStringLiteral("jubao");
    place.rootCertificate = read(path(QStringLiteral("root.crt")));
    place.local = CountyFile::Local{m_folder.path(), QString::fromLatin1(service)};
    return place;
}

void BenchServer::run(const QString &program, const QStringList &arguments) const
{
    if (geteuid() == 0)
        execute(QStringLiteral("runuser"),
                QStringList{QStringLiteral("-u"), QString::fromLatin1(keeper), QStringLiteral("--"),
                            program}
                    + arguments);
    else
        execute(program, arguments);
}

void BenchServer::makeCluster()
{
    if (geteuid() == 0) {
        const passwd *account = getpwnam(keeper);
        if (!account
            || chown(QFile::encodeName(m_folder.path()).constData(), account->pw_uid,
                     account->pw_gid)
                != 0)
            throw std::runtime_error("there is no account for the server");
    }
    run(m_programs + QStringLiteral("/initdb"),
        {QStringLiteral("-D"), path(QStringLiteral("data")), QStringLiteral("-U"),
         QString::fromLatin1(keeper), QStringLiteral("-A"), QStringLiteral("trust"),
         QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8"),
         QStringLiteral("--data-checksums")});
    write(path(QStringLiteral("data/pg_hba.conf")),
          QByteArray("local all jubao_service trust\nlocal all postgres trust\n"
                     "local all all scram-sha-256\nhostssl all all 127.0.0.1/32 scram-sha-256\n"));
}

void BenchServer::makeCertificates() const
{
    const auto openssl = [this](const QString &arguments) {
        run(QStringLiteral("openssl"), QString(arguments).arg(m_folder.path()).split(u' '));
    };
    write(path(QStringLiteral("names")), "subjectAltName=DNS:localhost\n");
    openssl(QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
                           "-days 2 -subj /CN=bench -keyout %1/root.key -out %1/root.crt"));
    openssl(QStringLiteral("req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
                           "-subj /CN=localhost -keyout %1/data/server.key -out %1/server.csr"));
    openssl(QStringLiteral("x509 -req -in %1/server.csr -CA %1/root.crt -CAkey %1/root.key "
                           "-CAcreateserial -days 2 -extfile %1/names -out %1/data/server.crt"));
    run(QStringLiteral("chmod"), {QStringLiteral("600"), path(QStringLiteral("data/server.key"))});
}

void BenchServer::start()
{
    constexpr int lowest = 20'000;
    constexpr int highest = 32'000;
    constexpr int tries = 10; // somebody else may have the port that was drawn
    for (int i = 0;; ++i) {
        m_port = QRandomGenerator::global()->bounded(lowest, highest);
        const QString settings =
            QStringLiteral("-c unix_socket_directories=%1 -c listen_addresses=127.0.0.1 -c port=%2 "
                           "-c ssl=on -c password_encryption=scram-sha-256 -c max_connections=300")
                .arg(m_folder.path())
                .arg(m_port);
        try {
            run(m_programs + QStringLiteral("/pg_ctl"),
                {QStringLiteral("-D"), path(QStringLiteral("data")), QStringLiteral("-w"),
                 QStringLiteral("-l"), path(QStringLiteral("log")), QStringLiteral("-o"), settings,
                 QStringLiteral("start")});
            return;
        } catch (const std::runtime_error &) {
            if (i == tries)
                throw;
        }
    }
}

void BenchServer::makeRole() const
{
    Database::Options options;
    options.server = place().fromServer();
    options.server->role = QString::fromLatin1(keeper);
    options.server->database = QString::fromLatin1(keeper);
    options.server->schema = QStringLiteral("public");
    const std::unique_ptr<Database> server = Database::open(std::move(options));
    for (const char *sql :
         {"CREATE ROLE jubao_service LOGIN CREATEROLE", "GRANT pg_signal_backend TO jubao_service",
          "CREATE DATABASE jubao OWNER jubao_service"})
        server->execute(QLatin1String(sql));
}

} // namespace jubao::ctl
