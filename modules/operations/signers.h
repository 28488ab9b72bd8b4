// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/action.h"
#include "operations/reader_writer.h"

namespace jubao {

/** Who took a step last, from the journal, for a paper: name and day; empty while nobody has. */
QString signerOf(qint64 operation, ActionKind step, const Reader &reader);

} // namespace jubao
