// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/catalogue.h"
#include "database/migrations.h"
#include "operations/type.h"
#include <QJsonArray>

namespace jubao {

/** The types and hooks of the room: what rooms.cpp calls for a room that ships. */
void addTemplateTypes(TypeRegistry &registry);

/** The shipped tables with this room's own behind them. A room that ships has its tables in
 * schema/ and needs neither of these. */
Catalogue templateCatalogue();
Migrations templateMigrations();
/** The routes of the room's types; a room that ships writes them into resources/policy. */
QJsonArray templateRoutes();

} // namespace jubao
