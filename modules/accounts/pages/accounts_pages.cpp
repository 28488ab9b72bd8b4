// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/pages/accounts_pages.h"

#include "core/mask.h"
#include "core/money.h"
#include "core/text.h"
#include "database/error.h"
#include "desk/list_page.h"
#include "desk/preview_dialog.h"
#include <QApplication>
#include <limits>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("AccountsPages", text);
}

QList<ListRow> accounts(const Reader &reader, const ListQuery &query, int limit)
{
    const QString &filter = query.filter;
    QList<ListRow> rows;
    Query found = reader.query(QStringLiteral(
        "SELECT p.name, p.id_number, d.name, c.opened_on, "
        "(SELECT coalesce(sum(e.amount), 0) FROM account_entry e WHERE e.account = c.id), "
        "(SELECT coalesce(sum(s.amount), 0) FROM subsidy_entitlement s WHERE s.account = c.id), p.id, "
        "p.division, c.id "
        "FROM account c JOIN person p ON p.id = c.person LEFT JOIN division d ON d.code = p.division "
        "WHERE (? = '' OR p.name = ? OR p.id_number = ? OR p.id_last_four = ? OR p.pinyin = ?) "
        "AND (? = '' OR (p.division >= ? AND p.division < ?)) "
        "AND c.id < ? ORDER BY c.id DESC LIMIT ?"));
    found.bindAll(filter, filter, filter.toUpper(), filter.toUpper(), filter.toLower(),
                  query.division, query.division, endOfPrefix(query.division),
                  query.after ? query.after->key : std::numeric_limits<qint64>::max(),
                  qint64(limit));
    while (found.next())
        rows.append({{found.text(0), maskIdNumber(found.text(1)), found.text(2), found.text(3),
                      Money::fromFen(found.integer(4)).toDisplay(),
                      Money::fromFen(found.integer(5)).toDisplay()},
                     found.integer(6),
                     {},
                     found.text(7),
                     found.integer(8)});
    return rows;
}

QWidget *accountsPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("accounts.list");
    spec.title = words(QT_TRANSLATE_NOOP("AccountsPages", "Accounts"));
    spec.placeholder =
        words(QT_TRANSLATE_NOOP("AccountsPages", "Name, ID number or its last four"));
    spec.headings = {
        {words(QT_TRANSLATE_NOOP("AccountsPages", "Name"))},
        {words(QT_TRANSLATE_NOOP("AccountsPages", "ID number"))},
        {words(QT_TRANSLATE_NOOP("AccountsPages", "Village or community")), false, true},
        {words(QT_TRANSLATE_NOOP("AccountsPages", "Opened on"))},
        {words(QT_TRANSLATE_NOOP("AccountsPages", "Balance (yuan)")), true, false, true},
        {words(QT_TRANSLATE_NOOP("AccountsPages", "Subsidy not yet credited (yuan)")), true, false,
         true}};
    spec.rowsAfter = accounts;
    spec.byDivision = true;
    spec.personal = true;
    spec.open = [&shell](qint64 id) { shell.showPerson(id); };
    return new ListPage(shell, spec);
}

const QString yearlyStatement = QStringLiteral("accounts.yearly_statement");

/** When the run of that village and year was last given; empty = not yet. */
QString lastRun(const Reader &reader, const QString &division, int year)
{
    Query given = reader.query(
        QStringLiteral("SELECT max(at) FROM access_trail WHERE kind = 'print' AND subject = ?"));
    given.bindAll(QStringLiteral("%1 %2 %3").arg(yearlyStatement, division).arg(year));
    const bool any = given.next() && !given.isNull(0);
    return any
        ? officeDate(QDateTime::fromString(given.text(0), Qt::ISODateWithMs)).toString(Qt::ISODate)
        : QString();
}

