// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/services.h"

#include "accounts/domain/balance.h"
#include "enrollment/domain/person_search.h"
#include <QCoreApplication>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("PersonSections", text);
}

QList<DeskServices::Hit> findHits(const Reader &reader, const QString &text, int limit)
{
    QList<DeskServices::Hit> hits;
    const QList<FoundPerson> found = findPersons(reader, text, limit);
    for (const FoundPerson &person : found) {
        const std::optional<Row> division =
            reader.row(QStringLiteral("division"), QStringLiteral("code"), person.division);
        hits.append(
            {person.id, person.name, person.idNumber,
             division ? division->value(QStringLiteral("name")).toString() : person.division});
    }
    return hits;
}

QString kindTitle(const QString &kind)
{
    if (kind == QLatin1String("contribution"))
        return words(QT_TRANSLATE_NOOP("PersonSections", "Contribution"));
    if (kind == QLatin1String("opening"))
        return words(QT_TRANSLATE_NOOP("PersonSections", "Taken over"));
    return kind;
}

QList<QStringList> accountRowsAt(const Reader &reader, qint64 person, const QDate &asOf,
                                 const QDate &knownAt)
{
    QList<QStringList> rows;
    const qint64 account = accountOfPerson(reader, person);
    if (account == 0)
        return rows;
    const QList<AccountLine> lines = accountLines(reader, account, asOf, knownAt);
    Money balance;
    for (const AccountLine &line : lines) {
        balance += line.amount;
        rows.append({line.valueDate.toString(Qt::ISODate), line.bookedDate.toString(Qt::ISODate),
                     kindTitle(line.kind), QString::number(line.forYear), line.amount.toDisplay(),
                     balance.toDisplay()});
    }
    return rows;
}

QList<QStringList> accountRows(const Reader &reader, qint64 person)
{
    return accountRowsAt(reader, person, {}, {});
}

QList<QStringList> receiptRows(const Reader &reader, qint64 person)
{
    QList<QStringList> rows;
    Query receipts = reader.query(QStringLiteral(
        "SELECT r.taken_on, r.number, r.year, r.amount, a.display_name FROM receipt r "
        "JOIN operator_account a ON a.id = r.collector WHERE r.person = ? ORDER BY r.taken_on, r.id"));
    receipts.bindAll(person);
    while (receipts.next())
        rows.append({receipts.text(0), receipts.text(1), QString::number(receipts.integer(2)),
                     Money::fromFen(receipts.integer(3)).toDisplay(), receipts.text(4)});
    return rows;
}

} // namespace

DeskServices deskServices()
{
    DeskServices services;
    services.findPersons = findHits;
    services.personSections = {{words(QT_TRANSLATE_NOOP("PersonSections", "Personal account")),
                                {words(QT_TRANSLATE_NOOP("PersonSections", "Value date")),
                                 words(QT_TRANSLATE_NOOP("PersonSections", "Booked on")),
                                 words(QT_TRANSLATE_NOOP("PersonSections", "Kind")),
                                 words(QT_TRANSLATE_NOOP("PersonSections", "For year")),
                                 words(QT_TRANSLATE_NOOP("PersonSections", "Amount (yuan)")),
                                 words(QT_TRANSLATE_NOOP("PersonSections", "Balance (yuan)"))},
                                {4, 5},
                                accountRows,
                                accountRowsAt},
                               {words(QT_TRANSLATE_NOOP("PersonSections", "Receipts")),
                                {words(QT_TRANSLATE_NOOP("PersonSections", "Taken on")),
                                 words(QT_TRANSLATE_NOOP("PersonSections", "Number")),
                                 words(QT_TRANSLATE_NOOP("PersonSections", "For year")),
                                 words(QT_TRANSLATE_NOOP("PersonSections", "Amount (yuan)")),
                                 words(QT_TRANSLATE_NOOP("PersonSections", "Collector"))},
                                {3},
                                receiptRows}};
    return services;
}

} // namespace jubao
