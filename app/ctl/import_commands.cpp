// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "operations/sheet_import.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <cstdio>
#include <unistd.h>

namespace jubao::ctl {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

/** The batch type behind a name: a single type is imported by the batch type that it names. */
const OperationType &batchType(const Call &call)
{
    const QString name = call.argument(0, "TYPE");
    const OperationType *type = call.registry()->find(name);
    if (type && !type->batch && !type->importedAs.isEmpty())
        type = call.registry()->find(type->importedAs);
    if (!type || !type->batch)
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "“%1” is no type that takes rows from a sheet."))
                .arg(name));
    return *type;
}

QJsonObject parameters(const Call &call)
{
    QJsonObject payload = call.has("payload") ? objectIn(call.option("payload")) : QJsonObject();
    if (call.has("division"))
        payload.insert(QStringLiteral("division"), call.option("division"));
    if (call.has("year"))
        payload.insert(QStringLiteral("year"), call.number("year", 0));
    return payload;
}

QMap<QString, QString> headings(const Call &call)
{
    QMap<QString, QString> map;
    if (!call.has("map"))
        return map;
    const QJsonObject object = objectIn(call.option("map"));
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

/** Sheets are written as workbooks alone: ID numbers lose their last digits in a CSV that a
 * spreadsheet opens. */
void requireWorkbook(const QString &path)
{
    if (!path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive))
        throw UsageError(
            words(QT_TRANSLATE_NOOP(
                      "Ctl", "%1: the sheet is written as a workbook; its name ends in .xlsx."))
                .arg(path));
}

QString sheetPath(const Call &call, const QString &file)
{
    if (!call.has("output"))
        return freeGivenBackPath(file);
    requireNewFile(call.option("output"));
    requireWorkbook(call.option("output"));
    return QFileInfo(call.option("output")).absoluteFilePath();
}

/** A line that counts on, for people who wait at a terminal. */
bool showProgress(int permille)
{
    if (isatty(STDERR_FILENO))
        std::fprintf(stderr, "\r%3d.%d %%", permille / 10, permille % 10);
    return true;
}

void keepFile(const QString &path, MakeRequest &request)
{
    // Larger files are kept by their digest, which stands in the payload, and by the staged rows.
    constexpr qint64 keptWhole = 16 * 1024 * 1024;
    QFile file(path);
    if (file.size() <= keptWhole && file.open(QIODevice::ReadOnly))
        request.evidence.append(
            {QStringLiteral("import_file"), QFileInfo(path).fileName(), file.readAll()});
}

Answer answerOf(qint64 good, qint64 bad, const QString &sheet)
{
    Answer answer;
    answer.json = QJsonObject{{"rows", good + bad}, {"good", good}, {"bad", bad}, {"sheet", sheet}};
    answer.lines.append(words(QT_TRANSLATE_NOOP("Ctl", "%1 rows: %2 good, %3 given back"))
                            .arg(good + bad)
                            .arg(good)
                            .arg(bad));
    if (!sheet.isEmpty())
        answer.lines.append(
            words(QT_TRANSLATE_NOOP("Ctl", "Given back with reasons: %1")).arg(sheet));
    return answer;
}

Answer checkOnly(Call &call, const OperationType &type, SheetImport &sheet, GivenBackSheet &back)
{
    const BatchCount count = call.office().checkRows(
        call.session(), type.id, parameters(call), sheet.rows(),
        [&back](const BatchRow &row, const Findings &why) { back.add(row, why); }, showProgress);
    Answer answer = answerOf(count.good, count.bad, back.finish());
    QJsonObject json = answer.json.toObject();
    QJsonObject sums;
    for (auto it = count.sums.constBegin(); it != count.sums.constEnd(); ++it)
        sums.insert(it.key(), Money::fromFen(it.value()).toYuanText());
    json.insert(QStringLiteral("sums_yuan"), sums);
    answer.json = json;
    return answer;
}

} // namespace

Answer importCommand(Call &call)
{
    const OperationType &type = batchType(call);
    if (call.has("template")) {
        const QString path = QFileInfo(call.option("template")).absoluteFilePath();
        requireNewFile(path);
        requireWorkbook(path);
        if (!type.batch->templateRows || !call.has("office")) {
            writeTemplate(type, path);
            return {QJsonObject{{"template", path}}, {path}};
        }
        const qint64 rows =
            writeFilledTemplate(type, parameters(call), path, call.office(), call.session());
        return {QJsonObject{{"template", path}, {"rows", rows}}, {path}};
    }
    const QString file = call.argument(1, "FILE");
    call.session();
    SheetImport sheet(type, call.office().reader(), file, headings(call));
    GivenBackSheet back(type, sheetPath(call, file));
    if (call.has("check"))
        return checkOnly(call, type, sheet, back);
    MakeRequest request;
    request.type = type.id;
    request.payload = parameters(call);
    sheet.addFileTo(request.payload);
    keepFile(file, request);
    const QStringList seen = call.options("paper-seen");
    for (const QString &kind : seen)
        request.evidence.append({kind, {}, {}});
    request.reason = call.option("reason");
    request.resubmits = call.number("resubmit", 0);
    request.rows = sheet.rows();
    request.givenBack = [&back](const BatchRow &row, const Findings &why) { back.add(row, why); };
    request.progress = showProgress;
    ActResult result;
    try {
        result = call.office().make(call.session(), request);
    } catch (const RefusedError &) {
        back.finish();
        throw;
    }
    Answer answer = answerOf(result.rowsTaken, result.rowsGivenBack, back.finish());
    QJsonObject json = answer.json.toObject();
    json.insert(QStringLiteral("operation"), result.operation);
    json.insert(QStringLiteral("state"), stateCode(result.state));
    json.insert(QStringLiteral("waits_for"), result.waitsFor);
    answer.json = json;
    answer.lines.append(QStringLiteral("%1  %2  %3")
                            .arg(result.operation)
                            .arg(stateTitle(result.state), result.waitsFor));
    return answer;
}

} // namespace jubao::ctl
