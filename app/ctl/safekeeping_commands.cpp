// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "database/error.h"
#include "operations/backup_plan.h"
#include "operations/county_file.h"
#include "operations/drill.h"
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

Answer backupsCommand(Call &call)
{
    call.session();
    const BackupState state = call.office().backupState();
    const QDateTime now = call.office().clock().now();
    const auto text = [](const QDateTime &at) {
        return at.isValid() ? officeTime(at).toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                            : words(QT_TRANSLATE_NOOP("Ctl", "never"));
    };
    const auto utc = [](const QDateTime &at) {
        return at.isValid() ? at.toUTC().toString(Qt::ISODateWithMs) : QString();
    };
    const QStringList warnings = state.warnings(now);
    Answer answer{
        QJsonObject{{"plan", state.plan ? state.plan->toJson() : QJsonObject()},
                    {"newest", utc(state.newest)},
                    {"file", state.scheduled.file},
                    {"second_place", utc(state.copiedAt)},
                    {"drill", utc(state.drilledAt)},
                    {"warnings", QJsonArray::fromStringList(warnings)}},
        {words(QT_TRANSLATE_NOOP("Ctl", "Newest backup: %1")).arg(text(state.newest)),
         words(QT_TRANSLATE_NOOP("Ctl", "Newest at the second place: %1"))
             .arg(text(state.copiedAt)),
         words(QT_TRANSLATE_NOOP("Ctl", "Last restore drill: %1")).arg(text(state.drilledAt))},
        0};
    if (!state.plan)
        answer.lines.prepend(words(QT_TRANSLATE_NOOP(
            "Ctl", "No plan for backups is in force (operation system.backup_plan).")));
    answer.lines += warnings;
    return answer;
}

namespace {

QJsonArray lostJson(const QList<LostEntry> &lost)
{
    QJsonArray list;
    for (const LostEntry &each : lost)
        list.append(QJsonObject{{"seq", each.seq},
                                {"kind", each.kind},
                                {"operator", each.operatorName},
                                {"at", each.at},
                                {"operation", each.operation},
                                {"type", each.type}});
    return list;
}

QStringList lostLines(const Office::Restored &done)
{
    if (done.putAside.isEmpty())
        return {};
    QStringList lines{words(QT_TRANSLATE_NOOP("Ctl", "What was there is put aside whole: %1"))
                          .arg(done.putAside)};
    if (!done.presentUnreadable.isEmpty()) {
        lines.append(words(QT_TRANSLATE_NOOP(
                               "Ctl", "It could not be read, so nobody can say what is lost: %1"))
                         .arg(done.presentUnreadable));
        return lines;
    }
    lines.append(
        words(QT_TRANSLATE_NOOP("Ctl", "Entries that are lost: %1")).arg(done.lost.size()));
    for (const LostEntry &each : done.lost)
        lines.append(QStringLiteral("%1  %2  %3  %4  %5")
                         .arg(QString::number(each.seq), each.at, each.operatorName, each.kind,
                              each.operation == 0
                                  ? QString()
                                  : each.type + u' ' + QString::number(each.operation)));
    return lines;
}

/** What was restored stands, whatever becomes of this step. */
Answer movedBack(Call &call, const Office::Attendance &both, const Office::Restored &done,
                 QJsonObject json, QStringList lines)
{
    constexpr int couldNot = 3;
    const QString folder = call.argument(1, "DIR");
    const QString keyBefore = CountyFile::load(done.putAside).serviceKey;
    QString why;
    try {
        const JournalEntry moved =
            Office::moveBack(folder, done.putAside, both, call.officeOptions());
        json.insert(QStringLiteral("moved"), moved.seq);
    } catch (const RefusedError &error) {
        why = error.refusals.first().text;
    } catch (const DatabaseError &error) {
        why = error.text();
    } catch (const std::exception &error) {
        why = QString::fromUtf8(error.what());
    }
    const CountyFile aside = CountyFile::load(done.putAside);
    json.insert(QStringLiteral("put_aside_schema"), aside.schema);
    if (!why.isEmpty()) {
        json.insert(QStringLiteral("not_moved"), why);
        lines.append(
            words(QT_TRANSLATE_NOOP("Ctl",
                                    "It is a file and did not get back to the county's server: %1"))
                .arg(why));
        lines.append(words(QT_TRANSLATE_NOOP("Ctl", "“county move --instead %1” takes it there."))
                         .arg(done.putAside));
        return {json, lines, couldNot};
    }
    lines.append(words(QT_TRANSLATE_NOOP("Ctl",
                                         "It is on the county's server again; the books of before "
                                         "are beside it under the name %1."))
                     .arg(aside.schema));
    const CountyFile now = CountyFile::load(folder);
    const QString forDesks = now.saveForDesks(folder);
    if (now.serviceKey != keyBefore)
        lines.append(
            words(QT_TRANSLATE_NOOP("Ctl", "PCs of the office need this file: %1")).arg(forDesks));
    return {json, lines, 0};
}

QJsonObject drillPayload(const DrillReport &report, const QDate &day)
{
    constexpr qint64 millisecondsPerSecond = 1000;
    return {{"backup", report.backup},
            {"drilled_on", day.toString(Qt::ISODate)},
            {"entries", report.entries},
            {"head", report.head},
            {"rows", report.figures.rows},
            {"amount", report.figures.amountFen},
            {"violations", report.violations.size()},
            {"differences", report.differing.join(QStringLiteral(", "))},
            {"seconds", report.milliseconds / millisecondsPerSecond},
            {"second", report.second}};
}

} // namespace

