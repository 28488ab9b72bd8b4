// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QMap>
#include <QSet>
#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItemModel;
class QTableView;
class QVBoxLayout;

namespace jubao {

class ColumnFit;

/**
 * What waits for this person and why: to decide, made by oneself, returned, near the deadline,
 * filed to be read. Space takes back a mark to sign together; among what one made, it chooses the
 * operations that somebody who is called decides here.
 */
class InboxPage : public QWidget {
    Q_OBJECT

public:
    enum class Part { Waiting, Mine, Returned, Due, Filed };

    InboxPage(Office &office, Session &session, QWidget *parent = nullptr);

    void refresh();
    void showPart(Part part);
    Part part() const { return m_part; }
    /** Operations that wait for this person, whatever part is shown. */
    int count() const { return int(m_waiting.size()); }
    QTableView *table() const { return m_table; }
    /** The operations as the table shows them now, from top to bottom. */
    QList<qint64> shown() const;
    /** Decisions marked to be signed together; those that wait no more are dropped at a refresh. */
    QMap<qint64, Action> marks() const { return m_marks; }
    void setMarks(const QMap<qint64, Action> &marks);
    /** Own operations under review that somebody called decides on the spot: those chosen, else the
     * present one. */
    QList<qint64> chosenForCall() const;

signals:
    /** Enter or double click on an operation. */
    void opened(qint64 operation);
    void counted(int count);
    /** The marked ones are to be signed now. */
    void signWanted();
    /** Somebody is called to decide the chosen ones here. */
    void callWanted();
    /** A line for the status bar. */
    void told(const QString &text);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void addHead(QVBoxLayout *column);
    void addFilters(QVBoxLayout *column);
    void addTable(QVBoxLayout *column);
    void readBooks();
    void fill();
    void addRow(const OperationView &view, const QDate &today);
    void fillTypes(const QList<OperationView> &list);
    void updateHead(const QDate &today, int rows);
    void updateFoot();
    void openCurrent();
    void acknowledge();
    void toggleMark();
    void toggleChosen(qint64 operation);
    bool mayBeCalled(qint64 operation) const;
    QList<OperationView> viewsOf(const QString &sql, const QVariant &argument) const;
    QList<OperationView> partViews() const;

    Office &m_office;
    Session &m_session;
    Part m_part = Part::Waiting;
    QList<OperationView> m_waiting;
    QList<OperationView> m_mine;
    QList<OperationView> m_filed;
    QMap<qint64, Action> m_marks;
    QSet<qint64> m_chosen; ///< own ones, for somebody who is called
    QLabel *m_subtitle = nullptr;
    QLabel *m_empty = nullptr; ///< over a list without a row
    QLabel *m_sums = nullptr;
    QLabel *m_reason = nullptr;
    QButtonGroup *m_parts = nullptr;
    QComboBox *m_type = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_acknowledge = nullptr;
    QPushButton *m_sign = nullptr;
    QPushButton *m_call = nullptr;
    ColumnFit *m_columns = nullptr;
    QTableView *m_table = nullptr;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_sorted;
};

} // namespace jubao
