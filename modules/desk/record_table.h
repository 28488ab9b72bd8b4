// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>

class QTableView;

namespace jubao {

/** What a cell says beside its text: read by the one delegate of all tables. */
namespace CellRole {
constexpr int Pill =
    Qt::UserRole + 1;                ///< tone of a pill: "primary", "warning", "danger", "success"
constexpr int Id = Qt::UserRole + 2; ///< the record behind the row
constexpr int Ground = Qt::UserRole + 3; ///< token of the cell's ground, where it has its own
constexpr int Wraps = Qt::UserRole + 4;  ///< true where the text takes more lines, never dots
} // namespace CellRole

/** Draws every table: row line, bar at the selected row, pills, room around the text. */
class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/** The rows of a list counted from one, as they stand now: 序号. */
class RowNumbers : public QHeaderView {
    Q_OBJECT

public:
    /** Replaces the table's vertical header; its heading stands in the corner. */
    explicit RowNumbers(QTableView *table);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int row) const override;
};

/** A table of the house's look: rows selected whole, no grid, one delegate, sorted by heading. */
QTableView *newTable(const QString &objectName, const QString &accessibleName);

} // namespace jubao
