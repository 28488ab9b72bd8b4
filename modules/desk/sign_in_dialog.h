// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace jubao {

class Office;
class Session;

/**
 * Account and password. The hash runs beside the window, which stays alive; what is typed stays
 * after a refusal. In a demo office the operators stand beside the form, with their passwords. A
 * new operator goes from here to the first admission with the printed code.
 */
class SignInDialog : public QDialog {
    Q_OBJECT

public:
    explicit SignInDialog(Office &office, QWidget *parent = nullptr);

    std::shared_ptr<Session> session() const { return m_session; }
    void reject() override;

private:
    QWidget *buildForm();
    QWidget *buildDemo();
    void signIn();
    void admitSomeone();

    Office &m_office;
    std::shared_ptr<Session> m_session;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_password = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_button = nullptr;
    QTableWidget *m_operators = nullptr;
};

/** A new password twice, with the rules beside it: each is ticked off while one types. */
class NewPassword : public QWidget {
    Q_OBJECT

public:
    explicit NewPassword(const QString &operatorName, QWidget *parent = nullptr);

    void setOperatorName(const QString &name);
    QString password() const;
    /** Words where the two differ or a rule is not kept; empty where it may be handed in. */
    QString fault() const;
    void focusFirst();

private:
    void showRules();

    QString m_name;
    QLineEdit *m_next;
    QLineEdit *m_again;
    QLabel *m_rules;
};

/** Present and new password; shown where the password must change. */
class PasswordDialog : public QDialog {
    Q_OBJECT

public:
    PasswordDialog(Office &office, Session &session, QWidget *parent = nullptr);

    void reject() override;

private:
    void change();

    Office &m_office;
    Session &m_session;
    QLineEdit *m_present;
    NewPassword *m_next;
    QLabel *m_message;
    QPushButton *m_button;
};

/** First admission: account, the printed one-time code, an own password; makes the operator's key.
 */
class AdmissionDialog : public QDialog {
    Q_OBJECT

public:
    AdmissionDialog(Office &office, const QString &name, QWidget *parent = nullptr);

    QString name() const;
    void reject() override;

private:
    void admit();

    Office &m_office;
    QLineEdit *m_name;
    QLineEdit *m_code;
    NewPassword *m_next;
    QLabel *m_message;
    QPushButton *m_button;
};

} // namespace jubao
