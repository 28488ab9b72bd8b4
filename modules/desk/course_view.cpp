// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/course_view.h"

#include "desk/theme.h"
#include <QPainter>

namespace jubao {

namespace {

constexpr int lineHeight = 28;
constexpr int reasonLine = 18;
constexpr int textLeft = 24;
constexpr int timeWidth = 92;
constexpr int dot = 11;

QFont small(const QFont &font, int pixels, bool bold)
{
    QFont made = font;
    made.setPixelSize(pixels);
    made.setBold(bold);
    return made;
}

QString inkOf(CourseView::Kind kind)
{
    switch (kind) {
    case CourseView::Kind::Done:
        return QStringLiteral("success");
    case CourseView::Kind::Back:
        return QStringLiteral("warning");
    case CourseView::Kind::Now:
        return QStringLiteral("primary");
    case CourseView::Kind::Later:
        break;
    }
    return QStringLiteral("inputBorder");
}

} // namespace

CourseView::CourseView(QList<Stop> stops, QWidget *parent)
    : QWidget(parent)
    , m_stops(std::move(stops))
{
    setObjectName(QStringLiteral("course"));
    QStringList words;
    for (const Stop &stop : m_stops)
        words.append(QStringLiteral("%1 %2 %3").arg(stop.text, stop.time, stop.reason).trimmed());
    setAccessibleName(words.join(QStringLiteral("; ")));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int CourseView::stopHeight(const Stop &stop, int width) const
{
    if (stop.reason.isEmpty())
        return lineHeight;
    const QRect room =
        QFontMetrics(small(font(), 12, false))
            .boundingRect(QRect(0, 0, width - textLeft, 10000), Qt::TextWordWrap, stop.reason);
    return lineHeight + std::max(reasonLine, room.height() + 2);
}

int CourseView::heightForWidth(int width) const
{
    int height = 0;
    for (const Stop &stop : m_stops)
        height += stopHeight(stop, width);
    return height;
}

QSize CourseView::sizeHint() const
{
    constexpr int usualWidth = 300;
    return {usualWidth, heightForWidth(usualWidth)};
}

void CourseView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int top = 0;
    for (int i = 0; i < m_stops.size(); ++i) {
        const Stop &stop = m_stops.at(i);
        const int height = stopHeight(stop, width());
        const QColor ink = Theme::color(inkOf(stop.kind));
        const QPointF centre(dot / 2.0 + 1, top + lineHeight / 2.0);
        if (i + 1 < m_stops.size()) {
            painter.setPen(QPen(Theme::color(QStringLiteral("border")), 2));
            painter.drawLine(QPointF(centre.x(), centre.y() + 8),
                             QPointF(centre.x(), top + height + lineHeight / 2.0 - 8));
        }
        const bool full = stop.kind == Kind::Done || stop.kind == Kind::Back;
        painter.setPen(QPen(ink, 2));
        painter.setBrush(full ? QBrush(ink) : QBrush(Qt::NoBrush));
        painter.drawEllipse(centre, dot / 2.0 - 1, dot / 2.0 - 1);
        painter.setFont(small(font(), 13, stop.kind == Kind::Now));
        painter.setPen(Theme::color(stop.kind == Kind::Now         ? QStringLiteral("primary")
                                        : stop.kind == Kind::Later ? QStringLiteral("text3")
                                                                   : QStringLiteral("text")));
        const QRect line(textLeft, top, width() - textLeft - (stop.time.isEmpty() ? 0 : timeWidth),
                         lineHeight);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(stop.text, Qt::ElideRight, line.width()));
        painter.setFont(small(font(), 12, false));
        painter.setPen(Theme::color(QStringLiteral("text3")));
        painter.drawText(QRect(width() - timeWidth, top, timeWidth, lineHeight),
                         Qt::AlignVCenter | Qt::AlignRight, stop.time);
        if (!stop.reason.isEmpty()) {
            painter.setPen(Theme::color(stop.kind == Kind::Back ? QStringLiteral("warning")
                                                                : QStringLiteral("text2")));
            painter.drawText(
                QRect(textLeft, top + lineHeight - 4, width() - textLeft, height - lineHeight + 4),
                Qt::TextWordWrap, stop.reason);
        }
        top += height;
    }
}

} // namespace jubao
