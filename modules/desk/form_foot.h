// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace jubao {

/**
 * Below a form: what is said of the form, what the line of one field is too short for, and the
 * buttons. The two texts stand one above the other, so that neither keeps the other back.
 */
class FormFoot : public QWidget {
    Q_OBJECT

public:
    explicit FormFoot(QWidget *parent = nullptr);

    /** Of the form as a whole; \a role is the label's ("error", "warning", "hint"). */
    void say(const QString &text, const char *role);
    /** Of one field, whole; empty = every field says itself what it has to say. */
    void explain(const QString &text, const QString &role);
    QPushButton *handInButton() const { return m_handIn; }
    QPushButton *clearButton() const { return m_clear; }

private:
    QLabel *m_message;
    QLabel *m_explanation;
    QPushButton *m_handIn;
    QPushButton *m_clear;
};

} // namespace jubao
