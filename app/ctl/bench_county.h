// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bench_figures.h"
#include "bench_office.h"
#include "bench_server.h"
#include <QProcess>
#include <atomic>
#include <chrono>

namespace jubao::ctl {

/**
 * A county on its server: the office moved there, the program jubao-hub serving it, desks over TLS
 * that have neither books nor key file. Everything that is measured goes the way that a clerk's
 * work goes.
 */
class CountyBench {
public:
    /** \a place: a bare server; without it one is started. Each load is kept up for \a seconds. */
    CountyBench(std::shared_ptr<const TypeRegistry> registry,
                const std::optional<CountyFile> &place, int persons, std::chrono::seconds seconds);
    ~CountyBench();
    CountyBench(const CountyBench &) = delete;
    CountyBench &operator=(const CountyBench &) = delete;

    QList<Figure> takeOver();
    /** From submitting to posted, with so many desks at twenty times a clerk's pace. */
    QList<Figure> posted();
    /** The same without a pause. */
    QList<Figure> fullLoad();
    QList<Figure> search();
    QList<Figure> memory();

private:
    struct Desk;
    /** Who makes and who rechecks in a township; the deputy approves. */
    struct Team {
        const char *clerk;
        const char *checker;
        const char *township;
    };
    static const QList<Team> &teams();

    void move();
    /** All persons are there and the service runs. */
    void serve();
    void fill();
    void prepareNewcomers();
    void startHub();
    void stopHub();
    void connectDesks(int count);
    std::unique_ptr<Desk> connectedDesk(int number);
    void handInOne(Desk &desk);
    /** What each took, in microseconds. */
    QList<qint64> load(int desks, std::chrono::milliseconds pause);
    qint64 boundMicros();
    QMap<QString, QStringList> searched();
    qint64 hubKib(const QByteArray &what) const;
    QList<Figure> memoryAtServer();
    ServerAddress books() const { return m_place.fromServer(); }

    std::shared_ptr<const TypeRegistry> m_registry;
    std::unique_ptr<BenchServer> m_own;
    CountyFile m_place;
    int m_persons;
    std::chrono::seconds m_seconds;
    BenchOffice m_office;
    std::shared_ptr<KeyPair> m_key;
    QProcess m_hub;
    QTemporaryDir m_credentials;
    qint64 m_takeOver = 0;
    QList<QList<QJsonObject>> m_newcomers; ///< by team
    std::vector<std::atomic<int>> m_next;  ///< of them
    std::vector<std::unique_ptr<Desk>> m_desks;
    qint64 m_deskKib = 0; ///< what this program grew by for each
};

} // namespace jubao::ctl
