// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "papers.h"

#include "administration/domain/key_papers.h"
#include "command.h"
#include "database/error.h"
#include "documents/document.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace jubao::ctl {

namespace {

constexpr int envelopes = 3;

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

QString sheetPath(const QString &folder, int place)
{
    return QStringLiteral("%1/recovery-%2.pdf").arg(folder).arg(place);
}

} // namespace

void requireSheetFolder(const QString &folder)
{
    if (folder.isEmpty())
        throw UsageError(words(QT_TRANSLATE_NOOP(
            "Ctl",
            "Where do the three recovery sheets go? Use --sheets FOLDER: print them, seal them, then delete the files.")));
    if (!QDir().mkpath(folder) || !QFileInfo(folder).isWritable())
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "The folder cannot be written: %1")).arg(folder));
    for (int place = 1; place <= envelopes; ++place) {
        if (QFile::exists(sheetPath(folder, place)))
            throw UsageError(
                words(QT_TRANSLATE_NOOP("Ctl", "There are recovery sheets already: %1"))
                    .arg(sheetPath(folder, place)));
    }
}

QStringList writeRecoverySheets(const QString &folder, const QStringList &shares,
                                const Reader &books)
{
    QStringList files;
    int place = 0;
    const QList<DocumentData> sheets = recoverySheets(shares, books);
    for (const DocumentData &sheet : sheets) {
        files.append(sheetPath(folder, ++place));
        writePaper(files.last(), sheet, {});
    }
    return files;
}

void writePaper(const QString &path, const DocumentData &document, const QString &foot)
{
    requireNewFile(path);
    const Paper paper = renderPaper(document, {foot, {}});
    // Synced and then named: what the office relies on is on the disk before the office is.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw DatabaseError(DatabaseError::Kind::TargetUnwritable, path);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(paper.pdf) != paper.pdf.size() || !file.commit())
        throw DatabaseError(DatabaseError::Kind::DiskFull, file.errorString());
}

} // namespace jubao::ctl
