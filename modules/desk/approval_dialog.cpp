// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/approval_dialog.h"

#include "database/error.h"
#include "database/ids.h"
#include "desk/record_table.h"
#include "desk/theme.h"
#include "operations/type.h"
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

namespace jubao {

namespace {

QLabel *label(const QString &text, const char *role)
{
    auto *made = new QLabel(text);
    made->setWordWrap(true);
    Theme::setProperty(made, "role", QString::fromLatin1(role));
    return made;
}

} // namespace

ApprovalDialog::ApprovalDialog(Office &office, Session &session, qint64 operation, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_session(session)
    , m_view(office.view(session, operation))
{
    setWindowTitle(m_view.title);
    resize(760, 660);
    build();
}

void ApprovalDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    addHead(column);
    addChanges(column);
    addFindings(column);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(24);
    auto *course = new QVBoxLayout;
    auto *decision = new QVBoxLayout;
    course->setSpacing(4);
    decision->setSpacing(4);
    addCourse(course);
    lower->addLayout(course, 1);
    lower->addLayout(decision, 1);
    column->addLayout(lower);
    m_message = label({}, "error");
    m_message->setMinimumHeight(18);
    addDecision(decision);
    column->addWidget(m_message);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(label(tr("Ctrl+Enter agrees at once"), "hint"), 1);
    auto *close = new QPushButton(tr("Close"));
    auto *back = new QPushButton(tr("Return"));
    back->setObjectName(QStringLiteral("return"));
    m_agree = new QPushButton(actionTitle(m_view.waitsForStep));
    m_agree->setObjectName(QStringLiteral("agree"));
    Theme::setProperty(m_agree, "kind", QStringLiteral("primary"));
    for (QPushButton *button : {close, back, m_agree})
        button->setAutoDefault(false);
    const bool open = m_view.state == OperationState::InReview;
    back->setVisible(open);
    m_agree->setVisible(open);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(back, &QPushButton::clicked, this, [this] { decide(ActionKind::Return); });
    connect(m_agree, &QPushButton::clicked, this, [this] { decide(m_view.waitsForStep); });
    buttons->addWidget(close);
    buttons->addWidget(back);
    buttons->addWidget(m_agree);
    column->addLayout(buttons);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        connect(shortcut, &QShortcut::activated, this, [this, open] {
            if (open)
                decide(m_view.waitsForStep);
        });
    }
}

void ApprovalDialog::addHead(QVBoxLayout *column)
{
    column->addWidget(label(m_view.summary, "title"));
    QStringList facts{tr("No. %1").arg(shortNumber(m_view.id)), m_view.title,
                      stateTitle(m_view.state)};
    if (m_view.amountFen != 0)
        facts.append(tr("%1 yuan").arg(Money::fromFen(m_view.amountFen).toDisplay()));
    if (m_view.dueOn.isValid())
        facts.append(tr("due %1").arg(m_view.dueOn.toString(Qt::ISODate)));
    column->addWidget(label(facts.join(QStringLiteral("  ·  ")), "label"));
}

void ApprovalDialog::addChanges(QVBoxLayout *column)
{
    QList<Change> changes = m_view.changes;
    if (changes.isEmpty()) {
        // A type that declares no changes of a record shows what was handed in.
        const OperationType *type = m_office.registry().find(m_view.type);
        for (const Field &field : type ? type->fields : QList<Field>()) {
            const QJsonValue value = m_view.payload[field.name];
            QString text = value.isString() ? value.toString() : QString::number(value.toInteger());
            if (field.kind == FieldKind::Money)
                text = Money::fromFen(value.toInteger()).toDisplay();
            if (field.kind == FieldKind::Person || field.kind == FieldKind::Operator
                || text.isEmpty())
                continue;
            changes.append({field.name, field.label, {}, text});
        }
    }
    column->addWidget(label(tr("What changes"), "card"));
    auto *table = new QTableWidget(int(changes.size()), 3);
    table->setHorizontalHeaderLabels({tr("Item"), tr("Before"), tr("After")});
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setFocusPolicy(Qt::NoFocus);
    table->setShowGrid(false);
    table->setItemDelegate(new TableDelegate(table));
    table->verticalHeader()->setDefaultSectionSize(34);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (int row = 0; row < changes.size(); ++row) {
        const Change &change = changes.at(row);
        table->setItem(row, 0, new QTableWidgetItem(change.label));
        table->setItem(
            row, 1,
            new QTableWidgetItem(change.before.isEmpty() ? QStringLiteral("—") : change.before));
        auto *after = new QTableWidgetItem(change.after);
        after->setForeground(Theme::color(QStringLiteral("success")));
        table->setItem(row, 2, after);
    }
    table->setMinimumHeight(220);
    column->addWidget(table, 1);
}

