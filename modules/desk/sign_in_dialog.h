// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace jubao {

class Office;
class Session;

/** Name and password; also for the second person on the spot. What is typed stays after a refusal.
 */
class SignInDialog : public QDialog {
    Q_OBJECT

public:
    explicit SignInDialog(Office &office, QWidget *parent = nullptr);

    std::shared_ptr<Session> session() const { return m_session; }

private:
    void signIn();

    Office &m_office;
    std::shared_ptr<Session> m_session;
    QLineEdit *m_name;
    QLineEdit *m_password;
    QLabel *m_message;
    QPushButton *m_button;
};

/** Present and new password; shown where the password must change. */
class PasswordDialog : public QDialog {
    Q_OBJECT

public:
    PasswordDialog(Office &office, Session &session, QWidget *parent = nullptr);

private:
    void change();

    Office &m_office;
    Session &m_session;
    QLineEdit *m_present;
    QLineEdit *m_next;
    QLineEdit *m_again;
    QLabel *m_message;
};

} // namespace jubao
