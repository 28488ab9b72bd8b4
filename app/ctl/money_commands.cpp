// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "contributions/domain/types.h"
#include "core/canonical_json.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace jubao::ctl {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

const QString receiptKind = QStringLiteral("contribution");
const QString dayCloseType = QStringLiteral("contributions.day_close");

/** My day close of that day that is not withdrawn; 0 = none. */
qint64 dayCloseOf(const Reader &reader, qint64 collector, const QDate &day)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT o.id, r.payload FROM operation o JOIN operation_revision r ON r.operation = o.id "
        "AND r.revision = o.revision WHERE o.type = ? AND o.maker = ? AND o.state <> 'closed' "
        "ORDER BY o.id DESC"));
    rows.bindAll(dayCloseType, collector);
    while (rows.next()) {
        const QString made = parseCanonicalObject(rows.text(1).toUtf8())[u"day"].toString();
        if (made == day.toString(Qt::ISODate))
            return rows.integer(0);
    }
    return 0;
}

qint64 makeDayClose(Call &call, Session &session, const QDate &day)
{
    if (!call.has("counted"))
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "Missing: %1")).arg(QStringLiteral("--counted")));
    const std::optional<Money> counted = Money::fromYuanText(call.option("counted"));
    if (!counted)
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "%1 is no amount.")).arg(call.option("counted")));
    MakeRequest request;
    request.type = dayCloseType;
    request.payload = {{"operator", session.operatorId()},
                       {"day", day.toString(Qt::ISODate)},
                       {"counted", counted->fen()},
                       {"deposit_slip", call.option("deposit-slip")}};
    request.reason = call.option("reason");
    return call.office().make(session, request).operation;
}

QJsonObject figuresJson(const DayFigures &figures, const QDate &day)
{
    return {{"day", day.toString(Qt::ISODate)},
            {"first_number", figures.firstNumber},
            {"last_number", figures.lastNumber},
            {"used", figures.used},
            {"void", figures.voided},
            {"lost", figures.lost},
            {"waiting", figures.waiting},
            {"missing", QJsonArray::fromStringList(figures.missing)},
            {"due_yuan", figures.due.toYuanText()}};
}

} // namespace

Answer dayCloseCommand(Call &call)
{
    Session &session = call.session();
    const Reader reader = call.office().reader();
    const QDate day =
        call.has("date") ? QDate::fromString(call.option("date"), Qt::ISODate) : reader.today();
    if (!day.isValid())
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "A date looks like 2026-03-31.")));
    qint64 operation = dayCloseOf(reader, session.operatorId(), day);
    if (call.has("make"))
        operation = makeDayClose(call, session, day);
    const DayFigures figures = figuresOfDay(reader, receiptKind, session.operatorId(), day);
    QJsonObject json = figuresJson(figures, day);
    QStringList lines{
        QStringLiteral("%1  %2 – %3")
            .arg(day.toString(Qt::ISODate), figures.firstNumber, figures.lastNumber),
        words(QT_TRANSLATE_NOOP(
                  "Ctl", "used %1, void %2, lost %3, missing %4, due %5, waiting for recheck %6"))
            .arg(figures.used)
            .arg(figures.voided)
            .arg(figures.lost)
            .arg(figures.missing.size())
            .arg(figures.due.toDisplay())
            .arg(figures.waiting)};
    if (operation != 0) {
        const OperationView view = call.office().view(session, operation);
        json.insert(QStringLiteral("operation"), operation);
        json.insert(QStringLiteral("state"), stateCode(view.state));
        json.insert(QStringLiteral("waits_for"), view.waitsFor);
        lines.append(
            QStringLiteral("%1  %2  %3").arg(operation).arg(stateTitle(view.state), view.waitsFor));
    }
    if (call.has("output")) {
        if (operation == 0)
            throw UsageError(words(QT_TRANSLATE_NOOP(
                "Ctl", "This day is not handed in yet: its sheet is printed with --make.")));
        const QJsonObject printed =
            printDocument(call, QStringLiteral("contributions.day_sheet"), operation);
        for (auto it = printed.constBegin(); it != printed.constEnd(); ++it)
            json.insert(it.key(), it.value());
        lines.append(printed[u"file"].toString());
    }
    return {json, lines, 0};
}

Answer tiesCommand(Call &call)
{
    Session &session = call.session();
    call.office().trace(session, QStringLiteral("ties"), {});
    const Reader reader = call.office().reader();
    Answer answer;
    QJsonArray list;
    const QList<const Tie *> ties = call.registry()->ties();
    for (const Tie *tie : ties) {
        const QList<TieBreak> found = tie->breaks(reader);
        QJsonArray breaks;
        answer.lines.append(QStringLiteral("%1  %2  %3")
                                .arg(tie->id, tie->title,
                                     found.isEmpty()
                                         ? words(QT_TRANSLATE_NOOP("Ctl", "ties"))
                                         : words(QT_TRANSLATE_NOOP("Ctl", "does not tie"))));
        for (const TieBreak &each : found) {
            breaks.append(QJsonObject{{"place", each.place}, {"text", each.text}});
            answer.lines.append(QStringLiteral("    %1  %2").arg(each.place, each.text));
            answer.status = 1;
        }
        list.append(QJsonObject{
            {"id", tie->id}, {"room", tie->room}, {"title", tie->title}, {"breaks", breaks}});
    }
    answer.json = QJsonObject{{"clean", answer.status == 0}, {"ties", list}};
    return answer;
}

} // namespace jubao::ctl
