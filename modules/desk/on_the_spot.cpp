// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/on_the_spot.h"

#include "core/text.h"
#include "database/error.h"
#include "database/ids.h"
#include "desk/approval_dialog.h"
#include "desk/background.h"
#include "desk/sign_in_parts.h"
#include "desk/theme.h"
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace jubao {

namespace {

/** Every key and click counts as use; without any the dialog closes with the session. */
class Watch : public QObject {
public:
    Watch(Office &office, Session &session, QDialog &dialog)
        : m_office(office)
        , m_session(session)
        , m_dialog(dialog)
    {
        qApp->installEventFilter(this);
        constexpr int lookMs = 500;
        m_timer.setInterval(lookMs);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            if (!officeIsBusy() && m_office.hasEnded(m_session))
                m_dialog.reject();
        });
        m_timer.start();
    }

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        const bool used = event->type() == QEvent::KeyPress
            || event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel;
        if (used && !officeIsBusy())
            m_office.touch(m_session);
        return QObject::eventFilter(object, event);
    }

private:
    Office &m_office;
    Session &m_session;
    QDialog &m_dialog;
    QTimer m_timer;
};

} // namespace

CallDialog::CallDialog(Office &office, const OperationView &operation, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_operation(operation.id)
{
    setObjectName(QStringLiteral("call"));
    setWindowTitle(tr("Decide on the spot"));
    setFixedWidth(420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 24, 32, 24);
    column->setSpacing(5);
    column->addWidget(Theme::label(tr("Decide on the spot"), "title"));
    column->addWidget(
        wrappedLabel(QStringLiteral("%1  ·  %2").arg(operation.title, operation.summary), "label"));
    constexpr int innerWidth = 420 - 2 * 32;
    column->addWidget(
        boxedLabel(tr("Waits for: %1. The person called decides here with an own password and an "
                      "own key; after 60 seconds without a key press it closes by itself.")
                       .arg(operation.waitsFor),
                   "notice", innerWidth));
    column->addSpacing(8);
    m_name = addLine(column, tr("Account of the person called"), "name", false);
    m_password = addLine(column, tr("Password"), "password", true);
    m_message = addMessage(column);
    m_button = addMainButton(column, tr("Open for decision"));
    m_button->setObjectName(QStringLiteral("open"));
    connect(m_button, &QPushButton::clicked, this, &CallDialog::signIn);
    m_name->setFocus();
}

void CallDialog::reject()
{
    if (!officeIsBusy())
        QDialog::reject();
}

void CallDialog::signIn()
{
    const Waiting waiting(m_button, tr("Opening …"));
    m_message->clear();
    try {
        const QString name = normaliseInput(m_name->text());
        const QString password = m_password->text();
        runBeside([this, &name, &password] {
            m_session = m_office.signInOnTheSpot(name, password,
                                                 QStringLiteral("operation %1").arg(m_operation));
        });
        accept();
    } catch (const RefusedError &error) {
        m_message->setText(error.refusals.first().text);
        m_password->selectAll();
        m_password->setFocus();
    } catch (const DatabaseError &error) {
        m_message->setText(error.text());
    }
}

bool decideOnTheSpot(Office &office, Session &caller, qint64 operation, QWidget *window)
{
    CallDialog call(office, office.view(caller, operation), window);
    if (call.exec() != QDialog::Accepted)
        return false;
    const std::shared_ptr<Session> called = call.session();
    ApprovalDialog dialog(office, *called, operation, window);
    const Watch watch(office, *called, dialog);
    dialog.exec();
    if (!called->isLocked())
        office.signOut(called);
    return dialog.decided() > 0;
}

} // namespace jubao
