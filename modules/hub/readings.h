// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/database.h"
#include "database/reading_roles.h"
#include "hub/wire.h"
#include "operations/decision.h"
#include "operations/office.h"
#include <map>

namespace jubao {

/**
 * Answers what desks read, each over the reading role of whoever asks: the auditors' with the
 * access trail, a township's with its own divisions, everybody else's with the county. Whether a
 * statement is harmless is not judged here: the role can do nothing else.
 */
class Readings {
public:
    /** Of the books of this office, which belong to the role \a owner. */
    Readings(const Office &office, const ServerAddress &owner);

    wire::Rows read(const QList<HeldPost> &posts, const wire::Reading &reading);

private:
    ServerAddress roleFor(const QList<HeldPost> &posts);

    const Office &m_office;
    ReadingRoles m_roles;
    std::map<QString, std::unique_ptr<Database>> m_connections; ///< by role
};

} // namespace jubao
