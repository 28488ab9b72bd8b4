// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/sign_many_dialog.h"

#include "database/ids.h"
#include "desk/background.h"
#include "desk/record_table.h"
#include "desk/sign_form.h"
#include "desk/theme.h"
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace jubao {

namespace {

enum Column { Number, Business, Matter, Amount, Step, Result };

} // namespace

SignManyDialog::SignManyDialog(Office &office, Session &session, const QList<Action> &actions,
                               QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_session(session)
    , m_actions(actions)
    , m_table(new QTableWidget(int(actions.size()), 6))
    , m_message(Theme::label({}, "error"))
    , m_password(new QLineEdit)
    , m_sign(new QPushButton(tr("Sign %n operation(s)", nullptr, int(actions.size()))))
    , m_close(new QPushButton(tr("Not now")))
{
    setObjectName(QStringLiteral("sign_many"));
    setWindowTitle(tr("Sign together"));
    resize(900, 520);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 18, 24, 16);
    column->setSpacing(10);
    column->addWidget(Theme::label(tr("Sign together"), "title"));
    auto *sums = Theme::label({}, "label");
    sums->setObjectName(QStringLiteral("sums"));
    column->addWidget(sums);
    fillTable();
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_table);
    column->addWidget(card, 1);
    qint64 sum = 0;
    for (const Action &action : m_actions)
        sum += m_office.view(m_session, action.operation).amountFen;
    const int count = int(m_actions.size());
    sums->setText(sum == 0 ? tr("%n operation(s); each was opened and ticked", nullptr, count)
                           : tr("%n operation(s), together %1 yuan; each was opened and ticked",
                                nullptr, count)
                                 .arg(Money::fromFen(sum).toDisplay()));
    m_message->setWordWrap(true);
    m_message->setObjectName(QStringLiteral("message"));
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setAccessibleName(tr("Own password"));
    m_password->setPlaceholderText(tr("Own password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setFixedWidth(240);
    m_sign->setObjectName(QStringLiteral("sign"));
    m_sign->setDefault(true);
    Theme::setProperty(m_sign, "kind", QStringLiteral("primary"));
    m_close->setObjectName(QStringLiteral("close"));
    m_close->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_message, 1);
    for (QWidget *each : {static_cast<QWidget *>(m_password), static_cast<QWidget *>(m_close),
                          static_cast<QWidget *>(m_sign)})
        row->addWidget(each);
    column->addLayout(row);
    connect(m_sign, &QPushButton::clicked, this, &SignManyDialog::sign);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    m_password->setFocus();
}

void SignManyDialog::fillTable()
{
    m_table->setObjectName(QStringLiteral("marked"));
    m_table->setAccessibleName(tr("Marked operations"));
    m_table->setHorizontalHeaderLabels({tr("No."), tr("Business"), tr("Matter"),
                                        tr("Amount (yuan)"), tr("Decision"), tr("Result")});
    m_table->setItemDelegate(new TableDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(38);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int row = 0; row < m_actions.size(); ++row) {
        const OperationView view = m_office.view(m_session, m_actions.at(row).operation);
        const QStringList cells{QString::number(shortNumber(view.id)),
                                view.title,
                                view.summary,
                                view.amountFen ? Money::fromFen(view.amountFen).toDisplay()
                                               : QStringLiteral("—"),
                                actionTitle(m_actions.at(row).kind),
                                QString()};
        for (int i = 0; i < cells.size(); ++i) {
            auto *item = new QTableWidgetItem(cells.at(i));
            if (i == Amount)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, i, item);
        }
    }
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(Matter, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Result, QHeaderView::Stretch);
}

void SignManyDialog::showResult(int row, const QString &text, const QString &tone)
{
    QTableWidgetItem *item = m_table->item(row, Result);
    item->setText(text);
    item->setToolTip(text);
    item->setForeground(Theme::color(tone));
}

void SignManyDialog::sign()
{
    m_sign->setEnabled(false);
    const QString password = m_password->text();
    m_message->setText(
        triedPassword([this, &password] { m_office.unlock(m_session, password); }).words);
    if (!m_message->text().isEmpty()) {
        m_sign->setEnabled(true);
        m_password->selectAll();
        m_password->setFocus();
        return;
    }
    QList<std::variant<ActResult, QList<Refusal>>> results;
    enterBeside(
        m_office, [&] { results = m_office.actMany(m_session, m_actions); },
        [this] { m_message->setText(tr("The county's service is entering them …")); });
    for (int row = 0; row < results.size(); ++row) {
        const qint64 operation = m_actions.at(row).operation;
        if (const auto *refused = std::get_if<QList<Refusal>>(&results.at(row))) {
            showResult(row, refused->first().text, QStringLiteral("danger"));
            m_refused.append(operation);
        } else if (const auto &result = std::get<ActResult>(results.at(row));
                   result.state == OperationState::Conflict) {
            showResult(row,
                       result.findings.isEmpty() ? stateTitle(result.state)
                                                 : result.findings.first().text,
                       QStringLiteral("danger"));
            m_refused.append(operation);
        } else {
            showResult(row, tr("signed"), QStringLiteral("success"));
            m_signed.append(operation);
        }
    }
    m_password->hide();
    m_sign->hide();
    m_close->setText(tr("Close"));
    m_close->setDefault(true);
    m_close->setFocus();
    Theme::setProperty(m_message, "role",
                       m_refused.isEmpty() ? QStringLiteral("success") : QStringLiteral("error"));
    m_message->setText(m_refused.isEmpty()
                           ? tr("All are signed.")
                           : tr("%n were not signed; the reason stands in their row.", nullptr,
                                int(m_refused.size())));
}

} // namespace jubao
