// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/sign_in_dialog.h"

#include "core/text.h"
#include "database/error.h"
#include "desk/theme.h"
#include "operations/office.h"
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace jubao {

namespace {

QLineEdit *addLine(QVBoxLayout *column, const QString &text, const char *name, bool secret)
{
    auto *label = new QLabel(text);
    Theme::setProperty(label, "role", QStringLiteral("label"));
    auto *line = new QLineEdit;
    line->setObjectName(QString::fromLatin1(name));
    line->setAccessibleName(text);
    if (secret)
        line->setEchoMode(QLineEdit::Password);
    label->setBuddy(line);
    column->addWidget(label);
    column->addWidget(line);
    column->addSpacing(8);
    return line;
}

QLabel *addMessage(QVBoxLayout *column)
{
    auto *message = new QLabel;
    message->setWordWrap(true);
    message->setMinimumHeight(36);
    Theme::setProperty(message, "role", QStringLiteral("error"));
    column->addWidget(message);
    return message;
}

QPushButton *addMainButton(QVBoxLayout *column, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setDefault(true);
    Theme::setProperty(button, "kind", QStringLiteral("primary"));
    column->addWidget(button);
    return button;
}

} // namespace

SignInDialog::SignInDialog(Office &office, QWidget *parent) : QDialog(parent), m_office(office)
{
    setWindowTitle(tr("Sign in"));
    setFixedWidth(400);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 28, 32, 28);
    column->setSpacing(5);
    auto *title = new QLabel(tr("Residents' pension insurance"));
    Theme::setProperty(title, "role", QStringLiteral("title"));
    auto *place = new QLabel(office.name());
    Theme::setProperty(place, "role", QStringLiteral("label"));
    column->addWidget(title);
    column->addWidget(place);
    if (office.isDemo()) {
        auto *demo =
            new QLabel(tr("Demo office: the names and passwords stand in demo-passwords.json."));
        demo->setWordWrap(true);
        Theme::setProperty(demo, "role", QStringLiteral("notice"));
        column->addSpacing(8);
        column->addWidget(demo);
    }
    column->addSpacing(16);
    m_name = addLine(column, tr("Account"), "name", false);
    m_password = addLine(column, tr("Password"), "password", true);
    m_message = addMessage(column);
    m_button = addMainButton(column, tr("Sign in"));
    m_button->setObjectName(QStringLiteral("sign_in"));
    connect(m_button, &QPushButton::clicked, this, &SignInDialog::signIn);
    m_name->setFocus();
}

void SignInDialog::signIn()
{
    const QString name = normaliseInput(m_name->text());
    if (name.isEmpty()) {
        m_message->setText(tr("Enter the account."));
        m_name->setFocus();
        return;
    }
    m_button->setEnabled(false);
    m_button->setText(tr("Opening …"));
    m_button->repaint();
    try {
        m_session = m_office.signIn(name, m_password->text());
        accept();
    } catch (const RefusedError &error) {
        m_message->setText(error.refusals.first().text);
        m_password->selectAll();
        m_password->setFocus();
    } catch (const DatabaseError &error) {
        m_message->setText(error.text());
    }
    m_button->setText(tr("Sign in"));
    m_button->setEnabled(true);
}

PasswordDialog::PasswordDialog(Office &office, Session &session, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_session(session)
{
    setWindowTitle(tr("Change the password"));
    setFixedWidth(400);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 28, 32, 28);
    column->setSpacing(5);
    m_present = addLine(column, tr("Present password"), "present", true);
    m_next = addLine(column, tr("New password"), "next", true);
    m_again = addLine(column, tr("New password once more"), "again", true);
    m_message = addMessage(column);
    connect(addMainButton(column, tr("Change")), &QPushButton::clicked, this,
            &PasswordDialog::change);
}

void PasswordDialog::change()
{
    if (m_next->text() != m_again->text()) {
        m_message->setText(tr("The two new passwords differ."));
        m_again->setFocus();
        return;
    }
    try {
        m_office.changePassword(m_session, m_present->text(), m_next->text());
        accept();
    } catch (const RefusedError &error) {
        m_message->setText(error.refusals.first().text);
    } catch (const DatabaseError &error) {
        m_message->setText(error.text());
    }
}

} // namespace jubao