Answer restoreCommand(Call &call)
{
    const QString file = call.argument(0, "FILE");
    const QString folder = call.argument(1, "DIR");
    const Office::Attendance both = attendance(call);
    const bool ofCounty = CountyFile::isIn(folder);
    const Office::Restored done =
        Office::restore(file, folder, both, {call.has("even-if-not-whole"), call.has("replace")},
                        call.officeOptions());
    const QJsonObject json{
        {"office", folder},           {"entries", done.entries},
        {"head", done.head},          {"entry", done.entry},
        {"upgraded", done.upgraded},  {"violations", done.violations},
        {"put_aside", done.putAside}, {"present_unreadable", done.presentUnreadable},
        {"lost", lostJson(done.lost)}};
    const QStringList lines =
        QStringList{words(QT_TRANSLATE_NOOP("Ctl", "Restored to %1; whole up to entry %2."))
                        .arg(folder)
                        .arg(done.entries)}
        + lostLines(done);
    return ofCounty ? movedBack(call, both, done, json, lines) : Answer{json, lines, 0};
}

Answer drillCommand(Call &call)
{
    const QString file = call.argument(0, "FILE");
    const Office::Attendance both = attendance(call);
    Session &maintainer = call.session(0);
    const DrillReport report = call.office().drill(maintainer, file, both);
    MakeRequest request;
    request.type = QString::fromLatin1(restoreDrill);
    request.payload = drillPayload(report, call.office().reader().today());
    request.reason = call.option("reason");
    const ActResult made = call.office().make(maintainer, request);
    QStringList lines{
        (report.whole()
             ? words(QT_TRANSLATE_NOOP(
                 "Ctl",
                 "The backup was restored elsewhere, opened and verified: whole up to entry %1."))
             : words(QT_TRANSLATE_NOOP("Ctl", "The backup does not prove whole (up to entry %1).")))
            .arg(report.entries),
        words(QT_TRANSLATE_NOOP("Ctl", "Its certificate is operation %1, which waits for: %2."))
            .arg(made.operation)
            .arg(made.waitsFor)};
    QJsonArray violations;
    for (const Violation &each : report.violations) {
        violations.append(
            QJsonObject{{"code", each.code}, {"place", each.place}, {"text", each.text}});
        lines.append(each.place + QStringLiteral(": ") + each.text);
    }
    QJsonObject json = request.payload;
    json["violations"] = violations;
    json["whole"] = report.whole();
    json["backup_entry"] = report.backupEntry;
    json["operation"] = made.operation;
    json["waits_for"] = made.waitsFor;
    return {json, lines, report.whole() ? 0 : 1};
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
