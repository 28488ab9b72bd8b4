// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/pin_button.h"

#include "desk/theme.h"
#include <QPainter>
#include <QPainterPath>

namespace jubao {

PinButton::PinButton(QWidget *parent) : QToolButton(parent)
{
    constexpr int side = 18;
    setCheckable(true);
    setFixedSize(side, side);
    // Reached by Ctrl+P from its field: the way of the Tab key stays from field to field.
    setFocusPolicy(Qt::NoFocus);
}

void PinButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = Theme::color(isChecked()        ? QStringLiteral("primary")
                                        : underMouse() ? QStringLiteral("text2")
                                                       : QStringLiteral("text3"));
    constexpr qreal stroke = 1.3;
    painter.setPen(QPen(ink, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(width() / 2.0, height() / 2.0);
    if (!isChecked())
        painter.rotate(45);
    // A head, a neck, a collar and the needle, on a grid of 12.
    QPainterPath body;
    body.moveTo(-2.5, -5.5);
    body.lineTo(2.5, -5.5);
    body.moveTo(-1.8, -5.5);
    body.lineTo(-1.8, -1.5);
    body.lineTo(-3.8, 1);
    body.lineTo(3.8, 1);
    body.lineTo(1.8, -1.5);
    body.lineTo(1.8, -5.5);
    if (isChecked())
        painter.fillPath(body, ink);
    painter.drawPath(body);
    painter.drawLine(QPointF(0, 1), QPointF(0, 5.5));
}

} // namespace jubao
