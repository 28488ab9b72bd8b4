// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace jubao {

/**
 * Somebody else is called to this workstation (现场授权): asks for that person's own account and
 * password, for one operation. What stands in the window behind stays as it is.
 */
class CallDialog : public QDialog {
    Q_OBJECT

public:
    CallDialog(Office &office, const OperationView &operation, QWidget *parent = nullptr);

    std::shared_ptr<Session> session() const { return m_session; }
    void reject() override;

private:
    void signIn();

    Office &m_office;
    qint64 m_operation;
    std::shared_ptr<Session> m_session;
    QLineEdit *m_name;
    QLineEdit *m_password;
    QLabel *m_message;
    QPushButton *m_button;
};

/**
 * Calls a second person and shows the operation for decision with that person's own key; the key is
 * closed at the end, or after 60 seconds without a key or a click. True where something was signed.
 */
bool decideOnTheSpot(Office &office, Session &caller, qint64 operation, QWidget *window);

} // namespace jubao
