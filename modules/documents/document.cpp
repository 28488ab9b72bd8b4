// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents/document.h"

#include "documents/paper_font.h"
#include "documents/sheet.h"
#include "documents/text_layer.h"
#include "operations/papers.h"
#include <QBuffer>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <stdexcept>

namespace jubao {

namespace {

constexpr int resolution = 600;
constexpr qreal millimetresPerInch = 25.4;

QSizeF sizeOf(const QJsonObject &layout)
{
    const QJsonArray size = layout[u"page"].toArray();
    return {size[0].toDouble(), size[1].toDouble()};
}

/** Sets the page and begins to paint on it; millimetres from its upper left corner. */
void beginPage(QPagedPaintDevice &device, QPainter &painter, QSizeF sizeMm, QPointF shiftMm)
{
    device.setPageSize(QPageSize(sizeMm, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    device.setPageMargins({0, 0, 0, 0});
    if (!painter.begin(&device))
        throw std::runtime_error(
            QCoreApplication::translate("Documents",
                                        "The printer does not take the page. Is it switched on?")
                .toStdString());
    painter.translate(shiftMm * (device.logicalDpiX() / millimetresPerInch));
}

/** One ruler: a tick each millimetre, a long one each centimetre, with its number. */
void drawRuler(QPainter &painter, qreal scale, int lengthMm, bool across)
{
    constexpr qreal shortTick = 2;
    constexpr qreal middleTick = 3;
    constexpr qreal longTick = 5;
    for (int at = 0; at <= lengthMm; ++at) {
        const qreal tick = at % 10 == 0 ? longTick : at % 5 == 0 ? middleTick : shortTick;
        const QPointF from = across ? QPointF(at, 0) : QPointF(0, at);
        const QPointF to = across ? QPointF(at, tick) : QPointF(tick, at);
        painter.drawLine(from * scale, to * scale);
        if (at % 10 != 0 || at == 0)
            continue;
        const QRectF label =
            across ? QRectF(at - 5, longTick, 10, 5) : QRectF(longTick, at - 2.5, 10, 5);
        painter.drawText(
            QRectF(label.topLeft() * scale, label.size() * scale),
            int(across ? Qt::AlignHCenter | Qt::AlignTop : Qt::AlignLeft | Qt::AlignVCenter),
            QString::number(at));
    }
}

} // namespace

QSizeF paperSizeMm(const QString &templateId)
{
    return sizeOf(templateLayout(templateId));
}

namespace {

/** Draws all pages; `drawn` gets the characters. The first paper gives size and shift. */
int drawOn(QPagedPaintDevice &device, const QList<DrawnPaper> &papers, QSet<uint> &drawn)
{
    const auto layoutOf = [](const DrawnPaper &paper) {
        return templateLayout(paper.document.templateId, paper.document.templateVersion);
    };
    QPainter painter;
    beginPage(device, painter, sizeOf(layoutOf(papers.first())), papers.first().marks.shiftMm);
    int pages = 0;
    for (const DrawnPaper &paper : papers) {
        if (pages > 0)
            device.newPage();
        const QJsonObject layout = layoutOf(paper);
        Sheet sheet(device, painter, paper.document, layout, paper.marks);
        pages += sheet.draw();
        drawn += sheet.drawn();
    }
    return pages;
}

} // namespace

DrawnPaper drawnPaper(const Office::Printable &printable)
{
    return {printable.data, {printable.foot, printable.stamp, {}, printable.watermark}};
}

int drawPapers(QPagedPaintDevice &device, const QList<DrawnPaper> &papers)
{
    QSet<uint> drawn;
    return drawOn(device, papers, drawn);
}

void drawRulers(QPagedPaintDevice &device, QSizeF pageMm, QPointF shiftMm)
{
    QPainter painter;
    beginPage(device, painter, pageMm, shiftMm);
    const qreal scale = device.logicalDpiX() / millimetresPerInch;
    constexpr qreal hairlineMm = 0.15;
    constexpr qreal textMm = 2.6;
    painter.setFont(paperFont(textMm * scale, false));
    painter.setPen(QPen(Qt::black, hairlineMm * scale));
    drawRuler(painter, scale, int(pageMm.width()), true);
    drawRuler(painter, scale, int(pageMm.height()), false);
    constexpr qreal crossMm = 20;
    painter.drawLine(QPointF(crossMm - 5, crossMm) * scale, QPointF(crossMm + 5, crossMm) * scale);
    painter.drawLine(QPointF(crossMm, crossMm - 5) * scale, QPointF(crossMm, crossMm + 5) * scale);
    painter.drawText(
        QRectF(QPointF(crossMm + 7, crossMm - 4) * scale, QSizeF(pageMm.width() - 40, 8) * scale),
        Qt::AlignLeft | Qt::AlignVCenter,
        QCoreApplication::translate(
            "Documents",
            "The cross stands 20 mm from the left and from the upper edge. Measure it; the difference is the shift."));
}

Paper renderPapers(const QList<DrawnPaper> &papers)
{
    Paper paper;
    QBuffer buffer(&paper.pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setTitle(papers.first().document.title);
    writer.setCreator(QStringLiteral("Jubao"));
    QSet<uint> drawn;
    paper.pages = drawOn(writer, papers, drawn);
    buffer.close();
    paper.pdf = withReadableText(paper.pdf, drawn);
    return paper;
}

Paper renderPaper(const DocumentData &document, const PaperMarks &marks)
{
    return renderPapers({{document, marks}});
}

} // namespace jubao
