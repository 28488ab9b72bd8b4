// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/catalogue.h"
#include "database/server_address.h"
#include <QMap>
#include <QStringList>
#include <chrono>
#include <functional>
#include <memory>

namespace jubao {

class PostgresConnection;

/**
 * The roles as which a county server's books are read for people. Each may select and nothing else,
 * owns nothing and is a member of nothing, so that a statement of whatever words, run as one of
 * them, changes nothing and shows what its class may see. The service alone knows their passwords,
 * which are new at each of its starts.
 */
class ReadingRoles {
public:
    struct Terms {
        QStringList auditOnly;    ///< tables that who audits alone reads
        QStringList aboutPersons; ///< rooms whose tables and operations carry people's data
    };
    /**
     * \a owner owns the schema of the books. Makes the roles that are the same in each county.
     * Throws DatabaseError, of kind Busy where somebody keeps a table for a minute.
     */
    ReadingRoles(const ServerAddress &owner, const Catalogue &catalogue, Terms terms);
    ~ReadingRoles();

    /** Hidden: no table of theirs and no operation on them (SEC-03). */
    enum class Persons { Shown, Hidden };
    /** All rows. */
    ServerAddress county(Persons persons = Persons::Shown) const;
    /** All rows, and what is audited; the whole journal whatever else is hidden. */
    ServerAddress audit(Persons persons = Persons::Shown) const;
    /** Made when first asked for: of what belongs to a division it sees these divisions and those
     * below them (CTL-02). Throws std::invalid_argument for no code, and for one that is none;
     * DatabaseError(Busy) where somebody keeps a table for five seconds. */
    ServerAddress townships(const QStringList &divisions, Persons persons = Persons::Shown);

private:
    void makeAll(std::chrono::milliseconds patience,
                 const std::function<void(QMap<QString, QByteArray> &made)> &work);
    QString roleOf(const QString &whose, Persons persons) const;
    void make(const QString &role, QMap<QString, QByteArray> &made);
    QByteArray showing(const QString &role, const QString &table, const QString &condition) const;
    ServerAddress as(const QString &role) const;
    QList<Table> readable() const;
    QString withoutPersons(const Table &table) const;

    std::shared_ptr<PostgresConnection> m_connection;
    ServerAddress m_owner;
    const Catalogue &m_catalogue;
    Terms m_terms;
    QMap<QString, QByteArray> m_passwords; ///< by role
};

} // namespace jubao
