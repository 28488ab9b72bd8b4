// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>

class QTableView;

namespace jubao {

/**
 * Widths of a table's columns. They are as wide as what stands in them; the room that is left is
 * shared, most of it among the wide columns, so that no gap opens between two neighbours; where
 * there is too little, the widest give way. Who drags a heading finds the widths again next time; a
 * right click on the headings takes that back.
 */
class ColumnFit : public QObject {
    Q_OBJECT

public:
    /** \a id names the list among all that are remembered; \a wide get most of the room. */
    ColumnFit(QTableView *table, const QString &id, const QList<int> &wide);

    /** To be called when the rows have changed. */
    void fit();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void spread();
    void measure();
    void share(QList<int> &widths, int spare) const;
    void giveWay(QList<int> &widths, int missing) const;
    int headingWidth(int column) const;
    void keep();
    void forget();
    QList<int> kept() const;
    bool wraps() const;

    QTableView *m_table;
    QString m_key;
    QList<int> m_wide;
    QList<int> m_needed;    ///< by column, for what stands in it and its heading
    QList<int> m_whole;     ///< the same without an upper bound
    bool m_pressed = false; ///< a mouse button is down on the headings
    bool m_dragged = false; ///< and a width has changed since
};

} // namespace jubao
