// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/money.h"
#include <QDate>
#include <QStringList>
#include <optional>

namespace jubao {

/**
 * Amounts in Chinese capitals after 支付结算办法, annex 1 (domain 4.9). The canonical form is what
 * papers print; reading accepts every form that the rule calls valid. Amounts from 0 to below 10^12
 * yuan; others throw std::out_of_range.
 */
QString capitalAmount(Money amount);
/** The first amount that is too large: 10^12 yuan. */
Money capitalAmountLimit();
/** All valid forms, the canonical one first, without the prefix 人民币. */
QStringList acceptedCapitalAmounts(Money amount);
/** Nothing where the text is no valid form of any amount. */
std::optional<Money> readCapitalAmount(const QString &text);

/** A date on a bill: 2026-10-20 → 贰零贰陆年零壹拾月零贰拾日. */
QString capitalDate(const QDate &date);

} // namespace jubao
