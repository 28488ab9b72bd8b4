// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/sheet_import.h"
#include "operations/verify.h"
#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QFile>
#include <catch2/catch.hpp>

using namespace jubao;
using namespace jubao::test;

namespace {

const QString roster = "contributions.declare_roster";
const QString village = "411024100201";

class Village : public TestOffice {
public:
    Village() : TestOffice(allRooms())
    {
        for (int sequence = 1; sequence <= 3; ++sequence)
            persons.append(enrol(sequence));
    }

    QString rowOf(int sequence, const QString &tier, const QString &name = {}) const
    {
        const QJsonObject person = newPerson(sequence);
        return person["id_number"].toString() + u','
            + (name.isEmpty() ? person["name"].toString() : name) + u',' + tier + u'\n';
    }
    QString sheet(const QString &rows) const
    {
        const QString path = m_files.filePath("roster.csv");
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(("id_number,name,amount\n" + rows).toUtf8());
        return path;
    }
    ActResult handIn(const QString &rows, const QJsonObject &more = {}, const QString &name = "tc")
    {
        codes.clear();
        SheetImport import(*registry->find(roster), office->reader(), sheet(rows));
        MakeRequest request;
        request.type = roster;
        request.payload = {{"division", village}, {"year", 2026}};
        for (auto it = more.begin(); it != more.end(); ++it)
            request.payload.insert(it.key(), it.value());
        import.addFileTo(request.payload);
        request.rows = import.rows();
        request.evidence = {{"roster", {}, {}}};
        request.givenBack = [this](const BatchRow &, const Findings &why) {
            codes.append(why.first().code);
        };
        return office->make(as(name), request);
    }
    qint64 dues() { return number("SELECT count(*) FROM contribution_due"); }
    qint64 tierOf(int place)
    {
        return number(QStringLiteral("SELECT coalesce(sum(amount), 0) FROM contribution_due "
                                     "WHERE year = 2026 AND person = %1")
                          .arg(persons.at(place)));
    }

    QList<qint64> persons;
    QStringList codes; ///< first code of each row that was given back

private:
    QTemporaryDir m_files;
};

} // namespace

TEST_CASE("A village declares by roster: good rows taken, the others back in words [CON-01]")
{
    Village county;
    const ActResult made =
        county.handIn(county.rowOf(1, "200") + county.rowOf(2, "300.00") + county.rowOf(3, "250")
                      + county.rowOf(2, "200") + county.rowOf(9, "200")
                      + county.rowOf(3, "200", QStringLiteral("王五")) + county.rowOf(3, ""));
    CHECK(made.rowsTaken == 2);
    CHECK(made.rowsGivenBack == 5);
    CHECK(county.codes
          == QStringList{"NOT_A_TIER", "ROW_TWICE", "PERSON_UNKNOWN", "NAME_DIFFERS",
                         "FIELD_MISSING"});
    CHECK(county.dues() == 0);
    CHECK(county.refused([&] { county.act("tc", ActionKind::Recheck, made.operation); })
              .contains("SOD_SAME_PERSON"));
    CHECK(county.act("tr", ActionKind::Recheck, made.operation).state == OperationState::Posted);
    CHECK(county.dues() == 2);
    CHECK(county.tierOf(0) == 20000);
    CHECK(county.tierOf(1) == 30000);
    CHECK(county.office->verify({}).violations.isEmpty());
    const OperationView view = county.office->view(county.as("tr"), made.operation);
    CHECK(view.payload[u"sum_amount"].toInteger() == 50000);
    CHECK(view.summary.contains(QLatin1String("2 persons")));
}

TEST_CASE("The second declaration of a year is a row given back [CON-01]")
{
    Village county;
    const ActResult single =
        county.make("tc", "contributions.declare",
                    {{"person", county.persons[0]}, {"year", 2026}, {"amount", 20000}});
    county.act("tr", ActionKind::Recheck, single.operation);
    const ActResult made = county.handIn(county.rowOf(1, "300") + county.rowOf(2, "300"));
    CHECK(made.rowsTaken == 1);
    CHECK(county.codes == QStringList{"ALREADY_DECLARED"});
    county.act("tr", ActionKind::Recheck, made.operation);
    CHECK(county.refused([&] { county.handIn(county.rowOf(1, "300") + county.rowOf(2, "300")); })
          == QStringList{"ROWS_NONE"});
    CHECK(county.codes == QStringList{"ALREADY_DECLARED", "ALREADY_DECLARED"});
    CHECK(county.tierOf(0) == 20000);
}

TEST_CASE("A roster whose row has gone bad meanwhile posts nothing at all [CON-01] [ENR-11]")
{
    Village county;
    const ActResult made = county.handIn(county.rowOf(1, "200") + county.rowOf(2, "200"));
    const ActResult single =
        county.make("tc", "contributions.declare",
                    {{"person", county.persons[1]}, {"year", 2026}, {"amount", 50000}});
    county.act("tr", ActionKind::Recheck, single.operation);
    const ActResult refused = county.act("tr", ActionKind::Recheck, made.operation);
    CHECK(refused.state == OperationState::Conflict);
    REQUIRE(refused.findings.size() == 1);
    CHECK(refused.findings.first().code == "ALREADY_DECLARED");
    CHECK(county.dues() == 1);
    MakeRequest again;
    again.type = roster;
    again.payload = county.office->view(county.as("tc"), made.operation).payload;
    again.evidence = {{"roster", {}, {}}};
    again.resubmits = made.operation;
    CHECK(county.office->make(county.as("tc"), again).rowsTaken == 1);
    county.act("tr", ActionKind::Recheck, made.operation);
    CHECK(county.dues() == 2);
    CHECK(county.tierOf(1) == 50000);
}

