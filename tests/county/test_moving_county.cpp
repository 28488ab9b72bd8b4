// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "county/county.h"
#include "database/error.h"
#include "database/moving.h"
#include "database/server_books.h"
#include "operations/registrar_key_file.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include <QDir>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

QByteArray digest(Office &office)
{
    return digestOfBooks(office.database(), office.catalogue());
}

} // namespace

TEST_CASE(
    "An office moves to the county server and comes back as a file, with equal books [SEC-09]")
{
    MovingCounty county;
    CHECK(county.move().code() == "NO_REGISTRAR_KEY");
    county.openServiceKey();
    CHECK(county.ctl({"sa"}, {"county", "key", "--keeper", "sa", "--keeper", "se"}).code()
          == "FILE_EXISTS");
    CHECK(county.ctl({"sa"}, {"county", "key", "--credential", county.passwordFile("x") + ".2"})
              .code()
          == "KEY_STILL_OPEN");
    CHECK(county.ctl({"sa"}, county.moveArguments()).status == 2);
    CHECK(county.ctl({"sa", "sa"}, county.moveArguments()).code() == "POST_NOT_HELD");
    {
        county.office->reopen();
        county.office->as("sa");
        CHECK(county.move().code() == "OFFICE_IN_USE");
        CHECK_FALSE(CountyFile::isIn(county.folder()));
        CHECK(lookAtServer(county.server.local()) == ServerPlace::Free);
        county.office->office.reset();
    }

    const ProgramResult moved = county.move();
    INFO(moved.output.toStdString() << moved.errors.toStdString());
    REQUIRE(moved.status == 0);
    CHECK(QDir(county.folder()).exists("office.jubao.moved"));
    CHECK_FALSE(QDir(county.folder()).exists("office.jubao"));
    CHECK_FALSE(CountyFile::load(county.folder() + "/for-desks").local);
    CHECK(county.office->refused([&] { county.office->reopen(); }) == QStringList{"OFFICE_MOVED"});

    // The command line works on where it is now; the move stands in the journal, and all is whole.
    const ProgramResult whole = county.ctl({"au"}, {"verify"});
    INFO(whole.output.toStdString());
    CHECK(whole.json["clean"].toBool());
    const std::unique_ptr<Office> office = county.opened();
    const auto session = office->signIn("sa", TestOffice::password("sa"));
    Query entry = office->database().prepare("SELECT count(*) FROM journal WHERE kind = 'moved'");
    REQUIRE(entry.next());
    CHECK(entry.integer(0) == 1);
    office->signOut(session);

    // Its backup is one file that opens as an embedded office.
    const QString file = county.folder() + "/../back.jubao";
    const QByteArray before = digest(*office);
    const ProgramResult backed = county.ctl({"sa"}, {"backup", file});
    INFO(backed.output.toStdString() << backed.errors.toStdString());
    REQUIRE(backed.status == 0);
    const ProgramResult restored =
        county.ctl({"sa", "se"}, {"restore", file, county.folder() + "/../restored"});
    INFO(restored.output.toStdString() << restored.errors.toStdString());
    REQUIRE(restored.status == 0);
    Office::Options options{allRooms(), std::make_shared<SystemClock>(), "pc", {}};
    options.witnessFolder = county.folder() + "/../witness-2";
    const auto embedded = Office::open(county.folder() + "/../restored", options);
    const auto again = embedded->signIn("au", TestOffice::password("au"));
    CHECK(embedded->verify({}).violations.isEmpty());
    CHECK(digest(*embedded) != before); // the sign-in and the restore left their lines
    Query persons = embedded->database().prepare("SELECT count(*) FROM person WHERE id_number = ?");
    persons.bindAll(county.office->newPerson(1)["id_number"].toString());
    REQUIRE(persons.next());
    CHECK(persons.integer(0) == 1);
}

