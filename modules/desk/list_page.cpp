// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/list_page.h"

#include "desk/record_table.h"
#include "desk/theme.h"
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int shownRows = 500;
constexpr int typingPauseMs = 180;

} // namespace

QTableView *newTable(const QString &objectName, const QString &accessibleName)
{
    auto *table = new QTableView;
    table->setObjectName(objectName);
    table->setAccessibleName(accessibleName);
    table->setItemDelegate(new TableDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setSortingEnabled(true);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(40);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

ListPage::ListPage(Shell &shell, ListSpec spec, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_spec(std::move(spec))
    , m_count(Theme::label({}, "label"))
    , m_table(newTable(m_spec.id + QStringLiteral(".table"), m_spec.title))
    , m_model(new QStandardItemModel(this))
    , m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    addHead(column);
    addTable(column);
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPauseMs);
    connect(m_pause, &QTimer::timeout, this, &ListPage::refresh);
}

void ListPage::addHead(QVBoxLayout *column)
{
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(Theme::label(m_spec.title, "title"));
    titles->addWidget(m_count);
    auto *head = new QHBoxLayout;
    head->addLayout(titles, 1);
    if (!m_spec.placeholder.isEmpty()) {
        m_filter = new QLineEdit;
        m_filter->setObjectName(m_spec.id + QStringLiteral(".filter"));
        m_filter->setPlaceholderText(m_spec.placeholder);
        m_filter->setAccessibleName(m_spec.placeholder);
        m_filter->setClearButtonEnabled(true);
        m_filter->setFixedWidth(300);
        connect(m_filter, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
        connect(m_filter, &QLineEdit::returnPressed, this, [this] {
            refresh();
            m_table->setFocus();
        });
        head->addWidget(m_filter, 0, Qt::AlignBottom);
    }
    column->addLayout(head);
}

void ListPage::addTable(QVBoxLayout *column)
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    QStringList titles;
    for (const ListSpec::Heading &heading : m_spec.headings)
        titles.append(heading.title);
    m_model->setHorizontalHeaderLabels(titles);
    for (int i = 0; i < m_spec.headings.size(); ++i) {
        if (m_spec.headings.at(i).right)
            m_model->horizontalHeaderItem(i)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &ListPage::openCurrent);
    inside->addWidget(m_table);
    column->addWidget(card, 1);
}

void ListPage::refresh()
{
    const QString filter = m_filter ? m_filter->text().trimmed() : QString();
    const QList<ListRow> rows = m_spec.rows(m_shell.office().reader(), filter, shownRows);
    m_model->removeRows(0, m_model->rowCount());
    for (const ListRow &row : rows) {
        QList<QStandardItem *> items;
        for (int i = 0; i < row.cells.size(); ++i) {
            auto *item = new QStandardItem(row.cells.at(i));
            item->setData(row.id, CellRole::Id);
            if (m_spec.headings.at(i).right)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (i == m_spec.pillColumn && !row.tone.isEmpty())
                item->setData(row.tone, CellRole::Pill);
            items.append(item);
        }
        m_model->appendRow(items);
    }
    const QString counted = rows.size() < shownRows
        ? tr("%n row(s)", nullptr, int(rows.size()))
        : tr("The first %n; narrow the list by its filter", nullptr, int(rows.size()));
    m_count->setText(
        m_spec.subtitle.isEmpty() ? counted : m_spec.subtitle + QStringLiteral("  ·  ") + counted);
    m_table->resizeColumnsToContents();
    for (int i = 0; i < m_spec.headings.size(); ++i) {
        if (m_spec.headings.at(i).wide)
            m_table->horizontalHeader()->setSectionResizeMode(i, QHeaderView::Stretch);
    }
    if (!rows.isEmpty())
        m_table->selectRow(0);
}

void ListPage::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void ListPage::openCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    if (m_spec.open && index.isValid())
        m_spec.open(index.data(CellRole::Id).toLongLong());
}

bool ListPage::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace jubao
