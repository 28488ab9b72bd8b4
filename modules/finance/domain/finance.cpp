// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finance/domain/finance.h"

#include "finance/domain/ties.h"
#include "operations/type.h"

namespace jubao {

namespace {

// Kinds of accounting events and the entry of the chart that each will become (domain: 4.4).
const QString contributionReceived = QStringLiteral("contribution_received"); // 1
const QString suspenseReceived = QStringLiteral("suspense_received");         // 5
const QString suspenseCredited = QStringLiteral("suspense_credited");         // 6
const QString suspenseRefunded = QStringLiteral("suspense_refunded");         // 5, taken back
const QString contributionRefunded = QStringLiteral("contribution_refunded"); // 19
const QString contributionReversed = QStringLiteral("contribution_reversed"); // 1, into 暂收款
// No entry of the chart: what becomes of a difference is decided in its case.
const QString cashOver = QStringLiteral("cash_over");
const QString cashShort = QStringLiteral("cash_short");

void addSuspense(Writer &writer, qint64 receipt, qint64 fen, const char *reason)
{
    writer.insert(QStringLiteral("suspense_money"),
                  {{QStringLiteral("receipt"), receipt},
                   {QStringLiteral("amount"), fen},
                   {QStringLiteral("reason"), QString::fromLatin1(reason)},
                   {QStringLiteral("operation"), writer.context().operation}});
}

void addEvent(Writer &writer, const QString &kind, qint64 fen, const char *source)
{
    writer.insert(QStringLiteral("accounting_event"),
                  {{QStringLiteral("kind"), kind},
                   {QStringLiteral("amount"), fen},
                   {QStringLiteral("occurred_on"), writer.today()},
                   {QStringLiteral("operation"), writer.context().operation},
                   {QStringLiteral("source"), QString::fromLatin1(source)}});
}

/** A row of the contributions' room that this posting wrote. */
std::optional<Row> writtenNow(const Writer &writer, const QString &table)
{
    return writer.row(table, QStringLiteral("op_seq"), writer.context().opSeq);
}

qint64 number(const Row &row, const char *column)
{
    return row.value(QString::fromLatin1(column)).toLongLong();
}

/** Money on the counter stands in 暂收款 from the moment it is taken until it is credited or
 * refunded. */
void onMoneyTaken(const QJsonObject &, Writer &writer)
{
    const Row receipt = writtenNow(writer, QStringLiteral("receipt")).value();
    addSuspense(writer, number(receipt, "id"), number(receipt, "amount"), "received");
}

void onCollected(const QJsonObject &, Writer &writer)
{
    const Row entry = writtenNow(writer, QStringLiteral("contribution_entry")).value();
    addSuspense(writer, number(entry, "receipt"), -number(entry, "amount"), "credited");
    addEvent(writer, contributionReceived, number(entry, "amount"), "contributions.collect");
}

/** The collection came to nothing, the money is here: it is booked as 暂收款 (CON-02). */
void onCollectionRefused(const QJsonObject &, Writer &writer)
{
    const Row receipt =
        writer
            .row(QStringLiteral("receipt"), QStringLiteral("operation"), writer.context().operation)
            .value();
    addEvent(writer, suspenseReceived, number(receipt, "amount"), "contributions.collect");
}

void onSuspenseCredited(const QJsonObject &, Writer &writer)
{
    const Row entry = writtenNow(writer, QStringLiteral("contribution_entry")).value();
    addSuspense(writer, number(entry, "receipt"), -number(entry, "amount"), "credited");
    addEvent(writer, suspenseCredited, number(entry, "amount"), "contributions.credit_suspense");
}

void onReceiptVoided(const QJsonObject &, Writer &writer)
{
    const std::optional<Row> red = writtenNow(writer, QStringLiteral("contribution_entry"));
    if (!red)
        return; // what was never credited waits already
    addSuspense(writer, number(*red, "receipt"), -number(*red, "amount"), "reversed");
    addEvent(writer, contributionReversed, -number(*red, "amount"), "contributions.void_receipt");
}

void onRefunded(const QJsonObject &, Writer &writer)
{
    const Row refund = writtenNow(writer, QStringLiteral("contribution_refund")).value();
    const qint64 fen = number(refund, "amount");
    const bool credited = writtenNow(writer, QStringLiteral("contribution_entry")).has_value();
    if (!credited)
        addSuspense(writer, number(refund, "receipt"), -fen, "refunded");
    addEvent(writer, credited ? contributionRefunded : suspenseRefunded, fen,
             "contributions.refund");
}

/** Balances that come from the books before: the accountant compares them with the opening of the
 * fund's books. */
void onTakenOver(const QJsonObject &payload, Writer &writer)
{
    qint64 fen = 0;
    for (auto it = payload.constBegin(); it != payload.constEnd(); ++it) {
        if (it.key().startsWith(QLatin1String("sum_balance_")))
            fen += it.value().toInteger();
    }
    writer.insert(QStringLiteral("accounting_event"),
                  {{QStringLiteral("kind"), QStringLiteral("opening_balances")},
                   {QStringLiteral("amount"), fen},
                   {QStringLiteral("occurred_on"), payload[u"balances_on"].toString()},
                   {QStringLiteral("operation"), writer.context().operation},
                   {QStringLiteral("source"), QStringLiteral("enrollment.take_over")}});
}

/** Counted more or less than the receipts say: the head of finance has reviewed it (CON-15). */
void onDayClosed(const QJsonObject &, Writer &writer)
{
    const Row day = writtenNow(writer, QStringLiteral("day_close")).value();
    const qint64 gap = number(day, "counted") - number(day, "due");
    if (gap != 0)
        addEvent(writer, gap > 0 ? cashOver : cashShort, std::abs(gap), "contributions.day_close");
}

} // namespace

void addFinanceTypes(TypeRegistry &registry)
{
    addFinanceTies(registry);
    const QString room = QStringLiteral("finance");
    registry.add(
        Hook{QStringLiteral("enrollment.take_over"), room, QStringLiteral("opening"), onTakenOver});
    registry.add(Hook{QStringLiteral("contributions.collect!fact"), room,
                      QStringLiteral("suspense"), onMoneyTaken});
    registry.add(
        Hook{QStringLiteral("contributions.collect"), room, QStringLiteral("event"), onCollected});
    registry.add(Hook{QStringLiteral("contributions.collect"), room, QStringLiteral("refused"),
                      onCollectionRefused, true});
    registry.add(Hook{QStringLiteral("contributions.credit_suspense"), room,
                      QStringLiteral("event"), onSuspenseCredited});
    registry.add(Hook{QStringLiteral("contributions.void_receipt"), room, QStringLiteral("event"),
                      onReceiptVoided});
    registry.add(Hook{QStringLiteral("contributions.day_close"), room, QStringLiteral("difference"),
                      onDayClosed});
    registry.add(
        Hook{QStringLiteral("contributions.refund"), room, QStringLiteral("event"), onRefunded});
}

} // namespace jubao
