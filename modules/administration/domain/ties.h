// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace jubao {

class TypeRegistry;

/** Declares what of this room's rows must agree with what, as queries that change nothing. */
void addAdministrationTies(TypeRegistry &registry);

} // namespace jubao
