// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/approval_dialog.h"

#include "database/error.h"
#include "database/ids.h"
#include "desk/background.h"
#include "desk/icon.h"
#include "desk/on_the_spot.h"
#include "desk/operation_pane.h"
#include "desk/theme.h"
#include "desk/words.h"
#include "operations/snapshot.h"
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace jubao {

namespace {

QPushButton *button(const QString &text, const char *name)
{
    auto *made = new QPushButton(text);
    made->setObjectName(QString::fromLatin1(name));
    made->setAutoDefault(false);
    return made;
}

QString refusalText(const QList<Refusal> &refusals)
{
    QStringList lines;
    for (const Refusal &refusal : refusals)
        lines.append(refusal.text);
    return lines.join(u'\n');
}

} // namespace

ApprovalDialog::ApprovalDialog(Office &office, Session &session, qint64 operation, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_session(session)
    , m_list{operation}
{
    setObjectName(QStringLiteral("approval"));
    resize(1040, 690);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 18, 24, 16);
    column->setSpacing(10);
    buildHead(column);
    m_body = new QVBoxLayout;
    column->addLayout(m_body, 1);
    buildFoot(column);
    addShortcuts();
    load(operation);
}

void ApprovalDialog::buildHead(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    m_title = Theme::label({}, "title");
    m_title->setObjectName(QStringLiteral("summary"));
    m_state = Theme::label({}, "pill");
    m_place = Theme::label({}, "label");
    m_previous = button({}, "previous");
    m_next = button({}, "next");
    m_previous->setIcon(themedIcon(QStringLiteral("chevron_left")));
    m_next->setIcon(themedIcon(QStringLiteral("chevron_right")));
    m_previous->setAccessibleName(tr("Previous operation"));
    m_next->setAccessibleName(tr("Next operation"));
    m_previous->setToolTip(tr("Previous operation (Page Up)"));
    m_next->setToolTip(tr("Next operation (Page Down)"));
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    row->addWidget(m_title);
    row->addWidget(m_state, 0, Qt::AlignVCenter);
    row->addStretch(1);
    row->addWidget(m_place);
    for (QPushButton *each : {m_previous, m_next}) {
        each->setFixedWidth(38);
        Theme::setProperty(each, "kind", QStringLiteral("icon"));
        row->addWidget(each);
    }
    column->addLayout(row);
    m_facts = Theme::label({}, "label");
    m_facts->setObjectName(QStringLiteral("facts"));
    column->addWidget(m_facts);
}

void ApprovalDialog::buildFoot(QVBoxLayout *column)
{
    auto *line = new QFrame;
    line->setObjectName(QStringLiteral("line"));
    line->setFixedHeight(1);
    column->addWidget(line);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_message = Theme::label({}, "error");
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(36);
    m_call = button(tr("Decide on the spot (F10)"), "call");
    m_mark = button(tr("Mark to sign together (F8)"), "mark");
    m_mark->setCheckable(true);
    m_return = button(tr("Return"), "return");
    m_agree = button({}, "agree");
    Theme::setProperty(m_agree, "kind", QStringLiteral("primary"));
    QPushButton *close = button(tr("Close"), "close");
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_call, &QPushButton::clicked, this, &ApprovalDialog::callSomebody);
    connect(m_mark, &QPushButton::clicked, this, &ApprovalDialog::toggleMark);
    connect(m_return, &QPushButton::clicked, this, [this] { decide(ActionKind::Return); });
    connect(m_agree, &QPushButton::clicked, this, [this] { decide(m_view.waitsForStep); });
    row->addWidget(m_message, 1);
    for (QPushButton *each : {close, m_call, m_mark, m_return, m_agree})
        row->addWidget(each);
    column->addLayout(row);
}