/** Every village with accounts, and when its statements of the last two years were given. */
QList<ListRow> villages(const Reader &reader, const QString &filter, int limit)
{
    QList<ListRow> rows;
    const int year = reader.today().year();
    Query found = reader.query(
        QStringLiteral("SELECT d.id, d.code, d.name, t.name, count(c.id) FROM division d "
                       "JOIN person p ON p.division = d.code JOIN account c ON c.person = p.id "
                       "LEFT JOIN division t ON t.code = d.parent "
                       "GROUP BY d.id, d.code, d.name, t.name ORDER BY d.code"));
    while (found.next() && rows.size() < limit) {
        const QString code = found.text(1);
        const QStringList cells{found.text(3), found.text(2), QString::number(found.integer(4)),
                                lastRun(reader, code, year - 1), lastRun(reader, code, year)};
        if (rowMatches(cells, filter))
            rows.append({cells, found.integer(0), {}, code});
    }
    return rows;
}

void printStatements(Shell &shell, qint64 division, int year)
{
    Office &office = shell.office();
    const std::optional<Row> place = office.reader().row(QStringLiteral("division"), division);
    if (!place)
        return;
    const Office::PaperRun run{yearlyStatement, place->value(QStringLiteral("code")).toString(),
                               year};
    const auto drawn = [](const QList<Office::Printable> &papers) {
        QList<DrawnPaper> list;
        for (const Office::Printable &each : papers)
            list.append(drawnPaper(each));
        return list;
    };
    try {
        PreviewDialog preview(drawn(office.prepareRun(shell.session(), run)),
                              QApplication::activeWindow());
        preview.setGiving([&](const PreviewDialog::HandOut &handOut) {
            office.giveOutRun(shell.session(), run, [&](const QList<Office::Printable> &papers) {
                handOut(drawn(papers));
            });
        });
        preview.exec();
    } catch (const RefusedError &error) {
        shell.tell(error.refusals.first().text);
    } catch (const DatabaseError &error) {
        shell.tell(error.text());
    } catch (const std::invalid_argument &error) {
        shell.tell(QString::fromUtf8(error.what()));
    }
}

QWidget *statementsPage(Shell &shell)
{
    const int year = shell.office().reader().today().year();
    const QString given =
        words(QT_TRANSLATE_NOOP("AccountsPages", "Statements of %1 last given on"));
    ListSpec spec;
    spec.id = QStringLiteral("accounts.statements");
    spec.title = words(QT_TRANSLATE_NOOP("AccountsPages", "Yearly statements"));
    spec.subtitle = words(QT_TRANSLATE_NOOP(
        "AccountsPages", "one paper for everybody of a village; free, each print leaves a trace"));
    spec.placeholder = words(QT_TRANSLATE_NOOP("AccountsPages", "Township or village"));
    spec.headings = {
        {words(QT_TRANSLATE_NOOP("AccountsPages", "Township"))},
        {words(QT_TRANSLATE_NOOP("AccountsPages", "Village or community")), false, true},
        {words(QT_TRANSLATE_NOOP("AccountsPages", "Number of accounts")), true},
        {given.arg(year - 1)},
        {given.arg(year)}};
    spec.rows = villages;
    for (const int each : {year - 1, year})
        spec.actions.append(
            {QStringLiteral("accounts.statements.%1").arg(each == year ? "this" : "last"),
             words(QT_TRANSLATE_NOOP("AccountsPages", "Statements of %1…")).arg(each),
             [](qint64) { return true; },
             [&shell, each](qint64 division) { printStatements(shell, division, each); }});
    spec.open = [&shell, year](qint64 division) { printStatements(shell, division, year - 1); };
    return new ListPage(shell, spec);
}

} // namespace

QList<ModulePage> AccountsPages::pages() const
{
    return {{QStringLiteral("accounts.list"),
             words(QT_TRANSLATE_NOOP("AccountsPages", "Accounts")),
             {},
             accountsPage,
             true},
            {QStringLiteral("accounts.statements"),
             words(QT_TRANSLATE_NOOP("AccountsPages", "Yearly statements")),
             {},
             statementsPage,
             true}};
}

} // namespace jubao
