// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents/document.h"

#include "core/resources.h"
#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QRawFont>
#include <QTextLayout>
#include <algorithm>
#include <stdexcept>

namespace jubao {

namespace {

constexpr int resolution = 600;
constexpr qreal millimetresPerInch = 25.4;
constexpr qreal smallestFit = 0.8;

/** Places everything in millimetres from the upper left corner of the page. */
class Sheet {
public:
    Sheet(QPagedPaintDevice &device, QPainter &painter, const DocumentData &document,
          const QJsonObject &layout, const PaperMarks &marks)
        : m_device(device)
        , m_painter(painter)
        , m_document(document)
        , m_layout(layout)
        , m_marks(marks)
        , m_scale(device.logicalDpiX() / millimetresPerInch)
    {
    }

    int draw();

private:
    QRectF place(const QJsonObject &item) const;
    QFont font(qreal points, bool bold) const;
    void drawText(const QRectF &box, const QString &text, const QJsonObject &item);
    void drawItems();
    void drawMarks(int page);
    void drawTable();
    QJsonArray columnsOf(const QJsonObject &table) const;
    void drawTableHead(const QJsonObject &table, qreal &y);
    QString textOf(const QJsonObject &item) const;
    void newPage();

    QPagedPaintDevice &m_device;
    QPainter &m_painter;
    const DocumentData &m_document;
    const QJsonObject &m_layout;
    const PaperMarks &m_marks;
    qreal m_scale;
    int m_page = 1;
};

QRectF Sheet::place(const QJsonObject &item) const
{
    return {item[u"x"].toDouble() * m_scale, item[u"y"].toDouble() * m_scale,
            item[u"w"].toDouble() * m_scale, item[u"h"].toDouble() * m_scale};
}

QFont Sheet::font(qreal points, bool bold) const
{
    QFont made(QStringLiteral("Noto Sans CJK SC"));
    made.setHintingPreference(QFont::PreferNoHinting);
    made.setPixelSize(qRound(points / 72 * millimetresPerInch * m_scale));
    made.setBold(bold);
    // Shaping would take other forms of the digits beside letters, which no reader finds or copies.
    made.setStyleStrategy(QFont::PreferNoShaping);
    return made;
}

bool hasGlyphs(QFont font, const QString &text)
{
    font.setStyleStrategy(QFont::PreferDefault); // Without shaping a gap is not told as glyph 0.
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return std::none_of(runs.begin(), runs.end(),
                        [](const QGlyphRun &run) { return run.glyphIndexes().contains(0); });
}

void refuseMissingGlyphs(const QFont &font, const QString &text)
{
    if (hasGlyphs(font, text))
        return;
    const QList<uint> characters = text.toUcs4();
    const auto missing = std::find_if(characters.begin(), characters.end(), [&](char32_t each) {
        return !hasGlyphs(font, QString::fromUcs4(&each, 1));
    });
    // Where each alone has one, it is the combination that has none.
    const QString named = missing == characters.end()
        ? text
        : QStringLiteral("U+%1").arg(*missing, 4, 16, QLatin1Char('0')).toUpper();
    throw std::invalid_argument(
        QCoreApplication::translate(
            "Documents",
            "The character %1 in “%2” is in no installed font. Install a font with rare characters before printing.")
            .arg(named, text)
            .toStdString());
}

void Sheet::drawText(const QRectF &box, const QString &text, const QJsonObject &item)
{
    const qreal points = item[u"size"].toDouble(10);
    const bool bold = item[u"bold"].toInt() == 1;
    QFont used = font(points, bold);
    refuseMissingGlyphs(used, text);
    int flags = Qt::AlignVCenter;
    const QString align = item[u"align"].toString();
    flags |= align == QLatin1String("right") ? Qt::AlignRight
        : align == QLatin1String("center")   ? Qt::AlignHCenter
                                             : Qt::AlignLeft;
    if (QFontMetricsF(used).horizontalAdvance(text) > box.width()) {
        used = font(points * smallestFit, bold);
        if (QFontMetricsF(used).horizontalAdvance(text) > box.width())
            flags |= Qt::TextWrapAnywhere;
    }
    m_painter.setFont(used);
    m_painter.drawText(box, flags, text);
}

QString Sheet::textOf(const QJsonObject &item) const
{
    if (item.contains(u"text"))
        return item[u"text"].toString();
    const QString key = item[u"key"].toString();
    if (!m_document.values.contains(key))
        throw std::invalid_argument("the document has no value for " + key.toStdString());
    return m_document.values[key].toString();
}

void Sheet::drawItems()
{
    const QJsonArray items = m_layout[u"items"].toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        const QString kind = item[u"kind"].toString();
        m_painter.setPen(QPen(Qt::black, 0.25 * m_scale));
        if (kind == QLatin1String("rect"))
            m_painter.drawRect(place(item));
        else if (kind == QLatin1String("line"))
            m_painter.drawLine(
                place(item).topLeft(),
                place(item).topLeft()
                    + QPointF(item[u"w"].toDouble() * m_scale, item[u"h"].toDouble() * m_scale));
        else
            drawText(place(item), textOf(item), item);
    }
}

void Sheet::drawMarks(int page)
{
    const QJsonArray size = m_layout[u"page"].toArray();
    const qreal width = size[0].toDouble();
    const qreal height = size[1].toDouble();
    m_painter.save();
    m_painter.setPen(Qt::darkGray);
    const QString foot = page > 1 || m_layout.contains(u"table")
        ? m_marks.foot + QStringLiteral("  ·  %1").arg(page)
        : m_marks.foot;
    drawText(QRectF(8 * m_scale, (height - 7) * m_scale, (width - 16) * m_scale, 5 * m_scale), foot,
             {{QStringLiteral("size"), 7}});
    if (!m_marks.stamp.isEmpty()) {
        m_painter.setPen(QColor(0, 0, 0, 70));
        m_painter.translate(width / 2 * m_scale, height / 2 * m_scale);
        m_painter.rotate(-20);
        drawText(QRectF(-width / 2 * m_scale, -12 * m_scale, width * m_scale, 24 * m_scale),
                 m_marks.stamp,
                 {{QStringLiteral("size"), 36},
                  {QStringLiteral("bold"), 1},
                  {QStringLiteral("align"), QStringLiteral("center")}});
    }
    m_painter.restore();
}

void Sheet::newPage()
{
    m_device.newPage();
    ++m_page;
    drawItems();
    drawMarks(m_page);
}

/** A list brings its own columns; a form has them in its template. */
QJsonArray Sheet::columnsOf(const QJsonObject &table) const
{
    return table.contains(u"columns_from")
        ? m_document.values[table[u"columns_from"].toString()].toArray()
        : table[u"columns"].toArray();
}

void Sheet::drawTableHead(const QJsonObject &table, qreal &y)
{
    qreal x = table[u"x"].toDouble();
    const qreal rowHeight = table[u"row_height"].toDouble();
    const QJsonArray columns = columnsOf(table);
    for (const QJsonValue &column : columns) {
        const qreal width = column[u"w"].toDouble();
        const QRectF cell(x * m_scale, y * m_scale, width * m_scale, rowHeight * m_scale);
        m_painter.drawRect(cell);
        drawText(cell.adjusted(m_scale, 0, -m_scale, 0), column[u"title"].toString(),
                 {{QStringLiteral("size"), 9},
                  {QStringLiteral("bold"), 1},
                  {QStringLiteral("align"), QStringLiteral("center")}});
        x += width;
    }
    y += rowHeight;
}

void Sheet::drawTable()
{
    const QJsonObject table = m_layout[u"table"].toObject();
    const qreal rowHeight = table[u"row_height"].toDouble();
    const qreal bottom = table[u"bottom"].toDouble();
    const QJsonArray columns = columnsOf(table);
    qreal y = table[u"y"].toDouble();
    drawTableHead(table, y);
    const QJsonArray rows = m_document.values[table[u"rows"].toString()].toArray();
    for (const QJsonValue &row : rows) {
        if (y + rowHeight > bottom) {
            newPage();
            y = table[u"y"].toDouble();
            drawTableHead(table, y);
        }
        qreal x = table[u"x"].toDouble();
        for (const QJsonValue &column : columns) {
            const qreal width = column[u"w"].toDouble();
            const QRectF cell(x * m_scale, y * m_scale, width * m_scale, rowHeight * m_scale);
            m_painter.drawRect(cell);
            drawText(cell.adjusted(m_scale, 0, -m_scale, 0),
                     row[column[u"key"].toString()].toString(), column.toObject());
            x += width;
        }
        y += rowHeight;
    }
}

int Sheet::draw()
{
    drawItems();
    drawMarks(m_page);
    if (m_layout.contains(u"table"))
        drawTable();
    return m_page;
}

} // namespace

