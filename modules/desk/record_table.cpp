// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/record_table.h"

#include "desk/theme.h"
#include <QAbstractButton>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QTableView>
#include <QTextLayout>
#include <QVBoxLayout>
#include <cmath>

namespace jubao {

namespace {

constexpr int rowHeight = 40;
constexpr int innerMargin = 12;
constexpr int pillHeight = 20;
constexpr int pillPixels = 12;
constexpr int pillSides = 10;
constexpr int barWidth = 3;
constexpr int wrapPadding = 7;

void paintPill(QPainter *painter, const QRect &cell, const QString &text, const QString &tone,
               QFont font, bool selected, bool right)
{
    font.setPixelSize(pillPixels);
    const int width = std::min(QFontMetrics(font).horizontalAdvance(text) + 2 * pillSides,
                               cell.width() - innerMargin);
    // Of a figure the digits stay below those of its neighbours.
    const int left =
        right ? cell.right() + 1 - innerMargin + pillSides - width : cell.left() + innerMargin;
    const QRect pill(left, cell.center().y() - pillHeight / 2, width, pillHeight);
    QPainterPath path;
    path.addRoundedRect(pill, pillHeight / 2.0, pillHeight / 2.0);
    const QString background = tone != QLatin1String("primary") ? tone + QStringLiteral("Bg")
        : selected                                              ? QStringLiteral("tintStrong")
                                                                : QStringLiteral("tint");
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(path, Theme::color(background));
    painter->setFont(font);
    painter->setPen(Theme::color(tone));
    painter->drawText(pill, Qt::AlignCenter, text);
}

/** Breaks the text into lines of this width, long numbers too; the height that they take. */
qreal breakLines(QTextLayout &layout, int width, Qt::Alignment alignment)
{
    QTextOption option(alignment & Qt::AlignHorizontal_Mask);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

QTextLayout layoutOf(QString text, const QFont &font)
{
    return QTextLayout(text.replace(u'\n', QChar::LineSeparator), font);
}

QFont fontOf(const QModelIndex &index, const QFont &otherwise)
{
    const QVariant own = index.data(Qt::FontRole);
    return own.isValid() ? own.value<QFont>() : otherwise;
}

} // namespace

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    const QString ground = index.data(CellRole::Ground).toString();
    painter->fillRect(option.rect,
                      Theme::color(selected               ? QStringLiteral("tint")
                                       : ground.isEmpty() ? QStringLiteral("surface")
                                                          : ground));
    painter->setPen(Theme::color(QStringLiteral("border")));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    const bool numbered = table && table->verticalHeader()->isVisible();
    if (selected && index.column() == 0 && !numbered)
        painter->fillRect(
            QRect(option.rect.left(), option.rect.top(), barWidth, option.rect.height() - 1),
            Theme::color(QStringLiteral("primary")));
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString tone = index.data(CellRole::Pill).toString();
    const QFont font = fontOf(index, option.font);
    if (!tone.isEmpty()) {
        const int alignment = index.data(Qt::TextAlignmentRole).toInt();
        paintPill(painter, option.rect, text, tone, font, selected, alignment & Qt::AlignRight);
    } else {
        const QRect room = option.rect.adjusted(innerMargin, 0, -innerMargin, 0);
        const QVariant alignment = index.data(Qt::TextAlignmentRole);
        const int flags =
            alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter);
        painter->setFont(font);
        const QVariant ink = index.data(Qt::ForegroundRole);
        painter->setPen(ink.isValid()
                            ? ink.value<QColor>()
                            : Theme::color(text.startsWith(u'-') ? QStringLiteral("danger")
                                                                 : QStringLiteral("text")));
        if (index.data(CellRole::Wraps).toBool()) {
            QTextLayout layout = layoutOf(text, font);
            const qreal height = breakLines(layout, room.width(), Qt::Alignment(flags));
            layout.draw(painter, {qreal(room.left()), room.top() + (room.height() - height) / 2});
        } else {
            painter->drawText(room, flags,
                              QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
        }
    }
    painter->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!index.data(CellRole::Wraps).toBool()) {
        QFont font = fontOf(index, option.font);
        const bool pill = !index.data(CellRole::Pill).toString().isEmpty();
        if (pill)
            font.setPixelSize(pillPixels);
        const int text =
            QFontMetrics(font).horizontalAdvance(index.data(Qt::DisplayRole).toString());
        return {text + 2 * innerMargin + (pill ? 2 * pillSides : 1), rowHeight};
    }
    QTextLayout layout =
        layoutOf(index.data(Qt::DisplayRole).toString(), fontOf(index, option.font));
    constexpr int unbounded = 1 << 20;
    breakLines(layout, unbounded, {});
    qreal widest = 0;
    for (int i = 0; i < layout.lineCount(); ++i)
        widest = std::max(widest, layout.lineAt(i).naturalTextWidth());
    const qreal height = breakLines(layout, option.rect.width() - 2 * innerMargin, {});
    return {int(std::ceil(widest)) + 1 + 2 * innerMargin, int(std::ceil(height)) + 2 * wrapPadding};
}

namespace {

/** Rows are chosen whole: Home and End go to the first and the last of them. */
class RowTable : public QTableView {
protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers held) override
    {
        if ((action != MoveHome && action != MoveEnd) || !model() || model()->rowCount() == 0)
            return QTableView::moveCursor(action, held);
        return model()->index(action == MoveHome ? 0 : model()->rowCount() - 1,
                              std::max(0, currentIndex().column()));
    }
};

} // namespace

QTableView *newTable(const QString &objectName, const QString &accessibleName)
{
    auto *table = new RowTable;
    table->setObjectName(objectName);
    table->setAccessibleName(accessibleName);
    table->setItemDelegate(new TableDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setSortingEnabled(true);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(40);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

RowNumbers::RowNumbers(QTableView *table) : QHeaderView(Qt::Vertical, table)
{
    constexpr int width = 52;
    table->setVerticalHeader(this);
    setFixedWidth(width);
    setSectionResizeMode(QHeaderView::Fixed);
    setSectionsClickable(false);
    setHighlightSections(false);
    setDefaultSectionSize(rowHeight);
    // Qt offers no text for the corner: its button takes a label.
    if (auto *corner = table->findChild<QAbstractButton *>()) {
        auto *inside = new QVBoxLayout(corner);
        inside->setContentsMargins(0, 0, 0, 0);
        auto *heading = Theme::label(tr("Row"), "corner");
        heading->setAlignment(Qt::AlignCenter);
        inside->addWidget(heading);
        corner->setEnabled(false);
    }
    show();
}

void RowNumbers::paintSection(QPainter *painter, const QRect &rect, int row) const
{
    const auto *table = qobject_cast<const QTableView *>(parent());
    const bool selected = table && table->selectionModel()
        && table->selectionModel()->isRowSelected(row, QModelIndex());
    painter->save();
    painter->fillRect(rect,
                      Theme::color(selected ? QStringLiteral("tint") : QStringLiteral("surface")));
    painter->setPen(Theme::color(QStringLiteral("border")));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    if (selected)
        painter->fillRect(QRect(rect.left(), rect.top(), barWidth, rect.height() - 1),
                          Theme::color(QStringLiteral("primary")));
    QFont small = font();
    constexpr int numberPixels = 13;
    small.setPixelSize(numberPixels);
    painter->setFont(small);
    painter->setPen(Theme::color(QStringLiteral("text3")));
    painter->drawText(rect, Qt::AlignCenter, QString::number(visualIndex(row) + 1));
    painter->restore();
}

} // namespace jubao
