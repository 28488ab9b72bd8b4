// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/domain/ties.h"

#include "contributions/domain/types.h"
#include "contributions/domain/words.h"
#include <QHash>

namespace jubao {

namespace {

constexpr qsizetype counterDigits = 8;

QString words(const char *text)
{
    return contributionWords(text);
}

/** Each receipt is the fact of one collection, each collection has one (第二十七条). */
void findUnmatchedFacts(const Reader &reader, QList<TieBreak> &breaks)
{
    Query receipts = reader.query(QStringLiteral(
        "SELECT r.number FROM receipt r LEFT JOIN operation o ON o.id = r.operation "
        "AND ((r.money_of IS NULL AND o.type = 'contributions.collect') "
        "OR (r.money_of IS NOT NULL AND o.type = 'contributions.credit_suspense')) WHERE o.id IS NULL"));
    while (receipts.next())
        breaks.append(
            {receipts.text(0),
             words(QT_TRANSLATE_NOOP("Contributions", "This receipt belongs to no collection."))});
    Query operations = reader.query(QStringLiteral(
        "SELECT o.id, count(r.id) FROM operation o LEFT JOIN receipt r ON r.operation = o.id "
        "WHERE o.type = 'contributions.collect' GROUP BY o.id HAVING count(r.id) <> 1"));
    while (operations.next())
        breaks.append({QString::number(operations.integer(0)),
                       words(QT_TRANSLATE_NOOP("Contributions", "This collection has %1 receipts."))
                           .arg(operations.integer(1))});
}

/** Money of each receipt = credited + received and not credited + refunded. */
void findUntiedMoney(const Reader &reader, QList<TieBreak> &breaks)
{
    Query rows = reader.query(QStringLiteral(
        "SELECT r.number, r.amount, "
        "(SELECT coalesce(sum(amount), 0) FROM contribution_entry WHERE receipt = r.id), "
        "(SELECT coalesce(sum(amount), 0) FROM suspense_money WHERE receipt = r.id), "
        "(SELECT coalesce(sum(amount), 0) FROM contribution_refund WHERE receipt = r.id) "
        "FROM receipt r WHERE r.money_of IS NULL"));
    while (rows.next()) {
        const Money taken = Money::fromFen(rows.integer(1));
        const Money credited = Money::fromFen(rows.integer(2));
        const Money waiting = Money::fromFen(rows.integer(3));
        const Money refunded = Money::fromFen(rows.integer(4));
        if (taken == credited + waiting + refunded)
            continue;
        breaks.append(
            {rows.text(0),
             words(QT_TRANSLATE_NOOP("Contributions",
                                     "Taken %1, but credited %2, waiting %3, refunded %4 yuan."))
                 .arg(taken.toDisplay(), credited.toDisplay(), waiting.toDisplay(),
                      refunded.toDisplay())});
    }
    for (const char *table : {"contribution_entry", "suspense_money", "contribution_refund"}) {
        Query orphans = reader.query(
            QStringLiteral(
                "SELECT t.id FROM %1 t WHERE t.receipt IS NOT NULL AND NOT EXISTS "
                "(SELECT 1 FROM receipt r WHERE r.id = t.receipt AND r.money_of IS NULL)")
                .arg(QLatin1String(table)));
        while (orphans.next())
            breaks.append(
                {QStringLiteral("%1 %2").arg(QLatin1String(table)).arg(orphans.integer(0)),
                 words(QT_TRANSLATE_NOOP("Contributions", "No receipt brought this money."))});
    }
}

QList<TieBreak> receiptBreaks(const Reader &reader)
{
    QList<TieBreak> breaks;
    findUnmatchedFacts(reader, breaks);
    findUntiedMoney(reader, breaks);
    return breaks;
}

struct Block {
    qint64 first = 0;
    qint64 last = 0;
    qint64 holder = 0;
};

/** Blocks by prefix; what overlaps is a break. */
QHash<QString, QList<Block>> blocksOf(const Reader &reader, QList<TieBreak> &breaks)
{
    QHash<QString, QList<Block>> blocks;
    Query rows = reader.query(QStringLiteral(
        "SELECT kind, prefix, first_number, last_number, holder FROM number_block ORDER BY kind, prefix, first_number"));
    while (rows.next()) {
        QList<Block> &own = blocks[rows.text(0) + u' ' + rows.text(1)];
        if (!own.isEmpty() && own.last().last >= rows.integer(2))
            breaks.append(
                {rows.text(1) + QString::number(rows.integer(2)),
                 words(QT_TRANSLATE_NOOP("Contributions", "Two blocks hold this number."))});
        own.append({rows.integer(2), rows.integer(3), rows.integer(4)});
    }
    return blocks;
}

/** Every number that was used or ended lies in one block, with the collector it was issued to. */
QList<TieBreak> numberBreaks(const Reader &reader)
{
    QList<TieBreak> breaks;
    const QHash<QString, QList<Block>> blocks = blocksOf(reader, breaks);
    const auto judge = [&](const Query &row) {
        const QString number = row.text(1);
        const QString prefix = number.chopped(std::min(counterDigits, number.size()));
        const qint64 value = number.mid(prefix.size()).toLongLong();
        for (const Block &block : blocks.value(row.text(0) + u' ' + prefix)) {
            if (block.first <= value && value <= block.last && block.holder == row.integer(2))
                return;
        }
        breaks.append({number,
                       words(QT_TRANSLATE_NOOP("Contributions",
                                               "This number was not issued to who used it."))});
    };
    Query used = reader.query(QStringLiteral("SELECT kind, number, collector FROM receipt"));
    while (used.next())
        judge(used);
    Query ended = reader.query(QStringLiteral("SELECT kind, number, collector FROM number_void"));
    while (ended.next())
        judge(ended);
    Query both = reader.query(QStringLiteral(
        "SELECT v.number FROM number_void v LEFT JOIN receipt r ON r.kind = v.kind AND r.number = v.number "
        "WHERE (v.receipt IS NULL AND r.id IS NOT NULL) OR (v.receipt IS NOT NULL AND (r.id IS NULL OR r.id <> v.receipt))"));
    while (both.next())
        breaks.append({both.text(0),
                       words(QT_TRANSLATE_NOOP(
                           "Contributions", "This number is a receipt and a blank one at once."))});
    return breaks;
}

} // namespace

void addContributionsTies(TypeRegistry &registry)
{
    const QString room = QStringLiteral("contributions");
    registry.add(Tie{
        QStringLiteral("TIE-04"), room,
        words(QT_TRANSLATE_NOOP(
            "Contributions", "Receipts: taken = credited + received and not credited + refunded")),
        receiptBreaks});
    registry.add(
        Tie{QStringLiteral("TIE-05"), room,
            words(QT_TRANSLATE_NOOP("Contributions",
                                    "Numbers: issued = unused + used + spoilt, void or lost")),
            numberBreaks});
}

} // namespace jubao
