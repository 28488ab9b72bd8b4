// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/record_form.h"

#include "core/text.h"
#include "desk/person_lookup.h"
#include "desk/theme.h"
#include "operations/office.h"
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace jubao {

RecordForm::RecordForm(const OperationType &type, Office &office, Session &session, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_office(office)
    , m_session(session)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(2);
    int place = 0;
    for (const Field &field : type.fields) {
        if (field.shown && field.kind != FieldKind::Rows)
            addField(field, place++);
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

QWidget *RecordForm::editorFor(const Field &field)
{
    const bool listed = field.kind == FieldKind::Choice || field.kind == FieldKind::Division
        || field.kind == FieldKind::Operator;
    if (!listed) {
        auto *line = new QLineEdit(this);
        line->setPlaceholderText(field.hint);
        if (field.kind == FieldKind::Money)
            line->setAlignment(Qt::AlignRight);
        connect(line, &QLineEdit::textEdited, this, &RecordForm::changed);
        return line;
    }
    auto *box = new QComboBox(this);
    box->addItem(QString(), QVariant());
    for (const Choice &choice : field.choices)
        box->addItem(choice.label, choice.code);
    const Reader reader = m_office.reader();
    if (field.kind == FieldKind::Division) {
        Query rows = reader.query(QStringLiteral("SELECT code, name FROM division ORDER BY code"));
        while (rows.next())
            box->addItem(rows.text(1), rows.text(0));
    } else if (field.kind == FieldKind::Operator) {
        Query rows = reader.query(QStringLiteral(
            "SELECT id, display_name, name FROM operator_account WHERE state = 'open' ORDER BY name"));
        while (rows.next())
            box->addItem(QStringLiteral("%1 (%2)").arg(rows.text(1), rows.text(2)),
                         rows.integer(0));
    }
    connect(box, &QComboBox::activated, this, &RecordForm::changed);
    return box;
}

void RecordForm::addField(const Field &field, int place)
{
    Item item;
    item.field = field;
    item.editor = editorFor(field);
    item.editor->setObjectName(field.name);
    item.editor->setAccessibleName(field.label);
    item.editor->installEventFilter(this);
    item.message = new QLabel(this);
    item.message->setFixedHeight(18);
    Theme::setProperty(item.message, "role", QStringLiteral("hint"));
    auto *label = new QLabel(field.required ? field.label
                                     + QStringLiteral(" <font color=\"%1\">*</font>")
                                           .arg(Theme::color(QStringLiteral("danger")).name())
                                            : field.label,
                             this);
    Theme::setProperty(label, "role", QStringLiteral("label"));
    label->setBuddy(item.editor);
    auto *column = new QVBoxLayout;
    column->setSpacing(5);
    column->addWidget(label);
    column->addWidget(item.editor);
    column->addWidget(item.message);
    static_cast<QGridLayout *>(layout())->addLayout(column, place / 2, place % 2);
    m_items.append(item);
}

QJsonValue RecordForm::valueOf(const Item &item) const
{
    if (const auto *box = qobject_cast<QComboBox *>(item.editor)) {
        const QVariant chosen = box->currentData();
        return item.field.kind == FieldKind::Operator ? QJsonValue(chosen.toLongLong())
                                                      : QJsonValue(chosen.toString());
    }
    const QString text = normaliseInput(static_cast<QLineEdit *>(item.editor)->text());
    switch (item.field.kind) {
    case FieldKind::Money: {
        const std::optional<Money> amount = Money::fromYuanText(text);
        return amount ? amount->fen() : 0;
    }
    case FieldKind::Year:
    case FieldKind::Integer:
    case FieldKind::Flag:
        return text.toLongLong();
    case FieldKind::Person:
        return personIdFromText(m_office.reader(), text);
    case FieldKind::IdNumber:
        return text.toUpper();
    default:
        return text;
    }
}

QJsonObject RecordForm::payload() const
{
    QJsonObject object;
    for (const Item &item : m_items)
        object.insert(item.field.name, valueOf(item));
    return object;
}

void RecordForm::setPayload(const QJsonObject &payload)
{
    for (Item &item : m_items) {
        const QJsonValue value = payload[item.field.name];
        if (value.isUndefined())
            continue;
        if (auto *box = qobject_cast<QComboBox *>(item.editor)) {
            box->setCurrentIndex(std::max(0, box->findData(value.toVariant())));
            continue;
        }
        QString text = value.isString() ? value.toString() : QString::number(value.toInteger());
        if (item.field.kind == FieldKind::Money)
            text = Money::fromFen(value.toInteger()).toYuanText();
        else if (item.field.kind == FieldKind::Person)
            text = idNumberOfPerson(m_office.reader(), value.toInteger());
        static_cast<QLineEdit *>(item.editor)->setText(text);
    }
}

void RecordForm::showMessage(Item &item, const QString &text, bool bad)
{
    item.message->setText(text);
    item.message->setToolTip(text);
    Theme::setProperty(item.message, "role",
                       bad ? QStringLiteral("error") : QStringLiteral("hint"));
    Theme::setProperty(item.editor, "invalid", bad);
}

QStringList RecordForm::showFindings(const QList<Refusal> &refusals)
{
    QStringList rest;
    QWidget *first = nullptr;
    for (Item &item : m_items) {
        item.touched = true;
        showMessage(item, {}, false);
    }
    for (const Refusal &refusal : refusals) {
        const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const Item &item) {
            return item.field.name == refusal.field;
        });
        if (found == m_items.end()) {
            rest.append(refusal.text);
            continue;
        }
        showMessage(*found, refusal.text, true);
        if (!first)
            first = found->editor;
    }
    if (first)
        first->setFocus();
    return rest;
}

void RecordForm::checkWhileTyping()
{
    const Findings findings = m_office.check(m_session, m_type.id, payload());
    for (Item &item : m_items) {
        if (!item.touched)
            continue;
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding &each) {
            return each.field == item.field.name;
        });
        if (found == findings.end())
            showMessage(item, item.field.hint, false);
        else
            showMessage(item, found->text, found->severity == Severity::Error);
    }
}

void RecordForm::clearForNext()
{
    for (Item &item : m_items) {
        item.touched = false;
        showMessage(item, {}, false);
        if (item.field.pinnable)
            continue;
        if (auto *box = qobject_cast<QComboBox *>(item.editor))
            box->setCurrentIndex(0);
        else
            static_cast<QLineEdit *>(item.editor)->clear();
    }
    focusFirst();
}

void RecordForm::focusFirst()
{
    if (!m_items.isEmpty())
        m_items.first().editor->setFocus();
}

void RecordForm::focusNextItem(QObject *from)
{
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (m_items.at(i).editor != from)
            continue;
        if (i + 1 < m_items.size())
            m_items.at(i + 1).editor->setFocus();
        else
            emit completed();
        return;
    }
}

bool RecordForm::eventFilter(QObject *object, QEvent *event)
{
    const auto item = std::find_if(m_items.begin(), m_items.end(),
                                   [object](const Item &each) { return each.editor == object; });
    if (item != m_items.end() && event->type() == QEvent::FocusOut) {
        item->touched = true;
        checkWhileTyping();
    }
    if (item != m_items.end() && event->type() == QEvent::KeyPress) {
        // An input method takes its own Enter before it comes here: only a plain one moves on.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain =
            key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        if (plain && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            focusNextItem(object);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace jubao
