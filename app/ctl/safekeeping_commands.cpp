// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "database/error.h"
#include "papers.h"
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

namespace jubao::ctl {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

} // namespace

Office::Attendance attendance(const Call &call)
{
    if (call.options("as").size() != 2)
        throw UsageError(words(QT_TRANSLATE_NOOP(
            "Ctl",
            "Two sign: first IT or the system administrator, then the second person present: --as A --as B.")));
    return {{call.operatorName(0), call.password(0)}, {call.operatorName(1), call.password(1)}};
}

Answer backupCommand(Call &call)
{
    const QString file = call.argument(0, "FILE");
    const JournalEntry entry = call.office().backup(call.session(), file);
    return {QJsonObject{{"file", file},
                        {"slots", file + QStringLiteral(".slots")},
                        {"head", entry.detail[u"head"]},
                        {"entries", entry.detail[u"entries"]},
                        {"entry", entry.seq}},
            {words(QT_TRANSLATE_NOOP(
                       "Ctl", "Backed up to %1 and %1.slots. The two belong together: keep both."))
                 .arg(file)},
            0};
}

Answer restoreCommand(Call &call)
{
    const QString file = call.argument(0, "FILE");
    const QString folder = call.argument(1, "DIR");
    const Office::Restored done = Office::restore(
        file, folder, attendance(call), call.has("even-if-not-whole"), call.officeOptions());
    return {QJsonObject{{"office", folder},
                        {"entries", done.entries},
                        {"head", done.head},
                        {"entry", done.entry},
                        {"upgraded", done.upgraded},
                        {"violations", done.violations}},
            {words(QT_TRANSLATE_NOOP("Ctl", "Restored to %1; whole up to entry %2."))
                 .arg(folder)
                 .arg(done.entries)},
            0};
}

Answer migrateCommand(Call &call)
{
    const Office::Upgrade done = call.office().upgrade(attendance(call));
    return {QJsonObject{{"office", call.office().folder()},
                        {"from", done.from},
                        {"to", done.to},
                        {"entry", done.entry}},
            {done.entry > 0
                 ? words(QT_TRANSLATE_NOOP("Ctl", "Upgraded from schema %1 to %2."))
                       .arg(done.from)
                       .arg(done.to)
                 : words(QT_TRANSLATE_NOOP("Ctl", "The office is up to date: schema %1."))
                       .arg(done.to)},
            0};
}

Answer acknowledgeCommand(Call &call)
{
    bool good = false;
    const qint64 seq = call.argument(0, "ENTRY").toLongLong(&good);
    if (!good)
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "Missing: %1")).arg(QStringLiteral("ENTRY")));
    const JournalEntry entry = call.office().acknowledge(call.session(), seq);
    return {QJsonObject{{"acknowledged", seq}, {"entry", entry.seq}},
            {words(QT_TRANSLATE_NOOP("Ctl", "Entry %1 is acknowledged.")).arg(seq)},
            0};
}

Answer dataKeyCommand(Call &call)
{
    if (call.options("as").size() != 2)
        throw UsageError(words(QT_TRANSLATE_NOOP(
            "Ctl", "Two administrators sign: --as A --as B, each with a password.")));
    Session &first = call.session(0);
    Session &second = call.session(1);
    const QString key = QString::fromLatin1(call.office().rawDataKey(first, second));
    return {QJsonObject{{"key", key}}, {key}, 0};
}

Answer recoverCommand(Call &call)
{
    RecoveryRequest request;
    request.shareOne = call.share(0);
    request.shareTwo = call.share(1);
    request.reason = call.option("reason");
    const qsizetype administrators = call.options("as").size();
    for (int place = 0; place < administrators; ++place)
        request.passwords.insert(call.operatorName(place), call.newPassword(place));
    const QString folder = call.option("sheets");
    requireSheetFolder(folder);
    QStringList sheets;
    request.keepShares = [&](const QStringList &shares, const Reader &books) {
        sheets = writeRecoverySheets(folder, shares, books);
    };
    const JournalEntry entry = call.office().recover(request);
    Answer answer{
        QJsonObject{{"office", call.office().folder()},
                    {"operators", QJsonArray::fromStringList(request.passwords.keys())},
                    {"entry", entry.seq},
                    {"sheets", QJsonArray::fromStringList(sheets)}},
        {words(QT_TRANSLATE_NOOP("Ctl", "These administrators have new keys: %1"))
             .arg(request.passwords.keys().join(QStringLiteral(", "))),
         words(QT_TRANSLATE_NOOP(
             "Ctl",
             "The opened envelopes are void. Print the three new sheets, seal them, then delete the files:"))},
        0};
    answer.lines += sheets;
    return answer;
}

} // namespace jubao::ctl
