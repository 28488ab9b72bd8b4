// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "documents/document.h"
#include <QFont>
#include <QJsonArray>
#include <QPainter>
#include <QSet>

namespace jubao {

/**
 * One document on its pages: everything in millimetres from the upper left corner, by the
 * template's items and tables. Tables flow over pages, items stand on each of them. A text that
 * does not fit shrinks and wraps within its place; what fits in no size is refused, never cut off.
 */
class Sheet {
public:
    Sheet(QPagedPaintDevice &device, QPainter &painter, const DocumentData &document,
          const QJsonObject &layout, const PaperMarks &marks);

    /** Returns the number of pages. Throws std::invalid_argument with words. */
    int draw();
    /** Every character that was drawn. */
    QSet<uint> drawn() const { return m_drawn; }

private:
    /** A text in the size and the lines in which it fits. */
    struct Fitted {
        QFont font;
        QStringList lines;
        qreal lineHeight = 0;
        qreal height() const { return lineHeight * qreal(lines.size()); }
    };
    /** One line of a table, or its head. */
    struct Strip {
        QJsonArray columns;
        QJsonObject values;
        QString across; ///< instead of the columns
        qreal x = 0, y = 0, width = 0, height = 0;
        bool head = false;
    };

    QRectF place(const QJsonObject &item) const;
    QFont font(qreal points, bool bold) const;
    QStringList brokenLines(const QFont &font, const QString &text, qreal width) const;
    std::optional<Fitted> tryFit(const QString &text, qreal points, bool bold, QSizeF room,
                                 bool wrap) const;
    Fitted fit(const QString &text, const QJsonObject &item, QSizeF room) const;
    QString textOf(const QJsonObject &item) const;
    QJsonArray columnsOf(const QJsonObject &table) const;
    qreal rowHeight(const QJsonObject &table, const QJsonArray &columns,
                    const QJsonObject &row) const;

    void layOutTables();
    void layOut(const QJsonObject &table, qreal &y);
    void drawPage(int page);
    void drawText(const QRectF &box, const QString &text, const QJsonObject &item);
    void drawItem(const QJsonObject &item);
    void drawCell(const QJsonObject &item);
    void drawSignOff(const QJsonObject &item);
    void drawStrip(const Strip &strip);
    void drawMarks(int page);
    void drawWatermark();

    QPagedPaintDevice &m_device;
    QPainter &m_painter;
    const DocumentData &m_document;
    const QJsonObject &m_layout;
    const PaperMarks &m_marks;
    qreal m_scale;
    QList<QList<Strip>> m_pages;
    QSet<uint> m_drawn;
};

} // namespace jubao
