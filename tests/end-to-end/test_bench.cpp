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

TEST_CASE("The bench measures every figure with its yardstick, on 20000 persons")
{
    int status = -1;
    const QJsonArray figures = bench({"--persons", "20000"}, &status);
    CHECK(status == 0);
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
    CHECK(names
          == QSet<QString>{"take_over", "take_over_memory", "operation_p50", "operation_p99",
                           "search_id_number_p99", "search_last_four_p99", "search_name_p99",
                           "search_pinyin_p99", "opening", "verify"});
    bench({"no_such_figure"}, &status);
    CHECK(status == 2);
}
