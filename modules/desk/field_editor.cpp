// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/field_editor.h"

#include "core/pinyin.h"
#include "core/text.h"
#include "desk/lookup_editor.h"
#include "desk/theme.h"
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

namespace jubao {

namespace {

constexpr int digitChoices = 9;

class LineEditor : public FieldEditor {
public:
    LineEditor(const Field &field, QWidget *parent) : FieldEditor(field, parent)
    {
        m_line = new QLineEdit(parent);
        m_line->setPlaceholderText(field.hint);
        connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    }

    QWidget *widget() const override { return m_line; }
    QString typed() const override { return m_line->text(); }
    void setTyped(const QString &text) override { m_line->setText(text); }

    QJsonValue value() const override
    {
        const QString text = normaliseInput(m_line->text());
        switch (field().kind) {
        case FieldKind::Year:
        case FieldKind::Integer:
            return text.toLongLong();
        case FieldKind::IdNumber:
        case FieldKind::ReceiptNumber:
            return text.toUpper();
        case FieldKind::Phone:
        case FieldKind::BankCard:
            // Cards are printed in groups of four and typed like that.
            return QString(text).remove(u' ');
        default:
            return text;
        }
    }
    void setValue(const QJsonValue &value) override
    {
        m_line->setText(value.isString()             ? value.toString()
                            : value.toInteger() == 0 ? QString()
                                                     : QString::number(value.toInteger()));
    }
    void settle() override
    {
        const QString text = normaliseInput(m_line->text());
        const bool upper =
            field().kind == FieldKind::IdNumber || field().kind == FieldKind::ReceiptNumber;
        const QString full = upper ? text.toUpper() : text;
        if (full != m_line->text())
            m_line->setText(full);
    }
    QString unreadable() const override
    {
        const QString text = normaliseInput(m_line->text());
        if (text.isEmpty()
            || (field().kind != FieldKind::Year && field().kind != FieldKind::Integer))
            return {};
        static const QRegularExpression number(QStringLiteral("^-?\\d{1,15}$"));
        static const QRegularExpression year(QStringLiteral("^(19|20)\\d\\d$"));
        if (field().kind == FieldKind::Year)
            return year.match(text).hasMatch()
                ? QString()
                : FieldEditor::tr("Write the year with four digits.");
        return number.match(text).hasMatch() ? QString() : FieldEditor::tr("Write a whole number.");
    }

protected:
    QLineEdit *m_line;
};

/** Right aligned, with separators once it is left, the unit behind. */
class MoneyEditor : public LineEditor {
public:
    MoneyEditor(const Field &field, QWidget *parent) : LineEditor(field, parent)
    {
        m_line->setAlignment(Qt::AlignRight);
        auto *unit = Theme::label(FieldEditor::tr("yuan"), "hint");
        unit->setParent(m_line);
        unit->setAttribute(Qt::WA_TransparentForMouseEvents);
        constexpr int unitWidth = 36;
        constexpr int editorHeight = 34;
        m_line->setTextMargins(0, 0, unitWidth - 14, 0);
        unit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        unit->setFixedSize(unitWidth, editorHeight);
        m_unit = unit;
        m_line->installEventFilter(this);
    }

    QJsonValue value() const override
    {
        const std::optional<Money> amount = read();
        return amount ? amount->fen() : 0;
    }
    void setValue(const QJsonValue &value) override
    {
        m_line->setText(value.toInteger() == 0 ? QString()
                                               : Money::fromFen(value.toInteger()).toDisplay());
    }
    void settle() override
    {
        if (const std::optional<Money> amount = read())
            m_line->setText(amount->toDisplay());
    }
    QString unreadable() const override
    {
        return isEmpty() || read()
            ? QString()
            : FieldEditor::tr("Write an amount in yuan, with at most two decimals.");
    }
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::Show) {
            constexpr int innerMargin = 12;
            m_unit->move(m_line->width() - m_unit->width() - innerMargin,
                         (m_line->height() - m_unit->height()) / 2);
        }
        return LineEditor::eventFilter(object, event);
    }

private:
    std::optional<Money> read() const
    {
        QString text = normaliseInput(m_line->text());
        text.remove(u',').remove(QChar(0xFF0C)).remove(QChar(0x5143)).remove(u' ');
        return Money::fromYuanText(text);
    }
    QLabel *m_unit;
};

class DateEditor : public LineEditor {
public:
    DateEditor(const Field &field, const QDate &today, QWidget *parent)
        : LineEditor(field, parent)
        , m_today(today)
    {
        if (field.hint.isEmpty())
            m_line->setPlaceholderText(FieldEditor::tr("%1 or %2")
                                           .arg(today.toString(QStringLiteral("yyyyMMdd")),
                                                today.toString(QStringLiteral("M.d"))));
    }

    QJsonValue value() const override
    {
        const QDate day = dateFromText(m_line->text(), m_today);
        // What is no date goes on as it stands: the type's rule names it.
        return day.isValid() ? day.toString(Qt::ISODate) : normaliseInput(m_line->text());
    }
    void settle() override
    {
        const QDate day = dateFromText(m_line->text(), m_today);
        if (day.isValid())
            m_line->setText(day.toString(Qt::ISODate));
    }
    QString unreadable() const override
    {
        return isEmpty() || dateFromText(m_line->text(), m_today).isValid()
            ? QString()
            : FieldEditor::tr("This is no date. Write %1 or %2.")
                  .arg(m_today.toString(QStringLiteral("yyyyMMdd")),
                       m_today.toString(QStringLiteral("M.d")));
    }

private:
    QDate m_today;
};

