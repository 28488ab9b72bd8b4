// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace jubao {

/**
 * A number as a workbook stores it ("4.11E+2", "200.09999999999999") in the plain decimals that the
 * person typed: 15 significant digits, as spreadsheets show. `lossy` is set where the whole part
 * has more digits than that. What is no number comes back as it is.
 */
QString plainNumber(QStringView stored, bool *lossy);

/** The day behind a stored serial number, as yyyy-MM-dd; the number itself where it is none. */
QString serialDate(const QString &plain, bool from1904);

/** Whether a number format of a workbook shows dates. */
bool isDateFormat(int id, const QString &code);

/** "AB12" → 27; -1 where there is no column in it. */
int columnOfReference(QStringView reference);

} // namespace jubao
