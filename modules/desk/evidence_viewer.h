// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBuffer>
#include <QDialog>
#include <QImage>

class QLabel;
class QScrollArea;

namespace jubao {

/** Shows one attached paper: a PDF page by page, a picture at the width of the window. */
class EvidenceViewer : public QDialog {
    Q_OBJECT

public:
    EvidenceViewer(const QString &title, const QString &fileName, const QByteArray &content,
                   QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *pdf();
    QWidget *picture();
    void fit();

    QByteArray m_content;
    QBuffer m_buffer;
    QImage m_image;
    QLabel *m_shown = nullptr;
    QScrollArea *m_scroll = nullptr;
};

} // namespace jubao
