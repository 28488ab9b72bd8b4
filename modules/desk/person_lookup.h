// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/reader_writer.h"

namespace jubao {

/** The person whose whole ID number was typed; 0 where there is none. */
qint64 personIdFromText(const Reader &reader, const QString &text);
QString idNumberOfPerson(const Reader &reader, qint64 person);

} // namespace jubao
