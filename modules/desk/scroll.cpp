// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/scroll.h"

#include <QApplication>
#include <QScrollArea>

namespace jubao {

QScrollArea *followingScroll(const char *name, QWidget *inside)
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QLatin1String(name));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inside->setObjectName(QStringLiteral("scrolled"));
    scroll->setWidget(inside);
    QObject::connect(qApp, &QApplication::focusChanged, scroll, [scroll](QWidget *, QWidget *now) {
        constexpr int messageToo = 40;
        if (now && scroll->widget()->isAncestorOf(now))
            scroll->ensureWidgetVisible(now, 0, messageToo);
    });
    return scroll;
}

} // namespace jubao
