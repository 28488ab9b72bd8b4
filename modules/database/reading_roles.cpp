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

/** Which rows of a table belong to divisions, as a condition on the row; all of them where the
 * table belongs to the whole office. Tables are asked through the policies of those they point to.
 */
QString conditionFor(const Table &table, const QStringList &divisions)
{
    // Posts, powers, routes and policy rows bear divisions too, and hold for everybody to read.
    if (table.room == QLatin1String("administration"))
        return QStringLiteral("true");
    const auto pointsTo = [&table](const char *name) {
        const Column *column = table.column(QLatin1String(name));
        return column && column->kind == ColumnKind::Id;
    };
    if (table.column(QStringLiteral("division")))
        return inOneOf(divisions);
    QList<const char *> above{"person", "operation", "account", "receipt"};
    // What is a part of an operation goes with it: whom it is about may not be enrolled yet.
    if (table.key.contains(QStringLiteral("operation")))
        above.prepend("operation");
    for (const char *name : std::as_const(above)) {
        if (pointsTo(name))
            return QStringLiteral("EXISTS (SELECT 1 FROM %1 above WHERE above.id = %2.%1)")
                .arg(QLatin1String(name), table.name);
    }
    return QStringLiteral("true");
}

} // namespace

ReadingRoles::ReadingRoles(const ServerAddress &owner, const Catalogue &catalogue,
                           QStringList auditOnly)
    : m_connection(connectionTo(owner))
    , m_owner(owner)
    , m_catalogue(catalogue)
    , m_auditOnly(std::move(auditOnly))
{
    constexpr std::chrono::seconds atTheStart(60);
    givingWay(atTheStart, [this](QMap<QString, QByteArray> &made) {
        const QString all = QStringLiteral("true");
        const QString countyRole = make(QStringLiteral("county"), made);
        const QString auditRole = make(QStringLiteral("audit"), made);
        QByteArray script;
        const QStringList tables = readable();
        for (const QString &table : tables) {
            script += "ALTER TABLE " + table.toUtf8() + " ENABLE ROW LEVEL SECURITY;\n";
            script += showing(countyRole, table, all) + showing(auditRole, table, all);
        }
        for (const QString &table : std::as_const(m_auditOnly))
            script += "ALTER TABLE " + table.toUtf8() + " ENABLE ROW LEVEL SECURITY;\n"
                + showing(auditRole, table, all);
        m_connection->run(script);
    });
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

QStringList ReadingRoles::readable() const
{
    QStringList names{QStringLiteral("schema_migration"), QStringLiteral("schema_state")};
    for (const Table &table : m_catalogue.tables()) {
        if (m_auditOnly.contains(table.name))
            continue;
        names.append(table.name);
        if (table.kind == TableKind::Record)
            names.append(historyOf(table).name);
    }
    return names;
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
        for (const Table &table : m_catalogue.tables()) {
            if (m_auditOnly.contains(table.name))
                continue;
            QList<Table> versions{table};
            if (table.kind == TableKind::Record)
                versions.append(historyOf(table));
            for (const Table &each : std::as_const(versions))
                script += showing(role, each.name, conditionFor(each, divisions));
        }
        for (const char *table : {"schema_migration", "schema_state"})
            script += showing(role, QLatin1String(table), QStringLiteral("true"));
        m_connection->run(script);
    });
    return as(known);
}

} // namespace jubao
