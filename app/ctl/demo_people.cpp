// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo_people.h"

#include "core/id_number.h"
#include "core/resources.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace jubao::ctl {

namespace {

constexpr int youngest = 16;
constexpr int schemeBegan = 2010;
constexpr int fenPerYuan = 100;

QChar luhnDigit(const QString &digits)
{
    int sum = 0;
    bool doubled = true;
    for (qsizetype i = digits.size(); i-- > 0; doubled = !doubled) {
        const int digit = digits.at(i).digitValue() * (doubled ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return QChar(u'0' + (10 - sum % 10) % 10);
}

QString digits(int value, int width)
{
    return QString::number(value).rightJustified(width, u'0');
}

} // namespace

DemoPeople::DemoPeople(quint32 seed, QDate today)
    : m_lists(
        QJsonDocument::fromJson(readResource(QStringLiteral(":/jubao/demo/county.json"))).object())
    , m_today(today)
    , m_random(seed)
{
    const QJsonArray townships = m_lists[u"townships"].toArray();
    for (const QJsonValue &each : townships) {
        DemoTownship township{each[u"code"].toString(),
                              each[u"name"].toString(),
                              each[u"clerk"].toString(),
                              each[u"checker"].toString(),
                              {}};
        const QJsonArray villages = each[u"villages"].toArray();
        for (const QJsonValue &village : villages)
            township.villages.append(
                {village[0].toString(), township.name + village[1].toString()});
        m_townships.append(township);
    }
}

QString DemoPeople::pick(const char *list)
{
    const QJsonArray array = m_lists[QLatin1String(list)].toArray();
    return array.at(below(int(array.size()))).toString();
}

QString DemoPeople::idNumber(const QDate &birth, bool female)
{
    for (;;) {
        const int sequence = below(500) * 2 + (female ? 0 : 1);
        const QString first =
            QStringLiteral("411024%1%2")
                .arg(birth.toString(QStringLiteral("yyyyMMdd")), digits(sequence, 3));
        QString number = first + IdNumber::checkCharacter(first);
        if (m_used.contains(number))
            continue;
        m_used.insert(number);
        return number;
    }
}

QString DemoPeople::bankCard(const QString &prefix)
{
    const QString number = prefix + digits(below(1'000'000), 6) + digits(below(1'000'000), 6);
    return number + luhnDigit(number);
}

QString DemoPeople::givenName(int age, bool female)
{
    constexpr int olderFrom = 42;
    if (age >= olderFrom)
        return pick(female ? "older_women" : "older_men");
    return pick(female ? "younger_women" : "younger_men");
}

void DemoPeople::openingAccount(DemoPerson &person, int age)
{
    const int lastYear = m_today.year() - 1;
    const int grown = lastYear - (person.birth.year() + youngest);
    const int from = std::max(schemeBegan + below(6), lastYear - std::max(0, grown));
    person.enrolledOn = QDate(from, 3 + below(9), 1 + below(27));
    constexpr int benefitAge = 60;
    const int until =
        age >= benefitAge ? std::min(lastYear, m_today.year() - (age - benefitAge) - 1) : lastYear;
    const int years = std::max(0, until - from + 1 - (below(5) == 0 ? 1 + below(2) : 0));
    person.paidMonths = years * 12;
    qint64 fen = 0;
    qint64 subsidy = 0;
    for (int year = 0; year < years; ++year) {
        // About two per cent a year, as banks gave; rounded to the fen like a passbook.
        constexpr int perMille = 21;
        fen += fen * perMille / 1000 + qint64(person.tierYuan) * fenPerYuan;
        subsidy +=
            subsidy * perMille / 1000 + qint64(person.tierYuan >= 500 ? 60 : 30) * fenPerYuan;
    }
    person.own = Money::fromFen(fen);
    person.subsidy = Money::fromFen(subsidy);
    if (years > 0 && below(25) == 0)
        person.collective = Money::fromFen(qint64(50 + below(20) * 10) * fenPerYuan);
}

DemoPerson DemoPeople::person(int age, bool female, const QString &surname, const QString &relation)
{
    DemoPerson made;
    made.female = female;
    made.birth = m_today.addYears(-age).addDays(-1 - below(364));
    const QJsonArray tiers = m_lists[u"tiers_yuan"].toArray();
    made.tierYuan = tiers.at(below(int(tiers.size()))).toInt();
    openingAccount(made, age);
    const QJsonArray banks = m_lists[u"banks"].toArray();
    const QJsonValue bank = banks.at(below(int(banks.size())));
    made.record = {{"id_number", idNumber(made.birth, female)},
                   {"name", surname + givenName(age, female)},
                   {"nation", QStringLiteral("汉族")},
                   {"household_relation", relation},
                   {"phone", pick("mobile_prefixes") + digits(below(100'000'000), 8)},
                   {"bank_name", bank[0].toString()},
                   {"bank_card", bankCard(bank[1].toString())}};
    return made;
}

void DemoPeople::drawHousehold()
{
    const DemoTownship &township = m_townships.at(below(int(m_townships.size())));
    const DemoVillage &village = township.villages.at(below(int(township.villages.size())));
    const int age = 36 + below(36);
    const bool widow = below(12) == 0;
    const QString surname = pick("surnames");
    m_household.append(person(age, widow, surname, QStringLiteral("0")));
    if (!widow && below(10) < 8)
        m_household.append(
            person(std::max(22, age - 3 + below(5)), true, pick("surnames"), QStringLiteral("1")));
    constexpr int parentAge = 22;
    const int child = age - parentAge - below(6);
    if (child >= youngest + 1 && below(10) < 6) {
        const bool daughter = below(2) == 0;
        m_household.append(
            person(child, daughter, surname, daughter ? QStringLiteral("3") : QStringLiteral("2")));
    }
    if (age < 58 && below(10) < 2)
        m_household.append(
            person(age + parentAge + below(5), true, pick("surnames"), QStringLiteral("5")));
    const QString number = digits(410'220'000 + ++m_households * 7 + below(7), 9);
    const QString address =
        QStringLiteral("%1%2组%3号").arg(village.name).arg(1 + below(12)).arg(1 + below(86));
    const QString kind = village.name.endsWith(QStringLiteral("社区")) ? QStringLiteral("urban")
                                                                       : QStringLiteral("rural");
    for (DemoPerson &each : m_household) {
        each.record.insert(QStringLiteral("division"), village.code);
        each.record.insert(QStringLiteral("household"), number);
        each.record.insert(QStringLiteral("household_kind"), kind);
        each.record.insert(QStringLiteral("address"), address);
    }
}

DemoPerson DemoPeople::next()
{
    if (m_household.isEmpty())
        drawHousehold();
    return m_household.takeFirst();
}

void writeOpeningSheet(const OperationType &takeOver, const QString &path,
                       const QList<DemoPerson> &people)
{
    QList<SheetColumn> columns;
    for (const Field &field : takeOver.batch->rowFields) {
        SheetColumn column;
        column.title = field.label;
        column.kind = field.kind == FieldKind::Money ? SheetColumnKind::Money
            : field.kind == FieldKind::Integer       ? SheetColumnKind::Integer
                                                     : SheetColumnKind::Text;
        columns.append(column);
    }
    SheetWriter sheet(path, QStringLiteral("期初数据"), columns);
    const auto addRow = [&](const DemoPerson &person, const QMap<QString, QVariant> &wrong = {}) {
        QMap<QString, QVariant> values = wrong;
        const auto set = [&values](const char *name, const QVariant &value) {
            if (!values.contains(QLatin1String(name)))
                values.insert(QLatin1String(name), value);
        };
        set("enrolled_on", person.enrolledOn);
        set("paid_months", person.paidMonths);
        set("balance_personal", person.own.fen());
        set("balance_subsidy", person.subsidy.fen());
        set("balance_collective", person.collective.fen());
        QVariantList cells;
        for (const Field &field : takeOver.batch->rowFields)
            cells.append(values.contains(field.name) ? values.value(field.name)
                                                     : person.record[field.name].toVariant());
        sheet.addRow(cells);
    };
    for (const DemoPerson &person : people)
        addRow(person);
    if (people.isEmpty()) {
        sheet.finish();
        return;
    }
    // What every old system has: somebody twice, a mistyped number, a balance below zero.
    const DemoPerson &twice = people.first();
    addRow(twice);
    QString mistyped = twice.record[u"id_number"].toString();
    mistyped[9] = mistyped.at(9) == u'1' ? u'2' : u'1';
    addRow(twice, {{"id_number", mistyped}});
    addRow(
        twice,
        {{"id_number", QStringLiteral("110105194912310021")}, {"balance_personal", qint64(-2550)}});
    sheet.finish();
}

void fillInRoster(const OperationType &roster, const QString &path, const RowSource &listed)
{
    QList<SheetColumn> columns;
    for (const Field &field : roster.batch->rowFields)
        columns.append({field.label});
    SheetWriter sheet(path, roster.title, columns);
    constexpr int undecidedEvery = 7;
    for (BatchRow row; listed.next(row);) {
        QVariantList cells(row.cells.begin(), row.cells.end());
        // Most keep their tier; some have not said yet.
        const QString before = row.cells.at(3);
        if (row.number % undecidedEvery != 0)
            cells.last() = before.isEmpty() ? QStringLiteral("200") : before;
        sheet.addRow(cells);
    }
    sheet.finish();
}

} // namespace jubao::ctl