namespace {

QJsonObject layoutOf(const QString &templateId)
{
    const QJsonObject layout =
        QJsonDocument::fromJson(
            readResource(QStringLiteral(":/jubao/templates/%1.json").arg(templateId)))
            .object();
    if (layout[u"page"].toArray().size() != 2)
        throw std::invalid_argument("no such template: " + templateId.toStdString());
    return layout;
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
        painter.drawText(QRectF(label.topLeft() * scale, label.size() * scale),
                         across ? Qt::AlignHCenter | Qt::AlignTop
                                : Qt::AlignLeft | Qt::AlignVCenter,
                         QString::number(at));
    }
}

} // namespace

QSizeF paperSizeMm(const QString &templateId)
{
    const QJsonArray size = layoutOf(templateId)[u"page"].toArray();
    return {size[0].toDouble(), size[1].toDouble()};
}

int drawPaper(QPagedPaintDevice &device, const DocumentData &document, const PaperMarks &marks)
{
    const QJsonObject layout = layoutOf(document.templateId);
    QPainter painter;
    beginPage(device, painter, paperSizeMm(document.templateId), marks.shiftMm);
    return Sheet(device, painter, document, layout, marks).draw();
}

void checkPaper(const DocumentData &document)
{
    renderPaper(document, {});
}

void drawRulers(QPagedPaintDevice &device, QSizeF pageMm, QPointF shiftMm)
{
    QPainter painter;
    beginPage(device, painter, pageMm, shiftMm);
    const qreal scale = device.logicalDpiX() / millimetresPerInch;
    constexpr qreal hairlineMm = 0.15;
    constexpr qreal textMm = 2.6;
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(qRound(textMm * scale));
    painter.setFont(font);
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

Paper renderPaper(const DocumentData &document, const PaperMarks &marks)
{
    Paper paper;
    QBuffer buffer(&paper.pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setTitle(document.title);
    writer.setCreator(QStringLiteral("Jubao"));
    paper.pages = drawPaper(writer, document, marks);
    return paper;
}

} // namespace jubao
