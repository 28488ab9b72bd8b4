// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/program.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <catch2/catch.hpp>

namespace jubao::test {

ProgramResult runJubaoctl(const QStringList &arguments, const QString &stateFolder,
                          const QByteArray &input)
{
    const int longestMs = 120000 * std::max(1, qEnvironmentVariableIntValue("JUBAO_TEST_SCALE"));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_STATE_HOME", stateFolder);
    environment.remove("XDG_RUNTIME_DIR"); // as a server's shell or a timed job has none
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(JUBAO_BINARY_DIR "/bin/jubaoctl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(longestMs));
    ProgramResult result;
    result.status = process.exitCode();
    result.output = process.readAllStandardOutput();
    result.json = QJsonDocument::fromJson(result.output);
    result.errors = process.readAllStandardError();
    return result;
}

} // namespace jubao::test
