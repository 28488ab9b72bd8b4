// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench_county.h"
#include "bench_figures.h"
#include "bench_office.h"
#include "command.h"
#include "database/bare.h"
#include "database/migrations.h"
#include "demo_people.h"
#include "enrollment/domain/person_search.h"
#include "operations/verify.h"
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <algorithm>
#include <sys/resource.h>
#include <thread>

namespace jubao::ctl {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

class Bench {
public:
    Bench(std::shared_ptr<const TypeRegistry> registry, int persons)
        : m_persons(persons)
        , m_office(std::move(registry), smallOffice)
    {
    }

    QList<Figure> takeOver();
    QList<Figure> operation();
    QList<Figure> search();
    QList<Figure> opening();
    QList<Figure> verify();
    QList<Figure> memory();

private:
    static constexpr int smallOffice = 60;

    void fill();
    qint64 hashMicros(const QString &name) const;

    int m_persons;
    BenchOffice m_office;
    bool m_filled = false;
};

/** An office with all persons taken over, for what is measured on a full one. */
void Bench::fill()
{
    if (m_filled)
        return;
    const QString file = m_office.openingFile(m_persons);
    m_office.openCopy();
    m_office.takeOver(file);
    m_filled = true;
}

QList<Figure> Bench::takeOver()
{
    constexpr int manyPersons = 100'000;
    const int repetitions = m_persons < manyPersons ? 3 : 1;
    const QString file = m_office.openingFile(m_persons);
    const QStringList tables{QStringLiteral("staging_row"), QStringLiteral("operation_subject"),
                             QStringLiteral("person"), QStringLiteral("account"),
                             QStringLiteral("account_entry")};
    QList<qint64> ours;
    QList<qint64> bareTimes;
    for (int i = 0; i < repetitions; ++i) {
        Office &office = m_office.openCopy();
        for (const char *name : {"en2", "en3", "fh", "au", "dir"})
            m_office.as(QString::fromLatin1(name));
        const Stopwatch watch;
        m_office.takeOver(file);
        ours.append(watch.micros());
        bareTimes.append(bare::insertAll(office.database(), tables,
                                         m_office.path(QStringLiteral("bare-%1").arg(i))));
    }
    m_filled = true;
    return {{QStringLiteral("take_over"), median(ours), median(bareTimes), 2500}};
}

QList<Figure> Bench::operation()
{
    constexpr int operations = 200;
    m_office.openCopy();
    m_filled = false;
    QList<QJsonObject> people;
    for (int i = 0; i < operations; ++i)
        people.append(m_office.newcomer(QStringLiteral("411024100")));
    for (const char *name : {"tc1", "tr1", "dep"})
        m_office.as(QString::fromLatin1(name));
    // Make, recheck, approve: three durable transactions; the posting has a fourth signature.
    constexpr int transactions = 3;
    constexpr int signatures = 4;
    bare::DurableTransactions bareFile(m_office.path(QStringLiteral("bare-transactions")));
    Signer &signer = m_office.as(QStringLiteral("dep")).signer();
    QList<qint64> ours;
    QList<qint64> yardsticks;
    for (const QJsonObject &person : std::as_const(people)) {
        MakeRequest request;
        request.type = QStringLiteral("enrollment.register");
        request.payload = person;
        request.reason = QStringLiteral("bench");
        request.evidence = {{QStringLiteral("id_card"), {}, {}},
                            {QStringLiteral("household_register"), {}, {}}};
        const Stopwatch watch;
        const qint64 made = m_office.make(QStringLiteral("tc1"), request);
        m_office.decide(QStringLiteral("tr1"), ActionKind::Recheck, made);
        m_office.decide(QStringLiteral("dep"), ActionKind::Approve, made);
        ours.append(watch.micros());
        // Turn about, so that whatever else the computer does weighs on both.
        const Stopwatch bareWatch;
        for (int n = 0; n < transactions; ++n)
            bareFile.run();
        for (int n = 0; n < signatures; ++n)
            signer.sign(QByteArray(600, char('a' + n)));
        yardsticks.append(bareWatch.micros());
    }
    return {
        {QStringLiteral("operation_p50"), median(ours), median(yardsticks), 2000},
        {QStringLiteral("operation_p99"), at(ours, nearlyAll), at(yardsticks, nearlyAll), 2000}};
}

QList<Figure> Bench::search()
{
    fill();
    constexpr int asked = 300;
    const Reader reader = m_office.office().reader();
    Query rows = reader.query(
        QStringLiteral("SELECT id_number, id_last_four, name, pinyin FROM person ORDER BY id"));
    const qint64 step = std::max(1, m_persons / asked);
    QMap<QString, QStringList> texts;
    for (qint64 i = 0; rows.next(); ++i) {
        if (i % step != 0)
            continue;
        texts[QStringLiteral("id_number")].append(rows.text(0));
        texts[QStringLiteral("last_four")].append(rows.text(1));
        texts[QStringLiteral("name")].append(rows.text(2).left(2));
        texts[QStringLiteral("pinyin")].append(rows.text(3).left(2));
    }
    return searchFigures(reader, texts, QStringLiteral("search_"));
}

qint64 Bench::hashMicros(const QString &name) const
{
    const SlotFile slots_ = SlotFile::load(m_office.folder() + QStringLiteral("/office.slots"));
    const std::optional<Slot> slot = slots_.slot(name);
    const Stopwatch watch;
    if (!slot || !openSlot(*slot, m_office.passwordOf(name)))
        throw std::runtime_error("the slot does not open");
    return watch.micros();
}

QList<Figure> Bench::opening()
{
    fill();
    constexpr int repetitions = 5;
    QList<qint64> times;
    m_office.close();
    for (int i = 0; i < repetitions; ++i) {
        const qint64 hash = hashMicros(QStringLiteral("en3"));
        const Stopwatch watch;
        m_office.open();
        m_office.as(QStringLiteral("en3"));
        times.append(std::max<qint64>(0, watch.micros() - hash));
        m_office.close();
    }
    m_office.open();
    return {{QStringLiteral("opening"), median(times), million, 1000}};
}

/** Only the signatures of all entries, on all cores: what no verification can do without. */
qint64 bareSignatureChecks(Office &office)
{
    struct Signed {
        QByteArray content;
        QByteArray signature;
        QString key;
    };
    QMap<qint64, QString> keys;
    Query open =
        office.database().prepare(QStringLiteral("SELECT operator, public_key FROM operator_key"));
    while (open.next())
        keys.insert(open.integer(0), open.text(1));
    QList<Signed> entries;
    Query rows = office.database().prepare(Journal::selectSql() + QStringLiteral("ORDER BY seq"));
    while (rows.next()) {
        const JournalEntry entry = Journal::fromRow(rows);
        entries.append({entry.canonical(), QByteArray::fromHex(entry.signature.toLatin1()),
                        keys.value(entry.operatorId)});
    }
    const Stopwatch watch;
    const qsizetype threads = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::thread> pool;
    for (qsizetype i = 0; i < threads; ++i) {
        pool.emplace_back([&entries, i, threads] {
            SignatureCheckers checkers;
            for (qsizetype n = i; n < entries.size(); n += threads)
                checkers.check(entries.at(n).key, entries.at(n).content, entries.at(n).signature);
        });
    }
    for (std::thread &thread : pool)
        thread.join();
    return watch.micros();
}

QList<Figure> Bench::verify()
{
    constexpr int repetitions = 3;
    Office &office = m_office.openCopy();
    m_filled = false;
    m_office.as(QStringLiteral("au"));
    QList<qint64> ours;
    QList<qint64> bareTimes;
    for (int i = 0; i < repetitions; ++i) {
        const Stopwatch watch;
        const VerifyReport report = verifyOffice(office.database(), office.catalogue(),
                                                 Migrations::shipped(), office.registry(), {});
        ours.append(watch.micros());
        if (!report.violations.isEmpty())
            throw std::runtime_error(report.violations.first().text.toStdString());
        bareTimes.append(bareSignatureChecks(office));
    }
    return {{QStringLiteral("verify"), median(ours), median(bareTimes), 1500}};
}

/** The import and the posting as programs of their own; the largest that any of them became. */
QList<Figure> Bench::memory()
{
    const QString file = m_office.openingFile(m_persons);
    m_office.openCopy();
    m_filled = false;
    m_office.close();
    const auto run = [this](const QString &name, const QStringList &arguments) {
        QFile secret(m_office.path(name + QStringLiteral(".password")));
        if (!secret.open(QIODevice::WriteOnly))
            throw std::runtime_error(secret.errorString().toStdString());
        secret.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        secret.write(m_office.passwordOf(name).toUtf8());
        secret.close();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_STATE_HOME"),
                           m_office.path(QStringLiteral("state")));
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(),
                      QStringList(arguments)
                          << QStringLiteral("--office") << m_office.folder()
                          << QStringLiteral("--as") << name << QStringLiteral("--password-file")
                          << secret.fileName() << QStringLiteral("--json"));
        process.waitForFinished(-1);
        if (process.exitCode() != 0)
            throw std::runtime_error(process.readAllStandardOutput().toStdString()
                                     + process.readAllStandardError().toStdString());
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    };
    const QJsonObject made = run(QStringLiteral("en2"),
                                 {QStringLiteral("import"), QStringLiteral("enrollment.take_over"),
                                  file, QStringLiteral("--reason"), QStringLiteral("bench")});
    const QString operation = QString::number(made[u"operation"].toInteger());
    const std::pair<const char *, const char *> route[]{
        {"en3", "--recheck"}, {"fh", "--review"}, {"au", "--joint"}, {"dir", "--approve"}};
    for (const auto &[name, step] : route)
        run(QString::fromLatin1(name),
            {QStringLiteral("decide"), operation, QString::fromLatin1(step),
             QStringLiteral("--evidence-checked")});
    rusage usage = {};
    getrusage(RUSAGE_CHILDREN, &usage);
    constexpr qint64 allowedKib = 400LL * 1024;
    return {{QStringLiteral("take_over_memory"), usage.ru_maxrss, allowedKib, 1000, "KiB"}};
}

