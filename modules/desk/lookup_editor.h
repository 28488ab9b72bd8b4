// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/field_editor.h"

namespace jubao {

/**
 * A line that finds a record: a person (ID number, its last four, name, pinyin), a village (name,
 * pinyin, code), an operator. Throws std::logic_error for a kind that names no record.
 */
FieldEditor *makeLookupEditor(const Field &field, const EditorContext &context, QWidget *parent);

} // namespace jubao
