// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/database.h"
#include "database/reading_roles.h"
#include "hub/wire.h"
#include "operations/decision.h"
#include <map>

namespace jubao {

/**
 * Answers what desks read, each over the reading role of whoever asks: the auditors' with the
 * access trail, a township's with its own divisions, everybody else's with the county. Whether a
 * statement is harmless is not judged here: the role can do nothing else.
 * Nor has its connection the key of the sealed columns: whatever a statement makes of them, their
 * cells come back as "****".
 */
class Readings {
public:
    Readings(const ServerAddress &owner, const Catalogue &catalogue);

    wire::Rows read(const QList<HeldPost> &posts, const wire::Reading &reading);

private:
    ServerAddress roleFor(const QList<HeldPost> &posts);

    ReadingRoles m_roles;
    std::map<QString, std::unique_ptr<Database>> m_connections; ///< by role
};

} // namespace jubao
