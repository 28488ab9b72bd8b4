// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "county/county.h"
#include "database/error.h"
#include "database/server_books.h"
#include "database/transaction.h"
#include "operations/backup_plan.h"
#include "operations/crypto.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include <QDir>
#include <QJsonDocument>
#include <catch2/catch.hpp>
#include <thread>

using namespace jubao;
using namespace jubao::test;

namespace {

/** A county whose service has a plan by which a backup is due at once. */
class BackedUpCounty : public ServedCounty {
public:
    BackedUpCounty() { REQUIRE(second.isValid()); }

    void plan(const QString &secondPlace)
    {
        const QTime now = officeTime(SystemClock().now()).time();
        const QJsonObject payload{{"action", "set"},
                                  {"at", now.addSecs(-60).toString("HH:mm")},
                                  {"place", place.path()},
                                  {"second_place", secondPlace},
                                  {"keep", 2},
                                  {"warn_hours", 30}};
        QFile file(credentials.filePath("plan.json"));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(payload).toJson());
        file.close();
        post(ctl({"it"}, {"make", "system.backup_plan", "--payload", file.fileName()}));
    }
    void post(const ProgramResult &made) const
    {
        INFO(made.output.toStdString() << made.errors.toStdString());
        REQUIRE(made.status == 0);
        const QString operation = QString::number(made.json["operation"].toInteger());
        REQUIRE(ctl({"sa"}, {"decide", operation, "--recheck", "--evidence-checked"}).status == 0);
        REQUIRE(ctl({"dir"}, {"decide", operation, "--approve", "--evidence-checked"})
                    .json["state"]
                    .toString()
                == "posted");
    }
    BackupState state() const
    {
        const auto books = opened();
        books->signIn("au", TestOffice::password("au"));
        return books->backupState();
    }
    static QStringList in(const QTemporaryDir &folder)
    {
        return QDir(folder.path()).entryList({"*.jubao"}, QDir::Files, QDir::Name);
    }
    /** Whoever finds a backup finds a whole one. */
    void requireWhole(const QTemporaryDir &folder) const
    {
        for (const QString &name : in(folder)) {
            const QTemporaryDir elsewhere;
            const ProgramResult restored =
                ctl({"sa", "se"}, {"restore", folder.filePath(name), elsewhere.filePath("office")});
            INFO(restored.output.toStdString() << restored.errors.toStdString());
            CHECK(restored.status == 0);
        }
    }

    QTemporaryDir place;
    QTemporaryDir second{"/dev/shm/jubao-XXXXXX"}; // another disk than that of the first
};

/** A PC of the county, which keeps what it saw of the office. */
class Desk {
public:
    explicit Desk(const MovingCounty &county, const QStringList &names)
        : m_county(county)
        , m_names(names)
    {
        open();
    }
    void open()
    {
        office.reset();
        Office::Options options{allRooms(), std::make_shared<SystemClock>(), "county-pc",
                                m_witness.path()};
        options.county = m_county.portFor(m_names);
        office = Office::open({}, options);
    }
    std::shared_ptr<Session> as(const QString &name)
    {
        return office->signIn(name, TestOffice::password(name));
    }
    QStringList enrolled(int sequence)
    {
        MakeRequest request;
        request.type = "enrollment.register";
        request.payload = m_county.office->newPerson(sequence);
        request.evidence = {{"id_card", {}, {}}, {"household_register", {}, {}}};
        return m_county.office->refused([&] { office->make(*as("tc"), request); });
    }

    std::unique_ptr<Office> office;

private:
    const MovingCounty &m_county;
    QStringList m_names;
    QTemporaryDir m_witness;
};

} // namespace

