// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QGridLayout;
class QWidget;

namespace jubao {

/** Puts the cells of a form into rows of equal columns, group by group. */
class FormGrid {
public:
    /** Widths of a cell: two flags beside each other share a column. */
    static constexpr int half = 1;
    static constexpr int whole = 2;

    /** Two columns, then three, then four, so that the registration fits a small screen whole. */
    FormGrid(QWidget *form, qsizetype fields);

    int columns() const { return m_units / whole; }
    /** Begins a new row, under a heading where the group has a name. */
    void beginGroup(const QString &group);
    void add(QWidget *cell, int width);
    /** Both have the room of two columns; \a first, which was added last, has it alone while
     * \a cell is hidden. */
    void addBeside(QWidget *first, QWidget *cell);
    void end();

private:
    void nextRow();

    QGridLayout *m_grid;
    int m_units;
    int m_row = 0;
    int m_unit = 0;
    int m_lastUnit = 0; ///< where the cell that was added last begins
    QString m_group;
};

} // namespace jubao
