// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/shell.h"
#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace jubao {

/** Asks what a list is taken out for, and for the password once more: both stand before any export
 * leaves its trace. */
class PurposeDialog : public QDialog {
    Q_OBJECT

public:
    PurposeDialog(Shell &shell, const QString &what, QWidget *parent = nullptr);

    QString purpose() const;
    void reject() override;

private:
    void confirm();

    Shell &m_shell;
    QLineEdit *m_purpose;
    QLineEdit *m_password;
    QLabel *m_message;
    QPushButton *m_button;
};

} // namespace jubao
