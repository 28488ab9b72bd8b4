// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace jubao {

/** What the dialogs that ask for a password are made of. */
QLineEdit *addLine(QVBoxLayout *column, const QString &text, const char *name, bool secret);
QLabel *addMessage(QVBoxLayout *column);
QPushButton *addMainButton(QVBoxLayout *column, const QString &text);
QLabel *wrappedLabel(const QString &text, const char *role);
/** A boxed notice in a dialog of fixed width: the layout does not count the box's own padding. */
QLabel *boxedLabel(const QString &text, const char *role, int width);
/** A short list to choose from: rows selected whole, no grid, the house's delegate. */
void dressTable(QTableWidget *table);

/** While it lives the button is disabled and says what is going on. */
class Waiting {
public:
    Waiting(QPushButton *button, const QString &words);
    ~Waiting();
    Waiting(const Waiting &) = delete;
    Waiting &operator=(const Waiting &) = delete;

private:
    QPushButton *m_button;
    QString m_before;
};

} // namespace jubao
