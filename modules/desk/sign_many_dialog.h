// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace jubao {

/**
 * Signs what was marked, each operation with its own signature over what was shown, after the
 * password once more. What became of each stands in its row; those that changed meanwhile are
 * refused alone.
 */
class SignManyDialog : public QDialog {
    Q_OBJECT

public:
    SignManyDialog(Office &office, Session &session, const QList<Action> &actions,
                   QWidget *parent = nullptr);

    /** Operations that were signed, and those that were refused. */
    QList<qint64> signedOperations() const { return m_signed; }
    QList<qint64> refusedOperations() const { return m_refused; }

private:
    void fillTable();
    void sign();
    void showResult(int row, const QString &text, const QString &tone);

    Office &m_office;
    Session &m_session;
    QList<Action> m_actions;
    QList<qint64> m_signed;
    QList<qint64> m_refused;
    QTableWidget *m_table;
    QLabel *m_message;
    QLineEdit *m_password;
    QPushButton *m_sign;
    QPushButton *m_close;
};

} // namespace jubao
