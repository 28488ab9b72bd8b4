// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/form_foot.h"

#include "desk/theme.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace jubao {

namespace {

QLabel *newMessage(const char *name)
{
    QLabel *label = Theme::label({}, "error");
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->hide();
    return label;
}

void fill(QLabel *label, const QString &text, const QString &role)
{
    Theme::setProperty(label, "role", role);
    label->setText(text);
    label->setHidden(text.isEmpty());
}

} // namespace

FormFoot::FormFoot(QWidget *parent)
    : QWidget(parent)
    , m_message(newMessage("message"))
    , m_explanation(newMessage("explanation"))
    , m_handIn(Theme::button(tr("Hand in (F9)"), "hand_in"))
    , m_clear(Theme::button(tr("Clear (Esc Esc)"), "clear"))
{
    Theme::setProperty(m_handIn, "kind", QStringLiteral("primary"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch(1);
    texts->addWidget(m_message);
    texts->addWidget(m_explanation);
    texts->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(texts, 1);
    row->addWidget(m_clear, 0, Qt::AlignBottom);
    row->addWidget(m_handIn, 0, Qt::AlignBottom);
}

void FormFoot::say(const QString &text, const char *role)
{
    fill(m_message, text, QString::fromLatin1(role));
}

void FormFoot::explain(const QString &text, const QString &role)
{
    fill(m_explanation, text, role);
}

} // namespace jubao
