// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

namespace {

QJsonArray bench(const QStringList &arguments, int *status)
{
    const QTemporaryDir folder;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_STATE_HOME", folder.filePath("state"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(JUBAO_BINARY_DIR "/bin/jubaoctl"),
                  QStringList{"bench", "--json"} + arguments);
    constexpr int patienceMs = 280'000;
    REQUIRE(process.waitForFinished(patienceMs));
    *status = process.exitCode();
    INFO(process.readAllStandardError().toStdString());
    return QJsonDocument::fromJson(process.readAllStandardOutput()).array();
}

} // namespace

namespace {

/** The names of the figures, each whole with its yardstick. */
QSet<QString> namesOf(const QJsonArray &figures)
{
    QSet<QString> names;
    for (const QJsonValue &figure : figures) {
        const QString name = figure["name"].toString();
        CAPTURE(name.toStdString());
        names.insert(name);
        CHECK(figure["median"].toVariant().toReal() > 0);
        CHECK(figure["yardstick"].toVariant().toReal() > 0);
        CHECK(figure["ratio"].isDouble());
        CHECK(figure["target"].toVariant().toReal() > 0);
        CHECK(figure["met"].isBool());
    }
    return names;
}

} // namespace

TEST_CASE("The bench measures every figure with its yardstick, on 20000 persons")
{
    int status = -1;
    const QJsonArray figures = bench({"--persons", "20000"}, &status);
    CHECK(status == 0);
    CHECK(namesOf(figures)
          == QSet<QString>{"take_over", "take_over_memory", "operation_p50", "operation_p99",
                           "search_id_number_p99", "search_last_four_p99", "search_name_p99",
                           "search_pinyin_p99", "opening", "verify"});
    bench({"no_such_figure"}, &status);
    CHECK(status == 2);
}

TEST_CASE("The bench measures a county with its server, its service and fifty desks")
{
    int status = -1;
    const QJsonArray figures = bench({"--county", "--persons", "2000", "--seconds", "5"}, &status);
    CHECK(status == 0);
    QSet<QString> wanted{"county_take_over", "posted_full_load", "hub_memory", "desk_memory",
                         "server_per_line"};
    for (const char *desks : {"1", "10", "50"}) {
        for (const char *share : {"p50", "p99"})
            wanted.insert(QStringLiteral("posted_%1_desks_%2").arg(desks, share));
    }
    for (const char *where : {"desk", "role"}) {
        for (const char *what : {"id_number", "last_four", "name", "pinyin"})
            wanted.insert(QStringLiteral("%1_search_%2_p99").arg(where, what));
    }
    CHECK(namesOf(figures) == wanted);
    bench({"--county", "no_such_figure"}, &status);
    CHECK(status == 2);
    bench({"--county", "--host", "nowhere"}, &status);
    CHECK(status == 2);
}
