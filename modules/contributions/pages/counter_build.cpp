// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands on the counter page; counter_page.cpp is how it behaves.

#include "contributions/domain/types.h"
#include "contributions/pages/counter_page.h"
#include "desk/elided_label.h"
#include "desk/theme.h"
#include "operations/witness.h"
#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace jubao {

namespace {

constexpr int panelHeight = 96;
constexpr int messageLines = 2;
constexpr int messageHeight = 30;
/** Room for the fifteen tiers of the national list before anybody is found. */
constexpr int tierRows = 3;
constexpr int tierWidth = 84;

} // namespace

QLayout *CounterPage::buildTitle()
{
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(Theme::label(
        tr("Counter, contribution of %1").arg(m_shell.office().reader().today().year()), "title"));
    titles->addWidget(Theme::label(
        tr("Number pad: Enter goes on, - goes back, * voids a spoilt form, . stands for X"),
        "label"));
    m_paper = new QComboBox;
    m_paper->setObjectName(QStringLiteral("counter_paper"));
    m_paper->setAccessibleName(tr("Paper of the receipt"));
    m_paper->setFocusPolicy(Qt::ClickFocus);
    for (const DocumentSpec &document :
         m_shell.office().registry().find(QStringLiteral("contributions.collect"))->documents) {
        if (document.ofFact)
            m_paper->addItem(document.title, document.id);
    }
    const auto settings = [] {
        return std::make_unique<QSettings>(stateFolder() + QStringLiteral("/counter.ini"),
                                           QSettings::IniFormat);
    };
    m_paper->setCurrentIndex(
        std::max(0, m_paper->findData(settings()->value(QStringLiteral("paper")))));
    connect(m_paper, &QComboBox::activated, this, [this, settings] {
        settings()->setValue(QStringLiteral("paper"), m_paper->currentData());
        go(m_step);
    });
    auto *row = new QHBoxLayout;
    row->addLayout(titles, 1);
    row->addWidget(m_paper, 0, Qt::AlignBottom);
    return row;
}

QLineEdit *CounterPage::addStep(QVBoxLayout *column, const char *name, const QString &title,
                                const QString &hint)
{
    auto *line = new QLineEdit;
    line->setObjectName(QLatin1String(name));
    line->setAccessibleName(title);
    line->setPlaceholderText(hint);
    line->setAttribute(Qt::WA_InputMethodEnabled, false);
    line->installEventFilter(this);
    auto *label = Theme::label(title, "label");
    label->setBuddy(line);
    auto *message = new ElidedLabel(messageLines);
    Theme::setProperty(message, "role", QStringLiteral("error"));
    message->setObjectName(QLatin1String(name) + QStringLiteral("_message"));
    message->setFixedHeight(messageHeight);
    // A long message never widens the page.
    message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_messages.insert(line, message);
    column->addWidget(label);
    column->addWidget(line);
    column->addWidget(message);
    return line;
}

QWidget *CounterPage::buildSteps()
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(4);
    m_personLine = addStep(column, "counter_person", tr("Insured person"),
                           tr("Last four of the ID number, all of it, or the name"));
    connect(m_personLine, &QLineEdit::textEdited, this, [this](QString text) {
        if (text.contains(u'.'))
            m_personLine->setText(text.replace(u'.', u'X'));
    });
    column->addWidget(buildPersonPanel());
    m_tierLine = addStep(column, "counter_tier", tr("Tier (number or amount)"), {});
    addTiers(column);
    auto *cash = new QVBoxLayout;
    cash->setSpacing(4);
    m_cashLine = addStep(cash, "counter_cash", tr("Cash received (yuan)"), {});
    connect(m_cashLine, &QLineEdit::textEdited, this, &CounterPage::showChange);
    m_change = Theme::label({}, "figure");
    m_change->setObjectName(QStringLiteral("counter_change"));
    auto *money = new QHBoxLayout;
    money->setSpacing(20);
    money->addLayout(cash, 1);
    // What is due stays in sight while the change is counted out.
    m_due = Theme::label({}, "label");
    m_due->setObjectName(QStringLiteral("counter_due"));
    auto *figures = new QVBoxLayout;
    figures->setSpacing(0);
    figures->addStretch(1);
    figures->addWidget(m_due);
    figures->addWidget(m_change);
    figures->addStretch(1);
    money->addLayout(figures, 1);
    column->addLayout(money);
    m_reasonBox = new QWidget;
    auto *reason = new QVBoxLayout(m_reasonBox);
    reason->setContentsMargins(0, 0, 0, 0);
    reason->setSpacing(4);
    m_reasonLine = addStep(reason, "counter_reason", tr("Reason"), {});
    m_reasonLine->setAttribute(Qt::WA_InputMethodEnabled, true);
    m_reasonBox->hide();
    column->addWidget(m_reasonBox);
    column->addStretch(1);
    column->addWidget(buildFormPanel());
    return card;
}

QWidget *CounterPage::buildPersonPanel()
{
    m_panel = new QStackedWidget;
    m_panel->setFixedHeight(panelHeight);
    auto *shown = new QWidget;
    auto *lines = new QVBoxLayout(shown);
    lines->setContentsMargins(0, 0, 0, 4);
    lines->setSpacing(2);
    m_name = Theme::label({}, "figure");
    m_name->setObjectName(QStringLiteral("counter_name"));
    m_detail = Theme::label({}, "label");
    m_last = Theme::label({}, "label");
    m_detail->setObjectName(QStringLiteral("counter_detail"));
    m_last->setObjectName(QStringLiteral("counter_last"));
    for (QLabel *label : {m_name, m_detail, m_last})
        lines->addWidget(label);
    lines->addStretch(1);
    m_choices = new QListWidget;
    m_choices->setObjectName(QStringLiteral("counter_choices"));
    m_choices->setAccessibleName(tr("Persons with this number"));
    m_choices->installEventFilter(this);
    m_panel->addWidget(shown);
    m_panel->addWidget(m_choices);
    return m_panel;
}

void CounterPage::addTiers(QVBoxLayout *column)
{
    m_tierBox = new QWidget;
    m_tierBox->setObjectName(QStringLiteral("counter_tiers"));
    auto *grid = new QGridLayout(m_tierBox);
    grid->setContentsMargins(0, 2, 0, 6);
    grid->setSpacing(6);
    for (int i = 0; i < tiersInARow; ++i) {
        grid->setColumnStretch(i, 1);
        grid->setColumnMinimumWidth(i, tierWidth);
    }
    grid->setRowStretch(tierRows, 1);
    const QMargins around = grid->contentsMargins();
    m_tierBox->setMinimumHeight(tierRows * tierHeight + (tierRows - 1) * grid->spacing()
                                + around.top() + around.bottom());
    column->addWidget(m_tierBox);
}

QWidget *CounterPage::buildFormPanel()
{
    m_form = new QFrame;
    m_form->setObjectName(QStringLiteral("counter_form"));
    m_form->setAccessibleName(tr("The form in the printer"));
    m_form->setProperty("notice", true);
    m_form->setFocusPolicy(Qt::StrongFocus);
    m_form->installEventFilter(this);
    auto *lines = new QVBoxLayout(m_form);
    lines->setContentsMargins(16, 10, 16, 10);
    m_formQuestion = Theme::label({}, "card");
    m_formQuestion->setObjectName(QStringLiteral("counter_question"));
    m_formKeys = Theme::label({}, "hint");
    lines->addWidget(m_formQuestion);
    lines->addWidget(m_formKeys);
    return m_form;
}

} // namespace jubao
