// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "documents/document.h"
#include <QStringList>

class QPrinter;

namespace jubao {

/** What this computer keeps about its printers: the last one used for a form, and its shift. */
class PrinterSettings {
public:
    static QString lastPrinter(const QString &templateId);
    static void setLastPrinter(const QString &templateId, const QString &printer);
    /** Millimetres by which this printer's paper is moved right and down for this form. */
    static QPointF shiftMm(const QString &printer, const QString &templateId);
    static void setShiftMm(const QString &printer, const QString &templateId, QPointF shift);
};

/** Draws papers of one template with the shift of their printer. Throws std::runtime_error with
 * words. */
void printPapers(QPrinter &printer, QList<DrawnPaper> papers);
/** The test page with rulers, with the shift that is tried. Throws std::runtime_error with words.
 */
void printRulers(QPrinter &printer, const QString &templateId, QPointF shift);

} // namespace jubao
