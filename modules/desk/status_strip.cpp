// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/status_strip.h"

#include "desk/elided_label.h"
#include "desk/icon.h"
#include "desk/theme.h"
#include <QHBoxLayout>
#include <QPushButton>

namespace jubao {

StatusStrip::StatusStrip(const QString &idle, QWidget *parent)
    : QFrame(parent)
    , m_idle(idle)
    , m_text(new ElidedLabel)
    , m_mark(new IconLabel(QStringLiteral("done"), QStringLiteral("primary"), 16))
{
    setObjectName(QStringLiteral("status_strip"));
    m_text->setObjectName(QStringLiteral("told"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    connect(addButton(tr("Decide on the spot (F10)"), "call_here"), &QPushButton::clicked, this,
            &StatusStrip::callWanted);
    connect(addButton(tr("Look at it"), "look_at_made"), &QPushButton::clicked, this,
            &StatusStrip::lookWanted);
    connect(addButton(tr("Hide"), "hide_made"), &QPushButton::clicked, this, &StatusStrip::clear);
    for (QPushButton *way : std::as_const(m_ways))
        row->addWidget(way);
    clear();
}

QPushButton *StatusStrip::addButton(const QString &text, const char *name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    Theme::setProperty(button, "kind", QStringLiteral("link"));
    m_ways.append(button);
    return button;
}

QString StatusStrip::text() const
{
    return m_text->text();
}

void StatusStrip::tell(const QString &text)
{
    show(text, false);
}

void StatusStrip::showMade(const QString &text)
{
    show(text, true);
}

void StatusStrip::clear()
{
    show(m_idle, false);
}

void StatusStrip::show(const QString &text, bool made)
{
    m_offersMade = made;
    m_text->setText(text);
    m_text->setToolTip(text);
    const bool happened = text != m_idle;
    m_mark->setVisible(made);
    for (QPushButton *way : std::as_const(m_ways))
        way->setVisible(made);
    Theme::setProperty(m_text, "told", happened);
    Theme::setProperty(m_text, "made", made);
    Theme::setProperty(this, "made", made);
}

} // namespace jubao
