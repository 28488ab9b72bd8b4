// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/services.h"

#include "accounts/domain/balance.h"
#include "contributions/domain/receipts.h"
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
    Query receipts = reader.query(
        QStringLiteral(
            "SELECT r.taken_on, r.number, r.year, r.amount, a.display_name, %1 FROM receipt r "
            "JOIN operator_account a ON a.id = r.collector "
            "WHERE r.person = ? ORDER BY r.taken_on, r.id")
            .arg(receiptStateColumns()));
    receipts.bindAll(person);
    while (receipts.next())
        rows.append({receipts.text(0), receipts.text(1), QString::number(receipts.integer(2)),
                     Money::fromFen(receipts.integer(3)).toDisplay(), receipts.text(4),
                     receiptStateTitle(receiptStateFrom(receipts, 5))});
    return rows;
}

QString yuan(Money amount)
{
    return words(QT_TRANSLATE_NOOP("PersonSections", "%1 yuan")).arg(amount.toDisplay());
}

/** How the running year stands: paid, collected and waiting, declared and owed, or nothing yet. */
PersonFigure yearFigure(const Reader &reader, qint64 person)
{
    const int year = reader.today().year();
    const QString title =
        words(QT_TRANSLATE_NOOP("PersonSections", "Contribution of %1")).arg(year);
    const QString receipt = yearTakenBy(reader, person, year, 0);
    const std::optional<Money> declared = declaredTier(reader, person, year);
    if (yearWaitsForRecheck(reader, person, year, 0))
        return {title, words(QT_TRANSLATE_NOOP("PersonSections", "collected, waits for recheck")),
                words(QT_TRANSLATE_NOOP("PersonSections", "receipt %1")).arg(receipt),
                QStringLiteral("primary")};
    if (!receipt.isEmpty())
        return {title,
                words(QT_TRANSLATE_NOOP("PersonSections", "paid, %1"))
                    .arg(yuan(creditedFor(reader, person, year))),
                words(QT_TRANSLATE_NOOP("PersonSections", "receipt %1")).arg(receipt),
                QStringLiteral("success")};
    return {title, words(QT_TRANSLATE_NOOP("PersonSections", "not paid")),
            declared
                ? words(QT_TRANSLATE_NOOP("PersonSections", "%1 declared")).arg(yuan(*declared))
                : words(QT_TRANSLATE_NOOP("PersonSections", "no tier declared")),
            QStringLiteral("warning")};
}

QList<PersonFigure> personFigures(const Reader &reader, qint64 person)
{
    constexpr qint64 monthsOfYear = 12;
    const qint64 account = accountOfPerson(reader, person);
    const qint64 months = paidMonths(reader, person, reader.today());
    QList<PersonFigure> figures{
        {words(QT_TRANSLATE_NOOP("PersonSections", "Balance of the account")),
         account == 0 ? words(QT_TRANSLATE_NOOP("PersonSections", "no account"))
                      : yuan(balanceOf(accountLines(reader, account, {}, {})))},
        yearFigure(reader, person),
        {words(QT_TRANSLATE_NOOP("PersonSections", "Paid in all")),
         months % monthsOfYear == 0
             ? words(QT_TRANSLATE_NOOP("PersonSections", "%1 years")).arg(months / monthsOfYear)
             : words(QT_TRANSLATE_NOOP("PersonSections", "%1 years and %2 months"))
                   .arg(months / monthsOfYear)
                   .arg(months % monthsOfYear)}};
    return figures;
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
                                 words(QT_TRANSLATE_NOOP("PersonSections", "Collector")),
                                 words(QT_TRANSLATE_NOOP("PersonSections", "State"))},
                                {3},
                                receiptRows}};
    services.personFigures = personFigures;
    return services;
}

} // namespace jubao
