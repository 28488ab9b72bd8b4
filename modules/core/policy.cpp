// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policy.h"

#include "core/rate.h"
#include "core/resources.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace jubao {

PolicyTable PolicyTable::shipped()
{
    PolicyTable table;
    const QJsonArray rows =
        QJsonDocument::fromJson(readResource(QStringLiteral(":/jubao/policy/henan.json"))).array();
    for (const QJsonValue &each : rows) {
        PolicyRow row;
        row.key = each[u"key"].toString();
        row.division = each[u"division"].toString();
        row.validFrom = QDate::fromString(each[u"valid_from"].toString(), Qt::ISODate);
        row.validTo = QDate::fromString(each[u"valid_to"].toString(), Qt::ISODate);
        row.value = each[u"value"].toObject();
        row.source = each[u"source"].toString();
        table.add(row);
    }
    return table;
}

std::optional<PolicyRow> PolicyTable::find(const QString &key, const QString &division,
                                           const QDate &day) const
{
    const PolicyRow *best = nullptr;
    for (const PolicyRow &row : m_rows) {
        if (row.key != key || !(row.division.isEmpty() || division.startsWith(row.division))
            || day < row.validFrom || (row.validTo.isValid() && day > row.validTo))
            continue;
        if (!best || row.division.size() > best->division.size()
            || (row.division.size() == best->division.size() && row.validFrom >= best->validFrom))
            best = &row;
    }
    return best ? std::optional(*best) : std::nullopt;
}

std::optional<qint64> PolicyTable::figure(const QString &key, const QString &division,
                                          const QDate &day) const
{
    const std::optional<PolicyRow> row = find(key, division, day);
    if (!row || !row->value[u"value"].isDouble())
        return std::nullopt;
    return row->value[u"value"].toInteger();
}

QList<Money> contributionTiers(const PolicyTable &policy, const QString &division, const QDate &day)
{
    QList<Money> tiers;
    const std::optional<PolicyRow> row =
        policy.find(QStringLiteral("contribution.tiers"), division, day);
    if (!row)
        return tiers;
    const QJsonArray array = row->value[u"tiers"].toArray();
    for (const QJsonValue &tier : array)
        tiers.append(Money::fromFen(tier[u"tier_fen"].toInteger()));
    std::sort(tiers.begin(), tiers.end());
    return tiers;
}

std::optional<Subsidy> contributionSubsidy(const PolicyTable &policy, Money tier,
                                           const QString &division, const QDate &day,
                                           Findings *findings)
{
    const auto missing = [&](const QString &text) {
        if (findings)
            findings->append(error(QStringLiteral("POLICY_MISSING"), QStringLiteral("tier"), text,
                                   QStringLiteral("CTL-16")));
        return std::nullopt;
    };
    const std::optional<PolicyRow> row =
        policy.find(QStringLiteral("contribution.tiers"), division, day);
    if (!row)
        return missing(QCoreApplication::translate(
                           "Policy", "The table of contribution tiers for %1 is not known.")
                           .arg(day.toString(Qt::ISODate)));
    const QJsonArray array = row->value[u"tiers"].toArray();
    for (const QJsonValue &each : array) {
        if (each[u"tier_fen"].toInteger() == tier.fen() && each[u"subsidy_fen"].isDouble())
            return Subsidy{Money::fromFen(each[u"subsidy_fen"].toInteger()),
                           QStringLiteral("contribution.tiers %1 (%2)")
                               .arg(row->validFrom.toString(Qt::ISODate), row->source)};
    }
    return missing(
        QCoreApplication::translate("Policy", "The subsidy for the tier %1 is not known.")
            .arg(tier.toDisplay()));
}

QDate contributionYearClose(const PolicyTable &policy, const QString &division, int year)
{
    const QDate lastDay(year, 12, 31);
    const std::optional<PolicyRow> row =
        policy.find(QStringLiteral("contribution.year_close"), division, lastDay);
    if (!row)
        return lastDay;
    const QDate close(year + row->value[u"years_later"].toInt(), row->value[u"month"].toInt(),
                      row->value[u"day"].toInt());
    return close.isValid() ? close : lastDay;
}

QList<SubsidyShare> subsidyShares(const PolicyTable &policy, Money subsidy, const QString &division,
                                  const QDate &day)
{
    const std::optional<PolicyRow> row =
        policy.find(QStringLiteral("subsidy.split"), division, day);
    if (!row)
        return {};
    const QJsonArray entered = row->value[u"shares"].toArray();
    QList<SubsidyShare> shares;
    Rate sum;
    Money rest = subsidy;
    for (const QJsonValue &each : entered) {
        const Rate rate = Rate::fromPpm(each[u"ppm"].toInteger());
        const QString payer = each[u"payer"].toString();
        if (rate < Rate() || rate > Rate::whole() || payer.isEmpty())
            return {};
        sum = sum + rate;
        const Money share = shareOf(subsidy, rate);
        shares.append({payer, share});
        rest -= share;
    }
    if (sum != Rate::whole())
        return {};
    shares.last().amount += rest;
    return shares;
}

} // namespace jubao
