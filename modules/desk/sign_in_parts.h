// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QLabel;
class QLineEdit;
class QTableWidget;
class QVBoxLayout;

namespace jubao {

/** A line with its label above. */
QLineEdit *addLine(QVBoxLayout *column, const QString &text, const char *name, bool secret);
QLabel *wrappedLabel(const QString &text, const char *role);
/** A boxed notice in a dialog of fixed width: the layout does not count the box's own padding. */
QLabel *boxedLabel(const QString &text, const char *role, int width);
/** A short list to choose from: rows selected whole, no grid, the house's delegate. */
void dressTable(QTableWidget *table);

} // namespace jubao
