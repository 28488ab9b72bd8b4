// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/sign_form.h"

#include "database/error.h"
#include "desk/background.h"
#include "desk/sign_in_parts.h"
#include "desk/theme.h"
#include "operations/decision.h"
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int dialogMargin = 32;

} // namespace

Outcome tried(const std::function<void()> &work)
{
    QApplication::setOverrideCursor(Qt::BusyCursor);
    Outcome outcome;
    try {
        runBeside(work);
    } catch (const RefusedError &error) {
        outcome = {error.refusals.first().text, error.refusals.first().code, {}};
    } catch (const DatabaseError &error) {
        outcome = {error.text(), {}, error.detail()};
    }
    QApplication::restoreOverrideCursor();
    return outcome;
}

Outcome triedPassword(const std::function<void()> &work)
{
    Outcome outcome = tried(work);
    if (outcome.code == QLatin1String("SIGN_IN_FAILED"))
        outcome.words = SignForm::tr("The password is wrong.");
    return outcome;
}

SignForm::SignForm(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(5);
}

QLineEdit *SignForm::addLine(const QString &title, const char *name, bool secret)
{
    QLineEdit *line = jubao::addLine(m_column, title, name, secret);
    m_lines.append(line);
    if (secret)
        m_secret = line;
    else
        m_asksWho = true;
    return line;
}

void SignForm::addWidget(QWidget *widget)
{
    m_column->addWidget(widget);
}

void SignForm::addButton(const QString &text, const char *name, const QString &waiting)
{
    m_waiting = waiting;
    m_message = wrappedLabel({}, "error");
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setMinimumHeight(36);
    m_button = new QPushButton(text);
    m_button->setObjectName(QLatin1String(name));
    m_button->setAccessibleName(text);
    m_button->setDefault(true);
    Theme::setProperty(m_button, "kind", QStringLiteral("primary"));
    m_column->addWidget(m_message);
    m_column->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (!goOnToEmptyLine())
            emit confirmed();
    });
}

bool SignForm::goOnToEmptyLine()
{
    qsizetype at = 0;
    while (at < m_lines.size() && !m_lines.at(at)->hasFocus())
        ++at;
    if (at + 1 >= m_lines.size() || !m_lines.at(at + 1)->text().isEmpty())
        return false;
    m_lines.at(at + 1)->setFocus();
    return true;
}

bool SignForm::run(const std::function<void()> &work)
{
    if (officeIsBusy())
        return false;
    const QString before = m_button->text();
    m_button->setEnabled(false);
    m_button->setText(m_waiting);
    say({});
    const auto [words, code, detail] = m_asksWho ? tried(work) : triedPassword(work);
    m_refused = code;
    m_button->setText(before);
    m_button->setEnabled(true);
    if (words.isEmpty())
        return true;
    say(words);
    m_message->setToolTip(detail);
    if (m_secret) {
        m_secret->selectAll();
        m_secret->setFocus();
    }
    return false;
}

void SignForm::say(const QString &text, const char *role)
{
    Theme::setProperty(m_message, "role", QString::fromLatin1(role));
    m_message->setText(text);
}

void SignForm::takeEnter()
{
    m_button->setDefault(false);
    m_button->setDefault(true);
}

void SignForm::want(QWidget *line, const QString &text)
{
    say(text);
    line->setFocus();
}

SignDialog::SignDialog(const char *name, const QString &title, QWidget *parent, int width)
    : QDialog(parent)
    , m_inner(width - 2 * dialogMargin)
    , m_notices(new QVBoxLayout)
    , m_form(new SignForm)
{
    setObjectName(QLatin1String(name));
    setWindowTitle(title);
    setFixedWidth(width);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dialogMargin, 24, dialogMargin, 24);
    column->setSpacing(8);
    column->addWidget(Theme::label(title, "title"));
    m_notices->setSpacing(8);
    column->addLayout(m_notices);
    column->addWidget(m_form);
}

void SignDialog::addNotice(const QString &text, const char *role)
{
    if (QLatin1String(role) != QLatin1String("label")) {
        m_notices->addWidget(boxedLabel(text, role, m_inner));
        return;
    }
    // A dialog of fixed width does not count the room of words that wrap.
    QLabel *label = wrappedLabel(text, role);
    label->ensurePolished();
    label->setMinimumHeight(label->heightForWidth(m_inner));
    m_notices->addWidget(label);
}

void SignDialog::reject()
{
    if (!officeIsBusy())
        QDialog::reject();
}

} // namespace jubao
