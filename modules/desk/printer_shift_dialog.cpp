// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/printer_shift_dialog.h"

#include "desk/printing.h"
#include "desk/theme.h"
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPrinter>
#include <QPushButton>
#include <stdexcept>

namespace jubao {

PrinterShiftDialog::PrinterShiftDialog(const QString &printer, const QString &templateId,
                                       const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_printer(printer)
    , m_template(templateId)
{
    setObjectName(QStringLiteral("printer_shift"));
    setWindowTitle(tr("Shift of the print"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addWidget(Theme::label(tr("“%1” on %2").arg(title, printer), "card"));
    auto *how = Theme::label(
        tr("Print the test page on the form's paper and measure the cross: it should stand 20 mm from the left and from the upper edge."),
        "hint");
    how->setWordWrap(true);
    column->addWidget(how);
    m_right = newSpin("shift_right", tr("To the right"));
    m_down = newSpin("shift_down", tr("Downwards"));
    const QPointF shift = PrinterSettings::shiftMm(printer, templateId);
    m_right->setValue(shift.x());
    m_down->setValue(shift.y());
    auto *form = new QFormLayout;
    form->addRow(tr("To the right"), m_right);
    form->addRow(tr("Downwards"), m_down);
    column->addLayout(form);
    m_message = Theme::label({}, "error");
    m_message->setWordWrap(true);
    column->addWidget(m_message);
    auto *test = new QPushButton(tr("Print test page"));
    auto *close = new QPushButton(tr("Close"));
    auto *save = new QPushButton(tr("Keep"));
    test->setObjectName(QStringLiteral("shift_test"));
    close->setObjectName(QStringLiteral("shift_close"));
    save->setObjectName(QStringLiteral("shift_keep"));
    Theme::setProperty(save, "kind", QStringLiteral("primary"));
    save->setDefault(true);
    connect(test, &QPushButton::clicked, this, &PrinterShiftDialog::printTestPage);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &PrinterShiftDialog::keep);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(test);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(save);
    column->addLayout(buttons);
}

QDoubleSpinBox *PrinterShiftDialog::newSpin(const char *name, const QString &title)
{
    constexpr int furthest = 30;
    auto *spin = new QDoubleSpinBox;
    spin->setObjectName(QLatin1String(name));
    spin->setAccessibleName(title);
    spin->setRange(-furthest, furthest);
    spin->setDecimals(1);
    spin->setSingleStep(0.5);
    spin->setSuffix(tr(" mm"));
    return spin;
}

void PrinterShiftDialog::printTestPage()
{
    try {
        QPrinter printer(QPrinter::HighResolution);
        printer.setPrinterName(m_printer);
        printRulers(printer, m_template, {m_right->value(), m_down->value()});
        m_message->clear();
    } catch (const std::runtime_error &error) {
        m_message->setText(QString::fromUtf8(error.what()));
    }
}

void PrinterShiftDialog::keep()
{
    PrinterSettings::setShiftMm(m_printer, m_template, {m_right->value(), m_down->value()});
    accept();
}

} // namespace jubao
