// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrollment/pages/enrollment_pages.h"

#include "core/mask.h"
#include "desk/list_page.h"
#include "enrollment/domain/person_search.h"
#include <QCoreApplication>

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
            person.value(QStringLiteral("id")).toLongLong()};
}

/** Without a filter the latest enrolments stand here, for that is what one looks for most. */
QList<ListRow> persons(const Reader &reader, const QString &filter, int limit)
{
    QList<qint64> ids;
    if (!filter.isEmpty()) {
        const QList<FoundPerson> found = findPersons(reader, filter, limit);
        for (const FoundPerson &person : found)
            ids.append(person.id);
    } else {
        Query latest =
            reader.query(QStringLiteral("SELECT id FROM person ORDER BY id DESC LIMIT ?"));
        latest.bindAll(qint64(limit));
        while (latest.next())
            ids.append(latest.integer(0));
    }
    QList<ListRow> rows;
    for (const qint64 id : ids)
        rows.append(rowOf(reader, reader.row(QStringLiteral("person"), id).value()));
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
    spec.rows = persons;
    spec.open = [&shell](qint64 id) { shell.showPerson(id); };
    return new ListPage(shell, spec);
}

} // namespace

QList<ModulePage> EnrollmentPages::pages() const
{
    return {{QStringLiteral("enrollment.persons"),
             words(QT_TRANSLATE_NOOP("EnrollmentPages", "Insured persons")),
             {},
             personsPage}};
}

} // namespace jubao
