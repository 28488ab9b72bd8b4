// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/notice_bar.h"

#include "core/clock.h"
#include "database/error.h"
#include "desk/care_dialogs.h"
#include "desk/theme.h"
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace jubao {

NoticeBar::NoticeBar(Office &office, Session &session, QStringList lasting, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_session(session)
    , m_lasting(std::move(lasting))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("notices"));
    m_column->setContentsMargins(24, 0, 24, 0);
    m_column->setSpacing(8);
    refresh();
}

void NoticeBar::add(const QString &text, const char *role, const QString &button,
                    const QString &name, const std::function<void()> &call)
{
    auto *box = new QFrame;
    Theme::setProperty(box, "band", QString::fromLatin1(role));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(14, 8, 8, 8);
    auto *label = Theme::label(text, "label");
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // a computer's name comes from that computer
    Theme::setProperty(label, "band", QString::fromLatin1(role));
    row->addWidget(label, 1);
    if (!button.isEmpty()) {
        auto *pressed = new QPushButton(button);
        pressed->setObjectName(name);
        pressed->setAccessibleName(button);
        pressed->setAutoDefault(false);
        connect(pressed, &QPushButton::clicked, this, call);
        row->addWidget(pressed);
    }
    m_column->addWidget(box);
}

void NoticeBar::acknowledge(qint64 seq)
{
    try {
        m_office.acknowledge(m_session, seq);
        emit told(tr("Entry %1 is acknowledged.").arg(seq));
    } catch (const RefusedError &error) {
        emit told(error.refusals.first().text);
    } catch (const DatabaseError &error) {
        emit told(error.text());
    }
    refresh();
}

void NoticeBar::addAlarms()
{
    const QList<JournalEntry> entries = m_office.unacknowledged(m_session);
    const QStringList alarms = m_office.alarms();
    for (const QString &alarm : alarms) {
        const auto entry =
            std::find_if(entries.begin(), entries.end(), [&alarm](const JournalEntry &each) {
                return alarm == Office::alarmOf(each);
            });
        if (entry == entries.end())
            add(alarm, "danger", {}, {}, {});
        else
            add(alarm, "warning", tr("Read and acknowledge"),
                QStringLiteral("acknowledge_%1").arg(entry->seq),
                [this, seq = entry->seq] { acknowledge(seq); });
    }
    const QString fault = m_office.clockFault();
    if (!fault.isEmpty())
        add(tr("Nothing is signed until two administrators have compared the clock."), "warning",
            tr("Confirm the clock …"), QStringLiteral("confirm_clock"), [this] {
                if (TwoPersonsDialog(clockTask(m_office), this).exec() == QDialog::Accepted)
                    emit told(tr("The clock is trusted again."));
                refresh();
            });
    if (m_office.isNotSeenBefore() && m_session.posts().contains(QStringLiteral("AU")))
        add(tr("As auditor you may acknowledge that this is not the office seen before."),
            "warning", tr("Acknowledge …"), QStringLiteral("acknowledge_witness"), [this] {
                if (WitnessDialog(m_office, m_session, this).exec() == QDialog::Accepted)
                    emit told(tr("Acknowledged. Work goes on at this place."));
                refresh();
            });
}

void NoticeBar::refresh()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        // A button of the row may be what asked for this.
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    addAlarms();
    for (const QString &text : std::as_const(m_lasting))
        add(text, "warning", {}, {}, {});
    m_column->setContentsMargins(24, m_column->isEmpty() ? 0 : 12, 24, 0);
    setVisible(!m_column->isEmpty());
}

} // namespace jubao