TEST_CASE("One roster of a village and a year is open at a time [CON-01]")
{
    Village county;
    const ActResult first = county.handIn(county.rowOf(1, "200"));
    CHECK(county.refused([&] { county.handIn(county.rowOf(2, "200")); })
          == QStringList{"OTHER_OPERATION_OPEN"});
    CHECK_NOTHROW(county.handIn(county.rowOf(1, "200"), {{"year", 2027}}));
    county.act("tr", ActionKind::Recheck, first.operation);
    CHECK_NOTHROW(county.handIn(county.rowOf(2, "200")));
}

TEST_CASE("A single declaration that a roster has overtaken goes back to its maker [CON-01]")
{
    Village county;
    const ActResult single =
        county.make("tc", "contributions.declare",
                    {{"person", county.persons[0]}, {"year", 2026}, {"amount", 50000}});
    const ActResult made = county.handIn(county.rowOf(1, "200"));
    county.act("tr", ActionKind::Recheck, made.operation);
    const ActResult late = county.act("tr", ActionKind::Recheck, single.operation);
    CHECK(late.state == OperationState::Conflict);
    CHECK(late.findings.first().code == "ALREADY_DECLARED");
    CHECK(county.tierOf(0) == 20000);
}

TEST_CASE("Village and year of a roster are held against the rules [CON-01] [CTL-02]")
{
    Village county;
    CHECK(county.refused([&] {
                    county.handIn(county.rowOf(1, "200"), {{"year", 2024}});
                })
              .contains("YEAR_CLOSED"));
    CHECK(county.office->check(county.as("tc"), roster, {{"division", "nowhere"}, {"year", 2026}})
              .first()
              .code
          == "DIVISION_UNKNOWN");
    // Who has the post in a township makes no roster of the county or of another township.
    for (const char *division : {"", "411024", "411024900201"})
        CHECK(
            county
                .refused([&] {
                    county.handIn(county.rowOf(1, "200"), {{"division", QLatin1String(division)}});
                })
                .first()
            == "DIVISION_OUTSIDE");
    CHECK(county.refused([&] {
        county.handIn(county.rowOf(1, "200"), {{"division", "411024900201"}}, "tc9");
    }) == QStringList{"ROWS_NONE"});
    CHECK(county.codes == QStringList{"DIVISION_OUTSIDE"});
}

TEST_CASE("The list to fill in names who may declare, and is taken as it comes back [CON-01]")
{
    Village county;
    const ActResult single =
        county.make("tc", "contributions.declare",
                    {{"person", county.persons[2]}, {"year", 2026}, {"amount", 20000}});
    county.act("tr", ActionKind::Recheck, single.operation);
    const OperationType &type = *county.registry->find(roster);
    QTemporaryDir folder;
    const auto listed = [&](int year) {
        const QString path = folder.filePath(QStringLiteral("%1.xlsx").arg(year));
        const qint64 rows = writeFilledTemplate(type, {{"division", village}, {"year", year}}, path,
                                                *county.office, county.as("tc"));
        QList<QStringList> cells;
        SheetImport sheet(type, county.office->reader(), path);
        const RowSource source = sheet.rows();
        for (BatchRow row; source.next(row);)
            cells.append(row.cells);
        CHECK(cells.size() == rows);
        return cells;
    };
    const QList<QStringList> now = listed(2026);
    REQUIRE(now.size() == 2);
    for (const QStringList &row : now) {
        CHECK(row.value(3).isEmpty());
        CHECK(row.value(4).isEmpty());
    }
    CHECK(now.first().first() == county.newPerson(1)["id_number"].toString());
    const QList<QStringList> next = listed(2027);
    REQUIRE(next.size() == 3);
    CHECK(next.last().value(3) == "200.00");
    CHECK(county.number("SELECT count(*) FROM access_trail WHERE kind = 'export' AND subject = "
                        "'contributions.declare_roster'")
          == 2);
    // Who may not take people out of the books gets no list; nor without a village.
    CHECK(county.refused([&] {
        writeFilledTemplate(type, {{"division", village}, {"year", 2026}},
                            folder.filePath("no.xlsx"), *county.office, county.as("sa"));
    }) == QStringList{"DATA_NOT_OPEN"});
    CHECK(county.refused([&] {
        writeFilledTemplate(type, {{"division", village}, {"year", 2026}},
                            folder.filePath("no.xlsx"), *county.office, county.as("tc9"));
    }) == QStringList{"DIVISION_OUTSIDE"});
    CHECK(county
              .refused([&] {
                  writeFilledTemplate(type, {{"year", 2026}}, folder.filePath("no.xlsx"),
                                      *county.office, county.as("tc"));
              })
              .contains("DIVISION_UNKNOWN"));
    CHECK_FALSE(QFile::exists(folder.filePath("no.xlsx")));
}
