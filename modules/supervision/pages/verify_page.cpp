// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "supervision/pages/verify_page.h"

#include "database/error.h"
#include "desk/sign_in_parts.h"
#include "desk/theme.h"
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QThread>
#include <QVBoxLayout>

namespace jubao {

VerifyPage::VerifyPage(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_fingerprint(new QLineEdit)
    , m_checked(wrappedLabel({}, "label"))
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
    m_fingerprint->setObjectName(QStringLiteral("verify_root"));
    m_fingerprint->setAccessibleName(tr("Fingerprint on the founding certificate"));
    m_fingerprint->setPlaceholderText(tr("Fingerprint on the founding certificate"));
    m_fingerprint->setFixedWidth(300);
    head->addWidget(m_fingerprint);
    m_start->setObjectName(QStringLiteral("verify_start"));
    m_stop->setObjectName(QStringLiteral("verify_stop"));
    Theme::setProperty(m_start, "kind", QStringLiteral("primary"));
    m_stop->setEnabled(false);
    for (QPushButton *button : {m_stop, m_start}) {
        button->setAutoDefault(false);
        head->addWidget(button);
    }
    column->addLayout(head);
    column->addWidget(buildVerdict());
    column->addWidget(buildBelow(), 1);
    connect(m_fingerprint, &QLineEdit::returnPressed, m_start, &QPushButton::click);
    connect(m_start, &QPushButton::clicked, this, &VerifyPage::start);
    connect(m_stop, &QPushButton::clicked, this, &VerifyPage::stop);
    connect(this, &VerifyPage::progressed, m_progress, &QProgressBar::setValue);
    connect(this, &VerifyPage::done, this, &VerifyPage::showReport, Qt::QueuedConnection);
}

QWidget *VerifyPage::buildVerdict()
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(20, 16, 20, 16);
    inside->setSpacing(10);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_compared->setObjectName(QStringLiteral("verify_compared"));
    m_compared->setText(lastVerified());
    m_progress->setObjectName(QStringLiteral("verify_progress"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    inside->addWidget(m_verdict);
    inside->addWidget(m_compared);
    inside->addWidget(m_progress);
    return card;
}

QWidget *VerifyPage::buildBelow()
{
    m_violations->setObjectName(QStringLiteral("violations"));
    m_violations->setAccessibleName(tr("What does not fit"));
    m_violations->setHorizontalHeaderLabels({tr("Kind"), tr("Place"), tr("What does not fit")});
    dressTable(m_violations);
    m_violations->hide();
    m_checked->setObjectName(QStringLiteral("verify_checked"));
    m_checked->setMargin(20);
    m_checked->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_checked->setText(tr("Here stands each place that does not fit, or what was read where all "
                          "of it fits."));
    auto *below = new QFrame;
    below->setProperty("card", true);
    auto *list = new QVBoxLayout(below);
    list->setContentsMargins(1, 1, 1, 1);
    list->addWidget(m_violations);
    list->addWidget(m_checked, 1);
    return below;
}

QString VerifyPage::lastVerified() const
{
    Query last = m_shell.office().reader().query(
        QStringLiteral("SELECT t.at, a.display_name FROM access_trail t JOIN operator_account a "
                       "ON a.id = t.operator WHERE t.kind = 'verify' ORDER BY t.seq DESC LIMIT 1"));
    if (!last.next())
        return tr("Nobody has verified this office yet.");
    return tr("Last verified on %1 by %2.")
        .arg(officeTime(QDateTime::fromString(last.text(0), Qt::ISODateWithMs))
                 .toString(QStringLiteral("yyyy-MM-dd HH:mm")),
             last.text(1));
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
    m_witnesses = options.witnesses;
    m_root = m_fingerprint->text().simplified().remove(u' ');
    options.root = m_root;
    options.progress = [this](int permille) {
        emit progressed(permille);
        return !m_stopped;
    };
    m_stopped = false;
    m_failure.clear();
    m_start->setEnabled(false);
    m_stop->setEnabled(true);
    m_violations->setRowCount(0);
    m_violations->hide();
    m_checked->clear();
    m_checked->show();
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
    m_compared->setText(tr("%1. Read on %2 by %3.")
                            .arg(m_report.comparedWith,
                                 officeTime(m_shell.office().clock().now())
                                     .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                                 m_shell.session().displayName()));
    showChecked();
    m_violations->setVisible(!m_report.violations.isEmpty());
    m_checked->setVisible(m_report.violations.isEmpty());
    m_violations->setRowCount(int(m_report.violations.size()));
    for (int row = 0; row < m_report.violations.size(); ++row) {
        const Violation &each = m_report.violations.at(row);
        const QStringList cells{each.code, each.place, each.text};
        for (int cell = 0; cell < cells.size(); ++cell)
            m_violations->setItem(row, cell, new QTableWidgetItem(cells.at(cell)));
    }
    m_violations->resizeColumnsToContents();
}

void VerifyPage::showChecked()
{
    QStringList lines{
        tr("%n entries of the journal: each hash, each signature, the chain from the first to the "
           "last",
           nullptr, int(m_report.entries)),
        tr("every operation: what was handed in against its digest; each decision against the "
           "posts, powers, routes and separation of duty of its time"),
        tr("every row of the books: that an entry wrote it as it stands, and that none is missing "
           "or was added"),
        tr("the history of every record, the access trail, locks, numbers and the tables' guards"),
        tr("the key slots beside the office, against the keys that the journal knows")};
    qint64 lastSeen = 0;
    for (const WitnessState &each : std::as_const(m_witnesses))
        lastSeen = std::max(lastSeen, each.seq);
    if (!m_witnesses.isEmpty())
        lines.append(tr("the witnesses of this computer: they last saw entry %1, and what each "
                        "saw stands unchanged")
                         .arg(lastSeen));
    else
        lines.append(tr("no witness: this computer has not seen the office before, so a cut tail "
                        "could not be noticed"));
    lines.append(
        m_root.isEmpty()
            ? tr("the founding certificate was not compared: enter its fingerprint above "
                 "to do so")
            : tr("the founding is the one whose certificate has the fingerprint %1").arg(m_root));
    for (const Violation &each : std::as_const(m_report.notes))
        lines.append(each.place + QStringLiteral(": ") + each.text);
    m_checked->setText(tr("What was read, and fits:") + QStringLiteral("\n\n·  ")
                       + lines.join(QStringLiteral("\n·  ")));
}

} // namespace jubao
