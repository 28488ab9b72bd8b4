// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QMap>
#include <QWidget>

class QCheckBox;
class QLayout;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace jubao {

/**
 * One operation as it must be seen before it is decided: what changes, what the rules found, what
 * posting would write, on which papers, its course – and room for the decider's ticks and words.
 */
class OperationPane : public QWidget {
    Q_OBJECT

public:
    /** `deciding` shows the three ticks (CTL-11) and the field for words below all that scrolls. An
     * operation without papers has one tick for the three words. */
    OperationPane(Office &office, Session &session, const OperationView &view, bool deciding,
                  QWidget *parent = nullptr);

    /** The decision as ticked and worded here, over the digest of what is shown. */
    Action action(ActionKind kind) const;
    bool allTicked() const;
    /** The first tick that is still missing. */
    void focusTicks();
    /** Where a refusal wants something: "evidence", "reason" or "late_reason"; others are not asked
     * for here. */
    void focusField(const QString &field);

signals:
    void documentWanted(const QString &document, qint64 operation);
    /** A tick was set or taken, or the opinion changed: what was said of the last try is over. */
    void touched();

private:
    void addChanges(QVBoxLayout *column);
    void addRows(QVBoxLayout *column);
    void addInstruction(QVBoxLayout *column);
    void addFindings(QVBoxLayout *column);
    void addEffects(QVBoxLayout *column);
    void addDocuments(QVBoxLayout *column);
    void addEvidence(QVBoxLayout *column);
    void addCourse(QVBoxLayout *column);
    void addResponsible(QVBoxLayout *column);
    void addDecision(QVBoxLayout *column);
    QLayout *newPapersRow();
    QStringList askedPapers() const;
    void showLateness();
    bool hasNoPapers() const;
    void showEvidence(const QString &kind, const QString &fileName);

    Office &m_office;
    Session &m_session;
    OperationView m_view;
    const OperationType *m_type;
    bool m_deciding;
    QList<QCheckBox *> m_ticks;
    QPlainTextEdit *m_reason = nullptr;
    QMap<QString, QCheckBox *> m_papers; ///< to be handed in where it is returned, by kind
    QLineEdit *m_otherPaper = nullptr;
    QLineEdit *m_lateReason = nullptr;
};

} // namespace jubao
