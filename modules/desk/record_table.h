// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

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

} // namespace jubao
