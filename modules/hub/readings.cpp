// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/readings.h"

#include "database/error.h"
#include "hub/reading_engine.h"

namespace jubao {

namespace {

/** Lengths of codes: county, township, village, group. */
constexpr qsizetype countyDigits = 6;
constexpr std::array levels{qsizetype(15), qsizetype(12), qsizetype(9), countyDigits};

/** The smallest division that holds all of them; empty = the county. */
QString commonDivision(const QList<HeldPost> &posts)
{
    QString common = posts.isEmpty() ? QString() : posts.first().division;
    for (const HeldPost &held : posts) {
        qsizetype same = 0;
        while (same < std::min(common.size(), held.division.size())
               && common.at(same) == held.division.at(same))
            ++same;
        common.truncate(same);
    }
    for (const qsizetype digits : levels) {
        if (common.size() >= digits)
            return digits == countyDigits ? QString() : common.left(digits);
    }
    return {};
}

} // namespace

Readings::Readings(const ServerAddress &owner, const Catalogue &catalogue)
    : m_roles(owner, catalogue,
              {QStringLiteral("access_trail"), QStringLiteral("access_trail_head")})
{
}

ServerAddress Readings::roleFor(const QList<HeldPost> &posts)
{
    for (const HeldPost &held : posts) {
        if (held.post == QLatin1String("AU") || held.post == QLatin1String("AA"))
            return m_roles.audit();
    }
    const QString division = commonDivision(posts);
    return division.isEmpty() ? m_roles.county() : m_roles.township(division);
}

wire::Rows Readings::read(const QList<HeldPost> &posts, const wire::Reading &reading)
{
    if (posts.isEmpty())
        throw DatabaseError(DatabaseError::Kind::Denied, QStringLiteral("no post, no books"));
    Database::Options options;
    options.server = roleFor(posts);
    options.mode = Database::Mode::ReadOnly;
    std::unique_ptr<Database> &connection = m_connections[options.server->role];
    if (!connection)
        connection = Database::open(std::move(options));
    try {
        // Rolled back, so that no statement leaves a setting or a table behind for the next one.
        connection->execute(QStringLiteral("BEGIN READ ONLY"));
        wire::Rows rows = readRows(connection->engine(), reading);
        connection->execute(QStringLiteral("ROLLBACK"));
        return rows;
    } catch (const DatabaseError &) {
        connection.reset(); // Whatever the statement left behind in it.
        throw;
    }
}

} // namespace jubao
