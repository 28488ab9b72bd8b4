// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/elided_label.h"

#include <QPainter>
#include <QTextLayout>

namespace jubao {

ElidedLabel::ElidedLabel(int lines, QWidget *parent) : QLabel(parent), m_lines(lines) { }

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

QStringList ElidedLabel::broken() const
{
    if (m_lines == 1)
        return {text()};
    QTextLayout layout(text(), font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, contentsRect().width()));
        lines.append(text().mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return lines;
}

bool ElidedLabel::isCut() const
{
    return m_lines == 1 ? fontMetrics().horizontalAdvance(text()) > contentsRect().width()
                        : broken().size() > m_lines;
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QStringList lines = broken();
    const QRect room = contentsRect();
    const int pitch = room.height() / m_lines;
    for (int i = 0; i < std::min(m_lines, int(lines.size())); ++i) {
        // The last line that there is room for stands for all that is left.
        const QString shown = i + 1 < m_lines ? lines.at(i) : lines.mid(i).join(QString());
        painter.drawText(QRect(room.left(), room.top() + i * pitch, room.width(), pitch),
                         int(alignment()),
                         fontMetrics().elidedText(shown, Qt::ElideRight, room.width()));
    }
}

} // namespace jubao