void ApprovalDialog::addFindings(QVBoxLayout *column)
{
    QStringList lines;
    for (const Finding &finding : m_view.findings)
        lines.append(finding.text);
    if (!lines.isEmpty())
        column->addWidget(label(lines.join(u'\n'), "notice"));
}

void ApprovalDialog::addCourse(QVBoxLayout *column)
{
    column->addWidget(label(tr("Course"), "card"));
    for (const OperationView::Act &act : m_view.actions) {
        const std::optional<ActionKind> kind = actionFromCode(act.step);
        const QString at = officeTime(QDateTime::fromString(act.at, Qt::ISODateWithMs))
                               .toString(QStringLiteral("MM-dd HH:mm"));
        QString text =
            QStringLiteral("%1  %2 (%3)  %4")
                .arg(kind ? actionTitle(*kind) : act.step, act.displayName, act.post, at);
        if (!act.reason.isEmpty())
            text += u'\n' + act.reason;
        column->addWidget(label(text, "label"));
    }
    if (!m_view.waitsFor.isEmpty())
        column->addWidget(label(tr("Waits for: %1").arg(m_view.waitsFor), "label"));
    QStringList papers;
    for (const QString &kind : m_view.evidenceKinds)
        papers.append(evidenceTitle(kind.section(u'=', 0, 0))
                      + kind.mid(kind.section(u'=', 0, 0).size()));
    if (!papers.isEmpty())
        column->addWidget(
            label(tr("Evidence: %1").arg(papers.join(QStringLiteral(", "))), "label"));
    column->addStretch(1);
}

void ApprovalDialog::addDecision(QVBoxLayout *column)
{
    column->addWidget(label(tr("Decision"), "card"));
    m_true = new QCheckBox(tr("The evidence is true"));
    m_complete = new QCheckBox(tr("The evidence is complete"));
    m_valid = new QCheckBox(tr("The evidence is valid"));
    m_true->setObjectName(QStringLiteral("evidence_true"));
    m_complete->setObjectName(QStringLiteral("evidence_complete"));
    m_valid->setObjectName(QStringLiteral("evidence_valid"));
    for (QCheckBox *box : {m_true, m_complete, m_valid})
        column->addWidget(box);
    m_reason = new QPlainTextEdit;
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setPlaceholderText(tr("Needed when it is returned"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(64);
    column->addWidget(m_reason);
    column->addStretch(1);
    m_true->setFocus();
}

void ApprovalDialog::decide(ActionKind kind)
{
    Action action;
    action.kind = kind;
    action.operation = m_view.id;
    action.revision = m_view.revision;
    action.reason = m_reason->toPlainText().trimmed();
    action.evidenceTrue = m_true->isChecked();
    action.evidenceComplete = m_complete->isChecked();
    action.evidenceValid = m_valid->isChecked();
    action.seenDigest = m_view.digest;
    try {
        const ActResult result = m_office.act(m_session, action);
        if (result.state == OperationState::Conflict) {
            m_message->setText(result.findings.isEmpty() ? stateTitle(result.state)
                                                         : result.findings.first().text);
            return;
        }
        accept();
    } catch (const RefusedError &error) {
        QStringList lines;
        for (const Refusal &refusal : error.refusals)
            lines.append(refusal.text);
        m_message->setText(lines.join(u'\n'));
    } catch (const DatabaseError &error) {
        m_message->setText(error.text());
    }
}

} // namespace jubao
