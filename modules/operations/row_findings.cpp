// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/row_findings.h"

#include "core/mask.h"
#include "core/money.h"
#include "operations/verifier.h"

namespace jubao {

namespace {

constexpr qint64 mostNamed = 1000;
constexpr qsizetype mostShown = 60;

QString shownValue(const Column &column, const QJsonValue &value)
{
    if (value.isUndefined())
        return QStringLiteral("–");
    if (column.kind == ColumnKind::Fen)
        return Money::fromFen(value.toInteger()).toDisplay();
    QString text = value.isString() ? value.toString() : QString::number(value.toInteger());
    if (column.sealed)
        text = maskSealed(column.name, text);
    if (text.size() > mostShown)
        text = text.left(mostShown) + u'…';
    return text.isEmpty() ? QStringLiteral("“”") : text;
}

struct Words {
    const char *code;
    const char *againstSigned;
    const char *againstHandedIn;
};

const Words &wordsOf(const RowDifference &row)
{
    static const Words changed{
        "ROW_CHANGED", QT_TRANSLATE_NOOP("Verify", "The row is not what entry %1 wrote: %2"),
        QT_TRANSLATE_NOOP("Verify", "By what was handed in entry %1 writes another row here: %2")};
    static const Words added{
        "ROW_ADDED", QT_TRANSLATE_NOOP("Verify", "Entry %1 wrote no such row: %2"),
        QT_TRANSLATE_NOOP("Verify", "By what was handed in entry %1 writes no such row: %2")};
    static const Words missing{
        "ROW_MISSING",
        QT_TRANSLATE_NOOP("Verify", "The row that entry %1 wrote is gone. It was: %2"),
        QT_TRANSLATE_NOOP("Verify",
                          "By what was handed in entry %1 writes this row too; it is not there: "
                          "%2")};
    return row.expected.isEmpty() ? added : row.found.isEmpty() ? missing : changed;
}

} // namespace

RowFindings::RowFindings(const Catalogue &catalogue, QList<Violation> &violations)
    : m_catalogue(catalogue)
    , m_violations(violations)
{
}

QString RowFindings::columnWords(const RowDifference &row) const
{
    const QString suffix = QStringLiteral("_history");
    const Table *table = m_catalogue.find(row.table);
    if (!table)
        table = m_catalogue.find(row.table.chopped(suffix.size()));
    QList<Column> columns = table->columns;
    if (row.table != table->name)
        columns.append({QStringLiteral("superseded_by"), ColumnKind::Integer, false, false});
    const bool both = !row.expected.isEmpty() && !row.found.isEmpty();
    QStringList words;
    for (const Column &column : std::as_const(columns)) {
        const QJsonValue before = row.expected.value(column.name);
        const QJsonValue after = row.found.value(column.name);
        if (before == after || table->key.contains(column.name))
            continue;
        const QString shown = both
            ? shownValue(column, before) + QStringLiteral(" → ") + shownValue(column, after)
            : shownValue(column, row.expected.isEmpty() ? after : before);
        words.append(column.name + u' ' + shown);
    }
    return words.join(QStringLiteral("; "));
}

void RowFindings::add(const RowDifference &row, Proof proof)
{
    if (++m_count > mostNamed)
        return;
    const QJsonObject &named = row.expected.isEmpty() ? row.found : row.expected;
    const Words &words = wordsOf(row);
    m_violations.append(
        {QString::fromLatin1(words.code), row.table + u' ' + row.key,
         verifyWords(proof == Proof::Signed ? words.againstSigned : words.againstHandedIn)
             .arg(named.value(u"op_seq").toInteger())
             .arg(columnWords(row))});
}

void RowFindings::finish()
{
    if (m_count > mostNamed)
        m_violations.append(
            {QStringLiteral("ROWS_MORE"), QStringLiteral("rows"),
             verifyWords(QT_TRANSLATE_NOOP("Verify", "%1 more rows differ; they are not named."))
                 .arg(m_count - mostNamed)});
}

} // namespace jubao
