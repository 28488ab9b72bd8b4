// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "county/county.h"
#include "database/query.h"
#include "rooms/rooms.h"
#include "support/old_office.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

TestOffice::Additions presentTime()
{
    TestOffice::Additions additions;
    additions.start = SystemClock().now();
    return additions;
}

/** What the server says to the file of the county. */
CountyFile placeOf(const CountyServer &server, Office &office)
{
    CountyFile place;
    place.officeName = office.name();
    place.identity = office.identity();
    place.demo = office.isDemo();
    place.host = QStringLiteral("localhost");
    place.port = server.port();
    place.database = server.local().database;
    place.schema = server.local().schema;
    QFile root(server.rootCertificate());
    REQUIRE(root.open(QIODevice::ReadOnly));
    place.rootCertificate = root.readAll();
    place.serviceKey = KeyPair::generate()->publicKeyHex(); // opened after the upgrade
    place.local = CountyFile::Local{server.folder(), QStringLiteral("jubao_service")};
    return place;
}

} // namespace

TEST_CASE(
    "A county's server of every earlier schema waits for its upgrade, which two people do at the "
    "server, and is whole after it [SEC-13]")
{
    const int version = GENERATE(range(1, Migrations::shipped().latest()));
    CAPTURE(version);
    const CountyServer server;
    OldOffice old(allRooms(), version, presentTime());
    old.moveTo(placeOf(server, *old.county.office));
    const QTemporaryDir files;
    const auto ctl = [&](const QStringList &people, const QStringList &arguments) {
        QStringList all{"--json", "--office", old.county.folder()};
        for (const QString &name : people) {
            const QString path = files.filePath(name);
            QFile file(path);
            REQUIRE(file.open(QIODevice::WriteOnly));
            file.write(TestOffice::password(name).toUtf8());
            all << "--as" << name << "--password-file" << path;
        }
        return runJubaoctl(all + arguments, files.path());
    };
    CHECK(ctl({"tc"}, {"inbox"}).output.contains("SCHEMA_WAITS"));
    CHECK(ctl({"tc", "dep"}, {"migrate"}).output.contains("POST_NOT_HELD"));
    const ProgramResult done = ctl({"sa", "dep"}, {"migrate"});
    INFO(done.output.toStdString() << done.errors.toStdString());
    REQUIRE(done.status == 0);
    CHECK(done.json["from"].toInt() == version);
    CHECK(done.json["to"].toInt() == Migrations::shipped().latest());
    const ProgramResult whole = ctl({"au"}, {"verify"});
    INFO(whole.output.toStdString() << whole.errors.toStdString());
    CHECK(whole.json["clean"].toBool());

    // Columns that came since lie sealed as well, and work goes on.
    Office::Options options{allRooms(), std::make_shared<SystemClock>(), "county-pc",
                            files.filePath("state")};
    options.server = CountyFile::load(old.county.folder()).fromServer();
    const auto office = Office::open(old.county.folder(), options);
    const auto clerk = office->signIn("tc", TestOffice::password("tc"));
    MakeRequest request;
    request.type = "enrollment.change";
    request.payload = {{"person", old.person}, {"phone", "13900000001"}};
    request.evidence = {{"id_card", {}, {}}};
    CHECK(office->make(*clerk, request).operation != 0);
    Query clear = office->database().prepare(
        "SELECT count(*) FROM information_schema.columns WHERE table_schema = current_schema() AND "
        "column_name IN ('id_number', 'phone', 'bank_card', 'address', 'payload') AND "
        "domain_name IS NULL");
    REQUIRE(clear.next());
    CHECK(clear.integer(0) == 0);
    CHECK(ctl({"au"}, {"verify"}).json["clean"].toBool());
}
