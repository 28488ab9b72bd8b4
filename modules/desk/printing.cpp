// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/printing.h"

#include "operations/witness.h"
#include <QPrinter>
#include <QSettings>

namespace jubao {

namespace {

// Kept in tenths: a ruler is read no finer, and whole numbers stay what they are in a file.
constexpr int tenths = 10;

QString settingsFile()
{
    return stateFolder() + QStringLiteral("/printers.ini");
}

QString shiftKey(const QString &printer, const QString &templateId, QChar axis)
{
    // A printer's name may hold any character; the file's sections may not.
    return QStringLiteral("shift_%1/%2_%3")
        .arg(QString::fromLatin1(printer.toUtf8().toHex()), templateId, axis);
}

} // namespace

QString PrinterSettings::lastPrinter(const QString &templateId)
{
    return QSettings(settingsFile(), QSettings::IniFormat)
        .value(QStringLiteral("last/") + templateId)
        .toString();
}

void PrinterSettings::setLastPrinter(const QString &templateId, const QString &printer)
{
    QSettings(settingsFile(), QSettings::IniFormat)
        .setValue(QStringLiteral("last/") + templateId, printer);
}

QPointF PrinterSettings::shiftMm(const QString &printer, const QString &templateId)
{
    const QSettings settings(settingsFile(), QSettings::IniFormat);
    return QPointF(settings.value(shiftKey(printer, templateId, u'x')).toInt(),
                   settings.value(shiftKey(printer, templateId, u'y')).toInt())
        / tenths;
}

void PrinterSettings::setShiftMm(const QString &printer, const QString &templateId, QPointF shift)
{
    QSettings settings(settingsFile(), QSettings::IniFormat);
    settings.setValue(shiftKey(printer, templateId, u'x'), qRound(shift.x() * tenths));
    settings.setValue(shiftKey(printer, templateId, u'y'), qRound(shift.y() * tenths));
}

void printPapers(QPrinter &printer, QList<DrawnPaper> papers)
{
    const DocumentData &first = papers.first().document;
    printer.setFullPage(true);
    printer.setDocName(first.title);
    const QPointF shift = PrinterSettings::shiftMm(printer.printerName(), first.templateId);
    for (DrawnPaper &paper : papers)
        paper.marks.shiftMm = shift;
    drawPapers(printer, papers);
}

void printRulers(QPrinter &printer, const QString &templateId, QPointF shift)
{
    printer.setFullPage(true);
    drawRulers(printer, paperSizeMm(templateId), shift);
}

} // namespace jubao
