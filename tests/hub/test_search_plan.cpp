// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/database.h"
#include "enrollment/domain/person_search.h"
#include "hub/reading_engine.h"
#include "hub/readings.h"
#include "rooms/rooms.h"
#include "support/many_persons.h"
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

constexpr int manyPersons = 4000;

/** A county with so many persons that reading them all is not the shortest way to one. */
class FullCounty : public TestOffice {
public:
    FullCounty() : TestOffice(allRooms())
    {
        many::takeOver(*this, manyPersons);
        serve();
        readings = std::make_unique<Readings>(*service, server().value());
    }

    std::unique_ptr<Readings> readings;
};

} // namespace

TEST_CASE("Each way to search a person uses an index, whoever asks from a desk", "[server]")
{
    FullCounty county;
    REQUIRE(county.number("SELECT count(*) FROM person") == manyPersons);
    QStringList scans;
    int plans = 0;
    const auto planned = [&](const QString &who) {
        return Database::over(
            std::make_unique<ReadingEngine>([&, who](const wire::Reading &reading) {
                const wire::Rows plan = county.readings->read(
                    who, {QStringLiteral("EXPLAIN ") + reading.sql, reading.values});
                ++plans;
                QString whole = reading.sql;
                for (const QList<QByteArray> &line : plan.cells)
                    whole += u'\n' + QString::fromUtf8(line.first());
                if (!whole.contains("Index") || whole.contains("Seq Scan on person"))
                    scans.append(who + QStringLiteral(": ") + whole);
                return wire::rowsFrom(wire::toCbor(county.readings->read(who, reading)));
            }),
            who);
    };
    // As after a move or a take-over, and with the server's own figures of the tables.
    for (const bool counted : {false, true}) {
        if (counted)
            county.service->database().execute("ANALYZE");
        for (const char *who : {"tc", "en1", "au"}) {
            const auto books = planned(who);
            const Reader reader(*books, county.office->catalogue(), QDate(2026, 3, 2));
            const int asked = manyPersons / 2 + 1;
            for (const QString &text :
                 {many::idNumber(asked), many::idNumber(asked).right(4),
                  TestOffice::personName(asked), TestOffice::personName(asked).left(2),
                  QStringLiteral("zs"), many::phone(asked), TestOffice::household(asked),
                  QStringLiteral("6217997700923111118"), QStringLiteral("19700105")}) {
                INFO(who << ' ' << text.toStdString());
                const QList<FoundPerson> found = findPersons(reader, text, 20);
                CHECK(found.isEmpty() == text.startsWith("6217"));
            }
        }
    }
    CHECK(plans == 2 * 3 * 9); // a search is one question
    CHECK(scans == QStringList());
    if (!scans.isEmpty())
        WARN(scans.join(u'\n').toStdString());
}
