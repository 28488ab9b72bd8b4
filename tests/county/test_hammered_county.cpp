// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "county/county.h"
#include "database/error.h"
#include "rooms/rooms.h"
#include <QElapsedTimer>
#include <QMutex>
#include <QRandomGenerator>
#include <catch2/catch.hpp>
#include <thread>

using namespace jubao;
using namespace jubao::test;
using namespace std::chrono_literals;

namespace {

constexpr int records = 10;
constexpr int receiptNumbers = 100;

/** How many desks of whom: those who hand in, and those who decide on what the others handed in. */
struct Crew {
    const char *name;
    int desks;
    bool makes;
};
constexpr Crew crews[]{{"tc", 14, true},  {"en1", 7, true},  {"en2", 7, true},
                       {"tr", 12, false}, {"en3", 5, false}, {"co1", 2, false},
                       {"gl", 1, false},  {"fh", 1, false},  {"dep", 1, false}};

/** What became of what was asked for, by action. */
struct Heard {
    QMutex mutex;
    QStringList answered;
    QStringList refused;
    QMap<QString, int> codes;
    QStringList failures;
    QStringList alarms;
};

/** A program on a PC of the county, and who works there until it is enough. */
class Client {
public:
    Client(const ServedCounty &county, Heard &heard, std::atomic<bool> &enough,
           std::atomic<int> &nextNumber, const Crew &crew, int number)
        : m_heard(heard)
        , m_enough(enough)
        , m_nextNumber(nextNumber)
        , m_crew(crew)
        , m_workstation(QStringLiteral("%1-pc-%2").arg(QLatin1String(crew.name)).arg(number))
        , m_random(quint32(number) + 1)
        , m_witness(county.folder() + QStringLiteral("/../witness-") + m_workstation)
        , m_county(countyOf(CountyFile::load(county.folder() + "/for-desks")))
    {
        signIn();
    }

    void work(const QList<qint64> &persons)
    {
        while (!m_enough) {
            try {
                if (m_crew.makes)
                    handIn(persons.at(m_random.bounded(persons.size())));
                else
                    decideOne();
            } catch (const RefusedError &) {
                continue; // somebody else was first, before an action was asked for
            } catch (const DatabaseError &error) {
                // What only reads does not wait for a server that is away.
                if (error.kind() != DatabaseError::Kind::ServiceSilent
                    && error.kind() != DatabaseError::Kind::ServerGone)
                    throw;
            }
        }
    }
    /** The next morning: what this place has seen is held against the books. */
    void signInAgain()
    {
        m_session.reset();
        m_office.reset();
        signIn();
        const QMutexLocker locker(&m_heard.mutex);
        m_heard.alarms += m_office->alarms();
    }

private:
    void signIn()
    {
        Office::Options options{allRooms(), std::make_shared<SystemClock>(), m_workstation,
                                m_witness};
        options.county = std::make_shared<HubPort>(m_county, m_workstation, 60s);
        m_office = Office::open({}, options);
        const QString name = QString::fromLatin1(m_crew.name);
        m_session = m_office->signIn(name, TestOffice::password(name));
    }

    /** As a clerk does whose program says that nobody answers: the same again. */
    void asked(const std::function<void(const QString &actionId)> &ask)
    {
        const QString id = newActionId();
        for (;;) {
            try {
                ask(id);
                const QMutexLocker locker(&m_heard.mutex);
                m_heard.answered.append(id);
                return;
            } catch (const RefusedError &error) {
                const QMutexLocker locker(&m_heard.mutex);
                m_heard.refused.append(id);
                for (const Refusal &each : error.refusals)
                    ++m_heard.codes[each.code];
                return;
            } catch (const DatabaseError &error) {
                if (error.kind() != DatabaseError::Kind::ServiceSilent)
                    throw;
            }
        }
    }

    void handIn(qint64 person)
    {
        MakeRequest request;
        const int number = m_random.bounded(4) == 0 && m_crew.name == QLatin1String("tc")
            ? m_nextNumber++
            : receiptNumbers + 1;
        if (number <= receiptNumbers) {
            request.type = QStringLiteral("contributions.collect");
            request.payload = {
                {"person", person},
                {"year", officeDate(SystemClock().now()).year()},
                {"amount", 20000},
                {"number", QStringLiteral("A%1").arg(number, 8, 10, QLatin1Char('0'))},
                {"payer", "self"}};
        } else {
            request.type = QStringLiteral("enrollment.change");
            request.payload = {{"person", person},
                               {"phone",
                                QStringLiteral("139%1").arg(m_random.bounded(100'000'000), 8, 10,
                                                            QLatin1Char('0'))}};
            request.evidence = {{QStringLiteral("id_card"), {}, {}}};
        }
        request.reason = QStringLiteral("told at the counter");
        asked([&](const QString &id) {
            request.actionId = id;
            m_office->make(*m_session, request);
        });
    }

    void decideOne()
    {
        const QList<OperationView> waiting = m_office->inbox(*m_session);
        if (waiting.isEmpty()) {
            std::this_thread::sleep_for(100ms);
            return;
        }
        const qint64 operation = waiting.at(m_random.bounded(waiting.size())).id;
        const OperationView view = m_office->view(*m_session, operation);
        Action action;
        action.kind = m_random.bounded(8) == 0 ? ActionKind::Reject : view.waitsForStep;
        action.operation = operation;
        action.revision = view.revision;
        action.reason = QStringLiteral("not so");
        action.evidenceTrue = action.evidenceComplete = action.evidenceValid = true;
        action.seenDigest = view.digest;
        asked([&](const QString &id) {
            action.actionId = id;
            m_office->act(*m_session, action);
        });
    }

