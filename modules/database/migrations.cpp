// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/migrations.h"

#include "core/resources.h"
#include "database/database.h"
#include "database/error.h"
#include "database/protection.h"
#include "database/transaction.h"
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QMap>
#include <QRegularExpression>
#include <algorithm>

namespace jubao {

namespace {

QString checksum(const Migration &migration)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(migration.sql.toUtf8(), QCryptographicHash::Sha256).toHex());
}

/** While it lives, the schema may be changed. */
class OpenSchema {
public:
    explicit OpenSchema(Database &database) : m_engine(database.engine())
    {
        m_engine.allowSchemaChanges(true);
    }
    ~OpenSchema() { m_engine.allowSchemaChanges(false); }

private:
    Engine &m_engine;
};

void compareChecksums(Database &database, const QList<Migration> &list)
{
    Query rows = database.prepare(
        QStringLiteral("SELECT number, sha256 FROM schema_migration ORDER BY number"));
    while (rows.next()) {
        const auto known = std::find_if(list.begin(), list.end(), [&](const Migration &one) {
            return one.number == rows.integer(0);
        });
        if (known == list.end())
            throw DatabaseError(DatabaseError::Kind::NewerSchema,
                                QStringLiteral("migration %1 is unknown").arg(rows.integer(0)));
        if (checksum(*known) != rows.text(1))
            throw DatabaseError(
                DatabaseError::Kind::Damaged,
                QStringLiteral("migration %1 was changed after it ran").arg(known->number));
    }
}

void run(Database &database, const Migration &migration, bool first)
{
    if (database.keptAnswers())
        database.keptAnswers()->changes(false);
    if (first)
        database.engine().executeScript(database.dialect().expand(QStringLiteral(
            "CREATE TABLE schema_migration (number {primary_key}, name {text} NOT NULL, "
            "sha256 {text} NOT NULL, applied_at {text} NOT NULL){strict}")));
    database.engine().executeScript(database.dialect().expand(migration.sql));
    Query insert = database.prepare(QStringLiteral(
        "INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)"));
    insert.bindAll(migration.number, migration.name, checksum(migration),
                   QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    insert.run();
}

/** What older programs ask before they touch the file. */
void storeCompatible(Database &database, int minCompatible)
{
    database.engine().executeScript(database.dialect().expand(QStringLiteral(
        "CREATE TABLE IF NOT EXISTS schema_state (min_compatible {primary_key}){strict}")));
    database.execute(QStringLiteral("DELETE FROM schema_state"));
    Query insert =
        database.prepare(QStringLiteral("INSERT INTO schema_state (min_compatible) VALUES (?)"));
    insert.bindAll(minCompatible);
    insert.run();
}

/** Which steps ran, by the file itself, and what it asks of older programs. Not the time of a step:
 * no program reads it. */
QMap<QString, QString> stepsOf(Database &database)
{
    QMap<QString, QString> steps;
    Query rows =
        database.prepare(QStringLiteral("SELECT number, name, sha256 FROM schema_migration"));
    while (rows.next())
        steps.insert(QStringLiteral("schema_migration %1").arg(rows.integer(0)),
                     rows.text(1) + u' ' + rows.text(2));
    Query state = database.prepare(QStringLiteral("SELECT min_compatible FROM schema_state"));
    while (state.next())
        steps.insert(QStringLiteral("schema_state"),
                     steps.value(QStringLiteral("schema_state")) + u' ' + state.text(0));
    return steps;
}

QMap<QString, QString> schemaOf(Database &database)
{
    QMap<QString, QString> objects;
    Query rows = database.prepare(database.dialect().schemaQuery());
    while (rows.next())
        objects.insert(rows.text(0), rows.text(1));
    return objects;
}

} // namespace

Migrations Migrations::shipped()
{
    QList<Migration> list;
    const QStringList files =
        QDir(QStringLiteral(":/jubao/schema")).entryList({QStringLiteral("*.sql")});
    for (const QString &file : files) {
        const QString source =
            QString::fromUtf8(readResource(QStringLiteral(":/jubao/schema/") + file));
        static const QRegularExpression compatible(
            QStringLiteral("(?m)^-- min_compatible: (\\d+)"));
        list.append({file.left(4).toInt(), file.mid(5).chopped(4), source,
                     compatible.match(source).captured(1).toInt()});
    }
    return fromList(std::move(list));
}

Migrations Migrations::fromList(QList<Migration> list)
{
    std::sort(list.begin(), list.end(),
              [](const Migration &a, const Migration &b) { return a.number < b.number; });
    Migrations migrations;
    migrations.m_list = std::move(list);
    return migrations;
}

Migrations Migrations::with(const Migration &step) const
{
    return fromList(m_list + QList<Migration>{step});
}

int Migrations::latest() const
{
    return m_list.isEmpty() ? 0 : m_list.last().number;
}

Migrations Migrations::upTo(int number) const
{
    Migrations earlier;
    for (const Migration &migration : m_list) {
        if (migration.number <= number)
            earlier.m_list.append(migration);
    }
    return earlier;
}

SchemaState Migrations::stateOf(Database &database) const
{
    const int present = database.schemaVersion();
    return present < latest() ? SchemaState::WaitsForUpgrade
        : present > latest()  ? SchemaState::NewerUsable
                              : SchemaState::Current;
}

QList<int> Migrations::apply(Database &database, const Catalogue &catalogue) const
{
    const OpenSchema open(database);
    const int present = database.schemaVersion();
    if (present > 0)
        compareChecksums(database, m_list);
    QList<int> ran;
    Transaction all(database);
    for (const Migration &migration : m_list) {
        if (migration.number > present) {
            run(database, migration, present == 0 && ran.isEmpty());
            ran.append(migration.number);
        }
    }
    if (!ran.isEmpty()) {
        const Migration &last = m_list.last();
        storeCompatible(database, last.minCompatible > 0 ? last.minCompatible : last.number);
        generateProtection(database, catalogue);
    }
    all.commit();
    return ran;
}

QStringList schemaDifferences(Database &database, const Migrations &migrations,
                              const Catalogue &catalogue)
{
    const std::unique_ptr<Database> reference = database.scratch();
    migrations.apply(*reference, catalogue);
    QMap<QString, QString> expected = schemaOf(*reference);
    QMap<QString, QString> found = schemaOf(database);
    if (!database.columnsOf(QStringLiteral("schema_migration")).isEmpty()
        && !database.columnsOf(QStringLiteral("schema_state")).isEmpty()) {
        expected.insert(stepsOf(*reference));
        found.insert(stepsOf(database));
    }
    QStringList differences;
    for (auto it = expected.constBegin(); it != expected.constEnd(); ++it) {
        if (!found.contains(it.key()))
            differences.append(it.key() + QStringLiteral(" is missing"));
        else if (found.value(it.key()) != it.value())
            differences.append(it.key() + QStringLiteral(" was changed"));
    }
    for (auto it = found.constBegin(); it != found.constEnd(); ++it) {
        if (!expected.contains(it.key()))
            differences.append(it.key() + QStringLiteral(" is foreign"));
    }
    return differences;
}

} // namespace jubao
