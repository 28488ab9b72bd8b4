// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/type.h"
#include <QByteArray>

class QPagedPaintDevice;

namespace jubao {

/** What stands on a paper beside its content. */
struct PaperMarks {
    QString foot; ///< witness of the journal, who printed it and when
    QString
        stamp; ///< "reprint no. 2", "file copy, no receipt", "draft": large and pale; empty = none
};

/** One finished paper. */
struct Paper {
    QByteArray pdf;
    int pages = 0;
};

/**
 * Draws a document by its template (resources/templates: millimetres, fields, lines, one table)
 * into a PDF. The same painter serves preview, PDF and printer. Throws std::invalid_argument where
 * template or font cannot carry a text: a character without a glyph is refused with words, never
 * printed as a box.
 */
Paper renderPaper(const DocumentData &document, const PaperMarks &marks);
/** The same onto a printer; returns the number of pages. The device takes the template's paper
 * size. */
int drawPaper(QPagedPaintDevice &device, const DocumentData &document, const PaperMarks &marks);

} // namespace jubao
