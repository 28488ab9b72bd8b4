// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/old_office.h"

#include "core/resources.h"
#include "database/backup.h"
#include "database/migrations.h"
#include "database/moving.h"
#include "database/transaction.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <catch2/catch.hpp>

namespace jubao::test {

namespace {

std::unique_ptr<Database> openBooks(const QString &path, const Key &key, Database::Mode mode)
{
    Database::Options options;
    options.path = path;
    options.key = key.clone();
    options.mode = mode;
    return Database::open(std::move(options));
}

QStringList columnsOf(Database &database, const QString &table)
{
    Query rows = database.prepare("SELECT name FROM pragma_table_info(:name)");
    rows.bind(":name", table);
    QStringList names;
    while (rows.next())
        names.append(rows.text(0));
    return names;
}

void carryRows(Database &from, Database &to, const QString &name, const Table &table)
{
    const QStringList columns = columnsOf(to, name);
    const QString list = columns.join(", ");
    QStringList marks;
    for (qsizetype i = 0; i < columns.size(); ++i)
        marks.append("?");
    Query rows = from.prepare(QStringLiteral("SELECT %1 FROM %2").arg(list, name));
    Query insert = to.prepare(
        QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)").arg(name, list, marks.join(", ")));
    while (rows.next()) {
        insert.reset();
        for (int i = 0; i < columns.size(); ++i) {
            const Column *column = table.column(columns.at(i));
            const ColumnKind kind = column ? column->kind : ColumnKind::Integer;
            const QVariant value = rows.isNull(i)                      ? QVariant()
                : kind == ColumnKind::Bytes                            ? QVariant(rows.bytes(i))
                : kind == ColumnKind::Text || kind == ColumnKind::Date ? QVariant(rows.text(i))
                                                                       : QVariant(rows.integer(i));
            insert.bind(i + 1, value);
        }
        insert.run();
    }
}

} // namespace

Catalogue OldOffice::catalogueOf(const Migrations &steps)
{
    QTemporaryDir folder;
    const auto scratch =
        openBooks(folder.filePath("scratch"), Key::random(), Database::Mode::Create);
    steps.apply(*scratch, Catalogue::fromJson(R"({"version":1,"tables":[]})"));
    QJsonObject json =
        QJsonDocument::fromJson(readResource(":/jubao/schema/catalogue.json")).object();
    QJsonArray kept;
    const QJsonArray tables = json["tables"].toArray();
    for (const QJsonValue &value : tables) {
        QJsonObject table = value.toObject();
        const QStringList present = columnsOf(*scratch, table["name"].toString());
        QJsonArray columns;
        const QJsonArray all = table["columns"].toArray();
        for (const QJsonValue &column : all) {
            if (present.contains(column.toString().section(u':', 0, 0)))
                columns.append(column);
        }
        table["columns"] = columns;
        if (!columns.isEmpty())
            kept.append(table);
    }
    json["tables"] = kept;
    return Catalogue::fromJson(QJsonDocument(json).toJson());
}

OldOffice::OldOffice(std::shared_ptr<const TypeRegistry> registry, int version,
                     TestOffice::Additions additions)
    : county(std::move(registry), std::move(additions))
    , m_version(version)
{
    person = county.enrol(1);
    county.issueNumbers("tc", "A");
    const QByteArray raw = county.office->rawDataKey(county.as("sa"), county.as("se"));
    m_key = QByteArray::fromHex(raw.mid(2, 64));
    const Key key = Key::fromBytes(m_key);
    county.office.reset();
    const QString path = county.folder() + "/office.jubao";
    {
        const Migrations steps = Migrations::shipped().upTo(version);
        const Catalogue catalogue = catalogueOf(steps);
        const auto today = openBooks(path, key, Database::Mode::ReadWrite);
        const auto old = openBooks(path + ".old", key, Database::Mode::Create);
        steps.apply(*old, catalogue);
        Transaction transaction(*old);
        for (const Table &table : catalogue.tables()) {
            carryRows(*today, *old, table.name, table);
            if (table.kind == TableKind::Record)
                carryRows(*today, *old, table.name + "_history", table);
        }
        transaction.commit();
        REQUIRE(old->schemaVersion() == version);
    }
    replaceDatabase(path, path + ".old");
    county.reopen();
}

void OldOffice::moveTo(const CountyFile &place)
{
    county.office.reset();
    const Migrations steps = Migrations::shipped().upTo(m_version);
    const Catalogue catalogue = catalogueOf(steps);
    const QString path = county.folder() + "/office.jubao";
    const Key key = Key::fromBytes(m_key);
    {
        const auto old = openBooks(path, key, Database::Mode::ReadWrite);
        Database::Options creating;
        creating.server = place.fromServer();
        creating.key = key.clone();
        creating.mode = Database::Mode::Create;
        const auto target = Database::open(std::move(creating));
        Transaction all(*target);
        moveBooks(*old, *target, steps, catalogue);
        all.commit();
        REQUIRE(target->schemaVersion() == m_version);
    }
    place.save(county.folder());
    REQUIRE(QFile::rename(path, path + ".moved"));
}

} // namespace jubao::test
