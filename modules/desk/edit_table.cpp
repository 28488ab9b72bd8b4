// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/edit_table.h"

#include "core/text.h"
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace jubao {

namespace {

/** Offers the column's choices where it has any. */
class ChoiceDelegate : public QStyledItemDelegate {
public:
    ChoiceDelegate(const EditTable::Column &column, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_column(column)
    {
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        if (m_column.choices.isEmpty())
            return QStyledItemDelegate::createEditor(parent, option, index);
        auto *box = new QComboBox(parent);
        box->setAccessibleName(m_column.title);
        for (const auto &choice : m_column.choices)
            box->addItem(choice.first);
        return box;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *box = qobject_cast<QComboBox *>(editor);
        if (!box) {
            QStyledItemDelegate::setEditorData(editor, index);
            return;
        }
        box->setCurrentText(index.data().toString());
        box->showPopup();
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            model->setData(index, box->currentText());
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }

private:
    const EditTable::Column &m_column;
};

} // namespace

EditTable::EditTable(const QList<Column> &columns, QWidget *parent)
    : QTableWidget(0, int(columns.size()), parent)
    , m_columns(columns)
{
    QStringList titles;
    for (int i = 0; i < m_columns.size(); ++i) {
        titles.append(m_columns.at(i).title);
        setColumnWidth(i, m_columns.at(i).width);
        setItemDelegateForColumn(i, new ChoiceDelegate(m_columns.at(i), this));
    }
    setHorizontalHeaderLabels(titles);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->hide();
    constexpr int rowHeight = 36;
    verticalHeader()->setDefaultSectionSize(rowHeight);
    setEditTriggers(AllEditTriggers);
    setSelectionBehavior(SelectItems);
    setTabKeyNavigation(false);
    addRow();
}

void EditTable::addRow(const QStringList &cells)
{
    // The empty row at the end is where typing goes on.
    int row = rowCount() - 1;
    const bool lastIsEmpty = row >= 0 && [this, row] {
        for (int i = 0; i < columnCount(); ++i)
            if (item(row, i) && !item(row, i)->text().isEmpty())
                return false;
        return true;
    }();
    if (!lastIsEmpty)
        insertRow(++row);
    for (int i = 0; i < columnCount(); ++i)
        setItem(row, i, new QTableWidgetItem(cells.value(i)));
    if (!cells.isEmpty())
        addRow();
}

QList<QStringList> EditTable::filledRows() const
{
    QList<QStringList> rows;
    for (int row = 0; row < rowCount(); ++row) {
        QStringList cells;
        bool filled = false;
        for (int i = 0; i < columnCount(); ++i) {
            QString text = item(row, i) ? normaliseInput(item(row, i)->text()) : QString();
            filled = filled || !text.isEmpty();
            for (const auto &choice : m_columns.at(i).choices) {
                if (choice.first == text) {
                    text = choice.second;
                    break;
                }
            }
            cells.append(text);
        }
        if (filled)
            rows.append(cells);
    }
    return rows;
}

void EditTable::setChoices(int column, const QList<QPair<QString, QString>> &choices)
{
    m_columns[column].choices = choices;
}

void EditTable::paste()
{
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    const int first = std::max(0, currentRow());
    const int left = std::max(0, currentColumn());
    for (int i = 0; i < lines.size(); ++i) {
        const QStringList cells = lines.at(i).trimmed().split(u'\t');
        const int row = first + i;
        while (rowCount() <= row)
            insertRow(rowCount());
        for (int cell = 0; cell < cells.size() && left + cell < columnCount(); ++cell)
            setItem(row, left + cell, new QTableWidgetItem(cells.at(cell).trimmed()));
    }
    addRow();
}

void EditTable::goOn()
{
    int row = currentRow();
    int column = currentColumn() + 1;
    if (column >= columnCount()) {
        column = 0;
        ++row;
        if (row >= rowCount())
            addRow();
    }
    if (row < rowCount())
        setCurrentCell(row, column);
}

void EditTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->key() == Qt::Key_Delete && event->modifiers() & Qt::ControlModifier) {
        removeRow(currentRow());
        addRow();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        goOn();
    } else {
        QTableWidget::keyPressEvent(event);
    }
}

} // namespace jubao
