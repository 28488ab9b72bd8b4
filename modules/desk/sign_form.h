// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QWidget>
#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace jubao {

/** What came of something that may be refused or fail; no words where it went through. */
struct Outcome {
    QString words;
    QString code;   ///< of a refusal
    QString detail; ///< of a failure, as the system words it: for whoever is asked to help
};
/** Runs it beside the window. */
Outcome tried(const std::function<void()> &work);
/** The same where nobody is asked for an account: only the password can be wrong. */
Outcome triedPassword(const std::function<void()> &work);

/**
 * The part that every dialog with a password shares: lines, a message that keeps its room, and the
 * main button. What the password opens runs beside the window; a refusal stands in words, what was
 * typed stays, and the password is ready to be typed over.
 */
class SignForm : public QWidget {
    Q_OBJECT

public:
    explicit SignForm(QWidget *parent = nullptr);

    /** Lines stand in the order in which they are added; the last secret one has the focus after a
     * refusal. */
    QLineEdit *addLine(const QString &title, const char *name, bool secret);
    void addWidget(QWidget *widget);
    /** Message and main button below the lines; Enter in any of them confirms. */
    void addButton(const QString &text, const char *name, const QString &waiting);
    /** True where it went through. */
    bool run(const std::function<void()> &work);
    /** Why the last run did not: the code of the refusal; empty where none spoke. */
    QString refusedCode() const { return m_refused; }
    void say(const QString &text, const char *role = "error");
    /** Enter confirms again, where another button had taken it over before it was hidden. */
    void takeEnter();
    /** Says what is missing and goes there. */
    void want(QWidget *line, const QString &text);

signals:
    void confirmed();

private:
    /** Enter in a line goes to the next one that is still empty; true where it went. A password
     * that nobody has typed is no try. */
    bool goOnToEmptyLine();

    QVBoxLayout *m_column;
    QList<QLineEdit *> m_lines;
    QLineEdit *m_secret = nullptr;
    bool m_asksWho = false;
    QLabel *m_message = nullptr;
    QPushButton *m_button = nullptr;
    QString m_waiting;
    QString m_refused;
};

/** A dialog around such a form: title, notices, form. It cannot be closed while a password opens.
 */
class SignDialog : public QDialog {
    Q_OBJECT

public:
    void reject() override;

protected:
    SignDialog(const char *name, const QString &title, QWidget *parent, int width = 440);

    void addNotice(const QString &text, const char *role);
    SignForm &form() { return *m_form; }

private:
    int m_inner;
    QVBoxLayout *m_notices;
    SignForm *m_form;
};

} // namespace jubao
