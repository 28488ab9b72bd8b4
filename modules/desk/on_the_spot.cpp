// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/on_the_spot.h"

#include "core/text.h"
#include "desk/approval_dialog.h"
#include "desk/background.h"
#include <QApplication>
#include <QLineEdit>
#include <QTimer>

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
            if (!officeIsBusy()
                && (m_office.hasEnded(m_session) || !m_office.keyIsThere(m_session)))
                close();
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
    /** What was opened from the dialog shows people's data too, and goes with it. */
    void close()
    {
        const QList<QDialog *> over = m_dialog.findChildren<QDialog *>();
        for (QDialog *each : over)
            each->reject();
        m_dialog.reject();
    }

    Office &m_office;
    Session &m_session;
    QDialog &m_dialog;
    QTimer m_timer;
};

} // namespace

CallDialog::CallDialog(Office &office, const QList<OperationView> &operations, QWidget *parent)
    : SignDialog("call", tr("Decide on the spot"), parent)
    , m_office(office)
{
    const OperationView &first = operations.first();
    QStringList numbers;
    QStringList waitsFor;
    for (const OperationView &each : operations) {
        numbers.append(QString::number(each.id));
        waitsFor.append(each.waitsFor);
    }
    waitsFor.removeDuplicates();
    m_purpose = QStringLiteral("operation %1").arg(numbers.join(u' '));
    addNotice(operations.size() == 1
                  ? QStringLiteral("%1  ·  %2").arg(first.title, first.summary)
                  : tr("%n operation(s), one after another", nullptr, int(operations.size())),
              "label");
    addNotice(tr("Waits for: %1. The person called decides here with an own password and an "
                 "own key; after 60 seconds without a key press it closes by itself.")
                  .arg(waitsFor.join(QStringLiteral("; "))),
              "notice");
    m_name = form().addLine(tr("Account of the person called"), "name", false);
    m_password = form().addLine(tr("Password"), "password", true);
    form().addButton(tr("Open for decision"), "open", tr("Opening …"));
    connect(&form(), &SignForm::confirmed, this, &CallDialog::signIn);
    m_name->setFocus();
}

void CallDialog::signIn()
{
    const QString name = normaliseInput(m_name->text());
    const QString password = m_password->text();
    if (form().run([this, &name, &password] {
            m_session = m_office.signInOnTheSpot(name, password, m_purpose);
        }))
        accept();
}

int decideOnTheSpot(Office &office, Session &caller, const QList<qint64> &operations,
                    QWidget *window)
{
    QList<OperationView> views;
    for (const qint64 operation : operations)
        views.append(office.view(caller, operation));
    if (views.isEmpty())
        return 0;
    CallDialog call(office, views, window);
    if (call.exec() != QDialog::Accepted)
        return 0;
    const std::shared_ptr<Session> called = call.session();
    ApprovalDialog dialog(office, *called, operations.first(), window);
    dialog.setList(operations);
    const Watch watch(office, *called, dialog);
    dialog.exec();
    if (!called->isLocked())
        office.signOut(called);
    return dialog.decided();
}

} // namespace jubao
