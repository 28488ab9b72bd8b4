// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QDialog>
#include <QMap>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace jubao {

class OperationPane;

/**
 * Who made it, what changes, what the rules found, on which evidence – and the decision of the
 * person who is asked. The same dialog from the inbox, one operation after another, and on the
 * spot. A decision signs the digest of what it shows; what is not this person's to decide is only
 * shown.
 */
class ApprovalDialog : public QDialog {
    Q_OBJECT

public:
    ApprovalDialog(Office &office, Session &session, qint64 operation, QWidget *parent = nullptr);

    /** Neighbours that Page Up and Page Down go to; what is decided leaves the list. */
    void setList(const QList<qint64> &operations);
    /** Decisions marked to be signed together later, by operation. */
    void setMarks(const QMap<qint64, Action> &marks);
    QMap<qint64, Action> marks() const { return m_marks; }
    /** How many were signed while it was open. */
    int decided() const { return m_decided; }
    /** What was signed last, in words; empty = nothing yet. */
    QString outcome() const { return m_outcome; }
    qint64 operation() const { return m_view.id; }
    /** Others have entered something: what they did with this operation is shown, and said. */
    void booksGrew();

signals:
    void documentWanted(const QString &document, qint64 operation);

private:
    void buildHead(QVBoxLayout *column);
    void buildFoot(QVBoxLayout *column);
    void addShortcuts();
    void load(qint64 operation);
    void say(const QString &text, const char *role);
    void updateHead();
    void updateFoot();
    void step(int by);
    void decide(ActionKind kind);
    void callSomebody();
    void toggleMark();
    void goOn(ActionKind kind);

    Office &m_office;
    Session &m_session;
    OperationView m_view;
    QList<qint64> m_list;
    QMap<qint64, Action> m_marks;
    int m_decided = 0;
    int m_known = 1;   ///< how many there were to decide
    QString m_outcome; ///< stays in sight until the next thing is done
    bool m_mine = false;
    OperationPane *m_pane = nullptr;
    QVBoxLayout *m_body = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_place = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_previous = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_call = nullptr;
    QPushButton *m_mark = nullptr;
    QPushButton *m_return = nullptr;
    QPushButton *m_agree = nullptr;
};

} // namespace jubao
