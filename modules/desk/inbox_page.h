// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QStandardItemModel;
class QSortFilterProxyModel;
class QTableView;

namespace jubao {

/** What waits for this person, oldest first, with the reason and the deadline. */
class InboxPage : public QWidget {
    Q_OBJECT

public:
    InboxPage(Office &office, Session &session, QWidget *parent = nullptr);

    void refresh();
    int count() const;
    QTableView *table() const { return m_table; }

signals:
    /** Enter or double click on an operation. */
    void opened(qint64 operation);
    void counted(int count);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void openCurrent();

    Office &m_office;
    Session &m_session;
    QLabel *m_subtitle;
    QLineEdit *m_filter;
    QTableView *m_table;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_sorted;
};

} // namespace jubao
