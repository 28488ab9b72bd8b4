// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finance/domain/finance.h"

#include "operations/type.h"

namespace jubao {

namespace {

qint64 receiptOf(const Writer &writer)
{
    return writer
        .row(QStringLiteral("receipt"), QStringLiteral("operation"), writer.context().operation)
        .value()
        .value(QStringLiteral("id"))
        .toLongLong();
}

void addSuspense(Writer &writer, qint64 fen, const QString &reason)
{
    writer.insert(QStringLiteral("suspense_money"),
                  {{QStringLiteral("receipt"), receiptOf(writer)},
                   {QStringLiteral("amount"), fen},
                   {QStringLiteral("reason"), reason},
                   {QStringLiteral("operation"), writer.context().operation}});
}

/** Money on the counter stands in 暂收款 from the moment it is taken until it is credited or
 * refunded. */
void onMoneyTaken(const QJsonObject &payload, Writer &writer)
{
    addSuspense(writer, payload[u"amount"].toInteger(), QStringLiteral("received"));
}

void onCollected(const QJsonObject &payload, Writer &writer)
{
    const qint64 fen = payload[u"amount"].toInteger();
    addSuspense(writer, -fen, QStringLiteral("credited"));
    writer.insert(QStringLiteral("accounting_event"),
                  {{QStringLiteral("kind"), QStringLiteral("contribution_received")},
                   {QStringLiteral("amount"), fen},
                   {QStringLiteral("occurred_on"), writer.context().madeOn},
                   {QStringLiteral("operation"), writer.context().operation},
                   {QStringLiteral("source"), QStringLiteral("contributions.collect")}});
}

} // namespace

void addFinanceTypes(TypeRegistry &registry)
{
    const QString room = QStringLiteral("finance");
    registry.add(Hook{QStringLiteral("contributions.collect!fact"), room,
                      QStringLiteral("suspense"), onMoneyTaken});
    registry.add(
        Hook{QStringLiteral("contributions.collect"), room, QStringLiteral("event"), onCollected});
}

} // namespace jubao