TEST_CASE("The service makes backups by the plan and takes them to a second place [SEC-09]")
{
    BackedUpCounty county;
    county.plan(county.second.path());
    county.start();
    REQUIRE(county.service->says("a backup is at the second place"));
    REQUIRE(county.in(county.place).size() == 1);
    CHECK(county.in(county.second) == county.in(county.place));
    const ProgramResult told = county.ctl({"it"}, {"backups"});
    INFO(told.output.toStdString() << told.errors.toStdString());
    REQUIRE(told.status == 0);
    CHECK(told.json["warnings"].toArray().isEmpty());
    CHECK(told.json["file"].toString() == county.place.filePath(county.in(county.place).first()));
    CHECK_FALSE(told.json["second_place"].toString().isEmpty());
    CHECK(county.isWhole());
    county.requireWhole(county.second);

    // The drill, with the backup that lies elsewhere; a second person approves its certificate.
    const QString copy = county.second.filePath(county.in(county.second).first());
    // A password that comes through a pipe is there once.
    const ProgramResult drilled = runJubaoctl(
        {"--json", "--office", county.folder(), "--as", "it", "--password-file", "/dev/stdin",
         "--as", "se", "--password-file", county.passwordFile("se"), "drill", copy},
        county.credentials.path(), TestOffice::password("it").toUtf8() + '\n');
    INFO(drilled.output.toStdString() << drilled.errors.toStdString());
    REQUIRE(drilled.status == 0);
    CHECK(drilled.json["whole"].toBool());
    CHECK(drilled.json["rows"].toInteger() > 0);
    county.post(drilled);
    CHECK(county.state().drilledAt.isValid());
    CHECK(county.ctl({"it", "tc"}, {"drill", copy}).code() == "POST_NOT_HELD");
    CHECK(county.ctl({"it"}, {"drill", copy}).status == 2);
    const QString paper = county.credentials.filePath("certificate.pdf");
    CHECK(county
              .ctl({"it"},
                   {"print", "system.drill_certificate",
                    QString::number(drilled.json["operation"].toInteger()), "-o", paper})
              .status
          == 0);
    CHECK(QFile::exists(paper));

    // A disk that is not mounted is an empty folder on the disk of the books.
    CHECK(county.service->terminate() == 0);
    const QTemporaryDir unmounted;
    const ProgramResult manual = county.ctl({"sa"}, {"backup", county.place.filePath("by-hand")});
    REQUIRE(manual.status == 0);
    county.plan(unmounted.path());
    std::this_thread::sleep_for(std::chrono::seconds(1));
    county.start();
    CHECK(county.service->terminate() == 0);
    CHECK(QDir(unmounted.path()).isEmpty());
    CHECK(county.isWhole());
}

TEST_CASE("A second place that is not there is told and tried again [SEC-09]")
{
    BackedUpCounty county;
    const QTemporaryDir unmounted;
    county.plan(unmounted.path());
    county.start();
    REQUIRE(county.service->says("a backup failed"));
    CHECK(county.in(county.place).size() == 1);
    CHECK(QDir(unmounted.path()).isEmpty());
    const ProgramResult told = county.ctl({"it"}, {"backups"});
    REQUIRE(told.json["warnings"].toArray().size() == 1);
    CHECK(told.json["warnings"][0].toString().contains(unmounted.path()));
    Desk desk(county, {"it", "tc"});
    desk.as("it");
    CHECK(desk.office->alarms().join(u' ').contains(unmounted.path()));
    CHECK(county.service->terminate() == 0);
    county.plan(county.second.path());
    county.start();
    CHECK(county.service->says("a backup is at the second place"));
    CHECK(county.ctl({"it"}, {"backups"}).json["warnings"].toArray().isEmpty());
    CHECK(county.isWhole());
}

TEST_CASE("A service that is killed while it makes backups leaves whole ones alone [SEC-09]")
{
    BackedUpCounty county;
    county.plan(county.second.path());
    for (int tries = 0; tries < 12 && !county.state().copiedAt.isValid(); ++tries) {
        county.start();
        if (county.state().scheduledEntry == 0)
            county.service->says("a backup begins");
        std::this_thread::sleep_for(std::chrono::milliseconds(37 * tries));
        county.service->kill();
        for (const QTemporaryDir *folder : {&county.place, &county.second})
            for (const QString &name : county.in(*folder))
                CHECK(QFile::exists(folder->filePath(name + ".slots")));
    }
    county.requireWhole(county.place);
    county.requireWhole(county.second);
    county.start();
    if (!county.state().copiedAt.isValid())
        REQUIRE(county.service->says("a backup is at the second place"));
    CHECK(county.service->terminate() == 0);
    const BackupState state = county.state();
    CHECK(state.scheduledEntry == state.copiedEntry);
    CHECK(digestOfBackup(state.scheduled.file) == state.scheduled.digest);
    // Working files of killed copies are gone.
    for (const QTemporaryDir *folder : {&county.place, &county.second})
        CHECK(QDir(folder->path()).entryList({"*.part*"}, QDir::Files).isEmpty());
    CHECK(county.in(county.place).size() <= 2);
    CHECK(county.isWhole());
}