/** A short list; a digit or the first letter (of the pinyin) picks. */
class ChoiceEditor : public FieldEditor {
public:
    ChoiceEditor(const Field &field, QWidget *parent) : FieldEditor(field, parent)
    {
        m_box = new QComboBox(parent);
        // Columns of a form are equal: the longest choice does not widen its own.
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_box->addItem(QString(), QString());
        for (const Choice &choice : field.choices) {
            const bool numbered = field.choices.size() <= digitChoices;
            m_box->addItem(numbered ? QStringLiteral("%1  %2").arg(m_box->count()).arg(choice.label)
                                    : choice.label,
                           choice.code);
        }
        connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
    }

    QWidget *widget() const override { return m_box; }
    QJsonValue value() const override { return m_box->currentData().toString(); }
    void setValue(const QJsonValue &value) override { setTyped(value.toString()); }
    QString typed() const override { return m_box->currentData().toString(); }
    void setTyped(const QString &text) override
    {
        m_box->setCurrentIndex(std::max(0, m_box->findData(text)));
    }
    bool takeKey(int, const QString &text) override
    {
        if (text.size() != 1)
            return false;
        const QChar letter = text.front().toLower();
        int wanted = letter.isDigit() ? letter.digitValue() : -1;
        const QList<Choice> &choices = field().choices;
        for (int step = 1; wanted < 0 && step <= choices.size(); ++step) {
            const int index = (std::max(0, m_box->currentIndex()) + step - 1) % int(choices.size());
            if (pinyinInitials(choices.at(index).label).startsWith(letter, Qt::CaseInsensitive))
                wanted = index + 1;
        }
        if (wanted < 0 || wanted >= m_box->count())
            return false;
        m_box->setCurrentIndex(wanted);
        emit edited();
        return true;
    }

private:
    QComboBox *m_box;
};

class FlagEditor : public FieldEditor {
public:
    FlagEditor(const Field &field, QWidget *parent) : FieldEditor(field, parent)
    {
        m_box = new QCheckBox(FieldEditor::tr("Yes"), parent);
        connect(m_box, &QCheckBox::clicked, this, &FieldEditor::edited);
    }

    QWidget *widget() const override { return m_box; }
    QJsonValue value() const override { return m_box->isChecked() ? 1 : 0; }
    void setValue(const QJsonValue &value) override { m_box->setChecked(value.toInteger() == 1); }
    QString typed() const override { return m_box->isChecked() ? QStringLiteral("1") : QString(); }
    void setTyped(const QString &text) override { m_box->setChecked(text == QLatin1String("1")); }

private:
    QCheckBox *m_box;
};

} // namespace

FieldEditor::FieldEditor(const Field &field, QWidget *parent) : QObject(parent), m_field(field) { }

bool FieldEditor::takeKey(int, const QString &)
{
    return false;
}

QDate dateFromText(const QString &text, const QDate &today)
{
    static const QRegularExpression whole(
        QStringLiteral("^(\\d{4})[-./年 ]?(\\d{1,2})[-./月 ]?(\\d{1,2})日?$"));
    static const QRegularExpression eight(QStringLiteral("^(\\d{4})(\\d\\d)(\\d\\d)$"));
    static const QRegularExpression dayOfYear(
        QStringLiteral("^(\\d{1,2})[-./月 ](\\d{1,2})日?$|^(\\d\\d)(\\d\\d)$"));
    const QString plain = normaliseInput(text);
    if (const auto match = eight.match(plain); match.hasMatch())
        return {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
    const auto both = whole.match(plain);
    // Without separators only eight digits say what is month and what is day.
    if (both.hasMatch() && plain.contains(QRegularExpression(QStringLiteral("\\D"))))
        return {both.captured(1).toInt(), both.captured(2).toInt(), both.captured(3).toInt()};
    const auto match = dayOfYear.match(plain);
    if (!match.hasMatch())
        return {};
    const bool separated = !match.captured(1).isEmpty();
    return {today.year(), match.captured(separated ? 1 : 3).toInt(),
            match.captured(separated ? 2 : 4).toInt()};
}

FieldEditor *FieldEditor::make(const Field &field, const EditorContext &context, QWidget *parent)
{
    FieldEditor *editor = nullptr;
    switch (field.kind) {
    case FieldKind::Money:
        editor = new MoneyEditor(field, parent);
        break;
    case FieldKind::Date:
        editor = new DateEditor(field, context.office.reader().today(), parent);
        break;
    case FieldKind::Choice:
        editor = new ChoiceEditor(field, parent);
        break;
    case FieldKind::Flag:
        editor = new FlagEditor(field, parent);
        break;
    case FieldKind::Division:
    case FieldKind::Operator:
    case FieldKind::Person:
        editor = makeLookupEditor(field, context, parent);
        break;
    default:
        editor = new LineEditor(field, parent);
    }
    editor->widget()->setObjectName(field.name);
    editor->widget()->setAccessibleName(field.label);
    return editor;
}

} // namespace jubao
