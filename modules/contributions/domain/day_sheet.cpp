// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/types.h"
#include "contributions/domain/words.h"
#include "core/capital_amount.h"
#include <QJsonArray>

namespace jubao {

namespace {

const QString receiptKind = QStringLiteral("contribution");

QJsonObject line(const QString &number, const QString &name, const QString &year,
                 const QString &amount, const QString &state)
{
    return {{QStringLiteral("number"), number},
            {QStringLiteral("name"), name},
            {QStringLiteral("year"), year},
            {QStringLiteral("amount"), amount},
            {QStringLiteral("state"), state}};
}

/** The lines numbered, and below them what their cash comes to. */
QJsonArray withTotal(QJsonArray lines, const Money &cash)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QJsonObject numbered = lines.at(i).toObject();
        numbered.insert(QStringLiteral("no"), QString::number(i + 1));
        lines.replace(i, numbered);
    }
    if (!lines.isEmpty())
        lines.append(line(QStringLiteral("合计"), {}, {}, cash.toDisplay(), {}));
    return lines;
}

/** Every number that the collector touched that day, in the order of the numbers. */
QJsonArray numbersOf(qint64 collector, const QDate &day, const Reader &reader)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT r.number, p.name, r.year, r.amount, r.money_of, v.reason, '' FROM receipt r "
        "JOIN person p ON p.id = r.person LEFT JOIN number_void v ON v.receipt = r.id "
        "WHERE r.kind = :kind AND r.collector = :collector AND r.taken_on = :day "
        "UNION ALL SELECT v.number, '', NULL, 0, NULL, v.reason, coalesce(v.state, 'spoilt') "
        "FROM number_void v WHERE v.kind = :kind AND v.collector = :collector "
        "AND v.voided_on = :day AND v.receipt IS NULL ORDER BY 1"));
    rows.bind(QStringLiteral(":kind"), receiptKind);
    rows.bind(QStringLiteral(":collector"), collector);
    rows.bind(QStringLiteral(":day"), day);
    QJsonArray list;
    Money cash;
    while (rows.next()) {
        const QString reason = rows.isNull(5) ? QString() : rows.text(5);
        if (!rows.text(6).isEmpty()) {
            const bool lost = rows.text(6) == QLatin1String("lost");
            list.append(
                line(rows.text(0), {}, {}, {},
                     (lost ? QStringLiteral("遗失：") : QStringLiteral("损坏作废：")) + reason));
            continue;
        }
        const QString state = !reason.isEmpty() ? QStringLiteral("已作废：") + reason
            : rows.isNull(4)                    ? QStringLiteral("有效")
                                                : QStringLiteral("换开，未收现金");
        if (rows.isNull(4))
            cash += Money::fromFen(rows.integer(3));
        const QString amount =
            rows.isNull(4) ? Money::fromFen(rows.integer(3)).toDisplay() : QStringLiteral("—");
        list.append(
            line(rows.text(0), rows.text(1), QString::number(rows.integer(2)), amount, state));
    }
    return withTotal(list, cash);
}

QString missingText(const QStringList &missing)
{
    constexpr qsizetype shown = 3;
    if (missing.isEmpty())
        return QStringLiteral("无");
    const QString first = missing.mid(0, shown).join(QStringLiteral("、"));
    return missing.size() > shown ? QStringLiteral("%1 等 %2 个").arg(first).arg(missing.size())
                                  : first;
}

DocumentData gather(qint64, const QJsonObject &payload, const Reader &reader)
{
    const qint64 collector = payload[u"operator"].toInteger();
    const QDate day = QDate::fromString(payload[u"day"].toString(), Qt::ISODate);
    const DayFigures figures = figuresOfDay(reader, receiptKind, collector, day);
    const Money counted = Money::fromFen(payload[u"counted"].toInteger());
    Query closed = reader.query(
        QStringLiteral("SELECT due, journal_head FROM day_close WHERE collector = ? AND day = ?"));
    closed.bindAll(collector, day);
    const bool posted = closed.next();
    const Money due = posted ? Money::fromFen(closed.integer(0)) : figures.due;
    const std::optional<Row> account = reader.row(QStringLiteral("operator_account"), collector);
    constexpr qsizetype headShown = 16;
    DocumentData data;
    data.templateId = QStringLiteral("day_sheet");
    data.title = QStringLiteral("征缴日清单");
    data.values = {
        {QStringLiteral("collector"),
         account ? account->value(QStringLiteral("display_name")).toString() : QString()},
        {QStringLiteral("due_capitals"),
         due.fen() < 0 ? QStringLiteral("—") : QStringLiteral("人民币") + capitalAmount(due)},
        {QStringLiteral("day_line"),
         QStringLiteral("日期：") + day.toString(QStringLiteral("yyyy年M月d日"))},
        {QStringLiteral("numbers"),
         figures.firstNumber.isEmpty()
             ? QStringLiteral("无")
             : QStringLiteral("%1 – %2").arg(figures.firstNumber, figures.lastNumber)},
        {QStringLiteral("used"), QString::number(figures.used)},
        {QStringLiteral("voided"), QString::number(figures.voided)},
        {QStringLiteral("lost"), QString::number(figures.lost)},
        {QStringLiteral("missing"), missingText(figures.missing)},
        {QStringLiteral("deposit_slip"), payload[u"deposit_slip"].toString()},
        {QStringLiteral("due"), due.toDisplay()},
        {QStringLiteral("counted"), counted.toDisplay()},
        {QStringLiteral("difference"), (counted - due).toDisplay()},
        {QStringLiteral("journal_head"),
         posted ? closed.text(1).left(headShown) : QStringLiteral("（复核后记入）")},
        {QStringLiteral("rows"), numbersOf(collector, day, reader)}};
    return data;
}

} // namespace

DocumentSpec daySheetDocument()
{
    DocumentSpec document;
    document.id = QStringLiteral("contributions.day_sheet");
    document.title = contributionWords(QT_TRANSLATE_NOOP("Contributions", "Day sheet"));
    // The money and the numbers are facts from the collector's own signature on.
    document.ofFact = true;
    document.gather = gather;
    return document;
}

} // namespace jubao
