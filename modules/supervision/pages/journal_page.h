// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/shell.h"
#include "supervision/pages/journal_query.h"
#include <QWidget>

class QComboBox;
class QDateEdit;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStandardItemModel;
class QTableView;
class QTableWidget;
class QVBoxLayout;

namespace jubao {

class ColumnFit;

/**
 * The 操作日志 by period, operator, business and person: who did what, old → new of the chosen
 * entry below, the operation by Enter. Printing and .xlsx ask for a purpose and leave a trace.
 */
class JournalPage : public QWidget {
    Q_OBJECT

public:
    explicit JournalPage(Shell &shell, QWidget *parent = nullptr);

    void refresh();
    /** Writes what the list shows into a sheet; leaves the trace. Throws SheetError. */
    void exportTo(const QString &path, const QString &purpose);
    QTableView *table() const { return m_table; }

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void addHead(QVBoxLayout *column);
    void addFilters(QVBoxLayout *column);
    void addTables(QVBoxLayout *column);
    void fillFilters();
    JournalFilter filter() const;
    void showDetail();
    void openCurrent();
    void askAndExport();
    void askAndPrint();
    QString markOf(const QString &purpose) const;

    Shell &m_shell;
    QList<JournalLine> m_lines;
    QLabel *m_count = nullptr;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_to = nullptr;
    QComboBox *m_operator = nullptr;
    QComboBox *m_type = nullptr;
    QLineEdit *m_person = nullptr;
    ColumnFit *m_columns = nullptr;
    QTableView *m_table = nullptr;
    QStandardItemModel *m_model;
    QLabel *m_detailTitle = nullptr;
    QTableWidget *m_detail = nullptr;
};

} // namespace jubao
