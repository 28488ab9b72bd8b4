// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "county/county.h"
#include "database/moving.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/many_persons.h"
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <catch2/catch.hpp>
#include <sys/resource.h>

using namespace jubao;
using namespace jubao::test;

namespace {

/** The digest of each table by itself, over opened values. */
QMap<QString, QByteArray> digests(Office &office)
{
    QFile file(QStringLiteral(JUBAO_SOURCE_DIR "/schema/catalogue.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QJsonObject whole = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray tables = whole["tables"].toArray();
    QMap<QString, QByteArray> digests;
    for (const QJsonValue &table : tables) {
        whole["tables"] = QJsonArray{table};
        digests.insert(
            table["name"].toString(),
            digestOfBooks(office.database(), Catalogue::fromJson(QJsonDocument(whole).toJson())));
    }
    return digests;
}

QStringList differing(const QMap<QString, QByteArray> &one, const QMap<QString, QByteArray> &other)
{
    REQUIRE(one.keys() == other.keys());
    QStringList tables;
    for (auto it = one.constBegin(); it != one.constEnd(); ++it) {
        if (other.value(it.key()) != it.value())
            tables.append(it.key());
    }
    return tables;
}

/** Moving, copying and restoring leave an entry each, and whoever signed in for it a line. */
const QStringList grow{"access_trail", "journal"};

} // namespace

/** A hundred thousand persons with JUBAO_TEST_SCALE=5. */
TEST_CASE("An office of twenty thousand persons moves to the county server and back, and no table "
          "has changed [SEC-09]")
{
    const int persons = 20'000 * std::max(1, qEnvironmentVariableIntValue("JUBAO_TEST_SCALE"));
    MovingCounty county;
    many::takeOver(*county.office, persons);
    county.openServiceKey();
    county.office->reopen();
    county.office->as("au");
    const auto before = digests(*county.office->office);
    REQUIRE(before.size() > 20);
    county.office->office.reset();

    QElapsedTimer timer;
    const auto timed = [&timer](const char *what) {
        WARN(what << ": " << timer.restart() << " ms");
    };
    timer.start();
    const ProgramResult moved = county.move();
    INFO(moved.output.toStdString() << moved.errors.toStdString());
    REQUIRE(moved.status == 0);
    timed("moved to the server, compared and verified");
    const QString file = county.folder() + "/../back.jubao";
    {
        const auto office = county.opened();
        const auto session = office->signIn("sa", TestOffice::password("sa"));
        CHECK(differing(before, digests(*office)) == grow);
        CHECK(office->verify({}).violations.isEmpty());
        timed("digests and verification there");
        office->backup(*session, file);
        timed("copied back into a file");
    }
    const ProgramResult restored =
        county.ctl({"sa", "se"}, {"restore", file, county.folder() + "/../restored"});
    INFO(restored.output.toStdString() << restored.errors.toStdString());
    REQUIRE(restored.status == 0);
    timed("restored");
    Office::Options options{allRooms(), std::make_shared<SystemClock>(), "pc",
                            county.folder() + "/../witness-2"};
    const auto embedded = Office::open(county.folder() + "/../restored", options);
    embedded->signIn("au", TestOffice::password("au"));
    CHECK(differing(before, digests(*embedded)) == grow);
    CHECK(embedded->verify({}).violations.isEmpty());
    Query count = embedded->database().prepare("SELECT count(*) FROM person");
    REQUIRE(count.next());
    CHECK(count.integer(0) == persons + 1);
    rusage usage = {};
    getrusage(RUSAGE_CHILDREN, &usage);
    WARN(persons << " persons; the programs became at most " << usage.ru_maxrss / 1024 << " MB");
}
