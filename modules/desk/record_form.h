// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/decision.h"
#include "operations/type.h"
#include <QWidget>
#include <functional>

class QLabel;

namespace jubao {

class Office;
class Session;

/**
 * The one form of all operation types: fields, labels and hints come from the type's declaration.
 * Enter goes to the next field; findings stand under their field while one types; nothing jumps.
 */
class RecordForm : public QWidget {
    Q_OBJECT

public:
    RecordForm(const OperationType &type, Office &office, Session &session,
               QWidget *parent = nullptr);

    QJsonObject payload() const;
    void setPayload(const QJsonObject &payload);
    /** Shows findings under their fields; those without a field are returned. Focuses the first bad
     * one. */
    QStringList showFindings(const QList<Refusal> &refusals);
    /** Runs the type's rules and shows what concerns fields that were touched. */
    void checkWhileTyping();
    /** Empties all but the pinned fields. */
    void clearForNext();
    void focusFirst();

signals:
    void changed();
    /** Enter in the last field. */
    void completed();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    struct Item {
        Field field;
        QWidget *editor = nullptr;
        QLabel *message = nullptr;
        bool touched = false;
    };

    QWidget *editorFor(const Field &field);
    void addField(const Field &field, int place);
    QJsonValue valueOf(const Item &item) const;
    void showMessage(Item &item, const QString &text, bool bad);
    void focusNextItem(QObject *from);

    const OperationType &m_type;
    Office &m_office;
    Session &m_session;
    QList<Item> m_items;
};

} // namespace jubao
