// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/suggestion_list.h"

#include "desk/theme.h"
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>

namespace jubao {

namespace {

constexpr int rowHeight = 34;
constexpr int shownRows = 8;
constexpr int innerMargin = 12;
constexpr int detailRole = Qt::UserRole + 1;

/** Name in ink, the rest pale and to the right of it. */
class SuggestionDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.rect.width(), rowHeight};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        const bool selected = option.state & QStyle::State_Selected;
        painter->fillRect(
            option.rect,
            Theme::color(selected ? QStringLiteral("tint") : QStringLiteral("surface")));
        const QRect room = option.rect.adjusted(innerMargin, 0, -innerMargin, 0);
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->setPen(Theme::color(QStringLiteral("text")));
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text);
        const int used = option.fontMetrics.horizontalAdvance(text) + innerMargin;
        painter->setPen(Theme::color(QStringLiteral("text3")));
        painter->drawText(room.adjusted(used, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data(detailRole).toString(),
                                                        Qt::ElideRight, room.width() - used));
        painter->restore();
    }
};

} // namespace

SuggestionList::SuggestionList(QLineEdit *line) : QListWidget(line->window()), m_line(line)
{
    setObjectName(line->objectName() + QStringLiteral("_suggestions"));
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new SuggestionDelegate(this));
    setUniformItemSizes(true);
    QListWidget::hide();
    connect(this, &QListWidget::itemClicked, this, [this] {
        if (const std::optional<Suggestion> now = current())
            emit chosen(*now);
    });
}

void SuggestionList::show(const QList<Suggestion> &suggestions)
{
    m_suggestions = suggestions;
    clear();
    for (const Suggestion &each : suggestions) {
        auto *item = new QListWidgetItem(each.shown, this);
        item->setData(detailRole, each.detail);
    }
    if (suggestions.isEmpty()) {
        hide();
        return;
    }
    // The line may have been put into its window after the list was made.
    if (parentWidget() != m_line->window())
        setParent(m_line->window());
    setAccessibleName(tr("Choices for %1").arg(m_line->accessibleName()));
    setCurrentRow(0);
    constexpr int leastWidth = 300;
    constexpr int gap = 2;
    const int height = std::min(int(suggestions.size()), shownRows) * rowHeight + 2;
    const QWidget *frame = parentWidget();
    QPoint at = m_line->mapTo(frame, QPoint(0, m_line->height() + gap));
    if (at.y() + height > frame->height())
        at.setY(m_line->mapTo(frame, QPoint(0, 0)).y() - height - gap);
    const int width = std::max(leastWidth, m_line->width());
    at.setX(std::min(at.x(), frame->width() - width));
    setGeometry(QRect(at, QSize(width, height)));
    raise();
    QListWidget::show();
}

bool SuggestionList::takeKey(int key)
{
    if (!isVisible())
        return false;
    if (key == Qt::Key_Escape) {
        hide();
        return true;
    }
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return false;
    setCurrentRow(std::clamp(currentRow() + (key == Qt::Key_Down ? 1 : -1), 0, count() - 1));
    return true;
}

std::optional<Suggestion> SuggestionList::current() const
{
    if (currentRow() < 0 || currentRow() >= m_suggestions.size())
        return std::nullopt;
    return m_suggestions.at(currentRow());
}

} // namespace jubao
