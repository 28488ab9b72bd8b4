// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/record_form.h"

#include "core/id_number.h"
#include "desk/background.h"
#include "desk/elided_label.h"
#include "desk/form_grid.h"
#include "desk/pin_button.h"
#include "desk/theme.h"
#include "operations/office.h"
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace jubao {

namespace {

constexpr int pauseMs = 250;
constexpr int messageHeight = 16;
constexpr int idNumberLength = 18;

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
    whenFree(m_pause, this, [this] { checkWhileTyping(); });
    build();
}

void RecordForm::build()
{
    QList<Field> shown;
    for (const Field &field : m_type.fields) {
        if (field.shown)
            shown.append(field);
    }
    m_items.resize(shown.size());
    FormGrid grid(this, shown.size());
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const Field &field = shown.at(i);
        QWidget *cell = cellOf(field, m_items[i], grid.columns() > 2 ? 1 : 2);
        const auto isFlag = [&shown](qsizetype at) {
            return at >= 0 && at < shown.size() && shown.at(at).kind == FieldKind::Flag;
        };
        const bool person = field.kind == FieldKind::Person && grid.columns() > 2;
        const bool longChoice =
            std::any_of(field.choices.begin(), field.choices.end(), [this](const Choice &choice) {
                constexpr int mostOfHalfALine = 300;
                return fontMetrics().horizontalAdvance(choice.label) > mostOfHalfALine;
            });
        grid.beginGroup(field.group);
        if (!field.besideChoice.isEmpty() && i > 0 && shown.at(i - 1).name == field.besideChoice)
            grid.addBeside(m_items.at(i - 1).cell, cell);
        else
            grid.add(cell,
                     field.kind == FieldKind::LongText || person || longChoice ? 2 * FormGrid::whole
                         : field.kind == FieldKind::Flag && (isFlag(i - 1) || isFlag(i + 1))
                         ? FormGrid::half
                         : FormGrid::whole);
    }
    grid.end();
    // What a line cuts depends on how wide it is.
    for (const Item &item : std::as_const(m_items))
        item.message->installEventFilter(this);
    fillPresets();
    askWhatIsNeeded();
}

