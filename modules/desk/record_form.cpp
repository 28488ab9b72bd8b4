// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/record_form.h"

#include "core/id_number.h"
#include "desk/elided_label.h"
#include "desk/pin_button.h"
#include "desk/theme.h"
#include "operations/office.h"
#include <QGridLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace jubao {

namespace {

constexpr int pauseMs = 250;
constexpr int messageHeight = 17;
constexpr int groupGap = 2;
constexpr int idNumberLength = 18;
/** Up to this many fields stand in two columns, more in three: twelve fit a small screen. */
constexpr int fieldsInTwoColumns = 8;

QString sexTitle(Sex sex)
{
    return sex == Sex::Male  ? RecordForm::tr("male")
        : sex == Sex::Female ? RecordForm::tr("female")
                             : QString();
}

} // namespace

RecordForm::RecordForm(const OperationType &type, Session &session, const EditorContext &context,
                       QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_session(session)
    , m_office(context.office)
    , m_context(context)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RecordForm::checkWhileTyping);
    build();
}

void RecordForm::build()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(2);
    QList<Field> shown;
    for (const Field &field : m_type.fields) {
        if (field.shown && field.kind != FieldKind::Rows)
            shown.append(field);
    }
    const int columns = shown.size() > fieldsInTwoColumns ? 3 : 2;
    int row = 0;
    int column = 0;
    QString group;
    m_items.resize(shown.size());
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const Field &field = shown.at(i);
        const int width = field.kind == FieldKind::LongText ? 2 : 1;
        if (column > 0 && (field.group != group || column + width > columns)) {
            ++row;
            column = 0;
        }
        if (field.group != group) {
            group = field.group;
            QLabel *heading = Theme::label(group, "card");
            heading->setContentsMargins(0, row == 0 ? 0 : groupGap, 0, 2);
            grid->addWidget(heading, row++, 0, 1, columns);
        }
        grid->addLayout(columnOf(field, m_items[i]), row, column, 1, width, Qt::AlignTop);
        column += width;
        if (column >= columns) {
            ++row;
            column = 0;
        }
    }
    for (int i = 0; i < columns; ++i)
        grid->setColumnStretch(i, 1);
    grid->setRowStretch(row + 1, 1);
}

QLayout *RecordForm::columnOf(const Field &field, Item &item)
{
    item.editor = FieldEditor::make(field, m_context, this);
    QWidget *widget = item.editor->widget();
    widget->setMinimumWidth(0);
    widget->installEventFilter(this);
    Item *own = &item;
    connect(item.editor, &FieldEditor::edited, this, [this, own] { edited(*own); });
    connect(item.editor, &FieldEditor::picked, this, &RecordForm::prefill);
    item.message = new ElidedLabel;
    item.message->setFixedHeight(messageHeight);
    Theme::setProperty(item.message, "role", QStringLiteral("hint"));
    auto *label = Theme::label(field.required ? field.label
                                       + QStringLiteral(" <font color=\"%1\">*</font>")
                                             .arg(Theme::color(QStringLiteral("danger")).name())
                                              : field.label,
                               "label");
    label->setBuddy(widget);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(label, 1);
    if (field.pinnable) {
        item.pin = newPin(field);
        head->addWidget(item.pin);
    }
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(widget);
    column->addWidget(item.message);
    return column;
}

QToolButton *RecordForm::newPin(const Field &field)
{
    auto *pin = new PinButton;
    pin->setObjectName(QStringLiteral("pin_") + field.name);
    pin->setAccessibleName(tr("Keep “%1” for the next form").arg(field.label));
    pin->setToolTip(tr("Keep for the next form (Ctrl+P)"));
    pin->setChecked(true);
    connect(pin, &QToolButton::clicked, this, &RecordForm::pinsChanged);
    return pin;
}

void RecordForm::edited(Item &item)
{
    m_refused = false;
    // A number that is whole is judged at once; one that is still being typed is left alone.
    if (item.editor->field().kind == FieldKind::IdNumber
        && item.editor->typed().size() >= idNumberLength) {
        item.touched = true;
        m_pause.stop();
        checkWhileTyping();
    } else {
        m_pause.start();
    }
    emit changed();
}

void RecordForm::prefill()
{
    if (!m_type.prefill)
        return;
    setPayload(m_type.prefill(payload(), m_office.reader()));
    emit changed();
}

