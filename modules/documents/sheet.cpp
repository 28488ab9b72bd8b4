// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents/sheet.h"

#include "documents/paper_font.h"
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QJsonObject>
#include <QPagedPaintDevice>
#include <QPainterPath>
#include <QTextLayout>
#include <QtMath>
#include <array>
#include <stdexcept>

namespace jubao {

namespace {

constexpr qreal millimetresPerInch = 25.4;
constexpr qreal pointsPerInch = 72;
constexpr qreal hairlineMm = 0.2;
constexpr qreal frameMm = 0.35;
/** A line's pitch; the font's own is made for screens and too wide for forms. */
constexpr qreal lineSpacing = 1.3;
constexpr qreal cellPaddingMm = 1.2;
constexpr qreal rowPaddingMm = 1.6;
constexpr std::array oneLineScales{1.0, 0.9, 0.8};
constexpr std::array wrappedScales{1.0, 0.9, 0.8, 0.7, 0.6, 0.5};

QString words(const char *text)
{
    return QCoreApplication::translate("Documents", text);
}

QJsonObject style(qreal size, const char *align = "left", bool bold = false)
{
    return {{QStringLiteral("size"), size},
            {QStringLiteral("align"), QString::fromLatin1(align)},
            {QStringLiteral("bold"), bold ? 1 : 0}};
}

} // namespace

Sheet::Sheet(QPagedPaintDevice &device, QPainter &painter, const DocumentData &document,
             const QJsonObject &layout, const PaperMarks &marks)
    : m_device(device)
    , m_painter(painter)
    , m_document(document)
    , m_layout(layout)
    , m_marks(marks)
    , m_scale(device.logicalDpiX() / millimetresPerInch)
{
}

QRectF Sheet::place(const QJsonObject &item) const
{
    return {item[u"x"].toDouble() * m_scale, item[u"y"].toDouble() * m_scale,
            item[u"w"].toDouble() * m_scale, item[u"h"].toDouble() * m_scale};
}

QFont Sheet::font(qreal points, bool bold) const
{
    return paperFont(points / pointsPerInch * millimetresPerInch * m_scale, bold);
}

QStringList Sheet::brokenLines(const QFont &font, const QString &text, qreal width) const
{
    QStringList lines;
    const QStringList paragraphs = text.split(u'\n');
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
        }
        layout.endLayout();
    }
    return lines;
}

std::optional<Sheet::Fitted> Sheet::tryFit(const QString &text, qreal points, bool bold,
                                           QSizeF room, bool wrap) const
{
    Fitted fitted;
    fitted.font = font(points, bold);
    fitted.lineHeight = fitted.font.pixelSize() * lineSpacing;
    const qreal rounding = 0.02 * m_scale;
    if (wrap) {
        fitted.lines = brokenLines(fitted.font, text, room.width());
    } else if (!text.contains(u'\n')
               && QFontMetricsF(fitted.font).horizontalAdvance(text) <= room.width() + rounding) {
        fitted.lines = {text};
    } else {
        return {};
    }
    // A single line may stand taller than a narrow place: nothing is above or below its signs.
    if (fitted.lines.size() > 1 && fitted.height() > room.height() + rounding)
        return {};
    return fitted;
}

Sheet::Fitted Sheet::fit(const QString &text, const QJsonObject &item, QSizeF room) const
{
    const qreal points = item[u"size"].toDouble(10);
    const bool bold = item[u"bold"].toInt() == 1;
    for (const qreal scale : oneLineScales) {
        if (const auto fitted = tryFit(text, points * scale, bold, room, false))
            return *fitted;
    }
    for (const qreal scale : wrappedScales) {
        if (const auto fitted = tryFit(text, points * scale, bold, room, true))
            return *fitted;
    }
    throw std::invalid_argument(
        words(QT_TRANSLATE_NOOP("Documents",
                                "“%1” is too long for its place on the paper. Shorten it."))
            .arg(text)
            .toStdString());
}

