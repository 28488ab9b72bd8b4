// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/field_editor.h"
#include "operations/decision.h"
#include <QTimer>
#include <QWidget>

class QToolButton;

namespace jubao {

class ElidedLabel;
class Office;
class Session;

/**
 * The one form of all operation types: fields, labels, groups and hints come from the type's
 * declaration. Enter goes to the next field and Shift+Enter back, over pinned fields that are
 * filled; findings stand under their field while one types, in room that is always kept; two lines
 * of it where the form is short.
 */
class RecordForm : public QWidget {
    Q_OBJECT

public:
    RecordForm(const OperationType &type, Session &session, const EditorContext &context,
               QWidget *parent = nullptr);

    QJsonObject payload() const;
    /** What no field shows (the values that a change was based on) is handed on untouched. */
    void setPayload(const QJsonObject &payload);
    QJsonObject unshown() const { return m_unshown; }
    /** The text of each field as it stands, for a draft; empty where nothing was typed but what is
     * pinned. */
    QJsonObject typed() const;
    void setTyped(const QJsonObject &typed);
    /** Opens on a record: fills in what is given and what the books know of it, and goes to the
     * first field that is still empty. */
    void begin(const QJsonObject &payload);
    /** Shows what the books say now of the record that the form is about. What was changed in the
     * form stays as it was typed. */
    void readAgain();
    /** Shows findings under their fields and goes to the first bad one; true where there is one.
     * Those without a field are put into \a rest. */
    bool showFindings(const QList<Refusal> &refusals, QStringList &rest);
    /** What stands in a field but means nothing, shown there; true where there is such a field. */
    bool showUnreadable();
    /** Runs the type's rules and shows what concerns fields that were touched. */
    void checkWhileTyping();
    /** Empties all but the pinned fields that hold nothing wrong. */
    void clearForNext();
    /** Empties all, pinned ones too. */
    void clearAll();
    void focusFirst();
    void focusEmpty();
    /** Fields that keep their content for the next form. */
    QStringList pinned() const;
    void setPinned(const QStringList &names);
    void togglePin();

signals:
    void changed();
    /** Enter in the last field. */
    void completed();
    void pinsChanged();
    /** What the rules warn of; it asks for a reason (CTL-20). Empty = of nothing. */
    void warned(const QStringList &warnings);
    /** The message of the field that has the focus, or of one that is wrong, with the field's name,
     * where its own lines are too short for it; \a role is the label's. Empty = of none. */
    void explained(const QString &text, const QString &role);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    struct Item {
        FieldEditor *editor = nullptr;
        QWidget *cell = nullptr; ///< label, editor and message; hidden while it is not asked
        ElidedLabel *message = nullptr;
        QToolButton *pin = nullptr;
        QString preset; ///< what the form filled in by itself
        bool touched = false;
    };
    enum class Tone { Hint, Good, Warning, Error };

    void build();
    QWidget *cellOf(const Field &field, Item &item, int messageLines);
    /** Asks for what the choices of the form call for, and for nothing else (Field::besideChoice).
     */
    void askWhatIsNeeded();
    /** Says whole what the lines of a field cut, as they are wide now. */
    void explain();
    QToolButton *newPin(const Field &field);
    void fillPresets();
    /** Holds what nobody has typed into this form: carried over, or filled in by the form. */
    bool isGiven(const Item &item) const;
    bool leavePinned(const Item &item) const;
    void edited(Item &item);
    /** What the books know of the record that was chosen, where the type says so. */
    void prefill();
    QJsonObject knownOfRecord() const;
    void showMessage(Item &item, const QString &text, Tone tone);
    QString unanswered(const Item &item) const;
    void showRest(Item &item);
    bool moveFrom(QObject *editor, int step);
    bool takeKey(Item &item, QEvent *event);
    Item *itemOf(const QObject *editor);
    void clear(bool keepPinned);

    const OperationType &m_type;
    Session &m_session;
    Office &m_office;
    EditorContext m_context;
    QList<Item> m_items;
    QString m_explained;
    QJsonObject m_unshown;
    bool m_refused = false; ///< handed in and refused; nothing typed since
    QTimer m_pause;
};

} // namespace jubao
