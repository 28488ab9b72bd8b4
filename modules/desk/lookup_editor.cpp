// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/lookup_editor.h"

#include "core/mask.h"
#include "core/pinyin.h"
#include "core/text.h"
#include "desk/background.h"
#include "desk/suggestion_list.h"
#include <QLineEdit>
#include <QPointer>
#include <QTimer>
#include <stdexcept>

namespace jubao {

namespace {

constexpr int pauseMs = 120;
constexpr int suggestionLimit = 30;

using Find = std::function<QList<Suggestion>(const QString &typed)>;
/** The record behind a value of the payload, or behind the key that a draft keeps. */
using Recall = std::function<std::optional<Suggestion>(const QJsonValue &value)>;

class LookupEditor : public FieldEditor {
public:
    LookupEditor(const Field &field, Find find, Recall recall, QWidget *parent)
        : FieldEditor(field, parent)
        , m_find(std::move(find))
        , m_recall(std::move(recall))
        , m_none(field.kind == FieldKind::Division ? QJsonValue(QString()) : QJsonValue(0))
        , m_value(m_none)
    {
        m_line = new QLineEdit(parent);
        m_line->setObjectName(field.name);
        m_line->setPlaceholderText(!field.hint.isEmpty() ? field.hint
                                       : field.kind == FieldKind::Person
                                       ? FieldEditor::tr("ID number, last four, name or pinyin")
                                       : field.kind == FieldKind::Division
                                       ? FieldEditor::tr("Name, pinyin or code")
                                       : FieldEditor::tr("Name or account"));
        m_pause.setSingleShot(true);
        m_pause.setInterval(pauseMs);
        whenFree(m_pause, this, [this] { search(); });
        connect(m_line, &QLineEdit::textEdited, this, [this] {
            m_value = m_none;
            m_pause.start();
            emit edited();
        });
    }
    ~LookupEditor() override { delete m_list.data(); }

    QWidget *widget() const override { return m_line; }
    QJsonValue value() const override { return m_value; }

    void setValue(const QJsonValue &value) override
    {
        m_value = m_none;
        m_line->clear();
        if (const std::optional<Suggestion> found = m_recall(value))
            put(*found);
    }
    QString typed() const override
    {
        if (m_value == m_none)
            return m_line->text();
        return m_value.isString() ? m_value.toString() : QString::number(m_value.toInteger());
    }
    void setTyped(const QString &text) override
    {
        bool isId = false;
        const qint64 id = text.toLongLong(&isId);
        std::optional<Suggestion> found;
        if (field().kind == FieldKind::Division)
            found = m_recall(text);
        else if (isId)
            found = m_recall(id);
        m_value = m_none;
        m_line->setText(text);
        if (found)
            put(*found);
    }
    void settle() override
    {
        m_pause.stop();
        if (m_list && m_list->isOpen())
            m_list->hide();
        if (m_value != m_none || m_line->text().isEmpty())
            return;
        const QList<Suggestion> hits = m_find(normaliseInput(m_line->text()));
        if (hits.size() == 1)
            choose(hits.first());
    }
    QString unreadable() const override
    {
        if (m_line->text().isEmpty() || m_value != m_none)
            return {};
        return m_find(normaliseInput(m_line->text())).isEmpty()
            ? FieldEditor::tr("Nothing is found under “%1”.").arg(m_line->text().trimmed())
            : FieldEditor::tr("Choose one from the list.");
    }
    bool takeKey(int key, const QString &) override
    {
        if (key == Qt::Key_Down && m_value == m_none && !(m_list && m_list->isOpen())) {
            search();
            return m_list && m_list->isOpen();
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (m_pause.isActive())
                search();
            if (m_list && m_list->isOpen()) {
                if (const std::optional<Suggestion> now = m_list->current())
                    choose(*now);
            }
            return false;
        }
        return m_list && m_list->takeKey(key);
    }

private:
    void search()
    {
        m_pause.stop();
        if (!m_list) {
            m_list = new SuggestionList(m_line);
            connect(m_list, &SuggestionList::chosen, this,
                    [this](const Suggestion &suggestion) { choose(suggestion); });
        }
        m_list->show(m_find(normaliseInput(m_line->text())));
    }
    void put(const Suggestion &suggestion)
    {
        m_value = suggestion.value;
        m_line->setText(suggestion.shown);
        m_line->setToolTip(suggestion.detail);
    }
    void choose(const Suggestion &suggestion)
    {
        put(suggestion);
        if (m_list)
            m_list->hide();
        emit edited();
        emit picked(m_value);
    }

