// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/founding_wizard.h"
#include <QDialog>

class QLabel;
class QListWidget;

namespace jubao {

/**
 * Which office to open: those opened before on this computer, another folder, a new one to found,
 * or one to bring back from a backup. Shown where the program was started without an office, or
 * where the last one is gone.
 */
class StartDialog : public QDialog {
    Q_OBJECT

public:
    StartDialog(const QStringList &known, Office::Options options,
                FoundingWizard::SheetMaker sheets, QWidget *parent = nullptr);

    /** The chosen folder; empty where the person closed the window. */
    QString folder() const { return m_folder; }
    /** True where a folder holds an office. */
    static bool holdsOffice(const QString &folder);

private:
    void openChosen();
    void openOther();
    void restoreBackup();
    void foundNew();
    void choose(const QString &folder);

    Office::Options m_options;
    FoundingWizard::SheetMaker m_sheets;
    QListWidget *m_list;
    QLabel *m_message;
    QString m_folder;
};

} // namespace jubao