void ApprovalDialog::addShortcuts()
{
    const auto shortcut = [this](const QKeySequence &keys, const std::function<void()> &call) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, call);
    };
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        shortcut(QKeySequence(Qt::CTRL | key), [this] {
            if (m_mine)
                decide(m_view.waitsForStep);
        });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_R), [this] {
        if (m_mine)
            decide(ActionKind::Return);
    });
    shortcut(QKeySequence(Qt::Key_F8), [this] { m_mark->isEnabled() ? m_mark->click() : void(); });
    shortcut(QKeySequence(Qt::Key_F10), [this] {
        if (m_call->isVisibleTo(this))
            callSomebody();
    });
    shortcut(QKeySequence(Qt::Key_PageUp), [this] { step(-1); });
    shortcut(QKeySequence(Qt::Key_PageDown), [this] { step(1); });
}

void ApprovalDialog::setList(const QList<qint64> &operations)
{
    m_list = operations;
    if (!m_list.contains(m_view.id))
        m_list.prepend(m_view.id);
    m_known = int(m_list.size());
    updateHead();
    updateFoot();
}

void ApprovalDialog::setMarks(const QMap<qint64, Action> &marks)
{
    m_marks = marks;
    updateFoot();
}

void ApprovalDialog::load(qint64 operation)
{
    m_view = m_office.view(m_session, operation);
    m_office.trace(m_session, QStringLiteral("operation"), QString::number(operation));
    const bool step =
        m_view.state == OperationState::InReview || m_view.state == OperationState::Held;
    m_mine = step && m_office.waitsFor(m_session, operation);
    delete m_pane;
    m_pane = new OperationPane(m_office, m_session, m_view, m_mine);
    connect(m_pane, &OperationPane::documentWanted, this, &ApprovalDialog::documentWanted);
    m_body->addWidget(m_pane);
    // Ticking the next one does not take away what became of the one before.
    connect(m_pane, &OperationPane::touched, this, [this] { say(m_outcome, "good"); });
    if (m_outcome.isEmpty() && m_session.onTheSpot())
        say(tr("%1 decides on the spot; after 60 seconds without a key it closes.")
                .arg(m_session.displayName()),
            "hint");
    else
        say(m_outcome, "good");
    updateHead();
    updateFoot();
    m_pane->focusTicks();
}

void ApprovalDialog::booksGrew()
{
    if (!m_mine || officeIsBusy())
        return;
    const OperationView now = m_office.view(m_session, m_view.id);
    if (now.digest == m_view.digest && now.state == m_view.state)
        return;
    load(m_view.id);
    say(tr("Somebody else has just acted on this operation; it is shown as it stands now."),
        "warning");
}

void ApprovalDialog::say(const QString &text, const char *role)
{
    Theme::setProperty(m_message, "role", QString::fromLatin1(role));
    m_message->setText(text);
}

void ApprovalDialog::updateHead()
{
    const Reader reader = m_office.reader();
    setWindowTitle(m_view.title);
    m_title->setText(m_view.summary);
    const bool open =
        m_view.state != OperationState::Posted && m_view.state != OperationState::Closed;
    const int late = open && m_view.dueOn.isValid() ? int(m_view.dueOn.daysTo(reader.today())) : -1;
    m_state->setText(late > 0        ? tr("%n day(s) late", nullptr, late)
                         : late == 0 ? tr("due today")
                                     : stateWords(m_view));
    Theme::setProperty(m_state, "tone", late >= 0 ? QStringLiteral("danger") : stateTone(m_view));
    QStringList facts{tr("No. %1").arg(shortNumber(m_view.id)), m_view.title};
    const SubjectsShown subjects = subjectsShown(reader, m_view.id, m_view.revision);
    if (subjects.count == 1)
        facts.append(tr("ID number %1").arg(subjects.only));
    facts.append(divisionTitle(reader, m_view.division));
    if (m_view.amountFen != 0)
        facts.append(tr("%1 yuan").arg(Money::fromFen(m_view.amountFen).toDisplay()));
    if (m_view.dueOn.isValid())
        facts.append(tr("due %1").arg(m_view.dueOn.toString(Qt::ISODate)));
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    const int place = int(m_list.indexOf(m_view.id));
    m_place->setText(m_list.size() > 1 ? tr("%1 of %2").arg(place + 1).arg(m_list.size())
                                       : QString());
    m_previous->setVisible(m_list.size() > 1);
    m_next->setVisible(m_list.size() > 1);
    m_previous->setEnabled(place > 0);
    m_next->setEnabled(place + 1 < m_list.size());
}

