// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench_county.h"

#include "database/bare_server.h"
#include "database/reading_roles.h"
#include "enrollment/domain/person_search.h"
#include "hub/hub_port.h"
#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <malloc.h>
#include <thread>

namespace jubao::ctl {

namespace {

constexpr qint64 kibAllowed = 400LL * 1024; ///< for the service, as for whoever takes over

/** A number of kibibytes that the system says of a program; 0 where it does not. */
qint64 kibOf(const QString &file, const QByteArray &what)
{
    QFile status(file);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &each : lines) {
        if (each.startsWith(what + ':'))
            return each.mid(what.size() + 1).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

} // namespace

/** One PC: an office without a folder, over lines of its own. */
struct CountyBench::Desk {
    std::unique_ptr<Office> office;
    std::shared_ptr<Session> clerk;
    std::shared_ptr<Session> checker;
    std::shared_ptr<Session> approver;
    qsizetype team = 0;
};

const QList<CountyBench::Team> &CountyBench::teams()
{
    static const QList<Team> list{{"tc1", "tr1", "411024100"},
                                  {"tc2", "tr2", "411024101"},
                                  {"tc3", "en3", "411024102"},
                                  {"en1", "en2", "411024100"}};
    return list;
}

CountyBench::CountyBench(std::shared_ptr<const TypeRegistry> registry,
                         const std::optional<CountyFile> &place, int persons,
                         std::chrono::seconds seconds)
    : m_registry(std::move(registry))
    , m_own(place ? nullptr : std::make_unique<BenchServer>())
    , m_place(place ? *place : m_own->place())
    , m_persons(persons)
    , m_seconds(seconds)
    , m_office(m_registry, 60)
    , m_next(size_t(teams().size()))
{
    move();
}

CountyBench::~CountyBench()
{
    m_desks.clear();
    m_office.close();
    stopHub();
    if (m_own || !m_key)
        return;
    try {
        bare::removeBooks(books());
    } catch (const std::exception &error) {
        qWarning("the bench's books stay on the server: %s", error.what());
    }
}

void CountyBench::move()
{
    Office &office = m_office.openCopy();
    m_key = office.makeRegistrarKey(m_office.as(QStringLiteral("sa")));
    MakeRequest opening;
    opening.type = QStringLiteral("system.registrar_key");
    opening.payload = {
        {"action", "open"}, {"name", "bench"}, {"public_key", m_key->publicKeyHex()}};
    const qint64 operation = m_office.make(QStringLiteral("sa"), opening);
    m_office.decide(QStringLiteral("dir"), ActionKind::Approve, operation);
    m_office.close();
    const auto with = [this](const char *name) {
        const QString known = QString::fromLatin1(name);
        return Office::Credentials{known, m_office.passwordOf(known)};
    };
    Office::moveToServer(m_office.folder(), m_place, {with("sa"), with("se")}, m_office.options());
    m_place = CountyFile::load(m_office.folder());
}

void CountyBench::fill()
{
    if (m_takeOver != 0)
        return;
    const QString file = m_office.openingFile(m_persons);
    m_office.open();
    for (const char *name : {"en2", "en3", "fh", "au", "dir"})
        m_office.as(QString::fromLatin1(name));
    const Stopwatch watch;
    m_office.takeOver(file);
    m_takeOver = watch.micros();
    prepareNewcomers();
    m_office.close();
}

/** As many as all loads may need: nobody waits for the bench while it measures. */
void CountyBench::prepareNewcomers()
{
    constexpr int mostPerSecond = 60; ///< of one team, at full load
    const qint64 wanted = mostPerSecond * m_seconds.count() + thousand;
    const Reader reader = m_office.office().reader();
    for (const Team &team : teams()) {
        QList<QJsonObject> people;
        while (people.size() < wanted) {
            const QJsonObject person = m_office.newcomer(QLatin1String(team.township));
            if (!reader.row(QStringLiteral("person"), QStringLiteral("id_number"),
                            person[u"id_number"].toString()))
                people.append(person);
        }
        m_newcomers.append(people);
    }
}

QList<Figure> CountyBench::takeOver()
{
    fill();
    const QStringList tables{QStringLiteral("staging_row"), QStringLiteral("operation_subject"),
                             QStringLiteral("person"), QStringLiteral("account"),
                             QStringLiteral("account_entry")};
    const qint64 copied =
        bare::copyAll(books(), tables, m_place.schema + QStringLiteral("_beside"));
    return {{QStringLiteral("county_take_over"), m_takeOver, copied, 3000}};
}

void CountyBench::serve()
{
    fill();
    if (m_hub.state() == QProcess::NotRunning)
        startHub();
}

void CountyBench::startHub()
{
    QFile credential(m_credentials.filePath(QStringLiteral("registrar-key")));
    if (!credential.open(QIODevice::WriteOnly))
        throw std::runtime_error(credential.errorString().toStdString());
    credential.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    credential.write(m_key->privateScalar().toHex());
    credential.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CREDENTIALS_DIRECTORY"), m_credentials.path());
    environment.insert(QStringLiteral("XDG_STATE_HOME"), m_office.path(QStringLiteral("state")));
    m_hub.setProcessEnvironment(environment);
    m_hub.setProcessChannelMode(QProcess::MergedChannels);
    m_hub.start(QCoreApplication::applicationDirPath() + QStringLiteral("/jubao-hub"),
                {QStringLiteral("serve"), QStringLiteral("--office"), m_office.folder()});
    constexpr int patienceMs = 60'000;
    QByteArray said;
    while (!said.contains("serving the office")) {
        if (!m_hub.waitForReadyRead(patienceMs))
            throw std::runtime_error("jubao-hub does not serve: " + said.toStdString()
                                     + m_hub.errorString().toStdString());
        said += m_hub.readAll();
    }
}

void CountyBench::stopHub()
{
    if (m_hub.state() == QProcess::NotRunning)
        return;
    m_hub.terminate();
    m_hub.waitForFinished();
}

std::unique_ptr<CountyBench::Desk> CountyBench::connectedDesk(int number)
{
    CountyFile file = m_place;
    file.local.reset();
    const QString workstation = QStringLiteral("pc-%1").arg(number);
    Office::Options options = m_office.options();
    options.workstation = workstation;
    options.witnessFolder = m_office.path(workstation);
    options.county = std::make_shared<HubPort>(countyOf(file), workstation);
    auto desk = std::make_unique<Desk>();
    desk->team = number % teams().size();
    const Team &team = teams().at(desk->team);
    desk->office = Office::open({}, options);
    const auto signIn = [&](const char *name) {
        const QString known = QString::fromLatin1(name);
        return desk->office->signIn(known, m_office.passwordOf(known));
    };
    desk->clerk = signIn(team.clerk);
    desk->checker = signIn(team.checker);
    desk->approver = signIn("dep");
    desk->office->listen([] {}); // as a window does that shows the inbox
    return desk;
}

void CountyBench::connectDesks(int count)
{
    serve();
    const qsizetype first = qsizetype(m_desks.size());
    if (first >= count)
        return;
    const QString own = QStringLiteral("/proc/self/status");
    malloc_trim(0);
    const qint64 before = kibOf(own, "VmRSS");
    while (qsizetype(m_desks.size()) < count)
        m_desks.push_back(connectedDesk(int(m_desks.size())));
    malloc_trim(0);
    m_deskKib = std::max<qint64>(1, (kibOf(own, "VmRSS") - before) / (count - first));
}

void CountyBench::handInOne(Desk &desk)
{
    const QList<QJsonObject> &people = m_newcomers.at(desk.team);
    const int place = m_next[size_t(desk.team)]++;
    if (place >= people.size())
        throw std::runtime_error("more was posted than the bench has people for");
    MakeRequest request;
    request.type = QStringLiteral("enrollment.register");
    request.payload = people.at(place);
    request.reason = QStringLiteral("bench");
    request.evidence = {{QStringLiteral("id_card"), {}, {}},
                        {QStringLiteral("household_register"), {}, {}}};
    const qint64 made = desk.office->make(*desk.clerk, request).operation;
    BenchOffice::decide(*desk.office, *desk.checker, ActionKind::Recheck, made);
    BenchOffice::decide(*desk.office, *desk.approver, ActionKind::Approve, made);
}

QList<qint64> CountyBench::load(int desks, std::chrono::milliseconds pause)
{
    using Clock = std::chrono::steady_clock;
    connectDesks(desks);
    std::vector<QList<qint64>> times(static_cast<size_t>(desks));
    std::vector<std::exception_ptr> failed(static_cast<size_t>(desks));
    const Clock::time_point end = Clock::now() + m_seconds;
    const auto work = [&](size_t desk) {
        QRandomGenerator random(quint32(desk) + 1);
        const int most = int(pause.count());
        const auto drawn = [&](int least) {
            return std::chrono::milliseconds(most == 0 ? 0 : least + random.bounded(most));
        };
        Clock::time_point next = Clock::now() + drawn(0);
        while (next < end) {
            std::this_thread::sleep_until(next);
            const Stopwatch watch;
            handInOne(*m_desks[desk]);
            times[desk].append(watch.micros());
            next = std::max(Clock::now(), next + drawn(most / 2)); // a late one is not made up for
        }
    };
    {
        std::vector<std::jthread> threads;
        for (size_t desk = 0; desk < size_t(desks); ++desk)
            threads.emplace_back([&, desk] {
                try {
                    work(desk);
                } catch (...) {
                    failed[desk] = std::current_exception();
                }
            });
    }
    QList<qint64> all;
    for (size_t desk = 0; desk < size_t(desks); ++desk) {
        if (failed[desk])
            std::rethrow_exception(failed[desk]);
        all += times[desk];
    }
    if (all.isEmpty())
        throw std::runtime_error("the load was kept up for too short a time");
    return all;
}

QList<Figure> CountyBench::posted()
{
    // Three hundred forms in eight hours, twenty times as fast; of a single desk one each half
    // second, so that there is enough to measure.
    constexpr int workdayMs = 8 * 3600 * 1000;
    constexpr int formsADay = 300;
    constexpr int faster = 20;
    constexpr int paceMs = workdayMs / formsADay / faster;
    constexpr int half = 500;
    constexpr qint64 patience = 250 * thousand;
    QList<Figure> figures;
    for (const int desks : {1, 10, 50}) {
        const QList<qint64> times =
            load(desks, std::chrono::milliseconds(std::min(paceMs, desks * half)));
        const QString name = QStringLiteral("posted_%1_desks_").arg(desks);
        figures.append({name + QStringLiteral("p50"), median(times), patience, 1000});
        figures.append({name + QStringLiteral("p99"), at(times, nearlyAll), patience, 1000});
    }
    return figures;
}

/** What the service cannot do without for one registration: three actions, whose signatures it
 * checks, four entries that it signs, three commits. */
qint64 CountyBench::boundMicros()
{
    constexpr int rounds = 200;
    constexpr int actions = 3;
    constexpr int entries = 4;
    constexpr qsizetype likeAnEntry = 600;
    bare::ServerTransactions server(books(), m_place.schema + QStringLiteral("_beside"));
    SignatureChecker checker(m_key->publicKeyHex());
    QList<qint64> times;
    for (int round = 0; round < rounds; ++round) {
        const QByteArray content(likeAnEntry, char('a' + round % 26));
        const QByteArray signature = m_key->sign(content);
        const Stopwatch watch;
        for (int n = 0; n < actions; ++n) {
            checker.check(content, signature);
            server.run();
        }
        for (int n = 0; n < entries; ++n)
            m_key->sign(content);
        times.append(watch.micros());
    }
    return median(times);
}

QList<Figure> CountyBench::fullLoad()
{
    constexpr int desks = 10;
    connectDesks(desks);
    const Stopwatch watch;
    const qsizetype count = load(desks, std::chrono::milliseconds(0)).size();
    return {{QStringLiteral("posted_full_load"), watch.micros() / count, boundMicros(), 2000}};
}

QMap<QString, QStringList> CountyBench::searched()
{
    constexpr int asked = 300;
    QMap<QString, QStringList> texts;
    m_office.open();
    m_office.as(QStringLiteral("au"));
    Query rows = m_office.office().reader().query(
        QStringLiteral("SELECT id_number, id_last_four, name, pinyin FROM person WHERE division "
                       ">= '411024100' AND division < '411024101' ORDER BY id LIMIT %1")
            .arg(asked));
    while (rows.next()) {
        texts[QStringLiteral("id_number")].append(rows.text(0));
        texts[QStringLiteral("last_four")].append(rows.text(1));
        texts[QStringLiteral("name")].append(rows.text(2).left(2));
        texts[QStringLiteral("pinyin")].append(rows.text(3).left(2));
    }
    m_office.close();
    return texts;
}

QList<Figure> CountyBench::search()
{
    connectDesks(1);
    const QMap<QString, QStringList> texts = searched();
    QList<Figure> figures =
        searchFigures(m_desks.front()->office->reader(), texts, QStringLiteral("desk_search_"));
    // The service gives its reading roles new passwords at each start, as is done here.
    stopHub();
    m_office.open();
    m_office.as(QStringLiteral("au"));
    Office &office = m_office.office();
    ReadingRoles roles(books(), office.catalogue(),
                       {{QStringLiteral("access_trail"), QStringLiteral("access_trail_head")}, {}});
    const auto direct = office.booksAs(roles.townships({QStringLiteral("411024100")}), {});
    figures += searchFigures(Reader(*direct, office.catalogue(), officeDate(SystemClock().now())),
                             texts, QStringLiteral("role_search_"));
    m_office.close();
    return figures;
}

qint64 CountyBench::hubKib(const QByteArray &what) const
{
    return kibOf(QStringLiteral("/proc/%1/status").arg(m_hub.processId()), what);
}

/** What the server keeps for each line of a desk, beside a connection that was used once. Nothing
 * where the server is another computer or its programs may not be looked at. */
QList<Figure> CountyBench::memoryAtServer()
{
    const auto kib = [](qint64 process) {
        return kibOf(QStringLiteral("/proc/%1/smaps_rollup").arg(process), "Private_Dirty");
    };
    QList<Figure> figures;
    bare::lookAtProcesses(books(), [&](qint64 bare, const QList<qint64> &lines) {
        qint64 all = 0;
        for (const qint64 each : lines)
            all += kib(each);
        if (all > 0 && kib(bare) > 0)
            figures.append(
                {QStringLiteral("server_per_line"), all / lines.size(), kib(bare), 2000, "KiB"});
    });
    return figures;
}

QList<Figure> CountyBench::memory()
{
    constexpr int desks = 50;
    constexpr qint64 deskAllowed = 8LL * 1024;
    connectDesks(desks);
    for (const std::unique_ptr<Desk> &desk : m_desks)
        handInOne(*desk);
    QList<Figure> figures{{QStringLiteral("hub_memory"), hubKib("VmHWM"), kibAllowed, 1000, "KiB"},
                          {QStringLiteral("desk_memory"), m_deskKib, deskAllowed, 1000, "KiB"}};
    return figures + memoryAtServer();
}

} // namespace jubao::ctl
