// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QByteArray>
#include <QPointF>
#include <QSizeF>

class QPagedPaintDevice;

namespace jubao {

/** What stands on a paper beside its content. */
struct PaperMarks {
    QString foot; ///< witness of the journal, who printed it and when
    QString
        stamp; ///< "reprint no. 2", "file copy, no receipt", "draft": large and pale; empty = none
    QPointF shiftMm = {}; ///< moves all of it right and down: what one printer needs for one form
    /** Who took it and when, pale across each page (SEC-16); a template whose paper is bought
     * printed refuses it with "overlay". Empty = none. */
    QString watermark = {};
};

/** A document with its marks, as it is drawn. */
struct DrawnPaper {
    DocumentData document;
    PaperMarks marks;
};
/** What the office gives, ready to be drawn. */
DrawnPaper drawnPaper(const Office::Printable &printable);

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
/** Several papers of one template one behind the other in one file; each begins a new page. */
Paper renderPapers(const QList<DrawnPaper> &papers);
/** The same onto a printer; returns the number of pages. The device takes the template's paper
 * size. Throws std::runtime_error where the device does not take it. */
int drawPapers(QPagedPaintDevice &device, const QList<DrawnPaper> &papers);
/** The size of a template's paper in millimetres. Throws std::invalid_argument. */
QSizeF paperSizeMm(const QString &templateId);
/** A test page: rulers from the upper left corner, a cross at 20 mm, by which the shift is read. */
void drawRulers(QPagedPaintDevice &device, QSizeF pageMm, QPointF shiftMm);

} // namespace jubao
