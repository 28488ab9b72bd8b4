// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contributions/pages/day_card.h"

#include "contributions/domain/types.h"
#include "contributions/pages/counter.h"
#include "desk/list_page.h"
#include "desk/record_table.h"
#include "desk/theme.h"
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int shownReceipts = 200;
constexpr int cardWidth = 360;

} // namespace

DayCard::DayCard(Shell &shell, QWidget *parent)
    : QFrame(parent)
    , m_shell(shell)
    , m_sum(Theme::label({}, "figure"))
    , m_counts(Theme::label({}, "label"))
    , m_model(new QStandardItemModel(this))
    , m_table(newTable(QStringLiteral("day_receipts"), tr("Receipts of my day")))
{
    setProperty("card", true);
    setFixedWidth(cardWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 16, 1, 16);
    column->setSpacing(6);
    const auto inset = [column](QWidget *widget) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(20, 0, 20, 0);
        row->addWidget(widget);
        column->addLayout(row);
    };
    m_sum->setObjectName(QStringLiteral("day_sum"));
    inset(Theme::label(tr("My day"), "card"));
    inset(m_sum);
    inset(m_counts);
    m_table->setModel(m_model);
    m_table->setFocusPolicy(Qt::ClickFocus);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        m_shell.showOperation(index.data(CellRole::Id).toLongLong());
    });
    column->addWidget(m_table, 1);
    m_open = Theme::label({}, "notice");
    m_open->setObjectName(QStringLiteral("day_open"));
    m_open->setWordWrap(true);
    inset(m_open);
    m_close = new QPushButton;
    m_close->setObjectName(QStringLiteral("day_close"));
    m_close->setAutoDefault(false);
    connect(m_close, &QPushButton::clicked, this, [this] {
        m_shell.startOperation(QStringLiteral("contributions.day_close"),
                               {{QStringLiteral("operator"), m_shell.session().operatorId()},
                                {QStringLiteral("day"), m_day.toString(Qt::ISODate)}});
    });
    inset(m_close);
}

void DayCard::refresh()
{
    const Reader reader = m_shell.office().reader();
    const qint64 collector = m_shell.session().operatorId();
    const DayFigures figures =
        figuresOfDay(reader, QStringLiteral("contribution"), collector, reader.today());
    // A day that stands open is closed before the next begins (CON-15).
    const QDate open = unclosedDayBefore(reader, collector, reader.today());
    m_day = open.isValid() ? open : reader.today();
    m_open->setVisible(open.isValid());
    m_open->setText(tr("The money of %1 is not closed yet. Close that day before you go on.")
                        .arg(open.toString(Qt::ISODate)));
    m_close->setText(open.isValid() ? tr("Close %1…").arg(open.toString(Qt::ISODate))
                                    : tr("Close the day…"));
    m_close->setAccessibleName(m_close->text());
    m_sum->setText(tr("%1 yuan").arg(figures.due.toDisplay()));
    m_counts->setText(tr("%1 receipts, %2 void, %3 wait for recheck")
                          .arg(figures.used)
                          .arg(figures.voided)
                          .arg(figures.waiting));
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Number"), tr("Name"), tr("Amount (yuan)")});
    m_model->horizontalHeaderItem(2)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const QList<CounterReceipt> receipts =
        receiptsOfDay(reader, collector, reader.today(), shownReceipts);
    for (const CounterReceipt &receipt : receipts) {
        QList<QStandardItem *> items{
            new QStandardItem(receipt.number), new QStandardItem(receipt.name),
            new QStandardItem(receipt.isVoid ? tr("void") : receipt.amount.toDisplay())};
        items.last()->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (receipt.isVoid)
            items.last()->setData(QStringLiteral("warning"), CellRole::Pill);
        for (QStandardItem *item : items)
            item->setData(receipt.operation, CellRole::Id);
        m_model->appendRow(items);
    }
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
}

} // namespace jubao
