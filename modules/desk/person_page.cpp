// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/person_page.h"

#include "core/mask.h"
#include "desk/record_table.h"
#include "desk/theme.h"
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

namespace jubao {

namespace {

QVBoxLayout *addCard(QVBoxLayout *column)
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(20, 14, 20, 14);
    column->addWidget(card);
    return inside;
}

} // namespace

PersonPage::PersonPage(Office &office, Session &session, qint64 person,
                       const QList<PersonSection> &sections, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_session(session)
    , m_person(person)
{
    setObjectName(QStringLiteral("page"));
    office.trace(session, QStringLiteral("person"), QString::number(person));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    auto *scrolled = new QWidget;
    scrolled->setObjectName(QStringLiteral("scrolled"));
    auto *column = new QVBoxLayout(scrolled);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(16);
    addRecord(column);
    const Reader reader = office.reader();
    for (const PersonSection &section : sections)
        addTable(column, section.title, section.headings, section.rightAligned,
                 section.rows(reader, person));
    QList<QStringList> history;
    const QList<OperationView> operations = office.historyOf(session, person);
    for (const OperationView &view : operations) {
        QStringList people;
        for (const OperationView::Act &act : view.actions) {
            const std::optional<ActionKind> kind = actionFromCode(act.step);
            people.append(
                QStringLiteral("%1 %2").arg(kind ? actionTitle(*kind) : act.step, act.displayName));
        }
        history.append({view.madeOn.toString(Qt::ISODate), view.title, stateTitle(view.state),
                        people.join(QStringLiteral(" → "))});
    }
    addTable(column, tr("Operations"), {tr("Day"), tr("Business"), tr("State"), tr("Who did what")},
             {}, history);
    column->addStretch(1);
    scroll->setWidget(scrolled);
    outer->addWidget(scroll);
}

void PersonPage::addRecord(QVBoxLayout *column)
{
    QVBoxLayout *inside = addCard(column);
    auto *head = new QHBoxLayout;
    const std::optional<Row> row = m_office.reader().row(QStringLiteral("person"), m_person);
    head->addWidget(Theme::label(row.value().value(QStringLiteral("name")).toString(), "title"), 1);
    auto *button = new QPushButton(tr("Reveal"));
    button->setObjectName(QStringLiteral("reveal"));
    button->setToolTip(tr("Shows the sealed fields; leaves a trace"));
    connect(button, &QPushButton::clicked, this, &PersonPage::reveal);
    head->addWidget(button);
    auto *statement = new QPushButton(tr("Statement of rights"));
    statement->setObjectName(QStringLiteral("statement"));
    connect(statement, &QPushButton::clicked, this,
            [this] { emit documentWanted(QStringLiteral("accounts.statement"), m_person); });
    head->addWidget(statement);
    inside->addLayout(head);
    m_record = new QGridLayout;
    m_record->setHorizontalSpacing(24);
    inside->addLayout(m_record);
    m_revealed = true;
    reveal();
}

void PersonPage::reveal()
{
    m_revealed = !m_revealed;
    if (m_revealed)
        m_office.trace(m_session, QStringLiteral("reveal"), QString::number(m_person));
    while (QLayoutItem *item = m_record->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Reader reader = m_office.reader();
    const Row row = reader.row(QStringLiteral("person"), m_person).value();
    const auto sealed = [this](const QString &whole, QString (*masked)(const QString &)) {
        return m_revealed ? whole : masked(whole);
    };
    const auto text = [&row](const char *name) {
        return row.value(QString::fromLatin1(name)).toString();
    };
    const std::optional<Row> division =
        reader.row(QStringLiteral("division"), QStringLiteral("code"), text("division"));
    const QList<std::pair<QString, QString>> fields{
        {tr("ID number"), sealed(text("id_number"), maskIdNumber)},
        {tr("Birth"), text("birth")},
        {tr("Village or community"),
         division ? division->value(QStringLiteral("name")).toString() : text("division")},
        {tr("Household register number"), text("household")},
        {tr("Address"), sealed(text("address"), maskAddress)},
        {tr("Telephone"), sealed(text("phone"), maskPhone)},
        {tr("Bank card"), sealed(text("bank_card"), maskBankCard)},
        {tr("Enrolled on"), text("enrolled_on")}};
    for (int i = 0; i < fields.size(); ++i) {
        constexpr int columns = 4;
        const int line = i / columns * 2;
        m_record->addWidget(Theme::label(fields.at(i).first, "hint"), line, i % columns);
        auto *value =
            new QLabel(fields.at(i).second.isEmpty() ? QStringLiteral("—") : fields.at(i).second);
        value->setObjectName(QStringLiteral("record_%1").arg(i));
        value->setAccessibleName(fields.at(i).first);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_record->addWidget(value, line + 1, i % columns);
    }
}

void PersonPage::addTable(QVBoxLayout *column, const QString &title, const QStringList &headings,
                          const QList<int> &right, const QList<QStringList> &rows)
{
    QVBoxLayout *inside = addCard(column);
    inside->addWidget(Theme::label(title, "card"));
    auto *table = new QTableWidget(int(rows.size()), int(headings.size()));
    table->setHorizontalHeaderLabels(headings);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(36);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setShowGrid(false);
    table->setFocusPolicy(Qt::NoFocus);
    table->setItemDelegate(new TableDelegate(table));
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int row = 0; row < rows.size(); ++row) {
        for (int cell = 0; cell < rows.at(row).size(); ++cell) {
            auto *item = new QTableWidgetItem(rows.at(row).at(cell));
            if (right.contains(cell))
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table->setItem(row, cell, item);
        }
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);
    constexpr int shownRows = 8;
    table->setFixedHeight(42 + 36 * std::clamp(int(rows.size()), 1, shownRows));
    inside->addWidget(table);
}

} // namespace jubao
