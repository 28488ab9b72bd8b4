// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/start_dialog.h"

#include "database/error.h"
#include "desk/care_dialogs.h"
#include "desk/theme.h"
#include "operations/county_file.h"
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace jubao {

StartDialog::StartDialog(const QStringList &known, Office::Options options,
                         FoundingWizard::SheetMaker sheets, QWidget *parent)
    : QDialog(parent)
    , m_options(std::move(options))
    , m_sheets(std::move(sheets))
    , m_list(new QListWidget)
    , m_message(Theme::label({}, "error"))
{
    setWindowTitle(tr("Open an office"));
    constexpr int width = 620;
    setFixedWidth(width);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 28, 32, 28);
    column->setSpacing(12);
    column->addWidget(Theme::label(tr("Which office?"), "title"));
    m_list->setObjectName(QStringLiteral("offices"));
    m_list->setAccessibleName(tr("Offices opened before on this computer"));
    for (const QString &folder : known) {
        if (!holdsOffice(folder))
            continue;
        try {
            const QString name = CountyFile::isIn(folder) ? CountyFile::load(folder).officeName
                                                          : Office::open(folder, m_options)->name();
            auto *item = new QListWidgetItem(name + u'\n' + folder, m_list);
            item->setData(Qt::UserRole, folder);
        } catch (const DatabaseError &) {
            // A damaged one is named when it is chosen by its folder.
            continue;
        }
    }
    m_list->setCurrentRow(0);
    m_list->setVisible(m_list->count() > 0);
    column->addWidget(m_list);
    m_message->setWordWrap(true);
    column->addWidget(m_message);
    auto *found = new QPushButton(tr("Found a new office …"));
    found->setObjectName(QStringLiteral("found_office"));
    auto *restore = new QPushButton(tr("Restore a backup …"));
    restore->setObjectName(QStringLiteral("restore_backup"));
    auto *other = new QPushButton(tr("Another folder …"));
    other->setObjectName(QStringLiteral("other_folder"));
    auto *open = new QPushButton(tr("Open"));
    open->setObjectName(QStringLiteral("open_office"));
    open->setEnabled(m_list->count() > 0);
    open->setDefault(true);
    Theme::setProperty(open, "kind", QStringLiteral("primary"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(found);
    buttons->addWidget(restore);
    buttons->addStretch(1);
    buttons->addWidget(other);
    buttons->addWidget(open);
    column->addLayout(buttons);
    connect(found, &QPushButton::clicked, this, &StartDialog::foundNew);
    connect(restore, &QPushButton::clicked, this, &StartDialog::restoreBackup);
    connect(other, &QPushButton::clicked, this, &StartDialog::openOther);
    connect(open, &QPushButton::clicked, this, &StartDialog::openChosen);
    connect(m_list, &QListWidget::itemActivated, this, &StartDialog::openChosen);
}

bool StartDialog::holdsOffice(const QString &folder)
{
    return !folder.isEmpty()
        && (QDir(folder).exists(QStringLiteral("office.slots")) || CountyFile::isIn(folder));
}

void StartDialog::choose(const QString &folder)
{
    if (!holdsOffice(folder)) {
        m_message->setText(tr("There is no office in %1.").arg(folder));
        return;
    }
    m_folder = folder;
    accept();
}

void StartDialog::openChosen()
{
    if (const QListWidgetItem *item = m_list->currentItem())
        choose(item->data(Qt::UserRole).toString());
}

void StartDialog::openOther()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the office"));
    if (!folder.isEmpty())
        choose(folder);
}

void StartDialog::restoreBackup()
{
    RestoreDialog dialog(m_options, this);
    if (dialog.exec() == QDialog::Accepted)
        choose(dialog.folder());
}

void StartDialog::foundNew()
{
    FoundingWizard wizard(m_options, m_sheets, this);
    if (wizard.exec() == QDialog::Accepted)
        choose(wizard.folder());
}

} // namespace jubao
