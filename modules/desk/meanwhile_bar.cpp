// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/meanwhile_bar.h"

#include "database/ids.h"
#include "desk/theme.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace jubao {

MeanwhileBar::MeanwhileBar(const OperationType &type, Office &office, Session &session,
                           bool canReadAgain)
    : m_type(type)
    , m_office(office)
    , m_session(session)
    , m_text(new QLabel)
    , m_again(Theme::button(tr("Read again"), "read_again"))
{
    setObjectName(QStringLiteral("meanwhile"));
    setProperty("notice", QStringLiteral("warning"));
    m_text->setObjectName(QStringLiteral("meanwhile_text"));
    m_text->setWordWrap(true);
    m_again->setToolTip(tr("Shows what the books say now; what you have typed stays."));
    auto *close = Theme::button(tr("Understood"), "meanwhile_close");
    connect(m_again, &QPushButton::clicked, this, [this] {
        clear();
        emit readAgainWanted();
    });
    connect(close, &QPushButton::clicked, this, &MeanwhileBar::clear);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->addWidget(m_text, 1);
    for (QPushButton *button : {close, m_again}) {
        // Who types goes on typing.
        button->setFocusPolicy(Qt::ClickFocus);
        row->addWidget(button);
    }
    m_again->setVisible(canReadAgain);
    hide();
}

void MeanwhileBar::look(const QJsonObject &payload, qint64 after)
{
    const QList<Meanwhile> acted = m_office.meanwhile(m_session, m_type.id, payload, after);
    if (acted.isEmpty())
        return;
    for (const Meanwhile &each : acted) {
        const QString what = each.posted
            ? tr("“%1” No. %2 about the same record was posted just now (last by %3).")
            : each.kind == ActionKind::Make
            ? tr("“%1” No. %2 about the same record was handed in just now by %3.")
            : tr("“%1” No. %2 about the same record was decided just now by %3.");
        m_lines.insert(
            each.operation,
            what.arg(each.title, QString::number(shortNumber(each.operation)), each.displayName));
    }
    m_text->setText(QStringList(m_lines.values()).join(u'\n') + u'\n'
                    + tr("What you have typed is kept."));
    show();
}

void MeanwhileBar::clear()
{
    m_lines.clear();
    hide();
}

} // namespace jubao