/** The figures that were asked for, all where none was. */
template <typename Measures> using Parts = QList<std::pair<QString, QList<Figure> (Measures::*)()>>;

template <typename Measures>
Answer measured(const Call &call, const std::function<std::unique_ptr<Measures>()> &begin,
                const Parts<Measures> &parts)
{
    const QStringList wanted = call.arguments();
    for (const QString &name : wanted) {
        const bool known = std::any_of(parts.begin(), parts.end(),
                                       [&name](const auto &part) { return part.first == name; });
        if (!known)
            throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "There is no figure “%1”.")).arg(name));
    }
    const std::unique_ptr<Measures> bench = begin();
    Answer answer;
    QJsonArray list;
    for (const auto &[name, part] : parts) {
        if (!wanted.isEmpty() && !wanted.contains(name))
            continue;
        const QList<Figure> figures = ((*bench).*part)();
        for (const Figure &figure : figures) {
            list.append(json(figure));
            answer.lines.append(line(figure));
        }
    }
    answer.json = list;
    return answer;
}

} // namespace

Answer benchCommand(Call &call)
{
    constexpr int usualPersons = 20'000;
    constexpr qint64 usualSeconds = 60;
    const int persons = int(call.number("persons", usualPersons, mostPersons));
    if (!call.has("county"))
        return measured<Bench>(call,
                               [&] { return std::make_unique<Bench>(call.registry(), persons); },
                               {{QStringLiteral("memory"), &Bench::memory},
                                {QStringLiteral("take_over"), &Bench::takeOver},
                                {QStringLiteral("search"), &Bench::search},
                                {QStringLiteral("opening"), &Bench::opening},
                                {QStringLiteral("operation"), &Bench::operation},
                                {QStringLiteral("verify"), &Bench::verify}});
    std::optional<CountyFile> place;
    if (call.has("host"))
        place = placeAsked(call);
    const std::chrono::seconds seconds(call.number("seconds", usualSeconds));
    return measured<CountyBench>(
        call,
        [&] { return std::make_unique<CountyBench>(call.registry(), place, persons, seconds); },
        {{QStringLiteral("take_over"), &CountyBench::takeOver},
         {QStringLiteral("posted"), &CountyBench::posted},
         {QStringLiteral("full_load"), &CountyBench::fullLoad},
         {QStringLiteral("search"), &CountyBench::search},
         {QStringLiteral("memory"), &CountyBench::memory}});
}

} // namespace jubao::ctl
