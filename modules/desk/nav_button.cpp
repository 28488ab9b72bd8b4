// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/nav_button.h"

#include "desk/icon.h"
#include "desk/theme.h"
#include <QPainter>

namespace jubao {

namespace {

constexpr int pageHeight = 40;
constexpr int childHeight = 34;
constexpr int twoLinesHeight = 46;
constexpr int drawnIcon = 18;
constexpr int iconLeft = 16;
constexpr int textLeft = 44;

} // namespace

NavButton::NavButton(Level level, const QString &text, const QString &icon, QWidget *parent)
    : QPushButton(text, parent)
    , m_level(level)
    , m_icon(icon)
{
    setCheckable(level != Level::Module);
    setAutoDefault(false);
    setFixedHeight(wantedHeight());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(text);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void NavButton::setCount(int count)
{
    m_count = count;
    update();
}

void NavButton::setUnfolded(bool unfolded)
{
    m_unfolded = unfolded;
    update();
}

QSize NavButton::sizeHint() const
{
    return {textLeft + fontMetrics().horizontalAdvance(text()) + iconLeft, wantedHeight()};
}

QFont NavButton::writtenFont(bool bold) const
{
    QFont written = font();
    written.setBold(bold);
    if (m_level == Level::Child)
        written.setPixelSize(13);
    return written;
}

QRect NavButton::wordsRoom() const
{
    const int right = m_count > 0 ? 48 : m_level == Level::Module ? 32 : 8;
    return rect().adjusted(textLeft, 0, -right, 0);
}

void NavButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    if (m_level != Level::Child)
        return;
    // Bold, as it is when it is the present page: choosing it moves nothing below it.
    const bool fits =
        QFontMetrics(writtenFont(true)).horizontalAdvance(text()) <= wordsRoom().width();
    if (m_twoLines == !fits)
        return;
    m_twoLines = !fits;
    setFixedHeight(wantedHeight());
}

int NavButton::wantedHeight() const
{
    return m_level != Level::Child ? pageHeight : m_twoLines ? twoLinesHeight : childHeight;
}

QSize NavButton::minimumSizeHint() const
{
    return {textLeft + iconLeft, sizeHint().height()};
}

void NavButton::paintCount(QPainter &painter) const
{
    QFont small = font();
    small.setPixelSize(12);
    small.setBold(true);
    const QString words = m_count > 99 ? QStringLiteral("99+") : QString::number(m_count);
    constexpr int height = 18;
    const int room = std::max(26, QFontMetrics(small).horizontalAdvance(words) + 16);
    const QRect pill(width() - room - 10, (this->height() - height) / 2, room, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(QStringLiteral("danger")));
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter.setFont(small);
    painter.setPen(Theme::color(QStringLiteral("onDanger")));
    painter.drawText(pill, Qt::AlignCenter, words);
}

void NavButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    constexpr int radius = 6;
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(
            Theme::color(isChecked() ? QStringLiteral("tint") : QStringLiteral("raised")));
        painter.drawRoundedRect(whole, radius, radius);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(Theme::color(QStringLiteral("primary")));
        painter.drawRoundedRect(whole, radius, radius);
    }
    const QString ink = isChecked() ? QStringLiteral("primary") : QStringLiteral("text2");
    if (isChecked())
        painter.fillRect(QRect(0, (height() - 20) / 2, 3, 20),
                         Theme::color(QStringLiteral("primary")));
    if (m_level != Level::Child)
        paintIcon(&painter, QRect(iconLeft, (height() - drawnIcon) / 2, drawnIcon, drawnIcon),
                  m_icon, ink);
    const QFont written = writtenFont(isChecked());
    painter.setFont(written);
    painter.setPen(Theme::color(isChecked()                   ? QStringLiteral("primary")
                                    : m_level == Level::Child ? QStringLiteral("text2")
                                                              : QStringLiteral("text")));
    const QRect room = wordsRoom();
    if (m_twoLines)
        painter.drawText(room, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextWordWrap, text());
    else
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetrics(written).elidedText(text(), Qt::ElideRight, room.width()));
    if (m_level == Level::Module)
        paintIcon(&painter, QRect(width() - 28, (height() - 16) / 2, 16, 16),
                  m_unfolded ? QStringLiteral("chevron_down") : QStringLiteral("chevron_right"),
                  QStringLiteral("text3"));
    if (m_count > 0)
        paintCount(painter);
}

} // namespace jubao
