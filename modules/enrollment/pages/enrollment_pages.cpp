// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/pages/enrollment_pages.h"

#include "core/mask.h"
#include "core/text.h"
#include "desk/list_page.h"
#include "enrollment/domain/person_search.h"
#include <QCoreApplication>
#include <limits>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("EnrollmentPages", text);
}

ListRow rowOf(const Reader &reader, const Row &person)
{
    const auto text = [&person](const char *name) {
        return person.value(QString::fromLatin1(name)).toString();
    };
    const std::optional<Row> division =
        reader.row(QStringLiteral("division"), QStringLiteral("code"), text("division"));
    return {{text("name"), maskIdNumber(text("id_number")),
             text("sex") == QLatin1String("1")
                 ? words(QT_TRANSLATE_NOOP("EnrollmentPages", "male"))
                 : words(QT_TRANSLATE_NOOP("EnrollmentPages", "female")),
             text("birth"),
             division ? division->value(QStringLiteral("name")).toString() : text("division"),
             text("household"), text("enrolled_on")},
            person.value(QStringLiteral("id")).toLongLong(),
            {},
            text("division")};
}

/**
 * Without a filter the latest enrolments stand first, for that is what one looks for most; inside a
 * division its villages one after another. Both orders follow an index, so each page costs the
 * same.
 */
QList<ListRow> persons(const Reader &reader, const ListQuery &query, int limit)
{
    QList<ListRow> rows;
    if (!query.filter.isEmpty()) {
        if (query.after)
            return rows;
        const QList<FoundPerson> found = findPersons(reader, query.filter, limit);
        for (const FoundPerson &person : found) {
            if (person.division.startsWith(query.division))
                rows.append(rowOf(reader, reader.row(QStringLiteral("person"), person.id).value()));
        }
        return rows;
    }
    const bool inDivision = !query.division.isEmpty();
    Query page = reader.query(
        inDivision ? QStringLiteral("SELECT id FROM person WHERE division >= ? AND division < ? "
                                    "AND (division, id) > (?, ?) ORDER BY division, id LIMIT ?")
                   : QStringLiteral("SELECT id FROM person WHERE id < ? ORDER BY id DESC LIMIT ?"));
    if (inDivision)
        page.bindAll(query.division, endOfPrefix(query.division),
                     query.after ? query.after->division : QString(),
                     query.after ? query.after->id : qint64(0), qint64(limit));
    else
        page.bindAll(query.after ? query.after->id : std::numeric_limits<qint64>::max(),
                     qint64(limit));
    while (page.next())
        rows.append(rowOf(reader, reader.row(QStringLiteral("person"), page.integer(0)).value()));
    return rows;
}

QWidget *personsPage(Shell &shell)
{
    ListSpec spec;
    spec.id = QStringLiteral("enrollment.persons");
    spec.title = words(QT_TRANSLATE_NOOP("EnrollmentPages", "Insured persons"));
    spec.placeholder = words(
        QT_TRANSLATE_NOOP("EnrollmentPages", "Name, pinyin initials, ID number, household …"));
    spec.headings = {
        {words(QT_TRANSLATE_NOOP("EnrollmentPages", "Name"))},
        {words(QT_TRANSLATE_NOOP("EnrollmentPages", "ID number"))},
        {words(QT_TRANSLATE_NOOP("EnrollmentPages", "Sex"))},
        {words(QT_TRANSLATE_NOOP("EnrollmentPages", "Birth"))},
        {words(QT_TRANSLATE_NOOP("EnrollmentPages", "Village or community")), false, true},
        {words(QT_TRANSLATE_NOOP("EnrollmentPages", "Household register"))},
        {words(QT_TRANSLATE_NOOP("EnrollmentPages", "Enrolled on"))}};
    spec.rowsAfter = persons;
    spec.byDivision = true;
    spec.personal = true;
    spec.open = [&shell](qint64 id) { shell.showPerson(id); };
    return new ListPage(shell, spec);
}

} // namespace

QList<ModulePage> EnrollmentPages::pages() const
{
    return {{QStringLiteral("enrollment.persons"),
             words(QT_TRANSLATE_NOOP("EnrollmentPages", "Insured persons")),
             {},
             personsPage,
             true}};
}

QStringList EnrollmentPages::dailyWork() const
{
    return {QStringLiteral("enrollment.register"), QStringLiteral("enrollment.roster"),
            QStringLiteral("enrollment.change"),   QStringLiteral("enrollment.change_key"),
            QStringLiteral("enrollment.move"),     QStringLiteral("enrollment.take_in")};
}

} // namespace jubao