QWidget *RecordForm::cellOf(const Field &field, Item &item, int messageLines)
{
    item.cell = new QWidget(this);
    item.editor = FieldEditor::make(field, m_context, item.cell);
    QWidget *widget = item.editor->widget();
    widget->setMinimumWidth(0);
    widget->installEventFilter(this);
    Item *own = &item;
    connect(item.editor, &FieldEditor::edited, this, [this, own] { edited(*own); });
    connect(item.editor, &FieldEditor::picked, this, &RecordForm::prefill);
    item.message = new ElidedLabel(messageLines);
    item.message->setFixedHeight(messageLines * messageHeight);
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
    auto *column = new QVBoxLayout(item.cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(widget);
    column->addWidget(item.message);
    column->addStretch(1);
    return item.cell;
}

void RecordForm::askWhatIsNeeded()
{
    for (const Item &item : std::as_const(m_items)) {
        const Field &field = item.editor->field();
        if (field.besideChoice.isEmpty())
            continue;
        for (const Item &choice : std::as_const(m_items)) {
            if (choice.editor->field().name == field.besideChoice)
                item.cell->setHidden(field.notAskedFor.contains(choice.editor->value().toString()));
        }
    }
}

void RecordForm::explain()
{
    // The field that has the focus, else the first that is wrong: it was left with its text cut.
    const Item *told = nullptr;
    for (const Item &item : std::as_const(m_items)) {
        if (item.cell->isHidden() || !item.message->isCut())
            continue;
        const QWidget *widget = item.editor->widget();
        if (widget->hasFocus()) {
            told = &item;
            break;
        }
        if (!told && widget->property("invalid").toBool())
            told = &item;
    }
    const QString text =
        told ? tr("%1: %2").arg(told->editor->field().label, told->message->text()) : QString();
    if (text == m_explained)
        return;
    m_explained = text;
    emit explained(text, told ? told->message->property("role").toString() : QString());
}

QToolButton *RecordForm::newPin(const Field &field)
{
    auto *pin = new PinButton;
    pin->setObjectName(QStringLiteral("pin_") + field.name);
    pin->setAccessibleName(tr("Keep “%1” for the next form").arg(field.label));
    pin->setToolTip(tr("Keep for the next form (Ctrl+P)"));
    // Place and time are the next person's too; amount and bank are not before a clerk says so.
    pin->setChecked(field.kind == FieldKind::Division || field.kind == FieldKind::Year
                    || field.kind == FieldKind::Date);
    connect(pin, &QToolButton::clicked, this, &RecordForm::pinsChanged);
    return pin;
}

void RecordForm::edited(Item &item)
{
    m_refused = false;
    askWhatIsNeeded();
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
    try {
        setPayload(knownOfRecord());
    } catch (const RefusedError &error) {
        // Said where the record was chosen.
        const auto chosen = std::find_if(m_items.begin(), m_items.end(), [](const Item &item) {
            return item.editor->field().kind == FieldKind::Person;
        });
        if (chosen == m_items.end() || error.refusals.isEmpty())
            throw;
        chosen->touched = true;
        showMessage(*chosen, error.refusals.first().text, Tone::Error);
    }
    emit changed();
}

QJsonObject RecordForm::knownOfRecord() const
{
    // A type of a room that is being built is not in the office's registry yet.
    const bool known = m_office.registry().find(m_type.id) == &m_type;
    return known ? m_office.prefill(m_session, m_type.id, payload())
                 : m_type.prefill(payload(), m_office.reader());
}

void RecordForm::readAgain()
{
    const QJsonObject before = m_unshown[u"before"].toObject();
    const QJsonObject now = payload();
    QJsonObject known = knownOfRecord();
    for (auto each = before.begin(); each != before.end(); ++each) {
        if (now[each.key()] != each.value())
            known.remove(each.key());
    }
    setPayload(known);
    checkWhileTyping();
    emit changed();
}

QJsonObject RecordForm::payload() const
{
    QJsonObject object = m_unshown;
    for (const Item &item : m_items) {
        const Field &field = item.editor->field();
        // An amount that nobody was asked for and nobody typed is none, not 0.00.
        if (field.kind == FieldKind::Money && !field.required && item.editor->isEmpty())
            continue;
        object.insert(field.name,
                      item.cell->isHidden() ? QJsonValue(QString()) : item.editor->value());
    }
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
    askWhatIsNeeded();
}

QJsonObject RecordForm::typed() const
{
    QJsonObject object;
    bool own = false;
    for (const Item &item : m_items) {
        if (item.editor->isEmpty())
            continue;
        object.insert(item.editor->field().name, item.editor->typed());
        own = own || !isGiven(item);
    }
    return own ? object : QJsonObject();
}

void RecordForm::setTyped(const QJsonObject &typed)
{
    for (Item &item : m_items)
        item.editor->setTyped(typed[item.editor->field().name].toString());
    askWhatIsNeeded();
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
    explain();
}

/** Why the field stands for no answer. An amount that nobody has typed is none, and not zero. */
QString RecordForm::unanswered(const Item &item) const
{
    const Field &field = item.editor->field();
    if (field.required && field.kind == FieldKind::Money && item.editor->isEmpty())
        return tr("Enter: %1.").arg(field.label);
    return item.editor->unreadable();
}

/** Where no rule speaks: what cannot be read, what an ID number says, else nothing. */
void RecordForm::showRest(Item &item)
{
    const FieldEditor &editor = *item.editor;
    if (item.touched) {
        if (const QString bad = unanswered(item); !bad.isEmpty()) {
            showMessage(item, bad, Tone::Error);
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
        const QString text = unanswered(item);
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
        if (worst && item.touched && unanswered(item).isEmpty())
            showMessage(item, worst->text,
                        worst->severity == Severity::Error         ? Tone::Error
                            : worst->severity == Severity::Warning ? Tone::Warning
                                                                   : Tone::Hint);
        else
            showRest(item);
    }
    QStringList warnings;
    for (const Finding &each : findings) {
        // A field that nobody came to yet is not warned about, such as cash that is not counted.
        const bool early =
            std::any_of(m_items.begin(), m_items.end(), [this, &each](const Item &item) {
                return item.editor->field().name == each.field && item.editor->isEmpty()
                    && (!item.touched || !unanswered(item).isEmpty());
            });
        if (each.severity == Severity::Warning && !early)
            warnings.append(each.text);
    }
    emit warned(warnings);
}

void RecordForm::fillPresets()
{
    for (Item &item : m_items) {
        const Field &field = item.editor->field();
        if (field.preset == Preset::None || !item.editor->isEmpty())
            continue;
        const QDate today = m_office.reader().today();
        item.editor->setValue(field.preset == Preset::Maker ? QJsonValue(m_session.operatorId())
                                  : field.kind == FieldKind::Year
                                  ? QJsonValue(today.year())
                                  : QJsonValue(today.toString(Qt::ISODate)));
        item.preset = item.editor->typed();
    }
}

bool RecordForm::isGiven(const Item &item) const
{
    return leavePinned(item) || (!item.preset.isEmpty() && item.editor->typed() == item.preset);
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
        // What is wrong is not carried over: it would be wrong again, and nobody typed it there.
        const bool wrong = item.editor->widget()->property("invalid").toBool()
            || !item.editor->unreadable().isEmpty();
        if (!keepPinned || !leavePinned(item) || wrong)
            item.editor->setTyped({});
        showMessage(item, {}, Tone::Hint);
    }
    fillPresets();
    askWhatIsNeeded();
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
        if (isGiven(item) && !item.editor->isEmpty())
            continue;
        item.editor->widget()->setFocus();
        return;
    }
}

void RecordForm::focusEmpty()
{
    for (const Item &item : m_items) {
        if (!item.editor->isEmpty() || item.cell->isHidden())
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
        if (item.cell->isHidden())
            continue;
        if (step > 0 && (item.editor->isEmpty() ? item.editor->field().aside : leavePinned(item)))
            continue;
        // As by Tab: what stands there is selected, so typing puts something else in its place.
        item.editor->widget()->setFocus(Qt::TabFocusReason);
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
    if ((item && event->type() == QEvent::FocusIn) || (!item && event->type() == QEvent::Resize))
        explain();
    if (item && event->type() == QEvent::KeyPress && takeKey(*item, event))
        return true;
    return QWidget::eventFilter(object, event);
}

} // namespace jubao
