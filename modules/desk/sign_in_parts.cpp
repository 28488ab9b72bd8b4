// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/sign_in_parts.h"

#include "desk/record_table.h"
#include "desk/sign_in_dialog.h"
#include "desk/theme.h"
#include "operations/slots.h"
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

namespace jubao {

QLineEdit *addLine(QVBoxLayout *column, const QString &text, const char *name, bool secret)
{
    QLabel *label = Theme::label(text, "label");
    auto *line = new QLineEdit;
    line->setObjectName(QString::fromLatin1(name));
    line->setAccessibleName(text);
    if (secret)
        line->setEchoMode(QLineEdit::Password);
    label->setBuddy(line);
    column->addWidget(label);
    column->addWidget(line);
    column->addSpacing(8);
    return line;
}

QLabel *wrappedLabel(const QString &text, const char *role)
{
    QLabel *label = Theme::label(text, role);
    label->setWordWrap(true);
    return label;
}

QLabel *boxedLabel(const QString &text, const char *role, int width)
{
    QLabel *label = wrappedLabel(text, role);
    label->ensurePolished();
    constexpr int sides = 24;
    constexpr int aboveAndBelow = 22;
    const QRect room = label->fontMetrics().boundingRect(QRect(0, 0, width - sides, 10000),
                                                         Qt::TextWordWrap, text);
    label->setMinimumHeight(room.height() + aboveAndBelow);
    return label;
}

void dressTable(QTableWidget *table)
{
    table->setItemDelegate(new TableDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(34);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);
}

NewPassword::NewPassword(const QString &operatorName, QWidget *parent)
    : QWidget(parent)
    , m_name(operatorName)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    m_next = addLine(column, tr("New password"), "next", true);
    m_again = addLine(column, tr("New password once more"), "again", true);
    m_rules = wrappedLabel({}, "hint");
    m_rules->setObjectName(QStringLiteral("rules"));
    m_rules->setMinimumHeight(36);
    column->addWidget(m_rules);
    connect(m_next, &QLineEdit::textChanged, this, &NewPassword::showRules);
    connect(m_again, &QLineEdit::textChanged, this, &NewPassword::showRules);
    showRules();
}

void NewPassword::setOperatorName(const QString &name)
{
    m_name = name;
    showRules();
}

QString NewPassword::password() const
{
    return m_next->text();
}

QString NewPassword::fault() const
{
    const QStringList weaknesses = passwordWeaknesses(m_next->text(), m_name);
    if (!weaknesses.isEmpty())
        return tr("Still wanted: %1").arg(weaknesses.join(QStringLiteral("; ")));
    return m_next->text() == m_again->text() ? QString() : tr("The two new passwords differ.");
}

void NewPassword::focusFirst()
{
    const bool weak = !passwordWeaknesses(m_next->text(), m_name).isEmpty();
    (weak ? m_next : m_again)->setFocus();
}

void NewPassword::showRules()
{
    const QString wanted = fault();
    const bool begun = !m_next->text().isEmpty();
    Theme::setProperty(m_rules, "role",
                       wanted.isEmpty() ? QStringLiteral("success")
                           : begun      ? QStringLiteral("warning")
                                        : QStringLiteral("hint"));
    m_rules->setText(wanted.isEmpty() ? tr("The new password keeps the rules.") : wanted);
}

} // namespace jubao
