// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/inbox_page.h"

#include "database/ids.h"
#include "desk/record_table.h"
#include "desk/theme.h"
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace jubao {

namespace {

QStandardItem *cell(const QString &text, qint64 id,
                    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter)
{
    auto *item = new QStandardItem(text);
    item->setData(id, CellRole::Id);
    item->setTextAlignment(alignment);
    item->setEditable(false);
    return item;
}

QString toneOf(const OperationView &view, const QDate &today)
{
    if (view.state == OperationState::Returned || view.state == OperationState::Conflict)
        return QStringLiteral("warning");
    return view.dueOn.isValid() && view.dueOn <= today ? QStringLiteral("danger")
                                                       : QStringLiteral("primary");
}

} // namespace

InboxPage::InboxPage(Office &office, Session &session, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_session(session)
{
    setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    auto *title = new QLabel(tr("Inbox"));
    Theme::setProperty(title, "role", QStringLiteral("title"));
    m_subtitle = new QLabel;
    Theme::setProperty(m_subtitle, "role", QStringLiteral("label"));
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(title);
    titles->addWidget(m_subtitle);
    auto *open = new QPushButton(tr("Open"));
    open->setAutoDefault(false);
    Theme::setProperty(open, "kind", QStringLiteral("primary"));
    connect(open, &QPushButton::clicked, this, &InboxPage::openCurrent);
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter the list"));
    m_filter->setFixedWidth(240);
    auto *head = new QHBoxLayout;
    head->addLayout(titles, 1);
    head->addWidget(m_filter);
    head->addWidget(open);
    column->addLayout(head);

    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    m_model = new QStandardItemModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(m_filter, &QLineEdit::textChanged, m_sorted,
            &QSortFilterProxyModel::setFilterFixedString);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("inbox"));
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(new TableDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setSortingEnabled(true);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(40);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &InboxPage::openCurrent);
    inside->addWidget(m_table);
    column->addWidget(card, 1);
}

void InboxPage::refresh()
{
    const QDate today = officeDate(m_office.clock().now());
    const QList<OperationView> list = m_office.inbox(m_session);
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("No."), tr("Business"), tr("Matter"),
                                        tr("Amount (yuan)"), tr("Maker"), tr("Handed in"),
                                        tr("Due"), tr("Waits for")});
    for (const OperationView &view : list) {
        auto *state = cell(view.state == OperationState::InReview ? actionTitle(view.waitsForStep)
                                                                  : stateTitle(view.state),
                           view.id);
        state->setData(toneOf(view, today), CellRole::Pill);
        auto *matter = cell(view.summary, view.id);
        QFont bold = m_table->font();
        bold.setBold(true);
        matter->setFont(bold);
        // The node's part of the number says nothing on one PC: the counter below bit 40 is what
        // people read.
        m_model->appendRow(
            {cell(QString::number(shortNumber(view.id)), view.id), cell(view.title, view.id),
             matter,
             cell(view.amountFen ? Money::fromFen(view.amountFen).toDisplay() : QStringLiteral("—"),
                  view.id, Qt::AlignRight | Qt::AlignVCenter),
             cell(view.actions.isEmpty() ? view.maker : view.actions.first().displayName, view.id),
             cell(view.madeOn.toString(QStringLiteral("MM-dd")), view.id),
             cell(view.dueOn.isValid() ? view.dueOn.toString(QStringLiteral("MM-dd"))
                                       : QStringLiteral("—"),
                  view.id),
             state});
    }
    m_subtitle->setText(list.isEmpty()
                            ? tr("Nothing waits for you.")
                            : tr("%n operation(s) wait for you", nullptr, int(list.size())));
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    if (m_sorted->rowCount() > 0)
        m_table->selectRow(0);
    emit counted(int(list.size()));
}

int InboxPage::count() const
{
    return m_model->rowCount();
}

void InboxPage::openCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    if (index.isValid())
        emit opened(index.data(CellRole::Id).toLongLong());
}

bool InboxPage::eventFilter(QObject *object, QEvent *event)
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
