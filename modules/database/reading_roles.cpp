// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/reading_roles.h"

#include "core/text.h"
#include "database/key.h"
#include "database/server_roles.h"
#include <QCryptographicHash>
#include <QRegularExpression>
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

const QString countyClass = QStringLiteral("county");
const QString auditClass = QStringLiteral("audit");
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
    makeAll(atTheStart, [this](QMap<QString, QByteArray> &made) {
        const QString countyRole = roleOf(countyClass, Persons::Shown);
        const QString auditRole = roleOf(auditClass, Persons::Shown);
        const QString officeRole = roleOf(countyClass, Persons::Hidden);
        const QString officeAuditRole = roleOf(auditClass, Persons::Hidden);
        for (const QString &role : {countyRole, auditRole, officeRole, officeAuditRole})
            make(role, made);
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

void ReadingRoles::makeAll(std::chrono::milliseconds patience,
                           const std::function<void(QMap<QString, QByteArray> &made)> &work)
{
    QMap<QString, QByteArray> made;
    givingWay(*m_connection, patience, [&] {
        made.clear();
        work(made);
    });
    m_passwords.insert(made);
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

QString ReadingRoles::roleOf(const QString &whose, Persons persons) const
{
    QString name = m_owner.schema + QStringLiteral("_read");
    if (persons == Persons::Hidden)
        name += QStringLiteral("_office");
    if (persons == Persons::Shown || whose != countyClass)
        name += u'_' + whose;
    return serverName(name);
}

/** A role with a password of this start, that may enter the schema. It is good when the transaction
 * is. */
void ReadingRoles::make(const QString &role, QMap<QString, QByteArray> &made)
{
    const QByteArray password = Key::random().bytes().toHex();
    makeRole(*m_connection, role, password);
    m_connection->run("GRANT USAGE ON SCHEMA " + m_owner.schema.toUtf8() + " TO " + role.toUtf8());
    made.insert(role, password);
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

ServerAddress ReadingRoles::county(Persons persons) const
{
    return as(roleOf(countyClass, persons));
}

ServerAddress ReadingRoles::audit(Persons persons) const
{
    return as(roleOf(auditClass, persons));
}

ServerAddress ReadingRoles::townships(const QStringList &divisions, Persons persons)
{
    static const QRegularExpression code(QStringLiteral("^[0-9]{6,15}$"));
    for (const QString &division : divisions) {
        if (!code.match(division).hasMatch())
            throw std::invalid_argument("no code of a division: " + division.toStdString());
    }
    if (divisions.isEmpty())
        throw std::invalid_argument("no division");
    const QString known = roleOf(nameOf(divisions), persons);
    if (m_passwords.contains(known))
        return as(known);
    // Others who read wait for it as well.
    constexpr std::chrono::seconds whileOthersWait(5);
    makeAll(whileOthersWait, [&](QMap<QString, QByteArray> &made) {
        make(known, made);
        QByteArray script;
        const QList<Table> tables = readable();
        for (const Table &table : tables) {
            QString rows = conditionFor(table, divisions);
            if (persons == Persons::Hidden)
                rows = QStringLiteral("(%1) AND (%2)").arg(rows, withoutPersons(table));
            script += showing(known, table.name, rows);
        }
        m_connection->run(script);
    });
    return as(known);
}

} // namespace jubao
