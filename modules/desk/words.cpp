// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/words.h"

#include "core/mask.h"

#include <QCoreApplication>

namespace jubao {

namespace {

const QMap<QString, const char *> tableTitles{
    {QStringLiteral("person"), QT_TRANSLATE_NOOP("Tables", "Personal record")},
    {QStringLiteral("key_stick"), QT_TRANSLATE_NOOP("Tables", "Key sticks")},
    {QStringLiteral("account"), QT_TRANSLATE_NOOP("Tables", "Personal account")},
    {QStringLiteral("account_entry"),
     QT_TRANSLATE_NOOP("Tables", "Entries of the personal account")},
    {QStringLiteral("subsidy_entitlement"), QT_TRANSLATE_NOOP("Tables", "Subsidy entitlement")},
    {QStringLiteral("contribution_entry"), QT_TRANSLATE_NOOP("Tables", "Contributions paid")},
    {QStringLiteral("contribution_due"), QT_TRANSLATE_NOOP("Tables", "Contributions declared")},
    {QStringLiteral("contribution_refund"), QT_TRANSLATE_NOOP("Tables", "Refunds")},
    {QStringLiteral("receipt"), QT_TRANSLATE_NOOP("Tables", "Receipts")},
    {QStringLiteral("number_void"), QT_TRANSLATE_NOOP("Tables", "Void numbers")},
    {QStringLiteral("number_block"), QT_TRANSLATE_NOOP("Tables", "Issued numbers")},
    {QStringLiteral("day_close"), QT_TRANSLATE_NOOP("Tables", "Day sheets")},
    {QStringLiteral("accounting_event"),
     QT_TRANSLATE_NOOP("Tables", "Accounting events (to be vouched)")},
    {QStringLiteral("suspense_money"), QT_TRANSLATE_NOOP("Tables", "Money received, not credited")},
    {QStringLiteral("operator_account"), QT_TRANSLATE_NOOP("Tables", "Operators' accounts")},
    {QStringLiteral("operator_key"), QT_TRANSLATE_NOOP("Tables", "Operators' keys")},
    {QStringLiteral("post_assignment"), QT_TRANSLATE_NOOP("Tables", "Posts held")},
    {QStringLiteral("delegation"), QT_TRANSLATE_NOOP("Tables", "Delegations")},
    {QStringLiteral("avoidance"), QT_TRANSLATE_NOOP("Tables", "Declared interests")},
    {QStringLiteral("power"), QT_TRANSLATE_NOOP("Tables", "Powers")},
    {QStringLiteral("route"), QT_TRANSLATE_NOOP("Tables", "Routes")},
    {QStringLiteral("policy_row"), QT_TRANSLATE_NOOP("Tables", "Policy figures")},
    {QStringLiteral("holiday"), QT_TRANSLATE_NOOP("Tables", "Holiday calendar")}};

QString words(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

QString nameOf(const Reader &reader, const QString &table, qint64 id, const QString &column)
{
    const std::optional<Row> row = reader.row(table, id);
    return row ? row->value(column).toString() : QString::number(id);
}

/** The change of one field names the value as it is stored; read it as the field says. */
QString readable(const Field &field, const QString &stored, const Reader &reader)
{
    if (stored.isEmpty())
        return stored;
    switch (field.kind) {
    case FieldKind::Division:
        return divisionTitle(reader, stored);
    case FieldKind::Choice:
    case FieldKind::Flag:
        return fieldText(field, stored, reader);
    default:
        return stored;
    }
}

QString masked(const Column &column, const QString &value)
{
    return column.sealed ? maskSealed(column.name, value) : value;
}

/** Who did what on the operation that wrote entry `opSeq`. */
void addPeople(const Reader &reader, qint64 opSeq, RecordChange &change)
{
    Query entry =
        reader.query(QStringLiteral("SELECT operation, accepted_at FROM journal WHERE seq = ?"));
    entry.bindAll(opSeq);
    if (!entry.next())
        return;
    change.operation = entry.integer(0);
    change.day =
        officeDate(QDateTime::fromString(entry.text(1), Qt::ISODateWithMs)).toString(Qt::ISODate);
    QStringList people;
    Query acts = reader.query(QStringLiteral(
        "SELECT j.kind, a.display_name FROM journal j JOIN operator_account a ON a.id = j.operator "
        "WHERE j.operation = ? AND j.operation <> 0 ORDER BY j.seq"));
    acts.bindAll(change.operation);
    while (acts.next()) {
        if (const std::optional<ActionKind> kind = actionFromCode(acts.text(0)))
            people.append(QStringLiteral("%1 %2").arg(actionTitle(*kind), acts.text(1)));
    }
    change.people = people.join(QStringLiteral(" → "));
}

} // namespace

QString columnTitle(const TypeRegistry &registry, const Table &table, const Column &column)
{
    const QList<const OperationType *> types = registry.types();
    for (const OperationType *type : types) {
        for (const Field &field : type->fields) {
            if (type->room == table.room && field.name == column.name)
                return field.label;
        }
    }
    static const QMap<QString, const char *> common{
        {QStringLiteral("amount"), QT_TRANSLATE_NOOP("Tables", "Amount (yuan)")},
        {QStringLiteral("year"), QT_TRANSLATE_NOOP("Tables", "Year")},
        {QStringLiteral("for_year"), QT_TRANSLATE_NOOP("Tables", "Year")},
        {QStringLiteral("number"), QT_TRANSLATE_NOOP("Tables", "Number")},
        {QStringLiteral("value_date"), QT_TRANSLATE_NOOP("Tables", "Value date")},
        {QStringLiteral("opened_on"), QT_TRANSLATE_NOOP("Tables", "Opened on")}};
    const char *title = common.value(column.name);
    return title ? QCoreApplication::translate("Tables", title) : QString();
}

QString columnText(const Reader &reader, const Column &column, const QString &value)
{
    if (column.kind == ColumnKind::Fen)
        return Money::fromFen(value.toLongLong()).toDisplay();
    static const QMap<QString, std::pair<QString, QString>> named{
        {QStringLiteral("person"), {QStringLiteral("person"), QStringLiteral("name")}},
        {QStringLiteral("operator"),
         {QStringLiteral("operator_account"), QStringLiteral("display_name")}},
        {QStringLiteral("collector"),
         {QStringLiteral("operator_account"), QStringLiteral("display_name")}},
        {QStringLiteral("holder"),
         {QStringLiteral("operator_account"), QStringLiteral("display_name")}}};
    // A person's own table calls the ID number so too: only a reference is an id.
    if (column.kind == ColumnKind::Id && named.contains(column.name)) {
        const auto &[table, title] = named[column.name];
        return nameOf(reader, table, value.toLongLong(), title);
    }
    static const QMap<QString, const char *> codes{
        {QStringLiteral("contribution"), QT_TRANSLATE_NOOP("Words", "contribution")},
        {QStringLiteral("opening"), QT_TRANSLATE_NOOP("Words", "taken over")},
        {QStringLiteral("counter"), QT_TRANSLATE_NOOP("Words", "counter")},
        {QStringLiteral("cash"), QT_TRANSLATE_NOOP("Words", "cash")},
        {QStringLiteral("open"), QT_TRANSLATE_NOOP("Words", "open")},
        {QStringLiteral("closed"), QT_TRANSLATE_NOOP("Words", "closed")}};
    if (const char *code = codes.value(value); code && !column.sealed)
        return words(code);
    return column.name == QLatin1String("division") ? divisionTitle(reader, value)
                                                    : masked(column, value);
}

QList<RecordChange> recordChanges(const Office &office, const QString &table, qint64 id)
{
    const Reader reader = office.reader();
    const Table *described = office.catalogue().find(table);
    QStringList names;
    QList<Column> columns;
    for (const Column &column : described->columns) {
        if (column.name != QLatin1String("op_seq")
            && !columnTitle(office.registry(), *described, column).isEmpty()) {
            names.append(column.name);
            columns.append(column);
        }
    }
    const QString list = names.join(QStringLiteral(", "));
    Query versions =
        reader.query(QStringLiteral("SELECT op_seq, %1 FROM %2_history WHERE id = ? UNION ALL "
                                    "SELECT op_seq, %1 FROM %2 WHERE id = ? ORDER BY op_seq")
                         .arg(list, table));
    versions.bindAll(id, id);
    QList<RecordChange> changes;
    QStringList before;
    while (versions.next()) {
        QStringList now;
        for (int i = 0; i < columns.size(); ++i)
            now.append(versions.text(i + 1));
        for (int i = 0; i < columns.size() && !before.isEmpty(); ++i) {
            if (now.at(i) == before.at(i))
                continue;
            RecordChange change;
            change.label = columnTitle(office.registry(), *described, columns.at(i));
            change.before = columnText(reader, columns.at(i), before.at(i));
            change.after = columnText(reader, columns.at(i), now.at(i));
            addPeople(reader, versions.integer(0), change);
            changes.prepend(change);
        }
        before = now;
    }
    return changes;
}

QString divisionTitle(const Reader &reader, const QString &code)
{
    if (code.isEmpty())
        return words(QT_TRANSLATE_NOOP("Words", "whole county"));
    const std::optional<Row> row =
        reader.row(QStringLiteral("division"), QStringLiteral("code"), code);
    return row ? row->value(QStringLiteral("name")).toString() : code;
}

QString fieldText(const Field &field, const QJsonValue &value, const Reader &reader)
{
    const QString text = value.isString() ? value.toString() : QString::number(value.toInteger());
    if (value.isUndefined() || value.isNull())
        return {};
    switch (field.kind) {
    case FieldKind::Money:
        return Money::fromFen(value.toInteger()).toDisplay();
    case FieldKind::Division:
        return divisionTitle(reader, text);
    case FieldKind::Person:
        return nameOf(reader, QStringLiteral("person"), value.toInteger(), QStringLiteral("name"));
    case FieldKind::Operator:
        return nameOf(reader, QStringLiteral("operator_account"), value.toInteger(),
                      QStringLiteral("display_name"));
    case FieldKind::Flag:
        return text == QLatin1String("1") ? words(QT_TRANSLATE_NOOP("Words", "yes"))
                                          : words(QT_TRANSLATE_NOOP("Words", "no"));
    case FieldKind::Choice:
        for (const Choice &choice : field.choices) {
            if (choice.code == text)
                return choice.label;
        }
        return text;
    default:
        return text;
    }
}

QList<Change> readableChanges(const OperationView &view, const OperationType *type,
                              const Reader &reader)
{
    const QList<Field> fields = type ? type->fields : QList<Field>();
    QList<Change> changes;
    for (Change change : view.changes) {
        for (const Field &field : fields) {
            if (field.name != change.field)
                continue;
            change.before = readable(field, change.before, reader);
            change.after = readable(field, change.after, reader);
        }
        if (change.before != change.after)
            changes.append(change);
    }
    if (!changes.isEmpty())
        return changes;
    for (const Field &field : fields) {
        const QString text = fieldText(field, view.payload[field.name], reader);
        if (!text.isEmpty())
            changes.append({field.name, field.label, {}, text});
    }
    return changes;
}

QString tableTitle(const QString &table)
{
    const char *title = tableTitles.value(table);
    return title ? QCoreApplication::translate("Tables", title) : table;
}

QString effectText(const EffectsPreview::Line &line)
{
    return line.hasAmount
        ? words(QT_TRANSLATE_NOOP("Words", "%1: %2, %3 yuan"))
              .arg(tableTitle(line.table))
              .arg(line.rows)
              .arg(Money::fromFen(line.amountFen).toDisplay())
        : words(QT_TRANSLATE_NOOP("Words", "%1: %2")).arg(tableTitle(line.table)).arg(line.rows);
}

QString stateWords(const OperationView &view)
{
    return view.state == OperationState::InReview
        ? words(QT_TRANSLATE_NOOP("Words", "to %1")).arg(actionTitle(view.waitsForStep))
        : stateTitle(view.state);
}

QString stateTone(const OperationView &view)
{
    return view.state == OperationState::Posted  ? QStringLiteral("success")
        : view.state == OperationState::InReview ? QStringLiteral("primary")
                                                 : QStringLiteral("warning");
}

QString shortTime(const QString &isoUtc, const QDate &today)
{
    const QDateTime at = officeTime(QDateTime::fromString(isoUtc, Qt::ISODateWithMs));
    return at.toString(at.date().year() == today.year() ? QStringLiteral("MM-dd HH:mm")
                                                        : QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace jubao
