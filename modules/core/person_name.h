// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finding.h"

namespace jubao {

/** Whose names may be written in Latin letters: holders of a number that begins with 8 (residence
 * permits of Hong Kong, Macao and Taiwan) or 9 (permanent residence of foreigners). A household
 * register in the mainland knows Han characters alone. */
bool mayHaveLatinName(const QString &idNumber);

/**
 * What is wrong with a person's name at `field`: characters of the standard only, no space inside,
 * the dot of minority names as "·", no mixture of scripts; Latin letters where `latin` allows them
 * (ENR-08). A name of one character is a warning. Nothing for an empty name.
 */
Findings personNameFindings(const QString &name, const QString &field, bool latin);

} // namespace jubao
