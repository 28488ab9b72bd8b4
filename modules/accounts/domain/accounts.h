// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace jubao {

class TypeRegistry;

/** Declares the operation types and hooks of this room. */
void addAccountsTypes(TypeRegistry &registry);

} // namespace jubao
