// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finding.h"
#include "core/money.h"
#include <QDate>
#include <QJsonObject>
#include <QList>
#include <optional>

namespace jubao {

/** A policy figure with its validity, division and source: never a constant (design §3). */
struct PolicyRow {
    QString key;
    QString division; ///< prefix of the divisions it is for; "" = everywhere
    QDate validFrom;
    QDate validTo; ///< null = open
    QJsonObject value;
    QString source;
};

class PolicyTable {
public:
    /** The rows for Henan that the program ships (resources/policy/henan.json). */
    static PolicyTable shipped();

    void add(const PolicyRow &row) { m_rows.append(row); }
    /** The row in force: the most specific division wins, then the latest start. */
    std::optional<PolicyRow> find(const QString &key, const QString &division,
                                  const QDate &day) const;
    const QList<PolicyRow> &rows() const { return m_rows; }

    /** `value.value` of the row in force; nothing where the figure is not known. */
    std::optional<qint64> figure(const QString &key, const QString &division,
                                 const QDate &day) const;

private:
    QList<PolicyRow> m_rows;
};

/** The contribution tiers in force, ascending (domain: 1.2). */
QList<Money> contributionTiers(const PolicyTable &policy, const QString &division,
                               const QDate &day);

/** A subsidy and the policy row that it was computed from. */
struct Subsidy {
    Money amount;
    QString policy;
};

/**
 * The yearly subsidy for a tier (domain: 1.2). Where the figure is unknown the finding names which
 * one is missing, instead of a number that was guessed.
 */
std::optional<Subsidy> contributionSubsidy(const PolicyTable &policy, Money tier,
                                           const QString &division, const QDate &day,
                                           Findings *findings = nullptr);

/**
 * The last day on which a payment counts for its contribution year: the row
 * "contribution.year_close" with `month`, `day` and, where the county closes later, `years_later`;
 * 31 December where there is no row (domain: 1.2, 7.3).
 */
QDate contributionYearClose(const PolicyTable &policy, const QString &division, int year);

/** What one level of government pays of a subsidy. */
struct SubsidyShare {
    QString payer; ///< province, city, county
    Money amount;
};

/**
 * The subsidy split over its payers by the row "subsidy.split": shares in ppm that make a million,
 * each rounded half-up to the fen, the last payer bears what rounding leaves. Empty while the
 * county has not entered the split, or where the row does not make a million.
 */
QList<SubsidyShare> subsidyShares(const PolicyTable &policy, Money subsidy, const QString &division,
                                  const QDate &day);

} // namespace jubao
