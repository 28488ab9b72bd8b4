// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/shell.h"
#include "desk/sign_form.h"

class QLineEdit;

namespace jubao {

/** Asks what a list is taken out for, and for the password once more: both stand before any export
 * leaves its trace. */
class PurposeDialog : public SignDialog {
    Q_OBJECT

public:
    PurposeDialog(Shell &shell, const QString &what, QWidget *parent = nullptr);

    QString purpose() const;

private:
    void confirm();

    Shell &m_shell;
    QLineEdit *m_purpose;
    QLineEdit *m_password;
};

} // namespace jubao
