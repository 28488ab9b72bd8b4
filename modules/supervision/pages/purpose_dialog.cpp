// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "supervision/pages/purpose_dialog.h"

#include "core/text.h"
#include <QLineEdit>

namespace jubao {

PurposeDialog::PurposeDialog(Shell &shell, const QString &what, QWidget *parent)
    : SignDialog("purpose_dialog", what, parent)
    , m_shell(shell)
{
    addNotice(tr("Purpose, person and time go into the access trail and onto the list."), "label");
    m_purpose = form().addLine(tr("Purpose"), "purpose", false);
    m_password = form().addLine(tr("Own password"), "password", true);
    form().addButton(tr("Take out"), "take_out", tr("Opening …"));
    connect(&form(), &SignForm::confirmed, this, &PurposeDialog::confirm);
    m_purpose->setFocus();
}

QString PurposeDialog::purpose() const
{
    return normaliseInput(m_purpose->text());
}

void PurposeDialog::confirm()
{
    if (purpose().isEmpty()) {
        form().want(m_purpose, tr("Say what it is for."));
        return;
    }
    const QString password = m_password->text();
    if (form().run([this, &password] { m_shell.office().unlock(m_shell.session(), password); }))
        accept();
}

} // namespace jubao
