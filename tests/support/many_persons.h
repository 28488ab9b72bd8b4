// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/test_office.h"

/** People of the system before, as many as a test needs: each has a number, a phone and a household
 * of its own; every fourth lives in the far village. */
namespace jubao::test::many {

QString idNumber(int person);
QString phone(int person);
/** Takes them over from a sheet, through the whole route. */
void takeOver(TestOffice &office, int persons);

} // namespace jubao::test::many
