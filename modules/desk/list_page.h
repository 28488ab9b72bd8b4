// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/shell.h"
#include <QPointer>
#include <QSet>
#include <QWidget>
#include <functional>
#include <optional>

class QDateEdit;
class QHBoxLayout;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QPushButton;
class QStandardItemModel;
class QTableView;
class QTimer;
class QVBoxLayout;

namespace jubao {

class ColumnFit;
class FieldEditor;
class ListExport;

/** One row of a list: what its cells say and the record behind it. */
struct ListRow {
    QStringList cells;
    qint64 id = 0;
    QString tone = {};     ///< of the pill in the list's pill column; empty = plain text
    QString division = {}; ///< code, where the list is split by township or village
    qint64 key = 0;        ///< place in the order of `rowsAfter`, where the id is not unique
};

/** Which rows are wanted. */
struct ListQuery {
    QString filter;
    QString division;             ///< the code or its beginning; empty = the whole county
    QDate day = {};               ///< where the list is of one day; null = of all of the time
    std::optional<ListRow> after; ///< the last row that was read: reading goes on behind its key
};

/** What a list shows and where it gets it. */
struct ListSpec {
    struct Heading {
        QString title;
        bool right = false; ///< figures
        bool wide = false;  ///< takes the room that is left
        bool money = false; ///< an amount in yuan: summed, sorted and exported as such
        bool wraps = false; ///< takes more lines, where a part of it would mislead
    };

    /** Something that can be done with the row that is chosen: a button below the list. */
    struct Action {
        QString name; ///< object name: "administration.operators.invite"
        QString title;
        std::function<bool(qint64 id)> possible;
        std::function<void(qint64 id)> run;
    };

    QString id; ///< object name of the page
    /** What the trail names when rows are taken out; empty = the id. */
    QString subject = {};
    QString title;
    QString subtitle;
    QString placeholder; ///< of the filter; empty = the list has none
    QList<Heading> headings;
    int pillColumn = -1;
    /** Rows that match what stands in the filter, at most `limit` of them. */
    std::function<QList<ListRow>(const Reader &, const QString &filter, int limit)> rows = {};
    /**
     * The same for lists without a bound: rows behind `query.after` in the order of a key, so that
     * each page costs the same wherever it lies. Used instead of `rows` where it is given.
     */
    std::function<QList<ListRow>(const Reader &, const ListQuery &query, int limit)> rowsAfter = {};
    bool byDivision = false; ///< offers a township or village, and a sheet for each at export
    bool personal = false;   ///< printing and export need the right to take people's data out
    QString division = {};   ///< where all people of the list live; empty = anywhere
    bool byDay = false; ///< offers a day, today at first, or all of the time; needs `rowsAfter`
    /** Enter or double click; empty = rows open nothing. */
    std::function<void(qint64 id)> open = {};
    QList<Action> actions = {};
};

/**
 * The one page for lists of records: filter above (typing in the table goes there), rows below,
 * sorted by a click on a heading, sums under them; printed and exported as shown. It never reads
 * more than it shows: a list of a million reads on as one scrolls, and its export runs beside the
 * window.
 */
class ListPage : public QWidget {
    Q_OBJECT

public:
    ListPage(ListHost &host, ListSpec spec, QWidget *parent = nullptr);

    void refresh();
    /** Others have entered something: rows that are new or read otherwise now are marked. A list
     * that was read on is not pulled away from under its reader; it says that it is old. */
    void booksGrew();
    QTableView *table() const { return m_table; }
    /** Writes all rows of the list as it is filtered; one sheet per township where split. */
    void exportTo(const QString &path, bool split);
    /** The rows shown, as a paper. */
    DocumentData paper() const;

signals:
    /** An export has ended: with its files, or with words where it failed or was stopped. */
    void exported(const QStringList &files, const QString &failed);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void addHead(QVBoxLayout *column);
    void addDivision(QHBoxLayout *row);
    void addDay(QHBoxLayout *row);
    void addTable(QVBoxLayout *column);
    QLayout *buildFoot();
    QList<ListRow> read(const std::optional<ListRow> &after, int limit) const;
    void append(const QList<ListRow> &rows);
    void show(const QList<ListRow> &rows);
    void mark(const QSet<qint64> &ids);
    void readOn();
    void readForSorting();
    void showCount();
    void openCurrent();
    void updateActions();
    qint64 currentId() const;
    QString subject() const;
    /** Tells why not, where the list shows people and the right is missing. */
    bool mayTakeOut(const QString &how);
    void askForExport(bool split);
    void print();
    bool takeTableKey(const QKeyEvent &key);

    ListHost &m_host;
    ListSpec m_spec;
    QLabel *m_count;
    QLineEdit *m_filter = nullptr;
    FieldEditor *m_division = nullptr;
    QDateEdit *m_day = nullptr;
    QLabel *m_sums = nullptr;
    QList<QPushButton *> m_actions; ///< one for each action of the spec
    QPushButton *m_stop = nullptr;
    QPointer<ListExport> m_export;
    QList<ListRow> m_rows; ///< as read; the model sorts, this does not
    bool m_whole = false;  ///< nothing lies behind the last row
    bool m_old = false;    ///< others have entered something since it was read
    QTableView *m_table;
    ColumnFit *m_columns = nullptr;
    QStandardItemModel *m_model;
    QTimer *m_pause;
};

/** Whether one of the cells contains what stands in the filter; an empty filter matches all. */
bool rowMatches(const QStringList &cells, const QString &filter);

} // namespace jubao
