// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/sign_form.h"
#include "operations/office.h"

class QComboBox;

namespace jubao {

/** The operator's key goes onto the registered USB stick (SEC-10). */
class KeyStickDialog : public SignDialog {
    Q_OBJECT

public:
    KeyStickDialog(Office &office, Session &session, QWidget *parent = nullptr);

private:
    /** Keeps the choice where its drive is still there. */
    void listDrives();
    void move();

    Office &m_office;
    Session &m_session;
    QComboBox *m_drives;
    QLineEdit *m_password;
};

} // namespace jubao
