// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/pages/contributions_pages.h"

#include "contributions/domain/receipts.h"
#include "contributions/pages/counter_page.h"
#include "contributions/pages/day_closes_page.h"
#include "core/money.h"
#include "core/text.h"
#include "desk/list_page.h"
#include <QCoreApplication>
#include <limits>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ContributionsPages", text);
}

/** The amount in the one column of three that says what it counts as. */
QStringList amountCells(ReceiptState state, qint64 fen)
{
    const QString amount = Money::fromFen(fen).toDisplay();
    switch (state) {
    case ReceiptState::Posted:
        return {amount, {}, {}};
    case ReceiptState::Void:
    case ReceiptState::Refunded:
        return {{}, {}, amount};
    default:
        return {{}, amount, {}};
    }
}

QList<ListRow> receipts(const Reader &reader, const ListQuery &query, int limit)
{
    QList<ListRow> rows;
    Query found = reader.query(
        QStringLiteral(
            "SELECT r.number, r.taken_on, p.name, r.year, r.amount, r.payer, a.display_name, "
            "r.operation, p.division, r.id, %1 FROM receipt r JOIN person p ON p.id = r.person "
            "JOIN operator_account a ON a.id = r.collector "
            "WHERE (? = '' OR r.number = ? OR p.name = ? OR r.taken_on = ?) "
            "AND (? = '' OR (p.division >= ? AND p.division < ?)) "
            "AND r.id < ? ORDER BY r.id DESC LIMIT ?")
            .arg(receiptStateColumns()));
    found.bindAll(query.filter, query.filter.toUpper(), query.filter, query.filter, query.division,
                  query.division, endOfPrefix(query.division),
                  query.after ? query.after->key : std::numeric_limits<qint64>::max(),
                  qint64(limit));
    while (found.next()) {
        const ReceiptState state = receiptStateFrom(found, 10);
        rows.append({QStringList{found.text(0), found.text(1), found.text(2),
                                 QString::number(found.integer(3))}
                         + amountCells(state, found.integer(4))
                         + QStringList{found.text(5), found.text(6), receiptStateTitle(state)},
                     found.integer(7), receiptStateTone(state), found.text(8), found.integer(9)});
    }
    return rows;
}

QWidget *receiptsPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("contributions.receipts");
    spec.title = words(QT_TRANSLATE_NOOP("ContributionsPages", "Receipts"));
    spec.placeholder = words(QT_TRANSLATE_NOOP("ContributionsPages", "Number, name or day"));
    spec.headings = {
        {words(QT_TRANSLATE_NOOP("ContributionsPages", "Number"))},
        {words(QT_TRANSLATE_NOOP("ContributionsPages", "Taken on"))},
        {words(QT_TRANSLATE_NOOP("ContributionsPages", "Insured person")), false, true},
        {words(QT_TRANSLATE_NOOP("ContributionsPages", "For year"))},
        {words(QT_TRANSLATE_NOOP("ContributionsPages", "Posted (yuan)")), true, false, true},
        {words(QT_TRANSLATE_NOOP("ContributionsPages", "Not posted (yuan)")), true, false, true},
        {words(QT_TRANSLATE_NOOP("ContributionsPages", "Void (yuan)")), true, false, true},
        {words(QT_TRANSLATE_NOOP("ContributionsPages", "Payer"))},
        {words(QT_TRANSLATE_NOOP("ContributionsPages", "Collector"))},
        {words(QT_TRANSLATE_NOOP("ContributionsPages", "State"))}};
    spec.pillColumn = 9;
    spec.rowsAfter = receipts;
    spec.personal = true;
    spec.byDivision = true;
    spec.open = [&shell](qint64 id) { shell.showOperation(id); };
    return new ListPage(shell, spec);
}

