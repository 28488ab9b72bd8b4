// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/preview_dialog.h"

#include "desk/theme.h"
#include <QFileDialog>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfView>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace jubao {

PreviewDialog::PreviewDialog(const DocumentData &document, const PaperMarks &marks, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_marks(marks)
    , m_paper(renderPaper(document, marks))
    , m_pdf(new QPdfDocument(this))
{
    setWindowTitle(document.title);
    resize(900, 640);
    m_buffer.setData(m_paper.pdf);
    m_buffer.open(QIODevice::ReadOnly);
    m_pdf->load(&m_buffer);
    auto *view = new QPdfView;
    view->setDocument(m_pdf);
    view->setPageMode(QPdfView::PageMode::MultiPage);
    view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addWidget(view, 1);
    m_message = new QLabel(marks.stamp);
    Theme::setProperty(m_message, "role", QStringLiteral("hint"));
    auto *close = new QPushButton(tr("Close"));
    auto *keep = new QPushButton(tr("Save as PDF"));
    auto *send = new QPushButton(tr("Print"));
    Theme::setProperty(send, "kind", QStringLiteral("primary"));
    send->setDefault(true);
    if (QPrinterInfo::availablePrinterNames().isEmpty()) {
        send->setEnabled(false);
        m_message->setText(tr("No printer is set up on this computer."));
        keep->setDefault(true);
    }
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, &PreviewDialog::save);
    connect(send, &QPushButton::clicked, this, &PreviewDialog::print);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_message, 1);
    buttons->addWidget(close);
    buttons->addWidget(keep);
    buttons->addWidget(send);
    column->addLayout(buttons);
}

void PreviewDialog::save()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save as PDF"),
                                                      m_document.title + QStringLiteral(".pdf"),
                                                      QStringLiteral("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.write(m_paper.pdf) == m_paper.pdf.size() && file.commit();
    m_message->setText(written ? tr("Saved: %1").arg(path)
                               : tr("Not saved: %1").arg(file.errorString()));
}

void PreviewDialog::print()
{
    QPrinter printer(QPrinter::HighResolution);
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    printer.setFullPage(true);
    drawPaper(printer, m_document, m_marks);
    accept();
}

} // namespace jubao
