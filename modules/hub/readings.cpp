// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/readings.h"

#include "core/canonical_json.h"
#include "core/mask.h"
#include "database/error.h"
#include "hub/reading_engine.h"
#include "operations/data_right.h"
#include <algorithm>
#include <utility>

namespace jubao {

namespace {

constexpr auto noCell = "****";

} // namespace

/** What a desk is shown of sealed columns, and how many values a statement compares with them. */
class ShownCells : public SealedReading {
public:
    ShownCells(const Catalogue &catalogue, const TypeRegistry &registry)
        : m_names(registry.sealedNames())
    {
        // Whose post was used, as the journal's details name that person.
        m_names.append(QStringLiteral("delegated_by"));
        for (const Table &table : catalogue.tables()) {
            add(table);
            if (table.kind == TableKind::Record)
                add(historyOf(table));
        }
        m_names.removeDuplicates();
    }

    QByteArray shown(const QString &table, const QString &column, const QByteArray &opened) override
    {
        const Ways &columns = m_tables[table];
        const auto way = columns.constFind(column);
        if (way == columns.constEnd() || *way == Way::Nothing)
            return noCell;
        const QString text = QString::fromUtf8(opened);
        if (*way == Way::Mask)
            return maskSealed(column, text).toUtf8();
        const bool isObject = *way == Way::Payload || text.startsWith(u'{');
        const QString unread = *way == Way::Payload ? QString::fromLatin1(noCell) : text;
        return maskIdNumbersIn(isObject ? maskedJson(opened).value_or(unread) : text).toUtf8();
    }
    void comparing() override
    {
        // A search by whole number asks with one, a list's filter with two.
        constexpr int mostAtOnce = 16;
        if (++m_compared > mostAtOnce)
            throw DatabaseError(DatabaseError::Kind::Denied,
                                QStringLiteral("too many values compared with sealed columns"));
    }
    /** Since it was asked last. */
    int takeCompared() { return std::exchange(m_compared, 0); }

private:
    enum class Way { Nothing, Mask, Payload, Words };
    using Ways = QHash<QString, Way>;

    void add(const Table &table)
    {
        for (const Column &column : table.columns) {
            if (column.sealing == Sealing::Clear)
                continue;
            if (column.kind == ColumnKind::Bytes)
                m_tables[table.name].insert(column.name, Way::Nothing);
            else if (!column.sealed)
                m_tables[table.name].insert(column.name, Way::Words);
            else if (column.name == QLatin1String("payload"))
                m_tables[table.name].insert(column.name, Way::Payload);
            else
                m_tables[table.name].insert(column.name, Way::Mask);
            if (column.sealed && column.kind != ColumnKind::Bytes)
                m_names.append(column.name);
        }
    }
    std::optional<QString> maskedJson(const QByteArray &text) const
    {
        try {
            return QString::fromUtf8(
                canonicalJson(maskedPayload(parseCanonicalObject(text), m_names)));
        } catch (const std::invalid_argument &) {
            return std::nullopt;
        }
    }

    QStringList m_names; ///< under which values in JSON are masked
    QHash<QString, Ways> m_tables;
    int m_compared = 0;
};

Readings::Readings(Office &office, const ServerAddress &owner)
    : m_office(office)
    , m_roles(owner, office.catalogue(),
              {{QStringLiteral("access_trail"), QStringLiteral("access_trail_head")},
               roomsAboutPersons()})
    , m_shown(std::make_shared<ShownCells>(office.catalogue(), office.registry()))
{
}

Readings::~Readings() = default;

ServerAddress Readings::roleFor(const QString &operatorName)
{
    const Office::Sight sight = m_office.sightOf(operatorName);
    const QList<HeldPost> &posts = sight.posts;
    if (posts.isEmpty())
        throw DatabaseError(DatabaseError::Kind::Denied, QStringLiteral("no post, no books"));
    const bool audits = std::any_of(posts.begin(), posts.end(), [](const HeldPost &held) {
        return held.post == QLatin1String("AU") || held.post == QLatin1String("AA");
    });
    const auto persons =
        sight.persons ? ReadingRoles::Persons::Shown : ReadingRoles::Persons::Hidden;
    if (audits)
        return m_roles.audit(persons);
    const QStringList codes = divisionsInSight(posts);
    return codes.contains(QString()) ? m_roles.county(persons) : m_roles.townships(codes, persons);
}

wire::Rows Readings::over(const ServerAddress &role, const wire::Reading &reading)
{
    std::unique_ptr<Database> &connection = m_connections[role.role];
    if (!connection)
        connection = m_office.booksAs(role, m_shown);
    Engine &engine = connection->engine();
    // Rolled back, so that no statement leaves a setting, and no lock, behind for the next one.
    const QString end = QStringLiteral("ROLLBACK; SELECT pg_advisory_unlock_all()");
    try {
        engine.executeScript(QStringLiteral("BEGIN READ ONLY"));
        wire::Rows rows = readRows(engine, reading);
        engine.executeScript(end);
        return rows;
    } catch (const DatabaseError &error) {
        // Not used again, whatever the statement left behind in it.
        const std::unique_ptr<Database> spoilt = std::move(connection);
        if (error.kind() != DatabaseError::Kind::ServerGone)
            throw;
        // This line alone: a statement can end the one that it runs on, and is none to be tried
        // again. Whether the server stands the service sees by its own lines.
        throw DatabaseError(DatabaseError::Kind::Interrupted, error.detail());
    } catch (const std::exception &) {
        const std::unique_ptr<Database> spoilt = std::move(connection);
        throw;
    }
}

wire::Rows Readings::read(const QString &operatorName, const wire::Reading &reading)
{
    const ServerAddress role = roleFor(operatorName);
    m_shown->takeCompared();
    wire::Rows rows;
    std::exception_ptr failed;
    try {
        rows = over(role, reading);
    } catch (const DatabaseError &) {
        failed = std::current_exception();
    } catch (const std::logic_error &error) {
        // What is refused of sealed columns is a mistake of the program, but here not of this one.
        failed = std::make_exception_ptr(
            DatabaseError(DatabaseError::Kind::Denied, QString::fromUtf8(error.what())));
    }
    noteCompared(operatorName);
    if (failed)
        std::rethrow_exception(failed);
    return rows;
}

void Readings::noteCompared(const QString &operatorName)
{
    const QDate today = officeDate(m_office.clock().now());
    const auto values = m_compared.add(operatorName, m_shown->takeCompared(), today);
    if (values)
        m_office.traceFor(operatorName, QStringLiteral("sealed_compared"), QString::number(*values),
                          today.toString(Qt::ISODate));
}

} // namespace jubao