QJsonObject RecordForm::payload() const
{
    QJsonObject object = m_unshown;
    for (const Item &item : m_items)
        object.insert(item.editor->field().name, item.editor->value());
    return object;
}

void RecordForm::setPayload(const QJsonObject &payload)
{
    QJsonObject rest = payload;
    for (Item &item : m_items) {
        const QJsonValue value = rest.take(item.editor->field().name);
        if (!value.isUndefined())
            item.editor->setValue(value);
    }
    for (auto each = rest.begin(); each != rest.end(); ++each)
        m_unshown.insert(each.key(), each.value());
}

QJsonObject RecordForm::typed() const
{
    QJsonObject object;
    bool own = false;
    for (const Item &item : m_items) {
        if (item.editor->isEmpty())
            continue;
        object.insert(item.editor->field().name, item.editor->typed());
        own = own || !leavePinned(item);
    }
    return own ? object : QJsonObject();
}

void RecordForm::setTyped(const QJsonObject &typed)
{
    for (Item &item : m_items)
        item.editor->setTyped(typed[item.editor->field().name].toString());
}

void RecordForm::showMessage(Item &item, const QString &text, Tone tone)
{
    item.message->setText(text);
    item.message->setToolTip(text);
    item.editor->widget()->setAccessibleDescription(text);
    Theme::setProperty(item.message, "role",
                       tone == Tone::Error         ? QStringLiteral("error")
                           : tone == Tone::Warning ? QStringLiteral("warning")
                           : tone == Tone::Good    ? QStringLiteral("good")
                                                   : QStringLiteral("hint"));
    Theme::setProperty(item.editor->widget(), "invalid", tone == Tone::Error);
    Theme::setProperty(item.editor->widget(), "warned", tone == Tone::Warning);
}

/** Where no rule speaks: what cannot be read, what an ID number says, else nothing. */
void RecordForm::showRest(Item &item)
{
    const FieldEditor &editor = *item.editor;
    if (item.touched) {
        if (const QString unreadable = editor.unreadable(); !unreadable.isEmpty()) {
            showMessage(item, unreadable, Tone::Error);
            return;
        }
    }
    if (editor.field().kind == FieldKind::IdNumber) {
        const QDate today = m_office.reader().today();
        const IdNumberResult id = IdNumber::parse(editor.value().toString(), today);
        if (id.valid) {
            showMessage(item,
                        tr("%1 · %2 · %3 years old")
                            .arg(id.birth.toString(Qt::ISODate), sexTitle(id.sex))
                            .arg(ageInYears(id.birth, today)),
                        Tone::Good);
            return;
        }
    }
    showMessage(item, {}, Tone::Hint);
}

void RecordForm::begin(const QJsonObject &payload)
{
    setPayload(payload);
    prefill();
    focusEmpty();
}

bool RecordForm::showFindings(const QList<Refusal> &refusals, QStringList &rest)
{
    QWidget *first = nullptr;
    m_refused = true;
    for (Item &item : m_items) {
        item.touched = true;
        showRest(item);
    }
    for (const Refusal &refusal : refusals) {
        const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const Item &item) {
            return item.editor->field().name == refusal.field;
        });
        if (found == m_items.end()) {
            rest.append(refusal.text);
            continue;
        }
        // What cannot be read says more than the rule that met nothing.
        const QString unreadable = found->editor->unreadable();
        showMessage(*found, unreadable.isEmpty() ? refusal.text : unreadable, Tone::Error);
        if (!first)
            first = found->editor->widget();
    }
    if (first)
        first->setFocus();
    return first != nullptr;
}

bool RecordForm::showUnreadable()
{
    for (Item &item : m_items) {
        item.editor->settle();
        const QString text = item.editor->unreadable();
        if (text.isEmpty())
            continue;
        item.touched = true;
        showMessage(item, text, Tone::Error);
        item.editor->widget()->setFocus();
        return true;
    }
    return false;
}

