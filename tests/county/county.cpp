// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "county/county.h"

#include "operations/asked.h"
#include "operations/registrar_key_file.h"
#include "rooms/rooms.h"
#include <QElapsedTimer>
#include <catch2/catch.hpp>
#include <sys/resource.h>

namespace jubao::test {

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll().trimmed();
}

TestOffice::Additions presentTime()
{
    TestOffice::Additions additions;
    additions.start = SystemClock().now();
    return additions;
}

} // namespace

CountyServer::CountyServer()
{
    call(QStringLiteral("county"));
    m_folder = QString::fromUtf8(content(m_place.filePath(QStringLiteral("server"))));
    m_port = content(m_folder + QStringLiteral("/port")).toInt();
}

CountyServer::~CountyServer()
{
    QProcess::execute(QStringLiteral(JUBAO_SOURCE_DIR "/tests/support/server.sh"),
                      {QStringLiteral("stop"), m_place.filePath(QStringLiteral("server"))});
}

void CountyServer::call(const QString &what)
{
    REQUIRE(QProcess::execute(QStringLiteral(JUBAO_SOURCE_DIR "/tests/support/server.sh"),
                              {what, m_place.filePath(QStringLiteral("server"))})
            == 0);
}

void CountyServer::restart()
{
    call(QStringLiteral("restart"));
}

void CountyServer::killAndStart()
{
    call(QStringLiteral("kill"));
}

ServerAddress CountyServer::local() const
{
    return {m_folder, m_port, "jubao", "jubao", "jubao_service", {}, {}};
}

MovingCounty::MovingCounty() : office(std::make_unique<TestOffice>(allRooms(), presentTime()))
{
    office->enrol(1);
}

QString MovingCounty::passwordFile(const QString &name) const
{
    const QString path = m_files.filePath(name);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(TestOffice::password(name).toUtf8());
    return path;
}

ProgramResult MovingCounty::ctl(const QStringList &people, const QStringList &arguments) const
{
    QStringList all{"--json", "--office", folder()};
    for (const QString &name : people)
        all << "--as" << name << "--password-file" << passwordFile(name);
    return runJubaoctl(all + arguments, m_files.path());
}

void MovingCounty::openServiceKey()
{
    office->office.reset();
    const ProgramResult made =
        ctl({"sa"}, {"county", "key", "--keeper", "sa", "--keeper", "se", "--keeper", "dir"});
    INFO(made.output.toStdString() << made.errors.toStdString());
    REQUIRE(made.status == 0);
    const ProgramResult approved =
        ctl({"dir"},
            {"decide", QString::number(made.json["operation"].toInteger()), "--approve",
             "--evidence-checked"});
    INFO(approved.output.toStdString());
    REQUIRE(approved.json["state"].toString() == "posted");
}

QStringList MovingCounty::moveArguments() const
{
    return {"county",
            "move",
            "--host",
            "localhost",
            "--root-certificate",
            server.rootCertificate(),
            "--port",
            QString::number(server.port()),
            "--socket",
            server.folder(),
            "--role",
            "jubao_service"};
}

ProgramResult MovingCounty::move() const
{
    return ctl({"sa", "se"}, moveArguments());
}

std::unique_ptr<Office> MovingCounty::opened(const std::shared_ptr<RegistrarPort> &port) const
{
    Office::Options options{allRooms(), std::make_shared<SystemClock>(), "county-pc",
                            m_files.path()};
    options.server = CountyFile::load(folder()).fromServer();
    options.registrar = port;
    return Office::open(folder(), options);
}

std::shared_ptr<HubPort> MovingCounty::portFor(const QStringList &names) const
{
    const CountyFile county = CountyFile::load(folder() + "/for-desks");
    constexpr std::chrono::seconds patience{60};
    auto port = std::make_shared<HubPort>(countyOf(county), "county-pc", patience);
    for (const QString &name : names) {
        const PasswordGround ground = port->groundOf(name, false);
        port->slotOf(
            name, StretchedPassword(TestOffice::password(name), ground.salt, ground.cost).proof());
    }
    return port;
}

void ServiceProgram::start(const QStringList &more, const QString &credentials)
{
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_STATE_HOME", m_folder + "/state");
    environment.insert("JUBAO_LANGUAGE", "en");
    if (!credentials.isEmpty())
        environment.insert("CREDENTIALS_DIRECTORY", credentials);
    m_process->setProcessEnvironment(environment);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_log.clear();
    if (m_memory > 0)
        m_process->setChildProcessModifier([bytes = rlim_t(m_memory)] {
            const rlimit limit{bytes, bytes};
            setrlimit(RLIMIT_DATA, &limit);
        });
    m_process->start(QStringLiteral(JUBAO_BINARY_DIR "/bin/jubao-hub"),
                     QStringList{"serve", "--office", m_folder} + more);
    REQUIRE(m_process->waitForStarted());
}

bool ServiceProgram::says(const QByteArray &words)
{
    constexpr int patienceMs = 60000;
    constexpr int stepMs = 100;
    QElapsedTimer waited;
    waited.start();
    while (!m_log.contains(words) && waited.elapsed() < patienceMs) {
        m_process->waitForReadyRead(stepMs);
        m_log += m_process->readAll();
    }
    return m_log.contains(words);
}

void ServiceProgram::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished();
    m_process.reset();
}

int ServiceProgram::terminate()
{
    m_process->terminate();
    REQUIRE(m_process->waitForFinished());
    m_log += m_process->readAll();
    const bool exited = m_process->exitStatus() == QProcess::NormalExit;
    const int status = exited ? m_process->exitCode() : -1;
    m_process.reset();
    return status;
}

ServedCounty::ServedCounty(const std::function<void(TestOffice &)> &prepare)
{
    if (prepare)
        prepare(*office);
    openServiceKey();
    office->reopen();
    const auto key = office->office->openRegistrarKey(
        RegistrarKeyFile::load(folder() + "/registrar.key"), {"sa", TestOffice::password("sa")},
        {"se", TestOffice::password("se")});
    office->office.reset();
    QFile file(credentials.filePath("registrar-key"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(key->privateScalar().toHex() + '\n');
    const ProgramResult moved = move();
    INFO(moved.output.toStdString() << moved.errors.toStdString());
    REQUIRE(moved.status == 0);
    service = std::make_unique<ServiceProgram>(folder());
}

void ServedCounty::start()
{
    service->start({}, credentials.path());
    INFO(service->log().toStdString());
    REQUIRE(service->says("serving the office"));
}

} // namespace jubao::test
