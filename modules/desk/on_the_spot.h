// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/sign_form.h"
#include "operations/office.h"

class QLineEdit;

namespace jubao {

/**
 * Somebody else is called to this workstation (现场授权): asks for that person's own account and
 * password, for one operation or for several. What stands in the window behind stays as it is.
 */
class CallDialog : public SignDialog {
    Q_OBJECT

public:
    CallDialog(Office &office, const QList<OperationView> &operations, QWidget *parent = nullptr);

    std::shared_ptr<Session> session() const { return m_session; }

private:
    void signIn();

    Office &m_office;
    QString m_purpose; ///< goes into the trace
    std::shared_ptr<Session> m_session;
    QLineEdit *m_name;
    QLineEdit *m_password;
};

/**
 * Calls a second person and shows the operations for decision, one after another, with that
 * person's own key; the key is closed at the end, or after 60 seconds without a key or a click.
 * Gives back how many were signed.
 */
int decideOnTheSpot(Office &office, Session &caller, const QList<qint64> &operations,
                    QWidget *window);

} // namespace jubao
