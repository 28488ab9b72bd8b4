// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/pages/day_closes_page.h"

#include "contributions/domain/types.h"
#include "core/canonical_json.h"
#include <QCoreApplication>
#include <limits>

namespace jubao {

namespace {

const QString receiptKind = QStringLiteral("contribution");
const QString none = QStringLiteral("—");

QString words(const char *text)
{
    return QCoreApplication::translate("ContributionsPages", text);
}

QString toneOf(OperationState state)
{
    switch (state) {
    case OperationState::Posted:
        return QStringLiteral("success");
    case OperationState::InReview:
        return QStringLiteral("primary");
    case OperationState::Closed:
        return QStringLiteral("warning");
    default:
        return QStringLiteral("danger");
    }
}

/** Everybody who signed along the route behind the collector. */
QString signersAfter(const Reader &reader, qint64 operation, int revision)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT a.display_name FROM journal j JOIN operator_account a ON a.id = j.operator "
        "WHERE j.operation = ? AND j.revision = ? AND j.kind IN (?, ?) ORDER BY j.seq"));
    rows.bindAll(operation, qint64(revision), actionCode(ActionKind::Recheck),
                 actionCode(ActionKind::Review));
    QStringList names;
    while (rows.next())
        names.append(rows.text(0));
    return names.isEmpty() ? none
                           : names.join(words(QT_TRANSLATE_NOOP("ContributionsPages", ", ")));
}

/** What the signed sheet said where it is posted; until then what the books say now. */
DayFigures figuresShown(const Reader &reader, OperationState state, qint64 collector,
                        const QDate &day, int &missing)
{
    DayFigures figures = figuresOfDay(reader, receiptKind, collector, day);
    missing = int(figures.missing.size());
    if (state != OperationState::Posted)
        return figures;
    Query closed =
        reader.query(QStringLiteral("SELECT first_number, last_number, used, voided, missing, due "
                                    "FROM day_close WHERE collector = ? AND day = ?"));
    closed.bindAll(collector, day);
    if (!closed.next())
        return figures;
    figures.firstNumber = closed.text(0);
    figures.lastNumber = closed.text(1);
    figures.used = int(closed.integer(2));
    figures.voided = int(closed.integer(3));
    missing = int(closed.integer(4));
    figures.due = Money::fromFen(closed.integer(5));
    return figures;
}

/** A close that was withdrawn or rejected closed nothing: it is shown without figures, which stand
 * in the next one of that day. */
QStringList figureCells(const Reader &reader, OperationState state, qint64 collector,
                        const QJsonObject &payload)
{
    if (state == OperationState::Closed)
        return {none, none, none, none, {}, {}, {}};
    int missing = 0;
    const DayFigures figures =
        figuresShown(reader, state, collector,
                     QDate::fromString(payload[u"day"].toString(), Qt::ISODate), missing);
    const Money counted = Money::fromFen(payload[u"counted"].toInteger());
    return {figures.firstNumber.isEmpty()
                ? none
                : figures.firstNumber + QStringLiteral(" – ") + figures.lastNumber,
            QString::number(figures.used),
            QString::number(figures.voided),
            QString::number(missing),
            figures.due.toDisplay(),
            counted.toDisplay(),
            (counted - figures.due).toDisplay()};
}

QList<ListRow> dayCloses(const Reader &reader, const ListQuery &query, int limit)
{
    QList<ListRow> rows;
    Query found = reader.query(QStringLiteral(
        "SELECT o.id, o.state, o.maker, a.display_name, v.payload, o.revision FROM operation o "
        "JOIN operation_revision v ON v.operation = o.id AND v.revision = o.revision "
        "JOIN operator_account a ON a.id = o.maker WHERE o.type = ? AND o.id < ? "
        "ORDER BY o.id DESC"));
    found.bindAll(QStringLiteral("contributions.day_close"),
                  query.after ? query.after->key : std::numeric_limits<qint64>::max());
    while (rows.size() < limit && found.next()) {
        const OperationState state = stateFromCode(found.text(1));
        const QJsonObject payload = parseCanonicalObject(found.text(4).toUtf8());
        const QStringList cells = QStringList{found.text(3), payload[u"day"].toString()}
            + figureCells(reader, state, found.integer(2), payload)
            + QStringList{signersAfter(reader, found.integer(0), int(found.integer(5))),
                          stateTitle(state)};
        if (rowMatches(cells, query.filter))
            rows.append({cells, found.integer(0), toneOf(state), {}, found.integer(0)});
    }
    return rows;
}

} // namespace

QWidget *dayClosesPage(Shell &shell)
{
    const auto title = [](const char *text) { return words(text); };
    ListSpec spec;
    spec.id = QStringLiteral("contributions.day_closes");
    spec.title = title(QT_TRANSLATE_NOOP("ContributionsPages", "Day closes"));
    spec.subtitle = title(QT_TRANSLATE_NOOP(
        "ContributionsPages", "of all collectors, newest first; Enter opens the operation"));
    spec.placeholder = title(QT_TRANSLATE_NOOP("ContributionsPages", "Collector, day or state"));
    spec.headings = {
        {title(QT_TRANSLATE_NOOP("ContributionsPages", "Collector"))},
        {title(QT_TRANSLATE_NOOP("ContributionsPages", "Day"))},
        {title(QT_TRANSLATE_NOOP("ContributionsPages", "Numbers from – to")), false, true},
        {title(QT_TRANSLATE_NOOP("ContributionsPages", "Used")), true},
        {title(QT_TRANSLATE_NOOP("ContributionsPages", "Void")), true},
        {title(QT_TRANSLATE_NOOP("ContributionsPages", "Missing")), true},
        {title(QT_TRANSLATE_NOOP("ContributionsPages", "Due (yuan)")), true, false, true},
        {title(QT_TRANSLATE_NOOP("ContributionsPages", "Counted (yuan)")), true, false, true},
        {title(QT_TRANSLATE_NOOP("ContributionsPages", "Difference (yuan)")), true, false, true},
        {title(QT_TRANSLATE_NOOP("ContributionsPages", "Signed after"))},
        {title(QT_TRANSLATE_NOOP("ContributionsPages", "State"))}};
    spec.pillColumn = 10;
    spec.rowsAfter = dayCloses;
    spec.open = [&shell](qint64 id) { shell.showOperation(id); };
    spec.actions = {{QStringLiteral("contributions.day_closes.sheet"),
                     title(QT_TRANSLATE_NOOP("ContributionsPages", "Day sheet…")),
                     [](qint64 id) { return id != 0; },
                     [&shell](qint64 id) {
                         shell.showDocument(QStringLiteral("contributions.day_sheet"), id);
                     }}};
    return new ListPage(shell, spec);
}

} // namespace jubao
