// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/compared_values.h"

namespace jubao {

std::optional<qint64> ComparedValues::add(const QString &operatorName, int values,
                                          const QDate &today)
{
    if (values == 0)
        return std::nullopt;
    Compared &compared = m_compared[operatorName];
    if (compared.day != today)
        compared = {today, 0};
    const qint64 before = compared.values;
    compared.values += values;
    qint64 step = 1;
    while (step <= before)
        step *= 2;
    return compared.values >= step ? std::optional(compared.values) : std::nullopt;
}

} // namespace jubao
