// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QDialog>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace jubao {

/**
 * Who made it, what changes, what the rules found, on which evidence – and the decision of the
 * person who is asked. The same dialog from the inbox and on the spot. It signs the digest of what
 * it shows.
 */
class ApprovalDialog : public QDialog {
    Q_OBJECT

public:
    ApprovalDialog(Office &office, Session &session, qint64 operation, QWidget *parent = nullptr);

private:
    void build();
    void addHead(QVBoxLayout *column);
    void addChanges(QVBoxLayout *column);
    void addFindings(QVBoxLayout *column);
    void addCourse(QVBoxLayout *column);
    void addDecision(QVBoxLayout *column);
    void decide(ActionKind kind);

    Office &m_office;
    Session &m_session;
    OperationView m_view;
    QCheckBox *m_true = nullptr;
    QCheckBox *m_complete = nullptr;
    QCheckBox *m_valid = nullptr;
    QPlainTextEdit *m_reason = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_agree = nullptr;
};

} // namespace jubao
