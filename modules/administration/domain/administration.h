// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace jubao {

class TypeRegistry;

/** Declares the operation types and hooks of this room. Called after all others, because a change
 * of a route offers the types that there are; the registry must outlive them. */
void addAdministrationTypes(TypeRegistry &registry);

} // namespace jubao
