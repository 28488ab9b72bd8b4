// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QFrame>
#include <QJsonObject>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace jubao {

/** Which leader handed a matter down, when, and what its maker objects (领导交办, CTL-24). */
struct Instruction {
    QString by;
    QDate on; ///< null = the day of making
    QString objection;

    bool isEmpty() const { return by.isEmpty() && objection.isEmpty(); }
};

/**
 * The card of a form for a matter that was handed down. It stands open only while it is asked for
 * or holds something: most forms come from the counter.
 */
class InstructionCard : public QFrame {
    Q_OBJECT

public:
    explicit InstructionCard(const QDate &today, QWidget *parent = nullptr);

    /** As it stands; a day that cannot be read is null. */
    Instruction instruction() const;
    void setInstruction(const Instruction &instruction);
    /** Shows what cannot be handed in as it stands and goes there; true where there is something.
     */
    bool showUnreadable();
    /** What stands in the fields, for a draft. */
    QJsonObject typed() const;
    void setTyped(const QJsonObject &typed);
    void clear();
    /** Opens the card and begins with its first field. */
    void open();

signals:
    void changed();
    /** Enter in the last field. */
    void completed();

private:
    QLineEdit *addField(QVBoxLayout *column, const char *name, const QString &label);
    void sayWhatItIsFor();
    bool holdsSomething() const;

    QDate m_today;
    QLineEdit *m_by = nullptr;
    QLineEdit *m_on = nullptr;
    QLineEdit *m_objection = nullptr;
    QLabel *m_message = nullptr;
};

} // namespace jubao
