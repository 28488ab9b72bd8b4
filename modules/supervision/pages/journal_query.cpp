// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "supervision/pages/journal_query.h"

#include "core/canonical_json.h"
#include "database/row_image.h"
#include "desk/words.h"
#include "operations/snapshot.h"
#include <QCoreApplication>

namespace jubao {

namespace {

const QMap<QString, const char *> entryTitles{
    {QStringLiteral("founding"), QT_TRANSLATE_NOOP("JournalQuery", "Founding signed")},
    {QStringLiteral("founded"), QT_TRANSLATE_NOOP("JournalQuery", "Founded")},
    {QStringLiteral("posted"), QT_TRANSLATE_NOOP("JournalQuery", "Posted")},
    {QStringLiteral("posting_refused"), QT_TRANSLATE_NOOP("JournalQuery", "Posting refused")},
    {QStringLiteral("offer_key"), QT_TRANSLATE_NOOP("JournalQuery", "Key offered")},
    {QStringLiteral("invite"), QT_TRANSLATE_NOOP("JournalQuery", "Code printed")},
    {QStringLiteral("exceptions_read"),
     QT_TRANSLATE_NOOP("JournalQuery", "Exceptions of a month read")},
    {QStringLiteral("checkpoint"), QT_TRANSLATE_NOOP("JournalQuery", "Checkpoint")},
    {QStringLiteral("backup"), QT_TRANSLATE_NOOP("JournalQuery", "Backup")},
    {QStringLiteral("backup_scheduled"),
     QT_TRANSLATE_NOOP("JournalQuery", "Backup by the service")},
    {QStringLiteral("backup_copied"),
     QT_TRANSLATE_NOOP("JournalQuery", "Backup copied to the second place")},
    {QStringLiteral("restore"), QT_TRANSLATE_NOOP("JournalQuery", "Restore")},
    {QStringLiteral("moved"), QT_TRANSLATE_NOOP("JournalQuery", "Moved to the county server")},
    {QStringLiteral("data_key"), QT_TRANSLATE_NOOP("JournalQuery", "Data key taken out")},
    {QStringLiteral("migrate"), QT_TRANSLATE_NOOP("JournalQuery", "Upgrade")},
    {QStringLiteral("recover"), QT_TRANSLATE_NOOP("JournalQuery", "Recovery")},
    {QStringLiteral("rotate"), QT_TRANSLATE_NOOP("JournalQuery", "New data key")},
    {QStringLiteral("clock_confirmed"), QT_TRANSLATE_NOOP("JournalQuery", "Clock confirmed")},
    {QStringLiteral("program"), QT_TRANSLATE_NOOP("JournalQuery", "Another program")},
    {QStringLiteral("acknowledge_entry"),
     QT_TRANSLATE_NOOP("JournalQuery", "Entry read and acknowledged")},
    {QStringLiteral("witness_acknowledged"),
     QT_TRANSLATE_NOOP("JournalQuery", "Alarm of a witness acknowledged")}};

QString utc(const QDate &officeDay)
{
    // The office's day begins eight hours before the day of the entry's clock.
    constexpr int officeAheadSeconds = 8 * 60 * 60;
    return QDateTime(officeDay, QTime(0, 0), Qt::UTC)
        .addSecs(-officeAheadSeconds)
        .toString(Qt::ISODateWithMs);
}

QString valueText(const QJsonValue &value)
{
    return value.isString() ? value.toString() : QString::number(value.toInteger());
}

/** The version that this one superseded, as text by column; empty for a new record. */
QMap<QString, QString> versionBefore(const Reader &reader, const Table &table, qint64 id,
                                     qint64 seq)
{
    QMap<QString, QString> before;
    if (table.kind != TableKind::Record || !table.column(QStringLiteral("id")))
        return before;
    QStringList names;
    for (const Column &column : table.columns)
        names.append(column.name);
    Query row = reader.query(QStringLiteral("SELECT %1 FROM %2_history WHERE id = ? AND "
                                            "superseded_by = ? ORDER BY op_seq DESC LIMIT 1")
                                 .arg(names.join(QStringLiteral(", ")), table.name));
    row.bindAll(id, seq);
    if (!row.next())
        return before;
    for (int i = 0; i < names.size(); ++i)
        before.insert(names.at(i), row.isNull(i) ? QString() : row.text(i));
    return before;
}

} // namespace

QString entryTitle(const QString &kind)
{
    if (const std::optional<ActionKind> action = actionFromCode(kind))
        return actionTitle(*action);
    const char *title = entryTitles.value(kind);
    return title ? QCoreApplication::translate("JournalQuery", title) : kind;
}

QList<JournalLine> journalLines(const Office &office, const JournalFilter &filter, int limit)
{
    const Reader reader = office.reader();
    Query rows = reader.query(QStringLiteral(
        "SELECT j.seq, j.accepted_at, a.display_name, j.post, j.kind, o.type, o.summary, "
        "j.workstation, j.detail, j.hash, j.operation, o.amount FROM journal j "
        "LEFT JOIN operator_account a ON a.id = j.operator LEFT JOIN operation o ON o.id = j.operation "
        "WHERE j.accepted_at >= :from AND j.accepted_at < :to "
        "AND (j.operator = :operator OR :operator = 0) AND (:type = '' OR o.type = :type) "
        "AND (:whole = '' OR j.operation IN (SELECT s.operation FROM operation_subject s "
        "LEFT JOIN person p ON p.id_number = s.id_number WHERE s.id_number = :number OR p.name = :name)) "
        "ORDER BY j.seq DESC LIMIT :limit"));
    rows.bind(QStringLiteral(":from"), utc(filter.from));
    rows.bind(QStringLiteral(":to"), utc(filter.to.addDays(1)));
    rows.bind(QStringLiteral(":operator"), filter.operatorId);
    rows.bind(QStringLiteral(":type"), filter.type);
    // The operator is compared with his column first, which gives it the size of ids on a server.
    // A name for each column: what is compared with the sealed number is sealed itself.
    for (const char *name : {":whole", ":number", ":name"})
        rows.bind(QString::fromLatin1(name), filter.person);
    rows.bind(QStringLiteral(":limit"), qint64(limit));
    QList<JournalLine> lines;
    while (rows.next()) {
        const OperationType *type = office.registry().find(rows.text(5));
        JournalLine line;
        line.seq = rows.integer(0);
        line.at = officeTime(QDateTime::fromString(rows.text(1), Qt::ISODateWithMs))
                      .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        // The county's service itself has no account and no post.
        line.who = rows.isNull(2) ? QCoreApplication::translate("JournalQuery", "County service")
                                  : rows.text(2);
        line.post = rows.text(3).isEmpty() ? QString() : postTitle(rows.text(3));
        line.what = entryTitle(rows.text(4));
        line.business = type ? type->title : rows.text(5);
        line.matter = rows.text(6);
        if (!rows.isNull(11) && rows.integer(11) != 0)
            line.matter += QCoreApplication::translate("JournalQuery", ", %1 yuan")
                               .arg(Money::fromFen(rows.integer(11)).toDisplay());
        line.workstation = rows.text(7);
        line.reason = parseCanonicalObject(rows.text(8).toUtf8())[u"reason"].toString();
        line.hash = rows.text(9);
        line.operation = rows.integer(10);
        lines.append(line);
    }
    return lines;
}

QList<EntryChange> entryChanges(const Office &office, qint64 seq)
{
    const Reader reader = office.reader();
    QList<EntryChange> changes;
    const QList<WrittenRow> written = writtenBy(office.database(), office.catalogue(), seq);
    for (const WrittenRow &row : written) {
        const Table *table = office.catalogue().find(row.table);
        if (!table)
            continue;
        const QMap<QString, QString> before =
            versionBefore(reader, *table, row.image[u"id"].toInteger(), seq);
        for (const Column &column : table->columns) {
            const QString title = columnTitle(office.registry(), *table, column);
            const QString now =
                row.image.contains(column.name) ? valueText(row.image[column.name]) : QString();
            const QString was = before.value(column.name);
            if (title.isEmpty() || now == was || (now.isEmpty() && was.isEmpty()))
                continue;
            changes.append({tableTitle(row.table), title,
                            before.isEmpty() ? QString() : columnText(reader, column, was),
                            columnText(reader, column, now)});
        }
    }
    return changes;
}

} // namespace jubao