    Find m_find;
    Recall m_recall;
    const QJsonValue m_none;
    QJsonValue m_value;
    QLineEdit *m_line;
    QPointer<SuggestionList> m_list;
    QTimer m_pause;
};

Suggestion personLine(const DeskServices::Hit &hit)
{
    return {hit.id, QStringLiteral("%1  %2").arg(hit.name, maskIdNumber(hit.idNumber)),
            hit.division};
}

FieldEditor *makePersonEditor(const Field &field, const EditorContext &context, QWidget *parent)
{
    Office &office = context.office;
    const auto findPersons = context.services.findPersons;
    const Find find = [&office, findPersons](const QString &typed) {
        QList<Suggestion> list;
        const QList<DeskServices::Hit> hits = findPersons
            ? findPersons(office.reader(), typed, suggestionLimit)
            : QList<DeskServices::Hit>();
        for (const DeskServices::Hit &hit : hits)
            list.append(personLine(hit));
        return list;
    };
    const Recall recall = [&office](const QJsonValue &value) -> std::optional<Suggestion> {
        const std::optional<Row> row =
            office.reader().row(QStringLiteral("person"), value.toInteger());
        if (!row)
            return std::nullopt;
        return personLine({value.toInteger(),
                           row->value(QStringLiteral("name")).toString(),
                           row->value(QStringLiteral("id_number")).toString(),
                           {}});
    };
    return new LookupEditor(field, find, recall, parent);
}

/** A list that is short enough to stand in memory: some hundred villages, some dozen operators. */
struct Known {
    QJsonValue value;
    QString key; ///< code or login name
    QString name;
    QString pinyin;
    QString shown;
    QString detail;
};

QList<Known> knownDivisions(const Reader &reader)
{
    QList<Known> list;
    Query rows =
        reader.query(QStringLiteral("SELECT d.code, d.name, p.name, p.parent FROM division d "
                                    "LEFT JOIN division p ON p.code = d.parent ORDER BY d.code"));
    while (rows.next()) {
        // Two villages of a county may share their name: the township stands in front, unless it is
        // part of the name already.
        const bool village = !rows.text(3).isEmpty() && !rows.text(1).startsWith(rows.text(2));
        list.append({rows.text(0), rows.text(0), rows.text(1), pinyinInitials(rows.text(1)),
                     village ? rows.text(2) + u' ' + rows.text(1) : rows.text(1), rows.text(0)});
    }
    return list;
}

QList<Known> knownOperators(const Reader &reader)
{
    QList<Known> list;
    Query rows = reader.query(QStringLiteral(
        "SELECT id, display_name, name FROM operator_account WHERE state = 'open' ORDER BY name"));
    while (rows.next())
        list.append({rows.integer(0), rows.text(2), rows.text(1), pinyinInitials(rows.text(1)),
                     rows.text(1), rows.text(2)});
    return list;
}

/** The better the match, the lower; -1 for none. */
int rankOf(const Known &known, const QString &typed)
{
    if (known.key.compare(typed, Qt::CaseInsensitive) == 0)
        return 0;
    if (known.name.compare(typed, Qt::CaseInsensitive) == 0)
        return 1;
    if (known.name.startsWith(typed, Qt::CaseInsensitive)
        || known.pinyin.startsWith(typed, Qt::CaseInsensitive))
        return 2;
    if (known.key.startsWith(typed, Qt::CaseInsensitive) || known.key.endsWith(typed))
        return 3;
    return known.name.contains(typed, Qt::CaseInsensitive)
            || known.pinyin.contains(typed, Qt::CaseInsensitive)
        ? 4
        : -1;
}

FieldEditor *makeKnownEditor(const Field &field, const QList<Known> &known, QWidget *parent)
{
    const Find find = [known](const QString &typed) {
        constexpr int ranks = 5;
        QList<QList<Suggestion>> byRank(ranks);
        for (const Known &each : known) {
            if (const int rank = rankOf(each, typed); rank >= 0)
                byRank[rank].append({each.value, each.shown, each.detail});
        }
        // The whole code or login name means one; a name may belong to several.
        if (!byRank.first().isEmpty())
            return byRank.first();
        QList<Suggestion> list;
        for (const QList<Suggestion> &some : byRank)
            list.append(some);
        return list.mid(0, suggestionLimit);
    };
    const Recall recall = [known](const QJsonValue &value) -> std::optional<Suggestion> {
        for (const Known &each : known) {
            if (each.value == value)
                return Suggestion{each.value, each.shown, each.detail};
        }
        return std::nullopt;
    };
    return new LookupEditor(field, find, recall, parent);
}

} // namespace

FieldEditor *makeLookupEditor(const Field &field, const EditorContext &context, QWidget *parent)
{
    const Reader reader = context.office.reader();
    switch (field.kind) {
    case FieldKind::Person:
        return makePersonEditor(field, context, parent);
    case FieldKind::Division:
        return makeKnownEditor(field, knownDivisions(reader), parent);
    case FieldKind::Operator:
        return makeKnownEditor(field, knownOperators(reader), parent);
    default:
        throw std::logic_error("no lookup for this kind of field");
    }
}

} // namespace jubao
