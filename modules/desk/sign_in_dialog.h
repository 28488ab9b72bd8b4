// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/sign_form.h"
#include "operations/type.h"
#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace jubao {

class Office;
class Session;

/** Draws the three recovery sheets; lent by the room that knows them. */
using RecoverySheets =
    std::function<QList<DocumentData>(const QStringList &shares, const Reader &books)>;

/**
 * Account and password. The hash runs beside the window, which stays alive; what is typed stays
 * after a refusal. In a demo office the operators stand beside the form, with their passwords. Who
 * cannot sign in finds the way on here: the first admission with a printed code, the upgrade that
 * an office waits for, the clock that two administrators confirm, the recovery with two envelopes,
 * another office.
 */
class SignInDialog : public QDialog {
    Q_OBJECT

public:
    explicit SignInDialog(Office &office, RecoverySheets sheets = {}, QWidget *parent = nullptr);

    std::shared_ptr<Session> session() const { return m_session; }
    /** The person wants another office. */
    bool otherWanted() const { return m_other; }
    void reject() override;

private:
    QWidget *buildForm();
    QWidget *buildDemo();
    void signIn();
    void admitSomeone();
    void upgrade();
    void recover();

    Office &m_office;
    RecoverySheets m_sheets;
    std::shared_ptr<Session> m_session;
    SignForm *m_form = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_password = nullptr;
    QPushButton *m_upgrade = nullptr; ///< only where the office waits for it
    bool m_other = false;
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
class PasswordDialog : public SignDialog {
    Q_OBJECT

public:
    PasswordDialog(Office &office, Session &session, QWidget *parent = nullptr);

private:
    void change();

    Office &m_office;
    Session &m_session;
    QLineEdit *m_present;
    NewPassword *m_next;
};

/** First admission: account, the printed one-time code, an own password; makes the operator's key
 * and shows the slip with its fingerprint, which goes to the security administrator. */
class AdmissionDialog : public SignDialog {
    Q_OBJECT

public:
    AdmissionDialog(Office &office, const QString &name, QWidget *parent = nullptr);

    QString name() const;

private:
    void admit();
    void showSlip();

    Office &m_office;
    QLineEdit *m_name;
    QLineEdit *m_code;
    NewPassword *m_next;
};

} // namespace jubao
