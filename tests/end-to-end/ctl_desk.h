// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/program.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

namespace jubao::test {

using Result = ProgramResult;

/** A demo office made once, and the program as a stranger calls it. */
class Desk {
public:
    Desk()
    {
        const Result made = run({"demo", office(), "--persons", "12", "--json"});
        REQUIRE(made.status == 0);
        QFile file(office() + "/demo-passwords.json");
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QJsonArray operators = QJsonDocument::fromJson(file.readAll())["operators"].toArray();
        for (const QJsonValue &each : operators) {
            QFile secret(m_folder.filePath(each["name"].toString() + ".password"));
            REQUIRE(secret.open(QIODevice::WriteOnly));
            secret.write(each["password"].toString().toUtf8());
        }
    }

    QString office() const { return m_folder.filePath("office"); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    Result run(const QStringList &arguments) const
    {
        return runJubaoctl(arguments, m_folder.filePath("state"));
    }

    Result as(const QString &name, QStringList arguments) const
    {
        arguments +=
            {"--office", office(), "--as", name, "--password-file", path(name + ".password"),
             "--json"};
        return run(arguments);
    }

    QString payload(const QJsonObject &object) const
    {
        QFile file(m_folder.filePath("payload.json"));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(object).toJson());
        return file.fileName();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace jubao::test
