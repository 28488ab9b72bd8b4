// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "supervision/pages/purpose_dialog.h"

#include "core/text.h"
#include "database/error.h"
#include "desk/background.h"
#include "desk/sign_in_parts.h"
#include "desk/theme.h"
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace jubao {

PurposeDialog::PurposeDialog(Shell &shell, const QString &what, QWidget *parent)
    : QDialog(parent)
    , m_shell(shell)
{
    setObjectName(QStringLiteral("purpose_dialog"));
    setWindowTitle(what);
    setFixedWidth(440);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 24, 32, 24);
    column->setSpacing(5);
    column->addWidget(Theme::label(what, "title"));
    column->addWidget(wrappedLabel(
        tr("Purpose, person and time go into the access trail and onto the list."), "label"));
    column->addSpacing(8);
    m_purpose = addLine(column, tr("Purpose"), "purpose", false);
    m_password = addLine(column, tr("Own password"), "password", true);
    m_message = addMessage(column);
    m_button = addMainButton(column, tr("Take out"));
    m_button->setObjectName(QStringLiteral("take_out"));
    connect(m_button, &QPushButton::clicked, this, &PurposeDialog::confirm);
    m_purpose->setFocus();
}

QString PurposeDialog::purpose() const
{
    return normaliseInput(m_purpose->text());
}

void PurposeDialog::reject()
{
    if (!officeIsBusy())
        QDialog::reject();
}

void PurposeDialog::confirm()
{
    if (purpose().isEmpty()) {
        m_message->setText(tr("Say what it is for."));
        m_purpose->setFocus();
        return;
    }
    const Waiting waiting(m_button, tr("Opening …"));
    try {
        const QString password = m_password->text();
        runBeside([this, &password] { m_shell.office().unlock(m_shell.session(), password); });
        accept();
    } catch (const RefusedError &error) {
        m_message->setText(error.refusals.first().text);
        m_password->selectAll();
        m_password->setFocus();
    } catch (const DatabaseError &error) {
        m_message->setText(error.text());
    }
}

} // namespace jubao