TEST_CASE("An interrupted move is completed by doing it again, and nobody works in two")
{
    MovingCounty county;
    county.openServiceKey();
    const QString folder = county.folder();
    // Killed before the books were there: the file says county, the server has a schema without a
    // table.
    CountyFile told;
    told.identity = QString(64, 'a');
    told.host = "localhost";
    told.database = told.schema = "jubao";
    told.rootCertificate = "-----BEGIN CERTIFICATE-----";
    told.serviceKey = RegistrarKeyFile::load(folder + "/registrar.key").publicKey();
    told.port = county.server.port();
    told.local = CountyFile::Local{county.server.folder(), "jubao_service"};
    told.save(folder);
    {
        Database::Options options;
        options.server = county.server.local();
        options.server->schema = "public";
        const auto keeper = Database::open(std::move(options));
        keeper->execute("CREATE SCHEMA jubao");
    }
    CHECK(lookAtServer(county.server.local()) == ServerPlace::Unfinished);
    CHECK(county.ctl({"sa"}, {"inbox"}).status != 0);
    const ProgramResult anew = county.move();
    INFO(anew.output.toStdString() << anew.errors.toStdString());
    CHECK(anew.status == 0);
    CHECK(county.ctl({"au"}, {"verify"}).json["clean"].toBool());

    // Killed before the old file was put away.
    REQUIRE(QFile::rename(folder + "/office.jubao.moved", folder + "/office.jubao"));
    CHECK(county.ctl({"sa"}, {"inbox"}).status == 0); // on the server
    const ProgramResult completed = county.move();
    INFO(completed.output.toStdString() << completed.errors.toStdString());
    CHECK(completed.status == 0);
    CHECK_FALSE(QFile::exists(folder + "/office.jubao"));
    CHECK(county.ctl({"au"}, {"verify"}).json["clean"].toBool());

    // Another state of the office, or another office, never takes the place of what is there.
    QFile::remove(CountyFile::pathIn(folder));
    REQUIRE(QFile::rename(folder + "/office.jubao.moved", folder + "/office.jubao"));
    const QTemporaryDir elsewhere; // where nobody has seen the later entry
    REQUIRE(runJubaoctl({"--office", folder, "--as", "sa", "--password-file",
                         county.passwordFile("sa"), "backup", elsewhere.filePath("b.jubao")},
                        elsewhere.path())
                .status
            == 0);
    CHECK(county.move().code() == "SERVER_PLACE_TAKEN");
    CHECK(QFile::exists(folder + "/office.jubao"));
    CHECK_FALSE(CountyFile::isIn(folder));
}

TEST_CASE("An office that does not prove whole stays where it is")
{
    MovingCounty county;
    county.openServiceKey();
    county.office->reopen();
    county.office->as("sa");
    county.office->tamper({"UPDATE person SET name = 'x'"});
    county.office->office.reset();
    CHECK(county.move().code() == "OFFICE_NOT_WHOLE");
    CHECK(lookAtServer(county.server.local()) == ServerPlace::Free);
    CHECK_FALSE(CountyFile::isIn(county.folder()));
    county.office->reopen();
    county.office->as("sa");
    CHECK(county.office->number("SELECT count(*) FROM access_trail WHERE detail = "
                                "'OFFICE_NOT_WHOLE'")
          == 1);
}

TEST_CASE("The service's key opens for two of its keepers by their passwords [SEC-10]")
{
    MovingCounty county;
    county.openServiceKey();
    const QString path = county.folder() + "/registrar.key";
    county.office->reopen();
    Office &office = *county.office->office;
    const RegistrarKeyFile file = RegistrarKeyFile::load(path);
    const auto with = [](const char *name) {
        return Office::Credentials{name, TestOffice::password(name)};
    };
    CHECK(office.openRegistrarKey(file, with("se"), with("dir"))->publicKeyHex()
          == file.publicKey());
    const auto refused = [&](const Office::Credentials &one, const Office::Credentials &two) {
        return county.office->refused([&] { office.openRegistrarKey(file, one, two); });
    };
    CHECK(refused(with("sa"), with("aa")) == QStringList{"KEEPERS_OTHERS"});
    CHECK(refused(with("sa"), with("sa")) == QStringList{"KEEPERS_OTHERS"});
    for (int tries = 0; tries < 5; ++tries)
        CHECK(refused(with("sa"), {"se", "wrong"}) == QStringList{"SIGN_IN_FAILED"});
    CHECK(refused(with("sa"), with("se")) == QStringList{"ACCOUNT_LOCKED"});

    county.office->as("sa");
    const auto key = KeyPair::generate();
    const auto sealFor = [&](const QStringList &keepers) {
        return county.office->refused(
            [&] { office.sealRegistrarKey(county.office->as("sa"), *key, keepers); });
    };
    CHECK(sealFor({"sa", "en1"}) == QStringList{"POST_NOT_HELD"});
    CHECK(sealFor({"sa", "nobody"}) == QStringList{"OPERATOR_UNKNOWN"});
    CHECK(sealFor({"sa", "sa"}) == QStringList{"SOD_SAME_PERSON"});
}