void RecordForm::checkWhileTyping()
{
    const Findings findings = m_office.check(m_session, m_type.id, payload());
    for (Item &item : m_items) {
        const Finding *worst = nullptr;
        for (const Finding &each : findings) {
            const bool worse = !worst || each.severity == Severity::Error
                || (each.severity == Severity::Warning && worst->severity == Severity::Note);
            // That nothing is changed yet is no fault of who has not typed: handing in tells it.
            const bool early = !m_refused && each.code == QLatin1String("NOTHING_CHANGED");
            if (each.field == item.editor->field().name && worse && !early)
                worst = &each;
        }
        const bool stops = worst && worst->severity == Severity::Error;
        if (worst && item.touched && item.editor->unreadable().isEmpty())
            showMessage(item, worst->text, stops ? Tone::Error : Tone::Warning);
        else
            showRest(item);
    }
    QStringList warnings;
    for (const Finding &each : findings) {
        // A field that nobody came to yet is not warned about, such as cash that is not counted.
        const bool early = std::any_of(m_items.begin(), m_items.end(), [&each](const Item &item) {
            return item.editor->field().name == each.field && !item.touched
                && item.editor->isEmpty();
        });
        if (each.severity == Severity::Warning && !early)
            warnings.append(each.text);
    }
    emit warned(warnings);
}

bool RecordForm::leavePinned(const Item &item) const
{
    return item.pin && item.pin->isChecked();
}

void RecordForm::clear(bool keepPinned)
{
    m_pause.stop();
    m_refused = false;
    m_unshown = {};
    for (Item &item : m_items) {
        item.touched = false;
        if (!keepPinned || !leavePinned(item))
            item.editor->setTyped({});
        showMessage(item, {}, Tone::Hint);
    }
    emit warned({});
    focusFirst();
}

void RecordForm::clearForNext()
{
    clear(true);
}

void RecordForm::clearAll()
{
    clear(false);
}

void RecordForm::focusFirst()
{
    for (const Item &item : m_items) {
        if (leavePinned(item) && !item.editor->isEmpty())
            continue;
        item.editor->widget()->setFocus();
        return;
    }
}

void RecordForm::focusEmpty()
{
    for (const Item &item : m_items) {
        if (!item.editor->isEmpty())
            continue;
        item.editor->widget()->setFocus();
        return;
    }
    focusFirst();
}

QStringList RecordForm::pinned() const
{
    QStringList names;
    for (const Item &item : m_items) {
        if (leavePinned(item))
            names.append(item.editor->field().name);
    }
    return names;
}

void RecordForm::setPinned(const QStringList &names)
{
    for (const Item &item : m_items) {
        if (item.pin)
            item.pin->setChecked(names.contains(item.editor->field().name));
    }
}

void RecordForm::togglePin()
{
    for (const Item &item : m_items) {
        if (item.pin && item.editor->widget()->hasFocus())
            item.pin->click();
    }
}

RecordForm::Item *RecordForm::itemOf(const QObject *editor)
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [editor](const Item &each) {
        return each.editor->widget() == editor;
    });
    return found == m_items.end() ? nullptr : &*found;
}

bool RecordForm::moveFrom(QObject *editor, int step)
{
    qsizetype at = 0;
    while (at < m_items.size() && m_items.at(at).editor->widget() != editor)
        ++at;
    for (at += step; at >= 0 && at < m_items.size(); at += step) {
        const Item &item = m_items.at(at);
        // Forward, a field that carries its content over is passed by; backward it is reached.
        if (step > 0 && leavePinned(item) && !item.editor->isEmpty())
            continue;
        item.editor->widget()->setFocus();
        return true;
    }
    if (step > 0)
        emit completed();
    return true;
}

bool RecordForm::takeKey(Item &item, QEvent *event)
{
    const auto *key = static_cast<QKeyEvent *>(event);
    const Qt::KeyboardModifiers held = key->modifiers() & ~Qt::KeypadModifier;
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (held != Qt::NoModifier && !(enter && held == Qt::ShiftModifier))
        return false;
    if (item.editor->takeKey(key->key(), key->text()))
        return true;
    // An input method takes its own Enter before it comes here: only a plain one moves on. A field
    // that was passed is judged even when it is empty.
    item.touched = item.touched || (enter && held == Qt::NoModifier);
    return enter && moveFrom(item.editor->widget(), held == Qt::ShiftModifier ? -1 : 1);
}

bool RecordForm::eventFilter(QObject *object, QEvent *event)
{
    Item *item = itemOf(object);
    if (item && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        item->touched = item->touched || !item->editor->isEmpty();
        item->editor->settle();
        checkWhileTyping();
    }
    if (item && event->type() == QEvent::KeyPress && takeKey(*item, event))
        return true;
    return QWidget::eventFilter(object, event);
}

} // namespace jubao
