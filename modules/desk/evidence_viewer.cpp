// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/evidence_viewer.h"

#include "desk/theme.h"
#include <QImage>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace jubao {

EvidenceViewer::EvidenceViewer(const QString &title, const QString &fileName,
                               const QByteArray &content, QWidget *parent)
    : QDialog(parent)
    , m_content(content)
{
    setObjectName(QStringLiteral("evidence_viewer"));
    setWindowTitle(title);
    resize(860, 680);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(Theme::label(title, "title"));
    column->addWidget(Theme::label(fileName, "hint"));
    column->addWidget(content.startsWith("%PDF") ? pdf() : picture(), 1);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
}

QWidget *EvidenceViewer::pdf()
{
    m_buffer.setData(m_content);
    m_buffer.open(QIODevice::ReadOnly);
    auto *document = new QPdfDocument(this);
    document->load(&m_buffer);
    auto *view = new QPdfView;
    view->setObjectName(QStringLiteral("pages"));
    view->setAccessibleName(tr("Pages of the paper"));
    view->setDocument(document);
    view->setPageMode(QPdfView::PageMode::MultiPage);
    view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    return view;
}

QWidget *EvidenceViewer::picture()
{
    m_image = QImage::fromData(m_content);
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("picture"));
    m_scroll->setAccessibleName(tr("Picture of the paper"));
    m_scroll->setAlignment(Qt::AlignCenter);
    m_shown = m_image.isNull()
        ? Theme::label(tr("The file is neither a picture nor a PDF that can be shown."), "error")
        : new QLabel;
    m_scroll->setWidget(m_shown);
    return m_scroll;
}

void EvidenceViewer::fit()
{
    if (!m_scroll || m_image.isNull())
        return;
    const qreal ratio = devicePixelRatioF();
    const int width = std::min(m_image.width(), m_scroll->viewport()->width());
    QPixmap pixels =
        QPixmap::fromImage(m_image.scaledToWidth(int(width * ratio), Qt::SmoothTransformation));
    pixels.setDevicePixelRatio(ratio);
    m_shown->setPixmap(pixels);
    m_shown->resize(pixels.deviceIndependentSize().toSize());
}

void EvidenceViewer::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fit();
}

} // namespace jubao
