// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/source_texts.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <catch2/catch.hpp>

namespace jubao::test {

namespace {

/** Texts of a source file, those that stand beside each other as one. */
QStringList textsOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    static const QRegularExpression run(R"re("(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*)re");
    static const QRegularExpression seam(R"re("\s*")re");
    QStringList texts;
    auto each = run.globalMatch(QString::fromUtf8(file.readAll()));
    while (each.hasNext()) {
        QString text = each.next().captured().mid(1);
        text.chop(1);
        texts.append(text.replace(seam, QString()));
    }
    return texts;
}

} // namespace

void eachStatementInSources(
    const std::function<void(const QString &file, const QString &sql)> &visit)
{
    static const QRegularExpression whole(
        "^(?:SELECT [^%{]* FROM|INSERT INTO|UPDATE|DELETE FROM) [^%{]*$");
    for (const char *part : {"/modules", "/app"}) {
        QDirIterator files(QStringLiteral(JUBAO_SOURCE_DIR) + part, {"*.cpp"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.contains("/modules/database/") || path.contains("/modules/template/"))
                continue;
            const QStringList texts = textsOf(path);
            for (const QString &text : texts) {
                if (whole.match(text).hasMatch())
                    visit(path, text);
            }
        }
    }
}

} // namespace jubao::test
