// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/shell.h"
#include <QWidget>
#include <functional>

class QLabel;
class QLineEdit;
class QStandardItemModel;
class QTableView;
class QTimer;
class QVBoxLayout;

namespace jubao {

/** One row of a list: what its cells say and the record behind it. */
struct ListRow {
    QStringList cells;
    qint64 id = 0;
    QString tone = {}; ///< of the pill in the list's pill column; empty = plain text
};

/** What a list shows and where it gets it. */
struct ListSpec {
    struct Heading {
        QString title;
        bool right = false; ///< figures
        bool wide = false;  ///< takes the room that is left
    };

    QString id; ///< object name of the page
    QString title;
    QString subtitle;
    QString placeholder; ///< of the filter; empty = the list has none
    QList<Heading> headings;
    int pillColumn = -1;
    /** Rows that match what stands in the filter, at most `limit` of them. */
    std::function<QList<ListRow>(const Reader &, const QString &filter, int limit)> rows;
    /** Enter or double click; empty = rows open nothing. */
    std::function<void(qint64 id)> open = {};
};

/**
 * The one page for lists of records: filter above, rows below, sorted by a click on a heading.
 * It never reads more than it shows: a list of a million is narrowed by its filter.
 */
class ListPage : public QWidget {
    Q_OBJECT

public:
    ListPage(Shell &shell, ListSpec spec, QWidget *parent = nullptr);

    void refresh();
    QTableView *table() const { return m_table; }

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void addHead(QVBoxLayout *column);
    void addTable(QVBoxLayout *column);
    void openCurrent();

    Shell &m_shell;
    ListSpec m_spec;
    QLabel *m_count;
    QLineEdit *m_filter = nullptr;
    QTableView *m_table;
    QStandardItemModel *m_model;
    QTimer *m_pause;
};

/** A table of the house's look: rows selected whole, no grid, one delegate, sorted by heading. */
QTableView *newTable(const QString &objectName, const QString &accessibleName);

} // namespace jubao
