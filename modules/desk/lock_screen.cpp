// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/lock_screen.h"

#include "desk/background.h"
#include "desk/icon.h"
#include "desk/sign_form.h"
#include "desk/theme.h"
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace jubao {

IdleWatch::IdleWatch(std::chrono::milliseconds limit, QObject *parent,
                     std::function<bool()> keyIsThere)
    : QObject(parent)
    , m_keyIsThere(std::move(keyIsThere))
    , m_limit(limit)
{
    qApp->installEventFilter(this);
    m_since.start();
    constexpr std::chrono::milliseconds longestLook{2000};
    m_timer.setInterval(std::min(longestLook, limit / 4 + std::chrono::milliseconds(1)));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (officeIsBusy())
            return;
        const bool pulledOut = m_keyIsThere && !m_keyIsThere();
        if (pulledOut || m_since.elapsed() >= m_limit.count()) {
            m_since.restart();
            emit idle();
        }
    });
    m_timer.start();
}

void IdleWatch::restart()
{
    m_since.restart();
}

bool IdleWatch::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress
        || event->type() == QEvent::Wheel || event->type() == QEvent::MouseMove)
        m_since.restart();
    return QObject::eventFilter(object, event);
}

LockScreen::LockScreen(Office &office, Session &session, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_office(office)
    , m_session(session)
{
    setObjectName(QStringLiteral("lock_screen"));
    setWindowTitle(tr("Locked"));
    setWindowModality(Qt::ApplicationModal);
    setGeometry(window->geometry());
    auto *outer = new QVBoxLayout(this);
    auto *card = new QFrame;
    card->setProperty("card", true);
    card->setFixedWidth(400);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(32, 28, 32, 24);
    column->setSpacing(5);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(new IconLabel(QStringLiteral("lock"), QStringLiteral("primary"), 30));
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(Theme::label(tr("Locked"), "title"));
    titles->addWidget(Theme::label(tr("Everything behind is kept as it was."), "label"));
    head->addLayout(titles, 1);
    column->addLayout(head);
    column->addSpacing(14);
    m_stick = Theme::label(tr("Plug in the USB stick with your key."), "notice");
    m_stick->setObjectName(QStringLiteral("stick_missing"));
    m_stick->setWordWrap(true);
    column->addWidget(m_stick);
    m_form = new SignForm;
    m_password = m_form->addLine(tr("Password of %1").arg(session.displayName()), "password", true);
    m_form->addButton(tr("Unlock"), "unlock", tr("Opening …"));
    connect(m_form, &SignForm::confirmed, this, &LockScreen::unlock);
    column->addWidget(m_form);
    auto *leave = new QPushButton(tr("Sign out; what was typed stays as a draft"));
    leave->setObjectName(QStringLiteral("sign_out"));
    leave->setAutoDefault(false);
    Theme::setProperty(leave, "kind", QStringLiteral("link"));
    connect(leave, &QPushButton::clicked, this, [this] {
        m_signOut = true;
        accept();
    });
    column->addWidget(leave, 0, Qt::AlignLeft);
    outer->addWidget(card, 0, Qt::AlignCenter);
    constexpr int everyMs = 1000;
    auto *look = new QTimer(this);
    look->setInterval(everyMs);
    whenFree(*look, this, [this] { lookForKey(); });
    look->start();
    lookForKey();
    m_password->setFocus();
}

void LockScreen::lookForKey()
{
    const bool missing = !m_office.keyIsThere(m_session);
    if (m_stick->isVisibleTo(this) && !missing)
        m_form->say({}); // that it was missing
    m_stick->setVisible(missing);
}

void LockScreen::unlock()
{
    const QString password = m_password->text();
    if (m_form->run([this, &password] { m_office.unlock(m_session, password); }))
        accept();
}

} // namespace jubao
