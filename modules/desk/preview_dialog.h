// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "documents/document.h"
#include <QBuffer>
#include <QDialog>

class QLabel;
class QPdfDocument;

namespace jubao {

/** Shows the very PDF that is saved; printing draws the same paper with the same painter. */
class PreviewDialog : public QDialog {
    Q_OBJECT

public:
    PreviewDialog(const DocumentData &document, const PaperMarks &marks, QWidget *parent = nullptr);

private:
    void save();
    void print();

    DocumentData m_document;
    PaperMarks m_marks;
    Paper m_paper;
    QBuffer m_buffer;
    QPdfDocument *m_pdf;
    QLabel *m_message;
};

} // namespace jubao
