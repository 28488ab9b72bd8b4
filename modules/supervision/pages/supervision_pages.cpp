// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "supervision/pages/supervision_pages.h"

#include "database/error.h"
#include "database/ids.h"
#include "desk/list_page.h"
#include "supervision/domain/exceptions.h"
#include "supervision/pages/journal_page.h"
#include "supervision/pages/trail_page.h"
#include "supervision/pages/verify_page.h"
#include <QCoreApplication>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("SupervisionPages", text);
}

QList<ListRow> exceptionRows(const Reader &reader, const TypeRegistry &registry,
                             const QString &filter, int limit)
{
    QList<ListRow> rows;
    constexpr int monthsShown = 12;
    const QDate today = reader.today();
    const QList<ExceptionLine> lines =
        exceptionsOf(reader, registry, today.addMonths(-monthsShown), today);
    for (auto line = lines.crbegin(); line != lines.crend() && rows.size() < limit; ++line) {
        const QStringList cells{
            line->at,
            line->kind,
            line->operation == 0 ? QString() : QString::number(shortNumber(line->operation)),
            line->matter,
            line->found,
            line->answer,
            line->who,
            line->state};
        if (rowMatches(cells, filter))
            rows.append({cells, line->operation, QStringLiteral("warning")});
    }
    return rows;
}

/** What was let through although a rule spoke against it (CON-08). */
QWidget *exceptionsPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("supervision.exceptions");
    spec.title = words(QT_TRANSLATE_NOOP("SupervisionPages", "Exceptions"));
    spec.subtitle = words(QT_TRANSLATE_NOOP(
        "SupervisionPages",
        "answered warnings, contributions taken back, papers asked for late; the last twelve months"));
    spec.placeholder = words(QT_TRANSLATE_NOOP("SupervisionPages", "Month (2026-03), kind, name"));
    spec.headings = {{words(QT_TRANSLATE_NOOP("SupervisionPages", "Day"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Kind"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "No."))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Matter"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "What was found")), false, true},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Answer"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Who"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "State"))}};
    spec.pillColumn = 1;
    spec.personal = true;
    spec.rows = [&shell](const Reader &reader, const QString &filter, int limit) {
        return exceptionRows(reader, shell.office().registry(), filter, limit);
    };
    spec.open = [&shell](qint64 operation) {
        if (operation != 0)
            shell.showOperation(operation);
    };
    return new ListPage(shell, spec);
}

QDate dayOfMonth(qint64 number)
{
    return {int(number / 100), int(number % 100), 1};
}

QDate foundedOn(const Reader &reader)
{
    Query first = reader.query(QStringLiteral("SELECT min(accepted_at) FROM journal"));
    first.next();
    return officeDate(QDateTime::fromString(first.text(0), Qt::ISODateWithMs));
}

/** The months with their counts, newest first, and who has put his word under them. */
QList<ListRow> exceptionMonths(const Reader &reader, const TypeRegistry &registry,
                               const QString &filter, int limit)
{
    constexpr int monthsShown = 12;
    QList<ListRow> rows;
    const QDate today = reader.today();
    const QDate founded = foundedOn(reader);
    const QDate first = std::max(QDate(founded.year(), founded.month(), 1),
                                 QDate(today.year(), today.month(), 1).addMonths(-monthsShown));
    QMap<qint64, int> counts;
    const QList<ExceptionLine> lines = exceptionsOf(reader, registry, first, today);
    for (const ExceptionLine &line : lines)
        ++counts[monthNumber(QDate::fromString(line.at, Qt::ISODate))];
    for (QDate month(today.year(), today.month(), 1); month >= first && rows.size() < limit;
         month = month.addMonths(-1)) {
        const std::optional<ExceptionsRead> read = exceptionsRead(reader, registry, month);
        const QString state = !read ? words(QT_TRANSLATE_NOOP("SupervisionPages", "not read yet"))
            : read->same            ? words(QT_TRANSLATE_NOOP("SupervisionPages", "read"))
                                    : words(QT_TRANSLATE_NOOP("SupervisionPages", "changed since"));
        const QStringList cells{month.toString(QStringLiteral("yyyy-MM")),
                                QString::number(counts.value(monthNumber(month))), state,
                                read ? read->who : QString(), read ? read->at : QString()};
        const bool done = read && read->same;
        if (rowMatches(cells, filter))
            rows.append({cells, monthNumber(month),
                         done ? QStringLiteral("success") : QStringLiteral("warning")});
    }
    return rows;
}

void acknowledgeMonth(Shell &shell, qint64 month)
{
    try {
        const JournalEntry entry =
            acknowledgeExceptions(shell.office(), shell.session(), dayOfMonth(month));
        shell.tell(words(QT_TRANSLATE_NOOP("SupervisionPages",
                                           "Entry %1 of the journal says that you have read them."))
                       .arg(entry.seq));
    } catch (const RefusedError &error) {
        shell.tell(error.refusals.first().text);
    } catch (const DatabaseError &error) {
        shell.tell(error.text());
    }
}

QWidget *exceptionMonthsPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("supervision.exception_months");
    spec.title = words(QT_TRANSLATE_NOOP("SupervisionPages", "Exceptions by month"));
    spec.subtitle =
        words(QT_TRANSLATE_NOOP("SupervisionPages", "Enter shows the list of a month as a paper"));
    spec.headings = {{words(QT_TRANSLATE_NOOP("SupervisionPages", "Month"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Exceptions")), true},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Read"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "By")), false, true},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Time"))}};
    spec.pillColumn = 2;
    spec.rows = [&shell](const Reader &reader, const QString &filter, int limit) {
        return exceptionMonths(reader, shell.office().registry(), filter, limit);
    };
    spec.open = [&shell](qint64 month) {
        shell.showDocument(QStringLiteral("supervision.exceptions"), month);
    };
    spec.actions = {{QStringLiteral("supervision.exception_months.read"),
                     words(QT_TRANSLATE_NOOP("SupervisionPages", "I have read them")),
                     [](qint64) { return true; },
                     [&shell](qint64 month) { acknowledgeMonth(shell, month); }}};
    return new ListPage(shell, spec);
}

} // namespace

QList<ModulePage> SupervisionPages::pages() const
{
    return {{QStringLiteral("supervision.journal"),
             words(QT_TRANSLATE_NOOP("SupervisionPages", "Journal of operations")),
             {},
             [](Shell &shell) { return new JournalPage(shell); }},
            {QStringLiteral("supervision.trail"),
             words(QT_TRANSLATE_NOOP("SupervisionPages", "Access trail")),
             {},
             trailPage},
            {QStringLiteral("supervision.exceptions"),
             words(QT_TRANSLATE_NOOP("SupervisionPages", "Exceptions")),
             {QStringLiteral("AU")},
             exceptionsPage,
             true},
            {QStringLiteral("supervision.exception_months"),
             words(QT_TRANSLATE_NOOP("SupervisionPages", "Exceptions by month")),
             {QStringLiteral("AU")},
             exceptionMonthsPage},
            {QStringLiteral("supervision.verify"),
             words(QT_TRANSLATE_NOOP("SupervisionPages", "Verification")),
             {},
             [](Shell &shell) { return new VerifyPage(shell); }}};
}

} // namespace jubao
