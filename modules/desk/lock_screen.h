// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>
#include <chrono>
#include <functional>

class QLabel;
class QLineEdit;

namespace jubao {

class SignForm;

/** Says when nobody has touched keyboard or mouse for so long, and when the stick with the key is
 * pulled out (SEC-10). */
class IdleWatch : public QObject {
    Q_OBJECT

public:
    explicit IdleWatch(std::chrono::milliseconds limit, QObject *parent = nullptr,
                       std::function<bool()> keyIsThere = {});

    /** The time begins anew. */
    void restart();

signals:
    void idle();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QElapsedTimer m_since;
    QTimer m_timer;
    std::function<bool()> m_keyIsThere;
    std::chrono::milliseconds m_limit;
};

/**
 * Lies over the whole window while the session is locked: the key is gone from memory, nothing of
 * the page can be read, and everything that was typed waits behind it.
 */
class LockScreen : public QDialog {
    Q_OBJECT

public:
    LockScreen(Office &office, Session &session, QWidget *window);

    /** Locked means locked: only the password or signing out ends it. */
    void reject() override { }
    bool signOutChosen() const { return m_signOut; }

private:
    void unlock();
    /** Says when the stick with the key is not plugged in. */
    void lookForKey();

    Office &m_office;
    Session &m_session;
    SignForm *m_form;
    QLabel *m_stick;
    QLineEdit *m_password;
    bool m_signOut = false;
};

} // namespace jubao