    Heard &m_heard;
    std::atomic<bool> &m_enough;
    std::atomic<int> &m_nextNumber;
    const Crew &m_crew;
    QString m_workstation;
    QRandomGenerator m_random;
    QString m_witness;
    HubPort::County m_county;
    std::unique_ptr<Office> m_office;
    std::shared_ptr<Session> m_session;
};

qint64 numberOf(Office &office, const QString &sql)
{
    Query query = office.database().prepare(sql);
    return query.next() ? query.integer(0) : -1;
}

void checkBooks(ServedCounty &county, Heard &heard)
{
    const auto office = county.opened();
    office->signIn("au", TestOffice::password("au"));
    QHash<QString, int> entries;
    Query journal = office->database().prepare(
        "SELECT action FROM journal WHERE kind <> 'posted' AND operation <> 0");
    while (journal.next())
        ++entries[journal.text(0)];
    QStringList lost;
    QStringList doubled;
    for (const QString &id : std::as_const(heard.answered)) {
        if (entries.value(id) == 0)
            lost.append(id);
    }
    for (auto it = entries.constBegin(); it != entries.constEnd(); ++it) {
        if (it.value() > 1)
            doubled.append(it.key());
    }
    CHECK(lost == QStringList());
    CHECK(doubled == QStringList());
    QStringList enteredAllTheSame;
    for (const QString &id : std::as_const(heard.refused)) {
        if (entries.contains(id))
            enteredAllTheSame.append(id);
    }
    CHECK(enteredAllTheSame == QStringList());
    CHECK(numberOf(*office,
                   "SELECT count(*) FROM (SELECT operation FROM journal WHERE kind = 'posted' "
                   "GROUP BY operation HAVING count(*) > 1) twice")
          == 0);
    CHECK(numberOf(*office,
                   "SELECT count(*) FROM (SELECT number FROM receipt GROUP BY number HAVING "
                   "count(*) > 1) twice")
          == 0);
    const std::shared_ptr<const TypeRegistry> registry = allRooms();
    for (const Tie *tie : registry->ties()) {
        INFO(tie->id.toStdString() << ' ' << tie->title.toStdString());
        CHECK(tie->breaks(office->reader()).isEmpty());
    }
    WARN("entries of actions: " << entries.size() << ", posted: "
                                << numberOf(*office,
                                            "SELECT count(*) FROM journal WHERE kind = 'posted'"));
}

} // namespace

/** Two minutes with JUBAO_TEST_SCALE=10. */
TEST_CASE("Fifty desks hammer ten records while service and server are killed")
{
    QList<qint64> persons;
    ServedCounty county([&](TestOffice &office) {
        for (int i = 0; i < records; ++i)
            persons.append(office.enrol(10 + i));
        office.issueNumbers("tc", "A");
    });
    county.start();
    Heard heard;
    std::atomic<bool> enough = false;
    std::atomic<int> nextNumber = 1;
    std::vector<std::unique_ptr<Client>> clients;
    for (const Crew &crew : crews) {
        for (int i = 0; i < crew.desks; ++i)
            clients.push_back(std::make_unique<Client>(county, heard, enough, nextNumber, crew,
                                                       int(clients.size())));
    }
    REQUIRE(clients.size() == 50);
    std::vector<std::jthread> threads;
    threads.reserve(clients.size());
    for (const std::unique_ptr<Client> &client : clients)
        threads.emplace_back([&heard, &persons, &client] {
            try {
                client->work(persons);
            } catch (const std::exception &error) {
                const QMutexLocker locker(&heard.mutex);
                heard.failures.append(QString::fromUtf8(error.what()));
            }
        });

    const int scale = std::max(1, qEnvironmentVariableIntValue("JUBAO_TEST_SCALE"));
    const std::chrono::milliseconds whole = 12s * scale;
    QElapsedTimer running;
    running.start();
    int kills = 0;
    while (running.elapsed() < whole.count()) {
        std::this_thread::sleep_for(2500ms);
        if (kills % 3 != 1)
            county.service->kill();
        if (kills % 3 != 0)
            county.server.killAndStart();
        if (kills % 3 != 1)
            county.start();
        ++kills;
    }
    enough = true;
    threads.clear();
    CHECK(heard.failures == QStringList());
    CHECK(kills >= 3);
    CHECK(heard.answered.size() > 5 * kills);
    // They did get into each other's way.
    CHECK(heard.codes["OTHER_OPERATION_OPEN"] > kills);
    CHECK(heard.codes["NOT_IN_THIS_STATE"] > 0);
    WARN("answered: " << heard.answered.size() << ", refused: " << heard.refused.size()
                      << ", kills: " << kills);
    for (const std::unique_ptr<Client> &client : clients)
        client->signInAgain();
    CHECK(heard.alarms == QStringList());
    clients.clear();
    CHECK(county.service->terminate() == 0);
    checkBooks(county, heard);
    CHECK(county.isWhole());
}
