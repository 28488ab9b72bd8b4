// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace jubao {

// A division's code has six digits for a county (GB/T 2260), nine for a township and twelve for a
// village, and begins with the code of the division above it.
constexpr qsizetype countyDigits = 6;
constexpr qsizetype townshipDigits = 9;
constexpr qsizetype villageDigits = 12;

/** The township that a division lies in or is; a county's code stays what it is. */
inline QString townshipOf(const QString &division)
{
    return division.left(townshipDigits);
}

} // namespace jubao
