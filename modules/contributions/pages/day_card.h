// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/shell.h"
#include <QDate>
#include <QFrame>

class QLabel;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace jubao {

/** The collector's own day beside the counter: sum, receipts, and the way to the day close. */
class DayCard : public QFrame {
    Q_OBJECT

public:
    explicit DayCard(Shell &shell, QWidget *parent = nullptr);

    void refresh();

private:
    Shell &m_shell;
    QLabel *m_sum;
    QLabel *m_counts;
    QStandardItemModel *m_model;
    QTableView *m_table;
    QLabel *m_open = nullptr;
    QPushButton *m_close = nullptr;
    QDate m_day; ///< that the button closes
};

} // namespace jubao