QList<ListRow> blocks(const Reader &reader, const QString &, int limit)
{
    QList<ListRow> rows;
    Query found = reader.query(QStringLiteral(
        "SELECT b.prefix, b.first_number, b.last_number, a.display_name, b.id, "
        "(SELECT count(*) FROM receipt r WHERE r.kind = b.kind AND r.collector = b.holder "
        "AND r.number >= b.prefix || substr('0000000' || b.first_number, -8) "
        "AND r.number <= b.prefix || substr('0000000' || b.last_number, -8)) "
        "FROM number_block b JOIN operator_account a ON a.id = b.holder ORDER BY b.id DESC LIMIT ?"));
    found.bindAll(qint64(limit));
    while (found.next()) {
        const auto number = [&found](int column) {
            return found.text(0)
                + QStringLiteral("%1").arg(found.integer(column), 8, 10, QLatin1Char('0'));
        };
        const qint64 all = found.integer(2) - found.integer(1) + 1;
        rows.append({{number(1), number(2), found.text(3), QString::number(all),
                      QString::number(found.integer(5)), QString::number(all - found.integer(5))},
                     found.integer(4)});
    }
    return rows;
}

QWidget *blocksPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("contributions.blocks");
    spec.title = words(QT_TRANSLATE_NOOP("ContributionsPages", "Stock of receipt numbers"));
    spec.headings = {{words(QT_TRANSLATE_NOOP("ContributionsPages", "From"))},
                     {words(QT_TRANSLATE_NOOP("ContributionsPages", "To"))},
                     {words(QT_TRANSLATE_NOOP("ContributionsPages", "Holder")), false, true},
                     {words(QT_TRANSLATE_NOOP("ContributionsPages", "Numbers")), true},
                     {words(QT_TRANSLATE_NOOP("ContributionsPages", "Receipts made out")), true},
                     {words(QT_TRANSLATE_NOOP("ContributionsPages", "Not made out")), true}};
    spec.rows = blocks;
    return new ListPage(shell, spec);
}

} // namespace

QList<ModulePage> ContributionsPages::pages() const
{
    return {
        {QStringLiteral("contributions.counter"),
         words(QT_TRANSLATE_NOOP("ContributionsPages", "Collection at the counter")),
         {QStringLiteral("TC"), QStringLiteral("CO")},
         [](Shell &shell) -> QWidget * { return new CounterPage(shell); },
         true,
         QStringLiteral("contributions.collect")},
        {QStringLiteral("contributions.receipts"),
         words(QT_TRANSLATE_NOOP("ContributionsPages", "Receipts")),
         {},
         receiptsPage,
         true},
        {QStringLiteral("contributions.day_closes"),
         words(QT_TRANSLATE_NOOP("ContributionsPages", "Day closes")),
         {QStringLiteral("CO"), QStringLiteral("TC"), QStringLiteral("TR"), QStringLiteral("GL"),
          QStringLiteral("FH"), QStringLiteral("CA"), QStringLiteral("DEP"), QStringLiteral("DIR"),
          QStringLiteral("AU")},
         dayClosesPage},
        {QStringLiteral("contributions.blocks"),
         words(QT_TRANSLATE_NOOP("ContributionsPages", "Stock of receipt numbers")),
         {QStringLiteral("CO"), QStringLiteral("TC"), QStringLiteral("TR"), QStringLiteral("GL"),
          QStringLiteral("FH"), QStringLiteral("CA"), QStringLiteral("AU")},
         blocksPage}};
}

QStringList ContributionsPages::dailyWork() const
{
    return {QStringLiteral("contributions.collect"),
            QStringLiteral("contributions.day_close"),
            QStringLiteral("contributions.declare"),
            QStringLiteral("contributions.declare_roster"),
            QStringLiteral("contributions.declare_change"),
            QStringLiteral("contributions.void_number"),
            QStringLiteral("contributions.void_receipt"),
            QStringLiteral("contributions.refund"),
            QStringLiteral("contributions.credit_suspense"),
            QStringLiteral("contributions.lost_numbers"),
            QStringLiteral("contributions.issue_numbers")};
}

} // namespace jubao