TEST_CASE(
    "A county is set back to a backup: what is lost is named, its desks stop until an auditor "
    "has looked [SEC-02] [SEC-09]")
{
    ServedCounty county;
    county.start();
    const QTemporaryDir place;
    const QString file = place.filePath("morning");
    REQUIRE(county.ctl({"sa"}, {"backup", file}).status == 0);
    Desk desk(county, {"tc", "au", "aa"});
    REQUIRE(desk.enrolled(2).isEmpty());
    const QStringList restore{"restore", file, county.folder(), "--replace"};
    CHECK(county.ctl({"sa", "se"}, restore).code() == "OFFICE_IN_USE");
    desk.office.reset();
    REQUIRE(county.service->terminate() == 0);
    // Somebody writes there still, past the service: the office is restored, and waits.
    const CountyFile here = CountyFile::load(county.folder());
    ProgramResult restored;
    {
        Database::Options writing;
        writing.server = here.fromServer();
        const auto writer = Database::open(std::move(writing));
        const Transaction writes(*writer);
        restored = county.ctl({"sa", "se"}, restore);
    }
    INFO(restored.output.toStdString() << restored.errors.toStdString());
    REQUIRE(restored.status == 3);
    CHECK_FALSE(restored.json["not_moved"].toString().isEmpty());
    CHECK(restored.json["put_aside_schema"].toString() == here.schema);
    CHECK(lookAtServer(here.fromServer()) == ServerPlace::Books);
    const QJsonArray lost = restored.json["lost"].toArray();
    REQUIRE(lost.size() == 2); // the entry of the backup itself, and what tc made
    CHECK(lost[1]["operator"].toString() == "tc");
    CHECK(lost[1]["type"].toString() == "enrollment.register");

    // The old books stay on the server under another name, and no PC notices a thing.
    const QString aside = restored.json["put_aside"].toString();
    const QStringList back{"--office", county.folder(), "county", "move", "--instead", aside};
    const ProgramResult moved = county.ctl({"sa", "se"}, back);
    INFO(moved.output.toStdString() << moved.errors.toStdString());
    REQUIRE(moved.status == 0);
    CHECK(CountyFile::load(county.folder()).schema == here.schema);
    Office::Options options{allRooms(), std::make_shared<SystemClock>(), "county-server",
                            place.filePath("witness")};
    options.server = CountyFile::load(aside).fromServer();
    auto before = Office::open(aside, options);
    before->signIn("au", TestOffice::password("au"));
    CHECK(before->journal().hashAt(lost[1]["seq"].toInteger()).size() == 64);
    CHECK(before->verify({}).violations.isEmpty());
    CHECK(options.server->schema.startsWith("jubao_before_"));
    // What was asked for before is about other books.
    Query requests = before->database().prepare("SELECT count(*) FROM jubao_desk.request");
    REQUIRE(requests.next());
    CHECK(requests.integer(0) == 0);
    // Whoever may read the books has no right to those of before.
    Query rights = before->database().prepare(
        "SELECT count(*) FROM pg_roles WHERE NOT rolsuper AND rolname <> current_user AND rolname "
        "NOT LIKE 'pg_%' AND has_schema_privilege(oid, current_schema(), 'usage')");
    REQUIRE(rights.next());
    CHECK(rights.integer(0) == 0);
    county.start();
    desk.open();
    CHECK(desk.enrolled(3) == QStringList{"WITNESS_ALARM"});
    CHECK_FALSE(desk.office->alarms().isEmpty());
    CHECK(county.office->refused([&] { desk.office->acknowledgeWitness(*desk.as("tc"), "x"); })
          == QStringList{"POST_NOT_HELD"});
    desk.office->acknowledgeWitness(*desk.as("au"), "set back to the backup of the morning");
    CHECK(desk.enrolled(3).isEmpty());
    desk.open();
    const auto administrator = desk.as("aa");
    const QList<JournalEntry> waiting = desk.office->unacknowledged(*administrator);
    REQUIRE(waiting.size() == 1);
    CHECK(waiting.first().kind == "restore");
    // The line is in the words of this desk, which are not those of the service.
    const QString line = Office::alarmOf(waiting.first());
    CHECK(desk.office->alarms().count(line) == 1);
    desk.office->acknowledge(*administrator, waiting.first().seq);
    CHECK(desk.office->unacknowledged(*administrator).isEmpty());
    CHECK(desk.office->alarms().isEmpty());
    desk.office.reset();
    CHECK(county.service->terminate() == 0);
    before.reset();
    const ProgramResult again = county.ctl({"sa", "se"}, restore);
    INFO(again.output.toStdString() << again.errors.toStdString());
    REQUIRE(again.status == 0);
    CHECK(again.json["moved"].toInteger() > again.json["entry"].toInteger());
    CHECK(again.json["put_aside_schema"].toString().startsWith("jubao_before_"));
    CHECK(CountyFile::load(again.json["put_aside"].toString()).schema
          == again.json["put_aside_schema"].toString());
    CHECK(QFile::exists(county.folder() + "/for-desks/office.county"));
    // This place saw the lost entries too and says so; the books themselves are whole.
    CHECK_FALSE(county.isWhole());
    const auto books = county.opened();
    books->signIn("au", TestOffice::password("au"));
    CHECK(books->verify({}).violations.isEmpty());
}
