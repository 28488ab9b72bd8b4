// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QDoubleSpinBox;
class QLabel;

namespace jubao {

/** Moves what one printer prints on one form by tenths of a millimetre, with a test page. */
class PrinterShiftDialog : public QDialog {
    Q_OBJECT

public:
    PrinterShiftDialog(const QString &printer, const QString &templateId, const QString &title,
                       QWidget *parent = nullptr);

private:
    QDoubleSpinBox *newSpin(const char *name, const QString &title);
    void printTestPage();
    void keep();

    QString m_printer;
    QString m_template;
    QDoubleSpinBox *m_right = nullptr;
    QDoubleSpinBox *m_down = nullptr;
    QLabel *m_message = nullptr;
};

} // namespace jubao
