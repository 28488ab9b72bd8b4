// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"

namespace jubao {

/**
 * A policy figure that the program knows how to read (resources/policy/policy_keys.json): without
 * its row here no value can be entered, so that none is misunderstood.
 */
struct PolicyKey {
    QString key;
    QString title; ///< in the office's language
    QString kind;  ///< "figure", "month_day", "tiers", "shares", "posts"
    QString unit;  ///< how it is written
    qint64 least = 0;
    qint64 most = 0;        ///< of a figure; what no county may pass (CTL-04)
    bool divisions = false; ///< whether a township may have one of its own
};
const QList<PolicyKey> &policyKeys();
const PolicyKey *findPolicyKey(const QString &key);

/**
 * Reads a value as a clerk writes it: "90"; "12-31" or "03-31 +1" (a year later); lines "200 30"
 * (tier and subsidy in yuan, the subsidy may be unknown); lines "province 60" (payer and percent);
 * "DIR SA" (codes of posts; "无" for none).
 * Returns the JSON that the policy row carries; what is wrong becomes a finding at "value".
 */
QJsonObject policyValue(const PolicyKey &key, const QString &text, Findings &findings);
/** The value as `policyValue` reads it. */
QString policyText(const PolicyKey &key, const QJsonObject &value);

} // namespace jubao
