// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/database.h"
#include "database/reading_roles.h"
#include "hub/compared_values.h"
#include "hub/wire.h"
#include "operations/office.h"
#include <map>

namespace jubao {

class ShownCells;

/**
 * Answers what desks read, each over the reading role of whoever asks: the auditors' with the
 * access trail, a township's with its own divisions, everybody else's with the county, and that of
 * who has no right to people's data without them (SEC-03). Whether a
 * statement is harmless is not judged here: the role can do nothing else, and what it may not read
 * whole is masked cell by cell by what the server says of its origin (SEC-16).
 */
class Readings {
public:
    /** `office` was opened as the registrar's; `owner` owns the schema of its books. */
    Readings(Office &office, const ServerAddress &owner);
    ~Readings();

    /** Throws RefusedError where the operator's account or key are not open, DatabaseError. */
    wire::Rows read(const QString &operatorName, const wire::Reading &reading);

private:
    wire::Rows over(const ServerAddress &role, const wire::Reading &reading);
    ServerAddress roleFor(const QString &operatorName);
    void noteCompared(const QString &operatorName);

    Office &m_office;
    ReadingRoles m_roles;
    std::shared_ptr<ShownCells> m_shown;
    std::map<QString, std::unique_ptr<Database>> m_connections; ///< by role
    ComparedValues m_compared;
};

} // namespace jubao
