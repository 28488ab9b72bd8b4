// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "supervision/pages/supervision_pages.h"

#include "database/error.h"
#include "database/ids.h"
#include "desk/list_page.h"
#include "supervision/domain/exceptions.h"
#include "supervision/pages/journal_page.h"
#include "supervision/pages/verify_page.h"
#include <QCoreApplication>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("SupervisionPages", text);
}

QString traceTitle(const QString &kind)
{
    static const QMap<QString, const char *> titles{
        {QStringLiteral("sign_in"), QT_TRANSLATE_NOOP("SupervisionPages", "Signed in")},
        {QStringLiteral("sign_out"), QT_TRANSLATE_NOOP("SupervisionPages", "Signed out")},
        {QStringLiteral("sign_in_failed"), QT_TRANSLATE_NOOP("SupervisionPages", "Wrong password")},
        {QStringLiteral("lock"), QT_TRANSLATE_NOOP("SupervisionPages", "Locked")},
        {QStringLiteral("unlock"), QT_TRANSLATE_NOOP("SupervisionPages", "Password confirmed")},
        {QStringLiteral("on_the_spot"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Called on the spot")},
        {QStringLiteral("on_the_spot_ended"),
         QT_TRANSLATE_NOOP("SupervisionPages", "On the spot: time over")},
        {QStringLiteral("person"), QT_TRANSLATE_NOOP("SupervisionPages", "Looked at a person")},
        {QStringLiteral("operation"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Looked at an operation")},
        {QStringLiteral("reveal"), QT_TRANSLATE_NOOP("SupervisionPages", "Revealed sealed fields")},
        {QStringLiteral("evidence"), QT_TRANSLATE_NOOP("SupervisionPages", "Looked at a scan")},
        {QStringLiteral("preview"), QT_TRANSLATE_NOOP("SupervisionPages", "Looked at a paper")},
        {QStringLiteral("print"), QT_TRANSLATE_NOOP("SupervisionPages", "Printed")},
        {QStringLiteral("export"), QT_TRANSLATE_NOOP("SupervisionPages", "Took a list out")},
        {QStringLiteral("verify"), QT_TRANSLATE_NOOP("SupervisionPages", "Verified")},
        {QStringLiteral("refused"), QT_TRANSLATE_NOOP("SupervisionPages", "Refused")},
        {QStringLiteral("backup_failed"), QT_TRANSLATE_NOOP("SupervisionPages", "Backup failed")},
        {QStringLiteral("rotation_failed"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Change of the data key failed")},
        {QStringLiteral("invitation_void"), QT_TRANSLATE_NOOP("SupervisionPages", "Code void")},
        {QStringLiteral("recovered"), QT_TRANSLATE_NOOP("SupervisionPages", "Recovered")},
        {QStringLiteral("slot_removed"),
         QT_TRANSLATE_NOOP("SupervisionPages", "False key slot removed")},
        {QStringLiteral("slot_coming"), QT_TRANSLATE_NOOP("SupervisionPages", "Key slot prepared")},
        {QStringLiteral("slot_kept"), QT_TRANSLATE_NOOP("SupervisionPages", "Key slot written")},
        {QStringLiteral("slot_alarm"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Key slot older or edited")},
        {QStringLiteral("head_signed"), QT_TRANSLATE_NOOP("SupervisionPages", "Trail signed")},
        {QStringLiteral("witness_alarm"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Not the office seen before")},
        {QStringLiteral("admitted"), QT_TRANSLATE_NOOP("SupervisionPages", "Key made")},
        {QStringLiteral("password_changed"),
         QT_TRANSLATE_NOOP("SupervisionPages", "Changed the password")}};
    const char *title = titles.value(kind);
    return title ? words(title) : kind;
}

QString operationText(const Reader &reader, const TypeRegistry &registry, qint64 id)
{
    const std::optional<Row> row = reader.row(QStringLiteral("operation"), id);
    if (!row)
        return QString::number(id);
    const OperationType *type = registry.find(row->value(QStringLiteral("type")).toString());
    return words(QT_TRANSLATE_NOOP("SupervisionPages", "No. %1 %2"))
        .arg(shortNumber(id))
        .arg(type ? type->title : QString());
}

/** "contributions.receipt 1099511630284", "make enrollment.register": the words that it stands for;
 * what is unknown stays as it is written. */
QString partsText(const Reader &reader, const TypeRegistry &registry, const QString &subject)
{
    QStringList parts;
    const QStringList written = subject.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : written) {
        bool isId = false;
        const qint64 id = part.toLongLong(&isId);
        const OperationType *type = registry.find(part);
        const DocumentSpec *document = registry.findDocument(part).first;
        const std::optional<ActionKind> action = actionFromCode(part);
        if (isId && reader.row(QStringLiteral("operation"), id))
            parts.append(operationText(reader, registry, id));
        else if (const auto person = isId ? reader.row(QStringLiteral("person"), id) : std::nullopt)
            parts.append(person->value(QStringLiteral("name")).toString());
        else if (!part.startsWith(u'#')) // the mark of a person (paper_request.h)
            parts.append(type           ? type->title
                             : document ? document->title
                             : action   ? actionTitle(*action)
                                        : part);
    }
    return parts.join(u' ');
}

/** The words of refusals that the trail keeps by their codes. */
QString refusalsText(const QString &codes)
{
    QStringList texts;
    const QStringList written = codes.split(QStringLiteral(", "), Qt::SkipEmptyParts);
    for (const QString &code : written) {
        const bool known = std::any_of(
            refusalCatalogue().begin(), refusalCatalogue().end(),
            [&code](const RefusalRule &rule) { return code == QLatin1String(rule.code); });
        texts.append(known ? refusal(code, QStringLiteral("…")).text : code);
    }
    texts.removeDuplicates();
    return texts.join(u' ');
}

QList<ListRow> trail(const Reader &reader, const TypeRegistry &registry, const QString &filter,
                     int limit)
{
    QList<ListRow> rows;
    Query lines = reader.query(QStringLiteral(
        "SELECT t.seq, t.at, a.display_name, t.kind, t.subject, t.detail, t.workstation "
        "FROM access_trail t LEFT JOIN operator_account a ON a.id = t.operator "
        "ORDER BY t.seq DESC"));
    while (lines.next() && rows.size() < limit) {
        const QStringList cells{
            QString::number(lines.integer(0)),
            officeTime(QDateTime::fromString(lines.text(1), Qt::ISODateWithMs))
                .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
            lines.isNull(2) ? QStringLiteral("—") : lines.text(2),
            traceTitle(lines.text(3)),
            partsText(reader, registry, lines.text(4)),
            lines.text(3) == QLatin1String("refused") ? refusalsText(lines.text(5)) : lines.text(5),
            lines.text(6)};
        const bool bad = lines.text(3) == QLatin1String("refused")
            || lines.text(3) == QLatin1String("sign_in_failed");
        if (rowMatches(cells, filter))
            rows.append({cells, lines.integer(0),
                         bad ? QStringLiteral("danger") : QStringLiteral("primary")});
    }
    return rows;
}

QWidget *trailPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("supervision.trail");
    spec.title = words(QT_TRANSLATE_NOOP("SupervisionPages", "Access trail"));
    spec.subtitle =
        words(QT_TRANSLATE_NOOP("SupervisionPages", "who looked at what, newest first"));
    spec.placeholder = words(QT_TRANSLATE_NOOP("SupervisionPages", "Filter the list"));
    spec.headings = {{words(QT_TRANSLATE_NOOP("SupervisionPages", "Line"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Time"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Operator"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "What"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Subject"))},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Detail")), false, true},
                     {words(QT_TRANSLATE_NOOP("SupervisionPages", "Workstation"))}};
    spec.pillColumn = 3;
    spec.rows = [&shell](const Reader &reader, const QString &filter, int limit) {
        return trail(reader, shell.office().registry(), filter, limit);
    };
    return new ListPage(shell, spec);
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