void Sheet::drawText(const QRectF &box, const QString &text, const QJsonObject &item)
{
    if (text.isEmpty())
        return;
    refuseMissingGlyphs(font(item[u"size"].toDouble(10), item[u"bold"].toInt() == 1), text);
    const Fitted fitted = fit(text, item, box.size());
    const QList<uint> characters = text.toUcs4();
    for (const uint character : characters)
        m_drawn.insert(character);
    const QFontMetricsF metrics(fitted.font);
    const QString align = item[u"align"].toString();
    m_painter.setFont(fitted.font);
    qreal top = box.top() + (box.height() - fitted.height()) / 2;
    if (item[u"valign"].toString() == QLatin1String("top"))
        top = box.top();
    for (const QString &line : fitted.lines) {
        const qreal spare = box.width() - metrics.horizontalAdvance(line);
        const qreal left = align == QLatin1String("right") ? spare
            : align == QLatin1String("center")             ? spare / 2
                                                           : 0;
        const qreal baseline =
            top + fitted.lineHeight / 2 + (metrics.ascent() - metrics.descent()) / 2;
        m_painter.drawText(QPointF(box.left() + left, baseline), line);
        top += fitted.lineHeight;
    }
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

/** A field of a form: its label in a box, and beside it the box of its value. */
void Sheet::drawCell(const QJsonObject &item)
{
    const QRectF box = place(item);
    const qreal labelWidth = item[u"label_w"].toDouble() * m_scale;
    const qreal padding = cellPaddingMm * m_scale;
    m_painter.drawRect(box);
    const qreal size = item[u"size"].toDouble(10);
    if (labelWidth > 0) {
        const QRectF label(box.left(), box.top(), labelWidth, box.height());
        m_painter.drawLine(label.topRight(), label.bottomRight());
        drawText(label.adjusted(padding, 0, -padding, 0), item[u"label"].toString(),
                 style(item[u"label_size"].toDouble(9.5), "center"));
    }
    QJsonObject value = item;
    value[QStringLiteral("size")] = size;
    drawText(box.adjusted(labelWidth + padding, 0, -padding, 0), textOf(item), value);
}

/** The lines of control (CTL-15): who took each step, by which post, when, and room to sign. */
void Sheet::drawSignOff(const QJsonObject &item)
{
    struct Heading {
        const char *key;
        QString title;
        int share;
    };
    const std::array columns{
        Heading{"step", QStringLiteral("环节"), 14}, Heading{"name", QStringLiteral("姓名"), 20},
        Heading{"post", QStringLiteral("岗位"), 22}, Heading{"at", QStringLiteral("时间"), 26},
        Heading{"", QStringLiteral("签字"), 18}};
    const QJsonArray lines = m_document.values[u"sign_off"].toArray();
    const QRectF box = place(item);
    const qreal height = box.height() / qreal(lines.size() + 1);
    const qreal padding = cellPaddingMm * m_scale;
    qreal y = box.top();
    for (qsizetype row = -1; row < lines.size(); ++row, y += height) {
        const QString rule = row < 0 ? QString() : lines[row][u"rule"].toString();
        qreal x = box.left();
        for (const Heading &column : columns) {
            const qreal width = box.width() * column.share / 100;
            const bool step = &column == &columns.front();
            QRectF cell(x, y, width, height);
            x += width;
            if (!rule.isEmpty() && !step) {
                cell.setRight(box.right());
                m_painter.drawRect(cell);
                drawText(cell.adjusted(padding, 0, -padding, 0), QStringLiteral("—　") + rule,
                         style(9));
                break;
            }
            m_painter.drawRect(cell);
            const QString text =
                row < 0 ? column.title : lines[row][QLatin1String(column.key)].toString();
            drawText(cell.adjusted(padding, 0, -padding, 0), text,
                     style(9.5, "center", row < 0 || step));
        }
    }
}

void Sheet::drawItem(const QJsonObject &item)
{
    const QString kind = item[u"kind"].toString();
    m_painter.setPen(QPen(Qt::black, (item[u"frame"].toInt() == 1 ? frameMm : hairlineMm) * m_scale,
                          Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    if (kind == QLatin1String("rect"))
        m_painter.drawRect(place(item));
    else if (kind == QLatin1String("line"))
        m_painter.drawLine(place(item).topLeft(), place(item).bottomRight());
    else if (kind == QLatin1String("cell"))
        drawCell(item);
    else if (kind == QLatin1String("sign_off"))
        drawSignOff(item);
    else
        drawText(place(item), textOf(item), item);
}

/** A list brings its own columns; a form has them in its template. */
QJsonArray Sheet::columnsOf(const QJsonObject &table) const
{
    return table.contains(u"columns_from")
        ? m_document.values[table[u"columns_from"].toString()].toArray()
        : table[u"columns"].toArray();
}

qreal Sheet::rowHeight(const QJsonObject &table, const QJsonArray &columns,
                       const QJsonObject &row) const
{
    qreal height = table[u"row_height"].toDouble() * m_scale;
    for (const QJsonValue &column : columns) {
        const QString text = row[column[u"key"].toString()].toString();
        const qreal points = column[u"size"].toDouble(10);
        const bool bold = column[u"bold"].toInt() == 1;
        const QSizeF room((column[u"w"].toDouble() - 2 * cellPaddingMm) * m_scale, height);
        bool fits = false;
        for (const qreal scale : oneLineScales)
            fits = fits || tryFit(text, points * scale, bold, room, false);
        if (fits)
            continue;
        const QFont used = font(points, bold);
        const qreal lines = qreal(brokenLines(used, text, room.width()).size());
        height = std::max(height, lines * used.pixelSize() * lineSpacing + rowPaddingMm * m_scale);
    }
    return height;
}

void Sheet::layOut(const QJsonObject &table, qreal &y)
{
    const qreal top = m_layout[u"tables"].toArray().first()[u"y"].toDouble() * m_scale;
    const qreal bottom = table[u"bottom"].toDouble() * m_scale;
    Strip strip;
    strip.columns = columnsOf(table);
    strip.x = table[u"x"].toDouble() * m_scale;
    for (const QJsonValue &column : std::as_const(strip.columns))
        strip.width += column[u"w"].toDouble() * m_scale;
    const auto put = [&](qreal height) {
        strip.y = y;
        strip.height = height;
        m_pages.last().append(strip);
        y += height;
    };
    const auto putHead = [&] {
        strip.head = true;
        put(table[u"head_height"].toDouble(table[u"row_height"].toDouble()) * m_scale);
        strip.head = false;
    };
    const QJsonArray rows = m_document.values[table[u"rows"].toString()].toArray();
    bool headed = false;
    for (const QJsonValue &row : rows) {
        strip.values = row.toObject();
        const qreal most = bottom - top - table[u"row_height"].toDouble() * m_scale;
        const qreal height = std::min(rowHeight(table, strip.columns, strip.values), most);
        const qreal needed = headed ? height : height + table[u"row_height"].toDouble() * m_scale;
        if (y + needed > bottom) {
            m_pages.append(QList<Strip>());
            y = top;
            headed = false;
        }
        if (!headed)
            putHead();
        headed = true;
        put(height);
    }
    if (!headed)
        putHead();
    const qreal last = table[u"row_height"].toDouble() * m_scale;
    if (table.contains(u"after") && y + last <= bottom) {
        strip.across = table[u"after"].toString();
        put(last);
        strip.across.clear();
    }
    strip.values = {};
    while (table[u"fill"].toInt() == 1 && y + last <= bottom)
        put(last);
}

void Sheet::layOutTables()
{
    m_pages = {{}};
    const QJsonArray tables = m_layout[u"tables"].toArray();
    qreal y = 0;
    for (const QJsonValue &each : tables) {
        const QJsonObject table = each.toObject();
        const qreal gap = table[u"gap"].toDouble() * m_scale;
        y = y == 0 ? table[u"y"].toDouble() * m_scale : y + gap;
        layOut(table, y);
    }
}

void Sheet::drawStrip(const Strip &strip)
{
    const qreal padding = cellPaddingMm * m_scale;
    m_painter.setPen(QPen(Qt::black, hairlineMm * m_scale));
    if (!strip.across.isEmpty()) {
        const QRectF box(strip.x, strip.y, strip.width, strip.height);
        m_painter.drawRect(box);
        drawText(box, strip.across, style(9, "center"));
        return;
    }
    qreal x = strip.x;
    for (const QJsonValue &each : strip.columns) {
        const QJsonObject column = each.toObject();
        const QRectF cell(x, strip.y, column[u"w"].toDouble() * m_scale, strip.height);
        m_painter.drawRect(cell);
        const QRectF inside = cell.adjusted(padding, 0, -padding, 0);
        if (strip.head)
            drawText(inside, column[u"title"].toString(), style(9, "center", true));
        else
            drawText(inside, strip.values[column[u"key"].toString()].toString(), column);
        x += cell.width();
    }
}

void Sheet::drawMarks(int page)
{
    const QJsonArray size = m_layout[u"page"].toArray();
    const qreal width = size[0].toDouble();
    const qreal height = size[1].toDouble();
    // Far enough from the edge that every printer reaches it.
    constexpr qreal side = 12;
    constexpr qreal fromBelow = 11;
    constexpr qreal lineMm = 5;
    QStringList right;
    if (!m_document.number.isEmpty() && m_document.values.contains(u"document_number"))
        right.append(m_document.number);
    right.append(words(QT_TRANSLATE_NOOP("Documents", "%1 version %2"))
                     .arg(m_layout[u"code"].toString())
                     .arg(m_layout[u"version"].toInt()));
    if (m_pages.size() > 1)
        right.append(
            words(QT_TRANSLATE_NOOP("Documents", "page %1 of %2")).arg(page).arg(m_pages.size()));
    m_painter.save();
    m_painter.setPen(Qt::darkGray);
    const QString named = right.join(QStringLiteral(" · "));
    const qreal namedWidth = QFontMetricsF(font(7, false)).horizontalAdvance(named) + m_scale;
    const QRectF foot(side * m_scale, (height - fromBelow) * m_scale, (width - 2 * side) * m_scale,
                      lineMm * m_scale);
    drawText(foot.adjusted(0, 0, -namedWidth, 0), m_marks.foot, style(7));
    drawText(foot.adjusted(foot.width() - namedWidth, 0, 0, 0), named, style(7, "right"));
    if (!m_marks.stamp.isEmpty()) {
        m_painter.setPen(QColor(0, 0, 0, 48));
        m_painter.translate(width / 2 * m_scale, height / 2 * m_scale);
        m_painter.rotate(-20);
        drawText(QRectF(-width / 2 * m_scale, -12 * m_scale, width * m_scale, 24 * m_scale),
                 m_marks.stamp, style(36, "center", true));
    }
    m_painter.restore();
}

/**
 * Below the content, and as shapes: who took the paper can be read from any piece of it, and a text
 * that is searched or copied stays free of it.
 */
void Sheet::drawWatermark()
{
    if (m_marks.watermark.isEmpty() || m_layout[u"overlay"].toInt() == 1)
        return;
    constexpr qreal points = 11;
    constexpr qreal acrossMm = 95;
    constexpr qreal downMm = 62;
    constexpr qreal marginMm = 22;
    constexpr qreal tilt = -28;
    static const QColor pale(0, 0, 0, 20);
    const QJsonArray size = m_layout[u"page"].toArray();
    const QFont used = font(points, false);
    refuseMissingGlyphs(used, m_marks.watermark);
    QPainterPath words;
    words.addText(0, 0, used, m_marks.watermark);
    words.translate(-words.boundingRect().center());
    m_painter.save();
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(pale);
    const int rows = qCeil((size[1].toDouble() - marginMm) / downMm);
    for (int row = 0; row < rows; ++row) {
        // Every other row stands between those of the row above.
        const qreal begin = row % 2 == 0 ? acrossMm / 2 : acrossMm;
        const int columns = qCeil((size[0].toDouble() - begin) / acrossMm);
        for (int column = 0; column < columns; ++column) {
            m_painter.save();
            m_painter.translate((begin + column * acrossMm) * m_scale,
                                (marginMm + row * downMm) * m_scale);
            m_painter.rotate(tilt);
            m_painter.drawPath(words);
            m_painter.restore();
        }
    }
    m_painter.restore();
}

void Sheet::drawPage(int page)
{
    drawWatermark();
    const QJsonArray items = m_layout[u"items"].toArray();
    for (const QJsonValue &item : items)
        drawItem(item.toObject());
    for (const Strip &strip : m_pages.at(page - 1))
        drawStrip(strip);
    drawMarks(page);
}

int Sheet::draw()
{
    layOutTables();
    for (int page = 1; page <= m_pages.size(); ++page) {
        if (page > 1)
            m_device.newPage();
        drawPage(page);
    }
    return int(m_pages.size());
}

} // namespace jubao
