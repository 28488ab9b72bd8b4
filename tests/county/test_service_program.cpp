// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "county/county.h"
#include "database/error.h"
#include "operations/crypto.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include <QCborArray>
#include <QElapsedTimer>
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <thread>

using namespace jubao;
using namespace jubao::test;

namespace {

MakeRequest enrolment(const TestOffice &office, int sequence)
{
    MakeRequest request;
    request.type = "enrollment.register";
    request.payload = office.newPerson(sequence);
    request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
    request.actionId = QStringLiteral("enrol-%1").arg(sequence);
    return request;
}

qint64 entriesOf(Office &office, const QString &action)
{
    Query count = office.database().prepare("SELECT count(*) FROM journal WHERE action = ?");
    count.bindAll(action);
    return count.next() ? count.integer(0) : -1;
}

} // namespace

TEST_CASE("The county's service works as a program over TLS and passwords, and ends when told")
{
    ServedCounty county;
    county.start();
    const auto port = county.portFor({"tc", "tr"});
    const auto office = county.opened(port);
    const auto clerk = office->signIn("tc", TestOffice::password("tc"));
    const ActResult made = office->make(*clerk, enrolment(*county.office, 2));
    CHECK(made.operation != 0);

    // A PC of the county: a folder with the county's file and nothing else.
    QTemporaryDir pc;
    REQUIRE(
        QFile::copy(county.folder() + "/for-desks/office.county", pc.filePath("office.county")));
    const ProgramResult inbox = runJubaoctl({"--json", "--office", pc.path(), "--as", "tr",
                                             "--password-file", county.passwordFile("tr"), "inbox"},
                                            pc.path());
    CAPTURE(inbox.errors.toStdString());
    CHECK(inbox.status == 0);
    CHECK(inbox.output.contains(QString::number(made.operation).toUtf8()));
    const ProgramResult wrong =
        runJubaoctl({"--json", "--office", pc.path(), "--as", "tr", "--password-file",
                     county.passwordFile("en1"), "inbox"},
                    pc.path());
    CHECK(wrong.status == 1);
    const ProgramResult there =
        runJubaoctl({"--json", "--office", pc.path(), "--as", "au", "--password-file",
                     county.passwordFile("au"), "verify"},
                    pc.path());
    INFO(there.output.toStdString() << there.errors.toStdString());
    CHECK(there.output.contains("AT_THE_SERVER"));

    // A server with another certificate, a wrong password, a connection in clear: nobody asks.
    const CountyFile file = CountyFile::load(county.folder() + "/for-desks");
    const auto refusedAs = [&](ServerAddress address) {
        address.role = RequestDesk::roleOf(file.schema, "tc");
        try {
            RequestLine line(address);
        } catch (const DatabaseError &error) {
            return error.kind();
        }
        return DatabaseError::Kind::Other;
    };
    ServerAddress address = file.fromDesk();
    address.password = "wrong";
    CHECK(refusedAs(address) == DatabaseError::Kind::RoleRefused);
    address.password = TestOffice::password("tc").toUtf8();
    address.rootCertificate = {};
    CHECK(refusedAs(address) == DatabaseError::Kind::ForeignServer);
    const CountyServer another;
    QFile foreign(another.rootCertificate());
    REQUIRE(foreign.open(QIODevice::ReadOnly));
    address.rootCertificate = foreign.readAll();
    CHECK(refusedAs(address) == DatabaseError::Kind::ForeignServer);
    address.rootCertificate = file.rootCertificate;
    address.host = "127.0.0.1"; // the certificate bears the name alone
    CHECK(refusedAs(address) == DatabaseError::Kind::ForeignServer);

    // There is one service of an office.
    ServiceProgram second(county.folder());
    second.start({}, county.credentials.path());
    CHECK(second.says("runs already"));

    // Nothing of a person stands in its log.
    CHECK(county.service->terminate() == 0);
    CHECK(county.service->log().contains("stopped"));
    CHECK_FALSE(county.service->log().contains(
        county.office->newPerson(2)["id_number"].toString().toUtf8()));
    CHECK_FALSE(county.service->log().contains(TestOffice::personName(2).toUtf8()));
    CHECK(county.isWhole());
}

