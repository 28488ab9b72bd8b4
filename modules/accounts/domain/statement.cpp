// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/domain/statement.h"

#include "accounts/domain/balance.h"
#include "core/text.h"
#include "database/ids.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QMap>
#include <algorithm>
#include <stdexcept>

namespace jubao {

namespace {

// A paper's own words are the trade's, like the template's: they are not translated.
QString kindTitle(const AccountLine &line)
{
    static const QMap<QString, QString> kinds{
        {QStringLiteral("contribution"), QStringLiteral("缴费")},
        {QStringLiteral("opening"), QStringLiteral("期初")}};
    return kinds.value(line.kind, line.kind);
}

QString subAccountTitle(const QString &subAccount)
{
    static const QMap<QString, QString> titles{
        {QStringLiteral("personal"), QStringLiteral("个人缴费")},
        {QStringLiteral("subsidy"), QStringLiteral("政府补贴")},
        {QStringLiteral("subsidy_province"), QStringLiteral("省级补贴")},
        {QStringLiteral("subsidy_city"), QStringLiteral("市级补贴")},
        {QStringLiteral("subsidy_county"), QStringLiteral("县级补贴")},
        {QStringLiteral("collective"), QStringLiteral("集体补助")},
        {QStringLiteral("other"), QStringLiteral("其他资助")},
        {QStringLiteral("government"), QStringLiteral("政府代缴")},
        {QStringLiteral("land"), QStringLiteral("被征地补助")},
        {QStringLiteral("old_scheme"), QStringLiteral("老农保")},
        {QStringLiteral("transferred_in"), QStringLiteral("转入")}};
    return titles.value(subAccount, subAccount);
}

QString summaryOf(const AccountLine &line)
{
    const QString text =
        line.kind == QLatin1String("contribution") && line.subAccount == QLatin1String("personal")
        ? subAccountTitle(line.subAccount)
        : kindTitle(line) + QStringLiteral("·") + subAccountTitle(line.subAccount);
    return line.amount.fen() < 0 ? QStringLiteral("冲销：") + text : text;
}

/** One year of an account as the form has it: what was there, came in by source, went out, is
 * there. */
struct YearOfAccount {
    Money opening, personal, subsidy, collective, other, interest, paid;
    Money closing() const
    {
        return opening + personal + subsidy + collective + other + interest - paid;
    }
};

void take(YearOfAccount &year, const AccountLine &line)
{
    const QString &from = line.subAccount;
    const bool paidIn = line.kind == QLatin1String("contribution");
    if (line.kind == QLatin1String("opening"))
        year.opening += line.amount;
    else if (line.kind == QLatin1String("interest"))
        year.interest += line.amount;
    else if (!paidIn && line.amount.fen() < 0)
        year.paid -= line.amount;
    else if (from == QLatin1String("personal"))
        year.personal += line.amount;
    else if (from.startsWith(QLatin1String("subsidy")) || from == QLatin1String("government"))
        year.subsidy += line.amount;
    else if (from == QLatin1String("collective"))
        year.collective += line.amount;
    else
        year.other += line.amount;
}

/** The years from the first entry to this one, each beginning with what the one before left. */
QJsonArray yearsOf(const QList<AccountLine> &lines, int thisYear)
{
    QMap<int, YearOfAccount> years;
    for (const AccountLine &line : lines)
        take(years[line.bookedDate.year()], line);
    if (years.isEmpty())
        return {};
    QJsonArray rows;
    Money carried;
    for (int year = years.firstKey(); year <= std::max(thisYear, years.lastKey()); ++year) {
        YearOfAccount one = years.value(year);
        one.opening += carried;
        carried = one.closing();
        rows.append(QJsonObject{{QStringLiteral("year"), QString::number(year)},
                                {QStringLiteral("opening"), one.opening.toDisplay()},
                                {QStringLiteral("personal"), one.personal.toDisplay()},
                                {QStringLiteral("subsidy"), one.subsidy.toDisplay()},
                                {QStringLiteral("collective"), one.collective.toDisplay()},
                                {QStringLiteral("other"), one.other.toDisplay()},
                                {QStringLiteral("interest"), one.interest.toDisplay()},
                                {QStringLiteral("paid"), one.paid.toDisplay()},
                                {QStringLiteral("closing"), carried.toDisplay()}});
    }
    return rows;
}

/** What each source has brought, in the order of the sub-accounts. */
QString partsOf(const QList<AccountLine> &lines)
{
    QMap<QString, Money> sums;
    for (const AccountLine &line : lines)
        sums[line.subAccount] += line.amount;
    QStringList parts;
    const QStringList order = subAccounts();
    for (const QString &subAccount : order) {
        if (sums.contains(subAccount))
            parts.append(subAccountTitle(subAccount) + u' ' + sums.value(subAccount).toDisplay());
    }
    return parts.isEmpty() ? QStringLiteral("无") : parts.join(QStringLiteral("；"));
}

QString paidTime(const Reader &reader, qint64 person, const QDate &until)
{
    constexpr qint64 monthsOfYear = 12;
    const qint64 months = paidMonths(reader, person, until);
    QString text = QStringLiteral("%1年").arg(months / monthsOfYear);
    if (months % monthsOfYear != 0)
        text += QStringLiteral("%1个月").arg(months % monthsOfYear);
    return text;
}

Money subsidyOwed(const Reader &reader, qint64 account, int untilYear)
{
    Query sum =
        reader.query(QStringLiteral("SELECT coalesce(sum(amount), 0) FROM subsidy_entitlement "
                                    "WHERE account = ? AND for_year <= ?"));
    sum.bindAll(account, qint64(untilYear));
    sum.next();
    return Money::fromFen(sum.integer(0));
}

/** What a statement covers: everything up to a day; its entries one by one from a day on. */
struct Span {
    QDate entriesFrom; ///< null = all of them
    QDate until;
    QString title;
};

/** The entries from that day on, each with the balance that it left. */
QJsonArray entriesOf(const QList<AccountLine> &lines, const QDate &from)
{
    QJsonArray rows;
    Money balance;
    for (const AccountLine &line : lines) {
        balance += line.amount;
        if (from.isValid() && line.bookedDate < from)
            continue;
        rows.append(
            QJsonObject{{QStringLiteral("value_date"), line.valueDate.toString(Qt::ISODate)},
                        {QStringLiteral("booked_date"), line.bookedDate.toString(Qt::ISODate)},
                        {QStringLiteral("kind"), summaryOf(line)},
                        {QStringLiteral("for_year"), QString::number(line.forYear)},
                        {QStringLiteral("amount"), line.amount.toDisplay()},
                        {QStringLiteral("balance"), balance.toDisplay()}});
    }
    return rows;
}

DocumentData statement(qint64 person, const Span &span, const Reader &reader)
{
    const std::optional<Row> row = reader.row(QStringLiteral("person"), person);
    if (!row)
        throw std::invalid_argument("no such person");
    const auto text = [&row](const char *name) {
        return row->value(QString::fromLatin1(name)).toString();
    };
    const std::optional<Row> division =
        reader.row(QStringLiteral("division"), QStringLiteral("code"), text("division"));
    const qint64 account = accountOfPerson(reader, person);
    const QList<AccountLine> lines = accountLines(reader, account, {}, span.until);
    const int year = span.until.year();
    DocumentData data;
    data.templateId = QStringLiteral("rights_statement");
    data.title = QStringLiteral("城乡居民基本养老保险个人权益记录单");
    data.values = {
        {QStringLiteral("name"), text("name")},
        {QStringLiteral("id_number"), text("id_number")},
        {QStringLiteral("personal_number"), QString::number(shortNumber(person))},
        {QStringLiteral("as_of_line"),
         span.title + QStringLiteral("截至 ")
             + span.until.toString(QStringLiteral("yyyy年M月d日"))},
        {QStringLiteral("division"),
         division ? division->value(QStringLiteral("name")).toString() : QString()},
        {QStringLiteral("enrolled_on"),
         row->value(QStringLiteral("enrolled_on"))
             .toDate()
             .toString(QStringLiteral("yyyy年M月d日"))},
        {QStringLiteral("balance"), balanceOf(lines).toDisplay() + QStringLiteral(" 元")},
        {QStringLiteral("parts"), partsOf(lines)},
        {QStringLiteral("paid_time"), paidTime(reader, person, span.until)},
        {QStringLiteral("owed"),
         subsidyOwed(reader, account, year).toDisplay() + QStringLiteral(" 元")},
        {QStringLiteral("years"), yearsOf(lines, year)},
        {QStringLiteral("rows"), entriesOf(lines, span.entriesFrom)}};
    return data;
}

DocumentData gather(qint64 person, const QJsonObject &, const Reader &reader)
{
    return statement(person, {{}, reader.today(), {}}, reader);
}

/** A year that is not over is stated up to today. */
DocumentData gatherYear(qint64 person, const QJsonObject &run, const Reader &reader)
{
    const int year = int(run[u"year"].toInteger());
    return statement(person,
                     {QDate(year, 1, 1), std::min(reader.today(), QDate(year, 12, 31)),
                      QStringLiteral("%1年度　").arg(year)},
                     reader);
}

/** Everybody of a division whose account was open in that year, household by household. */
QList<qint64> holdersIn(const QString &division, int year, const Reader &reader)
{
    QList<qint64> persons;
    // A year that has not begun has nothing to state.
    if (year > reader.today().year())
        return persons;
    Query found =
        reader.query(QStringLiteral("SELECT p.id FROM person p JOIN account a ON a.person = p.id "
                                    "WHERE p.division >= ? AND p.division < ? AND a.opened_on <= ? "
                                    "ORDER BY p.division, p.household, p.id"));
    found.bindAll(division, endOfPrefix(division), QDate(year, 12, 31));
    while (found.next())
        persons.append(found.integer(0));
    return persons;
}

} // namespace

DocumentSpec statementDocument()
{
    DocumentSpec document;
    document.id = QStringLiteral("accounts.statement");
    document.title = QCoreApplication::translate("Accounts", "Statement of rights");
    document.ofDay = true;
    document.gather = gather;
    return document;
}

DocumentSpec yearlyStatementDocument()
{
    DocumentSpec document;
    document.id = QStringLiteral("accounts.yearly_statement");
    document.title = QCoreApplication::translate("Accounts", "Yearly statement of rights");
    document.gather = gatherYear;
    document.ofRun = holdersIn;
    return document;
}

} // namespace jubao
