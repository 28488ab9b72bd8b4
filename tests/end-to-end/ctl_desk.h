// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/program.h"
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

namespace jubao::test {

using Result = ProgramResult;

/** A copy of the demo office that CTest had made before the first case (one of its own without
 * CTest), and the program as a stranger calls it. */
class Desk {
public:
    Desk()
    {
        const QString made = qEnvironmentVariable("JUBAO_TEST_DEMO");
        if (made.isEmpty()) {
            REQUIRE(run({"demo", office(), "--persons", "12", "--json"}).status == 0);
        } else {
            for (const char *folder : {"office", "state"})
                copyFolder(made + u'/' + folder, m_folder.filePath(folder));
        }
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

    static QStringList commonSurnames()
    {
        return QStringLiteral("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 马 朱 胡 郭 何 林 高 罗")
            .split(u' ');
    }
    /** A surname that somebody of the county has. */
    QString surname() const
    {
        const QStringList all = commonSurnames();
        for (const QString &each : all) {
            if (!as("en1", {"find", each}).json.array().isEmpty())
                return each;
        }
        FAIL("nobody has a common surname");
        return {};
    }
    QString somebody() const
    {
        return QString::number(as("en1", {"find", surname()}).json[0]["id"].toInteger());
    }
    /** The take-over through which most of the demo's persons came. */
    QString batch() const
    {
        const QStringList all = commonSurnames();
        for (const QString &surname : all) {
            const QJsonArray found = as("en1", {"find", surname}).json.array();
            for (const QJsonValue &person : found) {
                const QString id = QString::number(person["id"].toInteger());
                const QJsonArray history = as("en1", {"history", id}).json.array();
                for (const QJsonValue &each : history) {
                    if (each["type"].toString() == "enrollment.take_over")
                        return QString::number(each["operation"].toInteger());
                }
            }
        }
        FAIL("nobody was taken over");
        return {};
    }

private:
    static void copyFolder(const QString &from, const QString &to)
    {
        REQUIRE(QDir().mkpath(to));
        QDirIterator each(from, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        while (each.hasNext()) {
            const QFileInfo entry(each.next());
            const QString target = to + u'/' + entry.fileName();
            if (entry.isDir())
                copyFolder(entry.filePath(), target);
            else
                REQUIRE(QFile::copy(entry.filePath(), target));
        }
        QFile::setPermissions(to, QFile::permissions(from));
    }

    QTemporaryDir m_folder;
};

} // namespace jubao::test