TEST_CASE("A reading that wants more memory than the service has fails alone")
{
    ServedCounty county;
    county.service->limitMemory(qint64(256) << 20);
    county.start();
    const auto port = county.portFor({"tc"});
    const auto books = port->booksFor("tc");
    for (const char *sql : {"SELECT repeat('x', 300000000)", "SELECT repeat('x', 150000000)",
                            "SELECT repeat('x', 60000000) FROM generate_series(1, 20)"}) {
        INFO(sql);
        Query much = books->prepare(sql);
        CHECK_THROWS_AS(much.next(), DatabaseError);
    }
    Query little = books->prepare("SELECT length(repeat('x', 1000))");
    REQUIRE(little.next());
    CHECK(little.integer(0) == 1000);
    CHECK(county.service->terminate() == 0);
}

TEST_CASE("Questions that want as much memory as a question may do not end the service")
{
    ServedCounty county;
    county.service->limitMemory(qint64(1536) << 20); // as its unit says
    county.start();
    const auto port = county.portFor({"tc"});
    const CountyFile file = CountyFile::load(county.folder() + "/for-desks");
    const PasswordGround ground = port->groundOf("tc", false);
    const QByteArray proof =
        StretchedPassword(TestOffice::password("tc"), ground.salt, ground.cost).proof();
    port->slotOf("tc", proof);
    ServerAddress address = file.fromDesk();
    address.role = RequestDesk::roleOf(file.schema, "tc");
    address.password = proof.toHex();
    // A list in a list in a list: most memory for the fewest bytes.
    constexpr int deep = 27;
    constexpr int chains = 1'990'000 / (deep + 1);
    QCborValue chain = 1;
    for (int level = 0; level < deep; ++level)
        chain = QCborArray{chain};
    QCborArray much;
    for (int n = 0; n < chains; ++n)
        much.append(chain);
    wire::LetterWriter letters(file.serviceKey);
    std::atomic<int> answered = 0;
    {
        std::array<std::jthread, 4> desks;
        for (size_t desk = 0; desk < desks.size(); ++desk)
            desks.at(desk) = std::jthread([&, desk] {
                const wire::Letter letter = letters.sealed(
                    {{QStringLiteral("operator"), QStringLiteral("tc")},
                     {QStringLiteral("proof"), proof},
                     {QStringLiteral("make"),
                      QCborMap{{QStringLiteral("type"), QStringLiteral("enrollment.register")},
                               {QStringLiteral("payload"), QCborMap{{QStringLiteral("x"), much}}},
                               {QStringLiteral("action_id"), QString::number(desk)}}}});
                RequestLine line(address);
                const QByteArray answer = line.ask(letter.sealed, std::chrono::seconds(60));
                try {
                    wire::resultFrom(wire::openAnswer(letter.answerKey, answer));
                } catch (const RefusedError &error) {
                    answered += error.refusals.isEmpty() ? 0 : 1;
                }
            });
    }
    CHECK(answered == 4);
    const auto books = port->booksFor("tc");
    Query little = books->prepare("SELECT 1");
    CHECK(little.next());
    CHECK(county.service->terminate() == 0);
}

