// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/batch_rows.h"

#include "database/ids.h"
#include "desk/list_page.h"
#include "desk/theme.h"
#include "desk/words.h"
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace jubao {

namespace {

QStringList textsOf(const Findings &findings, Severity severity)
{
    QStringList texts;
    for (const Finding &each : findings) {
        if (each.severity == severity)
            texts.append(each.text);
    }
    return texts;
}

} // namespace

BatchRowsDialog::BatchRowsDialog(Office &office, Session &session, const OperationView &view,
                                 QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_session(session)
    , m_view(view)
    , m_type(office.registry().find(view.type))
    , m_judged(view.state != OperationState::Posted && view.state != OperationState::Closed)
{
    setObjectName(QStringLiteral("batch_rows"));
    setWindowTitle(view.summary);
    resize(1200, 680);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    m_list = new ListPage(*this, spec());
    column->addWidget(m_list, 1);
    m_message = Theme::label({}, "label");
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(24, 0, 24, 0);
    foot->addWidget(m_message, 1);
    foot->addWidget(close);
    column->addLayout(foot);
    m_office.trace(m_session, QStringLiteral("evidence"), QString::number(m_view.id),
                   tr("rows of the batch"));
}

void BatchRowsDialog::tell(const QString &text)
{
    m_message->setText(text);
}

ListSpec BatchRowsDialog::spec()
{
    ListSpec spec;
    spec.id = QStringLiteral("batch_rows.") + m_view.type;
    spec.subject = QString::number(m_view.id);
    spec.title = tr("Rows of no. %1: %2").arg(shortNumber(m_view.id)).arg(m_view.title);
    spec.subtitle = totals();
    spec.placeholder = tr("Filter by what stands in a row, or a whole ID number");
    spec.personal = isAboutPersons(m_view.type);
    spec.division = m_view.division;
    spec.headings = {{tr("Row in the file"), true}};
    for (const Field &field : m_type->batch->rowFields) {
        const bool money = field.kind == FieldKind::Money;
        const bool figure = money || field.kind == FieldKind::Integer;
        spec.headings.append({field.label, figure, field.name == QLatin1String("address"), money});
    }
    if (m_judged) {
        spec.headings.append({tr("What the rules say now"), false, true, false, true});
        spec.pillColumn = 0;
    }
    spec.rowsAfter = [this](const Reader &reader, const ListQuery &query, int limit) {
        return read(reader, query, limit);
    };
    if (mayReveal())
        spec.actions = {{QStringLiteral("batch_rows.reveal"), tr("Reveal or mask"),
                         [](qint64) { return true; }, [this](qint64) { reveal(); }}};
    return spec;
}

QString BatchRowsDialog::totals() const
{
    QStringList parts;
    const QList<Change> all = batchTotals(*m_type, m_view.payload);
    for (const Change &each : all) {
        if (each.field.startsWith(QLatin1String("sum_"))
            || each.field == QLatin1String("rows_count")
            || each.field == QLatin1String("rows_given_back"))
            parts.append(QStringLiteral("%1 %2").arg(each.label, each.after));
    }
    return parts.join(QStringLiteral("  ·  "));
}

bool BatchRowsDialog::mayReveal() const
{
    const QList<Field> &fields = m_type->batch->rowFields;
    return std::any_of(fields.begin(), fields.end(),
                       [](const Field &field) { return field.sealed; })
        && m_office.mayUse(m_session, DataRight::Reveal, m_view.division);
}

void BatchRowsDialog::reveal()
{
    m_revealed = !m_revealed;
}

QString BatchRowsDialog::text(const Field &field, const QJsonValue &value, const Reader &reader)
{
    const bool named = field.kind == FieldKind::Division || field.kind == FieldKind::Person;
    if (!named)
        return fieldText(field, value, reader);
    // The same few villages stand in all rows.
    const QString key = field.name + u'\n' + value.toVariant().toString();
    const auto known = m_names.constFind(key);
    return known != m_names.constEnd() ? *known
                                       : *m_names.insert(key, fieldText(field, value, reader));
}

QStringList BatchRowsDialog::cells(const QJsonObject &row, const Reader &reader)
{
    QStringList cells;
    for (const Field &field : m_type->batch->rowFields)
        cells.append(text(field, row[field.name], reader));
    return cells;
}

std::optional<ListRow> BatchRowsDialog::lineOf(const SeenRow &row, const Reader &reader,
                                               const QString &filter)
{
    QStringList shown = cells(row.values, reader);
    // Whoever has the paper in hand types the whole number, and learns nothing new from a mask.
    if (!rowMatches(shown, filter) && !row.hasNumber)
        return std::nullopt;
    ListRow line;
    line.id = line.key = row.number;
    shown.prepend(QString::number(row.number));
    if (m_judged) {
        const QStringList wrong = textsOf(row.findings, Severity::Error);
        const QStringList warned = textsOf(row.findings, Severity::Warning);
        line.tone = !wrong.isEmpty() ? QStringLiteral("danger")
            : !warned.isEmpty()      ? QStringLiteral("warning")
                                     : QString();
        shown.append((wrong + warned).join(u' '));
    }
    line.cells = shown;
    return line;
}

QList<ListRow> BatchRowsDialog::read(const Reader &reader, const ListQuery &query, int limit)
{
    QList<ListRow> rows;
    RowsLook look{m_view.id, m_view.revision, query.after ? query.after->key : -1,
                  limit,     query.filter,    m_judged,
                  m_revealed};
    while (rows.size() < limit) {
        // A page judges its own rows: that one stands in the batch twice was said when it was made.
        const QList<SeenRow> page = m_office.lookAtRows(m_session, look);
        for (const SeenRow &row : page) {
            if (const std::optional<ListRow> line = lineOf(row, reader, query.filter);
                line && rows.size() < limit)
                rows.append(*line);
        }
        if (page.size() < limit)
            break;
        look.after = page.last().number;
    }
    return rows;
}

} // namespace jubao
