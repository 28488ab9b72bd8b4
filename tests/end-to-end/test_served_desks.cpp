// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "county/county.h"
#include "support/cable.h"
#include "support/desk_window.h"
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <catch2/catch.hpp>
#include <thread>

using namespace jubao;
using namespace jubao::test;
using namespace std::chrono_literals;

namespace {

constexpr int newcomer = 31; ///< one of whom the county's office knows nothing when it moves

/** A PC that has nothing but the county's file. */
std::unique_ptr<Office> deskOf(const ServedCounty &county, const QString &workstation,
                               const Cable *cable = nullptr)
{
    constexpr std::chrono::seconds patience(60);
    HubPort::County place = countyOf(CountyFile::load(county.folder() + "/for-desks"));
    if (cable)
        place.server = cable->address();
    Office::Options options{county.office->registry, std::make_shared<SystemClock>(), workstation,
                            county.credentials.filePath(workstation)};
    options.county = std::make_shared<HubPort>(place, workstation, patience);
    return Office::open({}, options);
}

/** The test's own look at the books. */
class Books {
public:
    explicit Books(const ServedCounty &county) : m_office(county.opened())
    {
        m_office->signIn("au", TestOffice::password("au"));
    }

    qint64 number(const QString &sql) const
    {
        Query row = m_office->database().prepare(sql);
        return row.next() ? row.integer(0) : -1;
    }
    qint64 in(const QString &state, const QString &type) const
    {
        return number(
            QStringLiteral("SELECT count(*) FROM operation WHERE state = '%1' AND type = '%2'")
                .arg(state, type));
    }

private:
    std::unique_ptr<Office> m_office;
};

} // namespace

TEST_CASE("Desks of three posts carry an enrolment, a collection and a day close through together "
          "[CON-15] [SEC-13]")
{
    dress(Theme::Face::Light);
    ServedCounty county([](TestOffice &office) { office.issueNumbers("tc", "A"); });
    county.start();
    const Books books(county);
    const qint64 enrolled = books.in("posted", "enrollment.register");
    DeskWindow clerk(deskOf(county, "pc-counter"), "tc");
    DeskWindow checker(deskOf(county, "pc-recheck"), "tr");
    DeskWindow head(deskOf(county, "pc-head"), "dep");

    clerk.handIn("enrollment.register", county.office->newPerson(newcomer),
                 {"id_card", "household_register"}, false);
    CHECK(books.in("in_review", "enrollment.register") == 1);
    shot(*clerk.window, "county-form");
    checker.decideFirst("county-recheck");
    head.decideFirst("county-approve");
    INFO(checker.told.toStdString() << " / " << head.told.toStdString());
    REQUIRE(books.in("posted", "enrollment.register") == enrolled + 1);

    const QString number = county.office->newPerson(newcomer)["id_number"].toString();
    activate(*clerk.window);
    clerk.window->showModulePage("contributions.counter");
    QTest::qWait(20);
    clerk.hands.type(number.right(4));
    clerk.hands.press(Qt::Key_Return);
    QTest::qWait(20);
    CHECK(clerk.window->findChild<QLabel *>("counter_name")->text()
          == TestOffice::personName(newcomer));
    clerk.hands.type("1");
    clerk.hands.press(Qt::Key_Return);
    clerk.hands.type("500");
    clerk.hands.press(Qt::Key_Return);
    shot(*clerk.window, "county-counter");
    inNextDialog([](QDialog &receipt) { QTest::keyClick(&receipt, Qt::Key_Escape); });
    clerk.hands.press(Qt::Key_Return);
    CHECK(books.number("SELECT count(*) FROM receipt WHERE number = 'A00000001'") == 1);
    checker.decideFirst("county-collection");
    CHECK(books.in("posted", "contributions.collect") == 1);
    CHECK(books.number("SELECT count(*) FROM account_entry") == 1);

    clerk.handIn("contributions.day_close",
                 {{"operator", books.number("SELECT id FROM operator_account WHERE name = 'tc'")},
                  {"day", officeDate(SystemClock().now()).toString(Qt::ISODate)},
                  {"counted", 20000},
                  {"deposit_slip", "B-7"}},
                 {}, true);
    checker.decideFirst("county-day-close");
    CHECK(books.in("posted", "contributions.day_close") == 1);

    // A record opens whole for who may reveal it, with a line.
    activate(*clerk.window);
    clerk.window->showPerson(books.number("SELECT max(id) FROM person"));
    CHECK(clerk.window->findChild<QLabel *>("record_0")->text().contains("****"));
    clerk.window->findChild<QPushButton *>("reveal")->click();
    CHECK(clerk.window->findChild<QLabel *>("record_0")->text() == number);
    CHECK(books.number("SELECT count(*) FROM access_trail WHERE kind = 'reveal'") == 1);

    // Each entry says at which PC it was asked for, and the whole can be proved.
    CHECK(books.number("SELECT count(*) FROM journal WHERE workstation = 'pc-counter' AND kind = "
                       "'make'")
          == 3);
    CHECK(books.number("SELECT count(*) FROM journal WHERE workstation = 'pc-recheck' AND kind = "
                       "'recheck'")
          == 3);
    CHECK(county.isWhole());
}

TEST_CASE("A cable that is pulled while somebody approves loses nothing and doubles nothing")
{
    dress(Theme::Face::Light);
    ServedCounty county;
    county.start();
    const Books books(county);
    Cable cable(countyOf(CountyFile::load(county.folder() + "/for-desks")).server);
    DeskWindow clerk(deskOf(county, "pc-counter"), "tc");
    DeskWindow checker(deskOf(county, "pc-recheck"), "tr");
    DeskWindow head(deskOf(county, "pc-head", &cable), "dep");
    // Pulled before the signature; and cut behind each of the packets that it takes, so that no
    // answer comes back.
    constexpr int rounds = 4;
    bool lived = false; // while the answer was waited for
    for (int round = 0; round < rounds; ++round) {
        CAPTURE(round);
        clerk.handIn("enrollment.register", county.office->newPerson(newcomer + round),
                     {"id_card", "household_register"}, false);
        checker.decideFirst("county-recheck");
        const qint64 posted = books.in("posted", "enrollment.register");
        std::jthread plugs;
        head.decideFirst("county-approve", [&] {
            if (round == 0)
                cable.pull();
            else
                cable.cutAfter(round);
            QTimer::singleShot(500, head.window.get(), [&] { lived = lived || cable.isPulled(); });
            plugs = std::jthread([&cable] {
                std::this_thread::sleep_for(1500ms);
                cable.plug();
            });
        });
        plugs.join();
        INFO(head.told.toStdString());
        CHECK(lived);
        CHECK(books.in("posted", "enrollment.register") == posted + 1);
        CHECK(books.number("SELECT count(*) FROM journal WHERE kind = 'approve' AND workstation = "
                           "'pc-head'")
              == round + 1);
    }
    CHECK(county.isWhole());
}
