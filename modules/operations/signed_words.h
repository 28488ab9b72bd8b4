// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"

namespace jubao {

/**
 * What may not stand in the words that an operator signs beside the payload: reasons, names of
 * papers and files. TEXT_UNSEEN for characters that nobody sees, EVIDENCE_UNNAMED for a paper
 * without a name; empty = nothing.
 */
QList<Refusal> refusedWords(const MakeRequest &request);
QList<Refusal> refusedWords(const Action &action);

} // namespace jubao
