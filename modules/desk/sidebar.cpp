// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/sidebar.h"

#include "desk/icon.h"
#include "desk/nav_button.h"
#include "desk/theme.h"
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int sidebarWidth = 220;

} // namespace

Sidebar::Sidebar(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("sidebar"));
    setFixedWidth(sidebarWidth);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 1, 0);
    outer->setSpacing(0);
    auto *brand = new QWidget;
    brand->setFixedHeight(55);
    auto *row = new QHBoxLayout(brand);
    row->setContentsMargins(24, 0, 12, 0);
    row->setSpacing(10);
    row->addWidget(new IconLabel(QStringLiteral("shield"), QStringLiteral("primary"), 24));
    row->addWidget(Theme::label(tr("Residents' pension"), "brand"), 1);
    outer->addWidget(brand);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("sidebar_scroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    inside->setObjectName(QStringLiteral("sidebar_inside"));
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(12, 0, 12, 12);
    m_column->setSpacing(2);
    m_column->addStretch(1);
    scroll->setWidget(inside);
    outer->addWidget(scroll, 1);
}

void Sidebar::addGroup(const QString &title)
{
    QLabel *label = Theme::label(title, "group");
    label->setContentsMargins(0, 6, 0, 4);
    m_column->insertWidget(m_column->count() - 1, label);
}

NavButton *Sidebar::enlist(const QString &id, NavButton *button)
{
    button->setObjectName(QStringLiteral("nav_") + id);
    button->installEventFilter(this);
    connect(button, &NavButton::clicked, this, [this, id, button] {
        button->setChecked(true);
        emit chosen(id);
    });
    m_pages.insert(id, button);
    return button;
}

NavButton *Sidebar::addPage(const QString &id, const QString &title, const QString &icon)
{
    auto *button = enlist(id, new NavButton(NavButton::Level::Page, title, icon));
    m_places.append({id, title, {}});
    m_column->insertWidget(m_column->count() - 1, button);
    return button;
}

void Sidebar::addModule(const QString &module, const QString &title, const QString &icon)
{
    Unfolding unfolding;
    unfolding.button = new NavButton(NavButton::Level::Module, title, icon);
    unfolding.button->setObjectName(QStringLiteral("module_") + module);
    unfolding.button->installEventFilter(this);
    unfolding.children = new QWidget;
    unfolding.column = new QVBoxLayout(unfolding.children);
    unfolding.column->setContentsMargins(0, 0, 0, 4);
    unfolding.column->setSpacing(1);
    unfolding.children->hide();
    connect(unfolding.button, &NavButton::clicked, this, [this, module] {
        unfold(m_modules.value(module).button->isUnfolded() ? QString() : module);
    });
    m_column->insertWidget(m_column->count() - 1, unfolding.button);
    m_column->insertWidget(m_column->count() - 1, unfolding.children);
    m_modules.insert(module, unfolding);
}

void Sidebar::addChild(const QString &module, const QString &id, const QString &title)
{
    auto *button = enlist(id, new NavButton(NavButton::Level::Child, title, {}));
    button->setToolTip(title);
    m_places.append({id, title, m_modules.value(module).button->text()});
    m_modules[module].column->addWidget(button);
    m_moduleOf.insert(id, module);
}

void Sidebar::unfold(const QString &module)
{
    for (auto it = m_modules.cbegin(); it != m_modules.cend(); ++it) {
        it->button->setUnfolded(it.key() == module);
        it->children->setVisible(it.key() == module);
    }
}

void Sidebar::setCurrent(const QString &id)
{
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it)
        it.value()->setChecked(it.key() == id);
    if (m_moduleOf.contains(id))
        unfold(m_moduleOf.value(id));
}

void Sidebar::setCount(const QString &id, int count)
{
    if (NavButton *button = m_pages.value(id))
        button->setCount(count);
}

bool Sidebar::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up)
            return focusNextPrevChild(key == Qt::Key_Down);
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            static_cast<NavButton *>(object)->click();
            return true;
        }
    }
    return QFrame::eventFilter(object, event);
}

} // namespace jubao