void ApprovalDialog::updateFoot()
{
    const OperationType *type = m_office.registry().find(m_view.type);
    m_agree->setText(tr("%1 (Ctrl+Enter)").arg(actionTitle(m_view.waitsForStep)));
    m_agree->setVisible(m_mine);
    m_call->setVisible(!m_mine && m_view.state == OperationState::InReview
                       && !m_session.onTheSpot());
    m_return->setVisible(m_mine && m_view.state == OperationState::InReview);
    // What is dangerous is decided by itself; so is a list of one.
    const bool together = m_mine && type && !type->highRisk && !m_session.onTheSpot()
        && (m_list.size() > 1 || m_marks.contains(m_view.id));
    m_mark->setVisible(together);
    m_mark->setEnabled(together);
    const bool marked = m_marks.contains(m_view.id);
    m_mark->setChecked(marked);
    m_mark->setText(marked ? tr("Marked; F8 takes it back") : tr("Mark to sign together (F8)"));
}

void ApprovalDialog::step(int by)
{
    const int place = int(m_list.indexOf(m_view.id)) + by;
    if (place < 0 || place >= m_list.size())
        return;
    m_outcome.clear();
    load(m_list.at(place));
}

void ApprovalDialog::callSomebody()
{
    const qint64 operation = m_view.id;
    const int signedNow = decideOnTheSpot(m_office, m_session, {operation}, this);
    m_decided += signedNow;
    if (signedNow > 0)
        m_outcome = tr("Signed on the spot: %1 · %2").arg(m_view.title, m_view.summary);
    load(operation);
}

void ApprovalDialog::toggleMark()
{
    if (m_marks.remove(m_view.id) > 0) {
        updateFoot();
        return;
    }
    if (!m_pane->allTicked()) {
        m_mark->setChecked(false);
        say(refusal(QStringLiteral("EVIDENCE_NOT_CHECKED")).text, "error");
        m_pane->focusTicks();
        return;
    }
    m_marks.insert(m_view.id, m_pane->action(m_view.waitsForStep));
    updateFoot();
    m_outcome.clear();
    if (m_view.id == m_list.last())
        say(tr("%n marked. Close this window; F9 in the inbox signs them with one password.",
               nullptr, int(m_marks.size())),
            "hint");
    step(1);
}

void ApprovalDialog::goOn(ActionKind kind)
{
    const int place = int(m_list.indexOf(m_view.id));
    m_marks.remove(m_view.id);
    m_list.removeAll(m_view.id);
    ++m_decided;
    const QString what = QStringLiteral("%1 · %2").arg(m_view.title, m_view.summary);
    m_outcome =
        kind == ActionKind::Return ? tr("Returned: %1").arg(what) : tr("Signed: %1").arg(what);
    if (m_known > 1)
        m_outcome += tr(" (%1 of %2)").arg(m_decided).arg(m_known);
    if (m_list.isEmpty())
        accept();
    else
        load(m_list.at(std::min(place, int(m_list.size()) - 1)));
}

void ApprovalDialog::decide(ActionKind kind)
{
    m_outcome.clear();
    try {
        ActResult result;
        enterBeside(
            m_office,
            [&, action = m_pane->action(kind)] { result = m_office.act(m_session, action); },
            [this] { say(tr("Signed; the county's service has not answered yet …"), "warning"); });
        if (result.state == OperationState::Conflict && kind != ActionKind::Return) {
            say(result.findings.isEmpty() ? stateTitle(result.state) : result.findings.first().text,
                "error");
            return;
        }
        goOn(kind);
    } catch (const RefusedError &error) {
        say(refusalText(error.refusals), "error");
        m_pane->focusField(error.refusals.first().field);
    } catch (const DatabaseError &error) {
        say(error.text(), "error");
    }
}

} // namespace jubao
