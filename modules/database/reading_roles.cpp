// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/reading_roles.h"

#include "core/text.h"
#include "database/key.h"
#include "database/server_roles.h"
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QThread>
#include <stdexcept>

namespace jubao {

namespace {

QString inOneOf(const QStringList &divisions)
{
    QStringList ranges;
    for (const QString &division : divisions)
        ranges.append(QStringLiteral("(division >= '%1' AND division < '%2')")
                          .arg(division, endOfPrefix(division)));
    return ranges.join(QStringLiteral(" OR "));
}

/** A name of the server is short, so several codes become a digest of them. */
QString nameOf(const QStringList &divisions)
{
    constexpr qsizetype digits = 12;
    return divisions.size() == 1
        ? divisions.first()
        : QString::fromLatin1(
            QCryptographicHash::hash(divisions.join(u',').toLatin1(), QCryptographicHash::Sha256)
                .toHex()
                .left(digits));
}

QString through(const char *above, const char *key, const Table &table, const char *column)
{
    return QStringLiteral("EXISTS (SELECT 1 FROM %1 above WHERE above.%2 = %3.%4)")
        .arg(QLatin1String(above), QLatin1String(key), table.name, QLatin1String(column));
}

bool pointsTo(const Table &table, const char *name)
{
    const Column *column = table.column(QLatin1String(name));
    return column && column->kind == ColumnKind::Id && !column->nullable;
}

const QString everyRow = QStringLiteral("true");

/** Which rows of a table belong to divisions, as a condition on the row; all of them where the
 * table belongs to the whole office. Tables are asked through the policies of those they point to,
 * and what points to none through the entry that wrote it.
 */
QString conditionFor(const Table &table, const QStringList &divisions)
{
    // Posts, powers, routes and policy rows bear divisions too, and hold for everybody to read.
    if (table.room == QLatin1String("administration"))
        return everyRow;
    if (table.column(QStringLiteral("division")))
        return inOneOf(divisions);
    QList<const char *> above{"person", "operation", "account", "receipt"};
    // What is a part of an operation goes with it: whom it is about may not be enrolled yet.
    if (table.key.contains(QStringLiteral("operation")))
        above.prepend("operation");
    for (const char *name : std::as_const(above)) {
        if (pointsTo(table, name))
            return through(name, "id", table, name);
    }
    return table.namesOperation() ? through("journal", "seq", table, "op_seq") : everyRow;
}

} // namespace

ReadingRoles::ReadingRoles(const ServerAddress &owner, const Catalogue &catalogue, Terms terms)
    : m_connection(connectionTo(owner))
    , m_owner(owner)
    , m_catalogue(catalogue)
    , m_terms(std::move(terms))
{
    constexpr std::chrono::seconds atTheStart(60);
    givingWay(atTheStart, [this](QMap<QString, QByteArray> &made) {
        const QString countyRole = make(QStringLiteral("county"), made);
        const QString auditRole = make(QStringLiteral("audit"), made);
        const QString officeRole = make(QStringLiteral("office"), made);
        const QString officeAuditRole = make(QStringLiteral("office_audit"), made);
        const auto guarded = [](const QString &table) {
            return "ALTER TABLE " + table.toUtf8() + " ENABLE ROW LEVEL SECURITY;\n";
        };
        QByteArray script;
        const QList<Table> tables = readable();
        for (const Table &table : tables) {
            const QString &name = table.name;
            const QString rows = withoutPersons(table);
            const bool isJournal = name == QLatin1String("journal");
            script += guarded(name) + showing(countyRole, name, everyRow)
                + showing(auditRole, name, everyRow) + showing(officeRole, name, rows)
                + showing(officeAuditRole, name, isJournal ? everyRow : rows);
        }
        for (const QString &table : std::as_const(m_terms.auditOnly))
            script += guarded(table) + showing(auditRole, table, everyRow)
                + showing(officeAuditRole, table, everyRow);
        m_connection->run(script);
    });
}

/** Which rows say nothing of persons. Nothing of a table that is theirs, rather than no right to
 * it: a list of such rows is empty for whoever may not look. */
QString ReadingRoles::withoutPersons(const Table &table) const
{
    if (m_terms.aboutPersons.contains(table.room))
        return QStringLiteral("false");
    if (table.name == QLatin1String("operation"))
        return QStringLiteral("split_part(type, '.', 1) NOT IN ('%1')")
            .arg(m_terms.aboutPersons.join(QLatin1String("', '")));
    if (table.room == QLatin1String("administration"))
        return everyRow;
    if (table.column(QStringLiteral("operation"))) // 0 where an entry is of none
        return table.name + QStringLiteral(".operation = 0 OR ")
            + through("operation", "id", table, "operation");
    return table.namesOperation() ? through("journal", "seq", table, "op_seq") : everyRow;
}

/** A policy needs its table for itself alone, and all tables one after another. Whoever reads or
 * writes two of them meanwhile the other way round would be the deadlock's victim, so this one
 * gives way before the server looks for one (deadlock_timeout, a second), and tries again. */
void ReadingRoles::givingWay(std::chrono::milliseconds patience,
                             const std::function<void(QMap<QString, QByteArray> &made)> &work)
{
    constexpr unsigned long millisecondsBetweenTries = 100;
    const QDeadlineTimer deadline(patience);
    for (;;) {
        try {
            ServerTransaction transaction(*m_connection);
            m_connection->run("SET LOCAL lock_timeout = '300ms'");
            QMap<QString, QByteArray> made;
            work(made);
            transaction.commit();
            m_passwords.insert(made);
            return;
        } catch (const DatabaseError &error) {
            if (error.kind() != DatabaseError::Kind::Busy || deadline.hasExpired())
                throw;
        }
        QThread::msleep(millisecondsBetweenTries);
    }
}

ReadingRoles::~ReadingRoles() = default;

QList<Table> ReadingRoles::readable() const
{
    QList<Table> list;
    for (const char *own : {"schema_migration", "schema_state"})
        list.append(
            {QLatin1String(own), QStringLiteral("administration"), TableKind::Plain, {}, {}});
    for (const Table &table : m_catalogue.tables()) {
        if (m_terms.auditOnly.contains(table.name))
            continue;
        list.append(table);
        if (table.kind == TableKind::Record)
            list.append(historyOf(table));
    }
    return list;
}

/** A role with a password of this start, that may enter the schema. It is good when the transaction
 * is. */
QString ReadingRoles::make(const QString &name, QMap<QString, QByteArray> &made)
{
    const QString role = serverName(m_owner.schema + QStringLiteral("_read_") + name);
    const QByteArray password = Key::random().bytes().toHex();
    makeRole(*m_connection, role, password);
    m_connection->run("GRANT USAGE ON SCHEMA " + m_owner.schema.toUtf8() + " TO " + role.toUtf8());
    made.insert(role, password);
    return role;
}

QByteArray ReadingRoles::showing(const QString &role, const QString &table,
                                 const QString &condition) const
{
    return QStringLiteral("GRANT SELECT ON %2 TO %1;\nDROP POLICY IF EXISTS %1 ON %2;\n"
                          "CREATE POLICY %1 ON %2 FOR SELECT TO %1 USING (%3);\n")
        .arg(role, table, condition)
        .toUtf8();
}

ServerAddress ReadingRoles::as(const QString &role) const
{
    ServerAddress address = m_owner;
    address.role = role;
    address.password = m_passwords.value(role);
    return address;
}

ServerAddress ReadingRoles::county() const
{
    return as(m_owner.schema + QStringLiteral("_read_county"));
}

ServerAddress ReadingRoles::audit() const
{
    return as(m_owner.schema + QStringLiteral("_read_audit"));
}

ServerAddress ReadingRoles::administration() const
{
    return as(m_owner.schema + QStringLiteral("_read_office"));
}

ServerAddress ReadingRoles::auditAdministration() const
{
    return as(m_owner.schema + QStringLiteral("_read_office_audit"));
}

ServerAddress ReadingRoles::townships(const QStringList &divisions)
{
    static const QRegularExpression code(QStringLiteral("^[0-9]{6,15}$"));
    for (const QString &division : divisions) {
        if (!code.match(division).hasMatch())
            throw std::invalid_argument("no code of a division: " + division.toStdString());
    }
    if (divisions.isEmpty())
        throw std::invalid_argument("no division");
    const QString name = nameOf(divisions);
    const QString known = m_owner.schema + QStringLiteral("_read_") + name;
    if (m_passwords.contains(known))
        return as(known);
    // Others who read wait for it as well.
    constexpr std::chrono::seconds whileOthersWait(5);
    givingWay(whileOthersWait, [&](QMap<QString, QByteArray> &made) {
        const QString role = make(name, made);
        QByteArray script;
        const QList<Table> tables = readable();
        for (const Table &table : tables)
            script += showing(role, table.name, conditionFor(table, divisions));
        m_connection->run(script);
    });
    return as(known);
}

} // namespace jubao
