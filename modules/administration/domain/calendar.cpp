// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administration/domain/common.h"
#include "administration/domain/types.h"
#include <QRegularExpression>

namespace jubao {

using namespace administration;

namespace {

struct Day {
    QDate day;
    bool works = false;
    QString name;
};

Finding wrong(const char *code, const QString &text)
{
    return error(QString::fromLatin1(code), QStringLiteral("days"), text, QStringLiteral("CTL-16"));
}

/** "2027-02-15..2027-02-21 off 春节" or "2027-02-28 work 调休". */
QList<Day> readDays(const QString &text, Findings &findings)
{
    static const QRegularExpression form(QStringLiteral(
        "^(\\d{4}-\\d{2}-\\d{2})(?:\\.\\.(\\d{4}-\\d{2}-\\d{2}))?\\s+(off|work|休|班)(?:\\s+(.*))?$"));
    constexpr int longestHoliday = 31;
    QList<Day> days;
    const QStringList lines = linesIn(text);
    for (const QString &line : lines) {
        const QRegularExpressionMatch match = form.match(line.trimmed());
        const QDate first = QDate::fromString(match.captured(1), Qt::ISODate);
        const QDate last =
            match.captured(2).isEmpty() ? first : QDate::fromString(match.captured(2), Qt::ISODate);
        if (!first.isValid() || !last.isValid() || last < first
            || first.daysTo(last) > longestHoliday) {
            findings.append(wrong(
                "CALENDAR_MALFORMED",
                words(
                    QT_TRANSLATE_NOOP(
                        "Administration",
                        "“%1” cannot be read. Write: 2027-02-15..2027-02-21 off name, or: 2027-02-28 work"))
                    .arg(line.trimmed())));
            continue;
        }
        const bool works =
            match.captured(3) == QLatin1String("work") || match.captured(3) == QStringLiteral("班");
        for (QDate day = first; day <= last; day = day.addDays(1))
            days.append({day, works, match.captured(4).trimmed()});
    }
    return days;
}

void checkDay(const Day &day, int year, const Reader &reader, Findings &findings)
{
    const QString text = day.day.toString(Qt::ISODate);
    if (day.day.year() != year)
        findings.append(wrong(
            "CALENDAR_OTHER_YEAR",
            words(QT_TRANSLATE_NOOP("Administration", "%1 lies in another year.")).arg(text)));
    if (day.works && day.day.dayOfWeek() < Qt::Saturday)
        findings.append(wrong(
            "CALENDAR_MALFORMED",
            words(QT_TRANSLATE_NOOP("Administration", "%1 is a working day without being named."))
                .arg(text)));
    if (day.day < reader.today() && reader.calendar().isWorkingDay(day.day) != day.works)
        findings.append(
            wrong("CALENDAR_OF_THE_PAST",
                  words(QT_TRANSLATE_NOOP("Administration",
                                          "%1 is past: deadlines were counted with it."))
                      .arg(text)));
}

Findings check(const QJsonObject &payload, const Reader &reader, qint64)
{
    Findings findings;
    const int year = int(payload[u"year"].toInteger());
    const QList<Day> days = readDays(payload[u"days"].toString(), findings);
    if (days.isEmpty() && findings.isEmpty())
        findings.append(wrong("CALENDAR_MALFORMED",
                              words(QT_TRANSLATE_NOOP("Administration", "Enter the days."))));
    requireText(payload, QStringLiteral("source"),
                words(QT_TRANSLATE_NOOP("Administration", "Name the document it rests on.")),
                findings);
    QSet<QDate> seen;
    for (const Day &day : days) {
        if (seen.contains(day.day))
            findings.append(
                wrong("CALENDAR_MALFORMED",
                      words(QT_TRANSLATE_NOOP("Administration", "%1 stands there twice."))
                          .arg(day.day.toString(Qt::ISODate))));
        seen.insert(day.day);
        checkDay(day, year, reader, findings);
    }
    for (const QDate &fixed : {QDate(year, 1, 1), QDate(year, 5, 1), QDate(year, 10, 1)}) {
        if (!seen.contains(fixed) && !reader.calendar().days().contains(fixed))
            findings.append(
                warning(QStringLiteral("CALENDAR_INCOMPLETE"), QStringLiteral("days"),
                        words(QT_TRANSLATE_NOOP("Administration",
                                                "The statutory day %1 is not among them."))
                            .arg(fixed.toString(Qt::ISODate)),
                        QStringLiteral("CTL-16")));
    }
    return findings;
}

void apply(const QJsonObject &payload, Writer &writer)
{
    Findings none;
    const QString table = QStringLiteral("holiday");
    for (const Day &day : readDays(payload[u"days"].toString(), none)) {
        const Row row{{QStringLiteral("works"), day.works ? 1 : 0},
                      {QStringLiteral("name"), day.name}};
        const std::optional<Row> known =
            writer.row(table, QStringLiteral("day"), day.day.toString(Qt::ISODate));
        if (known) {
            writer.update(table, known->value(QStringLiteral("id")).toLongLong(), row);
            continue;
        }
        Row fresh = row;
        fresh.insert(QStringLiteral("day"), day.day);
        writer.insert(table, fresh);
    }
}

} // namespace

OperationType calendarType()
{
    OperationType type;
    type.id = QStringLiteral("administration.calendar");
    type.room = QStringLiteral("administration");
    type.family = QStringLiteral("administration.policy");
    type.part = ControlPart::Organisation;
    type.legalBasis = QStringLiteral("第六条");
    type.title = words(QT_TRANSLATE_NOOP("Administration", "Holiday calendar of a year"));
    type.evidence = {QStringLiteral("policy_document")};
    type.fields = {
        field("year", FieldKind::Year, QT_TRANSLATE_NOOP("Administration", "Year"), true),
        field(
            "days", FieldKind::LongText, QT_TRANSLATE_NOOP("Administration", "Days"), true,
            QT_TRANSLATE_NOOP("Administration",
                              "One line each: 2027-02-15..2027-02-21 off name – 2027-02-28 work")),
        field("source", FieldKind::Text, QT_TRANSLATE_NOOP("Administration", "Source"), true,
              QT_TRANSLATE_NOOP("Administration", "Title and number of the document"))};
    type.check = check;
    type.apply = apply;
    type.division = [](const QJsonObject &, const Reader &) { return QString(); };
    type.locks = [](const QJsonObject &payload, const Reader &) {
        return QList<Lock>{{QStringLiteral("calendar:%1").arg(payload[u"year"].toInteger()),
                            QStringLiteral("days")}};
    };
    type.summary = [](const QJsonObject &payload, const Reader &) {
        return words(QT_TRANSLATE_NOOP("Administration", "Holiday calendar of %1"))
            .arg(payload[u"year"].toInteger());
    };
    return type;
}

} // namespace jubao
