// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "supervision/pages/verify_page.h"

#include "database/error.h"
#include "desk/sign_in_parts.h"
#include "desk/theme.h"
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QThread>
#include <QVBoxLayout>

namespace jubao {

VerifyPage::VerifyPage(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_verdict(wrappedLabel(tr("Not verified in this window yet."), "card"))
    , m_compared(wrappedLabel({}, "label"))
    , m_progress(new QProgressBar)
    , m_start(new QPushButton(tr("Verify the office")))
    , m_stop(new QPushButton(tr("Stop")))
    , m_violations(new QTableWidget(0, 3))
{
    setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 18, 24, 16);
    column->setSpacing(14);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(Theme::label(tr("Verification"), "title"));
    titles->addWidget(Theme::label(
        tr("Chain, signatures, payloads, effects, separation of duty, trail and slots"), "label"));
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addLayout(titles, 1);
    m_start->setObjectName(QStringLiteral("verify_start"));
    m_stop->setObjectName(QStringLiteral("verify_stop"));
    Theme::setProperty(m_start, "kind", QStringLiteral("primary"));
    m_stop->setEnabled(false);
    for (QPushButton *button : {m_stop, m_start}) {
        button->setAutoDefault(false);
        head->addWidget(button);
    }
    column->addLayout(head);
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(20, 16, 20, 16);
    inside->setSpacing(10);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_progress->setObjectName(QStringLiteral("verify_progress"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    inside->addWidget(m_verdict);
    inside->addWidget(m_compared);
    inside->addWidget(m_progress);
    column->addWidget(card);
    m_violations->setObjectName(QStringLiteral("violations"));
    m_violations->setAccessibleName(tr("What does not fit"));
    m_violations->setHorizontalHeaderLabels({tr("Kind"), tr("Place"), tr("What does not fit")});
    dressTable(m_violations);
    auto *below = new QFrame;
    below->setProperty("card", true);
    auto *list = new QVBoxLayout(below);
    list->setContentsMargins(1, 1, 1, 1);
    list->addWidget(m_violations);
    column->addWidget(below, 1);
    connect(m_start, &QPushButton::clicked, this, &VerifyPage::start);
    connect(m_stop, &QPushButton::clicked, this, &VerifyPage::stop);
    connect(this, &VerifyPage::progressed, m_progress, &QProgressBar::setValue);
    connect(this, &VerifyPage::done, this, &VerifyPage::showReport, Qt::QueuedConnection);
}

VerifyPage::~VerifyPage()
{
    stop();
    if (m_thread)
        m_thread->wait();
}

void VerifyPage::start()
{
    Office &office = m_shell.office();
    office.trace(m_shell.session(), QStringLiteral("verify"), {});
    VerifyOptions options = office.verifyOptions();
    options.progress = [this](int permille) {
        emit progressed(permille);
        return !m_stopped;
    };
    m_stopped = false;
    m_failure.clear();
    m_start->setEnabled(false);
    m_stop->setEnabled(true);
    m_violations->setRowCount(0);
    m_compared->clear();
    m_verdict->setText(tr("Reading the whole office …"));
    m_thread.reset(QThread::create([this, &office, options] {
        try {
            m_report = office.verify(options);
        } catch (const DatabaseError &error) {
            m_failure = error.text();
        }
        emit done();
    }));
    m_thread->start();
}

void VerifyPage::stop()
{
    m_stopped = true;
}

void VerifyPage::showReport()
{
    m_thread->wait();
    m_thread.reset();
    m_start->setEnabled(true);
    m_stop->setEnabled(false);
    m_progress->setValue(m_stopped ? 0 : m_progress->maximum());
    if (m_stopped || !m_failure.isEmpty()) {
        m_verdict->setText(m_stopped ? tr("Stopped; nothing can be said.") : m_failure);
        return;
    }
    m_shell.office().rememberVerified(m_shell.session(), m_report);
    m_verdict->setText(
        m_report.whole() ? tr("Whole up to entry %1.").arg(m_report.entries)
                         : tr("%n place(s) do not fit.", nullptr, int(m_report.violations.size())));
    Theme::setProperty(m_verdict, "tone",
                       m_report.whole() ? QStringLiteral("success") : QStringLiteral("danger"));
    m_compared->setText(m_report.comparedWith);
    m_violations->setRowCount(int(m_report.violations.size()));
    for (int row = 0; row < m_report.violations.size(); ++row) {
        const Violation &each = m_report.violations.at(row);
        const QStringList cells{each.code, each.place, each.text};
        for (int cell = 0; cell < cells.size(); ++cell)
            m_violations->setItem(row, cell, new QTableWidgetItem(cells.at(cell)));
    }
    m_violations->resizeColumnsToContents();
}

} // namespace jubao
