// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/services.h"
#include "operations/type.h"
#include <QJsonValue>
#include <QObject>

namespace jubao {

/** What the editors of one form look things up with. */
struct EditorContext {
    Office &office;
    DeskServices services;
};

/**
 * How one field of a payload is typed: the widget, the payload's value that stands for the text,
 * and words for text that stands for nothing. One subclass per way of typing, chosen by the field's
 * kind.
 */
class FieldEditor : public QObject {
    Q_OBJECT

public:
    /** Divisions and operators are read from the books once, here. */
    static FieldEditor *make(const Field &field, const EditorContext &context, QWidget *parent);

    const Field &field() const { return m_field; }
    virtual QWidget *widget() const = 0;
    /** In the payload's form: fen, ISO date, id, code or text as entered. */
    virtual QJsonValue value() const = 0;
    virtual void setValue(const QJsonValue &value) = 0;
    /** What stands in the field, for a draft: also what cannot be read yet. */
    virtual QString typed() const = 0;
    virtual void setTyped(const QString &text) = 0;
    /** The field is left: what was typed takes its full form (11.25 becomes 2026-11-25). */
    virtual void settle() { }
    /** Why the text stands for nothing; empty where it does, or where the field is empty. */
    virtual QString unreadable() const { return {}; }
    /** True when the key was for the editor itself: moving in its list, picking by a digit. */
    virtual bool takeKey(int key, const QString &text);
    bool isEmpty() const { return typed().isEmpty(); }

signals:
    void edited();
    /** A record was chosen; for a person its id. */
    void picked(const QJsonValue &value);

protected:
    FieldEditor(const Field &field, QWidget *parent);

private:
    Field m_field;
};

/** A day as clerks type it: 20261125, 2026-11-25, 2026.11.25, 2026年11月25日, or without the year.
 */
QDate dateFromText(const QString &text, const QDate &today);

} // namespace jubao
