// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "supervision/domain/exceptions.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace jubao::ctl {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

QDate monthArgument(const Call &call)
{
    const QString text = call.argument(0, "MONTH").remove(u'-');
    const QDate month = QDate::fromString(text + QStringLiteral("01"), QStringLiteral("yyyyMMdd"));
    if (!month.isValid())
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "A month looks like 2026-03.")));
    return month;
}

QJsonObject lineJson(const ExceptionLine &line)
{
    return {{"at", line.at},
            {"kind", line.kind},
            {"operation", line.operation},
            {"business", line.business},
            {"matter", line.matter},
            {"found", line.found},
            {"answer", line.answer},
            {"operator", line.who},
            {"state", line.state}};
}

} // namespace

Answer exceptionsCommand(Call &call)
{
    const QDate month = monthArgument(call);
    Session &session = call.session();
    Office &office = call.office();
    // The same paper, looked at: its posts and its trace.
    office.prepareToPrint(session, QStringLiteral("supervision.exceptions"), monthNumber(month));
    Answer answer;
    if (call.has("acknowledge"))
        acknowledgeExceptions(office, session, month);
    const Reader reader = office.reader();
    QJsonArray list;
    const QList<ExceptionLine> lines = exceptionsOf(reader, office.registry(), month);
    for (const ExceptionLine &line : lines) {
        list.append(lineJson(line));
        answer.lines.append(QStringLiteral("%1  %2  %3  %4  %5")
                                .arg(line.at, line.kind, line.matter, line.found, line.answer));
    }
    const std::optional<ExceptionsRead> read = exceptionsRead(reader, office.registry(), month);
    answer.json = QJsonObject{{"month", month.toString(QStringLiteral("yyyy-MM"))},
                              {"count", lines.size()},
                              {"read_by", read ? read->who : QString()},
                              {"read_at", read ? read->at : QString()},
                              {"same", read && read->same},
                              {"exceptions", list}};
    return answer;
}

} // namespace jubao::ctl