TEST_CASE("A password that takes long to prove holds up nobody for longer than whoever sets it")
{
    ServedCounty county;
    county.start();
    const CountyFile file = CountyFile::load(county.folder() + "/for-desks");
    const auto sessionOf = [](const ServerAddress &address) {
        Database::Options options;
        options.server = address;
        return Database::open(std::move(options));
    };
    // The server reckons as long itself before it takes the password.
    const auto slowly = [](const QString &role, int times) {
        const QByteArray key = QByteArray(32, 'k').toBase64();
        return QStringLiteral("ALTER ROLE %1 PASSWORD 'SCRAM-SHA-256$%2:%3$%4:%4'")
            .arg(role)
            .arg(times)
            .arg(QString::fromLatin1(QByteArray("salt salt").toBase64()), QString::fromLatin1(key));
    };
    const auto comesIn = [](const ServerAddress &address) {
        QElapsedTimer trying;
        trying.start();
        try {
            RequestLine line(address);
        } catch (const DatabaseError &error) {
            CHECK(trying.elapsed() < 8000);
            return error.kind();
        }
        return DatabaseError::Kind::Other;
    };
    ServerAddress clerk = file.fromDesk();
    clerk.role = RequestDesk::roleOf(file.schema, "tc");
    const PasswordGround ground = county.portFor({"tc"})->groundOf("tc", false);
    clerk.password =
        StretchedPassword(TestOffice::password("tc"), ground.salt, ground.cost).proof().toHex();
    // For twice as long as anybody waits for it.
    const std::unique_ptr<Database> own = sessionOf(clerk);
    constexpr int tried = 500'000;
    QElapsedTimer reckoning;
    reckoning.start();
    own->execute(slowly(clerk.role, tried));
    const int slow = int(qint64(tried) * 10'000 / std::max<qint64>(1, reckoning.elapsed()));
    own->execute(slowly(clerk.role, slow));
    CHECK(comesIn(clerk) == DatabaseError::Kind::ServerGone);
    CHECK(county.portFor({"tc"})->head("tc").seq > 0);

    // The greeter's is written anew before a slow one is taken, and soon after a quicker one.
    ServerAddress greeter = file.fromDesk();
    greeter.role = RequestDesk::greeterOf(file.schema);
    greeter.password = RequestDesk::greeterPassword(file.serviceKey);
    const std::unique_ptr<Database> stranger = sessionOf(greeter);
    CHECK_THROWS_AS(stranger->execute(slowly(greeter.role, slow)), DatabaseError);
    stranger->execute(slowly(greeter.role, 100'000));
    comesIn(greeter);
    QElapsedTimer healing;
    healing.start();
    while (comesIn(greeter) != DatabaseError::Kind::Other && !healing.hasExpired(20'000))
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    CHECK_FALSE(healing.hasExpired(20'000));
    CHECK(county.portFor({"tc"})->head("tc").seq > 0);
    CHECK(county.service->terminate() == 0);
}

TEST_CASE("Two administrators open the service that waits for them")
{
    MovingCounty county;
    county.openServiceKey();
    REQUIRE(county.move().status == 0);
    ServiceProgram service(county.folder());
    service.start();
    REQUIRE(service.says("waiting for two administrators"));
    const auto open = [&](const QString &one, const QString &two) {
        QProcess process;
        process.start(QStringLiteral(JUBAO_BINARY_DIR "/bin/jubao-hub"),
                      {"open", "--office", county.folder(), "--as", one, "--password-file",
                       county.passwordFile(one), "--as", two, "--password-file",
                       county.passwordFile(two)});
        REQUIRE(process.waitForFinished());
        return process.exitCode();
    };
    CHECK(open("sa", "aa") == 1);
    CHECK(open("sa", "dir") == 0);
    CHECK(service.says("serving the office"));
    CHECK(service.terminate() == 0);
    CHECK(open("sa", "dir") == 3); // nobody waits
}

TEST_CASE("A service that is killed again and again under load loses nothing and doubles nothing")
{
    ServedCounty county;
    county.start();
    const QStringList names{"tc", "en1", "en2"};
    constexpr int most = 250; ///< numbers of persons that a desk may use
    const auto first = [](qsizetype desk) { return 100 + int(desk) * most; };
    std::vector<std::atomic<int>> entered(size_t(names.size()));
    std::atomic<bool> enough = false;
    std::atomic<int> failed = 0;
    const auto enrolUntilEnough = [&](qsizetype desk) {
        const QString &name = names.at(desk);
        const auto office = county.opened(county.portFor({name}));
        const auto session = office->signIn(name, TestOffice::password(name));
        for (int i = 0; i < most && !enough; ++i) {
            MakeRequest request = enrolment(*county.office, first(desk) + i);
            request.reason = "x";
            // As a clerk does whose program says that nobody answers.
            for (bool answered = false; !answered;) {
                try {
                    answered = office->make(*session, request).operation != 0;
                } catch (const DatabaseError &error) {
                    if (error.kind() != DatabaseError::Kind::ServiceSilent)
                        throw;
                }
            }
            ++entered[size_t(desk)];
        }
    };
    std::vector<std::jthread> desks;
    for (qsizetype desk = 0; desk < names.size(); ++desk)
        desks.emplace_back([&, desk] {
            try {
                enrolUntilEnough(desk);
            } catch (const std::exception &error) {
                qWarning("a desk failed: %s", error.what());
                ++failed;
            }
        });
    for (int kills = 0; kills < 6; ++kills) {
        const int before = entered[0] + entered[1] + entered[2];
        while (entered[0] + entered[1] + entered[2] <= before + 3 * kills && failed == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(7));
        county.service->kill();
        county.start();
    }
    enough = true;
    desks.clear();
    CHECK(failed == 0);
    const auto office = county.opened();
    office->signIn("au", TestOffice::password("au"));
    Query made = office->database().prepare(
        "SELECT count(*), count(DISTINCT action) FROM journal WHERE kind = 'make' AND action LIKE "
        "'enrol-%'");
    REQUIRE(made.next());
    CHECK(made.integer(0) == entered[0] + entered[1] + entered[2]);
    CHECK(made.integer(1) == made.integer(0));
    for (qsizetype desk = 0; desk < names.size(); ++desk)
        for (int i = 0; i < entered[size_t(desk)]; ++i)
            CHECK(entriesOf(*office, QStringLiteral("enrol-%1").arg(first(desk) + i)) == 1);
    CHECK(county.service->terminate() == 0);
    CHECK(county.isWhole());
}

TEST_CASE("The service comes back by itself when the database server was restarted")
{
    ServedCounty county;
    county.start();
    const auto port = county.portFor({"tc"});
    {
        const auto office = county.opened(port);
        const auto clerk = office->signIn("tc", TestOffice::password("tc"));
        CHECK(office->make(*clerk, enrolment(*county.office, 2)).operation != 0);
    }
    county.server.restart();
    CHECK(county.service->says("does not answer"));
    const auto office = county.opened(port);
    const auto clerk = office->signIn("tc", TestOffice::password("tc"));
    CHECK(office->make(*clerk, enrolment(*county.office, 3)).operation != 0);
    CHECK(entriesOf(*office, "enrol-3") == 1);
    CHECK(county.service->terminate() == 0);
    CHECK(county.isWhole());
}

TEST_CASE("The service does not run behind a server that listens on a public network [SEC-11]")
{
    ServedCounty county;
    county.start();
    QFile listen(county.server.local().host + "/listen");
    REQUIRE(listen.open(QIODevice::WriteOnly | QIODevice::Truncate));
    listen.write("127.0.0.1,8.8.4.4");
    listen.close();
    county.server.restart();
    CHECK(county.service->says("8.8.4.4"));
    // Some counties' own networks have such addresses: whoever keeps the server says so.
    CountyFile file = CountyFile::load(county.folder());
    file.ownNetworks = {"8.8.4.0/24"};
    file.save(county.folder());
    county.start();
    const auto office = county.opened(county.portFor({"tc"}));
    CHECK(office->signIn("tc", TestOffice::password("tc"))->name() == "tc");
    CHECK(county.service->terminate() == 0);
}
