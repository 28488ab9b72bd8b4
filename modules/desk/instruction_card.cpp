// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/instruction_card.h"

#include "desk/field_editor.h"
#include "desk/theme.h"
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace jubao {

InstructionCard::InstructionCard(const QDate &today, QWidget *parent)
    : QFrame(parent)
    , m_today(today)
{
    setObjectName(QStringLiteral("instruction_card"));
    setProperty("card", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    column->addWidget(Theme::label(tr("Handed down by a leader"), "section"));
    m_by = addField(column, "instructed_by", tr("By whom"));
    m_on = addField(column, "instructed_on", tr("On which day"));
    m_objection = addField(column, "objection", tr("Objection of the maker"));
    m_on->setPlaceholderText(today.toString(Qt::ISODate));
    m_message = Theme::label(
        tr("Every later step reads it. Whoever checks may refuse with the rule."), "hint");
    m_message->setWordWrap(true);
    column->addWidget(m_message);
    connect(m_by, &QLineEdit::returnPressed, m_on, [this] { m_on->setFocus(); });
    connect(m_on, &QLineEdit::returnPressed, m_objection, [this] { m_objection->setFocus(); });
    connect(m_objection, &QLineEdit::returnPressed, this, &InstructionCard::completed);
    connect(m_on, &QLineEdit::editingFinished, this, [this] {
        const QDate day = dateFromText(m_on->text(), m_today);
        if (day.isValid())
            m_on->setText(day.toString(Qt::ISODate));
    });
    hide();
}

QLineEdit *InstructionCard::addField(QVBoxLayout *column, const char *name, const QString &label)
{
    auto *heading = Theme::label(label, "label");
    auto *line = new QLineEdit;
    line->setObjectName(QLatin1String(name));
    line->setAccessibleName(label);
    heading->setBuddy(line);
    column->addWidget(heading);
    column->addWidget(line);
    connect(line, &QLineEdit::textEdited, this, [this] {
        sayWhatItIsFor();
        emit changed();
    });
    return line;
}

Instruction InstructionCard::instruction() const
{
    return {m_by->text().trimmed(), dateFromText(m_on->text(), m_today),
            m_objection->text().trimmed()};
}

void InstructionCard::setInstruction(const Instruction &instruction)
{
    m_by->setText(instruction.by);
    m_on->setText(instruction.on.toString(Qt::ISODate));
    m_objection->setText(instruction.objection);
    setVisible(holdsSomething());
}

bool InstructionCard::showUnreadable()
{
    const bool badDay =
        !m_on->text().trimmed().isEmpty() && !dateFromText(m_on->text(), m_today).isValid();
    const bool nobody = m_by->text().trimmed().isEmpty() && !m_on->text().trimmed().isEmpty();
    QLineEdit *bad = badDay ? m_on : nobody ? m_by : nullptr;
    if (!bad)
        return false;
    m_message->setText(badDay ? tr("This is no date. Write %1.").arg(m_today.toString(Qt::ISODate))
                              : tr("Write which leader handed it down."));
    Theme::setProperty(m_message, "role", QStringLiteral("error"));
    Theme::setProperty(bad, "invalid", true);
    show();
    bad->setFocus();
    return true;
}

QJsonObject InstructionCard::typed() const
{
    if (!holdsSomething())
        return {};
    return {{QStringLiteral("by"), m_by->text()},
            {QStringLiteral("on"), m_on->text()},
            {QStringLiteral("objection"), m_objection->text()}};
}

void InstructionCard::setTyped(const QJsonObject &typed)
{
    m_by->setText(typed[u"by"].toString());
    m_on->setText(typed[u"on"].toString());
    m_objection->setText(typed[u"objection"].toString());
    setVisible(holdsSomething());
}

void InstructionCard::clear()
{
    setTyped({});
    sayWhatItIsFor();
}

void InstructionCard::sayWhatItIsFor()
{
    for (QLineEdit *line : {m_by, m_on, m_objection})
        Theme::setProperty(line, "invalid", false);
    m_message->setText(tr("Every later step reads it. Whoever checks may refuse with the rule."));
    Theme::setProperty(m_message, "role", QStringLiteral("hint"));
}

void InstructionCard::open()
{
    show();
    m_by->setFocus();
}

bool InstructionCard::holdsSomething() const
{
    return !m_by->text().isEmpty() || !m_on->text().isEmpty() || !m_objection->text().isEmpty();
}

} // namespace jubao
