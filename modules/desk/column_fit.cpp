// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/column_fit.h"

#include "desk/record_table.h"
#include "operations/witness.h"
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTableView>
#include <QTimer>
#include <numeric>
#include <utility>

namespace jubao {

namespace {

constexpr int narrowest = 56;
/** What a column is given without being dragged; longer text ends in an ellipsis, its tool tip says
 * it whole. */
constexpr int widest = 280;
constexpr int widestOfWide = 520;
/** A wide column gives way down to this before the table scrolls sideways. */
constexpr int narrowestOfWide = 180;
/** And so do the others after it, down to this. */
constexpr int narrowestThatYields = 150;
constexpr int wideShares = 3;

QString settingsFile()
{
    return stateFolder() + QStringLiteral("/columns.ini");
}

} // namespace

ColumnFit::ColumnFit(QTableView *table, const QString &id, const QList<int> &wide)
    : QObject(table)
    , m_table(table)
    , m_key(id)
    , m_wide(wide)
{
    QHeaderView *header = table->horizontalHeader();
    header->setMinimumSectionSize(narrowest);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    // Hidden and filled columns are resized too: remembered is what a hand has dragged.
    connect(header, &QHeaderView::sectionResized, this,
            [this] { m_dragged = m_dragged || m_pressed; });
    header->viewport()->installEventFilter(this);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
        QMenu menu;
        menu.addAction(tr("Widths as at first"), this, &ColumnFit::forget);
        menu.exec(header->mapToGlobal(at));
    });
    table->viewport()->installEventFilter(this);
}

void ColumnFit::fit()
{
    measure();
    spread();
}

bool ColumnFit::wraps() const
{
    const QAbstractItemModel *model = m_table->model();
    return model->rowCount() > 0 && std::any_of(m_wide.begin(), m_wide.end(), [model](int column) {
               return model->index(0, column).data(CellRole::Wraps).toBool();
           });
}

int ColumnFit::headingWidth(int column) const
{
    // Qt keeps the room of a sort arrow in every heading; it is drawn over the inner margin here.
    constexpr int sides = 2 * 12 + 8;
    QFont font = m_table->font();
    constexpr int headingPixels = 13;
    font.setPixelSize(headingPixels);
    font.setBold(true);
    return sides
        + QFontMetrics(font).horizontalAdvance(
            m_table->model()->headerData(column, Qt::Horizontal).toString());
}

void ColumnFit::measure()
{
    m_needed.clear();
    m_whole.clear();
    for (int i = 0; i < m_table->model()->columnCount(); ++i) {
        const QAbstractItemView &view = *m_table;
        m_whole.append(std::max({narrowest, headingWidth(i), view.sizeHintForColumn(i)}));
        m_needed.append(std::min(m_whole.last(), m_wide.contains(i) ? widestOfWide : widest));
    }
}

void ColumnFit::share(QList<int> &widths, int spare) const
{
    // First whatever is cut, then all.
    for (qsizetype i = 0; i < widths.size() && spare > 0; ++i) {
        const int given = std::clamp(m_whole.at(i) - widths.at(i), 0, spare);
        if (m_table->isColumnHidden(int(i)))
            continue;
        widths[i] += given;
        spare -= given;
    }
    QList<int> shares;
    for (int i = 0; i < widths.size(); ++i)
        shares.append(m_table->isColumnHidden(i) ? 0 : m_wide.contains(i) ? wideShares : 1);
    const int all = std::max(1, std::accumulate(shares.begin(), shares.end(), 0));
    int left = spare;
    for (int i = 0; i < widths.size(); ++i) {
        widths[i] += spare * shares.at(i) / all;
        left -= spare * shares.at(i) / all;
    }
    for (qsizetype i = widths.size() - 1; i >= 0; --i) {
        if (shares.at(i) > 0) {
            widths[i] += left;
            return;
        }
    }
}

/** The widest give way first, so that no table scrolls sideways for a few letters. */
void ColumnFit::giveWay(QList<int> &widths, int missing) const
{
    QList<int> least;
    int room = 0;
    for (int i = 0; i < widths.size(); ++i) {
        least.append(std::max(narrowestThatYields, headingWidth(i)));
        room += m_table->isColumnHidden(i) ? 0 : std::max(0, widths.at(i) - least.last());
    }
    // A table that scrolls all the same cuts nothing for it.
    for (; room >= missing && missing > 0; --room, --missing) {
        qsizetype yields = -1;
        for (qsizetype i = 0; i < widths.size(); ++i) {
            if (!m_table->isColumnHidden(int(i)) && widths.at(i) > least.at(i)
                && (yields < 0 || widths.at(i) > widths.at(yields)))
                yields = i;
        }
        --widths[yields];
    }
}

void ColumnFit::spread()
{
    const QList<int> dragged = kept();
    QList<int> widths = dragged.isEmpty() ? m_needed : dragged;
    int used = 0;
    for (int i = 0; i < widths.size(); ++i)
        used += m_table->isColumnHidden(i) ? 0 : widths.at(i);
    int spare = m_table->viewport()->width() - used;
    if (spare > 0 && dragged.isEmpty()) {
        share(widths, spare);
    } else if (spare > 0 && !widths.isEmpty()) {
        widths.last() += spare;
    } else if (dragged.isEmpty()) {
        for (const int column : m_wide) {
            const int given = std::clamp(widths.at(column) - narrowestOfWide, 0, -spare);
            widths[column] -= given;
            spare += given;
        }
        giveWay(widths, -spare);
    }
    for (int i = 0; i < widths.size(); ++i)
        m_table->setColumnWidth(i, widths.at(i));
    if (wraps())
        m_table->resizeRowsToContents();
}

QList<int> ColumnFit::kept() const
{
    QList<int> widths;
    const QStringList written =
        QSettings(settingsFile(), QSettings::IniFormat).value(m_key).toStringList();
    for (const QString &each : written)
        widths.append(std::max(narrowest, each.toInt()));
    return widths.size() == m_needed.size() ? widths : QList<int>();
}

void ColumnFit::keep()
{
    QStringList written;
    for (int i = 0; i < m_table->model()->columnCount(); ++i)
        written.append(QString::number(m_table->isColumnHidden(i) ? m_needed.value(i)
                                                                  : m_table->columnWidth(i)));
    QSettings settings(settingsFile(), QSettings::IniFormat);
    settings.setValue(m_key, written);
    if (wraps())
        m_table->resizeRowsToContents();
}

void ColumnFit::forget()
{
    QSettings settings(settingsFile(), QSettings::IniFormat);
    settings.remove(m_key);
    settings.sync();
    fit();
}

bool ColumnFit::eventFilter(QObject *object, QEvent *event)
{
    const bool onHeadings = object == m_table->horizontalHeader()->viewport();
    if (!onHeadings && event->type() == QEvent::Resize && !m_needed.isEmpty())
        spread();
    if (onHeadings
        && (event->type() == QEvent::MouseButtonPress
            || event->type() == QEvent::MouseButtonDblClick)) {
        m_pressed = true;
    } else if (onHeadings && event->type() == QEvent::MouseButtonRelease) {
        // The headings take the release after this: only then is the width the last one.
        m_pressed = false;
        if (std::exchange(m_dragged, false))
            QTimer::singleShot(0, this, &ColumnFit::keep);
    }
    return QObject::eventFilter(object, event);
}

} // namespace jubao
