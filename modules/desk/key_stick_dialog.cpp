// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/key_stick_dialog.h"

#include "desk/background.h"
#include "desk/sign_in_parts.h"
#include "desk/theme.h"
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStorageInfo>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace jubao {

namespace {

/** The name that the stick bears, where it has one, and where it is. */
QString titleOf(const QString &drive)
{
    const QString label = QStorageInfo(drive).name();
    return label.isEmpty() ? drive : QStringLiteral("%1  ·  %2").arg(label, drive);
}

} // namespace

KeyStickDialog::KeyStickDialog(Office &office, Session &session, QWidget *parent)
    : SignDialog("key_stick_dialog", tr("Key on a USB stick"), parent)
    , m_office(office)
    , m_session(session)
{
    if (session.keyMustMove())
        addNotice(tr("A post of yours signs with a key on a USB stick. Until the key is there, "
                     "nothing can be handed in or decided."),
                  "notice");
    addNotice(session.keyIsOnStick()
                  ? tr("Your key moves to another stick: leave the present one plugged in until it "
                       "is done. Afterwards it opens backups of its time alone: lock it away.")
                  : tr("Your key leaves the office's key file. From then on you sign in with the "
                       "stick and the password; pulled out, the stick locks the window."),
              "label");
    auto *place = new QWidget;
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    auto *title = Theme::label(tr("USB stick"), "label");
    column->addWidget(title);
    m_drives = new QComboBox;
    m_drives->setObjectName(QStringLiteral("drive"));
    title->setBuddy(m_drives);
    column->addWidget(m_drives);
    form().addWidget(place);
    m_password = form().addLine(tr("Password"), "password", true);
    form().addButton(tr("Put the key onto the stick"), "move", tr("Writing …"));
    connect(&form(), &SignForm::confirmed, this, &KeyStickDialog::move);
    listDrives();
    auto *look = new QTimer(this);
    constexpr int everyMs = 1000;
    look->setInterval(everyMs);
    whenFree(*look, this, [this] { listDrives(); });
    look->start();
    m_password->setFocus();
}

void KeyStickDialog::listDrives()
{
    const QStringList drives = m_office.placesToMoveKey(m_session);
    QStringList shown;
    for (int i = 0; i < m_drives->count(); ++i)
        shown.append(m_drives->itemData(i).toString());
    if (m_drives->count() > 0
        && (drives == shown || (drives.isEmpty() && shown == QStringList{{}})))
        return;
    // One that is put in while the dialog is open is the one that is meant.
    QStringList added = drives;
    added.removeIf([&shown](const QString &drive) { return shown.contains(drive); });
    if (!added.isEmpty())
        form().say({}); // what was said of the one before
    const QString chosen =
        shown.isEmpty() || added.isEmpty() ? m_drives->currentData().toString() : added.first();
    m_drives->clear();
    for (const QString &drive : drives)
        m_drives->addItem(titleOf(drive), drive);
    if (drives.isEmpty())
        m_drives->addItem(tr("Plug the stick in …"), QString());
    m_drives->setCurrentIndex(std::max(0, m_drives->findData(chosen)));
}

void KeyStickDialog::move()
{
    const QString folder = m_drives->currentData().toString();
    if (folder.isEmpty()) {
        form().say(tr("No USB stick is plugged in."));
        m_drives->setFocus();
        return;
    }
    const QString password = m_password->text();
    if (password.isEmpty()) {
        form().want(m_password, tr("Enter the password."));
        return;
    }
    if (form().run([&] { m_office.putKeyOnStick(m_session, password, folder); }))
        accept();
}

} // namespace jubao
