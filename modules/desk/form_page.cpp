// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/form_page.h"

#include "database/error.h"
#include "desk/record_form.h"
#include "desk/theme.h"
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace jubao {

namespace {

QFrame *newCard()
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    return card;
}

} // namespace

FormPage::FormPage(const OperationType &type, Office &office, Session &session, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_office(office)
    , m_session(session)
{
    setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    column->addWidget(Theme::label(type.title, "title"));
    column->addWidget(Theme::label(
        tr("Basis: %1. What is handed in waits for another person.").arg(type.legalBasis),
        "label"));

    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    auto *scrolled = new QWidget;
    scrolled->setObjectName(QStringLiteral("scrolled"));
    auto *row = new QHBoxLayout(scrolled);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    auto *card = newCard();
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(20, 16, 20, 8);
    m_form = new RecordForm(type, office, session);
    inside->addWidget(m_form);
    inside->addStretch(1);
    auto *side = newCard();
    side->setFixedWidth(280);
    addPapers(side);
    row->addWidget(card, 1);
    row->addWidget(side, 0, Qt::AlignTop);
    scroll->setWidget(scrolled);
    column->addWidget(scroll, 1);

    m_message = Theme::label({}, "error");
    m_message->setWordWrap(true);
    m_button = new QPushButton(tr("Hand in (F9)"));
    m_button->setObjectName(QStringLiteral("hand_in"));
    m_button->setAutoDefault(false);
    Theme::setProperty(m_button, "kind", QStringLiteral("primary"));
    auto *clear = new QPushButton(tr("Clear"));
    clear->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_message, 1);
    buttons->addWidget(clear);
    buttons->addWidget(m_button);
    column->addLayout(buttons);
    connect(clear, &QPushButton::clicked, m_form, &RecordForm::clearForNext);
    connect(m_button, &QPushButton::clicked, this, &FormPage::handIn);
    connect(m_form, &RecordForm::completed, m_button, [this] { m_button->setFocus(); });
    auto *shortcut = new QShortcut(QKeySequence(Qt::Key_F9), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &FormPage::handIn);
}

void FormPage::addPapers(QWidget *card)
{
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(20, 16, 20, 16);
    column->addWidget(Theme::label(tr("Papers seen"), "card"));
    if (m_type.evidence.isEmpty())
        column->addWidget(Theme::label(tr("No paper is asked for."), "hint"));
    for (const QString &kind : m_type.evidence) {
        auto *box = new QCheckBox(evidenceTitle(kind));
        box->setObjectName(QStringLiteral("paper_") + kind);
        box->setProperty("evidence", kind);
        column->addWidget(box);
        m_papers.append(box);
    }
    column->addSpacing(8);
    column->addWidget(Theme::label(tr("Reason, where a warning asks for one"), "label"));
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("reason"));
    column->addWidget(m_reason);
}

void FormPage::start()
{
    m_form->focusFirst();
}

void FormPage::handIn()
{
    MakeRequest request;
    request.type = m_type.id;
    request.payload = m_form->payload();
    request.reason = m_reason->text().trimmed();
    for (const QCheckBox *box : m_papers) {
        if (box->isChecked())
            request.evidence.append({box->property("evidence").toString(), {}, {}});
    }
    try {
        const ActResult result = m_office.make(m_session, request);
        m_message->clear();
        m_reason->clear();
        for (QCheckBox *box : m_papers)
            box->setChecked(false);
        m_form->clearForNext();
        emit handedIn(result, m_type.id);
    } catch (const RefusedError &error) {
        m_message->setText(m_form->showFindings(error.refusals).join(u' '));
    } catch (const DatabaseError &error) {
        m_message->setText(error.text());
    }
}

} // namespace jubao
