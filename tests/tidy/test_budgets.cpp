// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

namespace {

/** What tests/budgets.awk says of a log in which each suite took so long. */
struct Judged {
    int status = -1;
    QString output;
};

Judged judged(const QMap<QString, double> &used)
{
    const QTemporaryDir folder;
    const auto write = [&folder](const char *name, const QByteArray &text) {
        QFile file(folder.filePath(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    };
    QByteArray log;
    int number = 0;
    for (auto suite = used.begin(); suite != used.end(); ++suite) {
        // Two cases each, as CTest prints them; a case's name may bear
        // colons and seconds.
        for (int half = 0; half < 2; ++half)
            log +=
                QStringLiteral(" %1/9 Test  #%1: %2: a second case: so ......   Passed   %3 sec\n")
                    .arg(++number)
                    .arg(suite.key())
                    .arg(suite.value() / 2, 0, 'f', 2)
                    .toUtf8();
    }
    const QString rule = QStringLiteral(JUBAO_SOURCE_DIR) + "/tests/budgets.awk";
    QProcess awk;
    awk.start("awk",
              {"-F,", "-v", "scale=1", "-f", rule,
               write("budgets.csv", "suite,seconds\na,100\nb,40\nc,20\nd,1\n"), write("log", log)});
    REQUIRE(awk.waitForFinished());
    return {awk.exitCode(), QString::fromUtf8(awk.readAllStandardOutput())};
}

} // namespace

TEST_CASE("A suite over its budget fails the run, a slow machine does not")
{
    CHECK(judged({{"a", 100}, {"b", 40}, {"c", 20}, {"d", 1}}).status == 0);
    CHECK(judged({{"a", 300}, {"b", 120}, {"c", 60}, {"d", 3}}).status == 0);
    CHECK(judged({{"a", 600}, {"b", 240}, {"c", 120}, {"d", 6}}).output.contains("6.0 times"));
    const Judged slower = judged({{"a", 300}, {"b", 40}, {"c", 20}, {"d", 1}});
    CHECK(slower.status == 1);
    CHECK(slower.output.contains("suite a is over its budget"));
    CHECK_FALSE(slower.output.contains("suite b is"));
    CHECK(judged({{"a", 100}, {"b", 40}, {"c", 20}, {"d", 30}}).output.contains("suite d is over"));
    const Judged unknown = judged({{"a", 100}, {"e", 1}});
    CHECK(unknown.status == 1);
    CHECK(unknown.output.contains("suite e has no budget"));
}
