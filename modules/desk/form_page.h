// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace jubao {

class RecordForm;

/** One operation being made: the form, the papers seen, and the button that hands it in. */
class FormPage : public QWidget {
    Q_OBJECT

public:
    FormPage(const OperationType &type, Office &office, Session &session,
             QWidget *parent = nullptr);

    RecordForm &form() const { return *m_form; }
    void start();

signals:
    void handedIn(const jubao::ActResult &result, const QString &type);

private:
    void handIn();
    void addPapers(QWidget *card);

    const OperationType &m_type;
    Office &m_office;
    Session &m_session;
    RecordForm *m_form;
    QList<QCheckBox *> m_papers;
    QLineEdit *m_reason;
    QLabel *m_message;
    QPushButton *m_button;
};

} // namespace jubao
